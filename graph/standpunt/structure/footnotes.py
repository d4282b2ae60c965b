"""Footnotes: where their texts stand, and which marker in the text calls which.

Markers are superscript (¹, <sup>1</sup>, [^1]) or plain digits glued to a word (`verbeteren2.`). Plain digits count as a marker
only when a footnote with that number exists, so that G7, F-16 and `Normandie4 format` stay what they are. Numbers may start anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Style = Literal["raised", "plain", "bracket"]

RAISED_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

#: Line beginnings of footnote texts, by the style of their number.
BODY: Final[dict[Style, re.Pattern[str]]] = {
    "raised": re.compile(r"\**(?:<sup>\s*(\d{1,3})\s*\)?</sup>|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\**\s*(?=\S)|\[\^(\d{1,3})\]:\s*"),
    "bracket": re.compile(r"\[(\d{1,3})\]\s+(?=\S)"),
    "plain": re.compile(r"(\d{1,3})\)?\s+(?=[\"«“„(]?(?:[A-ZÀ-Þ]|http|www|idem\b|zie\b|o\.a\.))"),
}

#: Markers in the text, by style. Plain ones are glued to the end of a word or to the punctuation after it.
MARKER: Final[dict[Style, re.Pattern[str]]] = {
    "raised": re.compile(r"<sup>\s*(\d{1,3})\s*\)?</sup>|(?<!\bm)(?<!\bkm)(?<!\bcm)(?<!\bCO)([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[\^(\d{1,3})\]"),
    "bracket": re.compile(r"(?<=\S)\s?\[(\d{1,3})\]"),
    "plain": re.compile(
        r"(?:(?<=[a-zà-ÿ])|(?<=[^\W\d_][.,;:?!»”\"’')])|(?<=[»”\"’')][.,;:?!]))(\d{1,3})(?:\)(?!\w)|(?=[\s.,;:?!»”\"’')\]]|$))(?![.,]\d)"
    ),
}

SUPERSCRIPT_TAG: Final = re.compile(r"</?sup>")
#: A footnote's line that reaches this far may go on in the next line.
FULL_LINE: Final = 60


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a footnote: source spans, one a line, its number left out."""

    number: str
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


def find(source: str, lines: Sequence[tuple[int, int, str]], running: set[int]) -> Footnotes:
    """Return the footnotes of a source text that is given as lines (start, end, text); `running` are headers and footers."""
    candidates = {style: [(m.start(), m.end(), _number(m)) for m in pattern.finditer(source)] for style, pattern in MARKER.items()}
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
        start, end, _ = lines[i]
        spans = [(start + skip, end)]
        taken.add(i)
        while i + 1 < len(lines) and _goes_on(lines, i, running, taken, numbers):
            i += 1
            taken.add(i)
            spans.append(lines[i][:2])
        bodies.append((style, Body(number, tuple(spans))))
        i += 1
    return Footnotes(tuple(body for _, body in bodies), _markers(candidates, bodies), frozenset(taken))


def _opens(
    lines: Sequence[tuple[int, int, str]], i: int, running: set[int], taken: set[int], numbers: dict[Style, set[str]]
) -> tuple[Style, str, int] | None:
    """Return style, number and length of the number when line `i` begins a footnote."""
    text = lines[i][2]
    if not text or i in running:
        return None
    at_start = i == 0 or not lines[i - 1][2] or i - 1 in running or i - 1 in taken
    for style, pattern in BODY.items():
        match = pattern.match(text)
        if match and (style == "raised" or (at_start and _number(match) in numbers[style])):
            return style, _number(match), match.end()
    return None


def _goes_on(lines: Sequence[tuple[int, int, str]], i: int, running: set[int], taken: set[int], numbers: dict[Style, set[str]]) -> bool:
    """Tell whether the footnote in line `i` goes on in the next line."""
    text, after = lines[i][2], lines[i + 1][2]
    if not after or i + 1 in running or _opens(lines, i + 1, running, taken, numbers):
        return False
    complete = text.endswith((".", ")", ">"))
    new_page = lines[i + 1][0] > lines[i][1] + 1 and len(after) > 0 and _indented(lines, i)
    if new_page or (complete and after[0].islower()):
        return False
    return not complete or len(text) >= FULL_LINE


def _indented(lines: Sequence[tuple[int, int, str]], i: int) -> bool:
    """Tell whether white space stands before line `i + 1` but not before line `i`: the first line of a page in text from a PDF."""
    gap_after = lines[i + 1][0] - lines[i][1]
    gap_before = lines[i][0] - lines[i - 1][1] if i else 1
    return gap_after > max(gap_before, 1) + 1 or gap_after > 2


def _markers(candidates: dict[Style, list[tuple[int, int, str]]], bodies: Sequence[tuple[Style, Body]]) -> tuple[Marker, ...]:
    """Give each marker its footnote: the next one below with its number, else the nearest above."""
    spans = [body.spans for _, body in bodies]
    inside = [(part[0][0] - 12, part[-1][1]) for part in spans]
    markers: list[Marker] = []
    for style, found in candidates.items():
        own = [k for k, (kind, _) in enumerate(bodies) if kind == style]
        chosen: dict[int, Marker] = {}
        for start, end, number in found:
            if any(a <= start < b for a, b in inside):
                continue
            same = [k for k in own if bodies[k][1].number == number]
            below = [k for k in same if spans[k][0][0] > start]
            if not same:
                continue
            body = below[0] if below else same[-1]
            marker = Marker(start, end, body)
            if style == "plain":  # of several digits that might call it, the nearest does
                before = chosen.get(body)
                if before is None or _distance(marker, spans[body]) < _distance(before, spans[body]):
                    chosen[body] = marker
            else:
                markers.append(marker)
        markers.extend(chosen.values())
    return tuple(sorted(markers, key=lambda marker: marker.start))


def _distance(marker: Marker, spans: Sequence[tuple[int, int]]) -> int:
    return abs(spans[0][0] - marker.start)
