"""Promises that can be kept track of: of what kind, to whom, by when, about which motion; and papers that keep them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache
from typing import Final, Literal

from standpunt.annotate import dates
from standpunt.annotate.names import person_id
from standpunt.knowledge import CommitmentCue, table
from standpunt.model import CABINET, Analysis, Claim, Commitment, CommitmentKind, Paper, Sentence
from standpunt.relate import deadlines, motions
from standpunt.relate.phrasebook import Phrasebook, words_of

TWEEDE_KAMER: Final = "org/TweedeKamer"
EERSTE_KAMER: Final = "org/EersteKamer"

#: `zeg ik het lid Van Dorsten toe`, `(toezegging aan de heer Oosterling, NSC)`, `zegt mevrouw Aksoy toe`.
TO_MEMBER: Final = re.compile(
    r"(?:toezegging(?:\s+gedaan)?\s+aan|\bzeg(?:t|de)?(?:\s+(?:ik|wij))?)\s+(?:de\s+heer|mevrouw|het\s+lid|(?:de\s+)?collega)\s+"
    r"(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Tt]e|[Ee]l|’t|in|op)\s+)*[A-ZÀ-Ž][\w’'-]+)"
)
#: From the words that recall an earlier promise to the end of that phrase: before the verb, the comma, the full stop.
RECALLED: Final = re.compile(
    r"\b(?:zoals|gelijk|conform|overeenkomstig|ingevolge|ter\s+uitvoering\s+van|hiermee|daarmee|in\s+vervolg\s+op|(?:naar\s+)?aanleiding\s+van|op\s+verzoek)\b"
    r".{3,200}?(?=[,.;:]\s|[,.;:]$|$|\s(?!(?:aan|bij|door|in|met|om|op|tot|van|voor|dat)\b)\w+\s+(?:ik|wij|u|uw\s+Kamer|het\s+kabinet|Nederland|de\s+(?:Minister|Staatssecretaris))\b)",
    re.IGNORECASE | re.DOTALL,
)
#: A printed list of promises at the end of a debate: announced in one sentence, then an item a line.
ANNOUNCED: Final = re.compile(r"(?:\btoezeggingen|\bvolgende\s+toezegging)\b[^.]{0,80}[.:]?\s*$", re.IGNORECASE)
ITEM: Final = re.compile(r"^\s*(?:[–—•·*-]|\d{1,2}[.)]|[a-z]\))\s+\S")
#: Debates in which promises are made, before their date.
HELD_ON: Final = re.compile(
    r"(?:debat|overleg|AO|WGO|vergadering|beschouwingen|behandeling|vragenuur|briefing)\b[^.;]{0,60}$", re.IGNORECASE
)
#: What two sentences about the same promise must share: so many content words, and this part of the shorter one's.
SHARED_WORDS: Final = 2
SHARED_PART: Final = 0.5
#: Content words are long; two agree when they begin alike (gasopslag, gasopslagen).
LONG: Final = 6
STEM: Final = 7


@lru_cache
def _book() -> Phrasebook[CommitmentCue]:
    return Phrasebook(table(CommitmentCue))


def cues(sentence: str) -> tuple[CommitmentCue, ...]:
    """Return the rows whose words stand in a sentence, in the order of the text."""
    words = words_of(sentence)
    spaced = f" {' '.join(words)} "
    return tuple(found.row for found in _book().find(words) if not any(f" {word} " in spaced for word in found.row.tenzij))


def commitment(sentence: str, *, said_on: Date | None, sentence_motions: Sequence[str] = (), house: str = TWEEDE_KAMER) -> Commitment:
    """Return what makes a sentence in which the cabinet commits itself a commitment.

    Args:
        sentence: the sentence, cleaned.
        said_on: the day on which it was said or written; times without a year are counted from it.
        sentence_motions: ids of the motions that it names, in order.
        house: the chamber that `uw Kamer` is.

    >>> commitment("Uw Kamer ontvangt uiterlijk 1 maart 2023 een brief.", said_on=None).deadline
    datetime.date(2023, 3, 1)
    """
    kinds = {row.soort for row in cues(sentence)}
    kind: CommitmentKind = (
        "promise_to_house" if "promise_to_house" in kinds else "ongoing_effort" if "ongoing_effort" in kinds else "policy_intention"
    )
    deadline = deadlines.find(sentence, said_on)
    return Commitment(
        kind=kind,
        to=_recipient(sentence, house) if kind == "promise_to_house" else None,
        deadline_text=deadline.text if deadline else None,
        deadline=deadline.last if deadline else None,
        motion=sentence_motions[0] if sentence_motions else None,
        fulfils=recalled(sentence) if "fulfils" in kinds else None,
    )


def _recipient(sentence: str, house: str) -> str:
    member = TO_MEMBER.search(sentence)
    if member:
        return person_id(member["name"])
    if re.search(r"\bEerste Kamer\b", sentence):
        return EERSTE_KAMER
    return TWEEDE_KAMER if re.search(r"\bTweede Kamer\b", sentence) else house


def recalled(sentence: str) -> str | None:
    """Return the words by which a sentence recalls an earlier promise, request or motion.

    >>> recalled("Zoals toegezegd tijdens het debat van 3 mei stuur ik uw Kamer een overzicht.")
    'Zoals toegezegd tijdens het debat van 3 mei'
    """
    if not any(row.soort == "fulfils" for row in cues(sentence)):
        return None
    found = RECALLED.search(sentence)
    return " ".join((found[0] if found else sentence).split())


def listed(paper: Paper) -> tuple[Sentence, ...]:
    """Return the items of a printed list of promises: `Dan noteer ik de volgende toezeggingen.` and what follows.

    They are the cabinet's promises, though the chair reads them out.
    """
    items: list[Sentence] = []
    for block in paper.blocks:
        in_list = bool(block.heading and ANNOUNCED.search(block.heading))
        for sentence in block.sentences:
            if ITEM.match(sentence.text) and in_list:
                items.append(sentence)
            else:
                in_list = bool(ANNOUNCED.search(sentence.text))
    return tuple(items)


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A sentence that says it keeps an earlier promise or carries out a motion; what it keeps, where that can be shown."""

    paper: str
    sentence: int
    start: int
    end: int
    text: str
    recalls: str  # its words for what it keeps
    by: Literal["motion", "meeting"] | None  # what shows it; None for a reference without a match
    motion: str | None
    meeting: Date | None  # the day on which the promise was made, as the sentence or its footnote says
    commitments: tuple[str, ...]  # claims whose promise it keeps


