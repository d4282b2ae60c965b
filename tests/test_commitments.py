"""Promises: of what kind, to whom, by when; and the papers that say they keep them."""

from __future__ import annotations

from datetime import date as Date

import pytest

from standpunt.model import CABINET, Block, CommitmentKind, OffsetMap, Paper, Recall, Sentence, Source
from standpunt.relate.commitments import Fulfilment, Promise, Recalled, commitment, fulfilment, listed, recalled, recalls

PROMISE: CommitmentKind = "promise_to_house"
INTENTION: CommitmentKind = "policy_intention"
EFFORT: CommitmentKind = "ongoing_effort"
SAID_ON = Date(2023, 9, 12)

SENTENCES = [
    ("Ik zal de Kamer hierover na de zomer informeren.", PROMISE, None),
    ("De uitkomsten van het onderzoek worden in het najaar met uw Kamer gedeeld.", PROMISE, Date(2023, 12, 20)),
    ("In het commissiedebat van 4 oktober zal ik hierop nader ingaan.", INTENTION, Date(2023, 10, 4)),
    ("Ik ben voornemens het besluit per 1 januari 2024 te laten ingaan.", INTENTION, Date(2024, 1, 1)),
    ("Nederland zal in Brussel pleiten voor een uitzondering voor kleine vissers.", INTENTION, None),
    ("Het kabinet blijft zich inzetten voor een verbod op kooihuisvesting.", EFFORT, None),
    ("De evaluatie stuur ik uiterlijk 1 april 2024 naar beide Kamers.", PROMISE, Date(2024, 4, 1)),
    ("U ontvangt van mij binnen vier weken een schriftelijke reactie.", PROMISE, Date(2023, 10, 10)),
    ("Ik zeg mevrouw De Vries toe dat zij de cijfers voor het kerstreces krijgt.", PROMISE, Date(2023, 12, 21)),
    ("De monitor verschijnt voortaan jaarlijks in mei.", INTENTION, None),
    ("Ik kom daar voor de begrotingsbehandeling op terug.", PROMISE, Date(2023, 12, 21)),
    ("Ik laat het RIVM onderzoeken of de norm moet worden aangescherpt.", INTENTION, None),
    ("Volgend jaar wordt de wet geëvalueerd.", INTENTION, Date(2024, 12, 31)),
    ("Ik streef ernaar het wetsvoorstel begin 2024 aan de Kamer aan te bieden.", PROMISE, Date(2024, 4, 30)),
    ("Wij houden onverkort vast aan het doel van 55 procent.", EFFORT, None),
    ("Defensie werkt doorlopend aan verbetering van de veiligheid.", EFFORT, None),
    ("Ik zal uw Kamer periodiek op de hoogte houden van de voortgang.", PROMISE, None),
    ("Zodra het advies binnen is, bericht ik u.", PROMISE, None),
    ("Voorafgaand aan de Landbouwraad van 23 oktober ontvangt u een geannoteerde agenda.", PROMISE, Date(2023, 10, 23)),
    ("In de eerstvolgende voortgangsrapportage, die u in december 2023 ontvangt, ga ik hierop in.", PROMISE, Date(2023, 12, 31)),
    (
        "Ik ga in gesprek met de sector en zal de Kamer daarvan in het eerste kwartaal van volgend jaar verslag doen.",
        PROMISE,
        Date(2024, 3, 31),
    ),
    ("Nog deze week stuur ik een brief.", PROMISE, Date(2023, 9, 17)),
    ("Het kabinet zal de motie uitvoeren.", INTENTION, None),
    ("Het kabinet trekt hiervoor in 2024 en 2025 jaarlijks 10 miljoen euro uit.", INTENTION, None),
    ("Uw Kamer wordt vóór de volgende Raad, die op 20 november plaatsvindt, geïnformeerd.", PROMISE, Date(2023, 11, 20)),
    ("Daarover zal ik uw Kamer omstreeks de jaarwisseling berichten.", PROMISE, Date(2024, 1, 1)),
    ("Ik verwacht de Kamer medio oktober het rapport te kunnen toezenden.", PROMISE, Date(2023, 10, 20)),
    ("Ik zal dit in de Raad aan de orde stellen.", INTENTION, None),
    ("De motie van het lid Bakker zal ik betrekken bij de Voorjaarsnota.", INTENTION, Date(2024, 6, 1)),
    ("Ik informeer uw Kamer op Prinsjesdag over de dekking.", PROMISE, Date(2023, 9, 19)),
    ("Aan dat uitgangspunt houdt het kabinet vast.", EFFORT, None),
    ("Nederland zal onderstrepen dat gezamenlijk optreden essentieel blijft.", INTENTION, None),
]


