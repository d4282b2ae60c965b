"""Headings, speaker lines, factions and kinds are known by the patterns of the knowledge files."""

from __future__ import annotations

import pytest

from standpunt import knowledge
from standpunt.errors import UnknownKind
from standpunt.knowledge import HeadingPattern, KindCue, TurnCue
from standpunt.structure import factions, headings, kinds


@pytest.mark.parametrize(
    ("text", "sort", "numbers", "asked_by"),
    [
        ("Vragen en opmerkingen van de leden van de VVD-fractie", "inbreng", (), ("faction/VVD",)),
        ("1. Vragen en opmerkingen van de leden van de D66-fractie", "inbreng", (), ("faction/D66",)),
        ("**Vragen en opmerkingen van de leden van de fractie van Volt**", "inbreng", (), ("faction/Volt",)),
        ("Vragen en opmerkingen van de leden van de fractie van de Partij voor de Dieren", "inbreng", (), ("faction/PvdD",)),
        ("Vragen en opmerkingen van het lid van de BIJ1-fractie", "inbreng", (), ("faction/BIJ1",)),
        ("Vragen en opmerkingen van de VVD-fractie", "inbreng", (), ("faction/VVD",)),
        ("Vragen van de leden van de SGP-fractie", "inbreng", (), ("faction/SGP",)),
        ("Inbreng leden van de VVD-fractie", "inbreng", (), ("faction/VVD",)),
        ("Inbreng van de leden van de fracties van de PvdA en GroenLinks", "inbreng", (), ("faction/PvdA", "faction/GroenLinks")),
        ("Inbreng van de PVV-fractie", "inbreng", (), ("faction/PVV",)),
        ("Vragen en opmerkingen van de leden van de Groep Van Haga", "inbreng", (), ("faction/GroepVanHaga",)),
        ("Vragen en opmerkingen van het lid Omtzigt", "inbreng", (), ("faction/LidOmtzigt",)),
        ("Vragen en opmerkingen van het lid De Wit", "inbreng", (), ("faction/LidDeWit",)),
        ("Vragen en opmerkingen van de Fractie Den Haan", "inbreng", (), ("faction/FractieDenHaan",)),
        (
            "Vragen van het lid Van Kooten-Arissen (Groep Krol/Van Kooten-Arissen)",
            "inbreng",
            (),
            ("faction/GroepKrolVanKooten-Arissen",),
        ),
        ("GroenLinks-PvdA-fractie", "inbreng", (), ("faction/GroenLinks-PvdA",)),
        ("SP en Volt", "inbreng", (), ("faction/SP", "faction/Volt")),
        ("Reactie op de vragen van de leden van de CDA-fractie", "inbreng", (), ("faction/CDA",)),
        ("I Vragen en opmerkingen vanuit de fracties", "vragen", (), ()),
        ("I. Vragen en opmerkingen vanuit de fracties", "vragen", (), ()),
        ("Vragen en opmerkingen vanuit de fracties en reactie van de bewindspersonen", "vragen", (), ()),
        ("II Antwoord/Reactie van de bewindspersonen", "antwoorden", (), ()),
        ("II. Antwoord / Reactie van de Minister van Buitenlandse Zaken", "antwoorden", (), ()),
        ("II Reactie van de Staatssecretaris", "antwoorden", (), ()),
        ("1. Antwoord van het kabinet:", "antwoord", (1,), ()),
        ("12) Antwoord van de Minister", "antwoord", (12,), ()),
        ("3. Reactie van de regering", "antwoord", (3,), ()),
        ("Antwoord van de Minister en de Staatssecretaris", "antwoord", (), ()),
        ("Antwoord 4:", "antwoord", (4,), ()),
        ("Antwoord vraag 3", "antwoord", (3,), ()),
        ("Antwoord op de vragen 2, 3 en 5", "antwoord", (2, 3, 5), ()),
        ("Antwoord op vragen 4 t/m 7", "antwoord", (4, 5, 6, 7), ()),
        ("Antwoord op vraag 2 en vraag 3", "antwoord", (2, 3), ()),
        ("Antwoord", "antwoord", (), ()),
        ("Vraag 1.", "vraag", (1,), ()),
        ("Vraag 3: Deelt u die mening?", "vraag", (3,), ()),
        ("Inhoudsopgave blz.", "inhoudsopgave", (), ()),
    ],
)
def test_headings_say_who_speaks(text: str, sort: str, numbers: tuple[int, ...], asked_by: tuple[str, ...]) -> None:
    found = headings.match(text, sorts=headings.SORTS["written_consultation"])
    assert found
    assert (found.sort, found.numbers, found.factions) == (sort, numbers, asked_by)


