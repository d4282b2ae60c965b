"""Motions with those who signed along, members with their factions: real papers in small, built and asked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

import standpunt
from standpunt import query
from standpunt.assemble import quads, terms
from standpunt.assemble.kinds import kind_of
from standpunt.assemble.nodes import node
from standpunt.assemble.reviews import reviewed
from standpunt.build.paper import analyse_source
from standpunt.checks import check
from standpunt.cli import app
from standpunt.errors import QueryError
from standpunt.export import export
from standpunt.graph import Graph
from standpunt.model import Correction, Gap, Review
from standpunt.read import source_from_text
from standpunt.relate.memberships import Saying, When, memberships
from standpunt.structure import names
from standpunt.view.rows import nodes
from test_endpoint import Server, serve

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
        speeches="De heer Ten Hoopen (BBB): Voorzitter. De BBB steunt de sancties tegen Rusland.\n",
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


def ends(graph: Graph, claims: str, edge: str) -> set[str]:
    return {str(end) for (end,) in graph.query(f"SELECT DISTINCT ?end {{ {claims} {edge} ?end }}").rows}


def test_who_signs_a_motion_along_holds_what_it_says(members: Graph) -> None:
    claims = "?claim dcterms:isPartOf id:kst-28676-430 ; a sp:Claim ;"
    assert ends(members, claims, "sp:holder") == {"person/TenHoopen"}
    assert ends(members, claims, "sp:coHolder") == {"person/Zuidema", "person/DeWit"}
    assert members.query("SELECT (COUNT(?claim) AS ?n) { ?claim a sp:Call ; dcterms:isPartOf id:kst-28676-430 }").rows == ((1,),)


def test_what_a_motion_tells_of_others_is_signed_by_nobody(members: Graph) -> None:
    told = MOTION.format(
        number=440,
        movers="DE LEDEN BRAKEL EN KUITERS",
        day="2 februari 2022",
        request="haast te maken;\n\nconstaterende dat het kabinet de sancties tegen Rusland steunt",
        signed="Brakel\nKuiters",
    )
    claims = analyse_source(source_from_text(told), {}).claims
    assert {claim.coholders for claim in claims if claim.holder == "person/Brakel"} == {("person/Kuiters",)}
    assert [claim.coholders for claim in claims if claim.holder == "actor/kabinet"] == [()]


def test_a_claim_of_a_faction_tells_which_member_says_it(members: Graph) -> None:
    rows = members.query(
        "SELECT ?member ?faction { ?claim a sp:Call ; sp:holder ?faction ; sp:voicedBy ?member } ORDER BY ?member ?faction"
    ).rows
    assert set(rows) == {("person/Brakel", "faction/VVD"), ("person/Kuiters", "faction/D66")}
    assert len(rows) == 3  # a speech of one, a question of both


def test_who_asks_together_says_it_itself(members: Graph) -> None:
    rows = members.query(
        "SELECT DISTINCT ?holder ?speaker { ?claim dcterms:isPartOf id:2021Z11873 ; sp:holder ?holder ; sp:speaker ?speaker }"
    ).rows
    assert set(rows) == {("faction/VVD", "faction/VVD"), ("faction/D66", "faction/D66")}


def test_two_members_with_one_name_are_of_two_factions(members: Graph) -> None:
    assert ends(members, "person:DeWit", "org:memberOf") == {"faction/SP", "faction/CDA"}


DEBATE_WITH_MOTION = """Handelingen II 2021/22, nr. 41, item 4

Mevrouw Kröger (GroenLinks):
Voorzitter. Ik dien een motie in.

Motie
De Kamer,
gehoord de beraadslaging,
verzoekt de regering de sancties tegen Rusland te verscherpen,
en gaat over tot de orde van de dag.

De voorzitter:
Deze motie is voorgesteld door de leden Kröger en Grashoff.
Zij krijgt nr. 346 (32847).
"""


def test_a_motion_moved_in_a_debate_is_its_movers_factions_and_those_who_sign_along_hold_it() -> None:
    claims = analyse_source(source_from_text(DEBATE_WITH_MOTION), {}).claims
    assert {(claim.holder, claim.coholders) for claim in claims if claim.relation == "calls_for"} == {
        ("faction/GroenLinks", ("person/Grashoff",))
    }


SECOND_MOTION = """
Motie
De Kamer,
gehoord de beraadslaging,
verzoekt de regering de visserij te ontzien,
en gaat over tot de orde van de dag.

