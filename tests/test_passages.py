"""Annotated passages: how they are read, and how what is found in them is judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from standpunt.evaluate import evaluate, passages
from standpunt.interchange import ClaimRecord, Record
from standpunt.model import Paper

HEAD = {
    "passage": 1,
    "kind": "written_consultation",
    "speaker": "faction",
    "name": "de leden van de SGP-fractie",
    "year": 2017,
    "subject": "visserij",
}
SENTENCE = "De leden van de SGP-fractie steunen dit, maar de regering is tegen."


def write(folder: Path, *rows: object) -> Path:
    path = folder / "passages.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def judged(path: Path, *claims: tuple[str, str]) -> list[tuple[str, str]]:
    def reader(paper: Paper) -> Record:
        sentence = paper.sentences[0]
        found = tuple(ClaimRecord(sentence.start, sentence.end, sentence.text, holder, relation) for holder, relation in claims)
        return Record(paper.id, 0, claims=found)

    return [(outcome.name, outcome.verdict) for outcome in passages.score(path, reader)]


@pytest.mark.parametrize(
    ("claims", "optional", "given", "outcomes"),
    [
        ({"supports": "steunen"}, [], [("faction/SGP", "supports")], [("supports", "found")]),
        ({"supports": "steunen"}, [], [("faction/PVV", "supports")], [("supports", "missed"), ("supports", "false")]),
        ({"opposes@cabinet": "tegen"}, [], [("actor/kabinet", "opposes")], [("opposes", "found")]),
        ({"opposes@cabinet": "tegen"}, [], [("faction/SGP", "opposes")], [("opposes", "missed"), ("opposes", "false")]),
        ({"opposes@other": "tegen"}, [], [], []),
        ({"supports": "steunen"}, ["supports"], [], []),
        ({}, ["supports"], [("faction/SGP", "supports")], []),
        ({}, [], [("faction/SGP", "supports")], [("supports", "false")]),
    ],
)
def test_a_claim_is_right_when_relation_and_holder_are(
    tmp_path: Path, claims: dict[str, str], optional: list[str], given: list[tuple[str, str]], outcomes: list[tuple[str, str]]
) -> None:
    path = write(tmp_path, HEAD, {"sentence": SENTENCE, "claims": claims, "optional": optional})
    assert judged(path, *given) == outcomes


@pytest.mark.parametrize(
    ("voice", "name", "speaker"),
    [
        ("faction", "de leden van de SGP-fractie", "faction/SGP"),
        ("member", "mevrouw Van Esteren (PvdD)", "faction/PvdD"),
        ("cabinet", "de Minister van Financiën", "actor/kabinet"),
        ("motion", "Motie van het lid Hoekzema c.s.", "person/indiener"),
    ],
)
def test_the_speaker_follows_from_voice_and_name(tmp_path: Path, voice: str, name: str, speaker: str) -> None:
    path = write(tmp_path, HEAD | {"speaker": voice, "name": name}, {"sentence": SENTENCE, "claims": {}})
    assert passages.read(path)[0].speaker == speaker


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{"sentence": SENTENCE, "claims": {}}], "passages.jsonl:1: a sentence before the first line with `passage`"),
        ([HEAD, {"sentence": SENTENCE, "claims": {"likes": "steunen"}}], "passages.jsonl:2: 'likes' is no claim; allowed: asks_about"),
        ([HEAD, {"sentence": SENTENCE, "claims": {"supports@burgers": "steunen"}}], "'supports@burgers' is no claim"),
        ([HEAD, {"sentence": SENTENCE, "claims": {"supports": "juichen"}}], "'juichen' of the cue do not stand in the sentence"),
    ],
)
def test_a_malformed_line_is_told_with_its_place(tmp_path: Path, rows: list[object], message: str) -> None:
    with pytest.raises(passages.MalformedPassage) as error:
        passages.read(write(tmp_path, *rows))
    assert message in str(error.value)


def test_passages_are_measured_like_papers_next_to_the_baselines(tmp_path: Path) -> None:
    question = {"sentence": "Steunt de Minister dit voorstel?", "claims": {"asks_about": "Steunt … ?"}}
    path = write(
        tmp_path, HEAD, {"sentence": "De leden van de SGP-fractie steunen dit voorstel.", "claims": {"supports": "steunen"}}, question
    )
    measured = evaluate([path]).sets[0]
    assert measured.figures()["claims"] == 1.0
    assert [outcome.verdict for outcome in measured.baselines["speaker only"]] == ["missed", "found"]
