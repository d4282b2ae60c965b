"""Positions show a direction only where the evidence bears it, and never hide what contradicts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as Date

import pytest

from standpunt.model import Position, Relation
from standpunt.relate.positions import positions

PVV, CDA = "faction/PVV", "faction/CDA"
SANCTIONS, ACCESSION = "topic/sancties", "topic/navo-uitbreiding"


@dataclass(frozen=True)
class Said:
    """As little of a claim as positions ask for."""

    id: str
    holder: str
    relation: Relation
    topics: tuple[str, ...]
    confidence: float | None
    speaker: str | None = None
    member_of: str | None = None


def said(signs: str, *, holder: str = PVV, topic: str = SANCTIONS, paper: str = "kst-1-1", confidence: float | None = None) -> list[Said]:
    """Return a claim for each sign: + supports, - opposes, ! worries, > calls, ? asks."""
    relations: dict[str, Relation] = {"+": "supports", "-": "opposes", "!": "concerned_about", ">": "calls_for", "?": "asks_about"}
    who = holder.rpartition("/")[2]
    return [Said(f"{paper}/claim/{who}-{k}{sign}", holder, relations[sign], (topic,), confidence) for k, sign in enumerate(signs)]


DATES: dict[str, Date | None] = {"kst-1-1": Date(2022, 1, 13), "kst-1-2": Date(2022, 6, 1), "kst-1-3": Date(2023, 4, 19), "kst-1-4": None}


def told(claims: list[Said], by: str) -> list[Said]:
    """Return the claims as somebody else says them."""
    return [replace(claim, speaker=by) for claim in claims]


def only(claims: list[Said]) -> Position:
    [position] = positions(claims, DATES)
    return position


@pytest.mark.parametrize(
    ("signs", "confidence", "direction"),
    [
        ("+", None, None),  # one claim by a rule that nobody measured
        ("+", 0.89, None),
        ("+", 0.93, "supports"),
        ("-", 0.93, "opposes"),
        ("++", None, "supports"),
        ("--", 0.5, "opposes"),
        ("+-", 0.99, None),  # one against one
        ("++-", 0.99, None),  # a third contradicts
        ("++++-", None, "supports"),  # a fifth does
        ("++++--", None, "mixed"),
        ("++--", None, "mixed"),
        ("+---", None, None),
        ("----+", None, "opposes"),
        ("!!!", 0.99, None),  # worry has no direction
        (">>", 0.99, None),
        ("+!>", 0.93, "supports"),
    ],
)
def test_direction(signs: str, confidence: float | None, direction: str | None) -> None:
    assert only(said(signs, confidence=confidence)).direction == direction


def test_counts_span_of_time_and_contradiction() -> None:
    claims = [*said("+++", paper="kst-1-1"), *said("+-!>", paper="kst-1-3"), *said("+", paper="kst-1-4")]
    position = only(claims)
    assert (position.supports, position.opposes, position.concerned, position.calls) == (5, 1, 1, 1)
    assert (position.first, position.last) == (Date(2022, 1, 13), Date(2023, 4, 19))
    assert position.direction == "supports"
    assert position.contradicting == ("kst-1-3/claim/PVV-1-",)
    assert len(position.claims) == 8


def test_what_an_opponent_says_of_a_faction_is_no_part_of_its_position() -> None:
    assert positions(told(said("+++", confidence=0.99), CDA), DATES) == ()
    position = only([*told(said("--", confidence=0.99), PVV), *told(said("+++", paper="kst-1-2"), CDA)])
    assert (position.direction, position.opposes, position.supports) == ("opposes", 2, 0)


def test_what_is_told_of_those_who_do_not_speak_counts() -> None:
    assert only(told(said("++", holder="country/HU"), "actor/kabinet")).direction == "supports"
    assert only(told(said("--", holder="org/LTO"), CDA)).direction == "opposes"
    assert positions(told(said("++", holder="actor/kabinet"), CDA), DATES) == ()


@pytest.mark.parametrize(("signs", "contradicting"), [("+++", 0), ("++-", 1), ("+--", 1), ("+-", 2), ("++--", 4), ("!", 0)])
def test_what_contradicts_is_listed_also_without_a_direction(signs: str, contradicting: int) -> None:
    assert len(only(said(signs)).contradicting) == contradicting


def test_questions_and_other_topics_do_not_count() -> None:
    assert positions(said("??"), DATES) == ()
    found = positions([*said("++"), *said("--", topic=ACCESSION)], DATES)
    assert [(p.topic, p.direction) for p in found] == [(ACCESSION, "opposes"), (SANCTIONS, "supports")]


def test_the_same_claim_counts_once() -> None:
    assert only([*said("+"), *said("+")]).supports == 1


def test_a_sentence_that_a_paper_repeats_is_no_more_evidence() -> None:
    claim = "kst-1-1/claim/0f3c1d2e4b5a"
    repeated = [Said(ident, PVV, "supports", (SANCTIONS,), None) for ident in (claim, f"{claim}-2", f"{claim}-3")]
    assert (only(repeated).supports, only(repeated).direction, only(repeated).claims) == (1, None, (claim,))


def test_a_paper_without_a_date_has_no_place_in_time() -> None:
    position = only(said("++", paper="kst-1-4"))
    assert (position.direction, position.first, position.last) == ("supports", None, None)


def test_the_order_of_the_claims_changes_nothing() -> None:
    claims = [*said("+-!"), *said("++", holder=CDA), *said("+-", paper="kst-1-3")]
    assert positions(claims, DATES) == positions(reversed(claims), DATES)
