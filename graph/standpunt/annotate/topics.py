"""Which subjects of policy a text is about, by the terms of topics.csv.

A text is read once, word by word. What a word can be part of is looked up once for each different word and remembered;
most words of a paper have been seen before, and most of those are part of no term at all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from standpunt import knowledge
from standpunt.annotate import extensions
from standpunt.knowledge import Faction, Topic, TopicName
from standpunt.model import Relation
from standpunt.structure import sentences

#: The group of spans in which the component leaves what it found.
GROUP: Final = "standpunt_topics"

#: Words between hyphens count by themselves, so that `navo lidmaatschap` finds "NAVO-lidmaatschap" too.
WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
TERM_WORD: Final = re.compile(r"\*?[^\W_]+(?:'[^\W_]+)?\*?")
#: "de Minister van Landbouw, Natuur en Visserij", "het commissiedebat Politie" and "de heer De Wolf" are no talk of farming,
#: police and wolves: the name of an office, a council, a debate or a person, up to its last capital.
NAMED: Final = re.compile(
    r"\b(?:"
    r"(?:(?:[Mm]inister(?:ie|s|ies)?|[Ss]taatssecretaris(?:sen)?|[Cc]ommissie|(?:[Ee]uro)?[Cc]ommissaris|[Dd]irectie) (?:van|voor|inzake)"
    r"|[Dd]irectoraat-[Gg]eneraal|[Rr]aad voor(?: de| het)?"
    r"|(?:[Cc]ommissie|[Tt]weeminuten|[Ww]etgevings)?(?:[Dd]ebat|[Oo]verleg)(?: over(?: de| het)?)?)"
    r" [A-Z][\w-]*(?:(?:,| en|, en) [A-Z][\w-]*)*"
    r"|(?:[Hh]eer|[Mm]evrouw|[Ll]id|[Ll]eden|[Mm]otie)(?:,?(?: (?:van|de|der|den|ten|ter|en))* [A-Z][\w-]*)+"
    r")"
)
#: A motion is one sentence from "De Kamer" to "orde van de dag"; what its clauses say has to be read clause by clause.
CLAUSE: Final = re.compile(r"[^;]+")
#: Accents don't count; one character for one, so that offsets stay what they are.
PLAIN: Final = str.maketrans(
    "áàâäãåÁÀÂÄÃÅçÇéèêëÉÈÊËíìîïÍÌÎÏıİñÑóòôöõøÓÒÔÖÕØúùûüÚÙÛÜýÿÝşŞğĞ’‘`´",
    "aaaaaaAAAAAAcCeeeeEEEEiiiiIIIIiInNooooooOOOOOOuuuuUUUUyyYsSgG''''",
)
#: What a word of five letters or more may end in without being written with `*`.
ENDINGS: Final = ("", "s", "'s", "e", "n", "en")
SHORT: Final = 5
#: Different words remembered; a paper has a few thousand.
REMEMBERED: Final = 200_000

#: Relations whose topic is what the proposition is about, not all that the sentence speaks of.
STANCES: Final[frozenset[Relation]] = frozenset({"supports", "opposes", "calls_for", "concerned_about", "commits_to"})
FAVOURS: Final[frozenset[Relation]] = frozenset({"supports", "calls_for"})

#: Why something is thought, not what is thought: "Gezien de oorlog in Oekraïne, …", "…, aangezien staten soeverein zijn".
CIRCUMSTANCE: Final = re.compile(
    r"^\W*(?:Gezien|Gelet op|Vanwege|Gegeven|Ondanks|Hoewel|Nu)\b[^,]*,|,?\s\b(?:aangezien|omdat|want|doordat|daar waar)\b[^,;]*[,;]?|"
    r"\s(?:gezien|gelet op|vanwege)\b[^,;]*[,;]?"
)

#: What a sentence of an exchange weighs: what is asked counts more than what the answer brings in.
ASKED: Final = 1.0
QUESTION: Final = 1.5
ANSWERED: Final = 0.6
#: A topic that the question doesn't name weighs this much of what it would.
UNASKED: Final = 0.5
#: A topic belongs to an exchange from this share of the strongest topic's weight on.
SHARE: Final = 0.4
#: A narrower topic is met in passing when it weighs less than this share of the broader one.
PASSING: Final = 0.25
#: A weak term (`~china`) counts from this many sentences of an exchange on, and then weighs this much of a strong one.
OFTEN: Final = 3
HINT: Final = 0.5
MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic that a term names, and the stretch of text from the first to the last word of that term."""

    at: int
    to: int
    topic: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Term:
    topic: str
    parts: tuple[int, ...]
    weak: bool
    blocks: bool


