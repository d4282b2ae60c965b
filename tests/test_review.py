"""Reviews: sheets that survive a spreadsheet, verdicts that win over the rules and outlive every build, and what no longer fits."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

import standpunt
from building import without_runs, write_letters
from standpunt import iri, sheet
from standpunt.build import build
from standpunt.build import paper as one_paper
from standpunt.build.reviews import Misfit
from standpunt.checks import check
from standpunt.cli import app
from standpunt.errors import ExportError, QueryError, ReviewError, StoreError
from standpunt.explain import explain
from standpunt.model import AsRead, Correction, Review
from standpunt.review.incoming import Taken, take_in
from standpunt.review.outgoing import Selection, export
from standpunt.sheet import Line
from standpunt.store import GraphDirectory, open_store
from standpunt.store.base import Content
from standpunt.store.directory import WorkingStore

NOW = datetime(2026, 11, 29, 10, 15, tzinfo=UTC)
CLAIM = "kst-1-1/claim/0123456789ab"
READ = AsRead("Zij zijn tegen.", "faction/PVV", "opposes", ("country/UA",), ("topic/sancties",), "sancties", 0.76, "tegen")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "stukken"
    write_letters(folder, 3)
    return folder


@pytest.fixture
def graph(letters: Path, tmp_path: Path) -> Path:
    """Three letters, in each of which the cabinet supports sanctions, worries about troops and promises to plead in NATO."""
    folder = tmp_path / "standpunt.graph"
    build([letters], folder)
    return folder


def claim_of(graph: Path, paper: str, relation: str) -> str:
    with standpunt.open(graph) as opened:
        [found] = opened.claims(paper=paper, relation=relation)["id"]
        return str(found)


def review(graph: Path, *rows: Mapping[str, str]) -> Taken:
    """Take in a sheet of these rows."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    path = graph.with_name("sheet.csv")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    return take_in(path, graph, reviewer="Anna", now=NOW)


def ask(graph: Path, text: str) -> bool:
    with open_store(graph) as store:
        return bool(store.query(f"ASK {{ {text} }}"))


