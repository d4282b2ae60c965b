"""Footnotes: where their texts stand, and which marker in the text calls which.

Markers are superscript (¹, <sup>1</sup>, [^1]), bracketed ([1], 1)) or plain digits glued to a word (`verbeteren2.`).
Plain digits count as a marker only when a footnote with that number exists, so that G7, F-16 and `Normandie4 format`
stay what they are. Numbers may start anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from standpunt.structure.lines import Line

Style = Literal["raised", "bracket", "paren", "plain"]

RAISED_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

#: Line beginnings of footnote texts, by the style of their number.
BODY: Final[dict[Style, re.Pattern[str]]] = {
    "raised": re.compile(r"\**(?:<sup>\s*(\d{1,3})\s*\)?</sup>|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\**\s*(?=\S)|\[\^(\d{1,3})\]:\s*"),
    "bracket": re.compile(r"\[(\d{1,3})\]\s+(?=\S)"),
    "paren": re.compile(r"(\d{1,3})\)\s+(?=\S)"),
    "plain": re.compile(r"(\d{1,3})\s+(?=[\"«“„(]?(?:[A-ZÀ-Þ]|http|www|idem\b|zie\b|o\.a\.))"),
}

#: Markers in the text, by style. Plain ones are glued to the end of a word or to the punctuation after it.
MARKER: Final[dict[Style, re.Pattern[str]]] = {
    "raised": re.compile(r"<sup>\s*(\d{1,3})\s*\)?</sup>|(?<!\bm)(?<!\bkm)(?<!\bcm)(?<!\bCO)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[\^(\d{1,3})\]"),
    "bracket": re.compile(r"(?<=\S)\s?\[(\d{1,3})\]"),
    "paren": re.compile(r"(?<=\S)[^\S\n]?(\d{1,3})\)(?!\w)"),
    "plain": re.compile(r"(\d{1,3})(?=[\s.,;:?!»”\"’')\]]|$)(?![.,]\d)"),
}

#: What stands before a plain marker: the end of a word, or punctuation behind one.
GLUED: Final = re.compile(r".*(?:[a-zà-ÿ]|[^\W\d_][.,;:?!»”\"’')]|[»”\"’')][.,;:?!])", re.DOTALL)
#: (artikel 2): the bracket closes something that was opened.
OPENED: Final = re.compile(r"\([^()]*\Z")
#: Signs without which a text has no marker of a style.
SIGNS: Final[dict[Style, tuple[str, ...]]] = {"raised": ("<sup>", "[^", *"⁰¹²³⁴⁵⁶⁷⁸⁹"), "bracket": ("[",), "paren": (")",), "plain": ("",)}
#: A footnote's line that reaches this far may go on in the next line.
FULL_LINE: Final = 60


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a footnote: source spans, one a line, its number left out."""

    number: str
    start: int  # where its number stands
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker in the text and the footnote that it calls, as an index into the footnotes."""

    start: int
    end: int
    body: int


@dataclass(frozen=True, slots=True)
class Footnotes:
    """All footnotes of a source text; `lines` are the indices of the lines that they fill."""

    bodies: tuple[Body, ...]
    markers: tuple[Marker, ...]
    lines: frozenset[int]


def _number(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group).translate(RAISED_DIGITS)


def find(source: str, lines: Sequence[Line], running: set[int]) -> Footnotes:
    """Return the footnotes of a source text; `running` are the indices of lines that are headers and footers."""
    candidates = {style: _candidates(source, style) for style in MARKER}
    numbers = {style: {number for _, _, number in found} for style, found in candidates.items()}
    bodies: list[tuple[Style, Body]] = []
    taken: set[int] = set()
    i = 0
    while i < len(lines):
        opened = _opens(lines, i, running, taken, numbers)
        if not opened:
            i += 1
            continue
        style, number, skip = opened
        start = lines[i].start
        spans = [(start + skip, lines[i].end)]
        taken.add(i)
        while i + 1 < len(lines) and _goes_on(lines, i, running, taken, numbers):
            i += 1
            taken.add(i)
            spans.append((lines[i].start, lines[i].end))
        bodies.append((style, Body(number, start, tuple(spans))))
        i += 1
    return Footnotes(tuple(body for _, body in bodies), _markers(candidates, bodies), frozenset(taken))


def _candidates(source: str, style: Style) -> list[tuple[int, int, str]]:
    """Return what may be a marker: start, end, number."""
    if not any(sign in source for sign in SIGNS[style]):
        return []
    found = [(m.start(), m.end(), _number(m)) for m in MARKER[style].finditer(source)]
    if style == "plain":
        return [each for each in found if GLUED.fullmatch(source, max(0, each[0] - 3), each[0])]
    if style == "paren":
        return [each for each in found if not OPENED.search(source, max(0, each[0] - FULL_LINE), each[0])]
    return found


def _opens(
    lines: Sequence[Line], i: int, running: set[int], taken: set[int], numbers: dict[Style, set[str]]
) -> tuple[Style, str, int] | None:
    """Return style, number and length of the number when line `i` begins a footnote."""
    text = lines[i].raw
    if not text or i in running:
        return None
    before = lines[i - 1].raw if i else ""
    at_start = not before or i - 1 in running or i - 1 in taken
    for style, pattern in BODY.items():
        match = pattern.match(text)
        free = at_start or (style == "paren" and before.endswith((".", ")", "?")))
        if match and (style == "raised" or (free and _number(match) in numbers[style])):
            return style, _number(match), match.end()
    return None


def _goes_on(lines: Sequence[Line], i: int, running: set[int], taken: set[int], numbers: dict[Style, set[str]]) -> bool:
    """Tell whether the footnote in line `i` goes on in the next line."""
    text, after = lines[i].raw, lines[i + 1].raw
    if not after or i + 1 in running or _opens(lines, i + 1, running, taken, numbers):
        return False
    complete = text.endswith((".", ")", ">"))
    new_page = lines[i + 1].indented and not lines[i].indented
    if new_page or (complete and after[0].islower()):
        return False
    return not complete or len(text) >= FULL_LINE


def _markers(candidates: dict[Style, list[tuple[int, int, str]]], bodies: Sequence[tuple[Style, Body]]) -> tuple[Marker, ...]:
    """Give each marker its footnote: the next one below with its number, else the nearest above."""
    inside = [(body.start, body.spans[-1][1]) for _, body in bodies]
    markers: list[Marker] = []
    for style, found in candidates.items():
        own = [k for k, (kind, _) in enumerate(bodies) if kind == style]
        chosen: dict[int, Marker] = {}
        for start, end, number in found:
            if any(a <= start < b for a, b in inside):
                continue
            same = [k for k in own if bodies[k][1].number == number]
            below = [k for k in same if bodies[k][1].start > start]
            if not same:
                continue
            body = below[0] if below else same[-1]
            marker = Marker(start, end, body)
            if style == "plain":  # of several digits that might call it, the nearest does
                before = chosen.get(body)
                if before is None or abs(marker.start - bodies[body][1].start) < abs(before.start - bodies[body][1].start):
                    chosen[body] = marker
            else:
                markers.append(marker)
        markers.extend(chosen.values())
    return tuple(sorted(markers, key=lambda marker: marker.start))
