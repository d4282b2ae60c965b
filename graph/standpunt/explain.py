"""What stands behind a fact: for each claim its sentence, its place in the paper, the rule and words that fired, and its review."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from pyoxigraph import NamedNode

from standpunt import iri
from standpunt.errors import QueryError
from standpunt.query import cell
from standpunt.store import Bindings, Store, Term, select

#: Everything that claims stand behind: the claim itself, what follows from it, its sentence, its exchange, the motion it is said to.
_CLAIMS_OF: Final = """
SELECT DISTINCT ?claim {
  VALUES ?fact { UNDEF }
  { ?fact a sp:Claim BIND(?fact AS ?claim) }
  UNION { ?fact prov:wasDerivedFrom ?claim . ?claim a sp:Claim }
  UNION { ?claim prov:wasDerivedFrom ?fact ; a sp:Claim }
  UNION { ?claim sp:inExchange ?fact ; a sp:Claim }
  UNION { ?fact a sp:Treatment ; prov:wasDerivedFrom ?sentence . ?claim prov:wasDerivedFrom ?sentence ; a sp:Claim }
  UNION { ?fact sp:response ?claim . ?claim a sp:Claim }
  UNION { ?review sp:reviews ?fact ; sp:foundHolder ?holder BIND(?fact AS ?claim) }
  UNION { ?review prov:wasDerivedFrom ?fact ; sp:reviews ?claim }
}"""
_CLAIMS_OF_EDGE: Final = """
SELECT DISTINCT ?claim {
  VALUES ?subject { UNDEF } VALUES ?relation { UNDEF } VALUES ?object { UNDEF }
  ?claim sp:holder ?subject ; sp:relation ?relation ; sp:object ?object .
}"""
_DETAILS: Final = """
SELECT ?id ?holder ?told_by ?relation ?proposition ?quotation ?paper ?paper_name ?date ?url ?answer ?file ?start ?end
  ?rule ?cue ?confidence ?commitment_kind ?deadline ?deadline_text ?in_response_to {
  VALUES ?id { UNDEF }
  ?id sp:holder ?holder ; sp:relation ?relation ; dcterms:isPartOf ?paper ; prov:wasDerivedFrom ?sentence ; sp:rule ?rule ; sp:cue ?cue .
  ?sentence oa:exact ?quotation ; oa:start ?start ; oa:end ?end .
  ?paper rdfs:label ?paper_name ; sp:version/sp:fileName ?file .
  OPTIONAL { ?paper dcterms:issued ?date }
  OPTIONAL { ?paper dcterms:source ?url }
  OPTIONAL { ?id sp:speaker ?told_by FILTER(?told_by != ?holder) }
  OPTIONAL { ?id sp:proposition ?proposition }
  OPTIONAL { ?id sp:confidence ?confidence }
  OPTIONAL { ?id sp:inExchange ?exchange OPTIONAL { ?exchange sp:number ?answer } }
  OPTIONAL { ?id sp:inResponseTo ?asked OPTIONAL { ?asked oa:exact ?in_response_to } }
  OPTIONAL {
    ?commitment a sp:Commitment ; prov:wasDerivedFrom ?id .
    OPTIONAL { ?commitment sp:commitmentKind/rdfs:label ?commitment_kind FILTER(LANG(?commitment_kind) = "en") }
    OPTIONAL { ?commitment sp:deadline ?deadline }
    OPTIONAL { ?commitment sp:deadlineText ?deadline_text }
  }
}
ORDER BY ?date ?paper ?start ?id"""
#: A claim that was rejected is told by its review alone.
_REJECTED: Final = """
SELECT ?id ?holder ?relation ?proposition ?quotation ?paper ?paper_name ?date ?url ?answer ?file ?start ?end ?rule ?cue ?confidence {
  VALUES ?id { UNDEF }
  ?review sp:reviews ?id ; sp:verdict sp:rejected ; sp:foundHolder ?holder ; sp:foundRelation ?relation ; dcterms:isPartOf ?paper ;
    prov:wasDerivedFrom ?sentence ; sp:rule ?rule ; sp:cue ?cue .
  FILTER NOT EXISTS { ?id a sp:Claim }
  ?sentence oa:exact ?quotation ; oa:start ?start ; oa:end ?end .
  ?paper rdfs:label ?paper_name ; sp:version/sp:fileName ?file .
  OPTIONAL { ?paper dcterms:issued ?date }
  OPTIONAL { ?paper dcterms:source ?url }
}
ORDER BY ?date ?paper ?start ?id"""
_REVIEWS: Final = """
SELECT ?id ?verdict ?reviewer ?reviewed ?note ?mismatch ?holder ?relation {
  VALUES ?id { UNDEF }
  ?review sp:reviews ?id ; sp:verdict ?verdict ; prov:wasAttributedTo/rdfs:label ?reviewer ; prov:generatedAtTime ?reviewed .
  OPTIONAL { ?review rdfs:comment ?note }
  OPTIONAL { ?review sp:mismatch ?mismatch }
  OPTIONAL { ?review sp:foundHolder ?holder ; sp:foundRelation ?relation }
}"""
_OLDER: Final = """
SELECT ?paper (COUNT(DISTINCT ?old) AS ?texts) { VALUES ?paper { UNDEF } ?paper sp:version/prov:wasRevisionOf+ ?old } GROUP BY ?paper"""
_READ: Final = """
SELECT ?id ?target { VALUES ?id { UNDEF } ?review sp:reviews ?id { ?review sp:foundAbout ?target } UNION { ?review sp:foundTopic ?target } }
ORDER BY ?id ?target"""
#: Where its short edges lead.
_TARGETS: Final = """
SELECT ?id ?target { VALUES ?id { UNDEF } ?id sp:object ?target } ORDER BY ?id ?target"""
#: What else its sentence names: who is against Ukraine's joining NATO is not against Ukraine.
_NAMED: Final = """
SELECT DISTINCT ?id ?target { VALUES ?id { UNDEF } ?id sp:about|sp:topic ?target FILTER NOT EXISTS { ?id sp:object ?target } }
ORDER BY ?id ?target"""
#: Who says it for its holder, who signed it along, and the factions of members who did.
_VOICES, _COSIGNERS, _FACTIONS = (
    f"SELECT DISTINCT ?id ?member {{ VALUES ?id {{ UNDEF }} ?id sp:{edge} ?member }} ORDER BY ?id ?member"
    for edge in ("voicedBy", "coHolder", "heldFor")
)

_WHAT_A_FACT_IS: Final = (
    "A fact is a claim, commitment, position, exchange, sentence, motion or treatment of a motion, "
    "or an edge such as 'faction/PVV opposes topic/navo-uitbreiding'."
)
# An edge as one would say it: "faction/PVV opposes topic/navo-uitbreiding", "actor/kabinet sp:commitsTo kst-…".
_EDGE = re.compile(r"(?P<subject>\S+)\s+(?P<relation>\S+)\s+(?P<object>\S+)")
# asks_about → asksAbout
_UNDERSCORE = re.compile(r"_([a-z])")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a person says of a claim, and what the rules had read in it."""

    verdict: str  # accepted, rejected, corrected
    reviewer: str
    reviewed: str
    note: str | None
    mismatch: str | None  # why it no longer fits the claim: claimChanged
    holder: str | None
    relation: str | None
    named: tuple[str, ...]  # the entities and topics that they had read in it


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim with everything that it was read from."""

    id: str
    holder: str
    told_by: str | None  # who says so, where that is not the holder
    relation: str
    targets: tuple[str, ...]  # what the relation leads to: a stance to topics alone, a promise to its commitment
    named: tuple[str, ...]  # the entities and topics that its sentence names besides
    proposition: str | None
    quotation: str
    paper: str
    paper_name: str
    date: str | None
    url: str | None
    answer: int | None
    file: str
    start: int
    end: int
    rule: str
    cue: str
    confidence: float | None
    commitment_kind: str | None = None  # of a promise: "promise to the House", "intention in policy" or "ongoing effort"
    deadline: str | None = None  # its last day, where the words give one
    deadline_text: str | None = None  # the deadline as printed
    in_response_to: str | None = None  # the question that a promise or refusal answers
    voiced_by: tuple[str, ...] = ()  # the members who say it for their faction
    coholders: tuple[str, ...] = ()  # who signed along the motion that says so
    held_for: tuple[str, ...] = ()  # the factions of members who hold it
    older_texts: int = 0  # that the paper had before the one in which this stands
    review: Reviewed | None = None


def explain(store: Store, fact: str) -> list[Explanation]:
    """Return the claims behind a fact, in the order of the papers.

    Args:
        store: the graph.
        fact: a claim, commitment, position, exchange, sentence, motion or treatment of one, by its IRI or id; or an edge such as
            `faction/PVV opposes topic/navo-uitbreiding`.

    Raises:
        QueryError: the graph holds no claim behind it.
    """
    edge = _EDGE.fullmatch(fact.strip())
    if edge:
        relation = _named(iri.term(_relation(edge["relation"])), edge["relation"])
        bindings = {"subject": _node(edge["subject"]), "relation": relation, "object": _node(edge["object"])}
        claims = _column(store, _CLAIMS_OF_EDGE, bindings)
    else:
        claims = _column(store, _CLAIMS_OF, {"fact": _node(fact.strip())})
    if not claims:
        known = edge is None and store.query("ASK { VALUES ?thing { UNDEF } ?thing ?property ?value }", {"thing": _node(fact.strip())})
        unknown = "" if known or edge else ": nothing in this graph has that id"
        raise QueryError(f"no claim stands behind {fact!r}{unknown}. {_WHAT_A_FACT_IS}")
    bound: Bindings = {"id": claims}
    reviews, targets = _reviews(store, bound), _targets(store, _TARGETS, bound)
    found: list[Explanation] = []
    for details, named in ((_DETAILS, _targets(store, _NAMED, bound)), (_REJECTED, _targets(store, _READ, bound))):
        answer = select(store, details, bound)
        for row in answer.rows:
            cells = dict(zip(answer.columns, map(cell, row), strict=True))
            found.append(_explanation(cells, targets, named, reviews))
    papers = [_node(paper) for paper in dict.fromkeys(one.paper for one in found)]
    older = {str(cell(paper)): int(str(cell(texts))) for paper, texts in select(store, _OLDER, {"paper": papers}).rows}
    voices, cosigners, factions = (_targets(store, text, bound) for text in (_VOICES, _COSIGNERS, _FACTIONS))
    found = [
        replace(
            one,
            older_texts=older.get(one.paper, 0),
            voiced_by=voices.get(one.id, ()),
            coholders=cosigners.get(one.id, ()),
            held_for=factions.get(one.id, ()),
        )
        for one in found
    ]
    return sorted(found, key=lambda one: (one.date or "", one.paper, one.start, one.id))


def _explanation(
    cells: dict[str, Any], targets: Mapping[str, tuple[str, ...]], named: Mapping[str, tuple[str, ...]], reviews: Mapping[str, Reviewed]
) -> Explanation:
    cells["relation"] = cells["relation"].removeprefix("sp:")
    cells["rule"] = cells["rule"].removeprefix("rule/")
    ident = cells["id"]
    cells.setdefault("told_by", None)
    return Explanation(targets=targets.get(ident, ()), named=named.get(ident, ()), review=reviews.get(ident), **cells)


def _reviews(store: Store, bound: Bindings) -> dict[str, Reviewed]:
    read = _targets(store, _READ, bound)
    found = select(store, _REVIEWS, bound)
    reviews = {}
    for row in found.rows:
        cells: dict[str, Any] = dict(zip(found.columns, map(cell, row), strict=True))
        ident = cells.pop("id")
        told = {name: str(value).removeprefix("sp:") if value is not None else None for name, value in cells.items()}
        reviews[ident] = Reviewed(named=read.get(ident, ()), **told)  # type: ignore[arg-type]
    return reviews


def _targets(store: Store, text: str, bound: Bindings) -> dict[str, tuple[str, ...]]:
    targets: dict[str, list[str]] = {}
    for ident, target in select(store, text, bound).rows:
        targets.setdefault(str(cell(ident)), []).append(str(cell(target)))
    return {ident: tuple(found) for ident, found in targets.items()}


def _relation(name: str) -> str:
    return _UNDERSCORE.sub(lambda match: match.group(1).upper(), name.removeprefix("sp:").removeprefix(iri.SP))


def _node(name: str) -> NamedNode:
    return _named(name if "://" in name else iri.resource(name.removeprefix("id:")), name)


def _named(address: str, asked: str) -> NamedNode:
    try:
        return NamedNode(address)
    except ValueError as error:
        raise QueryError(f"{asked!r} is no IRI ({error}). {_WHAT_A_FACT_IS}") from None


def _column(store: Store, text: str, bindings: Bindings) -> list[Term]:
    return [row[0] for row in select(store, text, bindings).rows if row[0] is not None]
