"""The cues of data/knowledge/cues/, compiled, and where they fire in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from standpunt.knowledge import Cue, table
from standpunt.relate.patterns import START, Match, Pattern


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue at one place of a sentence."""

    cue: Cue
    match: Match

    @property
    def tokens(self) -> frozenset[int]:
        """The tokens of the cue's words."""
        return frozenset(self.match.tokens)


class Cues:
    """Finds cues in sentences; looks up only those of which a word occurs."""

    def __init__(self, rows: Sequence[Cue]) -> None:
        self.by_word: dict[str, list[tuple[Cue, Pattern]]] = {}
        for cue in rows:
            for source in cue.patronen:
                pattern = Pattern.compile(source)
                for word in pattern.anchors:
                    self.by_word.setdefault(word, []).append((cue, pattern))

    def find(self, words: Sequence[str], *, asked: bool) -> list[Hit]:
        """Return the hits in a sentence (lower-case words), the longest first.

        `asked` tells whether the sentence is a question: some cues count only there.
        """
        candidates = {id(pair[1]): pair for word in dict.fromkeys((START, *words)) for pair in self.by_word.get(word, ())}
        marked = [START, *words]
        present = frozenset(marked)
        hits = [
            Hit(cue, unmark(match))
            for cue, pattern in candidates.values()
            if _counts(cue, asked) and pattern.can_occur(present)
            for match in pattern.find(marked)
        ]
        return by_length(hits)


def by_length(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits, the longest first."""
    return sorted(hits, key=lambda hit: (-len(hit.match.tokens), hit.match.first, hit.match.last, hit.cue.id))


def outermost(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits, longest first, without those that lie within a longer one."""
    kept: list[Hit] = []
    for hit in hits:
        if not any(hit.tokens <= other.tokens for other in kept):
            kept.append(hit)
    return kept


def _counts(cue: Cue, asked: bool) -> bool:
    """Tell whether a cue can mean anything in such a sentence: a question asks, it does not hold."""
    return cue.vraag == "ja" or cue.relatie == "asks_about" or (cue.vraag == "alleen") == asked


def unmark(match: Match) -> Match:
    """Return the match in token numbers of the sentence itself, without the mark of its beginning."""
    return Match(tuple(i - 1 for i in match.tokens if i) or (0,), None if match.verb is None else match.verb - 1, match.past)


@lru_cache
def all_cues() -> Cues:
    """Return the cues of the knowledge file, compiled once."""
    return Cues(table(Cue))


def rules() -> Iterator[Cue]:
    """Yield the cue rows in the order of the file."""
    yield from table(Cue)
