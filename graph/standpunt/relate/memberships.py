"""As whose member somebody signed a motion: told by the paper itself, or by another paper near in time.

A motion paper prints surnames alone, a debate prints each member's faction. So a member is of a faction where he signs

- if that paper itself gives his name with one faction, that one;
- else if the papers of half a year before and after it, of the same chamber, give his name with one faction, that one;
- and of none that can be told, if they give more (members of one surname, a member who went over), or if he has founded a group of his own
  between the two days, as the list of factions knows.

Nobody is of a faction that did not exist on the day of signing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from typing import Final, TypeAlias

from standpunt import knowledge
from standpunt.knowledge import Faction
from standpunt.model import Gap, Membership

#: So far away from a paper others tell of its signers: members seldom go over, and elections seldom come.
NEAR: Final = timedelta(days=183)
#: What the group of a member who stands alone is called, before the surname.
OWN_GROUPS: Final = ("Lid", "Groep", "Fractie")

Factions: TypeAlias = Mapping[str, Faction]


@dataclass(frozen=True, slots=True)
class When:
    """The day and the chamber of a paper, as far as they are known."""

    day: Date | None = None
    chamber: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """A paper gives a member's name with a faction."""

    paper: str
    person: str
    faction: str


def memberships(signing: Iterable[tuple[str, str]], sayings: Iterable[Saying], papers: Mapping[str, When]) -> Iterator[Membership]:
    """Yield as whose member each signs, in the order of the ids.

    Args:
        signing: paper and person, for all who sign or speak in their own name.
        sayings: of all papers.
        papers: day and chamber of each.
    """
    factions = {row.id: row for row in knowledge.table(Faction)}
    said: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        said[saying.person].append(saying)
    for paper, person in sorted(set(signing)):
        yield _membership(paper, person, said.get(person, ()), papers, factions)


def _membership(paper: str, person: str, said: Iterable[Saying], papers: Mapping[str, When], factions: Factions) -> Membership:
    said = sorted(said, key=lambda saying: (saying.paper, saying.faction))
    here, day = papers.get(paper, When()), papers.get(paper, When()).day
    told: dict[str, str] = {saying.faction: paper for saying in said if saying.paper == paper}
    if not told and day:
        near = [(away, saying) for saying in said if (away := _distance(here, papers.get(saying.paper, When()))) is not None]
        for _, saying in sorted(near, key=lambda found: found[0]):
            if _existed(saying.faction, day, factions):
                told.setdefault(saying.faction, saying.paper)  # the nearest that says so
    told_by = tuple(dict.fromkeys(told.values()))
    if len(told) == 1 and not (day and _left(person, told_by[0], day, papers, factions)):
        return Membership(paper, person, next(iter(told)), told_by)
    gap: Gap = "papers_differ" if told else "no_paper_says"
    return Membership(paper, person, None, told_by, gap)


def _distance(one: When, other: When) -> timedelta | None:
    """Return how far apart two papers are; None where one can't speak for the other."""
    if one.day is None or other.day is None or (one.chamber and other.chamber and one.chamber != other.chamber):
        return None
    away = abs(one.day - other.day)
    return away if away <= NEAR else None


def _existed(faction: str, day: Date, factions: Factions) -> bool:
    row = factions.get(faction)
    return row is None or ((row.geldig_van is None or row.geldig_van <= day) and (row.geldig_tot is None or day <= row.geldig_tot))


def _left(person: str, told_by: str, day: Date, papers: Mapping[str, When], factions: Factions) -> bool:
    """Tell whether a member founded a group of his own after the paper that tells of him, and before he signed."""
    said_on = papers.get(told_by, When()).day
    own = (factions.get(f"faction/{word}{person.removeprefix('person/')}") for word in OWN_GROUPS)
    founded = (row.geldig_van for row in own if row and row.geldig_van)
    return any(said_on is not None and said_on < first <= day for first in founded)
