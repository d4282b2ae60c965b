"""The words that tell what is done with a motion: `Daarom ontraad ik deze motie`, `oordeel Kamer`, `Dan houd ik de motie aan`.

Which motion is meant, `relate.discussion` finds out. The phrases stand in data/knowledge/motion_cues.csv. What was said earlier (`een motie
die ik oordeel Kamer had gegeven`), what is asked (`Is uw oordeel ontraden?`) and what is denied is no verdict of today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from standpunt.knowledge import MotionCue, table
from standpunt.model import TreatmentKind
from standpunt.relate.patterns import START, Match, Pattern
from standpunt.relate.phrasebook import WORD

Voice = Literal["kabinet", "indiener", "voorzitter"]

#: What the cabinet advises the House; the other kinds tell what became of a motion.
ADVISED: Final[frozenset[TreatmentKind]] = frozenset(
    {"left_to_house", "advised_against", "taken_over", "asked_to_hold", "premature", "superfluous", "unworkable"}
)
#: What is often only the reason for another verdict, and counts where no other is given.
REASONS: Final[frozenset[TreatmentKind]] = frozenset({"premature", "superfluous", "unworkable"})

_DENIALS: Final = frozenset({"niet", "geen", "nooit", "evenmin", "nauwelijks"})
_ENDS: Final = frozenset({",", ".", ";", ":", "!", "–", "en", "maar", "omdat", "want"})
#: What was done before: `had gegeven`, `heb ik destijds ontraden`, `kreeg oordeel Kamer`.
_DONE: Final = r"(?:ontraden|gegeven|gelaten|overgenomen|geadviseerd|verzocht|gevraagd|meegegeven)"
_RETOLD: Final = re.compile(
    rf"\b(?:heb|hebt|heeft|hebben|had|hadden|was|waren|werd|werden|is|zijn)\s+(?:(?!moet|wil|zal|zou|kan|laat|geef)[\w-]+\s+){{0,5}}{_DONE}\b"
    rf"|\b{_DONE}\s+(?:heb|hebt|heeft|hebben|had|hadden|was|waren|werd|werden)\b"
    r"|\b(?:ontraadde|ontried|ontraadden|kreeg|kregen|gaf|gaven|liet|lieten|nam|namen|verzocht)\b"
    r"|\bhad(?:den)?\s+(?:[\w-]+\s+){0,4}oordeel\s+Kamer\b"
    r"|\b(?:destijds|indertijd|toentertijd|vorig\s+jaar|in\s+het\s+verleden)\b",
    re.IGNORECASE,
)
#: A passive of today that looks like a perfect: `is hiermee overgenomen`, `de motie is ontraden`.
_NOW: Final = re.compile(r"\b(?:is|zijn)\s+(?:[\w-]+\s+){0,3}(?:overgenomen|ontraden)\b", re.IGNORECASE)

#: A verdict that somebody might have given.
_UNREAL: Final = re.compile(
    r"\b(?:je|men)\s+(?:zou|had)\b|\bgeneigd\b|\bzou\s+(?:ik\s+)?bijna\b|\bhad\s+(?:ik\s+)?(?:ook\s+)?kunnen\b", re.IGNORECASE
)

#: Who stands behind `als` where it sets a condition; `als ondersteuning van beleid` sets none.
_SUBJECT: Final = (
    r"(?:ik|je|u|wij|we|hij|zij|ze|het|er|hier|daar|dat|dit|die|deze|de|den|mevrouw|mijnheer|meneer|zijn|haar|mijn|men|hiermee|daarmee)"
)
_IF: Final = re.compile(
    rf"(?:(?:(?<=^)|(?<=[,;:–—-]\s)|(?<=\ben\s)|(?<=\bmaar\s)|(?<=\bwant\s)|(?<=\bdus\s)|(?<=\bdan\s)|(?<=\balleen\s))als\s+{_SUBJECT}\b"
    r"|\bals\s+(?:niemand|iedereen|er\s+(?:geen|niemand)|u|uw\s+Kamer|de\s+(?:indieners?|heer|leden|Kamer)|mevrouw|hij|zij|ze|we|wij|ik)\b"
    r"|\b(?:indien|mits|tenzij|op\s+voorwaarde|onder\s+(?:het\s+)?voorbehoud|onder\s+de\s+voorwaarde|voor\s?zover|voorzover|met\s+dien\s+verstande"
    r"|mocht(?:en)?|in\s+het\s+geval|wanneer|anders(?!\s+dan)|zonder\s+(?:deze|die|zo'n)\s+(?:aanpassing|wijziging|uitleg|toezegging))\b)",
    re.IGNORECASE,
)
#: The same in a few words, without a clause: `met deze uitleg`, `zo gelezen`, `over een zo aangepaste motie`.
_SO: Final = re.compile(
    r"\bmet\s+(?:de|een|als)\s+(?:lezing|uitleg|interpretatie|kanttekening|toelichting|opmerking|aantekening|verstande)\s+dat\s+[^,;.]*"
    r"|\bmet\s+(?:deze|die|de\s+volgende|dat|mijn)\s+(?:lezing|uitleg|interpretatie|invulling|kanttekening(?:en)?|toelichting|begrip|aanpassing|wijziging"
    r"|voorwaarde|voorbehoud|opmerking(?:en)?)\b"
    r"|\b(?:zo|aldus|zodanig)\s+(?:gelezen|uitgelegd|geïnterpreteerd|begrepen|opgevat|(?:aangepaste?|gewijzigde?)(?:\s+motie)?)\b"
    r"|\b(?:in|bij|onder)\s+(?:deze|die)\s+(?:lezing|uitleg|interpretatie|voorwaarden?)\b",
    re.IGNORECASE,
)
#: Such words for what the sentence before says: `In die lezing`.
_BACK: Final = re.compile(r"(?:met|in|bij|onder)\s+(?:deze|die)\b|(?:zo|aldus)\s+(?:gelezen|begrepen|opgevat)", re.IGNORECASE)
#: A verdict on a part of a motion alone.
_PART: Final = re.compile(
    r"\b(?:het|de)\s+(?:eerste|tweede|derde|laatste|andere)"
    r"(?:\s+(?:deel|onderdeel|dictum|verzoek|punt|helft|bolletje|streepje)\b|(?=\s+(?:ontraad|laat|geef|kan|moet|wil|zou|neem)\b))",
    re.IGNORECASE,
)
#: Where the condition ends and the verdict begins.
_THEN: Final = re.compile(
    r",\s+(?=(?:dan|zou|zouden|kan|kunnen|laat|laten|geef|geven|krijgt|ontraad|ontraden|moet|moeten|wil|willen|is|heb|neem|verzoek|zal|zie)\b)"
    r"|,\s+(?=oordeel\s+Kamer\b)|:\s",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r",\s")
#: These open a condition that may be told in several clauses, up to the end of the sentence.
_REST: Final = re.compile(r"tenzij|mits|op\s+voorwaarde|met\s+dien", re.IGNORECASE)
_ASKING: Final = re.compile(r",\s+(?=(?:wat|hoe|is|kan|krijgt|zou)\b)")
#: Where a sentence falls apart into what might have been two.
_PARTS: Final = re.compile(r";\s+|,\s+(?:en|maar|want|dus)\s+")
_BEFORE_THEN: Final = re.compile(
    r"(?:dan|in\s+dat\s+geval|alleen\s+dan|in\s+die\s+zin|zo)\b(?!\s+(?:kom|heb|ga|de\b|het\b|nog\b|over\b))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that tells what is done with a motion, at one place of a sentence."""

    rule: str
    kind: TreatmentKind
    at: int
    to: int
    cue: str


