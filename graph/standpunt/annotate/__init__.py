"""Paper → mentions of factions, countries, organisations, persons, motions, meetings, papers and instruments."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date as Date
from typing import TYPE_CHECKING, cast

from standpunt.annotate import across, dates, extensions
from standpunt.annotate.nlp import COMPONENTS, make_nlp
from standpunt.model import Block, Label, Mention, Paper

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["COMPONENTS", "Annotated", "annotate", "make_nlp"]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A paper with what it mentions."""

    paper: Paper
    docs: tuple[Doc, ...]  # one a block; entity spans in doc.spans["standpunt"]
    mentions: tuple[Mention, ...]  # over all blocks, in the order of the text


def annotate(paper: Paper) -> Annotated:
    """Return a paper with the entities that it mentions."""
    nlp = make_nlp()
    date = paper.date or paper.held or _guessed(paper)
    docs = tuple(nlp.pipe(_doc(paper, block, date) for block in paper.blocks))
    found = across.complete(paper, docs)
    mentions = [_mention(block, span) for block, spans in zip(paper.blocks, found, strict=True) for span in spans]
    return Annotated(paper, docs, tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end))))


def _doc(paper: Paper, block: Block, date: Date | None) -> Doc:
    doc = make_nlp().make_doc(block.text)
    doc.user_data[extensions.TEXT] = block.text
    doc._.set(extensions.DATE, date.isoformat() if date else None)
    doc._.set(extensions.SENTENCES, [(sentence.at, sentence.to) for sentence in block.sentences])
    return doc


def _guessed(paper: Paper) -> Date | None:
    """Return the day on which a paper without a date was most likely written: the last one of the year that it speaks of most."""
    days = [span.first for block in paper.blocks for span in dates.find(block.text) if span.first and span.exact]
    if not days:
        return None
    (year, _), *_ = Counter(day.year for day in days).most_common(1)
    return max(day for day in days if day.year == year)


def _mention(block: Block, span: Span) -> Mention:
    at, to = span.start_char, span.end_char
    start, end = block.offsets.span(at, to)
    return Mention(
        start=start,
        end=end,
        text=block.text[at:to],
        label=cast(Label, span.label_),
        id=span.kb_id_ or None,
        rule=span.id_,
        block=block.index,
        at=at,
        to=to,
    )
