"""What a view needs from the store: who stands how often in which relation to what, the sentences behind it, and names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from pyoxigraph import NamedNode

from standpunt import iri
from standpunt.assemble import kinds, terms
from standpunt.query import cell
from standpunt.store import Bindings, Store, select
from standpunt.view.network import Node, Paper, Quotation, Tie

QUOTATIONS: Final = 40  # that an edge carries at most; the page says how many there are in all


@dataclass(frozen=True, slots=True)
class Pattern:
    """How ties stand in the graph: `where` binds ?source, ?target, the claim or mention ?id that bears it out, and its ?sentence.

    Without a relation of its own, a pattern binds ?property to one of the eight short edges.
    """

    where: str
    relation: str | None = None


#: Claims, by their short edges.
CLAIMS: Final = Pattern("?id a sp:Claim ; sp:holder ?source ; sp:relation ?property ; sp:object ?target ; prov:wasDerivedFrom ?sentence .")
#: What is said to a motion in the sentences that cite it, besides a verdict: `oordeel Kamer` is no support.
RESPONSES: Final = Pattern(
    "?target a sp:Motion ; sp:response ?id . ?id sp:holder ?source ; sp:relation ?property ; prov:wasDerivedFrom ?sentence . "
    "FILTER NOT EXISTS { ?target sp:treatment ?treatment . ?treatment prov:wasDerivedFrom ?sentence }"
)
_TREATED: Final = "?target sp:treatment ?id . ?id sp:treatmentKind {} ; prov:wasDerivedFrom ?sentence . ?source a sp:Cabinet ."
#: The verdicts of the cabinet on motions that the House knows.
LEFT_TO_HOUSE: Final = Pattern(_TREATED.format("sp:leftToHouse"), "left_to_house")
ADVISED_AGAINST: Final = Pattern(_TREATED.format("sp:advisedAgainst"), "advised_against")
TAKEN_OVER: Final = Pattern(_TREATED.format("sp:takenOver"), "taken_over")
ASKED_TO_HOLD: Final = Pattern(_TREATED.format("sp:askedToHold"), "asked_to_hold")
#: Who moved a motion, as the places that cite it say.
PROPOSERS: Final = Pattern("?target a sp:Motion ; sp:proposer ?source ; sp:citation ?id . ?id sp:inSentence ?sentence .", "proposes")
#: What a commitment is about.
CONCERNS: Final = Pattern(
    "?source a sp:Commitment ; sp:topic ?target ; prov:wasDerivedFrom ?id . ?id prov:wasDerivedFrom ?sentence .", "concerns"
)
#: Documents and motions that a paper cites.
CITATIONS: Final = Pattern(
    "?source a sp:Paper ; dcterms:references ?target . "
    "?id sp:names ?target ; sp:inSentence ?sentence . ?sentence dcterms:isPartOf ?source .",
    "cites",
)
#: Meetings that a paper speaks of.
MEETINGS: Final = Pattern(
    "?target a sp:Meeting . ?id sp:names ?target ; sp:inSentence ?sentence . ?sentence dcterms:isPartOf ?source .", "discusses"
)

_COUNTS: Final = """
SELECT ?source ?property ?target (COUNT(DISTINCT ?id) AS ?count) {
  VALUES ?property { UNDEF }
  #WHERE
}
GROUP BY ?source ?property ?target"""
_QUOTATIONS: Final = """
SELECT DISTINCT ?source ?property ?target ?id ?text ?holder ?told_by ?paper ?date ?answer ?cue ?start {
  VALUES ?property { UNDEF } VALUES ?source { UNDEF } VALUES ?target { UNDEF }
  #WHERE
  ?sentence oa:exact ?text ; oa:start ?start ; dcterms:isPartOf ?paper ; sp:inBlock ?block .
  OPTIONAL { ?id sp:holder ?claimant }
  OPTIONAL { ?block sp:speaker ?speaker }
  BIND(COALESCE(?claimant, ?speaker) AS ?holder)
  OPTIONAL { ?block sp:speaker ?told_by FILTER(?told_by != ?claimant) }
  OPTIONAL { ?block sp:inExchange ?exchange . ?exchange sp:number ?answer }
  OPTIONAL { ?paper dcterms:issued ?date }
  OPTIONAL { ?id sp:cue ?cue }
}
ORDER BY DESC(?date) ?paper ?start ?id"""
_CLASSES: Final = "SELECT DISTINCT ?thing ?class { VALUES ?thing { UNDEF } ?thing a ?class }"
_NAMES: Final = """SELECT DISTINCT ?thing ?name (LANG(?name) AS ?language) {
  VALUES ?thing { UNDEF } ?thing rdfs:label ?name } ORDER BY ?thing ?name"""
_FULL_NAMES: Final = """SELECT DISTINCT ?thing ?name {
  VALUES ?thing { UNDEF } ?thing foaf:name|dcterms:title ?name FILTER(LANG(?name) = "nl") } ORDER BY ?thing ?name"""
_CALLED: Final = """SELECT DISTINCT ?thing ?name { VALUES ?thing { UNDEF } ?thing skos:altLabel ?name } ORDER BY ?thing ?name"""
_DATES: Final = """SELECT DISTINCT ?thing ?date {
  VALUES ?thing { UNDEF } ?thing schema:startDate|dcterms:issued ?date } ORDER BY ?thing ?date"""
_BRANCHES: Final = """SELECT DISTINCT ?thing ?branch {
  VALUES ?thing { UNDEF } ?thing skos:broader* ?branch . ?branch skos:topConceptOf ?scheme } ORDER BY ?thing ?branch"""
_COMMITMENTS: Final = """SELECT DISTINCT ?thing ?kind ?text ?request ?deadline ?paper {
  VALUES ?thing { UNDEF }
  ?thing a sp:Commitment ; dcterms:isPartOf ?paper ; prov:wasDerivedFrom ?claim .
  ?claim a sp:Claim ; prov:wasDerivedFrom ?sentence . ?sentence oa:exact ?text .
  OPTIONAL { ?claim sp:inResponseTo ?asked . ?asked oa:exact ?request }
  OPTIONAL { ?thing sp:commitmentKind ?kind }
  OPTIONAL { ?thing sp:deadlineText ?deadline } } ORDER BY ?thing"""
_ASKS: Final = "SELECT DISTINCT ?thing ?asks { VALUES ?thing { UNDEF } ?thing sp:asks ?asks } ORDER BY ?thing ?asks"
_PAPERS: Final = """SELECT DISTINCT ?paper ?name ?title ?date ?url {
  VALUES ?paper { UNDEF } ?paper rdfs:label ?name .
  OPTIONAL { ?paper dcterms:title ?title } OPTIONAL { ?paper dcterms:issued ?date } OPTIONAL { ?paper dcterms:source ?url }
} ORDER BY ?paper"""

_POSITIONS: Final = """SELECT DISTINCT ?holder ?direction ?topic {
  VALUES ?holder { UNDEF } ?position a sp:Position ; sp:holder ?holder ; sp:topic ?topic ; sp:direction ?direction }"""

#: The relation whose claims bear a direction.
_BEARING: Final = {f"sp:{node.value.removeprefix(iri.SP)}": direction for direction, node in terms.DIRECTIONS.items()}
#: Kinds of node by what they are called in `look.toml`: views draw a ministry as the organisation that it is.
KINDS: Final[Mapping[str, str]] = {kind: "organisation" if kind == "Ministry" else kind.lower() for kind in kinds.KINDS}
#: Kinds of commitment in the order in which they bind.
COMMITMENTS: Final = ("promiseToHouse", "policyIntention", "ongoingEffort", "other")
_RELATIONS: Final = {f"sp:{iri_of.value.removeprefix(iri.SP)}": relation for relation, iri_of in terms.EDGES.items()}
_LONGEST_NAME: Final = 100  # of a meeting, in characters
_NUMBER = re.compile(r"\d+")


def ties(store: Store, pattern: Pattern, relations: Collection[str] = ()) -> list[Tie]:
    """Return how often the pattern is found between which things; of claims, only those with one of these relations, if any are named."""
    found = _rows(store, _COUNTS.replace("#WHERE", pattern.where), _properties(relations))
    return [Tie(row["source"], _relation(pattern, row), row["target"], row["count"]) for row in found]


def quotations(store: Store, pattern: Pattern, wanted: Collection[Tie]) -> dict[Tie, list[Quotation]]:
    """Return the sentences behind ties, the latest papers first."""
    by_ends = {(tie.source, tie.relation, tie.target): tie for tie in wanted}
    ends = {"source": _nodes(tie.source for tie in wanted), "target": _nodes(tie.target for tie in wanted)}
    found: defaultdict[Tie, dict[str, Quotation]] = defaultdict(dict)
    if not wanted:
        return {}
    for row in _rows(store, _QUOTATIONS.replace("#WHERE", pattern.where), ends):
        relation = _relation(pattern, row)
        tie = by_ends.get((row["source"], relation, row["target"]))
        if tie and len(found[tie]) < QUOTATIONS:
            said = Quotation(
                row["id"], row["text"].strip(), relation, row["paper"], row["holder"], row["told_by"], row["answer"], row["cue"]
            )
            found[tie].setdefault(said.id, said)
    return {tie: list(said.values()) for tie, said in found.items()}


def nodes(store: Store, idents: Iterable[str]) -> dict[str, Node]:
    """Return things as nodes with their names. What is of no kind that views show is left out."""
    wanted = {"thing": _nodes(idents)}
    if not wanted["thing"]:
        return {}
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for thing, name in _pairs(store, _CLASSES, wanted):
        classes[thing].append(name.removeprefix("sp:"))
    found = {thing: KINDS[kind] for thing, named in classes.items() if (kind := kinds.kind_of(named))}
    names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in _rows(store, _NAMES, wanted):
        names[row["thing"]].setdefault(row["language"], row["name"])
    full = _first(_pairs(store, _FULL_NAMES, wanted))
    dates = _first(_pairs(store, _DATES, wanted))
    branches = _first(_pairs(store, _BRANCHES, wanted))
    plain = {
        thing: Node(
            thing,
            found[thing],
            names[thing].get("nl", thing),
            names[thing].get("en"),
            full=full.get(thing),
            date=dates.get(thing),
            group=branches.get(thing),
        )
        for thing in sorted(found)
        if found[thing] != "commitment"
    }
    return plain | _meetings(store, plain) | _motions(store, plain) | _commitments(store, found.keys() - plain.keys())


def papers(store: Store, idents: Iterable[str]) -> dict[str, Paper]:
    """Return papers by their ids."""
    wanted = {"paper": _nodes(idents)}
    found = _rows(store, _PAPERS, wanted) if wanted["paper"] else ()
    return {row["paper"]: Paper(row["paper"], row["name"], row["title"], row["date"], row["url"]) for row in found}


def positions(store: Store, holders: Iterable[str]) -> set[tuple[str, str, str]]:
    """Return holder, `supports` or `opposes`, and topic of the positions that have this direction."""
    found = _rows(store, _POSITIONS, {"holder": _nodes(holders)})
    return {(row["holder"], _BEARING[row["direction"]], row["topic"]) for row in found}


def _meetings(store: Store, known: Mapping[str, Node]) -> dict[str, Node]:
    """Return meetings by the name of those in the papers that tells most."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for thing, name in _pairs_of(store, _CALLED, known, "meeting"):
        if len(name) <= _LONGEST_NAME:
            named[thing].append(name)
    return {thing: _renamed(known[thing], max(names, key=lambda name: _telling(name, known[thing].date))) for thing, names in named.items()}