def hits(sentence: str, voice: Voice, *, asked: bool = False) -> tuple[Hit, ...]:
    """Return what a sentence tells is done with a motion, in its order, when `voice` says it; or what it asks whether that is done.

    >>> [(hit.kind, hit.cue) for hit in hits("Nr. 350 ontraad ik en nr. 351 geef ik oordeel Kamer.", "kabinet")]
    [('advised_against', 'ontraad'), ('left_to_house', 'oordeel Kamer')]
    >>> hits("Dit is een motie die ik oordeel Kamer had gegeven.", "kabinet")
    ()
    """
    if asked != is_question(sentence) or _UNREAL.search(sentence):
        return ()
    places = list(WORD.finditer(sentence))
    words = [START, *("," if place.group() == ";" else place.group().lower() for place in places)]
    spaced = f" {' '.join(words)} "
    retold = [] if _NOW.search(sentence) else [found.span() for found in _RETOLD.finditer(sentence)]
    found: dict[tuple[TreatmentKind, int], Hit] = {}
    for row, match in _matches(words):
        if not _counts(row, voice) or any(f" {word} " in spaced for word in row.tenzij) or _denied(words, match):
            continue
        tokens = [token - 1 for token in match.tokens if token]
        at, to = places[tokens[0]].start(), places[tokens[-1]].end()
        if row.soort in ADVISED and any(start <= to + 25 and at - 25 <= end for start, end in retold):
            continue
        hit = Hit(row.id, row.soort, at, to, " ".join(places[token].group() for token in tokens))
        known = found.get((hit.kind, places[tokens[-1]].start()))
        if known is None or hit.at > known.at:  # the shortest reading
            found[hit.kind, places[tokens[-1]].start()] = hit
    return _apart(sorted(found.values(), key=lambda hit: (hit.at, hit.to)))


def is_question(sentence: str) -> bool:
    """Tell whether a sentence ends in a question mark."""
    return sentence.rstrip(" \"'”’").endswith("?")


