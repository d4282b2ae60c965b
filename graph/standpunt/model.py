"""What the steps hand to each other: plain, frozen, without spaCy or RDF.

Offsets named `start` and `end` are code points into `Source.text`, the text exactly as read. Offsets named
`at` and `to` are code points into `Block.text`, the text as a reader sees it (hyphens at line ends, page breaks,
running footers and markup undone). `Block.offsets` leads from the second to the first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date  # a field is called date
from datetime import datetime
from typing import Literal

PaperKind = Literal["written_consultation", "letter", "motion", "debate", "written_questions"]
BlockKind = Literal["front", "heading", "questions", "answer", "body", "speech", "motion", "footnote"]
Label = Literal["FACTION", "COUNTRY", "ORG", "PERSON", "MOTION", "MEETING", "DOCUMENT", "INSTRUMENT"]
Relation = Literal["asks_about", "calls_for", "supports", "opposes", "concerned_about", "commits_to", "refers_to", "declines_to_answer"]
Status = Literal["answered", "partly_declined", "declined", "deferred", "unanswered"]
Reason = Literal["confidentiality", "no_speculation", "not_ours_to_say", "premature", "refers_elsewhere", "not_known"]
CommitmentKind = Literal["promise_to_house", "policy_intention", "ongoing_effort"]
#: What is done with a motion: what the cabinet advises the House, and what becomes of it before the vote.
TreatmentKind = Literal[
    "left_to_house",
    "advised_against",
    "taken_over",
    "asked_to_hold",
    "premature",
    "superfluous",
    "unworkable",
    "held_over",
    "withdrawn",
    "changed",
]
#: What shows that a promise was kept: both sentences name a motion; one names the debate, or the paper, in which the other was said.
Shown = Literal["motion", "debate", "paper"]
Verdict = Literal["accepted", "rejected", "corrected"]
#: Why a review and the claim that it judges no longer fit: what is missing, or that the claim reads otherwise by now.
Mismatch = Literal["paper_gone", "sentence_gone", "claim_gone", "claim_changed", "name_unknown"]
#: Why nobody can tell as whose member somebody signs.
Gap = Literal["no_paper_says", "papers_differ"]

Chamber = Literal["TK", "EK"]

CABINET = "actor/kabinet"
#: The chambers of the House as organisations.
HOUSES: Mapping[Chamber, str] = {"TK": "org/TweedeKamer", "EK": "org/EersteKamer"}
TWEEDE_KAMER, EERSTE_KAMER = HOUSES["TK"], HOUSES["EK"]
#: As papers print them, in their order.
MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")


def house_of(chamber: Chamber | None) -> str:
    """Return the organisation whose paper it is; the Tweede Kamer where the paper doesn't tell.

    >>> house_of("EK"), house_of(None)
    ('org/EersteKamer', 'org/TweedeKamer')
    """
    return HOUSES[chamber or "TK"]


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, exactly as read."""

    name: str
    text: str
    sha256: str
    media_type: Literal["text/plain", "text/markdown"]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each character of a cleaned text stands in the source: runs that both texts share.

    Run `k` begins at `at[k]` in the cleaned text and at `start[k]` in the source and goes on until `at[k + 1]`.
    """

    at: tuple[int, ...]
    start: tuple[int, ...]

    def source(self, at: int) -> int:
        """Return the source offset of the character that stands at `at` in the cleaned text."""
        run = bisect_right(self.at, at) - 1
        return self.start[run] + at - self.at[run]

    def span(self, at: int, to: int) -> tuple[int, int]:
        """Return the source span of the non-empty cleaned span `[at, to)`."""
        return self.source(at), self.source(to - 1) + 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of evidence: text as read, and where it stands."""

    index: int  # running number in the paper
    block: int  # index into Paper.blocks
    at: int
    to: int
    start: int
    end: int
    text: str
    footnotes: tuple[int, ...] = ()  # indices into Paper.blocks of the footnotes it cites


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with one speaker. Headings, front matter and footnotes are blocks too, so that nothing is lost."""

    index: int
    kind: BlockKind
    speaker: str | None  # entity id: faction/VVD, actor/kabinet, person/Segers; None where nobody speaks
    text: str  # as a reader sees it; paragraphs end in "\n"
    offsets: OffsetMap
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    heading: str | None = None  # the nearest heading above it
    exchange: int | None = None  # index into Paper.exchanges
    speaker_name: str | None = None  # the person who speaks, as printed: "De heer Segers"
    number: str | None = None  # the number of a footnote


@dataclass(frozen=True, slots=True)
class Exchange:
    """The questions that one answer answers, and that answer. `questions` and `answers` are indices into Paper.blocks."""

    index: int
    number: int | None  # the first question it answers; None where answers carry no number
    numbers: tuple[int, ...]
    asked_by: tuple[str, ...]
    questions: tuple[int, ...]
    answers: tuple[int, ...]
    joined_by: tuple[str, ...] = ()
    see: tuple[int, ...] = ()  # numbers of the answers pointed at; their places (1, 2, …) where answers carry none
    status: Status | None = None  # told by relate.answers
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: name and office as printed."""

    name: str
    role: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One document with its identity and its structure."""

    id: str  # kst-28676-384, 2022Z11873, or text-<hash> when the text and sources.csv tell nothing
    kind: PaperKind
    source: Source
    blocks: tuple[Block, ...]
    exchanges: tuple[Exchange, ...] = ()
    date: Date | None = None
    dossier: str | None = None  # "28676", "21501-02", "36200-V"
    dossier_title: str | None = None
    number: str | None = None
    chamber: Chamber | None = None
    session_year: str | None = None  # "2021-2022"
    title: str | None = None
    committee: str | None = None  # as printed
    url: str | None = None  # official publication
    held: Date | None = None  # the day of a debate, where it differs from the day of its report
    signatories: tuple[Signatory, ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name as printed → factions, from speaker lines and questioners

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in the order of the text."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity."""

    start: int
    end: int
    text: str
    label: Label
    id: str | None
    rule: str
    block: int
    at: int
    to: int


