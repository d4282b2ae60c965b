"""Headings that only name a subject: `Rusland/Oekraïne`, `Inleiding`, `Werksessie 1: NATO-Ukraine Commission`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from standpunt.structure.clean import Paragraph

#: A heading is a phrase; with a finite verb and this many words it is a sentence that looks like a heading.
SENTENCE_WORDS: Final = 8
FINITE: Final = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|zal|zullen|zou|zouden|kan|kunnen|kon|konden|moet|moeten|blijft|blijven"
    r"|gaat|gaan|komt|komen|wil|willen|doet|doen|staat|staan|ligt|liggen|acht|achten|vindt|vinden|maakt|maken|geeft|geven)\b"
)
MOST: Final = 110
MOST_WORDS: Final = 16
COUNTED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-ZÀ-Þ])")
BEGINS: Final = re.compile(r"[A-ZÀ-Þ0-9«“‘’'\"(]")
ENDS_OPEN: Final = re.compile(r"(?:[.?!;,:]|\b(?:de|het|een|van|en|of|in|op|te|voor|met|dat|die|aan|bij|naar|om))[»”\")’']*$")
#: Commissiedebat NAVO van 22 maart jl. | Motie-Kerkstra c.s.
ABBREVIATED: Final = re.compile(r"\b(?:jl|c\.s|a\.s|e\.d|etc|d\.d)\.$")


def is_title(paragraphs: Sequence[Paragraph], k: int) -> bool:
    """Tell whether paragraph `k` names the subject of what follows."""
    paragraph = paragraphs[k]
    text = str(paragraph)
    words = len(text.split())
    if FINITE.search(text) and words >= SENTENCE_WORDS:
        return False
    if paragraph.level:
        return True
    if k + 1 == len(paragraphs) or len(text) > MOST or words > MOST_WORDS:
        return False
    if paragraph.item:  # 1. Inleiding, and no list
        text = COUNTED.sub("", text)
        if text == str(paragraph) or words > SENTENCE_WORDS or paragraphs[k + 1].item or (k and paragraphs[k - 1].item):
            return False
    return BEGINS.match(text) is not None and (ENDS_OPEN.search(text) is None or ABBREVIATED.search(text) is not None)
