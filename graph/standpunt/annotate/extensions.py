"""Every `Doc._` attribute of the annotating step, declared once: what a component must know that does not stand in the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from typing import Final

from spacy.tokens import Doc, Span

#: The group of spans in which the components leave what they found.
GROUP: Final = "standpunt"
#: The key under which a Doc keeps its text.
TEXT: Final = "standpunt.text"


def declare() -> None:
    """Declare the attributes; calling it again changes nothing."""
    Doc.set_extension("date", default=None, force=True)  # Date | None: the paper's date, by which "7 januari jl." is resolved
    Doc.set_extension("sentence_spans", default=None, force=True)  # character spans, where the structure has found them already


def text_of(doc: Doc) -> str:
    """Return a Doc's text; spaCy puts it together anew from the tokens each time it is asked."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return text


def date_of(doc: Doc) -> Date | None:
    """Return the date of the paper that a Doc was taken from."""
    found: Date | None = doc._.date
    return found


def sentence_spans_of(doc: Doc) -> Sequence[tuple[int, int]] | None:
    """Return the character spans of the sentences, or None where they are not known beforehand."""
    spans: Sequence[tuple[int, int]] | None = doc._.sentence_spans
    return spans


def found(doc: Doc) -> list[Span]:
    """Return the spans found so far, in the order of the text."""
    return list(doc.spans[GROUP]) if GROUP in doc.spans else []


def keep(doc: Doc, spans: list[Span]) -> list[Span]:
    """Set and return the spans found, sorted: earlier first, and the longer before what lies inside it."""
    ordered = sorted(spans, key=lambda span: (span.start_char, -span.end_char, span.label_))
    doc.spans[GROUP] = ordered
    return ordered


def span(doc: Doc, at: int, to: int, label: str, ident: str, rule: str) -> Span:
    """Return the span of the tokens that hold the characters `[at, to)`."""
    made = doc.char_span(at, to, label=label, kb_id=ident, alignment_mode="expand", span_id=rule)
    assert made is not None, f"no tokens at {at}:{to}"  # noqa: S101 (expand finds tokens for any characters that are no blanks)
    return made


def outside(found: Sequence[Span], spans: Sequence[Span], *labels: str) -> list[Span]:
    """Return the spans found without those that touch one of `spans`; only those with a label of `labels`, if any is given."""
    taken = {at for span in spans for at in range(span.start, span.end)}
    return [other for other in found if (labels and other.label_ not in labels) or taken.isdisjoint(range(other.start, other.end))]
