"""Reviews in a sheet, taken into a graph directory: checked against the graph, kept in `reviews.csv`, and applied at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from standpunt import iri, sheet
from standpunt.assemble.entities import document_name
from standpunt.build import reviews as applied
from standpunt.build.reviews import Reviewed
from standpunt.build.state import known
from standpunt.build.writer import Writer
from standpunt.errors import QueryError, StoreError
from standpunt.model import AsRead, Review
from standpunt.query import resolve
from standpunt.review import outgoing
from standpunt.sheet import Line
from standpunt.store import GraphDirectory, Store
from standpunt.store.directory import write_atomically

#: Among which kinds of thing a name is looked up, in this order.
_KINDS: Final[dict[str, tuple[str, ...]]] = {"holder": ("actor",), "topic": ("topic",), "about": ("actor", "meeting", "motion", "paper")}


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in from a sheet, and what the reviews of the graph come to since."""

    new: int
    changed: int
    unchanged: int
    without_verdict: int  # rows of the sheet that nobody has judged
    reviews: Reviewed


class GraphDesk:
    """Knows what a graph holds: its claims, and what everything is called."""

    def __init__(self, store: Store, earlier: Sequence[Review]) -> None:
        self._store = store
        self._earlier = {review.claim: review for review in earlier}
        self.meant = lru_cache(maxsize=10_000)(self._meant)

    def _meant(self, kind: str, text: str) -> str:
        """Return the id of what a cell names, by id, name or abbreviation; raises ValueError that tells the nearest names."""
        if "/" in text and self._ask("ASK { VALUES ?it { UNDEF } ?it rdfs:label ?name }", text):
            return sheet.OwnDesk().meant(kind, text)
        if kind == "about" and document_name(text) != text:
            return text
        problems = []
        for each in _KINDS[kind]:
            try:
                return iri.ident(resolve(self._store, each, text, unspoken=True).value)
            except QueryError as error:
                problems.append(str(error))
        raise ValueError("; ".join(problems))

    def as_read(self, claim: str) -> AsRead | None:
        """Return what the rules read in a claim: as an earlier review has it, else as the graph has it."""
        if claim in self._earlier:
            return self._earlier[claim].read
        return outgoing.claims(self._store, only=[NamedNode(iri.resource(claim))]).get(claim, (0, None))[1]

    def is_known(self, claim: str) -> bool:
        """Tell whether the graph holds a claim, or held it until it was rejected."""
        return claim in self._earlier or self._ask("ASK { VALUES ?it { UNDEF } ?it a sp:Claim }", claim)

    def _ask(self, text: str, ident: str) -> bool:
        return bool(self._store.query(text, {"it": NamedNode(iri.resource(ident))}))


def take_in(path: Path, graph: Path, *, reviewer: str | None = None, now: datetime | None = None) -> Taken:
    """Take the reviews of a sheet into a graph directory; a review of a claim replaces an earlier one of it.

    Args:
        path: the sheet. Where it holds a fault, nothing of it is taken in.
        graph: the graph directory.
        reviewer: who reviewed, where the sheet doesn't say.
        now: when, where the sheet doesn't say; None for now.

    Raises:
        ReviewError: the sheet, or the directory's `reviews.csv`, holds faults; all of them are listed.
        StoreBusy: another process writes to the directory.
        StoreError: it holds no finished graph, or a build of it has not ended.
    """
    started = datetime.now(UTC)
    directory = GraphDirectory(graph)
    if directory.published is None:
        raise StoreError(f"{graph} holds no finished graph; make one with: standpunt build --graph {graph}")
    with directory.lock() as lock, directory.writer(lock) as store:
        if store.unpublished:
            raise StoreError(f"a build of {graph} was ended before it was done; run it again first: standpunt build --graph {graph}")
        earlier = sheet.kept(directory.reviews)
        filled = sheet.read(path, GraphDesk(store, earlier), reviewer=reviewer, now=now or started.replace(microsecond=0))
        given = filled.reviews
        merged = {review.claim: review for review in (*earlier, *given)}
        kept = sorted(merged.values(), key=lambda review: review.claim)
        write_atomically(directory.reviews, sheet.written(Line(review.claim, review.read, review) for review in kept))
        applied.apply(directory, store, sheet.kept(directory.reviews))
        writer = Writer(directory, store, (), known(store))
        writer.write_derived()
        writer.publish(started)
        old = {review.claim: review for review in earlier}
        return Taken(
            new=sum(review.claim not in old for review in given),
            changed=sum(review.claim in old and review != old[review.claim] for review in given),
            unchanged=sum(review == old.get(review.claim) for review in given),
            without_verdict=filled.without_verdict,
            reviews=applied.summary(store),
        )
