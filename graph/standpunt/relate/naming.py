"""The words for motions in a sentence, and which motion each means.

de motie op stuk nr. 346 · de moties op stukken nrs. 350 en 351 · nr. 12: …
de motie-Kröger/Grashoff · de tweede motie van mevrouw Beckerman · de motie van D66
de motie over koolmonoxidemelders · Motie van het lid Vos over uitstel (36 410, nr. 5)
deze motie · die motie · zijn motie    whichever is under discussion
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from standpunt.relate.grammar import words as word_class
from standpunt.relate.moved import BARE, LETTERED, NUMBERS, Moved
from standpunt.structure import names

if TYPE_CHECKING:
    from standpunt.model import Block, Mention, Sentence
    from standpunt.relate.motions import MotionCitation

#: A motion: its Kamerstuk, or where the paper cites it when only all papers together tell which it is.
Key = str | int
Keys = tuple[Key, ...]

_NOUN: Final = re.compile(r"\b(?P<noun>moties?|(?:sub)?amendement(?:en)?)\b", re.IGNORECASE)
_AMENDMENT: Final = re.compile(r"amendement\w*(?:\s+[^,;.:]{0,40})?$", re.IGNORECASE)
#: What a motion is about, behind the word for it or behind its movers.
_ABOUT: Final = re.compile(
    r"\s*,?\s*(?:die|dat|waarin|waarmee)?\s*(?:(?:gaat|vraagt|verzoekt)\s+)?"
    r"(?:over|inzake|betreffende|met\s+betrekking\s+tot|rondom|rond|om|voor)\s+(?P<subject>[^,;:.?!()]{4,160})",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\s+van\s+(?:de\s+|het\s+)?")
#: A member, named as in debates.
_MEMBER: Final = re.compile(rf"\b(?:de\s+heer|mevrouw|het\s+lid)\s+(?P<name>{names.SURNAME})")
#: `De tweede motie is van mevrouw Vos.`
_IS_OF: Final = re.compile(rf"\s+(?:is|was|komt|kwam|staat)\s+(?:\w+\s+)?(?:van|op\s+naam\s+van)\s+{_MEMBER.pattern}")
#: A number that a changed motion had before.
_REPLACED: Final = re.compile(r"\bvervanging\b[^;:]{0,60}$", re.IGNORECASE)
_BEFORE_IT: Final = re.compile(r"\s+(?:daarvoor|hiervoor|ervoor)\b")
_GLUED: Final = re.compile(r"\s*[-–]\s*\w")
#: Between who moved a motion and its number: ` c.s. `.
_TO_NUMBER: Final = re.compile(r"(?:\s+(?:c\.\s?s\.|cum\s+suis))?\s*,?\s*")
#: Between two motions that are spoken of together: ` van de heer Vos en die `.
_JOINS: Final = re.compile(
    r"(?:\s*(?:van|door)\s[^.;:]{2,80}?)?\s*(?:,|en|,\s*en|alsmede|evenals|en\s+ook)\s*(?:(?:de|die|ook|op)\s+)*", re.IGNORECASE
)
_OPENS_BRACKET: Final = re.compile(r"\(\s*(?:[Kk]amerstuk\w*\s*)?$")
_ORDINALS: Final = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "vijfde": 4, "zesde": 5, "laatste": -1}
_POINTING: Final = frozenset({"deze", "die"})
_POSSESSIVE: Final = frozenset({"zijn", "haar"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Words for a motion in a sentence; `keys` is empty where nobody can tell which, None where they mean the one under discussion."""

    at: int
    to: int
    keys: Keys | None


def joined(references: Sequence[Reference], text: str) -> list[Reference]:
    """Return the references that go with the first: only `en` stands before each, or who moved the one before it."""
    found: list[Reference] = []
    for one, other in pairwise(references):
        if other.keys is None or not _JOINS.fullmatch(text[one.to : other.at]):
            break
        found.append(other)
    return found


