"""Claims, commitments and mentions as triples, and the short edges that make queries easy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode, Triple

from standpunt.annotate.topics import abuses
from standpunt.assemble import terms
from standpunt.assemble.nodes import PaperNodes, day, dutch, node, number, position_id, rule_node, share
from standpunt.assemble.papers import span_triples
from standpunt.model import Block, Claim, Commitment, Mention, Paper, Position, Relation
from standpunt.structure.members import askers, voices


def claim_triples(claim: Claim, paper: Paper, nodes: PaperNodes) -> Iterator[Triple]:
    """Yield a claim, who says it and shares it, what it promises, and its short edges."""
    it, block = node(claim.id), paper.blocks[claim.block]
    holder = node(claim.holder)
    edge = terms.EDGES[claim.relation]
    yield Triple(it, terms.TYPE, terms.CLAIM)
    yield Triple(it, terms.TYPE, terms.CLAIM_CLASSES[claim.relation])
    yield Triple(it, terms.PART_OF, nodes.paper)
    if exchange := nodes.exchange_of(block):
        yield Triple(it, terms.IN_EXCHANGE, exchange)
    yield Triple(it, terms.HOLDER, holder)
    if speaker := claim.holder if claim.holder in askers(paper, block) else block.speaker:
        yield Triple(it, terms.SPEAKER, node(speaker))
    for person, faction in voices(paper, block):
        if faction == claim.holder:
            yield Triple(it, terms.VOICED_BY, node(person))
    for person in claim.coholders:
        yield Triple(it, terms.COHOLDER, node(person))
    yield Triple(it, terms.RELATION, edge)
    for target in _targets(claim, nodes):
        yield Triple(it, terms.ABOUT, target)
    for topic in claim.topics:
        yield Triple(it, terms.ON_TOPIC, node(topic))
    if claim.proposition:
        yield Triple(it, terms.PROPOSITION, dutch(claim.proposition))
    yield Triple(it, terms.BY_RULE, rule_node(claim.rule))
    yield Triple(it, terms.CUE, dutch(claim.cue))
    if claim.confidence is not None:
        yield Triple(it, terms.CONFIDENCE, share(claim.confidence))
    yield Triple(it, terms.DERIVED_FROM, nodes.sentence(claim.sentence))
    if claim.responds_to is not None:
        yield Triple(it, terms.IN_RESPONSE_TO, nodes.sentence(claim.responds_to))
    for sentence in claim.answered_in:
        yield Triple(it, terms.ANSWERED_IN, nodes.sentence(sentence))
    if claim.asked_in is not None:
        yield Triple(it, terms.ASKED_IN, nodes.block(claim.asked_in))
    for reason in claim.reasons:
        yield Triple(it, terms.REASON, terms.REASONS[reason])
    for end in _edge_ends(claim, block, nodes):
        yield Triple(it, terms.OBJECT, end)
        yield Triple(holder, edge, end)
    if claim.relation == "commits_to":
        yield from _commitment_triples(claim, nodes)


def _targets(claim: Claim, nodes: PaperNodes) -> list[NamedNode]:
    return [target for ident in claim.about if (target := nodes.target(ident))]


def _edge_ends(claim: Claim, block: Block, nodes: PaperNodes) -> Sequence[NamedNode]:
    topics = [node(topic) for topic in claim.topics]
    return edge_ends(claim.relation, _targets(claim, nodes), topics, nodes.commitment(claim), nodes.exchange_of(block))


def edge_ends(
    relation: Relation, about: Sequence[NamedNode], topics: Sequence[NamedNode], commitment: NamedNode, exchange: NamedNode | None
) -> Sequence[NamedNode]:
    """Return where a claim's short edges lead.

    A stance leads to topics alone: who opposes Ukraine's accession to NATO does not oppose Ukraine.
    """
    match relation:
        case "asks_about":
            return [*about, *topics]
        case "refers_to":
            return about
        case "commits_to":
            return [commitment]
        case "declines_to_answer":
            return [exchange] if exchange else []
        case "calls_for":  # who calls for action against an invasion does not call for the invasion
            return [topic for topic in topics if topic not in {node(abuse) for abuse in abuses()}]
        case "supports" | "opposes" | "concerned_about":
            return topics


def _commitment_triples(claim: Claim, nodes: PaperNodes) -> Iterator[Triple]:
    it = nodes.commitment(claim)
    yield Triple(it, terms.TYPE, terms.COMMITMENT)
    yield Triple(it, terms.PART_OF, nodes.paper)
    yield Triple(it, terms.DERIVED_FROM, node(claim.id))
    yield Triple(it, terms.HOLDER, node(claim.holder))
    if claim.proposition:
        yield Triple(it, terms.PROPOSITION, dutch(claim.proposition))
    for topic in claim.topics:
        yield Triple(it, terms.ON_TOPIC, node(topic))
    if claim.commitment:
        yield from commitment_details(it, claim.commitment)


def commitment_details(it: NamedNode, commitment: Commitment) -> Iterator[Triple]:
    """Yield what makes a promise one that can be kept track of: of what kind, to whom, by when, about which motion."""
    yield Triple(it, terms.COMMITMENT_KIND, terms.COMMITMENT_KINDS[commitment.kind])
    if commitment.to:
        yield Triple(it, terms.RECIPIENT, node(commitment.to))
    if commitment.deadline_text:
        yield Triple(it, terms.DEADLINE_TEXT, dutch(commitment.deadline_text))
    if commitment.deadline:
        yield Triple(it, terms.DEADLINE, day(commitment.deadline))
    if commitment.motion:
        yield Triple(it, terms.CARRIES_OUT, node(commitment.motion))
    if commitment.fulfils:
        yield Triple(it, terms.FULFILS_TEXT, dutch(commitment.fulfils))


def mention_triples(mention: Mention, block: Block, nodes: PaperNodes) -> Iterator[Triple]:
    """Yield a mention: the words, where they stand, what they name."""
    it = nodes.mention(mention)
    yield Triple(it, terms.TYPE, terms.MENTION)
    yield from span_triples(it, mention.text, mention.start, mention.end)
    yield Triple(it, terms.IN_BLOCK, nodes.block(mention.block))
    if sentence := nodes.sentence_at(block, mention.at):
        yield Triple(it, terms.IN_SENTENCE, nodes.sentence(sentence.index))
    yield Triple(it, terms.ENTITY_CLASS, terms.ENTITY_CLASSES[mention.label])
    yield Triple(it, terms.BY_RULE, rule_node(mention.rule))
    if mention.id:
        entity = node(mention.id)
        yield Triple(it, terms.NAMES, entity)
        yield Triple(nodes.paper, terms.MENTIONS, entity)
        if mention.label in ("DOCUMENT", "MOTION"):
            yield Triple(nodes.paper, terms.REFERENCES, entity)


def position_triples(position: Position) -> Iterator[Triple]:
    """Yield what a holder's claims on one topic add up to."""
    it = node(position_id(position.holder, position.topic, position.member_of))
    yield Triple(it, terms.TYPE, terms.POSITION)
    yield Triple(it, terms.HOLDER, node(position.holder))
    if position.member_of:
        yield Triple(it, terms.AS_MEMBER_OF, node(position.member_of))
    yield Triple(it, terms.ON_TOPIC, node(position.topic))
    if position.direction:
        yield Triple(it, terms.DIRECTION, terms.DIRECTIONS[position.direction])
    yield Triple(it, terms.SUPPORT_COUNT, number(position.supports))
    yield Triple(it, terms.OPPOSITION_COUNT, number(position.opposes))
    yield Triple(it, terms.CONCERN_COUNT, number(position.concerned))
    yield Triple(it, terms.CALL_COUNT, number(position.calls))
    if position.first:
        yield Triple(it, terms.FIRST_DATE, day(position.first))
    if position.last:
        yield Triple(it, terms.LAST_DATE, day(position.last))
    for claim in position.claims:
        yield Triple(it, terms.DERIVED_FROM, node(claim))
    for claim in position.contradicting:
        yield Triple(it, terms.CONTRADICTED_BY, node(claim))
