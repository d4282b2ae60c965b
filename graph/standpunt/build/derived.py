"""What no paper says by itself: positions and motions, added up over all papers in the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from standpunt.store import Rows, Store

#: What is counted in a graph, and the class of which there is one for each.
COUNTED: Final[Mapping[str, str]] = {
    "papers": "sp:Paper",
    "exchanges": "sp:Exchange",
    "entities": "sp:Mention",
    "claims": "sp:Claim",
    "commitments": "sp:Commitment",
    "positions": "sp:Position",
}


def graphs(store: Store) -> dict[str, Iterable[Quad]]:
    """Return the graphs that are derived from those of the papers."""
    return {}


def totals(store: Store) -> dict[str, int]:
    """Return how many papers, exchanges, mentions of entities, claims, commitments and positions a graph holds."""
    return {name: _count(store, f"SELECT (COUNT(DISTINCT ?thing) AS ?n) {{ ?thing a {kind} }}") for name, kind in COUNTED.items()}


def _count(store: Store, text: str) -> int:
    answer = store.query(text)
    rows = list(answer.rows) if isinstance(answer, Rows) else []
    return int(rows[0][0].value) if rows and isinstance(rows[0][0], NamedNode | Literal) else 0
