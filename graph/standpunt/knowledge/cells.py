"""Cells of the knowledge files: what each sort may hold, and how it is read.

The annotation of a row's field says what its cell may hold: `str` (not empty), `str | None`, `tuple[str, ...]` (parts
between semicolons), `date | None` (2023-03-22), `int | None`, `float | None`, `bool` (ja or nee), or a `Literal`;
`Annotated` adds what it looks like (`Shape`, `Filled`).
"""

from __future__ import annotations

import re
import types
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a cell, or each part of it, looks like; `allowed` says it in words."""

    expression: str
    allowed: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell of several parts has one at least."""


_CAPITAL = "A-ZÀ-ÖØ-Þ"
FactionId: TypeAlias = Annotated[str, Shape(r"faction/[^\s/]+", "faction/ and a short name, such as faction/VVD")]
CountryId: TypeAlias = Annotated[str, Shape(r"country/[A-Z]{2}", "country/ and two capitals of ISO 3166-1, such as country/UA")]
OrganisationId: TypeAlias = Annotated[str, Shape(r"org/[^\s/]+", "org/ and a short name, such as org/NAVO")]
PersonId: TypeAlias = Annotated[str, Shape(r"person/[^\s/]+", "person/ and a surname without spaces, such as person/Poetin")]
InstrumentId: TypeAlias = Annotated[str, Shape(r"instrument/[^\s/]+", "instrument/ and a short name, such as instrument/NavoVerdrag")]
TopicId: TypeAlias = Annotated[str, Shape(r"topic/[a-z0-9-]+", "topic/ and small letters, digits and hyphens: topic/sancties-rusland")]
RuleId: TypeAlias = Annotated[str, Shape(r"[^\s/]+", "a name without spaces, such as zorgen-maken")]
#: Sentences are read in small letters, so a capital in one of these would never be found.
_SMALL = Shape(rf"[^{_CAPITAL}]+", "small letters only; sentences are compared in small letters")
Lower: TypeAlias = Annotated[str, _SMALL]
LowerWords: TypeAlias = Annotated[tuple[str, ...], _SMALL]
Phrases: TypeAlias = Annotated[tuple[str, ...], Filled(), _SMALL]
Several: TypeAlias = Annotated[tuple[str, ...], Filled()]
#: Words that become part of a longer pattern, so that they hold nothing but letters.
Capitalised: TypeAlias = Annotated[str, Shape(rf"[{_CAPITAL}][^\W\d_]*(?:-[^\W\d_]+)*", "one word that begins with a capital")]
SmallLetters: TypeAlias = Annotated[str, Shape(rf"(?:(?![{_CAPITAL}])[^\W\d_])+", "one word in small letters")]
Weight: TypeAlias = Annotated[int, Shape(r"[1-9]\d*", "a whole number of 1 or more")]
Number: TypeAlias = Annotated[str, Shape(r"\d+", "digits only, without spaces")]
Address: TypeAlias = Annotated[str, Shape(r"https?://[^\s<>\"{}|\\^`]+", "an address on the web: https://…")]
Named: TypeAlias = Annotated[str, Shape(r".*[^\W_].*", "at least one letter or digit")]


#: Columns for people, not for rules.
REMARKS = ("bron", "toelichting")


class Refused(ValueError):
    """A cell, or a part of it, can't be taken; the message says what is allowed."""

    def __init__(self, value: str, allowed: str) -> None:
        super().__init__(allowed)
        self.value = value


#: Signs that nobody sees or means, by what they are. Each makes a word that is found in no paper.
_STRAY = (
    (
        re.compile("\ufffd|\u00c3[\u00a0-\u00bf]|\u00e2\u20ac"),
        "letters were lost on the way (é became Ã©, or a question mark); open the file as UTF-8 and type them again",
    ),
    (re.compile(r"[\r\n\t\v\f]"), "a line break or tab within the cell; type a space instead"),
    (re.compile("[\u00a0\u2007\u202f]"), "a space that does not break the line, as word processors and web pages have; type a plain space"),
    (
        re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]"),
        "a sign that can't be seen, as word processors and web pages have; type the cell again",
    ),
)


def text_of(column: str, text: str) -> str:
    """Return the text of a cell with accents as one sign with their letter, as papers have them."""
    for signs, problem in _STRAY[: 1 if column in REMARKS else None]:
        if found := signs.search(text.strip()):
            raise Refused(text.strip(), f"{problem}: {found[0]!r}")
    return unicodedata.normalize("NFC", text.strip())


def value_of(kind: Any, text: str) -> Any:
    """Return the value of a cell; raises `Refused`, which says what was allowed."""
    if get_origin(kind) is Annotated:
        inner, *demands = get_args(kind)
        value = value_of(inner, text)
        for demand in demands:
            _meet(demand, value, text)
        return value
    if get_origin(kind) in (types.UnionType, Union):
        if not text:
            return None
        return value_of(next(option for option in get_args(kind) if option is not type(None)), text)
    if get_origin(kind) is tuple:
        parts = (" ".join(part.split()) for part in text.split(SEPARATOR))
        return tuple(value_of(get_args(kind)[0], part) for part in parts if part)
    if get_origin(kind) is Literal:
        if text not in get_args(kind):
            raise Refused(text, f"allowed: {', '.join(map(str, get_args(kind)))}")
        return text
    if kind is bool:
        if text not in ("ja", "nee"):
            raise Refused(text, "allowed: ja, nee")
        return text == "ja"
    if kind in _READ:
        read_value, allowed = _READ[kind]
        try:
            return read_value(text)
        except ValueError:
            raise Refused(text, f"allowed: {allowed}") from None
    if not text:
        raise Refused(text, "must not be empty")
    return text


#: How numbers and days are read, and what to say when they can't be.
_READ: dict[Any, tuple[Any, str]] = {
    int: (int, "a whole number"),
    float: (float, "a number such as 0.87, with a full stop"),
    date: (date.fromisoformat, "a date such as 2023-03-22"),
}


def _meet(demand: Shape | Filled, value: Any, text: str) -> None:
    """Refuse a value that doesn't look as its column demands."""
    if isinstance(demand, Filled):
        if not value:
            raise Refused(text, "must not be empty; several values stand between semicolons")
        return
    for part in value if isinstance(value, tuple) else (value,):
        if not re.fullmatch(demand.expression, str(part)):
            raise Refused(str(part), f"allowed: {demand.allowed}")
