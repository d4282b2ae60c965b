"""Which motion is under discussion, sentence by sentence, so that `Daarom ontraad ik deze motie` is tied to the motion that is meant.

A motion comes under discussion when it is named: by its number, its movers, what it is about, in a heading, or by the chair just
before. It stays so through interruptions until another is named, or until its verdict is followed by a new paragraph that names
none. A name that fits two motions, or one that can't be told, leaves none under discussion: better no link than a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from standpunt import iri
from standpunt.model import CABINET, Analysis, Block, Sentence, Treatment
from standpunt.relate import treatments
from standpunt.relate.naming import Key, Keys, Naming, Reference, joined
from standpunt.relate.treatments import ADVISED, REASONS, Hit, Voice
from standpunt.structure import names
from standpunt.structure.members import bare_name

if TYPE_CHECKING:
    from standpunt.relate.motions import MotionCitation
    from standpunt.relate.moved import Moved

#: The same verdict goes for another motion.
_LIKEWISE: Final = re.compile(r"\b(?:dat|dit|datzelfde|ditzelfde|hetzelfde|idem)\s+geldt\b(?!\s+niet)|\bidem\b|\bevenzeer\b", re.IGNORECASE)
#: One of two motions, or of what else was named: nobody can tell which.
_ONE_OF: Final = re.compile(r"\b(?:die|deze|de)\s+(?:laatste|eerste|tweede|andere|ene)\b(?!\s+moties?\b)", re.IGNORECASE)
#: A motion that nobody has moved: `een motie van die strekking`.
_SUPPOSED: Final = re.compile(
    r"(?<!is )(?<!vind )\b(?:een|zo'n|elke|iedere)\s+(?:[\w-]+\s+)?motie\s+(?:van|met|die|waarin|om)\b", re.IGNORECASE
)
_POINTS: Final = re.compile(r"\b(?:die|deze|haar|hem|het|dit|dat|ze|beide|daarover|hierover|daarvan|hiervan)\b", re.IGNORECASE)
_MOVES_ON: Final = re.compile(r"\b(?:kom|komen|ga|gaan|dan|naar|vervolgens)\b", re.IGNORECASE)
#: A paragraph that begins so and names no motion is about something else.
_ELSE: Final = re.compile(
    r"(?:dan|tot\s+slot|ten\s+slotte|vervolgens|verder|daarnaast|voorts|de\s+(?:volgende|tweede|derde|laatste)|ik\s+(?:kom|ga)\b)\b",
    re.IGNORECASE,
)
#: Between a verdict and a motion that is named behind it: with one of these the motion belongs to what follows.
_APART: Final = re.compile(r"[,;]|\ben\b")
_READ_OUT: Final = re.compile(r"\b(?:krijgt\s+(?:nr|letter|de\s+letter)|voorgesteld\s+door|indiening\s+ervan)\b", re.IGNORECASE)
_CHAIR: Final = re.compile(r"\bvoorzitter\b", re.IGNORECASE)
_TO_SOMEBODY: Final = re.compile(r"\b(?:u|uw)\b(?!\s+kamer)", re.IGNORECASE)
#: The cabinet confirms what the chair has asked.
_YES: Final = re.compile(
    r"(?:ja|jazeker|jawel|zeker|klopt|dat\s+klopt|inderdaad|juist|correct|precies|absoluut|dat\s+is\s+(?:juist|correct|zo))\b(?![^.!]*\bmaar\b)"
    r"|[^.?!]*\bdoe\s+ik\s+dat\b",
    re.IGNORECASE,
)
_INTERRUPTED: Final = re.compile(r"\bgeschorst\b")
#: A verdict without a word for the motion is on it when nothing else can be meant.
SHORT: Final = 12
BRIEF: Final = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict and the motion that it is on."""

    hit: Hit
    key: Key
    condition: str | None
    voice: Voice
    sentence: Sentence
    confirmed: int | None = None  # the sentence in which the cabinet says yes, or that the same goes for this motion


@dataclass(frozen=True, slots=True)
class Discussed:
    """What a paper's discussion of motions tells."""

    treatments: tuple[Treatment, ...] = ()  # what is done with them
    known: Mapping[int, str] = field(default_factory=dict)  # the Kamerstuk of each mention of a motion that the discussion tells
    pointed_at: Mapping[int, Keys] = field(default_factory=dict)  # by sentence: the motions that `de motie` in the cabinet's words may mean


