"""The topics as a SKOS scheme."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from standpunt.assemble import terms
from standpunt.assemble.nodes import dutch, english, node

SCHEME = "topics"


def topic_triples() -> Iterator[Triple]:
    """Yield the scheme and its topics."""
    scheme = node(SCHEME)
    yield Triple(scheme, terms.TYPE, terms.CONCEPT_SCHEME)
    yield Triple(scheme, terms.LABEL, dutch("onderwerpen van beleid"))
    yield Triple(scheme, terms.LABEL, english("subjects of policy"))
