"""Small words by which layout is understood, from data/knowledge/small_words.csv."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from standpunt import knowledge
from standpunt.knowledge import SmallWord


@lru_cache
def small_words(sort: Literal["open", "persoonsvorm", "voegsel"]) -> frozenset[str]:
    """Return the words of one sort."""
    return frozenset(row.woord for row in knowledge.table(SmallWord) if row.soort == sort)


def ends_open(text: str) -> bool:
    """Tell whether nothing that is complete ends as this text does: `een pakket voorstellen voor`."""
    words = re.findall(r"\w+$", text[-20:])
    return bool(words) and words[0] in small_words("open")


def is_sentence(text: str) -> bool:
    """Tell whether a text has a finite verb."""
    return not small_words("persoonsvorm").isdisjoint(re.findall(r"\w+", text))
