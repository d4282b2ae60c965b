"""What of a measurement is kept: its figures, and how far each rule can be trusted."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from standpunt import resources
from standpunt.knowledge import RuleConfidence

if TYPE_CHECKING:
    from standpunt.evaluate import Evaluation, RuleCount

FEWEST_CASES = 5  # a rule seen less often gets no confidence
DROP = 0.005  # half a point; a figure that falls by more is a fault


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
