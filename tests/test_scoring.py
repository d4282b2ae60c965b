"""Scoring as data/gold/ANNOTATION.md describes it."""

from collections.abc import Sequence

import pytest

from standpunt.evaluate.errors import groups
from standpunt.evaluate.scoring import Counts, Outcome, by_name, count, macro, micro, score
from standpunt.interchange import ClaimRecord, EntityRecord, Record


def entity(start: int, end: int, label: str, ident: str | None = None, rule: str | None = None) -> EntityRecord:
    return EntityRecord(start, end, "", label, ident, rule)


def claim(start: int, end: int, holder: str, relation: str, about: Sequence[str] = (), rule: str | None = None) -> ClaimRecord:
    return ClaimRecord(start, end, "", holder, relation, tuple(about), rule=rule)


def record(*items: EntityRecord | ClaimRecord, annotated: Sequence[tuple[int, int]] = ()) -> Record:
    entities = tuple(item for item in items if isinstance(item, EntityRecord))
    claims = tuple(item for item in items if isinstance(item, ClaimRecord))
    return Record("paper.txt", 1000, entities=entities, claims=claims, annotated=tuple(annotated))


@pytest.mark.parametrize(
    ("gold", "given", "expected"),
    [
        pytest.param([entity(10, 20, "ORG")], [entity(10, 20, "ORG")], Counts(1, 0, 0), id="same span"),
        pytest.param([entity(10, 20, "ORG")], [entity(19, 30, "ORG")], Counts(1, 0, 0), id="boundaries need not agree"),
        pytest.param([entity(10, 20, "ORG")], [entity(20, 30, "ORG")], Counts(0, 1, 1), id="next to it is not on it"),
        pytest.param([entity(10, 20, "ORG")], [entity(10, 20, "MEETING")], Counts(0, 1, 1), id="other label"),
        pytest.param([entity(10, 20, "ORG|MEETING")], [entity(10, 20, "MEETING")], Counts(1, 0, 0), id="either label"),
        pytest.param([entity(10, 20, "ORG?")], [], Counts(), id="optional, left out"),
        pytest.param([entity(10, 20, "ORG?")], [entity(10, 20, "COUNTRY")], Counts(), id="lands on something optional"),
        pytest.param([entity(10, 20, "ORG")], [entity(10, 14, "ORG"), entity(15, 20, "ORG")], Counts(1, 0, 0), id="second piece excused"),
        pytest.param([entity(0, 5, "ORG"), entity(6, 9, "ORG")], [entity(0, 9, "ORG")], Counts(1, 0, 1), id="one span answers once"),
    ],
)
def test_entities(gold: list[EntityRecord], given: list[EntityRecord], expected: Counts) -> None:
    outcomes = list(score(record(*gold), record(*given)))
    assert count(outcome for outcome in outcomes if outcome.part == "entities") == expected


@pytest.mark.parametrize(
    ("gold", "given", "expected"),
    [
        pytest.param("country/UA", "country/UA", Counts(1, 0, 0), id="right"),
        pytest.param("country/UA", "country/RU", Counts(0, 1, 0), id="wrong"),
        pytest.param("country/UA", None, Counts(0, 1, 0), id="none given"),
        pytest.param("person/Buma|person/VanHaersmaBuma", "person/Buma", Counts(1, 0, 0), id="either"),
        pytest.param("", "meeting/2022-01-07", Counts(), id="not scored"),
    ],
)
def test_linking(gold: str, given: str | None, expected: Counts) -> None:
    outcomes = score(record(entity(10, 20, "COUNTRY", gold)), record(entity(10, 20, "COUNTRY", given)))
    assert count(outcome for outcome in outcomes if outcome.part == "linking") == expected


VVD, CABINET = "faction/VVD", "actor/kabinet"


