"""Everything that standpunt raises on purpose; the command line prints these without a traceback."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final


class StandpuntError(Exception):
    """Parent of all errors that standpunt raises on purpose.

    The message is for programs and the command line. Pages say it in the reader's language: `problem` is what they know it by, `told`
    what is filled in.
    """

    def __init__(self, message: str = "", *, problem: str = "", **told: Any) -> None:
        super().__init__(message)
        self.problem = problem
        self.told: Mapping[str, Any] = told


class UnreadablePaper(StandpuntError):
    """A file can't be turned into the text of a paper: empty, binary, too large, unknown encoding."""


class NothingToRead(StandpuntError):
    """No file that may be a paper stands where papers were looked for."""


class UnknownKind(StandpuntError):
    """A text was read, but none of the known kinds of paper fits it."""


class ResourceMissing(StandpuntError):
    """A file of the ontology or the knowledge is neither in the checkout nor in the installed package."""


class QueryError(StandpuntError):
    """A query can't be run: unknown name, missing or malformed parameter, SPARQL syntax, forbidden part."""


class QueryStopped(QueryError):
    """A query was stopped: it took longer, or more memory, than it may."""


class StoreError(StandpuntError):
    """The store can't be opened, read or written."""


class StoreBusy(StoreError):
    """Another process is writing to this graph directory."""


class ExportError(StandpuntError):
    """A graph can't be written in this format, or not at this place."""


LONGEST: Final = 200  # signs of a value that are shown; a cell of phrases may have thousands


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a file that people edit, said so that an editor of the spreadsheet can mend it."""

    path: Path
    line: int
    column: str
    value: str
    problem: str

    @property
    def where(self) -> str:
        """The file and the line; the file alone (line 0) for what stands on no line, such as a row that is missing."""
        return f"{self.path.name}:{self.line}" if self.line else self.path.name

    @property
    def what(self) -> str:
        """The column, the value and what is the matter with it; column `-` stands for the whole line."""
        column = f"column '{self.column}': " if self.column != "-" else ""
        value = self.value if len(self.value) <= LONGEST else f"{self.value[:LONGEST]}…"
        return f"{column}{value!r}: {self.problem}"

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class FaultyFile(StandpuntError):
    """A file that people edit holds faults; all of them are listed."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[FaultyFile], tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)  # else what a worker process raises arrives as one long fault


class KnowledgeError(FaultyFile):
    """Knowledge files hold faults; all of them are listed."""


class ReviewError(FaultyFile):
    """A sheet of reviews holds faults; all of them are listed, and none of its rows is taken in."""
