"""Signatures below a letter or a report: `De Minister van Buitenlandse Zaken,⏎W.B. Hoekstra`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from standpunt.model import Signatory
from standpunt.structure.clean import Paragraph

TITLE: Final = r"(?:(?:drs|mr|dr|ir|prof|ing)\.\s*)*"
INITIALS: Final = r"(?:[A-ZÀ-Þ][a-z]?\.\s?){0,5}"
PARTICLES: Final = r"(?:(?:van|de|der|den|het|ten|ter|te|’t|'t|el|von|di)\s+){0,3}"
SURNAME: Final = r"[A-ZÀ-Þ][\w’'-]+(?:[ -](?:(?:van|de|der|den|ten|ter)\s){0,2}[A-ZÀ-Þ][\w’'-]+){0,3}"
#: A name as it is printed below a letter.
NAME: Final = re.compile(rf"{TITLE}{INITIALS}{PARTICLES}{SURNAME}")

ROLE: Final = (
    r"(?:Mede namens [^,]{3,90},\s+)?(?:[Dd]e |[Hh]et |[Nn]amens de )?(?:\w+ )?"
    r"(?:[Mm]inister|[Ss]taatssecretaris|[Mm]inister-[Pp]resident|[Vv]iceminister-[Pp]resident|[Vv]oorzitter|(?:[Aa]djunct-)?[Gg]riffier)"
    r"\b[^,.?!:;]{0,110}(?:,(?= [A-Z])[^,.?!:;]{3,60}(?= en ))?[^,.?!:;]{0,60}"
)
#: De Minister van Defensie, H.J. van Aalsteren
SIGNED: Final = re.compile(rf"(?P<role>{ROLE}),\s*(?P<name>{NAME.pattern})")
ROLE_ALONE: Final = re.compile(rf"(?P<role>{ROLE}),?")
#: No signature is longer.
MOST: Final = 260


def signs(text: str, before: str = "") -> bool:
    """Tell whether a paragraph is a signature, or the name below an office.

    >>> signs("De Minister van Defensie, H.J. van Aalsteren")
    True
    """
    if len(text) > MOST:
        return False
    below = len(before) < MOST and before.endswith(",") and ROLE_ALONE.fullmatch(before) is not None
    office = text.endswith(",") and ROLE_ALONE.fullmatch(text) is not None
    return office or SIGNED.fullmatch(text) is not None or (below and NAME.fullmatch(text) is not None)


def signatories(paragraphs: Sequence[Paragraph]) -> tuple[Signatory, ...]:
    """Return who signs: an office with a comma, and a name behind it or in the next paragraph."""
    found: list[Signatory] = []
    for k, paragraph in enumerate(paragraphs):
        text = str(paragraph)
        if len(text) > MOST:
            continue
        if signed := SIGNED.fullmatch(text):
            found.append(Signatory(signed["name"], signed["role"], *paragraph.text.offsets.span(*signed.span("name"))))
        elif text.endswith(",") and ROLE_ALONE.fullmatch(text) and k + 1 < len(paragraphs):
            name = paragraphs[k + 1].text
            if NAME.fullmatch(name.text):
                found.append(Signatory(name.text, text.rstrip(","), name.start, name.end))
    return tuple(found)


def names_below(paragraphs: Sequence[Paragraph]) -> tuple[Signatory, ...]:
    """Return the names that stand one below the other from the first paragraph on: who signs a motion."""
    found: list[Signatory] = []
    for line in (line for paragraph in paragraphs for line in paragraph.lines()):
        if not NAME.fullmatch(line.text):
            break
        found.append(Signatory(line.text, None, line.start, line.end))
    return tuple(found)
