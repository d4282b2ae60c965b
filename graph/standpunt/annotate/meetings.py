"""Component: meetings, summits, council sessions, debates and visits, with the day on which they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from standpunt import knowledge
from standpunt.annotate import dates, extensions
from standpunt.annotate.dates import DateSpan
from standpunt.annotate.lexicon import Lexicon, Name
from standpunt.annotate.tokens import split_compounds
from standpunt.knowledge import MeetingKind, Organisation

#: Kinds of organisation that exist in their sessions: with a date beside it their name means the session.
SESSIONS: Final = frozenset({"eu_raad", "beraad"})
SITTING: Final = frozenset({"org/EuropeseRaad", "org/Eurogroep", "org/NAVO-RuslandRaad", "org/NAVO-OekraïneRaad"})

# what stands before the noun and belongs to the name: "ingelaste virtuele bijeenkomst", "aankomende bilaterale overleg"
_BEFORE: Final = re.compile(
    r"(?:\b(?:in)?formele|\bingelaste|\bvirtuele|\bdigitale|\bfysieke|\bhybride|\bextra|\bbuitengewone|\bspeciale|\baan(?:staande|komende)|\bkomende|"
    r"\beerstvolgende|\bvolgende|\bafgelopen|\bvorige|\blaatste|\beerste|\btweede|\bderde|\bjaarlijkse|\bplenaire|\bbilaterale|\btrilaterale|"
    r"\bgezamenlijke|\binternationale|\bEuropese|\bministeriële|\btrilaterale|\bTrilaterale|\bbestuurlijk|\bschriftelijk|\bmondeling)\s+$",
    re.IGNORECASE,
)
# what a noun and its date must not have between them: the date belongs to something else then
_BROKEN: Final = re.compile(
    r"[.?!;:](?:\s|$)|\b(?:is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|werd|werden|zal|zullen|zou|zouden|kan|kunnen|die|dat|dit|"
    r"waar\w*|om|omdat|maar|vond|vindt|komt|kwam|gaat|ging|doet|deed|heb|ben|brief|motie|verslag|kamerstukken?|sinds|vóór|voor|tot|dan|als|niet|ook|nog|al|er|na|of|"
    r"zoals|naar\s+aanleiding|antwoord\w*)\b",
    re.IGNORECASE,
)
_TO_DATE: Final = re.compile(
    r"(?:\(|,|\b(?:van|op|d\.?d\.?|dd\.|per|a\.s\.|aanstaande))?\s*(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag)?\s*$", re.IGNORECASE
)
# the date first: "Op 7 januari jl. vond er een ingelaste virtuele bijeenkomst … plaats"
_FROM_DATE: Final = re.compile(
    r"^[\s,]*(?:(?:vond|vindt|vonden|vinden|had|heeft|was|is|kwam|komt|organiseert|organiseerde|bezocht|tijdens|er|hier|een|de|het|in)\s+)*$",
    re.IGNORECASE,
)
# the session itself is the subject: "De Europese Raad kwam op 16 december bijeen"
_HELD: Final = re.compile(r"\s+(?:komt|kwam|vindt|vond|heeft|had)\s+(?:er\s+)?op\s+(?:\w+dag\s+)?")
_TOPIC: Final = re.compile(
    r"(?:\s+(?:over\s+(?:de\s+|het\s+)?)?[A-ZÀ-Þ][\w-]*(?:(?:,|\s+en|\s+-|/|\s+van|\s+voor|\s+in|\s+de)*\s*[A-ZÀ-Þ][\w-]*)*)"
)
_PLACE: Final = re.compile(
    r"(?:\s+(?:in|van|begin|eind|medio)\s+[a-z]{3,9}(?:\s+(?:19|20)\d\d)?)?\s+(?:in|te|van|aan)\s+(?:de\s+|het\s+)?"
    r"[A-ZÀ-Þ][\w-]+(?:\s+[A-ZÀ-Þ][\w-]+)*(?:\s+in\s+(?:\w+\s+)?(?:19|20)\d\d)?"
)
_VISIT: Final = re.compile(r"[^.?!;:]{0,110}?\baan\s+(?:de\s+|het\s+)?[A-ZÀ-Þ][\w-]+(?:\s+[A-ZÀ-Þ][\w-]+)*")
_BETWEEN: Final = re.compile(r"\s+(?:tussen|van|met)\s+")
_BRACKET: Final = re.compile(r"\s*\([^()\d]{1,40}\)")
# an adjective and no meeting: "ministeriële regeling", "ministeriële verantwoordelijkheid"
_NOUN_FOLLOWS: Final = re.compile(
    r"\s+(?!(?:van|op|in|te|d\.d|om|en|of|is|zijn|zal|zullen|was|wordt|waren|heeft|hebben|over|bij|met|aan|voor|tot|door|waar\w*|die|dat|ook|"
    r"niet|nog|al|hierover|daarover|gaat|zullen|kan|kunnen|moet|plaats|opnieuw|andermaal|afgelopen|komende|vandaag|morgen|gisteren)\b)[a-zà-þ]"
)
# "een commissiedebat" is none in particular
_INDEFINITE: Final = re.compile(r"\b(?:een|geen|elk|ieder|besloten|openbare?|per|vertrouwelijke?)\s+$", re.IGNORECASE)
_REACH: Final = 110
_LOOKBACK: Final = 70


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A noun that may name a meeting: characters, what kind, and the organisation that it is itself."""

    at: int
    to: int
    kind: str
    alone: bool
    org: str | None = None


