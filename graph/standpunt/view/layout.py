"""Where the nodes of a view stand, worked out before it is drawn: in columns that are read across, or on a map around the holders."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin, sqrt
from statistics import median_low
from typing import Final

import numpy as np
import numpy.typing as npt

from standpunt.view.network import Network, Node

Points = npt.NDArray[np.float64]

# Columns, in pixels at the first zoom
ROW: Final = 27  # of one line of text
LINE: Final = 16  # each line more
GAP: Final = 30  # between two groups of a column, where the name of the group stands
FULL: Final = 640  # what a screen is high: fewer rows stand further apart, and have room for more lines
SWEEPS: Final = 12  # over the columns, to untangle their edges

# Map
RIM: Final = 430  # radius of the circle on which the holders stand, at least
WIDER: Final = 1.3  # than high: screens are
ROOM: Final = 30  # between two nodes
ROUNDS: Final = 300  # of pushing apart what lies too close, at most


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands (its middle). In a column, how wide it is drawn and how many lines its name may take; else 0."""

    x: int
    y: int
    width: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Caption:
    """The name of a group, above its first node."""

    x: int
    y: int
    group: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of all nodes of a network, and the captions between them."""

    places: Mapping[str, Place]
    captions: tuple[Caption, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """The nodes of some kinds below each other."""

    kinds: tuple[str, ...]
    x: int
    width: int
    grouped: bool = False  # under the names of their groups
    dated: bool = False  # in the order of their dates, else so that edges cross little
    ranked: bool = False  # groups in the order of their nodes' ranks
    lines: int = 1  # that names need; where there is room to spare, they get more


@dataclass(frozen=True, slots=True)
class _Filled:
    """A column with its nodes by group, and the height of its rows."""

    column: Column
    groups: Mapping[str, Sequence[Node]]
    row: float

    def ys(self) -> dict[str, float]:
        """Return the heights at which the nodes stand, around the middle."""
        gap = GAP if self.column.grouped else 0
        rows = sum(len(nodes) for nodes in self.groups.values())
        y = -(rows * self.row + gap * len(self.groups)) / 2
        ys: dict[str, float] = {}
        for nodes in self.groups.values():
            y += gap
            for node in nodes:
                ys[node.id] = y + self.row / 2
                y += self.row
        return ys


def in_columns(network: Network, columns: Sequence[Column]) -> Layout:
    """Return a layout in which each column has its nodes below each other, ordered so that few edges cross."""
    near = _neighbours(network)
    grouped = [(column, groups) for column in columns if (groups := _grouped(column, network.nodes, near))]
    full = max([FULL, *(_height(column, groups) for column, groups in grouped)])
    filled = [_Filled(column, groups, _row(column, groups, full)) for column, groups in grouped]
    ys = {ident: y for column in filled for ident, y in column.ys().items()}
    for _ in range(SWEEPS):
        for index, column in enumerate(filled):
            filled[index] = _untangled(column, near, ys)
            ys |= filled[index].ys()
    places = {
        node.id: Place(it.column.x, round(ys[node.id]), it.column.width, max(it.column.lines, 1 + int((it.row - ROW) / LINE)))
        for it in filled
        for nodes in it.groups.values()
        for node in nodes
    }
    captions = tuple(
        Caption(it.column.x, round(ys[nodes[0].id] - it.row / 2 - 9), group)
        for it in filled
        if it.column.grouped
        for group, nodes in it.groups.items()
        if group
    )
    return Layout(places, captions)


def as_map(network: Network) -> Layout:
    """Return a layout with cabinet and factions on the rim; what they share lies between them, what one has alone lies outside it."""
    near = _neighbours(network)
    rim = _rim(network, near)
    radius = max(RIM, 0.95 * ROOM * sqrt(len(network.nodes)))
    points = {ident: np.array([cos(turn), sin(turn)]) * radius for ident, turn in rim.items()}
    alone: defaultdict[str, list[Node]] = defaultdict(list)
    shared: list[Node] = []
    for node in sorted(network.nodes, key=lambda node: (-node.weight, node.id)):
        if node.id not in rim:
            others = set(near[node.id])
            (alone[others.pop()] if len(others) == 1 and others <= rim.keys() else shared).append(node)
    for holder, nodes in alone.items():
        points |= {node.id: point for node, point in zip(nodes, _fan(points[holder], len(nodes)), strict=True)}
    points |= dict.fromkeys((node.id for node in shared), np.zeros(2))
    for _ in range(SWEEPS):
        points |= {node.id: np.mean([points[other] for other in near[node.id]], axis=0) * 0.94 for node in shared}
    start = np.array([points[node.id] * (WIDER, 1.0) for node in network.nodes])
    fixed = np.array([node.id in rim for node in network.nodes])
    middles = _apart(start, fixed)
    return Layout({node.id: Place(round(x), round(y)) for node, (x, y) in zip(network.nodes, middles, strict=True)})


def _neighbours(network: Network) -> dict[str, list[str]]:
    near: defaultdict[str, list[str]] = defaultdict(list)
    for edge in network.edges:
        near[edge.source].append(edge.target)
        near[edge.target].append(edge.source)
    return dict(near)


def _grouped(column: Column, nodes: Sequence[Node], near: Mapping[str, Sequence[str]]) -> dict[str, list[Node]]:
    """Return the nodes of a column by group, heaviest first, or in the order of their dates."""
    groups: defaultdict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.kind in column.kinds:
            groups[(node.group or "") if column.grouped else ""].append(node)
    dates = _dates(nodes, near) if column.dated else {}
    for members in groups.values():
        members.sort(key=lambda node: (dates.get(node.id, ""), -node.weight, node.id))
    by_weight = sorted(groups.items(), key=lambda item: (-sum(node.weight for node in item[1]), item[0]))
    if column.ranked:
        by_weight.sort(key=lambda item: min(node.rank for node in item[1]))
    return dict(by_weight)


def _dates(nodes: Sequence[Node], near: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the dates of nodes; what has none stands where most of what it is tied to stands."""
    known = {node.id: node.date for node in nodes if node.date}
    guessed = {node.id: sorted(known[other] for other in near.get(node.id, ()) if other in known) for node in nodes}
    return {ident: median_low(dates) for ident, dates in guessed.items() if dates} | known


