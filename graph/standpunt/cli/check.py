"""`standpunt check`: validates knowledge files, ontology, examples and a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from standpunt.cli.output import AsCsv, AsJson, AsTable, Format, chosen, print_rows

EXAMPLES = ("standpunt check", "standpunt check --graph standpunt.graph")


def check(
    graph: Annotated[
        Path | None, typer.Option("--graph", "-g", metavar="DIR|URL", help="Check this graph too.", show_default=False)
    ] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    table: AsTable = False,
) -> None:
    """Validate knowledge files, ontology and a graph.

    A graph is held against its shapes and the check queries.
    """
    form = chosen(json=json, csv=csv, table=table)
    from standpunt.checks import check as examine

    findings = list(examine(graph))
    if form is Format.TABLE:
        for finding in findings:
            typer.echo(str(finding))
        typer.echo(f"{len(findings)} findings" if findings else "All is well.", err=bool(findings))
    else:
        print_rows(("what", "where", "problem"), [(finding.what, finding.where, finding.problem) for finding in findings], form)
    if findings:
        raise typer.Exit(1)
