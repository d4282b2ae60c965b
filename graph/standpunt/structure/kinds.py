"""Which kind of paper a text is, by the cues of data/knowledge/kinds.csv."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, get_args

from standpunt import knowledge
from standpunt.errors import UnknownKind
from standpunt.knowledge import KindCue
from standpunt.model import PaperKind

#: A kind is recognised from this many points on.
ENOUGH: Final = 2
#: Points from a cue that occurs again and again; more of the same says nothing new.
MOST_OF_ONE: Final = 2
#: How far a text is searched for cues; a paper says early what it is.
LOOKED_AT: Final = 60_000
#: What wins when two kinds have the same points: the narrower kind.
ORDER: Final[tuple[PaperKind, ...]] = ("motion", "debate", "written_questions", "written_consultation", "letter")
#: Kinds that are sure from this many points on, whatever else a text looks like, the surest first.
SPEAKS_FIRST: Final[tuple[PaperKind, ...]] = ("debate", "written_consultation", "written_questions")
CERTAIN: Final = 6
DUTCH: Final = {
    "written_consultation": "schriftelijk overleg",
    "letter": "brief",
    "motion": "motie",
    "debate": "debat",
    "written_questions": "Kamervragen",
}


@lru_cache
def _cues() -> tuple[tuple[PaperKind, re.Pattern[str], int], ...]:
    return tuple((row.soort, re.compile(row.woorden, re.MULTILINE), row.gewicht) for row in knowledge.table(KindCue))


def points(lines: Sequence[str]) -> dict[PaperKind, int]:
    """Return how much speaks for each kind in lines without markup."""
    text = "\n".join(line for line in lines if line)[:LOOKED_AT]
    found: dict[PaperKind, int] = dict.fromkeys(ORDER, 0)
    for kind, pattern, weight in _cues():
        times = 0
        for _ in pattern.finditer(text):
            times += 1
            if times == MOST_OF_ONE:
                break
        found[kind] += times * weight
    return found


def recognise(name: str, lines: Sequence[str], told: str | None = None) -> PaperKind:
    """Return the kind of a paper by its lines; `told` is what sources.csv says, which counts where the text leaves it open.

    Raises:
        UnknownKind: no kind fits, or `told` is no kind.
    """
    if told and told not in get_args(PaperKind):
        raise UnknownKind(f"{name}: sources.csv says kind {told!r}; allowed: {', '.join(get_args(PaperKind))}. Correct the row.")
    found = points(lines)
    best = max(ORDER, key=lambda kind: (found[kind], -ORDER.index(kind)))
    for kind in SPEAKS_FIRST:  # a letter may enclose answers, a debate may have motions read out
        if found[kind] >= CERTAIN:
            best = kind
            break
    if found[best] >= ENOUGH:
        return best
    if told:
        return next(kind for kind in ORDER if kind == told)
    known = ", ".join(f"{DUTCH[kind]} ({kind})" for kind in ORDER)
    raise UnknownKind(
        f"{name}: no heading, speaker line, addressee or signature of a known kind was found in its {sum(map(bool, lines))} lines; "
        f"known kinds: {known}. Name the kind in the column kind of sources.csv, or leave the file out."
    )
