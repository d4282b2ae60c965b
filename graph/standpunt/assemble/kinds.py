"""What kind of thing a node of a network is: one of its classes, the same in every network that is drawn or exported."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

#: Classes that tell what kind of thing a node is. Of several the one that stands first says most: a ministry is an organisation too,
#: and a motion that is known by its Kamerstuk is that paper as well.
KINDS: Final = (
    *("Faction", "Cabinet", "Country", "Ministry", "Organisation", "Person", "Topic", "Motion", "Meeting"),
    *("Paper", "Document", "Instrument", "Commitment", "Exchange"),
)
_PLACES: Final = {kind: place for place, kind in enumerate(KINDS)}


def kind_of(classes: Iterable[str]) -> str | None:
    """Return the kind of a thing by the names of its classes, in whatever order they come; None where they tell none.

    >>> kind_of(["Document", "MotionPaper", "Paper", "Motion"])
    'Motion'
    """
    return min((name for name in classes if name in _PLACES), key=_PLACES.__getitem__, default=None)
