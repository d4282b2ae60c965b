"""Meetings as entities: one meeting over all its names and papers.

    NAVO ministeriële van 7 januari 2022 · FMM · ingelaste virtuele bijeenkomst van de NAVO-Ministers op 7 januari jl.

Two names are one meeting when they fall on the same day and nothing says that different bodies met. A meeting's id is
`meeting/` and its first day; only where different bodies met on one day does the body's name follow.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date
from functools import lru_cache
from typing import Final

from standpunt.annotate import dates
from standpunt.knowledge import MeetingKind, Organisation, table
from standpunt.model import HOUSES, Analysis, Mention, Paper, house_of

PREFIX: Final = "meeting/"
#: Where it is held: `in Madrid`, `te Vilnius`; a country or city with a capital, no month.
PLACE: Final = re.compile(rf"\b(?:in|te)\s+(?!(?i:{'|'.join(dates.MONTHS)})\b)(?P<place>[A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+)?)")
#: A longer name tells more of the sentence than of the meeting.
LONGEST_NAME: Final = 100
#: How far behind its name a meeting's place may stand.
BEHIND: Final = 30


@dataclass(frozen=True, slots=True)
class MeetingCitation:
    """One place where a meeting is named; what that place tells about it."""

    paper: str
    start: int
    end: int
    text: str
    body: str | None  # org/NAVO
    kind: str | None  # ministeriële, commissiedebat, top
    first: Date
    last: Date
    place: str | None
    in_title: bool = False  # the paper's title names its day: it is about this meeting


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, over all its names in the papers."""

    id: str
    name: str  # that of its names which tells most
    body: str | None
    kind: str | None
    first: Date
    last: Date
    place: str | None


@dataclass(frozen=True, slots=True)
class Meetings:
    """Meetings over all papers, and where each is named."""

    meetings: tuple[Meeting, ...]
    cited: Mapping[str, tuple[MeetingCitation, ...]] = field(default_factory=dict)  # meeting id → where

    @property
    def ids(self) -> dict[tuple[str, int], str]:
        """The meeting id of each mention: by paper and the place where it begins."""
        return {(citation.paper, citation.start): ident for ident, citations in self.cited.items() for citation in citations}

    def papers_about(self, ident: str) -> tuple[str, ...]:
        """Return the papers whose title names a meeting: its agenda, the questions before it, the report after it."""
        return tuple(sorted({citation.paper for citation in self.cited.get(ident, ()) if citation.in_title}))


def citations(analysis: Analysis) -> tuple[MeetingCitation, ...]:
    """Return where a paper names meetings whose first day is known, in the order of the text."""
    return tuple(_citation(mention, first, analysis) for mention in analysis.mentions if (first := _first_day(mention)))


def _first_day(mention: Mention) -> Date | None:
    if mention.label != "MEETING" or not mention.id or not mention.id.startswith(PREFIX):
        return None
    try:
        return Date.fromisoformat(mention.id[len(PREFIX) :][:10])
    except ValueError:
        return None


def _citation(mention: Mention, first: Date, analysis: Analysis) -> MeetingCitation:
    block = analysis.paper.blocks[mention.block]
    text = block.text[mention.at : mention.to]
    spans = [span for span in dates.find(text, first) if span.first == first and span.last]
    place = PLACE.search(text) or PLACE.match(block.text[mention.to : mention.to + BEHIND].lstrip())
    kind = _kind(text)
    body = _body(mention, text, kind, analysis)
    return MeetingCitation(
        paper=analysis.paper.id,
        start=mention.start,
        end=mention.end,
        text=" ".join(text.split()),
        body=body,
        kind=kind.vorm if kind else None,
        first=first,
        last=max((span.last for span in spans if span.last), default=first),
        place=place["place"] if place and spans else None,  # a name without its day may say more than one meeting
        in_title=_is_in_title(first, body, analysis.paper),
    )


def _is_in_title(first: Date, body: str | None, paper: Paper) -> bool:
    """Tell whether a paper's title names this meeting: its day, and no other body."""
    title = paper.title or ""
    named = _bodies_pattern().search(title)
    is_another = bool(named and body and body not in HOUSES.values() and _bodies()[named[0].casefold()] != body)
    return not is_another and any(span.first == first for span in dates.find(title, paper.date))


