"""Source text → paragraphs as a reader sees them, every character knowing where it stands in the source.

Undone are what a page does to a text: line breaks and the hyphens before them, page breaks with their headers and
footers, footnotes between two halves of a sentence, Markdown's emphasis.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final, Literal

from standpunt.model import OffsetMap
from standpunt.structure import footnotes
from standpunt.structure.footnotes import Marker
from standpunt.structure.hyphens import hyphen
from standpunt.structure.lines import HASHES, MARKED, MARKUP, Line, running_lines
from standpunt.structure.words import ends_open


@dataclass(frozen=True, slots=True)
class Text:
    """A cleaned text and where it stands: run `k` begins at `at[k]` in the text and at `source[k]` in the source."""

    text: str
    at: tuple[int, ...]
    source: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where the text begins in the source."""
        return self.source[0]

    @property
    def end(self) -> int:
        """Where the text ends in the source."""
        return self.source[-1] + len(self.text) - self.at[-1]

    @property
    def offsets(self) -> OffsetMap:
        """The way from the text to the source."""
        return OffsetMap(self.at, self.source)

    def part(self, at: int, to: int) -> Text:
        """Return `text[at:to]` without white space around it."""
        piece = self.text[at:to]
        to = at + len(piece.rstrip())
        at += len(piece) - len(piece.lstrip())
        if at >= to:
            return EMPTY
        first, last = bisect_right(self.at, at) - 1, bisect_left(self.at, to)
        source = (self.source[first] + at - self.at[first], *self.source[first + 1 : last])
        return Text(self.text[at:to], (0, *(run - at for run in self.at[first + 1 : last])), source)


EMPTY: Final = Text("", (), ())


def join(parts: Sequence[Text], between: str | Sequence[str]) -> Text:
    """Return the parts as one text.

    `between` is one character that stands for the white space behind each part, or nothing; or a list of them, one a gap.
    """
    if not parts:
        return EMPTY
    gaps = [between] * (len(parts) - 1) if isinstance(between, str) else between
    text: list[str] = []
    at: list[int] = []
    source: list[int] = []
    length = end = 0
    for part, gap in zip(parts, ("", *gaps), strict=True):
        if gap:
            text.append(gap)
            if not source or end != source[-1] + length - at[-1]:
                at.append(length)
                source.append(end)
            length += 1
        for run, start in zip(part.at, part.source, strict=True):
            if not source or start != source[-1] + length + run - at[-1]:
                at.append(length + run)
                source.append(start)
        text.append(part.text)
        length += len(part.text)
        end = part.end
    return Text("".join(text), tuple(at), tuple(source))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and what its looks tell."""

    text: Text
    level: int = 0  # of a Markdown heading; 0: not marked as one
    bold: bool = False  # all of it
    width: int = 0  # length of its longest line, where it has several
    page: bool = False  # a page ends between the paragraph before and this one
    item: bool = False  # of a list
    footnote: str | None = None  # its number
    ends: tuple[int, ...] = ()  # where in the text a line of the source ended

    def __str__(self) -> str:
        return self.text.text

    def lines(self) -> list[Text]:
        """Return the paragraph line by line, as the source has it."""
        edges = (0, *self.ends, len(self.text.text))
        return [line for at, to in pairwise(edges) if (line := self.text.part(at, to)).text]


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole source, cleaned: paragraphs in reading order, footnotes apart."""

    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Paragraph, ...]
    markers: tuple[Marker, ...]


#: Whether a line begins a paragraph whatever stands before it, is one by itself, or goes with a clause that ends above it.
LineStart = Literal["", "begins", "alone", "clause"]

BULLET: Final = re.compile(r"(?:[-–—•▪●◦·*+o]|\(?\d{1,2}[.)]|\(?[a-z][.)]|\([ivx]+\))\s+(?=\S)")
WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![-­]\s*\n)")
#: White space that is more, or other, than a space.
WIDE: Final = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
TERMINAL: Final = re.compile(r"[.?!:;][»”\")’'\]]*$")
END_OF_SENTENCE: Final = re.compile(r"[.?!][»”\")’'\]]*$")

