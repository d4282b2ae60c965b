"""Every check query finds what it is for, and nothing in a sound graph; faults elsewhere are told with their place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from standpunt import checks, iri, resources
from standpunt.checks import Finding

CHECKS = sorted(resources.path("ontology", "queries", "checks").glob("*.rq"))
PREFIXES = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in iri.PREFIXES.items()) + f"PREFIX : <{iri.ID}>\n"

#: What each query must find, as the smallest graph that has it.
BAD = {
    "lijn-zonder-uitspraak": """
        sp:opposes rdfs:subPropertyOf sp:edge . :wie sp:opposes :wat .
        :u sp:holder :wie ; sp:relation sp:supports ; sp:object :wat .""",
    "uitspraak-uit-ander-stuk": ":u a sp:Claim ; dcterms:isPartOf :a ; prov:wasDerivedFrom :z . :z dcterms:isPartOf :b .",
    "beantwoord-zonder-antwoord": ":v a sp:Exchange ; sp:status sp:answered .",
    "standpunt-telt-verkeerd": """
        :s a sp:Position ; sp:supportCount 2 ; sp:oppositionCount 0 ; sp:concernCount 0 ; sp:callCount 0 ; prov:wasDerivedFrom :u .
        :u sp:relation sp:supports .""",
    "stuk-zonder-bouw": ":p a sp:Paper . :q a sp:Paper . :bouw a sp:Run ; prov:generated :q .",
    "antwoord-verwijst-nergens-heen": ":a a sp:Exchange ; sp:status sp:deferred ; sp:see :b . :b sp:see :a .",
}
#: The same, mended.
GOOD = {
    "lijn-zonder-uitspraak": """
        sp:opposes rdfs:subPropertyOf sp:edge . :wie sp:opposes :wat .
        :u sp:holder :wie ; sp:relation sp:opposes ; sp:object :wat .""",
    "uitspraak-uit-ander-stuk": ":u a sp:Claim ; dcterms:isPartOf :a ; prov:wasDerivedFrom :z . :z dcterms:isPartOf :a .",
    "beantwoord-zonder-antwoord": ":v a sp:Exchange ; sp:status sp:answered ; sp:answer :b . :w a sp:Exchange ; sp:status sp:unanswered .",
    "standpunt-telt-verkeerd": """
        :s a sp:Position ; sp:supportCount 1 ; sp:oppositionCount 0 ; sp:concernCount 0 ; sp:callCount 0 ; prov:wasDerivedFrom :u .
        :u sp:relation sp:supports .""",
    "stuk-zonder-bouw": ":q a sp:Paper . :bouw a sp:Run ; prov:generated :q .",
    "antwoord-verwijst-nergens-heen": ":a a sp:Exchange ; sp:status sp:deferred ; sp:see :b . :b a sp:Exchange ; sp:see :c .",
}


def rows(query: Path, turtle: str) -> list[ox.QuerySolution]:
    store = ox.Store()
    store.load((PREFIXES + turtle).encode(), format=ox.RdfFormat.TURTLE)
    found = store.query(query.read_text(encoding="utf-8"), prefixes=iri.PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    return list(found)


@pytest.mark.parametrize("query", CHECKS, ids=lambda path: path.stem)
def test_a_check_finds_what_it_is_for_and_nothing_else(query: Path) -> None:
    assert query.read_text(encoding="utf-8").startswith("# ")
    assert len(rows(query, BAD[query.stem])) == 1
    assert rows(query, GOOD[query.stem]) == []


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
    query.write_text("# Een stuk dat er niet mag zijn.\nSELECT ?stuk { ?stuk a sp:Paper } ORDER BY ?stuk\n", encoding="utf-8")
    monkeypatch.setattr(resources, "ROOTS", (tmp_path,))
    found = list(checks._graph(corpus_graph))
    assert len(found) == 5
    assert Finding("graph", "kst-28676-384", "Een stuk dat er niet mag zijn.") in found
