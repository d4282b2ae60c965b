"""Layouts of papers from 2012 to 2026 that the corpus does not have; all of it is invented."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standpunt.model import CABINET, Paper, PaperKind
from standpunt.read import source_from_text
from standpunt.structure import structure


def read(text: str, name: str = "text.txt") -> Paper:
    return structure(source_from_text(text, name))


def said(paper: Paper) -> list[tuple[str, str | None, str]]:
    """Who says what, without front matter and headings."""
    return [(block.kind, block.speaker, block.text) for block in paper.blocks if block.kind not in ("front", "heading")]


def exchanges(paper: Paper) -> list[tuple[tuple[int, ...], tuple[str, ...], str, str]]:
    return [
        (
            exchange.numbers,
            exchange.asked_by,
            " | ".join(paper.blocks[k].text for k in exchange.questions),
            " | ".join(paper.blocks[k].text for k in exchange.answers),
        )
        for exchange in paper.exchanges
    ]


HEAD_2013 = """Tweede Kamer der Staten-Generaal\t2
Vergaderjaar 2012–2013
21 501-32\tLandbouw- en Visserijraad
Nr. 690\tVERSLAG VAN EEN SCHRIFTELIJK OVERLEG
Vastgesteld 15 maart 2013

In de vaste commissie voor Economische Zaken hebben enkele fracties de behoefte om vragen en opmerkingen
voor te leggen aan de Staatssecretaris van Economische Zaken.

De voorzitter van de commissie,
Hamming

De griffier van de commissie,
Frankema

Inhoudsopgave\tblz.
I\tVragen en opmerkingen vanuit de fracties\t2
Vragen en opmerkingen van de leden van de VVD-fractie\t2
Vragen en opmerkingen van de leden van de PvdA-fractie\t3
II\tAntwoord / Reactie van de Staatssecretaris\t4
III\tVolledige agenda\t6

I\tVragen en opmerkingen vanuit de fracties

Vragen en opmerkingen van de leden van de VVD-fractie

De leden van de VVD-fractie hebben de agenda gelezen. Wat vindt de Staatssecretaris van de quota?

Vragen en opmerkingen van de leden van de PvdA-fractie

De leden van de PvdA-fractie zijn bezorgd over de bijensterfte. Kan de Staatssecretaris dat toelichten?

II\tAntwoord / Reactie van de Staatssecretaris

"""

AGENDA = """
III\tVolledige agenda

1. Geannoteerde agenda
21 501-32-680 – Brief regering d.d. 01-03-2013
"""


def test_the_second_part_may_repeat_the_questions_above_its_numbered_answers() -> None:
    paper = read(
        HEAD_2013
        + """Vraag 1
Kan de Staatssecretaris dat toelichten? De leden van de
PvdA-fractie zijn bezorgd over de bijensterfte.

Antwoord
Ik deel hun zorg.

Vraag 2
Wat vindt de Staatssecretaris van de quota?

Antwoord
Ik vind de quota passend.
"""
        + AGENDA
    )
    assert [(exchange.numbers, exchange.asked_by) for exchange in paper.exchanges] == [((1,), ("faction/PvdA",)), ((2,), ("faction/VVD",))]
    assert [block.speaker for block in paper.blocks if block.kind == "questions"][-2:] == ["faction/PvdA", "faction/VVD"]


def test_the_second_part_may_address_the_factions_in_its_sentences() -> None:
    paper = read(
        HEAD_2013
        + """De leden van de VVD-fractie vragen naar de quota. Ik vind de quota passend.

Ook in de komende jaren blijft dat zo.

De leden van de PvdA-fractie vragen naar bijen. Ik deel hun zorg.
"""
        + AGENDA
    )
    assert (paper.id, paper.dossier, paper.number, str(paper.date)) == ("kst-21501-32-690", "21501-32", "690", "2013-03-15")
    assert (paper.dossier_title, paper.session_year, paper.chamber) == ("Landbouw- en Visserijraad", "2012-2013", "TK")
    assert paper.committee == "vaste commissie voor Economische Zaken"
    assert [s.name for s in paper.signatories] == ["Hamming", "Frankema"]
    assert exchanges(paper) == [
        (
            (),
            ("faction/VVD",),
            "De leden van de VVD-fractie hebben de agenda gelezen. Wat vindt de Staatssecretaris van de quota?",
            "De leden van de VVD-fractie vragen naar de quota. Ik vind de quota passend.\nOok in de komende jaren blijft dat zo.",
        ),
        (
            (),
            ("faction/PvdA",),
            "De leden van de PvdA-fractie zijn bezorgd over de bijensterfte. Kan de Staatssecretaris dat toelichten?",
            "De leden van de PvdA-fractie vragen naar bijen. Ik deel hun zorg.",
        ),
    ]
    assert not any("Brief regering" in text for _, _, text in said(paper))


def test_the_second_part_may_repeat_each_question_above_its_answer() -> None:
    paper = read(
        HEAD_2013
        + """Vragen en opmerkingen van de leden van de VVD-fractie

Wat vindt de Staatssecretaris van de quota?

Antwoord

Ik vind de quota passend.

Vragen en opmerkingen van de leden van de PvdA-fractie

Kan de Staatssecretaris dat toelichten?

Antwoord

