"""Source text → lines, and which of them belong to the page instead of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

#: What is on a page but not in the text: running headers and footers, imprint, rulers, page numbers.
RUNNING: Final = re.compile(
    r"""
      (?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ \d{4}\W+\d{2,4},.*   # Tweede Kamer, vergaderjaar 2021–2022, 28 676, nr. 396 28
    | (?:kst|ah|kv|h|stcrt|blg)-[\w-]*\d[\w-]*(?:\s+ISSN.*)?        # kst-28676-396
    | \d?(?:KST|kst)\d{4,}\w* | \d{4}[te]kkst[\w-]+                 # KST28676, 0411tkkst21501-20-123
    | (?:Tweede|Eerste)\ Kamer\b.{0,120}\b[TE]K\ ?\d{1,3}\b.{0,40} | [TE]K\ \d{1,3}(?:\ +[\d-]+)? | \d{1,3}-\d{1,3}-\d{1,3}  # Handelingen
    | ISSN\s*\d{4}\s*[-–]\s*\d{3}[\dX](?:.*Gravenhage.*)?           # ISSN 0921 - 7371
    | ['’‘]?\s?s[-–]\s?Gravenhage\ \d{4}(?:\ (?:Tweede|Eerste)\ Kamer.*)?  # ’s-Gravenhage 2023
    | Pagina\ \d+\ (?:van|/)\ \d+ | Blad\ \d+\ (?:van|/)\ \d+ | -\ \d{1,3}\ -
    | Sdu\ Uitgevers.*
    | [-–—_*=\s]{3,} | [|:\s-]{3,}                                 # ruler, also of a table
    | !\[.*\]\(.*\) | <!--.*-->                                     # pictures and comments of Markdown
    """,
    re.VERBOSE,
)

#: 6⏎Antwoord van de Minister: the number belongs to what follows.
COUNTS: Final = re.compile(r"(?:Antwoord|Reactie|Vraag)\b")
PAGE_NUMBER: Final = re.compile(r"\d{1,3}")

#: Markup around text: emphasis, tags without meaning for reading, escapes of Markdown.
MARKUP: Final = re.compile(
    r"""
      (?<!\\)\*+                                                   # **vet**, *cursief*
    | (?<![\w_])_{1,3}(?=\w) | (?<=[\w.,;:!?»”)])_{1,3}(?![\w_])    # _cursief_
    | </?(?:sup|sub|b|i|u|em|strong|br|span)\b[^<>]{0,40}>
    | \\(?=[\\`*_{}\[\]()#+.!>~|-])                                # 1\\. Antwoord
    | \[(?=[^\[\]\n]{1,300}\]\(https?:) | (?<=[^\s\[])\]\(https?:[^()\s]{1,500}\)  # [tekst](adres)
    | [\xad\ufeff]
    """,
    re.VERBOSE,
)
#: What no line without markup has.
MARKED: Final = re.compile(r"[*<_\\#\xad\ufeff]|\]\(")
HASHES: Final = re.compile(r"\s*(#{1,6})\s+")
BLANK: Final = "\ufeff \t\r\n\f\v\xa0"
SPACES: Final = re.compile(r"[^\S\n]+")
LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it."""

    start: int
    end: int
    raw: str
    bare: str  # without markup
    indented: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines of a source text."""
    lines = []
    for match in LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip(BLANK)
        start = match.start() + raw.find(stripped)
        bare = stripped
        if MARKED.search(stripped):
            bare = MARKUP.sub("", HASHES.sub("", stripped, count=1))
        lines.append(Line(start, start + len(stripped), stripped, SPACES.sub(" ", bare).strip(), raw[:1] in (" ", "\f")))
    return lines


def running_lines(lines: Sequence[Line]) -> set[int]:
    """Return the indices of lines that belong to the page and not to the text."""
    running = {i for i, line in enumerate(lines) if line.raw and (RUNNING.fullmatch(line.bare) or not line.bare)}
    for i, line in enumerate(lines):
        if line.bare.isdecimal() and PAGE_NUMBER.fullmatch(line.bare) and i not in running:
            before = next((k for k in range(i - 1, -1, -1) if lines[k].raw), None)
            after = next((k for k in range(i + 1, len(lines)) if lines[k].raw), None)
            if (before in running or after in running) and (after is None or not COUNTS.match(lines[after].bare)):
                running.add(i)
    return running
