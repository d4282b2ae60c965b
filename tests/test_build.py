"""The whole flow: what is built, skipped, refused and removed, and what a reader sees meanwhile."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import standpunt
from building import LETTER, ROOT, Nest, without_runs, write_letters
from standpunt import iri, resources
from standpunt.build import Outcome, Report, build
from standpunt.build import paper as one_paper
from standpunt.build.files import Input, find
from standpunt.checks import check
from standpunt.errors import Fault, KnowledgeError, StandpuntError, StoreBusy, StoreError
from standpunt.explain import explain
from standpunt.graph import Graph
from standpunt.model import Analysis, Source
from standpunt.store import GraphDirectory, open_store
from standpunt.store.directory import WorkingStore

NOBODY = 65534  # the user id that owns nothing


def statuses(report: Report) -> dict[str, str]:
    return {Path(outcome.file).name: outcome.status for outcome in report.papers}


def outcome_of(report: Report, name: str) -> Outcome:
    return next(outcome for outcome in report.papers if Path(outcome.file).name == name)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "stukken"
    write_letters(folder, 3)
    return folder


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    return tmp_path / "standpunt.graph"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the sample corpus."""
    folder = tmp_path_factory.mktemp("corpus") / "graph"
    standpunt.build(graph=folder)
    with standpunt.open(folder) as opened:
        yield opened


# What a build does with papers


def test_papers_are_built_once_and_skipped_while_nothing_changes(letters: Path, graph: Path) -> None:
    first = build([letters], graph)
    assert [outcome.status for outcome in first.papers] == ["built"] * 3
    assert first.totals["papers"] == 3
    assert first.totals["claims"] > 0
    before = without_runs(graph)
    published = GraphDirectory(graph).published
    second = build([letters], graph)
    assert [outcome.status for outcome in second.papers] == ["skipped"] * 3
    assert [outcome.counts for outcome in second.papers] == [outcome.counts for outcome in first.papers]
    assert without_runs(graph) == before
    assert GraphDirectory(graph).published == published


def test_two_builds_give_the_same_graph_whatever_the_number_of_workers(letters: Path, tmp_path: Path) -> None:
    build([letters], tmp_path / "one", workers=1)
    build([letters], tmp_path / "two", workers=2)
    assert without_runs(tmp_path / "one") == without_runs(tmp_path / "two")


def test_a_changed_paper_is_replaced_and_the_older_version_remembered(letters: Path, graph: Path) -> None:
    build([letters], graph)
    changed = letters / "brief-002.txt"
    changed.write_text(changed.read_text().replace("steunt de sancties", "keurt de sancties af"))
    report = build([letters], graph)
    assert statuses(report) == {"brief-001.txt": "skipped", "brief-002.txt": "built", "brief-003.txt": "skipped"}
    with open_store(graph) as store:
        assert store.query("ASK { id:kst-90000-2 sp:version ?new . ?new prov:wasRevisionOf ?old . ?old schema:sha256 ?sum }")
        assert not store.query("ASK { id:kst-90000-1 sp:version ?new . ?new prov:wasRevisionOf ?old }")
    fresh = graph.with_name("fresh")
    build([letters], fresh)
    history = f"<{iri.history_graph('kst-90000-2')}>"
    assert [quad for quad in without_runs(graph) if history not in quad] == without_runs(fresh)


