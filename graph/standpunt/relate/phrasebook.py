"""Rows of a knowledge file, looked up by the phrases in them: a sentence tries only the rows whose anchor word it holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from standpunt.relate.patterns import START, Match, Pattern

#: A word with its inner hyphens, apostrophes and full stops (`als-dan-vragen`, `scenario's`, `c.s`), or one sign.
WORD = re.compile(r"\w+(?:[-’'.]\w+)*|[^\w\s]")


class Phrases(Protocol):
    """A row with phrases in the language of `relate.patterns`."""

    @property
    def patronen(self) -> tuple[str, ...]:
        """The phrases; any of them will do."""
        ...


R = TypeVar("R", bound=Phrases)


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence in lower case, after the sign for its beginning.

    >>> words_of("Zie het antwoord op vraag 8.")
    ['^', 'zie', 'het', 'antwoord', 'op', 'vraag', '8', '.']
    """
    return [START, *WORD.findall(sentence.lower())]


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """A row and where one of its phrases lies, in places of the word list."""

    row: R
    match: Match


class Phrasebook(Generic[R]):
    """The rows by the anchor words of their phrases."""

    def __init__(self, rows: Iterable[R]) -> None:
        self._by_anchor: dict[str, list[tuple[R, Pattern]]] = defaultdict(list)
        for row in rows:
            for source in row.patronen:
                pattern = Pattern.compile(source)
                for anchor in pattern.anchors:
                    self._by_anchor[anchor].append((row, pattern))

    def all(self, words: Sequence[str], wanted: Callable[[R], bool] = lambda _: True) -> Iterator[Found[R]]:
        """Yield every place where a phrase of a wanted row lies in a word list that begins with the sign for its beginning."""
        candidates = {id(pattern): (row, pattern) for word in dict.fromkeys(words) for row, pattern in self._by_anchor.get(word, ())}
        present = frozenset(words)
        for row, pattern in candidates.values():
            if wanted(row) and pattern.can_occur(present):
                yield from (Found(row, match) for match in pattern.find(words))

    def find(self, words: Sequence[str]) -> list[Found[R]]:
        """Return what is found in a word list, at most once a row, in the order of the text."""
        first: dict[int, Found[R]] = {}
        for found in self.all(words):
            earlier = first.get(id(found.row))
            if earlier is None or found.match.first < earlier.match.first:
                first[id(found.row)] = found
        return sorted(first.values(), key=lambda f: (f.match.first, f.match.last))
