"""What was found, as RDF: one named graph a paper, and graphs for what is known, added up and recorded beside them.

Quads come out in the order of the text and without repetition; ids derive from content and there are no blank nodes,
so that the same paper gives the same quads on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from standpunt import iri, resources
from standpunt.assemble import (
    claims,
    entities,
    fulfilments,
    meetings,
    memberships,
    motions,
    papers,
    provenance,
    reviews,
    rows,
    terms,
    topics,
    treatments,
)
from standpunt.assemble.nodes import PaperNodes, dutch, node
from standpunt.assemble.provenance import Run, Text
from standpunt.assemble.reviews import Judged
from standpunt.model import HOUSES, Analysis, Claim, Membership, Position, Treatment
from standpunt.structure import names

if TYPE_CHECKING:  # spaCy comes with it, and takes a second to load
    from standpunt.relate.commitments import Fulfilment, Recalled
    from standpunt.relate.meetings import Meetings
    from standpunt.relate.motions import Motions

__all__ = [
    "Judged",
    "Run",
    "Text",
    "fulfilment_quads",
    "history_quads",
    "knowledge_quads",
    "meeting_quads",
    "member_quads",
    "motion_quads",
    "ontology_quads",
    "position_quads",
    "quads",
    "review_quads",
    "run_quads",
]

#: Entities of which a paper's own words tell more than their id: "NAVO-top in Vilnius van 11 en 12 juli" than 2023-07-11.
WRITTEN_VARIOUSLY: Final = frozenset({"MEETING", "MOTION", "INSTRUMENT"})


def quads(analysis: Analysis) -> Iterator[ox.Quad]:
    """Yield the graph of one paper; its name is the paper's IRI."""
    return _in_graph(_paper_triples(analysis), node(analysis.paper.id))


def knowledge_quads() -> Iterator[ox.Quad]:
    """Yield the graph of what the knowledge files say: actors, topics, rules."""
    triples = (*rows.knowledge_triples(), *topics.topic_triples())
    return _in_graph(triples, ox.NamedNode(iri.KNOWLEDGE_GRAPH))


def ontology_quads() -> Iterator[ox.Quad]:
    """Yield the graph of the ontology: our terms, and how they relate to those of others."""
    triples = (quad.triple for name in ("standpunt.ttl", "alignments.ttl") for quad in ox.parse(path=resources.path("ontology", name)))
    return _in_graph(triples, ox.NamedNode(iri.ONTOLOGY_GRAPH))


def position_quads(positions: Iterable[Position]) -> Iterator[ox.Quad]:
    """Yield the graph of positions, added up from the claims of all papers."""
    triples = (triple for position in positions for triple in claims.position_triples(position))
    return _in_graph(triples, ox.NamedNode(iri.POSITIONS_GRAPH))


def motion_quads(merged: Motions) -> Iterator[ox.Quad]:
    """Yield the graph of motions, merged over all papers."""
    return _in_graph(motions.motion_triples(merged), ox.NamedNode(iri.MOTIONS_GRAPH))


def meeting_quads(merged: Meetings) -> Iterator[ox.Quad]:
    """Yield the graph of meetings, merged over all papers."""
    return _in_graph(meetings.meeting_triples(merged), ox.NamedNode(iri.MEETINGS_GRAPH))


def member_quads(signing: Iterable[Membership], held: Iterable[tuple[str, str]], signed: Iterable[tuple[str, str]]) -> Iterator[ox.Quad]:
    """Yield the graph of as whose members people signed, and of the factions that claims (`held`) and motions (`signed`) reach by that."""
    triples = (triple for membership in signing for triple in memberships.membership_triples(membership))
    return _in_graph((*triples, *memberships.reach_triples(held, signed)), ox.NamedNode(iri.MEMBERS_GRAPH))


def fulfilment_quads(kept: Iterable[tuple[str, Recalled, Fulfilment]]) -> Iterator[ox.Quad]:
    """Yield the graph of which sentence keeps which promise, as far as all papers together show that."""
    triples = (triple for ident, recall, found in kept for triple in fulfilments.fulfilment_triples(ident, recall, found))
    return _in_graph(triples, ox.NamedNode(iri.FULFILMENTS_GRAPH))


def review_quads(judged: Iterable[Judged]) -> Iterator[ox.Quad]:
    """Yield the graph of what people say of claims."""
    return _in_graph((triple for each in judged for triple in reviews.review_triples(each)), ox.NamedNode(iri.REVIEWS_GRAPH))


