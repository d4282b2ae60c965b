"""Motions, merged over all papers, as triples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Triple

from standpunt.assemble import terms
from standpunt.assemble.entities import entity_triples
from standpunt.assemble.nodes import dutch, mention_id, node
from standpunt.assemble.rows import known
from standpunt.model import Motion

if TYPE_CHECKING:  # spaCy comes with it, and takes a second to load
    from standpunt.relate.motions import MotionCitation, Motions


def motion_triples(merged: Motions) -> Iterator[Triple]:
    """Yield every motion: who proposed it, what it asks for, where it is cited, what the cabinet says to it and what is done with it."""
    for motion in merged.motions:
        yield from _triples(motion)
        for citation in merged.cited.get(motion.id, ()):
            yield from _citation_triples(motion, citation)
        for claim in merged.said(motion.id):
            yield Triple(node(motion.id), terms.RESPONSE, node(claim))
        for treatment in merged.treatments(motion.id):
            yield Triple(node(motion.id), terms.TREATED, node(treatment))


def _triples(motion: Motion) -> Iterator[Triple]:
    it = node(motion.id)
    for ident in filter(None, (motion.id, motion.proposer, *motion.cosigners)):
        if ident not in known():
            yield from entity_triples(ident)
    yield Triple(it, terms.TYPE, terms.MOTION)
    if motion.proposer:
        yield Triple(it, terms.PROPOSER, node(motion.proposer))
    for cosigner in motion.cosigners:
        yield Triple(it, terms.COSIGNER, node(cosigner))
    if motion.asks:
        yield Triple(it, terms.ASKS, dutch(motion.asks))


def _citation_triples(motion: Motion, citation: MotionCitation) -> Iterator[Triple]:
    it = node(motion.id)
    if not citation.printed:
        yield Triple(it, terms.REFERENCED_BY, node(citation.paper))
        yield Triple(it, terms.CITATION, node(mention_id(citation.paper, citation.start, "MOTION")))
    elif citation.paper != motion.id:
        yield Triple(it, terms.PART_OF, node(citation.paper))
