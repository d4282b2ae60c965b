"""The grammar of persons' names in Dutch papers: initials, tussenvoegsels, surnames; and the id of who bears one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from standpunt import knowledge
from standpunt.knowledge import GivenName, NoSurname, Person, RoleWord

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĽŁŃŇŌŐŒŘŚŞŠŤŪŮŰŲŹŻŽȘȚ"
_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"  # with its accent, where that is a character of its own
_PARTICLE = r"(?:van|von|vom|de|den|der|het|’t|'t|ten|ter|te|tot|el|al|da|das|dos|del|di|du|la|le|bin|ibn|ben|op|in|aan|uit|zu|zur)"

_INITIALS: Final = re.compile(rf"(?:(?:[{_UPPER}]|Th|Ch|IJ|Ph|Fr|Joh)\.[ -]?)+")
_PARTICLES: Final = re.compile(rf"(?:{_PARTICLE}\s+)+", re.IGNORECASE)
# Hoekstra · Post-Meurs · Yeşilgöz-Zegerius · O’Brien · Al-Sisi · Faber-van de Klashorst
_WORD: Final = re.compile(
    rf"[{_UPPER}][\u0300-\u036f]*{_LETTER}*(?:-(?i:van|de|der|den|ten|ter)(?:\s+de[rn]?)?\s+[{_UPPER}]{_LETTER}+|[’'-]{_LETTER}+)*(?![^\W\d_])"
)

# streets, institutes and funds bear names of persons
_PLACE: Final = re.compile(r"(?:straat|gracht|kade|plein|fonds|instituut|stichting|universiteit|ziekenhuis|kazerne|commissie)$")

#: A member's surname behind `de heer` or `het lid`, where the words around it are searched too.
SURNAME: Final = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Tt]e|[Ee]l|’t|in|op)\s+)*[A-ZÀ-Ž][\w’'-]+"

#: Reads one word: tells whether it can't be part of a name.
Barred = Callable[[int, int], bool]

#: More words than this no name has in these papers: "Luiz Inácio Lula da Silva" stands in the list of persons.
MOST_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, and where its surname begins."""

    at: int
    to: int
    surname: int

    def id(self, text: str) -> str:
        """Return the id of who bears the name."""
        return person_id(text[self.surname : self.to])


@dataclass(frozen=True, slots=True)
class _Part:
    at: int  # with its tussenvoegsels
    to: int
    word: str
    particled: bool


def read(text: str, at: int, barred: Barred, *, sure: bool = False) -> Name | None:
    """Return the name that begins at `at`; `sure` takes its first word for a given name whatever it is.

    A tussenvoegsel begins a name with a capital (`Van der Wielen`) and stands in lower case after initials or a given name.

    >>> text = "H.J. van Aalsteren zegt"
    >>> read(text, 0, lambda at, to: False).id(text)
    'person/VanAalsteren'
    """
    initials = _INITIALS.match(text, at)
    pos = initials.end() if initials else at
    parts: list[_Part] = []
    while len(parts) < MOST_WORDS:
        particles = _PARTICLES.match(text, pos)
        if particles and not _takes_particles(parts, bool(initials), particles.group(), sure):
            particles = None
        word = _WORD.match(text, particles.end() if particles else pos)
        if not word or word.end() - word.start() < 2 or barred(word.start(), word.end()):
            break
        if parts and parts[-1].word.isupper() != word.group().isupper():
            break  # a heading ends, and a sentence begins
        parts.append(_Part(pos, word.end(), word.group(), bool(particles)))
        if text[word.end() : word.end() + 1] != " ":
            break
        pos = word.end() + 1
    return Name(at, parts[-1].to, _surname(text, parts, bool(initials))) if parts else None