def _body(mention: Mention, text: str, kind: MeetingKind | None, analysis: Analysis) -> str | None:
    """Return which body met: the House where it debates, else the one whose full name stands there, else any organisation in it."""
    if kind and kind.soort == "kamer":
        return house_of(analysis.paper.chamber)
    inside = [m.id for m in analysis.mentions if m.label == "ORG" and m.id and m.block == mention.block and mention.at <= m.at < mention.to]
    named = _bodies_pattern().search(text)
    if named:
        return _bodies()[named[0].casefold()]
    return inside[0] if inside else None


@lru_cache
def _bodies() -> dict[str, str]:
    rows = [row for row in table(Organisation) if row.soort in ("eu", "eu_raad", "navo", "beraad")]
    return {form.casefold(): row.id for row in rows for form in (row.naam, *row.vormen)}


@lru_cache
def _bodies_pattern() -> re.Pattern[str]:
    forms = sorted(_bodies(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)


@lru_cache
def _kinds() -> dict[str, MeetingKind]:
    return {row.vorm.casefold(): row for row in reversed(table(MeetingKind))}  # of two spellings the first row's


@lru_cache
def _kinds_pattern() -> re.Pattern[str]:
    forms = sorted(_kinds(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")


def _kind(text: str) -> MeetingKind | None:
    """Return the kind that the name tells by its longest noun: a ministeriële bijeenkomst is more than a bijeenkomst."""
    forms = _kinds_pattern().findall(text.casefold())
    return _kinds()[max(forms, key=len)] if forms else None


def merge(cited: Iterable[MeetingCitation]) -> Meetings:
    """Return the meetings that the citations of all papers name."""
    by_day: dict[Date, list[MeetingCitation]] = defaultdict(list)
    for citation in _on_first_days(sorted(cited, key=lambda c: (c.paper, c.start))):
        by_day[citation.first].append(citation)
    merged: dict[str, tuple[MeetingCitation, ...]] = {}
    for day, on_day in sorted(by_day.items()):
        groups = _groups(on_day)
        for who, group in sorted(groups.items()):
            name = f"-{_slug(who)}" if len(groups) > 1 and who else ""
            merged[f"{PREFIX}{day.isoformat()}{name}"] = tuple(group)
    return Meetings(tuple(_meeting(ident, group) for ident, group in merged.items()), merged)


def _on_first_days(cited: Sequence[MeetingCitation]) -> Iterator[MeetingCitation]:
    """Yield citations, the second day of a meeting counted to its first: `7 april` of the one on 6 and 7 April."""
    lasting = [c for c in cited if c.last > c.first and c.body]
    for citation in cited:
        whole = next((c for c in lasting if c.body == citation.body and c.first < citation.first <= c.last), None)
        yield replace(citation, first=whole.first, last=whole.last) if whole else citation


def _groups(on_day: Sequence[MeetingCitation]) -> dict[str, list[MeetingCitation]]:
    """Return the meetings of one day by who met; a name without a body belongs to the only one, or stays by itself."""
    groups: dict[str, list[MeetingCitation]] = defaultdict(list)
    for citation in on_day:
        if who := _who(citation):
            groups[who].append(citation)
    only = next(iter(groups)) if len(groups) == 1 else ""
    for citation in on_day:
        if not _who(citation):
            groups[only].append(citation)
    return {who: sorted(group, key=lambda c: (c.paper, c.start)) for who, group in groups.items()}


def _who(citation: MeetingCitation) -> str:
    """Return what tells meetings of one day apart: the body; in the House, where many meet on a day, the kind too."""
    if citation.body in HOUSES.values():
        return f"{citation.body} {citation.kind or ''}".strip()
    return citation.body or ""


def _slug(who: str) -> str:
    return re.sub(r"[^\w]+", "-", who.removeprefix("org/")).strip("-")


def _meeting(ident: str, group: Sequence[MeetingCitation]) -> Meeting:
    return Meeting(
        id=ident,
        name=max((citation.text for citation in group), key=lambda text: _telling(text, group[0].first)),
        body=_most(citation.body for citation in group),
        kind=_most(citation.kind for citation in group),
        first=group[0].first,
        last=max(citation.last for citation in group),
        place=_most(citation.place for citation in group),
    )


def _telling(name: str, first: Date) -> tuple[int, bool, bool, int, str]:
    """Return how much a name tells: its day and year first, else the longest that is neither shouted nor a whole sentence."""
    numbers = {str(first.year), str(first.day)} & set(re.findall(r"\d+", name))
    return len(numbers), len(name) <= LONGEST_NAME, not name.isupper(), len(name), name


def _most(values: Iterable[str | None]) -> str | None:
    """Return the value that occurs most; of several, the first in the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
