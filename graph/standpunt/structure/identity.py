"""Who a paper is: dossier, number, chamber, dates, title, signatories, from its own text and then from sources.csv."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from pathlib import PurePath
from typing import Final, Literal, get_args

from standpunt import iri
from standpunt.model import PaperKind, Signatory, Source
from standpunt.structure import signatures
from standpunt.structure.clean import Layout, Paragraph
from standpunt.structure.motion import CLOSING

Chamber = Literal["TK", "EK"]

MONTHS: Final = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
DATE: Final = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})"

#: 28 676 | 21 501-02 | 36 200 V | 36410-V | 35 925 XVI
DOSSIER: Final = re.compile(r"(?P<base>\d{2} ?\d{3})(?:\s?[-–]\s?(?P<part>\d{2}|[IVX]+[A-Z]?)| (?P<chapter>[IVX]+[A-Z]?))?(?: \(R ?\d+\))?")
NUMBER: Final = re.compile(r"(?i:nr\.?)\s*(?P<number>\d{1,4}|[A-Z]{1,3}\d?)")
#: kst-28676-384 | kst-21501-02-2701 | kst-33328-AI, in the imprint
IMPRINT: Final = re.compile(r"\bkst-(?P<dossier>\d{5}(?:-\d{2}(?=-)|-[IVX]+[A-Z]?(?=-)|-\(R\d+\))?)-(?P<number>\d{1,4}|[A-Z]{1,3}\d?)\b")
#: Tweede Kamer, vergaderjaar 2021–2022, 28 676, nr. 396 28
FOOTER: Final = re.compile(
    rf"(?P<chamber>Tweede|Eerste) Kamer, vergaderjaar (?P<session>\d{{4}}\W+\d{{2,4}}), {DOSSIER.pattern},"
    r" (?i:nr\.?) ?(?P<number>\d{1,4}|[A-Z]{1,3}\d?)(?=[\s*.]|$)"
)
#: 36410-V-47, alone on its line
JOINED: Final = re.compile(r"(?P<base>\d{2} ?\d{3})(?:-(?P<part>\d{2}|[IVX]+[A-Z]?))?-(?P<number>\d{1,4}|[A-Z]{1,3})")
SESSION: Final = re.compile(r"(?i:vergaderjaar)\s+(\d{4})\W+(\d{2,4})")
#: 2022Z11873 (case) and 2025D09417 (document): numbers of the House's own registry
REGISTRY: Final = re.compile(r"\b(20\d{2}[ZD]\d{5})\b")
STAMP: Final = re.compile(
    rf"(?i:vastgesteld|voorgesteld|ontvangen|den haag,|['’]s-gravenhage,|datum|ingezonden|aangenomen)\W{{0,3}}(?:d\.d\. |op )?{DATE}"
)
BARE_DATE: Final = re.compile(DATE)
HELD: Final = re.compile(rf"\b(?:op|van) {DATE} (?:overleg|een (?:debat|overleg|gesprek))")
SUBJECT: Final = re.compile(r"(?:Betreft|Onderwerp)\s*:?\s*(?P<title>\S.*)", re.DOTALL)
GENRE: Final = re.compile(
    r"(?i)(?:inbreng |nader |gewijzigde? |verbeterde? )*"
    r"(?:verslag|brief|motie|amendement|nota|lijst van vragen|memorie|voorstel|antwoord(?:en)? (?:van|op))\b.*"
)
COMMITTEE: Final = re.compile(
    r"\b((?:vaste|algemene|tijdelijke) (?:Kamer)?commissies? (?:voor|van|inzake) [A-ZÀ-Þ][\w-]*(?:(?:,| en| voor)? [A-ZÀ-Þ][\w-]*)*)"
)
#: How much of the front is searched for identity.
FRONT: Final = 40


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


def identify(source: Source, layout: Layout, kind: PaperKind, metadata: Mapping[str, str] | None) -> Identity:
    """Return a paper's identity: from its text, and from its row of sources.csv where the text says nothing."""
    row = {key: value.strip() for key, value in (metadata or {}).items() if value and value.strip()}
    front = list(layout.paragraphs[:FRONT])
    dossier, number, dossier_title = _number(source.text, front)
    registry = next((found.group(1) for p in front if (found := REGISTRY.search(str(p)))), None)
    chamber = _chamber(source.text, front)
    title = _title(front)
    text_is_official = dossier is not None and number is not None
    dossier = dossier or row.get("dossier")
    number = number or row.get("number")
    ident = row.get("id")
    if text_is_official or (dossier and number and not ident):
        ident = f"kst-{dossier}-{number}"
    number = number or registry
    name = PurePath(source.name)
    if not ident:
        ident = registry or (name.stem if name.stem and name.name != "text.txt" else f"text-{iri.content_hash(source.text)}")
    told_chamber = row.get("chamber")
    return Identity(
        id=ident,
        date=_stamp(front) or _iso(row.get("date")),
        dossier=dossier,
        dossier_title=dossier_title,
        number=number,
        chamber=chamber
        or _chamber_of(number if text_is_official else None)
        or next((c for c in get_args(Chamber) if c == told_chamber), None),
        session_year=_session(source.text),
        title=row.get("title", title) if title is None or _is_genre(title) else title,
        committee=_committee(front),
        url=f"https://zoek.officielebekendmakingen.nl/{ident}.html" if ident.startswith("kst-") else None,
        held=_held(front) if kind == "debate" else None,
        signatories=_signatories(layout.paragraphs, kind),
    )


