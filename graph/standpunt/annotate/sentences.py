"""Component: sentence starts, from the paper's structure where it is known, else from the splitter for Dutch papers."""

from __future__ import annotations

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
        starts = iter(sorted(at for at, _ in (sentences.split(doc.text) if spans is None else spans)))
        following = next(starts, None)
        for token in doc:
            begins = token.i == 0
            while following is not None and following < token.idx + len(token):
                begins, following = True, next(starts, None)
            token.is_sent_start = begins
        return doc
