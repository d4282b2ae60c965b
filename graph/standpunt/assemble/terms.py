"""Every term that we write, as a pyoxigraph node. What each means stands in ontology/standpunt.ttl."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from pyoxigraph import NamedNode

from standpunt import iri
from standpunt.model import (
    BlockKind,
    CommitmentKind,
    Gap,
    Label,
    Mismatch,
    PaperKind,
    Reason,
    Relation,
    Shown,
    Status,
    TreatmentKind,
    Verdict,
)


def _sp(name: str) -> NamedNode:
    return NamedNode(iri.term(name))


def _known(prefix: str, name: str) -> NamedNode:
    return NamedNode(iri.PREFIXES[prefix] + name)


# Classes
ACTOR: Final = _sp("Actor")
BLOCK: Final = _sp("Block")
CABINET: Final = _sp("Cabinet")
CLAIM: Final = _sp("Claim")
COMMITMENT: Final = _sp("Commitment")
COUNTRY: Final = _sp("Country")
DOCUMENT: Final = _sp("Document")
DOSSIER: Final = _sp("Dossier")
EXCHANGE: Final = _sp("Exchange")
FACTION: Final = _sp("Faction")
FULFILMENT: Final = _sp("Fulfilment")
INSTRUMENT: Final = _sp("Instrument")
MEETING: Final = _sp("Meeting")
MEMBERSHIP: Final = _sp("Membership")
MENTION: Final = _sp("Mention")
MINISTRY: Final = _sp("Ministry")
MOTION: Final = _sp("Motion")
ORGANISATION: Final = _sp("Organisation")
PAPER: Final = _sp("Paper")
PERSON: Final = _sp("Person")
POSITION: Final = _sp("Position")
REVIEW: Final = _sp("Review")
REVIEWER: Final = _sp("Reviewer")
RULE: Final = _sp("Rule")
RUN: Final = _sp("Run")
SENTENCE: Final = _sp("Sentence")
SIGNATURE: Final = _sp("Signature")
TOPIC: Final = _sp("Topic")
TREATMENT: Final = _sp("Treatment")
VERSION: Final = _sp("Version")

PAPER_CLASSES: Final[Mapping[PaperKind, NamedNode]] = {
    "written_consultation": _sp("WrittenConsultation"),
    "letter": _sp("Letter"),
    "motion": _sp("MotionPaper"),
    "debate": _sp("DebateReport"),
    "written_questions": _sp("WrittenQuestions"),
}
CLAIM_CLASSES: Final[Mapping[Relation, NamedNode]] = {
    "asks_about": _sp("Question"),
    "calls_for": _sp("Call"),
    "supports": _sp("Support"),
    "opposes": _sp("Opposition"),
    "concerned_about": _sp("Concern"),
    "commits_to": _sp("Promise"),
    "refers_to": _sp("Reference"),
    "declines_to_answer": _sp("Refusal"),
}
ENTITY_CLASSES: Final[Mapping[Label, NamedNode]] = {
    "FACTION": FACTION,
    "COUNTRY": COUNTRY,
    "ORG": ORGANISATION,
    "PERSON": PERSON,
    "MOTION": MOTION,
    "MEETING": MEETING,
    "DOCUMENT": DOCUMENT,
    "INSTRUMENT": INSTRUMENT,
}

# Short edges
EDGES: Final[Mapping[Relation, NamedNode]] = {
    "asks_about": _sp("asksAbout"),
    "calls_for": _sp("callsFor"),
    "supports": _sp("supports"),
    "opposes": _sp("opposes"),
    "concerned_about": _sp("concernedAbout"),
    "commits_to": _sp("commitsTo"),
    "refers_to": _sp("refersTo"),
    "declines_to_answer": _sp("declinesToAnswer"),
}

# Members of the small schemes
BLOCK_KINDS: Final[Mapping[BlockKind, NamedNode]] = {
    "front": _sp("frontBlock"),
    "heading": _sp("headingBlock"),
    "questions": _sp("questionBlock"),
    "answer": _sp("answerBlock"),
    "body": _sp("bodyBlock"),
    "speech": _sp("speechBlock"),
    "motion": _sp("motionBlock"),
    "footnote": _sp("footnoteBlock"),
}
STATUSES: Final[Mapping[Status, NamedNode]] = {
    "answered": _sp("answered"),
    "partly_declined": _sp("partlyDeclined"),
    "declined": _sp("declined"),
    "deferred": _sp("deferred"),
    "unanswered": _sp("unanswered"),
}
REASONS: Final[Mapping[Reason, NamedNode]] = {
    "confidentiality": _sp("confidentiality"),
    "no_speculation": _sp("noSpeculation"),
    "not_ours_to_say": _sp("notOursToSay"),
    "premature": _sp("premature"),
    "refers_elsewhere": _sp("refersElsewhere"),
    "not_known": _sp("notKnown"),
}
COMMITMENT_KINDS: Final[Mapping[CommitmentKind, NamedNode]] = {
    "promise_to_house": _sp("promiseToHouse"),
    "policy_intention": _sp("policyIntention"),
    "ongoing_effort": _sp("ongoingEffort"),
}
DIRECTIONS: Final[Mapping[Literal["supports", "opposes", "mixed"], NamedNode]] = {
    "supports": _sp("inFavour"),
    "opposes": _sp("against"),
    "mixed": _sp("mixed"),
}
TREATMENT_KINDS: Final[Mapping[TreatmentKind, NamedNode]] = {
    "left_to_house": _sp("leftToHouse"),
    "advised_against": _sp("advisedAgainst"),
    "taken_over": _sp("takenOver"),
    "asked_to_hold": _sp("askedToHold"),
    "premature": _sp("untimely"),
    "superfluous": _sp("superfluous"),
    "unworkable": _sp("unworkable"),
    "held_over": _sp("heldOver"),
    "withdrawn": _sp("withdrawn"),
    "changed": _sp("changed"),
}
SHOWN: Final[Mapping[Shown, NamedNode]] = {
    "motion": _sp("sameMotion"),
    "debate": _sp("sameDebate"),
    "paper": _sp("citedPaper"),
}
VERDICTS: Final[Mapping[Verdict, NamedNode]] = {
    "accepted": _sp("accepted"),
    "rejected": _sp("rejected"),
    "corrected": _sp("corrected"),
}
MISMATCHES: Final[Mapping[Mismatch, NamedNode]] = {
    "paper_gone": _sp("paperGone"),
    "sentence_gone": _sp("sentenceGone"),
    "claim_gone": _sp("claimGone"),
    "claim_changed": _sp("claimChanged"),
    "name_unknown": _sp("nameUnknown"),
}
GAPS: Final[Mapping[Gap, NamedNode]] = {"no_paper_says": _sp("noPaperSays"), "papers_differ": _sp("papersDiffer")}

# Own properties
ABOUT: Final = _sp("about")
ANSWER: Final = _sp("answer")
ANSWER_TEXT: Final = _sp("answerText")
ANSWERS_NUMBER: Final = _sp("answersNumber")
AS_MEMBER_OF: Final = _sp("asMemberOf")
ANSWERED_IN: Final = _sp("answeredIn")
ASKED_BY: Final = _sp("askedBy")
ASKED_IN: Final = _sp("askedIn")
ASKS: Final = _sp("asks")
BLOCK_KIND: Final = _sp("blockKind")
CALL_COUNT: Final = _sp("callCount")
CARRIES_OUT: Final = _sp("carriesOut")
CHAMBER: Final = _sp("chamber")
CITATION: Final = _sp("citation")
COMMITMENT_KIND: Final = _sp("commitmentKind")
COMMITTEE: Final = _sp("committee")
CONCERN_COUNT: Final = _sp("concernCount")
CONDITION: Final = _sp("condition")
CONFIDENCE: Final = _sp("confidence")
CONTRADICTED_BY: Final = _sp("contradictedBy")
COHOLDER: Final = _sp("coHolder")
COSIGNER: Final = _sp("cosigner")
CUE: Final = _sp("cue")
DEADLINE: Final = _sp("deadline")
DEADLINE_TEXT: Final = _sp("deadlineText")
DIRECTION: Final = _sp("direction")
ENTITY_CLASS: Final = _sp("entityClass")
FILE_NAME: Final = _sp("fileName")
FIRST_DATE: Final = _sp("firstDate")
FOOTNOTE: Final = _sp("footnote")
FOUND_ABOUT: Final = _sp("foundAbout")
FOUND_HOLDER: Final = _sp("foundHolder")
FOUND_RELATION: Final = _sp("foundRelation")
FOUND_TOPIC: Final = _sp("foundTopic")
FACTION_UNKNOWN: Final = _sp("factionUnknown")
FULFILS: Final = _sp("fulfils")
FULFILS_TEXT: Final = _sp("fulfilsText")
HEADING: Final = _sp("heading")
HELD: Final = _sp("held")
HELD_BY: Final = _sp("heldBy")
HELD_FOR: Final = _sp("heldFor")
HOLDER: Final = _sp("holder")
INDEX: Final = _sp("index")
IN_BLOCK: Final = _sp("inBlock")
IN_DOSSIER: Final = _sp("dossier")
IN_EXCHANGE: Final = _sp("inExchange")
IN_RESPONSE_TO: Final = _sp("inResponseTo")
IN_SENTENCE: Final = _sp("inSentence")
JOINED_BY: Final = _sp("joinedBy")
LAST_DATE: Final = _sp("lastDate")
MEETING_KIND: Final = _sp("meetingKind")
MISMATCH: Final = _sp("mismatch")
NAMES: Final = _sp("names")
NUMBER: Final = _sp("number")
OBJECT: Final = _sp("object")
OPPOSITION_COUNT: Final = _sp("oppositionCount")
PAPER_NUMBER: Final = _sp("paperNumber")
PATTERN: Final = _sp("pattern")
PREDECESSOR: Final = _sp("predecessor")
PROPOSER: Final = _sp("proposer")
PROMISED_ON: Final = _sp("promisedOn")
PROPOSITION: Final = _sp("proposition")
QUESTION: Final = _sp("question")
QUESTION_TEXT: Final = _sp("questionText")
REASON: Final = _sp("reason")
RECIPIENT: Final = _sp("recipient")
RELATION: Final = _sp("relation")
RESPONSE: Final = _sp("response")
REVIEW_HASH: Final = _sp("reviewHash")
REVIEWS: Final = _sp("reviews")
ROLE: Final = _sp("role")
BY_RULE: Final = _sp("rule")
INPUT_HASH: Final = _sp("inputHash")
RULE_SET_HASH: Final = _sp("ruleSetHash")
SEE: Final = _sp("see")
SESSION_YEAR: Final = _sp("sessionYear")
SHOWN_BY: Final = _sp("shownBy")
SIGNATORY: Final = _sp("signatory")
SIGNATORY_NAME: Final = _sp("signatoryName")
SIGNED_FOR: Final = _sp("signedFor")
SIGNED: Final = _sp("signature")
SOFTWARE_VERSION: Final = _sp("softwareVersion")
SPEAKER: Final = _sp("speaker")
SPEAKER_NAME: Final = _sp("speakerName")
STATUS: Final = _sp("status")
SUPPORT_COUNT: Final = _sp("supportCount")
ON_TOPIC: Final = _sp("topic")
TREATED: Final = _sp("treatment")
TREATMENT_KIND: Final = _sp("treatmentKind")
VERDICT: Final = _sp("verdict")
HAS_VERSION: Final = _sp("version")
VOICED_BY: Final = _sp("voicedBy")

# Terms of others
TYPE: Final = _known("rdf", "type")
LABEL: Final = _known("rdfs", "label")
CONCEPT: Final = _known("skos", "Concept")
CONCEPT_SCHEME: Final = _known("skos", "ConceptScheme")
PREF_LABEL: Final = _known("skos", "prefLabel")
ALT_LABEL: Final = _known("skos", "altLabel")
COMMENT: Final = _known("rdfs", "comment")
DEFINITION: Final = _known("skos", "definition")
NOTATION: Final = _known("skos", "notation")
EXAMPLE: Final = _known("skos", "example")
BROADER: Final = _known("skos", "broader")
IN_SCHEME: Final = _known("skos", "inScheme")
TOP_CONCEPT_OF: Final = _known("skos", "topConceptOf")
HIDDEN_LABEL: Final = _known("skos", "hiddenLabel")
BROAD_MATCH: Final = _known("skos", "broadMatch")
EXACT_MATCH: Final = _known("skos", "exactMatch")
DERIVED_FROM: Final = _known("prov", "wasDerivedFrom")
REVISION_OF: Final = _known("prov", "wasRevisionOf")
STARTED: Final = _known("prov", "startedAtTime")
ENDED: Final = _known("prov", "endedAtTime")
USED: Final = _known("prov", "used")
ATTRIBUTED_TO: Final = _known("prov", "wasAttributedTo")
GENERATED_AT: Final = _known("prov", "generatedAtTime")
PART_OF: Final = _known("dcterms", "isPartOf")
IDENTIFIER: Final = _known("dcterms", "identifier")
DESCRIPTION: Final = _known("dcterms", "description")
TITLE: Final = _known("dcterms", "title")
ISSUED: Final = _known("dcterms", "issued")
SOURCE: Final = _known("dcterms", "source")
FORMAT: Final = _known("dcterms", "format")
CREATOR: Final = _known("dcterms", "creator")
REFERENCED_BY: Final = _known("dcterms", "isReferencedBy")
REFERENCES: Final = _known("dcterms", "references")
FULL_NAME: Final = _known("foaf", "name")
MEMBER_OF: Final = _known("org", "memberOf")
MEMBER: Final = _known("org", "member")
MEMBER_IN: Final = _known("org", "organization")
SUB_ORGANISATION_OF: Final = _known("org", "subOrganizationOf")
MENTIONS: Final = _known("schema", "mentions")
SAME_AS: Final = _known("schema", "sameAs")
START_DATE: Final = _known("schema", "startDate")
END_DATE: Final = _known("schema", "endDate")
LOCATION: Final = _known("schema", "location")
FOUNDED: Final = _known("schema", "foundingDate")
DISSOLVED: Final = _known("schema", "dissolutionDate")
SHA256: Final = _known("schema", "sha256")
SUBJECT_OF_PAPER: Final = _known("schema", "about")
EXACT: Final = _known("oa", "exact")
START: Final = _known("oa", "start")
END: Final = _known("oa", "end")

# Datatypes
DATE: Final = _known("xsd", "date")
DATE_TIME: Final = _known("xsd", "dateTime")
DECIMAL: Final = _known("xsd", "decimal")
INTEGER: Final = _known("xsd", "integer")
