"""Source text → paragraphs as a reader sees them, every character knowing where it stands in the source.

Undone are what a page does to a text: line breaks and the hyphens before them, page breaks with their headers and
footers, footnotes between two halves of a sentence, Markdown's emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from standpunt import knowledge
from standpunt.knowledge import HyphenPart
from standpunt.model import OffsetMap
from standpunt.structure import footnotes
from standpunt.structure.footnotes import Marker


@dataclass(frozen=True, slots=True)
class Text:
    """A cleaned text: `offsets[i]` is the source offset of `text[i]`, rising strictly."""

    text: str
    offsets: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where the text begins in the source."""
        return self.offsets[0]

    @property
    def end(self) -> int:
        """Where the text ends in the source."""
        return self.offsets[-1] + 1

    def part(self, at: int, to: int) -> Text:
        """Return `text[at:to]` without white space around it."""
        piece = self.text[at:to]
        at += len(piece) - len(piece.lstrip())
        to -= len(piece) - len(piece.rstrip())
        return Text(self.text[at:to], self.offsets[at:to]) if at < to else Text("", ())

    def offset_map(self) -> OffsetMap:
        """Return the runs in which the cleaned text and the source go side by side."""
        breaks = [i for i, offset in enumerate(self.offsets) if i == 0 or offset != self.offsets[i - 1] + 1]
        return OffsetMap(tuple(breaks), tuple(self.offsets[i] for i in breaks))


