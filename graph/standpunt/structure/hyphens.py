"""Hyphens at line ends: `verde-⏎diging` loses it, `NAVO-⏎Ministers` keeps it, `financiële-⏎en` keeps it and a space."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import Final, Literal

from standpunt import knowledge
from standpunt.knowledge import HyphenPart


@lru_cache
def _hyphen_parts(place: Literal["voor", "achter", "los"]) -> frozenset[str]:
    return frozenset(row.deel.casefold() for row in knowledge.table(HyphenPart) if row.plaats == place)


#: Two letters that would be read as one sound keep the hyphen of a compound: sanctie-instrument, informatie-uitwisseling.
CLASHES: Final = frozenset(["aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu"])


def hyphen(left: str, right: str, words: Container[str]) -> Literal["none", "hyphen", "space"]:
    """Tell what stands between two halves of a word that a line end parts at a hyphen; `words` are the other words of the paper.

    >>> hyphen("verde", "diging", ())
    'none'
    >>> hyphen("NAVO", "Ministers", ())
    'hyphen'
    >>> hyphen("financiële", "en", ())
    'space'
    """
    last = left.rsplit("-", 1)[-1]
    low, next_ = last.casefold(), right.casefold()
    if next_ in _hyphen_parts("los"):
        return "space"
    if not last or not right[0].islower() or last[-1].isdigit() or last.isupper():
        return "hyphen"
    if f"{low}-{next_}" in words or f"{left}-{right}".casefold() in words:
        return "hyphen"
    if low + next_ in words:
        return "none"
    if low in _hyphen_parts("voor") or any(char.isupper() for char in last[1:]):
        return "hyphen"
    name = last[0].isupper()
    if name and (next_ in _hyphen_parts("achter") or (low in words and next_ in words and len(next_) > 3)):
        return "hyphen"
    return "hyphen" if low[-1] + next_[0] in CLASHES else "none"
