"""Written consultations: who asks, and which answer answers what.

Three layouts: answers between the questions; all questions first and the answers in a second part, faction by faction;
and the inbreng, questions that nobody has answered yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median
from typing import Final

from standpunt import knowledge
from standpunt.knowledge import TurnCue
from standpunt.model import CABINET
from standpunt.structure import headings
from standpunt.structure.clean import Layout, Paragraph
from standpunt.structure.draft import Outline
from standpunt.structure.headings import SORTS, Heading
from standpunt.structure.titles import is_title

HOUSE: Final = "org/TweedeKamer"
#: How many of the sure questions and answers must look as a layout promises before it is believed.
SURE: Final = 0.9


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph with what it says as a heading."""

    paragraph: Paragraph
    heading: Heading | None
    title: bool  # a heading without a meaning of its own: a subject

    @property
    def sort(self) -> str | None:
        """What kind of heading it is, if any."""
        return self.heading.sort if self.heading else None


def outline(layout: Layout, chamber: str | None = None) -> Outline:
    """Return the outline of a written consultation."""
    items = _items(layout.paragraphs)
    first = _body_starts(items)
    made = Outline()
    house = "org/EersteKamer" if chamber == "EK" else HOUSE
    for item in items[:first]:
        made.add("heading" if item.heading or item.title else "front", house, item.paragraph.text)
    body = items[first:]
    if any(item.sort == "antwoord" for item in body):
        _interleaved(body, made)
    else:
        _in_parts(body, made)
    return made


def _items(paragraphs: Sequence[Paragraph]) -> list[Item]:
    items = []
    for k, paragraph in enumerate(paragraphs):
        heading = headings.match(str(paragraph), sorts=SORTS["written_consultation"])
        items.append(Item(paragraph, heading, heading is None and is_title(paragraphs, k)))
    answers = [item for item in items if item.sort == "antwoord"]
    unnumbered = [item for item in answers if item.heading and not item.heading.numbers]
    if len(unnumbered) == 1 and len(answers) == 1:
        # one answer for all questions is the second part of the paper
        items = [
            replace(item, heading=replace(item.heading, sort="antwoorden")) if item.sort == "antwoord" and item.heading else item
            for item in items
        ]
    return items


def _plain(paragraph: Paragraph) -> str:
    return re.sub(r"[\W\d]+", " ", str(paragraph)).strip().casefold()


def _body_starts(items: Sequence[Item]) -> int:
    """Return the index of the first paragraph behind the front matter, and behind the table of contents."""
    starts = [k for k, item in enumerate(items) if item.sort in ("vragen", "inbreng", "antwoord", "vraag")]
    if not starts:
        return len(items)
    contents = next((k for k, item in enumerate(items) if item.sort == "inhoudsopgave"), None)
    if contents is None:
        return starts[0]
    listed: set[str] = set()
    for k in range(contents + 1, len(items)):
        plain = _plain(items[k].paragraph)
        if plain in listed:
            return k
        listed.add(plain)
    return starts[0]


def _interleaved(items: Sequence[Item], made: Outline) -> None:
    """Outline questions with their answers below them."""
    turns = Turns.learn(items)
    asked_by: tuple[str, ...] = ()
    zone: list[Item] = []  # paragraphs since the last heading that says who speaks
    answering: int | None = None
    pending: list[int] = []  # drafts of questions that wait for their answer

    def close(next_answer: bool) -> None:
        """Give the paragraphs of the zone to the answer above them and to the questions below them."""
        cut = turns.cut(zone, next_answer) if answering is not None else 0
        for k, item in enumerate(zone):
            speaker = CABINET if k < cut else _speaker(asked_by)
            if item.title:
                made.add("heading", speaker, item.paragraph.text)
            elif k < cut:
                made.add("answer", CABINET, item.paragraph.text, exchange=answering)
            else:
                made.add("questions", speaker, item.paragraph.text, exchange=PENDING)
        zone.clear()

    for item in items:
        heading = item.heading
        if heading is None:
            zone.append(item)
            continue
        close(next_answer=heading.sort in ("antwoord", "vraag"))
        text = item.paragraph.text
        head, tail = (text.part(0, heading.rest), text.part(heading.rest, len(text.text))) if heading.rest is not None else (text, None)
        if heading.sort == "antwoord":
            answering = made.exchange(heading.numbers, asked_by)
            _settle(made, answering)
            made.add("heading", CABINET, head)
            if tail:
                zone.append(Item(replace(item.paragraph, text=tail), None, False))
        elif heading.sort == "vraag":
            answering = None
            made.add("heading", _speaker(asked_by), head)
            if tail:
                zone.append(Item(replace(item.paragraph, text=tail), None, False))
        else:
            _leave(made, asked_by, pending)
            answering = None
            if heading.sort == "inbreng":
                asked_by = heading.factions
            made.add("heading", _speaker(asked_by) if heading.sort == "inbreng" else None, text)
    close(next_answer=False)
    _leave(made, asked_by, pending)


#: Stands for the exchange of questions whose answer was not met yet.
PENDING: Final = -1


def _settle(made: Outline, exchange: int) -> None:
    """Give the questions that wait for an answer to an exchange."""
    for draft in made.drafts:
        if draft.exchange == PENDING:
            draft.exchange = exchange


def _leave(made: Outline, asked_by: tuple[str, ...], pending: Sequence[int]) -> None:
    """Make an exchange of questions that nobody answers; remarks that ask nothing stay without one."""
    waiting = [draft for draft in made.drafts if draft.exchange == PENDING]
    if not waiting:
        return
    asks = any(_asks(text.text) for draft in waiting for text in draft.texts)
    exchange = made.exchange((), asked_by) if asks else None
    for draft in waiting:
        draft.exchange = exchange


