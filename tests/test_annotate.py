"""What is found in a paper: factions, countries, organisations, persons, motions, meetings, papers and instruments."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest

from standpunt.annotate import annotate, extensions, make_nlp, motions
from standpunt.model import Block, OffsetMap, Paper, Sentence, Source
from standpunt.read import source_from_text
from standpunt.structure import names, sentences

Found = tuple[str, str, str | None]


def paper(text: str, day: date | None = date(2022, 1, 13), chamber: str = "TK", notes: dict[int, list[int]] | None = None) -> Paper:
    """Return a paper of which each line is a block; `notes` tells which blocks are the footnotes of which."""
    blocks = []
    for index, line in enumerate(re.finditer(r"[^\n]+", text)):
        start = line.start()
        parts = tuple(
            Sentence(at, index, at, to, start + at, start + to, line.group()[at:to], tuple((notes or {}).get(index, ())))
            for at, to in sentences.split(line.group())
        )
        blocks.append(Block(index, "body", None, line.group(), OffsetMap((0,), (start,)), start, line.end(), parts))
    return Paper("text-1", "letter", source_from_text(text), tuple(blocks), date=day, chamber=chamber)  # type: ignore[arg-type]


def found(text: str, *labels: str, day: date | None = date(2022, 1, 13)) -> list[Found]:
    """Return the mentions in a text as (text, label, id); only those with one of the labels, if any is given."""
    mentions = annotate(paper(text, day)).mentions
    return [(mention.text, mention.label, mention.id) for mention in mentions if not labels or mention.label in labels]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De leden van de VVD-fractie en de D66-fractie", [("VVD-fractie", "faction/VVD"), ("D66-fractie", "faction/D66")]),
        ("de leden van Volt, BIJ1 en DENK", [("Volt", "faction/Volt"), ("BIJ1", "faction/BIJ1"), ("DENK", "faction/DENK")]),
        ("de Partij voor de Dieren en de PvdD.", [("Partij voor de Dieren", "faction/PvdD"), ("PvdD", "faction/PvdD")]),
        ("twee PVV’ers en een VVD'er", [("PVV’ers", "faction/PVV"), ("VVD'er", "faction/VVD")]),
        ("de inbreng van de PvdA.", [("PvdA", "faction/PvdA")]),
        ("de leden van de Groep Van Haga", [("Groep Van Haga", "faction/GroepVanHaga")]),
        ("de leden van de fractie-Otten", [("fractie-Otten", "faction/FractieOtten")]),
        ("DE LEDEN VAN DE VVD-FRACTIE", [("VVD-FRACTIE", "faction/VVD")]),
        ("MOTIE VAN HET LID OMTZIGT", []),
        ("Denk aan de vvd, aan volt en aan sp.", []),
    ],
)
def test_factions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, ident) for words, _, ident in found(text, "FACTION")] == expected


def test_a_name_is_that_of_its_time() -> None:
    """GroenLinks-PvdA is one faction since 2023; before, the words name two."""
    text = "De leden van GroenLinks-PvdA vragen"
    assert [ident for _, _, ident in found(text, "FACTION", day=date(2024, 2, 1))] == ["faction/GroenLinks-PvdA"]
    assert [ident for _, _, ident in found(text, "FACTION", day=date(2019, 2, 1))] == ["faction/GroenLinks", "faction/PvdA"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rusland, de Russische troepen en de Russen", [("Rusland", "RU"), ("Russische", "RU"), ("Russen", "RU")]),
        ("de VS en het VK", [("VS", "US"), ("VK", "GB")]),
        ("de Nederlands-Duitse brigade in Oost-Oekraïne", [("Nederlands", "NL"), ("Duitse", "DE"), ("Oekraïne", "UA")]),
        ("Oekraine en de Israelische regering", [("Oekraine", "UA"), ("Israelische", "IL")]),
        ("Bosnië en Herzegovina, Noord-Macedonië", [("Bosnië en Herzegovina", "BA"), ("Noord-Macedonië", "MK")]),
        ("VERSLAG RUSLAND", [("RUSLAND", "RU")]),
        ("China's rol en Ruslands agressie", [("China's", "CN"), ("Ruslands", "RU")]),
        ("het Ruslandbeleid en de Afghanistanmissie", [("Ruslandbeleid", "RU"), ("Afghanistanmissie", "AF")]),
        ("Latijns-Amerika, de Indische Oceaan en Zuid-Holland", []),
        ("een chili met nederlandse kaas in een vs", []),
        ("Let op: de esten en de polen", []),
    ],
)
def test_countries(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, (ident or "").removeprefix("country/")) for words, _, ident in found(text, "COUNTRY")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("met NAVO-bondgenoten in EU-verband", [("NAVO-bondgenoten", "org/NAVO"), ("EU-verband", "org/EU")]),
        ("EU- en NAVO-partners", [("EU", "org/EU"), ("NAVO-partners", "org/NAVO")]),
        ("de NAVO-EU-samenwerking", [("NAVO", "org/NAVO"), ("EU-samenwerking", "org/EU")]),
        ("het NAVOgrondgebied", [("NAVOgrondgebied", "org/NAVO")]),
        ("de NAVO-Rusland Raad", [("NAVO-Rusland Raad", "org/NAVO-RuslandRaad")]),
        ("De wachtkamer van de IND. Het OM", [("IND", "org/IND"), ("OM", "org/OM")]),
        ("de vaste commissie voor Europese Zaken heeft", [("vaste commissie voor Europese Zaken", "org/CommissieEuropeseZaken")]),
        ("het Ministerie van Buitenlandse Zaken", [("Ministerie van Buitenlandse Zaken", "org/Ministerie-BZ")]),
        ("het Franse Ministerie van Defensie", [("Ministerie van Defensie", None)]),
        ("de adviezen van de ICES (ICES)-werkgroep", [("ICES", "org/ICES"), ("ICES", "org/ICES")]),
        (
            "het Centrum voor Criminaliteitspreventie en Veiligheid (CCV) en later het CCV",
            [("Centrum voor Criminaliteitspreventie en Veiligheid", None), ("CCV", None), ("CCV", None)],
        ),
        ("de Stichting Natuur en Water", [("Stichting Natuur en Water", None)]),
        ("Volgens de Maag Lever Darm Stichting", [("Maag Lever Darm Stichting", None)]),
        ("Zo stelt de Hartstichting dat", [("Hartstichting", None)]),
        ("Stichting en bestuur zwegen", []),
        (
            "de Europese Commissie; de Commissie stelt",
            [("Europese Commissie", "org/EuropeseCommissie"), ("Commissie", "org/EuropeseCommissie")],
        ),
        ("de Commissie stelt", []),
        ("het om gaat is ns en is eu", []),
        ("HET GAAT OM BELEID VOOR BOEREN", []),
        ("Plan van Aanpak van de Raad van Bestuur", []),
    ],
)
def test_organisations(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(words, ident) for words, _, ident in found(text, "ORG")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("president Poetin belde Biden", [("Poetin", "person/Poetin"), ("Biden", "person/Biden")]),
        ("Minister Vermeulen-Prins", [("Vermeulen-Prins", "person/Vermeulen-Prins")]),
        ("staatssecretaris Bos-Van Wijk zei", [("Bos-Van Wijk", "person/Bos-VanWijk")]),
        ("Aan de Voorzitter Binnenhof 4", []),
        ("SG NAVO Stoltenberg en minister Ollongren", [("Stoltenberg", "person/Stoltenberg"), ("Ollongren", "person/Ollongren")]),
        ("de heer Sjoerdsma (D66)", [("Sjoerdsma", "person/Sjoerdsma")]),
        ("Kröger (GroenLinks) vraagt", [("Kröger", "person/Kröger")]),
        ("Volgens Pepijn van Houwelingen (FVD)", [("Pepijn van Houwelingen", "person/VanHouwelingen")]),
        ("de leden Verhulst en Ter Beek", [("Verhulst", "person/Verhulst"), ("Ter Beek", "person/TerBeek")]),
        ("het lid van de BBB-fractie Van der Wielen", [("Van der Wielen", "person/VanDerWielen")]),
        ("De Minister van Buitenlandse Zaken, W.B. Hoekstra", [("W.B. Hoekstra", "person/Hoekstra")]),
        ("de voorzitter van de commissie, H.J. van Aalsteren", [("H.J. van Aalsteren", "person/VanAalsteren")]),
        ("Minister van Buitenlandse Zaken Bruins Slot zei", [("Bruins Slot", "person/BruinsSlot")]),
        ("de nieuwe Commissaris Frans Timmermans", [("Frans Timmermans", "person/Timmermans")]),
        ("zijn Turkse collega de heer C\u0327avus\u0327og\u0306lu", [("C\u0327avus\u0327og\u0306lu", "person/Çavuşoğlu")]),
        ("Mevrouw Harmsen spreekt. Daarna reageert Harmsen.", [("Harmsen", "person/Harmsen"), ("Harmsen", "person/Harmsen")]),
        ("MOTIE VAN DE LEDEN ROMKE DE JONG EN KOPS", [("ROMKE DE JONG", "person/DeJong"), ("KOPS", "person/Kops")]),
        ("de heer Klein spreekt. Klein of groot, dat is klein bier.", [("Klein", "person/Klein")]),
        ("de Minister van Defensie Nederland", []),
        ("de Minister-President, Minister van Algemene Zaken", []),
        ("De leden van de VVD-fractie vragen de Minister van Financiën", []),
        ("Aan de Voorzitter van de Tweede Kamer, Prinses Irenestraat 6", []),
        ("het kabinet-Rutte IV", []),
        ("De Voorzitter: Goedemiddag allemaal", []),
    ],
)
def test_persons(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, ident) for words, _, ident in found(text, "PERSON")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Conform de motie van het lid Brekelmans c.s. blijft", [("motie van het lid Brekelmans c.s.", "motion/Brekelmans")]),
        ("de motie-Ten Brinke/Verkaik over draagvlak", [("motie-Ten Brinke/Verkaik", "motion/TenBrinke-Verkaik")]),
        ("de motie Van Campen c.s. is", [("motie Van Campen c.s.", "motion/VanCampen")]),
        ("MOTIE VAN DE LEDEN DASSEN EN PIRI", [("MOTIE VAN DE LEDEN DASSEN EN PIRI", "motion/Dassen-Piri")]),
        (
            "de motie van de leden Terpstra en Adjei (Kamerstuk 32 813, nr. 1462)",
            [("motie van de leden Terpstra en Adjei", "kst-32813-1462")],
        ),
        ("Ik ontraad de motie op stuk nr. 12 (36045).", [("motie op stuk nr. 12", "kst-36045-12")]),
        ("de motie op stuk 33 529, nr. 984", []),
        ("een motie van de VVD-fractie over Nederland", []),
        ("het amendement van het lid Sjoerdsma", []),
    ],
)
def test_motions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, ident) for words, _, ident in found(text, "MOTION")] == expected


def test_a_motion_has_the_number_in_its_footnote() -> None:
    text = "Zo luidt de motie van het lid Boersma c.s. over wadlopen.\nKamerstuk 29 684, nr. 52\nDe motie-Boersma c.s. is aangenomen."
    mentions = annotate(paper(text, notes={0: [1]})).mentions
    assert [mention.id for mention in mentions if mention.label == "MOTION"] == ["kst-29684-52", "kst-29684-52"]


def test_who_moved_a_motion_is_known() -> None:
    doc = make_nlp()("de motie van de leden Verhulst en Ter Beek")
    (motion,) = (span for span in extensions.found(doc) if span.label_ == "MOTION")
    assert motions.proposers(motion) == ("person/Verhulst", "person/TerBeek")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "de NAVO ministeriële bijeenkomst van 7 januari 2022",
            [("NAVO ministeriële bijeenkomst van 7 januari 2022", "meeting/2022-01-07")],
        ),
        ("tijdens het commissiedebat van 22 maart", [("commissiedebat van 22 maart", "meeting/2022-03-22")]),
        ("tijdens de JBZ-Raad van 3 en 4 maart", [("JBZ-Raad van 3 en 4 maart", "meeting/2022-03-03")]),
        ("de informele RBZ (Gymnich) van 13 en 14 januari", [("informele RBZ (Gymnich) van 13 en 14 januari", "meeting/2022-01-13")]),
        (
            "het overleg tussen Rusland en de VS van 9 en 10 januari",
            [("overleg tussen Rusland en de VS van 9 en 10 januari", "meeting/2022-01-09")],
        ),
        (
            "Op 7 januari jl. vond er een ingelaste bijeenkomst van de NAVO plaats",
            [("ingelaste bijeenkomst van de NAVO", "meeting/2022-01-07")],
        ),
        ("Mevrouw Aksoy heeft een tweeminutendebat aangevraagd", [("tweeminutendebat", None)]),
        ("de NAVO-top in Vilnius", [("NAVO-top in Vilnius", None)]),
        ("de COP28 in Dubai", [("COP28 in Dubai", None)]),
        ("het bezoek van de Minister-President aan Kiev", [("bezoek van de Minister-President aan Kiev", None)]),
        ("een ministeriële regeling en ministeriële verantwoordelijkheid", []),
        ("in een besloten technische briefing", []),
        ("Er is veel overleg. Op 3 mei 2021 is een brief gestuurd.", []),
        ("de brief van 13 december 2021 over het gesprek", []),
        ("aan de top van het ministerie", []),
    ],
)
def test_meetings(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(words, ident) for words, _, ident in found(text, "MEETING")] == expected


def test_a_meeting_without_date_is_the_one_that_the_paper_dates() -> None:
    text = "De agenda van de NAVO ministeriële van 7 januari 2022.\nWat is de inzet bij de aankomende NAVO ministeriële?"
    assert [ident for _, _, ident in found(text, "MEETING")] == ["meeting/2022-01-07", "meeting/2022-01-07"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("het nieuwe Strategisch Concept (SC) en later het SC", ["Strategisch Concept", "SC", "SC"]),
        ("artikel 5 en de artikel 7-procedure", ["artikel 5", "artikel 7-procedure"]),
        ("op grond van artikel 346 van het Werkingsverdrag", ["artikel 346 van het Werkingsverdrag"]),
        ("de Wet op het hoger onderwijs wordt gewijzigd", ["Wet op het hoger onderwijs"]),
        ("de Gasopslagverordening en de Wet open overheid", ["Gasopslagverordening", "Wet open overheid"]),
        ("Verordening (EU) 2016/679 en Richtlijn 2011/95/EU", ["Verordening (EU) 2016/679", "Richtlijn 2011/95/EU"]),
        ("het Verdrag van Lissabon en het Akkoord van Parijs", ["Verdrag van Lissabon", "Akkoord van Parijs"]),
        ("op grond van artikel 5, tweede lid, van deze wet", []),
        ("een verordening, een richtlijn en de Wet- en regelgeving", []),
    ],
)
def test_instruments(text: str, expected: list[str]) -> None:
    assert [words for words, _, _ in found(text, "INSTRUMENT")] == expected


def test_the_house_is_that_of_the_paper() -> None:
    own = {chamber: annotate(paper("Uw Kamer wordt geïnformeerd", chamber=chamber)).mentions[0].id for chamber in ("TK", "EK")}
    assert own == {"TK": "org/TweedeKamer", "EK": "org/EersteKamer"}


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Van der Wielen", "person/VanDerWielen"),
        ("EL IDRISSI", "person/ElIdrissi"),
        ("RIKKERS-OOSTERKAMP", "person/Rikkers-Oosterkamp"),
        ("Yesilgöz", "person/Yeşilgöz"),
    ],
)
def test_one_person_has_one_id(name: str, ident: str) -> None:
    assert names.person_id(name) == ident


def test_mentions_stand_where_they_say() -> None:
    text = "De leden van de VVD-fractie vragen de Minister\nnaar Oekraïne en de NAVO-top van 7 januari jl."
    for mention in annotate(paper(text)).mentions:
        assert text[mention.start : mention.end] == mention.text


def test_annotating_costs_only_a_few_times_what_tokenizing_costs() -> None:
    """A guard against patterns that cost with their number: measured about 6 times on these papers, whose every twelfth word is a name."""
    text = (Path(__file__).parent.parent / "data" / "corpus" / "kst-28676-431.txt").read_text(encoding="utf-8")
    nlp = make_nlp()
    whole = paper(text)

    def seconds(run: object) -> float:
        best = float("inf")
        for _ in range(5):
            begin = time.process_time()
            run()  # type: ignore[operator]
            best = min(best, time.process_time() - begin)
        return best

    tokenizing = seconds(lambda: [nlp.make_doc(block.text) for block in whole.blocks])
    assert seconds(lambda: annotate(whole)) < 40 * tokenizing


def test_an_empty_block_has_no_mentions() -> None:
    empty = Block(0, "body", None, "", OffsetMap((0,), (0,)), 0, 0, ())
    assert annotate(Paper("text-1", "letter", Source("x", "", "", "text/plain"), (empty,))).mentions == ()
