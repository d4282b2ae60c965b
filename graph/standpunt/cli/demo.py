"""`standpunt demo`: the graph of the sample papers, and what was found in them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from standpunt.cli.build import run_build
from standpunt.cli.output import print_rows

if TYPE_CHECKING:
    from standpunt.graph import Graph

EXAMPLES = ("standpunt demo",)
ROWS = 8  # of each table


@dataclass(frozen=True, slots=True)
class Shown:
    """A saved query, and which of its columns fit beside a quotation."""

    title: str
    query: str
    columns: tuple[str, ...]
    params: Mapping[str, Any] = field(default_factory=dict)
    one_for_each: tuple[str, ...] = ()  # of several rows alike in these columns, only the first is shown


TABLES = (
    Shown(
        "Who stands where on Ukraine's membership of NATO",
        "standpunten-over-onderwerp",
        ("houder", "standpunt", "citaat", "stuk"),
        {"onderwerp": "navo-lidmaatschap-oekraine"},
        one_for_each=("houder", "standpunt"),
    ),
    Shown("What the cabinet promised", "toezeggingen", ("soort", "citaat", "termijn", "stuk")),
    Shown("Questions that it declined to answer", "niet-beantwoorde-vragen", ("vragers", "uitkomst", "reden", "citaat", "stuk", "nummer")),
)


def demo(
    graph: Annotated[Path, typer.Option("--graph", "-g", metavar="DIR", help="Where the graph is built.")] = Path("standpunt.graph"),
) -> None:
    """Show what is found in five sample papers about NATO and Ukraine."""
    report = run_build(None, graph)
    from standpunt.graph import Graph
    from standpunt.view import write as write_view

    with Graph(graph) as found:
        typer.echo(f"{len(report.papers)} papers read in {report.seconds:.1f} seconds:")
        for ident, title in found.papers()[["id", "title"]].itertuples(index=False):
            typer.echo(f"  {ident}  {title}")
        typer.echo(f"\n{report.totals['exchanges']} questions with their answers")
        typer.echo(f"{report.totals['entities']} entities: {_counted(_mentions(found))}")
        typer.echo(f"{report.totals['claims']} claims: {_counted(_relations(found))}")
        for shown in TABLES:
            _print_table(found, shown, graph)
        picture = graph / "views" / "overzicht.html"
        write_view(found.store, picture)
    typer.echo(f"\nWho stands where, as a picture to click through: {picture.resolve().as_uri()}")
    _print_next(graph)
    if report.failed:
        for outcome in report.failed:
            typer.echo(f"not built: {outcome.reason}", err=True)
        raise typer.Exit(1)


def _mentions(graph: Graph) -> dict[str, int]:
    rows = graph.query("SELECT ?class (COUNT(?it) AS ?number) { ?it a sp:Mention ; sp:entityClass ?class } GROUP BY ?class").rows
    return {str(name).removeprefix("sp:").lower(): int(number or 0) for name, number in rows}


def _relations(graph: Graph) -> dict[str, int]:
    return {str(name): int(number) for name, number in graph.claims()["relation"].value_counts().items()}


def _counted(numbers: Mapping[str, int]) -> str:
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number} {name}" for name, number in ordered)


def _print_table(graph: Graph, shown: Shown, location: Path) -> None:
    result = graph.query(shown.query, **shown.params)
    rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    if shown.one_for_each:
        rows = list({tuple(row[column] for column in shown.one_for_each): row for row in reversed(rows)}.values())[::-1]
    rows = rows[:ROWS]
    typer.echo()
    print_rows(shown.columns, [[row[column] for column in shown.columns] for row in rows], title=shown.title)
    given = "".join(f" -p {name}={value}" for name, value in shown.params.items())
    typer.echo(f"{len(rows)} of {len(result.rows)}; all of them: {_program()} query {shown.query}{given}{_option(location)} --markdown")


def _print_next(graph: Path) -> None:
    typer.echo(f"\nThe graph is in {graph}. What to try next:")
    location = _option(graph)
    for command in (
        "standpunt query --list",
        f"standpunt query niet-beantwoorde-vragen -p wie=Volt{location} --markdown",
        f"standpunt view toezeggingen{location}",
        f"standpunt explain kst-28676-384/answer/12{location}",
        "standpunt evaluate",
    ):
        typer.echo(f"  {command.replace('standpunt', _program(), 1)}")


def _program() -> str:
    """Return how this program is called from here: by its name where the shell finds it, else by its path."""
    called = Path(sys.argv[0])
    return "standpunt" if shutil.which("standpunt") or called.name != "standpunt" else os.path.relpath(called)


def _option(graph: Path) -> str:
    return "" if graph == Path("standpunt.graph") else f" --graph {graph}"
