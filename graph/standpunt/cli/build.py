"""`standpunt build`: papers → graph directory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli.output import AsJson, counted
from standpunt.cli.progress import Bar
from standpunt.cli.review import tell

if TYPE_CHECKING:
    from standpunt.build import Report

ONLY_TEXT = "only .txt and .md are read. Save a paper in another form as plain text."
EXAMPLES = ("standpunt build", "standpunt build data/corpus --graph standpunt.graph")


def build(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files, folders and globs; without any: the sample corpus.", show_default=False)
    ] = None,
    graph: Annotated[Path, typer.Option("--graph", "-g", metavar="DIR", help="The graph directory; made when it doesn't exist.")] = Path(
        "standpunt.graph"
    ),
    prune: Annotated[bool, typer.Option("--prune", help="Remove papers that the paths no longer hold.")] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Processes; as many as there are processors when left out.", show_default=False)
    ] = None,
    json: AsJson = False,
) -> None:
    """Build a graph from papers, or bring it up to date.

    Unchanged papers are skipped, changed ones replaced. A paper that can't be read is told, with the reason, and the rest goes on.
    """
    report = run_build(paths, graph, prune=prune, workers=workers)
    if json:
        typer.echo(report.as_json(), nl=False)
    else:
        _print(report)
    if report.failed:
        raise typer.Exit(1)


def run_build(paths: Sequence[str] | None, graph: Path, *, prune: bool = False, workers: int | None = None) -> Report:
    """Build while a bar shows how far it got."""
    from standpunt.build import build as run

    bar = Bar("Reading papers")
    try:
        return run(paths, graph, prune=prune, workers=workers, progress=bar)
    finally:
        bar.close()


def _print(report: Report) -> None:
    for outcome in report.papers:
        for warning in outcome.warnings:
            typer.echo(f"{outcome.file}: {warning}", err=True)
        if outcome.status == "skipped" and outcome.reason != "unchanged":
            typer.echo(f"{outcome.file}: {outcome.reason}; taken once", err=True)
    for outcome in report.failed:
        typer.echo(f"not built: {outcome.reason}", err=True)
    if report.passed_over:
        typer.echo(f"passed over: {_passed_over([Path(file) for file in report.passed_over])}", err=True)
    done = {"built": "built", "skipped": "unchanged", "removed": "removed", "failed": "not built"}
    told = [f"{len(report.of(status))} {words}" for status, words in done.items() if report.of(status)]  # type: ignore[arg-type]
    typer.echo(f"{', '.join(told)}, in {report.seconds:.1f} seconds")
    totals = ", ".join(counted(number, what) for what, number in report.totals.items())
    typer.echo(f"{report.graph} holds {totals}")
    tell(report.reviews)


def _passed_over(files: Sequence[Path]) -> str:
    """Say in a line which files are not read, and why."""
    from standpunt.build.files import is_beside_papers

    beside = sorted({path.name for path in files if is_beside_papers(path)})
    others = [path for path in files if not is_beside_papers(path)]
    told = [f"{', '.join(beside)} (by its name no paper: name the file itself to have it read)"] if beside else []
    if others:
        told.append(f"{counted(len(others), 'files')} ({', '.join(sorted({path.suffix for path in others}))}); {ONLY_TEXT}")
    return ", ".join(told)
