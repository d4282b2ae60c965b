"""Rows about the language itself: verbs, classes and lists of words, abbreviations, hyphens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from standpunt.knowledge.cells import Lower, LowerWords, Phrases, Shape, SmallLetters


@dataclass(frozen=True, slots=True)
class Verb:
    """A strong or irregular verb; regular ones need no row. `id` is the infinitive without its particle."""

    id: SmallLetters
    tegenwoordig: LowerWords
    verleden: LowerWords
    deelwoord: LowerWords
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of function words; `woorden` are separated by blanks, since punctuation counts among them."""

    id: str
    woorden: Lower
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that stand in one place of many cue phrases, written there as `<onwenselijk>`.

    `richting`: what the words say of what they are said of; empty for words that judge nothing (`voorstel`, `stap`).
    """

    id: str
    richting: Literal["voor", "tegen", "zorg"] | None
    woorden: Annotated[
        Phrases, Shape(r"<[^<>\s]+>|[^<>\s{}*?~…/]+", "one word each (a phrase of several can't fill one place), or another list: <naam>")
    ]
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation with a full stop."""

    id: str
    afkorting: Annotated[str, Shape(r"\S+\.", "a word that ends in a full stop")]
    einde: bool  # a sentence may end in it
    voorbeeld: str  # one sentence; with `einde` two, of which the first ends in it
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class SmallWord:
    """A word by which layout is understood: no text ends in it, it makes a sentence, or it is part of a surname."""

    id: str
    woord: str
    soort: Literal["open", "persoonsvorm", "voegsel"]
    voorbeeld: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class HyphenPart:
    """Part of a word that keeps its hyphen at the end of a line."""

    id: str
    deel: str
    plaats: Literal["voor", "achter", "los"]  # before the hyphen, behind a name and a hyphen, or a word of its own behind it
    voorbeeld: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class CommonWord:
    """Words too common in papers to be a subject by themselves."""

    id: str
    woorden: Phrases
    bron: str | None
    toelichting: str | None
