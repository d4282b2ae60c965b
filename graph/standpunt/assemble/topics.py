"""The topics as a SKOS scheme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pyoxigraph import NamedNode, Triple

from standpunt.assemble import terms
from standpunt.assemble.nodes import dutch, english, node, web_page
from standpunt.knowledge import PolicyCategory, Topic, table

SCHEME: Final = "topics"
EUROVOC: Final = "http://eurovoc.europa.eu/"
PATTERN_SIGNS: Final = frozenset("*|&~")  # a term with one of these is a pattern, no name to search by


def topic_triples() -> Iterator[Triple]:
    """Yield the scheme and its topics."""
    scheme = node(SCHEME)
    yield Triple(scheme, terms.TYPE, terms.CONCEPT_SCHEME)
    yield Triple(scheme, terms.LABEL, dutch("onderwerpen van beleid"))
    yield Triple(scheme, terms.LABEL, english("subjects of policy"))
    for topic in table(Topic):
        yield from _triples(topic, scheme)


def _triples(topic: Topic, scheme: NamedNode) -> Iterator[Triple]:
    it = node(topic.id)
    yield Triple(it, terms.TYPE, terms.TOPIC)
    yield Triple(it, terms.TYPE, terms.CONCEPT)
    yield Triple(it, terms.IN_SCHEME, scheme)
    for name in (dutch(topic.naam), english(topic.naam_en)):
        yield Triple(it, terms.LABEL, name)
        yield Triple(it, terms.PREF_LABEL, name)
    yield Triple(it, terms.DEFINITION, dutch(topic.definitie))
    for phrase in topic.termen:
        if not PATTERN_SIGNS & set(phrase) and phrase != topic.naam:  # a label is one of preferred and hidden, not both
            yield Triple(it, terms.HIDDEN_LABEL, dutch(phrase))
    for broader in topic.breder:
        yield Triple(it, terms.BROADER, node(broader))
    if not topic.breder:
        yield Triple(it, terms.TOP_CONCEPT_OF, scheme)
    if topic.beleidscategorie and (category := _categories().get(topic.beleidscategorie)):
        yield Triple(it, terms.BROAD_MATCH, category)
    if topic.eurovoc:
        yield Triple(it, terms.EXACT_MATCH, NamedNode(EUROVOC + topic.eurovoc))


@lru_cache
def _categories() -> dict[str, NamedNode]:
    """Return the House's own policy categories by the way they are written in topics.csv."""
    return {row.id: page for row in table(PolicyCategory) if (page := web_page(row.iri))}
