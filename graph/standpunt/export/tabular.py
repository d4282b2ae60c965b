"""CSV and Parquet: a folder of tables, with a Data Package that tells what the columns hold and a description of the data set."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

from pyoxigraph import BlankNode

from standpunt import query
from standpunt.errors import ExportError
from standpunt.export import describe
from standpunt.export.files import whole
from standpunt.export.tables import TABLES, Column, Table
from standpunt.graph import Graph
from standpunt.store import Rows, Store, Term, select

Cell: TypeAlias = str | int | float | Date | list[str] | None
Row: TypeAlias = tuple[Cell, ...]
T = TypeVar("T")

SEPARATOR: Final = " | "  # between the items of a list in a CSV cell; no id holds it
_BATCH: Final = 50  # papers or topics that are asked for at once
_ROW_GROUP: Final = 10_000


def write_csv(graph: Graph, folder: Path, evidence: bool) -> None:
    """Write the tables as CSV: UTF-8, commas, lists with ` | ` between their items."""
    written = [(table, _write_csv(rows(graph.store, table, evidence), table, folder, evidence)) for table in _kept(evidence)]
    _write_package(graph, folder, "csv", written, evidence)


def write_parquet(graph: Graph, folder: Path, evidence: bool) -> None:
    """Write the tables as Parquet, typed; lists are lists."""
    try:
        import pyarrow.parquet  # noqa: F401  # before anything is written
    except ImportError:
        raise ExportError("Parquet needs pyarrow; install it with: pip install 'standpunt[tables]'") from None
    written = [(table, _write_parquet(rows(graph.store, table, evidence), table, folder, evidence)) for table in _kept(evidence)]
    _write_package(graph, folder, "parquet", written, evidence)


def columns(table: Table, evidence: bool) -> tuple[Column, ...]:
    """Return the columns of a table, with or without evidence."""
    return tuple(column for column in table.columns if evidence or not column.evidence)


def rows(store: Store, table: Table, evidence: bool) -> Iterator[Row]:
    """Yield the rows of a table, batch by batch."""
    wanted = columns(table, evidence)
    for batch in _batched((part for (part,) in _answer(store, table.parts).rows if part is not None), _BATCH):
        answer = _answer(store, table.query, part=batch)
        found = list(answer.rows)
        things = [row[0] for row in found if row[0] is not None]
        lists = {column.name: _items(store, column, things) for column in wanted if column.property}
        for row in found:
            cells = dict(zip(answer.columns, row, strict=True))
            yield tuple(lists[each.name].get(row[0], []) if each.property else _cell(cells[each.name], each) for each in wanted)


def _batched(things: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    rest = iter(things)
    while batch := tuple(islice(rest, size)):
        yield batch


def _kept(evidence: bool) -> Iterator[Table]:
    return (table for table in TABLES if evidence or not table.evidence)


def _items(store: Store, column: Column, things: Sequence[Term]) -> dict[Term | None, list[str]]:
    """Return the items of a list column for each of some things: ids in order, texts as they follow each other in the paper."""
    if not things:
        return {}
    first, _, text = column.property.partition("/")
    if text:  # blocks may repeat a text, and each counts
        select = f"SELECT ?thing ?item {{ VALUES ?thing {{ UNDEF }} ?thing {first} ?b . ?b {text} ?item ; sp:index ?i }} ORDER BY ?thing ?i"
    else:
        select = f"SELECT DISTINCT ?thing ?item {{ VALUES ?thing {{ UNDEF }} ?thing {first} ?item }} ORDER BY ?thing ?item"
    items: dict[Term | None, list[str]] = defaultdict(list)
    for thing, item in _answer(store, select, thing=things).rows:
        items[thing].append(str(_cell(item, column)))
    return items


def _cell(term: Term | None, column: Column) -> Cell:
    value = query.cell(term)
    if isinstance(value, str) and column.names and not isinstance(term, BlankNode):
        return column.names.get(value, value)
    if isinstance(value, str) and column.type == "date":
        return Date.fromisoformat(value)
    return value


def _answer(store: Store, text: str, **bindings: Sequence[Term]) -> Rows:
    return select(store, text, bindings)


def _write_csv(found: Iterable[Row], table: Table, folder: Path, evidence: bool) -> int:
    number = 0
    with whole(folder / f"{table.name}.csv") as part, part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(column.name for column in columns(table, evidence))
        for number, row in enumerate(found, start=1):  # noqa: B007  # the last number is how many there are
            writer.writerow(SEPARATOR.join(cell) if isinstance(cell, list) else cell for cell in row)
    return number


def _write_parquet(found: Iterable[Row], table: Table, folder: Path, evidence: bool) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32(), "list": pa.list_(pa.string())}
    wanted = columns(table, evidence)
    schema = pa.schema([pa.field(each.name, types[each.type], metadata={"description": each.description}) for each in wanted])
    number = 0
    with whole(folder / f"{table.name}.parquet") as part, pq.ParquetWriter(part, schema) as writer:
        for group in _batched(found, _ROW_GROUP):
            number += len(group)
            cells = zip(*group, strict=True)
            writer.write_table(pa.table([pa.array(each, type) for each, type in zip(cells, schema.types, strict=True)], schema=schema))
    return number


def _write_package(graph: Graph, folder: Path, form: str, written: Sequence[tuple[Table, int]], evidence: bool) -> None:
    """Write what tells of the tables: `datapackage.json` and `dataset.ttl`."""
    known = {table.name for table, _ in written}
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "standpunt",
        "title": describe.TITLE_EN,
        "description": describe.DESCRIPTION_EN,
        "resources": [_resource(table, form, number, evidence, known) for table, number in written],
    }
    with whole(folder / "datapackage.json") as part:
        part.write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    files = {f"{table.name}.{form}": table.description for table, _ in written}
    with whole(folder / "dataset.ttl") as part:
        describe.write_with(graph, part, files)


def _resource(table: Table, form: str, number: int, evidence: bool, known: set[str]) -> dict[str, Any]:
    path = f"{table.name}.{form}"
    wanted = columns(table, evidence)
    links = (
        {"fields": [each.name], "reference": {"resource": each.of, "fields": ["id"]}}
        for each in wanted
        if each.type != "list" and each.of in known
    )
    schema = {"fields": [_field(each, form) for each in wanted], "primaryKey": ["id"], "foreignKeys": list(links)}
    media = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}[form]
    told = {"name": table.name, "path": path, "description": table.description, "format": form, "mediatype": media, "encoding": "utf-8"}
    return {"type": "table", **told, "rowCount": number, "schema": schema}


def _field(column: Column, form: str) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.type == "list":
        told |= {"itemType": "string"} | ({"delimiter": SEPARATOR} if form == "csv" else {})
    if column.name == "id":
        told["constraints"] = {"required": True, "unique": True}
    elif column.names and column.type != "list":
        told["constraints"] = {"enum": sorted(set(column.names.values()))}
    return told