Dat kan ik. De bijensterfte neemt af.
"""
    )
    assert exchanges(paper) == [
        ((), ("faction/VVD",), "Wat vindt de Staatssecretaris van de quota?", "Ik vind de quota passend."),
        ((), ("faction/PvdA",), "Kan de Staatssecretaris dat toelichten?", "Dat kan ik. De bijensterfte neemt af."),
    ]
    first = next(block for block in paper.blocks if block.text.startswith("De leden van de VVD-fractie hebben de agenda"))
    assert (first.kind, first.speaker, first.exchange) == ("questions", "faction/VVD", None)


def test_an_answer_in_one_go_answers_everybody() -> None:
    paper = read(HEAD_2013 + "Ik dank de leden voor hun inbreng. De quota zijn passend en de bijensterfte neemt af.\n")
    assert [(numbers, asked_by) for numbers, asked_by, _, _ in exchanges(paper)] == [((), ("faction/VVD", "faction/PvdA"))]
    assert len(paper.exchanges[0].questions) == 2


def test_a_faction_without_an_answer_is_a_finding() -> None:
    paper = read(HEAD_2013 + "VVD-fractie\n\nIk vind de quota passend.\n")
    assert [(asked_by, bool(answer)) for _, asked_by, _, answer in exchanges(paper)] == [
        (("faction/VVD",), True),
        (("faction/PvdA",), False),
    ]


NUMBERED_APART = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vastgesteld 3 oktober 2019

I. Vragen en opmerkingen vanuit de fracties

Inbreng leden van de CDA-fractie

1. Wat kost de maatregel?

2. Wanneer gaat zij in?

Inbreng leden van de fracties van GroenLinks en de PvdA

3. Waarom is zij nodig?

II. Reactie van de Minister

Antwoord op vraag 1
De maatregel kost 3 mln. euro.

Antwoord op de vragen 2 en 3
Zij gaat in op 1 januari, zie ook het antwoord op vraag 1.
"""


def test_numbers_lead_from_the_second_part_to_who_asked() -> None:
    paper = read(NUMBERED_APART)
    assert [(e.numbers, e.asked_by, e.see) for e in paper.exchanges] == [
        ((1,), ("faction/CDA",), ()),
        ((2, 3), ("faction/CDA", "faction/GroenLinks", "faction/PvdA"), (1,)),
    ]
    assert exchanges(paper)[0][2:] == ("1. Wat kost de maatregel?", "De maatregel kost 3 mln. euro.")
    assert exchanges(paper)[1][2] == "2. Wanneer gaat zij in? | 3. Waarom is zij nodig?"


BARE_NUMBERS = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

I Inbreng van de fracties

**Inbreng van de leden van de fractie van de VVD**

De leden van de fractie van de VVD hebben kennisgenomen van de brief.

**1**

Hoeveel edelherten zijn er?

**2**

Wanneer wordt er bijgevoerd?

**Inbreng van de leden van de PvdD-fractie**

**3**

Waarom worden er dieren afgeschoten?

**II Antwoord van de Minister**

**1**

Er zijn 3.200 edelherten.

**2 en 3**

Er wordt bijgevoerd sinds 1 maart.

Zie voorts het antwoord op vraag 1.
"""


@pytest.mark.parametrize(
    "text", [BARE_NUMBERS, BARE_NUMBERS.replace("**1**\n\n", "1. ").replace("**2**\n\n", "2. ").replace("**3**\n\n", "3. ")]
)
def test_questions_and_answers_may_be_counted_without_words(text: str) -> None:
    paper = read(text, "stuk.md")
    assert [(e.numbers, e.asked_by, e.see, len(e.questions)) for e in paper.exchanges] == [
        ((1,), ("faction/VVD",), (), 1),
        ((2, 3), ("faction/VVD", "faction/PvdD"), (1,), 2),
    ]


BY_SUBJECT = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

I Vragen en opmerkingen vanuit de fracties

Vragen en opmerkingen van de leden van de VVD-fractie

De leden van de VVD-fractie vragen naar de vaccins en naar de kosten.

Vragen en opmerkingen van de leden van de SP-fractie

De leden van de SP-fractie vragen naar de kosten.

Vragen en opmerkingen van de leden van de SGP-fractie

De leden van de SGP-fractie vragen naar de wachtlijsten.

II Reactie van de Minister

Ik dank de leden voor hun inbreng.

Vaccins

De voorraad is op peil. Daarmee is de vraag van de leden van de VVD-fractie beantwoord.

Kosten

De leden van de VVD-fractie en de leden van de SP-fractie vragen naar de kosten. Die vallen mee.
"""


def test_answers_may_be_ordered_by_subject() -> None:
    paper = read(BY_SUBJECT)
    assert [(e.numbers, e.asked_by, len(e.questions), len(e.answers)) for e in paper.exchanges] == [
        ((), ("faction/VVD",), 1, 1),
        ((), ("faction/VVD", "faction/SP"), 2, 1),
        ((), ("faction/SGP",), 1, 0),
    ]


INLINE = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vragen van de leden van de PvdA-fractie

De leden van de PvdA-fractie vragen het volgende. (1) Wat is de inzet? (2) Wanneer komt de wet?

Vragen van de leden van de VVD-fractie

(3) Wat kost het?

II Antwoorden van de Minister

Antwoord op vraag 1 van de leden van de PvdA-fractie

De inzet is helder.

Ad 2. De wet komt in mei.

Antwoord 3

Het kost niets (zie ook het antwoord op vraag 2).
"""


def test_questions_may_be_counted_within_a_paragraph() -> None:
    paper = read(INLINE)
    assert [(e.numbers, e.asked_by, e.see, len(e.questions)) for e in paper.exchanges] == [
        ((1,), ("faction/PvdA",), (), 1),
        ((2,), ("faction/PvdA",), (), 1),
        ((3,), ("faction/VVD",), (2,), 1),
    ]


OWN_COUNT = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

I Vragen

Inbreng van de leden van de CDA-fractie

1. Wat is de inzet?

2. Wanneer komt de wet?

Inbreng van de leden van de SP-fractie

1. Wat kost het?

II Reactie van de Minister

CDA-fractie

1. De inzet is helder.

2. De wet komt in mei.

SP-fractie

1. Het kost niets.
"""


def test_each_faction_may_count_for_itself() -> None:
    assert exchanges(read(OWN_COUNT)) == [
        ((1,), ("faction/CDA",), "1. Wat is de inzet?", "De inzet is helder."),
        ((2,), ("faction/CDA",), "2. Wanneer komt de wet?", "De wet komt in mei."),
        ((1,), ("faction/SP",), "1. Wat kost het?", "Het kost niets."),
    ]


