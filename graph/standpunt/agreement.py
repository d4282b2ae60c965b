"""Do the knowledge files agree with each other? Ids of other rows, circles, names given twice, rows that must be there."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any, Final, TypeAlias, get_args, get_type_hints

from standpunt import resources
from standpunt.errors import Fault, KnowledgeError
from standpunt.knowledge import (
    TABLES,
    WHO,
    ActorPhrase,
    AnswerWords,
    Country,
    Cue,
    DeadlineTerm,
    Faction,
    Instrument,
    Organisation,
    Person,
    Placed,
    PolicyCategory,
    Silencer,
    Topic,
    WordList,
    check,
    placed,
)
from standpunt.model import CABINET

#: Gives the rows of a type with their places.
Rows: TypeAlias = Callable[[type[Any]], tuple[Placed[Any], ...]]
ENTITIES: Final = (Faction, Country, Organisation, Person, Instrument)
#: Columns that hold ids of rows: of which type the rows are, and what else may stand there.
REFERENCES: Final[tuple[tuple[type[Any], str, tuple[type[Any], ...], tuple[str, ...]], ...]] = (
    (Faction, "voorgangers", (Faction,), ()),
    (Organisation, "onderdeel_van", (Organisation,), ()),
    (Topic, "breder", (Topic,), ()),
    (Topic, "beleidscategorie", (PolicyCategory,), ()),
    (Silencer, "cues", (Cue,), ()),
    (ActorPhrase, "wie", ENTITIES, (CABINET, *WHO)),
)
#: Columns that lead from a row to others of its file, and may not lead back to it.
UPWARD: Final[tuple[tuple[type[Any], str, Callable[[str], str | None]], ...]] = (
    (Organisation, "onderdeel_van", str),
    (Topic, "breder", str),
    (WordList, "woorden", lambda word: word[1:-1] if word.startswith("<") else None),
)


def faults() -> Iterator[Fault]:
    """Yield what two rows or two files say that can't be so; each file must be readable by itself.

    Raises:
        KnowledgeError: a file can't be read.
    """
    read: dict[type[Any], tuple[Placed[Any], ...]] = {}

    def rows(row_type: type[Any]) -> tuple[Placed[Any], ...]:
        if row_type not in read:
            read[row_type] = placed(row_type)
        return read[row_type]

    for row_type, column, targets, others in REFERENCES:
        yield from _strangers(rows, row_type, column, targets, others)
    yield from _unknown_lists(rows)
    for row_type, column, target in UPWARD:
        yield from _circles(rows, row_type, column, target)
    yield from _twice(rows, Cue, lambda row: [("id", row.id)])
    for cue in rows(Cue):
        if cue.row.relatie not in ("opinion", cue.path.stem):
            yield cue.fault("relatie", f"allowed in {cue.path.name}: {cue.path.stem}, opinion; move the row to cues/{cue.row.relatie}.csv")
    yield from _twice(rows, DeadlineTerm, lambda row: [("vormen", form) for form in row.vormen])
    for entity in ENTITIES:
        yield from _twice(rows, entity, _names)
    yield from _lacking(rows, AnswerWords, "id")
    yield from _lacking(rows, DeadlineTerm, "soort")


@lru_cache
def demand() -> None:
    """Raise where a knowledge file can't be read or two don't agree; asked once a process.

    Raises:
        KnowledgeError: all faults are listed.
    """
    if found := list(check()) or list(faults()):
        raise KnowledgeError(found)


def _parts(row: Any, column: str) -> tuple[str, ...]:
    cell = getattr(row, column)
    return cell if isinstance(cell, tuple) else () if cell is None else (cell,)


def _file(row_type: type[Any]) -> str:
    return next(name.partition("/")[0] for name, kind in TABLES.items() if kind is row_type)


def _strangers(rows: Rows, row_type: type[Any], column: str, targets: Iterable[type[Any]], others: Iterable[str]) -> Iterator[Fault]:
    """Yield the ids that no row has."""
    known = frozenset(chain(others, (found.row.id for target in targets for found in rows(target))))
    files = ", ".join(map(_file, targets))
    words = f", nor is it one of {', '.join(others)}" if others else ""
    for found in rows(row_type):
        for ident in _parts(found.row, column):
            if ident not in known:
                yield found.fault(column, f"no row of {files} has this id{words}{_meant(ident, known)}", ident)


def _meant(ident: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(ident, known, n=3)
    return f"; did you mean {' or '.join(near)}?" if near else "; add that row, or correct the id"


def _unknown_lists(rows: Rows) -> Iterator[Fault]:
    """Yield the lists that a list of words names and that do not exist."""
    known = frozenset(found.row.id for found in rows(WordList))
    for found in rows(WordList):
        for word in found.row.woorden:
            if word.startswith("<") and word[1:-1] not in known:
                yield found.fault("woorden", f"no row of word_lists.csv has this id{_meant(word[1:-1], known)}", word)


def _circles(rows: Rows, row_type: type[Any], column: str, target: Callable[[str], str | None]) -> Iterator[Fault]:
    """Yield the rows from which a column leads back to themselves."""
    by_id: dict[str, Placed[Any]] = {found.row.id: found for found in rows(row_type)}
    above = {ident: [up for part in _parts(found.row, column) if (up := target(part)) in by_id] for ident, found in by_id.items()}
    for ident, found in by_id.items():
        if way := _way_back(ident, above):
            yield found.fault(column, f"goes in a circle: {' → '.join((ident, *way))}; take one of these steps out")


def _way_back(start: str, above: Mapping[str, Iterable[str | None]]) -> tuple[str, ...]:
    """Return the steps that lead from a row back to it; none where they don't."""
    ways: list[tuple[str, ...]] = [()]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for up in above[way[-1] if way else start]:
            if up == start:
                return (*way, start)
            if up is not None and up not in seen:
                seen.add(up)
                ways.append((*way, up))
    return ()


def _names(row: Any) -> list[tuple[str, str]]:
    named = [("naam", row.naam), *(("vormen", form) for form in row.vormen)]
    return [*named, ("afkorting", row.afkorting)] if isinstance(row, Faction) else named


def _twice(rows: Rows, row_type: type[Any], told: Callable[[Any], list[tuple[str, str]]]) -> Iterator[Fault]:
    """Yield what a row says of itself that another says too: only one of them would be found by it."""
    first: dict[str, Placed[Any]] = {}
    for found in rows(row_type):
        for column, value in told(found.row):
            other = first.setdefault(value, found)
            if other is not found:
                place = f"{other.path.name}:{other.line} ({other.row.id})"
                yield found.fault(column, f"stands in {place} too, and can only mean one of them; change it here or there", value)


def _lacking(rows: Rows, row_type: type[Any], column: str) -> Iterator[Fault]:
    """Yield the values of a column that no row has, where each must be there."""
    there = {getattr(found.row, column) for found in rows(row_type)}
    for value in get_args(get_type_hints(row_type)[column]):
        if value not in there:
            path = resources.knowledge(_file(row_type))
            yield Fault(path, 0, column, value, "no row has this, and reading papers needs one; put the row back")
