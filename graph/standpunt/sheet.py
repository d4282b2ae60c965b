"""Sheets of reviews: CSV files that a spreadsheet opens, and `reviews.csv` in a graph directory, which is one of them.

A row is a claim. The first columns say what the rules read; the last are for the reviewer:

    verdict             accepted, rejected or corrected; empty: not reviewed
    corrected_relation  } what a corrected claim should have been; empty: as it was read. Several ids in a cell stand between
    corrected_holder    } semicolons, and `none` says that there is nothing at all.
    corrected_about     }
    corrected_topics    }
    reviewer            who says so
    reviewed            when: 2026-11-29, 29-11-2026 or 2026-11-29T10:15:00Z
    note                why

A spreadsheet takes a cell that begins with = + - or @ for a formula, so such a cell is written with an apostrophe before it, which is
taken off again when the sheet is read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol, get_args

from standpunt import iri
from standpunt.errors import Fault, ReviewError
from standpunt.model import AsRead, Correction, Relation, Review, Verdict

READ_COLUMNS: Final = ("claim", "paper", "sentence", "holder", "relation", "about", "topics", "proposition", "confidence", "rule")
CORRECTIONS: Final = ("corrected_relation", "corrected_holder", "corrected_about", "corrected_topics")
REVIEW_COLUMNS: Final = ("verdict", *CORRECTIONS, "reviewer", "reviewed", "note")
COLUMNS: Final = (*READ_COLUMNS, *REVIEW_COLUMNS)
NEEDED: Final = ("claim", "verdict")
SEPARATOR: Final = ";"
NOTHING: Final = "none"
TEXTS: Final = frozenset({"sentence", "proposition", "note"})
MAX_BYTES: Final = 200 * 2**20
MAX_CELL: Final = 1_000_000

RELATIONS: Final[tuple[Relation, ...]] = get_args(Relation)
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
#: Signs that make a spreadsheet calculate a cell, also in their wide forms; apostrophes before them are ours, or were there already.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]")
_CLAIM: Final = re.compile(r"[^\s/]+/claim/[0-9a-f]{12}(?:-\d+)?")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
#: What an id of each kind looks like.
_IDS: Final[Mapping[str, tuple[re.Pattern[str], str]]] = {
    "holder": (re.compile(r"(?:actor|country|faction|org|person)/\S+"), "an actor such as faction/VVD, actor/kabinet or country/UA"),
    "topic": (re.compile(r"topic/\S+"), "a topic such as topic/sancties"),
    "about": (
        re.compile(
            r"(?:actor|country|faction|instrument|meeting|motion|org|person)/\S+"
            r"|(?=\S*\d)[\w-]+(?:/(?:answer|exchange)/[\w-]+)?"  # a document, or an answer in it
        ),
        "an entity such as country/UA, org/NAVO or kst-28676-384",
    ),
}


class Desk(Protocol):
    """What is known beside the sheet."""

    def meant(self, kind: str, text: str) -> str:
        """Return the id of the holder, topic or entity that a cell means; raises ValueError that says what is allowed."""
        ...

    def as_read(self, claim: str) -> AsRead | None:
        """Return what the rules read in a claim, where that is known."""
        ...

    def is_known(self, claim: str) -> bool:
        """Tell whether there is such a claim; also where that can't be told."""
        ...


class OwnDesk:
    """Takes ids alone, and a claim's word for what it is: for `reviews.csv`, which outlives the graph that it was made for."""

    def meant(self, kind: str, text: str) -> str:
        """Return the text, when it has the form of an id of this kind."""
        pattern, allowed = _IDS[kind]
        if not pattern.fullmatch(text):
            raise ValueError(f"allowed: {allowed}")
        return text

    def as_read(self, claim: str) -> AsRead | None:
        """Return nothing: the sheet itself says what was read."""
        return None

    def is_known(self, claim: str) -> bool:
        """Tell that it may be."""
        return True


