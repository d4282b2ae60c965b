"""What a reader gets without understanding anything: two ways of guessing that real extraction has to beat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from standpunt.interchange import ClaimRecord, EntityRecord, Record, optional, options
from standpunt.knowledge import Country, Faction, table
from standpunt.model import Block, Paper, Sentence


def speaker_only(paper: Paper) -> Record:
    """Return what structure alone tells: a question is its block's speaker's; entities are bare names of factions and countries."""
    claims = _claims(paper, lambda block, sentence: "asks_about" if block.kind == "questions" and sentence.text.endswith("?") else None)
    return Record(paper.source.name, len(paper.source.text), entities=tuple(_names(paper.source.text)), claims=tuple(claims))


def majority(paper: Paper, usual: Mapping[str, str]) -> Record:
    """Return the usual relation of its speaker for every sentence; `usual` as `usual_relations` gives it."""
    claims = _claims(paper, lambda block, _: usual.get(_kind(block.speaker or "")))
    return Record(paper.source.name, len(paper.source.text), claims=tuple(claims))


def usual_relations(gold: Iterable[Record]) -> dict[str, str]:
    """Return the most frequent relation in the gold per kind of holder: faction, actor, country, person."""
    seen: dict[str, Counter[str]] = {}
    for record in gold:
        for claim in record.claims:
            if not optional(claim.relation):
                seen.setdefault(_kind(claim.holder), Counter())[min(options(claim.relation))] += 1
    return {kind: max(sorted(counts), key=counts.__getitem__) for kind, counts in seen.items()}


def _kind(holder: str) -> str:
    return holder.split("/")[0]


def _claims(paper: Paper, relation: Callable[[Block, Sentence], str | None]) -> Iterator[ClaimRecord]:
    for block in paper.blocks:
        for sentence in block.sentences:
            found = relation(block, sentence)
            if found and block.speaker:
                yield ClaimRecord(sentence.start, sentence.end, sentence.text, block.speaker, found)


def _names(text: str) -> Iterator[EntityRecord]:
    pattern, entities = _gazetteer()
    for match in pattern.finditer(text):
        label, ident = entities[match.group()]
        yield EntityRecord(match.start(), match.end(), match.group(), label, ident)


@lru_cache
def _gazetteer() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    entities = {name: ("COUNTRY", country.id) for country in table(Country) for name in (country.naam, *country.vormen)}
    for faction in table(Faction):
        entities.update(dict.fromkeys((faction.naam, faction.afkorting, *faction.vormen), ("FACTION", faction.id)))
    longest_first = sorted(entities, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), entities
