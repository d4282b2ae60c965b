"""Is a graph what ontology/shapes.ttl says a graph is? Told in words that need no knowledge of RDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import pyoxigraph as ox

from standpunt import iri
from standpunt.assemble.shapes import checks

Language: TypeAlias = Literal["nl", "en"]
#: Runs a SELECT over the union of all graphs; rows hold the focus node and, where the query has it, the value.
Select: TypeAlias = Callable[[str], Iterable[Iterable[ox.NamedNode | ox.BlankNode | ox.Literal | None]]]


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing in a graph that breaks one rule of one shape."""

    shape: str  # ClaimShape
    focus: str  # id of the thing: kst-28676-384/claim/9f31c0d2a7e4
    message: str
    value: str | None = None

    @property
    def problem(self) -> str:
        """What is wrong with the thing, and the value that makes it so."""
        return self.message + (f" ({self.value})" if self.value is not None else "")

    def __str__(self) -> str:
        return f"{self.focus}: {self.problem}"


def validate_store(select: Select, language: Language = "nl") -> list[Violation]:
    """Return what is wrong with a whole store, sorted; it must hold the knowledge graph, since papers refer to it."""
    found = set()
    for check in checks():
        for row in select(check.query):
            focus, *values = row
            value = _written(values[0]) if values else None
            found.add(Violation(check.shape, _written(focus) or "?", check.messages[language], value))
    return sorted(found, key=lambda violation: (violation.shape, violation.focus, violation.message, violation.value or ""))


def validate(quads: Iterable[ox.Quad], known: Iterable[ox.Quad] = (), language: Language = "nl") -> list[Violation]:
    """Return what is wrong with some quads, sorted. `known` are quads that they refer to, such as those of the knowledge graph."""
    store = ox.Store()
    store.bulk_extend(known)
    store.bulk_extend(quads)

    def select(query: str) -> Iterable[Iterable[ox.NamedNode | ox.BlankNode | ox.Literal | None]]:
        return store.query(query, use_default_graph_as_union=True)  # type: ignore[return-value]

    return validate_store(select, language)


def _written(term: object) -> str | None:
    if isinstance(term, ox.NamedNode):
        return iri.short(term.value)
    return term.value if isinstance(term, ox.Literal) else str(term) if term is not None else None
