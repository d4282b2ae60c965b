"""What the cabinet says of each motion: read from debates and letters, tied to the motion that is meant, and to no other."""

from __future__ import annotations

from pathlib import Path

import pytest

import standpunt
from standpunt.build.paper import analyse
from standpunt.explain import explain
from standpunt.model import Analysis, Treatment
from standpunt.relate import treatments
from standpunt.view import show
from standpunt.web.describe import Asker, describe


def moved(by: str, number: int, what: str, movers: str) -> str:
    """Return how a report prints a motion that is moved in a debate."""
    return (
        f"{by}:\n\nVoorzitter.\n\nMotie\n\nDe Kamer,\n\ngehoord de beraadslaging,\n\n"
        f"verzoekt de regering {what},\n\nen gaat over tot de orde van de dag.\n\n"
        f"De voorzitter:\n\nDeze motie is voorgesteld door {movers}. Naar mij blijkt, wordt de indiening ervan voldoende ondersteund.\n\n"
        f"Zij krijgt nr. {number} (36410).\n\n"
    )


MOVED = (
    "Handelingen II 2023/24, nr. 51, item 8\n\nVergadering van 8 februari 2024\n\nVeerdiensten en dijken\n\n"
    "De voorzitter:\n\nAan de orde is het tweeminutendebat Veerdiensten en dijken.\n\n"
    + moved("Mevrouw Teunissen-Blok (D66)", 12, "de veerdienst naar Terhorne te behouden", "de leden Teunissen-Blok en Haverman")
    + moved("De heer Haverman (PvdA)", 13, "de dijk bij Lithoven vóór 2027 te versterken", "het lid Haverman")
    + moved("De heer Haverman (PvdA)", 14, "schippers met een oude motor te compenseren", "het lid Haverman")
    + moved("De heer Zwart (VVD)", 15, "de tol op de brug bij Zevenmeer af te schaffen", "de leden Zwart en Teunissen-Blok")
    + moved("Mevrouw Oudejans (SP)", 16, "een meldpunt voor zinkende steigers in te richten", "het lid Oudejans")
    + "De voorzitter:\n\nHet woord is aan de minister.\n\nMinister Karelse:\n\nVoorzitter. Dank voor de moties. "
)


def read(tmp_path: Path, text: str, name: str = "stuk.txt") -> Analysis:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return analyse(path)


def told(analysis: Analysis) -> list[tuple[str | None, str, str | None]]:
    """Return number, kind and condition of what is done with each motion, in the order of the text."""
    return [((each.motion or "").removeprefix("kst-36410-"), each.kind, each.condition) for each in analysis.treatments]


def quoted(analysis: Analysis, treatment: Treatment) -> str:
    return next(sentence.text for sentence in analysis.paper.sentences if sentence.index == treatment.sentence)


def said(tmp_path: Path, *turns: str) -> list[tuple[str | None, str, str | None]]:
    """Return what is told when the minister, and then others, say this about five motions."""
    return told(read(tmp_path, MOVED + "\n\n".join(turns) + "\n\nDe beraadslaging wordt gesloten.\n"))