SHORT_REPLIES = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG
Vastgesteld 12 november 2014

De commissie voor Veiligheid en Justitie heeft vragen.

Vragen en opmerkingen van de leden van de PvdA-fractie
De leden van de PvdA-fractie hebben met belangstelling kennisgenomen van de brief over de Raad van 4 en 5 december
2014. Welke lidstaten zijn tegen?
Reactie
De onderhandelingen verlopen traag. Een aantal lidstaten, waaronder Polen, is tegen. Het kabinet zet in op een akkoord in
het voorjaar.
Voorts vragen deze leden naar de positie van Eurojust. Is de Minister het met deze leden eens dat Eurojust moet worden
versterkt?
Reactie
Ja.
"""


def test_an_answer_ends_at_a_short_line_where_no_empty_line_stands() -> None:
    assert [(question[:22], answer[-13:]) for _, _, question, answer in exchanges(read(SHORT_REPLIES))] == [
        ("De leden van de PvdA-f", "het voorjaar."),
        ("Voorts vragen deze led", "Ja."),
    ]


def test_the_number_may_stand_above_the_word() -> None:
    text = BOTH_PAGES.replace("{page}", "")
    expected = [((1,), ("faction/VVD",), "Wat is de inzet?", "De inzet is helder."), ((2,), ("faction/VVD",), "Wat is het doel?", "Vrede.")]
    assert exchanges(read(text)) == expected
    page = "Tweede Kamer, vergaderjaar 2013–2014, 21 501-02, nr. 1467 3\n\n"
    assert exchanges(read(BOTH_PAGES.replace("{page}", page))) == expected


BOTH_PAGES = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vragen en opmerkingen van de leden van de VVD-fractie

Wat is de inzet?

1
Antwoord van de Minister

De inzet is helder.

Wat is het doel?

{page}2
Antwoord van de Minister

Vrede.
"""


UNNUMBERED = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vragen en opmerkingen van de leden van de SGP-fractie
De leden van de SGP-fractie vragen hoe de Minister het verdrag weegt.

Antwoord van de Minister
Ik weeg het verdrag positief.

Deze leden vragen voorts wanneer ratificatie volgt.

Antwoord van de Minister
Ratificatie volgt in 2015. Uw Kamer ontvangt daarover bericht.

Vragen en opmerkingen van de leden van de Groep Kuzu/Öztürk
Wat is het oordeel van de Minister over Soedan?

Antwoord van de Minister
Daarover kan ik geen uitspraken doen.
"""


def test_answers_may_carry_no_number() -> None:
    assert exchanges(read(UNNUMBERED)) == [
        ((), ("faction/SGP",), "De leden van de SGP-fractie vragen hoe de Minister het verdrag weegt.", "Ik weeg het verdrag positief."),
        (
            (),
            ("faction/SGP",),
            "Deze leden vragen voorts wanneer ratificatie volgt.",
            "Ratificatie volgt in 2015. Uw Kamer ontvangt daarover bericht.",
        ),
        ((), ("faction/GroepKuzuÖztürk",), "Wat is het oordeel van de Minister over Soedan?", "Daarover kan ik geen uitspraken doen."),
    ]


BOTH_NUMBERED = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Inbreng van het lid De Wit

Vraag 1.
Klopt het bericht?

Antwoord 1:
Ja.

Vraag 2. Wat gaat u doen?

Antwoord 2. Ik ga in gesprek met de sector.

Inbreng van de leden van de NieuwePartij-fractie

Vraag 3
Deelt u deze zorg?
"""


def test_questions_may_be_numbered_too_and_the_last_may_go_unanswered() -> None:
    paper = read(BOTH_NUMBERED)
    assert exchanges(paper) == [
        ((1,), ("faction/LidDeWit",), "Klopt het bericht?", "Ja."),
        ((2,), ("faction/LidDeWit",), "Wat gaat u doen?", "Ik ga in gesprek met de sector."),
        ((), ("faction/NieuwePartij",), "Deelt u deze zorg?", ""),
    ]


SENATE = """Eerste Kamer der Staten-Generaal 1

Vergaderjaar 2015–2016

33 328 Voorstel van wet van de leden Voortman en Van Weyenberg houdende regels over open overheid

AI VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vastgesteld 14 juni 2016

De leden van de vaste commissie voor Binnenlandse Zaken hebben kennisgenomen van de brief. Op 9 mei 2016 is een brief gestuurd.

De griffier van de vaste commissie voor Binnenlandse Zaken,
Bergman

BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR BINNENLANDSE ZAKEN

Aan de Minister van Binnenlandse Zaken en Koninkrijksrelaties

Den Haag, 9 mei 2016

De leden van de PVV-fractie vragen wat de wet kost.

De leden van de D66-fractie horen graag wanneer de evaluatie komt. De leden van de SP-fractie sluiten zich aan bij de vragen
van de leden van de D66-fractie.

BRIEF VAN DE MINISTER VAN BINNENLANDSE ZAKEN EN KONINKRIJKSRELATIES

Aan de Voorzitter van de Eerste Kamer der Staten-Generaal

Den Haag, 13 juni 2016

De leden van de PVV-fractie vragen naar de kosten. De wet kost 2 miljoen euro.

De leden van de D66-fractie vragen naar de evaluatie. Die komt in 2018.

De Minister van Binnenlandse Zaken en Koninkrijksrelaties,
R.H.A. Plasman
"""


