"""Signatures below a letter or a report: `De Minister van Buitenlandse Zaken,⏎W.B. Hoekstra`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from standpunt.model import Signatory
from standpunt.structure.clean import Paragraph

TITLE: Final = r"(?:(?:drs|mr|dr|ir|prof|ing)\.\s*)*"
INITIALS: Final = r"(?:[A-ZÀ-Þ][a-z]?\.\s?){%s,5}"
PARTICLES: Final = r"(?:(?:van|de|der|den|het|ten|ter|te|’t|'t|el|von|di)\s+){0,3}"
SURNAME: Final = r"[A-ZÀ-Þ][\w’'-]+(?:[ -](?:(?:van|de|der|den|ten|ter)\s){0,2}[A-ZÀ-Þ][\w’'-]+){0,3}"
#: A name as it is printed below a letter.
NAME: Final = re.compile(rf"{TITLE}{INITIALS % 0}{PARTICLES}{SURNAME}")
#: (w.g.) R.A. Terwisscha, above the office
AS_SIGNED: Final = re.compile(rf"(?:\(?w\.g\.\)?\s*)?(?P<name>{TITLE}{INITIALS % 1}{PARTICLES}{SURNAME})")
INITIALLED: Final = re.compile(rf"{TITLE}{INITIALS % 1}{PARTICLES}{SURNAME}")

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


def signs(text: str, before: str = "", after: str = "") -> bool:
    """Tell whether a paragraph is a signature, or one half of it, between the paragraphs before and after it.

    >>> signs("De Minister van Defensie, H.J. van Aalsteren")
    True
    """
    if len(text) > MOST:
        return False
    whole = SIGNED.fullmatch(text) is not None
    name_below = _office(text, after) or (_office(before, text) and _name(text, before))
    name_above = _office_below(text, after) or _office_below(before, text)
    return whole or name_below or name_above


def _office(text: str, after: str) -> bool:
    """Tell whether a paragraph is an office whose holder signs: a comma says so, else the name with initials below it."""
    if len(text) > MOST or not ROLE_ALONE.fullmatch(text):
        return False
    return text.endswith(",") or INITIALLED.fullmatch(after) is not None


def _office_below(text: str, after: str) -> bool:
    """Tell whether a paragraph is a name with initials, and the office stands below it."""
    return len(after) <= MOST and AS_SIGNED.fullmatch(text) is not None and ROLE_ALONE.fullmatch(after) is not None and after[-1] != ","


def _name(text: str, before: str) -> bool:
    return (NAME if before.endswith(",") else INITIALLED).fullmatch(text) is not None


def signatories(paragraphs: Sequence[Paragraph]) -> tuple[Signatory, ...]:
    """Return who signs: an office, and a name behind it or in the next paragraph; or a name, and the office below it."""
    found: list[Signatory] = []
    lines = [line for paragraph in paragraphs for line in (paragraph.lines() if len(str(paragraph)) <= MOST else [paragraph.text])]
    for k, line in enumerate(lines):
        after = lines[k + 1] if k + 1 < len(lines) else None
        if len(line.text) <= MOST and (signed := SIGNED.fullmatch(line.text)):
            found.append(Signatory(signed["name"], signed["role"], *line.offsets.span(*signed.span("name"))))
        elif after and _office(line.text, after.text) and _name(after.text, line.text):
            found.append(Signatory(after.text, line.text.rstrip(","), after.start, after.end))
        elif after and _office_below(line.text, after.text) and (name := AS_SIGNED.fullmatch(line.text)):
            found.append(Signatory(name["name"], after.text, *line.offsets.span(*name.span("name"))))
    return tuple(found)


def names_below(paragraphs: Sequence[Paragraph]) -> tuple[Signatory, ...]:
    """Return the names that stand one below the other from the first paragraph on: who signs a motion."""
    found: list[Signatory] = []
    for line in (line for paragraph in paragraphs for line in paragraph.lines()):
        if not NAME.fullmatch(line.text):
            break
        found.append(Signatory(line.text, None, line.start, line.end))
    return tuple(found)
