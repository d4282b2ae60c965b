"""Rows by which the structure of a paper is known: its kind, its headings, whose turn it is, what points where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from standpunt.knowledge.cells import Weight
from standpunt.model import PaperKind

#: What may stand in a pattern of headings.csv between braces.
PATTERN_PLACEHOLDERS = ("{fractie}", "{(fractie)}", "{lid}", "{ambt}", "{nummer}", "{nummers}", "{rest}", "{vervolg}")


def expression_problems(column: str, expression: str, example: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a regular expression, or that it does not find the row's example."""
    try:
        found = re.search(expression, example, re.MULTILINE)
    except re.error as error:
        yield column, f"is no regular expression: {error}"
    else:
        if found is None:
            yield column, f"does not find the row's example {example!r}"
        elif re.search(expression, "", re.MULTILINE):
            yield column, "finds nothing at all too, and so everything; is an alternative empty?"


@dataclass(frozen=True, slots=True)
class HeadingPattern:
    """Words by which a line or paragraph is known as a heading.

    In a pattern, round brackets hold what may be missing, `|` parts alternatives, and {fractie}, {lid}, {ambt},
    {nummer}, {nummers} and {rest} stand for a faction, a member, an office, a number, several and the words that follow.
    """

    id: str
    soort: Literal[
        "inbreng", "vragen", "antwoorden", "antwoord", "vraag", "inhoudsopgave", "overweging", "motie", "agenda", "briefhoofd", "nummer"
    ]
    patroon: str
    los: bool  # also counts where no empty line stands around it
    voorbeeld: str
    tegenvoorbeeld: str | None
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what the cell types can't say: brackets, alternatives and placeholders of the pattern."""
        bare = self.patroon.replace("{(", "{").replace(")}", "}")
        for opens, closes in ("()", "{}"):
            if bare.count(opens) != bare.count(closes):
                yield "patroon", f"every {opens} needs its {closes}"
        if re.search(r"(?<![^\s(])\||\|(?![^\s|)])", bare):
            yield "patroon", "an empty alternative: on both sides of | stands a word, without spaces"
        for placeholder in re.findall(r"\{[^}]*\}", self.patroon):
            if placeholder not in PATTERN_PLACEHOLDERS:
                yield "patroon", f"{placeholder} is no placeholder; allowed: {', '.join(PATTERN_PLACEHOLDERS)}"


class _ByExpression:
    """What rows have in common that find words by a regular expression and show a text in which it does."""

    __slots__ = ()
    woorden: str
    voorbeeld: str

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what the cell types can't say: whether the expression is one, and finds its example."""
        yield from expression_problems("woorden", self.woorden, self.voorbeeld)


@dataclass(frozen=True, slots=True)
class TurnCue(_ByExpression):
    """Words that tell a faction's questions from the cabinet's answer where layout does not."""

    id: str
    woorden: str  # a regular expression
    kant: Literal["vraag", "antwoord"]
    gewicht: Weight
    voorbeeld: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class KindCue(_ByExpression):
    """Words that tell which kind of paper a text is; a kind needs `2` points at least."""

    id: str
    soort: PaperKind
    woorden: str  # a regular expression, matched anywhere
    gewicht: Weight
    voorbeeld: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class PointerPattern:
    """Words by which an answer points at another answer, or a faction joins another's questions."""

    id: str
    soort: Literal["antwoord", "fractie", "vorige", "aansluiting", "elders"]
    patroon: str  # a regular expression; {nummers} and {fractie} as in headings
    voorbeeld: str
    tegenvoorbeeld: str | None
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield the placeholders that the sort needs and the pattern lacks."""
        needed = {"antwoord": ("{nummers}",), "fractie": ("{fractie}",), "aansluiting": ("{fractie}", "(?P<over>")}
        for part in needed.get(self.soort, ()):
            if part not in self.patroon:
                yield "patroon", f"needs {part} where soort is {self.soort}"
