"""The claims of a graph directory as a sheet to review them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode

from standpunt import iri, sheet
from standpunt.assemble import terms
from standpunt.errors import ExportError, QueryError
from standpunt.export.files import whole
from standpunt.model import AsRead, Relation, Review
from standpunt.query import cell, resolve
from standpunt.sheet import Line
from standpunt.store import GraphDirectory, Store, Term, select

_RELATIONS: Final[Mapping[str, Relation]] = {edge.value: relation for relation, edge in terms.EDGES.items()}
#: Claims as queries see them; those that were reviewed stand in reviews.csv as they were read.
_CLAIMS: Final = """
SELECT ?claim ?paper ?start ?sentence ?holder ?relation ?proposition ?confidence ?rule {
  VALUES ?paper { UNDEF } VALUES ?claim { UNDEF }
  ?claim a sp:Claim ; dcterms:isPartOf ?paper ; sp:holder ?holder ; sp:relation ?relation ; sp:rule ?rule ; prov:wasDerivedFrom ?place .
  ?place oa:exact ?sentence ; oa:start ?start .
  OPTIONAL { ?claim sp:proposition ?proposition }
  OPTIONAL { ?claim sp:confidence ?confidence }
}"""
_ENDS: Final = """SELECT ?claim ?property ?end {
  VALUES ?paper { UNDEF } VALUES ?claim { UNDEF } VALUES ?property { sp:about sp:topic }
  ?claim dcterms:isPartOf ?paper ; a sp:Claim ; ?property ?end }"""
_PLACES: Final = "SELECT ?claim ?start { ?review sp:reviews ?claim ; prov:wasDerivedFrom/oa:start ?start }"
#: What the rules read by now in claims that were reviewed when they read otherwise.
_CHANGED: Final = """SELECT ?claim ?property ?end {
  VALUES ?property { sp:foundAbout sp:foundTopic }
  ?review sp:mismatch sp:claimChanged ; sp:reviews ?claim . OPTIONAL { ?review ?property ?end } }"""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which claims to write; None for any."""

    paper: str | None = None  # id or name
    holder: str | None = None
    relation: str | None = None
    rule: str | None = None
    unreviewed: bool = False
    sample: int | None = None  # so many, always the same ones


def export(graph: Path, out: Path, selection: Selection = Selection(), *, delimiter: str = ",") -> int:
    """Write the claims of a graph directory to a sheet and return how many there are.

    What was reviewed stands in it as the rules had read it, with its review; also what was rejected and queries no longer see. What
    they read otherwise by now stands in it as something new.

    Raises:
        ExportError: the sheet can't be written.
        QueryError: the selection names what the graph doesn't hold.
        ReviewError: `reviews.csv` of the directory holds faults.
        StoreError: there is no finished graph.
    """
    directory = GraphDirectory(graph)
    with directory.reader() as store:
        lines = lines_of(store, sheet.kept(directory.reviews), selection)
    try:
        with whole(out) as part:
            part.write_bytes(sheet.written(lines, delimiter))
    except OSError as error:
        raise ExportError(f"{out} can't be written: {error.strerror or error}") from error
    return len(lines)


def lines_of(store: Store, reviews: Sequence[Review], selection: Selection) -> list[Line]:
    """Return the lines of a sheet, in the order of papers and text."""
    wanted = _Wanted(store, selection)
    changed = _changed(store)
    by_claim = {review.claim: review for review in reviews if review.claim not in changed}
    found: dict[str, tuple[str, int, Line]] = {}
    places = {iri.ident(_text(claim)): int(_text(start)) for claim, start in select(store, _PLACES, {}).rows}
    anew = {
        review.claim: (places[review.claim], replace(review.read, about=changed[review.claim].about, topics=changed[review.claim].topics))
        for review in reviews
        if review.read and review.claim in changed
    }
    for claim, (start, read) in (claims(store, paper=wanted.paper) | anew).items():
        if claim not in by_claim and wanted.holds(claim, read):
            found[claim] = (claim.partition("/claim/")[0], start, Line(claim, read))
    if not selection.unreviewed:
        for claim, review in by_claim.items():
            if wanted.holds(claim, review.read):
                found[claim] = (review.paper, places.get(claim, 0), Line(claim, review.read, review))
    chosen = sorted(found, key=iri.content_hash)[: selection.sample]
    return [line for *_, line in sorted((found[claim] for claim in chosen), key=lambda one: (one[0], one[1], one[2].claim))]


