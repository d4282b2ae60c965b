"""`standpunt check`: validates knowledge files, ontology, examples and a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from standpunt.cli.output import AsCsv, AsJson, AsTable, Format, chosen, print_rows

EXAMPLES = ("standpunt check", "standpunt check --graph standpunt.graph", "standpunt check data/corpus")


def check(
    papers: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Tell which noun phrases of these papers no topic covers.", show_default=False),
    ] = None,
    graph: Annotated[
        Path | None, typer.Option("--graph", "-g", metavar="DIR|URL", help="Check this graph too.", show_default=False)
    ] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    table: AsTable = False,
) -> None:
    """Validate knowledge files, ontology and a graph.

    A graph is held against its shapes and the check queries. Warnings, and what no topic covers, are told; the exit code stays 0.
    """
    form = chosen(json=json, csv=csv, table=table)
    from standpunt.checks import check as examine
    from standpunt.checks import uncovered

    findings = list(examine(graph))
    errors = sum(finding.severity == "error" for finding in findings)
    phrases = uncovered(papers) if papers else []
    if form is Format.TABLE:
        for finding in findings:
            typer.echo(str(finding))
        for phrase, count in phrases:
            typer.echo(f"no topic: {phrase} ({count} sentences)")
        typer.echo(f"{errors} errors, {len(findings) - errors} warnings" if findings else "All is well.", err=bool(errors))
    else:
        rows: list[tuple[str, str, str, str]] = [(finding.what, finding.severity, finding.where, finding.problem) for finding in findings]
        rows += [("no topic", "", f"{count} sentences", phrase) for phrase, count in phrases]
        print_rows(("what", "severity", "where", "problem"), rows, form)
    if errors:
        raise typer.Exit(1)
