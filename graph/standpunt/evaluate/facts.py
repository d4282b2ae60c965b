"""The hand-made files beside a gold file → outcomes: identity, structure, status and topics of exchanges."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from standpunt.evaluate.scoring import Outcome, Part, Verdict
from standpunt.interchange import ExchangeRecord, Record, optional

IDENTITY = ("id", "kind", "date", "dossier", "number")
STRUCTURE = ("numbers", "asked_by", "joined_by", "see")
SIDE_FILES = (".facts", ".exchanges", ".topics")


def is_side_file(path: Path) -> bool:
    """Tell whether a file in a gold folder goes with a gold file, rather than being one."""
    return path.name == "scores.json" or path.stem.endswith(SIDE_FILES)


def score(gold_file: Path, given: Record) -> Iterator[Outcome]:
    """Yield the outcomes for the files beside a gold file; nothing for those that are not there."""
    facts = _beside(gold_file, "facts")
    exchanges: Sequence[Mapping[str, Any]] = facts.get("exchanges", ())
    yield from _score_identity(facts, given)
    for wanted, found in _paired(exchanges, given.exchanges):
        yield from _score_structure(wanted, found)
        yield from _score_status(str(wanted["number"]), wanted, found)
    found_by_number = {str(found.number): found for found in given.exchanges}
    for number, labels in _beside(gold_file, "exchanges").get("exchanges", {}).items():
        found = found_by_number.get(number)
        yield from _score_status(number, labels, found)
        yield from _score_set("reasons", number, labels["reasons"], found.reasons if found else (), found)
    for number, topics in _beside(gold_file, "topics").get("exchanges", {}).items():
        found = found_by_number.get(number)
        yield from _score_set("topics", number, topics, found.topics if found else (), found)


def _beside(gold_file: Path, kind: str) -> dict[str, Any]:
    path = gold_file.with_suffix(f".{kind}.json")
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return data


def _paired(
    wanted: Sequence[Mapping[str, Any]], found: Sequence[ExchangeRecord]
) -> Iterator[tuple[Mapping[str, Any], ExchangeRecord | None]]:
    """Pair exchanges by the number of their first question, or by their order where the paper's answers carry no numbers."""
    if any(exchange.number is not None for exchange in found):
        numbered = {exchange.number: exchange for exchange in found}
        yield from ((exchange, numbered.get(exchange["number"])) for exchange in wanted)
    else:
        in_order = [*found, *[None] * len(wanted)]
        yield from zip(wanted, in_order, strict=False)


def _score_identity(facts: Mapping[str, Any], given: Record) -> Iterator[Outcome]:
    for name in IDENTITY:
        if facts.get(name):
            yield _verdict("identity", name, str(facts[name]), given.paper.get(name) or "")


def _score_structure(wanted: Mapping[str, Any], found: ExchangeRecord | None) -> Iterator[Outcome]:
    for name in STRUCTURE:
        if name in wanted:
            values = sorted(map(str, getattr(found, name))) if found else []
            yield _verdict("exchanges", name, " ".join(sorted(map(str, wanted[name]))), " ".join(values), str(wanted["number"]))


def _verdict(part: Part, name: str, wanted: str, given: str, text: str = "") -> Outcome:
    return Outcome(part, name, "found" if wanted == given else "false", text=text, wanted=wanted, given=given)


def _score_status(number: str, labels: Mapping[str, Any], found: ExchangeRecord | None) -> Iterator[Outcome]:
    """Yield the outcome of a status; one in `status_or` is as right as the one in `status`."""
    given = (found.status if found else None) or ""
    wanted = given if given == labels.get("status_or") else labels["status"]
    start, end = found.answer if found and found.answer else (0, 0)
    if wanted == given:
        yield Outcome("status", wanted, "found", start, end, number, wanted, given)
        return
    yield Outcome("status", wanted, "missed", start, end, number, wanted, given)
    if given:
        yield Outcome("status", given, "false", start, end, number, wanted, given)


def _score_set(part: Part, number: str, wanted: Sequence[str], given: Sequence[str], found: ExchangeRecord | None) -> Iterator[Outcome]:
    """Yield an outcome for each value that an exchange should have or has."""
    required = {value for value in wanted if not optional(value)}
    offered = set(given) - {value.rstrip("?") for value in wanted if optional(value)}
    start, end = (found.answer if part == "reasons" else found.question) or (0, 0) if found else (0, 0)
    for value in sorted(required | offered):
        verdict: Verdict = "found" if value in required & offered else "missed" if value in required else "false"
        yield Outcome(part, value, verdict, start, end, number)