def test_the_senate_asks_and_is_answered_by_letter() -> None:
    paper = read(SENATE)
    assert (paper.id, paper.chamber, paper.number, str(paper.date)) == ("kst-33328-AI", "EK", "AI", "2016-06-14")
    assert [(e.asked_by, bool(e.questions), bool(e.answers), e.joined_by) for e in paper.exchanges] == [
        (("faction/PVV",), True, True, ()),
        (("faction/D66",), True, True, ("faction/SP",)),
    ]
    questions = [(speaker, text) for kind, speaker, text in said(paper) if kind == "questions"]
    assert [speaker for speaker, _ in questions] == ["faction/PVV", "faction/D66"]
    assert [s.name for s in paper.signatories] == ["Bergman", "R.H.A. Plasman"]


AANHANGSEL = """Tweede Kamer der Staten-Generaal 2

Vergaderjaar 2024–2025 Aanhangsel van de Handelingen

Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden

2349

Vragen van de leden Lamers en Van Chaam (beiden GroenLinks-PvdA) aan de
Minister van Justitie en Veiligheid over hoofddoekjes (ingezonden 10 april
2025).

Antwoord van Minister Van Beek (Justitie en Veiligheid) (ontvangen 12 juni
2025). Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 2101.

Vraag 1
Kent u het bericht «Boa's mogen geen hoofddoek»?1

Antwoord 1
Ja.

Vraag 2, 3
Deelt u die zorg? Wat gaat u doen?

1 NOS, 2 april 2025, www.nos.nl/hoofddoek.

ah-tk-20242025-2349
ISSN 0921 - 7398
’s-Gravenhage 2025

Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1

Antwoord 2 en 3
Nee. Ik blijf in gesprek met de gemeenten.
"""


def test_answered_questions_in_the_aanhangsel() -> None:
    paper = read(AANHANGSEL)
    assert (paper.id, paper.number, str(paper.date), paper.kind) == ("ah-tk-20242025-2349", "2349", "2025-06-12", "written_questions")
    assert dict(paper.members) == {"Lamers": ("faction/GroenLinks-PvdA",), "Van Chaam": ("faction/GroenLinks-PvdA",)}
    assert exchanges(paper) == [
        ((1,), ("faction/GroenLinks-PvdA",), "Kent u het bericht «Boa's mogen geen hoofddoek»?", "Ja."),
        ((2, 3), ("faction/GroenLinks-PvdA",), "Deelt u die zorg? Wat gaat u doen?", "Nee. Ik blijf in gesprek met de gemeenten."),
    ]
    [note] = [block for block in paper.blocks if block.kind == "footnote"]
    assert note.text == "NOS, 2 april 2025, www.nos.nl/hoofddoek."


WORD_FILE = """> Retouradres Postbus 20301 2500 EH  Den Haag


Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Datum
24 maart 2024
Onderwerp
Beantwoording Kamervragen van het lid Zuidema (JA21) over een bericht
www.rijksoverheid.nl
Contactpersoon
T 070 426 64 26

Ons kenmerk
5303168

Bij beantwoording de datum en ons kenmerk vermelden. Wilt u slechts één zaak in uw brief behandelen.

In het antwoord op uw brief van 5 maart 2024, nr. 5284183, deel ik u mede dat die van het lid Zuidema (JA21) beantwoord zijn.

De minister van Justitie en Veiligheid

D. Yıldız-Zeggers

Vraag 1
Herinnert u zich uw antwoord op vraag 2 van de eerdere schriftelijke vragen over dit bericht (artikel 1)? 1) 2)

Antwoord op vraag 1
Ja. Zie ook de brief van 4 mei.
1) Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 1121.

2) AD, 13 januari 2024 (www.ad.nl).
"""


def test_kamervragen_as_the_ministry_sends_them() -> None:
    paper = read(WORD_FILE, "kamervragen-zuidema.txt")
    assert (paper.kind, str(paper.date), paper.chamber) == ("written_questions", "2024-03-24", "TK")
    assert paper.title == "Beantwoording Kamervragen van het lid Zuidema (JA21) over een bericht"
    assert [(s.name, s.role) for s in paper.signatories] == [("D. Yıldız-Zeggers", "De minister van Justitie en Veiligheid")]
    question = "Herinnert u zich uw antwoord op vraag 2 van de eerdere schriftelijke vragen over dit bericht (artikel 1)?"
    assert exchanges(paper) == [((1,), ("faction/JA21",), question, "Ja. Zie ook de brief van 4 mei.")]
    sentence = next(s for s in paper.sentences if s.text == question)
    assert [paper.blocks[k].number for k in sentence.footnotes] == ["1", "2"]
    assert [text for kind, _, text in said(paper) if kind == "body"] == [
        "In het antwoord op uw brief van 5 maart 2024, nr. 5284183, deel ik u mede dat die van het lid Zuidema (JA21) beantwoord zijn."
    ]


def test_members_of_two_factions_ask_together() -> None:
    paper = read(
        """Vragen van de leden Smid (VVD) en De Boer (CDA) aan de Minister van Defensie over drones (ingezonden 4 mei 2021)

Vraag 1
Klopt dit?

Vraag 2
Wat nu?
"""
    )
    assert [(e.numbers, e.asked_by, e.answers) for e in paper.exchanges] == [
        ((1,), ("faction/VVD", "faction/CDA"), ()),
        ((2,), ("faction/VVD", "faction/CDA"), ()),
    ]
    assert str(paper.date) == "2021-05-04"


LIST_OF_QUESTIONS = """Tweede Kamer der Staten-Generaal 2

Vergaderjaar 2018–2019

35 000 X Vaststelling van de begrotingsstaten van het Ministerie van Defensie (X) voor het jaar 2019

Nr. 12 LIJST VAN VRAGEN EN ANTWOORDEN

Vastgesteld 24 oktober 2018

De vaste commissie voor Defensie heeft een aantal vragen voorgelegd aan de Minister van Defensie.

1
Hoeveel vacatures zijn er?
Er zijn 6.000 vacatures.

2
Wat kost de F-35?

Antwoord:
De F-35 kost 86 miljoen euro per stuk.
"""


