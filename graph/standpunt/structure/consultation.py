"""Written consultations: who asks, and which answer answers what.

Three layouts: answers between the questions; all questions first and the answers in a second part; and the inbreng,
questions that nobody has answered yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from standpunt.model import CABINET
from standpunt.structure import factions, headings
from standpunt.structure.clean import Layout, Paragraph
from standpunt.structure.draft import Draft, Outline
from standpunt.structure.headings import SORTS, Heading
from standpunt.structure.titles import is_title
from standpunt.structure.turns import Turns

HOUSES: Final = {"EK": "org/EersteKamer"}
HOUSE: Final = "org/TweedeKamer"

#: A faction named in running text: the leden van de VVD-fractie, de VVD-fractie, het lid Omtzigt.
NAMED: Final = re.compile(
    r"\b[Ll](?:eden|id) van de (?P<leden>(?:fractie van (?:de )?)?[A-Z0-9][^\s,.]*(?: (?:Van|Den|voor de) \S+)*?)(?=[\s,.])"
    r"|\b(?P<fractie>[A-Z0-9][\w/-]*-fractie)\b"
)
ASKS: Final = re.compile(r"\?|(?<!geen )(?<!geen verdere )(?<!geen nadere )\b(?:vraagt|vragen|vernemen|verneemt|verzoek(?:en|t))\b")
COUNTED: Final = re.compile(r"\(?(\d{1,3})[.):]\s")
#: How far into an answer the faction that it answers is named.
OPENING: Final = 160


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph with what it says as a heading; a subject is a heading that says nothing about who speaks."""

    paragraph: Paragraph
    heading: Heading | None
    subject: bool = False

    @property
    def sort(self) -> str | None:
        """What kind of heading it is, if it is one."""
        return self.heading.sort if self.heading else None

    @property
    def speech(self) -> bool:
        """Whether it is no heading at all."""
        return self.heading is None and not self.subject


def outline(layout: Layout, chamber: str | None = None) -> Outline:
    """Return the outline of a written consultation."""
    items = _items(layout.paragraphs)
    first = _body_starts(items)
    made = Outline()
    for item in items[:first]:
        made.add("front", HOUSES.get(chamber or "", HOUSE), item.paragraph.text)
    body = items[first:]
    second = next((k for k, item in enumerate(body) if item.sort == "antwoorden"), len(body))
    questions, answers = body[:second], body[second:]
    answered = any(item.speech for item in answers)
    if any(item.sort == "antwoord" for item in questions) or not answered:
        _Interleaved(made).run(body)
    else:
        _in_two_parts(questions, answers, made)
    return made


def _items(paragraphs: Sequence[Paragraph]) -> list[Item]:
    items = []
    for k, paragraph in enumerate(paragraphs):
        heading = headings.match(str(paragraph), sorts=SORTS["written_consultation"])
        items.append(Item(paragraph, heading, heading is None and is_title(paragraphs, k)))
    answers = [k for k, item in enumerate(items) if item.sort == "antwoord"]
    if len(answers) == 1 and (only := items[answers[0]].heading) and not only.numbers:
        # the one answer to all questions is the second part of the paper
        items[answers[0]] = replace(items[answers[0]], heading=replace(only, sort="antwoorden"))
    return items


def _body_starts(items: Sequence[Item]) -> int:
    """Return the index of the first paragraph behind the front matter, and behind the table of contents."""
    contents = next((k for k, item in enumerate(items) if item.sort == "inhoudsopgave"), None)
    if contents is not None:
        listed: set[str] = set()
        for k in range(contents + 1, len(items)):
            plain = re.sub(r"[\W\d]+", " ", str(items[k].paragraph)).strip().casefold()
            if plain in listed:
                return k
            listed.add(plain)
    return next((k for k, item in enumerate(items) if item.sort in ("vragen", "inbreng", "antwoord", "vraag")), len(items))


def _parted(item: Item) -> tuple[Item, Item | None]:
    """Return a heading, and as an item of its own what follows on its line."""
    text = item.paragraph.text
    if item.heading is None or item.heading.rest is None:
        return item, None
    head = replace(item, paragraph=replace(item.paragraph, text=text.part(0, item.heading.rest)))
    return head, Item(replace(item.paragraph, text=text.part(item.heading.rest, len(text.text))), None)