def test_older_texts_of_a_paper_are_told_in_their_order_also_when_one_comes_back(letters: Path, graph: Path) -> None:
    build([letters], graph)
    path = letters / "brief-002.txt"
    first = path.read_text()
    second, third = first.replace("troepenopbouw", "dreiging"), first.replace("troepenopbouw", "druk")
    older = {}
    for name, text in (("second", second), ("third", third), ("first", first), ("second", second)):
        path.write_text(text)
        build([letters], graph)
        with standpunt.open(graph) as opened:
            rows = opened.query("SELECT ?sum { id:kst-90000-2 sp:version/prov:wasRevisionOf+/schema:sha256 ?sum } ORDER BY ?sum")
            older[name] = {sum_ for (sum_,) in rows}
            [papers] = [row for row in opened.query("stukken") if row[-1] == "kst-90000-2"]
            [behind] = [one for one in explain(opened.store, "actor/kabinet supports topic/sancties-rusland") if one.paper == "kst-90000-2"]
        assert [finding for finding in check(graph) if finding.severity == "error"] == []
        assert papers[7] == behind.older_texts == len(older[name])
    checksums = [hashlib.sha256(text.encode()).hexdigest() for text in (first, second, third)]
    assert older == {"second": {checksums[0], checksums[2]}, "third": {checksums[0], checksums[1]}, "first": {checksums[1], checksums[2]}}
    before = without_runs(graph)
    build([letters], graph)
    assert without_runs(graph) == before


def test_what_an_opponent_says_of_a_faction_is_told_by_it_and_no_position_of_the_faction(tmp_path: Path, graph: Path) -> None:
    debate = """De voorzitter:
Ik open de vergadering.

De heer Jansen (SP):
De VVD steunt de sancties tegen Rusland. Wij keuren de sancties tegen Rusland af.

De heer De Groot (VVD):
Dank u wel."""
    (tmp_path / "debat.txt").write_text(debate, encoding="utf-8")
    build([tmp_path / "debat.txt"], graph)
    with standpunt.open(graph) as opened:
        said = opened.claims().fillna({"told_by": "itself"}).set_index("holder")
        assert dict(said["relation"]) == {"faction/VVD": "supports", "faction/SP": "opposes"}
        assert dict(said["told_by"]) == {"faction/VVD": "faction/SP", "faction/SP": "itself"}
        assert set(opened.positions()["holder"]) == {"faction/SP"}
        rows = opened.query("standpunten-over-onderwerp", onderwerp="topic/sancties").to_pandas()
        assert dict(rows.fillna({"verteld_door": ""}).set_index("houder")["verteld_door"]) == {"VVD": "SP", "SP": ""}


def test_a_changed_row_of_sources_csv_rebuilds_its_paper(letters: Path, graph: Path) -> None:
    build([letters], graph)
    sources = letters / "sources.csv"
    sources.write_text(sources.read_text().replace("Brief 3", "Brief over Kiev"))
    assert statuses(build([letters], graph)) == {"brief-001.txt": "skipped", "brief-002.txt": "skipped", "brief-003.txt": "built"}
    with open_store(graph) as store:
        assert store.query('ASK { id:kst-90000-3 dcterms:title "Brief over Kiev"@nl }')


