"""`look.toml`, typed: colour, shape and words, in Dutch and English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

LOOK: Final = Path(__file__).with_name("look.toml")


@dataclass(frozen=True, slots=True)
class KindLook:
    """How nodes of one kind look, and what the legend calls them."""

    nl: tuple[str, str]  # one, several
    en: tuple[str, str]
    fill: str
    line: str
    text: str
    radius: int
    mark: str


@dataclass(frozen=True, slots=True)
class RelationLook:
    """How edges of one relation look, and what the legend calls them."""

    nl: str
    en: str
    colour: str
    dashes: tuple[int, ...]
    firm_nl: str | None = None  # what it is called where its claims add up to a position
    firm_en: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """What a view is called, and how it is read."""

    nl: str
    en: str
    lead_nl: str
    lead_en: str


@dataclass(frozen=True, slots=True)
class Look:
    """All that `look.toml` says."""

    kinds: Mapping[str, KindLook]
    relations: Mapping[str, RelationLook]
    titles: Mapping[str, Title]
    groups: Mapping[str, tuple[str, str]]
    texts: Mapping[str, tuple[str, str]]


@cache
def read_look(path: Path = LOOK) -> Look:
    """Return a look from its file."""
    with path.open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)
    return Look(
        kinds={name: KindLook(**row | {"nl": tuple(row["nl"]), "en": tuple(row["en"])}) for name, row in found["kind"].items()},
        relations={name: RelationLook(**row | {"dashes": tuple(row["dashes"])}) for name, row in found["relation"].items()},
        titles={name: Title(**row) for name, row in found["view"].items()},
        groups={name: (row["nl"], row["en"]) for name, row in found["group"].items()},
        texts={name: (nl, en) for name, (nl, en) in found["text"].items()},
    )
