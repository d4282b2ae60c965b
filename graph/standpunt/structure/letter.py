"""Letters to the House, and the reports that they enclose: the cabinet speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from standpunt.model import CABINET, Chamber
from standpunt.structure import signatures
from standpunt.structure.clean import Layout, Paragraph, around
from standpunt.structure.draft import Outline
from standpunt.structure.titles import is_title

#: A line of the letterhead, not of the letter.
HEAD: Final = re.compile(
    r"(?i)aan de (?:voorzitter|leden)\b|de voorzitter van de|(?:tweede|eerste) kamer der|ministerie van|directie|afdeling|postbus"
    r"|\d{4} ?[a-z]{2}\b|bij beantwoording de datum|projectnaam"
    r"|(?:datum|betreft|onderwerp|(?:onze?|ons|uw) (?:referentie|kenmerk|brief)|kenmerk|bijlagen?(?:\(n\))?)\b"
    r"|contactpersoon|pagina|telefoon|[tfe] |www\.|(?:den haag|[’']s-gravenhage), |vergaderjaar|nr\. |\d{2} \d{3}\b|brief van (?:de|het)"
    r"|[\w-]*\d[\w-]*$"
)
GREETING: Final = re.compile(r"(?i)geachte\b.{0,60}(?:voorzitter|leden|heer|mevrouw|kamer)\b")
PLACE_AND_DATE: Final = re.compile(r"(?i)(?:den haag|['’]s-gravenhage|datum)\W+\d{1,2} [a-z]+ \d{4}")
ADDRESS: Final = re.compile(r"Aan de (?:[Vv]oorzitter|[Mm]inister|[Ss]taatssecretaris)[^.?!:;]{0,120}")
TITLE_OF_QUESTIONS: Final = re.compile(
    r"(?:Schriftelijke v|V)ragen (?:van|gesteld door) |Antwoord(?:en)? (?:van|op) .*\b(?:[Kk]amer)?vragen\b|Antwoord van .*\(ontvangen ",
    re.DOTALL,
)
REFERENCE: Final = re.compile(r"[\w-]*\d{4}[\w-]*")
#: How far the letterhead may reach.
HEAD_PARAGRAPHS: Final = 40


def outline(layout: Layout, chamber: Chamber | None = None) -> Outline:
    """Return the outline of a letter."""
    made = Outline()
    add(made, layout.paragraphs)
    return made


def add(made: Outline, paragraphs: Sequence[Paragraph]) -> None:
    """Add the paragraphs of a letter to an outline."""
    first = _body_starts([str(p) for p in paragraphs])
    for k, paragraph in enumerate(paragraphs):
        text = str(paragraph)
        if k < first or REFERENCE.fullmatch(text) or TITLE_OF_QUESTIONS.match(text):
            made.add("front", None, paragraph.text)
        elif signatures.signs(text, *around(paragraphs, k)):
            made.add("front", CABINET, paragraph.text)
        elif is_title(paragraphs, k):
            made.add("heading", CABINET, paragraph.text)
        else:
            made.add("body", CABINET, paragraph.text)


def is_head(text: str) -> bool:
    """Tell whether a paragraph is an address or a date above a letter."""
    return PLACE_AND_DATE.fullmatch(text) is not None or ADDRESS.fullmatch(text) is not None


def _body_starts(texts: list[str]) -> int:
    """Return the index of the letter's first paragraph."""
    head = texts[:HEAD_PARAGRAPHS]
    last = -1
    for k, text in enumerate(head):
        if GREETING.match(text):
            return k + 1
        short = len(text) < 200
        if PLACE_AND_DATE.fullmatch(text) or (short and HEAD.match(text)):
            last = k
        elif not short:
            break
    return last + 1
