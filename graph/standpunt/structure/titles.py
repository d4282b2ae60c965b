"""Headings that only name a subject: `Rusland/Oekraïne`, `Inleiding`, `Werksessie 1: NATO-Ukraine Commission`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from standpunt.structure.clean import Paragraph
from standpunt.structure.words import ends_open, is_sentence

#: A heading is a phrase; with a finite verb and this many words it is a sentence that looks like a heading.
SENTENCE_WORDS: Final = 8
#: No subject is longer.
MOST: Final = 110
MOST_WORDS: Final = 16
COUNTED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-ZÀ-Þ])")
BEGINS: Final = re.compile(r"[A-ZÀ-Þ0-9«“‘’'\"(]")
PUNCTUATED: Final = re.compile(r"[.?!;,:][»”\")’']*$")
#: Commissiedebat NAVO van 22 maart jl. | Motie-Kerkstra c.s.
ABBREVIATED: Final = re.compile(r"\b(?:jl|c\.s|a\.s|e\.d|etc|d\.d)\.$")


def is_title(paragraphs: Sequence[Paragraph], k: int) -> bool:
    """Tell whether paragraph `k` names the subject of what follows."""
    paragraph = paragraphs[k]
    text = str(paragraph)
    words = len(text.split())
    if words >= SENTENCE_WORDS and is_sentence(text):
        return False
    if paragraph.level:
        return True
    if k + 1 == len(paragraphs) or len(text) > MOST or words > MOST_WORDS:
        return False
    if paragraph.item:  # 1. Inleiding, and no list
        text = COUNTED.sub("", text)
        if text == str(paragraph) or words > SENTENCE_WORDS or paragraphs[k + 1].item or (k and paragraphs[k - 1].item):
            return False
    if PUNCTUATED.search(text) and not ABBREVIATED.search(text):
        return False
    return BEGINS.match(text) is not None and not ends_open(text)
