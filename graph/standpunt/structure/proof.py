"""The rows by which papers are taken apart carry their own test: an example in which they fire. Here they are tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from standpunt.errors import Fault
from standpunt.knowledge import Abbreviation, Faction, HeadingPattern, HyphenPart, KindCue, PointerPattern, SmallWord, TurnCue, placed
from standpunt.structure import factions, headings, kinds, pointers
from standpunt.structure.hyphens import hyphen
from standpunt.structure.sentences import BOUNDARY, split
from standpunt.structure.turns import leaning
from standpunt.structure.words import ends_open, is_sentence

Problems = Iterator[tuple[str, str]]  # column, problem


def unreadable() -> Iterator[Fault]:
    """Yield a fault for each pattern from which no regular expression can be made."""
    for heading in placed(HeadingPattern):
        if problem := _no_expression(headings.expression(heading.row.patroon)):
            yield heading.fault("patroon", f"can't be read: {problem}; does a placeholder stand in it twice?")
    for pointer in placed(PointerPattern):
        if problem := _no_expression(pointers.expression(pointer.row.patroon)):
            yield pointer.fault("patroon", f"is no regular expression: {problem}")


def faults() -> Iterator[Fault]:
    """Yield a fault for each row that is mute in its example, or fires in its counterexample; every pattern must be readable."""
    for row_type, problems in _TRIED.items():
        for found in placed(row_type):
            yield from (found.fault(column, f"{found.row.id}: {problem}") for column, problem in problems(found.row))


def _no_expression(expression: str) -> str | None:
    try:
        re.compile(expression, re.MULTILINE)
    except re.error as error:
        return str(error)
    return None


def _heading(row: HeadingPattern) -> Problems:
    sorts = frozenset({row.soort})
    found = headings.match(row.voorbeeld, sorts=sorts)
    if found is None or found.rule != row.id:
        yield "voorbeeld", f"the pattern should find this line and {'does not' if found is None else f'{found.rule} finds it first'}"
    if row.tegenvoorbeeld and headings.match(row.tegenvoorbeeld, sorts=sorts):
        yield "tegenvoorbeeld", "the pattern should not find this line and does"


def _turn(row: TurnCue) -> Problems:
    if (leaning(row.voorbeeld) > 0) != (row.kant == "vraag"):
        yield "voorbeeld", f"should sound like {'a question' if row.kant == 'vraag' else 'an answer'} and does not"


def _kind(row: KindCue) -> Problems:
    if kinds.points([row.voorbeeld])[row.soort] < row.gewicht:
        yield "voorbeeld", f"should speak for {row.soort} with a weight of {row.gewicht} and does not"


def _pointer(row: PointerPattern) -> Problems:
    pattern = re.compile(pointers.expression(row.patroon))
    if row.soort == "elders":  # stands behind a pointer, and undoes it
        if pointers.pointed_at(row.voorbeeld):
            yield "voorbeeld", "should point at no answer of the same paper and does"
    elif not pattern.search(row.voorbeeld):
        yield "voorbeeld", "the pattern should find something here and does not"
    if row.tegenvoorbeeld and pattern.search(row.tegenvoorbeeld) and row.soort != "antwoord":
        yield "tegenvoorbeeld", "the pattern should not find anything here and does"


def _abbreviation(row: Abbreviation) -> Problems:
    """Yield where an example has no sentence that could end in the abbreviation, or is split otherwise than it says."""
    ends = [found.end() for found in BOUNDARY.finditer(row.voorbeeld) if _ends_in(row.voorbeeld[: found.end()], row.afkorting)]
    if not ends:
        yield "voorbeeld", f"a capital or a number should follow {row.afkorting} here: only there a sentence may end, or not"
        return
    wanted = [row.voorbeeld[: ends[0]], row.voorbeeld[ends[0] :].strip()] if row.einde else [row.voorbeeld]
    found = [row.voorbeeld[at:to] for at, to in split(row.voorbeeld)]
    if found != wanted:
        yield "voorbeeld", f"should be read as {' | '.join(wanted)}, and is read as {' | '.join(found)}"


def _ends_in(text: str, abbreviation: str) -> bool:
    """Tell whether a text ends in an abbreviation, as a word of its own."""
    return text.casefold().replace("(", " ").endswith(f" {abbreviation.casefold()}") or text.casefold() == abbreviation.casefold()


def _hyphen(row: HyphenPart) -> Problems:
    """Yield what happens to an example that is broken at its hyphen and does not come out whole."""
    word = next((word for word in row.voorbeeld.split() if "-" in word), "-")
    left, _, right = word.rpartition("-")
    behind = row.voorbeeld.partition(word)[2].split()
    if not left or not (right or behind):
        yield "voorbeeld", "should hold a word with a hyphen, such as oud-minister, or in- of uitvoer"
    elif hyphen(left, right or behind[0], ()) != ("hyphen" if right else "space"):
        yield "voorbeeld", f"the hyphen should stay when a line ends behind {left}- and does not"


def _small_word(row: SmallWord) -> Problems:
    holds: Callable[[str], bool] = {"open": ends_open, "persoonsvorm": is_sentence}.get(row.soort, bool)
    if row.woord.casefold() not in row.voorbeeld.casefold().split() or not holds(row.voorbeeld):
        yield "voorbeeld", f"should hold the word {row.woord}{' at its end' if row.soort == 'open' else ''}"


def _faction(row: Faction) -> Problems:
    for column, names in (("afkorting", (row.afkorting,)), ("vormen", row.vormen)):
        for name in names:
            if any(factions.faction(printed) is None for printed in (name, f"{name}-fractie", f"de leden van de fractie van {name}")):
                yield column, f"{name!r} is not known as a faction's name as papers print it: {name}-fractie"
    if (known := factions.faction(row.afkorting)) not in (None, row.id):
        yield "afkorting", f"is read as {known}"


_TRIED: Final[dict[type[Any], Callable[[Any], Problems]]] = {
    HeadingPattern: _heading,
    TurnCue: _turn,
    KindCue: _kind,
    PointerPattern: _pointer,
    Abbreviation: _abbreviation,
    HyphenPart: _hyphen,
    SmallWord: _small_word,
    Faction: _faction,
}
