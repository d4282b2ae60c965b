"""Answers that point at other answers, and factions that join the questions of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from standpunt import knowledge
from standpunt.knowledge import PointerPattern
from standpunt.model import Block, Exchange
from standpunt.structure import factions
from standpunt.structure.headings import NUMBERS, numbers_in

#: A faction's name in running text.
FACTION: Final = r"(?P<fractie>(?:fracties? van (?:de )?)?[A-Z0-9][\w/-]*(?:(?:,| en)(?: de)? [A-Z0-9][\w/-]*)*?(?:-fracties?)?)(?![\w-])"
#: Words by which the question is found that a faction joins; short ones and prepositions tell nothing.
SUBJECT_WORD: Final = re.compile(
    r"\b(?!(?:over|inzake|ten aanzien|omtrent|betreffende|rond|aangaande|deze|voor|naar|onder|door)\b)[\w-]{4,}"
)


@lru_cache
def _patterns(sort: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(expression(row.patroon)) for row in knowledge.table(PointerPattern) if row.soort == sort)


def expression(pattern: str) -> str:
    """Return the regular expression of a pattern of pointers.csv, with what its placeholders stand for."""
    return pattern.replace("{nummers}", f"(?P<nummers>{NUMBERS})(?![\\w%])").replace("{fractie}", FACTION)


def link(exchanges: Sequence[Exchange], blocks: Sequence[Block]) -> tuple[Exchange, ...]:
    """Return the exchanges with the answers they point at and the factions that join their questions."""
    joins = _joins(exchanges, blocks)
    return tuple(
        replace(exchange, see=_see(exchange, exchanges, blocks), joined_by=joins.get(exchange.index, ())) for exchange in exchanges
    )


def pointed_at(text: str) -> tuple[int, ...]:
    """Return the numbers of the answers that a text points at: `zie ook het antwoord op vraag 28`."""
    return tuple(dict.fromkeys(number for _, number in sorted(_numbers(text))))


def _see(exchange: Exchange, exchanges: Sequence[Exchange], blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return the numbers of the answers pointed at; where answers carry none, their places in the paper (1, 2, …)."""
    known = {number for other in exchanges for number in other.numbers}
    found: list[tuple[int, int]] = []  # place in the text, number
    for index in exchange.answers:
        text = blocks[index].text
        shift = index * 1_000_000
        found += [(shift + at, number) for at, number in _numbers(text) if number in known and number not in exchange.numbers]
        for pattern in _patterns("fractie"):
            for match in pattern.finditer(text):
                found += [(shift + match.start(), place) for place in _answer_to(match["fractie"], exchange, exchanges)]
        if exchange.number is not None and any(pattern.search(text) for pattern in _patterns("vorige")):
            before = [other.number for other in exchanges if other.number is not None and other.number < exchange.number]
            found += [(shift, max(before))] if before else []
    return tuple(dict.fromkeys(number for _, number in sorted(found)))


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield place and number of the answers that a text points at, unless they are another paper's."""
    elsewhere = _patterns("elders")
    for pattern in _patterns("antwoord"):
        for match in pattern.finditer(text):
            after = text[match.end() : match.end() + 60]
            if not any(other.match(after) for other in elsewhere):
                for number in numbers_in(match["nummers"]):
                    yield match.start("nummers"), number


def _answer_to(names: str, exchange: Exchange, exchanges: Sequence[Exchange]) -> list[int]:
    """Return the one other answer that a faction got; a faction with several is no pointer."""
    asked = set(factions.factions(names))
    others = [other for other in exchanges if asked and asked & set(other.asked_by) and other.index != exchange.index and other.answers]
    exact = [other for other in others if not set(exchange.asked_by) >= set(other.asked_by)] or others
    if len(exact) != 1:
        return []
    return [exact[0].number if exact[0].number is not None else exact[0].index + 1]


def _joins(exchanges: Sequence[Exchange], blocks: Sequence[Block]) -> dict[int, tuple[str, ...]]:
    """Return for each exchange the factions that join its questions."""
    joins: dict[int, tuple[str, ...]] = {}
    for block in blocks:
        for sentence in block.sentences if block.kind == "questions" else ():
            for pattern in _patterns("aansluiting"):
                match = pattern.search(sentence.text)
                joiner = match and (_subject(sentence.text[: match.start()]) or block.speaker)
                if not match or not joiner:
                    continue
                for other in factions.factions(match["fractie"]):
                    theirs = [e for e in exchanges if other in e.asked_by and joiner not in e.asked_by]
                    for exchange in _about(theirs, match["over"], blocks):
                        joins[exchange.index] = tuple(dict.fromkeys((*joins.get(exchange.index, ()), joiner)))
    return joins


def _subject(text: str) -> str | None:
    """Return the faction that is named before a verb: De leden van de SP-fractie sluiten zich aan."""
    named = list(factions.named(text))
    return named[-1][0] if named else None


def _about(exchanges: Sequence[Exchange], subject: str | None, blocks: Sequence[Block]) -> Sequence[Exchange]:
    """Return the exchanges about a subject; all of them where none is named or none fits it."""
    words = SUBJECT_WORD.findall(subject or "")
    if not words:
        return exchanges
    counts = [
        sum(word.casefold() in " ".join(blocks[k].text for k in exchange.questions).casefold() for word in words) for exchange in exchanges
    ]
    best = max(counts, default=0)
    return [exchange for exchange, count in zip(exchanges, counts, strict=True) if count == best] if best else exchanges
