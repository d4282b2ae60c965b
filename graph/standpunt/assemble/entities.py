"""Entities that no knowledge file describes: type and name, told by their id alone.

Two papers that name the same person, meeting or document therefore write the same triples about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, Triple

from standpunt.assemble import terms
from standpunt.assemble.nodes import day, dutch, node
from standpunt.model import MONTHS

#: The class of an entity by the first part of its id. Ids without one of these are documents.
CLASSES: Mapping[str, NamedNode] = {
    "actor": terms.ACTOR,
    "country": terms.COUNTRY,
    "faction": terms.FACTION,
    "instrument": terms.INSTRUMENT,
    "meeting": terms.MEETING,
    "motion": terms.MOTION,
    "org": terms.ORGANISATION,
    "person": terms.PERSON,
    "rule": terms.RULE,
    "topic": terms.TOPIC,
}

CHAMBER_NUMERALS = {"tk": "II", "ek": "I"}

# kst-36200-V-73, kst-21501-02-2433, kst-33328-AI: dossier, what its number goes on with, number of the paper
KAMERSTUK = re.compile(r"kst-(?P<dossier>\d+(?:-\w+)??)-(?P<number>[0-9A-Z]+)")
# h-tk-20212022-23-3: chamber, session year, number of the sitting, item
HANDELINGEN = re.compile(r"h-(?P<chamber>tk|ek)-(?P<year>\d{4})\d\d(?P<until>\d\d)-(?P<number>\d+)(?:-(?P<item>\d+))?")
# ah-tk-20242025-2349: answered written questions
AANHANGSEL = re.compile(r"ah-(?P<chamber>tk|ek)-(?P<year>\d{4})\d\d(?P<until>\d\d)-(?P<number>\d+)")
# Van, Der in VanDerWielen; not in Vandersteen, where no capital follows
TUSSENVOEGSEL = re.compile(r"(?:Van|Von|De|Den|Der|Het|Ten|Ter|Te|El|Al|Op|In|La|Le|Di|Da|Dos|Bin|Ben)(?=[A-ZÀ-Þ])")
# motion/Bosgraaf-kst-28676-396, motion/Kerkstra-de-maakindustrie: the paper that cites it, or what it is about; movers begin with a capital
BEHIND_MOVERS = re.compile(r"-(?=[^\WA-ZÀ-Þ])")
# meeting/2022-01-07-NAVO: first day, what else is known
MEETING = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:-(?P<rest>.+))?")


def entity_triples(ident: str) -> Iterator[Triple]:
    """Yield type and name of an entity."""
    it = node(ident)
    kind, slash, name = ident.partition("/")
    if not slash:
        yield from _document_triples(ident)
    else:
        yield Triple(it, terms.TYPE, CLASSES[kind])
        yield Triple(it, terms.LABEL, dutch(NAMES[kind](name) if kind in NAMES else name))
        if kind == "meeting" and (held := _first_day(name)):
            yield Triple(it, terms.START_DATE, day(held))
        if kind == "topic":
            yield Triple(it, terms.TYPE, terms.CONCEPT)


def _document_triples(ident: str) -> Iterator[Triple]:
    it = node(ident)
    yield Triple(it, terms.TYPE, terms.DOCUMENT)
    yield Triple(it, terms.LABEL, dutch(document_name(ident)))
    yield Triple(it, terms.IDENTIFIER, Literal(ident))
    if found := KAMERSTUK.fullmatch(ident):
        dossier = f"dossier/{found['dossier']}"
        yield Triple(it, terms.IN_DOSSIER, node(dossier))
        yield Triple(it, terms.PAPER_NUMBER, Literal(found["number"]))
        yield Triple(node(dossier), terms.TYPE, terms.DOSSIER)
        yield Triple(node(dossier), terms.LABEL, dutch(f"dossier {dossier_name(found['dossier'])}"))


def is_described(ident: str) -> bool:
    """Tell whether an id is of a kind that `entity_triples` describes; answers and claims of other papers are not."""
    kind, slash, _ = ident.partition("/")
    return kind in CLASSES if slash else True


def dossier_name(dossier: str) -> str:
    """Return a dossier as it is printed.

    >>> dossier_name("36200-V"), dossier_name("21501-02")
    ('36200 V', '21501-02')
    """
    number, dash, suffix = dossier.partition("-")
    return f"{number} {suffix}" if dash and not suffix[0].isdigit() else dossier


def document_name(ident: str) -> str:
    """Return what a document is called, or its id where that tells nothing.

    >>> document_name("kst-36200-V-73")
    'Kamerstuk 36200 V, nr. 73'
    >>> document_name("h-tk-20212022-23-3")
    'Handelingen II 2021/22, nr. 23, item 3'
    """
    if found := KAMERSTUK.fullmatch(ident):
        return f"Kamerstuk {dossier_name(found['dossier'])}, nr. {found['number']}"
    if found := HANDELINGEN.fullmatch(ident):
        item = f", item {found['item']}" if found["item"] else ""
        return f"Handelingen {CHAMBER_NUMERALS[found['chamber']]} {found['year']}/{found['until']}, nr. {found['number']}{item}"
    if found := AANHANGSEL.fullmatch(ident):
        return f"Aanhangsel Handelingen {CHAMBER_NUMERALS[found['chamber']]} {found['year']}/{found['until']}, nr. {found['number']}"
    return ident


def meeting_name(name: str) -> str:
    """Return what a meeting is called.

    >>> meeting_name("2022-01-07-NAVO")
    'bijeenkomst NAVO, 7 januari 2022'
    """
    found = MEETING.fullmatch(name)
    held = _first_day(name)
    if not found or not held:
        return f"bijeenkomst {name.replace('-', ' ')}"
    what = f"bijeenkomst {found['rest'].replace('-', ' ')}" if found["rest"] else "bijeenkomst"
    return f"{what}, {held.day} {MONTHS[held.month - 1]} {held.year}"


def motion_name(name: str) -> str:
    """Return what a motion is called that is not known by its paper.

    >>> motion_name("TenBrinke-Verkaik"), motion_name("Bosgraaf-kst-28676-396"), motion_name("Kerkstra-de-maakindustrie")
    ('motie Ten Brinke Verkaik', 'motie Bosgraaf in Kamerstuk 28676, nr. 396', 'motie Kerkstra (de maakindustrie)')
    """
    movers, *more = BEHIND_MOVERS.split(name, maxsplit=1)
    place = ""
    if more:
        paper = document_name(more[0])
        place = f" in {paper}" if paper != more[0] else f" ({paper.replace('-', ' ')})"
    return f"motie {' '.join(map(person_name, movers.split('-')))}{place}"


def person_name(name: str) -> str:
    """Return a surname as it is written, with the tussenvoegsels that an id glues to it.

    >>> person_name("VanDerWielen"), person_name("Post-Meurs"), person_name("DenHaan")
    ('Van der Wielen', 'Post-Meurs', 'Den Haan')
    """
    parts: list[str] = []
    while found := TUSSENVOEGSEL.match(name):
        parts.append(found[0].lower() if parts else found[0])
        name = name[found.end() :]
    return " ".join([*parts, name])


#: How the name of an entity is told from the rest of its id, where it is not that itself.
NAMES: Mapping[str, Callable[[str], str]] = {"meeting": meeting_name, "motion": motion_name, "person": person_name}


def _first_day(name: str) -> date | None:
    found = MEETING.fullmatch(name)
    if not found:
        return None
    try:
        return date.fromisoformat(found["day"])
    except ValueError:
        return None
