"""Motions: considerations and requests, spoken by the member who proposes it."""

from __future__ import annotations

import re
from typing import Final

from standpunt.model import Chamber
from standpunt.structure import headings, names
from standpunt.structure.clean import Layout, Paragraph, join
from standpunt.structure.draft import Outline
from standpunt.structure.headings import SORTS

TITLE: Final = re.compile(r"(?i)(?:nr\.? ?\d+ )?(?:(?:nader|gewijzigde|verbeterde)\s+)*motie van (?:het lid|de leden)\s+(?P<names>.+)")
#: The proposer stands first: MOTIE VAN DE LEDEN DASSEN EN PIRI, MOTIE VAN HET LID BOERSMA C.S. TER VERVANGING VAN …
FIRST_NAME: Final = re.compile(r"(?i)(?P<name>[^,]+?)(?:\s+(?:c\.s\.|en\s|ter vervanging|over\s|\().*|,.*|$)")
OPENING: Final = re.compile(r"(?i)(?:\W*\d+\W*)?de kamer\s*,")
CLOSING: Final = re.compile(r"(?i)en gaat over tot de orde van de dag")


def outline(layout: Layout, chamber: Chamber | None = None) -> Outline:
    """Return the outline of a motion."""
    made = Outline()
    paragraphs = layout.paragraphs
    proposer = _proposer([line.text for paragraph in paragraphs for line in paragraph.lines()])
    first = next((k for k, p in enumerate(paragraphs) if OPENING.match(str(p)) or headings.match(str(p), sorts=SORTS["motion"])), 0)
    last = next((k for k, p in enumerate(paragraphs) if CLOSING.match(str(p))), len(paragraphs) - 1)
    for paragraph in paragraphs[:first]:
        _head(paragraph, proposer, made)
    for paragraph in paragraphs[first : last + 1]:
        made.add("motion", proposer, paragraph.text)
    for paragraph in paragraphs[last + 1 :]:
        for line in paragraph.lines():
            made.add("front", proposer, line)
    return made


def _head(paragraph: Paragraph, proposer: str | None, made: Outline) -> None:
    """Add a paragraph above the motion: its title is a heading, which may go on over several lines in capitals."""
    lines = paragraph.lines()
    title = next((k for k, line in enumerate(lines) if TITLE.match(line.text)), None)
    if title is None:
        for line in lines:
            made.add("front", None, line)
        return
    end = next((k for k in range(title + 1, len(lines)) if not lines[k].text.isupper()), len(lines))
    for line in lines[:title]:
        made.add("front", None, line)
    made.add("heading", proposer, join(lines[title:end], " "))
    for line in lines[end:]:
        made.add("front", None, line)


def _proposer(lines: list[str]) -> str | None:
    for k, line in enumerate(lines):
        if found := TITLE.match(line):
            first = FIRST_NAME.match(found.group("names"))
            return names.bearer(first.group("name") if first else found.group("names"))
        if CLOSING.match(line) and k + 1 < len(lines):
            return names.bearer(lines[k + 1])  # a motion without a title: the first who signs
    return None
