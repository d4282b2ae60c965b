"""Who a paper is: dossier, number, chamber, dates, title, signatories, from its own text and then from sources.csv."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from pathlib import PurePath
from typing import Final, get_args

from standpunt import iri
from standpunt.errors import UnreadablePaper
from standpunt.model import MONTHS, Chamber, PaperKind, Signatory, Source
from standpunt.structure import session, signatures
from standpunt.structure.clean import Layout, Paragraph
from standpunt.structure.lines import Line
from standpunt.structure.motion import CLOSING

DATE: Final = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})"

#: 28 676 | 21 501-02 | 36 200 V | 36410-V | 35 925 XVI | 33 400 (R1987)
DOSSIER: Final = r"(?P<base>\d{2} ?\d{3})(?:\s?[-–]\s?(?P<part>\d{2}|[IVX]+[A-Z]?)(?!\w)| (?P<chapter>[IVX]+[A-Z]?)(?!\w))?(?: \(R ?\d+\))?"
DOSSIER_LINE: Final = re.compile(rf"{DOSSIER}(?:\s+(?P<title>[A-ZÀ-Þ«].*))?")
#: 28 676, nr. 384 | 28 676 Nr. 384 VERSLAG VAN …, at the head of the paper
DOSSIER_AND_NUMBER: Final = re.compile(rf"(?:Kamerstuk )?{DOSSIER},? (?i:nr)\.? ?(?P<number>\d{{1,4}}|[A-Z]{{1,3}}\d?)(?: [A-ZÀ-Þ].*)?")
#: Nr. 384 | Nr. 690 VERSLAG VAN … | AI VERSLAG VAN … (Eerste Kamer)
NUMBER_LINE: Final = re.compile(r"(?i:nr)\.? ?(?P<number>\d{1,4}|[A-Z]{1,3}\d?)(?: [A-ZÀ-Þ].*)?|(?P<letters>[A-Z]{1,3}\d?)(?: [A-Z]{4}.*)?")
#: kst-28676-384 | kst-21501-02-2701 | kst-33328-AI, in the imprint
IMPRINT: Final = re.compile(
    r"kst-(?P<dossier>\d{5}(?:-\d{2}(?=-)|-[IVX]+[A-Z]?(?=-)|-\(R\d+\))?)-(?P<number>\d{1,4}|[A-Z]{1,3}\d?)(?: ISSN.*)?"
)
#: Tweede Kamer, vergaderjaar 2021–2022, 28 676, nr. 396 28
FOOTER: Final = re.compile(
    rf"(?P<chamber>Tweede|Eerste) Kamer, vergaderjaar \d{{4}}\W+\d{{2,4}}, {DOSSIER},"
    r" (?:(?i:nr)\.? ?)?(?P<number>\d{1,4}|[A-Z]{1,3}\d?)(?=[\s*.]|$)"
)
#: 36410-V-47, alone on its line
JOINED: Final = re.compile(r"(?P<base>\d{5})(?:-(?P<part>\d{2}|[IVX]+[A-Z]?))?-(?P<number>\d{1,4}|[A-Z]{1,3})")
#: A dossier that has parts, and no paper of one that has none: 21501-20, 36410-V.
PARTED: Final = re.compile(r"21501-\d{2}|\d{5}-[IVX]+[A-Z]?")
AANHANGSEL: Final = re.compile(r"(?i)aanhangsel van de handelingen$")
AANHANGSEL_NUMBER: Final = re.compile(r"\d{1,4}")
SESSION: Final = re.compile(r"(?:(?:Tweede|Eerste) Kamer, )?(?i:vergaderjaar)\s+(\d{4})\W+\d{2,4}")
#: 2022Z11873 (case) and 2025D09417 (document): numbers of the House's own registry
REGISTRY: Final = re.compile(r"(?<!\w)(20\d{2}[ZD]\d{5})(?!\w)")
#: Handelingen II 2017/18, nr. 88, item 7 (28 juni 2018)
HANDELINGEN: Final = re.compile(
    r"Handelingen (?P<chamber>II?),? (?P<first>\d{4})[/–-]\d{2,4}, (?:nr\. )?(?P<number>\d{1,3}),? item (?P<item>\d{1,3})"
)
SITTING_DAY: Final = re.compile(rf"(?:[Vv]ergadering,? |(?:maan|dins|woens|donder|vrij)dag ){DATE}")
#: What stands before the date of a paper, the surest first.
STAMPS: Final = tuple(
    re.compile(rf"(?i:{words})\W{{0,3}}(?:(?:d\.d\.|op|tijdens [^.,()]{{3,80}} van) )?{DATE}")
    for words in ("vastgesteld|voorgesteld|ontvangen", "den haag,|['’]s-gravenhage,|datum", "ingezonden|aangenomen")
)
#: A longer paragraph of the front tells of other papers' dates.
STAMPED: Final = 400
BARE_DATE: Final = re.compile(DATE)
HELD: Final = re.compile(rf"\b(?:op|van) {DATE} (?:overleg|een (?:debat|overleg|gesprek))")
SUBJECT: Final = re.compile(r"(?:Betreft|Onderwerp)\b\s*:?\s*(?P<title>.*)")
#: The name of a text that came without a file.
NO_FILE: Final = "text.txt"
GENRE: Final = re.compile(
    r"(?i)(?:inbreng |nader |gewijzigde? |verbeterde? )*"
    r"(?:verslag|brief|motie|amendement|nota|lijst van vragen|memorie|voorstel|antwoord(?:en)? (?:van|op))\b.*"
)
COMMITTEE: Final = re.compile(
    r"\b((?:vaste|algemene|tijdelijke) (?:Kamer)?commissies? (?:voor|van|inzake) [A-ZÀ-Þ][\w-]*(?:(?:,| en| voor)? [A-ZÀ-Þ][\w-]*)*)"
)
CHAMBER: Final = re.compile(r"(?i)\b(Tweede|Eerste)\s+Kamer\s+der\s+Staten")
#: How much of the front is searched for identity.
FRONT: Final = 60


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a paper besides its text."""

    id: str
    date: Date | None = None
    dossier: str | None = None
    dossier_title: str | None = None
    number: str | None = None
    chamber: Chamber | None = None
    session_year: str | None = None
    title: str | None = None
    committee: str | None = None
    url: str | None = None
    held: Date | None = None
    signatories: tuple[Signatory, ...] = ()


