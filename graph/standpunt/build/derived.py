"""What no paper says by itself: positions, motions, meetings and promises kept, added up over all papers in the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from typing import TYPE_CHECKING, Final, TypeVar

from pyoxigraph import NamedNode, Quad

from standpunt import iri
from standpunt.assemble import fulfilment_quads, meeting_quads, member_quads, motion_quads, position_quads, terms
from standpunt.build import kept, shared
from standpunt.build.asking import rows
from standpunt.build.members import members
from standpunt.build.state import Known, known
from standpunt.errors import StoreError
from standpunt.model import Position, Relation
from standpunt.store import GraphDirectory, Store

if TYPE_CHECKING:
    from standpunt.build.shared import Contribution
    from standpunt.relate.meetings import MeetingCitation
    from standpunt.relate.motions import MotionCitation, MotionTreatment

M = TypeVar("M", "MotionCitation", "MotionTreatment")

#: What is counted in a graph, and the class of which there is one for each.
COUNTED: Final[Mapping[str, NamedNode]] = {
    "papers": terms.PAPER,
    "exchanges": terms.EXCHANGE,
    "entities": terms.MENTION,
    "claims": terms.CLAIM,
    "commitments": terms.COMMITMENT,
    "positions": terms.POSITION,
}
_RELATIONS: Final[Mapping[str, Relation]] = {edge.value: relation for relation, edge in terms.EDGES.items()}
_DATES: Final = """SELECT ?paper ?day {
  ?paper a sp:Paper . OPTIONAL { ?paper dcterms:issued ?issued } OPTIONAL { ?paper sp:held ?held }
  BIND(COALESCE(?held, ?issued) AS ?day) FILTER(BOUND(?day)) }"""
_TOPICS: Final = "SELECT DISTINCT ?topic { ?claim a sp:Claim ; sp:topic ?topic } ORDER BY ?topic"
#: Of a claim of a motion each who signed it is a holder here: it is a claim of each of them.
_CLAIMS: Final = """SELECT ?claim ?holder ?relation ?speaker ?confidence {
  VALUES ?topic { UNDEF }
  ?claim sp:topic ?topic ; a sp:Claim ; sp:relation ?relation ; sp:holder|sp:coHolder ?holder .
  OPTIONAL { ?claim sp:speaker ?speaker }
  OPTIONAL { ?claim sp:confidence ?confidence } }"""
_REVIEWED: Final = """SELECT ?claim { ?review sp:reviews ?claim . ?claim a sp:Claim FILTER NOT EXISTS { ?review sp:mismatch ?why } }"""
_OF_CABINET: Final = """SELECT ?claim {
  VALUES ?paper { UNDEF }
  ?claim dcterms:isPartOf ?paper ; a sp:Claim ; sp:holder actor:kabinet ; sp:relation ?relation FILTER(?relation != sp:refersTo) }"""
_COUNT: Final = "SELECT (COUNT(DISTINCT ?thing) AS ?number) { VALUES ?class { UNDEF } ?thing a ?class }"


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as the graph holds it, as far as positions need it."""

    id: str
    holder: str
    member_of: str | None
    relation: Relation
    topics: tuple[str, ...]
    speaker: str | None
    confidence: float | None  # 1 where a person has reviewed it


def stages(directory: GraphDirectory, store: Store) -> Iterator[dict[str, Iterable[Quad]]]:
    """Yield the graphs that are derived from those of the papers; a later stage reads what an earlier one wrote."""
    from standpunt.relate import meetings, motions  # with spaCy, which a build with nothing to do never loads

    cited_motions: list[MotionCitation] = []
    treated: list[MotionTreatment] = []
    cited_meetings: list[MeetingCitation] = []
    for paper in known(store).values():
        contribution = _contribution(paper, directory)
        cited_motions += _as_reviewed(contribution.motions, paper, store)
        treated += _as_reviewed(contribution.treatments, paper, store)
        cited_meetings += contribution.meetings
    merged = motions.merge(cited_motions, treated)
    signing = members(store, merged)
    yield {
        iri.POSITIONS_GRAPH: position_quads(_positions(store, signing.factions)),
        iri.MOTIONS_GRAPH: motion_quads(merged),
        iri.MEMBERS_GRAPH: member_quads(signing.memberships, signing.held, signing.signed),
        iri.MEETINGS_GRAPH: meeting_quads(meetings.merge(cited_meetings)),
    }
    yield {iri.FULFILMENTS_GRAPH: fulfilment_quads(kept.fulfilments(store))}


def _contribution(paper: Known, directory: GraphDirectory) -> Contribution:
    path = directory.contribution(paper.paper, paper.stamp)
    try:
        return shared.loads(path.read_bytes())
    except FileNotFoundError:
        raise StoreError(f"{path} is missing; build the graph again from all its papers") from None


def _as_reviewed(cited: Sequence[M], paper: Known, store: Store) -> Sequence[M]:
    """Return citations or treatments of motions; beside each, what the cabinet says there, as far as reviews leave it."""
    if paper.reviews is None or not any(citation.said for citation in cited):
        return cited
    said = {iri.ident(claim) for (claim,) in rows(store, _OF_CABINET, paper=NamedNode(iri.resource(paper.paper)))}
    return [replace(citation, said=tuple(claim for claim in citation.said if claim in said)) for citation in cited]


def totals(store: Store) -> dict[str, int]:
    """Return how many papers, exchanges, mentions of entities, claims, commitments and positions a graph holds."""
    return {name: int(next(rows(store, _COUNT, **{"class": kind}))[0]) for name, kind in COUNTED.items()}


def _positions(store: Store, factions: Mapping[tuple[str, str], str]) -> Iterator[Position]:
    """Yield all positions, topic by topic: the claims of one topic are all that memory holds.

    Args:
        store: with the graphs of all papers.
        factions: of which faction a person is a member in a paper, by both their ids.
    """
    from standpunt.relate.positions import paper_of, positions

    dates = {iri.ident(paper): Date.fromisoformat(day) for paper, day in rows(store, _DATES)}
    read = {claim for (claim,) in rows(store, _REVIEWED)}
    for (topic,) in rows(store, _TOPICS):
        about = (iri.ident(topic),)
        said = []
        for claim, holder, relation, speaker, confidence in rows(store, _CLAIMS, topic=NamedNode(topic)):
            ident, who, teller = iri.ident(claim), iri.ident(holder), iri.ident(speaker) if speaker else None
            group = factions.get((paper_of(ident), who))
            said.append(Said(ident, who, group, _RELATIONS[relation], about, teller, _certainty(confidence, claim in read)))
        yield from positions(said, dates)


def _certainty(confidence: str, is_reviewed: bool) -> float | None:
    """Return how sure a claim is: as its rule was measured, or wholly where a person has read it and let it stand."""
    if is_reviewed:
        return 1.0
    return float(confidence) if confidence else None
