"""By when something is promised: the words, and the last day on which the promise can be kept.

    uiterlijk 1 maart · vóór 7 juli 2023 · voor het zomerreces · na het reces · in het tweede kwartaal van 2024 · eind Q3
    dit najaar · begin 2023 · eind dit jaar · in de tweede jaarhelft · binnen twee weken · volgende week · in 2027
    bij de Voorjaarsnota · tijdens de Raad van 13 en 14 juni · na ommekomst van het advies · zodra het onderzoek is afgerond

A time without a year is the next one after the day on which it was said. `vóór` a day ends the day before it, `voor`
an event on its first day; a stretch of time ends on its last day. Recesses follow a rule of thumb of the calendar (see
data/knowledge/deadlines.csv), so that these days can be off by some.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from functools import lru_cache
from typing import Final

from standpunt.annotate import dates
from standpunt.knowledge import DeadlineTerm, table
from standpunt.model import MONTHS

WEEKDAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
ORDINALS: Final = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4, "1e": 1, "2e": 2, "3e": 3, "4e": 4}
NUMBERS: Final = {
    "een": 1,
    "één": 1,
    "anderhalve": 2,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
}

MONTH: Final = "|".join(MONTHS)
YEAR: Final = r"(?:(?:19|20)\d\d|(?:dit|volgend|komend)\s+(?:kalender|begrotings)?jaar|het\s+(?:komende|volgende|nieuwe)\s+jaar)"

#: How firmly the words before a time make it a deadline.
BEFORE: Final = re.compile(
    r"(?:\b(?:uiterlijk|nog|ruim|ruimschoots|kort|tijdig|enige tijd)\s+)?\b(?P<before>vóór|voor|voorafgaand\s+aan)\s+$", re.IGNORECASE
)
BY: Final = re.compile(
    r"\b(?:uiterlijk(?:\s+(?:op|in|bij|tijdens|per|aan|met))?|niet\s+later\s+dan|ten\s+laatste|op\s+zijn\s+laatst|tegen)\s+$", re.IGNORECASE
)
AT: Final = re.compile(
    r"\b(?:(?:nog|later|reeds|al|ook)\s+)?(?:in|op|tijdens|ten\s+tijde\s+van|bij|rond|omstreeks|per|aan|gedurende|met|nog)\s+$",
    re.IGNORECASE,
)
AFTER: Final = re.compile(r"\b(?:na|na\s+afloop\s+van|direct\s+na|kort\s+na)\s+$", re.IGNORECASE)
#: Before a day on which something is done, or from which it holds; before one of the week in which it is.
ON: Final = re.compile(r"\b(?:op|per|met\s+ingang\s+van)\s+$", re.IGNORECASE)
WEEK_OF: Final = re.compile(r"\bin\s+de\s+week\s+van\s+$", re.IGNORECASE)
#: Words after which a time is no deadline: it dates something else, or begins or ends a stretch.
ELSE: Final = re.compile(r"\b(?:(?<!tijde\s)van|sinds|vanaf|tot|tot\s+en\s+met|over|dan|uit|sedert|tussen|voor|jl|per)\s+$", re.IGNORECASE)
#: `In mei heb ik toegezegd`, `in de nota van vorig jaar`: the time dates what was done.
DONE: Final = re.compile(
    r"\s*(?:jl\b|jongstleden|(?:heb|heeft|hebben|had|hadden|was|werd|werden|waren)\b|(?:van\s+)?(?:vorig|afgelopen)\s+jaar)", re.IGNORECASE
)
#: Papers bear dates too: `op de brief van 3 mei`.
PAPERS: Final = re.compile(
    r"brief|verslag|motie|verzoek|kamerstuk|rapport|nota\b|vragen|advies|uitspraak|toezegging|besluit", re.IGNORECASE
)
#: What was said at an event with its date: `zoals toegezegd tijdens het debat van 3 april`.
SAID_AT: Final = re.compile(
    r"\b(?:toegezegd|besproken|gevraagd|verzocht|gemeld|aangegeven|aangekondigd|gedaan|ingediend|aangenomen|gewisseld|gesteld|afgesproken|geuit|"
    r"gewezen|toezegging(?:en)?|motie)\s+$",
    re.IGNORECASE,
)
#: An event with its date: `tijdens de JBZ-Raad van 13 en 14 juni`, `voorafgaand aan het commissiedebat van 3 april`.
EVENT: Final = re.compile(
    r"\b(?P<prep>tijdens|in|bij|op|voor|vóór|voorafgaand\s+aan)\s+(?P<what>(?:de|het|een)\s+[^,.;:()]{3,70}?)\s+(?:van|op|d\.d\.)\s+$",
    re.IGNORECASE,
)


#: The end of a sentence behind a month; after `a.s.` it is none.
FULL_STOP: Final = re.compile(rf"\b({MONTH})[.]$", re.IGNORECASE)


#: What ends or appears, behind `na afronding`: `van het lopende onderzoek`, `door de Raad van State`.
OF_WHAT: Final = (
    r"\s+(?:van|door|in)\s+(?:(?:de|het|dit|deze|dat|die|mijn|een)\s+)?"
    r"(?:(?:\w+nde|nieuwe|eerste|tweede|externe|genoemde|plenaire|definitieve|schriftelijke|parlementaire)\s+)?[\w-]+"
)
#: `zodra het onderzoek is afgerond`, as far as its clause goes.
AS_SOON: Final = re.compile(
    r"\bzodra\s+[^,.;:()]{3,90}?(?=\s*[,.;:()]|\s+(?:zal|informeer|stuur|bericht|kom|ontvangt|meld)\b|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: the words as printed, and the last day; None where the words leave it open."""

    text: str
    last: Date | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    to: int
    last: Date | None
    firmness: int  # 4: uiterlijk, vóór, binnen; 3: jaarlijks; 2: in, tijdens, eind dit jaar; 1: zo spoedig mogelijk, na


