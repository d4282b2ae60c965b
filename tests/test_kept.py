"""Promises over papers: who keeps which, in whatever order the papers came, and whatever a reader says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import standpunt
from building import COLUMNS, without_runs
from standpunt.build import build
from standpunt.checks import check
from standpunt.graph import Graph
from standpunt.review.incoming import take_in

PROMISED = """Den Haag, 22 maart 2023

Geachte voorzitter,

Ik zal uw Kamer voor de zomer informeren over veiligheidsgaranties voor Oekraïne. Het kabinet zal de motie van het lid De Vries
(Kamerstuk 21 501-02, nr. 2433) over munitievoorraden uitvoeren.

De minister van Buitenlandse Zaken,

W.B. Zandhof
"""
KEPT = """Den Haag, 1 juni 2023

Geachte voorzitter,

Zoals toegezegd in mijn brief van 22 maart 2023 (Kamerstuk 90000, nr. 1) informeer ik uw Kamer over veiligheidsgaranties voor
Oekraïne. Ter uitvoering van de motie van het lid De Vries (Kamerstuk 21 501-02, nr. 2433) zijn de munitievoorraden aangevuld. Conform de
toezegging aan uw Kamer is over visserij gesproken.

De minister van Buitenlandse Zaken,

W.B. Zandhof
"""


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "stukken"
    folder.mkdir()
    rows = ["een.txt,kst-90000-1,letter,TK,90000,1,2023-03-22,Belofte,,", "twee.txt,kst-90000-2,letter,TK,90000,2,2023-06-01,Nakoming,,"]
    (folder / "sources.csv").write_text("\n".join([COLUMNS, *rows]) + "\n")
    (folder / "een.txt").write_text(PROMISED)
    (folder / "twee.txt").write_text(KEPT)
    return folder


def kept(graph: Graph) -> list[tuple[object, ...]]:
    result = graph.query("nakoming")
    columns = ("herinnert_aan", "motie", "citaat_ander", "eerder_stuk", "blijkt_uit")
    return [tuple(str(row[result.columns.index(column)] or "")[:24] for column in columns) for row in result.rows]


def test_a_later_paper_keeps_what_an_earlier_one_promised_whichever_came_first(letters: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    build([letters], one)
    build([letters / "twee.txt"], two)
    with standpunt.open(two) as graph:
        assert [row[2:] for row in kept(graph)] == [("", "", "")] * 3
    build([letters], two)
    assert without_runs(one) == without_runs(two)
    with standpunt.open(one) as graph:
        assert kept(graph) == [
            ("Zoals toegezegd in mijn ", "", "Ik zal uw Kamer voor de ", "Kamerstuk 90000, nr. 1", "aangehaald stuk"),
            (
                "Ter uitvoering van de mo",
                "Kamerstuk 21501-02, nr. ",
                "Het kabinet zal de motie",
                "Kamerstuk 90000, nr. 1",
                "dezelfde motie",
            ),
            ("Conform de toezegging aa", "", "", "", ""),
        ]
        promised = graph.query("toezeggingen-in-stuk", bron="kst-90000-1")
        row = dict(zip(promised.columns, promised.rows[0], strict=True))
        assert (row["later_stuk"], row["blijkt_uit"]) == ("Kamerstuk 90000, nr. 2", "aangehaald stuk")
        assert len(graph.query("toezeggingen-open")) == 0
    assert [finding for finding in check(one) if finding.severity == "error"] == []


def test_a_promise_is_open_again_when_the_paper_that_kept_it_is_gone(letters: Path, tmp_path: Path) -> None:
    build([letters], tmp_path / "graph")
    (letters / "twee.txt").unlink()
    build([letters], tmp_path / "graph", prune=True)
    with standpunt.open(tmp_path / "graph") as graph:
        assert kept(graph) == []
        assert [row[3][:20] for row in graph.query("toezeggingen-open").rows] == ["Ik zal uw Kamer voor"]  # type: ignore[index]


def test_a_promise_that_was_rejected_is_kept_by_nobody(letters: Path, tmp_path: Path) -> None:
    build([letters], tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        promises = graph.claims(paper="kst-90000-1", relation="commits_to")["id"]
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("\n".join(["claim,verdict,reviewer", *(f"{claim},rejected,Anna" for claim in promises)]))
    take_in(sheet, tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        assert [row[2:] for row in kept(graph)] == [("", "", "")] * 3
    assert [finding for finding in check(tmp_path / "graph") if finding.severity == "error"] == []


def test_items_of_a_printed_list_of_promises_are_promises_of_the_cabinet() -> None:
    text = """Handelingen II 2023-2024, nr. 80, item 6

De voorzitter:
Dan noteer ik de volgende toezeggingen.

– Voor de begrotingsbehandeling ontvangt de Kamer de cijfers van de tien grootste azc's.

De voorzitter:
Ik dank de Minister voor zijn komst.
"""
    found = [claim for claim in standpunt.annotate(text).claims if claim.rule == "toezeggingenlijst"]
    assert [(claim.holder, claim.relation, claim.proposition) for claim in found] == [
        ("actor/kabinet", "commits_to", "Voor de begrotingsbehandeling ontvangt de Kamer de cijfers van de tien grootste azc's")
    ]
    assert found[0].commitment
    assert found[0].commitment.kind == "promise_to_house"
