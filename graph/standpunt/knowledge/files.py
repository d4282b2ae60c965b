"""Every knowledge file read as typed rows; what can't be read is told with file, line, column, value and what was allowed."""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Generic, Protocol, TypeVar, get_type_hints

from standpunt import resources
from standpunt.errors import Fault, KnowledgeError
from standpunt.knowledge import cues, language, layout, names, topics
from standpunt.knowledge.cells import SEPARATOR, Refused, text_of, value_of


class Row(Protocol):
    """What every row type has."""

    @property
    def id(self) -> str:
        """Stable id, unique in its file."""
        ...


R = TypeVar("R", bound=Row)


#: Every knowledge file and the type of its rows.
TABLES: dict[str, type[Row]] = {
    "factions.csv": names.Faction,
    "countries.csv": names.Country,
    "organisations.csv": names.Organisation,
    "no_names.csv": names.NoName,
    "roles.csv": names.RoleWord,
    "given_names.csv": names.GivenName,
    "no_surnames.csv": names.NoSurname,
    "persons.csv": names.Person,
    "meetings.csv": names.MeetingKind,
    "instruments.csv": names.Instrument,
    "name_heads.csv": names.NameHead,
    "compound_heads.csv": names.CompoundHead,
    "topics.csv": topics.Topic,
    "topic_names.csv": topics.TopicName,
    "policy_categories.csv": topics.PolicyCategory,
    "common_words.csv": language.CommonWord,
    "rule_confidence.csv": cues.RuleConfidence,
    "verbs.csv": language.Verb,
    "word_classes.csv": language.WordClass,
    "word_lists.csv": language.WordList,
    "cues/asks_about.csv": cues.Cue,
    "cues/calls_for.csv": cues.Cue,
    "cues/supports.csv": cues.Cue,
    "cues/opposes.csv": cues.Cue,
    "cues/concerned_about.csv": cues.Cue,
    "cues/commits_to.csv": cues.Cue,
    "answer_cues.csv": cues.AnswerCue,
    "answer_words.csv": cues.AnswerWords,
    "deadlines.csv": cues.DeadlineTerm,
    "commitment_cues.csv": cues.CommitmentCue,
    "requests.csv": cues.RequestCue,
    "motion_cues.csv": cues.MotionCue,
    "actor_phrases.csv": cues.ActorPhrase,
    "perspectives.csv": cues.Perspective,
    "silencers.csv": cues.Silencer,
    "headings.csv": layout.HeadingPattern,
    "turns.csv": layout.TurnCue,
    "kinds.csv": layout.KindCue,
    "pointers.csv": layout.PointerPattern,
    "abbreviations.csv": language.Abbreviation,
    "hyphens.csv": language.HyphenPart,
    "small_words.csv": language.SmallWord,
}


@dataclass(frozen=True, slots=True)
class Placed(Generic[R]):
    """A row and where it stands."""

    path: Path
    line: int
    row: R

    def fault(self, column: str, problem: str, value: str | None = None) -> Fault:
        """Return a fault of this row, in one of its cells or (`value`) in part of it."""
        cell = getattr(self.row, column)
        told = SEPARATOR.join(cell) if isinstance(cell, tuple) else "" if cell is None else str(cell)
        return Fault(self.path, self.line, column, told if value is None else value, problem)


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        value = data[max(0, error.start - 12) : error.end + 12].decode("latin-1")
        problem = "is not UTF-8; save the file again as UTF-8 (in Excel: 'CSV UTF-8', in LibreOffice: character set Unicode (UTF-8))"
        raise KnowledgeError([Fault(path, line, "-", value, problem)]) from None


def _header_problem(found: list[str], columns: list[str]) -> str:
    """Return how a first line differs from the columns that it must name."""
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if [cell.strip('" ') for cell in sign.join(found).split(sign)] == columns:
            return f"{name} stand between the cells; save the file with commas between them (LibreOffice asks for the field delimiter)"
    missing = [column for column in columns if column not in found]
    strange = [column for column in found if column not in columns]
    told = [f"missing: {', '.join(missing)}"] if missing else []
    told += [f"unknown: {', '.join(repr(column) for column in strange)}"] if strange else []
    return f"{'; '.join(told) or 'in another order'}; the first line must be: {','.join(columns)}"


