"""Written consultations: who asks, and which answer answers what.

Three layouts: answers between the questions; all questions first and the answers in a second part; and the inbreng,
questions that nobody has answered yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from standpunt.model import CABINET, Chamber, house_of
from standpunt.structure import factions, headings, letter, signatures
from standpunt.structure.clean import Layout, Paragraph, Text, around, join
from standpunt.structure.draft import Draft, Outline
from standpunt.structure.headings import SORTS, Heading
from standpunt.structure.titles import is_title
from standpunt.structure.turns import Turns, leaning

ASKS: Final = re.compile(r"\?|(?<!geen )(?<!geen verdere )(?<!geen nadere )\b(?:vraagt|vragen|vernemen|verneemt|verzoek(?:en|t))\b")
#: Het lid van de BBB-fractie vraagt … | De leden van de fractie van Volt vragen …
SPEAKS: Final = re.compile(r"(?:De leden|Het lid|De [\w/-]+-fractie\b)[^.?!]{0,80}\b\w+-?fractie\b")
COUNTED: Final = re.compile(r"\(?(\d{1,3})[.):]\s")
#: 12 | 2 en 3 | 4 t/m 7
BARE: Final = re.compile(rf"(?:{headings.NUMBERS})[.):]?")
#: … (4) Wat kost dit? | … [4] …
INLINE: Final = re.compile(r"(?<!\S)[(\[](\d{1,3})[)\]](?=\s)")
#: How far into an answer the faction that it answers is named.
OPENING: Final = 160
#: Words in a run by which a question is known again, and the share of its runs that must stand in the first part.
RUN: Final = 4
REPEATED: Final = 0.6


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph with what it says as a heading; a subject is a heading that says nothing about who speaks."""

    paragraph: Paragraph
    heading: Heading | None
    subject: bool = False
    letterhead: bool = False  # address, date or signature of a letter within the paper

    @property
    def sort(self) -> str | None:
        """What kind of heading it is, if it is one."""
        return self.heading.sort if self.heading else None

    @property
    def speech(self) -> bool:
        """Whether it is what somebody asks or answers."""
        return self.heading is None and not self.subject and not self.letterhead


def outline(layout: Layout, chamber: Chamber | None = None) -> Outline:
    """Return the outline of a written consultation."""
    items = _items(layout.paragraphs)
    first = _body_starts(items)
    last = next((k for k in range(first, len(items)) if items[k].sort == "agenda"), len(items))
    made = Outline()
    house = house_of(chamber)
    for item in items[:first]:
        made.add("front", house, item.paragraph.text)
    body = items[first:last]
    second = next((k for k, item in enumerate(body) if item.sort == "antwoorden"), len(body))
    answered = any(item.speech for item in body[second:])
    questions, answers = _count(body[:second], body[second:])
    headed = any(item.sort in ("inbreng", "vraag") for item in questions)
    if any(item.sort == "antwoord" for item in questions) or (headed and not answered):
        _Interleaved(made).run([*questions, *answers])
    else:
        _in_two_parts(questions, answers, made)
    for item in items[last:]:
        made.add("front", house, item.paragraph.text)
    return made


def _items(paragraphs: Sequence[Paragraph]) -> list[Item]:
    items: list[Item] = []
    for k, paragraph in enumerate(paragraphs):
        text = str(paragraph)
        heading = headings.match(text, sorts=SORTS["written_consultation"])
        letterhead = heading is None and (letter.is_head(text) or signatures.signs(text, *around(paragraphs, k)))
        if heading and heading.sort == "antwoord" and not heading.numbers and items and (numbers := _bare(items[-1])):
            # 6⏎Antwoord van de Minister
            heading = replace(heading, numbers=numbers, rest=None)
            paragraph = replace(paragraph, text=join([items.pop().paragraph.text, paragraph.text], " "))
        items.append(Item(paragraph, heading, heading is None and not letterhead and is_title(paragraphs, k), letterhead))
    answers = [k for k, item in enumerate(items) if item.sort == "antwoord"]
    if len(answers) == 1 and (only := items[answers[0]].heading) and not only.numbers:
        # the one answer to all questions is the second part of the paper
        items[answers[0]] = replace(items[answers[0]], heading=replace(only, sort="antwoorden"))
    return items


