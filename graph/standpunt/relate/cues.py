"""The cues of data/knowledge/cues/, compiled, and where they fire in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from standpunt.knowledge import Cue, table
from standpunt.relate.patterns import START, Match
from standpunt.relate.phrasebook import Phrasebook


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue at one place of a sentence."""

    cue: Cue
    match: Match

    @property
    def tokens(self) -> frozenset[int]:
        """The tokens of the cue's words."""
        return frozenset(self.match.tokens)


def find(words: Sequence[str], *, asked: bool) -> list[Hit]:
    """Return the hits of all cues in a sentence (lower-case words), the longest first.

    `asked` tells whether the sentence is a question: some cues count only there.
    """
    found = _book().all([START, *words], lambda cue: _counts(cue, asked))
    return by_length([Hit(each.row, unmark(each.match)) for each in found])


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
def _book() -> Phrasebook[Cue]:
    return Phrasebook(table(Cue))
