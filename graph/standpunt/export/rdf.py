"""N-Quads, TriG and Turtle, written as the quads come from the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Quad, RdfFormat, Triple

from standpunt.export.evidence import without_evidence
from standpunt.export.files import whole
from standpunt.graph import Graph
from standpunt.iri import PREFIXES


def quads(graph: Graph, evidence: bool) -> Iterator[Quad]:
    """Yield the quads of a graph."""
    found = graph.store.dump()
    return found if evidence else without_evidence(found)


def write_nquads(graph: Graph, path: Path, evidence: bool) -> None:
    """Write a quad a line: what any store loads, and what two builds give alike once sorted."""
    _write(quads(graph, evidence), path, RdfFormat.N_QUADS)


def write_trig(graph: Graph, path: Path, evidence: bool) -> None:
    """Write the named graphs, to be read by people."""
    _write(quads(graph, evidence), path, RdfFormat.TRIG)


def write_turtle(graph: Graph, path: Path, evidence: bool) -> None:
    """Write the union of all named graphs, to be read by people."""
    _write((quad.triple for quad in quads(graph, evidence)), path, RdfFormat.TURTLE)


def _write(found: Iterable[Quad] | Iterable[Triple], path: Path, form: RdfFormat) -> None:
    with whole(path) as part:
        ox.serialize(found, str(part), form, prefixes=PREFIXES if form != RdfFormat.N_QUADS else None)