def _count(questions: list[Item], answers: list[Item]) -> tuple[list[Item], list[Item]]:
    """Let bare numbers be headings: those that count on from 1 among the questions, and the same ones among the answers."""
    worded = any(item.sort in ("vraag", "antwoord") for item in (*questions, *answers))
    if worded or not any(item.speech for item in answers):
        return questions, answers
    last = most = 0
    counted = []
    for item in questions:
        numbers = _bare(item)
        found = COUNTED.match(str(item.paragraph))
        first = numbers[0] if numbers else int(found.group(1)) if found else None
        if first is not None and (first == last + 1 or first == 1):  # each faction may count for itself
            last = numbers[-1] if numbers else first
            most = max(most, last)
            if numbers:
                item = replace(item, heading=Heading("vraag", "nummer", numbers), subject=False)
        elif item.speech and (inline := _inline(str(item.paragraph), last)):
            last = inline[-1]
            most = max(most, last)
        counted.append(item)
    if not most:
        return questions, answers
    return counted, [_numbered_answer(item, most) for item in answers]


def _bare(item: Item) -> tuple[int, ...]:
    """Return the numbers of a paragraph that holds nothing else."""
    return headings.numbers_in(str(item.paragraph)) if BARE.fullmatch(str(item.paragraph)) else ()


def _numbered_answer(item: Item, last: int) -> Item:
    if item.heading:
        return item
    if (numbers := _bare(item)) and numbers[-1] <= last:
        return replace(item, heading=Heading("antwoord", "nummer", numbers), subject=False)
    if (found := COUNTED.match(str(item.paragraph))) and int(found.group(1)) <= last:
        return replace(item, heading=Heading("antwoord", "nummer", (int(found.group(1)),), rest=found.end()), subject=False)
    return item


def _plain(text: str) -> str:
    return re.sub(r"[\W\d]+", " ", text).strip().casefold()


def _body_starts(items: Sequence[Item]) -> int:
    """Return the index of the first paragraph behind the front matter, and behind the table of contents."""
    contents = next((k for k, item in enumerate(items) if item.sort == "inhoudsopgave"), None)
    if contents is not None and contents + 1 < len(items):
        listed = _plain(items[contents + 1].paragraph.lines()[0].text)  # the first entry comes again where the body begins
        for k in range(contents + 2, len(items)):
            if _plain(str(items[k].paragraph)) == listed:
                return k
    first = next((k for k, item in enumerate(items) if item.sort in ("vragen", "inbreng", "antwoord", "vraag")), None)
    if first is None:  # no heading at all: where a faction begins to speak
        return next((k for k, item in enumerate(items) if item.speech and SPEAKS.match(str(item.paragraph))), len(items))
    if items[first].sort == "antwoord":  # an excerpt that begins with a question
        while first and items[first - 1].speech and leaning(str(items[first - 1].paragraph)) > 0:
            first -= 1
    return first


def _parted(item: Item) -> tuple[Item, Item | None]:
    """Return a heading, and as an item of its own what follows on its line."""
    text = item.paragraph.text
    if item.heading is None or item.heading.rest is None:
        return item, None
    head = replace(item, paragraph=replace(item.paragraph, text=text.part(0, item.heading.rest)))
    return head, Item(replace(item.paragraph, text=text.part(item.heading.rest, len(text.text))), None)


