"""Lines and paragraphs that say whose words follow: patterns of data/knowledge/headings.csv."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from standpunt import knowledge
from standpunt.knowledge import HeadingPattern
from standpunt.model import PaperKind
from standpunt.structure import factions
from standpunt.structure.clean import LineStart

MINISTRY: Final = r"(?:\s+(?:van|voor)\s+[A-ZÀ-Þ][\w-]*(?:(?:,?\s+en\s+|,\s*|\s+)[A-ZÀ-Þ][\w-]*)*)?"
PERSON: Final = r"(?:[Mm]inister(?:s|-[Pp]resident)?|[Ss]taatssecretaris(?:sen)?|[Mm]inister-president)"
OFFICE: Final = (
    rf"(?:(?i:het\s+kabinet|de\s+regering|de\s+bewindsperso(?:on|nen)|de\s+initiatiefnemers?)|(?:(?i:de)\s+)?{PERSON}{MINISTRY}"
    rf"(?:(?:\s+en|,)\s+(?:van\s+)?(?:(?i:de)\s+)?{PERSON}{MINISTRY})*)"
)
NUMBERS: Final = (
    r"\d{1,3}[a-z]?(?:(?:\s*(?:,|;|&|t/m|tot en met|en(?:\s+met)?|,\s*en|[–-])\s*(?:(?:vra(?:ag|gen)|nrs?\.)\s+)?)\d{1,3}[a-z]?)*"
)

#: What the placeholders of a pattern stand for.
PLACEHOLDERS: Final = {
    "{fractie}": r"(?P<fractie>\S.{0,110}?)",
    "{(fractie)}": r"\(\s*(?P<fractie>[^()]{1,80}?)\s*\)",
    "{lid}": r"(?P<lid>[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'/-]+){0,4})",
    "{ambt}": OFFICE,
    "{nummer}": r"(?P<nummers>\d{1,3})(?!\d)\s*[.):]?",
    "{nummers}": rf"(?P<nummers>{NUMBERS})",
    "{rest}": r"(?:\s*[.:])?\s*(?P<rest>.*)",
    "{vervolg}": r"(?P<vervolg>.*)",
}
#: A part of the paper may be counted: I, II., A., 1.
PREFIX: Final = r"(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})\s*[.):]?\s+)?"
PREFIX_OF_ANSWERS: Final = r"(?:(?:[IVX]{1,4}|[A-Z])\s*[.):]?\s+)?"
PART: Final = re.compile(r"\{[^}]*\}|[()]|[^\s(){}]+")
RANGE: Final = re.compile(r"(\d{1,3})[a-z]?\s*(?:t/m|tot en met|[–-])\s*(\d{1,3})")


#: De heer Segers (ChristenUnie): … | Minister Koenders: … | De voorzitter: …
SPEAKER: Final = re.compile(
    r"(?P<who>(?P<title>[Dd]e heer|[Mm]evrouw|[Hh]et lid|[Dd]hr\.|[Mm]w\.|[Mm]evr\.)\s+"
    r"(?P<name>[^():]{2,60}?)\s*\((?P<faction>[^()]{1,40})\)"
    r"|(?P<office>(?:[Dd]e\s+)?(?:[Mm]inister-[Pp]resident|[Vv]iceminister-[Pp]resident|[Mm]inister|[Ss]taatssecretaris|[Pp]remier))"
    r"(?:\s+(?P<minister>(?:(?:van|voor)\s+)?[A-ZÀ-Þ][^:.?!]{1,70}?))?"
    r"|(?P<chair>[Dd]e\s+(?:fungerend\s+|waarnemend\s+|tijdelijk\s+|[Oo]udste\s+)*[Vv]oorzitter(?:\s+[A-ZÀ-Þ][\w’' -]{1,40})?|VOORZITTER)"
    r"|(?P<other>(?:[Dd]e heer|[Mm]evrouw|[Hh]et lid)\s+(?P<bare>[A-ZÀ-Þ][\w’' -]{1,40}?)))\s*:\s*(?P<rest>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that was recognised; `rest` is where what follows on its line begins."""

    sort: str
    rule: str
    numbers: tuple[int, ...] = ()
    factions: tuple[str, ...] = ()
    rest: int | None = None


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the numbers of a list such as `2, 3 en 5` or `4 t/m 6`.

    >>> numbers_in("2, 4 t/m 6 en 9")
    (2, 4, 5, 6, 9)
    """
    found: list[int] = []
    for match in re.finditer(rf"{RANGE.pattern}|\d{{1,3}}", text):
        if match.group(1):
            first, last = int(match.group(1)), int(match.group(2))
            found.extend(range(first, min(last, first + 200) + 1))
        else:
            found.append(int(match.group()))
    return tuple(dict.fromkeys(found))


def expression(pattern: str) -> str:
    """Return the regular expression of a pattern in the notation of headings.csv."""
    made = []
    for part in PART.findall(pattern):
        if part in PLACEHOLDERS:
            made.append(PLACEHOLDERS[part])
        elif part in ("(", ")"):
            made.append("(?:" if part == "(" else ")?")
        else:
            words = [rf"(?i:\b{re.escape(word)}(?!\w))" if word[0].isalnum() else re.escape(word) for word in part.split("|")]
            made.append(f"(?:{'|'.join(words)})")
    return r"\s*".join(made)


@dataclass(frozen=True, slots=True)
class _Compiled:
    row: HeadingPattern
    pattern: re.Pattern[str]


@lru_cache
def _compiled() -> tuple[_Compiled, ...]:
    compiled = []
    for row in knowledge.table(HeadingPattern):
        prefix = {"inbreng": PREFIX, "vragen": PREFIX, "agenda": PREFIX, "antwoorden": PREFIX_OF_ANSWERS}.get(row.soort, "")
        compiled.append(_Compiled(row, re.compile(rf"{prefix}{expression(row.patroon)}\s*[.:]?")))
    return tuple(compiled)


@lru_cache
def _sieve(sorts: frozenset[str] | None, loose: bool) -> re.Pattern[str]:
    """Return one expression for all patterns, to pass over the many lines that are no heading."""
    chosen = [c for c in _compiled() if (sorts is None or c.row.soort in sorts) and (c.row.los or not loose)]
    return re.compile("|".join(f"(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', c.pattern.pattern)})" for c in chosen) or r"(?!)")


def match(text: str, *, sorts: frozenset[str] | None = None, loose: bool = False) -> Heading | None:
    """Return what a paragraph says as a heading; `loose` lines have no empty line around them, so that only some patterns count.

    >>> match("12. Antwoord van het kabinet Zie beantwoording vraag 28.").numbers
    (12,)
    """
    text = text.strip(" *#\t")
    if not text or (text[0].islower() and (sorts is None or "overweging" not in sorts)) or not _sieve(sorts, loose).fullmatch(text):
        return None
    return next(_readings(text, sorts, loose), None)


def _readings(text: str, sorts: frozenset[str] | None, loose: bool) -> Iterator[Heading]:
    for compiled in _compiled():
        row = compiled.row
        if (sorts is not None and row.soort not in sorts) or (loose and not row.los):
            continue
        found = compiled.pattern.fullmatch(text)
        if not found:
            continue
        groups = found.groupdict()
        who: tuple[str, ...] = ()
        if "fractie" in groups:
            who = factions.factions(groups["fractie"])
            if not who:
                continue
        elif "lid" in groups:
            who = (factions.member(groups["lid"]),)
        rest = groups.get("rest") or ""
        if rest and not _opens(rest):
            continue
        yield Heading(row.soort, row.id, numbers_in(groups.get("nummers") or ""), who, found.start("rest") if rest else None)


def _opens(rest: str) -> bool:
    """Tell whether words can be the beginning of a question or an answer."""
    first = rest.lstrip("«“„\"‘'(*")[:1]
    return first.isupper() or (first.isdigit() and not rest[:4].strip().isdigit())


SORTS: Final[dict[PaperKind, frozenset[str]]] = {
    "written_consultation": frozenset({"inbreng", "vragen", "antwoorden", "antwoord", "vraag", "inhoudsopgave", "agenda"}),
    "written_questions": frozenset({"vraag", "antwoord", "nummer", "briefhoofd"}),
    "motion": frozenset({"overweging"}),
    "debate": frozenset({"overweging", "motie", "agenda"}),
    "letter": frozenset({"briefhoofd"}),
}


def starts_line(kind: PaperKind) -> Callable[[str], LineStart]:
    """Return what tells whether a line begins a paragraph in a paper of this kind, or is one by itself."""
    sorts = SORTS[kind]
    sieve = _sieve(sorts, loose=True)

    def start(line: str) -> LineStart:
        if kind == "debate" and (spoken := SPEAKER.fullmatch(line)) and not spoken["rest"][:1].islower():
            return "begins" if spoken["rest"] else "alone"
        if not sieve.fullmatch(line):
            return ""
        heading = match(line, sorts=sorts, loose=True)
        if heading is None:
            return ""
        if heading.sort == "overweging" and heading.rule not in ("de-kamer", "orde-van-de-dag"):
            return "clause"
        return "begins" if heading.rest is not None else "alone"

    return start