@dataclass(frozen=True, slots=True)
class _Ends:
    """What a claim is about, as the rules read it by now."""

    about: tuple[str, ...]
    topics: tuple[str, ...]


def _changed(store: Store) -> dict[str, _Ends]:
    """Return the claims that no longer are what was reviewed, with what they are about by now."""
    ends: dict[str, dict[str, list[str]]] = {}
    for claim, prop, end in select(store, _CHANGED, {}).rows:
        found = ends.setdefault(iri.ident(_text(claim)), {})
        if end:
            found.setdefault(_text(prop), []).append(iri.ident(_text(end)))
    about, topic = terms.FOUND_ABOUT.value, terms.FOUND_TOPIC.value
    return {claim: _Ends(tuple(sorted(found.get(about, ()))), tuple(sorted(found.get(topic, ())))) for claim, found in ends.items()}


def claims(store: Store, *, paper: Term | None = None, only: Sequence[Term] = ()) -> dict[str, tuple[int, AsRead]]:
    """Return claims as queries see them, each with where its sentence begins; of one paper, or only some."""
    bound: dict[str, Term | Sequence[Term]] = ({"paper": paper} if paper else {}) | ({"claim": only} if only else {})
    ends: dict[tuple[str, str], list[str]] = {}
    for claim, prop, end in select(store, _ENDS, bound).rows:
        ends.setdefault((_text(claim), _text(prop)), []).append(iri.ident(_text(end)))
    found = {}
    for claim, _, start, sentence, holder, relation, proposition, confidence, rule in select(store, _CLAIMS, bound).rows:
        about, topics = (sorted(ends.get((_text(claim), prop.value), ())) for prop in (terms.ABOUT, terms.ON_TOPIC))
        found[iri.ident(_text(claim))] = (
            int(_text(start)),
            AsRead(
                sentence=_text(sentence),
                holder=iri.ident(_text(holder)),
                relation=_RELATIONS[_text(relation)],
                about=tuple(about),
                topics=tuple(topics),
                proposition=_text(proposition) or None,
                confidence=float(_text(confidence)) if confidence else None,
                rule=iri.ident(_text(rule)).removeprefix("rule/"),
            ),
        )
    return found


class _Wanted:
    """A selection, with the things that it names looked up in the graph."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self.paper = resolve(store, "paper", selection.paper) if selection.paper else None
        holder = resolve(store, "actor", selection.holder) if selection.holder else None
        self._holder = iri.ident(holder.value) if holder else None
        self._relation, self._rule = selection.relation, selection.rule
        if self._relation and self._relation not in terms.EDGES:
            raise QueryError(f"{self._relation!r} is no relation; relations are {', '.join(terms.EDGES)}")
        rule = NamedNode(iri.resource(f"rule/{self._rule}"))
        if self._rule and not store.query("ASK { VALUES ?rule { UNDEF } ?rule a sp:Rule }", {"rule": rule}):
            raise QueryError(f"no rule is called {self._rule!r}; the question 'regels' lists those that found something")

    def holds(self, claim: str, read: AsRead | None) -> bool:
        """Tell whether a claim is wanted."""
        if self.paper and iri.ident(self.paper.value) != claim.partition("/claim/")[0]:
            return False
        asked = ((self._holder, "holder"), (self._relation, "relation"), (self._rule, "rule"))
        return all(wanted is None or (read is not None and getattr(read, name) == wanted) for wanted, name in asked)


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(cell(term) or "")
