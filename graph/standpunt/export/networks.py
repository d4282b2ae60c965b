"""GraphML and GEXF for network tools: who says what about what, with typed attributes.

Written as the claims come from the store, since networkx, whose readers open both, can only write what is in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from standpunt.assemble.kinds import kind_of
from standpunt.export.files import whole
from standpunt.export.tables import ENDS, NODES
from standpunt.export.tabular import Cell, rows
from standpunt.export.xml import writable
from standpunt.graph import Graph

#: Attributes and their types, which both formats call the same.
_NODE: Final = {"kind": "string"}
_EDGE: Final = {"claim": "string", "relation": "string", "paper": "string", "date": "string", "confidence": "double", "quotation": "string"}

Known: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """A holder, or what a claim is about."""

    id: str
    label: str
    known: Known


@dataclass(frozen=True, slots=True)
class Edge:
    """One end of a claim."""

    id: str
    source: str
    target: str
    known: Known


def write_graphml(graph: Graph, path: Path, evidence: bool) -> None:
    """Write the short edges as GraphML, for Gephi, yEd, Cytoscape, igraph."""
    _write(path, _graphml(graph, evidence))


def write_gexf(graph: Graph, path: Path, evidence: bool) -> None:
    """Write the short edges as GEXF, for Gephi."""
    _write(path, _gexf(graph, evidence))


def _write(path: Path, lines: Iterator[str]) -> None:
    with whole(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def _graphml(graph: Graph, evidence: bool) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for what, attributes in (("node", {"label": "string"} | _NODE), ("edge", _told(evidence))):
        for name, kind in attributes.items():
            yield f'<key id="{what}-{name}" for="{what}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph edgedefault="directed">'
    for node in _nodes(graph):
        yield f"<node id={_quoted(node.id)}>{_data('node', {'label': node.label, **node.known})}</node>"
    for edge in _edges(graph, evidence):
        yield f'<edge id="{edge.id}" source={_quoted(edge.source)} target={_quoted(edge.target)}>{_data("edge", edge.known)}</edge>'
    yield "</graph>\n</graphml>"


def _data(what: str, known: Known) -> str:
    return "".join(f'<data key="{what}-{name}">{escape(writable(value), {chr(13): "&#13;"})}</data>' for name, value in known.items())


def _gexf(graph: Graph, evidence: bool) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n<graph defaultedgetype="directed" mode="static">'
    for what, attributes in (("node", _NODE), ("edge", _told(evidence))):
        declared = "".join(f'<attribute id="{what}-{name}" title="{name}" type="{kind}"/>' for name, kind in attributes.items())
        yield f'<attributes class="{what}" mode="static">{declared}</attributes>'
    yield "<nodes>"
    for node in _nodes(graph):
        yield f"<node id={_quoted(node.id)} label={_quoted(node.label)}>{_values('node', node.known)}</node>"
    yield "</nodes>\n<edges>"
    for edge in _edges(graph, evidence):
        yield f'<edge id="{edge.id}" source={_quoted(edge.source)} target={_quoted(edge.target)}>{_values("edge", edge.known)}</edge>'
    yield "</edges>\n</graph>\n</gexf>"


def _values(what: str, known: Known) -> str:
    values = "".join(f'<attvalue for="{what}-{name}" value={_quoted(value)}/>' for name, value in known.items())
    return f"<attvalues>{values}</attvalues>"


def _nodes(graph: Graph) -> Iterator[Node]:
    for ident, name, classes in rows(graph.store, NODES, evidence=True):
        yield Node(str(ident), str(name or ident), {"kind": _kind(classes)})


def _kind(classes: Cell) -> str:
    return kind_of(each.removeprefix("sp:") for each in (classes if isinstance(classes, list) else ())) or "Thing"


def _edges(graph: Graph, evidence: bool) -> Iterator[Edge]:
    number = 0
    told = _told(evidence)
    for claim, holder, ends, *values in rows(graph.store, ENDS, evidence=True):
        known = {"claim": claim, **dict(zip(list(_EDGE)[1:], values, strict=True))}
        for end in ends if isinstance(ends, list) else ():
            yield Edge(str(number), str(holder), end, {name: str(known[name]) for name in told if known[name] is not None})
            number += 1


def _told(evidence: bool) -> Mapping[str, str]:
    return {name: kind for name, kind in _EDGE.items() if evidence or name != "quotation"}


def _quoted(value: str) -> str:
    return quoteattr(writable(value))
