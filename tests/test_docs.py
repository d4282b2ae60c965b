"""What the documents, docstrings and examples name exists: terms, ids, saved questions, commands and their options, files."""

from __future__ import annotations

import ast
import pkgutil
import re
import shlex
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import typer.main
from pyoxigraph import NamedNode, RdfFormat, parse
from typer.testing import CliRunner

from standpunt import assemble, iri, query
from standpunt.cli import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    path
    for folder in (
        ".",
        "docs",
        "ontology",
        "data",
        "data/gold",
        "data/gold/heldback",
        "data/gold/passages",
        "data/gold/usual",
        "benchmarks",
        "notebooks",
    )
    for path in (ROOT / folder).glob("*.md")
    if path.name.isupper() or path.stem.isupper() or folder in ("docs", "benchmarks")
)
CODE = sorted((ROOT / "graph").rglob("*.py"))
ASKED = sorted((ROOT / "ontology" / "queries").rglob("*.rq"))
TURTLE = [ROOT / "ontology" / name for name in ("standpunt.ttl", "alignments.ttl", "shapes.ttl")]

#: What ids are made of that knowledge files know; persons, motions and meetings come from papers too.
KNOWN = "topic|faction|country|org|actor|rule"
AS_ID = re.compile(rf"(?<![\w/.:-])(?:id:)?(?P<kind>{KNOWN})\\?/(?!XX\b)(?P<name>[\wÀ-ž][\wÀ-ž-]*)(?![\w/.*…]|\.\w)")
AS_CURIE = re.compile(rf"(?<![\w:])(?P<kind>{KNOWN.replace('org|', '')}):(?P<name>[A-Za-zÀ-ž0-9][\wÀ-ž-]*)(?![\w-]|\.\w)")
AS_TERM = re.compile(r"(?<![\w:])sp:(?P<name>[A-Za-z]\w*)")
#: What is tried in a doctest may be made up.
DOCTEST = re.compile(r"(?m)^ *>>> .*(?:\n *\S.*)*")
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")


