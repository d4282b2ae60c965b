"""`standpunt evaluate`: how right the extraction is, against gold files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from standpunt.cli.output import AsCsv, AsJson, AsTable, Cell, Format, chosen, console, print_json, print_rows
from standpunt.cli.progress import track

if TYPE_CHECKING:
    from standpunt.evaluate import GoldSet, RuleCount
    from standpunt.evaluate.errors import ErrorGroup
    from standpunt.evaluate.scoring import Counts, Outcome, Part

EXAMPLES = ("standpunt evaluate", "standpunt evaluate data/gold/kst-28676-384.json --errors")

SHOWN: tuple[Part, ...] = ("entities", "claims")  # with a row per label or relation and the baselines beside them
LISTED = 12  # errors of one group that are written out


def evaluate(
    gold: Annotated[
        list[Path] | None, typer.Argument(help="Gold files or folders; without any: all of data/gold.", show_default=False)
    ] = None,
    errors: Annotated[
        bool,
        typer.Option(
            "--errors",
            help="List every miss and false alarm, those first that would gain most; held-back gold only where it alone is named.",
        ),
    ] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Show how often each rule is right.")] = False,
    save: Annotated[bool, typer.Option("--save", help="Keep the figures, and give the rules their measured confidence.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="With --errors: write out every error of a group.")] = False,
    json: AsJson = False,
    csv: AsCsv = False,
    table: AsTable = False,
) -> None:
    """Measure how right the extraction is.

    Precision, recall and F1 per label and relation against gold files, next to two baselines.
    """
    form = chosen(json=json, csv=csv, table=table)
    if errors and rules:
        raise typer.BadParameter("choose --errors or --rules")
    if save and gold:
        raise typer.BadParameter("--save keeps the figures of all gold files; leave the paths out")
    from standpunt.evaluate import evaluate as measure
    from standpunt.evaluate import save as keep

    measured = measure(gold or (), progress=lambda files: track(files, "Measuring"))
    if errors:
        held_back = gold is not None and all("heldback" in path.resolve().parts for path in gold)  # alone, not by a folder above or a *
        readable = [gold_set for gold_set in measured.sets if held_back or gold_set.developed_on]
        _print_errors(readable, form, LISTED if not everything else None)
    elif rules:
        _print_rules(measured.rules(), form)
    elif form is Format.TABLE:
        for gold_set in measured.sets:
            _print_set(gold_set)
    elif form is Format.CSV:
        columns = ("set", "part", "name", "precision", "recall", "f1", "tp", "fp", "fn")
        print_rows(columns, [row for gold_set in measured.sets for row in _rows(gold_set)], form)
    else:
        print_json({gold_set.name: _data(gold_set) for gold_set in measured.sets})
    for gold_set in measured.sets:
        for problem in gold_set.problems:
            typer.echo(f"{gold_set.name}: not read, so all of it counts as missed: {problem}", err=True)
    if save:
        for path in keep(measured):
            typer.echo(f"written: {path}", err=True)
    if any(gold_set.problems for gold_set in measured.sets):
        raise typer.Exit(1)


def _print_set(gold_set: GoldSet) -> None:
    """Print a table per part, then the figures that are one number."""
    from standpunt.evaluate.scoring import SHARES, by_name, macro, micro

    out = console()
    out.print(f"\n[bold]{gold_set.name}[/bold]: {len(gold_set.papers)} files", markup=True)
    for part in SHOWN:
        counts = by_name(gold_set.outcomes, part)
        if not counts:
            continue  # passages carry claims alone
        guesses = {name: by_name(outcomes, part) for name, outcomes in gold_set.baselines.items()}
        guesses = {name: guess for name, guess in guesses.items() if any(each.tp for each in guess.values())}
        table = Table(title_justify="left")
        for column in (part, "precision", "recall", "F1", "found", "false", "missed", *(f"{name} F1" for name in guesses)):
            table.add_column(column, justify="left" if column == part else "right")
        for name, each in counts.items():
            table.add_row(name, *_cells(each), *(_number(guess[name].f1) if name in guess else "" for guess in guesses.values()))
        table.add_section()
        total = micro(counts.values())
        table.add_row("micro", *_cells(total), *(_number(micro(guess.values()).f1) for guess in guesses.values()), style="bold")
        means = [macro(list(guess.values())) for guess in guesses.values()]
        table.add_row("macro", "", "", _number(macro(list(counts.values()))), "", "", "", *map(_number, means), style="bold")
        out.print(table)
    for name, value in gold_set.figures().items():
        if name.split()[0] not in SHOWN:
            what = "right" if name in SHARES else "macro F1" if name.endswith("macro") else "F1"
            out.print(f"  {name.removesuffix(' macro'):<10} {what:<8} {_number(value)}", markup=False)


def _cells(counts: Counts) -> tuple[str, ...]:
    return _number(counts.precision), _number(counts.recall), _number(counts.f1), str(counts.tp), str(counts.fp), str(counts.fn)


def _number(value: float) -> str:
    return f"{value:.3f}"


def _rows(gold_set: GoldSet) -> Iterator[tuple[Cell, ...]]:
    from standpunt.evaluate.scoring import by_name, micro

    for part in dict.fromkeys(outcome.part for outcome in gold_set.outcomes):
        counts = by_name(gold_set.outcomes, part)
        for name, each in (*counts.items(), ("micro", micro(counts.values()))):
            figures = (round(figure, 4) for figure in (each.precision, each.recall, each.f1))
            yield gold_set.name, part, name, *figures, each.tp, each.fp, each.fn


def _data(gold_set: GoldSet) -> dict[str, Any]:
    from standpunt.evaluate.scoring import by_name, micro

    columns = ("precision", "recall", "f1", "tp", "fp", "fn")
    data: dict[str, Any] = {"papers": gold_set.papers, "figures": gold_set.figures(), "problems": gold_set.problems, "parts": {}}
    for _, part, name, *cells in _rows(gold_set):
        data["parts"].setdefault(part, {})[name] = dict(zip(columns, cells, strict=True))
    data["baselines"] = {
        name: {part: round(micro(by_name(outcomes, part).values()).f1, 4) for part in SHOWN}
        for name, outcomes in gold_set.baselines.items()
    }
    return data


def _print_rules(rules: Sequence[RuleCount], form: Format) -> None:
    columns = ("part", "rule", "precision", "at least", "right", "wrong")
    rows = [
        (rule.part, rule.rule, round(rule.counts.precision, 4), round(rule.counts.lower_bound, 4), rule.counts.tp, rule.counts.fp)
        for rule in rules
    ]
    print_rows(columns, rows, form)


def _print_errors(sets: Sequence[GoldSet], form: Format, limit: int | None) -> None:
    from standpunt.evaluate.errors import groups

    found = [(gold_set.name, group) for gold_set in sets for group in groups(gold_set.outcomes)]
    if form is not Format.TABLE:
        columns = ("set", "part", "name", "problem", "gain", "verdict", "wanted", "given", "rule", "cue", "paper", "text", "zin")
        print_rows(columns, [row for name, group in found for row in _error_rows(name, group)], form)
        return
    out = console()
    for name, group in found:
        number = max(len(group.misses), len(group.false_alarms))
        out.print(f"\n[bold]{name} · {group.part} · {group.name}: {group.problem}[/bold] ({number}, gain {100 * group.gain:.2f} points)")
        errors = (*group.misses, *group.false_alarms)
        for error in errors[:limit]:
            out.print(_error_line(error), soft_wrap=True)
        if limit is not None and len(errors) > limit:
            out.print(f"  … and {len(errors) - limit} more (--all)")


def _error_rows(name: str, group: ErrorGroup) -> Iterator[tuple[Cell, ...]]:
    for error in (*group.misses, *group.false_alarms):
        head = (name, group.part, group.name, group.problem, round(group.gain, 5), error.verdict)
        yield *head, error.wanted, error.given, error.rule, error.cue, error.paper, error.text, error.sentence


def _error_line(error: Outcome) -> Text:
    line = Text(f"  {'miss ' if error.verdict == 'missed' else 'false'} ", style="yellow" if error.verdict == "missed" else "red")
    value = f"{error.wanted or '–'} → {error.given or '–'}" if error.wanted != error.given else error.wanted
    rule = f" [{error.rule}{f': {error.cue}' if error.cue else ''}]" if error.rule else ""
    words = f" «{error.text}»" if error.text != error.sentence else ""
    line.append(f"{error.paper}@{error.start} {error.name} {value}{rule}{words}", style="default")
    line.append(f"\n        {error.sentence}", style="dim")
    return line