def test_each_motion_of_a_debate_has_its_verdict(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        MOVED
        + "De motie-Teunissen-Blok/Haverman op stuk nr. 12 gaat over de veerdienst. Die vaart nu met verlies. Toch is hij voor het dorp "
        "van belang. Daarom laat ik het oordeel over deze motie aan de Kamer.\n\n"
        "Dan de motie van de heer Haverman op stuk nr. 13. De dijk is pas in 2029 aan de beurt en eerder kan het niet. "
        "Ik moet haar dus ontraden.\n\n"
        "De motie op stuk nr. 14 gaat over motoren. Als ik de motie zo mag lezen dat ik eerst onderzoek om hoeveel schippers het gaat, "
        "dan kan ik haar oordeel Kamer geven.\n\n"
        "De voorzitter:\n\nEn dan de motie op stuk nr. 15.\n\n"
        "Minister Karelse:\n\nDie ontraad ik, want daar is geen dekking voor.\n\n"
        "De motie van mevrouw Oudejans neem ik graag over.\n\nDe beraadslaging wordt gesloten.\n",
    )
    assert told(found) == [
        ("12", "left_to_house", None),
        ("13", "advised_against", None),
        ("14", "left_to_house", "Als ik de motie zo mag lezen dat ik eerst onderzoek om hoeveel schippers het gaat"),
        ("15", "advised_against", None),
        ("16", "taken_over", None),
    ]
    assert quoted(found, found.treatments[1]) == "Ik moet haar dus ontraden."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("De moties op stukken nrs. 12 en 13 ontraad ik.", [("12", "advised_against"), ("13", "advised_against")]),
        (
            "De moties op de stukken nrs. 13 t/m 15 ontraad ik.",
            [("13", "advised_against"), ("14", "advised_against"), ("15", "advised_against")],
        ),
        (
            "De motie op stuk nr. 12 ontraad ik en die op stuk nr. 15 oordeel Kamer.",
            [("12", "advised_against"), ("15", "left_to_house")],
        ),
        ("Ik ontraad de motie op stuk nr. 13.", [("13", "advised_against")]),
        ("Oordeel Kamer dus voor de motie op stuk nr. 16.", [("16", "left_to_house")]),
        ("De motie van de heer Zwart en mevrouw Teunissen-Blok moet ik ontraden.", [("15", "advised_against")]),
        ("De eerste motie van de heer Haverman ontraad ik.", [("13", "advised_against")]),
        ("De motie van de SP is sympathiek. Oordeel Kamer.", [("16", "left_to_house")]),
        ("De motie over het compenseren van schippers ontraad ik.", [("14", "advised_against")]),
        ("De motie op stuk nr. 13. Net als de vorige motie ontraad ik deze motie.", [("13", "advised_against")]),
        ("Ik vraag mevrouw Oudejans haar motie op stuk nr. 16 aan te houden.", [("16", "asked_to_hold")]),
        ("De motie op stuk nr. 16 is overbodig. Daarom ontraad ik haar.", [("16", "advised_against")]),
        ("De motie op stuk nr. 16 acht ik ontijdig.", [("16", "premature")]),
        ("Nr. 15: ontraden. Nr. 16: oordeel Kamer.", [("15", "advised_against"), ("16", "left_to_house")]),
        ("De motie op stuk nr. 12 is inmiddels ingetrokken.", [("12", "withdrawn")]),
        ("Op stuk nr. 13 staat de dijk. Ik kan niet anders dan deze motie ontraden.", [("13", "advised_against")]),
        ("Dan ga ik naar mevrouw Oudejans. Haar motie past in het beleid. Die laat ik over aan de Kamer.", [("16", "left_to_house")]),
        ("Mevrouw Oudejans vraagt in haar motie om een meldpunt. Ik adviseer de Kamer die te verwerpen.", [("16", "advised_against")]),
        ("De tweede motie is van mevrouw Oudejans. Ontijdig, zou ik zeggen.", [("16", "premature")]),
        ("De motie op stuk nr. 16. Ik verzoek de Kamer deze motie niet aan te nemen.", [("16", "advised_against")]),
        ("Dan de motie op stuk nr. 16: die is ontraden.", [("16", "advised_against")]),
        ("Op stuk nr. 16 geef ik oordeel Kamer.", [("16", "left_to_house")]),
        (
            "De motie op stuk nr. 12 ontraad ik. Hetzelfde geldt voor die op stuk nr. 15.",
            [("12", "advised_against"), ("15", "advised_against")],
        ),
        ("De motie op stuk nr. 16. Het is aan de Kamer.", [("16", "left_to_house")]),
        ("Dan nr. 13, de dijk. Daar is geen geld voor: ontraden.", [("13", "advised_against")]),
        (
            "Zijn motie op stuk nr. 13 ontraad ik. Zijn tweede motie geef ik oordeel Kamer.",
            [("13", "advised_against"), ("14", "left_to_house")],
        ),
    ],
)
def test_a_motion_is_known_by_what_names_it(words: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert [(number, kind) for number, kind, _ in said(tmp_path, words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "De motie van de heer Haverman ontraad ik.",  # he moved two
        "De motie op stuk nr. 12 ken ik. Dan de volgende motie. Die ontraad ik.",
        "De motie op stuk nr. 12 gaat over de veerdienst. Het amendement op stuk nr. 7 ontraad ik.",
        "Een motie van die strekking zou ik ontraden.",
        "De motie op stuk nr. 12 lijkt op de motie op stuk nr. 13. Die laatste ontraad ik.",
        "De motie op stuk nr. 12 is sympathiek, maar je zou haar kunnen ontraden.",
        "De motie op stuk nr. 12 is een motie die ik oordeel Kamer had gegeven.",
        "De motie op stuk nr. 12 heb ik destijds ontraden.",
        "De motie op stuk nr. 12 is ontraden door mijn ambtsvoorganger.",
        "De motie op stuk nr. 12 had van mij oordeel Kamer en is aangenomen.",
        "De motie op stuk nr. 12 kan ik geen oordeel Kamer geven.",
        "De motie op stuk nr. 12 ontraad ik niet.",
        "Wilt u dat ik de motie op stuk nr. 12 ontraad?",
        "Over de motie op stuk nr. 12 kom ik schriftelijk terug.",
    ],
)
def test_what_is_no_verdict_of_today_on_a_motion_that_is_known_is_not_told(words: str, tmp_path: Path) -> None:
    assert said(tmp_path, words) == []


def test_a_new_paragraph_behind_a_verdict_is_about_something_else(tmp_path: Path) -> None:
    words = "De motie op stuk nr. 12 gaat over de veerdienst. Oordeel Kamer.\n\nDan de tolbrug. Daar ben ik niet voor. Ontraden."
    assert said(tmp_path, words) == [("12", "left_to_house", None)]


def test_a_condition_may_stand_in_the_sentence_before(tmp_path: Path) -> None:
    words = (
        "De motie op stuk nr. 12. Als mevrouw Teunissen-Blok het woord 'altijd' schrapt, kan ik ermee leven. "
        "Dan laat ik het oordeel aan de Kamer."
    )
    assert said(tmp_path, words) == [("12", "left_to_house", "Als mevrouw Teunissen-Blok het woord 'altijd' schrapt")]


def test_unless_is_a_condition(tmp_path: Path) -> None:
    [(_, kind, condition)] = said(tmp_path, "De motie op stuk nr. 15 ontraad ik, tenzij de heer Zwart haar aanpast.")
    assert (kind, condition) == ("advised_against", "tenzij de heer Zwart haar aanpast")


def test_a_condition_belongs_to_the_verdict_beside_it(tmp_path: Path) -> None:
    words = "Mijn verzoek is de motie op stuk nr. 16 aan te houden; indien mevrouw Oudejans dat niet wil, ontraad ik haar."
    assert said(tmp_path, words) == [("16", "asked_to_hold", None), ("16", "advised_against", "indien mevrouw Oudejans dat niet wil")]
    words = "Haar motie kan ik overnemen als niemand daar bezwaar tegen heeft."
    assert said(tmp_path, "Ten slotte mevrouw Oudejans. " + words) == [("16", "taken_over", "als niemand daar bezwaar tegen heeft")]


def test_otherwise_depends_on_the_sentence_before(tmp_path: Path) -> None:
    words = "De motie op stuk nr. 16. Ik geef mevrouw Oudejans in overweging om haar motie aan te houden. Anders ontraad ik haar."
    assert said(tmp_path, words) == [
        ("16", "asked_to_hold", None),
        ("16", "advised_against", "Ik geef mevrouw Oudejans in overweging om haar motie aan te houden. Anders"),
    ]


def test_an_interruption_changes_the_motion_under_discussion_only_when_it_names_another(tmp_path: Path) -> None:
    words = "Dan de motie op stuk nr. 13. Daar heb ik moeite mee."
    question = "De heer Haverman (PvdA):\n\nWat is er zo moeilijk aan mijn motie?"
    assert said(tmp_path, words, question, "Minister Karelse:\n\nHet geld. Daarom ontraad ik haar.") == [("13", "advised_against", None)]
    other = "De heer Haverman (PvdA):\n\nIk heb nog een vraag over de motie op stuk nr. 14."
    assert said(tmp_path, words, other, "Minister Karelse:\n\nDie ontraad ik.") == [("14", "advised_against", None)]


def test_the_chair_may_repeat_a_verdict_and_never_goes_before_the_cabinet(tmp_path: Path) -> None:
    recap = "De voorzitter:\n\nDe motie op stuk nr. 12: oordeel Kamer. De motie op stuk nr. 13: ontraden."
    analysis = read(
        tmp_path,
        MOVED + "De motie op stuk nr. 12 laat ik aan het oordeel van de Kamer.\n\n" + recap + "\n\nDe beraadslaging wordt gesloten.\n",
    )
    assert told(analysis) == [("12", "left_to_house", None), ("13", "advised_against", None)]
    assert quoted(analysis, analysis.treatments[0]).startswith("De motie op stuk nr. 12 laat ik")
    chair = {block.index for block in analysis.paper.blocks if block.speaker_name == "De voorzitter"}
    assert not [claim for claim in analysis.claims if claim.block in chair and claim.relation in ("supports", "opposes")]


def test_the_chair_may_sum_up_several_verdicts_in_a_sentence(tmp_path: Path) -> None:
    recap = (
        "De voorzitter:\n\nDe motie op stuk nr. 12 is aangehouden, 13 en 14 hebben oordeel Kamer, die op stuk nr. 15 is ontraden "
        "en de overige moties krijgen oordeel Kamer."
    )
    assert said(tmp_path, "Ik heb alles gezegd.", recap) == [
        ("12", "held_over", None),
        ("13", "left_to_house", None),
        ("14", "left_to_house", None),
        ("15", "advised_against", None),
    ]


def test_what_the_chair_asks_counts_when_the_cabinet_says_yes(tmp_path: Path) -> None:
    ask = "De voorzitter:\n\nDus de motie op stuk nr. 12 krijgt oordeel Kamer?"
    assert said(tmp_path, "Ik kijk er welwillend naar.", ask, "Minister Karelse:\n\nJa, voorzitter.") == [("12", "left_to_house", None)]
    assert said(tmp_path, "Ik kijk er welwillend naar.", ask, "Minister Karelse:\n\nNee, die ontraad ik.") == [
        ("12", "advised_against", None)
    ]
    puts_words_in_a_mouth = "De voorzitter:\n\nDus dan ontraadt u de motie op stuk nr. 12."
    assert said(tmp_path, "Ik twijfel.", puts_words_in_a_mouth, "Minister Karelse:\n\nDat zeg ik niet.") == []


def test_a_member_tells_of_no_verdict_and_holds_over_only_a_motion_of_his_own(tmp_path: Path) -> None:
    words = "De motie op stuk nr. 16 vind ik sympathiek."
    claims = "De heer Zwart (VVD):\n\nDe minister ontraadt de motie op stuk nr. 16. Dan houd ik die motie aan."
    assert said(tmp_path, words, claims) == []
    mover = "Mevrouw Oudejans (SP):\n\nDan houd ik mijn motie aan."
    assert said(tmp_path, words, mover) == [("16", "held_over", None)]
    chair = "De voorzitter:\n\nOp verzoek van de heer Zwart stel ik voor zijn motie (36410, nr. 15) aan te houden."
    assert said(tmp_path, words, chair) == [("15", "held_over", None)]
    formula = "De voorzitter:\n\nAangezien de motie-Zwart/Teunissen-Blok (36410, nr. 15) is ingetrokken, is zij van de agenda."
    assert said(tmp_path, words, formula) == [("15", "withdrawn", None)]
    numbered = "De heer Haverman (PvdA):\n\nIk wil mijn motie op stuk nr. 14 intrekken."
    assert said(tmp_path, words, numbered) == [("14", "withdrawn", None)]
    unless = "Mevrouw Oudejans (SP):\n\nAls de minister dat toezegt, trek ik mijn motie in."
    assert said(tmp_path, words, unless) == []


LETTER = """36 410 Waterstaat

Nr. 21 BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 12 februari 2024

Hierbij stuur ik uw Kamer mijn appreciatie van de moties die zijn ingediend tijdens het tweeminutendebat van 8 februari.

Motie van het lid Haverman over de dijk bij Lithoven (36 410, nr. 13)

De motie verzoekt de regering de dijk vóór 2027 te versterken. De waterschappen kunnen dat niet eerder dan in 2029. Ik ontraad deze motie.

Motie van de leden Zwart en Teunissen-Blok over de brug bij Zevenmeer (Kamerstuk 35 925, nr. 15)

De tol loopt in 2026 af. Met die kanttekening laat ik het oordeel over de motie aan uw Kamer.

Overig

Ik ga ook in op de steigers. Oordeel Kamer past daar niet bij.

1. Motie-Oudejans (36 410, nr. 16): oordeel Kamer
2. Motie-Van Rhee c.s. (36 410, nr. 18): ontraden

De Minister van Infrastructuur en Waterstaat,
K. Karelse
"""


def test_motions_of_the_eerste_kamer_have_letters(tmp_path: Path) -> None:
    senate = MOVED.replace("Handelingen II", "Handelingen I")
    for number, letter in ((12, "F"), (13, "G"), (14, "H"), (15, "I"), (16, "J")):
        senate = senate.replace(f"krijgt nr. {number} (36410)", f"krijgt letter {letter} (36410)")
    words = "De motie met letter F ontraad ik. Dan de motie van mevrouw Oudejans, letter J. Die geef ik oordeel Kamer."
    assert told(read(tmp_path, senate + words + "\n\nDe beraadslaging wordt gesloten.\n")) == [
        ("F", "advised_against", None),
        ("J", "left_to_house", None),
    ]


def test_a_letter_gives_verdicts_under_headings_and_in_a_list(tmp_path: Path) -> None:
    found = read(tmp_path, LETTER)
    assert [(each.motion, each.kind, each.condition) for each in found.treatments] == [
        ("kst-36410-13", "advised_against", None),
        ("kst-35925-15", "left_to_house", "De tol loopt in 2026 af. Met die kanttekening"),
        ("kst-36410-16", "left_to_house", None),
        ("kst-36410-18", "advised_against", None),
    ]


def test_a_letter_with_many_headings_of_motions_is_a_letter(tmp_path: Path) -> None:
    headings = "".join(
        f"Motie van het lid Van {name} over de steigers (36 410, nr. {number})\n\nIk geef deze motie oordeel Kamer.\n\n"
        for number, name in enumerate(("Aalst", "Beek", "Dam", "Es", "Gent", "Hulst"), start=31)
    )
    found = read(tmp_path, LETTER.replace("Overig\n\n", headings))
    assert found.paper.kind == "letter"
    assert [number for number, kind, _ in told(found) if kind == "left_to_house"] == [
        "kst-35925-15",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "16",
    ]


def test_a_changed_motion_is_no_longer_the_one_that_it_replaces(tmp_path: Path) -> None:
    heading = "Gewijzigde motie van het lid Haverman ter vervanging van die gedrukt onder nr. 13 (36 410, nr. 19)"
    found = read(tmp_path, LETTER.replace("Motie van het lid Haverman over de dijk bij Lithoven (36 410, nr. 13)", heading))
    assert told(found)[0] == ("19", "advised_against", None)


def test_a_number_that_may_be_of_two_dossiers_is_no_motion(tmp_path: Path) -> None:
    other = MOVED.replace("nr. 13 (36410)", "nr. 12 (35925)")
    found = read(
        tmp_path, other + "De motie op stuk nr. 12 ontraad ik. De motie op stuk nr. 15 ontraad ik.\n\nDe beraadslaging wordt gesloten.\n"
    )
    assert told(found) == [("15", "advised_against", None)]


def test_a_verdict_gives_its_claim_no_direction_towards_a_topic(tmp_path: Path) -> None:
    words = (
        "De motie op stuk nr. 12 over sancties tegen Rusland geef ik oordeel Kamer. "
        "De motie op stuk nr. 13 over sancties tegen Rusland moet ik ontraden."
    )
    found = read(tmp_path, MOVED + words + "\n\nDe beraadslaging wordt gesloten.\n")
    verdicts = [claim for claim in found.claims if claim.relation in ("supports", "opposes") and "op stuk nr." in claim.text]
    assert len(verdicts) == 2
    assert [claim.topics for claim in verdicts] == [(), ()]


def test_the_graph_ties_motion_verdict_and_sentence_over_papers(tmp_path: Path) -> None:
    words = "De motie op stuk nr. 12 geef ik oordeel Kamer. De motie op stuk nr. 16 ontraad ik."
    (tmp_path / "debat.txt").write_text(MOVED + words + "\n\nDe beraadslaging wordt gesloten.\n", encoding="utf-8")
    (tmp_path / "brief.txt").write_text(LETTER, encoding="utf-8")
    standpunt.build([tmp_path], tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        answer = graph.query(
            """SELECT ?motion ?verdict ?condition ?quotation {
              ?motion sp:treatment ?treatment . ?treatment sp:treatmentKind/skos:prefLabel ?verdict FILTER(LANG(?verdict) = "nl")
              ?treatment prov:wasDerivedFrom/oa:exact ?quotation OPTIONAL { ?treatment sp:condition ?condition }
            } ORDER BY ?motion ?verdict ?quotation"""
        )
        rows = [(str(motion), str(verdict), condition, str(quotation)[-20:]) for motion, verdict, condition, quotation in answer.rows]
        [(asks,)] = graph.query("SELECT ?asks { id:kst-36410-16 sp:asks ?asks }").rows
        edges = {(edge.relation, edge.target) for edge in show(graph.store, "moties").network.edges if edge.source == "actor/kabinet"}
        behind = {claim.quotation for claim in explain(graph.store, "kst-36410-12")}
        table = graph.query("moties-en-kabinet", bron="h-tk-20232024-51-8")
        listed = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert rows == [
        ("kst-35925-15", "oordeel Kamer", "De tol loopt in 2026 af. Met die kanttekening", " motie aan uw Kamer."),
        ("kst-36410-12", "oordeel Kamer", None, "ef ik oordeel Kamer."),
        ("kst-36410-13", "ontraden", None, " ontraad deze motie."),
        ("kst-36410-16", "ontraden", None, "k nr. 16 ontraad ik."),
        ("kst-36410-16", "oordeel Kamer", None, ". 16): oordeel Kamer"),
        ("kst-36410-18", "ontraden", None, "0, nr. 18): ontraden"),
    ]
    assert asks == "verzoekt de regering een meldpunt voor zinkende steigers in te richten"
    assert ("left_to_house", "kst-36410-12") in edges
    assert ("advised_against", "kst-36410-13") in edges
    assert not {relation for relation, _ in edges} & {"supports", "opposes"}
    assert behind == {"De motie op stuk nr. 12 geef ik oordeel Kamer."}
    assert [(row["nummer"], row["oordeel"], row["indieners"]) for row in listed] == [
        ("12", "oordeel Kamer", "Teunissen-Blok, Haverman"),
        ("14", None, "Haverman"),
        ("15", None, "Zwart, Teunissen-Blok"),
        ("16", "ontraden", "Oudejans"),
    ]


def test_the_page_of_a_motion_shows_its_verdict_in_both_languages(tmp_path: Path) -> None:
    words = "De motie op stuk nr. 12. Als ik die zo mag lezen, geef ik haar oordeel Kamer."
    (tmp_path / "debat.txt").write_text(MOVED + words + "\n\nDe beraadslaging wordt gesloten.\n", encoding="utf-8")
    standpunt.build([tmp_path], tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        thing = describe(Asker(graph.store, 10), "https://w3id.org/standpunt/id/kst-36410-12")
    assert thing is not None
    [treated] = thing.treatments
    assert (treated.kind, treated.condition) == ("https://w3id.org/standpunt/ontology#leftToHouse", "Als ik die zo mag lezen")
    assert treated.quotations == ("Als ik die zo mag lezen, geef ik haar oordeel Kamer.",)
    assert dict(thing.names[treated.kind]) == {"nl": "oordeel Kamer", "en": "left to the House"}


def test_a_call_in_a_motion_has_the_verdict_on_it_for_an_answer(tmp_path: Path) -> None:
    words = "De motie op stuk nr. 12 geef ik oordeel Kamer."
    (tmp_path / "debat.txt").write_text(MOVED + words + "\n\nDe beraadslaging wordt gesloten.\n", encoding="utf-8")
    standpunt.build([tmp_path], tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        table = graph.query("oproepen-en-antwoorden")
    calls = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    of_motions = [(row["antwoord"], row["uitkomst"]) for row in calls if str(row["citaat"]).startswith("verzoekt")]
    assert (words, "oordeel Kamer") in of_motions
    assert set(of_motions) <= {(words, "oordeel Kamer"), (None, None)}
    assert of_motions.count((words, "oordeel Kamer")) == 1


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Daarom ontraad ik deze motie.", None),
        ("De motie zie ik als ondersteuning van beleid: oordeel Kamer.", None),
        ("Dit gezegd hebbende laat ik het oordeel aan de Kamer.", None),
        ("Ik kan niet anders dan de motie ontraden.", None),
        ("Desalniettemin laat ik, als hier waarde aan wordt gehecht, graag het oordeel aan de Kamer.", "als hier waarde aan wordt gehecht"),
        ("Mits de heer Vos het dictum aanpast, kan ik de motie oordeel Kamer geven.", "Mits de heer Vos het dictum aanpast"),
        ("Het eerste deel van de motie moet ik ontraden.", "Het eerste deel"),
    ],
)
def test_on_what_a_verdict_depends(sentence: str, condition: str | None) -> None:
    assert treatments.condition(sentence, "De vorige zin.") == condition