class _Interleaved:
    """Outlines questions with their answers below them, and questions without any."""

    def __init__(
        self, made: Outline, numbered: Sequence[Numbered] = (), asked: Mapping[tuple[str, ...], Sequence[Draft]] | None = None
    ) -> None:
        self.made = made
        self.numbered = numbered  # questions that stand in the first part of the paper
        self.first_part = {group: _runs(text for draft in drafts for text in draft.texts) for group, drafts in (asked or {}).items()}
        self.turns = Turns()
        self.asked_by: tuple[str, ...] = ()
        self.zone: list[Item] = []  # what was read since the last heading that says who speaks
        self.answering: int | None = None
        self.waiting: list[Draft] = []  # questions without an answer yet
        self.counted: tuple[int, ...] = ()  # the numbers in the headings of those questions

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
                self.counted += heading.numbers
                self.asked_by = heading.factions or self.asked_by
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
        asked_by = self.asked_by or heading.factions
        numbers = heading.numbers or self.counted
        elsewhere = [question for number in numbers if (question := _question(self.numbered, number, asked_by))]
        askers = tuple(dict.fromkeys(who for question in elsewhere for who in question.asked_by))
        questions = [*self.waiting, *(draft for question in elsewhere for draft in question.drafts)]
        self.answering = self.made.exchange(numbers, asked_by or askers, questions)
        self.waiting.clear()
        self.counted = ()

    def _close(self, *, asks_on: bool) -> None:
        """Give what was read to the answer above it and to the question below it."""
        zone, cut = self.zone, 0
        if zone and self.answering is not None:
            cut = self.turns.cut([item.paragraph for item in zone], [not item.speech for item in zone], asks_on=asks_on)
        if repeated := self._repeats(zone[cut:]):
            self.asked_by = repeated
        if not self.asked_by and cut < len(zone):
            self.asked_by = next((who for item in zone[cut:] for who in factions.named(str(item.paragraph))), ())
        for k, item in enumerate(zone):
            speaker = CABINET if k < cut else self._asker()
            if item.letterhead:
                self.made.add("front", None, item.paragraph.text)
            elif item.subject:
                self.made.add("heading", speaker, item.paragraph.text, exchange=self.answering if k < cut else None)
            elif k < cut:
                self.made.add("answer", CABINET, item.paragraph.text, exchange=self.answering)
            else:
                draft = self.made.add("questions", speaker, item.paragraph.text)
                if draft and draft not in self.waiting:
                    self.waiting.append(draft)
        zone.clear()

    def _repeats(self, zone: Sequence[Item]) -> tuple[str, ...]:
        """Return who asked in the first part what stands here again above its answer; empty where it does not stand there."""
        runs = _runs(item.paragraph.text for item in zone if item.speech)
        shares = {group: len(runs & said) / len(runs) for group, said in self.first_part.items() if runs}
        best = max(shares, key=shares.__getitem__, default=())
        return best if shares.get(best, 0) >= REPEATED else ()

    def _leave(self) -> None:
        """Make an exchange of questions that nobody answers; remarks that ask nothing stay without one."""
        if any(ASKS.search(text.text) for draft in self.waiting for text in draft.texts):
            self.made.exchange((), self.asked_by, self.waiting)
        self.waiting.clear()
        self.counted = ()


def _runs(texts: Iterable[Text]) -> frozenset[tuple[str, ...]]:
    """Return every run of a few words in texts: two texts that share most of them say the same."""
    words = (re.findall(r"\w+", str(text.text).casefold()) for text in texts)
    return frozenset(run for said in words for run in zip(*(said[k:] for k in range(RUN)), strict=False))


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


@dataclass(slots=True)
class Numbered:
    """A numbered question of the first part: who asks it, and its blocks."""

    number: int
    asked_by: tuple[str, ...]
    drafts: list[Draft] = field(default_factory=list)


def _question(numbered: Sequence[Numbered], number: int, asked_by: tuple[str, ...]) -> Numbered | None:
    """Return the question with a number; where each faction counts for itself, that of the faction that is answered."""
    found = [question for question in numbered if question.number == number]
    own = [question for question in found if question.asked_by == asked_by]
    return own[0] if own else found[0] if len(found) == 1 else None


def _in_two_parts(questions: Sequence[Item], answers: Sequence[Item], made: Outline) -> None:
    """Outline all questions, and then the answers: number by number, faction by faction, subject by subject, or in one go."""
    headed = any(item.sort == "inbreng" for item in questions)
    asked_by: tuple[str, ...] = ()
    asked: dict[tuple[str, ...], list[Draft]] = {}
    numbered: list[Numbered] = []
    current: list[Numbered] = []  # the questions that are being asked
    for item in (part for whole in questions for part in _parted(whole) if part):
        text = str(item.paragraph)
        if item.heading and item.heading.sort == "inbreng":
            asked_by, current = item.heading.factions, []
        elif item.speech and not headed:
            asked_by = next(factions.named(text[:OPENING]), asked_by)
        speaker = asked_by[0] if asked_by else None
        counted = COUNTED.match(text) if item.speech else None
        numbers: Sequence[int] = ()
        if item.heading and item.heading.sort == "vraag":
            numbers = item.heading.numbers
        elif counted:
            numbers = [int(counted.group(1))]
        elif item.speech:
            numbers = _inline(text, numbered[-1].number if numbered else 0)
        if numbers:
            current = [Numbered(number, asked_by) for number in numbers]
            numbered.extend(current)
        if not item.speech:
            made.add("front" if item.letterhead else "heading", None if item.sort == "vragen" else speaker, item.paragraph.text)
        elif draft := made.add("questions", speaker, item.paragraph.text, apart=bool(numbers)):
            for drafts in (asked.setdefault(asked_by, []), *(question.drafts for question in current)):
                if draft not in drafts:
                    drafts.append(draft)
    if any(item.sort == "antwoord" for item in answers):
        _Interleaved(made, numbered, asked).run(answers)
    elif not any(item.sort == "inbreng" for item in answers) and sum(item.subject for item in answers) > 1:
        _by_subject(answers, made, asked)
    else:
        _by_faction(answers, made, asked)