def test_a_list_of_questions_and_answers_is_numbered_without_words() -> None:
    paper = read(LIST_OF_QUESTIONS)
    assert (paper.id, paper.kind, paper.dossier) == ("kst-35000-X-12", "written_questions", "35000-X")
    assert exchanges(paper) == [
        ((1,), (), "Hoeveel vacatures zijn er?", "Er zijn 6.000 vacatures."),
        ((2,), (), "Wat kost de F-35?", "De F-35 kost 86 miljoen euro per stuk."),
    ]
    assert {speaker for kind, speaker, _ in said(paper) if kind == "questions"} == {"org/TweedeKamer"}


DEBATE = """**De voorzitter**:
Ik heropen de vergadering.

**De heer Van den Hul** (PvdA):
Voorzitter. Dank u wel. Ik steun dit voorstel.

Mijn fractie heeft nog één vraag: wanneer komt de wet?

**Mevrouw Bruins-Smit** (ChristenUnie): Dat vraag ik mij ook af.

**Minister-President Rutger**:
In het najaar komt de wet.

De vergadering wordt enkele ogenblikken geschorst.

**De heer Quist** (Lid Quist):
Dat is te laat.

**De heer Zwart** (NieuwePartij):
Motie

De Kamer,
gehoord de beraadslaging,
overwegende dat de wet op zich laat wachten;
verzoekt de regering de wet vóór 1 mei te
sturen,
en gaat over tot de orde van de dag.

**De voorzitter**:
Deze motie is voorgesteld door het lid Zwart. Zij krijgt nr. 12 (35000).
"""


def test_a_debate_in_markdown_with_a_motion() -> None:
    paper = read(DEBATE, "debat.md")
    assert paper.kind == "debate"
    assert paper.id == "debat"
    assert [(kind, speaker, text.split("\n")[0]) for kind, speaker, text in said(paper)] == [
        ("speech", None, "Ik heropen de vergadering."),
        ("speech", "faction/PvdA", "Voorzitter. Dank u wel. Ik steun dit voorstel."),
        ("speech", "faction/ChristenUnie", "Dat vraag ik mij ook af."),
        ("speech", CABINET, "In het najaar komt de wet."),
        ("body", None, "De vergadering wordt enkele ogenblikken geschorst."),
        ("speech", "faction/LidQuist", "Dat is te laat."),
        ("motion", "faction/NieuwePartij", "De Kamer,"),
        ("speech", None, "Deze motie is voorgesteld door het lid Zwart. Zij krijgt nr. 12 (35000)."),
    ]
    motion = next(block for block in paper.blocks if block.kind == "motion")
    assert [s.text for s in motion.sentences] == [
        "De Kamer,",
        "gehoord de beraadslaging,",
        "overwegende dat de wet op zich laat wachten;",
        "verzoekt de regering de wet vóór 1 mei te sturen,",
        "en gaat over tot de orde van de dag.",
    ]
    assert paper.members["Van den Hul"] == ("faction/PvdA",)
    assert next(b for b in paper.blocks if b.speaker == CABINET and b.kind == "speech").speaker_name == "Minister-President Rutger"


KAMERBRIEF = """> Retouradres Postbus 20201 2500 EE Den Haag

De voorzitter van de Tweede Kamer der Staten-Generaal
Prinses Irenestraat 6
2595 BD Den Haag

Datum 5 juni 2024
Betreft Voortgang aanpak stikstof

Geachte voorzitter,

In het debat van 3 april jl. heb ik u toegezegd te berichten over de voortgang. Het gaat om drie zaken:

- de vergunningen, die weer worden verleend;
- de metingen, die op schema liggen;
- de uitkoop, waarover ik met de provincies spreek.

Vervolg

Ik zal uw Kamer vóór het zomerreces nader informeren.

Hoogachtend,

De Minister van Landbouw, Natuur en Voedselkwaliteit,


mr. drs. P.C. van der Aa-De Boer
"""


def test_a_letter_as_the_ministry_sends_it() -> None:
    paper = read(KAMERBRIEF, "kamerbrief-stikstof.txt")
    assert (paper.id, paper.kind, str(paper.date), paper.title, paper.chamber) == (
        "kamerbrief-stikstof",
        "letter",
        "2024-06-05",
        "Voortgang aanpak stikstof",
        "TK",
    )
    body = [text for kind, _, text in said(paper) if kind == "body"]
    assert body[0].startswith("In het debat van 3 april jl. heb ik")
    assert "Retouradres" not in "".join(body)
    assert [block.text for block in paper.blocks if block.kind == "heading"] == ["Vervolg"]
    assert [(s.name, s.role) for s in paper.signatories] == [
        ("mr. drs. P.C. van der Aa-De Boer", "De Minister van Landbouw, Natuur en Voedselkwaliteit")
    ]
    items = [s.text for s in paper.sentences if s.text.startswith("-")]
    assert items == [
        "- de vergunningen, die weer worden verleend;",
        "- de metingen, die op schema liggen;",
        "- de uitkoop, waarover ik met de provincies spreek.",
    ]


def test_sections_of_a_letter_may_be_numbered() -> None:
    paper = read(
        """Geachte voorzitter,

1. Inleiding

Ik informeer uw Kamer over drie zaken:

1. De vergunningen
2. De metingen

2.1 Vervolg van de aanpak

Ik kom hier op terug.
"""
    )
    assert [block.text for block in paper.blocks if block.kind == "heading"] == ["1. Inleiding", "2.1 Vervolg van de aanpak"]


def test_a_question_may_name_its_faction() -> None:
    paper = read(
        """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vraag 1 (VVD-fractie): Wat kost dit?

Antwoord 1
Niets.

Vraag 2 (Groep Van Haga)
Wanneer gaat het in?

Antwoord 2
Morgen.
"""
    )
    assert exchanges(paper) == [
        ((1,), ("faction/VVD",), "Wat kost dit?", "Niets."),
        ((2,), ("faction/GroepVanHaga",), "Wanneer gaat het in?", "Morgen."),
    ]


