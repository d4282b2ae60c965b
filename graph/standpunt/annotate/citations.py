"""Component: citations of parliamentary papers, with the ids under which they are published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from standpunt.annotate import extensions
from standpunt.structure import session

_SPACE = r"[ \u00a0\u202f]"
_CHAPTER = r"(?:[IVX]{1,5}[AB]?|[A-FHJKM])"  # budgets count their chapters in Roman numbers, funds in letters
_HOUSE = r"(?:I{1,2}|[TE]K)"
_SESSION = r"(?:vergaderjaar\s+)?\d{4}\s*[/–-]\s*(?:\d{4}|\d{2})"
# 28 676 · 28676 · 28.676, and what tells parts of a dossier apart: 21 501-02 · 36 200 V · 36 410-XIV · 36 725-(VI) · 35 123 (R2114)
_DOSSIER = (
    rf"(?<![\d.,–-])(?P<dossier>\d{{2}}[ .\u00a0\u202f]?\d{{3}})"
    rf"(?:[-–‑](?P<part>\d{{2}})(?![\d-])|{_SPACE}?[-–‑]?{_SPACE}?\(?(?P<chapter>{_CHAPTER})\)?(?![\w’'.]))?(?:{_SPACE}?\([RK]\d+\))?"
)
_MORE = r"(?:\s*(?:,|en|t/m|tot\s+en\s+met|–)\s*(?:[Nn]r\.\s*)?{item}(?![\d-])(?!\s+\d{{3}}\b))*"
_LETTERS = r"(?P<numbers>[A-Z]{1,3}" + _MORE.format(item="[A-Z]{1,3}") + ")"
_NUMBERS = r"(?P<numbers>\d{1,4}(?!\d)" + _MORE.format(item=r"\d{1,4}") + ")"

# 28 676, nr. 383 · 28676 nr. 350 · 21 501-28, nrs. 207 en 209 · 28 676 en 36 045, nr. 395 (its number is the first dossier's)
_NUMBERED: Final = re.compile(
    rf"{_DOSSIER}(?:\s+en\s+\d{{2}}{_SPACE}?\d{{3}}(?:-\d\d|{_SPACE}[IVX]+)?)?"
    rf"[,;]?\s*\(?(?P<marker>[Nn][Rr][Ss]?\b\.?|[Nn]os?\.|[Nn]ummers?|stuk)\s*:?\s*{_NUMBERS}"
)
# 21501-28-296 · 28676-383 · 36410-V-47 · 28 676-383
_HYPHENED: Final = re.compile(
    rf"(?<![\d.,–/])(?P<dossier>\d{{2}}{_SPACE}?\d{{3}})(?:-(?P<part>\d{{2}})(?=-\d))?(?:-(?P<chapter>{_CHAPTER})(?=-))?-(?P<numbers>\d{{1,4}})(?![\d-])"
)
# Kamerstukken I 2020/21, 33 328, AI · 35 526, letter A: papers of the Eerste Kamer bear letters
_LETTERED: Final = re.compile(
    rf"(?<![\d.,–-])(?P<dossier>\d{{2}}{_SPACE}?\d{{3}})(?:[ -](?P<chapter>[IVX]{{1,5}}))?(?:{_SPACE}\([RK]\d+\))?,?\s*"
    rf"(?P<marker>letters?\s+|nrs?\.\s*)?{_LETTERS}(?![\w/’'-])"
)
# Kamerstuk 28 676/383 · Kamerstuk 28 676, 383
_SLASHED: Final = re.compile(rf"{_DOSSIER}\s*[/,]\s*(?P<numbers>\d{{1,4}})(?![\d-])(?!\s+\d{{3}}\b)")
# debates put the number first: motie op stuk nr. 346 (32847)
_DEBATE: Final = re.compile(
    rf"(?<![\d.,–/-])(?P<numbers>[1-9]\d{{0,3}})\s+"
    rf"\((?P<dossier>\d{{2}} ?\d{{3}})(?:-(?P<part>\d{{2}}))?(?:[-, ]+(?P<chapter>{_CHAPTER}))?\)"
)
# Handelingen II 2021/22, nr. 23, item 3 · Handelingen TK 2014–2015, 34, item 7
_PROCEEDINGS: Final = re.compile(
    rf"Handelingen\s+(?P<house>{_HOUSE}|der Kamer)?,?\s*(?:vergaderjaar\s+)?(?P<first>\d{{4}})\s*[/–-]\s*(?:\d{{4}}|\d{{2}}),?\s*"
    r"(?:nr\.|nummer)?\s*(?P<number>\d{1,3}),?\s*item\s*(?P<item>\d{1,3})"
)
# Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 2874 · Aanhangsel van de Handelingen II 2019/20, nr. 12
_APPENDIX: Final = re.compile(
    rf"Aanhangsel\s+(?:van\s+de\s+|bij\s+de\s+|der\s+)?(?:Handelingen\s*)?(?P<house>{_HOUSE})?,?\s*(?:vergaderjaar\s+)?"
    r"(?P<first>\d{4})\s*[/–-]\s*(?:\d{4}|\d{2}),?\s*(?:nrs?\.|nummer)?\s*(?P<number>\d{1,4})(?!\d)"
)
# 2022Z11873 · 2025D09417: numbers in the House's own administration
_CASE: Final = re.compile(r"(?<!\w)20\d\d[ZDA]\d{5}(?!\w)")
# ah-tk-20242025-2349 · h-tk-20232024-50-2 · blg-1012345: as published; the letters stand before the digits
_PUBLISHED: Final = re.compile(r"\d{4}(?:\d{4}|Z\d{5})(?:-\d+){0,2}(?!\w)|\d{4,8}(?!\w)")
_SERIES: Final = re.compile(r"\b(?:(?:ah|h|kv)-[te]k|blg)-$")

#: What stands before the number and belongs to the citation: "Kamerstukken II 2020/21, ", "kst-".
_WORD: Final = re.compile(
    r"(?:\b[Kk]amerstuk(?:ken)?(?:nummers?|document|nr\.?)?|\bKst\.?|\b[Dd]ossier(?:nummer)?)"
    rf"{_SPACE}*(?:{_HOUSE}\b)?[ ,]*(?:{_SESSION}[ ,]*)?$|\bkst-$"
)
_WINDOW: Final = 60
#: Where a citation may begin.
_ANCHOR: Final = re.compile(r"\d+|Handelingen|Aanhangsel")
_ITEM: Final = re.compile(r"\d+|[A-Z]{1,3}")
#: Dossiers whose number has two parts: a bare 21501-28 is one of them, and not paper 28 of another.
SPLIT_DOSSIERS: Final = frozenset({"21501"})


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in a text, or a further number of one."""

    at: int
    to: int
    id: str
    rule: str