@pytest.mark.parametrize(
    ("gold", "given", "expected"),
    [
        pytest.param([claim(0, 100, VVD, "supports")], [claim(0, 100, VVD, "supports")], Counts(1, 0, 0), id="same"),
        pytest.param(
            [claim(0, 100, VVD, "supports")], [claim(61, 141, VVD, "supports")], Counts(0, 1, 1), id="less than half of the shorter"
        ),
        pytest.param(
            [claim(0, 100, VVD, "supports")], [claim(60, 130, VVD, "supports")], Counts(1, 0, 0), id="half of the shorter is enough"
        ),
        pytest.param([claim(0, 100, VVD, "supports")], [claim(0, 100, CABINET, "supports")], Counts(0, 1, 1), id="other holder"),
        pytest.param([claim(0, 100, VVD, "supports|calls_for")], [claim(0, 100, VVD, "calls_for")], Counts(1, 0, 0), id="either relation"),
        pytest.param([claim(0, 100, VVD, "supports?")], [claim(0, 100, VVD, "supports")], Counts(), id="optional, given"),
        pytest.param([claim(0, 100, VVD, "supports?")], [], Counts(), id="optional, left out"),
        pytest.param([claim(0, 100, VVD, "supports?")], [claim(0, 100, VVD, "supports")] * 2, Counts(0, 1, 0), id="excuses one, not two"),
    ],
)
def test_claims(gold: list[ClaimRecord], given: list[ClaimRecord], expected: Counts) -> None:
    outcomes = list(score(record(*gold), record(*given)))
    assert count(outcome for outcome in outcomes if outcome.part == "claims") == expected


def test_targets_are_scored_over_found_claims() -> None:
    gold = record(claim(0, 100, VVD, "supports", ["country/UA", "org/NAVO", "org/EU?"]), claim(200, 300, VVD, "opposes", ["country/BY"]))
    given = record(claim(0, 100, VVD, "supports", ["country/UA", "country/RU", "org/EU", "topic/sancties"]))
    about = count(outcome for outcome in score(gold, given) if outcome.part == "about")
    assert about == Counts(tp=1, fp=1, fn=1)


def test_what_lies_outside_the_annotated_part_is_left_out() -> None:
    gold = record(entity(10, 20, "ORG"), annotated=[(0, 100)])
    given = record(entity(10, 20, "ORG"), entity(95, 102, "ORG"), claim(150, 200, VVD, "supports"))
    assert count(score(gold, given)) == Counts(1, 0, 0)


def test_figures() -> None:
    counts = {"supports": Counts(3, 1, 1), "opposes": Counts(1, 0, 1)}
    assert micro(counts.values()) == Counts(4, 1, 2)
    assert macro(list(counts.values())) == pytest.approx((0.75 + 2 / 3) / 2)
    assert Counts().f1 == 1.0
    assert Counts(0, 1, 1).f1 == 0.0


@pytest.mark.parametrize(("right", "wrong", "bound"), [(5, 0, 0.5655), (20, 0, 0.8389), (19, 1, 0.7639), (0, 0, 0.0), (0, 7, 0.0)])
def test_lower_bound_of_the_wilson_interval(right: int, wrong: int, bound: float) -> None:
    assert Counts(right, wrong).lower_bound == pytest.approx(bound, abs=1e-4)


def test_counts_per_name_are_those_of_gold_labels() -> None:
    outcomes = list(score(record(entity(0, 9, "ORG|MEETING"), entity(20, 29, "PERSON")), record(entity(0, 9, "ORG"))))
    assert by_name(outcomes, "entities") == {"MEETING": Counts(1, 0, 0), "PERSON": Counts(0, 0, 1)}


def test_errors_are_grouped_and_the_most_costly_come_first() -> None:
    gold = record(*[claim(at, at + 50, VVD, "supports") for at in (0, 100, 200)], claim(300, 350, CABINET, "commits_to"))
    given = record(
        claim(0, 50, CABINET, "supports", rule="welcome"),
        claim(100, 150, VVD, "opposes", rule="against"),
        claim(400, 450, CABINET, "opposes", rule="against"),
        claim(500, 550, CABINET, "opposes", rule="against"),
    )
    found = groups(list(score(gold, given)))
    assert [(group.name, group.problem) for group in found] == [
        ("supports", "other holder"),
        ("supports", "read as opposes"),
        ("commits_to", "missed"),
        ("supports", "missed"),
        ("opposes", "false alarm of against"),
    ]
    assert [group.gain for group in found] == sorted((group.gain for group in found), reverse=True)


def test_an_outcome_keeps_rule_and_words() -> None:
    outcomes = list(
        score(record(), Record("paper.txt", 9, claims=(ClaimRecord(0, 9, "Wij zijn tegen.", VVD, "opposes", rule="against", cue="tegen"),)))
    )
    assert outcomes == [Outcome("claims", "opposes", "false", 0, 9, "Wij zijn tegen.", given=VVD, rule="against", cue="tegen")]