def cues(sentence: str) -> frozenset[str]:
    """Return the ids of the rows that fire in a sentence, whoever says it."""
    voices: tuple[Voice, ...] = ("kabinet", "indiener", "voorzitter")
    return frozenset(hit.rule for voice in voices for hit in hits(sentence, voice))


def condition(sentence: str, before: str) -> str | None:
    """Return the words that make what a sentence says depend on something, or keep it to a part of the motion: its own, or those before it.

    >>> condition("Als ik haar zo mag lezen dat het om een verkenning gaat, dan laat ik het oordeel aan de Kamer.", "")
    'Als ik haar zo mag lezen dat het om een verkenning gaat'
    >>> condition("Dan oordeel Kamer.", "Als de heer Vos het dictum zo aanpast, kan ik ermee leven.")
    'Als de heer Vos het dictum zo aanpast'
    >>> condition("Ik zie de motie als ondersteuning van beleid: oordeel Kamer.", "")
    """
    found = _IF.search(sentence)
    if found:
        inserted = sentence[: found.start()].rstrip().endswith(",") and not _REST.match(found[0])
        end = (_COMMA if inserted else _THEN).search(sentence, found.end())
        words = sentence[found.start() : end.start() if end else len(sentence)].strip(" ,;:.!–—-")
        return f"{before.strip()} {found[0]}" if found[0].lower() == "anders" and before else words
    if _BEFORE_THEN.match(sentence) and _IF.search(before):
        return _ASKING.split(before)[0].strip(" ,;:.!?–—-")
    brief = _SO.search(sentence) or _PART.search(sentence)
    if brief and before and _BACK.match(brief[0]):
        return f"{before.strip()} {brief[0]}"
    return brief[0] if brief else None


def part(sentence: str, hit: Hit) -> str:
    """Return the part of a sentence that a phrase stands in, between semicolons and `en`, where it holds several.

    >>> text = "De motie is ontijdig, en als zij die niet aanhoudt, ontraad ik haar."
    >>> [part(text, hit) for hit in hits(text, "kabinet")]
    ['De motie is ontijdig', 'als zij die niet aanhoudt, ontraad ik haar.']
    """
    ends = [0, *(place for found in _PARTS.finditer(sentence) for place in found.span()), len(sentence)]
    start = max(end for end in ends[::2] if end <= hit.at)
    return sentence[start : next(end for end in ends[1::2] if end >= hit.to or end == len(sentence))]


def depends(sentence: str) -> bool:
    """Tell whether a sentence may say of something only what would be done with it: `als de motie wordt aangehouden`."""
    return re.search(r"\b(?:als|indien|wanneer|mocht|tenzij|mits|zou|zouden|of)\b", sentence, re.IGNORECASE) is not None


def _matches(words: Sequence[str]) -> Iterator[tuple[MotionCue, Match]]:
    present = frozenset(words)
    candidates = {id(pattern): (row, pattern) for word in present for row, pattern in _by_anchor().get(word, ())}
    for row, pattern in candidates.values():
        if pattern.can_occur(present):
            for match in pattern.find(words):
                yield row, match


@lru_cache
def _by_anchor() -> dict[str, list[tuple[MotionCue, Pattern]]]:
    rows: dict[str, list[tuple[MotionCue, Pattern]]] = {}
    for row in table(MotionCue):
        for source in row.patronen:
            pattern = Pattern.compile(source)
            for anchor in pattern.anchors:
                rows.setdefault(anchor, []).append((row, pattern))
    return rows


def _counts(row: MotionCue, voice: Voice) -> bool:
    repeats = voice == "voorzitter" and row.wie == "kabinet" and row.soort != "asked_to_hold"  # what she asks, she asks herself
    return row.wie in (voice, "allen") or repeats


def _denied(words: Sequence[str], match: Match) -> bool:
    """Tell whether a denial stands within the phrase, right before it, or right behind it up to the end of its clause."""
    within = words[match.first : match.last + 1]
    before = words[max(1, match.first - 2) : match.first]
    behind = words[match.last + 1 : match.last + 4]
    stop = next((k for k, word in enumerate(behind) if word in _ENDS), len(behind))
    closing = behind[:stop][-1:] if stop < len(behind) or match.last + 1 + stop >= len(words) else []
    inside = [word for token, word in enumerate(within, match.first) if word in _DENIALS and token not in match.tokens]
    if "anders dan" in " ".join(within):
        return False  # `kan ik niet anders dan haar ontraden`
    return bool(inside) or not _DENIALS.isdisjoint(before) or not _DENIALS.isdisjoint(closing)


def _apart(found: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return hits that don't lie within another of their kind; words that more than one row knows count once."""
    kept: list[Hit] = []
    for hit in found:
        same = next((k for k, other in enumerate(kept) if other.kind == hit.kind and other.at < hit.to and hit.at < other.to), None)
        if same is None:
            kept.append(hit)
        elif hit.to - hit.at < kept[same].to - kept[same].at:
            kept[same] = hit
    return tuple(kept)
