"""As whose member somebody signs, and the factions that a claim or motion reaches by that, as triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Triple

from standpunt.assemble import terms
from standpunt.assemble.nodes import node
from standpunt.model import Membership


def membership_triples(membership: Membership) -> Iterator[Triple]:
    """Yield of which faction a person is a member in a paper, or why that can't be told; and the papers that say so."""
    it = node(f"{membership.paper}/membership/{membership.person.removeprefix('person/')}")
    yield Triple(it, terms.TYPE, terms.MEMBERSHIP)
    yield Triple(it, terms.PART_OF, node(membership.paper))
    yield Triple(it, terms.MEMBER, node(membership.person))
    if membership.faction:
        yield Triple(it, terms.MEMBER_IN, node(membership.faction))
    if membership.gap:
        yield Triple(it, terms.FACTION_UNKNOWN, terms.GAPS[membership.gap])
    for paper in membership.told_by:
        yield Triple(it, terms.DERIVED_FROM, node(paper))


def reach_triples(held: Iterable[tuple[str, str]], signed: Iterable[tuple[str, str]]) -> Iterator[Triple]:
    """Yield the factions whose members hold a claim or sign a motion: pairs of its id and a faction's."""
    for claim, faction in sorted(set(held)):
        yield Triple(node(claim), terms.HELD_FOR, node(faction))
    for motion, faction in sorted(set(signed)):
        yield Triple(node(motion), terms.SIGNED_FOR, node(faction))
