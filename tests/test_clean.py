"""Cleaning undoes what a page does to a text, and knows where every character stood."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standpunt.model import OffsetMap
from standpunt.structure import headings
from standpunt.structure.clean import Layout, Text, join, paragraphs
from standpunt.structure.hyphens import hyphen
from standpunt.structure.lines import lines_of


def layout(source: str) -> Layout:
    return paragraphs(source, lines_of(source), headings.starts_line("letter"))


def texts(source: str) -> list[str]:
    return [str(paragraph) for paragraph in layout(source).paragraphs]


@pytest.mark.parametrize(
    ("left", "right", "elsewhere", "expected"),
    [
        ("verde", "diging", "", "none"),
        ("NAVO", "Ministers", "", "hyphen"),
        ("samen", "werking", "", "none"),
        ("NAVO-EU", "samenwerking", "", "hyphen"),
        ("GroenLinks", "fractie", "", "hyphen"),
        ("Volt", "fractie", "", "hyphen"),
        ("informatie", "uitwisseling", "", "hyphen"),
        ("sanctie", "instrument", "", "hyphen"),
        ("informatie", "voorziening", "", "none"),
        ("militaire", "en", "", "space"),
        ("in", "of", "", "space"),
        ("non", "proliferatie", "", "hyphen"),
        ("de", "escalatie", "", "hyphen"),
        ("Nagorno", "Karabach", "", "hyphen"),
        ("Azerbei", "dzjan", "", "none"),
        ("Ameri", "kaanse", "", "none"),
        ("Hande", "lingen", "", "none"),
        ("sanctie", "beleid", "sanctie-beleid", "hyphen"),
        ("kandidaat", "land", "", "hyphen"),
        ("top", "down", "top-down", "hyphen"),
        ("Oekraïne", "crisis", "oekraïne crisis", "hyphen"),
        ("COVID-19", "maatregelen", "", "hyphen"),
        ("trans", "Atlantische", "", "hyphen"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_the_word_has_one(left: str, right: str, elsewhere: str, expected: str) -> None:
    assert hyphen(left, right, set(elsewhere.split())) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("De afschrikking en verde-\ndiging van het\nverdragsgebied. ", ["De afschrikking en verdediging van het verdragsgebied."]),
        ("De Minister van Infra- \nstructuur en  Waterstaat", ["De Minister van Infrastructuur en Waterstaat"]),
        ("een **zwaar** pakket en *best practices*", ["een zwaar pakket en best practices"]),
        ("# **Kop**\nTekst eronder.", ["Kop", "Tekst eronder."]),
        ("Vraag over CO<sub>2</sub> en m².", ["Vraag over CO2 en m²."]),
        ("\ufeffDatum\t14 januari 2022\r\n\r\nTekst.\r\n", ["Datum 14 januari 2022", "Tekst."]),
        ("De periode 2021–\n2022 en en/\nof later.", ["De periode 2021–2022 en en/of later."]),
        ("een _zwaar_ pakket, snake_case en __vet__", ["een zwaar pakket, snake_case en vet"]),
        ("Zie [de brief](https://zoek.officielebekendmakingen.nl/kst-1-1.html) hierover [sic].", ["Zie de brief hierover [sic]."]),
        ("| Land | Steun |\n|---|---|\n| Oekraïne | veel |", ["| Land | Steun |", "| Oekraïne | veel |"]),
        ("Tekst.\n\nTweede Kamer Brexit 5 april 2018 TK 70 70-8-12\n\nMeer.", ["Tekst.", "Meer."]),
        ("1\\. Een \\*ster\\*.", ["1. Een *ster*."]),
        ("Eerste alinea.\n\n---\n\nTweede alinea.", ["Eerste alinea.", "Tweede alinea."]),
        ("- het eerste punt;\n- het tweede punt.", ["- het eerste punt;", "- het tweede punt."]),
    ],
)
def test_a_paragraph_reads_as_it_was_meant(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


FOOTER = "\n\nTweede Kamer, vergaderjaar 2022–2023, 21 501-02, nr. 2701 1\n\n"


@pytest.mark.parametrize(
    "between",
    [
        FOOTER,
        "\n\nkst-21501-02-2701\nISSN 0921 - 7371\n’s-Gravenhage 2023\n\nTweede Kamer, vergaderjaar 2022–2023, 21 501-02, nr. 2701 1\n\n",
        "\n\n1 Kamerstuk 21 501-20, nr. 1902.\n" + FOOTER,
        "\n\n12\n\nEerste Kamer, vergaderjaar 2011–2012, 33 000, AB\n\n",
        "\n\n---\n\n<sup>1</sup> Kamerstuk 21 501-20, nr. 1902.\n\n",
        "\n\nPagina 3 van 7\n\n",
    ],
)
@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        (
            "De hervormingen die in het vorige debat1 zijn besproken, zullen langs de",
            "gebruikelijke weg volgen.",
            " langs de gebruikelijke weg",
        ),
        ("De volgorde van de voorzitterschappen1 is in 2016 in Brussel vastge-", "legd en staat vast.", " in Brussel vastgelegd en"),
        ("Voor de derde sessie van de bijeenkomst1 sloten partners aan, alsmede de", "Hoge Vertegenwoordiger.", " alsmede de Hoge"),
    ],
)
def test_a_sentence_that_a_page_cuts_in_two_comes_out_whole(between: str, left: str, right: str, whole: str) -> None:
    [sentence] = texts(left + between + right)
    assert whole in sentence
    assert "Kamerstuk" not in sentence
    assert "vergaderjaar" not in sentence


@pytest.mark.parametrize(
    "source",
    [
        "Het gaat om meer dan vierhonderd miljoen dollar aan steun.\n\nNederland levert geen steun.",
        "Versterking van effecten door specifieke tegenmaatregelen van derde landen\n\nIndien landen besluiten is dat zo.",
        "Veiligheidsgaranties\n\ntijdens het debat is gesproken.",
        "De leden vragen het volgende aan de Minister van Buitenlandse Zaken van ons land:\n\n- eerst dit;",
    ],
)
def test_paragraphs_that_are_complete_stay_apart(source: str) -> None:
    assert len(texts(source)) == 2


def test_footnotes_leave_the_text_and_know_their_marker() -> None:
    source = (
        "De brief over buurlanden1, is bekend.\nDaarna2 volgde meer.\n\n1 Kamerstuk 36 045, nr. 44.\n2 NATO – News: Statement by Heads,"
        "\n24-Mar.-2022.\n geen verzoek vanuit Turkije."
    )
    found = layout(source)
    assert [(str(note), note.footnote) for note in found.footnotes] == [
        ("Kamerstuk 36 045, nr. 44.", "1"),
        ("NATO – News: Statement by Heads, 24-Mar.-2022.", "2"),
    ]
    assert str(found.paragraphs[0]) == "De brief over buurlanden, is bekend. Daarna volgde meer."
    assert [(source[marker.start : marker.end], marker.body) for marker in found.markers] == [("1", 0), ("2", 1)]


def test_numbers_of_footnotes_may_start_anew() -> None:
    source = "Eerst dit.¹\n\n¹ Kamerstuk 1.\n\nDan dat.¹\n\n¹ Kamerstuk 2."
    found = layout(source)
    assert [marker.body for marker in found.markers] == [0, 1]
    assert texts(source) == ["Eerst dit.", "Dan dat."]


@pytest.mark.parametrize(
    "source",
    [
        "Het Normandie4 format, de G7, de F-16 en CO2 blijven.\n\n<sup>4</sup> Kamerstuk 21 501-02, nr. 2433.",
        "De G7 en NAVO2030 blijven staan.",
        "In AP4-landen en op 7 april5 blijft het.",
    ],
)
def test_a_digit_at_a_word_is_no_marker_without_a_footnote_in_its_style(source: str) -> None:
    assert texts(source)[0] == source.split("\n")[0]


def test_a_paragraph_that_begins_with_a_number_is_no_footnote() -> None:
    assert texts("Aan de oefening namen velen deel.\n\n17 NAVO-landen deden mee.") == [
        "Aan de oefening namen velen deel.",
        "17 NAVO-landen deden mee.",
    ]


ALPHABET = st.sampled_from("ab A1.,-\n \t*#<>»«éï²\r")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=300))
def test_every_character_stands_where_the_offsets_say(source: str) -> None:
    """White space may have become another white space; everything else is the source's own character."""
    found = layout(source)
    for paragraph in (*found.paragraphs, *found.footnotes):
        offsets = paragraph.text.offsets
        last = -1
        for at, char in enumerate(paragraph.text.text):
            where = offsets.source(at)
            assert where > last, "offsets rise"
            last = where
            assert source[where] == char or (char == " " and not source[where].isalpha())


