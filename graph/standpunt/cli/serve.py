"""`standpunt serve`: a graph on the web, for reading."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from standpunt.errors import StandpuntError

EXAMPLES = ("standpunt serve", "standpunt serve --graph standpunt.graph --port 8080")


def serve(
    graph: Annotated[Path, typer.Option("--graph", "-g", metavar="DIR", help="The graph directory.")] = Path("standpunt.graph"),
    port: Annotated[int, typer.Option("--port", min=1, max=65_535, help="The port to listen at.")] = 8000,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen at; others than this machine's own open it to others.")
    ] = "127.0.0.1",
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="How long a query may take.")] = 30.0,
    rows: Annotated[int, typer.Option("--rows", min=1, help="How many rows or triples an answer has at most.")] = 10_000,
) -> None:
    """Serve pages and a read-only SPARQL endpoint, on this machine."""
    try:
        import uvicorn

        from standpunt.web import Limits, make_app
    except ImportError as error:
        raise StandpuntError(f"{error.name} is not installed; the web server needs: pip install 'standpunt[web]'") from error
    app = make_app(graph, Limits(seconds=seconds, rows=rows))
    typer.echo(f"{graph} on http://{f'[{host}]' if ':' in host else host}:{port}/ and for SPARQL at /sparql; end with Ctrl-C")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
