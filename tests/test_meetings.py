"""Meetings over their names and papers are one entity; bodies that met on the same day are told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Date
from pathlib import Path
from typing import Literal

import pytest

import standpunt
from building import COLUMNS, without_runs
from standpunt.build import build
from standpunt.checks import check
from standpunt.model import CABINET, Analysis, Block, Label, Mention, OffsetMap, Paper, Source
from standpunt.query import Cell
from standpunt.relate.meetings import Meetings, citations, merge


def paper(ident: str, text: str, *mentions: tuple[str, Label, str | None], chamber: Literal["TK", "EK"] = "TK") -> Analysis:
    """Return a letter with these mentions, each given by its words: the first that are not taken yet by its label."""
    found = []
    taken: dict[str, int] = {}
    for words, label, entity in mentions:
        at = text.index(words, taken.get(label, 0))
        found.append(Mention(at, at + len(words), words, label, entity, "", 0, at, at + len(words)))
        taken[label] = at + 1
    block = Block(0, "body", CABINET, text, OffsetMap((0,), (0,)), 0, len(text), ())
    return Analysis(
        Paper(ident, "letter", Source(ident, text, "", "text/plain"), (block,), date=Date(2022, 1, 13), chamber=chamber), tuple(found), ()
    )


def merged(*papers: Analysis) -> Meetings:
    return merge(citation for one in papers for citation in citations(one))


def names(meetings: Meetings) -> dict[str, list[str]]:
    return {ident: [citation.text for citation in cited] for ident, cited in meetings.cited.items()}


JANUARY = "meeting/2022-01-07"
AGENDA = paper(
    "kst-28676-384",
    "De NAVO ministeriële van 7 januari 2022 wordt voorbereid.",
    ("NAVO ministeriële van 7 januari 2022", "MEETING", JANUARY),
    ("NAVO", "ORG", "org/NAVO"),
)
VISIT = paper(
    "brief-2022-01-20",
    "Op 7 januari jl. vond een ingelaste virtuele bijeenkomst van de NAVO-Ministers (FMM) plaats.",
    ("ingelaste virtuele bijeenkomst van de NAVO-Ministers", "MEETING", JANUARY),
    ("FMM", "MEETING", JANUARY),
    ("NAVO", "ORG", "org/NAVO"),
)


def test_three_names_in_two_papers_are_one_meeting() -> None:
    meetings = merged(AGENDA, VISIT)
    assert names(meetings) == {
        JANUARY: ["ingelaste virtuele bijeenkomst van de NAVO-Ministers", "FMM", "NAVO ministeriële van 7 januari 2022"],
    }
    [meeting] = meetings.meetings
    assert (meeting.body, meeting.first, meeting.last) == ("org/NAVO", Date(2022, 1, 7), Date(2022, 1, 7))
    assert meeting.name == "NAVO ministeriële van 7 januari 2022"  # with its day, though another is longer
    assert meetings.ids["kst-28676-384", 3] == JANUARY


def test_bodies_that_met_on_one_day_are_two_meetings() -> None:
    summit = "meeting/2022-03-24"
    letter = paper(
        "kst-1-1",
        "De NAVO Top van 24 maart 2022, de Europese Raad van 24 maart 2022 en de bijeenkomst van 24 maart 2022.",
        ("NAVO Top van 24 maart 2022", "MEETING", summit),
        ("Europese Raad van 24 maart 2022", "MEETING", summit),
        ("bijeenkomst van 24 maart 2022", "MEETING", summit),
        ("NAVO", "ORG", "org/NAVO"),
    )
    assert names(merged(letter)) == {
        "meeting/2022-03-24": ["bijeenkomst van 24 maart 2022"],  # nobody can tell which
        "meeting/2022-03-24-EuropeseRaad": ["Europese Raad van 24 maart 2022"],
        "meeting/2022-03-24-NAVO": ["NAVO Top van 24 maart 2022"],
    }


def test_the_second_day_belongs_to_the_meeting_that_began_the_day_before() -> None:
    letter = paper(
        "kst-28676-396",
        "De NAVO ministeriële van 6 en 7 april 2022 in Brussel; de NAVO-bijeenkomst van 7 april 2022.",
        ("NAVO ministeriële van 6 en 7 april 2022", "MEETING", "meeting/2022-04-06"),
        ("NAVO-bijeenkomst van 7 april 2022", "MEETING", "meeting/2022-04-07"),
        ("NAVO", "ORG", "org/NAVO"),
        ("NAVO", "ORG", "org/NAVO"),
    )
    [meeting] = merged(letter).meetings
    assert (meeting.id, meeting.first, meeting.last, meeting.place) == (
        "meeting/2022-04-06",
        Date(2022, 4, 6),
        Date(2022, 4, 7),
        "Brussel",
    )


def test_debates_of_one_day_in_the_house_are_told_apart_by_kind() -> None:
    letter = paper(
        "kst-1-2",
        "Het commissiedebat van 22 maart 2023 en het tweeminutendebat van 22 maart 2023.",
        ("commissiedebat van 22 maart 2023", "MEETING", "meeting/2023-03-22"),
        ("tweeminutendebat van 22 maart 2023", "MEETING", "meeting/2023-03-22"),
    )
    assert list(names(merged(letter))) == [
        "meeting/2023-03-22-TweedeKamer-commissiedebat",
        "meeting/2023-03-22-TweedeKamer-tweeminutendebat",
    ]


@pytest.mark.parametrize(("chamber", "body"), [("TK", "org/TweedeKamer"), ("EK", "org/EersteKamer")])
def test_a_debate_is_held_in_the_house_to_which_the_paper_belongs(chamber: Literal["TK", "EK"], body: str) -> None:
    words = "algemeen overleg van 17 juni 2020"
    [meeting] = merged(paper("kst-1-3", f"Het {words}.", (words, "MEETING", "meeting/2020-06-17"), chamber=chamber)).meetings
    assert (meeting.body, meeting.kind) == (body, "algemeen overleg")


def test_a_debate_about_another_body_is_held_in_the_house() -> None:
    words = "commissiedebat NAVO FMM van 22 maart 2023"
    [meeting] = merged(paper("kst-1-6", f"Het {words}.", (words, "MEETING", "meeting/2023-03-22"), ("NAVO", "ORG", "org/NAVO"))).meetings
    assert meeting.body == "org/TweedeKamer"


@pytest.mark.parametrize("ident", [None, "meeting/onbekend", "meeting/2022-13-40"])
def test_a_meeting_without_a_day_is_no_entity(ident: str | None) -> None:
    assert citations(paper("kst-1-4", "Het commissiedebat volgt.", ("commissiedebat", "MEETING", ident))) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("De NAVO-top in Madrid op 29 juni 2022 volgt.", "Madrid"),
        ("De NAVO-top van 29 juni 2022 te Den Haag volgt.", "Den Haag"),
        ("De NAVO-top van 29 juni 2022 in Juni volgt.", None),
        ("De NAVO-top van 29 juni 2022 volgt.", None),
    ],
)
def test_where_it_is_held(text: str, place: str | None) -> None:
    words = text[3 : text.index(" 2022") + 5]
    [meeting] = merged(paper("kst-1-5", text, (words, "MEETING", "meeting/2022-06-29"))).meetings
    assert meeting.place == place


@pytest.mark.parametrize(
    ("title", "is_about"),
    [
        ("Verslag van de NAVO ministeriële bijeenkomst van 7 januari 2022", True),
        ("Verslag van de bijeenkomst van 7 januari jl.", True),
        ("Verslag van de Europese Raad van 7 januari 2022", False),
        ("Verslag van de NAVO ministeriële bijeenkomst van 8 januari 2022", False),
        ("Brief over Kiev", False),
        (None, False),
    ],
)
def test_a_paper_is_about_the_meeting_that_its_title_names(title: str | None, is_about: bool) -> None:
    meetings = merged(replace(AGENDA, paper=replace(AGENDA.paper, title=title)), VISIT)
    assert meetings.papers_about(JANUARY) == (("kst-28676-384",) if is_about else ())


# In the graph

LETTERS = {
    "een": ("Agenda van de NAVO ministeriële van 7 januari 2022", "De NAVO ministeriële van 7 januari 2022 in Brussel wordt voorbereid."),
    "twee": ("Brief over Kiev", "Op 7 januari jl. vond een ingelaste virtuele bijeenkomst van de NAVO-Ministers (FMM) plaats."),
    "drie": ("Brief over Praag", "De Europese Raad van 7 januari 2022 sprak over Oekraïne."),
}


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "stukken"
    folder.mkdir()
    rows = [
        f"{name}.txt,kst-90000-{n},letter,TK,90000,{n},2022-01-2{n},{title},," for n, (name, (title, _)) in enumerate(LETTERS.items(), 1)
    ]
    (folder / "sources.csv").write_text("\n".join([COLUMNS, *rows]) + "\n")
    for name, (_, text) in LETTERS.items():
        (folder / f"{name}.txt").write_text(f"Den Haag, 20 januari 2022\n\nGeachte voorzitter,\n\n{text} Het kabinet steunt Oekraïne.\n")
    return folder


def named(graph: Path) -> list[tuple[Cell, ...]]:
    with standpunt.open(graph) as opened:
        result = opened.query("bijeenkomsten")
    columns = ("bijeenkomst", "naam", "van", "plaats", "stuk", "gaat_erover", "keer_genoemd")
    return [tuple(row[result.columns.index(column)] for column in columns) for row in result.rows]


def test_a_meeting_is_one_in_the_graph_whatever_papers_call_it_and_whenever_they_came(letters: Path, tmp_path: Path) -> None:
    graph, slowly = tmp_path / "graph", tmp_path / "slowly"
    build([letters / "een.txt", letters / "twee.txt"], graph)
    name = "NAVO ministeriële van 7 januari 2022"
    assert named(graph) == [
        (JANUARY, name, "NAVO", "Brussel", "Kamerstuk 90000, nr. 1", "ja", 1),
        (JANUARY, name, "NAVO", "Brussel", "Kamerstuk 90000, nr. 2", "", 1),
    ]
    build([letters], graph)
    assert [(row[0], row[2], row[4]) for row in named(graph)] == [
        (f"{JANUARY}-EuropeseRaad", "Europese Raad", "Kamerstuk 90000, nr. 3"),
        (f"{JANUARY}-NAVO", "NAVO", "Kamerstuk 90000, nr. 1"),
        (f"{JANUARY}-NAVO", "NAVO", "Kamerstuk 90000, nr. 2"),
    ]
    assert [finding for finding in check(graph) if finding.severity == "error"] == []
    for file in ("drie.txt", "twee.txt", "een.txt"):
        build([letters / file], slowly)
    assert without_runs(slowly) == without_runs(graph)
    (letters / "drie.txt").unlink()
    build([letters], graph, prune=True)
    assert {row[0] for row in named(graph)} == {JANUARY}
