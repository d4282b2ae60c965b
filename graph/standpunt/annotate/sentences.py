"""Component: sentence starts, from the paper's structure where it is known, else from the splitter for Dutch papers."""

from __future__ import annotations

from bisect import bisect_right

from spacy.attrs import IDX  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc

from standpunt.annotate import extensions
from standpunt.structure import sentences


@Language.factory("standpunt_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Sentences:
    """Return the component."""
    extensions.declare()
    return Sentences()


class Sentences:
    """Sets where sentences start."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the starts; the token that holds a sentence's first character starts it."""
        spans = extensions.sentence_spans_of(doc)
        starts = [at for at, _ in (sentences.split(extensions.text_of(doc)) if spans is None else spans)]
        if len(doc) > 1:
            doc[1].is_sent_start = False  # with one sentence only, this tells spaCy that boundaries were looked for
        if len(starts) > 1:
            offsets = doc.to_array(IDX).tolist()
            for start in starts[1:]:
                doc[bisect_right(offsets, start) - 1].is_sent_start = True
        return doc