def _telling(name: str, date: str | None) -> tuple[int, bool, int, str]:
    """Return how much the name of a meeting tells: its day and year first, else the longest that isn't shouted."""
    year, _, day = (date or "--").split("-")
    numbers = set(_NUMBER.findall(name))
    return len({year, day.removeprefix("0")} & numbers), not name.isupper(), len(name), name


def _motions(store: Store, known: Mapping[str, Node]) -> dict[str, Node]:
    """Return motions by their shortest name and what they ask for, or their number."""
    called: dict[str, str] = {}
    for thing, name in _pairs_of(store, _CALLED, known, "motion"):
        called[thing] = min(called.get(thing, name), name, key=lambda it: (len(it), it))
    asks = _first(_pairs_of(store, _ASKS, known, "motion"))
    return {thing: _renamed(known[thing], f"{name} {asks.get(thing) or f'({known[thing].name})'}") for thing, name in called.items()}


def _commitments(store: Store, idents: Collection[str]) -> dict[str, Node]:
    """Return commitments by their sentence, behind the question that it answers (`Wilt u de Kamer informeren? – Ja.`).

    A sentence that a paper repeats is one commitment to a reader, unless it answers another question.
    """
    found: dict[tuple[str, str], Node] = {}
    for row in _rows(store, _COMMITMENTS, {"thing": _nodes(idents)}) if idents else ():
        kind = (row["kind"] or "sp:other").removeprefix("sp:")
        said = " ".join(" – ".join(part.strip() for part in (row["request"], row["text"]) if part).split())
        rank = 2 * COMMITMENTS.index(kind) + (row["deadline"] is None)
        found.setdefault((row["paper"], said), Node(row["thing"], "commitment", said, group=kind, rank=rank))
    return {node.id: node for node in found.values()}


