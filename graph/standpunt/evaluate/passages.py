"""Annotated passages (data/gold/passages/*.jsonl) → outcomes: many sentences of many subjects, without a paper around them.

A line with `passage` begins one: who speaks (`speaker`: faction, member, cabinet or motion; `name` as printed), in what kind of
paper, about what. Each further line is a sentence with its claims: relation → the words that carry it. `supports@cabinet` is a
claim of somebody else than the speaker: `@faction`, `@country`, `@org`, `@person`; `@other` stands for holders that standpunt
does not know (unions, towns) and is not scored. `optional` lists relations on which two careful readers could differ.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args

from standpunt.errors import StandpuntError
from standpunt.evaluate.scoring import Outcome
from standpunt.interchange import ClaimRecord, Record
from standpunt.model import CABINET, Block, BlockKind, OffsetMap, Paper, PaperKind, Relation, Sentence, Source
from standpunt.structure.factions import factions

Voice = Literal["faction", "member", "cabinet", "motion"]

RELATIONS: Final = frozenset(get_args(Relation))
BLOCKS: Final[Mapping[Voice, BlockKind]] = {"faction": "questions", "member": "speech", "cabinet": "body", "motion": "motion"}
#: How the id of a holder begins that is written `@cabinet`, `@faction` and so on.
HOLDERS: Final = {"cabinet": CABINET, "faction": "faction/", "country": "country/", "org": "org/", "person": "person/"}
UNKNOWN_HOLDER: Final = "other"
MOVER: Final = "person/indiener"  # who moves a motion whose proposer's faction isn't named


class MalformedPassage(StandpuntError):
    """A line of a passages file does not follow the format."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim that a careful reader finds: `holder` is `speaker` or one of `HOLDERS`."""

    relation: str
    holder: str
    cue: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with its claims; predictions of a relation in `optional` are neither rewarded nor punished."""

    text: str
    wanted: tuple[Wanted, ...]
    optional: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """What one speaker says in a row."""

    number: int
    kind: PaperKind
    voice: Voice
    name: str
    sentences: tuple[Labelled, ...]

    @property
    def speaker(self) -> str:
        """The id of who speaks."""
        if self.voice == "cabinet":
            return CABINET
        in_brackets = self.name[self.name.rfind("(") + 1 : -1] if self.name.endswith(")") else ""
        named = factions(in_brackets) or factions(self.name)
        return named[0] if named else MOVER


def read(path: Path) -> list[Passage]:
    """Return the passages of a file.

    Raises:
        MalformedPassage: a line is no JSON or lacks what the format asks for.
    """
    passages: list[tuple[Mapping[str, Any], list[Labelled]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path.name}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise MalformedPassage(f"{where}: not JSON: {error}") from None
        if "passage" in row:
            passages.append((row, []))
        elif not passages:
            raise MalformedPassage(f"{where}: a sentence before the first line with `passage`")
        else:
            passages[-1][1].append(_labelled(row, where))
    return [Passage(head["passage"], head["kind"], head["speaker"], head["name"], tuple(sentences)) for head, sentences in passages]


def _labelled(row: Mapping[str, Any], where: str) -> Labelled:
    wanted = []
    for key, cue in row["claims"].items():
        relation, _, holder = key.partition("@")
        if relation not in RELATIONS or (holder and holder not in HOLDERS and holder != UNKNOWN_HOLDER):
            raise MalformedPassage(
                f"{where}: {key!r} is no claim; allowed: {', '.join(sorted(RELATIONS))}, alone or with "
                + ", ".join(f"@{kind}" for kind in (*HOLDERS, UNKNOWN_HOLDER))
            )
        missing = [piece for piece in cue.split(" … ") if piece not in row["sentence"]]
        if missing:
            raise MalformedPassage(f"{where}: the words {missing[0]!r} of the cue do not stand in the sentence")
        wanted.append(Wanted(relation, holder or "speaker", cue))
    return Labelled(row["sentence"], tuple(wanted), frozenset(key.partition("@")[0] for key in row.get("optional", ())))


def paper(passage: Passage, name: str) -> Paper:
    """Return a paper of one block that holds a passage."""
    sentences, at = [], 0
    for index, labelled in enumerate(passage.sentences):
        to = at + len(labelled.text)
        sentences.append(Sentence(index, 0, at, to, at, to, labelled.text))
        at = to + 1
    text = " ".join(labelled.text for labelled in passage.sentences)
    block = Block(
        index=0,
        kind=BLOCKS[passage.voice],
        speaker=passage.speaker,
        text=text,
        offsets=OffsetMap((0,), (0,)),
        start=0,
        end=len(text),
        sentences=tuple(sentences),
        heading=passage.name if passage.voice == "faction" else None,
    )
    source = Source(f"{name}-{passage.number}", text, hashlib.sha256(text.encode()).hexdigest(), "text/plain")
    return Paper(source.name, passage.kind, source, (block,))


def score(path: Path, read_paper: Callable[[Paper], Record]) -> Iterator[Outcome]:
    """Yield the outcome of every claim of the passages in a file, wanted or given; `read_paper` gives what is found in a paper.

    Raises:
        MalformedPassage: a line is no JSON or lacks what the format asks for.
    """
    for passage in read(path):
        one = paper(passage, path.stem)
        claims = read_paper(one).claims
        for sentence, labelled in zip(one.sentences, passage.sentences, strict=True):
            given = [claim for claim in claims if claim.start == sentence.start]
            yield from _score_sentence(
                Outcome("claims", "", "found", sentence.start, sentence.end, sentence.text, paper=one.id, sentence=sentence.text),
                labelled,
                given,
                passage.speaker,
            )


def _score_sentence(place: Outcome, labelled: Labelled, given: Sequence[ClaimRecord], speaker: str) -> Iterator[Outcome]:
    """Yield the outcomes of one sentence; `place` says where it stands."""
    left = list(given)
    for wanted in labelled.wanted:
        claim = next((claim for claim in left if claim.relation == wanted.relation and _holds(wanted.holder, claim.holder, speaker)), None)
        if claim:
            left.remove(claim)
        if wanted.relation in labelled.optional or wanted.holder == UNKNOWN_HOLDER:
            continue
        holder = speaker if wanted.holder == "speaker" else HOLDERS[wanted.holder]
        if claim:
            yield replace(place, name=wanted.relation, wanted=holder, given=claim.holder, rule=claim.rule, cue=claim.cue)
        else:
            yield replace(place, name=wanted.relation, verdict="missed", wanted=holder, cue=wanted.cue)
    for claim in left:
        if claim.relation not in labelled.optional and not _is_coordinated(claim, labelled, speaker):
            yield replace(place, name=claim.relation, verdict="false", given=claim.holder, rule=claim.rule, cue=claim.cue)


def _is_coordinated(claim: ClaimRecord, labelled: Labelled, speaker: str) -> bool:
    """Tell whether a claim is the second of two holders whom one label covers: `Spanje en Ierland zijn tegen` is `opposes@country`."""
    return any(claim.relation == wanted.relation and _holds(wanted.holder, claim.holder, speaker) for wanted in labelled.wanted)


def _holds(wanted: str, holder: str, speaker: str) -> bool:
    """Tell whether a holder is the one wanted: the speaker, or somebody of a kind who is not the speaker."""
    if wanted == "speaker":
        return holder == speaker
    return holder != speaker and wanted in HOLDERS and holder.startswith(HOLDERS[wanted])


def gold(path: Path) -> Record:
    """Return the claims that the speakers of a file make, without saying where: enough to tell which are usual."""
    claims = (
        ClaimRecord(0, 0, labelled.text, passage.speaker, wanted.relation)
        for passage in read(path)
        for labelled in passage.sentences
        for wanted in labelled.wanted
        if wanted.holder == "speaker"
    )
    return Record(path.name, 0, claims=tuple(claims))
