"""Rows of the knowledge files that the code knows by their id are there: a row that is renamed would silently lose its exception."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from standpunt import resources

CODE = resources.PACKAGE
MODULES = sorted(path for step in ("structure", "annotate", "relate") for path in (CODE / step).glob("*.py"))
#: `motie-verzoekt`, and `eigen-` for all ids that begin so.
HYPHENED = re.compile(r"[a-z]{2,}(?:-[a-z]{2,})+|[a-z]{3,}-")


#: Ids of papers, half a word, a rule that is code and has no row, and what a cue of answers may do.
OTHERS = {"kst-", "ah-tk", "text-", "kabinetten-", "ja-op-verzoek", "weet-niet"}


@cache
def knowledge_files() -> tuple[Path, ...]:
    return tuple(sorted(resources.path("data", "knowledge").rglob("*.csv")))


@cache
def ids() -> frozenset[str]:
    found: set[str] = set()
    for path in knowledge_files():
        with path.open(encoding="utf-8", newline="") as file:
            found |= {row["id"] for row in csv.DictReader(file) if row.get("id")}
    return frozenset(found)


@cache
def words() -> frozenset[str]:
    return frozenset(word for path in knowledge_files() for word in re.findall(r"[\w-]+", path.read_text(encoding="utf-8")))


def texts(node: ast.expr, module: ModuleType) -> Iterator[str]:
    """Yield the strings that an expression may be: a string, several of them, or a constant of the module."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Set(elts=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from texts(part, module)
        case ast.Name(id=name) if name.isupper():
            value = getattr(module, name)
            yield from [value] if isinstance(value, str) else (each for each in value if isinstance(each, str))


def compared(tree: ast.Module, module: ModuleType) -> Iterator[str]:
    """Yield what the id of a row is held against: `hit.cue.id in DICTA`, `row.id == "bezit"`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            ends = [node.left, *node.comparators]
            if any(isinstance(end, ast.Attribute) and end.attr == "id" and _is_row(end.value) for end in ends):
                for end in ends:
                    yield from texts(end, module)


def _is_row(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in ("cue", "row")


def lacking(named: Iterable[str]) -> set[str]:
    return {
        name
        for name in set(named) - OTHERS
        if not (any(each.startswith(name) for each in ids()) if name.endswith("-") else name in ids() | words())
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_rows_that_the_code_knows_by_their_id_exist(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = import_module(".".join(("standpunt", *path.relative_to(CODE).with_suffix("").parts)).removesuffix(".__init__"))
    held_against = set(compared(tree, module))
    assert held_against - ids() == set()
    literals = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert lacking(text for text in literals if HYPHENED.fullmatch(text)) == set()


def test_the_ids_that_the_code_knows_are_found() -> None:
    """Else a change of the code's shape would leave nothing to check."""
    found: set[str] = set()
    for path in MODULES:
        module = import_module(".".join(("standpunt", *path.relative_to(CODE).with_suffix("").parts)).removesuffix(".__init__"))
        found |= set(compared(ast.parse(path.read_text(encoding="utf-8")), module))
    assert {"motie-verzoekt", "bezit", "wat-betreft", "moet", "willen-iets"} <= found
