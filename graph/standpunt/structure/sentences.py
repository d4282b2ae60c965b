"""Cleaned text → sentences: Dutch abbreviations, initials, paper numbers and quotations don't end one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from standpunt import knowledge
from standpunt.knowledge import Abbreviation

#: Where a sentence may end: closing punctuation, then white space, then what may begin a sentence.
BOUNDARY: Final = re.compile(r"[.?!…]+[»”\")’'\]]*(?=\s+[«“„\"(‘'\[•–-]*\s?(?:[A-ZÀ-Þ0-9]|['’‘][a-z]\b))")
#: Where an item of a motion ends within a line, as in copies that lost their line breaks: `…; verzoekt de regering …`.
ITEM: Final = re.compile(
    r"[;,.](?=\s+(?:en\s+)?(?:[Vv]erzoekt\s+(?:de|het|u|daarom|tevens|voorts)\b|(?:[Oo]verwegende|[Cc]onstaterende),?\s+dat\b"
    r"|[Ss]preekt\s+(?:uit|als)\b|(?:[Rr]oept|[Dd]raagt)\s+(?:de\s+regering|het\s+kabinet)\b|[Ee]n\s+gaat\s+over\s+tot\s+de\s+orde\b))"
)
PARAGRAPH: Final = re.compile(r"[^\n]+")
INITIALS: Final = re.compile(r"\(?(?:[A-ZÀ-Þ][a-z]?\.?-?)?(?:[A-ZÀ-Þ]\.)*[A-ZÀ-Þ]")
DOTTED: Final = re.compile(r"\(?(?:[a-z]{1,4}\.)+[a-z]{1,4}")  # d.w.z, m.b.t, i.h.k.v
ENUMERATOR: Final = re.compile(r"\(?(?:\d{1,3}|[ivx]{1,4}|[IVX]{1,4}|[a-zA-Z])")


@lru_cache
def _abbreviations() -> dict[str, bool]:
    """Return the abbreviations without their last dot, and whether a sentence may end in them."""
    return {row.afkorting.casefold().rstrip("."): row.einde for row in knowledge.table(Abbreviation)}


def split(text: str, *, in_motion: bool = False) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a cleaned text, in which paragraphs end in a line break; of a motion those of its items too.

    >>> split("Zie het antwoord op vraag 1. In EU-verband geldt dit ook.")
    [(0, 28), (29, 57)]
    >>> split("overwegende dat dit kan; verzoekt de regering dit te doen,", in_motion=True)
    [(0, 24), (25, 58)]
    """
    spans: list[tuple[int, int]] = []
    for paragraph in PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        items = list(ITEM.finditer(text, start, end)) if in_motion else []
        for found in sorted([*BOUNDARY.finditer(text, start, end), *items], key=re.Match.end):
            if found.start() > start and (found in items or _ends(text, start, found)):
                _add(spans, text, start, found.end())
                start = found.end()
        _add(spans, text, start, end)
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += piece.index(stripped)
        spans.append((start, start + len(stripped)))


def _ends(text: str, start: int, boundary: re.Match[str]) -> bool:
    """Tell whether a sentence that begins at `start` ends at a boundary."""
    mark = boundary.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    before = text[start : boundary.start()]
    word = before.rsplit(None, 1)[-1].lstrip('(«“„"‘[') if before.split() else ""
    first = len(word) == len(before.strip().lstrip('(«“„"‘['))
    if first and ENUMERATOR.fullmatch(word):
        return False  # 1. De brief …, a. …: what stands at the very beginning counts the sentence instead of ending it
    following = text[boundary.end() : boundary.end() + 4].lstrip()[:1]
    if word.isupper() and word.isalpha() and len(word) > 1 and not following.isdigit():
        return True  # de VS. President Biden …: no abbreviation of words, which vs. is
    may_end = _abbreviations().get(word.casefold())
    if may_end is not None:
        return may_end and not word.isupper() and not following.isdigit() and following != "("
    if DOTTED.fullmatch(word):
        return False
    return not INITIALS.fullmatch(word) or (len(word) > 1 and "." not in word)
