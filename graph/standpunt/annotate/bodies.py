"""Organisations that stand in no list: committees of the House, and names that say themselves what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from standpunt import knowledge
from standpunt.knowledge import NameHead
from standpunt.model import Label
from standpunt.structure.names import portfolio_words

_CAP = r"[A-ZÀ-Þ][\w’'&.-]*\w"
# words in a row that make a name: "Criminaliteitspreventie en Veiligheid", "Joint Training and Evaluation"
_LINK = r"(?:\s+(?:en|and|&)|,|(?:\s+(?:van|voor|tegen|tot|inzake|of|for|on|to|in))?(?:\s+(?:der|de|het|the))?)"
_ROW = rf"{_CAP}(?:{_LINK}\s+{_CAP})*"

# the House's committees; the search begins at letters that are rare
_COMMITTEE: Final = re.compile(
    rf"ommissie\s+(?P<voor>voor\s+)?(?:de\s+|het\s+)?(?P<topic>{_CAP}(?:(?:,\s+|\s+en\s+|\s+|-\s+en\s+){_CAP})*)"
)
_BEFORE_COMMITTEE: Final = re.compile(
    r"(?:\b(?P<adjective>[Vv]aste|[Aa]lgemene|[Tt]ijdelijke|[Bb]ijzondere|[Pp]arlementaire)\s+)?"
    r"(?P<kind>[Ss]taatsc|[Ee]nquêtec|[Oo]nderzoeksc|Kamerc|[Cc])$"
)
_NAMED_COMMITTEE: Final = re.compile(rf"ommissie-(?:[Vv]an\s+(?:de[rn]?\s+)?|[Dd]e\s+)?{_CAP}")
# a name with its abbreviation: Centrum voor Criminaliteitspreventie en Veiligheid (CCV)
_ABBREVIATED: Final = re.compile(r"\((?:hierna:?\s+)?[«“‘'\"]?(?P<short>[A-Z][A-Za-z&+-]{1,9})[»”’'\"]?\)")
_NAME_BEFORE: Final = re.compile(rf"{_ROW}(?:-\s+en\s+{_CAP})?\s*$")
_LOOKBACK: Final = 110


def committees(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the committees of the House in a text: begin, end, id.

    >>> list(committees("de vaste commissie voor Europese Zaken heeft"))
    [(3, 38, 'org/CommissieEuropeseZaken')]
    """
    for match in _COMMITTEE.finditer(text):
        before = _BEFORE_COMMITTEE.search(text, max(0, match.start() - 26), match.start())
        words = re.findall(r"[^\W\d_]+", match["topic"])
        if before and (before["adjective"] or len(before["kind"]) > 1 or (match["voor"] and words[0] in portfolio_words())):
            yield before.start(), match.end(), "org/Commissie" + "".join(word[0].upper() + word[1:] for word in words)
    for match in _NAMED_COMMITTEE.finditer(text):
        if text[match.start() - 1 : match.start()] in ("c", "C"):
            yield match.start() - 1, match.end(), ""


def abbreviated(text: str) -> Iterator[tuple[int, int, int, int, str]]:
    """Yield names that are followed by their abbreviation: begin and end of both, and ORG or INSTRUMENT.

    >>> [label for *_, label in abbreviated("het Centrum voor Criminaliteitspreventie en Veiligheid (CCV)")]
    ['ORG']
    """
    for match in _ABBREVIATED.finditer(text):
        short = match["short"]
        if sum(letter.isupper() for letter in short) < 2:
            continue
        name = _NAME_BEFORE.search(text, max(0, match.start() - _LOOKBACK), match.start())
        found = name and _spelled(name.group().rstrip(), short)
        if name and found:
            begin = name.start() + found[0]
            yield begin, name.start() + len(name.group().rstrip()), match.start("short"), match.end("short"), found[1]


