"""Dutch dates in running text: with and without year, days in a row, `jl.` and `a.s.`; resolved against a reference date."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb febr february",
            "maart mrt mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:e|ste|de)?"
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?"
_YEAR = r"(?:19|20)\d\d"
_JOIN = r"\s*(?:,|–|-|/|\bt/m\b|\btot\s+en\s+met\b|\btot\b|\ben\b)\s*"
# the tail says on which side of the reference date a day lies: "7 januari jl.", "9 en 10 januari a.s.", "12 mei van dit jaar"
_TAIL = (
    r",?\s*(?:jl\b\.?|j\.l\.|l\.l\.|jongstleden\b|a\.s\.|as\.|aanstaande\b|aankomend\b|"
    r"(?:van\s+)?dit\s+jaar\b|(?:van\s+)?(?:vorig|afgelopen)\s+jaar\b|(?:van\s+)?volgend\s+jaar\b)"
)

# a day with its month, and the days before and after it in one row:
# 6 en 7 april 2022 · 12 tot 26 maart · 30 november en 1 december 2021 · 9, 10 en 11 mei a.s. · 7 januari jl. · 24-Mar.-2022
_ROW: Final = re.compile(
    rf"(?<![\d.,/-]){_DAY}(?:[\s-]+{_MONTH}(?:[\s-]*{_YEAR}\b)?)?"
    rf"(?:{_JOIN}{_WEEKDAY}{_DAY}(?!\d)(?:\s+{_MONTH}(?:\s+{_YEAR}\b)?)?)*(?P<tail>{_TAIL})?",
    re.IGNORECASE,
)
_STEP: Final = re.compile(
    rf"(?P<join>{_JOIN}{_WEEKDAY})?(?P<day>{_DAY})(?!\d)(?:[\s-]+(?P<month>{_MONTH})(?:[\s-]*(?P<year>{_YEAR})\b)?)?", re.IGNORECASE
)
# 27-01-2022 · 27/1/2022 · 2022-01-27
_NUMERIC: Final = re.compile(r"(?:(\d{1,2})([-/])(\d{1,2})\2((?:19|20)\d\d)|((?:19|20)\d\d)-(\d\d)-(\d\d))(?![\d-])")
# a cheap look for the place where a row may be: digits are rare, months need not be tried at every letter
_ANCHOR: Final = re.compile(r"\d(?:e|ste|de)?[\s-]+(?:[Jj][au]|[Ff]eb|[Mm][aer]|[Aa][pu]|[Ss]ep|[Oo][kc]t|[Nn]ov|[Dd]ec|[JFMASOND][A-Z])")
_BARE_YEAR: Final = re.compile(rf"{_YEAR}\b")
_MONTH_BEFORE: Final = re.compile(rf"\b({_MONTH})\s+$", re.IGNORECASE)

#: Questions are often put weeks before the paper that answers them appears: "a.s." may lie a little before its date.
_SLACK: Final = timedelta(days=60)
#: A day without year and without "a.s." that lies further ahead than this is rather one of the past.
_SOON: Final = timedelta(days=92)
#: Days further apart than this, joined by "en", are two dates and not one that lasts.
_ADJACENT: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text; `first` and `last` are None where neither text nor reference tells the year."""

    at: int
    to: int
    first: Date | None
    last: Date | None
    exact: bool = True  # False for a whole month: "december 2023"


@dataclass(slots=True)
class _Day:
    at: int
    to: int
    day: int
    month: int | None
    year: int | None
    through: bool  # joined to the day before it by "tot", "t/m" or a dash
    printed: bool  # its month stands behind it


def find(text: str, reference: Date | None = None) -> list[DateSpan]:
    """Return the dates in a text, in order, without overlap.

    A day without year is looked for before the reference after `jl.`, after it after `a.s.`, and else nearest to it.

    >>> [(span.first.isoformat(), span.last.isoformat()) for span in find("9 en 10 januari a.s.", Date(2022, 1, 6))]
    [('2022-01-09', '2022-01-10')]
    """
    spans = [*_numeric(text), *_rows(text, reference)]
    spans += [span for span in _months(text) if not any(span.at < other.to and other.at < span.to for other in spans)]
    return sorted(spans, key=lambda span: span.at)


