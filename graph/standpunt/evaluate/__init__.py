"""How right the extraction is: gold files against what the pipeline finds, next to two baselines.

`evaluate()` measures; `GoldSet` holds the outcomes of one set of gold files and counts them per label, relation and
rule; `errors.groups` lists what went wrong. Figures are kept in data/gold/scores.json, and the measured precision of each
rule in data/knowledge/rule_confidence.csv, from where it becomes the confidence of claims.
"""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from standpunt import resources
from standpunt.build import analyse, analyse_paper
from standpunt.errors import StandpuntError, UnknownKind, UnreadablePaper
from standpunt.evaluate import baselines, facts, passages, scoring
from standpunt.evaluate.scoring import Counts, Outcome, Part, by_name, figure, macro, micro
from standpunt.interchange import Record, loads, record
from standpunt.knowledge import RuleConfidence
from standpunt.model import Analysis, Paper

__all__ = ["Evaluation", "GoldMissing", "GoldSet", "RuleCount", "dropped", "evaluate", "gold_files", "save"]

PASSAGES = ".jsonl"  # files of passages without a paper around them
FEWEST_CASES = 5  # a rule seen less often gets no confidence
MEANS = ("claims", "status")  # parts whose mean over relations or statuses is kept too
DROP = 0.005  # half a point; a figure that falls by more is a fault


