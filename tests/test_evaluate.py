"""The figures that are kept, the confidence of rules, and where gold is looked for."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from standpunt import resources
from standpunt.evaluate import Evaluation, GoldMissing, GoldSet, dropped, evaluate, facts, gold_files, save
from standpunt.evaluate.scoring import Counts, Outcome, count
from standpunt.interchange import ExchangeRecord, MalformedRecord, Record

GOLD = resources.path("data", "gold")
KIEV = GOLD / "brief-2022-01-20-bezoek-kiev.json"


@pytest.fixture(scope="module")
def measured() -> Evaluation:
    return evaluate()


def test_no_kept_figure_has_dropped(measured: Evaluation) -> None:
    """After a change that is meant to lower a figure: `standpunt evaluate --save`, and say why in the commit."""
    kept = json.loads((GOLD / "scores.json").read_text(encoding="utf-8"))
    assert dropped(kept, measured.figures()) == []


def test_every_paper_of_the_gold_is_read(measured: Evaluation) -> None:
    assert [problem for gold_set in measured.sets for problem in gold_set.problems] == []


def test_sets_are_reported_apart(measured: Evaluation) -> None:
    names = [gold_set.name for gold_set in measured.sets]
    assert names == sorted(set(names))
    assert {"corpus", "written", "heldback/a", "heldback/b"} <= set(names)


def test_the_pipeline_beats_both_baselines(measured: Evaluation) -> None:
    for gold_set in measured.sets:
        for guess, outcomes in gold_set.baselines.items():
            baseline = GoldSet(gold_set.name, gold_set.papers, outcomes)
            assert baseline.figures()["claims"] < gold_set.figures()["claims"], (gold_set.name, guess)


def test_a_drop_is_told_and_a_gain_is_not() -> None:
    kept = {"corpus": {"claims": 0.9, "entities": 0.9, "about": 0.9}}
    now = {"corpus": {"claims": 0.894, "entities": 0.8951}}
    assert dropped(kept, now) == ["corpus: claims was 0.9, is 0.894", "corpus: about was 0.9, is None"]
    assert dropped(kept, {"corpus": {"claims": 1.0, "entities": 0.9, "about": 0.9}}) == []


def test_only_rules_with_enough_cases_get_a_confidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(GOLD, tmp_path / "data" / "gold")
    shutil.copytree(resources.path("data", "knowledge"), tmp_path / "data" / "knowledge")
    (tmp_path / "ontology").mkdir()
    monkeypatch.setattr(resources, "ROOTS", (tmp_path,))
    found = [Outcome("claims", "supports", "found", rule="welcome")] * 19 + [Outcome("claims", "supports", "false", rule="welcome")]
    rare = [Outcome("claims", "opposes", "found", rule="rare")] * 4
    entities = [Outcome("entities", "ORG", "found", rule="org.name")] * 50
    scores, confidences = save(Evaluation((GoldSet("corpus", ("a",), (*found, *rare, *entities)),)))
    rows = list(csv.DictReader(confidences.open(encoding="utf-8")))
    assert [(row["id"], row["goed"], row["fout"], row["ondergrens"]) for row in rows] == [
        ("rare", "4", "0", ""),
        ("welcome", "19", "1", "0.76"),
    ]
    assert json.loads(scores.read_text())["corpus"]["claims"] == pytest.approx(46 / 47, abs=1e-4)


def test_gold_files_are_told_from_the_files_beside_them() -> None:
    names = [path.name for path in gold_files([GOLD])]
    assert "kst-28676-384.json" in names
    assert not [name for name in names if name.count(".") > 1 or name == "scores.json"]


def test_gold_without_its_paper_says_so(tmp_path: Path) -> None:
    lonely = tmp_path / "lonely.json"
    lonely.write_text('{"source": "nergens.txt", "length": 3}')
    with pytest.raises(GoldMissing, match=r"nergens\.txt"):
        evaluate([lonely])
    lonely.write_text("{")
    with pytest.raises(MalformedRecord, match=r"lonely.json:1"):
        evaluate([lonely])


def test_a_paper_that_can_not_be_read_counts_as_missed(tmp_path: Path) -> None:
    (tmp_path / "recept.txt").write_text("Klop de eieren los met de melk.\n" * 20)
    gold = {
        "source": "recept.txt",
        "length": 1,
        "entities": [{"start": 0, "end": 4, "text": "Klop", "label": "ORG", "id": ""}],
        "claims": [],
    }
    (tmp_path / "recept.json").write_text(json.dumps(gold))
    [found] = evaluate([tmp_path]).sets
    assert found.figures()["entities"] == 0.0
    assert found.problems[0].startswith("recept: ")


def test_a_wrong_fact_is_told(tmp_path: Path) -> None:
    source = GOLD / "written" / "c1-so-raad-algemene-zaken"
    for suffix in (".txt", ".json"):
        shutil.copy(source.with_suffix(suffix), tmp_path)
    facts = json.loads((GOLD / "written" / "c1-so-raad-algemene-zaken.facts.json").read_text(encoding="utf-8"))
    facts["exchanges"][0]["asked_by"] = ["faction/BBB"]
    facts["date"] = "1999-01-01"
    (tmp_path / "c1-so-raad-algemene-zaken.facts.json").write_text(json.dumps(facts))
    outcomes = evaluate([tmp_path]).outcomes
    wrong = {(outcome.part, outcome.name, outcome.wanted) for outcome in outcomes if outcome.verdict == "false"}
    assert {("exchanges", "asked_by", "faction/BBB"), ("identity", "date", "1999-01-01")} <= wrong


EXCHANGES = (
    ExchangeRecord(1, (1,), ("faction/SGP",), status="answered", topics=("topic/a", "topic/b")),
    ExchangeRecord(2, (2, 3), ("faction/SP",), joined_by=("faction/Volt",), status="declined", reasons=("premature",), see=(1,)),
)


@pytest.mark.parametrize(
    ("kind", "content", "part", "expected"),
    [
        pytest.param("facts", {"exchanges": [{"number": 2, "numbers": [3, 2], "status": "declined"}]}, "exchanges", Counts(1), id="order"),
        pytest.param("facts", {"exchanges": [{"number": 2, "see": [4], "status": "declined"}]}, "exchanges", Counts(0, 1), id="pointer"),
        pytest.param("facts", {"exchanges": [{"number": 9, "see": [], "status": "declined"}]}, "status", Counts(0, 0, 1), id="not there"),
        pytest.param("facts", {"exchanges": [{"number": 1, "status": "deferred"}]}, "status", Counts(0, 1, 1), id="other status"),
        pytest.param(
            "facts", {"exchanges": [{"number": 1, "status": "deferred", "status_or": "answered"}]}, "status", Counts(1), id="either status"
        ),
        pytest.param("exchanges", {"exchanges": {"2": {"status": "declined", "reasons": []}}}, "reasons", Counts(0, 1), id="no reason"),
        pytest.param("topics", {"exchanges": {"1": ["topic/a", "topic/c"]}}, "topics", Counts(1, 1, 1), id="topics"),
        pytest.param("topics", {"exchanges": {"1": ["topic/a", "topic/b?"]}}, "topics", Counts(1), id="optional topic"),
        pytest.param("facts", {"id": "kst-1-2", "date": None, "kind": "letter"}, "identity", Counts(1, 1), id="identity"),
    ],
)
def test_files_beside_the_gold(kind: str, content: dict[str, Any], part: str, expected: Counts, tmp_path: Path) -> None:
    (tmp_path / f"paper.{kind}.json").write_text(json.dumps(content))
    given = Record("paper.txt", 9, {"id": "kst-1-2", "kind": "motion"}, exchanges=EXCHANGES)
    outcomes = facts.score(tmp_path / "paper.json", given)
    assert count(outcome for outcome in outcomes if outcome.part == part) == expected


def test_the_readme_shows_the_kept_figures() -> None:
    rows = {
        line.rsplit("`", 2)[-2]: line
        for line in readme().split("<!-- quality -->")[1].split("<!-- /quality -->")[0].splitlines()
        if "`)" in line
    }
    kept = json.loads((resources.path("data", "gold") / "scores.json").read_text(encoding="utf-8"))
    assert rows.keys() == kept.keys()
    for name, figures in kept.items():
        cells = [cell.strip(" *") for cell in rows[name].split("|")[2:-1]]
        for figure, cell in zip(("entities", "linking", None, None, "claims", "claims macro", "about"), cells, strict=False):
            if figure in figures:
                assert cell == f"{figures[figure]:.2f}", (name, figure)


def readme() -> str:
    return (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