@Language.factory("standpunt_citations", assigns=["doc.spans"])
def make_citations(nlp: Language, name: str) -> Citations:
    """Return the component."""
    extensions.declare()
    return Citations()


class Citations:
    """Adds DOCUMENT spans; drops what other components saw inside them."""

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans."""
        spans = [
            extensions.span(doc, citation.at, citation.to, "DOCUMENT", citation.id, citation.rule)
            for citation in find(extensions.text_of(doc))
        ]
        if spans:
            extensions.keep(doc, [*extensions.outside(extensions.found(doc), spans), *spans])
        return doc


def find(text: str) -> list[Citation]:
    """Return the citations in a text, in order; each further number of a citation is one of its own.

    >>> [citation.id for citation in find("Kamerstukken 21 501-28, nrs. 207 en 209")]
    ['kst-21501-28-207', 'kst-21501-28-209']
    """
    found: list[Citation] = []
    end = 0
    for match, reading in _matches(text):
        if match.start() >= end and (citations := list(reading(text, match))):
            found += citations
            end = match.end()
    return found


def _matches(text: str) -> Iterator[tuple[re.Match[str], Reading]]:
    """Yield what may be a citation, from left to right; at one place the surest pattern first.

    Digits are rare in running text: each pattern is tried only where digits begin, or after a word that announces them.
    """
    for anchor in _ANCHOR.finditer(text):
        for pattern, reading in READINGS:
            match = pattern.match(text, anchor.start())
            if match:
                yield match, reading


def _numbered(text: str, match: re.Match[str]) -> Iterator[Citation]:
    plural = match["marker"].lower().startswith(("nrs", "nos", "nummers")) or text[match.end() : match.end() + 1] == ")"
    yield from _citations(text, match, "citation.number", several=plural)


def _hyphened(text: str, match: re.Match[str]) -> Iterator[Citation]:
    bare = _plain(match["dossier"]) in SPLIT_DOSSIERS and not match["part"] and len(match["numbers"]) == 2
    spaced = not match["dossier"].isdigit()
    if not bare and (not spaced or _word_before(text, match.start()) is not None):
        yield from _citations(text, match, "citation.hyphen")


def _worded(text: str, match: re.Match[str]) -> Iterator[Citation]:
    if _word_before(text, match.start()) is not None:
        yield from _citations(text, match, "citation.worded")


def _lettered(text: str, match: re.Match[str]) -> Iterator[Citation]:
    if match["marker"] or _word_before(text, match.start()) is not None:
        yield from _citations(text, match, "citation.letter", several=True)


def _debate(text: str, match: re.Match[str]) -> Iterator[Citation]:
    yield Citation(match.start(), match.end(), _kst(match, match["numbers"]), "citation.debate")


def _proceedings(text: str, match: re.Match[str]) -> Iterator[Citation]:
    ident = f"h-{_house(match)}-{_session(match)}-{match['number']}-{match['item']}"
    yield Citation(match.start(), match.end(), ident, "citation.proceedings")


def _appendix(text: str, match: re.Match[str]) -> Iterator[Citation]:
    yield Citation(match.start(), match.end(), f"ah-{_house(match)}-{_session(match)}-{match['number']}", "citation.appendix")


def _published(text: str, match: re.Match[str]) -> Iterator[Citation]:
    series = _SERIES.search(text, max(0, match.start() - 6), match.start())
    if series:
        yield Citation(series.start(), match.end(), series.group() + match.group(), "citation.published")


def _case(text: str, match: re.Match[str]) -> Iterator[Citation]:
    yield Citation(match.start(), match.end(), match.group(), "citation.case")


Reading = Callable[[str, re.Match[str]], Iterator[Citation]]

#: The patterns, surest first, and how to read what they match.
READINGS: Final[tuple[tuple[re.Pattern[str], Reading], ...]] = (
    (_PROCEEDINGS, _proceedings),
    (_APPENDIX, _appendix),
    (_NUMBERED, _numbered),
    (_HYPHENED, _hyphened),
    (_LETTERED, _lettered),
    (_SLASHED, _worded),
    (_DEBATE, _debate),
    (_CASE, _case),
    (_PUBLISHED, _published),
)


def _citations(text: str, match: re.Match[str], rule: str, several: bool = False) -> Iterator[Citation]:
    """Yield the citation with its first number, and one for each further number."""
    items = list(_ITEM.finditer(text, match.start("numbers"), match.end("numbers")))
    word = _word_before(text, match.start())
    yield Citation(match.start() if word is None else word, items[0].end(), _kst(match, items[0].group()), rule)
    if several:
        yield from (Citation(item.start(), item.end(), _kst(match, item.group()), rule) for item in items[1:])


def _word_before(text: str, at: int) -> int | None:
    """Return where the word begins that announces the citation at `at`, if one does."""
    word = _WORD.search(text, max(0, at - _WINDOW), at)
    return word.start() if word else None


def _kst(match: re.Match[str], number: str) -> str:
    groups = match.groupdict()
    return "-".join(filter(None, ("kst", _plain(match["dossier"]), groups.get("part"), groups.get("chapter"), number)))


def _plain(dossier: str) -> str:
    return re.sub(r"\D", "", dossier)


def _house(match: re.Match[str]) -> str:
    return "ek" if match["house"] in ("I", "EK") else "tk"


def _session(match: re.Match[str]) -> str:
    return session.years(match["first"]).replace("-", "")
