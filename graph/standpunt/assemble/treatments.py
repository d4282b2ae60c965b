"""What is done with a motion, as triples: what a paper knows by itself. Which motion it is stands in the graph of motions."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from standpunt.assemble import terms
from standpunt.assemble.nodes import PaperNodes, dutch, node
from standpunt.model import Treatment


def treatment_triples(treatment: Treatment, nodes: PaperNodes) -> Iterator[Triple]:
    """Yield a treatment: its kind, the words that tell it, on what it depends, the sentences in which it is said."""
    it = node(treatment.id)
    yield Triple(it, terms.TYPE, terms.TREATMENT)
    yield Triple(it, terms.PART_OF, nodes.paper)
    yield Triple(it, terms.TREATMENT_KIND, terms.TREATMENT_KINDS[treatment.kind])
    if treatment.condition:
        yield Triple(it, terms.CONDITION, dutch(treatment.condition))
    yield Triple(it, terms.CUE, dutch(treatment.cue))
    yield Triple(it, terms.DERIVED_FROM, nodes.sentence(treatment.sentence))
    if treatment.confirmed is not None:
        yield Triple(it, terms.DERIVED_FROM, nodes.sentence(treatment.confirmed))
