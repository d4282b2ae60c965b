"""What only the whole paper tells: whose surname stands alone, what an abbreviation means, which paper a motion is, when a meeting was."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span

from standpunt.annotate import extensions, motions, persons
from standpunt.model import Block, Paper, house_of
from standpunt.structure import names

# an abbreviation in brackets behind a name: "Strategisch Concept (SC)"
_SHORT: Final = re.compile(r"\s*\((?:hierna:?\s+)?[«“‘'\"]?([A-Z][A-Za-z&-]*[A-Z][A-Za-z]?|[A-Z][a-z]{1,6})[»”’'\"]?\)")
# a budget's chapter and no abbreviation: "Ministerie van Financiën (IXB)"
_CHAPTER: Final = re.compile(r"[IVX]+[AB]?")
# short for a name that the paper spells out: "de Commissie", "de Unie"; the House is short for itself
_SHORT_FORMS: Final = persons.alternatives(("Kamer", "Commissie", "Unie"))
_SHORT_FOR: Final = {"Commissie": "org/EuropeseCommissie", "Unie": "org/EU"}
#: A motion's Kamerstuk stands in brackets right behind its name.
_OPENS: Final = re.compile(r"[\d\s]*[(\[]\s*(?:zie\s+)?(?:ook\s+)?$")
_ELSEWHERE: Final = re.compile(r"[.?!;]\s|\bmotie")
_REACH: Final = 90
_IN_PLACE: Final = re.compile(r"\b(?:in|te)\s+([A-ZÀ-Þ][\w-]+)")

#: Kinds of meeting of which a paper that dates one means that one wherever it names none.
KINDS: Final = {
    "ministerial": re.compile(r"ministeri[eë]+le\b|\bministers\b|\bFMM\b|\bDMM\b", re.IGNORECASE),
    "summit": re.compile(r"\b(?:\w+-)?top\b|topontmoeting", re.IGNORECASE),
    "talks": re.compile(r"\boverleg\b|\bgesprek\b|\bconferentie\b", re.IGNORECASE),
}


def complete(paper: Paper, docs: Sequence[Doc]) -> list[list[Span]]:
    """Add to the Docs of a paper, one a block, what the whole paper tells; return the spans of each."""
    pages = [_Page(block, doc, extensions.text_of(doc), extensions.found(doc)) for block, doc in zip(paper.blocks, docs, strict=True)]
    _surnames(paper, pages)
    _abbreviations(pages)
    _short_forms(paper, pages)
    _motions(pages)
    _meetings(pages)
    for page in pages:
        if page.changed:
            page.found = extensions.keep(page.doc, page.found)
    return [page.found for page in pages]


@dataclass(slots=True)
class _Page:
    """A block with its Doc, and the spans found in it so far."""

    block: Block
    doc: Doc
    text: str
    found: list[Span]
    changed: bool = False

    def labelled(self, label: str) -> list[Span]:
        return [span for span in self.found if span.label_ == label]

    def add(self, spans: Sequence[Span]) -> None:
        """Add spans where nothing was found before."""
        if spans:
            taken = {at for span in self.found for at in range(span.start, span.end)}
            self.found += [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
            self.changed = True

    def name(self, at: int, ident: str) -> None:
        """Give the span at an index of `found` another id."""
        span = self.found[at]
        self.found[at] = Span(self.doc, span.start, span.end, label=span.label_, kb_id=ident, span_id=span.id_)
        self.changed = True


def _surnames(paper: Paper, pages: Sequence[_Page]) -> None:
    known = {name: names.bearer(name) for name in paper.members}
    for signatory in paper.signatories:
        name = names.read(signatory.name, 0, lambda at, to: False)
        if name is not None and not signatory.name.isupper():
            known[signatory.name[name.surname : name.to]] = name.id(signatory.name)
    for page in pages:
        known |= persons.surnames(page.found)
    if known:
        pattern = persons.alternatives(known)
        for page in pages:
            repeated = list(persons.repeated(page.doc, pattern, known))
            if repeated:
                page.found, page.changed = persons.merge(page.found, repeated), True


def _abbreviations(pages: Sequence[_Page]) -> None:
    """Let an abbreviation stand for the name behind which it stands in brackets once."""
    meant: dict[str, tuple[str, str]] = {}
    for page in pages:
        for span in page.found:
            short = _SHORT.match(page.text, span.end_char) if span.label_ in ("ORG", "INSTRUMENT") else None
            if short and (span.label_ == "INSTRUMENT" or not short[1][1:].islower()) and not _CHAPTER.fullmatch(short[1]):
                meant.setdefault(short[1], (span.label_, span.kb_id_))
    if not meant:
        return
    pattern = persons.alternatives(meant)
    for page in pages:
        spans = []
        for match in persons.whole_words(pattern, page.text):
            label, ident = meant[match.group()]
            spans.append(extensions.span(page.doc, match.start(), match.end(), label, ident, f"{label.lower()}.abbreviation"))
        page.add(spans)


def _short_forms(paper: Paper, pages: Sequence[_Page]) -> None:
    """Add `Kamer`, and `Commissie` and `Unie` where the paper names the Europese Commissie or the EU in full."""
    named = {span.kb_id_ for page in pages for span in page.found}
    house = house_of(paper.chamber)
    for page in pages:
        spans = []
        for match in persons.whole_words(_SHORT_FORMS, page.text):
            ident = _SHORT_FOR.get(match.group(), house)
            if match.group() == "Kamer" or (ident in named and page.text[: match.start()].lower().endswith("de ")):
                spans.append(extensions.span(page.doc, match.start(), match.end(), "ORG", ident, "org.short"))
        page.add(spans)


def _motions(pages: Sequence[_Page]) -> None:
    """Give motions the Kamerstuk in brackets behind them or in their footnote, and then wherever the same movers stand."""
    numbers: dict[str, set[str]] = defaultdict(set)
    own: dict[tuple[int, int], str] = {}
    for page in pages:
        for motion, number in _numbered(page, pages):
            own[page.block.index, motion.start_char] = number
            numbers[motion.kb_id_].add(number)
    cited = {paper.kb_id_ for page in pages for paper in _papers(page)}
    for page in pages:
        for at, span in enumerate(page.found):
            if span.label_ == "MOTION":
                known = numbers[span.kb_id_] if span.kb_id_ else _with_number(span.text, cited)
                kamerstuk = own.get((page.block.index, span.start_char)) or (next(iter(known)) if len(known) == 1 else None)
                if kamerstuk:
                    page.name(at, kamerstuk)


def _numbered(page: _Page, pages: Sequence[_Page]) -> Iterator[tuple[Span, str]]:
    """Yield the motions of a block whose Kamerstuk stands beside them or in their footnote."""
    named = page.labelled("MOTION")
    papers = _papers(page)
    for motion in named:
        number = next((paper for paper in papers if motion.end_char <= paper.start_char <= motion.end_char + _REACH), None)
        between = page.text[motion.end_char : number.start_char] if number else ""
        if number and _OPENS.search(between) and not _ELSEWHERE.search(between):
            yield motion, number.kb_id_
    if not named:
        return
    for sentence in page.block.sentences:
        inside = [motion for motion in named if sentence.at <= motion.start_char < sentence.to]
        cited = [papers[0].kb_id_ for note in sentence.footnotes if (papers := _papers(pages[note]))]
        # as many papers in the footnotes as motions in the sentence: they belong together, in order
        if inside and len(cited) == len(inside):
            yield from zip(inside, cited, strict=True)


def _with_number(motion: str, papers: Iterable[str]) -> set[str]:
    """Return the papers that a motion named by its number may be: those cited whose number it is."""
    number = motions.NUMBERED.search(motion)
    return {paper for paper in papers if number and paper.rpartition("-")[2] == number["number"]}


def _papers(page: _Page) -> list[Span]:
    return [span for span in page.labelled("DOCUMENT") if span.kb_id_.startswith("kst-")]


@dataclass(frozen=True, slots=True)
class _Dated:
    """A meeting whose day is known, with whom it is of and where it was."""

    id: str
    bodies: frozenset[str]
    place: str | None


def _meetings(pages: Sequence[_Page]) -> None:
    """Give meetings without a date the day of the one meeting of their kind that the paper dates."""
    dated: dict[str, list[_Dated]] = defaultdict(list)
    undated: list[tuple[_Page, int, str]] = []
    for page in pages:
        for at, span in enumerate(page.found):
            kind = _kind(span.text) if span.label_ == "MEETING" else None
            if kind and span.kb_id_:
                dated[kind].append(_Dated(span.kb_id_, _bodies(page, span), _place(span.text)))
            elif kind:
                undated.append((page, at, kind))
    for page, at, kind in undated:
        span = page.found[at]
        ident = _usual(dated[kind], _bodies(page, span), _place(span.text))
        if ident:
            page.name(at, ident)


def _kind(text: str) -> str | None:
    return next((kind for kind, pattern in KINDS.items() if pattern.search(text)), None)


def _bodies(page: _Page, span: Span) -> frozenset[str]:
    inside = (other for other in page.found if span.start <= other.start and other.end <= span.end)
    return frozenset(other.kb_id_ for other in inside if other.label_ in ("ORG", "COUNTRY"))


def _place(text: str) -> str | None:
    place = _IN_PLACE.search(text)
    return place[1] if place else None


def _usual(dated: Sequence[_Dated], bodies: frozenset[str], place: str | None) -> str | None:
    """Return the meeting most often meant among those of the same bodies, in the same place if one is named, if one stands out."""
    if place is not None:
        dated = [meeting for meeting in dated if meeting.place == place]
    counts = Counter(meeting.id for meeting in dated if bodies <= meeting.bodies or meeting.bodies <= bodies)
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None