@Language.factory("standpunt_meetings", assigns=["doc.spans"], requires=["doc.spans"])
def make_meetings(nlp: Language, name: str) -> Meetings:
    """Return the component; it looks at the countries and organisations found before it."""
    extensions.declare()
    split_compounds(nlp)
    return Meetings(nlp)


class Meetings:
    """Adds MEETING spans; the id is `meeting/` and the first day where text and paper settle it."""

    def __init__(self, nlp: Language) -> None:
        rows = knowledge.table(MeetingKind)
        self._kinds = {row.id: row for row in rows}
        self._nouns = Lexicon(nlp, [Name(row.vorm, "MEETING", row.id, row.soort) for row in rows])
        self._councils = SITTING | {row.id for row in knowledge.table(Organisation) if row.soort in SESSIONS}

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans."""
        found = extensions.found(doc)
        anchors = sorted(self._anchors(doc, found), key=lambda anchor: anchor.at)
        days = dates.find(extensions.text_of(doc), extensions.date_of(doc)) if anchors else []
        meetings: list[Span] = []
        end = 0
        for anchor in anchors:
            if anchor.at >= end:
                meeting = _meeting(doc, anchor, found, days)
                if meeting is not None:
                    meetings.append(meeting)
                    end = meeting.end_char
        if meetings:
            taken = {at for span in meetings for at in range(span.start, span.end)}
            kept = [span for span in found if span.kb_id_ not in self._councils or taken.isdisjoint(range(span.start, span.end))]
            extensions.keep(doc, [*kept, *meetings])
        return doc

    def _anchors(self, doc: Doc, found: list[Span]) -> Iterator[_Anchor]:
        named = {at for span in found if span.label_ in ("ORG", "INSTRUMENT") for at in range(span.start + 1, span.end)}
        named |= {span.start for span in found if span.label_ in ("ORG", "INSTRUMENT") and len(span) > 1}
        for hit in self._nouns.find(doc):
            row = self._kinds[hit.name.id]
            span = doc[hit.start : hit.end]
            if row.soort != "raad" or named.isdisjoint(range(hit.start, hit.end)):
                yield _Anchor(span.start_char, span.end_char, row.soort, row.zelfstandig)
        for span in found:
            if span.kb_id_ in self._councils:
                yield _Anchor(span.start_char, span.end_char, "raad", False, span.kb_id_)


def _meeting(doc: Doc, anchor: _Anchor, found: list[Span], days: list[DateSpan]) -> Span | None:
    text = extensions.text_of(doc)
    before = _start(text, anchor, found)
    behind = _date_behind(text, anchor, days)
    to = anchor.to
    day: Date | None = None
    if behind is not None:
        to, day = behind.to, behind.first if behind.exact else None
        rule = "meeting.dated"
    elif (held := _held(text, anchor, days)) is not None:
        to, day, rule = anchor.to, held.first, "meeting.held"
    elif (ahead := _date_before(text, before, days)) is not None:
        to, day, rule = _end(text, anchor, found), ahead.first, "meeting.date_before"
    else:
        end = _undated(doc, anchor, before, found)
        if end is None:
            return None
        to, rule = end, "meeting.undated"
    if anchor.kind == "top" and text[anchor.at : anchor.to].lower().startswith("ministeri") and _NOUN_FOLLOWS.match(text, anchor.to):
        return None
    return extensions.span(doc, before, to, "MEETING", f"meeting/{day.isoformat()}" if day else "", rule)


def _start(text: str, anchor: _Anchor, found: list[Span]) -> int:
    """Return where the name begins: adjectives and an organisation before the noun belong to it."""
    at = anchor.at
    while True:
        word = _BEFORE.search(text, max(0, at - 30), at)
        body = next((span for span in found if span.label_ == "ORG" and span.start_char < at <= span.end_char + 1), None)
        if word:
            at = word.start()
        elif body is not None and text[body.end_char : at].strip(" -") == "":
            at = body.start_char
        else:
            return at


def _date_behind(text: str, anchor: _Anchor, days: list[DateSpan]) -> DateSpan | None:
    """Return the date that stands behind a noun as part of its name: "… van de NAVO-ministers van Defensie op 22 en 23 oktober"."""
    day = next((day for day in days if anchor.to <= day.at), None)
    if day is None or day.at - anchor.to > _REACH:
        return None
    between = text[anchor.to : day.at]
    link = _TO_DATE.search(between)
    if anchor.kind == "raad" and anchor.org is None and (link is None or between[: link.start()].strip()):
        return None  # any council may be called Raad: the date must stand right behind it
    if link is None or "\n" in between or _BROKEN.search(between[: link.start()]):
        return None
    return day


def _held(text: str, anchor: _Anchor, days: list[DateSpan]) -> DateSpan | None:
    """Return the date on which a session is said to be held: "De Milieuraad komt op 17 december bijeen"."""
    day = next((day for day in days if anchor.to <= day.at), None)
    if day is None or not day.exact or anchor.kind not in ("raad", "top", "kamer"):
        return None
    return day if _HELD.fullmatch(text[anchor.to : day.at]) else None


def _date_before(text: str, at: int, days: list[DateSpan]) -> DateSpan | None:
    """Return the date that begins the clause: "Op 7 januari jl. vond er een …"."""
    day = next((day for day in reversed(days) if day.to <= at), None)
    if day is None or at - day.to > _LOOKBACK or not day.exact:
        return None
    begins = re.search(r"\b[Oo]p\s+(?:\w+dag\s+)?$", text[max(0, day.at - 14) : day.at])
    return day if begins and _FROM_DATE.match(text[day.to : at]) else None


def _end(text: str, anchor: _Anchor, found: list[Span]) -> int:
    """Return where the name ends behind its noun: who meets, and where."""
    to = anchor.to
    for span in found:
        if span.label_ == "ORG" and _BETWEEN.fullmatch(text[to : span.start_char].replace(" de ", " ").replace(" het ", " ")):
            to = span.end_char
    bracket = _BRACKET.match(text, to)
    return bracket.end() if bracket else to


def _undated(doc: Doc, anchor: _Anchor, before: int, found: list[Span]) -> int | None:
    """Return where a name without a date ends, or None where the noun alone is not enough."""
    text = extensions.text_of(doc)
    noun = text[anchor.at : anchor.to]
    if (noun.isalpha() and noun.isupper() and len(noun) > 3) or anchor.kind == "raad":
        return None
    if anchor.kind == "kamer":
        asked_for = re.match(r"\s+(?:\w+\s+){0,2}(?:aan(?:ge)?vra\w+|verzo[ce]\w+)", text[anchor.to : anchor.to + 40])
        if not anchor.alone or (_INDEFINITE.search(text, max(0, before - 12), before) and not asked_for):
            return None
        topic = _TOPIC.match(text, anchor.to)
        return topic.end() if topic else anchor.to
    if anchor.kind == "bezoek":
        visit = _VISIT.match(text, anchor.to)
        return visit.end() if visit and not _BROKEN.search(visit.group()) else None
    place = _PLACE.match(text, anchor.to)
    if anchor.kind == "top":
        named = anchor.alone or place or before < anchor.at or not noun.islower()
        return (place.end() if place else _end(text, anchor, found)) if named else None
    return _parties(text, anchor, found)


def _parties(text: str, anchor: _Anchor, found: list[Span]) -> int | None:
    """Return where "overleg tussen Rusland en de VS" ends."""
    if not text.startswith(" tussen ", anchor.to):
        return None
    parties = [span for span in found if span.label_ in ("COUNTRY", "ORG") and anchor.to <= span.start_char <= anchor.to + 60]
    if len(parties) < 2 or not re.fullmatch(r"\s+tussen\s+(?:de\s+|het\s+)?", text[anchor.to : parties[0].start_char]):
        return None
    return parties[1].end_char if re.fullmatch(r"\s+en\s+(?:de\s+|het\s+)?", text[parties[0].end_char : parties[1].start_char]) else None