def identify(source: Source, lines: Sequence[Line], layout: Layout, kind: PaperKind, metadata: Mapping[str, str] | None = None) -> Identity:
    """Return a paper's identity: from its text, and from its row of sources.csv where the text says nothing."""
    row = {key: value.strip() for key, value in (metadata or {}).items() if value and value.strip()}
    paragraphs = layout.paragraphs[:FRONT]
    front = [line.text for paragraph in paragraphs for line in paragraph.lines()][:FRONT]
    printed = _printed(front)
    if printed.number is None:
        edges = _from_the_edges([line.bare for line in lines])
        printed = edges if edges.number else printed
    search = REGISTRY.search if kind == "written_questions" else REGISTRY.fullmatch  # a letter cites the numbers of others
    registry = next((found.group(1) for line in front if (found := search(line))), None)
    official = printed.number is not None
    sitting = _sitting(front) if kind == "debate" else None
    dossier = printed.dossier or row.get("dossier")
    number = printed.number or row.get("number")
    ident = row.get("id")
    if official or sitting or not ident:
        ident = _id(printed, dossier, number) or (sitting.id if sitting else None) or registry or _name(source)
    told_chamber = row.get("chamber")
    title = _title(front)
    return Identity(
        id=_usable(ident, source),
        date=_stamp(paragraphs, front) or (sitting.date if sitting else None) or _given_date(row.get("date"), source),
        dossier=dossier,
        dossier_title=printed.title,
        number=number or registry,
        chamber=printed.chamber
        or (sitting.chamber if sitting else None)
        or _chamber(paragraphs)
        or next((c for c in get_args(Chamber) if c == told_chamber), None),
        session_year=printed.session or (sitting.session if sitting else None) or _session(front),
        title=row.get("title", title) if title is None or title.isupper() else title,  # capitals only name the genre
        committee=next((found.group(1) for p in paragraphs if (found := COMMITTEE.search(str(p)))), None),
        url=f"https://zoek.officielebekendmakingen.nl/{ident}.html" if ident.startswith(("kst-", "ah-tk-", "h-tk-", "h-ek-")) else None,
        held=(_held(paragraphs) or (sitting.date if sitting else None)) if kind == "debate" else None,
        signatories=_signatories(layout.paragraphs, kind),
    )


@dataclass(frozen=True, slots=True)
class Printed:
    """What a paper prints about itself at its head or its edges."""

    dossier: str | None = None
    number: str | None = None
    title: str | None = None  # of the dossier
    chamber: Chamber | None = None
    session: str | None = None
    prefix: str = "kst"


def _dossier(match: re.Match[str]) -> str:
    base = match["base"].replace(" ", "")
    part = match["part"] or match.groupdict().get("chapter")
    return f"{base}-{part}" if part else base


def _printed(front: Sequence[str]) -> Printed:
    """Return dossier and number from the head: `28 676`, its title, `Nr. 384`, on lines of their own or on one."""
    if any(AANHANGSEL.search(line) for line in front):
        number = next((line for line in front if AANHANGSEL_NUMBER.fullmatch(line)), None)
        return Printed(None, number, None, "TK", _session(front), "ah-tk")
    dossier: str | None = None
    title: list[str] = []
    for line in front:
        if dossier is None:
            if (joined := JOINED.fullmatch(line)) and not PARTED.fullmatch(line):
                return Printed(_dossier(joined), joined["number"], None, _chamber_of(joined["number"]))
            if found := DOSSIER_AND_NUMBER.fullmatch(line):
                return Printed(_dossier(found), found["number"], None, _chamber_of(found["number"]))
            if found := DOSSIER_LINE.fullmatch(line):
                dossier = _dossier(found)
                title = [found["title"]] if found["title"] else []
        elif found := NUMBER_LINE.fullmatch(line):
            number = found["number"] or found["letters"]
            return Printed(dossier, number, " ".join(title) or None, _chamber_of(number))
        else:
            title.append(line)
    return Printed(dossier, None, title[0] if title and dossier else None)


