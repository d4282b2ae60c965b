"""Motions, merged over all papers, as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from standpunt.assemble import terms
from standpunt.assemble.entities import entity_triples
from standpunt.assemble.nodes import dutch, node
from standpunt.assemble.rows import known
from standpunt.model import Motion


def motion_triples(motion: Motion) -> Iterator[Triple]:
    """Yield who proposed a motion, what it asks for, and the paper it was printed in."""
    it = node(motion.id)
    for ident in filter(None, (motion.id, motion.paper, motion.proposer, *motion.cosigners)):
        if ident not in known():
            yield from entity_triples(ident)
    yield Triple(it, terms.TYPE, terms.MOTION)
    if motion.proposer:
        yield Triple(it, terms.PROPOSER, node(motion.proposer))
    for cosigner in motion.cosigners:
        yield Triple(it, terms.COSIGNER, node(cosigner))
    if motion.asks:
        yield Triple(it, terms.ASKS, dutch(motion.asks))
    if motion.paper and motion.paper != motion.id:
        yield Triple(it, terms.PUBLISHED_AS, node(motion.paper))