@dataclass(frozen=True, slots=True)
class Line:
    """A row to be written: a claim as it was read, and what somebody says of it."""

    claim: str
    read: AsRead | None
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet holds: the reviews in it, in its order, and how many of its rows nobody has judged."""

    reviews: tuple[Review, ...]
    without_verdict: int


@dataclass(slots=True)
class _Reader:
    path: Path
    desk: Desk
    reviewer: str | None
    now: datetime
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, column: str, value: str, problem: str) -> None:
        self.faults.append(Fault(self.path, line, column, value, problem))


def read(path: Path, desk: Desk | None = None, *, reviewer: str | None = None, now: datetime | None = None) -> Sheet:
    """Return what a sheet holds; rows without a verdict are counted and passed over.

    Args:
        path: the file; commas, semicolons or tabs between its cells.
        desk: what is known beside it; None for `OwnDesk`.
        reviewer: who reviewed where the sheet doesn't say.
        now: when they did, where the sheet doesn't say; None for now.

    Raises:
        ReviewError: the sheet holds faults; all of them are listed.
    """
    reader = _Reader(path, desk or OwnDesk(), reviewer, now or datetime.now(UTC))
    reviews: dict[str, tuple[int, Review]] = {}
    without_verdict = 0
    for line, cells in _rows(reader):
        review = _review(reader, line, cells)
        if review is None:
            without_verdict += not cells["verdict"]
            continue
        if review.claim in reviews:
            reader.fault(line, "claim", review.claim, f"is judged already on line {reviews[review.claim][0]}; keep one of the two")
        reviews.setdefault(review.claim, (line, review))
    if reader.faults:
        raise ReviewError(reader.faults)
    return Sheet(tuple(review for _, review in reviews.values()), without_verdict)


def kept(path: Path) -> tuple[Review, ...]:
    """Return the reviews that a graph directory keeps in its sheet; none where nobody reviewed anything.

    Raises:
        ReviewError: the sheet holds faults; all of them are listed.
    """
    return read(path).reviews if path.exists() else ()


def written(lines: Iterable[Line], delimiter: str = ",") -> bytes:
    """Return a sheet as bytes: UTF-8 with the mark by which spreadsheets know it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _cells(line)] for line in lines)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors="replace")


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("'s avonds")
    ("'=1+1", "'s avonds")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what a cell held before it was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def moment_text(moment: datetime) -> str:
    """Return a moment as the column `reviewed` has it."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _cells(line: Line) -> Iterator[str]:
    read, review = line.read, line.review
    yield line.claim
    yield line.claim.partition("/claim/")[0]
    if read is None:
        yield from [""] * (len(READ_COLUMNS) - 2)
    else:
        yield from (read.sentence, read.holder, read.relation, _joined(read.about), _joined(read.topics), read.proposition or "")
        yield from ("" if read.confidence is None else f"{read.confidence:g}", read.rule)
    if review is None:
        yield from [""] * len(REVIEW_COLUMNS)
    else:
        corrected = review.correction
        yield from (review.verdict, corrected.relation or "", corrected.holder or "")
        yield from ("" if ids is None else _joined(ids) or NOTHING for ids in (corrected.about, corrected.topics))
        yield from (review.reviewer, moment_text(review.reviewed), review.note or "")


def _joined(ids: Sequence[str]) -> str:
    return f"{SEPARATOR} ".join(ids)


def _rows(reader: _Reader) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a sheet, each with the line on which it begins."""
    text = _text(reader)
    if text is None:
        return
    csv.field_size_limit(MAX_CELL)
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    line = 1
    try:
        columns = [column.strip() for column in next(rows, [])]
        if not _is_whole(reader, columns):
            return
        line = rows.line_num + 1
        for row in rows:
            if len(row) == len(columns):
                yield line, {column: _plain(column, cell) for column, cell in zip(columns, row, strict=True)}
            elif any(cell.strip() for cell in row):
                reader.fault(
                    line, "-", row[0], f"a row has {len(columns)} cells, this one {len(row)}; quote a cell that holds the delimiter"
                )
            line = rows.line_num + 1
    except csv.Error as error:
        reader.fault(line, "-", "", f"can't be read as CSV: {error}")


def _plain(column: str, cell: str) -> str:
    """Return a cell without its guard, and without the blanks around it, except where a text may begin or end in some."""
    cell = unguarded(cell)
    return cell if column in TEXTS and cell.strip() else cell.strip()


def _text(reader: _Reader) -> str | None:
    try:
        if reader.path.stat().st_size > MAX_BYTES:
            reader.fault(0, "-", reader.path.name, f"is larger than {MAX_BYTES // 2**20} MB; split it")
            return None
        return reader.path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = reader.path.read_bytes()[: error.start].count(b"\n") + 1
        reader.fault(line, "-", "", "is no UTF-8; in the spreadsheet, save it as 'CSV UTF-8'")
    except OSError as error:
        reader.fault(0, "-", str(reader.path), f"can't be opened: {error.strerror or error}")
    return None


def _is_whole(reader: _Reader, columns: Sequence[str]) -> bool:
    for column in dict.fromkeys(columns):
        if column not in COLUMNS:
            reader.fault(1, column or "-", column, f"is no column of a sheet; allowed: {', '.join(COLUMNS)}")
        elif columns.count(column) > 1:
            reader.fault(1, column, column, "stands twice; a column stands once")
    for column in NEEDED:
        if column not in columns:
            reader.fault(1, column, "", f"is missing; a sheet needs {' and '.join(NEEDED)}")
    return not reader.faults


