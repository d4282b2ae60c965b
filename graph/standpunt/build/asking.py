"""The rows of a query as plain text: how a build reads what it has written."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode

from standpunt.store import Store, Term, select


def rows(store: Store, text: str, **bindings: Term) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a query as text; what isn't bound is empty."""
    for row in select(store, text, bindings).rows:
        yield tuple("" if term is None or isinstance(term, BlankNode) else term.value for term in row)