De voorzitter:
Deze motie is voorgesteld door het lid {mover}.
Zij krijgt nr. 347 (32847).
"""


def test_the_second_motion_of_a_turn_is_voiced_by_its_mover_though_the_chair_spoke_between() -> None:
    paper = analyse_source(source_from_text(DEBATE_WITH_MOTION + SECOND_MOTION.format(mover="Kröger")), {}).paper
    motions = {(block.speaker, block.speaker_name) for block in paper.blocks if block.kind == "motion"}
    assert motions == {("faction/GroenLinks", "Mevrouw Kröger")}


def test_a_motion_of_a_member_whose_faction_is_unknown_is_not_the_one_of_who_spoke_before() -> None:
    turn = "\nDe heer Wiersma (Partij van Morgen):\nVoorzitter. Ook ik heb een motie.\n"
    paper = analyse_source(source_from_text(DEBATE_WITH_MOTION + turn + SECOND_MOTION.format(mover="Wiersma")), {}).paper
    assert {block.speaker for block in paper.blocks if block.kind == "motion" and "visserij" in block.text} == {None}


def test_who_signed_along_goes_with_the_holder_that_a_review_corrects() -> None:
    analysis = analyse_source(source_from_text(PAPERS["motie-412.txt"], "motie-412.txt"), {})
    claim = next(claim for claim in analysis.claims if claim.relation == "supports")
    triples = [quad.triple for quad in quads(analysis)]

    def signed_along(correction: Correction) -> set[str]:
        review = Review(claim.id, "corrected", "Anna", datetime(2026, 11, 29, tzinfo=UTC), correction=correction)
        graph, _ = reviewed(triples, [review])
        return {str(triple.object) for triple in graph if triple.subject == node(claim.id) and triple.predicate == terms.COHOLDER}

    assert signed_along(Correction(relation="opposes")) == {str(node("person/Kuiters"))}
    assert signed_along(Correction(holder="actor/kabinet")) == set()


#: Who signs on which day, what papers say on which days, and as whose member he then signs.
SIGNED_ON = "kst-1-1"
SIGNING: dict[str, tuple[str, str, dict[str, tuple[str, ...]], str | None, Gap | None]] = {
    "the paper itself says so": ("Brakel", "2022-02-02", {"2022-02-02": ("VVD",)}, "VVD", None),
    "a paper says so months before": ("Brakel", "2022-02-02", {"2021-10-01": ("VVD",)}, "VVD", None),
    "and others say the same later": ("Brakel", "2022-02-02", {"2021-10-01": ("VVD",), "2022-04-01": ("VVD",)}, "VVD", None),
    "too long ago": ("Brakel", "2022-02-02", {"2021-07-01": ("VVD",)}, None, "no_paper_says"),
    "nobody ever said": ("Brakel", "2022-02-02", {}, None, "no_paper_says"),
    "the paper itself says, whatever others say": ("Brakel", "2022-02-02", {"2022-02-02": ("VVD",), "2022-01-01": ("D66",)}, "VVD", None),
    "the paper itself gives the name twice": ("De Wit", "2022-02-02", {"2022-02-02": ("SP", "CDA")}, None, "papers_differ"),
    "two of one name": ("De Wit", "2022-02-02", {"2022-01-01": ("SP",), "2022-03-01": ("CDA",)}, None, "papers_differ"),
    "he has founded a group of his own": ("Omtzigt", "2021-10-01", {"2021-06-01": ("CDA",)}, None, "papers_differ"),
    "he had not yet": ("Omtzigt", "2021-09-01", {"2021-06-01": ("CDA",), "2021-10-01": ("LidOmtzigt",)}, "CDA", None),
    "after it": ("Omtzigt", "2021-11-01", {"2021-10-01": ("LidOmtzigt",)}, "LidOmtzigt", None),
    "his party did not exist yet": ("Omtzigt", "2023-11-01", {"2024-01-10": ("NSC",)}, None, "no_paper_says"),
}


@pytest.mark.parametrize("case", SIGNING)
def test_as_whose_member_somebody_signs(case: str) -> None:
    name, signed, said, faction, gap = SIGNING[case]
    person = names.bearer(name)
    papers = {day if day != signed else SIGNED_ON: When(date.fromisoformat(day), "TK") for day in (signed, *said)}
    sayings = [Saying(SIGNED_ON if day == signed else day, person, f"faction/{each}") for day, of in said.items() for each in of]
    [found] = memberships([(SIGNED_ON, person)], sayings, papers)
    assert (found.faction, found.gap) == (faction and f"faction/{faction}", gap)
    assert bool(found.told_by) == (gap != "no_paper_says")


def test_a_senator_says_nothing_of_a_member_of_the_other_house() -> None:
    papers = {SIGNED_ON: When(date(2022, 2, 2), "TK"), "kst-1-B": When(date(2022, 2, 1), "EK"), "kst-1-3": When(None)}
    sayings = [Saying("kst-1-B", "person/Brakel", "faction/VVD"), Saying("kst-1-3", "person/Brakel", "faction/VVD")]
    [found] = memberships([(SIGNED_ON, "person/Brakel")], sayings, papers)
    assert found.gap == "no_paper_says"


def test_the_graph_tells_as_whose_members_a_motion_was_signed_and_which_paper_says_so(members: Graph) -> None:
    rows = members.query(
        """SELECT ?motion ?person ?faction ?why ?says {
          ?it a sp:Membership ; dcterms:isPartOf ?motion ; org:member ?person
          OPTIONAL { ?it org:organization ?faction } OPTIONAL { ?it sp:factionUnknown ?why } OPTIONAL { ?it prov:wasDerivedFrom ?says } }"""
    ).rows
    debate, later = "h-tk-20212022-40-3", "h-tk-20222023-5-3"
    assert set(rows) == {
        ("kst-28676-412", "person/Brakel", "faction/VVD", None, debate),
        ("kst-28676-412", "person/Kuiters", "faction/D66", None, debate),
        ("kst-28676-420", "person/TenHoopen", None, "sp:papersDiffer", debate),
        ("kst-28676-420", "person/TenHoopen", None, "sp:papersDiffer", later),
        ("kst-28676-420", "person/DeWit", None, "sp:papersDiffer", debate),
        ("kst-28676-430", "person/TenHoopen", "faction/BBB", None, later),
        ("kst-28676-430", "person/Zuidema", None, "sp:noPaperSays", None),
        ("kst-28676-430", "person/DeWit", None, "sp:noPaperSays", None),
    }


def test_a_motion_reaches_the_factions_of_all_who_signed_it(members: Graph) -> None:
    assert ends(members, "?motion a sp:Motion ;", "sp:signedFor") == {"faction/VVD", "faction/D66", "faction/BBB"}
    asked = members.query("SELECT ?said { ?claim a sp:Call ; sp:holder|sp:heldFor faction:D66 ; prov:wasDerivedFrom/oa:exact ?said }").rows
    assert {said for (said,) in asked} == {
        "Bent u bereid de sancties tegen Rusland te verscherpen?",
        "verzoekt de regering de sancties tegen Rusland te verscherpen,",
    }
    assert ends(members, "?claim sp:holder faction:D66 ;", "sp:heldFor") == set()


def test_a_position_of_a_faction_rests_on_its_own_claims_and_each_member_has_one_beside_it(members: Graph) -> None:
    found = members.positions(topic="topic/sancties-rusland")
    calls = dict(zip(zip(found["holder"], found["member_of"].fillna("-"), strict=True), map(int, found["calls"]), strict=True))
    assert calls["faction/D66", "-"] == calls["person/Kuiters", "faction/D66"] == calls["person/Brakel", "faction/VVD"] == 1
    assert calls["person/TenHoopen", "-"] == calls["person/TenHoopen", "faction/BBB"] == 1
    rests_on = dict(zip(found["holder"], found["claims"], strict=True))
    assert all(claim.startswith("kst-28676-412/") for claim in rests_on["person/Kuiters"])
    assert not any(claim.startswith("kst-28676-412/") for claim in rests_on["faction/D66"])


def test_the_graph_breaks_no_rule(members: Graph) -> None:
    assert [str(finding) for finding in check(Path(members.location)) if finding.severity == "error"] == []


def answers(graph: Graph, name: str, *columns: str, **params: Any) -> set[tuple[object, ...]]:
    result = graph.query(name, **params)
    return {tuple(row[result.columns.index(column)] for column in columns) for row in result.rows}


BOTH_SIGNED = (
    "Brakel",
    "indiener: Brakel, VVD; mede-indiener: Kuiters, D66",
    "verzoekt de regering de sancties tegen Rusland te verscherpen,",
)
BOTH_ASKED = "Bent u bereid de sancties tegen Rusland te verscherpen?"


@pytest.mark.parametrize("who", ["D66", "Kuiters"])
def test_calls_of_a_faction_or_member_are_those_in_questions_debates_and_motions(who: str, members: Graph) -> None:
    found = answers(members, "oproepen-en-antwoorden", "houder", "leden", "citaat", wie=who)
    assert found == {BOTH_SIGNED, ("D66", "bij monde van: Kuiters", BOTH_ASKED)}


def test_a_call_is_one_row_whoever_signed_it_and_says_of_whom_the_faction_is_unknown(members: Graph) -> None:
    found = members.query("oproepen-en-antwoorden")
    assert len(found) == len({row[found.columns.index("uitspraak")] for row in found.rows})
    assert {leden for leden, stuk in answers(members, "oproepen-en-antwoorden", "leden", "stuk") if "430" in str(stuk)} == {
        "indiener: Ten Hoopen, BBB; mede-indiener: De Wit, fractie onbekend; mede-indiener: Zuidema, fractie onbekend"
    }


def test_positions_of_a_faction_stand_beside_those_of_its_members(members: Graph) -> None:
    found = answers(members, "standpunten-samengevat", "houder", "lid_van", "oproepen", wie="VVD", onderwerp="sancties-rusland")
    assert found == {("VVD", None, 2), ("Brakel", "VVD", 1)}


@pytest.mark.parametrize(
    ("who", "holders"), [("VVD", {"VVD", "Brakel"}), ("Zuidema", {"VVD", "Ten Hoopen"}), ("BBB", {"BBB", "Ten Hoopen"})]
)
def test_who_stands_where_counts_what_was_signed(who: str, holders: set[str], members: Graph) -> None:
    assert {holder for (holder,) in answers(members, "standpunten-over-onderwerp", "houder", onderwerp="sancties", wie=who)} == holders


def test_worries_and_the_claims_of_a_paper_tell_the_members_too(members: Graph) -> None:
    assert answers(members, "zorgen", "houder", "leden", wie="Ten Hoopen") == {("CDA", "bij monde van: Ten Hoopen")}
    assert answers(members, "uitspraken-in-stuk", "houder", "leden", bron="kst-28676-412") == {BOTH_SIGNED[:2]}
    assert answers(members, "uitspraken-in-stuk", "houder", bron="kst-28676-412", wie="SP") == set()


def test_motions_are_listed_by_member_with_those_who_signed_along(members: Graph) -> None:
    assert answers(members, "moties-van", "fractie", "lid", "rol", "met", "stuk", wie="D66") == {
        ("D66", "Kuiters", "mede-indiener", "Brakel", "Kamerstuk 28676, nr. 412")
    }
    assert answers(members, "moties-van", "fractie", "lid", "rol", "met", motie="kst-28676-430") == {
        ("BBB", "Ten Hoopen", "indiener", "De Wit, Zuidema"),
        ("fractie onbekend: geen stuk zegt het", "De Wit", "mede-indiener", "Ten Hoopen, Zuidema"),
        ("fractie onbekend: geen stuk zegt het", "Zuidema", "mede-indiener", "De Wit, Ten Hoopen"),
    }


@pytest.mark.parametrize("name", ["vragen-en-antwoorden", "niet-beantwoorde-vragen"])
def test_questions_are_those_of_a_member_too(name: str, members: Graph) -> None:
    assert {number for (number,) in answers(members, name, "nummer", wie="Kuiters")} == {1}
    assert answers(members, name, "nummer", wie="Zuidema") == set()


def test_questions_about_a_topic_are_those_of_a_member_too(members: Graph) -> None:
    assert answers(members, "wie-vroeg-naar-onderwerp", "fractie", "citaat", wie="Kuiters") == {("D66", BOTH_ASKED)}
    assert answers(members, "wie-vroeg-naar-land", "fractie", "citaat", over="Rusland", wie="Kuiters") == {("D66", BOTH_ASKED)}


def test_what_may_be_a_factions_but_cant_be_told_is_said(members: Graph) -> None:
    def left_out(name: str, **given: str) -> list[str]:
        return query.unplaced(members.store, query.find(name), given)

    assert left_out("oproepen-en-antwoorden", wie="SP") == ["kst-28676-420", "kst-28676-430"]  # De Wit
    assert left_out("standpunten-samengevat", wie="VVD") == ["kst-28676-430"]  # Zuidema
    assert left_out("moties-van", wie="D66") == left_out("oproepen-en-antwoorden", wie="De Wit") == left_out("moties-van") == []
    assert left_out("uitspraken-in-stuk", bron="kst-28676-420", wie="SP") == ["kst-28676-420"]
    assert left_out("uitspraken-in-stuk", bron="kst-28676-412", wie="SP") == []
    assert left_out("stiltes", wie="SP") == []


def test_the_command_line_says_what_may_be_left_out(members: Graph) -> None:
    result = CliRunner().invoke(app, ["query", "oproepen-en-antwoorden", "-p", "wie=VVD", "--graph", str(members.location)])
    assert result.exit_code == 0
    assert "May be left out: kst-28676-430, as no paper" in result.stderr


def test_a_member_where_only_factions_can_be_meant_is_told(members: Graph) -> None:
    with pytest.raises(QueryError, match="'zuidema' is person/Zuidema; a faction is needed here"):
        members.query("stiltes", wie="zuidema")
    with pytest.raises(QueryError, match="no faction or person in this graph is called 'Niemand'"):
        members.query("moties-van", wie="Niemand")


@pytest.fixture(scope="module")
def site(members: Graph) -> Iterator[Server]:
    """The graph of the papers above, served."""
    yield from serve(Path(members.location))


def words(html: str, section: str = "main") -> str:
    """Return the words of a page, or of one section of it, as a reader sees them."""
    part = re.search(rf'<section id="{section}">.*?</section>', html, re.DOTALL) if section != "main" else None
    shown = part.group() if part else html.partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", "", shown)).split())


def test_the_page_of_a_motion_tells_who_signed_it_for_whom_and_how_that_is_known(site: Server) -> None:
    signed = words(site.get("/id/kst-28676-430", "text/html").text, "ondertekenaars")
    assert "Ten Hoopen, lid van BBB eerste indiener · volgens Handelingen II 2022/23, nr. 5, item 3" in signed
    assert "Zuidema, fractie onbekend: geen stuk zegt het mede-indiener" in signed
    english = words(site.get("/id/kst-28676-412?lang=en", "text/html").text, "ondertekenaars")
    assert english.startswith("Who signed Brakel, member of VVD first mover · according to Handelingen II 2021/22, nr. 40, item 3")


def test_the_page_of_a_faction_lists_motions_and_claims_of_its_members(site: Server) -> None:
    page = site.get("/id/faction/D66", "text/html").text
    listed = words(page, "moties")
    assert "Kamerstuk 28676, nr. 412: verzoekt de regering de sancties tegen Rusland te verscherpen" in listed
    assert "2 februari 2022 · Brakel, Kuiters" in listed
    assert '<a href="/vragen/moties-van?wie=faction%2FD66">' in page
    claims = words(page, "uitspraken")
    assert "lid van VVD · mede ondertekend door Kuiters (D66) · Kamerstuk 28676, nr. 412" in claims
    assert "bij monde van Kuiters · Handelingen II 2021/22, nr. 40, item 3" in claims
    english = words(site.get("/id/faction/D66?lang=en", "text/html").text, "uitspraken")
    assert "member of VVD · also signed by Kuiters (D66)" in english
    assert "voiced by Kuiters" in english


def test_the_page_of_a_person_tells_the_factions_in_the_order_of_time(site: Server) -> None:
    page = site.get("/id/person/TenHoopen", "text/html").text
    assert words(page, "fracties") == "Lid van CDA volgens een stuk van 2 februari 2022 BBB volgens een stuk van 4 oktober 2022"
    assert "Kamerstuk 28676, nr. 420" in words(page, "moties")
    assert "CDA maakt zich zorgen over" in words(page, "uitspraken")  # what he said for his faction
    english = words(site.get("/id/person/Brakel?lang=en", "text/html").text, "fracties")
    assert english == "Member of VVD according to 2 papers from 2 February 2022 to 3 February 2022"


def test_an_answer_page_says_what_may_be_left_out_of_it(site: Server) -> None:
    page = words(site.get("/vragen/oproepen-en-antwoorden?wie=VVD", "text/html").text)
    assert "zegt van welke ene fractie een ondertekenaar lid is: Kamerstuk 28676, nr. 430." in page
    english = words(site.get("/vragen/oproepen-en-antwoorden?wie=BBB&lang=en", "text/html").text)
    assert "mover: Ten Hoopen, BBB; co-signer: De Wit, group unknown" in english
    told = words(site.get("/vragen/stiltes?wie=Zuidema", "text/html").text)
    assert "“Zuidema” is person/Zuidema; hier hoort een fractie." in told


def test_memberships_and_positions_of_members_have_names(site: Server) -> None:
    assert "lidmaatschap in een stuk: Ten Hoopen" in site.get("/id/kst-28676-420/membership/TenHoopen", "text/html").text
    assert "Brakel (VVD): Sancties tegen Rusland" in site.get("/id/position/person/Brakel/VVD/sancties-rusland", "text/html").text


UNNUMBERED = """28 676 NAVO