def prose(path: Path) -> str:
    """Return what a file tells its readers: of code its docstrings and comments, of a page all of it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return text
    docs = [ast.get_docstring(each, clean=False) or "" for each in ast.walk(ast.parse(text)) if isinstance(each, _DOCUMENTED)]
    return "\n".join([*(DOCTEST.sub("", doc) for doc in docs), *re.findall(r"(?m)#:? .*$", text)])


_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
TOLD = [*PAGES, *CODE, *ASKED, *TURTLE]


@cache
def terms() -> frozenset[str]:
    text = (ROOT / "ontology" / "standpunt.ttl").read_bytes()
    shapes = (ROOT / "ontology" / "shapes.ttl").read_bytes()
    named = {quad.subject for source in (text, shapes) for quad in parse(source, format=RdfFormat.TURTLE)}
    return frozenset(each.value.removeprefix(iri.SP) for each in named if isinstance(each, NamedNode) and each.value.startswith(iri.SP))


@cache
def ids() -> frozenset[str]:
    named = {end for quad in assemble.knowledge_quads() for end in (quad.subject, quad.object)}
    return frozenset(iri.ident(each.value) for each in named if isinstance(each, NamedNode) and each.value.startswith(iri.ID))


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TOLD, ids=names)
def test_terms_and_ids_that_are_named_exist(path: Path) -> None:
    text = prose(path)
    lacking = {f"sp:{found['name']}" for found in AS_TERM.finditer(text) if found["name"] not in terms()}
    for pattern in (AS_ID, AS_CURIE):
        lacking |= {ident for found in pattern.finditer(text) if (ident := f"{found['kind']}/{found['name']}") not in ids()}
    assert lacking == set()


def calls(path: Path) -> Iterator[str]:
    """Yield the command lines that a page shows, in blocks and in the text."""
    text = path.read_text(encoding="utf-8") if path.suffix == ".md" else prose(path)
    blocks = [line for found in FENCE.finditer(text) for line in found["code"].splitlines()]
    for line in [*blocks, *SPAN.findall(FENCE.sub("", text))]:
        if found := re.match(r"(?:\$ )?(?:\.venv/bin/)?standpunt (?P<rest>[a-z].*)", line.strip()):
            yield found["rest"].split("  #")[0]


def command(words: list[str]) -> Any:
    found: Any = typer.main.get_command(app)
    while words and (commands := getattr(found, "commands", None)):
        assert words[0] in commands, f"no command {words[0]}"
        found = commands[words.pop(0)]
    return found


@pytest.mark.parametrize("path", [*PAGES, *CODE], ids=names)
def test_commands_options_and_questions_that_are_named_exist(path: Path) -> None:
    asked = {each.name: {parameter.name for parameter in each.parameters} for each in query.saved()}
    for call in calls(path):
        words = shlex.split(call.replace("…", ""))
        found = command(words)
        known = {option for parameter in found.params for option in parameter.opts} | {"--help", "-h"}
        assert {word.split("=")[0] for word in words if word.startswith("-")} <= known, call
        if found.name == "query" and words and re.fullmatch(r"[a-z][a-z-]+", words[0]):
            assert words[0] in asked, call
            given = {word.split("=")[0] for before, word in pairwise(words) if before in ("-p", "--param")}
            assert given <= asked[words[0]], call


@cache
def known_words() -> frozenset[str]:
    """Names with hyphens that a document may use: what knowledge files, questions, checks, packages and files are called."""
    files = {part for path in ROOT.rglob("*") if ".venv" not in path.parts for part in (path.name, path.stem)}
    described = {ident.partition("/")[2] for ident in ids()}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8") + (ROOT / "Makefile").read_text(encoding="utf-8")
    words = {
        word for path in (ROOT / "data" / "knowledge").glob("*.csv") for word in re.findall(r"[\w-]+", path.read_text(encoding="utf-8"))
    }
    return frozenset(words | files | described | {each.name for each in query.saved()} | set(re.findall(r"[\w-]+", project)))


#: Words in the docs with a hyphen that are names of nothing of ours.
OTHERS = {"niet-militaire"}


@pytest.mark.parametrize("path", TOLD, ids=names)
def test_names_with_hyphens_are_names_of_something(path: Path) -> None:
    """`wie-vroeg-naar-land`, `vraagzin-vervolg`: a saved question, a rule, a topic, a file, a package."""
    spans = {span for span in SPAN.findall(prose(path)) if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", span)}
    assert spans - known_words() - OTHERS == set()


@pytest.mark.parametrize("path", [*PAGES, *CODE], ids=names)
def test_files_and_targets_that_are_named_exist(path: Path) -> None:
    text = prose(path)
    roots = [ROOT, path.parent, ROOT / "graph" / "standpunt", ROOT / "ontology", ROOT / "data", ROOT / "data" / "knowledge"]
    spans = SPAN.findall(FENCE.sub("", text)) + [found for found in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in found]
    files = {span for span in spans if re.fullmatch(r"[\w./-]*/[\w.-]+\.(?:py|md|csv|toml|ttl|rq|json|html|css|png|ipynb)", span)}
    assert {file for file in files if not any((root / file).exists() for root in roots)} == set()
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert {span.split()[1] for span in spans if re.fullmatch(r"make [a-z]+", span)} <= targets


@pytest.mark.parametrize("path", [*PAGES, *CODE], ids=names)
def test_python_names_that_are_named_exist(path: Path) -> None:
    for name in {span for span in SPAN.findall(prose(path)) if re.fullmatch(r"standpunt(?:\.\w+)+", span)}:
        assert name in ("standpunt.ttl", "standpunt.graph") or pkgutil.resolve_name(name) is not None


def test_the_output_in_the_readme_is_what_the_commands_say(corpus_graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line that stands below a command in the tour, in that order; `…` leaves some out."""
    monkeypatch.chdir(corpus_graph.parent)
    checked = 0
    for block in FENCE.finditer((ROOT / "README.md").read_text(encoding="utf-8")):
        call, *lines = block["code"].splitlines()
        words = shlex.split(call.removeprefix("$ .venv/bin/standpunt "))
        if not lines or not call.startswith("$ .venv/bin/standpunt ") or words[0] not in ("query", "explain"):
            continue
        shown = " ".join(CliRunner().invoke(app, [*words, "--graph", str(corpus_graph)]).stdout.split())
        at = 0
        for part in (part for line in lines for part in line.split("…") if part.strip()):
            at = shown.find(" ".join(part.split()), at)
            assert at >= 0, part
        checked += 1
    assert checked == 2