def test_changed_rules_rebuild_everything(letters: Path, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([letters], graph)
    monkeypatch.setattr(one_paper, "rule_set_hash", lambda: "other rules")
    assert set(statuses(build([letters], graph, workers=1)).values()) == {"built"}


def test_a_vanished_paper_stays_until_pruned(letters: Path, graph: Path) -> None:
    build([letters], graph)
    (letters / "brief-001.txt").unlink()
    assert build([letters], graph).totals["papers"] == 3
    report = build([letters], graph, prune=True)
    assert outcome_of(report, "brief-001.txt").status == "removed"
    assert report.totals["papers"] == 2
    assert not list((graph / "texts").glob("kst-90000-1.*"))
    assert not list((graph / "shared").glob("kst-90000-1.*"))
    fresh = graph.with_name("fresh")
    build([letters], fresh)
    assert without_runs(graph) == without_runs(fresh)


def test_the_run_that_wrote_a_paper_is_recorded(letters: Path, graph: Path) -> None:
    build([letters], graph)
    build([letters], graph)
    with open_store(graph) as store:
        runs = [name for name in store.graphs() if name.startswith(f"{iri.ID}run/")]
        assert len(runs) == 1
        assert store.query("ASK { ?run a sp:Run ; prov:used id:kst-90000-2 ; prov:endedAtTime ?when ; sp:ruleSetHash ?hash }")


def test_texts_are_kept_as_read_and_quotations_lie_at_their_offsets(corpus: Graph) -> None:
    for path in sorted(resources.path("data", "corpus").glob("kst-*")):
        text = corpus.text(path.stem)
        assert text == path.read_bytes().decode()
        claims = corpus.claims(paper=path.stem)
        for start, end, quotation in zip(claims["start"], claims["end"], claims["quotation"], strict=True):
            # hyphens at line ends and markup are undone in the quotation: how it begins must still be there
            assert text[int(start) : int(end)].split()[0][:3].strip("*_") == str(quotation).split()[0][:3].strip("*_")


def test_report_json_says_what_was_done(letters: Path, graph: Path) -> None:
    (letters / "leeg.txt").touch()
    report = build([letters], graph)
    told = json.loads((graph / "report.json").read_text())
    assert [paper["status"] for paper in told["papers"]] == ["built", "built", "built", "failed"]
    assert "empty" in told["papers"][3]["reason"]
    assert told["papers"][0]["counts"] == report.papers[0].counts
    assert told["totals"] == report.totals
    assert told["rule_set_hash"] == report.rule_set_hash


def test_what_was_thrown_away_is_made_again(letters: Path, graph: Path) -> None:
    build([letters], graph)
    shutil.rmtree(graph / "texts")
    assert set(statuses(build([letters], graph)).values()) == {"built"}
    shutil.rmtree(graph / "shared")
    with pytest.raises(StoreError, match="build the graph again from all its papers"):
        build([letters / "brief-001.txt"], graph)
    assert build([letters], graph).totals["papers"] == 3


def test_motions_and_positions_are_added_up_over_all_papers(letters: Path, graph: Path) -> None:
    motion = "In de motie van het lid Brekelmans c.s. (Kamerstuk 21 501-02, nr. 2433) is gevraagd om steun. "
    for n in (1, 2):
        path = letters / f"brief-00{n}.txt"
        path.write_text(path.read_text().replace("Nederland zal", motion + "Nederland zal"))
    build([letters / "brief-001.txt"], graph)
    build([letters / "brief-002.txt"], graph)
    with standpunt.open(graph) as opened:
        papers = opened.query("SELECT ?paper { id:kst-21501-02-2433 dcterms:isReferencedBy ?paper } ORDER BY ?paper")
        assert list(papers) == [("kst-90000-1",), ("kst-90000-2",)]
        positions = opened.positions(holder="actor/kabinet", topic="topic/sancties-rusland")
        assert positions["supports"].tolist() == [2]
        assert positions["direction"].tolist() == ["supports"]
        assert [str(day)[:10] for day in (*positions["first"], *positions["last"])] == ["2022-01-02", "2022-01-03"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Geachte voorzitter,\n\nDe zon scheen die dag. Er was koffie.\n",
            "in none of the 2 sentences of actor/kabinet does a rule see a question, a wish, a stance, a promise or a refusal",
        ),
        ("Verslag van een schriftelijk overleg\n\nVragen en opmerkingen vanuit de fracties\n\nDe zon scheen.\n", "who speaks is not known"),
        (
            "Den Haag, 3 januari 2022\n\nGeachte voorzitter,\n\nDe Minister van Financiën,\nW.B. Hoekstra\n",
            "below its head there is no text",
        ),
        ("Geachte voorzitter,\n\nHet kabinet steunt de sancties tegen Rusland.\n", None),
    ],
)
def test_a_paper_without_claims_is_told_with_how_far_reading_it_came(tmp_path: Path, graph: Path, text: str, told: str | None) -> None:
    (tmp_path / "sources.csv").write_text("file,kind,date\nstuk.txt,letter,2022-01-03\n")
    (tmp_path / "stuk.txt").write_text(text)
    first, again = build([tmp_path], graph), build([tmp_path], graph)
    assert first.papers[0].warnings == again.papers[0].warnings
    assert [f"no claims were found: {told}" in warning for warning in first.papers[0].warnings] == [True][: told is not None]