@pytest.mark.parametrize(
    "text",
    [
        "De leden van de VVD-fractie hebben met interesse kennisgenomen van de stukken.",
        "Rusland en Oekraïne",
        "Georgië en Oekraïne",
        "antwoord op vraag 31.",
        "Vraag 10 gaat over de begroting.",
        "Antwoord op deze vraag volgt later.",
        "Vragen en opmerkingen van de leden van de commissie voor Financiën van de Staten",
        "Inbreng van de provincies",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text: str) -> None:
    assert headings.match(text, sorts=headings.SORTS["written_consultation"]) is None


def test_what_follows_on_the_line_of_a_heading_is_found() -> None:
    text = "12. Antwoord van het kabinet Zie beantwoording vraag 28."
    found = headings.match(text)
    assert found
    assert found.rest is not None
    assert text[found.rest :] == "Zie beantwoording vraag 28."


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("De heer Segers (ChristenUnie): Hierop kom ik.", True),
        ("Mevrouw Ploumen (PvdA):", True),
        ("Minister Koenders:", True),
        ("Minister-President Rutte:", True),
        ("Staatssecretaris Harmsen: Voorzitter.", True),
        ("De voorzitter:", True),
        ("Het lid Simons (BIJ1): Dank.", True),
        ("De heer Van Haersma Buma (CDA): Voorzitter.", True),
        ("Voorzitter: Mulderij", False),
        ("De heer Segers zei het volgende.", False),
    ],
)
def test_speaker_lines_are_told_from_text(line: str, speaks: bool) -> None:
    assert (headings.SPEAKER.fullmatch(line) is not None) == speaks


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("PvdA- en GroenLinks-fracties", ("faction/PvdA", "faction/GroenLinks")),
        ("de VVD-fractie, de D66-fractie en de CDA-fractie", ("faction/VVD", "faction/D66", "faction/CDA")),
        ("GL-PvdA", ("faction/GroenLinks-PvdA",)),
        ("Groep De Graaf", ("faction/GroepDeGraaf",)),
        ("Rusland en Oekraïne", ()),
        ("VVD en Rusland", ()),
    ],
)
def test_lists_of_factions_are_factions_all_or_none(names: str, expected: tuple[str, ...]) -> None:
    assert factions.factions(names) == expected


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "De leden vragen."], "written_consultation"),
        (["INBRENG VERSLAG VAN EEN SCHRIFTELIJK OVERLEG"], "written_consultation"),
        (["De heer Segers (ChristenUnie): Voorzitter.", "Motie", "De Kamer,", "gehoord de beraadslaging,"], "debate"),
        (["MOTIE VAN HET LID BOERSMA", "De Kamer,", "gehoord de beraadslaging,"], "motion"),
        (["BRIEF VAN DE MINISTER VAN DEFENSIE", "De motie verzoekt de regering om actie."], "letter"),
        (
            ["Geachte voorzitter,", "Hierbij bied ik u het verslag aan.", "Vraag 1", "Ja?", "Antwoord 1", "Ja.", "Vraag 2", "Antwoord 2"],
            "written_questions",
        ),
        (["Geachte voorzitter,", "Op schriftelijke vragen van het lid Smit (VVD) antwoord ik later.", "Uw Kamer hoort dit."], "letter"),
    ],
)
def test_the_kind_follows_from_the_text(lines: list[str], kind: str) -> None:
    assert kinds.recognise("stuk.txt", lines) == kind


@pytest.mark.parametrize(
    "lines",
    [
        ["Neem 500 gram bloem en kneed het deeg tien minuten.", "Laat het rusten."],
        ["The House of Commons debated the bill.", "Order!"],
        ["Lorem ipsum dolor sit amet."],
        ["Verkoopvoorwaarden", "Artikel 1. De verkoper levert de zaak."],
    ],
)
def test_a_text_of_no_known_kind_is_refused_with_the_known_kinds(lines: list[str]) -> None:
    with pytest.raises(UnknownKind, match=r"recept\.txt: .*schriftelijk overleg.*sources\.csv"):
        kinds.recognise("recept.txt", lines)


def test_what_sources_csv_says_counts_where_the_text_says_nothing() -> None:
    assert kinds.recognise("stuk.txt", ["Conclusie"], "letter") == "letter"
    assert kinds.recognise("stuk.txt", ["MOTIE VAN HET LID SMIT", "De Kamer,"], "letter") == "motion"
    with pytest.raises(UnknownKind, match="allowed: written_consultation"):
        kinds.recognise("stuk.txt", ["Conclusie"], "brief")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (TurnCue("x", "(", "vraag", 1, "?", None, None), "is no regular expression"),
        (TurnCue("x", "zee", "vraag", 1, "land", None, None), "does not find the row's example"),
        (KindCue("x", "letter", "^zee", 1, "land", None, None), "does not find the row's example"),
        (HeadingPattern("x", "vraag", "vraag (nr", True, "Vraag", None, None, None), "needs its )"),
        (HeadingPattern("x", "vraag", "vraag {getal}", True, "Vraag 1", None, None, None), "{getal} is no placeholder; allowed: {fractie}"),
    ],
)
def test_a_faulty_row_is_told(row: TurnCue | KindCue | HeadingPattern, problem: str) -> None:
    assert any(problem in said for _, said in row.problems())


def test_the_placeholders_that_are_checked_are_those_that_are_known() -> None:
    assert set(knowledge.PATTERN_PLACEHOLDERS) == set(headings.PLACEHOLDERS)
