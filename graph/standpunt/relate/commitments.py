"""Promises that can be kept track of: of what kind, to whom, by when, about which motion; and papers that keep them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache
from typing import Final

from standpunt.annotate import dates
from standpunt.knowledge import CommitmentCue, table
from standpunt.model import CABINET, EERSTE_KAMER, TWEEDE_KAMER, Commitment, CommitmentKind, Paper, Recall, Sentence, Shown
from standpunt.relate import deadlines
from standpunt.relate.phrasebook import Phrasebook, words_of
from standpunt.structure import names

#: `zeg ik het lid Van Dorsten toe`, `(toezegging aan de heer Oosterling, NSC)`, `zegt mevrouw Aksoy toe`.
TO_MEMBER: Final = re.compile(
    r"(?:toezegging(?:\s+gedaan)?\s+aan|\bzeg(?:t|de)?(?:\s+(?:ik|wij))?)\s+(?:de\s+heer|mevrouw|het\s+lid|(?:de\s+)?collega)\s+"
    rf"(?P<name>{names.SURNAME})"
)
#: `Aan het lid Yilmaz (D66) is toegezegd`, `heb ik de heer Van Loon toegezegd`.
PROMISED_TO_MEMBER: Final = re.compile(
    rf"(?:\b(?:de\s+heer|mevrouw|het\s+lid)|\bcollega)\s+(?P<name>{names.SURNAME})"
    r"(?:\s+\([^)]{1,40}\))?(?:\s+(?:is|werd|heb|heeft))?(?:\s+(?:ik|door\s+mij|het\s+kabinet))?\s+toegezegd\b"
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
#: `NZa`, `KDW`, `BIJ12`.
ABBREVIATION: Final = re.compile(r"\b(?:[A-Z]\w*[A-Z]|[A-Z]{2,})\w*\b")


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
    member = TO_MEMBER.search(sentence) or PROMISED_TO_MEMBER.search(sentence)
    if member:
        return names.bearer(member["name"])
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


def recalls(paper: Paper) -> tuple[Recall, ...]:
    """Return the sentences in which the cabinet says that it keeps an earlier promise, or does what a motion asks."""
    return tuple(
        Recall(sentence.index, block.index, words)
        for block in paper.blocks
        if block.speaker == CABINET and block.kind not in ("heading", "front")
        for sentence in block.sentences
        if (words := recalled(sentence.text))
    )


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise of the cabinet, as far as it matters to whether a later paper keeps it."""

    commitment: str
    paper: str
    said_on: Date | None
    text: str
    motions: frozenset[str] = frozenset()  # by the ids that they have over all papers


@dataclass(frozen=True, slots=True)
class Recalled:
    """A sentence that recalls an earlier promise, with all by which that may be known."""

    paper: str
    written_on: Date | None
    text: str  # with its footnotes
    motions: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()  # that it cites

    @property
    def debate(self) -> Date | None:
        """The day of the debate that it names."""
        return _held_on(self.text, self.written_on)


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What a sentence that recalls a promise keeps, and what shows it; nothing where none can be shown."""

    by: Shown | None
    commitments: tuple[str, ...]


def fulfilment(recall: Recalled, promises: Iterable[Promise]) -> Fulfilment:
    """Return which of some promises a sentence keeps.

    A promise counts as kept where an earlier paper makes it and both name the same motion; or where the sentence names the debate or the
    paper in which it was made, and the two share enough content words. Without a day on either side nothing shows which came first.
    """
    earlier = [promise for promise in promises if promise.paper != recall.paper and _is_before(promise.said_on, recall.written_on)]
    by_motion = [promise for promise in earlier if promise.motions & recall.motions]
    alike = [promise for promise in earlier if _alike(recall.text, promise.text)]
    debate = recall.debate
    shown: tuple[tuple[Shown, list[Promise]], ...] = (
        ("motion", by_motion),
        ("debate", [promise for promise in alike if debate and promise.said_on == debate]),
        ("paper", [promise for promise in alike if promise.paper in recall.papers]),
    )
    by, kept = next(((by, kept) for by, kept in shown if kept), (None, []))
    return Fulfilment(by, tuple(sorted({promise.commitment for promise in kept})))


def _is_before(said: Date | None, kept: Date | None) -> bool:
    return said is not None and kept is not None and said <= kept


def _held_on(text: str, reference: Date | None) -> Date | None:
    """Return the day of the debate that a text names, as in `het commissiedebat van 22 maart`."""
    return next((span.first for span in dates.find(text, reference) if span.exact and HELD_ON.search(text[: span.at])), None)


def _alike(one: str, other: str) -> bool:
    ours, theirs = _content(one), _content(other)
    shared = len(ours & theirs)
    return shared >= SHARED_WORDS and shared >= SHARED_PART * min(len(ours), len(theirs))


def shared(one: str, other: str) -> int:
    """Return how many content words two sentences share; names in capitals, such as `NZa`, count too."""
    names, theirs = (frozenset(ABBREVIATION.findall(text)) for text in (one, other))
    return len(_content(one) & _content(other)) + len(names & theirs)


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d]+", text.lower()) if len(word) >= LONG) - _formulas()


@lru_cache
def _formulas() -> frozenset[str]:
    """Return the stems that promises share whatever they promise: those of the cues themselves."""
    words = (word for row in table(CommitmentCue) for pattern in row.patronen for word in re.findall(r"[^\W\d]+", pattern))
    return frozenset(word[:STEM] for word in words) | frozenset(month[:STEM] for month in dates.MONTHS)
