"""What a holder's claims on a topic add up to, over time, with what contradicts it.

A direction is shown only where the evidence bears it:

- at least two claims for one side, or one claim whose rule is right in at least nine cases of ten (its measured
  confidence); a claim without measured confidence is weak evidence and never bears a direction alone;
- at most a fifth of the claims for either side say the opposite;
- with more contradiction, and at least two claims on each side, the position is `mixed`: there is disagreement to read;
- else there is no direction, and the claims stand for themselves.

A sentence that a paper repeats word for word is one claim, said again, and counts once: it is no more evidence than before.

What another says of a faction or of the cabinet (`De VVD wil de huren verhogen`, in an opponent's speech) is no part of its
position: in these papers it speaks for itself. Countries, organisations and persons hardly do, so what is told of them counts.

Worries and calls are counted, but have no direction: who worries about sanctions may want more of them or fewer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as Date
from typing import Final, Literal, Protocol

from standpunt.model import CABINET, Position, Relation

Direction = Literal["supports", "opposes", "mixed"]

COUNTED: Final[frozenset[Relation]] = frozenset({"supports", "opposes", "concerned_about", "calls_for"})
#: The number behind the id of a claim that a paper repeats word for word.
REPETITION: Final = re.compile(r"(?<=/claim/[0-9a-f]{12})-\d+$")
#: A rule that is right so often may bear a direction by one claim.
HIGH_CONFIDENCE: Final = 0.9
#: So many claims bear a direction together, whatever their confidence.
ENOUGH: Final = 2
#: More than this part of the claims on the other side, and there is no one direction.
CONTRADICTED: Final = 0.2
#: How the ids begin of those who speak for themselves in these papers, beside the cabinet.
FACTION: Final = "faction/"


class Said(Protocol):
    """What positions need to know of a claim."""

    @property
    def id(self) -> str:
        """`<paper>/claim/<hash>`."""
        ...

    @property
    def holder(self) -> str:
        """Whose claim it is."""
        ...

    @property
    def member_of(self) -> str | None:
        """The faction as whose member a person says so; None where that is not known, and for who is no person."""
        ...

    @property
    def relation(self) -> Relation:
        """What it does."""
        ...

    @property
    def topics(self) -> tuple[str, ...]:
        """What it is about."""
        ...

    @property
    def speaker(self) -> str | None:
        """Who says so; None where that is not known."""
        ...

    @property
    def confidence(self) -> float | None:
        """How often its rule was right on the gold; None where too few cases were seen."""
        ...


def paper_of(claim: str) -> str:
    """Return the paper of a claim, by its id.

    >>> paper_of("kst-28676-384/claim/1b2c3d4e5f60")
    'kst-28676-384'
    """
    return claim.partition("/claim/")[0]


def first_said(claim: str) -> str:
    """Return the id under which a claim was made first: a repetition in the same paper bears a number behind it.

    >>> first_said("kst-28676-384/claim/1b2c3d4e5f60-2")
    'kst-28676-384/claim/1b2c3d4e5f60'
    """
    return REPETITION.sub("", claim)


def is_own(claim: Said) -> bool:
    """Tell whether a claim counts for its holder: it says so itself, nobody knows who does, or it does not speak in these papers."""
    speaks_for_itself = claim.holder == CABINET or claim.holder.startswith(FACTION)
    return not speaks_for_itself or claim.speaker in (claim.holder, None)


def positions(claims: Iterable[Said], dates: Mapping[str, Date | None]) -> tuple[Position, ...]:
    """Return the position of each holder on each topic about which it says something, in the order of their ids.

    What a member said as one of a faction, and what he said as one of another or of none that is known, are positions of their own.

    Args:
        claims: of all papers.
        dates: the day of each paper, by its id; a paper without one counts, but has no place in time.
    """
    by_topic: dict[tuple[str, str, str], dict[str, Said]] = defaultdict(dict)
    for claim in claims:
        if claim.relation in COUNTED and is_own(claim):
            for topic in claim.topics:
                by_topic[claim.holder, topic, claim.member_of or ""].setdefault(first_said(claim.id), claim)
    return tuple(_position(holder, topic, group or None, said, dates) for (holder, topic, group), said in sorted(by_topic.items()))


def _position(holder: str, topic: str, member_of: str | None, said: Mapping[str, Said], dates: Mapping[str, Date | None]) -> Position:
    by_relation: dict[Relation, list[Said]] = {relation: [] for relation in COUNTED}
    for claim in said.values():
        by_relation[claim.relation].append(claim)
    supports, opposes = by_relation["supports"], by_relation["opposes"]
    found = direction(supports, opposes)
    days = sorted(day for claim in said.values() if (day := dates.get(paper_of(claim.id))))
    return Position(
        holder=holder,
        topic=topic,
        member_of=member_of,
        direction=found,
        supports=len(supports),
        opposes=len(opposes),
        concerned=len(by_relation["concerned_about"]),
        calls=len(by_relation["calls_for"]),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        claims=tuple(sorted(claim.id for claim in said.values())),
        contradicting=tuple(sorted(claim.id for claim in _contradicting(found, supports, opposes))),
    )


def direction(supports: Sequence[Said], opposes: Sequence[Said]) -> Direction | None:
    """Return the direction that claims for and against bear; None where they bear none."""
    more: Direction = "supports" if len(supports) >= len(opposes) else "opposes"
    major, minor = (supports, opposes) if more == "supports" else (opposes, supports)
    if len(minor) > CONTRADICTED * (len(major) + len(minor)):
        return "mixed" if len(minor) >= ENOUGH else None
    sure = any(claim.confidence is not None and claim.confidence >= HIGH_CONFIDENCE for claim in major)
    return more if len(major) >= ENOUGH or sure else None


def _contradicting(found: Direction | None, supports: Sequence[Said], opposes: Sequence[Said]) -> Sequence[Said]:
    """Return the claims that speak against the direction; without one, the smaller side, and both when they are as many."""
    if found == "supports" or (found != "opposes" and len(supports) > len(opposes)):
        return opposes
    if found == "opposes" or len(opposes) > len(supports):
        return supports
    return [*supports, *opposes] if supports else ()
