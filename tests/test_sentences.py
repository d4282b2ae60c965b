"""Sentences end where a Dutch reader ends them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpunt.structure.sentences import split

# one sentence a string; the text is the sentences with a space between
CASES = [
    ["Op 16 december jl. is de NAVO voorbereid.", "Dat geldt ook nu."],
    ["Dit is op 12 juni jl. in Sarajevo aan de orde gesteld."],
    ["De Permanente Raad vergadert op 13 januari a.s.", "De veiligheidssituatie staat tevens geagendeerd."],
    ["Conform de motie Brekelmans c.s. zet Nederland zich actief in."],
    ["De motie van het lid Sjoerdsma c.s. (Kamerstuk 21 501-20, nr. 1763) is uitgevoerd."],
    ["Per brief is uw Kamer geïnformeerd over de Raad op 14 januari jl. (Kamerstuk 21 501-02, nr. 2446) in Brest."],
    ["Zie Kamerstuk 28 676, nr. 384.", "Verder volgt een brief."],
    ["De brieven (Kamerstukken 21 501-28, nrs. 207 en 209) zijn bekend."],
    ["Onder vraag 1.", "In EU- en NAVO-verband blijft dit de inzet."],
    ["Zie het antwoord op vraag 12.", "Nederland steunt dit."],
    ["De brief d.d. 19 april 2024 is van W.B. Hoekstra."],
    ["De heer W.B. Hoekstra en drs. Th. Bakker spraken met mw. Kaag."],
    ["Op 3 jan. 2022 schreef mw. Kaag c.s. hierover."],
    ["De inzet t.a.v. de relatie met de NAVO is o.a. Oekraïne bij te staan."],
    ["Dat is 4 resp. 5 procent (art. 5, blz. 4)."],
    ["Dit gebeurt d.m.v. Europese middelen, m.n. Horizon."],
    ["Kan hij dat toezeggen?", "Zo ja, wanneer?", "Zo nee, waarom niet?"],
    ["«Deze man mag niet aan de macht blijven.»", "Dat zei de president."],
    ["Hij noemt «verdere Russische agressie».", "Waar ligt de grens?"],
    ["“Helaas”, zeg ik, want niemand wint.", "Europa wordt kleiner!"],
    ["1. Doorstroomlocaties in de regio"],
    ["a. Een eerste punt.", "Daarna volgt meer."],
    ["De kosten bedragen 1.250.000 euro.", "2023 was duurder."],
    ["Het gaat om 3,5 mln. euro.", "Meer is er niet."],
    ["Dat kost 900 mln.", "De dekking ontbreekt."],
    ["Zie www.rijksoverheid.nl voor meer.", "Einde."],
    ["Nee.", "Het kabinet is geen voorstander."],
    ["Dit is in het kader van de EU.", "De Raad beslist."],
    ["Dat is ook het standpunt van de VS.", "President Biden lichtte dit toe."],
    ["Ajax vs. Feyenoord is geen Kamerstuk."],
    ["Statement, Brussels 24 March 2022, 24-Mar.-2022."],
    ["GEWIJZIGDE MOTIE VAN HET LID BOERSMA C.S. TER VERVANGING VAN DIE GEDRUKT ONDER NR. 41"],
    ["De minister wacht af…", "Wij niet."],
    ["Hij zei dat (zie nr. 4).", "’s Avonds bleef het stil."],
]


@pytest.mark.parametrize("sentences", CASES, ids=lambda case: case[0][:40])
def test_sentences_are_split_as_a_reader_would(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[at:to] for at, to in split(text)] == sentences


def test_a_paragraph_ends_a_sentence() -> None:
    text = "Rusland en Oekraïne\nDe leden vragen:\n– eerste punt;\n– tweede punt."
    assert [text[at:to] for at, to in split(text)] == text.split("\n")


@given(st.text(alphabet=st.sampled_from("Aa bB.?!:;\n«»”(1)…-'ë"), max_size=200))
def test_spans_cover_the_text_in_order_and_without_white_space(text: str) -> None:
    spans = split(text)
    covered: set[int] = set()
    last = 0
    for at, to in spans:
        assert last <= at < to <= len(text)
        assert text[at:to] == text[at:to].strip()
        assert "\n" not in text[at:to]
        covered.update(range(at, to))
        last = to
    assert all(char.isspace() for i, char in enumerate(text) if i not in covered)


def test_items_of_a_motion_end_within_a_line() -> None:
    text = "constaterende dat dit al gebeurt; verzoekt de Nederlandse regering dit te bevorderen, En gaat over tot de orde van de dag."
    told = [text[at:to] for at, to in split(text, in_motion=True)]
    assert told == [
        "constaterende dat dit al gebeurt;",
        "verzoekt de Nederlandse regering dit te bevorderen,",
        "En gaat over tot de orde van de dag.",
    ]
    assert len(split(text)) == 1
    assert len(split("verzoekt de regering in overleg te treden, te verkennen wat kan en de pilot uit te breiden,", in_motion=True)) == 1