def test_a_letter_that_cites_a_paper_does_not_take_its_number() -> None:
    paper = read(
        """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 maart 2020

Zie https://zoek.officielebekendmakingen.nl/kst-28676-384.html en Kamerstuk 21 501-20, nr. 1796. Ik steun dit.

De Minister van Buitenlandse Zaken,
S.A. Blokker
"""
    )
    assert paper.id.startswith("text-")
    assert len(paper.id) == len("text-") + 12
    assert (paper.dossier, paper.number, paper.url) == (None, None, None)


@pytest.mark.parametrize(
    ("head", "ident", "dossier", "number", "chamber"),
    [
        ("28 676\nNAVO\nNr. 431", "kst-28676-431", "28676", "431", "TK"),
        ("36 200 V\nVaststelling van de begroting\nNr. 73", "kst-36200-V-73", "36200-V", "73", "TK"),
        ("35 925 XVI Vaststelling van de begroting\n\nNr. 9 BRIEF VAN DE MINISTER", "kst-35925-XVI-9", "35925-XVI", "9", "TK"),
        ("21 501-02\nRaad Algemene Zaken\nNr. 2701", "kst-21501-02-2701", "21501-02", "2701", "TK"),
        ("32 317 JBZ-Raad\nNr. KY BRIEF VAN DE MINISTER", "kst-32317-KY", "32317", "KY", "EK"),
        ("33 400 V\nVaststelling\nC\n", "kst-33400-V-C", "33400-V", "C", "EK"),
    ],
)
def test_dossier_and_number_are_read_from_the_head(head: str, ident: str, dossier: str, number: str, chamber: str) -> None:
    paper = read(
        f"Vergaderjaar 2022–2023\n{head}\n\nAan de Voorzitter van de Kamer\n\nDen Haag, 3 maart 2023\n\nHierbij informeer ik uw Kamer.\n"
    )
    assert (paper.id, paper.dossier, paper.number, paper.chamber) == (ident, dossier, number, chamber)
    assert paper.url == f"https://zoek.officielebekendmakingen.nl/{ident}.html"
    assert paper.session_year == "2022-2023"


@pytest.mark.parametrize(
    "head", ["28 676, nr. 431\nNAVO", "28 676 Nr. 431 BRIEF VAN DE MINISTER", "28 676 NAVO\nNr. 431 Brief van de Minister"]
)
def test_dossier_and_number_may_share_a_line(head: str) -> None:
    paper = read(f"{head}\n\nAan de Voorzitter van de Tweede Kamer\n\nDen Haag, 3 maart 2023\n\nHierbij informeer ik uw Kamer.\n")
    assert (paper.id, paper.dossier, paper.number) == ("kst-28676-431", "28676", "431")


@pytest.mark.parametrize(
    ("head", "ident", "day"),
    [
        ("Handelingen II 2017/18, nr. 88, item 7 (28 juni 2018)", "h-tk-20172018-88-7", "2018-06-28"),
        ("Handelingen II 1999/2000, nr. 23, item 3 (28 juni 2000)", "h-tk-19992000-23-3", "2000-06-28"),
        ("Handelingen II 1999/00, nr. 23, item 3 (28 juni 2000)", "h-tk-19992000-23-3", "2000-06-28"),
        ("Handelingen I 2012–2013, 9, item 3\n9e vergadering, dinsdag 4 december 2012", "h-ek-20122013-9-3", "2012-12-04"),
    ],
)
def test_handelingen_know_their_sitting(head: str, ident: str, day: str) -> None:
    paper = read(
        f"{head}\n\nDe voorzitter:\nAan de orde is het debat.\n\nDe heer Zwart (VVD):\nHandelingen II 2001/02, nr. 1, item 1 zegt het al.\n"
    )
    assert (paper.id, str(paper.date), str(paper.held), paper.dossier, paper.number) == (ident, day, day, None, None)
    assert paper.url == f"https://zoek.officielebekendmakingen.nl/{ident}.html"


def test_a_name_may_stand_above_the_office() -> None:
    paper = read("Geachte voorzitter,\n\nIk informeer uw Kamer.\n\n(w.g.)\tR.A. Terwiel\nStaatssecretaris van Economische Zaken\n")
    assert [(s.name, s.role) for s in paper.signatories] == [("R.A. Terwiel", "Staatssecretaris van Economische Zaken")]


SPEECH = "\n\nDe heer De Roo (CDA):\nVoorzitter. Wij steunen de wet.\n\nDe voorzitter:\nDank u wel.\n"
BODY = "\n\nGeachte voorzitter,\n\nUw Kamer is geïnformeerd.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Debat over de spreidingswet\n\nVergaderdatum: 20 juni 2024" + SPEECH, "Debat over de spreidingswet"),
        ("# Hoe staat het ervoor?\n" + SPEECH, "Hoe staat het ervoor?"),
        ("Commissiedebat Defensie-uitgaven\n12 maart 2025" + SPEECH, "Commissiedebat Defensie-uitgaven"),
        ("\n\n9\n\nBouwregelgeving en energiebesparing" + SPEECH, "Bouwregelgeving en energiebesparing"),
        ("Versterking van effecten door «generieke tegenmaatregelen»" + BODY, "Versterking van effecten door «generieke tegenmaatregelen»"),
        (
            "Kamerbrief over de voortgang van de aanpak\n\nDatum: 14 maart 2024\nAan de Voorzitter van de Tweede Kamer" + BODY,
            "Kamerbrief over de voortgang van de aanpak",
        ),
        (
            "2025Z01234\nVragen van het lid De Roo (CDA) over Q-koorts (ingezonden 1 mei 2025).\n\nVraag 1\nKlopt dat?\n\nAntwoord\nJa.\n",
            "Vragen van het lid De Roo (CDA) over Q-koorts (ingezonden 1 mei 2025)",
        ),
        ("# Notitie\n\nBetreft: de stand van zaken\n\nDen Haag, 12 maart 2025" + BODY, "de stand van zaken"),
        ("Ministerie van Financiën" + BODY, None),
        ("28 676 NAVO" + BODY, None),
        ("Den Haag, 12 maart 2025" + BODY, None),
        ("12 maart 2025" + BODY, None),
        ("Kenmerk: 2025-123" + BODY, None),
        ("Hierbij informeer ik uw Kamer over de voortgang." + BODY, None),
        ("De leden van de VVD-fractie" + BODY, None),
        ("# Handelingen II 2017/18, nr. 88, item 7 (28 juni 2018)" + SPEECH, None),
        (SPEECH, None),
        (BODY, None),
    ],
)
def test_a_title_is_what_stands_above_the_text(text: str, title: str | None) -> None:
    assert structure(source_from_text(text)).title == title
    assert structure(source_from_text(text), {"title": "Een titel"}).title == ("Een titel" if title != "de stand van zaken" else title)


