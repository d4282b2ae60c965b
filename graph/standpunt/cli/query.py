"""`standpunt query`: a saved question, or one of your own, put to a graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli.output import AsCsv, AsJson, AsMarkdown, AsTable, GraphLocation, chosen, print_rows

if TYPE_CHECKING:
    from standpunt.query import SavedQuery

EXAMPLES = (
    "standpunt query --list",
    "standpunt query standpunten-over-onderwerp -p onderwerp=navo-lidmaatschap-oekraine --markdown",
    "standpunt query -q 'SELECT ?paper { ?paper a sp:Paper }' --csv",
)
SECONDS = 60.0  # a question that takes longer is stopped


def names(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the saved queries whose names begin so, for tab completion."""
    from standpunt.query import saved

    return ((query.name, query.question) for query in saved() if query.name.startswith(incomplete))


def query(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME|FILE.rq", autocompletion=names, help="A saved query, or a file.", show_default=False)
    ] = None,
    text: Annotated[str | None, typer.Option("-q", "--query", metavar="SPARQL", help="A query of your own.", show_default=False)] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; may be given more than once.", show_default=False),
    ] = None,
    graph: GraphLocation = "standpunt.graph",
    list_: Annotated[bool, typer.Option("--list", "-l", help="List the saved queries.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Show no more rows than this.", show_default=False)] = None,
    table: AsTable = False,
    csv: AsCsv = False,
    json: AsJson = False,
    markdown: AsMarkdown = False,
) -> None:
    """Ask a graph a saved question, or one of your own."""
    form = chosen(table=table, csv=csv, json=json, markdown=markdown)
    from standpunt.query import find, parse_head, run, saved, undated, unplaced
    from standpunt.store import open_store

    if list_:
        print_rows(("name", "question", "parameters"), [_described(each) for each in saved()], form)
        return
    if (name is None) == (text is None):
        raise typer.BadParameter("name a saved query or a file, or give a query of your own with -q; --list shows what is saved")
    values = _values(param or ())
    asked = parse_head(text, "query") if text is not None else _asked(name or "")
    store = open_store(graph)
    try:
        result = run(store, asked, seconds=SECONDS, limit=limit, **values)
        question = find(asked) if isinstance(asked, str) else asked
        dateless, placeless = undated(store, question, values), unplaced(store, question, values)
    finally:
        store.close()
    print_rows(result.columns, result.rows, form)
    if not result.rows:
        typer.echo("No rows: nothing in the graph fits this question.", err=True)
    if dateless:
        left = f"{_few(dateless)} {'has' if len(dateless) == 1 else 'have'}"
        typer.echo(f"Left out: {left} no date. Give it in the column 'date' of a sources.csv beside the paper, and build again.", err=True)
    if placeless:
        told = "no paper of half a year before or after tells of which one faction somebody who signed it is a member"
        typer.echo(f"May be left out: {_few(placeless)}, as {told} (standpunt query moties-van).", err=True)
    if result.truncated:
        typer.echo(f"There are more than {limit} rows.", err=True)


def _few(papers: Sequence[str]) -> str:
    """Return papers by their ids; of many, how many there are and the first three."""
    return papers[0] if len(papers) == 1 else f"{len(papers)} papers ({', '.join(papers[:3])}{', …' * (len(papers) > 3)})"


def _described(query: SavedQuery) -> tuple[str, str, str]:
    parameters = (f"{each.name}={each.default or '…'}" if each.required or each.default else f"[{each.name}]" for each in query.parameters)
    return query.name, query.question, " ".join(parameters)


def _asked(name: str) -> str | SavedQuery:
    """Return the query in a file; any other name is that of a saved one."""
    from standpunt.query import parse_head

    path = Path(name)
    if path.suffix != ".rq":
        return name
    if not path.is_file():
        raise typer.BadParameter(f"{path}: no such file")
    return parse_head(path.read_text(encoding="utf-8"), path.stem)


def _values(given: Sequence[str]) -> dict[str, str | list[str]]:
    """Return the parameters; one that is given more than once has several values, any of which may match."""
    values: dict[str, list[str]] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{each!r}: a parameter is written NAME=VALUE")
        values.setdefault(name, []).append(value)
    return {name: several[0] if len(several) == 1 else several for name, several in values.items()}
