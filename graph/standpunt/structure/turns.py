"""Where an answer ends and the next question begins, when no heading says so: by looks where they tell, else by words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import Final

from standpunt import knowledge
from standpunt.knowledge import TurnCue
from standpunt.structure.clean import Paragraph

#: How many of the sure questions and answers must look as the layout promises before it is believed, and how many are needed.
SURE: Final = 0.9
ENOUGH: Final = 3
#: What the looks of a paragraph weigh, next to the weights of its words in turns.csv.
BOLD: Final = 20
WIDTH: Final = 6
#: A subject as a heading is a faction's: the cabinet answers point by point.
SUBJECT: Final = 3
#: Below the last answer that a faction gets, seldom anything of its own follows.
LAST: Final = 4
#: No single paragraph decides alone, however much it asks.
MOST: Final = 25
TIMES: Final = 2


@lru_cache
def _cues() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(row.woorden), row.gewicht if row.kant == "vraag" else -row.gewicht) for row in knowledge.table(TurnCue))


def leaning(text: str) -> int:
    """Return how much words sound like a faction's question (above 0) or like the cabinet's answer (below 0).

    >>> leaning("Kan de Minister dat aangeven?") > 0 > leaning("Zie het antwoord op vraag 3.")
    True
    """
    total = 0
    for pattern, weight in _cues():
        times = 0
        for _ in pattern.finditer(text):
            times += 1
            if times == TIMES:
                break
        total += weight * times
    return total


@dataclass(frozen=True, slots=True)
class Turns:
    """What tells questions from answers by their looks, learnt from paragraphs that stand directly at an answer's heading."""

    bold: bool = False  # answers are bold, questions are not
    width: float | None = None  # answers are set narrower than this, questions wider

    @classmethod
    def learn(cls, questions: Sequence[Paragraph], answers: Sequence[Paragraph]) -> Turns:
        """Return what sure questions and sure answers have in common."""
        if len(answers) < ENOUGH or len(questions) < ENOUGH:
            return cls()
        bold = _share(p.bold for p in answers) >= SURE and _share(p.bold for p in questions) <= 1 - SURE
        wide, narrow = ([p.width for p in side if p.width] for side in (questions, answers))
        width = None
        if len(wide) >= ENOUGH and len(narrow) >= ENOUGH and median(wide) > median(narrow):
            middle = (median(wide) + median(narrow)) / 2
            if _share(w > middle for w in wide) >= SURE and _share(w <= middle for w in narrow) >= SURE:
                width = middle
        return cls(bold, width)

    def cut(self, paragraphs: Sequence[Paragraph], subjects: Sequence[bool], *, asks_on: bool) -> int:
        """Return how many of the paragraphs below an answer's heading belong to the answer; the rest is the next question.

        `subjects` says which paragraphs are headings; `asks_on` that the next answer is the same faction's, so that
        its question must be among them.
        """
        most = len(paragraphs) - 1 if asks_on and len(paragraphs) > 1 else len(paragraphs)
        if most == 1:
            return 1
        scores = [self._score(paragraph, subject) for paragraph, subject in zip(paragraphs, subjects, strict=True)]
        best, highest = most, float("-inf")
        for cut in range(most, 0, -1):
            total = sum(scores[cut:]) - sum(scores[:cut]) - (LAST if cut < len(scores) and not asks_on else 0)
            if total > highest:
                best, highest = cut, total
        return best

    def _score(self, paragraph: Paragraph, subject: bool) -> float:
        if subject:
            return SUBJECT
        score = float(leaning(str(paragraph)))
        if self.bold:
            score += -BOLD if paragraph.bold else BOLD
        if self.width is not None and paragraph.width:
            score += max(-WIDTH, min(WIDTH, 2 * (paragraph.width - self.width)))
        return max(-MOST, min(MOST, score))


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