def test_a_row_of_sources_csv_completes_the_text_and_never_overrules_it() -> None:
    row = {
        "id": "kst-1-1",
        "kind": "letter",
        "dossier": "99999",
        "number": "9",
        "date": "2000-01-01",
        "title": "Een titel",
        "chamber": "EK",
    }
    text = "28 676\nNAVO\nNr. 431\nBRIEF VAN DE MINISTER\n\nDen Haag, 19 april 2023\n\nUw Kamer is geïnformeerd.\n"
    paper = structure(source_from_text(text), row)
    assert (paper.id, paper.dossier, paper.number, str(paper.date)) == ("kst-28676-431", "28676", "431", "2023-04-19")
    assert paper.title == "Een titel"
    bare = structure(source_from_text("Geachte voorzitter,\n\nUw Kamer is geïnformeerd.\n"), row)
    assert (bare.id, bare.dossier, bare.number, str(bare.date), bare.chamber) == ("kst-1-1", "99999", "9", "2000-01-01", "EK")


MOTION = """Tweede Kamer der Staten-Generaal

Vergaderjaar 2022–2023

36 200 IX
Vaststelling van de begrotingsstaat van het
Ministerie van Financiën
Nr. 29
NADER GEWIJZIGDE MOTIE VAN DE LEDEN ROEMER DE JONG EN VAN DER STEEN
Voorgesteld tijdens het Notaoverleg van 30 januari 2023
De Kamer,
gehoord de beraadslaging,
constaterende dat de belasting anno 2022
verstoord is;
verzoekt de regering een besluit te nemen en
besluit voorts dat dit openbaar wordt,
en gaat over tot de orde van de dag.
Roemer de Jong
Van der Steen
"""


def test_a_motion_without_empty_lines() -> None:
    paper = read(MOTION)
    assert (paper.id, paper.kind, str(paper.date)) == ("kst-36200-IX-29", "motion", "2023-01-30")
    assert paper.dossier_title == "Vaststelling van de begrotingsstaat van het Ministerie van Financiën"
    assert [s.name for s in paper.signatories] == ["Roemer de Jong", "Van der Steen"]
    [(kind, speaker, _)] = said(paper)
    assert (kind, speaker) == ("motion", "person/DeJong")
    motion = next(block for block in paper.blocks if block.kind == "motion")
    assert [s.text for s in motion.sentences][2:4] == [
        "constaterende dat de belasting anno 2022 verstoord is;",
        "verzoekt de regering een besluit te nemen en besluit voorts dat dit openbaar wordt,",
    ]


POINTERS = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vragen en opmerkingen van de leden van de VVD-fractie

Wat is de inzet?

1. Antwoord van het kabinet

De inzet is helder.

Wat is het doel?

2. Antwoord van het kabinet

{answer}

Vragen en opmerkingen van de leden van de SP-fractie

Wat kost het?

3. Antwoord van het kabinet

Het kost niets.
"""


@pytest.mark.parametrize(
    ("answer", "see"),
    [
        ("Zie het antwoord op vraag 1.", (1,)),
        ("Zie beantwoording vraag 3.", (3,)),
        ("Voor de kosten zie vraag 3.", (3,)),
        ("Zie de antwoorden op de vragen 1 en 3.", (1, 3)),
        ("Zie de antwoorden op vragen 1 t/m 3.", (1, 3)),
        ("Zoals beschreven onder antwoord 3 is het gratis.", (3,)),
        ("Hiervoor verwijs ik naar mijn antwoord op vraag 1.", (1,)),
        ("Het kabinet verwijst naar de beantwoording van vraag 3.", (3,)),
        ("Zie het antwoord op de vorige vraag.", (1,)),
        ("Ik verwijs naar mijn reactie op de vragen van de leden van de SP-fractie.", (3,)),
        ("Ik verwijs naar het antwoord op vraag 3 van het schriftelijk overleg van 12 mei.", ()),
        ("Zie het antwoord op vraag 1 (Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 2874).", ()),
        ("Zie het antwoord op vraag 12.", ()),
        ("Het gaat om 3 vragen. De leden stelden deze vraag 3 mei.", ()),
        ("In antwoord op eerdere vragen is dit gemeld.", ()),
    ],
)
def test_pointers_lead_to_answers_of_this_paper(answer: str, see: tuple[int, ...]) -> None:
    assert read(POINTERS.format(answer=answer)).exchanges[1].see == see


@pytest.mark.parametrize(
    ("joins", "joined"),
    [
        ("De leden van de SP-fractie sluiten zich aan bij de vragen van de leden van de VVD-fractie.", [1, 2]),
        ("De leden van de SP-fractie sluiten zich graag aan bij de vragen van de VVD-fractie over de inzet.", [1]),
        ("Voor het overige sluit het lid zich aan bij de inbreng van de leden van de VVD-fractie over het doel.", [2]),
        ("De leden van de SP-fractie sluiten zich aan bij het kabinet.", []),
    ],
)
def test_factions_join_questions_of_others(joins: str, joined: list[int]) -> None:
    paper = read(POINTERS.format(answer="Vrede.").replace("Wat kost het?", f"{joins} Wat kost het?"))
    assert [e.number for e in paper.exchanges if e.joined_by == ("faction/SP",)] == joined


NO_LOOKS = """VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vragen en opmerkingen van de leden van de BBB-fractie

