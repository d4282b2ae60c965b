"""How right the extraction is: gold files against what the pipeline finds, next to two baselines.

`evaluate()` measures; `GoldSet` holds the outcomes of one set of gold files and counts them per label, relation and
rule; `errors.groups` lists what went wrong. Figures are kept in data/gold/scores.json, and the measured precision of each
rule in data/knowledge/rule_confidence.csv, from where it becomes the confidence of claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from standpunt import resources
from standpunt.evaluate import baselines, facts, scoring
from standpunt.evaluate.judging import PASSAGES, GoldMissing, Judged, judge
from standpunt.evaluate.keeping import dropped, save
from standpunt.evaluate.scoring import Counts, Outcome, Part, by_name, figure, macro, micro
from standpunt.interchange import Record
from standpunt.model import Paper

__all__ = ["Evaluation", "GoldMissing", "GoldSet", "RuleCount", "dropped", "evaluate", "gold_files", "save"]

MEANS = ("claims", "status")  # parts whose mean over relations or statuses is kept too


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
    sets: dict[Path, list[Judged]] = {}
    for path in progress(gold_files(paths)):
        sets.setdefault(path.parent, []).append(judge(path))
    return Evaluation(tuple(_gold_set(_set_name(folder), judged) for folder, judged in sets.items()))


def _set_name(folder: Path) -> str:
    """Return `corpus` for data/gold itself, `written` or `heldback/a` for what lies below it, else the folder's name."""
    ours = resources.path("data", "gold")
    below = folder.resolve()
    return below.relative_to(ours).as_posix().replace(".", "corpus") if below.is_relative_to(ours) else below.name


def _gold_set(name: str, judged: Sequence[Judged]) -> GoldSet:
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
