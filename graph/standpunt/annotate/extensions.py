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


#: `Doc._.standpunt_date`: the paper's date as `2022-01-13`, by which "7 januari jl." is resolved; None where it is not known.
DATE: Final = "standpunt_date"
#: `Doc._.standpunt_sentences`: character spans of the sentences, where they are known already; None where they are to be found.
SENTENCES: Final = "standpunt_sentences"


def declare() -> None:
    """Declare the attributes; calling it again changes nothing.

    Their values are text, numbers and lists, so that a Doc can be written to bytes and sent to another process.
    """
    for name in (DATE, SENTENCES):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def text_of(doc: Doc) -> str:
    """Return a Doc's text; spaCy puts it together anew from the tokens each time it is asked."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return text


def date_of(doc: Doc) -> Date | None:
    """Return the date of the paper that a Doc was taken from.

    Raises:
        ValueError: `Doc._.standpunt_date` is no date as ISO 8601 writes it.
    """
    written: str | None = doc._.get(DATE)
    try:
        return None if written is None else Date.fromisoformat(written)
    except (TypeError, ValueError):
        raise ValueError(f"Doc._.{DATE} is {written!r}; allowed: a date as text, such as '2022-01-13', or None") from None


def sentence_spans_of(doc: Doc) -> Sequence[tuple[int, int]] | None:
    """Return the character spans of the sentences, or None where they are not known beforehand."""
    spans: Sequence[tuple[int, int]] | None = doc._.get(SENTENCES)
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
