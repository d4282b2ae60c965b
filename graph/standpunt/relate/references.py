"""What a sentence cites: papers and motions, in itself or in its footnotes, and numbered answers."""

from __future__ import annotations

from collections.abc import Sequence

from standpunt.annotate import Annotated
from standpunt.model import Paper, Sentence
from standpunt.structure.pointers import pointed_at

CITING = frozenset({"DOCUMENT", "MOTION"})


def cited(paper: Paper, sentence: Sentence, annotated: Annotated) -> Sequence[str] | None:
    """Return the ids of what the sentence cites; an empty list where it cites something without a number; None for nothing."""
    mentions = [m for m in annotated.mentions if m.label in CITING and m.block == sentence.block and sentence.at <= m.at < sentence.to]
    mentions += [m for m in annotated.mentions if m.label == "DOCUMENT" and m.block in sentence.footnotes]
    mentions = [m for m in mentions if m.id != paper.id]  # a paper that gives its own number cites nothing
    answers = [f"answer/{number}" for number in pointed_at(sentence.text)]
    if not mentions and not answers:
        return None
    numbered = [m.id for m in mentions if m.id and not m.id.startswith("motion/")]
    return tuple(dict.fromkeys([*numbered, *answers]))
