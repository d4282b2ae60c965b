"""Promises over papers: who keeps which, in whatever order the papers came, and whatever a reader says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import standpunt
from building import COLUMNS, without_runs
from standpunt.build import build
from standpunt.build.paper import analyse
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


def carried_out(tmp_path: Path, *body: str) -> list[str | None]:
    """Return the motion that each fulfilment in a letter points back at."""
    path = tmp_path / "brief.txt"
    path.write_text(
        "Den Haag, 1 juni 2023\n\nGeachte voorzitter,\n\n" + "\n\n".join(body) + "\n\nDe minister van Buitenlandse Zaken,\n\nW.B. Zandhof\n"
    )
    return [recall.motion for recall in analyse(path).recalls]


NAMED = "De motie van het lid De Vries (Kamerstuk 21 501-02, nr. 2433) vraagt om aanvulling van munitievoorraden."
OTHER = "De motie van het lid Bakker (Kamerstuk 36 410, nr. 12) vraagt om een nieuwe veerdienst."


@pytest.mark.parametrize(
    "kept",
    [
        "Hiermee is invulling gegeven aan de motie.",
        "Daarmee beschouw ik deze motie als afgedaan.",
        "Met het bovenstaande is de motie uitgevoerd.",
    ],
)
def test_a_fulfilment_points_back_at_the_motion_named_before_it(kept: str, tmp_path: Path) -> None:
    assert carried_out(tmp_path, f"{NAMED} De voorraden zijn op peil. {kept}") == ["kst-21501-02-2433"]
    assert carried_out(tmp_path, NAMED, f"De voorraden zijn op peil. {kept}") == ["kst-21501-02-2433"]
    assert carried_out(tmp_path, OTHER, f"{NAMED} De voorraden zijn op peil. {kept}") == ["kst-21501-02-2433"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param((f"{NAMED} {OTHER} Hiermee is de motie uitgevoerd.",), id="two in the paragraph"),
        pytest.param((NAMED, OTHER, "Hiermee is de motie uitgevoerd."), id="two in the section"),
        pytest.param((f"{NAMED} Zij lijkt op de motie over veren. Hiermee is de motie uitgevoerd.",), id="another that is unknown"),
        pytest.param(("De motie van het lid De Vries is aangenomen. Hiermee is de motie uitgevoerd.",), id="no Kamerstuk"),
        pytest.param((f"{NAMED} Hiermee is de motie over veerdiensten uitgevoerd.",), id="told apart by its subject"),
    ],
)
def test_a_fulfilment_points_at_no_motion_where_another_may_be_meant(body: tuple[str, ...], tmp_path: Path) -> None:
    assert set(carried_out(tmp_path, *body)) == {None}


def test_the_motion_of_an_earlier_sentence_shows_which_promise_is_kept(letters: Path, tmp_path: Path) -> None:
    text = (letters / "twee.txt").read_text()
    begin, end = text.index("Ter uitvoering"), text.index("Conform de")
    pointing = f"{NAMED} De voorraden zijn aangevuld. Hiermee is invulling gegeven aan de motie. "
    (letters / "twee.txt").write_text(text[:begin] + pointing + text[end:])
    build([letters], tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        assert kept(graph)[1] == (
            "Hiermee is invulling geg",
            "Kamerstuk 21501-02, nr. ",
            "Het kabinet zal de motie",
            "Kamerstuk 90000, nr. 1",
            "dezelfde motie",
        )
    assert [finding for finding in check(tmp_path / "graph") if finding.severity == "error"] == []


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