@pytest.mark.parametrize(("sentence", "kind", "deadline"), SENTENCES)
def test_kind_and_deadline(sentence: str, kind: CommitmentKind, deadline: Date | None) -> None:
    found = commitment(sentence, said_on=SAID_ON)
    assert (found.kind, found.deadline) == (kind, deadline)


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Uw Kamer wordt hierover geïnformeerd.", "org/EersteKamer"),
        ("Ik informeer de Tweede Kamer hierover in mei.", "org/TweedeKamer"),
        ("Aan het lid Yilmaz (D66) is toegezegd dat ik de Kamer informeer.", "person/Yilmaz"),
        ("In het debat heb ik de heer Van Loon toegezegd de Kamer te informeren.", "person/VanLoon"),
        ("Uw Kamer vroeg met het lid Yilmaz (D66) om wat is toegezegd; ik informeer de Tweede Kamer.", "org/TweedeKamer"),
        ("Zo zeg ik het lid Van Dorsten toe dat hij de cijfers krijgt.", "person/VanDorsten"),
        ("– In september informeert de Minister de Kamer (toezegging aan mevrouw El Idrissi, DENK).", "person/ElIdrissi"),
        ("Nederland zal dit in de Raad bepleiten.", None),
    ],
)
def test_to_whom(sentence: str, to: str | None) -> None:
    assert commitment(sentence, said_on=SAID_ON, house="org/EersteKamer").to == to


def test_the_motion_that_a_commitment_carries_out() -> None:
    found = commitment("Ik zal de motie-Kerkstra c.s. aldus uitvoeren.", said_on=SAID_ON, sentence_motions=["kst-27830-309"])
    assert found.motion == "kst-27830-309"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Zoals toegezegd in het commissiedebat van 3 mei, stuur ik u hierbij het overzicht.",
            "Zoals toegezegd in het commissiedebat van 3 mei",
        ),
        ("Conform de toezegging aan uw Kamer heeft Nederland hiervoor gepleit.", "Conform de toezegging aan uw Kamer"),
        (
            "Ter uitvoering van de motie van het lid De Vries is het budget verhoogd.",
            "Ter uitvoering van de motie van het lid De Vries is het budget verhoogd",
        ),
        ("Hiermee doe ik mijn toezegging gestand.", "Hiermee doe ik mijn toezegging gestand"),
        (
            "De motie van het lid De Vries c.s. (Kamerstuk 31 765, nr. 918) acht ik daarmee eveneens uitgevoerd.",
            "daarmee eveneens uitgevoerd",
        ),
        (
            "De motie-De Vries (31 765, nr. 918) beschouw ik als afgedaan.",
            "De motie-De Vries (31 765, nr. 918) beschouw ik als afgedaan.",
        ),
        ("Daarmee is de motie nog niet uitgevoerd.", None),
        ("De motie van het lid De Vries (Kamerstuk 31 765, nr. 918) acht ik niet uitgevoerd.", None),
        (
            "Aan het lid Yilmaz (D66) is toegezegd dat ik terugkom op de kosten.",
            "Aan het lid Yilmaz (D66) is toegezegd dat ik terugkom op de kosten.",
        ),
        ("Hiermee is aan de motie voldaan.", "Hiermee is aan de motie voldaan"),
        ("Met deze brief voldoe ik aan deze toezegging.", "Met deze brief voldoe ik aan deze toezegging."),
        ("Met deze brief doe ik dat.", "Met deze brief doe ik dat."),
        ("De toezegging is daarmee nog niet ingelost.", None),
        ("Uw Kamer is toegezegd dat ik terugkom op de kosten.", "Uw Kamer is toegezegd dat ik terugkom op de kosten."),
        ("Aan het lid Yilmaz is hierbij toegezegd dat ik terugkom op de kosten.", None),
        ("Ik zeg toe dat ik u hierover informeer.", None),
        ("De motie is gisteren verworpen.", None),
    ],
)
def test_the_words_that_recall_an_earlier_promise(sentence: str, words: str | None) -> None:
    assert recalled(sentence) == words


def paper(
    ident: str, sentences: list[str], *, date: Date, held: Date | None = None, heading: str | None = None, note: str | None = None
) -> Paper:
    """Return a paper with one block by the cabinet, a sentence a line; the last sentence cites the note."""
    text = "\n".join(sentences)
    blocks = []
    found = []
    at = 0
    for index, sentence in enumerate(sentences):
        cited = (1,) if note and index == len(sentences) - 1 else ()
        found.append(Sentence(index, 0, at, at + len(sentence), at, at + len(sentence), sentence, cited))
        at += len(sentence) + 1
    offsets = OffsetMap((0,), (0,))
    blocks.append(Block(0, "body", CABINET, text, offsets, 0, len(text), tuple(found), heading=heading))
    if note:
        blocks.append(Block(1, "footnote", CABINET, note, offsets, 0, len(note), ()))
    return Paper(ident, "letter", Source(ident, text, "", "text/plain"), tuple(blocks), date=date, held=held)