class GoldMissing(StandpuntError):
    """There is no gold file here, or the paper that it is about can't be found."""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often one rule was right."""

    part: Part
    rule: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The outcomes on one folder of gold files, of the pipeline and of the baselines."""

    name: str
    papers: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    baselines: Mapping[str, tuple[Outcome, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()  # papers that could not be read

    def figures(self) -> dict[str, float]:
        """Return the figures that are kept, each between 0 and 1."""
        parts = {part: by_name(self.outcomes, part) for part in _parts(self.outcomes)}
        found: dict[str, float] = {part: round(figure(part, micro(counts.values())), 4) for part, counts in parts.items()}
        means = {f"{part} macro": round(macro(list(counts.values())), 4) for part, counts in parts.items() if part in MEANS}
        return found | means

    @property
    def developed_on(self) -> bool:
        """Whether its errors may be read by those who write rules."""
        return not self.name.startswith("heldback")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The sets, each measured by itself."""

    sets: tuple[GoldSet, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The pipeline's outcomes on all sets together."""
        return tuple(outcome for gold_set in self.sets for outcome in gold_set.outcomes)

    def figures(self) -> dict[str, dict[str, float]]:
        """Return the figures that are kept, per set."""
        return {gold_set.name: gold_set.figures() for gold_set in self.sets}

    def rules(self) -> list[RuleCount]:
        """Return how often each rule was right on all sets together, the most often wrong first."""
        groups: dict[tuple[Part, str], list[Outcome]] = {}
        for outcome in self.outcomes:
            if outcome.rule and outcome.part in ("entities", "claims"):
                groups.setdefault((outcome.part, outcome.rule), []).append(outcome)
        counted = [RuleCount(part, rule, scoring.count(members)) for (part, rule), members in groups.items()]
        return sorted(counted, key=lambda rule: (-rule.counts.fp, -rule.counts.tp, rule.part, rule.rule))


def gold_files(paths: Iterable[Path] = ()) -> list[Path]:
    """Return the gold files among paths and folders; without paths, all of data/gold.

    Raises:
        GoldMissing: a path does not exist, or there is no gold file at all.
    """
    found: list[Path] = []
    for path in list(paths) or [resources.path("data", "gold")]:
        if not path.exists():
            raise GoldMissing(f"{path}: no such file or folder")
        found += sorted(file for file in path.rglob("*") if file.suffix in (".json", PASSAGES)) if path.is_dir() else [path]
    found = [path for path in found if not facts.is_side_file(path)]
    if not found:
        raise GoldMissing(f"no gold files found; a gold file is a .json in the format of `standpunt annotate --json`, or a {PASSAGES}")
    return found


def evaluate(paths: Iterable[Path] = (), progress: Callable[[Sequence[Path]], Iterable[Path]] = iter) -> Evaluation:
    """Return what the pipeline makes of the papers that gold files are about; without paths, of all in data/gold.

    Files of one folder make one set. `progress` may wrap the files to show how far it got.

    >>> evaluate([resources.path("data", "gold", "brief-2022-01-20-bezoek-kiev.json")]).sets[0].papers
    ('brief-2022-01-20-bezoek-kiev',)

    Raises:
        GoldMissing: there is no gold, or its paper can't be found.
    """
    sets: dict[Path, list[_Judged]] = {}
    for path in progress(gold_files(paths)):
        sets.setdefault(path.parent, []).append(_judge(path))
    return Evaluation(tuple(_gold_set(_set_name(folder), judged) for folder, judged in sets.items()))


def dropped(kept: Mapping[str, Mapping[str, float]], measured: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return a line for each kept figure that fell by more than half a point, or is not measured any more."""
    return [
        f"{name}: {key} was {before}, is {measured.get(name, {}).get(key)}"
        for name, figures in kept.items()
        for key, before in figures.items()
        if measured.get(name, {}).get(key, 0.0) < before - DROP
    ]


def save(evaluation: Evaluation) -> tuple[Path, Path]:
    """Write the figures and the rules' confidences to where they are kept; return the two files."""
    scores = resources.path("data", "gold") / "scores.json"
    scores.write_text(json.dumps(evaluation.figures(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    confidences = resources.knowledge("rule_confidence.csv")
    with confidences.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in dataclasses.fields(RuleConfidence))
        for rule in sorted(evaluation.rules(), key=lambda rule: rule.rule):
            if rule.part == "claims":
                writer.writerow(_confidence(rule, evaluation))
    return scores, confidences


def _confidence(rule: RuleCount, evaluation: Evaluation) -> list[str]:
    cases = rule.counts.tp + rule.counts.fp
    bound = f"{rule.counts.lower_bound:.2f}" if cases >= FEWEST_CASES else ""
    sets = ", ".join(gold_set.name for gold_set in evaluation.sets)
    return [rule.rule, str(rule.counts.tp), str(rule.counts.fp), bound, f"standpunt evaluate: {sets}", ""]


@dataclass(frozen=True, slots=True)
class _Judged:
    """One gold file: the outcomes of the pipeline on it, and a way to have others guess."""

    name: str
    gold: Record
    outcomes: tuple[Outcome, ...]
    guessed: Callable[[Callable[[Paper], Record]], Iterable[Outcome]]  # outcomes of whoever reads a paper so
    problem: str | None = None


def _judge(gold_file: Path) -> _Judged:
    return _judge_passages(gold_file) if gold_file.suffix == PASSAGES else _judge_paper(gold_file)


def _judge_passages(path: Path) -> _Judged:
    outcomes = tuple(passages.score(path, lambda paper: record(analyse_paper(paper))))
    return _Judged(path.stem, passages.gold(path), outcomes, lambda reader: passages.score(path, reader))


def _judge_paper(gold_file: Path) -> _Judged:
    gold = loads(gold_file.read_text(encoding="utf-8"), gold_file.name)
    try:
        analysis = analyse(_source_of(gold_file, gold))
    except (UnreadablePaper, UnknownKind) as error:
        nothing = Record(gold.source, gold.length)
        outcomes = tuple(_score(gold_file, gold, nothing, None))
        return _Judged(gold_file.stem, gold, outcomes, lambda _: scoring.score(gold, nothing), str(error))
    outcomes = tuple(_score(gold_file, gold, record(analysis), analysis))
    return _Judged(gold_file.stem, gold, outcomes, lambda reader: scoring.score(gold, reader(analysis.paper)))


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


def _set_name(folder: Path) -> str:
    """Return `corpus` for data/gold itself, `written` or `heldback/a` for what lies below it, else the folder's name."""
    ours = resources.path("data", "gold")
    below = folder.resolve()
    return below.relative_to(ours).as_posix().replace(".", "corpus") if below.is_relative_to(ours) else below.name


def _gold_set(name: str, judged: Sequence[_Judged]) -> GoldSet:
    usual = baselines.usual_relations(each.gold for each in judged)
    guesses: dict[str, Callable[[Paper], Record]] = {
        "speaker only": baselines.speaker_only,
        "majority": lambda paper: baselines.majority(paper, usual),
    }
    return GoldSet(
        name=name,
        papers=tuple(each.name for each in judged),
        outcomes=tuple(outcome for each in judged for outcome in each.outcomes),
        baselines={name: tuple(outcome for each in judged for outcome in each.guessed(guess)) for name, guess in guesses.items()},
        problems=tuple(f"{each.name}: {each.problem}" for each in judged if each.problem),
    )


def _parts(outcomes: Sequence[Outcome]) -> list[Part]:
    return list(dict.fromkeys(outcome.part for outcome in outcomes))