# Sheets


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_cell_survives_its_guard(text: str) -> None:
    assert sheet.unguarded(sheet.guarded(text)) == text
    assert not sheet.guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@given(
    note=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip),
    sentence=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip),
    delimiter=st.sampled_from([",", ";"]),
)
def test_a_sheet_gives_back_what_was_written(note: str, sentence: str, delimiter: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    correction = Correction(relation="supports", holder="actor/kabinet", about=(), topics=("topic/sancties", "topic/navo"))
    read = AsRead(sentence, "faction/PVV", "opposes", ("country/UA", "org/NAVO"), (), "=1+1", 0.76, "tegen")
    reviews = (
        Review(CLAIM, "corrected", "Anna", NOW, note, correction, read),
        Review(f"{CLAIM}-2", "accepted", "-Bo", NOW, None, Correction(), read),
    )
    path = tmp_path_factory.mktemp("sheet") / "sheet.csv"
    path.write_bytes(sheet.written([Line(one.claim, one.read, one) for one in reviews], delimiter))
    assert sheet.read(path).reviews == reviews


def test_a_spreadsheet_finds_no_formula_in_a_sheet() -> None:
    dangerous = AsRead('=HYPERLINK("http://x")', "faction/PVV", "opposes", (), (), "@SUM(A1)", None, "+regel")
    rows = list(csv.reader(io.StringIO(sheet.written([Line(CLAIM, dangerous)]).decode("utf-8-sig"))))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026-11-29", datetime(2026, 11, 29, tzinfo=UTC)),
        ("29-11-2026", datetime(2026, 11, 29, tzinfo=UTC)),
        ("2026-11-29T11:15:00+01:00", NOW),
        ("", NOW),
    ],
)
def test_when_it_was_reviewed(cell: str, moment: datetime, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(f"claim;verdict;reviewer;reviewed\n{CLAIM};Accepted;Anna;{cell}\n;;;\n")
    [found] = sheet.read(path, now=NOW).reviews
    assert (found.verdict, found.reviewed, found.read) == ("accepted", moment, None)


HEAD = "claim,verdict,corrected_relation,corrected_holder,corrected_about,corrected_topics,reviewer,reviewed\n"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("claim,oordeel\n", ["1: column 'oordeel': 'oordeel': is no column of a sheet", "1: column 'verdict': '': is missing"]),
        (f"{HEAD}{CLAIM},accepted,,,,,Anna\n", ["2: 'kst-1-1/claim/0123456789ab': a row has 8 cells, this one 7"]),
        (f"{HEAD}kst-1-1,accepted,,,,,Anna,\n", ["2: column 'claim': 'kst-1-1': allowed: the id of a claim, such as"]),
        (f"{HEAD}{CLAIM},juist,,,,,Anna,\n", ["2: column 'verdict': 'juist': allowed: accepted, rejected, corrected, or nothing"]),
        (f"{HEAD}{CLAIM},corrected,,,,,Anna,\n", ["2: column 'verdict': 'corrected': says that the claim is corrected; fill in one of"]),
        (f"{HEAD}{CLAIM},rejected,supports,,,,Anna,\n", ["2: column 'corrected_relation': 'supports': corrects a claim that is rejected"]),
        (f"{HEAD}{CLAIM},,supports,,,,Anna,\n", ["2: column 'corrected_relation': 'supports': corrects a claim without a verdict"]),
        (f"{HEAD}{CLAIM},accepted,,,,,,\n", ["2: column 'reviewer': '': must not be empty: who reviewed it, or --reviewer for all rows"]),
        (f"{HEAD}{CLAIM},accepted,,,,,Anna,gisteren\n", ["2: column 'reviewed': 'gisteren': allowed: a day such as 2026-11-29"]),
        (f"{HEAD}{CLAIM},accepted,,,,,A,\n{CLAIM},rejected,,,,,B,\n", [f"3: column 'claim': '{CLAIM}': is judged already on line 2"]),
        (
            f"{HEAD}{CLAIM},corrected,likes,UA,Oekraïne,sancties; topic/x,Anna,\n",
            [
                "2: column 'corrected_relation': 'likes': allowed: asks_about, calls_for,",
                "2: column 'corrected_holder': 'UA': allowed: an actor such as faction/VVD",
                "2: column 'corrected_about': 'Oekraïne': allowed: an entity such as country/UA",
                "2: column 'corrected_topics': 'sancties': allowed: a topic such as topic/sancties",
            ],
        ),
        (f"{HEAD}{CLAIM},corrected,,faction/SP; faction/D66,,,Anna,\n", ["2: column 'corrected_holder': 'faction/SP; faction/D66'"]),
        (f"{HEAD}{CLAIM},corrected,,none,,,Anna,\n", ["2: column 'corrected_holder': 'none': a claim has one holder"]),
        (f'{HEAD}"twee\nregels",accepted,,,,,A,\n{CLAIM},?,,,,,A,\n', ["2: column 'claim'", "4: column 'verdict': '?'"]),
        (f'{HEAD}{CLAIM},"accepted', ["2: '': can't be read as CSV"]),
    ],
)  # fmt: skip
def test_all_faults_of_a_sheet_are_told(text: str, faults: list[str], tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(text)
    with pytest.raises(ReviewError) as error:
        sheet.read(path)
    told = str(error.value).splitlines()
    assert len(told) == len(faults)
    assert all(line.startswith(f"sheet.csv:{fault}") for line, fault in zip(told, faults, strict=True))


def test_a_sheet_that_is_no_utf8_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes("claim,verdict,note\n,,Oekraïne\n".encode("cp1252"))
    with pytest.raises(ReviewError, match=r"sheet\.csv:2: .* save it as 'CSV UTF-8'"):
        sheet.read(path)
    with pytest.raises(ReviewError, match="can't be opened: No such file"):
        sheet.read(tmp_path / "nergens.csv")


# What reviews do to a graph


def test_a_rejected_claim_goes_with_its_edge_its_promise_and_what_it_counted_for(graph: Path) -> None:
    before = without_runs(graph)
    support, promise = (claim_of(graph, "kst-90000-1", relation) for relation in ("supports", "commits_to"))
    commitment = promise.replace("/claim/", "/commitment/")
    told = review(graph, {"claim": support, "verdict": "rejected"}, {"claim": promise, "verdict": "rejected", "note": "Geen belofte."})
    assert (told.new, told.reviews.rejected, told.reviews.misfits) == (2, 2, ())
    for gone in (support, promise, commitment):
        assert not ask(graph, f"<https://w3id.org/standpunt/id/{gone}> a ?kind")
        assert not ask(graph, f"GRAPH id:kst-90000-1 {{ ?any ?edge <https://w3id.org/standpunt/id/{gone}> }}")
    assert not ask(graph, "GRAPH id:kst-90000-1 { actor:kabinet sp:supports|sp:commitsTo ?anything }")
    assert ask(graph, "GRAPH id:kst-90000-2 { actor:kabinet sp:supports ?anything }")
    with standpunt.open(graph) as opened:
        assert opened.positions(topic="topic/sancties-rusland", holder="actor/kabinet")["supports"].tolist() == [2]
        assert promise not in list(opened.claims()["id"])
        [told_of] = explain(opened.store, promise)
    assert (told_of.holder, told_of.relation, told_of.quotation) == (
        "actor/kabinet",
        "commitsTo",
        "Nederland zal in de NAVO pleiten voor eenheid.",
    )
    assert (told_of.targets, told_of.named) == ((), told_of.review.named if told_of.review else None)  # nothing is linked by it any more
    assert told_of.review
    assert (told_of.review.verdict, told_of.review.reviewer, told_of.review.note) == ("rejected", "Anna", "Geen belofte.")
    assert [finding for finding in check(graph) if finding.severity == "error"] == []
    (graph / "reviews.csv").unlink()
    build([graph.parent / "stukken"], graph)
    assert without_runs(graph) == before
    assert not list((graph / "extracted").iterdir())


def test_a_corrected_claim_reads_as_it_should(graph: Path) -> None:
    concern = claim_of(graph, "kst-90000-1", "concerned_about")
    row = {"claim": concern, "verdict": "corrected", "corrected_relation": "opposes", "corrected_holder": "Volt"}
    review(graph, row | {"corrected_topics": "sancties tegen Rusland; topic/navo", "corrected_about": "Oekraïne; kst-28676-384"})
    assert ask(graph, "faction:Volt sp:opposes topic:navo, topic:sancties-rusland")
    assert ask(graph, f"<{iri.resource(concern)}> sp:holder faction:Volt ; sp:speaker actor:kabinet")
    assert not ask(graph, "GRAPH id:kst-90000-1 { actor:kabinet sp:concernedAbout ?topic }")
    with standpunt.open(graph) as opened:
        [claim] = opened.claims(paper="kst-90000-1", relation="opposes").to_dict("records")
        assert (claim["id"], claim["holder"], claim["topics"]) == (concern, "faction/Volt", ("topic/navo", "topic/sancties-rusland"))
        assert (claim["about"], claim["review"]) == (("country/UA", "kst-28676-384"), "corrected")
        assert opened.name("kst-28676-384") == "Kamerstuk 28676, nr. 384"
        assert opened.positions(holder="faction/Volt").empty  # it is the cabinet that says so of Volt
        [told_of] = explain(opened.store, concern)
        assert told_of.review
        assert (told_of.review.holder, told_of.review.relation) == ("actor/kabinet", "concernedAbout")
        assert told_of.confidence is None
        assert opened.query("beoordelingen").rows[0][:4:2] == ("verbeterd", "het kabinet: maakt zich zorgen over")
    assert [finding for finding in check(graph) if finding.severity == "error"] == []


def test_one_claim_that_a_person_corrected_bears_a_direction_alone(graph: Path) -> None:
    concern = claim_of(graph, "kst-90000-1", "concerned_about")
    review(graph, {"claim": concern, "verdict": "corrected", "corrected_relation": "opposes", "corrected_topics": "topic/navo"})
    with standpunt.open(graph) as opened:
        assert opened.positions(holder="actor/kabinet", topic="topic/navo")["direction"].tolist() == ["opposes"]


def test_what_should_have_been_a_promise_becomes_one(graph: Path, letters: Path) -> None:
    path = letters / "brief-001.txt"
    path.write_text(
        path.read_text().replace("Het kabinet steunt de sancties tegen Rusland.", "Het kabinet steunt voor 1 maart 2022 uw Kamer.")
    )
    build([letters], graph)
    support = claim_of(graph, "kst-90000-1", "supports")
    review(graph, {"claim": support, "verdict": "corrected", "corrected_relation": "commits_to", "corrected_topics": "none"})
    with standpunt.open(graph) as opened:
        kept = opened.commitments().set_index("claim").loc[support]
        assert str(kept["deadline"])[:10] == "2022-02-28"
    assert [finding for finding in check(graph) if finding.severity == "error"] == []


def test_an_accepted_claim_is_marked_and_stays_as_it_is(graph: Path) -> None:
    support = claim_of(graph, "kst-90000-1", "supports")
    before = [quad for quad in without_runs(graph) if "id/kst-90000-1>" in quad.rpartition("<")[2]]
    review(graph, {"claim": support, "verdict": "accepted"})
    assert [quad for quad in without_runs(graph) if "id/kst-90000-1>" in quad.rpartition("<")[2]] == before
    with standpunt.open(graph) as opened:
        claims = opened.claims().set_index("id")["review"]
        assert claims[support] == "accepted"
        assert claims.notna().sum() == 1
    assert ask(
        graph,
        "GRAPH id:reviews { ?review sp:verdict sp:accepted ; prov:wasAttributedTo/rdfs:label 'Anna'@nl ;"
        " prov:generatedAtTime '2026-11-29T10:15:00Z'^^xsd:dateTime }",
    )


def test_reviews_outlive_rebuilds_and_make_the_same_graph_whatever_way_it_came(
    graph: Path, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    support, concern = (claim_of(graph, "kst-90000-1", relation) for relation in ("supports", "concerned_about"))
    review(graph, {"claim": support, "verdict": "rejected"})
    review(graph, {"claim": concern, "verdict": "corrected", "corrected_holder": "SP", "corrected_topics": ""})
    reviewed = without_runs(graph)
    published = GraphDirectory(graph).published
    assert build([letters], graph).reviews.total == 2
    assert GraphDirectory(graph).published == published
    with monkeypatch.context() as patch:
        patch.setattr(one_paper, "rule_set_hash", lambda: "other rules")
        assert len(build([letters], graph, workers=1).of("built")) == 3
    build([letters], graph)
    assert without_runs(graph) == reviewed
    fresh = graph.with_name("fresh")
    fresh.mkdir()
    (fresh / "reviews.csv").write_bytes((graph / "reviews.csv").read_bytes())
    build([letters], fresh)
    assert without_runs(fresh) == reviewed


def test_a_review_edited_by_hand_is_applied_by_the_next_build(graph: Path, letters: Path) -> None:
    support = claim_of(graph, "kst-90000-1", "supports")
    review(graph, {"claim": support, "verdict": "rejected"})
    path = graph / "reviews.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("rejected", "accepted"), encoding="utf-8")
    assert build([letters], graph).reviews.accepted == 1
    assert claim_of(graph, "kst-90000-1", "supports") == support
    before = without_runs(graph)
    path.write_text(path.read_text(encoding="utf-8").replace("accepted", "goed"), encoding="utf-8")
    with pytest.raises(ReviewError, match=r"reviews\.csv:2: column 'verdict': 'goed'"):
        build([letters], graph)
    assert without_runs(graph) == before


def test_a_claim_is_reviewed_anew_when_the_rules_read_something_else(graph: Path, letters: Path) -> None:
    """What was accepted is no longer that; what was rejected or corrected stays so; all of it is told."""
    claims = {relation: claim_of(graph, "kst-90000-1", relation) for relation in ("supports", "commits_to", "concerned_about")}
    path = graph.with_name("sheet.csv")
    export(graph, path, Selection(paper="kst-90000-1"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["claim"]: row for row in csv.DictReader(file)}
    for claim, verdict in zip(claims.values(), ("accepted", "rejected", "rejected"), strict=True):
        rows[claim] |= {"verdict": verdict, "topics": "topic/visserij"}  # as if the rules had read this then
    told = review(graph, *rows.values())
    assert [(misfit.claim, misfit.mismatch) for misfit in told.reviews.misfits] == [
        (claim, "claim_changed") for claim in sorted(claims.values())
    ]
    assert build([letters], graph).reviews.misfits == told.reviews.misfits
    assert json.loads((graph / "report.json").read_text())["reviews"]["misfits"][0]["mismatch"] == "claim_changed"
    with standpunt.open(graph) as opened:
        left = set(opened.claims(paper="kst-90000-1")["id"])
        assert claims["supports"] in left
        assert not {claims["commits_to"], claims["concerned_about"]} & left
        assert opened.claims()["review"].isna().all()
    warnings = [finding for finding in check(graph) if finding.severity == "warning"]
    assert {finding.where for finding in warnings} == set(claims.values())
    assert "niet meer past bij wat de regels nu lezen" in warnings[0].problem
    export(graph, path, Selection(unreviewed=True))
    with path.open(encoding="utf-8-sig", newline="") as file:
        again = {row["claim"]: row for row in csv.DictReader(file)}
    assert set(claims.values()) <= again.keys()
    assert {row["verdict"] for row in again.values()} == {""}
    assert again[claims["concerned_about"]]["topics"] != "topic/visserij"


def test_what_a_review_judged_and_is_gone_is_told_and_comes_back(graph: Path, letters: Path) -> None:
    before = without_runs(graph)
    path = graph.with_name("sheet.csv")
    export(graph, path, Selection(relation="supports"))
    rows = path.read_text(encoding="utf-8-sig").splitlines()
    path.write_text("\n".join([rows[0], *(re.sub(r",,,,,,,,$", ",rejected,,,,,Anna,,", row) for row in rows[1:])]))
    assert take_in(path, graph, now=NOW).reviews.rejected == 3
    reviewed = without_runs(graph)
    texts = {name: (letters / name).read_text() for name in ("brief-001.txt", "brief-002.txt", "brief-003.txt")}
    (letters / "brief-001.txt").write_text(texts["brief-001.txt"].replace("Het kabinet steunt de sancties tegen Rusland.", ""))
    (letters / "brief-002.txt").unlink()
    found = build([letters], graph, prune=True).reviews.misfits
    assert [(misfit.claim.partition("/")[0], misfit.mismatch) for misfit in found] == [
        ("kst-90000-1", "sentence_gone"),
        ("kst-90000-2", "paper_gone"),
    ]
    assert "its paper is not in this graph; it is not rejected any more" in str(found[1])
    for name, text in texts.items():
        (letters / name).write_text(text)
    assert build([letters], graph).reviews.misfits == ()
    history = "<https://w3id.org/standpunt/id/history/"
    assert [quad for quad in without_runs(graph) if history not in quad] == reviewed
    assert reviewed != before


def test_a_correction_to_a_topic_that_is_unknown_by_now_is_told(graph: Path, letters: Path) -> None:
    support = claim_of(graph, "kst-90000-1", "supports")
    row = {"claim": support, "verdict": "corrected", "corrected_topics": "topic/navo"}
    review(graph, row)
    path = graph / "reviews.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("topic/navo", "topic/vergeten"), encoding="utf-8")
    [misfit] = build([letters], graph).reviews.misfits
    assert misfit == Misfit(support, "corrected", "name_unknown")
    assert not ask(graph, "?claim sp:topic topic:vergeten")


def test_a_motion_loses_the_answer_that_was_rejected(graph: Path, letters: Path) -> None:
    path = letters / "brief-001.txt"
    motion = "Het kabinet steunt de motie van het lid Brekelmans c.s. (Kamerstuk 21 501-02, nr. 2433) over sancties. "
    path.write_text(path.read_text().replace("Nederland zal", f"{motion}Nederland zal"))
    build([letters], graph)
    with standpunt.open(graph) as opened:
        [(answer,)] = opened.query("SELECT ?claim { id:kst-21501-02-2433 sp:response ?claim }")
    review(graph, {"claim": str(answer), "verdict": "rejected"})
    assert not ask(graph, "?motion sp:response ?claim")
    assert [finding for finding in check(graph) if finding.severity == "error"] == []


# Taking in


def test_a_sheet_with_faults_is_not_taken_in(graph: Path) -> None:
    before = without_runs(graph)
    support = claim_of(graph, "kst-90000-1", "supports")
    rows = (
        {"claim": support, "verdict": "corrected", "corrected_topics": "sanctis", "corrected_holder": "Vold", "corrected_about": "Utopia"},
        {"claim": "kst-90000-1/claim/000000000000", "verdict": "accepted"},
        {"claim": claim_of(graph, "kst-90000-1", "commits_to"), "verdict": "accepted"},
    )
    with pytest.raises(ReviewError) as error:
        review(graph, *rows)
    told = str(error.value).splitlines()
    assert [re.sub(r": '.*", "", line) for line in told] == [
        "sheet.csv:2: column 'corrected_holder'",
        "sheet.csv:2: column 'corrected_about'",
        "sheet.csv:2: column 'corrected_topics'",
        "sheet.csv:3: column 'claim'",
    ]
    assert "nearest: volt (faction/Volt)" in told[0]
    assert "the graph holds no such claim" in told[3]
    assert not (graph / "reviews.csv").exists()
    assert without_runs(graph) == before


def test_a_later_review_replaces_an_earlier_one(graph: Path) -> None:
    support, promise = (claim_of(graph, "kst-90000-1", relation) for relation in ("supports", "commits_to"))
    review(graph, {"claim": support, "verdict": "rejected"}, {"claim": promise, "verdict": "accepted"})
    told = review(graph, {"claim": support, "verdict": "accepted"}, {"claim": promise, "verdict": "accepted"})
    assert (told.new, told.changed, told.unchanged) == (0, 1, 1)
    assert (told.reviews.accepted, told.reviews.rejected) == (2, 0)
    assert claim_of(graph, "kst-90000-1", "supports") == support


def test_reviews_are_taken_in_by_a_finished_graph_alone(graph: Path, letters: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(sheet.written([]))
    with pytest.raises(StoreError, match="no finished graph"):
        take_in(path, tmp_path / "nergens")
    GraphDirectory(graph).note_unpublished(["x"])
    with pytest.raises(StoreError, match="ended before it was done"):
        take_in(path, graph)


def test_a_paper_whose_extraction_was_thrown_away_is_built_again(graph: Path, letters: Path) -> None:
    review(graph, {"claim": claim_of(graph, "kst-90000-1", "supports"), "verdict": "rejected"})
    reviewed = without_runs(graph)
    for path in (graph / "extracted").iterdir():
        path.unlink()
    with pytest.raises(StoreError, match="build the graph again"):
        review(graph, {"claim": claim_of(graph, "kst-90000-1", "commits_to"), "verdict": "rejected"})
    assert len(build([letters], graph).of("built")) == 1
    assert not ask(graph, "GRAPH id:kst-90000-1 { actor:kabinet sp:supports|sp:commitsTo ?anything }")
    assert without_runs(graph) != reviewed


@pytest.mark.parametrize("writes", range(5))
def test_taking_in_that_is_broken_off_is_finished_by_the_next_build(
    writes: int, graph: Path, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = without_runs(graph)
    rows = [{"claim": claim_of(graph, f"kst-90000-{n}", "supports"), "verdict": "rejected"} for n in (1, 2, 3)]
    write = WorkingStore.write
    done: list[object] = []

    def failing(store: WorkingStore, replaced: Mapping[str, Content], added: Mapping[str, Content] | None = None) -> None:
        if len(done) == writes:
            raise StoreError("the disk is full")
        done.append(replaced)
        write(store, replaced, added)

    with monkeypatch.context() as patch:
        patch.setattr(WorkingStore, "write", failing)
        with pytest.raises(StoreError, match="disk is full"):
            review(graph, *rows)
    assert without_runs(graph) == before
    assert build([letters], graph).reviews.rejected == 3
    fresh = graph.with_name("fresh")
    fresh.mkdir()
    (fresh / "reviews.csv").write_bytes((graph / "reviews.csv").read_bytes())
    build([letters], fresh)
    assert without_runs(graph) == without_runs(fresh)
    assert review(graph, *rows).unchanged == 3


# Writing sheets


def test_which_claims_are_written(graph: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"

    def written(**wanted: object) -> list[dict[str, str]]:
        count = export(graph, path, Selection(**wanted))  # type: ignore[arg-type]
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == count
        return rows

    everything = written()
    assert {row["paper"] for row in everything} == {"kst-90000-1", "kst-90000-2", "kst-90000-3"}
    assert everything[0]["sentence"]
    assert {row["relation"] for row in written(relation="supports")} == {"supports"}
    assert {row["paper"] for row in written(paper="Kamerstuk 90000, nr. 2")} == {"kst-90000-2"}
    assert written(holder="het kabinet") == everything
    assert written(holder="Volt") == []
    assert {row["rule"] for row in written(rule="steunen")} == {"steunen"}
    few = written(sample=2)
    assert few == written(sample=2)
    assert [row for row in everything if row in few] == few
    support = claim_of(graph, "kst-90000-1", "supports")
    review(graph, {"claim": support, "verdict": "rejected", "note": "=nee"})
    assert [row["claim"] for row in written()] == [row["claim"] for row in everything]
    [gone] = [row for row in written(paper="kst-90000-1", relation="supports") if row["claim"] == support]
    assert (gone["verdict"], gone["note"], gone["reviewer"], gone["reviewed"]) == ("rejected", "'=nee", "Anna", "2026-11-29T10:15:00Z")
    assert support not in [row["claim"] for row in written(unreviewed=True)]
    assert take_in(path, graph).new == 0
    with pytest.raises(QueryError, match="no rule is called 'steun'"):
        export(graph, path, Selection(rule="steun"))
    with pytest.raises(ExportError, match="can't be written: Is a directory"):
        export(graph, tmp_path)
    with pytest.raises(QueryError, match="'likes' is no relation"):
        export(graph, path, Selection(relation="likes"))


def test_a_sheet_that_nobody_filled_in_is_told_to_be_so(graph: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    runner = CliRunner()
    runner.invoke(app, ["review", "export", str(path), "-g", str(graph), "--sample", "1"])
    shown = runner.invoke(app, ["review", "import", str(path), "-g", str(graph)])
    assert shown.exit_code == 0
    assert "0 new reviews" in shown.stdout
    assert "1 row without a verdict; the column verdict takes accepted, rejected, corrected" in shown.stdout


def test_the_command_line_tells_what_no_longer_fits(graph: Path, letters: Path, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    runner = CliRunner()
    shown = runner.invoke(app, ["review", "export", str(path), "-g", str(graph), "--relation", "supports", "--semicolons"])
    assert (shown.exit_code, shown.stdout) == (0, f"{path}: 3 claims\n")
    path.write_text(path.read_text(encoding="utf-8").replace(";;;;;;;;", ";rejected;;;;;;;", 1), encoding="utf-8")
    shown = runner.invoke(app, ["review", "import", str(path), "-g", str(graph)])
    assert shown.exit_code == 1
    assert "sheet.csv:2: column 'reviewer': '': must not be empty" in shown.stderr
    shown = runner.invoke(app, ["review", "import", str(path), "-g", str(graph), "--reviewer", "Bo"])
    assert shown.stdout.splitlines() == [
        f"{path}: 1 new review, 0 changed, 0 as they were",
        "2 rows without a verdict; the column verdict takes accepted, rejected, corrected",
        "reviews: 0 accepted, 1 rejected, 0 corrected",
    ]
    (letters / "brief-001.txt").write_text((letters / "brief-001.txt").read_text().replace("sancties", "maatregelen"))
    shown = runner.invoke(app, ["build", str(letters), "-g", str(graph)])
    assert "review that no longer fits: kst-90000-1/claim/" in shown.stderr
    assert "the paper no longer has its sentence" in shown.stderr
