"""Rows by which names are found: of factions, countries, organisations, persons, meetings, treaties; and what is no name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from standpunt.knowledge.cells import Capitalised, CountryId, FactionId, InstrumentId, Named, OrganisationId, PersonId, Shape, SmallLetters
from standpunt.model import Chamber


@dataclass(frozen=True, slots=True)
class Faction:
    """A parliamentary group, over one unbroken period under one name."""

    id: FactionId
    naam: Named
    naam_en: str | None
    afkorting: str
    vormen: tuple[str, ...]  # other written forms: "Partij voor de Dieren", "GL"
    geldig_van: date | None
    geldig_tot: date | None
    voorgangers: tuple[str, ...]  # ids of the factions it came out of
    kamers: tuple[Chamber, ...]
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what the cell types can't say: the order of the days."""
        if self.geldig_van and self.geldig_tot and self.geldig_tot <= self.geldig_van:
            yield "geldig_tot", f"lies before geldig_van, {self.geldig_van}; allowed: a later day, or nothing"


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166-1 (and Kosovo) with the words for it."""

    id: CountryId
    naam: str
    naam_en: str
    vormen: tuple[str, ...]  # other names: "VS", "Wit-Rusland"
    bijvoeglijk: tuple[str, ...]  # "Russisch", "Russische"
    inwoners: tuple[str, ...]  # "Rus", "Russen"
    bron: str | None
    toelichting: str | None


OrganisationSort: TypeAlias = Literal[
    "adviesraad",
    "agentschap",
    "bank",
    "bedrijf",
    "beraad",
    "eu",
    "eu_agentschap",
    "eu_raad",
    "gewapende_groep",
    "hoog_college",
    "inspectie",
    "internationaal",
    "kamer",
    "kennisinstelling",
    "koepel",
    "krijgsmacht",
    "media",
    "ministerie",
    "missie",
    "museum",
    "navo",
    "ngo",
    "overheid",
    "pensioenfonds",
    "planbureau",
    "programma",
    "rechterlijk",
    "staatsdeelneming",
    "vakbond",
    "zelfstandig",
    "ziekenhuis",
]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or one of its bodies."""

    id: OrganisationId
    naam: str
    naam_en: str | None
    vormen: tuple[str, ...]  # other written forms, abbreviations among them
    soort: OrganisationSort
    onderdeel_van: str | None
    tooi: Annotated[str, Shape(r"[a-z]+\d+", "a code such as mnre1010")] | None  # in the national list of government bodies, where certain
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class NoName:
    """What looks like a name, or holds one, and names no entity: "Latijns-Amerika"."""

    id: str
    vorm: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A title or form of address before a person's name."""

    id: str
    vorm: str
    soort: Literal["ambt", "aanspreking", "lid", "graad"]
    meervoud: bool  # announces several: "de leden Verhulst en Ter Beek"
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name: with a capitalised word behind it, it names a person."""

    id: str
    naam: Capitalised
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class NoSurname:
    """A word that stands with a capital behind a title and is no surname: "Minister Buitenlandse Zaken"."""

    id: str
    woord: Capitalised
    portefeuille: bool  # part of an office's name, behind which the name may follow: "Minister van Financiën Dijsselbloem"
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person known by name alone."""

    id: PersonId
    naam: str
    naam_en: str | None
    vormen: tuple[str, ...]  # other forms that name the person beyond doubt
    functie: str | None
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """A noun for a meeting."""

    id: str
    vorm: str
    soort: Literal["kamer", "raad", "top", "bijeenkomst", "bezoek"]
    zelfstandig: bool  # names one meeting without a date or place beside it: "tweeminutendebat"
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class NameHead:
    """The word that tells what a name in capitals is a name of: "Centrum voor …", "… Fund".

    `achteraan`: whether a name may end in it, as a word of its own ("Mulier Instituut", "Innovation Fund") or as the tail
    of one ("Hartstichting" too).
    """

    id: str
    woord: Capitalised
    soort: Literal["organisatie", "instrument"]
    naam_erachter: bool  # the name may follow without a preposition: "Universiteit Leiden", but not "Raad Leiden"
    achteraan: Literal["woord", "samenstelling"] | None
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield a word that can't be the tail of another."""
        if self.achteraan == "samenstelling" and self.woord != self.woord.capitalize():
            yield "woord", "allowed where achteraan is samenstelling: a capital and then small letters only"


@dataclass(frozen=True, slots=True)
class CompoundHead:
    """The second part of a compound with a name: "Ruslandbeleid"."""

    id: str
    woord: SmallLetters
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, law, programme or strategy with a name."""

    id: InstrumentId
    naam: str
    naam_en: str | None
    vormen: tuple[str, ...]
    soort: Literal["verdrag", "eu_recht", "wet", "strategie", "programma", "fonds", "akkoord", "besluit", "systeem"]
    bron: str | None
    toelichting: str | None
