"""A fault in the knowledge, the ontology, an example, a query or the graph is told with its place."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad

from standpunt import agreement, checks, iri, knowledge, resources
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


def change(ours: Path, file: str, row: str, column: str, value: str) -> None:
    """Write another value into one cell of a knowledge file."""
    path = ours / "data" / "knowledge" / file
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    next(each for each in rows if each["id"] == row)[column] = value
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(
    ("file", "row", "column", "value", "problem"),
    [
        # an example that proves nothing
        ("answer_cues.csv", "speculeren", "vuurt", "Het regent.", "the cue should fire in this sentence and does not"),
        ("answer_cues.csv", "speculeren", "vuurt_niet", "Ik ga niet speculeren.", "the cue should not fire in this sentence and does"),
        ("commitment_cues.csv", "u-informeren", "vuurt", "Het regent.", "the cue should fire in this sentence and does not"),
        ("commitment_cues.csv", "u-informeren", "vuurt_niet", "Ik zal u informeren.", "the cue should not fire"),
        ("motion_cues.csv", "oordeel-kamer", "vuurt", "Het regent.", "the cue should fire in this sentence and does not"),
        ("motion_cues.csv", "ontraad", "vuurt_niet", "Ik ontraad de motie.", "the cue should not fire in this sentence and does"),
        ("deadlines.csv", "zomer", "vuurt", "Voor het najaar informeer ik u.", "'Voor het najaar' is"),
        ("deadlines.csv", "zomer", "vuurt_niet", "Voor de zomer informeer ik u.", "no time should be found here"),
        ("headings.csv", "antwoord-nummer", "voorbeeld", "Het regent.", "the pattern should find this line and does not"),
        ("headings.csv", "antwoord-nummer", "tegenvoorbeeld", "12. Antwoord van het kabinet Nee.", "should not find this line"),
        ("turns.csv", "vraagteken", "kant", "antwoord", "should sound like"),
        ("pointers.csv", "vorige-vraag", "voorbeeld", "Het regent.", "the pattern should find something here"),
        ("pointers.csv", "elders", "voorbeeld", "het antwoord op vraag 3", "should point at no answer of the same paper"),
        ("hyphens.csv", "oud", "voorbeeld", "oudminister", "should hold a word with a hyphen"),
        ("abbreviations.csv", "nr", "einde", "ja", "should be read as Kamerstuk 28 676, nr. | 384"),
        ("abbreviations.csv", "mln", "einde", "nee", "should be read as Dat kost 900 mln. De dekking ontbreekt., and is read as"),
        ("abbreviations.csv", "dr", "voorbeeld", "Dat zei de dr. gisteren.", "a capital or a number should follow dr."),
        ("abbreviations.csv", "dr", "voorbeeld", "", "must not be empty"),
        ("abbreviations.csv", "dr", "afkorting", "dr", "allowed: a word that ends in a full stop"),
        ("small_words.csv", "open-de", "voorbeeld", "… het", "should hold the word de at its end"),
        ("cues/opposes.csv", "veroordelen", "vuurt", "Het regent.", "the cue should fire in this sentence and does not"),
        ("silencers.csv", "rechtsgrond", "stil", "Het regent.", "none of its phrases stands in this sentence"),
        # an id that leads nowhere, or back
        ("topics.csv", "topic/diplomatieke-dienst", "breder", "topic/buitenlandbeleid", "did you mean topic/buitenlands-beleid"),
        ("topics.csv", "topic/buitenlands-beleid", "breder", "topic/diplomatieke-dienst", "goes in a circle: topic/buitenlands-beleid →"),
        ("topics.csv", "topic/buitenlands-beleid", "beleidscategorie", "Buitenland", "no row of policy_categories.csv has this id"),
        ("factions.csv", "faction/PvdA", "voorgangers", "faction/Weg", "no row of factions.csv has this id"),
        ("organisations.csv", "org/NAVO", "onderdeel_van", "org/NAVO", "goes in a circle: org/NAVO → org/NAVO"),
        ("actor_phrases.csv", "ik", "wie", "spreeker", "did you mean spreker?"),
        ("silencers.csv", "rechtsgrond", "cues", "moetje", "did you mean moet?"),
        ("word_lists.csv", "onaanvaardbaar", "woorden", "<onaanvaardbaar>", "goes in a circle"),
        ("word_lists.csv", "onaanvaardbaar", "woorden", "<nergens>", "no row of word_lists.csv has this id"),
        # what can mean only one thing
        ("persons.csv", "person/Medvedev", "vormen", "Poetin", "stands in persons.csv:2 (person/Poetin) too"),
        ("deadlines.csv", "winter", "vormen", "zomer", "stands in deadlines.csv:3 (zomer) too"),
        ("cues/opposes.csv", "veroordelen", "relatie", "supports", "move the row to cues/supports.csv"),
        # what a cell may hold
        ("factions.csv", "faction/VVD", "kamers", "XX", "allowed: TK, EK"),
        ("factions.csv", "faction/VVD", "id", "VVD", "allowed: faction/ and a short name"),
        ("topics.csv", "topic/buitenlands-beleid", "eurovoc", "12 34<", "allowed: digits only"),
        ("topics.csv", "topic/buitenlands-beleid", "termen", "%", "words with one space between"),
        ("deadlines.csv", "zomerreces", "begin", "02-31", "allowed: a day that every year has"),
        ("deadlines.csv", "zomerreces", "vormen", "Zomerreces", "allowed: small letters only"),
        ("pointers.csv", "antwoord-nummer", "patroon", "(onder {nummers}", "is no regular expression: missing )"),
        ("pointers.csv", "antwoord-nummer", "patroon", "antwoord", "needs {nummers} where soort is antwoord"),
        ("headings.csv", "antwoord-nummer-kort", "patroon", "{nummer} {nummer}", "does a placeholder stand in it twice?"),
        ("headings.csv", "antwoord-nummer-kort", "patroon", "antwoord|", "an empty alternative"),
        ("kinds.csv", "so-verslag", "gewicht", "0", "allowed: a whole number of 1 or more"),
        ("name_heads.csv", "stichting", "woord", "stichting", "allowed: one word that begins with a capital"),
        ("compound_heads.csv", "aanpak", "woord", "aan(pak", "allowed: one word in small letters"),
        ("word_lists.csv", "onaanvaardbaar", "woorden", "niet goed", "allowed: one word each"),
        ("rule_confidence.csv", "aan-tafel", "ondergrens", "nan", "allowed: a number between 0 and 1"),
        # what spreadsheets and word processors leave behind
        ("countries.csv", "country/AD", "naam", "Andor\u00a0ra", "type a plain space"),
        ("countries.csv", "country/AD", "naam", "AndorrÃ«", "letters were lost on the way"),
        ("organisations.csv", "org/NAVO", "vormen", "NAVO\nNato", "a line break or tab within the cell"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_with_its_place(ours: Path, file: str, row: str, column: str, value: str, problem: str) -> None:
    change(ours, file, row, column, value)
    told = [finding for finding in checks._knowledge() if problem in finding.problem]
    assert told, f"nothing says {problem!r}"
    assert told[0].where.startswith(f"{Path(file).name}:")


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda text: text.replace(",", ";").encode(), "semicolons stand between the cells"),
        (lambda text: text.encode("cp1252"), "is not UTF-8; save the file again as UTF-8"),
        (lambda text: text.encode("utf-16"), "is not UTF-8; save the file again as UTF-8"),
        (lambda text: text.replace("\ncountry/BE,", '\n"country/BE,').encode(), "can't be read from here on"),
        (lambda text: text.replace("naam_en", "name_en", 1).encode(), "missing: naam_en; unknown: 'name_en'"),
        (lambda text: text.replace("\ncountry/BE,", "\ncountry/BE,,").encode(), "has 9 cells, where a row has 8"),
        (lambda text: b"", "the first line must be: id,naam"),
    ],
)
def test_a_file_that_a_spreadsheet_saved_otherwise_is_told(ours: Path, spoil: Callable[[str], bytes], problem: str) -> None:
    path = ours / "data" / "knowledge" / "countries.csv"
    path.write_bytes(spoil(path.read_text(encoding="utf-8")))
    [found] = checks._knowledge()
    assert problem in found.problem


def test_rows_without_a_word_and_a_byte_order_mark_do_no_harm_and_lines_are_counted_on(ours: Path) -> None:
    path = ours / "data" / "knowledge" / "persons.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(["\ufeff" + lines[0], ",,,,,,", "", *lines[1:], "person/Zonder"]) + "\n", encoding="utf-8")
    [found] = checks._knowledge()
    assert found.where == f"persons.csv:{len(lines) + 3}"


def test_files_are_read_once_to_tell_whether_they_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[type[Any]] = []

    def placed(row_type: type[Any]) -> tuple[Any, ...]:
        read.append(row_type)
        return knowledge.placed(row_type)

    monkeypatch.setattr(agreement, "placed", placed)
    assert list(agreement.faults()) == []
    assert len(read) == len(set(read)) > 8


def test_files_that_are_missing_or_that_nothing_reads_are_told(ours: Path) -> None:
    folder = ours / "data" / "knowledge"
    (folder / "persons.csv").rename(folder / "personen.csv")
    assert [finding.where for finding in checks._knowledge()] == ["persons.csv", "personen.csv"]


@pytest.mark.parametrize("file", ["word_classes.csv", "deadlines.csv"])
def test_a_build_refuses_what_it_can_not_read_by_and_tells_the_file(ours: Path, tmp_path: Path, file: str) -> None:
    """A row that the rules need is gone; in a process of its own, which has read nothing yet."""
    path = ours / "data" / "knowledge" / file
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(("gewoon,", "afloop,"))]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    code = f"""
from pathlib import Path
from standpunt import resources
resources.ROOTS = (Path({str(ours)!r}),)
from standpunt.cli import main
main()
"""
    letter = tmp_path / "brief.txt"
    letter.write_text("Geachte voorzitter,\n\nHet kabinet steunt Oekraïne.\n", encoding="utf-8")
    for command in (["build", str(letter), "--graph", str(tmp_path / "g")], ["check"]):
        done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert f"{file}: column" in done.stdout + done.stderr
        assert "put the row back" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


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
