"""Motions, merged over all papers, as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from standpunt.assemble import terms
from standpunt.assemble.nodes import dutch, node
from standpunt.model import Motion


def motion_triples(motion: Motion) -> Iterator[Triple]:
    """Yield who proposed a motion, what it asks for, and the paper it was printed in."""
    it = node(motion.id)
    yield Triple(it, terms.TYPE, terms.MOTION)
    if motion.proposer:
        yield Triple(it, terms.PROPOSER, node(motion.proposer))
    for cosigner in motion.cosigners:
        yield Triple(it, terms.COSIGNER, node(cosigner))
    if motion.asks:
        yield Triple(it, terms.ASKS, dutch(motion.asks))
    if motion.paper and motion.paper != motion.id:
        yield Triple(it, terms.PUBLISHED_AS, node(motion.paper))