def treated(analysis: Analysis, cited: Sequence[MotionCitation], moved: Moved) -> Discussed:
    """Return what is done with motions in a paper, and which motions its words mean.

    What is done is told once for each motion, kind and dependence, where it is said first.

    The cabinet's own words go before those of the chair. That a motion comes too early, is needless or can't be carried out counts only
    where the cabinet says nothing else of it.
    """
    if not any("otie" in block.text for block in analysis.paper.blocks):
        return Discussed()
    walk = _Walk(analysis, moved, {citation.start: citation for citation in cited})
    told = [each for block in analysis.paper.blocks for each in walk.read(block)]
    told.sort(key=lambda each: each.voice == "voorzitter")
    firmly = {each.key for each in told if each.hit.kind in ADVISED - REASONS and each.condition is None}
    first: dict[tuple[Key, str, bool], Told] = {}
    for each in told:
        repeated = each.voice == "voorzitter" and any((each.key, each.hit.kind, alone) in first for alone in (True, False))
        if not repeated and (each.hit.kind not in REASONS or each.key not in firmly):
            first.setdefault((each.key, each.hit.kind, each.condition is None), each)
    found = sorted(first.values(), key=lambda each: (each.sentence.index, each.hit.at, str(each.key)))
    return Discussed(tuple(_numbered_apart(_treatment(analysis, each) for each in found)), walk.known, walk.pointed_at)


def _treatment(analysis: Analysis, told: Told) -> Treatment:
    sentence, key = told.sentence, told.key
    known = key if isinstance(key, str) else analysis.paper.source.text[key : key + 80]
    return Treatment(
        id=f"{analysis.paper.id}/treatment/{iri.content_hash(sentence.text, told.hit.kind, known)}",
        motion=key if isinstance(key, str) else None,
        cited=key if isinstance(key, int) else None,
        kind=told.hit.kind,
        condition=told.condition,
        cue=told.hit.cue,
        sentence=sentence.index,
        confirmed=told.confirmed,
        claims=tuple(c.id for c in analysis.claims if c.sentence == sentence.index and c.holder == CABINET and c.relation != "refers_to"),
    )


def _numbered_apart(found: Iterator[Treatment]) -> Iterator[Treatment]:
    seen: Counter[str] = Counter()
    for treatment in found:
        seen[treatment.id] += 1
        again = seen[treatment.id]
        yield treatment if again == 1 else replace(treatment, id=f"{treatment.id}-{again}")