def _numeric(text: str) -> Iterator[DateSpan]:
    for match in _NUMERIC.finditer(text):
        day, _, month, year, iso_year, iso_month, iso_day = match.groups()
        found = _date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
        before = text[match.start() - 1 : match.start()]
        if found and not before.isdigit() and before != "-":
            yield DateSpan(match.start(), match.end(), found, found)


def _months(text: str) -> Iterator[DateSpan]:
    for match in _BARE_YEAR.finditer(text):
        before = _MONTH_BEFORE.search(text, max(0, match.start() - 12), match.start())
        if before:
            year, month = int(match.group()), _number(before[1])
            last = calendar.monthrange(year, month)[1]
            yield DateSpan(before.start(1), match.end(), Date(year, month, 1), Date(year, month, last), exact=False)


def _rows(text: str, reference: Date | None) -> Iterator[DateSpan]:
    done = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        for row in _ROW.finditer(text, max(done, anchor.start() - 40), min(len(text), anchor.start() + 80)):
            if row.start() <= anchor.start() < row.end():
                yield from _read(text, row, reference)
                done = row.end()
                break


def _read(text: str, row: re.Match[str], reference: Date | None) -> Iterator[DateSpan]:
    """Yield the dates of one row: days that follow each other are one date, "1 mei 2020 en 3 juni 2021" are two."""
    end = row.start("tail") if row["tail"] else row.end()
    days = [
        _Day(
            at=step.start("day"),
            to=step.end(),
            day=int(re.sub(r"\D", "", step["day"])),
            month=_number(step["month"]) if step["month"] else None,
            year=int(step["year"]) if step["year"] else None,
            through=bool(re.search(r"tot|t/m|–|-", step["join"] or "")),
            printed=bool(step["month"]),
        )
        for step in _STEP.finditer(text, row.start(), end)
    ]
    while days and not days[-1].month:
        days.pop()  # "6 april, 7 landen": what follows the last month is no day
    if not days:
        return
    tail = row["tail"] if row["tail"] and days[-1].to == end else ""
    _complete(days)
    resolved = _resolve(days, tail.strip(" ,").casefold(), reference)
    groups: list[list[tuple[_Day, Date | None]]] = []
    for day, found in zip(days, resolved, strict=True):
        before = groups[-1][-1] if groups else None
        if before and (day.through or not before[0].printed or (found and before[1] and found - before[1] <= _ADJACENT)):
            groups[-1].append((day, found))
        else:
            groups.append([(day, found)])
    for group in groups:
        (begin, first), (until, last) = group[0], group[-1]
        to = row.end() if tail and until is days[-1] else until.to
        whole = bool(first and last and first <= last)
        yield DateSpan(begin.at, to, first if whole else None, last if whole else None)


def _complete(days: list[_Day]) -> None:
    """Give days the month and year that stand behind a later one: "30 november en 1 december 2021"."""
    month: int | None = None
    year: int | None = None
    for day in reversed(days):
        day.month, later = day.month or month, month
        if day.year is None and year is not None:
            turned = later is not None and day.month is not None and day.month > later
            day.year = year - 1 if turned else year  # "30 december en 2 januari 2022"
        month, year = day.month, day.year


def _resolve(days: list[_Day], tail: str, reference: Date | None) -> list[Date | None]:
    found: list[Date | None] = []
    for day in days:
        year = day.year
        if year is None and found and found[-1] and day.month:
            year = found[-1].year + (day.month < found[-1].month)
        elif year is None:
            year = _year(day, tail, reference)
        found.append(_date(year, day.month, day.day) if year and day.month else None)
    return found


def _year(day: _Day, tail: str, reference: Date | None) -> int | None:
    """Return the year that a day without one most likely has."""
    if reference is None or day.month is None:
        return None
    if tail.endswith("jaar"):
        return reference.year + (-1 if "vorig" in tail or "afgelopen" in tail else 1 if "volgend" in tail else 0)
    candidates = [found for year in (-1, 0, 1) if (found := _date(reference.year + year, day.month, day.day))]
    if tail.startswith(("jl", "j.l", "l.l", "jongst")):
        candidates = [found for found in candidates if found <= reference]
    elif tail:
        candidates = [found for found in candidates if found >= reference - _SLACK]
    else:
        candidates = [found for found in candidates if found <= reference + _SOON]
    return min(candidates, key=lambda found: abs(found - reference)).year if candidates else None


def _number(month: str) -> int:
    return MONTHS[month.casefold().rstrip(".")]


def _date(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None
