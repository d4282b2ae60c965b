"""Motions with those who signed along, members with their factions: real papers in small, built and asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

import standpunt
from standpunt.assemble.kinds import kind_of
from standpunt.export import export
from standpunt.graph import Graph
from standpunt.view.rows import nodes

MOTION = """28 676 NAVO

Nr. {number} MOTIE VAN {movers}

Voorgesteld {day}

De Kamer,

gehoord de beraadslaging,

overwegende dat de sancties tegen Rusland van groot belang zijn;

verzoekt de regering {request},

en gaat over tot de orde van de dag.

{signed}
"""
DEBATE = """Handelingen II {year}, nr. {number}, item 3

Datum: {day}

{speeches}
"""
SPEECHES = """De heer Brakel (VVD): Voorzitter. De VVD steunt de sancties tegen Rusland.
Ik roep de Minister op om de sancties tegen Rusland uit te breiden.

Mevrouw Zuidema (VVD): Voorzitter. Wij zijn tegen een boycot van Russisch gas. Ik vraag de Minister om een brief.

De heer Ten Hoopen (CDA): Voorzitter. Het CDA maakt zich zorgen over de sancties tegen Rusland.

Mevrouw Kuiters (D66): Voorzitter. D66 is voorstander van sancties tegen Rusland.

De heer De Wit (SP): Voorzitter. De SP is tegen sancties.

Mevrouw De Wit (CDA): Voorzitter. Dat vindt het CDA ook.
"""
QUESTIONS = """Aanhangsel van de Handelingen

2021Z11873

Vragen van de leden Brakel (VVD) en Kuiters (D66) aan de Minister van Buitenlandse Zaken over sancties (ingezonden 3 februari 2022)

Vraag 1
Bent u bereid de sancties tegen Rusland te verscherpen?
"""
LETTER = """Geachte voorzitter,

Conform de motie van de leden Brakel en Kuiters (Kamerstuk 28 676, nr. 412) zal het kabinet de sancties tegen Rusland verscherpen.

De minister van Buitenlandse Zaken,

W.B. Hoekstra
"""
PAPERS = {
    "debat-februari.txt": DEBATE.format(year="2021/22", number=40, day="woensdag 2 februari 2022", speeches=SPEECHES),
    "debat-oktober.txt": DEBATE.format(
        year="2022/23",
        number=5,
        day="dinsdag 4 oktober 2022",
        speeches="De heer Ten Hoopen (BBB): Voorzitter. De BBB is tegen sancties tegen Rusland.\n",
    ),
    "motie-412.txt": MOTION.format(
        number=412,
        movers="DE LEDEN BRAKEL EN KUITERS",
        day="2 februari 2022",
        request="de sancties tegen Rusland te verscherpen",
        signed="Brakel\nKuiters",
    ),
    "motie-430.txt": MOTION.format(
        number=430,
        movers="HET LID TEN HOOPEN C.S.",
        day="15 november 2022",
        request="zich in te zetten voor sancties tegen Rusland",
        signed="Ten Hoopen\nZuidema\nDe Wit",
    ),
    "motie-420.txt": MOTION.format(
        number=420,
        movers="DE LEDEN TEN HOOPEN EN DE WIT",
        day="14 juni 2022",
        request="de sancties tegen Rusland te handhaven",
        signed="Ten Hoopen\nDe Wit",
    ),
    "vragen.txt": QUESTIONS,
    "brief.txt": LETTER,
}


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the papers above, open for reading."""
    folder = tmp_path_factory.mktemp("members")
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    standpunt.build([folder], folder / "graph")
    with standpunt.open(folder / "graph") as graph:
        yield graph


MOTION_PAPER = "kst-28676-412"


def test_a_kind_is_the_class_that_says_most_whatever_their_order() -> None:
    classes = ["Document", "MotionPaper", "Paper", "Motion"]
    assert {kind_of(classes), kind_of(reversed(classes))} == {"Motion"}
    assert kind_of(["Organisation", "Ministry"]) == "Ministry"
    assert kind_of(["Sentence"]) is None


def test_every_network_shows_a_printed_motion_as_a_motion(members: Graph, tmp_path: Path) -> None:
    assert members.network().nodes[MOTION_PAPER]["kind"] == "Motion"
    assert nodes(members.store, [MOTION_PAPER])[MOTION_PAPER].kind == "motion"
    for form in ("graphml", "gexf"):
        export(members, form, tmp_path / form)
        [node] = [it for it in ElementTree.parse(tmp_path / form).iter() if it.get("id") == MOTION_PAPER]
        assert "Motion" in {each.text or each.get("value") for each in node.iter()}