def test_a_printed_list_of_promises() -> None:
    debate = paper(
        "kst-1-2",
        [
            "Mevrouw Aksoy heeft haar toezegging binnen.",
            "– Dat is een gedachtestreepje.",
            "Wij danken u.",
            "Dan noteer ik de volgende toezeggingen.",
            "– De Minister stuurt de Kamer voor 1 juli een overzicht.",
            "– De Minister komt in het najaar terug op de gedragscode.",
            "Ik sluit de vergadering.",
            "– Sluiting 16.07 uur.",
        ],
        date=Date(2024, 6, 18),
    )
    assert [sentence.index for sentence in listed(debate)] == [4, 5]


SAID: list[Promise] = [
    Promise(f"kst-1-10/commitment/{n}", "kst-1-10", Date(2023, 3, 22), text, frozenset(motions))
    for n, (text, motions) in enumerate(
        [
            ("Ik zeg toe de Kamer te informeren over veiligheidsgaranties voor Oekraïne.", ()),
            ("Ik zal de visquota in Brussel aan de orde stellen.", ("kst-1-5",)),
        ]
    )
]


def test_a_promise_is_kept_by_a_paper_that_names_the_debate_and_shares_its_words() -> None:
    text = (
        "Zoals toegezegd informeer ik uw Kamer over veiligheidsgaranties voor Oekraïne. Toezegging tijdens het commissiedebat van 22 maart."
    )
    recall = Recalled("kst-1-11", Date(2023, 4, 30), text)
    assert recall.debate == Date(2023, 3, 22)
    assert fulfilment(recall, SAID) == Fulfilment("debate", ("kst-1-10/commitment/0",))


def test_a_promise_is_kept_by_a_paper_that_names_the_same_motion() -> None:
    text = "Ter uitvoering van de motie van het lid De Vries is dit besproken."
    recall = Recalled("kst-1-12", Date(2023, 5, 1), text, motions=frozenset({"kst-1-5"}))
    assert fulfilment(recall, SAID) == Fulfilment("motion", ("kst-1-10/commitment/1",))


def test_a_promise_is_kept_by_a_paper_that_cites_where_it_was_made_and_shares_its_words() -> None:
    text = "Conform de toezegging in Kamerstuk 1, nr. 10 zijn de visquota in Brussel besproken."
    recall = Recalled("kst-1-12", Date(2023, 5, 1), text, papers=frozenset({"kst-1-10"}))
    assert fulfilment(recall, SAID) == Fulfilment("paper", ("kst-1-10/commitment/1",))


@pytest.mark.parametrize(
    ("text", "day", "paper_id"),
    [
        pytest.param(
            "Zoals toegezegd in het debat van 22 maart jl. stuur ik u de evaluatie van de visserijsubsidies.",
            Date(2023, 4, 30),
            "kst-1-13",
            id="other words",
        ),
        pytest.param(
            "Zoals toegezegd in het debat van 23 maart jl. informeer ik u over veiligheidsgaranties voor Oekraïne.",
            Date(2023, 4, 30),
            "kst-1-13",
            id="another day",
        ),
        pytest.param(
            "Zoals toegezegd in het debat van 22 maart 2023 informeer ik u over veiligheidsgaranties voor Oekraïne.",
            Date(2023, 3, 1),
            "kst-1-13",
            id="earlier",
        ),
        pytest.param(
            "Zoals toegezegd in het debat van 22 maart 2023 informeer ik u over veiligheidsgaranties voor Oekraïne.",
            None,
            "kst-1-13",
            id="no day",
        ),
        pytest.param(
            "Zoals toegezegd in het debat van 22 maart 2023 informeer ik u over veiligheidsgaranties voor Oekraïne.",
            Date(2023, 4, 30),
            "kst-1-10",
            id="the same paper",
        ),
    ],
)
def test_what_cannot_be_shown_is_a_reference_without_a_match(text: str, day: Date | None, paper_id: str) -> None:
    assert fulfilment(Recalled(paper_id, day, text), SAID) == Fulfilment(None, ())


def test_the_sentences_in_which_the_cabinet_says_that_it_keeps_something() -> None:
    letter = paper("kst-1-14", ["Wij danken u.", "Conform de toezegging aan uw Kamer is dit gebeurd."], date=Date(2023, 5, 1))
    assert recalls(letter) == (Recall(1, 0, "Conform de toezegging aan uw Kamer is dit gebeurd"),)