def _spelled(name: str, short: str) -> tuple[int, str] | None:
    """Return where the part of a name begins whose initials an abbreviation holds, and what kind of name it is."""
    words = list(re.finditer(r"[^\W_]+", name))
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for first in range(len(words)):
        if words[first].group()[0].lower() != letters[0] or not words[first].group()[0].isupper():
            continue
        if _covers([word.group().lower() for word in words[first:]], letters):
            kind = _kind([word.group() for word in words[first:]])
            return (words[first].start(), kind) if kind else None
    return None


def _covers(words: list[str], letters: list[str]) -> bool:
    """Tell whether letters stand for words: each word of weight gives one at least, in order."""
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
            rest = word[1:]
            while (
                at < len(letters) and letters[at] in rest and not any(other[0] == letters[at] for other in words[words.index(word) + 1 :])
            ):
                rest = rest[rest.index(letters[at]) + 1 :]
                at += 1
    return at == len(letters)


def _kind(words: list[str]) -> str | None:
    kinds = [heads()[word].soort for word in words if word in heads()]
    if not kinds:
        return None
    return "INSTRUMENT" if kinds[0] == "instrument" and "organisatie" not in kinds[1:] else "ORG"


@lru_cache
def heads() -> dict[str, NameHead]:
    """Return the words that tell what a name is a name of."""
    return {row.woord: row for row in knowledge.table(NameHead)}


# the rest of a name behind its first word: "Raad voor de Journalistiek", "Centrum voor ethische Vraagstukken"; "Universiteit Leiden"
_BEHIND: Final = re.compile(
    rf"\s+(?P<link>(?:van|voor|der|tegen|tot|for|of|on|inzake)\s+(?:de\s+|het\s+|the\s+)?(?:[a-z]+\s+){{0,2}})?{_CAP}(?:{_LINK}\s+{_CAP})*"
)


def headed(text: str, at: int, to: int) -> tuple[int, Label] | None:
    """Return where the name ends that begins with a word such as `Stichting` or `Fonds` at `[at, to)`, and what it names."""
    head = heads().get(text[at:to])
    behind = _BEHIND.match(text, to) if head else None
    if head is None or behind is None or not (behind["link"] or head.naam_erachter):
        return None
    if head.soort == "instrument" and text[:at].rstrip(" «“‘'\"(")[-1:] in ("", ".", "?", "!", ":"):
        return None  # the capital may only be there because a sentence begins
    return behind.end(), "INSTRUMENT" if head.soort == "instrument" else "ORG"


@lru_cache
def _closing() -> re.Pattern[str]:
    """Return what names look like that end in what they are: "Maag Lever Darm Stichting", "Innovation Fund", "Hartstichting"."""
    words = [row.woord for row in heads().values() if row.achteraan]
    tails = [row.woord.lower() for row in heads().values() if row.achteraan == "samenstelling"]
    return re.compile(
        rf"(?<=[a-zà-þ,;(] )(?P<name>(?:{_CAP}\s+(?:(?:and|of|for|en)\s+)?){{1,4}}(?P<head>{'|'.join(words)})"
        rf"|[A-ZÀ-Þ][a-zà-þ]{{2,}}(?P<tail>{'|'.join(tails)}))(?![\w-])"
    )


def closed(text: str) -> Iterator[tuple[int, int, Label]]:
    """Yield the names within sentences that end in the word that tells what they are: begin, end, label.

    >>> text = "Volgens de Hartstichting en het Mulier Instituut betaalt het Innovation Fund."
    >>> [(text[at:to], label) for at, to, label in closed(text)]
    [('Hartstichting', 'ORG'), ('Mulier Instituut', 'ORG'), ('Innovation Fund', 'INSTRUMENT')]
    """
    for match in _closing().finditer(text):
        head = heads()[match["head"] or match["tail"].capitalize()]
        yield match.start(), match.end(), "INSTRUMENT" if head.soort == "instrument" else "ORG"
