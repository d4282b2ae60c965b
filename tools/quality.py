"""Measures the extraction, keeps the figures, and writes them into README.md and docs/quality.md.

    python tools/quality.py

README.md gets the table between its two `quality` marks; docs/quality.md gets every label and relation of every set with the
baselines, and the patterns of error that cost most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from standpunt.evaluate import Evaluation, GoldSet, evaluate, save
from standpunt.evaluate.errors import ErrorGroup, groups
from standpunt.evaluate.scoring import Outcome, Part, by_name, macro, micro

ROOT = Path(__file__).resolve().parent.parent
README, PAGE = ROOT / "README.md", ROOT / "docs" / "quality.md"
TABLE = re.compile(r"(?<=<!-- quality -->\n).*?(?=<!-- /quality -->)", re.DOTALL)
SETS = {
    "corpus": "parts of three papers of `data/corpus`; the rules were developed on them",
    "written": "seven invented papers of other dossiers; likewise",
    "heldback/a": "six invented papers whose errors are read late",
    "heldback/b": "six invented papers, scored only",
    "heldback/c": "six more, scored only, in wording as varied as the language allows",
    "usual": "6,193 invented sentences in the constructions of real papers and at their frequency; developed on",
    "heldback/usual": "4,050 more, scored only",
    "passages": "2,600 invented sentences, in wording as varied; developed on",
    "heldback/passages": "1,700 more, scored only",
}
INTRODUCTION = """Written by `make quality`, which measures with `standpunt evaluate`. What the labels and relations mean stands in
[`data/gold/ANNOTATION.md`](../data/gold/ANNOTATION.md), where the papers come from in [`data/gold`](../data/gold/README.md)."""
MEASURED: tuple[Part, ...] = ("entities", "claims")
WORST = 20


def summary(measured: Evaluation) -> str:
    """Return the table of README.md: a row a set."""
    head = ("papers", "entities", "linking", "claims: precision", "recall", "F1", "macro F1", "about", "claims, speaker only")
    rows = [head, ("---",) * len(head)]
    for gold_set in _in_order(measured):
        claims = micro(by_name(gold_set.outcomes, "claims").values())
        guessed = micro(by_name(gold_set.baselines["speaker only"], "claims").values())
        figures = gold_set.figures()
        cells = [f"{figures[name]:.2f}" if name in figures else "" for name in ("entities", "linking")]
        cells += [f"{claims.precision:.2f}", f"{claims.recall:.2f}", f"**{figures['claims']:.2f}**", f"{figures['claims macro']:.2f}"]
        cells += [f"{figures['about']:.2f}" if "about" in figures else "", f"{guessed.f1:.2f}"]
        rows.append((f"{SETS[gold_set.name]} (`{gold_set.name}`)", *cells))
    return _table(rows)


def page(measured: Evaluation) -> str:
    """Return docs/quality.md."""
    parts = [
        "# How right the extraction is",
        INTRODUCTION,
        "## The worst patterns of error",
        "Over all sets, the most frequent first. Examples are from what was developed on; of held-back papers only the number is told.",
        _worst(measured),
    ]
    for gold_set in _in_order(measured):
        parts.append(f"## {gold_set.name}: {SETS[gold_set.name]}")
        parts += [_per_name(gold_set, part) for part in MEASURED if by_name(gold_set.outcomes, part)]
        others = {name: value for name, value in gold_set.figures().items() if name.split()[0] not in MEASURED}
        if others:
            parts.append(" · ".join(f"{name} {value:.3f}" for name, value in others.items()))
    return "\n\n".join(parts) + "\n"


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Errors of one kind over all sets."""

    part: Part
    name: str
    problem: str
    known: tuple[Outcome, ...]  # from what was developed on
    held_back: int


def _worst(measured: Evaluation) -> str:
    rows: list[Sequence[str]] = [("what", "problem", "developed on", "held back", "for instance"), ("---",) * 5]
    for pattern in sorted(_patterns(measured), key=lambda pattern: -(len(pattern.known) + pattern.held_back))[:WORST]:
        example = pattern.known[0] if pattern.known else None
        told = f"«{_short(example.sentence)}»" if example else ""
        rows.append((f"{pattern.part}: {pattern.name}", pattern.problem, str(len(pattern.known)), str(pattern.held_back), told))
    return _table(rows)


def _patterns(measured: Evaluation) -> Iterator[_Pattern]:
    found: dict[tuple[Part, str, str], list[tuple[GoldSet, ErrorGroup]]] = {}
    for gold_set in measured.sets:
        for group in groups(gold_set.outcomes):
            found.setdefault((group.part, group.name, group.problem), []).append((gold_set, group))
    for (part, name, problem), members in found.items():
        known = [error for gold_set, group in members if gold_set.developed_on for error in _errors(group)]
        held_back = sum(len(_errors(group)) for gold_set, group in members if not gold_set.developed_on)
        yield _Pattern(part, name, problem, tuple(known), held_back)


def _errors(group: ErrorGroup) -> tuple[Outcome, ...]:
    """Return the errors of a group, each once: a miss and the false alarm in its place are one."""
    return group.misses or group.false_alarms


def _per_name(gold_set: GoldSet, part: Part) -> str:
    counts = by_name(gold_set.outcomes, part)
    guesses = {name: by_name(outcomes, part) for name, outcomes in gold_set.baselines.items()}
    rows: list[Sequence[str]] = [(part, "precision", "recall", "F1", "found", "false", "missed", *guesses), ("---",) * (7 + len(guesses))]
    for name, each in (*counts.items(), ("micro", micro(counts.values()))):
        guessed = [micro(guess.values()) if name == "micro" else guess.get(name) for guess in guesses.values()]
        cells = (f"{each.precision:.3f}", f"{each.recall:.3f}", f"{each.f1:.3f}", str(each.tp), str(each.fp), str(each.fn))
        rows.append((name, *cells, *(f"{guess.f1:.3f}" if guess else "" for guess in guessed)))
    means = (f"{macro(list(guess.values())):.3f}" for guess in guesses.values())
    rows.append(("macro", "", "", f"{macro(list(counts.values())):.3f}", "", "", "", *means))
    return _table(rows)


def _in_order(measured: Evaluation) -> list[GoldSet]:
    return sorted(measured.sets, key=lambda gold_set: list(SETS).index(gold_set.name))


def _table(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)


def _short(sentence: str, most: int = 160) -> str:
    return sentence if len(sentence) <= most else sentence[:most].rsplit(" ", 1)[0] + " …"


def main() -> None:
    """Measure, keep, write."""
    measured = evaluate()
    save(measured)
    README.write_text(TABLE.sub(lambda _: summary(measured) + "\n", README.read_text(encoding="utf-8")), encoding="utf-8")
    PAGE.write_text(page(measured), encoding="utf-8")


if __name__ == "__main__":
    main()
