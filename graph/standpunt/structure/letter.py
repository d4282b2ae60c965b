"""Letters to the House, and the reports that they enclose: the cabinet speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from standpunt.model import CABINET
from standpunt.structure.clean import Layout, Paragraph
from standpunt.structure.draft import Outline
from standpunt.structure.titles import is_title

#: A line of the letterhead, not of the letter.
HEAD: Final = re.compile(
    r"(?i)aan de (?:voorzitter|leden)\b|de voorzitter van de|(?:tweede|eerste) kamer der|ministerie van|directie|afdeling|postbus|\d{4} ?[a-z]{2}\b"
    r"|(?:datum|betreft|onderwerp|(?:onze|uw) (?:referentie|kenmerk|brief)|kenmerk|bijlagen?(?:\(n\))?|contactpersoon|pagina|telefoon|t |f |e |www\.)"
    r"|(?:den haag|[’']s-gravenhage), |vergaderjaar|nr\. |\d{2} \d{3}\b|brief van (?:de|het)|bzdoc|[\w-]*\d[\w-]*$"
)
GREETING: Final = re.compile(r"(?i)geachte\b.{0,60}(?:voorzitter|leden|heer|mevrouw|kamer)\b")
PLACE_AND_DATE: Final = re.compile(r"(?i)(?:den haag|['’]s-gravenhage|datum)\W+\d{1,2} [a-z]+ \d{4}")
#: How far the letterhead may reach.
HEAD_PARAGRAPHS: Final = 40
SIGNATURE: Final = re.compile(
    r"(?i)(?:mede namens [^,]{3,90},\s*)?(?:de |het )?(?:minister|staatssecretaris|minister-president|voorzitter|griffier)\b[^.?!:;]{0,120},\s*(?:\S.{2,60})?"
)
NAME: Final = re.compile(
    r"(?:(?:drs|mr|dr|ir|prof|ing)\.\s*)*(?:[A-ZÀ-Þ][a-z]?\.\s?){1,5}(?:[a-z’']+\s){0,3}[A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ][\w’'-]+){0,2}|[A-ZÀ-Þ][\w’'-]+(?:\s[\w’'-]+){0,3}"
)


def outline(layout: Layout, chamber: str | None = None) -> Outline:
    """Return the outline of a letter."""
    made = Outline()
    add(made, layout.paragraphs)
    return made


def add(made: Outline, paragraphs: Sequence[Paragraph]) -> None:
    """Add the paragraphs of a letter to an outline."""
    first = _body_starts([str(p) for p in paragraphs])
    for k, paragraph in enumerate(paragraphs):
        text = str(paragraph)
        if k < first:
            made.add("front", None, paragraph.text)
        elif _signs(text, str(paragraphs[k - 1]) if k else ""):
            made.add("front", CABINET, paragraph.text)
        elif is_title(paragraphs, k):
            made.add("heading", CABINET, paragraph.text)
        else:
            made.add("body", CABINET, paragraph.text)


def _body_starts(texts: list[str]) -> int:
    """Return the index of the letter's first paragraph."""
    head = texts[:HEAD_PARAGRAPHS]
    last = -1
    for k, text in enumerate(head):
        if GREETING.match(text):
            return k + 1
        short = len(text) < 200
        if PLACE_AND_DATE.fullmatch(text) or short and HEAD.match(text):
            last = k
        elif not short:
            break
    return last + 1


def _signs(text: str, before: str) -> bool:
    """Tell whether a paragraph is a signature: an office and a name, or one of them below the other."""
    return SIGNATURE.fullmatch(text) is not None or (SIGNATURE.fullmatch(before) is not None and NAME.fullmatch(text) is not None)
