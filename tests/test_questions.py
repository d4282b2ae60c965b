"""The saved questions: their heads are whole, their rows are readable, right, and lead to their evidence."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

import standpunt
from standpunt import query, resources
from standpunt.explain import explain
from standpunt.graph import Graph
from standpunt.query import Cell, SavedQuery
from standpunt.review.incoming import take_in
from standpunt.store.sparql import parse

GOLDEN: Final = Path(__file__).parent / "golden"
QUESTIONS: Final = query.saved()
NAMES: Final = [question.name for question in QUESTIONS]
#: Values for what a question can't do without.
NEEDED: Final[dict[str, dict[str, str]]] = {"uitspraken-in-stuk": {"bron": "brief-2022-01-14-verslag-navo-ministeriele"}}
#: Questions asked with other values than their defaults, beside those with their defaults.
ALSO: Final[list[tuple[str, dict[str, str]]]] = [
    ("eens-en-oneens", {"een": "actor/kabinet", "ander": "faction/PVV"}),
    ("standpunt-door-de-tijd", {"onderwerp": "navo"}),
    ("standpunten-over-onderwerp", {"onderwerp": "sancties"}),
    ("verwijzingen-naar-stuk", {"kenmerk": "kst-21501-02-2433"}),
    ("vragen-en-antwoorden", {"bron": "kst-28676-384", "vraagnummer": "12"}),
    ("wie-vroeg-naar-land", {"over": "Turkije"}),
]
#: Questions about what the sample corpus does not hold, asked of the invented papers in data/gold/written.
OF_INVENTED_PAPERS: Final = ("aansluitingen", "moties-van", "sprekers", "toezeggingen-open", "zorgen")
#: Questions about what people say of claims, asked of the sample corpus with the reviews in data/reviews.
OF_REVIEWED_PAPERS: Final = ("beoordelingen",)
#: Columns that name a thing in the graph, for `standpunt explain` and for links.
CLAIMS: Final = frozenset(
    {
        "uitspraak",
        "uitspraak_ander",
        "toezegging",
        "standpunt",
        "vraag_en_antwoord",
        "vindplaats",
        "nakoming",
        "eerdere_toezegging",
        "behandeling",
    }
)
IDS: Final = CLAIMS | {"bron", "bijeenkomst", "persoon", "afspraak", "over", "begrip", "regel"}
#: Columns that stay out of the golden rows: addresses, and ids that change with any letter of a sentence.
UNSTABLE: Final = frozenset(
    {"link", "uitspraak", "uitspraak_ander", "toezegging", "vindplaats", "nakoming", "eerdere_toezegging", "behandeling"}
)
LONGEST: Final = 80  # of a golden cell; the rest of a text is the paper's
# faction/VVD, kst-28676-384/answer/12
LOOKS_LIKE_AN_ID = re.compile(r"(?:faction|country|org|topic|person|actor|meeting|motion|instrument|rule)/\S+|kst-\S+/\S+|https?://\S+")


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the invented papers in data/gold/written."""
    folder = tmp_path_factory.mktemp("invented") / "standpunt.graph"
    papers = resources.path("data", "gold", "written")
    standpunt.build([*papers.glob("*.txt"), *papers.glob("c2-*.md")], folder)
    with standpunt.open(folder) as graph:
        yield graph


