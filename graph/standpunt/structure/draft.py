"""Blocks in the making: the structure of a kind of paper is said in drafts, which become the paper's blocks here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from standpunt.model import Block, BlockKind, Exchange, Sentence
from standpunt.structure import sentences
from standpunt.structure.clean import Layout, Paragraph, Text, join


@dataclass(slots=True)
class Draft:
    """A block in the making."""

    kind: BlockKind
    speaker: str | None
    texts: list[Text]
    exchange: int | None = None  # index into the exchanges in the making
    speaker_name: str | None = None
    number: str | None = None


@dataclass(slots=True)
class ExchangeDraft:
    """An exchange in the making; its answers are the drafts that name it."""

    numbers: tuple[int, ...]
    asked_by: tuple[str, ...]
    questions: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """What a kind of paper makes of its paragraphs."""

    drafts: list[Draft] = field(default_factory=list)
    exchanges: list[ExchangeDraft] = field(default_factory=list)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(
        self,
        kind: BlockKind,
        speaker: str | None,
        text: Text,
        *,
        exchange: int | None = None,
        speaker_name: str | None = None,
        apart: bool = False,
    ) -> Draft | None:
        """Add a paragraph, to the block before when that goes on, else or `apart` as a new block; return the block."""
        if not text.text:
            return None
        last = self.drafts[-1] if self.drafts else None
        same = last and (last.kind, last.speaker, last.exchange, last.speaker_name) == (kind, speaker, exchange, speaker_name)
        if last and same and not apart and kind != "heading":
            last.texts.append(text)
            return last
        made = Draft(kind, speaker, [text], exchange, speaker_name)
        self.drafts.append(made)
        return made

    def member(self, name: str, faction: str) -> None:
        """Note of which faction a member is; of two members with one name, of both."""
        self.members[name] = tuple(dict.fromkeys([*self.members.get(name, ()), faction]))

    def exchange(self, numbers: tuple[int, ...], asked_by: tuple[str, ...], questions: Iterable[Draft] = ()) -> int:
        """Add an exchange that answers some questions, and return its index; a question may be answered in several."""
        index = len(self.exchanges)
        made = ExchangeDraft(numbers, asked_by)
        self.exchanges.append(made)
        self.ask(index, questions)
        return index

    def ask(self, exchange: int, questions: Iterable[Draft]) -> None:
        """Give questions to an exchange."""
        asked = self.exchanges[exchange].questions
        for draft in questions:
            if not any(draft is other for other in asked):
                asked.append(draft)
            if draft.exchange is None:
                draft.exchange = exchange


def blocks(outline: Outline, layout: Layout) -> tuple[Block, ...]:
    """Return the blocks of a paper in the order of the text, footnotes among them."""
    drafts = outline.drafts + [_note(note, outline.drafts) for note in layout.footnotes if note.text.text]
    drafts.sort(key=lambda draft: draft.texts[0].start)
    texts = [join(draft.texts, "\n") for draft in drafts]
    maps = [text.offsets for text in texts]
    spans = [
        [(at, to, *offsets.span(at, to)) for at, to in sentences.split(text.text, in_motion=draft.kind == "motion")]
        for draft, text, offsets in zip(drafts, texts, maps, strict=True)
    ]
    cited = _cited(drafts, spans, layout)
    made: list[Block] = []
    heading: str | None = None
    running = 0
    for index, (draft, text, offsets) in enumerate(zip(drafts, texts, maps, strict=True)):
        found = []
        for at, to, start, end in spans[index]:
            found.append(Sentence(running, index, at, to, start, end, text.text[at:to], tuple(cited.get(start, ()))))
            running += 1
        made.append(
            Block(
                index=index,
                kind=draft.kind,
                speaker=draft.speaker,
                text=text.text,
                offsets=offsets,
                start=text.start,
                end=text.end,
                sentences=tuple(found),
                heading=heading,
                exchange=draft.exchange,
                speaker_name=draft.speaker_name,
                number=draft.number,
            )
        )
        if draft.kind == "heading":
            heading = text.text
    return tuple(made)


def _note(note: Paragraph, drafts: Sequence[Draft]) -> Draft:
    """Return the draft of a footnote; it speaks with the voice of the block that it stands in."""
    around = [draft for draft in drafts if draft.texts[0].start < note.text.start and draft.kind not in ("heading", "front")]
    return Draft("footnote", around[-1].speaker if around else None, [note.text], number=note.footnote)


def _cited(drafts: Sequence[Draft], spans: Sequence[Sequence[tuple[int, int, int, int]]], layout: Layout) -> dict[int, list[int]]:
    """Return for the source start of each sentence the blocks of the footnotes it cites: markers may stand behind its full stop."""
    where = {draft.texts[0].start: index for index, draft in enumerate(drafts) if draft.kind == "footnote"}
    starts = [start for draft, found in zip(drafts, spans, strict=True) if draft.kind != "footnote" for _, _, start, _ in found]
    cited: dict[int, list[int]] = {}
    for marker in layout.markers:
        note = layout.footnotes[marker.body].text
        place = bisect_left(starts, marker.start) - 1
        if note.text and place >= 0:
            notes = cited.setdefault(starts[place], [])
            if where[note.start] not in notes:
                notes.append(where[note.start])
    return cited


def exchanges(outline: Outline, made: Sequence[Block]) -> tuple[Exchange, ...]:
    """Return the exchanges of a paper."""
    index = {block.start: block.index for block in made if block.kind == "questions"}
    return tuple(
        Exchange(
            place,
            draft.numbers[0] if draft.numbers else None,
            draft.numbers,
            draft.asked_by,
            tuple(sorted(index[question.texts[0].start] for question in draft.questions)),
            tuple(block.index for block in made if block.exchange == place and block.kind == "answer"),
        )
        for place, draft in enumerate(outline.exchanges)
    )
