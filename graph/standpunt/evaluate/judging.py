"""One gold file against what the pipeline makes of its paper or passages."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from standpunt import resources
from standpunt.build import analyse, analyse_paper
from standpunt.errors import StandpuntError, UnknownKind, UnreadablePaper
from standpunt.evaluate import facts, passages, scoring
from standpunt.evaluate.scoring import Outcome
from standpunt.interchange import Record, loads, record
from standpunt.model import Analysis, Paper

PASSAGES = ".jsonl"  # files of passages without a paper around them


class GoldMissing(StandpuntError):
    """There is no gold file here, or the paper that it is about can't be found."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold file: the outcomes of the pipeline on it, and a way to have others guess."""

    name: str
    gold: Record
    outcomes: tuple[Outcome, ...]
    guessed: Callable[[Callable[[Paper], Record]], Iterable[Outcome]]  # outcomes of whoever reads a paper so
    problem: str | None = None


def judge(gold_file: Path) -> Judged:
    """Return what the pipeline makes of one gold file.

    Raises:
        GoldMissing: its paper can't be found.
    """
    return _judge_passages(gold_file) if gold_file.suffix == PASSAGES else _judge_paper(gold_file)


def _judge_passages(path: Path) -> Judged:
    outcomes = tuple(passages.score(path, lambda paper: record(analyse_paper(paper))))
    return Judged(path.stem, passages.gold(path), outcomes, lambda reader: passages.score(path, reader))


def _judge_paper(gold_file: Path) -> Judged:
    gold = loads(gold_file.read_text(encoding="utf-8"), gold_file.name)
    try:
        analysis = analyse(_source_of(gold_file, gold))
    except (UnreadablePaper, UnknownKind) as error:
        nothing = Record(gold.source, gold.length)
        outcomes = tuple(_score(gold_file, gold, nothing, None))
        return Judged(gold_file.stem, gold, outcomes, lambda _: scoring.score(gold, nothing), str(error))
    outcomes = tuple(_score(gold_file, gold, record(analysis), analysis))
    return Judged(gold_file.stem, gold, outcomes, lambda reader: scoring.score(gold, reader(analysis.paper)))


def _source_of(gold_file: Path, gold: Record) -> Path:
    for folder in (gold_file.parent, resources.path("data", "corpus")):
        if (folder / gold.source).exists():
            return folder / gold.source
    raise GoldMissing(f"{gold_file.name} is about {gold.source}, which lies neither beside it nor in data/corpus")


def _score(gold_file: Path, gold: Record, given: Record, analysis: Analysis | None) -> Iterator[Outcome]:
    for outcome in (*scoring.score(gold, given), *facts.score(gold_file, given)):
        yield dataclasses.replace(outcome, paper=gold_file.stem, sentence=_sentence(outcome, analysis.paper if analysis else None))


def _sentence(outcome: Outcome, paper: Paper | None) -> str:
    """Return the sentence around an entity; a claim's words are its sentence."""
    around = (sentence.text for sentence in (paper.sentences if paper else ()) if sentence.start <= outcome.start < sentence.end)
    return next(around, outcome.text) if outcome.part in ("entities", "linking") else outcome.text