def _asks(text: str) -> bool:
    return "?" in text or re.search(r"\b(?:vraagt|vragen|vernemen|verneemt)\b", text) is not None


def _speaker(asked_by: tuple[str, ...]) -> str | None:
    return asked_by[0] if asked_by else None


def _in_parts(items: Sequence[Item], made: Outline) -> None:
    """Outline all questions first, and then all answers, if there are any."""
    asked_by: tuple[str, ...] = ()
    answers = False
    asked: dict[tuple[str, ...], list[Item]] = {}
    current: int | None = None
    questions: dict[str, list[int]] = {}
    answered: dict[tuple[str, ...], int] = {}
    part = [item for item in items]
    split = next((k for k, item in enumerate(part) if item.sort == "antwoorden"), len(part))
    has_answers = any(item.heading is None for item in part[split:])
    for k, item in enumerate(part):
        text = item.paragraph.text
        heading = item.heading
        if k >= split:
            answers = True
        if not answers:
            if heading:
                if heading.sort == "inbreng":
                    asked_by = heading.factions
                    if not has_answers:
                        current = made.exchange((), asked_by)
                made.add("heading", _speaker(asked_by) if heading.sort == "inbreng" else None, text)
            elif item.title:
                made.add("heading", _speaker(asked_by), text)
            else:
                made.add("questions", _speaker(asked_by), text, exchange=None if has_answers else current)
                questions.setdefault(asked_by[0], []).append(len(made.drafts) - 1) if asked_by else None
        elif heading:
            if heading.sort == "inbreng":
                current = made.exchange((), heading.factions)
                answered[heading.factions] = current
            else:
                current = None
            made.add("heading", CABINET, text)
        elif item.title:
            made.add("heading", CABINET, text)
        else:
            made.add("answer" if current is not None else "body", CABINET, text, exchange=current)
    if has_answers:
        _match_parts(made, questions)


def _match_parts(made: Outline, questions: dict[str, list[int]]) -> None:
    """Give each faction's questions to the answer that is headed by that faction alone, else to one that it shares."""
    for asker, drafts in questions.items():
        own = [k for k, exchange in enumerate(made.exchanges) if asker in exchange.asked_by]
        own.sort(key=lambda k: (len(made.exchanges[k].asked_by), k))
        for draft in drafts:
            made.drafts[draft].exchange = own[0] if own else None


@lru_cache
def _cues() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(row.woorden), row.gewicht if row.kant == "vraag" else -row.gewicht) for row in knowledge.table(TurnCue))


def leaning(text: str) -> int:
    """Return how much a paragraph's words sound like a faction's question (above 0) or like the cabinet's answer (below 0)."""
    return sum(weight * min(len(pattern.findall(text)), 2) for pattern, weight in _cues())


@dataclass(frozen=True, slots=True)
class Turns:
    """What in a paper's looks tells questions from answers, learnt from those that stand directly at a heading."""

    bold: bool = False  # answers are bold
    width: float | None = None  # answers' lines stay below it, questions' lines exceed it

    @classmethod
    def learn(cls, items: Sequence[Item]) -> Turns:
        """Return what the paragraphs directly above and directly below the answers' headings have in common."""
        answers, questions = [], []
        for k, item in enumerate(items):
            if item.sort != "antwoord":
                continue
            if k + 1 < len(items) and items[k + 1].heading is None and not items[k + 1].title:
                answers.append(items[k + 1].paragraph)
            if k and items[k - 1].heading is None and not items[k - 1].title and (k < 2 or items[k - 2].sort != "antwoord"):
                questions.append(items[k - 1].paragraph)
        if len(answers) < 3 or len(questions) < 3:
            return cls()
        bold = _share(p.bold for p in answers) >= SURE and _share(p.bold for p in questions) <= 1 - SURE
        wide = [p.width for p in questions if p.width]
        narrow = [p.width for p in answers if p.width]
        width = None
        if len(wide) >= 3 and len(narrow) >= 3 and median(wide) > median(narrow):
            middle = (median(wide) + median(narrow)) / 2
            if _share(w > middle for w in wide) >= SURE and _share(w <= middle for w in narrow) >= SURE:
                width = middle
        return cls(bold, width)

    def score(self, item: Item) -> float:
        """Return how much a paragraph looks and sounds like a question (above 0) or an answer (below 0)."""
        paragraph = item.paragraph
        if item.title:
            return 3.0  # a new subject is the faction's
        score = float(leaning(str(paragraph)))
        if self.bold:
            score += -20 if paragraph.bold else 20
        if self.width is not None and paragraph.width:
            far = abs(paragraph.width - self.width)
            score += (6 if paragraph.width > self.width else -6) if far > 1 else 0
        return max(-25.0, min(25.0, score))

    def cut(self, zone: Sequence[Item], next_answer: bool) -> int:
        """Return how many paragraphs below an answer's heading belong to the answer; the rest asks on."""
        if not zone:
            return 0
        scores = [self.score(item) for item in zone]
        most = len(zone) - 1 if next_answer and len(zone) > 1 else len(zone)
        best, best_score = most, float("-inf")
        for cut in range(most, 0, -1):
            total = sum(scores[cut:]) - sum(scores[:cut])
            if not next_answer and cut < len(zone):
                total -= 4  # below the last answer of a faction seldom anything follows
            if total > best_score:
                best, best_score = cut, total
        return best


def _share(values: object) -> float:
    listed = list(values)  # type: ignore[call-overload]
    return sum(listed) / len(listed) if listed else 0.0
