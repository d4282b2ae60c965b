"""Promises: of what kind, to whom, by when; and the papers that say they keep them."""

from __future__ import annotations

from datetime import date as Date

import pytest

from standpunt.knowledge import CommitmentCue, table
from standpunt.model import CABINET, Analysis, Block, Claim, Commitment, CommitmentKind, Mention, OffsetMap, Paper, Sentence, Source
from standpunt.relate.commitments import commitment, cues, fulfilments, listed, recalled

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


@pytest.mark.parametrize("row", table(CommitmentCue), ids=lambda row: row.id)
def test_a_cue_fires_in_its_example_and_not_in_its_counterexample(row: CommitmentCue) -> None:
    assert row in cues(row.vuurt)
    assert row not in cues(row.vuurt_niet)


@pytest.mark.parametrize(("sentence", "kind", "deadline"), SENTENCES)
def test_kind_and_deadline(sentence: str, kind: CommitmentKind, deadline: Date | None) -> None:
    found = commitment(sentence, said_on=SAID_ON)
    assert (found.kind, found.deadline) == (kind, deadline)


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Uw Kamer wordt hierover geïnformeerd.", "org/EersteKamer"),
        ("Ik informeer de Tweede Kamer hierover in mei.", "org/TweedeKamer"),
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


def promise(of: Paper, sentence: int, *, motion: str | None = None) -> Claim:
    said = of.sentences[sentence]
    return Claim(
        id=f"{of.id}/claim/{sentence}",
        start=said.start,
        end=said.end,
        text=said.text,
        holder=CABINET,
        relation="commits_to",
        about=(),
        topics=(),
        proposition=None,
        rule="",
        cue="",
        confidence=None,
        block=0,
        sentence=sentence,
        commitment=Commitment(PROMISE, motion=motion),
    )


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


DEBATE = paper(
    "kst-1-10",
    ["Ik zeg toe de Kamer te informeren over veiligheidsgaranties voor Oekraïne.", "Ik zal de visquota in Brussel aan de orde stellen."],
    date=Date(2023, 4, 20),
    held=Date(2023, 3, 22),
)
PROMISES = Analysis(DEBATE, (), (promise(DEBATE, 0), promise(DEBATE, 1, motion="kst-1-5")))


def test_a_promise_is_kept_by_a_paper_that_names_the_debate_and_shares_its_words() -> None:
    letter = paper(
        "kst-1-11",
        ["Zoals toegezegd informeer ik uw Kamer over veiligheidsgaranties voor Oekraïne."],
        date=Date(2023, 4, 30),
        note="Toezegging tijdens het commissiedebat van 22 maart over de NAVO.",
    )
    [found] = fulfilments([PROMISES, Analysis(letter, (), ())])
    assert (found.by, found.commitments, found.meeting) == ("meeting", ("kst-1-10/claim/0",), Date(2023, 3, 22))


def test_a_promise_is_kept_by_a_paper_that_names_the_same_motion() -> None:
    letter = paper("kst-1-12", ["Ter uitvoering van de motie van het lid De Vries is dit besproken."], date=Date(2023, 5, 1))
    motion = Mention(22, 45, "motie van het lid De Vries", "MOTION", "kst-1-5", "", 0, 22, 45)
    [found] = fulfilments([PROMISES, Analysis(letter, (motion,), ())])
    assert (found.by, found.commitments, found.motion) == ("motion", ("kst-1-10/claim/1",), "kst-1-5")


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        (
            "Zoals toegezegd in het debat van 22 maart jl. stuur ik u de evaluatie van de visserijsubsidies.",
            Date(2023, 4, 30),
        ),  # other words
        (
            "Zoals toegezegd in het debat van 23 maart jl. informeer ik u over veiligheidsgaranties voor Oekraïne.",
            Date(2023, 4, 30),
        ),  # other day
        (
            "Zoals toegezegd in het debat van 22 maart 2023 informeer ik u over veiligheidsgaranties voor Oekraïne.",
            Date(2023, 3, 1),
        ),  # earlier
    ],
)
def test_what_cannot_be_shown_is_a_reference_without_a_match(sentence: str, date: Date) -> None:
    [found] = fulfilments([PROMISES, Analysis(paper("kst-1-13", [sentence], date=date), (), ())])
    assert (found.by, found.commitments) == (None, ())
