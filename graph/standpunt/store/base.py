"""What a store can do, whoever keeps the quads. The same suite of tests runs against every implementation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from standpunt.errors import QueryError

Term: TypeAlias = NamedNode | BlankNode | Literal
#: Values for the variables of a query: one term, or several of which any may match.
Bindings: TypeAlias = Mapping[str, Term | Sequence[Term]]
#: What a graph is to hold: quads (their own graph name is passed over), or N-Triples as `ntriples` writes them.
Content: TypeAlias = Iterable[Quad] | bytes


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query sees, in place of all: `default` together as its default graph, and `named` behind GRAPH."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to SELECT: rows come as they are found, and can be walked once."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to CONSTRUCT and DESCRIBE: triples come as they are found, and can be walked once."""

    triples: Iterator[Triple]


Answer: TypeAlias = Rows | Triples | bool


class Store(Protocol):
    """Named graphs that can be queried as one, and replaced one by one.

    Queries see the union of all named graphs as their default graph, unless they choose graphs by `FROM` or are given a
    `Dataset`. They know the prefixes of `iri.PREFIXES`, never change the store, and never leave it: `SERVICE` is refused.
    """

    def query(
        self,
        text: str,
        bindings: Bindings | None = None,
        *,
        seconds: float | None = None,
        limit: int | None = None,
        dataset: Dataset | None = None,
    ) -> Answer:
        """Return the answer to a SPARQL query.

        Args:
            text: SELECT, ASK, CONSTRUCT or DESCRIBE.
            bindings: values for variables, put into the query's own `VALUES ?name { … }`.
            seconds: how long it may take, rows included; None for no limit.
            limit: how many rows or triples are given at most; None for all.
            dataset: the graphs that it sees, whatever it says itself; None for its own `FROM`, else all.

        Raises:
            QueryError: the query is no SPARQL or is forbidden; QueryStopped when it takes longer than `seconds`.
            StoreError: the store can't be read.
        """
        ...

    def write(self, replaced: Mapping[str, Content], added: Mapping[str, Content] | None = None) -> None:
        """Replace some graphs and add to others, all in one transaction; a replacement without content removes the graph."""
        ...

    def replace_graph(self, iri: str, content: Content) -> None:
        """Let one graph hold exactly this, in one transaction."""
        ...

    def remove_graph(self, iri: str) -> None:
        """Remove a graph; nothing happens when there is none."""
        ...

    def graphs(self) -> Iterator[str]:
        """Yield the IRIs of all named graphs."""
        ...

    def dump(self) -> Iterator[Quad]:
        """Yield all quads of all named graphs, in no particular order."""
        ...

    def publish(self) -> None:
        """Show what was written to those who open the store from now on."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def close(self) -> None:
        """Let go of files and connections; the store can't be used any more."""
        ...


def select(store: Store, text: str, bindings: Bindings | None = None, *, seconds: float | None = None, limit: int | None = None) -> Rows:
    """Return the rows of a SELECT query; the arguments are those of `Store.query`.

    Raises:
        QueryError: it is another kind of query, or one that `Store.query` refuses.
    """
    answer = store.query(text, bindings, seconds=seconds, limit=limit)
    if not isinstance(answer, Rows):
        raise QueryError("only SELECT gives rows")
    return answer


def ntriples(content: Content) -> bytes:
    """Return the content of a graph as N-Triples, a triple a line."""
    if isinstance(content, bytes):
        return content
    written = serialize((quad.triple for quad in content), format=RdfFormat.N_TRIPLES)
    return written or b""


def sorted_nquads(store: Store) -> list[str]:
    """Return the store as sorted N-Quads: the same for the same quads, whatever way they came in."""
    return sorted(f"{quad} ." for quad in store.dump())
