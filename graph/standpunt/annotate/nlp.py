"""The pipeline: spaCy's Dutch tokenizer and our components, in order."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import spacy
from spacy.language import Language

from standpunt.annotate import actors, citations, instruments, meetings, motions, persons, sentences  # noqa: F401  # these register them

#: The components in the order in which they run. What a later one looks at, an earlier one has found.
COMPONENTS: Final = (
    "standpunt_sentences",
    "standpunt_actors",
    "standpunt_citations",
    "standpunt_persons",
    "standpunt_motions",
    "standpunt_instruments",
    "standpunt_meetings",
)


@lru_cache
def make_nlp() -> Language:
    """Return the pipeline; it is made once."""
    nlp = spacy.blank("nl")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