#: Lines of a text that was wrapped by hand or by a printer stay below this; a longer line is a paragraph.
WRAPPED: Final = 130
#: A line below this share of the usual length ends a paragraph when its sentence ends too.
SHORT_LINE: Final = 0.6
#: A paragraph that is cut off in mid-sentence is long, unlike most headings; no heading is longer than the second figure.
CUT_OFF: Final = 60
LONG_HEADING: Final = 120
COUNTED: Final = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
ITEM: Final = re.compile(r"[-–—•▪●◦·*+]\s+(?=\S)")


def paragraphs(source: str, lines: Sequence[Line], start_of: Callable[[str], LineStart]) -> Layout:
    """Return the paragraphs of a source text; `start_of` tells where one begins although no empty line stands before it."""
    running = running_lines(lines)
    notes = footnotes.find(source, lines, running)
    words = frozenset(word.casefold() for word in WORD.findall(source))
    cleaner = _Cleaner(source, {marker.start: marker.end for marker in notes.markers}, words)
    long = [len(line.raw) for line in lines if line.raw]
    wrapped = max(long, default=0) <= WRAPPED
    usual = sorted(long)[int(len(long) * 0.9)] if long else 0
    found: list[Paragraph] = []
    current: list[Line] = []
    page = False

    def flush() -> None:
        nonlocal page
        if current:
            made = cleaner.paragraph(current)
            if made.text.text:
                found.append(replace(made, page=page))
                page = False
            current.clear()

    for i, line in enumerate(lines):
        if not line.raw:
            flush()
        elif i in running or i in notes.lines:
            flush()
            page = True
        elif current and _breaks(current[-1], line, wrapped=wrapped, usual=usual, start_of=start_of):
            flush()
            current.append(line)
        else:
            current.append(line)
    flush()
    bodies = tuple(cleaner.footnote(body) for body in notes.bodies)
    return Layout(tuple(_mend(found, cleaner, start_of)), bodies, notes.markers)


def _breaks(before: Line, line: Line, *, wrapped: bool, usual: int, start_of: Callable[[str], LineStart]) -> bool:
    """Tell whether a new paragraph begins at a line although no empty line stands before it."""
    if HASHES.match(before.raw) or HASHES.match(line.raw) or start_of(before.bare) == "alone":
        return True
    start = start_of(line.bare)
    if start in ("begins", "alone"):
        return True
    ended = TERMINAL.search(before.bare) is not None
    if start == "clause":
        return ended or before.bare.endswith(",")
    if ITEM.match(line.raw):
        return ended or line.raw[2:].lstrip()[:1].isupper()
    if COUNTED.match(line.raw):
        return ended or COUNTED.match(before.raw) is not None
    if not wrapped:
        return ended
    new_page = line.indented and not before.indented
    short = len(before.raw) < usual * SHORT_LINE
    return END_OF_SENTENCE.search(before.bare) is not None and not line.bare[:1].islower() and (new_page or short)


def _mend(found: Sequence[Paragraph], cleaner: _Cleaner, start_of: Callable[[str], LineStart]) -> list[Paragraph]:
    """Put paragraphs together again that the end of a page cut in two."""
    mended: list[Paragraph] = []
    for paragraph in found:
        if mended and _continues(mended[-1], paragraph, start_of):
            first = mended.pop()
            text = cleaner.glue(first.text, paragraph.text)
            paragraph = replace(first, text=text, width=max(first.width, paragraph.width))
        mended.append(paragraph)
    return mended


def _continues(first: Paragraph, second: Paragraph, start_of: Callable[[str], LineStart]) -> bool:
    """Tell whether a paragraph goes on in the next one, across the end of a page."""
    left, right = str(first), str(second)
    if first.level or second.level or second.item or first.bold != second.bold or TERMINAL.search(left):
        return False
    if start_of(left) == "alone" or start_of(right):
        return False
    lower = right[0].islower() or (right[0] in "«(“" and right[1:2].islower())
    long = len(left) > CUT_OFF
    if left.endswith("-") and left[-2:-1].isalnum():
        return lower or second.page
    if left.endswith(","):
        return second.page and lower and long
    if lower:
        return second.page or long or left.islower()  # a single word from a broken line
    # Vindt de⏎⏎Minister dat …, alsmede de EU⏎⏎Hoge Vertegenwoordiger …: a capital may follow where the first half is no heading
    return long and (ends_open(left) or (second.page and len(left) > LONG_HEADING))


#: No word is longer; more of a line is not searched for one.
LONGEST_WORD: Final = 80


