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
ENDS_OPEN: Final = re.compile(r"(?:[.?!;,]|\b(?:de|het|een|van|en|of|in|op|te|voor|met|dat|die|aan|bij|naar|om))[»”\")’']*$")


def is_title(paragraphs: Sequence[Paragraph], k: int) -> bool:
    """Tell whether paragraph `k` names the subject of what follows."""
    paragraph = paragraphs[k]
    text = str(paragraph)
    words = len(text.split())
    if FINITE.search(text) and words >= SENTENCE_WORDS:
        return False
    if paragraph.level:
        return True
    if paragraph.item or len(text) > MOST or ENDS_OPEN.search(text) or not (text[0].isupper() or text[0].isdigit() or text[0] in "«“‘’'\""):
        return False
    following = paragraphs[k + 1] if k + 1 < len(paragraphs) else None
    return following is not None and (len(str(following)) > len(text) or len(str(following)) > MOST or following.level > 0)
