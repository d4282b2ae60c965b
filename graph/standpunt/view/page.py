"""A view → one HTML page that opens from disk and fetches nothing: pyvis draws, the frame around it is a template of our own."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from math import log2, sqrt
from pathlib import Path
from typing import Any, Final

import pyvis.network
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from standpunt.view.layout import Place
from standpunt.view.look import KindLook, Look, read_look
from standpunt.view.network import Edge, Node, Paper
from standpunt.view.views import Shown

TEMPLATES: Final = Path(__file__).with_name("templates")
_LIBRARY: Final = Path(pyvis.network.__file__).with_name("templates") / "lib" / "vis-9.1.2" / "vis-network.min.js"
# Addresses in the library's messages and notices; those of W3C are names of namespaces that it can't do without.
_ADDRESS = re.compile(r"https?://(?!www\.w3\.org/)")
# "//# sourceMappingURL=vis-network.min.js.map": a file that a browser's tools would look for
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
LANE: Final = 5.0  # pixels between edges of one pair of nodes in columns
BEND: Final = 0.11  # how much further each bends aside elsewhere
_FONT: Final = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_PROSE: Final = ("commitment",)  # kinds whose name is a sentence
_OPTIONS: Final = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "dragNodes": False,
        "tooltipDelay": 120,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "zoomSpeed": 0.6,
        "keyboard": {"enabled": False},
    },
}


def page(shown: Shown, look: Look | None = None) -> str:
    """Return a view as a page. The same view gives the same page."""
    look = look or read_look()
    drawing = _drawing(shown, look)
    drawing.templateEnv = _environment(shown, look)
    drawing.path = "page.html"
    return str(drawing.generate_html(notebook=False))


def _drawing(shown: Shown, look: Look) -> pyvis.network.Network:
    places = shown.layout.places
    drawing = pyvis.network.Network(directed=True, cdn_resources="in_line")  # undirected ones drop the second edge between two nodes
    drawing.set_options(json.dumps(_OPTIONS))
    for node in shown.network.nodes:
        drawing.add_node(node.id, **_node(node, places[node.id], look))
    in_columns = all(place.width for place in places.values())
    opacity = 0.6 if in_columns else max(0.1, min(0.4, 9 / sqrt(len(shown.network.edges) or 1)))
    for edge, lane in zip(shown.network.edges, _lanes(shown.network.edges), strict=True):
        source, target = _ends(edge, lane, places)
        for port in (source, target):
            if port.id != port.node:
                drawing.add_node(port.id, label=" ", shape="dot", size=0.1, x=port.x, y=port.y, physics=False)
        drawing.add_edge(source.id, target.id, **_edge(edge, lane, look, round(opacity, 2), in_columns=in_columns))
    return drawing


def _environment(shown: Shown, look: Look) -> Environment:
    """Return what the template is filled with beside nodes and edges, which pyvis gives it."""
    script = Markup((TEMPLATES / "page.js").read_text(encoding="utf-8"))  # noqa: S704 -- a file of ours
    library = _library()
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.policies |= {"json.dumps_function": _json, "json.dumps_kwargs": {}}  # in the order of look.toml, not of the alphabet
    environment.globals |= {
        "library": library,
        "script": script,
        "script_hashes": " ".join(_hash(text) for text in (library, script)),
        "data": _data(shown, look),
        "look": look,
        "title": look.titles[shown.view],
        "papers": [_safe(paper) for paper in sorted(shown.papers.values(), key=lambda paper: (paper.date or "", paper.id))],
    }
    return environment


def _safe(paper: Paper) -> Paper:
    """Return a paper whose address, if it has one, leads to a page and runs nothing."""
    return paper if paper.url and paper.url.startswith(("https://", "http://")) else replace(paper, url=None)


def _node(node: Node, place: Place, look: Look) -> dict[str, Any]:
    """Return a node as vis-network draws it; its name is written by the page's script, which knows the language and the font."""
    kind = look.kinds[node.kind]
    drawn: dict[str, Any] = {
        "label": " ",
        "x": place.x,
        "y": place.y,
        "borderWidth": 1,
        "borderWidthSelected": 3,
        "color": _colours(kind),
        "kind": node.kind,
    }
    if not place.width:
        return drawn | {"shape": kind.mark, "size": round(5 + min(15.0, 2.2 * log2(1 + node.weight / 2)), 1)}
    size = 12.5 + min(2.0, 0.4 * log2(1 + node.weight / 4))
    return drawn | {
        "shape": "box",
        "font": {"size": round(size, 1), "face": _FONT, "color": kind.text, "align": "left" if node.kind in _PROSE else "center"},
        "margin": {"top": 4, "bottom": 4, "left": 8, "right": 8},
        "shapeProperties": {"borderRadius": kind.radius},
        "widthConstraint": {"minimum": place.width - 16},
    }


def _colours(kind: KindLook) -> dict[str, Any]:
    same = {"background": kind.fill, "border": kind.line}
    return {**same, "highlight": same, "hover": same}