@dataclass(frozen=True, slots=True)
class Commitment:
    """What makes a commits_to claim of the cabinet a commitment that can be kept track of."""

    kind: CommitmentKind
    to: str | None = None  # org/TweedeKamer, person/…, country/…
    deadline_text: str | None = None
    deadline: Date | None = None  # the last day on which it can be kept
    motion: str | None = None  # id of the motion it carries out
    fulfils: str | None = None  # wording of an earlier commitment that this sentence says it keeps


@dataclass(frozen=True, slots=True)
class Recall:
    """A sentence in which the cabinet says that it keeps an earlier promise, or does what a motion asks."""

    sentence: int
    block: int
    words: str  # by which it recalls that: conform de toezegging aan uw Kamer
    motion: str | None = None  # Kamerstuk of the motion that it points back at: hiermee is de motie uitgevoerd


@dataclass(frozen=True, slots=True)
class Claim:
    """Holder, relation, what it is about: read from one sentence by one rule."""

    id: str  # <paper>/claim/<hash of sentence, holder and relation>
    start: int
    end: int
    text: str
    holder: str
    relation: Relation
    about: tuple[str, ...]
    topics: tuple[str, ...]
    proposition: str | None
    rule: str
    cue: str  # the words that fired
    confidence: float | None  # measured precision of the rule; None where too few cases were seen
    block: int
    sentence: int
    commitment: Commitment | None = None
    coholders: tuple[str, ...] = ()  # persons who signed the motion that says so along with its holder
    responds_to: int | None = None  # the sentence that it answers, where that is plain
    reasons: tuple[Reason, ...] = ()  # that a refusal gives
    answered_in: tuple[int, ...] = ()  # the sentences that answer a call, in a reply without numbers to all that a faction asked
    asked_in: int | None = None  # the turn of a debate in which a member asked what a refusal does not answer, where that is plain


@dataclass(frozen=True, slots=True)
class Treatment:
    """A sentence that tells what is done with a motion: the cabinet's verdict on it, or that it is held over, withdrawn or changed."""

    id: str  # <paper>/treatment/<hash of sentence, motion and kind>
    motion: str | None  # id of the motion; None where only the papers together tell
    cited: int | None  # where the paper cites the motion that is meant; None where its Kamerstuk is known
    kind: TreatmentKind
    condition: str | None  # the words that set a condition
    cue: str  # the words that fired
    sentence: int
    confirmed: int | None = None  # where the cabinet says yes to what the chair asked there, or that the same goes for this motion
    claims: tuple[str, ...] = ()  # of the cabinet, in the same sentence


@dataclass(frozen=True, slots=True)
class Motion:
    """One motion, over all its spellings in the papers."""

    id: str
    proposer: str | None
    cosigners: tuple[str, ...]
    asks: str | None
    paper: str | None  # Kamerstuk number where known


@dataclass(frozen=True, slots=True)
class Membership:
    """As whose member somebody signs or speaks in a paper; `gap` says why that can't be told."""

    paper: str
    person: str
    faction: str | None
    told_by: tuple[str, ...]  # the papers that say so: itself, or the nearest for each faction that is named
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What a holder's claims on one topic add up to. `direction` is None where the evidence does not bear one."""

    holder: str
    topic: str
    direction: Literal["supports", "opposes", "mixed"] | None
    supports: int
    opposes: int
    concerned: int
    calls: int
    first: Date | None
    last: Date | None
    claims: tuple[str, ...]
    contradicting: tuple[str, ...]
    member_of: str | None = None  # the faction as whose member a person said all this, where that is known


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one paper."""

    paper: Paper
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    topics: Mapping[int, tuple[str, ...]] = field(default_factory=dict)  # exchange index → topic ids
    recalls: tuple[Recall, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    pointed_at: Mapping[int, tuple[str | int, ...]] = field(default_factory=dict)  # sentence → motions that `de motie` in it may mean
    warnings: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class AsRead:
    """What the rules had read in a claim when somebody reviewed it."""

    sentence: str
    holder: str
    relation: Relation
    about: tuple[str, ...]
    topics: tuple[str, ...]
    proposition: str | None
    confidence: float | None
    rule: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a claim should have been; None is as it was read, an empty tuple is nothing at all."""

    relation: Relation | None = None
    holder: str | None = None
    about: tuple[str, ...] | None = None
    topics: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a person says of a claim. It wins over what the rules read."""

    claim: str  # <paper>/claim/<hash>
    verdict: Verdict
    reviewer: str
    reviewed: datetime
    note: str | None = None
    correction: Correction = Correction()
    read: AsRead | None = None  # None where the sheet doesn't tell

    @property
    def paper(self) -> str:
        """Id of the paper in which the claim was made."""
        return self.claim.partition("/claim/")[0]
