"""Which answers withhold something, point elsewhere, or answer, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standpunt.model import Reason, Status
from standpunt.relate.answers import cues, knows_nothing, status

CASES = json.loads((Path(__file__).parent / "answers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["answer"][0][:40] if case["answer"] else "nothing")
def test_an_answer_has_the_status_and_reasons_that_a_reader_gives_it(case: dict[str, object]) -> None:
    assert status(case["answer"]) == (case["status"], tuple(case["reasons"]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "withholds"),
    [
        ("De Commissie wil daar niet op vooruitlopen.", False),
        ("Rusland doet geen uitspraken over zijn verliezen.", False),
        ("Daar wil de Minister niet op vooruitlopen.", True),
        ("Het kabinet wil daar niet alleen op vooruitlopen, maar ook zelf het goede voorbeeld geven.", False),
        ("De locaties worden om veiligheidsredenen niet bekendgemaakt.", True),
    ],
)
def test_only_the_one_who_answers_withholds(sentence: str, withholds: bool) -> None:
    assert any(found.row.doet == "weigert" for found in cues(sentence)) is withholds


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ([], "unanswered"),
        (["–"], "unanswered"),
        (["Ja, zie ook het antwoord op vraag 9."], "answered"),
        (["Zie beantwoording vraag 28."], "deferred"),
        (["Zie het antwoord op vraag 4.", "De vragen zijn voor het commissiedebat beantwoord."], "deferred"),
        (["Zie het antwoord op vraag 4.", "De vragen zijn binnen de gestelde termijn beantwoord."], "deferred"),
        (["Zie het antwoord op vraag 4.", "De vragen zijn zo veel mogelijk afzonderlijk beantwoord."], "deferred"),
        (["Zie het antwoord op vraag 4.", "De vragen zijn voor de NS lastig."], "answered"),
        (["Daar kan ik niet op vooruitlopen.", "De vragen zijn binnen de gestelde termijn beantwoord."], "declined"),
        (["Ik deel die zorg, maar op de uitkomst van het overleg loop ik niet vooruit."], "partly_declined"),
    ],
)
def test_a_sentence_may_do_more_than_one_thing(answer: list[str], expected: Status) -> None:
    assert status(answer)[0] == expected


def test_what_the_claims_say_counts_beside_the_cues() -> None:
    sentence = "Dat boek blijft voorlopig dicht."
    assert status([sentence])[0] == "answered"
    assert status([sentence], declines={sentence})[0] == "declined"


def test_the_time_is_a_reason_only_where_no_other_is_given() -> None:
    premature: tuple[Reason, ...] = ("premature",)
    assert status(["Op de omvang kan op dit moment niet verder worden ingegaan."])[1] == premature
    assert status(["Over de omvang kunnen op dit moment in het openbaar geen mededelingen worden gedaan."])[1] == ("confidentiality",)


@pytest.mark.parametrize(
    ("question", "answer", "unknown"),
    [
        ("Hoeveel klachten zijn ingediend?", ["Het aantal klachten wordt niet centraal geregistreerd."], True),
        ("Hoeveel klachten zijn ingediend?", ["Die cijfers heb ik niet."], True),
        ("Hoeveel klachten zijn ingediend?", ["Ik heb die cijfers niet paraat."], True),
        ("Wie heeft dat besloten?", ["Dat weet ik niet."], True),
        ("Welke scholen doen mee?", ["Dank voor de vraag.", "Daar heb ik geen zicht op."], True),
        ("Kunt u aangeven hoe vaak dit voorkwam?", ["Nee, deze gegevens worden niet centraal bijgehouden."], True),
        ("Kunt u aangeven hoe vaak dit voorkwam?", ["Nee.", "Dit wordt niet bijgehouden."], True),
        ("Kunt u een overzicht geven?", ["Een dergelijk overzicht is niet voorhanden."], True),
        ("Wordt dit bijgehouden?", ["Dit wordt niet bijgehouden."], False),
        ("Hoeveel klachten zijn ingediend?", ["Dit wordt niet centraal bijgehouden.", "De inspectie kreeg er 340."], False),
        ("Hoeveel klachten zijn ingediend?", ["Bij de inspectie zijn 340 klachten geregistreerd."], False),
        ("Hoeveel drones zijn geleverd?", ["Over aantallen doe ik geen mededelingen."], False),
        ("Wat vindt u daarvan?", ["Ik heb daar geen goed gevoel over."], False),
    ],
)
def test_who_says_only_not_to_know_withholds_nothing(question: str, answer: list[str], unknown: bool) -> None:
    assert knows_nothing(answer, [question]) is unknown
    assert not unknown or status(answer) == ("answered", ())


def test_what_is_not_known_yet_and_comes_later_is_deferred() -> None:
    assert status(["Die cijfers heb ik niet paraat.", "Daar kom ik in tweede termijn op terug."])[0] == "deferred"