@pytest.fixture(scope="session")
def reviewed(corpus_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the sample corpus with the reviews in data/reviews."""
    folder = tmp_path_factory.mktemp("reviewed") / "standpunt.graph"
    shutil.copytree(corpus_graph, folder)
    take_in(resources.path("data", "reviews", "example.csv"), folder)
    with standpunt.open(folder) as graph:
        yield graph


def rows(graph: Graph, name: str, **params: Any) -> list[dict[str, Cell]]:
    result = graph.query(name, **params)
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def test_there_are_enough_questions() -> None:
    assert len(NAMES) >= 30


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_the_head_of_a_question_is_whole(question: SavedQuery) -> None:
    """Title, question, columns, keywords; each parameter explained, in a block of its own and used."""
    parse(question.text)
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", question.name)
    assert question.question.endswith((".", "?"))
    assert question.question_en.endswith((".", "?"))
    assert question.title != question.title_en
    assert question.question != question.question_en
    assert all(parameter.explanation != parameter.explanation_en for parameter in question.parameters)
    assert question.keywords
    assert all(re.fullmatch(r"[a-z_]+", column) for column in question.columns)
    body = re.sub(r"^#.*$", "", question.text, flags=re.MULTILINE)
    assert set(re.findall(r"VALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}", body)) == {parameter.name for parameter in question.parameters}
    outside = re.sub(r"VALUES\s+\?\w+\s*\{\s*UNDEF\s*\}", "", body)
    assert all(re.search(rf"\?{parameter.name}\b", outside) for parameter in question.parameters)


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_a_question_is_sorted_and_stays_in_its_store(question: SavedQuery) -> None:
    body = re.sub(r"#.*$", "", question.text, flags=re.MULTILINE)
    assert re.search(r"\}\s*(?:GROUP BY [^{}]*)?ORDER BY [^{}]*$", body)
    assert not re.search(r"\bSERVICE\b", body, re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_readable(name: str, corpus: Graph) -> None:
    """Names instead of ids, no row twice, a link to the official publication."""
    found = rows(corpus, name, **NEEDED.get(name, {}))
    assert len({tuple(row.values()) for row in found}) == len(found)
    for row in found:
        assert not any(LOOKS_LIKE_AN_ID.fullmatch(str(cell)) for column, cell in row.items() if column not in {*IDS, "link"})
        if "link" in row and str(row.get("stuk", "")).startswith("Kamerstuk"):
            assert str(row["link"]).startswith("https://zoek.officielebekendmakingen.nl/kst-")


@pytest.mark.parametrize("name", [q.name for q in QUESTIONS if {"uitspraak", "toezegging", "standpunt"} & set(q.columns)])
def test_rows_lead_to_their_evidence(name: str, corpus: Graph) -> None:
    for row in rows(corpus, name, **NEEDED.get(name, {}))[:10]:
        for fact, quotation in (("uitspraak", "citaat"), ("uitspraak_ander", "citaat_ander"), ("toezegging", "citaat")):
            if fact in row:
                behind = explain(corpus.store, str(row[fact]))
                assert row.get(quotation, behind[0].quotation) in [each.quotation for each in behind]
        if str(row.get("standpunt")).startswith("position/"):
            assert explain(corpus.store, str(row["standpunt"]))


@pytest.mark.parametrize("question", QUESTIONS, ids=NAMES)
def test_parameters_narrow_the_answer(question: SavedQuery, corpus: Graph) -> None:
    names = {parameter.name for parameter in question.parameters}
    needed = NEEDED.get(question.name, {})
    if "vanaf" in names:
        found = rows(corpus, question.name, **needed, vanaf="2022-01-14")
        assert all(str(row.get("dag", row.get("datum", "9999"))) >= "2022-01-14" for row in found)
    if "tot" in names:
        found = rows(corpus, question.name, **needed, tot="2022-01-14")
        assert all(str(row.get("dag", row.get("datum", ""))) <= "2022-01-14" for row in found)
    if "bron" in names and "stuk" in question.columns:
        found = rows(corpus, question.name, **(needed | {"bron": "kst-28676-384"}))
        assert {row["stuk"] for row in found} <= {"Kamerstuk 28676, nr. 384"}
    if "wie" in names and (column := next((c for c in ("houder", "fractie", "vragers", "aangehaald_door") if c in question.columns), None)):
        found = rows(corpus, question.name, **(needed | {"wie": "faction/SP"}))
        assert all("SP" in str(row[column]).split(", ") for row in found)


def _cases() -> Iterator[tuple[str, dict[str, str]]]:
    yield from ((name, NEEDED.get(name, {})) for name in NAMES)
    yield from ALSO


@pytest.mark.parametrize(("name", "params"), list(_cases()), ids=lambda case: case if isinstance(case, str) else ",".join(case.values()))
def test_golden_rows(name: str, params: dict[str, str], corpus: Graph, update_golden: bool) -> None:
    _compare(corpus, name, params, GOLDEN / "corpus", update_golden)


@pytest.mark.parametrize("name", OF_INVENTED_PAPERS)
def test_golden_rows_of_invented_papers(name: str, invented: Graph, update_golden: bool) -> None:
    _compare(invented, name, {}, GOLDEN / "invented", update_golden)


@pytest.mark.parametrize("name", OF_REVIEWED_PAPERS)
def test_golden_rows_of_reviewed_papers(name: str, reviewed: Graph, update_golden: bool) -> None:
    _compare(reviewed, name, {}, GOLDEN / "reviewed", update_golden)


def _compare(graph: Graph, name: str, params: dict[str, str], folder: Path, update: bool) -> None:
    """Compare the answer with the golden rows, or write them anew: `pytest tests/test_questions.py --update-golden`."""
    given = "".join(f",{key}={value.replace('/', '-')}" for key, value in params.items() if name not in NEEDED)
    file = folder / f"{name}{given}.csv"
    found = rows(graph, name, **params)
    columns = [column for column in query.find(name).columns if column not in UNSTABLE]
    table = [columns, *([_cut(row[column]) for column in columns] for row in found)]
    if update:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(table)
    with file.open(encoding="utf-8", newline="") as golden:
        assert table == list(csv.reader(golden)), f"{file.name} differs; if it should, renew it with --update-golden and read the diff"


def _cut(cell: Cell) -> str:
    text = "" if cell is None else " ".join(str(cell).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 2] + " …"
