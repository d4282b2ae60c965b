"""What stands in the tables: for each its query, and for each column its type and what it holds.

A query takes the papers, or the topics, of one batch as `?part`; so a table is never in memory as a whole.
It asks for DISTINCT rows: where two papers describe the same person, the union of their graphs tells the name twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from standpunt import iri
from standpunt.assemble import terms

#: Types of Frictionless Table Schema, as far as we need them; a list holds ids.
ColumnType: TypeAlias = Literal["string", "integer", "number", "date", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, holds and means."""

    name: str
    type: ColumnType
    description: str
    evidence: bool = False
    property: str = ""  # of a list: the property that leads from a row's thing to the items
    names: Mapping[str, str] = field(default_factory=dict)  # what members of our small schemes are called in Python and in tables
    of: str = ""  # the table whose ids it holds


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the class that its rows are of, its query and its columns, the first of which is the id."""

    name: str
    description: str
    query: str
    columns: tuple[Column, ...]
    parts: str = "SELECT DISTINCT ?part { ?part a sp:Paper } ORDER BY ?part"
    evidence: bool = False  # nothing of it remains without evidence


def _names(table: Mapping[str, object]) -> dict[str, str]:
    return {iri.short(str(getattr(node, "value", node))): str(name) for name, node in table.items()}


_RELATIONS, _DIRECTIONS, _STATUSES, _REASONS, _COMMITMENT_KINDS, _PAPER_KINDS, _VERDICTS = (
    _names(table)  # type: ignore[arg-type]  # keyed by the words of model.py, which are strings
    for table in (terms.EDGES, terms.DIRECTIONS, terms.STATUSES, terms.REASONS, terms.COMMITMENT_KINDS, terms.PAPER_CLASSES, terms.VERDICTS)
)
_PAPER: Final = Column("paper", "string", "Id of the paper it stands in", of="papers")
_DATE: Final = Column("date", "date", "Date of the paper")
_QUOTATION: Final = Column("quotation", "string", "The sentence it was read from, as printed", evidence=True)
_START: Final = Column("start", "integer", "Where the quotation begins in the paper's text, in code points from 0", evidence=True)
_END: Final = Column("end", "integer", "Where the quotation ends in the paper's text", evidence=True)
_TOPICS: Final = Column("topics", "list", "Ids of its topics", property="sp:topic")

PAPERS: Final = Table(
    "papers",
    "The papers that were read",
    """SELECT DISTINCT ?id ?kind ?title ?date ?held ?dossier ?number ?chamber ?session_year ?committee ?url {
      VALUES ?part { UNDEF } BIND(?part AS ?id)
      OPTIONAL { ?part a ?kind FILTER(?kind IN (sp:WrittenConsultation, sp:Letter, sp:MotionPaper, sp:DebateReport, sp:WrittenQuestions)) }
      OPTIONAL { ?part dcterms:title ?title } OPTIONAL { ?part dcterms:issued ?date } OPTIONAL { ?part sp:held ?held }
      OPTIONAL { ?part sp:dossier ?dossier } OPTIONAL { ?part sp:paperNumber ?number } OPTIONAL { ?part sp:chamber ?chamber }
      OPTIONAL { ?part sp:sessionYear ?session_year } OPTIONAL { ?part sp:committee ?committee } OPTIONAL { ?part dcterms:source ?url }
    } ORDER BY ?id""",
    (
        Column("id", "string", "Id of the paper: kst-28676-384"),
        Column("kind", "string", "Kind of paper", names=_PAPER_KINDS),
        Column("title", "string", "Title as printed"),
        Column("date", "date", "Date of the paper"),
        Column("held", "date", "Day of the debate, where it reports one"),
        Column("dossier", "string", "Id of the dossier it belongs to"),
        Column("number", "string", "Its number in the dossier"),
        Column("chamber", "string", "Id of the chamber: org/TweedeKamer or org/EersteKamer"),
        Column("session_year", "string", "Session year: 2021-2022"),
        Column("committee", "string", "Committee as printed"),
        Column("url", "string", "Address of the official publication"),
    ),
)
EXCHANGES: Final = Table(
    "exchanges",
    "Questions with the answer that was given to them",
    """SELECT DISTINCT ?id ?paper ?number ?status ?date {
      VALUES ?part { UNDEF } BIND(?part AS ?paper)
      ?id dcterms:isPartOf ?part ; a sp:Exchange .
      OPTIONAL { ?id sp:number ?number } OPTIONAL { ?id sp:status ?status } OPTIONAL { ?part dcterms:issued ?date }
    } ORDER BY ?paper ?number ?id""",
    (
        Column("id", "string", "Id of the exchange"),
        _PAPER,
        Column("number", "integer", "Number of the answer, where it has one"),
        Column("asked_by", "list", "Ids of who asked", property="sp:askedBy"),
        Column("joined_by", "list", "Ids of who joined the questions", property="sp:joinedBy"),
        Column("status", "string", "answered, partly_declined, declined, deferred or unanswered", names=_STATUSES),
        Column("reasons", "list", "Why it was not answered", property="sp:reason", names=_REASONS),
        Column("see", "list", "Ids of the exchanges that the answer points at", property="sp:see", of="exchanges"),
        _TOPICS,
        Column("question", "list", "Text of the questions, a block each", evidence=True, property="sp:question/oa:exact"),
        Column("answer", "list", "Text of the answer, a block each", evidence=True, property="sp:answer/oa:exact"),
        _DATE,
    ),
)
CLAIMS: Final = Table(
    "claims",
    "Who says what about what, each with its quotation",
    """SELECT DISTINCT ?id ?holder ?holder_name ?told_by ?relation ?proposition ?paper ?exchange ?date
        ?quotation ?start ?end ?rule ?cue ?confidence ?review {
      VALUES ?part { UNDEF } BIND(?part AS ?paper)
      ?id dcterms:isPartOf ?part ; a sp:Claim ; sp:holder ?holder ; sp:relation ?relation ; sp:rule ?rule ; sp:cue ?cue ;
          prov:wasDerivedFrom ?sentence .
      ?sentence oa:exact ?quotation ; oa:start ?start ; oa:end ?end .
      OPTIONAL { ?holder rdfs:label ?holder_name FILTER(LANG(?holder_name) = "nl") }
      OPTIONAL { ?id sp:speaker ?told_by FILTER(?told_by != ?holder) }
      OPTIONAL { ?id sp:proposition ?proposition } OPTIONAL { ?id sp:inExchange ?exchange } OPTIONAL { ?part dcterms:issued ?date }
      OPTIONAL { ?id sp:confidence ?confidence }
      OPTIONAL { ?judged sp:reviews ?id ; sp:verdict ?review FILTER NOT EXISTS { ?judged sp:mismatch ?why } }
    } ORDER BY ?paper ?start ?id""",
    (
        Column("id", "string", "Id of the claim"),
        Column("holder", "string", "Id of who holds it"),
        Column("holder_name", "string", "What the holder is called"),
        Column("told_by", "string", "Id of who says so, where that is not the holder"),
        Column("voiced_by", "list", "Ids of the members who say it for their faction", property="sp:voicedBy"),
        Column("coholders", "list", "Ids of who signed along the motion that says so", property="sp:coHolder"),
        Column("held_for", "list", "Ids of the factions of members who hold it or signed it along", property="sp:heldFor"),
        Column("relation", "string", "What the holder does: " + ", ".join(terms.EDGES), names=_RELATIONS),
        Column("about", "list", "Ids of the entities in what is said", property="sp:about"),
        _TOPICS,
        Column("proposition", "string", "What is said"),
        _PAPER,
        Column("exchange", "string", "Id of the exchange it stands in", of="exchanges"),
        _DATE,
        _QUOTATION,
        _START,
        _END,
        Column("rule", "string", "Id of the rule that found it", evidence=True),
        Column("cue", "string", "The words that the rule fired on", evidence=True),
        Column(
            "confidence", "number", "Measured precision of the rule, a lower bound, from 0 to 1; empty where too few cases were measured"
        ),
        Column("review", "string", "accepted or corrected, where somebody has reviewed it", names=_VERDICTS),
    ),
)
MENTIONS: Final = Table(
    "mentions",
    "Where a paper names an entity",
    """SELECT DISTINCT ?id ?paper ?entity ?label ?text ?start ?end ?rule {
      VALUES ?part { UNDEF } BIND(?part AS ?paper)
      ?block dcterms:isPartOf ?part . ?id sp:inBlock ?block ; a sp:Mention ; sp:entityClass ?label ; sp:rule ?rule ;
          oa:exact ?text ; oa:start ?start ; oa:end ?end .
      OPTIONAL { ?id sp:names ?entity }
    } ORDER BY ?paper ?start ?id""",
    (
        Column("id", "string", "Id of the mention", evidence=True),
        _PAPER,
        Column("entity", "string", "Id of the entity that it names, where that is known"),
        Column("label", "string", "Class of the entity", names=_names(terms.ENTITY_CLASSES)),  # type: ignore[arg-type]
        Column("text", "string", "As printed", evidence=True),
        Column("start", "integer", "Where it begins in the paper's text, in code points from 0", evidence=True),
        Column("end", "integer", "Where it ends in the paper's text", evidence=True),
        Column("rule", "string", "Id of the rule that found it", evidence=True),
    ),
    evidence=True,
)
POSITIONS: Final = Table(
    "positions",
    "What a holder's claims on one topic add up to",
    """SELECT DISTINCT ?id ?holder ?holder_name ?member_of ?topic ?topic_name ?direction
        ?supports ?opposes ?concerned ?calls ?first ?last {
      VALUES ?part { UNDEF } BIND(?part AS ?topic)
      ?id sp:topic ?part ; a sp:Position ; sp:holder ?holder ; sp:supportCount ?supports ; sp:oppositionCount ?opposes ;
          sp:concernCount ?concerned ; sp:callCount ?calls .
      OPTIONAL { ?holder rdfs:label ?holder_name FILTER(LANG(?holder_name) = "nl") }
      OPTIONAL { ?part rdfs:label ?topic_name FILTER(LANG(?topic_name) = "nl") }
      OPTIONAL { ?id sp:direction ?direction } OPTIONAL { ?id sp:firstDate ?first } OPTIONAL { ?id sp:lastDate ?last }
      OPTIONAL { ?id sp:asMemberOf ?member_of }
    } ORDER BY ?topic ?holder ?member_of""",
    (
        Column("id", "string", "Id of the position"),
        Column("holder", "string", "Id of who holds it"),
        Column("holder_name", "string", "What the holder is called"),
        Column("member_of", "string", "Id of the faction as whose member a person said all this, where that is known"),
        Column("topic", "string", "Id of the topic"),
        Column("topic_name", "string", "What the topic is called"),
        Column("direction", "string", "supports, opposes or mixed; empty where the evidence bears none", names=_DIRECTIONS),
        Column("supports", "integer", "Number of claims that support"),
        Column("opposes", "integer", "Number of claims that oppose"),
        Column("concerned", "integer", "Number of claims that worry"),
        Column("calls", "integer", "Number of claims that call for something"),
        Column("first", "date", "Date of the first claim"),
        Column("last", "date", "Date of the last claim"),
        Column("claims", "list", "Ids of the claims", property="prov:wasDerivedFrom", of="claims"),
        Column("contradicting", "list", "Ids of those claims that speak against the direction", property="sp:contradictedBy", of="claims"),
    ),
    parts="SELECT DISTINCT ?part { ?position a sp:Position ; sp:topic ?part } ORDER BY ?part",
)
COMMITMENTS: Final = Table(
    "commitments",
    "What was promised, to whom and by when",
    """SELECT DISTINCT ?id ?holder ?kind ?recipient ?proposition ?deadline ?deadline_text ?motion ?fulfils ?claim ?paper ?date
        ?quotation ?start ?end ?in_response_to {
      VALUES ?part { UNDEF } BIND(?part AS ?paper)
      ?id dcterms:isPartOf ?part ; a sp:Commitment ; sp:holder ?holder ; prov:wasDerivedFrom ?claim .
      ?claim prov:wasDerivedFrom ?sentence . ?sentence oa:exact ?quotation ; oa:start ?start ; oa:end ?end .
      OPTIONAL { ?id sp:commitmentKind ?kind } OPTIONAL { ?id sp:recipient ?recipient } OPTIONAL { ?id sp:proposition ?proposition }
      OPTIONAL { ?id sp:deadline ?deadline } OPTIONAL { ?id sp:deadlineText ?deadline_text } OPTIONAL { ?id sp:carriesOut ?motion }
      OPTIONAL { ?id sp:fulfilsText ?fulfils } OPTIONAL { ?part dcterms:issued ?date }
      OPTIONAL { ?claim sp:inResponseTo ?asked OPTIONAL { ?asked oa:exact ?in_response_to } }
    } ORDER BY ?paper ?start ?id""",
    (
        Column("id", "string", "Id of the commitment"),
        Column("holder", "string", "Id of who promised"),
        Column("kind", "string", "promise_to_house, policy_intention or ongoing_effort", names=_COMMITMENT_KINDS),
        Column("recipient", "string", "Id of whom it was promised to"),
        Column("proposition", "string", "What was promised"),
        Column("deadline", "date", "The last day, where the words give one"),
        Column("deadline_text", "string", "The deadline as printed"),
        Column("motion", "string", "Id of the motion that it carries out"),
        Column("fulfils", "string", "Wording of the earlier commitment that it fulfils"),
        _TOPICS,
        Column("claim", "string", "Id of the claim that promises", of="claims"),
        _PAPER,
        _DATE,
        _QUOTATION,
        _START,
        _END,
        Column("in_response_to", "string", "The question that the promise answers, as it stands in the paper", evidence=True),
    ),
)
#: What networks are made of: what claims lead from and to, and the claims with their ends.
NODES: Final = Table(
    "nodes",
    "Who holds a claim, and what claims are about",
    """SELECT ?id (MIN(?label) AS ?name) {
      VALUES ?part { UNDEF } BIND(?part AS ?id) OPTIONAL { ?part rdfs:label ?label FILTER(LANG(?label) = "nl") }
    } GROUP BY ?id ORDER BY ?id""",
    (
        Column("id", "string", "Id of the thing"),
        Column("name", "string", "What it is called"),
        Column("classes", "list", "What it is", property="rdf:type"),
    ),
    parts="""SELECT DISTINCT ?part {
      { ?claim a sp:Claim ; sp:object ?part } UNION { ?claim a sp:Claim ; sp:object ?end ; sp:holder ?part } } ORDER BY ?part""",
)
ENDS: Final = Table(
    "ends",
    "Claims with what they are about",
    CLAIMS.query,
    (
        Column("id", "string", "Id of the claim"),
        Column("holder", "string", "Id of who holds it"),
        Column("ends", "list", "Ids of what it is about", property="sp:object"),
        *(column for name in ("relation", "paper", "date", "confidence", "quotation") for column in CLAIMS.columns if column.name == name),
    ),
)
TABLES: Final = (PAPERS, EXCHANGES, CLAIMS, MENTIONS, POSITIONS, COMMITMENTS)
