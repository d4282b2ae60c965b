"""Rows of a knowledge file, looked up by the phrases in them: a sentence tries only the rows whose anchor word it holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Phrasebook(Generic[R]):
    """The rows by the anchor words of their phrases."""

    rows: Iterable[R]
    _by_anchor: dict[str, list[tuple[R, Pattern]]] = field(default_factory=lambda: defaultdict(list), init=False)

    def __post_init__(self) -> None:
        for row in self.rows:
            for source in row.patronen:
                pattern = Pattern.compile(source)
                for anchor in pattern.anchors:
                    self._by_anchor[anchor].append((row, pattern))

    def find(self, words: Sequence[str]) -> list[Found[R]]:
        """Return what is found in a word list, at most once a row, in the order of the text."""
        candidates = {id(pattern): (row, pattern) for word in dict.fromkeys(words) for row, pattern in self._by_anchor.get(word, ())}
        found: dict[str, Found[R]] = {}
        present = frozenset(words)
        for row, pattern in candidates.values():
            for match in pattern.find(words) if pattern.can_occur(present) else ():
                earlier = found.get(key := str(id(row)))
                if earlier is None or match.first < earlier.match.first:
                    found[key] = Found(row, match)
        return sorted(found.values(), key=lambda f: (f.match.first, f.match.last))
