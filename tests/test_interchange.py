import json
from datetime import date

import pytest

from standpunt.interchange import MalformedRecord, dumps, loads, optional, options, record
from standpunt.model import Analysis, Block, Claim, Commitment, Exchange, Mention, OffsetMap, Paper, Sentence, Source

TEXT = "Wanneer komt de brief?\nDe Kamer wordt voor de zomer geïnformeerd."


def block(index: int, kind: str, start: int, end: int, speaker: str) -> Block:
    text = TEXT[start:end]
    sentence = Sentence(index, index, 0, len(text), start, end, text)
    return Block(index, kind, speaker, text, OffsetMap((0,), (start,)), start, end, (sentence,), exchange=0)  # type: ignore[arg-type]


@pytest.fixture
def analysis() -> Analysis:
    source = Source("brief.txt", TEXT, "0" * 64, "text/plain")
    blocks = (block(0, "questions", 0, 22, "faction/SGP"), block(1, "answer", 23, len(TEXT), "actor/kabinet"))
    exchange = Exchange(0, 1, (1,), ("faction/SGP",), (0,), (1,), status="answered")
    paper = Paper("kst-1-2", "written_consultation", source, blocks, (exchange,), date=date(2022, 1, 7), dossier="1", number="2")
    mention = Mention(26, 31, "Kamer", "ORG", "org/TweedeKamer", "bodies", 1, 3, 8)
    claim = Claim(
        id="kst-1-2/claim/abc",
        start=23,
        end=len(TEXT),
        text=TEXT[23:],
        holder="actor/kabinet",
        relation="commits_to",
        about=("org/TweedeKamer",),
        topics=("topic/x",),
        proposition=None,
        rule="informed",
        cue="geïnformeerd",
        confidence=None,
        block=1,
        sentence=1,
        commitment=Commitment("promise_to_house", deadline=date(2022, 7, 7)),
    )
    return Analysis(paper, (mention,), (claim,), {0: ("topic/x",)})


def test_what_is_written_is_read_back(analysis: Analysis) -> None:
    found = record(analysis)
    assert loads(dumps(found)) == found


def test_keys_are_those_of_the_format(analysis: Analysis) -> None:
    data = json.loads(dumps(record(analysis)))
    assert data["paper"]["date"] == "2022-01-07"
    assert data["entities"][0] == {"start": 26, "end": 31, "text": "Kamer", "label": "ORG", "id": "org/TweedeKamer", "rule": "bodies"}
    assert data["claims"][0]["commitment"]["deadline"] == "2022-07-07"
    exchange = data["exchanges"][0]
    assert TEXT[slice(*exchange["question"])] == "Wanneer komt de brief?"
    assert TEXT[slice(*exchange["answer"])].startswith("De Kamer")
    assert exchange["topics"] == ["topic/x"]


def test_an_unanswered_question_has_no_answer(analysis: Analysis) -> None:
    paper = analysis.paper
    unanswered = Exchange(0, None, (), ("faction/SGP",), (0,), (), status="unanswered")
    open_paper = Paper(paper.id, paper.kind, paper.source, paper.blocks, (unanswered,))
    assert record(Analysis(open_paper, (), ())).exchanges[0].answer is None


@pytest.mark.parametrize(
    ("notation", "accepted", "is_optional"),
    [
        ("ORG", {"ORG"}, False),
        ("ORG|MEETING", {"ORG", "MEETING"}, False),
        ("supports|calls_for?", {"supports", "calls_for"}, True),
        ("", set(), False),
    ],
)
def test_gold_notation(notation: str, accepted: set[str], is_optional: bool) -> None:
    assert options(notation) == accepted
    assert optional(notation) is is_optional


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "x.json:1: no JSON"),
        ("[]", "interchange format"),
        ('{"length": 3}', "'source'"),
        ('{"source": "a.txt", "length": 3, "entities": [{"start": 1}]}', "EntityRecord"),
    ],
)
def test_malformed_files_say_what_is_wrong(text: str, problem: str) -> None:
    with pytest.raises(MalformedRecord, match=problem):
        loads(text, "x.json")