class _Interleaved:
    """Outlines questions with their answers below them, and questions without any."""

    def __init__(self, made: Outline, askers: dict[int, tuple[str, ...]] | None = None) -> None:
        self.made = made
        self.askers = askers or {}  # who asked, by number, where that stands elsewhere
        self.turns = Turns()
        self.asked_by: tuple[str, ...] = ()
        self.zone: list[Item] = []  # what was read since the last heading that says who speaks
        self.answering: int | None = None
        self.waiting: list[Draft] = []  # questions without an answer yet

    def run(self, items: Sequence[Item]) -> None:
        """Add items to the outline."""
        self.turns = Turns.learn(*_sure(items))
        for whole in items:
            item, tail = _parted(whole)
            heading = item.heading
            if heading is None:
                self.zone.append(item)
                continue
            self._close(asks_on=heading.sort in ("antwoord", "vraag"))
            speaker: str | None = CABINET
            if heading.sort == "antwoord":
                self._answer(heading)
            elif heading.sort == "vraag":
                self.answering = None
                speaker = self._asker()
            else:
                self._leave()
                self.answering = None
                if heading.sort == "inbreng":
                    self.asked_by = heading.factions
                speaker = {"inbreng": self._asker(), "antwoorden": CABINET}.get(heading.sort)
            self.made.add("heading", speaker, item.paragraph.text, exchange=self.answering)
            if tail:
                self.zone.append(tail)
        self._close(asks_on=False)
        self._leave()

    def _asker(self) -> str | None:
        return self.asked_by[0] if self.asked_by else None

    def _answer(self, heading: Heading) -> None:
        asked_by = self.asked_by or next((self.askers[number] for number in heading.numbers if number in self.askers), ())
        self.answering = self.made.exchange(heading.numbers, asked_by)
        for draft in self.waiting:
            draft.exchange = self.answering
        self.waiting.clear()

    def _close(self, *, asks_on: bool) -> None:
        """Give what was read to the answer above it and to the question below it."""
        zone, cut = self.zone, 0
        if zone and self.answering is not None:
            cut = self.turns.cut([item.paragraph for item in zone], [item.subject for item in zone], asks_on=asks_on)
        if not self.asked_by and cut < len(zone):
            self.asked_by = next(_named(str(item.paragraph) for item in zone[cut:]), ())
        for k, item in enumerate(zone):
            speaker = CABINET if k < cut else self._asker()
            if item.subject:
                self.made.add("heading", speaker, item.paragraph.text, exchange=self.answering if k < cut else None)
            elif k < cut:
                self.made.add("answer", CABINET, item.paragraph.text, exchange=self.answering)
            else:
                draft = self.made.add("questions", speaker, item.paragraph.text)
                if draft and draft not in self.waiting:
                    self.waiting.append(draft)
        zone.clear()

    def _leave(self) -> None:
        """Make an exchange of questions that nobody answers; remarks that ask nothing stay without one."""
        if any(ASKS.search(text.text) for draft in self.waiting for text in draft.texts):
            exchange = self.made.exchange((), self.asked_by)
            for draft in self.waiting:
                draft.exchange = exchange
        self.waiting.clear()


def _sure(items: Sequence[Item]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return paragraphs that are questions and paragraphs that are answers, because they stand at the heading of an answer."""
    questions, answers = [], []
    for k, item in enumerate(items):
        if item.sort != "antwoord":
            continue
        if k + 1 < len(items) and items[k + 1].speech:
            answers.append(items[k + 1].paragraph)
        if k > 1 and items[k - 1].speech and items[k - 2].sort != "antwoord":
            questions.append(items[k - 1].paragraph)
    return questions, answers


def _named(texts: Iterator[str]) -> Iterator[tuple[str, ...]]:
    """Yield the faction that each text names first."""
    for text in texts:
        for match in NAMED.finditer(text):
            found = factions.factions(match["leden"] or match["fractie"])
            if found:
                yield found
                break


def _in_two_parts(questions: Sequence[Item], answers: Sequence[Item], made: Outline) -> None:
    """Outline all questions, and then the answers: faction by faction, number by number, or in one go."""
    asked_by: tuple[str, ...] = ()
    asked: dict[tuple[str, ...], list[Draft]] = {}
    numbered: dict[int, tuple[str, ...]] = {}
    for whole in questions:
        item, tail = _parted(whole)
        heading = item.heading
        if heading and heading.sort == "inbreng":
            asked_by = heading.factions
        if heading:
            numbered.update(dict.fromkeys(heading.numbers, asked_by))
        speaker = asked_by[0] if asked_by else None
        if not item.speech:
            made.add("heading", None if item.sort == "vragen" else speaker, item.paragraph.text)
        for spoken in (item if item.speech else None, tail):
            if spoken is None:
                continue
            if counted := COUNTED.match(str(spoken.paragraph)):
                numbered[int(counted.group(1))] = asked_by
            draft = made.add("questions", speaker, spoken.paragraph.text)
            if draft and draft not in asked.setdefault(asked_by, []):
                asked[asked_by].append(draft)
    if any(item.sort == "antwoord" for item in answers):
        _Interleaved(made, numbered).run(answers)
    else:
        _by_faction(answers, made, asked)


def _by_faction(answers: Sequence[Item], made: Outline, asked: dict[tuple[str, ...], list[Draft]]) -> None:
    """Outline answers that carry no numbers: one exchange for each faction that a heading names, else that the text names."""
    headed = any(item.sort == "inbreng" for item in answers)
    exchanges: dict[tuple[str, ...], int] = {}
    current: int | None = None

    def answer(asked_by: tuple[str, ...]) -> int:
        if asked_by not in exchanges:
            exchanges[asked_by] = made.exchange((), asked_by)
        return exchanges[asked_by]

    everybody = tuple(dict.fromkeys(faction for group in asked for faction in group))
    if not headed and not any(named in asked for item in answers for named in _named(iter([str(item.paragraph)[:OPENING]]))):
        current = answer(everybody)
    for item in answers:
        if item.heading and item.heading.sort == "inbreng":
            current = answer(item.heading.factions)
        elif item.speech and not headed:
            named = next(_named(iter([str(item.paragraph)[:OPENING]])), ())
            current = answer(named) if named in asked else current
        if not item.speech:
            made.add("heading", CABINET, item.paragraph.text, exchange=current if item.sort != "antwoorden" else None)
        else:
            made.add("body" if current is None else "answer", CABINET, item.paragraph.text, exchange=current)
    for group, drafts in asked.items():
        exchange = _exchange_of(group, exchanges)
        if exchange is None and any(ASKS.search(text.text) for draft in drafts for text in draft.texts):
            exchange = made.exchange((), group)
        for draft in drafts:
            draft.exchange = exchange


def _exchange_of(group: tuple[str, ...], exchanges: dict[tuple[str, ...], int]) -> int | None:
    """Return the exchange that answers a faction: the one that is headed by it alone, else one that it shares."""
    fitting = [asked_by for asked_by in exchanges if set(group) & set(asked_by)]
    return exchanges[min(fitting, key=len)] if fitting else None