def run_quads(run: Run) -> Iterator[ox.Quad]:
    """Yield the record of one build, in a graph of its own."""
    return _in_graph(provenance.run_triples(run), node(run.id))


def history_quads(paper: str, texts: Sequence[Text]) -> Iterator[ox.Quad]:
    """Yield the graph of the texts that a paper had, the newest first."""
    return _in_graph(provenance.history_triples(paper, texts), ox.NamedNode(iri.history_graph(paper)))


def _in_graph(triples: Iterable[ox.Triple], graph: ox.NamedNode) -> Iterator[ox.Quad]:
    return (ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in dict.fromkeys(triples))


def _paper_triples(analysis: Analysis) -> Iterator[ox.Triple]:
    paper, nodes = analysis.paper, PaperNodes(analysis.paper)
    yield from papers.paper_triples(paper, nodes, (mention for mention in analysis.mentions if mention.label == "PERSON"))
    for block in paper.blocks:
        yield from papers.block_triples(block, paper, nodes)
    for exchange in paper.exchanges:
        yield from papers.exchange_triples(exchange, paper, nodes, analysis.topics)
    evidence = _evidence(analysis, nodes)
    for sentence in paper.sentences:
        if sentence.index in evidence:
            yield from papers.sentence_triples(sentence, nodes)
    for mention in analysis.mentions:
        yield from claims.mention_triples(mention, paper.blocks[mention.block], nodes)
    for claim in analysis.claims:
        yield from claims.claim_triples(claim, paper, nodes)
    for recall in analysis.recalls:
        yield from fulfilments.recall_triples(recall, nodes)
    for treatment in _linked(analysis):
        yield from treatments.treatment_triples(treatment, nodes)
    yield from _entity_triples(analysis)


def _linked(analysis: Analysis) -> Iterator[Treatment]:
    """Yield the treatments of which it is known what motion they are on; the others say nothing that anybody can use."""
    return (treatment for treatment in analysis.treatments if treatment.motion)


def _evidence(analysis: Analysis, nodes: PaperNodes) -> set[int]:
    """Return the sentences in which something was found; the rest of the text is in the blocks."""
    blocks = analysis.paper.blocks
    naming = (nodes.sentence_at(blocks[mention.block], mention.at) for mention in analysis.mentions)
    telling = {claim.sentence for claim in analysis.claims} | {recall.sentence for recall in analysis.recalls}
    answered = {claim.responds_to for claim in analysis.claims if claim.responds_to is not None}
    answering = {index for claim in analysis.claims for index in claim.answered_in}
    treated = {index for t in _linked(analysis) for index in (t.sentence, t.confirmed) if index is not None}
    return telling | answered | answering | treated | {sentence.index for sentence in naming if sentence}


def _entity_triples(analysis: Analysis) -> Iterator[ox.Triple]:
    """Describe what the paper names and no knowledge file knows, and say how the paper writes it."""
    unknown = (ident for ident in dict.fromkeys(_named(analysis)) if ident != analysis.paper.id and ident not in rows.known())
    for ident in unknown:
        if entities.is_described(ident):
            yield from entities.entity_triples(ident)
    for mention in analysis.mentions:
        if mention.id and mention.label == "MOTION":
            yield ox.Triple(node(mention.id), terms.TYPE, terms.MOTION)
        if mention.id and mention.label in WRITTEN_VARIOUSLY and mention.id not in rows.known():
            yield ox.Triple(node(mention.id), terms.ALT_LABEL, dutch(mention.text))


def _named(analysis: Analysis) -> Iterator[str]:
    paper = analysis.paper
    for mention in analysis.mentions:
        yield f"rule/{mention.rule}"
        if mention.id:
            yield mention.id
    for claim in analysis.claims:
        yield from _named_in(claim)
    for block in paper.blocks:
        if block.speaker:
            yield block.speaker
    for exchange in paper.exchanges:
        yield from (*exchange.asked_by, *exchange.joined_by)
    for found in analysis.topics.values():
        yield from found
    for name, factions in paper.members.items():
        yield from (names.bearer(name), *factions)
    if paper.chamber:
        yield HOUSES[paper.chamber]


def _named_in(claim: Claim) -> Iterator[str]:
    yield from (f"rule/{claim.rule}", claim.holder, *claim.coholders, *claim.about, *claim.topics)
    if claim.commitment:
        yield from (ident for ident in (claim.commitment.to, claim.commitment.motion) if ident)