class _Walk:
    """Reads a paper block by block and keeps in mind which motions are under discussion."""

    def __init__(self, analysis: Analysis, moved: Moved, cited: dict[int, MotionCitation]) -> None:
        self._paper = analysis.paper
        self._moved = moved
        self._naming = Naming(analysis.mentions, cited, moved)
        self._focus: Keys = ()
        self._has_told = False  # whether a verdict on what is under discussion was read
        self._before = ""  # the sentence before
        self._last: Told | None = None  # the last verdict of the cabinet
        self._asked: list[Told] = []  # what the chair has just asked: `Dus oordeel Kamer?`
        self._exchange: int | None = None
        self._in_place: list[Keys] = []  # the motions named so far under this heading, in this answer or speech
        self._in_paragraph: list[Keys] = []
        self.pointed_at: dict[int, Keys] = {}

    @property
    def known(self) -> dict[int, str]:
        """The Kamerstuk of each mention of a motion, by where it begins."""
        return self._naming.known

    def read(self, block: Block) -> Iterator[Told]:
        """Yield the verdicts in a block."""
        is_debate = self._paper.kind == "debate"
        if block.kind == "motion" or (is_debate and block.kind == "body" and _INTERRUPTED.search(block.text)):
            self._focus, self._last = (), None
        voice = _voice(block, is_debate=is_debate)
        if voice is None:
            return
        if voice == "kabinet" and block.sentences and _YES.match(block.text[block.sentences[0].at : block.sentences[0].to]):
            yield from (replace(asked, confirmed=block.sentences[0].index) for asked in self._asked)
        self._asked = []
        answers_another = self._exchange is not None and block.exchange != self._exchange
        if is_debate or block.kind == "heading" or answers_another:
            self._in_place = []
        self._exchange = block.exchange
        end = 0
        for sentence in block.sentences:
            opens = end == 0 or "\n" in block.text[end : sentence.at]
            if self._has_told and opens and end:
                self._focus = ()
            focus = self._focus
            found = list(self._sentence(block, sentence, voice, opens=opens))
            self._has_told = (self._has_told and focus == self._focus) or any(each.hit.kind in ADVISED - REASONS for each in found)
            end = sentence.to
            yield from found

    def _sentence(self, block: Block, sentence: Sentence, voice: Voice, *, opens: bool) -> Iterator[Told]:
        text = block.text[sentence.at : sentence.to]
        before, self._before = self._before, text
        if voice == "voorzitter" and _READ_OUT.search(text):
            return
        references = self._naming.read(block, sentence, self._focus)
        self._point(block, sentence, references, voice, opens=opens)
        named = [reference for reference in references if reference.keys is not None]
        if block.kind == "heading":
            self._focus = ()
        if named and (references[0].keys is not None or not self._focus or _MOVES_ON.search(text[: named[0].at])):
            self._focus = named[0].keys or ()  # else `deze motie lijkt op de motie op stuk nr. 12`
        is_chair = voice == "voorzitter"
        asked = treatments.is_question(text) or (is_chair and _TO_SOMEBODY.search(text) is not None)
        hits = treatments.hits(text, voice, asked=treatments.is_question(text)) if is_chair or not asked else ()
        if not hits and voice == "kabinet" and self._last and named and _LIKEWISE.search(text):
            keys = self._together(references, text)
            yield from (replace(self._last, key=key, confirmed=sentence.index) for key in keys if key != self._last.key)
            return
        if not hits:
            if not references and voice == "kabinet" and _ELSE.match(text):
                self._focus = self._naming.of_member(text) or (() if opens else self._focus)
            return
        before = "" if named else before
        if asked:
            self._asked = [
                Told(hit, key, treatments.condition(text, before), voice, sentence)
                for hit, keys in self._assigned(hits, references, text, is_chair=is_chair)
                if hit.kind in ADVISED and len(hits) == 1
                for key in keys
            ]
            return
        for hit, keys in self._assigned(hits, references, text, is_chair=is_chair):
            if self._is_told(hit, keys, voice, block, references, text):
                part = treatments.part(text, hit) if len(hits) > 1 else text
                condition = treatments.condition(part, before if text.startswith(part) else "") if hit.kind in ADVISED else None
                for key in keys:
                    told = Told(hit, key, condition, voice, sentence)
                    self._last = told if voice == "kabinet" and hit.kind in ADVISED else self._last
                    yield told

    def _point(self, block: Block, sentence: Sentence, references: Sequence[Reference], voice: Voice, *, opens: bool) -> None:
        """Note which motions `de motie` may mean: those named before it in its paragraph, else in its section or speech.

        A motion that stays unknown leaves nobody sure which is meant.
        """
        if opens:
            self._in_paragraph = []
        text = block.text[sentence.at : sentence.to]
        named = [reference.keys for reference in references if reference.keys is not None]
        before = self._in_paragraph or self._in_place
        if references and not named and voice == "kabinet" and before and all(before) and not _ONE_OF.search(text):
            self.pointed_at[sentence.index] = tuple(dict.fromkeys(key for keys in before for key in keys))
        self._in_place += named
        self._in_paragraph += named

    def _is_told(self, hit: Hit, keys: Keys, voice: Voice, block: Block, references: Sequence[Reference], text: str) -> bool:
        """Tell whether a phrase is really on these motions, said by who may say so."""
        words = len(text.split())
        if not references and _ONE_OF.search(text) and treatments.condition(text, "") is None:
            return False
        if not any(reference.keys for reference in references) and _SUPPOSED.search(text):
            return False
        if hit.kind not in ADVISED:
            return not treatments.depends(text) and (voice != "indiener" or self._is_mover(block, keys))
        if voice == "voorzitter":
            named = any(reference.keys for reference in references)
            return named or words <= BRIEF
        if hit.kind in REASONS:
            return bool(references) or words <= BRIEF
        return hit.kind == "left_to_house" or bool(references) or words <= SHORT or _POINTS.search(text) is not None

    def _is_mover(self, block: Block, keys: Keys) -> bool:
        speaker = names.bearer(bare_name(block)).casefold()
        return all(isinstance(key, str) and speaker in [mover.casefold() for mover in self._moved.movers(key)] for key in keys)

    def _assigned(self, hits: Sequence[Hit], references: Sequence[Reference], text: str, *, is_chair: bool) -> Iterator[tuple[Hit, Keys]]:
        """Yield each phrase with its motions: named before it in its part of the sentence, else behind it, else under discussion."""
        focus = self._focus
        start = 0
        for hit, following in zip(hits, [*(other.at for other in hits[1:]), len(text)], strict=True):
            before = [reference for reference in references if start <= reference.at < hit.to]
            behind = [reference for reference in references if hit.to <= reference.at < following]
            own = before or (behind if behind and not _APART.search(text[hit.to : behind[0].at]) else [])
            if own:
                focus = self._together(own if before else [*own[:1], *joined(own, text)], text)
            start = hit.to
            yield hit, focus if own or len(hits) == 1 or not is_chair else ()
        self._focus = focus

    def _together(self, references: Sequence[Reference], text: str) -> Keys:
        """Return the motions of the first reference, and of those joined to it by a comma or `en`."""
        first, *others = references
        if others and first.keys is None and not self._focus:
            first, *others = others
        keys = self._focus if first.keys is None else first.keys
        for reference in joined(references, text):
            if reference.keys and keys:
                keys = (*keys, *(key for key in reference.keys if key not in keys))
        return keys


def _voice(block: Block, *, is_debate: bool) -> Voice | None:
    """Return who speaks in a block; None where it can tell nothing of a motion."""
    if block.kind in ("front", "footnote", "motion", "questions") or (is_debate and block.kind == "heading"):
        return None
    if block.speaker == CABINET:
        return "kabinet"
    if not is_debate:
        return None
    if block.speaker is None or (block.speaker_name and _CHAIR.search(block.speaker_name)):
        return "voorzitter"
    return "indiener"
