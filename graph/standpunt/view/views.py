"""The named views: what each asks of the graph, how many nodes it bears, and how it is laid out. Titles stand in look.toml."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from standpunt.errors import QueryError
from standpunt.store import Store
from standpunt.view import rows
from standpunt.view.layout import Column, Layout, as_map, in_columns
from standpunt.view.network import Network, Node, Paper, Quotation, Tie, network, strongest
from standpunt.view.rows import Pattern

MOST: Final = 1_000  # nodes that a browser draws without trouble
READABLE: Final = 300  # nodes on a map that an eye can take in

_STANCES: Final = ("supports", "opposes", "concerned_about", "calls_for")
_HOLDERS: Final = ("cabinet", "faction")


@dataclass(frozen=True, slots=True)
class Part:
    """Ties of one pattern between some kinds of node; without kinds, between any."""

    pattern: Pattern
    relations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()

    def takes(self, source: Node, target: Node) -> bool:
        """Tell whether a tie between two nodes belongs to this part."""
        return (not self.sources or source.kind in self.sources) and (not self.targets or target.kind in self.targets)


@dataclass(frozen=True, slots=True)
class View:
    """What to show, and where."""

    parts: tuple[Part, ...]
    arrange: Callable[[Network], Layout]
    limits: Mapping[str, int] = field(default_factory=dict)  # how many nodes of a kind it bears
    most: int = MOST


@dataclass(frozen=True, slots=True)
class Shown:
    """A view of one graph: all that a page needs."""

    view: str
    network: Network
    layout: Layout
    papers: Mapping[str, Paper]
    names: Mapping[str, Node]  # of those who are quoted


def _columns(*columns: Column) -> Callable[[Network], Layout]:
    return lambda network: in_columns(network, columns)


VIEWS: Final[Mapping[str, View]] = {
    "overzicht": View(
        (Part(rows.CLAIMS, _STANCES, _HOLDERS, ("topic",)),),
        _columns(Column(("cabinet",), -440, 120), Column(("topic",), 0, 380, grouped=True), Column(("faction",), 450, 150)),
        {"topic": 24, "faction": 20},
    ),
    "vragen": View(
        (Part(rows.CLAIMS, ("asks_about",), ("faction", "person"), ("country", "organisation")),),
        _columns(Column(("country",), -400, 190), Column(("faction", "person"), 0, 150), Column(("organisation",), 400, 190)),
        {"country": 24, "organisation": 24, "faction": 20, "person": 12},
    ),
    "toezeggingen": View(
        (
            Part(rows.CLAIMS, ("commits_to",), (), ("commitment",)),
            Part(rows.CONCERNS, (), ("commitment",), ("topic",)),
        ),
        _columns(
            Column(("cabinet", "organisation", "country", "faction", "person"), -460, 120),
            Column(("commitment",), -30, 540, grouped=True, ranked=True, lines=2),
            Column(("topic",), 450, 210, lines=2),
        ),
        {"commitment": 16, "topic": 16},
    ),
    "moties": View(
        (
            Part(rows.PROPOSERS, (), ("person",), ("motion",)),
            Part(rows.CLAIMS, (), (), ("motion",)),
            Part(rows.RESPONSES),
            Part(rows.LEFT_TO_HOUSE),
            Part(rows.ADVISED_AGAINST),
            Part(rows.TAKEN_OVER),
            Part(rows.ASKED_TO_HOLD),
            Part(rows.CITATIONS, (), ("paper",), ("motion",)),
        ),
        _columns(
            Column(("person",), -430, 170), Column(("motion",), -40, 350), Column(("cabinet", "faction", "organisation", "paper"), 400, 240)
        ),
        {"motion": 22, "person": 20, "paper": 20},
    ),
    "dossier": View(
        (Part(rows.MEETINGS), Part(rows.CITATIONS)),
        _columns(
            Column(("meeting",), -350, 390, dated=True), Column(("paper",), 100, 230, dated=True), Column(("document", "motion"), 440, 240)
        ),
        {"meeting": 24, "document": 24, "motion": 8, "paper": 14},
    ),
    "alles": View((Part(rows.CLAIMS),), as_map, most=READABLE),
}
DEFAULT: Final = "overzicht"


def show(store: Store, name: str = DEFAULT, *, most: int | None = None) -> Shown:
    """Return a view of a graph.

    Args:
        store: the graph.
        name: one of `VIEWS`.
        most: how many nodes are shown at most, in place of the view's own limits; the strongest are kept.

    Raises:
        QueryError: no view is called so, or the graph holds nothing that it could show.
    """
    if name not in VIEWS:
        near = difflib.get_close_matches(name, VIEWS, n=1, cutoff=0.4)
        raise QueryError(f"no view is called {name!r}{f'; nearest: {near[0]}' if near else ''}. Views are {', '.join(VIEWS)}")
    view = VIEWS[name]
    ties = [rows.ties(store, part.pattern, part.relations) for part in view.parts]
    nodes = rows.nodes(store, {end for found in ties for tie in found for end in (tie.source, tie.target)})
    taken = [[tie for tie in found if _fits(part, tie, nodes)] for part, found in zip(view.parts, ties, strict=True)]
    every = [tie for found in taken for tie in found]
    kept, left_out = strongest(nodes, every, limits=view.limits if most is None else {}, most=view.most if most is None else most)
    if not kept:
        raise QueryError(f"the graph holds nothing that the view {name!r} shows")
    quotations: dict[Tie, list[Quotation]] = {}
    for part, found in zip(view.parts, taken, strict=True):
        quotations |= rows.quotations(store, part.pattern, set(found) & set(kept))
    drawn = network(nodes, kept, quotations, left_out, rows.positions(store, {tie.source for tie in kept}))
    quoted = [said for edge in drawn.edges for said in edge.quotations]
    return Shown(
        view=name,
        network=drawn,
        layout=view.arrange(drawn),
        papers=rows.papers(store, {said.paper for said in quoted}),
        names=rows.nodes(store, {who for said in quoted for who in (said.holder, said.told_by) if who} | _groups(drawn)),
    )


def _groups(drawn: Network) -> set[str]:
    return {node.group for node in drawn.nodes if node.group}


def _fits(part: Part, tie: Tie, nodes: Mapping[str, Node]) -> bool:
    return tie.source in nodes and tie.target in nodes and part.takes(nodes[tie.source], nodes[tie.target])