def _height(column: Column, groups: Mapping[str, Sequence[Node]]) -> float:
    rows = sum(len(nodes) for nodes in groups.values())
    return rows * (ROW + LINE * (column.lines - 1)) + (GAP * len(groups) if column.grouped else 0)


def _row(column: Column, groups: Mapping[str, Sequence[Node]], full: float) -> float:
    """Return the height of a column's rows: a short column is spread over most of the height, but not without end."""
    rows = sum(len(nodes) for nodes in groups.values())
    least = ROW + LINE * (column.lines - 1)
    gaps = GAP * len(groups) if column.grouped else 0
    return max(least, min((0.86 * full - gaps) / rows, 2.6 * ROW))


def _untangled(filled: _Filled, near: Mapping[str, Sequence[str]], ys: Mapping[str, float]) -> _Filled:
    """Return a column with groups, and nodes in them, in the order of the middle of what they are tied to."""
    if filled.column.dated:
        return filled
    # What is tied to nearly everything says nothing about the order.
    everywhere = {ident for ident in ys if len(set(near[ident])) > len(ys) / 2}

    def pull(node: Node) -> float:
        others = [ys[other] for other in near[node.id] if other not in everywhere and other in ys]
        return sum(others) / len(others) if others else ys[node.id]

    pulls = {node.id: pull(node) for nodes in filled.groups.values() for node in nodes}
    ordered = {group: sorted(nodes, key=lambda node: (pulls[node.id], node.id)) for group, nodes in filled.groups.items()}
    if not filled.column.ranked:
        by_pull = sorted(ordered.items(), key=lambda item: (sum(pulls[node.id] for node in item[1]) / len(item[1]), item[0]))
        ordered = dict(by_pull)
    return _Filled(filled.column, ordered, filled.row)


def _rim(network: Network, near: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Return the turns at which holders stand on the rim: the like side by side, with room for what each has alone."""
    holders = [node.id for node in network.nodes if node.kind in ("cabinet", "faction")]
    if len(holders) < 3:
        sources = {edge.source for edge in network.edges}
        holders = [node.id for node in sorted(network.nodes, key=lambda node: (-node.weight, node.id)) if node.id in sources][:12]
    row = sorted(holders, key=lambda ident: (-len(set(near[ident])), ident))[:1]
    while len(row) < len(holders):
        last = set(near[row[-1]])
        row.append(max((ident for ident in holders if ident not in row), key=lambda ident: (_likeness(last, set(near[ident])), ident)))
    alone = Counter(near[node.id][0] for node in network.nodes if node.id not in holders and len(set(near[node.id])) == 1)
    rooms = [2 + sqrt(alone[ident]) for ident in row]
    turns = {row[0]: pi} if row else {}
    for (one, room), (other, its_room) in pairwise(zip(row, rooms, strict=True)):
        turns[other] = turns[one] + pi * (room + its_room) / sum(rooms)
    return turns


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / sqrt(len(one) * len(other)) if one and other else 0.0


def _fan(holder: Points, count: int) -> list[Points]:
    """Return places in arcs behind a holder on the rim."""
    outward = float(np.arctan2(holder[1], holder[0]))
    places: list[Points] = []
    radius = 1.7 * ROOM
    while len(places) < count:
        here = min(count - len(places), max(1, int(1.9 * radius / ROOM)))
        for index in range(here):
            turn = outward + 1.9 * ((index + 0.5) / here - 0.5)
            places.append(holder + radius * np.array([cos(turn), sin(turn)]))
        radius += ROOM
    return places


def _apart(points: Points, fixed: npt.NDArray[np.bool_]) -> Points:
    """Return points pushed apart until none is nearer to another than there must be room; some don't move."""
    golden = pi * (3 - sqrt(5))
    # Points upon each other are first spread a little, each in a direction of its own.
    turned = np.array([[cos(index * golden), sin(index * golden)] for index in range(len(points))])
    points = np.where(fixed[:, None], points, points + turned)
    for _ in range(ROUNDS):
        push = _pushes(points)
        if not push.any():
            break
        points = np.where(fixed[:, None], points, points + 0.5 * push)
    return points


def _pushes(points: Points) -> Points:
    """Return how far each point is pushed by those too near: from left to right, each meets the next, the next but one, and so on."""
    order = np.argsort(points[:, 0], kind="stable")
    row = points[order]
    push = np.zeros_like(row)
    for step in range(1, len(row)):
        between = row[step:] - row[:-step]
        if (between[:, 0] >= ROOM).all():
            break
        distance = np.maximum(np.hypot(between[:, 0], between[:, 1]), 1e-9)
        short = between / distance[:, None] * np.clip(ROOM - distance, 0, None)[:, None]
        push[step:] += short
        push[:-step] -= short
    back = np.empty_like(push)
    back[order] = push
    return back
