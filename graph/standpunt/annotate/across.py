"""What only the whole paper tells: whose surname stands alone, what an abbreviation means, which paper a motion is, when a meeting was."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc, Span

from standpunt.annotate import extensions, names, persons
from standpunt.model import Block, Paper

# an abbreviation in brackets behind a name: "Strategisch Concept (SC)"
_SHORT: Final = re.compile(r"\s*\((?:hierna:?\s+)?[«“‘'\"]?([A-Z][A-Za-z&-]*[A-Z][A-Za-z]?)[»”’'\"]?\)")
# short for a name that the paper spells out: "de Commissie", "de Unie"; the House is short for itself
_SHORT_FORMS: Final = re.compile(r"(?<![\w-])(?:Kamer|Commissie|Unie)(?![\w-])")
_SHORT_FOR: Final = {"Commissie": "org/EuropeseCommissie", "Unie": "org/EU"}
#: A motion's Kamerstuk stands in brackets right behind its name.
_OPENS: Final = re.compile(r"[\d\s]*[(\[]\s*(?:zie\s+)?(?:ook\s+)?$")
_REACH: Final = 90


def complete(paper: Paper, docs: Sequence[Doc]) -> None:
    """Add to the Docs of a paper, one a block, what the whole paper tells."""
    _surnames(paper, docs)
    _abbreviations(docs)
    _short_forms(paper, docs)
    _motions(paper, docs)
    _meetings(docs)


def _surnames(paper: Paper, docs: Sequence[Doc]) -> None:
    known = {surname: names.person_id(surname) for surname in paper.members}
    for signatory in paper.signatories:
        name = names.read(signatory.name, 0, lambda at, to: False)
        if name is not None and not signatory.name.isupper():
            known[signatory.name[name.surname : name.to]] = name.id(signatory.name)
    for doc in docs:
        known |= persons.surnames(doc)
    if known:
        pattern = persons.alternatives(known)
        for doc in docs:
            persons.merge(doc, persons.repeated(doc, pattern, known))


def _abbreviations(docs: Sequence[Doc]) -> None:
    """Let an abbreviation stand for the name behind which it stands in brackets once."""
    meant: dict[str, tuple[str, str]] = {}
    for doc in docs:
        for span in extensions.found(doc):
            short = _SHORT.match(doc.text, span.end_char) if span.label_ in ("ORG", "INSTRUMENT") else None
            if short:
                meant.setdefault(short[1], (span.label_, span.kb_id_))
    if not meant:
        return
    pattern = persons.alternatives(meant)
    for doc in docs:
        spans = [
            extensions.span(doc, match.start(), match.end(), *meant[match.group()], f"{meant[match.group()][0].lower()}.abbreviation")
            for match in pattern.finditer(doc.text)
        ]
        _add(doc, spans)


def _short_forms(paper: Paper, docs: Sequence[Doc]) -> None:
    """Add `Kamer`, and `Commissie` and `Unie` where the paper names the Europese Commissie or the EU in full."""
    named = {span.kb_id_ for doc in docs for span in extensions.found(doc)}
    house = "org/EersteKamer" if paper.chamber == "EK" else "org/TweedeKamer"
    for doc in docs:
        spans = []
        for match in _SHORT_FORMS.finditer(doc.text):
            word = match.group()
            ident = house if word == "Kamer" else _SHORT_FOR[word]
            if word == "Kamer" or (ident in named and doc.text[: match.start()].lower().endswith("de ")):
                spans.append(extensions.span(doc, match.start(), match.end(), "ORG", ident, "org.short"))
        _add(doc, spans)


def _add(doc: Doc, spans: Sequence[Span]) -> None:
    """Add spans where nothing was found before."""
    taken = {at for span in extensions.found(doc) for at in range(span.start, span.end)}
    extra = [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
    if extra:
        extensions.keep(doc, [*extensions.found(doc), *extra])


def _motions(paper: Paper, docs: Sequence[Doc]) -> None:
    """Give motions the Kamerstuk in brackets behind them or in their footnote, and then wherever the same movers stand."""
    numbers: dict[str, set[str]] = defaultdict(set)
    own: dict[tuple[int, int], str] = {}
    for block, doc in zip(paper.blocks, docs, strict=True):
        for motion, number in _numbered(block, doc, docs):
            own[block.index, motion.start_char] = number
            numbers[motion.kb_id_].add(number)
    for block, doc in zip(paper.blocks, docs, strict=True):
        spans = extensions.found(doc)
        for at, span in enumerate(spans):
            if span.label_ == "MOTION":
                known = numbers[span.kb_id_]
                ident = own.get((block.index, span.start_char)) or (next(iter(known)) if len(known) == 1 else span.kb_id_)
                spans[at] = _with_id(span, ident)
        if any(span.label_ == "MOTION" for span in spans):
            extensions.keep(doc, spans)


def _numbered(block: Block, doc: Doc, docs: Sequence[Doc]) -> Iterator[tuple[Span, str]]:
    spans = extensions.found(doc)
    motions = [span for span in spans if span.label_ == "MOTION"]
    papers = [span for span in spans if span.label_ == "DOCUMENT" and span.kb_id_.startswith("kst-")]
    for motion in motions:
        number = next((p for p in papers if motion.end_char <= p.start_char <= motion.end_char + _REACH), None)
        between = doc.text[motion.end_char : number.start_char] if number else ""
        if number and _OPENS.search(between) and not re.search(r"[.?!;]\s|\bmotie", between):
            yield motion, number.kb_id_
    for sentence in block.sentences:
        inside = [motion for motion in motions if sentence.at <= motion.start_char < sentence.to]
        notes = [
            next(
                (span.kb_id_ for span in extensions.found(docs[note]) if span.label_ == "DOCUMENT" and span.kb_id_.startswith("kst-")), None
            )
            for note in sentence.footnotes
        ]
        cited = [note for note in notes if note]
        # as many papers in the footnotes as motions in the sentence: they belong together, in order
        if inside and len(cited) == len(inside):
            yield from zip(inside, cited, strict=True)


#: Kinds of meeting of which a paper that dates one means that one wherever it names none.
_MINISTERIAL: Final = re.compile(r"ministeri[eë]+le\b|\bministers\b|\bFMM\b|\bDMM\b", re.IGNORECASE)
_SUMMIT: Final = re.compile(r"\b(?:\w+-)?top\b|topontmoeting", re.IGNORECASE)
_TALKS: Final = re.compile(r"\boverleg\b|\bgesprek\b|\bconferentie\b", re.IGNORECASE)


def _meetings(docs: Sequence[Doc]) -> None:
    """Give meetings without a date the day of the one meeting of their kind that the paper dates."""
    dated: dict[str, Counter[tuple[str, frozenset[str]]]] = defaultdict(Counter)
    for doc in docs:
        for span in extensions.found(doc):
            if span.label_ == "MEETING" and span.kb_id_ and (kind := _kind(span)):
                dated[kind][span.kb_id_, _bodies(span)] += 1
    for doc in docs:
        spans = extensions.found(doc)
        changed = False
        for at, span in enumerate(spans):
            if span.label_ == "MEETING" and not span.kb_id_ and (kind := _kind(span)):
                ident = _usual(dated[kind], _bodies(span))
                if ident:
                    spans[at], changed = _with_id(span, ident), True
        if changed:
            extensions.keep(doc, spans)


def _kind(span: Span) -> str | None:
    kinds: Mapping[str, re.Pattern[str]] = {"ministerial": _MINISTERIAL, "summit": _SUMMIT, "talks": _TALKS}
    return next((kind for kind, pattern in kinds.items() if pattern.search(span.text)), None)


def _bodies(span: Span) -> frozenset[str]:
    return frozenset(
        other.kb_id_
        for other in extensions.found(span.doc)
        if other.label_ in ("ORG", "COUNTRY") and span.start <= other.start and other.end <= span.end
    )


def _usual(dated: Counter[tuple[str, frozenset[str]]], bodies: frozenset[str]) -> str | None:
    """Return the meeting most often meant among those of the same bodies, if one stands out."""
    counts: Counter[str] = Counter()
    for (ident, theirs), count in dated.items():
        if bodies <= theirs or theirs <= bodies:
            counts[ident] += count
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _with_id(span: Span, ident: str) -> Span:
    return Span(span.doc, span.start, span.end, label=span.label_, kb_id=ident, span_id=span.id_)