@dataclass(frozen=True, slots=True)
class Port:
    """Where an edge meets a node: at its middle, or in a column at the side that faces the other end."""

    id: str
    node: str
    x: float
    y: float


def _ends(edge: Edge, lane: float, places: Mapping[str, Place]) -> tuple[Port, Port]:
    source, target = places[edge.source], places[edge.target]
    if not (source.width and target.width):
        return Port(edge.source, edge.source, source.x, source.y), Port(edge.target, edge.target, target.x, target.y)
    return _port(edge.source, source, lane, right=target.x > source.x), _port(edge.target, target, lane, right=source.x > target.x)


def _port(node: str, place: Place, lane: float, *, right: bool) -> Port:
    side = 1 if right else -1
    x = place.x + side * (place.width / 2 - 8)
    return Port(f"{node}|{side}|{lane}", node, x, round(place.y + LANE * lane, 1))


def _lanes(edges: tuple[Edge, ...]) -> list[float]:
    """Return the lane of each edge among those between the same two nodes: 0 is the middle one."""
    between: dict[frozenset[str], list[int]] = {}
    for index, edge in enumerate(edges):
        between.setdefault(frozenset((edge.source, edge.target)), []).append(index)
    lanes = [0.0] * len(edges)
    for indices in between.values():
        for place, index in enumerate(indices):
            lanes[index] = place - (len(indices) - 1) / 2
    return lanes


def _edge(edge: Edge, lane: float, look: Look, opacity: float, *, in_columns: bool) -> dict[str, Any]:
    relation = look.relations[edge.relation]
    smooth: dict[str, Any] = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45}
    if not in_columns:
        smooth = {"enabled": True, "type": "curvedCW" if lane > 0 else "curvedCCW", "roundness": round(BEND * abs(lane), 3)}
    return {
        "id": edge.id,
        "width": round(1.3 + min(4.7, 1.15 * log2(edge.weight)), 2),
        "color": {
            "color": relation.colour,
            "highlight": relation.colour,
            "hover": relation.colour,
            "opacity": min(0.95, 1.5 * opacity) if edge.firm else opacity,
        },
        "dashes": list(relation.dashes) or False,
        "smooth": smooth,
        "arrows": "",
        "hoverWidth": 1.2,
        "selectionWidth": 1.8,
    }


def _data(shown: Shown, look: Look) -> dict[str, Any]:
    """Return what the page's script needs beside nodes and edges as pyvis draws them."""
    said = {quotation.id: quotation for edge in shown.network.edges for quotation in edge.quotations}
    numbers = {ident: number for number, ident in enumerate(said)}
    holders = {who for quotation in said.values() for who in (quotation.holder, quotation.told_by) if who}
    return {
        "title": (look.titles[shown.view].nl, look.titles[shown.view].en),
        "lead": (look.titles[shown.view].lead_nl, look.titles[shown.view].lead_en),
        "nodes": {
            node.id: {
                "nl": node.name,
                "en": node.name_en or node.name,
                "kind": node.kind,
                "full": node.full if node.full != node.name else None,
                "date": node.date,
                "width": shown.layout.places[node.id].width,
                "lines": shown.layout.places[node.id].lines,
                "weight": node.weight,
            }
            for node in shown.network.nodes
        },
        "edges": {
            edge.id: {
                "from": edge.source,
                "to": edge.target,
                "relation": edge.relation,
                "weight": edge.weight,
                "firm": edge.firm,
                "quotations": [numbers[quotation.id] for quotation in edge.quotations],
            }
            for edge in shown.network.edges
        },
        "quotations": [
            {name: value for name, value in asdict(quotation).items() if value is not None and name != "relation"}
            for quotation in said.values()
        ],
        "papers": {paper.id: {"name": paper.name, "title": paper.title, "date": paper.date} for paper in shown.papers.values()},
        "names": {ident: _names(ident, shown.names) for ident in sorted(holders)},
        "captions": [
            {"x": caption.x, "y": caption.y, "text": look.groups.get(caption.group) or _names(caption.group, shown.names)}
            for caption in shown.layout.captions
        ],
        "left_out": dict(shown.network.left_out),
        "kinds": {name: [kind.nl, kind.en] for name, kind in look.kinds.items()},
        "relations": {
            name: {"names": [it.nl, it.en], "firm": it.firm_nl and [it.firm_nl, it.firm_en], "colour": it.colour, "dashes": it.dashes}
            for name, it in look.relations.items()
        },
        "texts": look.texts,
    }


def _names(ident: str, names: Mapping[str, Node]) -> tuple[str, str]:
    node = names.get(ident)
    return (node.name, node.name_en or node.name) if node else (ident, ident)


@cache
def _library() -> Markup:
    """Return the vis-network that pyvis brings, without addresses."""
    text = _SOURCE_MAP.sub("", _LIBRARY.read_text(encoding="utf-8"))
    return Markup(_ADDRESS.sub("", text))  # noqa: S704 -- the library of an installed package


def _json(value: Any, **options: Any) -> str:
    """Return JSON in which no slash stands bare: a quotation that holds an address or a tag is text to every reader."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), **options).replace("/", "\\/")


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
