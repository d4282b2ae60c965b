"""Files → Source. A new kind of file is one module with a reader and one entry in `READERS`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from standpunt.errors import UnreadablePaper
from standpunt.model import Source
from standpunt.read.text import read_text, source_from_text

__all__ = ["MAX_BYTES", "READERS", "read_source", "source_from_text"]

#: Suffix, in lower case, and who reads it.
READERS: Final[dict[str, Callable[[Path], Source]]] = {
    ".txt": read_text,
    ".md": read_text,
}

MAX_BYTES: Final = 20 * 1024 * 1024  # the longest debates since 1995 stay under 2 MB of text


def read_source(path: str | Path) -> Source:
    """Return the text of a file, character for character as it stands there.

    Raises:
        UnreadablePaper: there is no such file, nobody reads its suffix, or it is empty, too large or no text.
    """
    path = Path(path)
    if not path.exists():
        raise UnreadablePaper(f"{path}: can't be opened (there is no such file or folder). Check the path.")
    if path.is_dir():
        raise UnreadablePaper(f"{path}: is a folder, and one paper was asked for. Name a file ending in {' or '.join(READERS)}.")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadablePaper(
            f"{path}: files ending in {path.suffix or '(nothing)'!r} are not read; read are {', '.join(READERS)}."
            " Save the paper as plain text."
        )
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadablePaper(f"{path}: can't be opened ({error.strerror}). Check the path and the rights.") from error
    if not path.is_file():
        raise UnreadablePaper(f"{path}: is no file. Name a file ending in {' or '.join(READERS)}.")
    if size > MAX_BYTES:
        raise UnreadablePaper(
            f"{path}: {size / 2**20:.1f} MB, allowed are {MAX_BYTES // 2**20} MB. One file holds one paper; split the file by paper."
        )
    try:
        return reader(path)
    except OSError as error:
        raise UnreadablePaper(f"{path}: can't be read ({error.strerror}). Check the rights, and the disk it is on.") from error
