"""Rows of the scheme of topics, and its alignment with the House's own policy categories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from standpunt.knowledge.cells import Address, Named, Number, Several, TopicId

#: The words of a topic's term, each with a letter or digit; a `*` may stand at either end of a word, nowhere else.
_TOPIC_WORD = r"\*?(?=[^ *]*[^\W_])[\w'’%+.,-]+\*?"

_TOPIC_PHRASE = re.compile(rf"{_TOPIC_WORD}(?: {_TOPIC_WORD})*")


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of policy, and the terms that name it.

    A term is a word or words in order; case, accents and hyphens don't count, and a word of five letters or more also
    matches with -s, -'s, -e, -n or -en. `*` at either end of a word stands for any letters (`sanctie*`, `*sancties`); a word
    in capitals (`OV`) matches capitals only. `a|b` is either, `a&b` is both within one sentence or clause before a
    semicolon, and `|` binds stronger: `lid|lidmaatschap&navo&oekraïne`. A term after `~` counts only where an exchange
    keeps coming back to it, never in a sentence by itself.
    """

    id: TopicId
    naam: str
    naam_en: str
    breder: tuple[str, ...]  # ids of broader topics
    termen: Several
    niet_bij: tuple[str, ...]  # a sentence with one of these terms doesn't name the topic
    misstand: bool  # nobody is for it: who "supports" it, supports what is done about it
    definitie: str
    beleidscategorie: str | None  # id of a policy category
    eurovoc: Number | None  # number of the EuroVoc concept, where it is certain
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield terms that can't be read."""
        for column, terms in (("termen", self.termen), ("niet_bij", self.niet_bij)):
            for term in terms:
                if not all(_TOPIC_PHRASE.fullmatch(phrase) for phrase in term.removeprefix("~").replace("&", "|").split("|")):
                    yield column, f"{term!r}: words with one space between, * only at the ends of a word, | and & between phrases"
                if column == "niet_bij" and term.startswith("~"):
                    yield column, f"{term!r}: ~ has no meaning here"


@dataclass(frozen=True, slots=True)
class PolicyCategory:
    """A policy category of the official publications (overheid:TaxonomieBeleidsagenda)."""

    id: str  # Internationaal | Defensie
    iri: Address
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class TopicName:
    """A name that holds words of a topic and names none: `Landbouw- en Visserijraad`."""

    id: str
    vorm: Named
    bron: str | None
    toelichting: str | None