Period = tuple[Date, Date]


def find(sentence: str, said_on: Date | None) -> Deadline | None:
    """Return by when a sentence promises something; the firmest wording where it has several, the first of these.

    >>> find("Uiterlijk in december 2021 stuur ik uw Kamer de D-brief.", None)
    Deadline(text='Uiterlijk in december 2021', last=datetime.date(2021, 12, 31))
    """
    candidates = [
        *_days(sentence, said_on),
        *_durations(sentence, said_on),
        *_periods(sentence, said_on),
        *_recesses(sentence, said_on),
        *_years(sentence),
        *_open(sentence),
    ]
    if said_on is not None:
        candidates = [found for found in candidates if found.last is None or found.last >= said_on]
    best = max(candidates, key=lambda found: (found.firmness, -found.at), default=None)
    return Deadline(FULL_STOP.sub(r"\1", sentence[best.at : best.to]), best.last) if best else None


def _days(sentence: str, said_on: Date | None) -> Iterator[_Candidate]:
    """Yield deadlines that are days: `uiterlijk 1 maart`, and events that bear a day."""
    for span in dates.find(sentence, said_on):
        if not span.exact:
            continue
        before = sentence[: span.at]
        first, last = _not_past(sentence[span.at : span.to], span.first, span.last, said_on)
        if found := WEEK_OF.search(before):
            yield _Candidate(found.start(), span.to, last and last + timedelta(days=6 - last.weekday()), 2)
        elif (event := EVENT.search(before)) and not PAPERS.search(event["what"]):
            if SAID_AT.search(sentence[: event.start()]) or DONE.match(sentence[span.to :]):
                continue
            day = first if event["prep"].lower().startswith(("voor", "vóór")) else last
            yield _Candidate(event.start(), span.to, day, 2)
        elif found := BEFORE.search(before):
            yield _Candidate(found.start(), span.to, first and first - timedelta(days=1), 4)
        elif found := BY.search(before):
            yield _Candidate(found.start(), span.to, last, 4)
        elif (found := ON.search(before)) and not DONE.match(sentence[span.to :]):
            yield _Candidate(found.start(), span.to, last, 2)


