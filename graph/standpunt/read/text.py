"""Plain text and Markdown: the file's own characters, with its line ends and its byte order mark."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path
from typing import Final

from standpunt.errors import UnreadablePaper
from standpunt.model import Source

#: How files begin that are no text whatever their suffix says, and what they are.
MAGIC: Final[dict[bytes, str]] = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a Word file or another zip archive",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF file",
}

#: Half of a pair by which UTF-16 writes one sign.
SURROGATE: Final = re.compile("[\ud800-\udfff]")

#: Text written by a word processor has form feeds and stray controls, but few of them.
MAX_CONTROL_SHARE: Final = 0.01


def read_text(path: Path) -> Source:
    """Return the text of a .txt or .md file: UTF-8, else Windows-1252 with a warning.

    Raises:
        UnreadablePaper: the file is empty, or no text.
    """
    data = path.read_bytes()
    if problem := _binary(data):
        raise UnreadablePaper(f"{path}: is {problem}, not the text that {path.suffix!r} promises. Save the paper as plain text.")
    warnings = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        # cp1252 leaves five bytes undefined; replacing them keeps one character a byte
        text = data.decode("cp1252", errors="replace")
        warnings.append(f"byte {error.start} is no UTF-8; read as Windows-1252. Check accented letters, or save it as UTF-8.")
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        what = "is empty" if not data else "holds white space only"
        raise UnreadablePaper(f"{path}: {what}; expected is the text of one paper. Save the file again.")
    if (share := _control_share(text)) > MAX_CONTROL_SHARE:
        raise UnreadablePaper(
            f"{path}: {share:.0%} of its characters are control characters, allowed is {MAX_CONTROL_SHARE:.0%}."
            " Save the paper as plain text."
        )
    return _source(path.name, text, data, tuple(warnings))


def source_from_text(text: str, name: str = "text.txt") -> Source:
    """Return a text that came without a file as a Source.

    Raises:
        UnreadablePaper: the text is empty or white space only, or holds half a sign.
    """
    if not text.strip():
        raise UnreadablePaper(f"{name}: the text is empty; expected is the text of one paper.")
    if half := SURROGATE.search(text):
        raise UnreadablePaper(
            f"{name}: at character {half.start()} stands {half[0]!r}, half of a pair of UTF-16 and no character."
            " Decode the text again; errors='replace' puts a question mark there."
        )
    return _source(name, text, text.encode(), ())


def _source(name: str, text: str, data: bytes, warnings: tuple[str, ...]) -> Source:
    markdown = name.lower().endswith(".md")
    return Source(name, text, hashlib.sha256(data).hexdigest(), "text/markdown" if markdown else "text/plain", warnings)


def _binary(data: bytes) -> str | None:
    """Say what a file is that is no text."""
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            return what
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text in UTF-16; only UTF-8 and Windows-1252 are read. It therefore counts as a binary file"
    return "a binary file (it holds NUL bytes)" if b"\x00" in data else None


def _control_share(text: str) -> float:
    controls = sum(1 for char in set(text) if unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v")
    if not controls:
        return 0.0
    return sum(1 for char in text if unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v") / len(text)
