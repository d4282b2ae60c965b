"""A fault in the knowledge, the ontology, an example, a query or the graph is told with its place."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from standpunt import checks, iri, resources
from standpunt.assemble import terms
from standpunt.assemble.nodes import node
from standpunt.checks import Finding
from standpunt.store import open_store


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of ontology/ and data/knowledge/ that may be spoilt."""
    shutil.copytree(resources.path("ontology"), tmp_path / "ontology")
    (tmp_path / "data").mkdir()
    shutil.copytree(resources.path("data", "knowledge"), tmp_path / "data" / "knowledge")
    monkeypatch.setattr(resources, "ROOTS", (tmp_path,))
    return tmp_path


def test_a_fault_in_a_knowledge_file_is_told_with_its_place(ours: Path) -> None:
    factions = ours / "data" / "knowledge" / "factions.csv"
    lines = factions.read_text(encoding="utf-8").splitlines()
    factions.write_text("\n".join([*lines, "faction/Nieuw,Nieuw,,N,,gisteren,,,TK,,"]) + "\n", encoding="utf-8")
    found = list(checks._knowledge())
    problem = "column 'geldig_van': 'gisteren': allowed: a date such as 2023-03-22"
    assert found == [Finding("knowledge", f"factions.csv:{len(lines) + 1}", problem)]


@pytest.mark.parametrize(
    ("file", "phrase", "problem"),
    [
        ("cues/opposes.csv", "niet|nog niet overtuigd", "'niet|nog niet' is read as (niet|nog) and then (niet), with niet in both"),
        ("silencers.csv", "<onbekend> + van", "<onbekend>: no such list in word_lists.csv"),
        ("answer_cues.csv", "zeer?", "'zeer?': a part without a word that must occur"),
    ],
)
def test_a_phrase_that_is_not_read_as_it_is_meant_is_told_with_its_place(ours: Path, file: str, phrase: str, problem: str) -> None:
    path = ours / "data" / "knowledge" / file
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    rows[1]["patronen"] += f";{phrase}"
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    [found] = checks._knowledge()
    assert found.where == f"{path.name}:3"
    assert found.problem.startswith(f"column 'patronen': {phrase!r}: {rows[1]['id']}: {problem}")


def test_a_fault_in_the_ontology_is_told_with_its_line(ours: Path) -> None:
    (ours / "ontology" / "standpunt.ttl").write_text("@prefix sp: <x:> .\nsp:a sp:b\n", encoding="utf-8")
    [finding] = checks._ontology()
    assert finding.where.startswith("standpunt.ttl:")


def test_an_example_that_should_break_a_shape_and_does_not_is_told(ours: Path) -> None:
    bad = ours / "ontology" / "examples" / "bad" / "claim.no-fault.ttl"
    bad.write_text("# nothing wrong here\n", encoding="utf-8")
    assert list(checks._examples()) == [Finding("example", "examples/bad/claim.no-fault.ttl", "is bad, but no shape says so")]


def test_a_query_that_is_no_sparql_is_told(ours: Path) -> None:
    (ours / "ontology" / "queries" / "questions" / "kapot.rq").write_text("SELECT ?x {", encoding="utf-8")
    [finding] = [finding for finding in checks._queries() if "kapot" in finding.where]
    assert finding.what == "query"


def test_a_graph_that_breaks_a_rule_is_told_in_words(corpus_graph: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An extra check that every paper breaks: each paper is told, with the first line of the query."""
    shutil.copytree(resources.path("ontology"), tmp_path / "ontology")
    (tmp_path / "data").mkdir()
    shutil.copytree(resources.path("data", "knowledge"), tmp_path / "data" / "knowledge")
    query = tmp_path / "ontology" / "queries" / "checks" / "geen-stukken.rq"
    head = "# nl: Een stuk dat er niet mag zijn.\n# en: A paper that must not be.\n# ernst: fout\n"
    query.write_text(head + "SELECT ?stuk { ?stuk a sp:Paper } ORDER BY ?stuk\n", encoding="utf-8")
    monkeypatch.setattr(resources, "ROOTS", (tmp_path,))
    found = [finding for finding in checks._graph(corpus_graph) if finding.problem == "Een stuk dat er niet mag zijn."]
    assert len(found) == 5
    assert "kst-28676-384" in {finding.where for finding in found}


def test_a_rule_that_many_things_break_is_told_a_few_times_and_then_counted(corpus_graph: Path, tmp_path: Path) -> None:
    """In words, with values as people write them, and a slip in a term is told too."""
    graph = shutil.copytree(corpus_graph, tmp_path / "standpunt.graph")
    exchanges = [node(f"verzonnen/{number}") for number in range(8)]
    with open_store(graph, write=True) as store:
        kinds = [Quad(each, terms.TYPE, terms.EXCHANGE, node("verzonnen")) for each in exchanges]
        slips = [Quad(each, terms.STATUS, NamedNode(iri.term("beantwoord")), node("verzonnen")) for each in exchanges]
        store.replace_graph(iri.resource("verzonnen"), [*kinds, *slips])
        store.publish()
    found = [finding for finding in checks._graph(graph) if finding.severity == "error"]
    message = "Een vraag-en-antwoord heeft hoogstens één bekende uitkomst."
    told = [finding for finding in found if finding.problem.startswith(message)]
    assert [finding.problem for finding in told[:5]] == [f"{message} (sp:beantwoord)"] * 5
    assert str(told[5]) == f"graph: and 3 more: {message}"
