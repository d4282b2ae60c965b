"""As whose members people signed, over all papers in the graph, and which factions their claims and motions reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import TYPE_CHECKING, Final

from standpunt import iri
from standpunt.build.asking import rows
from standpunt.model import Membership
from standpunt.store import Store

if TYPE_CHECKING:
    from standpunt.relate.motions import Motions

_SAYINGS: Final = "SELECT DISTINCT ?paper ?person ?faction { GRAPH ?paper { ?person org:memberOf ?faction } }"
_PAPERS: Final = """SELECT ?paper ?day ?chamber {
  ?paper a sp:Paper . OPTIONAL { ?paper dcterms:issued ?issued } OPTIONAL { ?paper sp:held ?held } OPTIONAL { ?paper sp:chamber ?chamber }
  BIND(COALESCE(?held, ?issued) AS ?day) }"""
#: Own words alone: what a paper tells of a member by his surname may be another's of that name.
_OWN_WORDS: Final = """SELECT DISTINCT ?paper ?claim ?holder ?person {
  { ?claim sp:coHolder ?person ; sp:holder ?holder }
  UNION { { SELECT DISTINCT ?person { ?person a sp:Person } } ?claim sp:speaker ?person ; sp:holder ?person BIND(?person AS ?holder) }
  ?claim dcterms:isPartOf ?paper }"""


@dataclass(frozen=True, slots=True)
class Members:
    """As whose member each signs or speaks, and what reaches which faction by that."""

    memberships: Sequence[Membership]
    held: Sequence[tuple[str, str]]  # claim, faction
    signed: Sequence[tuple[str, str]]  # motion, faction

    @property
    def factions(self) -> dict[tuple[str, str], str]:
        """The faction of a person in a paper, by both their ids."""
        return {(each.paper, each.person): each.faction for each in self.memberships if each.faction}


def members(store: Store, merged: Motions) -> Members:
    """Return as whose members people signed, as far as all papers together tell."""
    from standpunt.relate.memberships import Saying, When, memberships  # with spaCy, which a build with nothing to do never loads

    papers = {
        iri.ident(paper): When(Date.fromisoformat(day) if day else None, chamber or None) for paper, day, chamber in rows(store, _PAPERS)
    }
    sayings = [Saying(*map(iri.ident, row)) for row in rows(store, _SAYINGS)]
    words = [tuple(map(iri.ident, row)) for row in rows(store, _OWN_WORDS)]
    signatures = list(_signatures(merged))
    signing = {(paper, person) for paper, _, _, person in words} | {(paper, person) for paper, _, person in signatures}
    found = Members(list(memberships(signing, sayings, papers)), [], [])
    factions = found.factions
    held = [(claim, factions[paper, person]) for paper, claim, holder, person in words if factions.get((paper, person), holder) != holder]
    signed = [(motion, factions[paper, person]) for paper, motion, person in signatures if (paper, person) in factions]
    return Members(found.memberships, held, signed)


def _signatures(merged: Motions) -> Iterator[tuple[str, str, str]]:
    """Yield who signed which motion, and the paper that prints it."""
    for motion, citations in merged.cited.items():
        for citation in citations:
            if citation.printed:
                yield from ((citation.paper, motion, person) for person in citation.proposers)
