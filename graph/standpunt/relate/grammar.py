"""Function words of Dutch by class (data/knowledge/word_classes.csv): conjunctions, negations, auxiliaries and the like."""

from __future__ import annotations

from functools import lru_cache

from standpunt.knowledge import WordClass, table


@lru_cache
def _classes() -> dict[str, frozenset[str]]:
    return {row.id: frozenset(row.woorden.split()) for row in table(WordClass)}


def words(kind: str) -> frozenset[str]:
    """Return the words of a class, in lower case.

    >>> "omdat" in words("onderschikkers")
    True
    """
    return _classes()[kind]