def _inline(text: str, last: int) -> list[int]:
    """Return the numbers of questions that are counted within a paragraph, `… (4) Wat kost dit?`, on from the last one."""
    numbers: list[int] = []
    for found in INLINE.finditer(text):
        if int(found.group(1)) == last + 1:
            last += 1
            numbers.append(last)
    return numbers


def _by_subject(answers: Sequence[Item], made: Outline, asked: dict[tuple[str, ...], list[Draft]]) -> None:
    """Outline answers that are headed by subjects: one exchange a subject, with the factions that its text names."""
    sections: list[list[Item]] = [[]]
    for item in answers:
        if item.subject and any(other.speech for other in sections[-1]):
            sections.append([])
        sections[-1].append(item)
    answered: set[tuple[str, ...]] = set()
    for section in sections:
        text = " ".join(str(item.paragraph) for item in section if item.speech)
        groups = list(dict.fromkeys(who for who in factions.named(text) if who in asked))
        answered.update(groups)
        exchange = None
        if groups:
            drafts = [draft for group in groups for draft in asked[group]]
            exchange = made.exchange((), tuple(dict.fromkeys(who for group in groups for who in group)), drafts)
        for item in section:
            if item.speech:
                made.add("body" if exchange is None else "answer", CABINET, item.paragraph.text, exchange=exchange)
            else:
                made.add("front" if item.letterhead else "heading", CABINET, item.paragraph.text)
    _unanswered(made, {group: drafts for group, drafts in asked.items() if group not in answered})


def _by_faction(answers: Sequence[Item], made: Outline, asked: dict[tuple[str, ...], list[Draft]]) -> None:
    """Outline answers that carry no numbers: one exchange for each faction that a heading names, else that the text names."""
    headed = any(item.sort == "inbreng" for item in answers)
    exchanges: dict[tuple[str, ...], int] = {}
    current: int | None = None

    def answer(asked_by: tuple[str, ...]) -> int:
        if asked_by not in exchanges:
            exchanges[asked_by] = made.exchange((), asked_by)
        return exchanges[asked_by]

    def addressed(item: Item) -> tuple[str, ...]:
        return next((who for who in factions.named(str(item.paragraph)[:OPENING]) if who in asked), ())

    spoken = [item for item in answers if item.speech]
    if spoken and not headed and not any(addressed(item) for item in spoken):
        current = answer(tuple(dict.fromkeys(faction for group in asked for faction in group)))
    for item in answers:
        if item.heading and item.heading.sort == "inbreng":
            current = answer(item.heading.factions)
        elif item.speech and not headed and (who := addressed(item)):
            current = answer(who)
        if item.letterhead:
            made.add("front", CABINET, item.paragraph.text)
        elif not item.speech:
            made.add("heading", CABINET, item.paragraph.text, exchange=current if item.sort != "antwoorden" else None)
        else:
            made.add("body" if current is None else "answer", CABINET, item.paragraph.text, exchange=current)
    left = {}
    for group, drafts in asked.items():
        fitting = [asked_by for asked_by in exchanges if set(group) & set(asked_by)]
        if fitting:  # headed by the faction alone, before one that it shares
            made.ask(exchanges[min(fitting, key=len)], drafts)
        else:
            left[group] = drafts
    _unanswered(made, left)


def _unanswered(made: Outline, asked: dict[tuple[str, ...], list[Draft]]) -> None:
    """Make exchanges of questions that nobody answers."""
    for group, drafts in asked.items():
        if any(ASKS.search(text.text) for draft in drafts for text in draft.texts):
            made.exchange((), group, drafts)
