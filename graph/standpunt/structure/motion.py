"""Motions: considerations and requests, spoken by the member who proposes it."""

from __future__ import annotations

import re
from typing import Final

from standpunt.structure import headings
from standpunt.structure.clean import Layout
from standpunt.structure.draft import Outline
from standpunt.structure.headings import SORTS

TITLE: Final = re.compile(r"(?i)(?:(?:nader|gewijzigde|verbeterde)\s+)*motie van (?:het lid|de leden)\s+(?P<names>.+)")
#: The proposer stands first: MOTIE VAN DE LEDEN DASSEN EN PIRI, MOTIE VAN HET LID BOERSMA C.S. TER VERVANGING VAN …
FIRST_NAME: Final = re.compile(r"(?i)(?P<name>[^,]+?)(?:\s+(?:c\.s\.|en\s|ter vervanging|over\s|\().*|,.*|$)")
OPENING: Final = re.compile(r"(?i)(?:\W*\d+\W*)?de kamer\s*,")
CLOSING: Final = re.compile(r"(?i)en gaat over tot de orde van de dag")
SMALL: Final = frozenset(["van", "de", "der", "den", "het", "ten", "ter", "te", "in", "'t", "’t", "op", "la", "el", "von", "di", "du"])


def outline(layout: Layout, chamber: str | None = None) -> Outline:
    """Return the outline of a motion."""
    made = Outline()
    paragraphs = layout.paragraphs
    proposer = _proposer([str(p) for p in paragraphs])
    speaking = False
    closed = False
    for paragraph in paragraphs:
        text = str(paragraph)
        if not speaking and not closed and (OPENING.match(text) or headings.match(text, sorts=SORTS["motion"])):
            speaking = True
        if speaking:
            made.add("motion", proposer, paragraph.text)
            if CLOSING.match(text):
                speaking, closed = False, True
        elif TITLE.search(text) and not closed:
            made.add("heading", proposer, paragraph.text)
        else:
            for line in paragraph.lines():
                made.add("front", proposer if closed else None, line)
    return made


def _proposer(texts: list[str]) -> str | None:
    for k, text in enumerate(texts):
        found = TITLE.search(text)
        if found:
            names = found.group("names")
            first = FIRST_NAME.match(names)
            return person(first.group("name") if first else names)
        if CLOSING.match(text) and k + 1 < len(texts):
            return person(texts[k + 1])  # a motion without a title: the first who signs
    return None


def person(name: str) -> str:
    """Return the id of a person by surname, whatever the case it is printed in.

    >>> person("VAN DER WIELEN"), person("ROMKE DE JONG")
    ('person/VanderWielen', 'person/DeJong')
    """
    words = name.strip(" .,*").split()
    if name.isupper():
        words = [word.lower() if word.lower() in SMALL else "-".join(part.capitalize() for part in word.split("-")) for word in words]
    while len(words) > 1 and words[0].lower() not in SMALL:
        words = words[1:]  # a given name
    joined = "".join(words)
    return "person/" + joined[:1].upper() + joined[1:]
