"""Which question the cabinet answers, and what its promise or refusal takes from there: whole debates, Kamervragen, consultations."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path

import pytest

import standpunt
from standpunt import interchange
from standpunt.checks import check
from standpunt.explain import explain
from standpunt.model import CABINET, Analysis, Claim, Sentence
from standpunt.relate import requests
from standpunt.view import show

DEBATE = """Handelingen II 2024-2025, nr. 41, item 6

Aan de orde is het debat over energie.

Datum: 17 januari 2025

{turns}
"""
QUESTIONS = """2025Z01234

Vragen van het lid Van Kampen (SP) aan de minister van Klimaat en Groene Groei over kernenergie (ingezonden 10 januari 2025)

Antwoord van minister Oldenburg (Klimaat en Groene Groei) (ontvangen 3 februari 2025)

Vraag 1
{question}

Antwoord 1
{answer}
"""
CONSULTATION = """28 676 NAVO
Nr. 999 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG
Vastgesteld 13 januari 2025

Vragen en opmerkingen van de leden van de VVD-fractie

De leden van de VVD-fractie hebben kennisgenomen van de stukken. {question}

1. Antwoord van het kabinet

{answer}
"""


def debate(*turns: str) -> Analysis:
    """Return what is found in a debate; a turn is `De heer Jansen (SP): Wilt u …?`."""
    return standpunt.annotate(DEBATE.format(turns="\n\n".join(turn.replace(": ", ":\n", 1) for turn in turns)))


def promises(analysis: Analysis) -> list[Claim]:
    return [claim for claim in analysis.claims if claim.relation == "commits_to" and claim.holder == CABINET]


def answered(analysis: Analysis, claim: Claim) -> str | None:
    """Return the words of the sentence that a claim answers."""
    by_index: dict[int, Sentence] = {sentence.index: sentence for sentence in analysis.paper.sentences}
    return None if claim.responds_to is None else by_index[claim.responds_to].text.strip()


REQUEST = "Kunt u toezeggen de Kamer uiterlijk 1 april 2025 te informeren over de kosten van kerncentrales?"


@pytest.mark.parametrize(
    "reply", ["Ja, dat zeg ik toe.", "Ja, die toezegging doe ik.", "Dat zal ik doen.", "Daartoe ben ik bereid.", "Zeker.", "Ja."]
)
@pytest.mark.parametrize("paper", ["debate", "questions", "consultation"])
def test_a_promise_without_content_has_that_of_the_request(reply: str, paper: str) -> None:
    found = {
        "debate": lambda: debate(f"De heer Jansen (SP): {REQUEST}", f"Minister Oldenburg: {reply}"),
        "questions": lambda: standpunt.annotate(QUESTIONS.format(question=REQUEST, answer=reply)),
        "consultation": lambda: standpunt.annotate(
            CONSULTATION.format(question=REQUEST.replace("Kunt u", "Kan het kabinet"), answer=reply)
        ),
    }[paper]()
    (claim,) = promises(found)
    assert claim.text.strip() == reply
    assert (answered(found, claim) or "").endswith("te informeren over de kosten van kerncentrales?")
    assert claim.proposition == "de Kamer uiterlijk 1 april 2025 te informeren over de kosten van kerncentrales"
    assert claim.topics == ("topic/kernenergie",)
    assert claim.commitment
    assert (claim.commitment.kind, claim.commitment.to) == ("promise_to_house", "org/TweedeKamer")
    assert (claim.commitment.deadline_text, claim.commitment.deadline) == ("uiterlijk 1 april 2025", Date(2025, 4, 1))


def test_a_promise_of_a_deed_elsewhere_is_an_intention_about_whom_the_request_names() -> None:
    found = debate(
        "De heer Jansen (SP): Is de minister bereid in Brussel met de NAVO te spreken?", "Minister Oldenburg: Daartoe ben ik bereid."
    )
    (claim,) = promises(found)
    assert claim.about == ("org/NAVO",)
    assert claim.commitment
    assert (claim.commitment.kind, claim.commitment.to) == ("policy_intention", None)


def test_its_own_deadline_comes_before_that_of_the_request() -> None:
    found = debate(f"De heer Jansen (SP): {REQUEST}", "Minister Oldenburg: Ja, dat doe ik voor 1 maart 2025.")
    assert [claim.commitment and claim.commitment.deadline for claim in promises(found)] == [Date(2025, 2, 28)]


def test_a_request_that_the_minister_retells_is_answered_right_behind_it() -> None:
    found = debate(
        f"De heer Jansen (SP): {REQUEST} En wat kost dat?",
        "Minister Oldenburg: Hij vroeg ook of ik bereid ben de Kamer een overzicht van de wachtlijsten te sturen. Dat zal ik doen.",
    )
    (claim,) = promises(found)
    assert claim.proposition == "de Kamer een overzicht van de wachtlijsten te sturen"
    assert claim.commitment
    assert claim.commitment.kind == "promise_to_house"


def test_yes_in_the_words_of_the_request_is_a_promise_of_it() -> None:
    found = standpunt.annotate(
        QUESTIONS.format(
            question="Wilt u de Kamer hierover voor het zomerreces informeren?", answer="Jazeker, ik zal de Kamer hierover informeren."
        )
    )
    (claim,) = promises(found)
    assert claim.proposition == "de Kamer hierover voor het zomerreces informeren"
    assert claim.commitment
    assert claim.commitment.deadline == Date(2025, 7, 3)


def test_a_promise_with_content_keeps_its_own_and_says_what_it_answers() -> None:
    found = debate(
        f"De heer Jansen (SP): {REQUEST}", "Minister Oldenburg: Ja, ik zal in mei een kostenraming van Borssele naar de Kamer sturen."
    )
    (claim,) = promises(found)
    assert answered(found, claim) == REQUEST
    assert claim.commitment
    assert claim.commitment.deadline == Date(2025, 5, 31)


@pytest.mark.parametrize(
    "reply",
    [
        "Nee.",
        "Nee, die toezegging doe ik niet.",
        "Ja, mits de provincie instemt.",
        "Ja, maar niet voor 1 april.",
        "Ja. Dat is in december al gebeurd.",
        "Ja. Alleen niet over de contracten.",
        "Dat begrijp ik.",
    ],
)
def test_what_promises_nothing(reply: str) -> None:
    assert promises(debate(f"De heer Jansen (SP): {REQUEST}", f"Minister Oldenburg: {reply}")) == []


@pytest.mark.parametrize(
    "question",
    [
        "Kunt u bevestigen dat u de Kamer voor de zomer informeert?",
        "Deelt u de mening dat de kosten te hoog zijn?",
        "Kunt u aangeven wat dat kost?",
        "Kunt u toelichten waarom u daartoe bereid bent?",
        "Kunt u deze vragen afzonderlijk en voor het debat van 12 februari beantwoorden?",
        "Bent u niet bereid de Kamer te informeren?",
        "Waarom bent u niet bereid de Kamer te informeren?",
        "Bent u voornemens de wet te wijzigen?",
        "Ziet u mogelijkheden om de Kamer eerder te informeren?",
    ],
)
def test_a_bare_yes_to_a_question_that_asks_for_no_deed_promises_nothing(question: str) -> None:
    assert promises(standpunt.annotate(QUESTIONS.format(question=question, answer="Ja."))) == []
    assert promises(debate(f"De heer Jansen (SP): {question}", "Minister Oldenburg: Ja.")) == []


def test_a_yes_to_several_questions_takes_nothing_from_them() -> None:
    two = "Deelt u de mening dat kernenergie duur is? Bent u bereid de plannen te heroverwegen?"
    assert promises(standpunt.annotate(QUESTIONS.format(question=two, answer="Ja."))) == []
    willing = promises(standpunt.annotate(QUESTIONS.format(question=two, answer="Ja, daartoe ben ik bereid.")))
    assert [claim.proposition for claim in willing] == ["de plannen te heroverwegen"]
    requested = "Bent u bereid de wet te wijzigen? Bent u bereid de plannen te heroverwegen?"
    (claim,) = promises(standpunt.annotate(QUESTIONS.format(question=requested, answer="Ja, daartoe ben ik bereid.")))
    assert (claim.responds_to, claim.proposition, claim.topics) == (None, None, ())


def test_a_question_that_only_asks_on_does_not_make_two() -> None:
    found = standpunt.annotate(QUESTIONS.format(question="Bent u bereid de plannen te heroverwegen? Zo nee, waarom niet?", answer="Ja."))
    assert [claim.proposition for claim in promises(found)] == ["de plannen te heroverwegen"]


def test_the_chair_between_two_turns_changes_nothing_and_a_suspension_does() -> None:
    asked = "De heer Jansen (SP): Wilt u de Kamer voor het zomerreces informeren over de huurtoeslag?"
    given = debate(asked, "De voorzitter: Het woord is aan de minister.", "Minister Oldenburg: Ja.")
    assert [claim.topics for claim in promises(given)] == [("topic/toeslagen",)]
    apart = debate(asked, "De vergadering wordt van 12.00 uur tot 13.00 uur geschorst.", "Minister Oldenburg: Ja.")
    assert promises(apart) == []


@pytest.mark.parametrize(
    ("reply", "deadline"),
    [
        ("Daar kom ik in tweede termijn op terug.", "in tweede termijn"),
        ("Dat antwoord krijgt u schriftelijk.", None),
        ("Ja, daar kom ik voor de zomer op terug.", "voor de zomer"),
    ],
)
def test_an_answer_that_is_put_off_says_to_what(reply: str, deadline: str | None) -> None:
    found = debate("De heer Jansen (SP): Hoeveel mensen ontvangen huurtoeslag?", f"Minister Oldenburg: {reply}")
    (claim,) = promises(found)
    assert claim.proposition == "Hoeveel mensen ontvangen huurtoeslag?"
    assert claim.topics == ("topic/toeslagen",)
    assert claim.commitment
    assert (claim.commitment.kind, claim.commitment.deadline_text) == ("promise_to_house", deadline)


def test_who_comes_back_to_a_request_promises_the_deed_only_with_a_yes() -> None:
    asked = f"De heer Jansen (SP): {REQUEST}"
    (put_off,) = promises(debate(asked, "Minister Oldenburg: Daar kom ik op terug."))
    assert put_off.proposition == REQUEST
    assert put_off.commitment
    assert put_off.commitment.deadline is None
    (agreed,) = promises(debate(asked, "Minister Oldenburg: Ja, daar kom ik op terug."))
    assert agreed.proposition == "de Kamer uiterlijk 1 april 2025 te informeren over de kosten van kerncentrales"
    assert agreed.commitment
    assert agreed.commitment.deadline == Date(2025, 4, 1)


def test_what_is_only_asked_after_is_promised_by_saying_so_and_not_by_a_bare_yes() -> None:
    asked = "De heer Jansen (SP): Gaat de minister in gesprek met de NAVO?"
    (claim,) = promises(debate(asked, "Minister Oldenburg: Ja, dat ga ik doen."))
    assert (claim.proposition, claim.about) == ("in gesprek met de NAVO", ("org/NAVO",))
    assert promises(debate(asked, "Minister Oldenburg: Ja.")) == []


@pytest.mark.parametrize(
    "reply",
    [
        "Zeker, mevrouw De Wit, dat kan ik toezeggen.",
        "Dat is een goed idee. Dat doe ik.",
        "Voorzitter, dat zal ik doen.",
        "Ja, dat ben ik.",
    ],
)
def test_politeness_is_no_content(reply: str) -> None:
    found = debate(
        "Mevrouw De Wit (D66): Is de minister bereid een overzicht van de leegstand naar de Kamer te sturen?",
        f"Minister Oldenburg: {reply}",
    )
    (claim,) = promises(found)
    assert (claim.proposition, claim.about) == ("een overzicht van de leegstand naar de Kamer te sturen", ())
    assert claim.commitment
    assert claim.commitment.kind == "promise_to_house"


def test_a_refusal_in_a_debate_says_what_it_does_not_answer_and_why() -> None:
    found = debate(
        "Mevrouw De Wit (D66): Hoeveel drones zijn er precies geleverd aan Oekraïne?",
        "De voorzitter: De minister.",
        "Minister Oldenburg: Ik begrijp de vraag. Om redenen van operationele veiligheid doe ik geen uitspraken over aantallen.",
    )
    (refusal,) = [claim for claim in found.claims if claim.relation == "declines_to_answer"]
    assert answered(found, refusal) == "Hoeveel drones zijn er precies geleverd aan Oekraïne?"
    assert refusal.reasons == ("confidentiality",)
    assert refusal.topics == ("topic/wapenleveranties-oekraine",)


def test_a_motion_that_asks_something_is_no_question_of_the_turn_before() -> None:
    found = debate(
        "Mevrouw De Wit (D66): Ik dank de minister.",
        "Minister Oldenburg: De motie verzoekt de regering de norm te verlagen. Daar wil ik nu niet op vooruitlopen.",
    )
    assert [claim.responds_to for claim in found.claims if claim.relation == "declines_to_answer"] == [None]


ASKING = (
    "Mevrouw De Wit (D66): Hoe staat het met het onderzoek van de NZa naar de tarieven?",
    "De heer Jansen (SP): Wij zien de handhaving met zorg. Graag een reactie. Gaat het kabinet in hoger beroep?",
)


@pytest.mark.parametrize(
    ("answer", "asker"),
    [
        ("De heer Jansen vroeg te reageren op de handhaving. Dat is aan de provincies en daar treed ik niet in.", "faction/SP"),
        ("Mevrouw De Wit vroeg naar de tarieven. Op de uitkomst wil ik niet vooruitlopen.", "faction/D66"),
        ("Dan de vraag over de NZa. Op de uitkomst wil ik niet vooruitlopen.", "faction/D66"),
        ("Eerst de vraag of het kabinet in hoger beroep gaat. Daar kan ik nog niets over zeggen.", "faction/SP"),
        ("Het onderzoek naar de tarieven loopt nog en ik wil niet vooruitlopen op de uitkomsten.", "faction/D66"),
        ("Mevrouw De Wit vroeg naar de tarieven. Dan de moties. Op de uitkomst van het gesprek wil ik niet vooruitlopen.", None),
        ("De heer Jansen en mevrouw De Wit vroegen naar de cijfers. Daar kan ik nog niets over zeggen.", None),
        ("De heer Pietersen vroeg naar het hoger beroep. Daar kan ik nog niets over zeggen.", None),
        ("Ik zou de heer Jansen willen vragen te wachten op het gesprek. Op de uitkomst wil ik niet vooruitlopen.", None),
        ("Op de uitkomst van de formatie wil ik niet vooruitlopen.", None),
    ],
)
def test_a_refusal_in_a_debate_is_of_the_member_who_asked(answer: str, asker: str | None) -> None:
    found = debate(*ASKING, "De voorzitter: De minister.", f"Minister Oldenburg: {answer}")
    (refusal,) = [claim for claim in found.claims if claim.relation == "declines_to_answer"]
    assert (None if refusal.asked_in is None else found.paper.blocks[refusal.asked_in].speaker) == asker


def test_who_asked_what_was_refused_is_never_the_cabinet(tmp_path: Path) -> None:
    answer = (
        "De heer Jansen vroeg te reageren op de handhaving. Dat is aan de provincies en daar treed ik niet in.\n\n"
        "Over de formatie doe ik geen uitspraken, want dat is niet aan mij."
    )
    turns = [*ASKING, f"Minister Oldenburg: {answer}"]
    text = DEBATE.format(turns="\n\n".join(turn.replace(": ", ":\n", 1) for turn in turns))
    (tmp_path / "debat.txt").write_text(text, encoding="utf-8")
    standpunt.build([tmp_path / "debat.txt"], graph=tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        declined = graph.query("niet-beantwoorde-vragen")
        assert [row[0] for row in declined.rows] == ["SP", "niet gebleken"]
        assert [row[0] for row in graph.query("niet-beantwoorde-vragen", wie="Jansen").rows] == ["SP"]
        reasons = graph.query("weigeringen-per-reden")
        assert [row[reasons.columns.index("fracties")] for row in reasons.rows] == ["SP, niet gebleken"]
    assert [finding for finding in check(tmp_path / "graph") if finding.severity == "error"] == []
    refusals = [claim for claim in interchange.record(standpunt.annotate(text)).claims if claim.relation == "declines_to_answer"]
    start, end = refusals[0].asked_in or (0, 0)
    assert "Gaat het kabinet in hoger beroep?" in text[start:end]


@pytest.mark.parametrize("numbered", [True, False])
def test_the_start_of_a_whole_reply_is_no_answer_to_each_call(numbered: bool, tmp_path: Path) -> None:
    question = "Kan de minister toezeggen de Kamer over de raming te informeren?"
    reply = "In het fonds is 3,4 miljard euro gereserveerd voor de lijn. " * 8 + "Over de raming informeer ik uw Kamer in mei."
    text = QUESTIONS.format(question=question, answer=reply)
    if not numbered:
        text = CONSULTATION.format(question=question, answer=reply).replace("1. Antwoord", "Antwoord")
    (tmp_path / "stuk.txt").write_text(text, encoding="utf-8")
    standpunt.build([tmp_path / "stuk.txt"], graph=tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        found = graph.query("oproepen-en-antwoorden")
    (row,) = [dict(zip(found.columns, each, strict=True)) for each in found.rows if each[found.columns.index("citaat")] == question]
    assert (str(row["antwoord"]).startswith("In het fonds"), row["nummer"], row["uitkomst"]) == (
        numbered,
        1 if numbered else None,
        "beantwoord",
    )


def test_beside_a_call_stands_the_passage_of_a_whole_reply_that_answers_it(tmp_path: Path) -> None:
    question = "Welk bedrag is gereserveerd? Is de minister bereid de Kamer halfjaarlijks over de raming te informeren?"
    start = "De leden van de VVD-fractie vragen welk bedrag is gereserveerd. " + "In het fonds is 3,4 miljard euro beschikbaar. " * 7
    passage = "De leden van de VVD-fractie verzoeken om de Kamer halfjaarlijks over de raming te informeren. Dat doe ik graag."
    end = "De leden van de VVD-fractie vragen naar de nachttrein. De nachttrein vervalt."
    reply = "\n\n".join((start, passage, end))
    text = CONSULTATION.format(question=question, answer=reply).replace("1. Antwoord", "Antwoord")
    (tmp_path / "stuk.txt").write_text(text, encoding="utf-8")
    standpunt.build([tmp_path / "stuk.txt"], graph=tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        found = graph.query("oproepen-en-antwoorden")
        rows = [dict(zip(found.columns, each, strict=True)) for each in found.rows]
    assert {str(row["antwoord"]) for row in rows if str(row["citaat"]).startswith("Is de minister bereid")} == {passage}
    assert [finding for finding in check(tmp_path / "graph") if finding.severity == "error"] == []
    (call,) = [
        each
        for each in interchange.record(standpunt.annotate(text)).claims
        if each.text.startswith("Is de minister bereid") and each.relation == "calls_for"
    ]
    assert " ".join(text[start:end] for start, end in call.answered_in) == passage


def test_the_graph_tells_what_a_promise_and_a_refusal_answer(tmp_path: Path) -> None:
    text = DEBATE.format(
        turns="\n\n".join(
            [
                f"De heer Jansen (SP):\n{REQUEST}",
                "Minister Oldenburg:\nJa, dat zeg ik toe.",
                "Mevrouw De Wit (D66):\nWat komt er uit de evaluatie van de huurtoeslag?",
                "Minister Oldenburg:\nOp de uitkomst wil ik niet vooruitlopen.",
            ]
        )
    )
    (tmp_path / "debat.txt").write_text(text, encoding="utf-8")
    standpunt.build([tmp_path / "debat.txt"], graph=tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        promised = graph.query("toezeggingen")
        (row,) = [dict(zip(promised.columns, each, strict=True)) for each in promised.rows]
        assert (row["citaat"], row["verzoek"], str(row["uiterlijk"])) == ("Ja, dat zeg ik toe.", REQUEST, "2025-04-01")
        for name in ("toezeggingen-open", "toezeggingen-in-stuk"):
            found = graph.query(name)
            assert [each[found.columns.index("verzoek")] for each in found.rows] == [REQUEST]
        (told,) = explain(graph.store, str(row["toezegging"]))
        assert (told.quotation, told.in_response_to) == ("Ja, dat zeg ik toe.", REQUEST)
        assert list(graph.commitments()["in_response_to"]) == [REQUEST]
        declined = graph.query("niet-beantwoorde-vragen")
        (row,) = [dict(zip(declined.columns, each, strict=True)) for each in declined.rows]
        assert (row["vragers"], row["uitkomst"], row["reden"]) == ("D66", "weigering", "te vroeg")
        assert (row["citaat"], row["vraag"]) == (
            "Op de uitkomst wil ik niet vooruitlopen.",
            "Wat komt er uit de evaluatie van de huurtoeslag?",
        )
        assert not graph.query("niet-beantwoorde-vragen", wie="faction/SP").rows
        assert len(graph.query("niet-beantwoorde-vragen", onderwerp="topic/toeslagen").rows) == 1
        reasons = graph.query("weigeringen-per-reden")
        (row,) = [dict(zip(reasons.columns, each, strict=True)) for each in reasons.rows]
        assert (row["reden"], row["bewindspersoon"], row["aantal"], row["fracties"]) == ("te vroeg", "Minister Oldenburg", 1, "D66")
    assert [finding for finding in check(tmp_path / "graph") if finding.severity == "error"] == []


def test_a_later_paper_keeps_a_promise_whose_content_stands_in_the_request(tmp_path: Path) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    turns = f"De heer Jansen (SP):\n{REQUEST}\n\nMinister Oldenburg:\nJa, dat zeg ik toe."
    (folder / "debat.txt").write_text(DEBATE.format(turns=turns), encoding="utf-8")
    (folder / "brief.txt").write_text(
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum 20 maart 2025\n\nGeachte voorzitter,\n\nZoals toegezegd in het "
        "debat van 17 januari 2025 informeer ik uw Kamer over de kosten van kerncentrales.\n\nDe minister van Klimaat,\n\nA.B. Oldenburg\n",
        encoding="utf-8",
    )
    standpunt.build([folder], graph=tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        found = graph.query("toezeggingen-in-stuk")
        (row,) = [dict(zip(found.columns, each, strict=True)) for each in found.rows if each[0] == "Ja, dat zeg ik toe."]
        assert str(row["citaat_ander"]).startswith("Zoals toegezegd in het debat van 17 januari 2025")
        assert not [each for each in graph.query("toezeggingen-open").rows if "Ja, dat zeg ik toe." in each]


def test_the_same_yes_to_two_requests_is_two_promises_in_a_view(tmp_path: Path) -> None:
    first, second = "Wilt u de Kamer informeren over de huurtoeslag?", "Wilt u de Kamer informeren over kerncentrales?"
    turns = "\n\n".join(f"De heer Jansen (SP):\n{request}\n\nMinister Oldenburg:\nJa." for request in (first, second))
    (tmp_path / "debat.txt").write_text(DEBATE.format(turns=turns), encoding="utf-8")
    standpunt.build([tmp_path / "debat.txt"], graph=tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        shown = show(graph.store, "toezeggingen")
    assert {node.name for node in shown.network.nodes if node.kind == "commitment"} == {f"{first} – Ja.", f"{second} – Ja."}


def test_an_answer_of_not_knowing_is_answered_and_listed(tmp_path: Path) -> None:
    text = QUESTIONS.format(question="Hoeveel kernafval is er opgeslagen?", answer="Die cijfers heb ik niet.")
    (tmp_path / "vragen.txt").write_text(text, encoding="utf-8")
    standpunt.build([tmp_path / "vragen.txt"], graph=tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        found = graph.query("niet-beantwoorde-vragen")
        (row,) = [dict(zip(found.columns, each, strict=True)) for each in found.rows]
    assert (row["uitkomst"], row["reden"], row["citaat"]) == ("beantwoord", "niet bekend", "Die cijfers heb ik niet.")
    assert [finding for finding in check(tmp_path / "graph") if finding.severity == "error"] == []


def test_an_answer_put_off_behind_not_knowing_answers_the_same_question() -> None:
    found = debate(
        "De heer Jansen (SP): Hoeveel mensen ontvangen huurtoeslag?",
        "Minister Oldenburg: Die cijfers heb ik niet paraat. Daar kom ik in tweede termijn op terug.",
    )
    assert [claim.topics for claim in promises(found)] == [("topic/toeslagen",)]


def test_the_interchange_format_has_the_place_of_what_a_claim_answers() -> None:
    found = debate(f"De heer Jansen (SP): {REQUEST}", "Minister Oldenburg: Ja, dat zeg ik toe.")
    written = interchange.loads(interchange.dumps(interchange.record(found)))
    (claim,) = [claim for claim in written.claims if claim.relation == "commits_to"]
    assert claim.responds_to
    start, end = claim.responds_to
    assert found.paper.source.text[start:end] == REQUEST


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("Is de Minister bereid om dit te doen?", "om dit te doen"),
        ("Zegt de Minister toe dat zij zich daaraan houdt?", "dat zij zich daaraan houdt"),
        ("De leden van de VVD-fractie vragen of de minister kan toezeggen dat de regeling doorgaat.", "dat de regeling doorgaat"),
        ("Mevrouw Aksoy vroeg om een overzicht van de wachttijden.", "een overzicht van de wachttijden"),
        ("Kan de minister de Kamer hierover informeren voor de zomer?", "de Kamer hierover informeren voor de zomer"),
        ("Bent u bereid toe te lichten waarom dit zo is?", None),
        ("Wanneer informeert u de Kamer?", None),
    ],
)
def test_the_deed_that_a_question_asks_for(question: str, deed: str | None) -> None:
    assert requests.asked_deed(question) == deed


def test_a_yes_promises_all_that_was_asked_for_in_one_question() -> None:
    question = "Bent u bereid om met de sector een plan te maken en de Kamer daarover voor het zomerreces te informeren?"
    (promise,) = promises(standpunt.annotate(QUESTIONS.format(question=question, answer="Ja.")))
    assert promise.proposition == "om met de sector een plan te maken en de Kamer daarover voor het zomerreces te informeren"
