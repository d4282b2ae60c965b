"""What the graph says of one thing, gathered for its page: its properties, the claims around it, and what points to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from standpunt import iri
from standpunt.store import Bindings, Store, Term, Triples, select, sparql
from standpunt.web import members
from standpunt.web.members import Motion, Signer, Spell

Names: TypeAlias = Mapping[str, Mapping[str, str]]  # of things, by IRI and language

PAGE: Final = 20  # claims on a page
NEIGHBOURS: Final = 12  # things shown that point to this one by the same property
_DCTERMS: Final = iri.PREFIXES["dcterms"]
_MEETING: Final = iri.ID + "meeting/"
_POSITION: Final = iri.ID + "position/"
_MANY: Final = 2_000  # rows of a list that a page takes notice of
LISTED: Final = 50  # values of a property that a page has; of more it shows the first, and where to have them all
PUBLISHER: Final = "https://zoek.officielebekendmakingen.nl/"
_NUMBER = re.compile(r"\d+")
_COMMENT = re.compile(r"^\s*# .*$", re.MULTILINE)
# kst-28676-384, ah-tk-20242025-2349, h-tk-20232024-50-2: a publication of its own, not a part of one
_PUBLICATION = re.compile(r"(?:kst|ah-tk|h-tk|h-ek)-[0-9A-Za-z-]+")

_VALUES: Final = "VALUES ?thing { UNDEF } VALUES ?property { UNDEF } ?thing ?property ?value"
#: The inner query keeps Oxigraph from looking up what every single thing is that points here.
_REFERRING: Final = """
  { SELECT DISTINCT ?property ?value ?thing {
    VALUES ?thing { UNDEF } VALUES ?property { UNDEF } ?value ?property ?thing
    FILTER(?property NOT IN (sp:holder, sp:coHolder, sp:heldFor, sp:voicedBy, sp:signedFor, sp:proposer, sp:cosigner,
      org:member, org:organization, sp:object, sp:about, sp:topic, sp:names, sp:entityClass, sp:inSentence, sp:inBlock, sp:relation,
      sp:rule, sp:speaker, sp:citation, sp:inExchange, prov:wasDerivedFrom, rdf:type, sp:question, sp:answer)) } }
  # A paper's questions and claims have their lists; of its thousands of sentences a few say nothing.
  FILTER(?property != dcterms:isPartOf || NOT EXISTS {
    VALUES ?part { sp:Block sp:Sentence sp:Claim sp:Exchange sp:Commitment sp:Membership } ?value a ?part })"""
_BOTH: Final = """
CONSTRUCT { ?thing ?property ?value . ?subject ?towards ?thing } {
  VALUES ?thing { UNDEF } { ?thing ?property ?value } UNION { ?subject ?towards ?thing } }"""
_CONTENTS: Final = "CONSTRUCT { ?thing ?property ?value } { VALUES ?graph { UNDEF } GRAPH ?graph { ?thing ?property ?value } }"
#: The claims around a thing: of this holder, or voiced or signed by him or for it; about this country, in this paper, in this answer,
#: from this sentence, by this rule.
_AROUND: Final = """
  VALUES ?thing { UNDEF }
  { ?claim sp:holder|sp:coHolder|sp:heldFor|sp:voicedBy ?thing } UNION
  { ?claim sp:object|sp:about|sp:topic|dcterms:isPartOf|sp:inExchange|prov:wasDerivedFrom|sp:rule ?thing }
  UNION { ?thing prov:wasDerivedFrom ?claim }
  ?claim a sp:Claim ; sp:relation ?relation ."""
#: Of thousands of claims a page shows a few: which, the papers that they stand in tell, which are fewer.
_PER_PAPER: Final = f"""
SELECT ?paper ?relation (MAX(?issued) AS ?date) (COUNT(DISTINCT ?claim) AS ?n) {{
  {_AROUND} ?claim dcterms:isPartOf ?paper . OPTIONAL {{ ?paper dcterms:issued ?issued }}
}} GROUP BY ?paper ?relation"""
_IN_PAPERS: Final = f"""
SELECT ?claim ?paper (MIN(?begin) AS ?start) {{
  VALUES ?paper {{ UNDEF }} VALUES ?relation {{ UNDEF }} {_AROUND} ?claim dcterms:isPartOf ?paper ; prov:wasDerivedFrom/oa:start ?begin
}} GROUP BY ?claim ?paper"""
_DETAILS: Final = """
  ?claim a ?kind FILTER(?kind != sp:Claim)
  ?claim sp:holder ?holder ; dcterms:isPartOf ?paper ; prov:wasDerivedFrom ?sentence ; sp:rule ?rule ; sp:cue ?cue .
  ?sentence oa:exact ?quotation ; oa:start ?start .
  OPTIONAL { ?paper dcterms:issued ?date }
  OPTIONAL { ?paper dcterms:source ?url }
  OPTIONAL { ?claim sp:speaker ?told_by FILTER(?told_by != ?holder) }
  OPTIONAL { ?claim sp:proposition ?proposition }
  OPTIONAL { ?claim sp:confidence ?confidence }
  OPTIONAL { ?claim sp:inExchange ?exchange OPTIONAL { ?exchange sp:number ?answer } }
  OPTIONAL { ?claim sp:object ?commitment . ?commitment sp:commitmentKind ?promise OPTIONAL { ?commitment sp:deadlineText ?deadline } }
  OPTIONAL { ?claim sp:inResponseTo ?asked . ?asked oa:exact ?request ; sp:inBlock ?block OPTIONAL { ?block sp:speaker ?asker } }"""
_COLUMNS: Final = (
    "?claim ?kind ?relation ?holder ?told_by ?quotation ?proposition ?cue ?rule ?confidence "
    "?paper ?date ?url ?exchange ?answer ?promise ?deadline ?request ?asker"
)
_THE_CLAIMS: Final = f"SELECT {_COLUMNS} {{ VALUES ?claim {{ UNDEF }} ?claim a sp:Claim ; sp:relation ?relation . {_DETAILS} }}"
#: What a claim is about is less than what its sentence names: who is against Ukraine's joining NATO is not against Ukraine.
_TARGETS: Final = """
SELECT DISTINCT ?claim ?target ?meant {
  VALUES ?claim { UNDEF } { ?claim sp:object ?target } UNION { ?claim sp:about|sp:topic ?target }
  BIND(EXISTS { ?claim sp:object ?target } AS ?meant)
} ORDER BY ?claim ?target"""
_SENTENCES: Final = """
SELECT ?sentence ?text ?paper ?date {
  VALUES ?sentence { UNDEF } ?sentence oa:exact ?text ; dcterms:isPartOf ?paper OPTIONAL { ?paper dcterms:issued ?date } }"""
_READ_FROM: Final = """
SELECT DISTINCT ?sentence ?claim { VALUES ?sentence { UNDEF } ?claim prov:wasDerivedFrom ?sentence ; a sp:Claim } ORDER BY ?claim"""
_TEXTS: Final = """
SELECT DISTINCT ?part ?text ?place {
  VALUES ?thing { UNDEF } VALUES ?part { sp:question sp:answer } ?thing ?part ?block . ?block oa:exact ?text ; sp:index ?place
} ORDER BY ?part ?place"""
_NAMES: Final = """
SELECT DISTINCT ?thing ?name { VALUES ?thing { UNDEF } { ?thing rdfs:label ?name }
  UNION { ?thing dcterms:title ?name FILTER NOT EXISTS { ?thing rdfs:label ?other } } }"""
_ENGLISH: Final = """
SELECT DISTINCT ?name ?english {
  VALUES ?name { UNDEF } ?thing rdfs:label ?name , ?english FILTER(LANG(?english) = "en") }"""
#: What is called after a day alone in the papers that name it, and by its own name over all papers together.
_MEETINGS: Final = "SELECT ?thing ?name { VALUES ?thing { UNDEF } GRAPH id:meetings { ?thing foaf:name ?name } }"
#: The words of what has no name: of the passage itself, or of the sentence that it was read from.
_WORDS: Final = """
SELECT ?thing (MIN(?text) AS ?words) {
  VALUES ?thing { UNDEF }
  { ?thing oa:exact ?text } UNION { ?thing prov:wasDerivedFrom/oa:exact ?text }
  UNION { ?thing prov:wasDerivedFrom/prov:wasDerivedFrom/oa:exact ?text }
  UNION { ?review sp:reviews ?thing ; prov:wasDerivedFrom/oa:exact ?text }
  FILTER NOT EXISTS { ?thing a sp:Position }
} GROUP BY ?thing"""
_POSITIONS: Final = """
SELECT ?thing ?holder ?topic ?faction {
  VALUES ?thing { UNDEF } ?thing a sp:Position ; sp:holder/rdfs:label ?holder ; sp:topic/rdfs:label ?topic
  OPTIONAL { ?thing sp:asMemberOf/skos:notation ?faction }
  FILTER(LANG(?topic) = "nl" && LANG(?holder) = "nl" || LANG(?topic) = "en" && LANG(?holder) IN ("nl", "en"))
} ORDER BY ?thing LANG(?holder)"""
_EXCHANGES: Final = """
SELECT DISTINCT ?exchange ?number ?status {
  VALUES ?thing { UNDEF } ?exchange a sp:Exchange ; dcterms:isPartOf ?thing ; sp:status ?status .
  OPTIONAL { ?exchange sp:number ?number }
} ORDER BY ?number ?exchange"""
_EXCHANGED: Final = """
SELECT DISTINCT ?exchange ?property ?value {
  VALUES ?thing { UNDEF } VALUES ?property { sp:askedBy sp:topic } ?exchange a sp:Exchange ; dcterms:isPartOf ?thing ; ?property ?value
} ORDER BY ?exchange ?property ?value"""
#: What is done with a motion; of a verdict that the cabinet gives by saying yes, what it was asked comes first.
_TREATED: Final = """
SELECT DISTINCT ?treatment ?kind ?condition ?cue ?quotation ?paper ?date {
  VALUES ?thing { UNDEF } GRAPH id:motions { ?thing sp:treatment ?treatment }
  ?treatment sp:treatmentKind ?kind ; sp:cue ?cue ; dcterms:isPartOf ?paper ; prov:wasDerivedFrom ?sentence .
  ?sentence oa:exact ?quotation ; oa:start ?start .
  OPTIONAL { ?treatment sp:condition ?condition }
  OPTIONAL { ?paper dcterms:issued ?date }
} ORDER BY ?date ?paper ?start ?treatment"""
#: What has no words of its own is called after who signed, when it was built, the file that was read.
_CALLED: Final = """
SELECT DISTINCT ?thing ?kind ?name {
  VALUES ?thing { UNDEF } VALUES ?class { sp:Signature sp:Run sp:Version sp:Membership } ?thing a ?class . ?class rdfs:label ?kind .
  { ?thing sp:signatoryName ?name } UNION { ?thing org:member/rdfs:label ?name } UNION { ?thing sp:fileName ?name }
  UNION { ?thing prov:startedAtTime ?moment BIND(REPLACE(SUBSTR(STR(?moment), 1, 16), "T", " ") AS ?name) }
}"""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, with its quotation and where that stands."""

    claim: str
    relation: str
    holder: str
    told_by: str | None  # who says so, where that is not the holder
    kind: str  # the class of such claims
    targets: tuple[str, ...]  # what the relation leads to
    named: tuple[str, ...]  # what the sentence names besides
    quotation: str
    proposition: str | None
    cue: str
    rule: str
    confidence: float | None
    paper: str
    date: str | None
    official: str | None  # address of the official publication
    exchange: str | None
    answer: str | None
    promise: str | None = None  # which kind of promise it makes
    deadline: str | None = None  # of the promise, as printed
    members: tuple[Signer, ...] = ()  # who voices it for its holder, who signed it
    request: str | None = None  # the question that it answers
    asker: str | None = None  # whose words that question is


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, in the list of its paper."""

    iri: str
    number: str | None
    askers: tuple[str, ...]
    topics: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Treated:
    """What is done with a motion, on its page: the verdict, on what it depends, and the words that tell it."""

    iri: str
    kind: str
    condition: str | None
    cue: str
    quotations: tuple[str, ...]
    paper: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing, as its page shows it."""

    iri: str
    kinds: tuple[str, ...]
    properties: Mapping[str, tuple[Term | Triple, ...]]  # of each the first values, where there are many
    incoming: Mapping[str, tuple[str, ...]]  # likewise
    sizes: Mapping[str, int]  # how many values a property has
    referring: Mapping[str, int]  # how many things point here by a property
    claim: Said | None  # where the thing is a claim itself
    claims: tuple[Said, ...]
    counts: Mapping[str, int]  # of claims, by relation
    exchanges: tuple[Exchange, ...]
    question: tuple[str, ...]
    answer: tuple[str, ...]
    treatments: tuple[Treated, ...] = ()  # of a motion
    signers: tuple[Signer, ...] = ()  # of a motion
    motions: tuple[Motion, ...] = ()  # that a person, or members of a faction, signed
    spells: tuple[Spell, ...] = ()  # of a person: of which factions he is a member, and since when papers say so
    names: Names = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)  # of passages, and of what was read from them

    @property
    def official(self) -> str | None:
        """The address of the official publication that the thing is, or stands in."""
        given = (term.value for term in self.properties.get(_DCTERMS + "source", ()) if isinstance(term, NamedNode))
        whole = (term.value for term in self.properties.get(_DCTERMS + "isPartOf", ()) if isinstance(term, NamedNode))
        return next(iter((*given, *filter(None, map(official, (self.iri, *whole))))), None)

    @property
    def quotation(self) -> str | None:
        """The words of the sentence that a thing was read from, where nothing else on its page has them."""
        return self.words.get(self.iri) if not self.claim and not self.claims else None

    @property
    def title(self) -> str | None:
        """The title of a paper; of a motion what it is called most fully: "motie van het lid Brekelmans c.s."."""
        titles = self._texts(_DCTERMS + "title")
        if not titles and iri.term("Motion") in self.kinds:
            titles = sorted(self._texts(iri.PREFIXES["skos"] + "altLabel"), key=len, reverse=True)
        return next(iter(titles), None)

    def _texts(self, name: str) -> list[str]:
        return [term.value for term in self.properties.get(name, ()) if isinstance(term, Literal)]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence that a search found, with what was read from it."""

    iri: str
    text: str
    paper: str
    date: str | None
    claims: tuple[Said, ...]


class Asker:
    """Puts our own questions to a store, with the time limit that holds for everyone's."""

    def __init__(self, store: Store, seconds: float) -> None:
        self._store = store
        self._seconds = seconds

    def rows(self, text: str, bindings: Bindings, limit: int | None = _MANY) -> list[dict[str, Term]]:
        """Return rows as what is bound in them."""
        answer = select(self._store, text, bindings, seconds=self._seconds, limit=limit)
        return [{name: term for name, term in zip(answer.columns, row, strict=True) if term is not None} for row in answer.rows]

    def triples(self, address: str, limit: int) -> list[Triple]:
        """Return what the graph says of a thing, and what points to it; one more than the limit where there is more."""
        answer = self._store.query(_BOTH, {"thing": NamedNode(address)}, seconds=self._seconds, limit=limit + 1)
        assert isinstance(answer, Triples)  # noqa: S101
        return list(answer.triples)

    def contents(self, address: str, limit: int) -> list[Triple]:
        """Return what stands in a named graph; one more than the limit where there is more."""
        answer = self._store.query(_CONTENTS, {"graph": NamedNode(address)}, seconds=self._seconds, limit=limit + 1)
        assert isinstance(answer, Triples)  # noqa: S101
        return list(answer.triples)

    def names(self, things: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return what things are called, by IRI and language; "" is the language of a name that has none."""
        asked = sorted(set(things))
        found: dict[str, dict[str, str]] = {}
        if asked:
            for row in self.rows(_NAMES, {"thing": [NamedNode(each) for each in asked]}, limit=None):
                name = row["name"]
                if isinstance(name, Literal):
                    found.setdefault(row["thing"].value, {}).setdefault(name.language or "", name.value)
        meetings = [NamedNode(each) for each in asked if each.startswith(_MEETING)]
        for row in self.rows(_MEETINGS, {"thing": meetings}, limit=None) if meetings else ():
            found[row["thing"].value] = {"nl": row["name"].value}
        return found

    def english(self, names: Iterable[str]) -> dict[str, str]:
        """Return what is called so in Dutch by its English name; nothing of a name that may mean two things."""
        asked = [Literal(name, language="nl") for name in sorted(set(names))]
        found: dict[str, set[str]] = {}
        for row in self.rows(_ENGLISH, {"name": asked}, limit=None) if asked else ():
            found.setdefault(row["name"].value, set()).add(row["english"].value)
        return {name: english.pop() for name, english in found.items() if len(english) == 1}

    def words(self, things: Iterable[str]) -> dict[str, str]:
        """Return the words of passages, and of sentences that claims, commitments and the like were read from, by IRI."""
        asked = [NamedNode(each) for each in sorted(set(things)) if each.startswith(iri.ID)]
        return {row["thing"].value: row["words"].value.strip() for row in self.rows(_WORDS, {"thing": asked}, limit=None)} if asked else {}

    def descriptions(self, things: Collection[str]) -> dict[str, dict[str, str]]:
        """Return what is called after what it holds: positions by whose they are and on what; signatures, builds and texts."""
        asked = [NamedNode(each) for each in sorted(set(things)) if each.startswith(_POSITION)]
        rows = self.rows(_POSITIONS, {"thing": asked}, limit=None) if asked else ()
        found: dict[str, dict[str, str]] = {}
        for row in rows:  # a holder without an English name has its own; one that has comes first, as `en` sorts before `nl`
            lang = getattr(row["topic"], "language", None) or ""
            capacity = f" ({row['faction'].value})" if "faction" in row else ""
            found.setdefault(row["thing"].value, {}).setdefault(lang, f"{row['holder'].value}{capacity}: {row['topic'].value}")
        asked = [NamedNode(each) for each in sorted(set(things)) if each.startswith(iri.ID)]
        for row in self.rows(_CALLED, {"thing": asked}, limit=None) if asked else ():
            kind = row["kind"]
            if isinstance(kind, Literal):
                found.setdefault(row["thing"].value, {})[kind.language or ""] = f"{kind.value}: {row['name'].value}"
        return found


def describe(ask: Asker, address: str, *, relation: str | None = None, page: int = 1) -> Thing | None:
    """Return a thing with the claims around it, a page of them; None where the graph does not know it.

    Args:
        ask: the graph.
        address: the IRI of the thing.
        relation: only claims of this relation, by its IRI.
        page: which page of claims, from 1.
    """
    thing = {"thing": NamedNode(address)}
    properties, sizes = _first(ask, _VALUES, thing, LISTED)
    incoming, referring = _first(ask, _REFERRING, thing, NEIGHBOURS)
    if not properties and not incoming:
        return None
    kinds = tuple(term.value for term in properties.pop(iri.PREFIXES["rdf"] + "type", ()) if isinstance(term, NamedNode))
    is_claim = iri.term("Claim") in kinds
    per_paper = [] if is_claim else ask.rows(_PER_PAPER, thing, limit=None)
    shown = _on_page(ask, thing, per_paper, relation, page)
    said = claims(ask, [address] if is_claim else shown)
    texts = ask.rows(_TEXTS, thing) if iri.term("Exchange") in kinds else []
    found = Thing(
        iri=address,
        kinds=kinds,
        properties={name: tuple(sorted(values, key=_order)) for name, values in properties.items()},
        incoming={
            name: tuple(sorted((each.value for each in found if isinstance(each, NamedNode)), key=_counted))
            for name, found in incoming.items()
        },
        sizes=sizes,
        referring=referring,
        claim=said[0] if said and is_claim else None,
        claims=() if is_claim else tuple(said),
        counts=_per_relation(per_paper),
        exchanges=_exchanges(ask.rows(_EXCHANGES, thing), ask.rows(_EXCHANGED, thing)) if iri.term("Paper") in kinds else (),
        question=tuple(row["text"].value for row in texts if row["part"].value == iri.term("question")),
        answer=tuple(row["text"].value for row in texts if row["part"].value == iri.term("answer")),
        treatments=_treated(ask.rows(_TREATED, thing)) if iri.term("Motion") in kinds else (),
        signers=members.signers(ask, address) if iri.term("Motion") in kinds else (),
        motions=members.motions(ask, address) if members.SIGNING & set(kinds) else (),
        spells=members.spells(ask, address) if iri.term("Person") in kinds else (),
    )
    return _named(ask, found)


def all_values(address: str, name: str, *, incoming: bool) -> str:
    """Return the query that gives all values of a property of a thing, or all things that point to it."""
    text = _REFERRING if incoming else _VALUES
    bound = sparql.bind(f"SELECT DISTINCT ?value {{ {text} }} ORDER BY ?value", {"thing": NamedNode(address), "property": NamedNode(name)})
    return " ".join(_COMMENT.sub("", bound).split())


def _first(ask: Asker, text: str, thing: Bindings, most: int) -> tuple[dict[str, list[Term]], dict[str, int]]:
    """Return the values of each property, of more than so many the first twelve; and how many there are."""
    sizes = {
        row["property"].value: int(row["n"].value)
        for row in ask.rows(f"SELECT ?property (COUNT(DISTINCT ?value) AS ?n) {{ {text} }} GROUP BY ?property ORDER BY ?property", thing)
    }
    found: dict[str, list[Term]] = {name: [] for name in sizes}
    if few := [NamedNode(name) for name, size in sizes.items() if size <= most]:
        for row in ask.rows(f"SELECT DISTINCT ?property ?value {{ {text} }}", {**thing, "property": few}, limit=None):
            found[row["property"].value].append(row["value"])
    for name in (name for name, size in sizes.items() if size > most):
        first = f"SELECT DISTINCT ?value {{ {text} }} ORDER BY ?value LIMIT {NEIGHBOURS}"
        found[name] = [row["value"] for row in ask.rows(first, {**thing, "property": NamedNode(name)})]
    return found, sizes


def _per_relation(per_paper: Sequence[Mapping[str, Term]]) -> dict[str, int]:
    """Return how many claims there are of each relation, the most first."""
    counts: dict[str, int] = {}
    for row in per_paper:
        counts[row["relation"].value] = counts.get(row["relation"].value, 0) + int(row["n"].value)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _on_page(ask: Asker, thing: Bindings, per_paper: Sequence[Mapping[str, Term]], relation: str | None, page: int) -> list[str]:
    """Return the claims of a page: of the latest paper first, and of each paper as they stand in it."""
    dates: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for row in per_paper:
        if relation in (None, row["relation"].value):
            paper = row["paper"].value
            sizes[paper] = sizes.get(paper, 0) + int(row["n"].value)
            dates[paper] = row["date"].value if "date" in row else ""
    papers = sorted(sorted(sizes), key=lambda paper: dates[paper], reverse=True)
    ends = dict(zip(papers, accumulate(sizes[paper] for paper in papers), strict=True))
    begin = (page - 1) * PAGE
    wanted = [paper for paper in papers if ends[paper] > begin and ends[paper] - sizes[paper] < begin + PAGE]
    if not wanted:
        return []
    bindings = {**thing, "paper": [NamedNode(paper) for paper in wanted]} | ({"relation": NamedNode(relation)} if relation else {})
    rows = ask.rows(_IN_PAPERS, bindings, limit=None)
    rows.sort(key=lambda row: (wanted.index(row["paper"].value), int(row["start"].value), row["claim"].value))
    skipped = begin - (ends[wanted[0]] - sizes[wanted[0]])
    return [row["claim"].value for row in rows[skipped : skipped + PAGE]]


def claims(ask: Asker, addresses: Sequence[str]) -> list[Said]:
    """Return claims by their addresses, in the same order."""
    if not addresses:
        return []
    found: dict[str, Mapping[str, Term]] = {}
    for row in ask.rows(_THE_CLAIMS, {"claim": [NamedNode(each) for each in addresses]}, limit=None):
        found.setdefault(row["claim"].value, row)
    return _said(ask, [found[each] for each in addresses if each in found])


def quoted(ask: Asker, sentences: Sequence[str]) -> list[Quotation]:
    """Return sentences with their claims, in the same order."""
    if not sentences:
        return []
    asked = {"sentence": [NamedNode(each) for each in sentences]}
    told = {row["sentence"].value: row for row in ask.rows(_SENTENCES, asked)}
    speaking: dict[str, list[str]] = {}
    for row in ask.rows(_READ_FROM, asked):
        speaking.setdefault(row["sentence"].value, []).append(row["claim"].value)
    said = {each.claim: each for each in claims(ask, [claim for found in speaking.values() for claim in found])}

    def quotation(sentence: str) -> Quotation:
        row = told[sentence]
        read = tuple(said[claim] for claim in speaking.get(sentence, ()) if claim in said)
        return Quotation(sentence, row["text"].value, row["paper"].value, row["date"].value if "date" in row else None, read)

    return [quotation(each) for each in sentences if each in told]


def official(address: str | None) -> str | None:
    """Return where a paper is officially published, where its id tells."""
    ident = (address or "").removeprefix(iri.ID)
    return f"{PUBLISHER}{ident}.html" if _PUBLICATION.fullmatch(ident) else None


def _named(ask: Asker, thing: Thing) -> Thing:
    """Return the thing with the names of all that its page mentions."""
    mentioned = {thing.iri, *thing.kinds, *thing.properties, *thing.incoming, *thing.counts}
    mentioned |= {term.value for values in thing.properties.values() for term in values if isinstance(term, NamedNode)}
    mentioned |= {subject for subjects in thing.incoming.values() for subject in subjects[:NEIGHBOURS]}
    mentioned |= names_in([*thing.claims, *([thing.claim] if thing.claim else [])])
    mentioned |= members.mentioned([*thing.signers, *thing.motions[: members.MOTIONS], *thing.spells])
    mentioned |= {each for treated in thing.treatments for each in (treated.kind, treated.paper)}
    mentioned |= {each for exchange in thing.exchanges for each in (exchange.status, *exchange.askers, *exchange.topics)}
    names = ask.names(mentioned)
    nameless = mentioned - names.keys()
    return replace(thing, names=names | ask.descriptions(nameless), words=ask.words(nameless))


def names_in(claims: Sequence[Said]) -> set[str]:
    """Return the things that claims mention."""
    return {
        each
        for said in claims
        for each in (
            said.relation,
            said.holder,
            said.told_by,
            said.paper,
            said.rule,
            said.exchange,
            said.kind,
            said.promise,
            said.asker,
            *said.targets,
            *said.named,
            *members.mentioned(said.members),
        )
        if each is not None
    }


def _said(ask: Asker, found: Sequence[Mapping[str, Term]]) -> list[Said]:
    claims = [row["claim"] for row in found]
    behind = members.behind(ask, claims)
    targets: dict[tuple[str, bool], list[str]] = {}
    for row in ask.rows(_TARGETS, {"claim": claims}) if claims else []:
        targets.setdefault((row["claim"].value, row["meant"].value == "true"), []).append(row["target"].value)

    def said(row: Mapping[str, Term]) -> Said:
        def text(name: str) -> str | None:
            return row[name].value if name in row else None

        return Said(
            claim=row["claim"].value,
            relation=row["relation"].value,
            holder=row["holder"].value,
            told_by=text("told_by"),
            kind=row["kind"].value,
            targets=tuple(targets.get((row["claim"].value, True), ())),
            named=tuple(targets.get((row["claim"].value, False), ())),
            quotation=row["quotation"].value,
            proposition=text("proposition"),
            cue=row["cue"].value,
            rule=row["rule"].value,
            confidence=float(row["confidence"].value) if "confidence" in row else None,
            paper=row["paper"].value,
            date=text("date"),
            official=text("url") or official(row["paper"].value),
            exchange=text("exchange"),
            answer=text("answer"),
            promise=text("promise"),
            deadline=text("deadline"),
            members=behind.get(row["claim"].value, ()),
            request=text("request"),
            asker=text("asker"),
        )

    return [said(row) for row in found]


def _exchanges(found: Sequence[Mapping[str, Term]], told: Sequence[Mapping[str, Term]]) -> tuple[Exchange, ...]:
    values: dict[tuple[str, str], list[str]] = {}
    for row in told:
        values.setdefault((row["exchange"].value, row["property"].value), []).append(row["value"].value)

    def exchange(row: Mapping[str, Term]) -> Exchange:
        address = row["exchange"].value
        askers, topics = (tuple(values.get((address, iri.term(name)), ())) for name in ("askedBy", "topic"))
        return Exchange(address, row["number"].value if "number" in row else None, askers, topics, row["status"].value)

    return tuple(exchange(row) for row in found)


def _treated(found: Sequence[Mapping[str, Term]]) -> tuple[Treated, ...]:
    quotations: dict[str, list[str]] = {}
    for row in found:
        quotations.setdefault(row["treatment"].value, []).append(row["quotation"].value)
    rows = {row["treatment"].value: row for row in reversed(found)}

    def treated(address: str) -> Treated:
        row = rows[address]
        condition, date = (row[name].value if name in row else None for name in ("condition", "date"))
        return Treated(address, row["kind"].value, condition, row["cue"].value, tuple(quotations[address]), row["paper"].value, date)

    return tuple(treated(address) for address in quotations)


def _order(term: Term | Triple) -> tuple[int, str]:
    """Dutch before English before other texts; then by what it says."""
    if isinstance(term, Literal):
        return {"nl": 0, "en": 1}.get(term.language or "", 2), term.value
    return 3, _counted(term.value) if isinstance(term, NamedNode | BlankNode) else str(term)


def _counted(address: str) -> str:
    """Return an address so that answer 2 comes before answer 15."""
    return _NUMBER.sub(lambda number: number[0].zfill(12), address)