def _renamed(node: Node, name: str) -> Node:
    return replace(node, name=name, name_en=None, full=node.full or node.name)


def _pairs_of(store: Store, text: str, known: Mapping[str, Node], kind: str) -> Iterator[tuple[str, str]]:
    idents = [ident for ident, node in known.items() if node.kind == kind]
    return _pairs(store, text, {"thing": _nodes(idents)}) if idents else iter(())


def _pairs(store: Store, text: str, bindings: Bindings) -> Iterator[tuple[str, str]]:
    for row in _rows(store, text, bindings):
        thing, value, *_ = row.values()
        yield thing, value


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for thing, value in pairs:
        found.setdefault(thing, value)
    return found


def _rows(store: Store, text: str, bindings: Bindings) -> Iterator[dict[str, Any]]:
    answer = select(store, text, bindings)
    for row in answer.rows:
        yield dict(zip(answer.columns, map(cell, row), strict=True))


def _nodes(idents: Iterable[str]) -> list[NamedNode]:
    return [NamedNode(iri.resource(ident)) for ident in sorted(set(idents))]


def _properties(relations: Collection[str]) -> Bindings:
    return {"property": [edge for relation, edge in terms.EDGES.items() if relation in relations]} if relations else {}


def _relation(pattern: Pattern, row: Mapping[str, Any]) -> str:
    return pattern.relation or _RELATIONS[row["property"]]
