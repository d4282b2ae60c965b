"""Rows as a table, CSV, JSON or Markdown with quotations: the same switches for every command that prints rows."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

Cell = str | int | float | None
Row = Sequence[Cell]

AsTable = Annotated[bool, typer.Option("--table", help="Rows as a table (the default).", rich_help_panel="Output")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Rows as CSV.", rich_help_panel="Output")]
AsJson = Annotated[bool, typer.Option("--json", help="Rows as JSON.", rich_help_panel="Output")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Rows as Markdown, with the quotations.", rich_help_panel="Output")]
GraphLocation = Annotated[
    str, typer.Option("--graph", "-g", metavar="DIR|URL", help="The graph directory, or the address of a SPARQL server.")
]

PIPE_WIDTH = 160  # of a table that is not written to a terminal
#: Columns that hold running text: quoted in Markdown, and given the room in a table.
QUOTED = frozenset({"citaat", "citaat_ander", "vraag", "antwoord", "vraagt", "zin", "voorbeeldzin"})


class Format(Enum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


def chosen(*, table: bool = False, csv: bool = False, json: bool = False, markdown: bool = False) -> Format:
    """Return the format whose switch was given.

    Raises:
        BadParameter: more than one was given.
    """
    given = [Format(name) for name, wanted in {"table": table, "csv": csv, "json": json, "markdown": markdown}.items() if wanted]
    if len(given) > 1:
        raise typer.BadParameter(f"choose one of {', '.join(f'--{each.value}' for each in given)}")
    return given[0] if given else Format.TABLE


def console(*, err: bool = False) -> Console:
    """Return a console; what goes into a pipe gets a fixed width."""
    terminal = (sys.stderr if err else sys.stdout).isatty()
    return Console(stderr=err, width=None if terminal or "COLUMNS" in os.environ else PIPE_WIDTH, highlight=False, soft_wrap=False)


def counted(number: int, what: str) -> str:
    """Return "1 paper" or "2 papers"; what is counted is given in the plural."""
    one = what.removesuffix("ies") + "y" if what.endswith("ies") else what.removesuffix("s")
    return f"{number} {one if number == 1 else what}"


def print_rows(columns: Sequence[str], rows: Iterable[Row], form: Format = Format.TABLE, *, title: str | None = None) -> None:
    """Print rows in the chosen format."""
    write = {Format.TABLE: _table, Format.CSV: _csv, Format.JSON: _json, Format.MARKDOWN: _markdown}[form]
    write(columns, rows, title)


def print_json(data: Mapping[str, Any] | Sequence[Any]) -> None:
    """Print data as JSON."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=1))


def _table(columns: Sequence[str], rows: Iterable[Row], title: str | None) -> None:
    table = Table(title=title, title_justify="left", title_style="bold")
    rows = list(rows)
    for index, column in enumerate(columns):
        numeric = all(isinstance(row[index], int | float) or row[index] is None for row in rows) and bool(rows)
        table.add_column(column, overflow="fold", justify="right" if numeric else "left", ratio=3 if column in QUOTED else None)
    for row in rows:
        table.add_row(*(Text(_text(cell)) for cell in row))
    console().print(table)


def _csv(columns: Sequence[str], rows: Iterable[Row], title: str | None) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _json(columns: Sequence[str], rows: Iterable[Row], title: str | None) -> None:
    print_json([dict(zip(columns, row, strict=True)) for row in rows])


def _markdown(columns: Sequence[str], rows: Iterable[Row], title: str | None) -> None:
    """Print a row as a line of its facts, with what was said below it as a quotation."""
    if title:
        typer.echo(f"## {title}\n")
    for row in rows:
        cells = {column: cell for column, cell in zip(columns, row, strict=True) if cell not in (None, "")}
        quotations = {column: cell for column, cell in cells.items() if column in QUOTED and isinstance(cell, str)}
        facts = " · ".join(f"{column}: **{_text(cell)}**" for column, cell in cells.items() if column not in quotations)
        quoted = ("  > " + cell.strip().replace("\n", "\n  > ") for cell in quotations.values())
        typer.echo("\n\n".join([f"- {facts}", *quoted]) + "\n")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)