def _not_past(text: str, first: Date | None, last: Date | None, said_on: Date | None) -> tuple[Date | None, Date | None]:
    """Return a day without year as the next one: `1 maart` said in December is in the year after."""
    if first is None or last is None or said_on is None or last >= said_on or re.search(r"\d{4}|j\.?l\b|jongst", text):
        return first, last
    return _same_day(first, first.year + 1), _same_day(last, last.year + 1)


def _same_day(day: Date, year: int) -> Date:
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


_DURATION: Final = re.compile(
    rf"\b(?:uiterlijk\s+)?(?P<prep>binnen|over|in\s+de\s+komende)\s+(?:circa\s+|ongeveer\s+|maximaal\s+)?"
    rf"(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)}|(?:een\s+)?(?=half)|(?=anderhalf))\s*"
    r"(?P<unit>dag(?:en)?|werkdagen|we(?:ek|ken)|maand(?:en)?|kwartaal|(?:ander)?half\s*jaar|jaar)\b",
    re.IGNORECASE,
)


def _durations(sentence: str, said_on: Date | None) -> Iterator[_Candidate]:
    for match in _DURATION.finditer(sentence):
        number = int(match["n"]) if match["n"].isdigit() else NUMBERS.get(match["n"].lower(), 1)
        last = _later(said_on, number, match["unit"].lower()) if said_on else None
        yield _Candidate(match.start(), match.end(), last, 4 if match["prep"].lower() == "binnen" else 2)


def _later(day: Date, number: int, unit: str) -> Date:
    if unit == "werkdagen":
        weeks, rest = divmod(number, 5)
        return day + timedelta(days=7 * weeks + rest + (2 if day.weekday() + rest > 4 else 0))
    if unit.startswith(("dag", "we")):
        return day + timedelta(days=number * (1 if unit.startswith("dag") else 7))
    months = number * {"m": 1, "k": 3, "h": 6, "j": 12, "a": 18}[unit[0]]
    year, month = divmod(day.month - 1 + months, 12)
    return Date(day.year + year, month + 1, min(day.day, calendar.monthrange(day.year + year, month + 1)[1]))


def _open(sentence: str) -> Iterator[_Candidate]:
    for pattern, firmness in _no_last_day():
        for match in pattern.finditer(sentence):
            yield _Candidate(match.start(), match.end(), None, firmness)
    for match in AS_SOON.finditer(sentence):
        yield _Candidate(match.start(), match.end(), None, 0)


_RECESS: Final = re.compile(
    r"\b(?P<prep>(?:(?:nog|uiterlijk|ruim|kort|direct|vlak)\s+)?(?:voor|vóór|na|in|tijdens|voorafgaand\s+aan))\s+"
    r"(?:het|dit)\s+(?:(?:komende|aankomende|eerstvolgende|aanstaande)\s+)?reces\b",
    re.IGNORECASE,
)


def _recesses(sentence: str, said_on: Date | None) -> Iterator[_Candidate]:
    """Yield deadlines that are counted from a recess without a name: the next one."""
    for match in _RECESS.finditer(sentence):
        prep = match["prep"].lower().split()[-1]
        if prep == "na":
            yield _Candidate(match.start(), match.end(), None, 1)
            continue
        begin, end = _next_recess(said_on) if said_on else (None, None)
        during = prep in ("in", "tijdens")
        yield _Candidate(match.start(), match.end(), end if during else begin and begin - timedelta(days=1), 2 if during else 4)


def _next_recess(said_on: Date) -> Period:
    rows = [row for row in table(DeadlineTerm) if row.id.endswith("reces")]
    recesses = (
        (_day(row.begin or "01-01", year), _day(row.eind or "12-31", year)) for row in rows for year in (said_on.year, said_on.year + 1)
    )
    return min(recess for recess in recesses if recess[0] > said_on)