def join(parts: Sequence[Text], between: str) -> Text:
    """Return the parts as one text; `between` stands for the white space that follows each part in the source."""
    text, offsets = [parts[0].text], list(parts[0].offsets)
    for part in parts[1:]:
        if between:
            text.append(between)
            offsets.append(offsets[-1] + 1)
        text.append(part.text)
        offsets.extend(part.offsets)
    return Text("".join(text), tuple(offsets))


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

    def __str__(self) -> str:
        return self.text.text


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole source, cleaned: paragraphs in reading order, footnotes apart."""

    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Paragraph, ...]
    markers: tuple[Marker, ...]


#: What is on a page but not in the text: running headers and footers, imprint, rulers, page numbers.
RUNNING: Final = re.compile(
    r"""
      (?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ \d{4}\W+\d{2,4},.*   # Tweede Kamer, vergaderjaar 2021–2022, 28 676, nr. 396 28
    | (?:kst|ah|kv|h|stcrt|blg)-[\w-]*\d[\w-]*(?:\s+ISSN.*)?        # kst-28676-396
    | \d?(?:KST|kst)\d{4,}\w*                                       # 0304KST28676
    | ISSN\s*\d{4}\s*[-–]\s*\d{3}[\dX](?:.*Gravenhage.*)?           # ISSN 0921 - 7371
    | ['’‘]?\s?s[-–]\s?Gravenhage\ \d{4}                            # ’s-Gravenhage 2023
    | Pagina\ \d+\ (?:van|/)\ \d+ | Blad\ \d+\ (?:van|/)\ \d+ | -\ \d{1,3}\ -
    | Sdu\ Uitgevers.*
    | [-–—_*=\s]{3,}                                                # ruler
    | !\[.*\]\(.*\) | <!--.*-->                                     # pictures and comments of Markdown
    """,
    re.VERBOSE,
)

PAGE_NUMBER: Final = re.compile(r"\d{1,3}")

#: Markup around text: emphasis, tags without meaning for reading, escapes of Markdown.
MARKUP: Final = re.compile(
    r"\*+|</?(?:sup|sub|b|i|u|em|strong|br|span)\b[^<>]{0,40}>|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)|\\(?=[\\`*_{}\[\]()#+.!>~|-])|\xad|\ufeff"
)
HASHES: Final = re.compile(r"\s*(#{1,6})\s+")
BULLET: Final = re.compile(r"(?:[-–—•▪●◦·*+o]|\(?\d{1,2}[.)]|\(?[a-z][.)]|\([ivx]+\))\s+(?=\S)")
SPACES: Final = re.compile(r"[^\S\n]+")
LINE: Final = re.compile(r"[^\n]*\n?")
WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![-­]\s*\n)")
TERMINAL: Final = re.compile(r"[.?!:;][»”\")’'\]]*$")
END_OF_SENTENCE: Final = re.compile(r"[.?!][»”\")’'\]]*$")

#: Lines of a text that was wrapped by hand or by a printer stay below this; a longer line is a paragraph.
WRAPPED: Final = 130
#: A paragraph that is cut off in mid-sentence is long, unlike a heading.
CUT_OFF: Final = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it."""

    start: int
    end: int
    raw: str
    bare: str  # without markup
    indented: bool


def _lines(text: str) -> list[Line]:
    lines = []
    for match in LINE.finditer(text):
        raw = match.group()
        if not raw:
            continue
        stripped = raw.strip("\ufeff \t\r\n\f\v\xa0")
        start = match.start() + raw.find(stripped) if stripped else match.start()
        bare = stripped
        if HASHES.match(bare):
            bare = HASHES.sub("", bare, count=1)
        bare = SPACES.sub(" ", MARKUP.sub("", bare)).strip()
        lines.append(Line(start, start + len(stripped), stripped, bare, raw[:1] in (" ", "\f")))
    return lines


def _running(lines: Sequence[Line]) -> set[int]:
    """Return the indices of lines that belong to the page and not to the text."""
    running = {i for i, line in enumerate(lines) if line.raw and (RUNNING.fullmatch(line.bare) or not line.bare)}
    for i, line in enumerate(lines):
        if PAGE_NUMBER.fullmatch(line.bare) and i not in running:
            before = next((k for k in range(i - 1, -1, -1) if lines[k].raw), None)
            after = next((k for k in range(i + 1, len(lines)) if lines[k].raw), None)
            if before in running or (after in running and after is not None and not HASHES.match(lines[after].raw)):
                running.add(i)
    return running


def paragraphs(source: str, start_of: Callable[[str], str]) -> Layout:
    """Return the paragraphs of a source text. `start_of` tells whether a line
    "begins" a paragraph whatever stands before it, is one "alone", or neither ("")."""
    lines = _lines(source)
    running = _running(lines)
    notes = footnotes.find(source, [(line.start, line.end, line.raw) for line in lines], running)
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


def _breaks(before: Line, line: Line, *, wrapped: bool, usual: int, start_of: Callable[[str], str]) -> bool:
    """Tell whether a new paragraph begins at a line although no empty line stands before it."""
    if HASHES.match(before.raw) or HASHES.match(line.raw) or start_of(before.bare) == "alone" or start_of(line.bare):
        return True
    if BULLET.match(line.raw) and not line.raw[0].isdigit() and not line.raw.startswith("o "):
        return not before.raw.endswith(("-", "–")) and not line.raw[2:3].islower() or TERMINAL.search(before.bare) is not None
    ended = TERMINAL.search(before.bare) is not None
    if not wrapped:
        return ended
    starts = not line.bare[:1].islower()
    return (
        END_OF_SENTENCE.search(before.bare) is not None
        and starts
        and (line.indented and not before.indented or len(before.raw) < usual * 0.6)
    )


def _mend(found: Sequence[Paragraph], cleaner: _Cleaner, start_of: Callable[[str], str]) -> list[Paragraph]:
    """Put paragraphs together again that the end of a page cut in two."""
    mended: list[Paragraph] = []
    for paragraph in found:
        if mended and _continues(mended[-1], paragraph, start_of):
            first = mended.pop()
            text = cleaner.glue(first.text, paragraph.text)
            paragraph = replace(first, text=text, width=max(first.width, paragraph.width))
        mended.append(paragraph)
    return mended


def _continues(first: Paragraph, second: Paragraph, start_of: Callable[[str], str]) -> bool:
    left, right = str(first), str(second)
    if first.level or second.level or second.item or first.bold != second.bold or TERMINAL.search(left):
        return False
    if start_of(left) == "alone" or start_of(right):
        return False
    lower = right[0].islower() or right[0] in "«(" and right[1:2].islower()
    if left.endswith("-") and len(left) > 1 and left[-2].isalnum():
        return lower or second.page
    if left.endswith(","):
        return second.page and lower and len(left) > CUT_OFF
    if lower:
        return second.page or len(left) > CUT_OFF or len(left.split()) == 1
    # Vindt de⏎⏎Minister dat …: a capital may follow, but only where the first half can't be a heading
    return (
        len(left) > CUT_OFF
        and left[-1].isalpha()
        and left.rsplit(None, 1)[-1].islower()
        and (second.page or END_OF_SENTENCE.search(right) is not None)
    )


class _Cleaner:
    """Makes cleaned text out of source lines; knows the paper's words, to judge hyphens by, and its footnote markers."""

    def __init__(self, source: str, markers: dict[int, int], words: frozenset[str]) -> None:
        self.source = source
        self.markers = markers
        self.marked = sorted(markers)
        self.words = words

    def paragraph(self, lines: Sequence[Line]) -> Paragraph:
        head = HASHES.match(lines[0].raw)
        starts = [lines[0].start + (head.end() if head else 0), *(line.start for line in lines[1:])]
        text = self.lines([(start, line.end) for start, line in zip(starts, lines, strict=True)])
        bold = all(line.raw.startswith("**") or HASHES.match(line.raw) for line in lines[:1]) and lines[-1].raw.rstrip().endswith("**")
        item = BULLET.match(lines[0].bare) is not None
        width = max((len(line.raw) for line in lines), default=0) if len(lines) > 1 else 0
        return Paragraph(text, level=len(head.group(1)) if head else 0, bold=bold, width=width, item=item)

    def footnote(self, body: footnotes.Body) -> Paragraph:
        return Paragraph(self.lines(body.spans), footnote=body.number)

    def lines(self, spans: Sequence[tuple[int, int]]) -> Text:
        """Return source spans, one a line, as one text."""
        text = Text("", ())
        for start, end in spans:
            line = self.line(start, end)
            if line.text:
                text = self.glue(text, line) if text.text else line
        return text

    def line(self, start: int, end: int) -> Text:
        """Return a source span without markup, markers of footnotes and runs of white space."""
        source = self.source
        cuts = [(m.start(), m.end(), "") for m in MARKUP.finditer(source, start, end)]
        cuts += [(m.start(), m.end(), " ") for m in SPACES.finditer(source, start, end) if m.end() - m.start() > 1 or m.group() != " "]
        cuts += [(marker, self.markers[marker], "") for marker in self.marked if start <= marker < end] if self.marked else []
        text: list[str] = []
        offsets: list[int] = []
        at = start
        for a, b, instead in sorted(cuts):
            if a < at:
                if b > at:
                    at = b
                continue
            text.append(source[at:a])
            offsets.extend(range(at, a))
            if instead and offsets and text[-1:] != [" "]:
                text.append(instead)
                offsets.append(a)
            at = b
        text.append(source[at:end])
        offsets.extend(range(at, end))
        return Text("".join(text), tuple(offsets)).part(0, len(offsets))

    def glue(self, left: Text, right: Text) -> Text:
        """Put two lines together: with a space, or at a hyphen with what the hyphen turns out to be."""
        if left.text.endswith("-") and len(left.text) > 1 and left.text[-2].isalnum() and right.text[0].isalnum():
            match hyphen(_last_word(left.text[:-1]), _first_word(right.text), self.words):
                case "none":
                    return join([Text(left.text[:-1], left.offsets[:-1]), right], "")
                case "hyphen":
                    return join([left, right], "")
        if left.text.endswith(("–", "/")) and len(left.text) > 1 and left.text[-2].isalnum() and right.text[0].isalnum():
            return join([left, right], "")
        return join([left, right], " ")


def _last_word(text: str) -> str:
    return re.split(r"[\s(«„“\"/]", text)[-1]


def _first_word(text: str) -> str:
    match = re.match(r"[\w’'-]+", text)
    return match.group().rstrip("-’'") if match else text[:1]


@lru_cache
def _hyphen_parts(place: Literal["voor", "achter", "los"]) -> frozenset[str]:
    return frozenset(row.deel.casefold() for row in knowledge.table(HyphenPart) if row.plaats == place)


#: Two letters that would be read as one sound keep the hyphen of a compound: sanctie-instrument, informatie-uitwisseling.
CLASHES: Final = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu".split())


def hyphen(left: str, right: str, words: Iterable[str]) -> Literal["none", "hyphen", "space"]:
    """Tell what stands between two halves of a word that a line end parts at a hyphen; `words` are the other words of the paper.

    >>> hyphen("verde", "diging", ())
    'none'
    >>> hyphen("NAVO", "Ministers", ())
    'hyphen'
    >>> hyphen("financiële", "en", ())
    'space'
    """
    last = left.rsplit("-", 1)[-1]
    low, next_ = last.casefold(), right.casefold()
    if next_ in _hyphen_parts("los"):
        return "space"
    if not last or not right[0].islower() or last[-1].isdigit() or last.isupper():
        return "hyphen"
    if f"{low}-{next_}" in words or f"{left}-{right}".casefold() in words:
        return "hyphen"
    if low + next_ in words:
        return "none"
    if low in _hyphen_parts("voor") or any(char.isupper() for char in last[1:]):
        return "hyphen"
    name = last[0].isupper()
    if name and (next_ in _hyphen_parts("achter") or low in words and next_ in words and len(next_) > 3):
        return "hyphen"
    return "hyphen" if low[-1] + next_[0] in CLASHES else "none"
