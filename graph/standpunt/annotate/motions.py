"""Component: motions named by who moved them (`motie van het lid Brekelmans c.s.`) or by their number (`motie op stuk nr. 12`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from standpunt.annotate import extensions
from standpunt.annotate.lexicon import Lexicon, Name
from standpunt.structure import names

# between the word and the names: "motie van het lid", "motie-", "motie van mevrouw", "motie, ingediend door de leden"
_LINK: Final = re.compile(
    r"\s*[-–‑]\s*(?:van\s+)?|,?\s+(?:(?:ingediend|voorgesteld)\s+)?(?:van|VAN|door)\s+"
    r"(?i:(?:het\s+(?:voormalig\s+)?lid|de\s+leden|lid|leden|de\s+heer|de\s+heren|mevrouw|mevr\.|collega(?:['’]s)?|(?:het\s+)?(?:oud-)?Kamerlid|"
    r"(?:de\s+)?Kamerleden|(?:het\s+)?Tweede\s+Kamerlid|(?:de\s+)?senator|minister)\s+)?|\s+"
)
_GAP: Final = re.compile(
    r"(?:\s*\((?!Kamerstuk)[^()]{1,30}\))?(?:\s+c\.s\.,?)?\s*(?:,\s*(?:en\s+)?|\s+en\s+|\s*[/–-]\s*)(?:(?:de\s+heer|mevrouw|het\s+lid)\s+)?",
    re.IGNORECASE,
)
_AND_OTHERS: Final = re.compile(r"(?:\s*\((?!Kamerstuk)[^()]{1,30}\))?\s+(?:c\.s\.|cum suis|en anderen)", re.IGNORECASE)
# "de motie op stuk nr. 214", "de moties op de stukken nrs. 12 en 13": how debates name them
NUMBERED: Final = re.compile(
    r"\s+op\s+(?:de\s+)?(?:stuk(?:ken)?|nrs?\.)\s+(?:nrs?\.?\s+|nummers?\s+)?(?P<number>[1-9]\d{0,3})(?!\d|\s\d{3})"
)
_WORDS: Final = (
    "motie",
    "moties",
    "gewijzigde motie",
    "nader gewijzigde motie",
    "aangehouden motie",
    "aangenomen motie",
    "verworpen motie",
)


@Language.factory("standpunt_motions", assigns=["doc.spans"], requires=["doc.spans"])
def make_motions(nlp: Language, name: str) -> Motions:
    """Return the component."""
    extensions.declare()
    return Motions(nlp)


class Motions:
    """Adds MOTION spans, with the movers as PERSON spans inside; the id is `motion/` and the surnames until a Kamerstuk is known."""

    def __init__(self, nlp: Language) -> None:
        self._words = Lexicon(nlp, [Name(word, "MOTION", "", "motion") for word in _WORDS])

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans."""
        entities = [span for span in extensions.found(doc) if span.label_ in ("ORG", "COUNTRY", "FACTION")]
        taken = {at for span in entities for at in range(span.start, span.end)}
        motions: list[Span] = []
        movers: list[Span] = []
        for hit in self._words.find(doc, loose=True):
            at = doc[hit.start].idx
            numbered = NUMBERED.match(extensions.text_of(doc), doc[hit.end - 1].idx + len(doc[hit.end - 1]))
            if numbered:
                motions.append(extensions.span(doc, at, numbered.end(), "MOTION", "", "motion.numbered"))
            named = _movers(doc, hit.end, taken)
            if named:
                to, people = named
                motions.append(extensions.span(doc, at, to, "MOTION", motion_id([span.kb_id_ for span in people]), "motion.movers"))
                movers += people
        if motions:
            persons = [span for span in extensions.found(doc) if span.label_ == "PERSON"]
            known = {span.start_char for span in persons}
            extensions.keep(doc, [*extensions.found(doc), *motions, *(span for span in movers if span.start_char not in known)])
        return doc


def _movers(doc: Doc, start: int, taken: set[int]) -> tuple[int, list[Span]] | None:
    """Return where the movers' names end that follow the word `motie`, and the names."""
    text = extensions.text_of(doc)
    at = doc[start - 1].idx + len(doc[start - 1])
    link = _LINK.match(text, at)
    if link is None:
        return None

    def barred(begin: int, end: int) -> bool:
        word = text[begin:end]
        span = doc.char_span(begin, end, alignment_mode="expand")
        return names.is_no_surname(word) or (span is not None and any(token.i in taken for token in span))

    people: list[Span] = []
    to = link.end()
    position: int | None = link.end()
    while position is not None:
        name = names.read(text, position, barred)
        if name is None:
            break
        people.append(extensions.span(doc, name.at, name.to, "PERSON", name.id(text), "person.mover"))
        to = name.to
        gap = _GAP.match(text, to)
        position = gap.end() if gap else None
    others = _AND_OTHERS.match(text, to)
    if others:
        to = others.end()
    return (to, people) if people else None


def motion_id(movers: Sequence[str]) -> str:
    """Return the id of a motion whose Kamerstuk is unknown, from the ids of those who moved it.

    >>> motion_id(["person/TenBrinke", "person/Verkaik"])
    'motion/TenBrinke-Verkaik'
    """
    return "motion/" + "-".join(mover.removeprefix("person/") for mover in movers)


def proposers(motion: Span) -> tuple[str, ...]:
    """Return the ids of those who moved a motion, the first mover first."""
    return tuple(
        span.kb_id_
        for span in extensions.found(motion.doc)
        if span.label_ == "PERSON" and motion.start <= span.start and span.end <= motion.end
    )
