"""A graph for other tools: RDF, networks, tables, and a description of the data set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from standpunt.errors import ExportError
from standpunt.export import describe, jsonld, networks, rdf, tabular
from standpunt.graph import Graph

__all__ = ["FORMATS", "export"]

#: Writes a graph to a file or folder, with or without evidence.
Writer: TypeAlias = Callable[[Graph, Path, bool], None]

#: What a graph can be written as. `csv` and `parquet` fill a folder, the others write one file.
FORMATS: Final[Mapping[str, Writer]] = {
    "nquads": rdf.write_nquads,
    "trig": rdf.write_trig,
    "turtle": rdf.write_turtle,
    "jsonld": jsonld.write,
    "graphml": networks.write_graphml,
    "gexf": networks.write_gexf,
    "csv": tabular.write_csv,
    "parquet": tabular.write_parquet,
    "void": describe.write,
}


def export(graph: Graph, form: str, out: Path | str, *, evidence: bool = True) -> None:
    """Write a graph to a file, or as tables to a folder.

    A file appears under its name when it is whole; what stood there before is replaced.

    >>> export(standpunt.open("standpunt.graph"), "csv", "tables")  # doctest: +SKIP

    Args:
        graph: the graph, open for reading.
        form: one of `FORMATS`.
        out: the file; for `csv` and `parquet` the folder.
        evidence: with the sentences, offsets, mentions and rules; without them the facts remain.

    Raises:
        ExportError: the format is unknown, the file can't be written, or a library that the format needs is missing.
    """
    if form not in FORMATS:
        raise ExportError(f"{form!r} is no format; formats are {', '.join(FORMATS)}")
    try:
        FORMATS[form](graph, Path(out), evidence)
    except OSError as error:
        if isinstance(error, FileExistsError) and Path(out).is_file():
            raise ExportError(f"{out} is a file, and {form} writes several; name a folder, or one that is to be made") from error
        raise ExportError(f"{out} can't be written: {error.strerror or error}") from error
