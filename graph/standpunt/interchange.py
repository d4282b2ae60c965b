"""What was found in a paper as JSON, for `annotate --json`, gold files and review. Offsets are code points into the source.

A record may also come from a person: in a gold file a label, relation or target may be `A|B` (either is right) and may
end in `?` (optional). `options` and `optional` read that notation.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from standpunt.errors import StandpuntError
from standpunt.model import Analysis, Claim, Commitment, Exchange, Mention, Paper

Span = tuple[int, int]

OPTIONAL = "?"
EITHER = "|"


class MalformedRecord(StandpuntError):
    """A JSON text does not follow the interchange format."""


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """A span that names an entity."""

    start: int
    end: int
    text: str
    label: str
    id: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """Holder, relation and targets, with the sentence they were read from."""

    start: int
    end: int
    text: str
    holder: str
    relation: str
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    proposition: str | None = None
    rule: str | None = None
    confidence: float | None = None
    id: str | None = None
    cue: str | None = None
    commitment: Mapping[str, str | None] | None = None
    coholders: tuple[str, ...] = ()
    responds_to: Span | None = None  # the sentence that a promise or refusal answers
    reasons: tuple[str, ...] = ()  # that a refusal gives
    answered_in: tuple[Span, ...] = ()  # the sentences of a long reply that answer a call
    asked_in: Span | None = None  # the turn of the member who asked what a refusal does not answer


@dataclass(frozen=True, slots=True)
class ExchangeRecord:
    """Questions and the answer they got; the spans are None where there is no question or no answer."""

    number: int | None
    numbers: tuple[int, ...] = ()
    asked_by: tuple[str, ...] = ()
    joined_by: tuple[str, ...] = ()
    question: Span | None = None
    answer: Span | None = None
    status: str | None = None
    reasons: tuple[str, ...] = ()
    see: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What was found in one paper, by the pipeline or by a person."""

    source: str
    length: int
    paper: Mapping[str, str | None] = field(default_factory=dict)
    entities: tuple[EntityRecord, ...] = ()
    claims: tuple[ClaimRecord, ...] = ()
    exchanges: tuple[ExchangeRecord, ...] = ()
    annotated: tuple[Span, ...] = ()  # gold only: the spans that were annotated in full


def options(notation: str | None) -> frozenset[str]:
    """Return what a gold cell accepts.

    >>> sorted(options("ORG|MEETING?"))
    ['MEETING', 'ORG']
    """
    return frozenset(notation.rstrip(OPTIONAL).split(EITHER)) if notation else frozenset()


def optional(notation: str) -> bool:
    """Tell whether a gold cell is marked as optional."""
    return notation.endswith(OPTIONAL)


def record(analysis: Analysis) -> Record:
    """Return what was found in a paper, ready to be written as JSON."""
    paper = analysis.paper
    spans = {sentence.index: (sentence.start, sentence.end) for sentence in paper.sentences}
    return Record(
        source=paper.source.name,
        length=len(paper.source.text),
        paper=_identity(paper),
        entities=tuple(_entity(mention) for mention in analysis.mentions),
        claims=tuple(_claim(claim, spans, paper) for claim in analysis.claims),
        exchanges=tuple(_exchange(paper, exchange, analysis.topics.get(exchange.index, ())) for exchange in paper.exchanges),
    )


def dumps(found: Record) -> str:
    """Return the JSON text of a record: stable order, a line per entity, claim and exchange."""
    head = [f'"source": {_json(found.source)}', f'"length": {found.length}', f'"paper": {_json(dict(found.paper))}']
    lists: dict[str, Sequence[Any]] = {"entities": found.entities, "claims": found.claims, "exchanges": found.exchanges}
    parts = head + [f'"{name}": [{_lines(items)}]' for name, items in lists.items()]
    if found.annotated:
        parts.append(f'"annotated": {_json(found.annotated)}')
    return "{" + ",\n ".join(parts) + "}\n"


def loads(text: str, name: str = "text") -> Record:
    """Return the record that a JSON text holds; `name` is what errors call it.

    Raises:
        MalformedRecord: the text is no JSON, or lacks what the format asks for.
    """
    try:
        data = json.loads(text)
        return Record(
            source=data["source"],
            length=data["length"],
            paper=data.get("paper", {}),
            entities=tuple(_read(EntityRecord, item) for item in data.get("entities", ())),
            claims=tuple(_read(ClaimRecord, item) for item in data.get("claims", ())),
            exchanges=tuple(_read(ExchangeRecord, item) for item in data.get("exchanges", ())),
            annotated=tuple((start, end) for start, end in data.get("annotated", ())),
        )
    except json.JSONDecodeError as error:
        raise MalformedRecord(f"{name}:{error.lineno}: no JSON: {error.msg}") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MalformedRecord(f"{name}: does not follow the interchange format: {error!r}") from error


def _identity(paper: Paper) -> dict[str, str | None]:
    return {
        "id": paper.id,
        "kind": paper.kind,
        "date": paper.date.isoformat() if paper.date else None,
        "dossier": paper.dossier,
        "number": paper.number,
        "chamber": paper.chamber,
        "title": paper.title,
    }


def _entity(mention: Mention) -> EntityRecord:
    return EntityRecord(mention.start, mention.end, mention.text, mention.label, mention.id, mention.rule)


def _claim(claim: Claim, spans: Mapping[int, Span], paper: Paper) -> ClaimRecord:
    return ClaimRecord(
        start=claim.start,
        end=claim.end,
        text=claim.text,
        holder=claim.holder,
        relation=claim.relation,
        about=claim.about,
        topics=claim.topics,
        proposition=claim.proposition,
        rule=claim.rule,
        confidence=claim.confidence,
        id=claim.id,
        cue=claim.cue,
        commitment=_commitment(claim.commitment) if claim.commitment else None,
        coholders=claim.coholders,
        responds_to=None if claim.responds_to is None else spans[claim.responds_to],
        reasons=claim.reasons,
        answered_in=tuple(spans[index] for index in claim.answered_in),
        asked_in=None if claim.asked_in is None else (paper.blocks[claim.asked_in].start, paper.blocks[claim.asked_in].end),
    )


def _commitment(commitment: Commitment) -> dict[str, str | None]:
    cells = dataclasses.asdict(commitment)
    return {name: None if value is None else str(value) for name, value in cells.items()}


def _exchange(paper: Paper, exchange: Exchange, topics: tuple[str, ...]) -> ExchangeRecord:
    return ExchangeRecord(
        number=exchange.number,
        numbers=exchange.numbers,
        asked_by=exchange.asked_by,
        joined_by=exchange.joined_by,
        question=_span(paper, exchange.questions),
        answer=_span(paper, exchange.answers),
        status=exchange.status,
        reasons=exchange.reasons,
        see=exchange.see,
        topics=topics,
    )


def _span(paper: Paper, blocks: Sequence[int]) -> Span | None:
    if not blocks:
        return None
    return min(paper.blocks[index].start for index in blocks), max(paper.blocks[index].end for index in blocks)


def _read(kind: type[Any], item: Mapping[str, Any]) -> Any:
    """Return a record of this kind; keys that it does not know are passed over, so that newer files can still be read."""
    names = {field.name for field in dataclasses.fields(kind)}
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in item.items() if name in names})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(items: Sequence[Any]) -> str:
    return ",\n  ".join(_json(dataclasses.asdict(item)) for item in items)
