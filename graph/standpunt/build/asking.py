"""The rows of a query as plain text: how a build reads what it has written."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode

from standpunt.store import Rows, Store, Term


def rows(store: Store, text: str, **bindings: Term) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a query as text; what isn't bound is empty."""
    answer = store.query(text, bindings)
    for row in answer.rows if isinstance(answer, Rows) else ():
        yield tuple("" if term is None or isinstance(term, BlankNode) else term.value for term in row)