def _from_the_edges(lines: Sequence[str]) -> Printed:
    """Return dossier and number from imprint and footer: `kst-28676-396`, `Tweede Kamer, vergaderjaar 2021–2022, 28 676, nr. 396`."""
    for line in lines:
        if found := FOOTER.match(line):
            chamber: Chamber = "EK" if found["chamber"] == "Eerste" else "TK"
            return Printed(_dossier(found), found["number"], None, chamber, _session([line]))
    for line in lines:
        if found := IMPRINT.fullmatch(line):
            return Printed(found["dossier"], found["number"], None, _chamber_of(found["number"]))
    return Printed()


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the Handelingen print about a sitting."""

    id: str
    chamber: Chamber
    session: str
    date: Date | None


def _sitting(front: Sequence[str]) -> Sitting | None:
    """Return the sitting whose Handelingen these are: `Handelingen II 2017/18, nr. 88, item 7`."""
    for line in front:
        if found := HANDELINGEN.search(line):
            chamber: Chamber = "EK" if found["chamber"] == "I" else "TK"
            years = session.years(found["first"])
            day = BARE_DATE.search(line) or next((day for other in front if (day := SITTING_DAY.search(other))), None)
            ident = f"h-{chamber.lower()}-{years.replace('-', '')}-{found['number']}-{found['item']}"
            return Sitting(ident, chamber, years, _date(day) if day else None)
    return None


def _id(printed: Printed, dossier: str | None, number: str | None) -> str | None:
    if printed.prefix == "ah-tk" and printed.session and number:
        return f"ah-tk-{printed.session.replace('-', '')}-{number}"
    return f"kst-{dossier}-{number}" if dossier and number else None


def _name(source: Source) -> str:
    """Return an id for a paper that carries no number: its file's name, else a hash of its text."""
    name = PurePath(source.name)
    return name.stem if name.stem and name.name != NO_FILE else f"text-{iri.content_hash(source.text)}"


def _chamber(front: Sequence[Paragraph]) -> Chamber | None:
    for paragraph in front:
        if found := CHAMBER.search(str(paragraph)):
            return "EK" if found.group(1).casefold() == "eerste" else "TK"
    return None


def _chamber_of(number: str) -> Chamber:
    """Return the chamber that a Kamerstuk number belongs to: the Eerste Kamer counts by letters."""
    return "EK" if number[0].isalpha() else "TK"


def _session(front: Sequence[str]) -> str | None:
    found = next((found for line in front if (found := SESSION.match(line))), None)
    return session.years(found.group(1)) if found else None


def _given_date(text: str | None, source: Source) -> Date | None:
    """Return the date that sources.csv gives."""
    try:
        return Date.fromisoformat(text) if text else None
    except ValueError:
        raise UnreadablePaper(
            f"{source.name}: its row of sources.csv has the date {text!r}; allowed is year-month-day, such as 2022-01-13. Mend the row."
        ) from None


def _usable(ident: str, source: Source) -> str:
    """Return an id that makes no graph of the program's own into a paper's, and no paper into a part of one."""
    if ident in iri.RESERVED or "/" in ident:
        raise UnreadablePaper(
            f"{source.name}: {ident!r} can't be the id of a paper: standpunt uses {', '.join(sorted(iri.RESERVED))} itself,"
            " and an id has no '/'. Rename the file, or give it another id in sources.csv."
        )
    return ident


def _date(match: re.Match[str]) -> Date | None:
    try:
        return Date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return None


def _stamp(paragraphs: Sequence[Paragraph], front: Sequence[str]) -> Date | None:
    """Return the date of a paper: behind a word such as Vastgesteld or Den Haag, or alone on its line."""
    short = [str(paragraph) for paragraph in paragraphs if len(str(paragraph)) < STAMPED]
    for pattern in STAMPS:
        for text in (*short, *front):
            if found := pattern.search(text):
                return _date(found)
    return next((_date(found) for line in front if (found := BARE_DATE.fullmatch(line))), None)


def _held(front: Sequence[Paragraph]) -> Date | None:
    for paragraph in front:
        if found := HELD.search(str(paragraph)):
            return _date(found)
    return None


def _title(front: Sequence[str]) -> str | None:
    for k, line in enumerate(front):
        if found := SUBJECT.match(line):
            title = found["title"] or (front[k + 1] if k + 1 < len(front) else "")
            return title.rstrip(".") or None
    return next((line for line in front if GENRE.fullmatch(line) and line.isupper()), None)


def _signatories(paragraphs: Sequence[Paragraph], kind: PaperKind) -> tuple[Signatory, ...]:
    if kind != "motion":
        return signatures.signatories(paragraphs)
    closed = next((k for k, paragraph in enumerate(paragraphs) if CLOSING.match(str(paragraph))), len(paragraphs))
    return signatures.names_below(paragraphs[closed + 1 :])