def _takes_particles(parts: list[_Part], initials: bool, particles: str, sure: bool) -> bool:
    """Tell whether a tussenvoegsel may stand here: with a capital first, in lower case behind initials or a given name.

    In capitals (`ROEMER DE JONG`) it goes with the name whatever stands before it: there it is never a name's own word.
    """
    if not parts:
        return initials or particles[0].isupper()
    shouted = parts[-1].word.isupper() and particles.isupper()
    return is_given(parts[-1].word) or ((sure or shouted) and len(parts) == 1)


def _surname(text: str, parts: list[_Part], initials: bool) -> int:
    """Return where the surname begins: at the tussenvoegsel, behind initials, or at the last word."""
    if initials:
        return parts[0].at
    particled = next((part.at for part in parts if part.particled), None)
    if particled is not None:
        return particled
    return parts[0].at if text[parts[0].at : parts[-1].to].casefold() in _double_surnames() else parts[-1].at


def bearer(name: str) -> str:
    """Return the id of who bears a name that stands alone: in a title, before a speech, below a motion, in whatever case.

    >>> bearer("VAN DER LEE"), bearer("Tom van der Lee"), bearer("ROEMER DE JONG"), bearer("Bruins Slot")
    ('person/VanDerLee', 'person/VanDerLee', 'person/DeJong', 'person/BruinsSlot')
    """
    name = " ".join(name.split()).strip(" .,*")
    known = _ids().get(unicodedata.normalize("NFC", name).casefold())
    if known:
        return known
    found = read(name, 0, lambda at, to: False, sure=True)
    return found.id(name) if found else person_id(name)


def person_id(surname: str) -> str:
    """Return the id of a person: the surname with its parts glued together.

    >>> person_id("Van der Wielen"), person_id("Post-Meurs"), person_id("El Idrissi")
    ('person/VanDerWielen', 'person/Post-Meurs', 'person/ElIdrissi')
    """
    surname = unicodedata.normalize("NFC", surname)
    known = _ids().get(surname.casefold())
    if known:
        return known
    shouted = surname.isupper()
    parts = (part.title() if shouted else part for part in re.split(r"[\s’']+", surname.strip()) if part)
    return "person/" + "".join(part[0].upper() + part[1:] for part in parts)


def is_no_surname(word: str) -> bool:
    """Tell whether a capitalised word belongs to an office, a body or a place; a double name of which a part does may be a person's.

    >>> is_no_surname("Landbouw"), is_no_surname("Landbouw-Natuur"), is_no_surname("Vermeulen-Prins")
    (True, True, False)
    """
    return bool(_PLACE.search(word)) or all(part.capitalize() in no_surnames() for part in word.split("-"))


def is_given(word: str) -> bool:
    """Tell whether a word is a given name."""
    return word in _given_names() or (word.isupper() and word.capitalize() in _given_names())


@lru_cache
def _given_names() -> frozenset[str]:
    return frozenset(row.naam for row in knowledge.table(GivenName))


@lru_cache
def _ids() -> dict[str, str]:
    """Return the ids of the persons known by name, by each of their names."""
    return {form.casefold(): row.id for row in knowledge.table(Person) for form in (row.naam, *row.vormen)}


@lru_cache
def _double_surnames() -> frozenset[str]:
    """Return the surnames of two words among the persons known, in lower case."""
    forms = (form for row in knowledge.table(Person) for form in row.vormen)
    return frozenset(form.casefold() for form in forms if form.count(" ") == 1 and not is_given(form.split()[0]))


@lru_cache
def portfolio_words() -> frozenset[str]:
    """Return the words of which offices' names are made."""
    return frozenset(row.woord for row in knowledge.table(NoSurname) if row.portefeuille)


@lru_cache
def no_surnames() -> frozenset[str]:
    """Return the capitalised words that follow a title and are no surname; titles are among them."""
    titles = (row.vorm.capitalize() for row in knowledge.table(RoleWord) if row.vorm.isalpha())
    return frozenset([*(row.woord for row in knowledge.table(NoSurname)), *titles])
