"""`standpunt export`: a graph for other tools."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from standpunt.cli.output import GraphLocation

EXAMPLES = (
    "standpunt export --format turtle --out standpunt.ttl",
    "standpunt export --format csv --out tabellen --without-evidence",
    "standpunt export --format graphml --out netwerk.graphml",
)


class ExportFormat(StrEnum):
    """What a graph can be written as; the same as `standpunt.export.FORMATS`, which a test holds to."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    PARQUET = "parquet"
    VOID = "void"


def export(
    format_: Annotated[ExportFormat, typer.Option("--format", "-f", help="What to write; void describes the data set.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE|DIR", help="The file; for csv and parquet the folder.")],
    graph: GraphLocation = "standpunt.graph",
    without_evidence: Annotated[
        bool, typer.Option("--without-evidence", help="Leave out sentences, offsets, mentions and rules; the facts remain.")
    ] = False,
) -> None:
    """Write a graph for other tools: RDF, networks, tables."""
    import standpunt
    from standpunt.export import export as write

    with standpunt.open(graph) as opened:
        write(opened, format_.value, out, evidence=not without_evidence)
    for path in _written(out):
        typer.echo(f"{path}: {path.stat().st_size / 1_000_000:.2f} MB")


def _written(out: Path) -> Iterator[Path]:
    yield from sorted(out.iterdir()) if out.is_dir() else [out]
