"""What a claim is about: the entities in it, and the clause that is asked, wanted, held or promised."""

from __future__ import annotations

from spacy.tokens import Span

from standpunt.relate.claims import Found, Reading
from standpunt.relate.patterns import SUBORDINATORS

#: Labels whose ids count as targets; papers and motions are targets of refers_to alone.
TARGETS = frozenset({"COUNTRY", "ORG", "PERSON", "MEETING"})
COMPLEMENT = frozenset({"dat", "of", "om"})
COMPLEMENT_REACH = 12
ENOUGH_WORDS = 2


def about(found: Found, reading: Reading) -> tuple[str, ...]:
    """Return the ids of the entities the sentence is about, but for the holder and the addressee."""
    holders = {actor.id for actor in reading.actors if actor.id == found.holder}
    subject_tokens = {i for actor in reading.actors if actor.id in holders for i in range(actor.first, actor.last + 1)}
    ids = []
    for name in reading.named:
        if name.label not in TARGETS or not name.id or name.id == found.holder:
            continue
        if name.id == "country/NL" and found.holder == "actor/kabinet" and name.first in subject_tokens:
            continue
        ids.append(name.id)
    return tuple(dict.fromkeys(ids))


def proposition(found: Found, reading: Reading, tokens: Span) -> str | None:
    """Return the clause the claim is about, as it stands in the sentence; None where it is the whole sentence.

    That is what follows `dat`, `of` or `om` behind the cue, else what follows the cue, else what stands before it.
    """
    words = reading.words
    last = found.tokens[-1]
    end = len(words)
    while end and not words[end - 1].isalnum():
        end -= 1
    for i in range(found.tokens[0], min(end, last + COMPLEMENT_REACH)):
        if i not in found.tokens and words[i] in COMPLEMENT and end - i > ENOUGH_WORDS:
            return tokens[i + 1 : end].text if words[i] != "om" else tokens[i:end].text
    behind = next((i for i in range(last + 1, end) if words[i] in SUBORDINATORS), end)
    if behind - last > ENOUGH_WORDS:
        return tokens[last + 1 : end].text
    first = found.tokens[0]
    start = reading.starts[first]
    return tokens[start:first].text if first - start > ENOUGH_WORDS else None