def _dossier(match: re.Match[str]) -> str:
    base = match["base"].replace(" ", "")
    part = match["part"] or (match.groupdict().get("chapter"))
    return f"{base}-{part}" if part else base


def _number(text: str, front: Sequence[Paragraph]) -> tuple[str | None, str | None, str | None]:
    """Return dossier, number and the dossier's title; in the front they stand one below the other, else the footer tells."""
    dossier = number = title = None
    for k, paragraph in enumerate(front[:20]):
        line = str(paragraph)
        if dossier is None and (found := DOSSIER.fullmatch(line)):
            dossier = _dossier(found)
            after = str(front[k + 1]) if k + 1 < len(front) else ""
            title = after if after and not NUMBER.match(after) and len(after) < 250 and not GENRE.fullmatch(after) else None
        elif dossier is None and (found := JOINED.fullmatch(line.split(" ", 1)[0])) and (len(line) > 9):
            return _dossier(found), found["number"], None
        elif dossier is not None and (found := NUMBER.fullmatch(line)):
            number = found["number"]
            break
    if number is None and (found := IMPRINT.search(text)):
        return found["dossier"], found["number"], title
    if number is None and (found := FOOTER.search(text)):
        return _dossier(found), found["number"], title
    return dossier, number, title


def _chamber(text: str, front: Sequence[Paragraph]) -> Chamber | None:
    if found := FOOTER.search(text):
        return "EK" if found["chamber"] == "Eerste" else "TK"
    for paragraph in front:
        if found := re.search(r"\b(Tweede|Eerste)\s+Kamer\s+der\s+Staten", str(paragraph)):
            return "EK" if found.group(1) == "Eerste" else "TK"
    return None


def _chamber_of(number: str | None) -> Chamber | None:
    """Return the chamber that a Kamerstuk number belongs to: the Eerste Kamer counts by letters."""
    if number is None:
        return None
    return "EK" if number[0].isalpha() else "TK"


def _session(text: str) -> str | None:
    found = SESSION.search(text)
    if not found:
        return None
    first, last = found.groups()
    return f"{first}-{first[: 4 - len(last)]}{last}"


def _iso(text: str | None) -> Date | None:
    return Date.fromisoformat(text) if text else None


def _date(match: re.Match[str]) -> Date | None:
    try:
        return Date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return None


def _stamp(front: Sequence[Paragraph]) -> Date | None:
    """Return the date of a paper: behind a word such as Vastgesteld or Den Haag, or alone on its line."""
    for paragraph in front:
        line = str(paragraph)
        if len(line) < 400 and ((found := STAMP.search(line)) or (found := BARE_DATE.fullmatch(line))):
            return _date(found)
    return None


def _held(front: Sequence[Paragraph]) -> Date | None:
    for paragraph in front:
        if found := HELD.search(str(paragraph)):
            return _date(found)
    return None


def _title(front: Sequence[Paragraph]) -> str | None:
    for paragraph in front:
        if found := SUBJECT.match(str(paragraph)):
            return found["title"].rstrip(".")
    return next((str(p) for p in front if GENRE.fullmatch(str(p)) and str(p).isupper()), None)


def _is_genre(title: str) -> bool:
    """Tell whether a title only names the genre: VERSLAG VAN EEN SCHRIFTELIJK OVERLEG."""
    return title.isupper()


def _committee(front: Sequence[Paragraph]) -> str | None:
    return next((found.group(1) for p in front if (found := COMMITTEE.search(str(p)))), None)


def _signatories(paragraphs: Sequence[Paragraph], kind: PaperKind) -> tuple[Signatory, ...]:
    if kind != "motion":
        return signatures.signatories(paragraphs)
    closed = next((k for k, paragraph in enumerate(paragraphs) if CLOSING.match(str(paragraph))), len(paragraphs))
    return signatures.names_below(paragraphs[closed + 1 :])