# Files that can't be built


def test_files_that_can_not_be_built_are_reported_and_the_rest_is_built(letters: Path, graph: Path) -> None:
    (letters / "leeg.txt").touch()
    (letters / "binair.txt").write_bytes(bytes(range(256)) * 40)
    (letters / "pdf.txt").write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    with (letters / "groot.txt").open("wb") as big:
        big.truncate(200 * 2**20)
    (letters / "recept.txt").write_text("Neem twee eieren en een pond bloem. Klop het geheel los.\n" * 20)
    (letters / "weg.txt").symlink_to(letters / "bestaat-niet")
    (letters / "README.md").write_text("# Over deze map\n")
    (letters / "notitie.docx").write_bytes(b"PK")
    report = build([letters], graph)
    failed = {Path(outcome.file).name: outcome.reason or "" for outcome in report.failed}
    assert set(failed) == {"leeg.txt", "binair.txt", "pdf.txt", "groot.txt", "recept.txt", "weg.txt"}
    for name, told in {"leeg": "empty", "binair": "binary", "pdf": "PDF", "groot": "200.0 MB", "weg": "can't be opened"}.items():
        assert told in failed[f"{name}.txt"]
    assert [outcome.status for outcome in report.papers].count("built") == 3


def test_a_file_without_read_rights_is_reported(letters: Path) -> None:
    """Root reads everything: as root, the test does it as nobody."""
    closed = letters / "brief-002.txt"
    one_paper.warm_up()  # what it loads may be closed to nobody too
    for folder in (letters, *letters.parents):
        if folder.stat().st_uid == os.getuid() and folder.name.startswith(("pytest-", "test_", "stukken")):
            folder.chmod(0o755)
    closed.chmod(0)
    was = os.geteuid()
    try:
        if was == 0:
            os.seteuid(NOBODY)
        stamp, result = one_paper.current_stamp(Input(closed, closed.name)), one_paper.build_paper(Input(closed, closed.name))
    finally:
        os.seteuid(was)
    assert stamp is None
    assert isinstance(result, one_paper.Failed)
    assert "Permission denied" in result.reason
    assert "a fault of standpunt" not in result.reason


def test_what_is_named_and_not_there_is_reported(letters: Path, graph: Path, tmp_path: Path) -> None:
    report = build([letters / "brief-001.txt", tmp_path / "nergens.txt", f"{tmp_path}/*.geen"], graph)
    assert [outcome.status for outcome in report.papers] == ["built", "failed", "failed"]


