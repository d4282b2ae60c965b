"""What papers keep talking about without any topic saying so: where a researcher may want to extend topics.csv."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from spacy.lang.nl.stop_words import STOP_WORDS

from standpunt import knowledge
from standpunt.annotate.topics import hits
from standpunt.knowledge import CommonWord
from standpunt.model import BlockKind, Paper

SPOKEN: Final[frozenset[BlockKind]] = frozenset({"questions", "answer", "body", "speech", "motion"})
WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: Dutch compounds are one word; a shorter word by itself is rarely the name of a subject.
COMPOUND: Final = 10
NOUN: Final = 4
#: An inflected adjective ends in -e; "commissie", "strategie" and "begroting" do not count.
ADJECTIVE: Final = re.compile(r"\w{3,}(?<!i)e")
#: Words after "de" that are long and no nouns: adjectives and participles.
NO_NOUN: Final = re.compile(r"\w*(?:lijke?|ische?|ende|eerde?|noemde|nomen|baar|bare|waardige?|ige|[ia]ële?|aal|air|ieve|zame?)")
INFINITIVE: Final = re.compile(r"\bte (\w+en)\b")
#: The row of common_words.csv with the words that a noun follows: there is no tagger to ask.
BEFORE_NOUNS: Final = "voor-naamwoorden"


def uncovered(papers: Iterable[Paper], at_least: int = 3) -> list[tuple[str, int]]:
    """Return noun phrases that no topic covers, with the number of sentences they stand in.

    First comes what the most papers say, then what the most sentences say. A phrase that stands in fewer than
    `at_least` sentences is left out, and so is one that is written with a capital in most places: a name.
    """
    places: dict[str, list[tuple[str, bool]]] = defaultdict(list)  # phrase → paper and whether it is written as a name
    verbs: set[str] = set()
    for paper in papers:
        for block in paper.blocks:
            if block.kind in SPOKEN:
                verbs.update(match[1] for match in INFINITIVE.finditer(block.text))
                for sentence in block.sentences:
                    for phrase in dict.fromkeys(_phrases(block.text[sentence.at : sentence.to])):
                        places[phrase.lower()].append((paper.id, phrase != phrase.lower()))
    counts = {
        phrase: (len({paper for paper, _ in found}), len(found))
        for phrase, found in places.items()
        if phrase not in verbs and len(found) >= at_least and 2 * sum(named for _, named in found) <= len(found)
    }
    ranked = sorted(counts, key=lambda phrase: (-counts[phrase][0], -counts[phrase][1], phrase))
    return [(phrase, counts[phrase][1]) for phrase in ranked]


def _phrases(text: str) -> Iterator[str]:
    """Yield the noun phrases of a sentence that lie outside of what its topics were read from."""
    taken = [(hit.at, hit.to) for hit in hits(text)]
    words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
    for (before, _, gap), (first, at, end), (second, next_at, next_end) in zip(
        words, words[1:], [*words[2:], ("", len(text), len(text))], strict=False
    ):
        if text[gap:at].strip() or before.lower() not in _before_nouns() or _common(first):
            continue
        if ADJECTIVE.fullmatch(first) and not text[end:next_at].strip() and len(second) >= NOUN and not _common(second):
            phrase, to = f"{first} {second}", next_end
        elif len(first) >= COMPOUND and not NO_NOUN.fullmatch(first.lower()):
            phrase, to = first, end
        else:
            continue
        if not any(start < to and at < stop for start, stop in taken):
            yield phrase


def _common(word: str) -> bool:
    return word.lower() in _common_words()


@lru_cache
def _before_nouns() -> frozenset[str]:
    return frozenset(word for row in knowledge.table(CommonWord) if row.id == BEFORE_NOUNS for word in row.woorden)


@lru_cache
def _common_words() -> frozenset[str]:
    return frozenset(STOP_WORDS).union(*(row.woorden for row in knowledge.table(CommonWord)))