@dataclass(slots=True)
class _WordPatterns:
    """The words of all terms, by what they demand of a word of the text."""

    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    starts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ends: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    holds: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, pattern: str) -> None:
        core = pattern.strip("*")
        if pattern.startswith("*") and pattern.endswith("*"):
            self.holds[core].add(pattern)
        elif pattern.startswith("*"):
            for ending in ENDINGS:
                self.ends[core + ending].add(pattern)
        elif pattern.endswith("*"):
            self.starts[core].add(pattern)
        else:
            for ending in ENDINGS if len(core) >= SHORT and core.isalpha() and not core.isupper() else ENDINGS[:1]:
                self.exact[core + ending].add(pattern)

    def of(self, word: str) -> frozenset[str]:
        """Return the patterns that a word fits; one in capitals also fits those written in capitals."""
        return frozenset(pattern for form in {word, word.lower()} for pattern in self._fits(form))

    def _fits(self, form: str) -> Iterator[str]:
        yield from self.exact.get(form, ())
        for cut in range(1, len(form) + 1):
            yield from self.starts.get(form[:cut], ())
            yield from self.ends.get(form[-cut:], ())
        for core, patterns in self.holds.items():
            if core in form:
                yield from patterns


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a word of a text can be: the patterns it fits, and the phrases it can begin, as their other words and their part."""

    fits: frozenset[str]
    begins: tuple[tuple[tuple[str, ...], int], ...]


class _Matcher:
    """The terms of all topics, ready to be found in one pass."""

    def __init__(self, topics: Iterable[Topic], names: Iterable[str]) -> None:
        self._patterns = _WordPatterns()
        self._readings: dict[str, _Reading] = {}
        self._parts: dict[str, int] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)  # by first word: other words, part
        self._terms: dict[int, list[_Term]] = defaultdict(list)  # by first part
        self._names: dict[str, list[tuple[str, ...]]] = defaultdict(list)  # by first word, as written
        for topic in topics:
            for text in topic.termen:
                self._add(topic.id, text.removeprefix("~"), weak=text.startswith("~"), blocks=False)
            for text in topic.niet_bij:
                self._add(topic.id, text, weak=False, blocks=True)
        for name in names:
            words = tuple(WORD.findall(name.translate(PLAIN)))
            self._names[words[0]].append(words)

    def _add(self, topic: str, text: str, *, weak: bool, blocks: bool) -> None:
        term = _Term(topic, tuple(dict.fromkeys(self._part(part) for part in text.split("&"))), weak, blocks)
        self._terms[term.parts[0]].append(term)

    def _part(self, text: str) -> int:
        if text not in self._parts:
            self._parts[text] = len(self._parts)
            for phrase in text.split("|"):
                words = tuple(word if word.isupper() else word.lower() for word in TERM_WORD.findall(phrase.translate(PLAIN)))
                for word in words:
                    self._patterns.add(word)
                self._phrases[words[0]].append((words[1:], self._parts[text]))
        return self._parts[text]

    def find(self, text: str) -> list[Hit]:
        """Return what the terms name in one sentence, in the order of the text."""
        return [
            Hit(clause.start() + hit.at, clause.start() + hit.to, hit.topic, hit.weak)
            for clause in CLAUSE.finditer(text)
            for hit in self._find(clause.group())
        ]

    def _find(self, text: str) -> list[Hit]:
        plain = text.translate(PLAIN)
        words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(plain)]
        parts = self._parts_in(words, self._hidden(words, text))
        named = [term for part in parts for term in self._terms.get(part, ()) if all(other in parts for other in term.parts)]
        blocked = {term.topic for term in named if term.blocks}
        return sorted(
            {
                Hit(at, to, term.topic, term.weak)
                for term in named
                if not term.blocks and term.topic not in blocked
                for at, to in (parts[term.parts[0]] if len(term.parts) == 1 else [_stretch([parts[part] for part in term.parts])])
            },
            key=lambda hit: (hit.at, hit.to, hit.topic),
        )

    def _hidden(self, words: Sequence[tuple[str, int, int]], text: str) -> set[int]:
        """Return the indices of words that belong to a name, not to what is talked about."""
        hidden: set[int] = set()
        for name in NAMED.finditer(text):
            hidden.update(index for index, (_, at, to) in enumerate(words) if name.start() <= at and to <= name.end())
        for index, (word, _, _) in enumerate(words):
            if word in self._names:
                for parts in self._names[word]:
                    if tuple(other for other, _, _ in words[index : index + len(parts)]) == parts:
                        hidden.update(range(index, index + len(parts)))
        return hidden

    def _parts_in(self, words: Sequence[tuple[str, int, int]], hidden: set[int]) -> dict[int, list[tuple[int, int]]]:
        readings = [self._readings.get(word) or self._read(word) for word, _, _ in words]
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for index, reading in enumerate(readings):
            if reading.begins and index not in hidden:
                for others, part in reading.begins:
                    if not others:
                        found[part].append(words[index][1:])
                    elif _follow(others, readings, index + 1):
                        found[part].append((words[index][1], words[index + len(others)][2]))
        return found

    def _read(self, word: str) -> _Reading:
        if len(self._readings) >= REMEMBERED:
            self._readings.clear()
        fits = self._patterns.of(word)
        begins = sorted({phrase for pattern in fits for phrase in self._phrases.get(pattern, ())})
        reading = self._readings[word] = _Reading(fits, tuple(begins))
        return reading


def _follow(others: Sequence[str], readings: Sequence[_Reading], index: int) -> bool:
    return index + len(others) <= len(readings) and all(other in readings[index + step].fits for step, other in enumerate(others))


def _stretch(places: Sequence[Sequence[tuple[int, int]]]) -> tuple[int, int]:
    firsts = [min(spans) for spans in places]
    return min(at for at, _ in firsts), max(to for _, to in firsts)


@lru_cache
def _matcher() -> _Matcher:
    factions = [form for row in knowledge.table(Faction) for form in (row.naam, *row.vormen)]
    return _Matcher(knowledge.table(Topic), [*(row.vorm for row in knowledge.table(TopicName)), *factions])


@lru_cache
def ancestors() -> Mapping[str, frozenset[str]]:
    """Return for each topic all topics that are broader."""
    broader = {row.id: row.breder for row in knowledge.table(Topic)}

    def above(topic: str) -> frozenset[str]:
        return frozenset(broader[topic]).union(*(above(parent) for parent in broader[topic]))

    return {topic: above(topic) for topic in broader}


def hits(text: str) -> list[Hit]:
    """Return where a text names topics, sentence by sentence; weak terms are left in and marked."""
    return [
        Hit(start + hit.at, start + hit.to, hit.topic, hit.weak)
        for start, end in sentences.split(text)
        for hit in _matcher().find(text[start:end])
    ]


def topics_in(text: str | Doc | Span) -> tuple[str, ...]:
    """Return the topics that a text names, the most specific first; a broader topic stands aside for a narrower one.

    >>> topics_in("Deze leden zijn tegen een Europees leger.")
    ('topic/europees-leger',)
    """
    found = [hit for hit in hits(text if isinstance(text, str) else text.text) if not hit.weak]
    above = ancestors()
    times = Counter(hit.topic for hit in found)
    first = {hit.topic: hit.at for hit in reversed(found)}
    covered = frozenset[str]().union(*(above[topic] for topic in times))
    return tuple(sorted(times.keys() - covered, key=lambda topic: (-len(above[topic]), -times[topic], first[topic], topic)))


def claim_topics(relation: Relation, sentence: str, proposition: str | None) -> tuple[str, ...]:
    """Return the topics of a claim, such that its direction means what it says.

    What a holder is for or against stands in the proposition; the rest of the sentence is only asked when that names no
    topic. Who supports measures against an abuse (terrorism, an invasion) doesn't support the abuse.
    """
    found = topics_in(sentence)
    if relation in STANCES:
        found = _narrowed(topics_in(proposition or ""), found) or topics_in(CIRCUMSTANCE.sub(" ", sentence))
    if relation in FAVOURS:
        bearable = tuple(topic for topic in found if topic not in abuses())
        return bearable if bearable or relation == "supports" else found
    return found


def _narrowed(found: Sequence[str], context: Sequence[str]) -> tuple[str, ...]:
    """Return the topics found, and for a broad one the narrower ones that its context names: "sancties" next to "Rusland"."""
    above = ancestors()
    narrower = {topic: [other for other in context if topic in above[other]] for topic in found}
    return tuple(dict.fromkeys(other for topic in found for other in narrower[topic] or [topic]))


@lru_cache
def abuses() -> frozenset[str]:
    """Return the topics that nobody is for: terrorism, an invasion."""
    return frozenset(row.id for row in knowledge.table(Topic) if row.misstand)


def exchange_topics(questions: Sequence[str], answers: Sequence[str]) -> tuple[str, ...]:
    """Return the few topics that an exchange is about, the strongest first: what it keeps coming back to, not all it mentions.

    `questions` and `answers` are the texts of its blocks.
    """
    weights: dict[str, float] = defaultdict(float)
    weak: dict[str, list[float]] = defaultdict(list)
    asked: set[str] = set()
    for text in questions:
        for sentence in _sentences(text):
            weight = QUESTION if sentence.rstrip().endswith("?") else ASKED
            asked.update(_weigh(sentence, weight, weights, weak))
    for text in answers:
        for sentence in _sentences(text):
            _weigh(sentence, ANSWERED, weights, weak)
    for topic, each in weak.items():
        if len(each) >= OFTEN:
            weights[topic] += HINT * sum(each)
    for topic in weights:
        if asked and topic not in asked:
            weights[topic] *= UNASKED
    _settle_branches(weights)
    strongest = max(weights.values(), default=0.0)
    ranked = sorted(weights, key=lambda topic: (-weights[topic], topic))
    return tuple(topic for topic in ranked if weights[topic] >= SHARE * strongest)[:MOST]


def _sentences(text: str) -> Iterator[str]:
    for at, to in sentences.split(text):
        yield text[at:to]


def _weigh(sentence: str, weight: float, weights: dict[str, float], weak: dict[str, list[float]]) -> set[str]:
    """Add a sentence's weight to the topics it names, once each; return them."""
    found = _matcher().find(sentence)
    strong = {hit.topic for hit in found if not hit.weak}
    for topic in strong:
        weights[topic] += weight
    for topic in {hit.topic for hit in found} - strong:
        weak[topic].append(weight)
    return {hit.topic for hit in found}


def _settle_branches(weights: dict[str, float]) -> None:
    """Let one topic of each branch stand: the narrower one, unless it is only met in passing."""
    above = ancestors()
    for topic in sorted(weights, key=lambda topic: (len(above[topic]), topic)):
        narrower = [other for other in weights if topic in above[other]]
        for other in [other for other in narrower if weights[other] < PASSING * weights[topic]]:
            weights[topic] += weights.pop(other)
            narrower.remove(other)
        if narrower:
            share = weights.pop(topic) / sum(weights[other] for other in narrower)
            for other in narrower:
                weights[other] *= 1 + share


@Language.factory("standpunt_topics", assigns=["doc.spans"])
def make_topics(nlp: Language, name: str) -> Topics:
    """Return the component; it needs no other one."""
    return Topics()


class Topics:
    """Leaves the topics that a text names as TOPIC spans in a group of their own."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the spans, in the order of the text."""
        named = [hit for hit in hits(extensions.text_of(doc)) if not hit.weak]
        doc.spans[GROUP] = [extensions.span(doc, hit.at, hit.to, "TOPIC", hit.topic, "topic.term") for hit in named]
        return doc
