"""Where a cue means nothing: beside phrases that make a rule, a report or a turn of speech of it (data/knowledge/silencers.csv)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from standpunt.knowledge import Silencer, table
from standpunt.model import CABINET
from standpunt.relate.patterns import START, Pattern


@lru_cache
def _by_cue() -> Mapping[str, tuple[tuple[Silencer, tuple[Pattern, ...]], ...]]:
    rows = [(row, tuple(Pattern.compile(source) for source in row.patronen)) for row in table(Silencer)]
    cues = {cue for row, _ in rows for cue in row.cues}
    return {cue: tuple((row, patterns) for row, patterns in rows if cue in row.cues) for cue in cues}


def silencer(cue: str, words: Sequence[str], speaker: str | None) -> Silencer | None:
    """Return the row that silences a cue in a sentence (lower-case words); None where it may speak.

    >>> silencer("moet", "op grond van artikel 5 moet de school dit melden".split(), "actor/kabinet").id
    'rechtsgrond'
    """
    marked = [START, *words]
    present = frozenset(marked)
    voice = "kabinet" if speaker == CABINET else "fractie"
    for row, patterns in _by_cue().get(cue, ()):
        if row.spreker in (None, voice) and any(pattern.can_occur(present) and pattern.occurs(marked) for pattern in patterns):
            return row
    return None
