"""Where the cabinet says that it keeps an earlier promise, and which one that is, as triples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Triple

from standpunt.assemble import terms
from standpunt.assemble.nodes import PaperNodes, day, dutch, node
from standpunt.model import Recall

if TYPE_CHECKING:  # spaCy comes with it, and takes a second to load
    from standpunt.relate.commitments import Fulfilment, Recalled


def recall_triples(recall: Recall, nodes: PaperNodes) -> Iterator[Triple]:
    """Yield that a sentence says that it keeps something: what a paper knows by itself."""
    it = nodes.fulfilment(recall)
    yield Triple(it, terms.TYPE, terms.FULFILMENT)
    yield Triple(it, terms.PART_OF, nodes.paper)
    yield Triple(it, terms.DERIVED_FROM, nodes.sentence(recall.sentence))
    yield Triple(it, terms.FULFILS_TEXT, dutch(recall.words))
    if recall.motion:
        yield Triple(it, terms.CARRIES_OUT, node(recall.motion))


def fulfilment_triples(ident: str, recall: Recalled, kept: Fulfilment) -> Iterator[Triple]:
    """Yield what it keeps, as far as all papers together show that."""
    it = node(ident)
    if debate := recall.debate:
        yield Triple(it, terms.PROMISED_ON, day(debate))
    for motion in sorted(recall.motions):
        yield Triple(it, terms.CARRIES_OUT, node(motion))
    if kept.by:
        yield Triple(it, terms.SHOWN_BY, terms.SHOWN[kept.by])
    for commitment in kept.commitments:
        yield Triple(it, terms.FULFILS, node(commitment))
