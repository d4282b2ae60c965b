"""Rows → plain nodes and edges: one edge for all claims of one holder with one relation to one end, the strongest nodes only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Tie:
    """How often one thing stands in one relation to another: a row of a count over claims or mentions."""

    source: str
    relation: str
    target: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """One sentence that an edge rests on, and where it stands."""

    id: str  # of the claim or mention
    text: str
    relation: str
    paper: str
    holder: str | None = None  # id of whose it is
    told_by: str | None = None  # id of who says so, where that is not the holder
    answer: int | None = None
    cue: str | None = None  # the words by which the claim was found


@dataclass(frozen=True, slots=True)
class Paper:
    """Where a quotation comes from."""

    id: str
    name: str
    title: str | None = None
    date: str | None = None  # 2022-01-13
    url: str | None = None  # its official publication


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in a view."""

    id: str
    kind: str
    name: str
    name_en: str | None = None
    full: str | None = None  # what it says in full, where the name is cut short
    group: str | None = None  # id of what it is shown under: the branch of a topic, the kind of a commitment
    date: str | None = None
    rank: int = 0  # nodes of a lower rank are chosen first
    weight: int = 0  # claims and mentions on its edges


@dataclass(frozen=True, slots=True)
class Edge:
    """All claims of one holder with one relation to one end."""

    source: str
    relation: str
    target: str
    weight: int
    quotations: tuple[Quotation, ...] = ()
    firm: bool = False  # its claims add up to a position of this direction

    @property
    def id(self) -> str:
        """What the edge is called in the address of a page."""
        return f"{self.source} {self.relation} {self.target}"


@dataclass(frozen=True, slots=True)
class Network:
    """What a view shows, and how many nodes of each kind it leaves out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)


def strongest(nodes: Mapping[str, Node], ties: Iterable[Tie], *, limits: Mapping[str, int], most: int) -> tuple[list[Tie], dict[str, int]]:
    """Return the ties between the strongest nodes, and how many nodes of each kind fall away.

    A node is stronger the lower its rank; then the more others it is tied to; then the more often; then by its id, so that
    the choice is always the same. A node that loses all its ties falls away too.

    Args:
        nodes: what may be shown; ties to anything else are passed over.
        ties: what connects them.
        limits: how many nodes of a kind are kept at most; a kind that is not named has no limit of its own.
        most: how many nodes are kept at most in all.
    """
    known = sorted({tie for tie in ties if tie.source in nodes and tie.target in nodes}, key=_order)
    ends = _by_strength(nodes, known)
    taken: Counter[str] = Counter()
    kept: set[str] = set()
    for end in ends:
        kind = nodes[end].kind
        if len(kept) < most and taken[kind] < limits.get(kind, most):
            taken[kind] += 1
            kept.add(end)
    left = [tie for tie in known if tie.source in kept and tie.target in kept]
    shown = {end for tie in left for end in (tie.source, tie.target)}
    return left, dict(sorted(Counter(nodes[end].kind for end in ends if end not in shown).items()))


def network(
    nodes: Mapping[str, Node],
    ties: Iterable[Tie],
    quotations: Mapping[Tie, Collection[Quotation]] | None = None,
    left_out: Mapping[str, int] | None = None,
    firm: Collection[tuple[str, str, str]] = (),
) -> Network:
    """Return ties as edges with their quotations, and the nodes at their ends with their weights.

    Args:
        nodes: what the ties may connect.
        ties: what connects them.
        quotations: the sentences behind each tie.
        left_out: how many nodes of a kind are not shown.
        firm: source, relation and target of ties whose claims add up to a position.
    """
    quoted = quotations or {}
    edges = tuple(
        Edge(*_order(tie), tie.count, tuple(quoted.get(tie, ())), firm=_order(tie) in firm) for tie in sorted(set(ties), key=_order)
    )
    weights: Counter[str] = Counter()
    for edge in edges:
        weights[edge.source] += edge.weight
        weights[edge.target] += edge.weight
    shown = tuple(replace(nodes[ident], weight=weights[ident]) for ident in sorted(weights))
    return Network(shown, edges, left_out or {})


def _order(tie: Tie) -> tuple[str, str, str]:
    return tie.source, tie.relation, tie.target


def _by_strength(nodes: Mapping[str, Node], ties: Iterable[Tie]) -> list[str]:
    others: defaultdict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for tie in ties:
        for end, other in ((tie.source, tie.target), (tie.target, tie.source)):
            others[end].add(other)
            counts[end] += tie.count
    return sorted(others, key=lambda end: (nodes[end].rank, -len(others[end]), -counts[end], end))
