"""Misses and false alarms, grouped by what is wrong with them, those first that would gain most when mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from standpunt.evaluate.scoring import SHARES, Counts, Outcome, Part, count, figure

#: The order in which parts are listed.
PARTS: tuple[Part, ...] = ("claims", "about", "entities", "linking", "status", "reasons", "topics", "exchanges", "identity")


@dataclass(frozen=True, slots=True)
class ErrorGroup:
    """Errors of one kind."""

    part: Part
    name: str  # label, relation or status
    problem: str
    gain: float  # what the part's figure would win if all of them were mended
    misses: tuple[Outcome, ...]
    false_alarms: tuple[Outcome, ...]


def groups(outcomes: Sequence[Outcome]) -> list[ErrorGroup]:
    """Return the errors in groups, part by part; in each part the first ones would gain most when mended."""
    found = [group for part in PARTS for group in _groups([outcome for outcome in outcomes if outcome.part == part])]
    return sorted(found, key=lambda group: (PARTS.index(group.part), -group.gain, group.name, group.problem))


def _groups(outcomes: Sequence[Outcome]) -> Iterator[ErrorGroup]:
    members: dict[tuple[Part, str, str], list[Outcome]] = {}
    for key, outcome in _classified(outcomes):
        members.setdefault(key, []).append(outcome)
    counts = count(outcomes)
    for (part, name, problem), errors in members.items():
        misses = tuple(error for error in errors if error.verdict == "missed")
        false_alarms = tuple(error for error in errors if error.verdict == "false")
        righted = false_alarms if part in SHARES else misses
        mended = Counts(counts.tp + len(righted), counts.fp - len(false_alarms), counts.fn - len(misses))
        yield ErrorGroup(part, name, problem, figure(part, mended) - figure(part, counts), misses, false_alarms)


def _classified(outcomes: Sequence[Outcome]) -> Iterator[tuple[tuple[Part, str, str], Outcome]]:
    """Yield each error with its group; a miss and the false alarm that stands in its place go together."""
    alarms = [outcome for outcome in outcomes if outcome.verdict == "false"]
    for miss in (outcome for outcome in outcomes if outcome.verdict == "missed"):
        alarm = _instead(miss, alarms)
        if alarm is None:
            yield (miss.part, miss.name, "missed"), miss
            continue
        alarms.remove(alarm)
        key = (miss.part, miss.name, "other holder" if alarm.name == miss.name else f"read as {alarm.name}")
        yield key, miss
        yield key, alarm
    for alarm in alarms:
        yield (alarm.part, alarm.name, f"false alarm of {alarm.rule}" if alarm.rule else "false alarm"), alarm


def _instead(miss: Outcome, alarms: Iterable[Outcome]) -> Outcome | None:
    """Return the false alarm on the same words that was given in place of what was missed."""
    here = [alarm for alarm in alarms if alarm.paper == miss.paper and _same_place(miss, alarm)]
    return next((alarm for alarm in here if alarm.name == miss.name), next(iter(here), None))


def _same_place(miss: Outcome, alarm: Outcome) -> bool:
    if miss.part == "status":
        return alarm.text == miss.text
    return miss.part in ("claims", "entities") and alarm.start < miss.end and miss.start < alarm.end