def _review(reader: _Reader, line: int, cells: Mapping[str, str]) -> Review | None:
    """Return the review in a row; None where there is none, or where it holds faults."""
    before = len(reader.faults)
    verdict = cells["verdict"].lower()
    filled = [column for column in CORRECTIONS if cells.get(column)]
    if not verdict:
        for column in filled:
            reader.fault(line, column, cells[column], "corrects a claim without a verdict; write 'corrected' in the column verdict")
        return None
    claim = _claim(reader, line, cells["claim"])
    read = _as_read(reader, line, claim, cells)
    if verdict not in VERDICTS:
        reader.fault(line, "verdict", cells["verdict"], f"allowed: {', '.join(VERDICTS)}, or nothing")
    elif verdict == "corrected" and not filled:
        reader.fault(line, "verdict", cells["verdict"], f"says that the claim is corrected; fill in one of {', '.join(CORRECTIONS)}")
    elif verdict != "corrected":
        for column in filled:
            reader.fault(line, column, cells[column], f"corrects a claim that is {verdict}; leave it empty, or write 'corrected'")
    correction = _correction(reader, line, cells)
    reviewer = cells.get("reviewer") or reader.reviewer
    if not reviewer:
        reader.fault(line, "reviewer", "", "must not be empty: who reviewed it, or --reviewer for all rows")
    reviewed = _moment(reader, line, cells.get("reviewed", ""))
    if len(reader.faults) > before:
        return None
    kept: Verdict = next(known for known in VERDICTS if known == verdict)
    return Review(claim, kept, str(reviewer), reviewed or reader.now, cells.get("note") or None, correction, read)


def _claim(reader: _Reader, line: int, cell: str) -> str:
    claim = iri.named(cell)
    if not _CLAIM.fullmatch(claim):
        reader.fault(line, "claim", cell, "allowed: the id of a claim, such as kst-28676-384/claim/9f31c0d2a7e4")
    return claim


def _as_read(reader: _Reader, line: int, claim: str, cells: Mapping[str, str]) -> AsRead | None:
    """Return what the claim said when it was reviewed: as the sheet tells, else as it is known."""
    told = cells.get("relation", ""), cells.get("holder", ""), cells.get("sentence", "")
    if not all(told):
        if _CLAIM.fullmatch(claim) and not reader.desk.is_known(claim):
            reader.fault(line, "claim", claim, "the graph holds no such claim; standpunt review export writes those that it holds")
        return reader.desk.as_read(claim)
    relation = next((known for known in RELATIONS if known == told[0]), None)
    if relation is None:
        reader.fault(line, "relation", told[0], f"allowed: {', '.join(RELATIONS)}; this column says what was read, don't change it")
        return None
    return AsRead(
        sentence=told[2],
        holder=told[1],
        relation=relation,
        about=_parts(cells.get("about", "")),
        topics=_parts(cells.get("topics", "")),
        proposition=cells.get("proposition") or None,
        confidence=_number(cells.get("confidence", "")),
        rule=cells.get("rule", ""),
    )


def _correction(reader: _Reader, line: int, cells: Mapping[str, str]) -> Correction:
    relation = cells.get("corrected_relation", "")
    known = next((name for name in RELATIONS if name == relation), None)
    if relation and not known:
        reader.fault(line, "corrected_relation", relation, f"allowed: {', '.join(RELATIONS)}")
    holders = _meant(reader, line, "corrected_holder", "holder", cells)
    if cells.get("corrected_holder") and (holders == () or len(_parts(cells["corrected_holder"])) > 1):
        reader.fault(line, "corrected_holder", cells["corrected_holder"], "a claim has one holder")
    return Correction(
        relation=known,
        holder=holders[0] if holders else None,
        about=_meant(reader, line, "corrected_about", "about", cells),
        topics=_meant(reader, line, "corrected_topics", "topic", cells),
    )


def _meant(reader: _Reader, line: int, column: str, kind: str, cells: Mapping[str, str]) -> tuple[str, ...] | None:
    cell = cells.get(column, "")
    if not cell:
        return None
    if cell.lower() == NOTHING:
        return ()
    ids = []
    for part in _parts(cell):
        try:
            ids.append(reader.desk.meant(kind, part))
        except ValueError as error:
            reader.fault(line, column, part, str(error))
    return tuple(dict.fromkeys(ids)) or None


def _moment(reader: _Reader, line: int, cell: str) -> datetime | None:
    if not cell:
        return None
    dutch = _DAY_FIRST.fullmatch(cell)
    try:
        found = datetime(int(dutch[3]), int(dutch[2]), int(dutch[1])) if dutch else datetime.fromisoformat(cell)
    except ValueError:
        reader.fault(line, "reviewed", cell, "allowed: a day such as 2026-11-29, or a moment such as 2026-11-29T10:15:00Z")
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())


def _number(cell: str) -> float | None:
    """Return a confidence; it is there to be read, and a spreadsheet may have written it in its own way."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None
