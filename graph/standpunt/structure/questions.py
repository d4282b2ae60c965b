"""Kamervragen: numbered questions of one or more members, numbered answers of a minister."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from standpunt.model import CABINET, Chamber, house_of
from standpunt.structure import factions, headings, letter
from standpunt.structure.clean import Layout, Paragraph, Text
from standpunt.structure.draft import Draft, Outline
from standpunt.structure.headings import Heading

#: de vragen van het lid Stuivenberg (JA21) | van de leden Lahlah en Chakor (GroenLinks-PvdA) | lid Wassenberg (PvdD)
ASKERS: Final = re.compile(
    r"\b(?i:het lid|de leden|lid|leden)\s+(?P<askers>(?:[A-ZÀ-Þ]|van\b|de\b|den\b|ten\b|ter\b|[’']t\b)[^().:;?!]{1,120}\([^()]{2,40}\)"
    r"(?:\s*(?:,|en)\s*[^().:;?!]{2,60}\([^()]{2,40}\))*)"
)
NUMBERED: Final = frozenset({"vraag", "antwoord", "nummer"})
ANSWERED: Final = re.compile(r"(?i)\bantwoord(?:en)?\b")
ASKER: Final = re.compile(r"(?P<names>[^()]+?)\s*\((?P<faction>[^()]{2,40})\)")


def outline(layout: Layout, chamber: Chamber | None = None) -> Outline:
    """Return the outline of written questions with their answers."""
    made = Outline()
    items = _numbered([(paragraph, headings.match(str(paragraph), sorts=NUMBERED)) for paragraph in layout.paragraphs])
    first = next((k for k, (_, heading) in enumerate(items) if heading and heading.sort == "vraag"), len(items))
    front = " ".join(str(paragraph) for paragraph, _ in items[:first])
    asked_by = _askers(front, made)
    asker = asked_by[0] if asked_by else house_of(chamber)  # no member is named: a committee asks
    answered = ANSWERED.search(front) is not None
    letter.add(made, [paragraph for paragraph, _ in items[:first]])
    asked: dict[int, list[Draft]] = {}  # drafts of the questions without an answer yet, by number
    current: tuple[int, ...] = ()  # numbers of the question that is being asked
    answering: int | None = None

    def speak(text: Text, counted: bool) -> None:
        nonlocal answering
        if counted and answered and answering is None and "?" not in text.text and any(asked[number] for number in current):
            answering = _exchange(made, current, asked_by, asked)  # in a list, the answer needs no heading
        if answering is not None:
            made.add("answer", CABINET, text, exchange=answering)
        elif draft := made.add("questions", asker, text):
            for number in current:
                if draft not in asked[number]:
                    asked[number].append(draft)

    counted = False
    for paragraph, heading in items[first:]:
        text = paragraph.text
        if heading is None:
            speak(text, counted)
            continue
        if heading.sort == "vraag":
            answering, current, counted = None, heading.numbers, heading.rule == "nummer"
            for number in current:
                asked.setdefault(number, [])
        else:
            answering = _exchange(made, heading.numbers or tuple(asked), asked_by, asked)
        cut = len(text.text) if heading.rest is None else heading.rest
        made.add("heading", asker if heading.sort == "vraag" else CABINET, text.part(0, cut))
        if heading.rest is not None:
            speak(text.part(cut, len(text.text)), counted)
    for number in tuple(asked):
        _exchange(made, (number,), asked_by, asked)
    return made


def _numbered(items: list[tuple[Paragraph, Heading | None]]) -> list[tuple[Paragraph, Heading | None]]:
    """Let bare numbers count as questions where no question has a heading in words, as long as they count on from 1."""
    worded = any(heading and heading.sort == "vraag" for _, heading in items)
    last = 0
    made: list[tuple[Paragraph, Heading | None]] = []
    for paragraph, heading in items:
        if heading and heading.sort == "nummer":
            counts = not worded and heading.numbers == (last + 1,)
            last += counts
            heading = replace(heading, sort="vraag") if counts else None
        made.append((paragraph, heading))
    return made


def _exchange(made: Outline, numbers: tuple[int, ...], asked_by: tuple[str, ...], asked: dict[int, list[Draft]]) -> int:
    """Make an exchange of the questions with these numbers."""
    return made.exchange(numbers, asked_by, [draft for number in numbers for draft in asked.pop(number, [])])


def _askers(front: str, made: Outline) -> tuple[str, ...]:
    """Return the factions of the members who ask, and note which member is of which faction."""
    found = ASKERS.search(front)
    if not found:
        return ()
    ids: list[str] = []
    for asker in ASKER.finditer(found["askers"]):
        faction = factions.certain(asker["faction"])
        if faction:
            ids.append(faction)
            for name in re.split(r"\s*,\s*|\s+en\s+", asker["names"].strip(" ,")):
                name = re.sub(r"^(?:en|het lid|de leden)\s+", "", name).strip()
                if name:
                    made.member(name, faction)
    return tuple(dict.fromkeys(ids))