_IN_YEAR: Final = re.compile(
    r"\b(?P<prep>(?:uiterlijk|nog|al|ook|pas)\s+)?in\s+(?:20\d\d\s*(?:of|en|/|-|tot\s+en\s+met|t/m)\s*)?(?P<year>20\d\d)\b", re.IGNORECASE
)
#: Before a year these begin a clause that only says of what: `de regels die in 2026 ingaan`.
OF_SOMETHING: Final = re.compile(r"\b(?:die|welke|waar\w*|zoals)\b", re.IGNORECASE)


def _years(sentence: str) -> Iterator[_Candidate]:
    """Yield deadlines that are no more than a year: `In 2027 evalueer ik de wet`."""
    for match in _IN_YEAR.finditer(sentence):
        if not OF_SOMETHING.search(sentence[: match.start()]) and not DONE.match(sentence[match.end() :]):
            yield _Candidate(match.start(), match.end(), Date(int(match["year"]), 12, 31), 1)


@lru_cache
def _no_last_day() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return the words for no day in particular, and for again and again: `jaarlijks in mei` has no last day either."""
    forms = {
        kind: _alternatives([form for row in table(DeadlineTerm) if row.soort == kind for form in row.vormen])
        for kind in ("open", "herhaald", "afloop")
    }
    return (
        (re.compile(rf"\b(?:{forms['open']})\b", re.IGNORECASE), 1),
        (re.compile(rf"\b(?:{forms['herhaald']})\b", re.IGNORECASE), 3),
        (
            re.compile(
                rf"\b(?:(?:direct|kort|spoedig|\w+\s+(?:jaar|maanden|weken))\s+)?na\s+(?:de\s+|het\s+)?(?:{forms['afloop']})(?:{OF_WHAT}){{0,3}}",
                re.IGNORECASE,
            ),
            0,
        ),
    )


def _alternatives(forms: list[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))


@lru_cache
def _terms() -> dict[str, DeadlineTerm]:
    return {form: row for row in table(DeadlineTerm) for form in row.vormen if row.soort in ("periode", "deel")}


@lru_cache
def _stretches() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Period]], ...]:
    """Return the ways to name a stretch of time, and how each becomes its first and last day in a given year."""
    parts = _alternatives([form for form, row in _terms().items() if row.soort == "deel"])
    terms = _alternatives([form for form, row in _terms().items() if row.soort == "periode"])
    year = rf"(?:\s+(?:van\s+|in\s+)?(?P<year>{YEAR}))?"
    ordinal = "|".join(ORDINALS)
    return tuple(
        (re.compile(rf"\b{pattern}(?!\w)", re.IGNORECASE), period)
        for pattern, period in (
            (rf"(?:(?P<part>{parts})\s+)?(?:het\s+)?(?:(?:{ordinal})\s+of\s+)?(?P<n>{ordinal})\s+kwartaal{year}", _quarter),
            (rf"(?:(?P<part>{parts})\s+)?(?:Q[1-4]\s*(?:of|/|-)\s*)?Q(?P<n>[1-4])(?:[\s-]+(?:van\s+)?(?P<year>{YEAR}))?", _quarter),
            (rf"(?:de\s+)?(?P<n>eerste|tweede)\s+helft\s+van\s+(?:de\s+maand\s+)?(?P<month>{MONTH}){year}", _half_of_month),
            (rf"(?:de\s+)?(?P<n>eerste|tweede)\s+helft\s+van\s+(?P<year>{YEAR}|het\s+(?:kalender)?jaar)", _half),
            (rf"(?:de\s+|het\s+)?(?P<n>eerste|tweede)\s+(?:jaarhelft|half\s?jaar){year}", _half),
            (rf"(?:het\s+|de\s+)?(?P<part>{parts})\s+(?:(?P<month>{MONTH}){year})", _part_of_month),
            (rf"(?:het\s+|de\s+)?(?P<part>{parts})\s+(?:van\s+)?(?P<year>{YEAR}|het\s+(?:kalender)?jaar)", _part_of_year),
            (rf"(?:het\s+|de\s+)?(?P<part>{parts})\s+(?:van\s+)?(?:de\s+|het\s+)?(?P<term>{terms})\b{year}", _part_of_term),
            (rf"(?:(?:{MONTH})\s*(?:of|/)\s*)?(?P<month>{MONTH})(?:\s+a\.s\.)?{year}", _month),
            (rf"(?:(?P<which>het|de|dit|deze|dat|komende?|volgende?|aanstaande)\s+)?(?P<term>{terms})\b{year}", _term),
            (r"(?:nog\s+)?(?P<year>dit\s+jaar|volgend\s+jaar|komend\s+jaar)(?:\s+nog)?", _whole_year),
        )
    )


def _periods(sentence: str, said_on: Date | None) -> Iterator[_Candidate]:
    """Yield deadlines that are stretches of time."""
    taken: set[int] = {i for span in dates.find(sentence, said_on) if span.exact for i in range(span.at, span.to)}
    for pattern, period in _stretches():
        for match in pattern.finditer(sentence):
            if taken.isdisjoint(range(*match.span())) and (found := _candidate(sentence, match, period, said_on)):
                taken.update(range(*match.span()))
                yield found
    for match in _NEAR.finditer(sentence):
        if said_on and taken.isdisjoint(range(*match.span())) and not ELSE.search(sentence[: match.start()]):
            yield _Candidate(match.start(), match.end(), _near(match, said_on), 2)


def _candidate(
    sentence: str, match: re.Match[str], period: Callable[[re.Match[str], int], Period], said_on: Date | None
) -> _Candidate | None:
    before, groups = sentence[: match.start()], match.groupdict()
    if found := AFTER.search(before):
        return _Candidate(found.start(), match.end(), None, 1)
    if (found := BEFORE.search(before)) and (groups.get("term") or groups.get("part") or found["before"].lower() != "voor"):
        day = _next(match, period, said_on, first=not groups.get("part"))
        return _Candidate(found.start(), match.end(), day and (day if groups.get("part") else day - timedelta(days=1)), 4)
    day = _next(match, period, said_on, first=False)
    if found := BY.search(before):
        return _Candidate(found.start(), match.end(), day, 4)
    if ELSE.search(before) or DONE.match(sentence[match.end() :]):
        return None
    if found := AT.search(before):
        return _Candidate(found.start(), match.end(), day, 2)
    which = (groups.get("which") or "").lower()
    dated = groups.get("term") and groups.get("year") and not which  # `voorjaar 2025`
    named = groups.get("part") or which not in ("", "het", "de", "dat") or period is _whole_year or dated
    return _Candidate(match.start(), match.end(), day, 2) if named else None


def _next(match: re.Match[str], period: Callable[[re.Match[str], int], Period], said_on: Date | None, *, first: bool) -> Date | None:
    """Return the first or last day of the stretch: in the year that is named, else in the next year in which it lies ahead."""
    year = (match.groupdict().get("year") or "").lower()
    if year.isdigit():
        return period(match, int(year))[0 if first else 1]
    if said_on is None:
        return None
    if year and not year.endswith("het jaar") and not year.endswith("het kalenderjaar"):
        return period(match, said_on.year + (0 if year.startswith("dit") else 1))[0 if first else 1]
    coming = (match.groupdict().get("which") or "").lower().startswith(("kom", "volgend", "aanstaand"))
    periods = (period(match, said_on.year + later) for later in (-1, 0, 1, 2))
    ahead = (found for found in periods if (found[0] if coming or first else found[1]) - timedelta(days=int(first)) >= said_on)
    return next(ahead)[0 if first else 1]


def _quarter(match: re.Match[str], year: int) -> Period:
    n = int(match["n"]) if match["n"].isdigit() else ORDINALS[match["n"].lower()]
    first, last = Date(year, 3 * n - 2, 1), _end_of_month(year, 3 * n)
    return first, _part(match["part"], first, last) if match["part"] else last


def _half_of_month(match: re.Match[str], year: int) -> Period:
    first, last = _month(match, year)
    return (first, first.replace(day=15)) if ORDINALS[match["n"].lower()] == 1 else (first.replace(day=16), last)


def _part_of_term(match: re.Match[str], year: int) -> Period:
    first, last = _term(match, year)
    return first, _part(match["part"], first, last)


def _part(part: str, first: Date, last: Date) -> Date:
    """Return the last day of the beginning, the middle or the end of a stretch of time: its first third, its second, its last."""
    thirds = {"begin": 1, "midden": 2}.get(_row(part).id, 3)
    return first + (last - first) * thirds / 3


def _half(match: re.Match[str], year: int) -> Period:
    n = ORDINALS[match["n"].lower()]
    return Date(year, 6 * n - 5, 1), _end_of_month(year, 6 * n)


def _part_of_month(match: re.Match[str], year: int) -> Period:
    month, row = dates.MONTHS[match["month"].lower()], _row(match["part"])
    last = _end_of_month(year, month)
    return Date(year, month, 1), min(last, last.replace(day=min(row.dag or 31, last.day)))


def _part_of_year(match: re.Match[str], year: int) -> Period:
    return Date(year, 1, 1), _day(_row(match["part"]).eind or "12-31", year)


def _month(match: re.Match[str], year: int) -> Period:
    month = dates.MONTHS[match["month"].lower()]
    return Date(year, month, 1), _end_of_month(year, month)


def _term(match: re.Match[str], year: int) -> Period:
    row = _row(match["term"])
    first, last = _day(row.begin or "01-01", year), _day(row.eind or "12-31", year)
    return first, last if last >= first else _day(row.eind or "12-31", year + 1)  # a winter, a recess at Christmas


def _whole_year(match: re.Match[str], year: int) -> Period:
    return Date(year, 1, 1), Date(year, 12, 31)


def _row(form: str) -> DeadlineTerm:
    return _terms()[re.sub(r"\s+", " ", form.lower())]


def _end_of_month(year: int, month: int) -> Date:
    return Date(year, month, calendar.monthrange(year, month)[1])


def _day(rule: str, year: int) -> Date:
    """Return the day that a rule names: `07-03`, or `vrijdag 07-03` for the first Friday from then on."""
    weekday, _, day = rule.rpartition(" ")
    found = Date(year, *map(int, day.split("-")))
    return found + timedelta(days=(WEEKDAYS.index(weekday) - found.weekday()) % 7) if weekday else found


_NEAR: Final = re.compile(
    r"\b(?:(?:nog\s+)?(?:het\s+(?=\w+\s+kwartaal))?|(?:(?:voor|vóór|aan|tegen)\s+)?(?:het\s+)?einde?\s+(?:van\s+)?)"
    r"(?P<which>deze|dit|volgende?|komende?|aanstaande|(?<=van\s)de)\s+(?P<unit>week|maand|kwartaal)\b",
    re.IGNORECASE,
)


def _near(match: re.Match[str], said_on: Date) -> Date:
    """Return the last day of `deze week`, `volgende maand`, `dit kwartaal`."""
    later = 0 if match["which"].lower() in ("deze", "dit", "de") else 1
    if match["unit"].lower() == "week":
        return said_on + timedelta(days=6 - said_on.weekday() + 7 * later)
    ahead = later if match["unit"].lower() == "maand" else 2 - (said_on.month - 1) % 3 + 3 * later
    year, month = divmod(said_on.month - 1 + ahead, 12)
    return _end_of_month(said_on.year + year, month + 1)