def test_a_fault_in_our_own_code_costs_one_paper(letters: Path, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analyse = one_paper.analyse_source

    def faulty(source: Source, about: dict[str, str]) -> Analysis:
        if source.name == "brief-002.txt":
            raise ZeroDivisionError("oeps")
        return analyse(source, about)

    monkeypatch.setattr(one_paper, "analyse_source", faulty)
    report = build([letters], graph, workers=1)
    assert "ZeroDivisionError: oeps" in (outcome_of(report, "brief-002.txt").reason or "")
    assert report.totals["papers"] == 2


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_in_the_knowledge_files_stops_the_build_and_is_told_whole(
    letters: Path, graph: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    build([letters], graph)
    before = without_runs(graph)

    def faulty(*_: object) -> None:
        raise KnowledgeError([Fault(Path("cues.csv"), 3, "vuurt", "x", "must fire"), Fault(Path("cues.csv"), 4, "id", "y", "twice")])

    monkeypatch.setattr(one_paper, "rule_set_hash", lambda: "other rules")
    one_paper.warm_up()
    monkeypatch.setattr(sys.modules["standpunt.build"], "warm_up", lambda: None)
    monkeypatch.setattr(one_paper, "analyse_source", faulty)
    with pytest.raises(KnowledgeError) as raised:
        build([letters], graph, workers=workers)
    assert str(raised.value) == "cues.csv:3: column 'vuurt': 'x': must fire\ncues.csv:4: column 'id': 'y': twice"
    assert without_runs(graph) == before


def test_a_paper_that_can_no_longer_be_read_stays_as_it_was(letters: Path, graph: Path) -> None:
    build([letters], graph)
    before = without_runs(graph)
    (letters / "brief-002.txt").write_bytes(b"")
    report = build([letters], graph, prune=True)
    assert "keeps kst-90000-2" in (outcome_of(report, "brief-002.txt").reason or "")
    assert without_runs(graph) == before


# Two files, one paper


def test_the_second_file_of_a_paper_does_not_win(letters: Path, graph: Path) -> None:
    rows = (letters / "sources.csv").read_text()
    (letters / "sources.csv").write_text(rows + "zz-nieuw.txt,kst-90000-2,letter,TK,90000,2,2022-01-03,Brief 2,,\n")
    (letters / "zz-nieuw.txt").write_text(LETTER.format(day=9, number=99))
    first = build([letters], graph)
    assert outcome_of(first, "zz-nieuw.txt").status == "failed"
    assert "is the same paper as" in (outcome_of(first, "zz-nieuw.txt").reason or "")
    assert "brief-002.txt" in (outcome_of(first, "zz-nieuw.txt").reason or "")
    assert build([letters], graph).papers[-1].reason == first.papers[-1].reason


def test_a_new_file_that_comes_first_does_not_take_a_paper_from_the_file_that_has_it(letters: Path, graph: Path) -> None:
    build([letters], graph)
    before = without_runs(graph)
    rows = (letters / "sources.csv").read_text()
    (letters / "sources.csv").write_text(rows + "aa-nieuw.txt,kst-90000-2,letter,TK,90000,2,2022-01-03,Brief 2,,\n")
    (letters / "aa-nieuw.txt").write_text(LETTER.format(day=9, number=99))
    assert outcome_of(build([letters], graph), "aa-nieuw.txt").status == "failed"
    assert without_runs(graph) == before
    (letters / "brief-002.txt").unlink()
    assert outcome_of(build([letters], graph), "aa-nieuw.txt").status == "built"


def test_a_copy_of_a_paper_is_no_failure(letters: Path, graph: Path) -> None:
    shutil.copytree(letters, letters / "kopie")
    report = build([letters], graph)
    assert report.failed == ()
    assert report.totals["papers"] == 3
    assert "same text as" in (report.papers[-1].reason or "")


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path, graph: Path) -> None:
    """The first becomes unreadable and the second changes: each is told for itself."""
    papers = tmp_path / "papers"
    for number, folder in enumerate(("a", "b"), start=1):
        (papers / folder).mkdir(parents=True)
        (papers / folder / "sources.csv").write_text(f"file,id\nbrief.txt,kst-90000-{number}\n")
        (papers / folder / "brief.txt").write_text(LETTER.format(day=number, number=number))
    assert [outcome.status for outcome in build([papers], graph).papers] == ["built", "built"]
    with open_store(graph) as store:
        assert store.query('ASK { id:kst-90000-2 sp:version/sp:fileName "b/brief.txt" }')
    (papers / "a" / "brief.txt").write_text("Neem twee eieren en een pond bloem.\n")
    changed = papers / "b" / "brief.txt"
    changed.write_text(changed.read_text().replace("steunt de sancties", "keurt de sancties af"))
    report = build([papers], graph)
    told = {outcome.file: (outcome.status, outcome.paper) for outcome in report.papers}
    assert told == {str(papers / "a" / "brief.txt"): ("failed", "kst-90000-1"), str(changed): ("built", "kst-90000-2")}
    assert "keeps kst-90000-1 as it was" in (report.failed[0].reason or "")
    assert report.totals["papers"] == 2


def test_a_paper_goes_to_another_file_when_its_own_can_no_longer_be_read(tmp_path: Path, graph: Path) -> None:
    papers = tmp_path / "papers"
    for folder in ("a", "b"):
        (papers / folder).mkdir(parents=True)
        (papers / folder / "sources.csv").write_text("file,id\nbrief.txt,kst-90000-1\n")
    (papers / "a" / "brief.txt").write_text(LETTER.format(day=1, number=1))
    build([papers], graph)
    (papers / "a" / "brief.txt").write_bytes(b"")
    (papers / "b" / "brief.txt").write_text(LETTER.format(day=1, number=2))
    built, failed = build([papers], graph).papers
    assert (built.file, built.status, failed.status) == (str(papers / "b" / "brief.txt"), "built", "failed")
    assert f"The graph has kst-90000-1, which it held before, from {built.file}." in (failed.reason or "")
    with open_store(graph) as store:
        assert store.query('ASK { id:kst-90000-1 sp:version/sp:fileName "b/brief.txt" }')


# Which files are papers


def test_folders_globs_and_files_name_papers_once(letters: Path, tmp_path: Path) -> None:
    (letters / "diep" / "dieper").mkdir(parents=True)
    (letters / "diep" / "dieper" / "brief.md").write_text("x")
    (letters / ".verborgen").mkdir()
    (letters / ".verborgen" / "brief.md").write_text("x")
    (letters / "standpunt.graph").mkdir()
    (letters / "standpunt.graph" / "tekst.txt").write_text("x")
    outside = letters / "standpunt.graph"
    found = [given.path.relative_to(letters).as_posix() for given in find([letters, f"{letters}/brief-*.txt"], outside)]
    assert found == ["brief-001.txt", "brief-002.txt", "brief-003.txt", "diep/dieper/brief.md"]
    assert [given.path.name for given in find([f"{letters}/**/*.md"], outside)] == ["brief.md"]
    assert [given.path.name for given in find([letters / "brief-001.txt"], outside)] == ["brief-001.txt"]
    assert find([letters / "brief-002.txt"], outside)[0].metadata["id"] == "kst-90000-2"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ([""], ["a/brief.txt", "b/brief.txt", "b/c/brief.txt"]),
        (["a"], ["brief.txt"]),
        (["b"], ["brief.txt", "c/brief.txt"]),
        (["*/brief.txt"], ["a/brief.txt", "b/brief.txt"]),
        (["a", "b"], ["a/brief.txt", "b/brief.txt", "c/brief.txt"]),
        (["a/brief.txt", "b/c"], ["a/brief.txt", "c/brief.txt"]),
        (["b", "b/c/brief.txt"], ["brief.txt", "c/brief.txt"]),
        (["a", "b/c", "b"], ["a/brief.txt", "c/brief.txt", "b/brief.txt"]),
    ],
)
def test_a_file_is_called_by_its_path_below_the_folder_that_was_asked_for_and_no_two_alike(
    tmp_path: Path, asked: list[str], names: list[str]
) -> None:
    for folder in ("a", "b/c"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in ("a", "b", "b/c"):
        (tmp_path / folder / "brief.txt").write_text("x")
    assert [given.name for given in find([tmp_path / path for path in asked], tmp_path / "graph")] == names


@pytest.mark.parametrize(("content", "told"), [(b"\xff\xfe", "UTF-8"), (b"bestand,id\na.txt,b\n", "no column 'file'")])
def test_a_faulty_sources_csv_is_an_error_that_names_it(letters: Path, content: bytes, told: str) -> None:
    (letters / "sources.csv").write_bytes(content)
    os.utime(letters / "sources.csv")
    with pytest.raises(StandpuntError, match=f"sources.csv.*{told}"):
        find([letters], letters / "graph")


@pytest.mark.parametrize(
    ("name", "row", "told"),
    [
        ("positions.txt", "", "'positions' can't be the id of a paper"),
        ("zz.txt", "zz.txt,topic/vrede,letter,TK,,,2022-01-13,Brief,,\n", "'topic/vrede' can't be the id of a paper"),
        ("zz.txt", "zz.txt,zz,letter,TK,,,13-01-2022,Brief,,\n", "has the date '13-01-2022'; allowed is year-month-day"),
    ],
)
def test_what_cannot_be_the_name_or_day_of_a_paper_is_told_and_the_rest_is_built(
    letters: Path, graph: Path, name: str, row: str, told: str
) -> None:
    rows = (letters / "sources.csv").read_text()
    (letters / "sources.csv").write_text(rows + row)
    (letters / name).write_text("Geachte voorzitter,\n\nHet kabinet steunt de sancties tegen Rusland.\n\nDe minister,\n\nW.B. Hoekstra\n")
    report = build([letters], graph)
    (failed,) = report.of("failed")
    assert failed.file.endswith(name)
    assert failed.reason
    assert told in failed.reason
    assert len(report.of("built")) == len(rows.splitlines()) - 1


# Killed, crowded, full


@pytest.fixture(scope="module")
def nest() -> Iterator[Nest]:
    """A process with the language pipeline loaded, in which builds start at once."""
    with Nest() as started:
        yield started


def test_a_build_that_is_killed_again_and_again_ends_in_the_same_graph(tmp_path: Path, nest: Nest) -> None:
    folder, graph, calm = tmp_path / "stukken", tmp_path / "graph", tmp_path / "calm"
    write_letters(folder, 24)
    build([folder], calm)
    early = without_runs_of_first(folder, graph)
    for written in (2, 9, 17):
        process = nest.start(folder, graph)
        unpublished = graph / "store" / "unpublished"
        while not unpublished.exists() or unpublished.read_text().count("/kst-90000-") < 2 * written:
            time.sleep(0.002)
        os.kill(process, signal.SIGKILL)
        assert nest.ended()
        assert without_runs(graph) == early
    report = build([folder], graph)
    assert 0 < len(report.of("built")) < 22
    assert without_runs(graph) == without_runs(calm)
    with open_store(graph) as store:
        assert not store.query("ASK { ?paper sp:inputHash ?hash ; a sp:Paper FILTER NOT EXISTS { ?run prov:used ?paper } }")


def without_runs_of_first(folder: Path, graph: Path) -> list[str]:
    """Build two papers, so that there is a graph for readers to go on seeing."""
    build([folder / "brief-001.txt", folder / "brief-002.txt"], graph)
    return without_runs(graph)


def test_a_second_build_on_one_directory_says_so_and_stops(letters: Path, graph: Path) -> None:
    directory = GraphDirectory(graph)
    lock = directory.lock()
    with pytest.raises(StoreBusy, match=f"process {os.getpid()}"):
        build([letters], graph)
    lock.close()
    build([letters], graph)


def test_workers_of_a_killed_build_do_not_hold_its_lock(tmp_path: Path, nest: Nest) -> None:
    write_letters(tmp_path / "stukken", 40)
    process = nest.start(tmp_path / "stukken", tmp_path / "graph")
    while not (tmp_path / "graph" / "texts").exists():
        time.sleep(0.002)
    os.kill(process, signal.SIGKILL)
    assert nest.ended()
    GraphDirectory(tmp_path / "graph").lock().close()


def test_a_full_disk_is_told_and_the_old_graph_stays(letters: Path, graph: Path) -> None:
    """RLIMIT_FSIZE makes the kernel refuse to let a file grow, as a full disk does, for any user."""
    write_letters(letters, 40)
    build([letters / "brief-001.txt"], graph)
    before = without_runs(graph)
    code = f"""
import resource, signal, sys
sys.path.insert(0, {str(ROOT / "graph")!r})
import standpunt, standpunt.build, standpunt.annotate, standpunt.relate
from standpunt.errors import StoreError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    standpunt.build([{str(letters)!r}], {str(graph)!r}, workers=1)
except StoreError as error:
    sys.exit(str(error))
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "the disk is full. Readers go on seeing the graph as it was" in ended.stderr
    assert without_runs(graph) == before
    build([letters], graph)
    fresh = graph.with_name("fresh")
    build([letters], fresh)
    assert without_runs(graph) == without_runs(fresh)


@pytest.mark.parametrize("step", ["write", "publish"])
def test_an_error_in_any_step_leaves_readers_what_they_had(letters: Path, graph: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    build([letters / "brief-001.txt"], graph)
    before = without_runs(graph)

    def full(*_: object) -> None:
        raise StoreError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(WorkingStore, step, full)
        with pytest.raises(StoreError):
            build([letters], graph)
    assert without_runs(graph) == before
    assert build([letters], graph).totals["papers"] == 3


# The Python API


def test_annotate_takes_a_text_or_a_file() -> None:
    text = LETTER.format(day=3, number=1)
    assert standpunt.annotate(text).claims
    path = resources.path("data", "corpus", "brief-2022-01-20-bezoek-kiev.txt")
    assert standpunt.annotate(path).paper == standpunt.annotate(str(path)).paper


def test_functions_stay_functions_when_their_steps_are_imported() -> None:
    import standpunt.annotate
    import standpunt.build

    for function in (standpunt.build, standpunt.annotate, standpunt.open):
        assert callable(function)


def test_claims_come_with_names_quotations_and_places(corpus: Graph) -> None:
    claims = corpus.claims(holder="PVV", relation="opposes", paper="kst-28676-384")
    assert len(claims) > 0
    assert set(claims["holder"]) == {"faction/PVV"}
    assert set(claims["relation"]) == {"opposes"}
    everything = corpus.claims()
    assert everything["quotation"].notna().all()
    assert everything["id"].is_unique
    assert {"country/UA", "org/NAVO"} <= {entity for about in everything["about"] for entity in about}
    by_topic = corpus.claims(topic="topic/navo")
    assert all("topic/navo" in topics for topics in by_topic["topics"])


def test_exchanges_are_those_of_the_papers(corpus: Graph) -> None:
    exchanges = corpus.exchanges()
    numbers = exchanges.groupby("paper")["number"].apply(list).to_dict()
    assert numbers == {"kst-28676-384": list(range(1, 29)), "kst-28676-396": list(range(1, 59))}
    assert exchanges["question"].str.len().min() > 10
    assert all(exchanges["asked_by"].map(len) > 0)


def test_the_network_leads_from_holders_to_what_they_speak_about(corpus: Graph, tmp_path: Path) -> None:
    import networkx as nx

    network = corpus.network()
    assert network.nodes["country/UA"] == {"kind": "Country", "name": "Oekraïne"}
    edges = network.get_edge_data("faction/PVV", "country/UA")
    assert {edge["relation"] for edge in edges.values()} == {"asks_about"}
    assert all(edge["quotation"] for edge in edges.values())
    nx.write_graphml(network, tmp_path / "network.graphml")
    assert len(nx.read_graphml(tmp_path / "network.graphml")) == len(network)


def test_rdflib_gets_the_same_quads(corpus: Graph, letters: Path, graph: Path) -> None:
    build([letters / "brief-001.txt"], graph)
    with standpunt.open(graph) as opened:
        dataset = opened.rdflib()
        assert len(list(dataset.quads())) == len(list(opened.store.dump()))


def test_every_paper_of_the_corpus_is_told_by_papers(corpus: Graph) -> None:
    papers = corpus.papers().set_index("id")
    assert len(papers) == 5
    assert papers.loc["kst-28676-384", "kind"] == "written_consultation"
    assert str(papers.loc["kst-28676-384", "date"])[:10] == "2022-01-13"