@dataclass(frozen=True, slots=True)
class _Promise:
    paper: Paper
    claim: Claim
    motions: frozenset[str]


def fulfilments(analyses: Iterable[Analysis]) -> tuple[Fulfilment, ...]:
    """Return the sentences that say they keep an earlier promise, in the order of papers and text.

    A promise counts as kept when an earlier paper's commitment bears the same motion, or was made in a debate on the
    day that is named and shares enough content words. All else is listed without a match.
    """
    read = tuple(analyses)
    merged = motions.merge(citation for analysis in read for citation in motions.citations(analysis)).ids
    promises = [
        _Promise(analysis.paper, claim, _motions(claim.start, claim.end, analysis, merged) | _numbered(claim.commitment))
        for analysis in read
        for claim in analysis.claims
        if claim.commitment
    ]
    return tuple(found for analysis in read for found in _in_paper(analysis, promises, merged))


def _numbered(commitment: Commitment) -> frozenset[str]:
    """Return the motion that a commitment bears, where that is known by its Kamerstuk and not by its proposer's name alone."""
    return frozenset({commitment.motion} if commitment.motion and commitment.motion.startswith("kst-") else ())


def _in_paper(analysis: Analysis, promises: Sequence[_Promise], merged: Mapping[tuple[str, int], str]) -> Iterator[Fulfilment]:
    paper = analysis.paper
    for block in paper.blocks:
        if block.speaker != CABINET or block.kind in ("heading", "front"):
            continue
        for sentence in block.sentences:
            if recalls := recalled(sentence.text):
                yield _match(paper, sentence, recalls, _motions(sentence.start, sentence.end, analysis, merged), promises)


def _motions(start: int, end: int, analysis: Analysis, merged: Mapping[tuple[str, int], str]) -> frozenset[str]:
    """Return the motions that a stretch of text names, by the ids that they have over all papers."""
    places = [(analysis.paper.id, m.start) for m in analysis.mentions if m.label == "MOTION" and start <= m.start < end]
    return frozenset(merged[place] for place in places if place in merged)


def _match(paper: Paper, sentence: Sentence, recalls: str, named: frozenset[str], promises: Sequence[_Promise]) -> Fulfilment:
    notes = " ".join(paper.blocks[note].text for note in sentence.footnotes)
    text = f"{sentence.text} {notes}"
    meeting = _held_on(text, paper.date)
    earlier = [promise for promise in promises if promise.paper.id != paper.id and _before(promise.paper, paper)]
    by_motion = [promise.claim.id for promise in earlier if named & promise.motions]
    by_meeting = [p.claim.id for p in earlier if meeting and meeting == (p.paper.held or p.paper.date) and _alike(text, p.claim.text)]
    return Fulfilment(
        paper=paper.id,
        sentence=sentence.index,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        recalls=recalls,
        by="motion" if by_motion else "meeting" if by_meeting else None,
        motion=min(named, default=None),
        meeting=meeting,
        commitments=tuple(by_motion or by_meeting),
    )


def _before(there: Paper, here: Paper) -> bool:
    said, kept = there.held or there.date, here.date
    return said is None or kept is None or said <= kept


def _held_on(text: str, reference: Date | None) -> Date | None:
    """Return the day of the debate that a text names, as in `het commissiedebat van 22 maart`."""
    return next((span.first for span in dates.find(text, reference) if span.exact and HELD_ON.search(text[: span.at])), None)


def _alike(one: str, other: str) -> bool:
    ours, theirs = _content(one), _content(other)
    shared = len(ours & theirs)
    return shared >= SHARED_WORDS and shared >= SHARED_PART * min(len(ours), len(theirs))


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d]+", text.lower()) if len(word) >= LONG) - _formulas()


@lru_cache
def _formulas() -> frozenset[str]:
    """Return the stems that promises share whatever they promise: those of the cues themselves."""
    words = (word for row in table(CommitmentCue) for pattern in row.patronen for word in re.findall(r"[^\W\d]+", pattern))
    return frozenset(word[:STEM] for word in words) | frozenset(month[:STEM] for month in dates.MONTHS)
