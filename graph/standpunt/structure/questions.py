"""Kamervragen: numbered questions of one or more members, numbered answers of a minister."""

from __future__ import annotations

import re
from typing import Final

from standpunt.model import CABINET
from standpunt.structure import factions, headings, letter
from standpunt.structure.clean import Layout, Text
from standpunt.structure.draft import Draft, Outline

#: de vragen van het lid Stuivenberg (JA21) | van de leden Lahlah en Chakor (GroenLinks-PvdA) | lid Wassenberg (PvdD)
ASKERS: Final = re.compile(
    r"\b(?i:het lid|de leden|lid|leden)\s+(?P<askers>(?:[A-ZÀ-Þ]|van\b|de\b|den\b|ten\b|ter\b|[’']t\b)[^().:;?!]{1,120}\([^()]{2,40}\)"
    r"(?:\s*(?:,|en)\s*[^().:;?!]{2,60}\([^()]{2,40}\))*)"
)
NUMBERED: Final = frozenset({"vraag", "antwoord"})
ASKER: Final = re.compile(r"(?P<names>[^()]+?)\s*\((?P<faction>[^()]{2,40})\)")


def outline(layout: Layout, chamber: str | None = None) -> Outline:
    """Return the outline of written questions with their answers."""
    made = Outline()
    items = [(paragraph, headings.match(str(paragraph), sorts=NUMBERED)) for paragraph in layout.paragraphs]
    first = next((k for k, (_, heading) in enumerate(items) if heading), len(items))
    asked_by = _askers(" ".join(str(paragraph) for paragraph, _ in items[:first]), made)
    asker = asked_by[0] if asked_by else None
    letter.add(made, [paragraph for paragraph, _ in items[:first]])
    asked: dict[int, list[Draft]] = {}  # drafts of the questions without an answer yet, by number
    current: tuple[int, ...] = ()  # numbers of the question that is being asked
    answering: int | None = None

    def speak(text: Text) -> None:
        if answering is not None:
            made.add("answer", CABINET, text, exchange=answering)
        elif text.text:
            made.add("questions", asker, text)
            for number in current:
                if made.drafts[-1] not in asked[number]:
                    asked[number].append(made.drafts[-1])

    for paragraph, heading in items[first:]:
        text = paragraph.text
        if heading is None:
            speak(text)
            continue
        if heading.sort == "vraag":
            answering, current = None, heading.numbers
            for number in current:
                asked.setdefault(number, [])
        else:
            numbers = heading.numbers or tuple(asked)
            answering = _exchange(made, numbers, asked_by, asked)
        made.add(
            "heading", asker if heading.sort == "vraag" else CABINET, text.part(0, len(text.text) if heading.rest is None else heading.rest)
        )
        if heading.rest is not None:
            speak(text.part(heading.rest, len(text.text)))
    for number in tuple(asked):
        _exchange(made, (number,), asked_by, asked)
    return made


def _exchange(made: Outline, numbers: tuple[int, ...], asked_by: tuple[str, ...], asked: dict[int, list[Draft]]) -> int:
    """Make an exchange of the questions with these numbers."""
    exchange = made.exchange(numbers, asked_by)
    for number in numbers:
        for draft in asked.pop(number, []):
            draft.exchange = exchange
    return exchange


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
                    made.members[name] = faction
    return tuple(dict.fromkeys(ids))
