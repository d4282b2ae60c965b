"""`standpunt view`: an interactive picture of a graph, as one file that opens without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from standpunt.cli.output import AsCsv, AsJson, AsTable, GraphLocation, chosen, counted, print_rows

EXAMPLES = ("standpunt view", "standpunt view toezeggingen --out toezeggingen.html", "standpunt view --list")


def names(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the views whose names begin so, for tab completion."""
    from standpunt.view.look import read_look

    return ((name, title.nl) for name, title in read_look().titles.items() if name.startswith(incomplete))


def view(
    name: Annotated[str, typer.Argument(metavar="NAME", autocompletion=names, help="Which view.")] = "overzicht",
    graph: GraphLocation = "standpunt.graph",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE.html", help="The file; by default views/NAME.html in the graph.", show_default=False),
    ] = None,
    most: Annotated[
        int | None, typer.Option("--most", min=2, metavar="N", help="Show so many nodes at most, the strongest.", show_default=False)
    ] = None,
    list_: Annotated[bool, typer.Option("--list", "-l", help="List the views.")] = False,
    table: AsTable = False,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Write an interactive view: one HTML file that opens without a network."""
    form = chosen(table=table, csv=csv, json=json)
    from standpunt.view.look import read_look

    if list_:
        print_rows(("name", "question", "what"), [(key, title.nl, title.lead_nl) for key, title in read_look().titles.items()], form)
        return
    from standpunt.store import open_store
    from standpunt.view import MOST, write

    file = out or (Path(f"{name}.html") if "://" in graph else Path(graph) / "views" / f"{name}.html")
    store = open_store(graph)
    try:
        shown = write(store, file, name, most=most)
    finally:
        store.close()
    drawn, size = shown.network, file.stat().st_size / 1_000_000
    nodes, lines = counted(len(drawn.nodes), "nodes"), counted(len(drawn.edges), "lines")
    typer.echo(f"{file}: {nodes}, {lines} with their quotations, {size:.1f} MB. Open it in a browser.")
    if drawn.left_out:
        kinds = read_look().kinds
        left_out = ", ".join(counted(number, kinds[kind].en[1]) for kind, number in drawn.left_out.items())
        typer.echo(f"The strongest are shown; left out: {left_out}. More of them: --most {len(drawn.nodes) + sum(drawn.left_out.values())}")
    if len(drawn.nodes) > MOST:
        typer.echo(f"standpunt: more than {MOST:,} nodes make a browser slow", err=True)