class _Cleaner:
    """Makes cleaned text out of source lines; knows the paper's words, to judge hyphens by, and its footnote markers."""

    def __init__(self, source: str, markers: dict[int, int], words: frozenset[str]) -> None:
        self.source = source
        self.markers = markers
        self.marked = sorted(markers)
        self.words = words

    def paragraph(self, lines: Sequence[Line]) -> Paragraph:
        """Return source lines as one paragraph."""
        head = HASHES.match(lines[0].raw)
        spans = [(line.start, line.end) for line in lines]
        if head:
            spans[0] = (lines[0].start + head.end(), lines[0].end)
        text, ends = self.lines(spans)
        return Paragraph(
            text,
            level=len(head.group(1)) if head else 0,
            bold=self.source.startswith("**", spans[0][0]) and lines[-1].raw.endswith("**"),
            width=max(len(line.raw) for line in lines) if len(lines) > 1 else 0,
            item=BULLET.match(lines[0].bare) is not None,
            ends=ends,
        )

    def footnote(self, body: footnotes.Body) -> Paragraph:
        """Return a footnote's text as a paragraph."""
        return Paragraph(self.lines(body.spans)[0], footnote=body.number)

    def lines(self, spans: Sequence[tuple[int, int]]) -> tuple[Text, tuple[int, ...]]:
        """Return source spans, one a line, as one text, and where in it the lines end."""
        parts: list[Text] = []
        gaps: list[str] = []
        for start, end in spans:
            line = self.line(start, end)
            if line.text and parts:
                parts[-1], gap = self.gap(parts[-1], line)
                gaps.append(gap)
            if line.text:
                parts.append(line)
        if not parts:
            return EMPTY, ()
        lengths = accumulate(len(part.text) + len(gap) for part, gap in zip(parts, gaps, strict=False))
        return join(parts, gaps), tuple(lengths)

    def line(self, start: int, end: int) -> Text:
        """Return a source span without markup, markers of footnotes and runs of white space."""
        cuts = self._cuts(start, end)
        if not cuts:
            return Text(self.source[start:end], (0,), (start,)) if start < end else EMPTY
        parts: list[Text] = []
        at = start
        for cut, to, instead in [*sorted(cuts), (end, end, "")]:
            if cut > at:
                parts.append(Text(self.source[at:cut], (0,), (at,)))
            if cut >= at and instead:
                parts.append(Text(instead, (0,), (cut,)))
            at = max(at, to)
        return join(parts, "").part(0, end - start)

    def _cuts(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return what falls out of a source span, and what stands in its place."""
        cuts = [(m.start(), m.end(), " ") for m in WIDE.finditer(self.source, start, end)]
        if MARKED.search(self.source, start, end):
            cuts += [(m.start(), m.end(), "") for m in MARKUP.finditer(self.source, start, end)]
        first = bisect_left(self.marked, start)
        cuts += [(marker, self.markers[marker], "") for marker in self.marked[first : bisect_left(self.marked, end)]]
        return cuts

    def glue(self, left: Text, right: Text) -> Text:
        """Put two halves of a paragraph together."""
        left, gap = self.gap(left, right)
        return join([left, right], gap)

    def gap(self, left: Text, right: Text) -> tuple[Text, str]:
        """Return the left of two lines, without its hyphen where the word has none, and what stands between them."""
        inside = len(left.text) > 1 and left.text[-2].isalnum() and right.text[0].isalnum()
        if inside and left.text.endswith("-"):
            match hyphen(_last_word(left.text[:-1]), _first_word(right.text), self.words):
                case "none":
                    return left.part(0, len(left.text) - 1), ""
                case "hyphen":
                    return left, ""
        return left, "" if inside and left.text.endswith(("–", "/")) else " "


def _last_word(text: str) -> str:
    return re.split(r"[\s(«„“\"/]", text[-LONGEST_WORD:])[-1]


def _first_word(text: str) -> str:
    match = re.match(r"[\w’'-]+", text)
    return match.group().rstrip("-’'") if match else text[:1]


def around(paragraphs: Sequence[Paragraph], k: int) -> tuple[str, str]:
    """Return the texts of the paragraphs before and after paragraph `k`."""
    return str(paragraphs[k - 1]) if k else "", str(paragraphs[k + 1]) if k + 1 < len(paragraphs) else ""
