"""What people say of claims, brought into the graph: `reviews.csv` wins over what the rules read.

A paper's graph is written as the rules made it. Where reviews change it, that graph is kept in a file, and the changed one takes its
place, in one transaction with a mark that it did. So reviews can be taken back, and a build that is killed goes on where it was.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox
from pyoxigraph import NamedNode, RdfFormat, Triple

from standpunt import iri
from standpunt.assemble import Judged, review_quads, terms
from standpunt.assemble.reviews import reviewed
from standpunt.build.asking import rows
from standpunt.build.state import Known, known, stamp_quads, state_graph
from standpunt.errors import StoreError
from standpunt.model import Mismatch, Review, Verdict
from standpunt.store import GraphDirectory
from standpunt.store.base import ntriples
from standpunt.store.directory import WorkingStore, write_atomically

_STATE: Final = "reviews"
_COUNTS: Final = "SELECT ?verdict (COUNT(?review) AS ?number) { GRAPH id:reviews { ?review sp:verdict ?verdict } } GROUP BY ?verdict"
_MISFITS: Final = """SELECT ?claim ?verdict ?mismatch { GRAPH id:reviews {
  ?review sp:mismatch ?mismatch ; sp:verdict ?verdict ; sp:reviews ?claim } } ORDER BY ?claim"""
_VERDICTS: Final[Mapping[str, Verdict]] = {node.value: verdict for verdict, node in terms.VERDICTS.items()}
_MISMATCHES: Final[Mapping[str, Mismatch]] = {node.value: mismatch for mismatch, node in terms.MISMATCHES.items()}
#: What a mismatch means for a review, told to who made it.
MEANINGS: Final[Mapping[Mismatch, str]] = {
    "paper_gone": "its paper is not in this graph",
    "sentence_gone": "the paper no longer has its sentence",
    "claim_gone": "the rules no longer read this claim in its sentence",
    "claim_changed": "the rules read other topics or entities in it by now",
    "name_unknown": "its correction names what no knowledge file knows any more",
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A review that no longer fits the claim that it judges."""

    claim: str
    verdict: Verdict
    mismatch: Mismatch

    @property
    def applies(self) -> bool:
        """Whether the review still counts."""
        return self.mismatch == "claim_changed" and self.verdict != "accepted"

    def __str__(self) -> str:
        effect = f"it stays {self.verdict}" if self.applies else f"it is not {self.verdict} any more"
        return f"{self.claim}: {MEANINGS[self.mismatch]}; {effect}. Review it again, or remove its row."


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the reviews of a graph come to."""

    accepted: int = 0
    rejected: int = 0
    corrected: int = 0
    misfits: Sequence[Misfit] = field(default_factory=tuple)

    @property
    def total(self) -> int:
        """How many claims were reviewed."""
        return self.accepted + self.rejected + self.corrected


def apply(directory: GraphDirectory, store: WorkingStore, reviews: Sequence[Review]) -> None:
    """Bring the graphs of reviewed papers, and the graph of reviews, in line with the reviews; what is in line stays untouched."""
    stamp = stamp_quads(_STATE, _checksum(reviews)) if reviews else []
    if not store.unpublished and _lines(store, state_graph(_STATE)) == set(ntriples(stamp).splitlines()):
        return
    by_paper: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        by_paper[review.paper].append(review)
    papers = known(store)
    judged: list[Judged] = []
    for ident in sorted({*by_paper, *(paper.paper for paper in papers.values() if paper.reviews)}):
        if ident in papers:
            judged += _apply_to(papers[ident], by_paper[ident], directory, store)
        else:
            judged += [Judged(review, mismatch="paper_gone") for review in by_paper[ident]]
    _write_if_new(store, {iri.REVIEWS_GRAPH: ntriples(review_quads(judged)), state_graph(_STATE): ntriples(stamp)})


def summary(store: WorkingStore) -> Reviewed:
    """Return what the reviews in a graph come to."""
    counts = {_VERDICTS[verdict]: int(number) for verdict, number in rows(store, _COUNTS)}
    misfits = [Misfit(iri.ident(claim), _VERDICTS[verdict], _MISMATCHES[why]) for claim, verdict, why in rows(store, _MISFITS)]
    return Reviewed(**counts, misfits=tuple(misfits))


def _apply_to(paper: Known, reviews: Sequence[Review], directory: GraphDirectory, store: WorkingStore) -> list[Judged]:
    extracted = list(_extracted(paper, directory, store))
    graph, judged = reviewed(extracted, reviews)
    kept = directory.extraction(paper.paper, paper.stamp)
    changed = any(each.applies and each.review.verdict != "accepted" for each in judged)
    checksum = _checksum(reviews) if changed else None
    if changed and not kept.exists():
        write_atomically(kept, b"".join(f"{triple} .\n".encode() for triple in extracted))
    if checksum != paper.reviews:
        graphs = {iri.resource(paper.paper): b"".join(f"{triple} .\n".encode() for triple in graph)}
        store.write({**graphs, state_graph(paper.paper): ntriples(stamp_quads(paper.paper, paper.stamp, checksum))})
    for path in directory.extractions_of(paper.paper):
        if path != kept or not changed:
            path.unlink()
    return judged


def _extracted(paper: Known, directory: GraphDirectory, store: WorkingStore) -> Iterator[Triple]:
    """Yield the graph of a paper as the rules made it: the graph itself, or the file where reviews have changed the graph."""
    if paper.reviews is None:
        yield from (quad.triple for quad in store.engine.quads_for_pattern(None, None, None, NamedNode(iri.resource(paper.paper))))
        return
    path = directory.extraction(paper.paper, paper.stamp)
    if not path.exists():
        raise StoreError(f"{path} is missing; build the graph again from all its papers")
    yield from (quad.triple for quad in ox.parse(path=path, format=RdfFormat.N_TRIPLES))


def _checksum(reviews: Iterable[Review]) -> str:
    """Return a checksum of reviews, whatever their order."""
    return hashlib.sha256("\n".join(sorted(map(repr, reviews))).encode()).hexdigest()


def _write_if_new(store: WorkingStore, graphs: Mapping[str, bytes]) -> None:
    new = {name: content for name, content in graphs.items() if set(content.splitlines()) != _lines(store, name)}
    if new:
        store.write(new)


def _lines(store: WorkingStore, graph: str) -> set[bytes]:
    return {f"{quad.triple} .".encode() for quad in store.engine.quads_for_pattern(None, None, None, NamedNode(graph))}
