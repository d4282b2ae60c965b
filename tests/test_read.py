"""Reading: the file's own characters, or a reason why not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import standpunt
from standpunt.errors import UnreadablePaper
from standpunt.read import MAX_BYTES, read_source, source_from_text

DUTCH = "De leden van de CDA-fractie vragen of Oekraïne lid wordt.\n"


@pytest.mark.parametrize("text", [DUTCH, DUTCH.replace("\n", "\r\n") * 3, "\ufeff" + DUTCH, "\f" + DUTCH, DUTCH + "\t«§»\xa0…"])
def test_text_is_what_open_gives(tmp_path: Path, text: str) -> None:
    path = tmp_path / "stuk.txt"
    path.write_bytes(text.encode())
    source = read_source(path)
    with path.open(encoding="utf-8", newline="") as file:
        assert source.text == file.read()
    assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (source.name, source.media_type, source.warnings) == ("stuk.txt", "text/plain", ())


def test_markdown_is_told_from_text(tmp_path: Path) -> None:
    path = tmp_path / "stuk.MD"
    path.write_text("## Kop\n", encoding="utf-8")
    assert read_source(path).media_type == "text/markdown"
    assert source_from_text("## Kop", "stuk.md").media_type == "text/markdown"


def test_windows_1252_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "oud.txt"
    path.write_bytes("Oekraïne – «vrede»".encode("cp1252"))
    source = read_source(path)
    assert source.text == "Oekraïne – «vrede»"
    assert "Windows-1252" in source.warnings[0]
    assert "byte 5" in source.warnings[0]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("stuk.docx", b"PK\x03\x04", r"'\.docx' are not read; read are \.txt, \.md"),
        ("stuk", b"tekst", r"\(nothing\)"),
        ("leeg.txt", b"", "is empty"),
        ("wit.txt", b" \r\n\t\f\n", "white space only"),
        ("bom.txt", "\ufeff\n".encode(), "white space only"),
        ("pdf.txt", b"%PDF-1.7 ...", "a PDF file"),
        ("word.txt", b"PK\x03\x04....", "a Word file"),
        ("oud.txt", b"\xd0\xcf\x11\xe0....", "an old Word file"),
        ("foto.md", b"\x89PNG\r\n", "a PNG picture"),
        ("nul.txt", b"De Kamer\x00\x00\x01", "a binary file"),
        ("utf16.txt", "De Kamer".encode("utf-16"), "UTF-16"),
        ("ruis.txt", bytes(range(1, 32)) * 20, "control characters"),
    ],
)
def test_what_is_no_paper_is_refused_with_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadablePaper, match=reason) as caught:
        read_source(path)
    assert str(path) in str(caught.value)
    assert caught.value.args[0].rstrip().endswith(".")


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: takes no room
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("read although too large"))
    with pytest.raises(UnreadablePaper, match=r"20\.0 MB, allowed are 20 MB"):
        read_source(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePaper, match="can't be opened"):
        read_source(tmp_path / "weg.txt")
    (tmp_path / "map.txt").mkdir()
    with pytest.raises(UnreadablePaper, match="is a folder"):
        read_source(tmp_path / "map.txt")


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(UnreadablePaper, match="the text is empty"):
        source_from_text(" \n")


def test_half_a_character_is_refused_before_anything_is_made_of_it() -> None:
    text = "Het kabinet \ud83d steunt dit."
    with pytest.raises(UnreadablePaper, match=r"^stuk\.txt: at character 12 stands '\\ud.*half of a pair"):
        source_from_text(text, "stuk.txt")
    with pytest.raises(UnreadablePaper, match=r"^text\.txt: at character 12"):
        standpunt.annotate(text)
