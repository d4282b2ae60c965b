"""Words of Dutch by class: function words (data/knowledge/word_classes.csv) and what fills places of cue phrases (word_lists.csv)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from standpunt import resources
from standpunt.errors import Fault, KnowledgeError
from standpunt.knowledge import WordClass, WordList, table

ARTICLES = frozenset({"de", "het", "een"})
FIRST_PERSON = frozenset({"ik", "wij", "we"})


@lru_cache
def _classes() -> dict[str, frozenset[str]]:
    return {row.id: frozenset(row.woorden.split()) for row in table(WordClass)}


def words(kind: str) -> frozenset[str]:
    """Return the words of a class, in lower case.

    Raises:
        KnowledgeError: there is no such class.

    >>> "omdat" in words("onderschikkers")
    True
    """
    if kind not in _classes():
        path = resources.knowledge("word_classes.csv")
        raise KnowledgeError([Fault(path, 0, "id", kind, "no row has this id, and reading sentences needs it; put the row back")])
    return _classes()[kind]


@lru_cache
def word_lists() -> dict[str, frozenset[str]]:
    """Return the lists that a cue phrase may name, such as `<onwenselijk>`; one may name others.

    >>> "schadelijk" in word_lists()["onwenselijk"]
    True
    """
    lists = {row.id: row.woorden for row in table(WordList)}
    return {name: frozenset(_flat(lists, name)) for name in lists}


def _flat(lists: Mapping[str, Sequence[str]], name: str) -> Iterator[str]:
    for word in lists[name]:
        if word.startswith("<"):
            yield from _flat(lists, word[1:-1])
        else:
            yield word