Nr. 500 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vastgesteld 2 februari 2022

Vragen en opmerkingen van de leden van de VVD-fractie

De leden van de VVD-fractie vragen hoe het kabinet de sancties beoordeelt.

Antwoord van het kabinet

Het kabinet steunt de sancties tegen Rusland.
"""


def test_an_exchange_without_a_number_is_called_in_english_on_english_pages(tmp_path: Path) -> None:
    (tmp_path / "verslag.txt").write_text(UNNUMBERED, encoding="utf-8")
    standpunt.build([tmp_path], tmp_path / "graph")
    address = "/id/kst-28676-500/exchange/1"
    for site in serve(tmp_path / "graph"):
        assert "Kamerstuk 28676, nr. 500, vraag en antwoord 1" in site.get(address, "text/html").text
        assert "Kamerstuk 28676, nr. 500, question and answer 1" in site.get(f"{address}?lang=en", "text/html").text
        assert "question and answer 1" in words(site.get("/vragen/vragen-en-antwoorden?lang=en", "text/html").text)


def test_a_motion_moved_in_a_debate_is_listed_once_in_its_own_paper_where_that_was_read(tmp_path: Path) -> None:
    (tmp_path / "debat.txt").write_text(DEBATE_WITH_MOTION.replace("\n", "\n\nwoensdag 9 februari 2022\n", 1), encoding="utf-8")
    standpunt.build([tmp_path], tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        assert answers(graph, "moties-van", "fractie", "lid", "rol", "stuk") == {
            ("GroenLinks", "Kröger", "indiener", "Handelingen II 2021/22, nr. 41, item 4"),
            ("fractie onbekend: geen stuk zegt het", "Grashoff", "mede-indiener", "Handelingen II 2021/22, nr. 41, item 4"),
        }
    own = MOTION.replace("28 676 NAVO", "32 847 Integrale visie op de woningmarkt").format(
        number=346,
        movers="DE LEDEN KRÖGER EN GRASHOFF",
        day="9 februari 2022",
        request="de sancties tegen Rusland te verscherpen",
        signed="Kröger\nGrashoff",
    )
    (tmp_path / "motie.txt").write_text(own, encoding="utf-8")
    standpunt.build([tmp_path], tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        assert answers(graph, "moties-van", "fractie", "lid", "stuk") == {
            ("GroenLinks", "Kröger", "Kamerstuk 32847, nr. 346"),
            ("fractie onbekend: geen stuk zegt het", "Grashoff", "Kamerstuk 32847, nr. 346"),
        }


def test_explain_tells_who_voiced_and_who_signed_a_claim(members: Graph) -> None:
    def told(fact: str) -> str:
        return CliRunner().invoke(app, ["explain", fact, "--graph", str(members.location)]).stdout

    signed = told("position/person/Kuiters/D66/sancties-rusland")
    assert "also signed by person/Kuiters\n  held by a member of faction/D66, faction/VVD\n" in signed
    assert "voiced by person/Zuidema\n" in told("faction/VVD opposes topic/russisch-gas")


def test_json_ld_has_memberships_in_short_words(members: Graph, tmp_path: Path) -> None:
    export(members, "jsonld", tmp_path / "graph.jsonld")
    nodes = [node for graph in json.loads((tmp_path / "graph.jsonld").read_text())["@graph"] for node in graph.get("@graph", [])]
    [found] = [node for node in nodes if node["id"] == "kst-28676-412/membership/Kuiters"]
    assert (found["member"], found["organization"]) == ("person/Kuiters", "faction/D66")