def _rows(row_type: type[R], path: Path, faults: list[Fault]) -> Iterator[Placed[R]]:
    kinds = get_type_hints(row_type, include_extras=True)
    columns = [field.name for field in dataclasses.fields(row_type)]  # type: ignore[arg-type]
    seen: dict[str, int] = {}
    for line, cells in _lines(path, columns, faults):
        values = {}
        for column, text in zip(columns, cells, strict=True):
            try:
                values[column] = value_of(kinds[column], text_of(column, text))
            except Refused as refused:
                faults.append(Fault(path, line, column, refused.value, str(refused)))
        if len(values) < len(columns):
            continue
        placed = Placed(path, line, row_type(**values))
        if placed.row.id in seen:
            faults.append(placed.fault("id", f"stands already on line {seen[placed.row.id]}; give the row an id of its own, or remove it"))
            continue
        seen[placed.row.id] = line
        faults.extend(placed.fault(column, problem) for column, problem in getattr(placed.row, "problems", tuple)())
        yield placed


def _lines(path: Path, columns: list[str], faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row, and the line on which it begins; rows without any words are passed over."""
    reader = csv.reader(_decoded(path).splitlines(keepends=True), strict=True)
    line = 0
    try:
        found = next(reader, [])
        if found != columns:
            faults.append(Fault(path, 1, "-", ",".join(found), _header_problem(found, columns)))
            return
        line = reader.line_num
        for cells in reader:
            begins, line = line + 1, reader.line_num
            if len(cells) == len(columns) and any(map(str.strip, cells)):
                yield begins, cells
            elif any(map(str.strip, cells)):
                problem = f"has {len(cells)} cells, where a row has {len(columns)}; a cell with a comma stands between double quotes"
                faults.append(Fault(path, begins, "-", cells[0], problem))
    except csv.Error as error:
        cure = "a cell with a comma or a quote stands between double quotes, and a quote in it is doubled"
        faults.append(Fault(path, line + 1, "-", "", f"can't be read from here on ({error}); {cure}"))


def read(row_type: type[R], path: Path) -> tuple[Placed[R], ...]:
    """Return the rows of a knowledge file, with their lines.

    A row type may have a method `problems()` that yields (column, problem) pairs for what the cell types can't say.

    Raises:
        KnowledgeError: the file holds faults; all of them are listed.
    """
    faults: list[Fault] = []
    rows = tuple(_rows(row_type, path, faults))
    if faults:
        raise KnowledgeError(faults)
    return rows


def placed(row_type: type[R]) -> tuple[Placed[R], ...]:
    """Return the rows of the knowledge files whose rows have this type, with their places, as the files are now.

    Raises:
        KnowledgeError: a file holds faults; all of them are listed.
    """
    names = [name for name, kind in TABLES.items() if kind is row_type]
    return tuple(row for name in names for row in read(row_type, resources.knowledge(name)))


@lru_cache
def table(row_type: type[R]) -> tuple[R, ...]:
    """Return the rows of the knowledge files whose rows have this type; each file is read once.

    Raises:
        KnowledgeError: a file holds faults; all of them are listed.
    """
    return tuple(found.row for found in placed(row_type))


def check(folder: Path | None = None) -> Iterable[Fault]:
    """Yield the faults of every knowledge file, in `folder` or in our own."""
    folder = folder or resources.path("data", "knowledge")
    for name, row_type in TABLES.items():
        path = folder / name
        if not path.exists():
            yield Fault(path, 0, "-", name, "this file is missing; put it back, with its columns if with no rows")
            continue
        try:
            read(row_type, path)
        except KnowledgeError as error:
            yield from error.faults
    for path in sorted(folder.rglob("*.csv")):
        name = path.relative_to(folder).as_posix()
        if name not in TABLES and not path.name.startswith((".", "~")):
            yield Fault(path, 0, "-", name, "no knowledge file has this name, so nothing reads it; add its rows to one that is read")
