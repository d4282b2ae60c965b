"""Which files hold papers, and what their folder's `sources.csv` says about them."""

from __future__ import annotations

import csv
import glob
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from standpunt.errors import NothingToRead, StandpuntError
from standpunt.read import READERS

SOURCES: Final = "sources.csv"
#: What papers are often kept in, and nobody reads so far.
UNREAD: Final = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".xml", ".json")
#: Files that stand beside papers and are none, whatever their suffix.
NO_PAPERS: Final = ("readme", "license", "licence", "changelog", "contributing", "notice")


@dataclass(frozen=True, slots=True)
class Input:
    """A file that is to be built, what it is called in this build, and the row of `sources.csv` about it.

    The name is the path below the folder that was asked for, `2024/brief.txt`: the same wherever that folder lies, so that it can stand in
    the graph, and of one file only.
    """

    path: Path
    name: str
    metadata: Mapping[str, str] = field(default_factory=dict)


def find(paths: Iterable[Path | str], outside: Path) -> list[Input]:
    """Return the files that the paths name: files, folders with all below them, and globs; each once, in their order.

    Args:
        paths: what was asked for. A file that is named is tried whatever it is; in folders only files that some reader reads count.
        outside: a folder whose files are not taken, even if it lies inside one of the paths: the graph's own.

    Raises:
        NothingToRead: none of the paths leads to a file.
        StandpuntError: a `sources.csv` can't be read.
    """
    paths = list(paths)
    found: dict[Path, tuple[Path, Path]] = {}
    for given in paths:
        for root, path in _files(Path(given), outside.resolve()):
            found.setdefault(path.resolve(), (root, path))
    if not any(path.exists() for path in found):
        looked = "; ".join(_nothing_at(Path(given), outside) for given in paths) or "no path was named"
        raise NothingToRead(
            f"nothing to read: {looked}. Read are files ending in {' or '.join(READERS)}, in a folder all below it but README and the like."
            " Name files or folders with papers; save a paper in another form as plain text."
        )
    rows = {folder: _rows(folder / SOURCES) for folder in {path.parent for _, path in found.values()}}
    names = _names(found.values())
    return [Input(path, name, rows[path.parent].get(path.name, {})) for name, (_, path) in zip(names, found.values(), strict=True)]


def passed_over(paths: Iterable[Path | str], outside: Path) -> list[Path]:
    """Return the files in folders that may well be papers, but in a form that no reader reads, or with a name that papers don't have."""
    folders = [Path(given) for given in paths if Path(given).is_dir()]
    below = (path for folder in folders for path in _below(folder, outside.resolve()))
    return [path for path in below if path.suffix.lower() in UNREAD or (path.suffix.lower() in READERS and is_beside_papers(path))]


def is_beside_papers(path: Path) -> bool:
    """Tell whether a file has the name of one that stands beside papers, such as README.md."""
    return path.stem.lower().startswith(NO_PAPERS)


def metadata(path: Path) -> Mapping[str, str]:
    """Return the row of the folder's `sources.csv` about a file; empty where there is none.

    Raises:
        StandpuntError: the `sources.csv` can't be read.
    """
    return _rows(path.parent / SOURCES).get(path.name, {})


def _files(path: Path, outside: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the files that a path names, each with the folder that was asked for."""
    if path.is_dir():
        yield from ((path, paper) for paper in _papers_below(path, outside))
    elif not path.exists() and glob.has_magic(str(path)):
        root = next(parent for parent in path.parents if not glob.has_magic(str(parent)))
        matches = sorted(map(Path, glob.glob(str(path), recursive=True)))
        for match in matches or [path]:  # a pattern without a match is reported like a file that isn't there
            yield from ((root, paper) for paper in (_papers_below(match, outside) if match.is_dir() else [match]))
    else:
        yield path.parent, path


def _names(found: Collection[tuple[Path, Path]]) -> list[str]:
    """Return what files are called: the path below their folder, and as much of the folder's own path as tells two of them apart."""
    names = [path.relative_to(root).as_posix() for root, path in found]
    above = [list(root.resolve().parts[1:]) for root, _ in found]
    while len(set(names)) < len(names):
        often = Counter(names)
        names = [f"{folders.pop()}/{name}" if often[name] > 1 and folders else name for name, folders in zip(names, above, strict=True)]
    return names


def _nothing_at(given: Path, outside: Path) -> str:
    """Say what was looked for at a path where no file was found."""
    if given.is_dir():
        others = [path for path in _below(given, outside.resolve()) if path.is_file()]
        return f"the folder {given} holds no papers" + (f", though {len(others)} other files" if others else "")
    return f"no file fits {given}" if glob.has_magic(str(given)) else f"{given}: there is no such file or folder"


def _papers_below(folder: Path, outside: Path) -> Iterator[Path]:
    return (path for path in _below(folder, outside) if path.suffix.lower() in READERS and not is_beside_papers(path))


def _below(folder: Path, outside: Path) -> Iterator[Path]:
    if folder.resolve() == outside:
        return
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, outside)
        else:
            yield path


def _rows(path: Path) -> Mapping[str, Mapping[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise StandpuntError(f"{path}: can't be read as CSV in UTF-8: {error}") from error
    if rows and "file" not in rows[0]:
        raise StandpuntError(f"{path}: has no column 'file' that names the file of each row; columns are: {', '.join(rows[0])}")
    return {row["file"]: {column: cell.strip() for column, cell in row.items() if column and isinstance(cell, str)} for row in rows}
