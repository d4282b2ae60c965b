"""Names of factions as papers print them → ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from standpunt import knowledge
from standpunt.knowledge import Faction

#: Words before a faction's name, and behind it: "de leden van de fractie van Volt", "de Volt-fractie".
BEFORE: Final = re.compile(r"(?i)(?:de|het|kamerleden|leden|lid|fracties?|aanwezige|van|der)\s+(?=\S)")
BEHIND: Final = re.compile(r"(?i)(?:[-\s](?:fracties?|leden|lid|fractieleden)|(?<=[A-Z])-)$")
#: Groups that no file lists yet are known by their first word: Groep Van Haga, Lid Omtzigt, Fractie Den Haan.
GROUP: Final = re.compile(r"(?i:groep|lid|fractie)[\s-]+[A-ZÀ-Þ][\w’'/-]*(?:[\s/]+[\w’'-]+){0,4}")
#: de leden Lahlah en Chakor (beiden GroenLinks-PvdA)
ALL: Final = re.compile(r"(?i)^(?:beiden|allen|beide|alle)\s+")
#: What a faction that no file lists may look like.
NEW: Final = re.compile(r"[A-ZÀ-Þ0-9][\w/-]*(?: [A-ZÀ-Þ0-9][\w/-]*){0,2}")
BETWEEN: Final = re.compile(r"\s*,\s*(?:en\s+)?|-?\s+(?:en|&|alsmede|evenals)\s+|\s*;\s*")


def _key(name: str) -> str:
    return re.sub(r"[\s.’'‘–-]", "", name).casefold()


@lru_cache
def _known() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in knowledge.table(Faction):
        for name in (row.afkorting, row.naam, *row.vormen):
            names.setdefault(_key(name), row.id)
    return names


def faction(name: str) -> str | None:
    """Return the id of one faction, or None where the name is no faction's.

    >>> faction("de fractie van de Partij voor de Dieren")
    'faction/PvdD'
    >>> faction("Groep De Wit")
    'faction/GroepDeWit'
    """
    inner = name.strip(" .:;,()*")
    while inner:
        for bare in (inner, BEHIND.sub("", inner)):
            if found := _known().get(_key(bare)):
                return found
            if GROUP.fullmatch(bare):
                return _group(bare)
        before = BEFORE.match(inner)
        if before is None:
            return None
        inner = inner[before.end() :]
    return None


def _group(name: str) -> str:
    """Return the id of a group that no file lists: by its bare name if that is known, else by all its words."""
    bare = _known().get(_key(re.sub(r"^\w+[\s-]+", "", name)))
    words = re.split(r"[\s/]+|(?<=[a-z])-(?=[A-ZÀ-Þ])", name)
    return bare or "faction/" + "".join(word[:1].upper() + word[1:] for word in words)


def certain(name: str) -> str | None:
    """Return the id of a name that can only be a faction's, as behind a speaker's name, even if no file lists it.

    >>> certain("NieuweNaam")
    'faction/NieuweNaam'
    """
    name = ALL.sub("", name.strip(" .:;,()*"))
    if found := faction(name):
        return found
    bare = BEHIND.sub("", name)
    return "faction/" + re.sub(r"\s+", "", bare) if NEW.fullmatch(bare) else None


def factions(names: str) -> tuple[str, ...]:
    """Return the ids of factions in a list of names; empty where one of them is no faction's.

    >>> factions("de leden van de fracties van GroenLinks en de PvdA")
    ('faction/GroenLinks', 'faction/PvdA')
    """
    if whole := faction(names):
        return (whole,)
    parts = [part for part in BETWEEN.split(names.strip(" .:;,()*")) if part]
    found = [faction(part) or (certain(part) if BEHIND.search(part) else None) for part in parts]
    return tuple(dict.fromkeys(ident for ident in found if ident)) if all(found) else ()


#: A faction named in running text: de leden van de VVD-fractie, de VVD-fractie, het lid van de fractie van Volt.
NAMED: Final = re.compile(
    r"\b[Ll](?:eden|id) van de (?P<leden>(?:fractie van (?:de )?)?[A-Z0-9][^\s,.]*(?: (?:Van|Den|voor de) [^\s,.]+)*)(?=[\s,.]|$)"
    r"|\b(?P<fractie>[A-Z0-9][\w/-]*-fractie)\b"
)


def named(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the factions that a text names, in order."""
    for match in NAMED.finditer(text):
        if found := factions(match["leden"] or match["fractie"]):
            yield found


def member(name: str) -> str:
    """Return the id of a faction that consists of one member, e.g. `het lid Omtzigt`."""
    return faction(f"Lid {name}") or faction(f"Groep {name}") or "faction/Lid" + re.sub(r"\s+", "", name)