RUNS = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5)), min_size=1, max_size=20)


@given(RUNS, st.data())
def test_an_offset_map_gives_back_each_character(runs: list[tuple[int, int]], data: st.DataObject) -> None:
    """Each run is so many characters kept after so many left out."""
    kept: list[int] = []
    where = 0
    for length, gap in runs:
        where += gap
        kept.extend(range(where, where + length))
        where += length
    starts = [i for i, offset in enumerate(kept) if i == 0 or offset != kept[i - 1] + 1]
    offsets = OffsetMap(tuple(starts), tuple(kept[i] for i in starts))
    assert [offsets.source(at) for at in range(len(kept))] == kept
    at = data.draw(st.integers(0, len(kept) - 1))
    to = data.draw(st.integers(at + 1, len(kept)))
    assert offsets.span(at, to) == (kept[at], kept[to - 1] + 1)


@given(st.lists(st.text("abc ", min_size=1, max_size=8), min_size=1, max_size=6), st.sampled_from(["", " ", "\n"]), st.data())
def test_joining_and_parting_keep_the_offsets(pieces: list[str], between: str, data: st.DataObject) -> None:
    source = "|".join(pieces)
    parts, start = [], 0
    for piece in pieces:
        parts.append(Text(piece, (0,), (start,)))
        start += len(piece) + 1
    joined = join(parts, between)
    assert joined.text == between.join(pieces)
    at = data.draw(st.integers(0, len(joined.text)))
    to = data.draw(st.integers(at, len(joined.text)))
    part = joined.part(at, to)
    assert part.text == joined.text[at:to].strip()
    for k, char in enumerate(part.text):
        if char != between:
            assert source[part.offsets.source(k)] in (char, "|")