class Naming:
    """Reads the words for motions in the sentences of a paper."""

    def __init__(self, mentions: Sequence[Mention], cited: Mapping[int, MotionCitation], moved: Moved) -> None:
        """Take what a paper mentions, where it cites motions (by where the mention begins), and which it moves."""
        self._mentions: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.label in ("MOTION", "FACTION", "DOCUMENT"):
                self._mentions.setdefault(mention.block, []).append(mention)
        self._cited = cited
        self._moved = moved
        self.known: dict[int, str] = {}  # the Kamerstuk of each mention of one motion, by where it begins

    def read(self, block: Block, sentence: Sentence, focus: Keys) -> list[Reference]:
        """Return the words for motions in a sentence, in its order; `focus` is what is under discussion."""
        text = block.text[sentence.at : sentence.to]
        mentions = [m for m in self._mentions.get(block.index, ()) if sentence.at <= m.at < sentence.to]
        found: list[Reference] = []
        for mention in mentions:
            at, to = mention.at - sentence.at, min(mention.to - sentence.at, len(text))
            if mention.label == "MOTION" and not _covered(found, at):
                reference = self._mention(mention, text, at, to, focus)
                if reference.keys and len(reference.keys) == 1 and isinstance(reference.keys[0], str):
                    self.known[mention.start] = reference.keys[0]
                found.append(reference)
        for number in NUMBERS.finditer(text):
            if not _covered(found, number.start()) and not _REPLACED.search(text[: number.start()]):
                keys = () if _AMENDMENT.search(text[: number.start()]) else self._moved.by_numbers(number)
                found.append(Reference(_with_noun(text, number.start()), number.end(), keys))
        for letter in LETTERED.finditer(text):
            if not _covered(found, letter.start()):
                found.append(Reference(letter.start(), letter.end(), self._moved.by_letters(letter)))
        for number in BARE.finditer(text):
            if (
                not _covered(found, number.start())
                and (keys := self._moved.by_bare_numbers(number))
                and not _REPLACED.search(text[: number.start()])
            ):
                found.append(Reference(number.start(), number.end(), keys))
        factions = {m.at - sentence.at: m.id for m in mentions if m.label == "FACTION" and m.id}
        for noun in _NOUN.finditer(text):
            if not _covered(found, noun.start()):
                found.extend(self._noun(noun, text, factions, focus))
        papers = {m.at - sentence.at: m.id for m in mentions if m.label == "DOCUMENT" and m.id and m.id.startswith("kst-")}
        return _with_papers(sorted(found, key=lambda reference: reference.at), papers, text)

    def of_member(self, text: str, focus: Keys = ()) -> Keys | None:
        """Return the only motion of the member whom a text names last, or the one under discussion where it is theirs; None for nobody."""
        named = list(_MEMBER.finditer(text))
        fitting = self._moved.by_movers([names.bearer(named[-1]["name"])]) if named else ()
        if not fitting:
            return None
        return fitting if len(fitting) == 1 else focus if len(focus) == 1 and focus[0] in fitting else ()

    def _mention(self, mention: Mention, text: str, at: int, to: int, focus: Keys) -> Reference:
        """Return a motion that is named by its movers or its number."""
        numbers = NUMBERS.finditer(text, at)
        number = next((n for n in numbers if n.end() <= to or n.start() < to or _TO_NUMBER.fullmatch(text[to : n.start()])), None)
        if number and (keys := self._moved.by_numbers(number)):
            return Reference(at, max(to, number.end()), keys)
        citation = self._cited.get(mention.start)
        if citation is None:
            return Reference(at, to, ())
        if citation.kst:
            return Reference(at, to, (citation.kst,))
        fitting = self._moved.by_movers(citation.proposers) if citation.proposers else ()
        if fitting:
            return Reference(at, to, self._chosen(fitting, text, at, to, focus))
        several = text[at:to].lower().startswith("moties")
        return Reference(at, to, () if several or not citation.proposers else (mention.start,))

    def _chosen(self, fitting: tuple[str, ...], text: str, at: int, to: int, focus: Keys) -> Keys:
        """Return which of a member's motions is meant: the second of them, the one about this, the one under discussion."""
        if len(fitting) == 1:
            return fitting
        before = text[:at].lower().split()[-1:]
        if before and before[0] in _ORDINALS:
            return _nth(fitting, before[0])
        if before and before[0] in word_class("bij-motie-verder"):
            others = tuple(kst for kst in fitting if kst not in focus)
            return others if len(fitting) == 2 and len(others) == 1 else ()
        subject = _ABOUT.match(text, to)
        if subject and (meant := self._moved.about(subject["subject"], fitting)):
            return (meant,)
        pointed = not _POINTING.isdisjoint(before) and len(focus) == 1 and focus[0] in fitting
        return focus if pointed else ()

    def _noun(self, noun: re.Match[str], text: str, factions: Mapping[int, str], focus: Keys) -> list[Reference]:
        """Return what `de motie` means; nothing where no motion in particular is meant (`een motie`, `de vorige motie`)."""
        before = re.findall(r"[\w'’]+", text[: noun.start()].lower())
        last = before[-1] if before else ""
        rest = text[noun.end() :]

        def means(keys: Keys | None) -> list[Reference]:
            return [Reference(noun.start(), noun.end(), keys)]

        if "amendement" in noun["noun"].lower():
            return means(())
        if last in word_class("bij-motie-terloops") or _BEFORE_IT.match(rest):
            return []
        if noun["noun"].lower() == "moties":
            together = "beide" in before[-2:] or last in _POINTING or before[-2:] in (["deze", "twee"], ["die", "twee"], ["de", "twee"])
            return means(None if len(focus) > 1 else ()) if together else []
        if by := _IS_OF.match(rest):
            theirs = self.of_member(by[0], focus)
            if theirs and last in _ORDINALS and len(fitting := self._moved.by_movers([names.bearer(by["name"])])) > 1:
                theirs = _nth(fitting, last)
            return means(theirs or ())
        if last in _ORDINALS:
            return means(self._ordinal(last, before, focus))
        if last in word_class("bij-motie-verder") or _GLUED.match(rest):
            return means(())
        if not last or last in word_class("bij-motie-algemeen"):
            return []
        if last in _POSSESSIVE and (theirs := self.of_member(text[: noun.start()], focus)) is not None:
            return means(theirs)
        pointing = None if last in _POINTING else ()
        if of := _OF.match(rest):
            faction = next((ident for at, ident in factions.items() if abs(at - noun.end() - of.end()) <= 1), None)
            fitting = self._moved.by_faction(faction) if faction else ()
            return means(fitting if len(fitting) == 1 else () if faction else pointing)
        if subject := _ABOUT.match(rest):
            meant = self._moved.about(subject["subject"])
            return means((meant,) if meant else pointing)
        return means(None) if last in word_class("bij-motie-terug") else []

    def _ordinal(self, ordinal: str, before: Sequence[str], focus: Keys) -> Keys:
        """Return `zijn tweede motie`: of who moved the one under discussion. Nobody can tell whose `de tweede motie` is."""
        if before[-2:-1] not in (["zijn"], ["haar"], ["hun"]) or len(focus) != 1 or not isinstance(focus[0], str):
            return ()
        movers = self._moved.movers(focus[0])
        return _nth(self._moved.by_movers(movers[:1]), ordinal) if movers else ()


def _nth(fitting: tuple[str, ...], ordinal: str) -> Keys:
    return fitting[_ORDINALS[ordinal] :][:1] if _ORDINALS[ordinal] < len(fitting) else ()


def _covered(found: Sequence[Reference], at: int) -> bool:
    return any(reference.at <= at < reference.to for reference in found)


def _with_noun(text: str, at: int) -> int:
    """Return where the noun before a number begins: `motie op stuk nr. 12`."""
    noun = re.search(r"\b(?:moties?|die|deze)\s+$", text[:at], re.IGNORECASE)
    return noun.start() if noun else at


def _with_papers(references: Sequence[Reference], papers: Mapping[int, str], text: str) -> list[Reference]:
    """Give a motion the Kamerstuk that stands in brackets behind it, where its words alone don't tell which it is."""
    settled = []
    for k, reference in enumerate(references):
        end = references[k + 1].at if k + 1 < len(references) else len(text)
        behind = (kst for at, kst in papers.items() if reference.to <= at < end and _OPENS_BRACKET.search(text[reference.to : at]))
        kst = next(behind, None)
        unknown = reference.keys is None or not any(isinstance(key, str) for key in reference.keys)
        settled.append(replace(reference, keys=(kst,)) if kst and unknown else reference)
    return settled