De leden van de BBB-fractie lezen dat de norm verandert. Waarom?

1. Antwoord van de Staatssecretaris

De norm volgt uit Europees recht. Het kabinet heeft daar geen ruimte.

Voor bedrijven is er een overgangstermijn. Daarover ontvangt uw Kamer een brief.

De nitraatnorm is voor boeren onwerkbaar. Dat baart deze leden zorgen. Kan de Staatssecretaris uitstel toezeggen?

2. Antwoord van de Staatssecretaris

Nee. Uitstel is niet mogelijk.

Waterkwaliteit

Op de Veluwe daalt het grondwater. In hoeverre is dat bekend, en wat wordt eraan gedaan?

3. Antwoord van de Staatssecretaris

Dat is bekend. Met de provincie wordt gewerkt aan herstel.

Tot slot danken deze leden de Staatssecretaris.
"""


def test_words_tell_where_an_answer_ends_when_nothing_else_does() -> None:
    assert [(numbers, question, answer) for numbers, _, question, answer in exchanges(read(NO_LOOKS))] == [
        (
            (1,),
            "De leden van de BBB-fractie lezen dat de norm verandert. Waarom?",
            (
                "De norm volgt uit Europees recht. Het kabinet heeft daar geen ruimte.\n"
                "Voor bedrijven is er een overgangstermijn. Daarover ontvangt uw Kamer een brief."
            ),
        ),
        (
            (2,),
            "De nitraatnorm is voor boeren onwerkbaar. Dat baart deze leden zorgen. Kan de Staatssecretaris uitstel toezeggen?",
            "Nee. Uitstel is niet mogelijk.",
        ),
        (
            (3,),
            "Op de Veluwe daalt het grondwater. In hoeverre is dat bekend, en wat wordt eraan gedaan?",
            "Dat is bekend. Met de provincie wordt gewerkt aan herstel.",
        ),
    ]


def test_an_excerpt_that_begins_in_the_middle_still_knows_who_asks() -> None:
    paper = read(
        """Verder vragen de leden van de SGP-fractie wat de Minister hiervan vindt.

8. Antwoord van het kabinet

Het kabinet vindt dit onwenselijk.

Deze leden vragen of dat zo blijft.

9. Antwoord van het kabinet

Ja.
"""
    )
    assert [(e.number, e.asked_by) for e in paper.exchanges] == [(8, ("faction/SGP",)), (9, ("faction/SGP",))]


def test_factions_may_speak_without_a_heading() -> None:
    paper = read(
        """INBRENG VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

De commissie heeft vragen voorgelegd.

De leden van de VVD-fractie danken de Minister. Wat is de inzet?

Zij vragen ook naar de kosten.

Het lid van de BBB-fractie heeft geen vragen.
"""
    )
    assert [(e.asked_by, e.number, len(paper.blocks[e.questions[0]].text.splitlines())) for e in paper.exchanges] == [
        (("faction/VVD",), None, 2)
    ]
    assert said(paper)[-1] == ("questions", "faction/BBB", "Het lid van de BBB-fractie heeft geen vragen.")


PIECES = [
    "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG",
    "Inhoudsopgave",
    "I Vragen en opmerkingen vanuit de fracties",
    "Vragen en opmerkingen van de leden van de VVD-fractie",
    "II Reactie van de Minister",
    "1. Antwoord van het kabinet",
    "Antwoord",
    "Antwoord op de vragen 2 en 3",
    "Vraag 2",
    "De leden van de VVD-fractie vragen of dit klopt.",
    "Zie het antwoord op vraag 1. Het kabinet blijft bij zijn stand-",
    "punt over de zaak1.",
    "1 Kamerstuk 28 676, nr. 384.",
    "Tweede Kamer, vergaderjaar 2021–2022, 28 676, nr. 396 28",
    "De heer Segers (ChristenUnie): Voorzitter.",
    "De voorzitter:",
    "MOTIE VAN HET LID BOERSMA C.S.",
    "De Kamer,",
    "overwegende dat het zo is;",
    "en gaat over tot de orde van de dag.",
    "Boersma",
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
    "Den Haag, 19 april 2023",
    "De Minister van Defensie,",
    "H.J. van Aalsteren",
    "Rusland en Oekraïne",
    "- een punt;",
    "## **Kop**",
    "**Vet antwoord.**<sup>2</sup>",
    "<sup>2</sup> Noot.",
    "3",
    "",
    "",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(list(get_args(PaperKind))), st.sampled_from(["\n", "\r\n", " \n"]))
def test_any_order_of_known_pieces_is_read_without_losing_its_place(pieces: list[str], kind: str, newline: str) -> None:
    text = newline.join(["Uw Kamer", *pieces])
    paper = structure(source_from_text(text), {"kind": kind})
    starts = [block.start for block in paper.blocks]
    assert starts == sorted(starts)
    for exchange in paper.exchanges:
        for index in exchange.answers:
            assert paper.blocks[index].exchange == exchange.index
        for index in exchange.questions:
            assert paper.blocks[index].kind == "questions"
    for sentence in paper.sentences:
        assert paper.blocks[sentence.block].text[sentence.at : sentence.to] == sentence.text
        for note in sentence.footnotes:
            assert paper.blocks[note].kind == "footnote"
    assert structure(source_from_text(text), {"kind": kind}) == paper
