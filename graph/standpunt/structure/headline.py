"""The title that stands above a text which neither names its subject nor prints what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from standpunt.model import MONTHS
from standpunt.structure import headings
from standpunt.structure.clean import Paragraph
from standpunt.structure.identity import DOSSIER, REGISTRY

#: How many paragraphs may be skipped before it: a page number, the number of an item of the agenda.
SKIPPED: Final = 3
#: A longer line is a sentence, or several.
LONGEST: Final = 200
#: 12 maart 2025 | Den Haag, 12 maart 2025
DAY: Final = rf"(?:[\w ’']{{2,30}},? )?\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b"
#: What may stand above a text and is no title: letterhead, number, day, addressee, somebody who speaks, a field (`Datum: …`).
FURNITURE: Final = re.compile(
    rf"{DOSSIER}(?!\w)|(?i:{DAY}|(?:tweede|eerste) kamer|vergaderjaar|handelingen|stenogram|ministerie\b|directi|postbus"
    r"|retouradres|rijksoverheid"
    r"|den haag|['’]s-gravenhage|nr\b|aan (?:de|het)\b|geachte|beste|voorzitter|de (?:heer|leden|voorzitter|minister|staatssecretaris)\b"
    r"|mevrouw|minister\b|staatssecretaris\b|docproperty\b)|[\w-]+(?: \w+)? ?:"
)
#: A line that is a title though it may end as a sentence: `Vragen van de leden Kröger en Teunissen (ingezonden 3 april 2024).`
ENTITLED: Final = re.compile(
    r"(?i:(?:schriftelijke |mondelinge )?(?:kamer)?(?:vragen|brief) (?:van|over|aan)\b|(?:motie|inbreng|amendement|verslag) van\b"
    r"|(?:\w+)?debat (?:over|van)\b)[^?!]*"
)


def headline(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return what stands above a text: a heading of Markdown, or a line of its own that is neither letterhead nor a sentence."""
    for k, paragraph in enumerate(paragraphs[:SKIPPED]):
        lines = [words for line in paragraph.lines() if any(map(str.isalpha, words := REGISTRY.sub("", line.text).strip()))]
        if not lines:
            continue
        text = str(paragraph) if paragraph.level else lines[0]
        if not text[0].isalpha() or len(text) > LONGEST or FURNITURE.match(text) or headings.match(text):
            return None
        below = lines[1] if len(lines) > 1 else str(paragraphs[k + 1]) if k + 1 < len(paragraphs) else ""
        stands_alone = (len(lines) == 1 or FURNITURE.match(below)) and below and (text[-1].isalnum() or text[-1] in ")»”’'")
        return text.rstrip(".") if paragraph.level or stands_alone or (len(lines) == 1 and ENTITLED.fullmatch(text)) else None
    return None
