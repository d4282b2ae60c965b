"""One gold record and one predicted record → outcomes: every item found, missed or falsely given.

Whatever is reported later (figures per label, precision per rule, lists of errors) is a way of counting outcomes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Literal, Protocol, get_args

from standpunt.interchange import ClaimRecord, EntityRecord, Record, optional, options
from standpunt.model import Label

Part = Literal["entities", "linking", "claims", "about", "identity", "exchanges", "status", "reasons", "topics"]
Verdict = Literal["found", "missed", "false"]

#: Parts where every item gets a value, right or wrong: what counts is the share that is right.
SHARES: frozenset[Part] = frozenset({"linking", "identity", "exchanges"})
LABELS = frozenset(get_args(Label))
NOT_SCORED_ABOUT = "topic/"  # topics have gold of their own
SENTENCE_OVERLAP = 0.5  # of the shorter of two sentences, for them to count as the same one
Z95 = 1.959964  # two-sided 95 % of the normal distribution


class Spanned(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """One past the last code point."""
        ...


@dataclass(frozen=True, slots=True)
class Counts:
    """Found, falsely given and missed. Where nothing was given, precision is 1; where nothing was wanted, recall is 1."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Share of what was given that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def lower_bound(self) -> float:
        """Lower end of the 95 % Wilson interval of the precision.

        >>> round(Counts(tp=19, fp=1).lower_bound, 3)
        0.764
        """
        n = self.tp + self.fp
        if not n:
            return 0.0
        share = self.tp / n
        spread = Z95 * math.sqrt(share * (1 - share) / n + Z95**2 / (4 * n * n))
        return (share + Z95**2 / (2 * n) - spread) / (1 + Z95**2 / n)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item of the gold, or of one item that was given."""

    part: Part
    name: str  # label, relation, status
    verdict: Verdict
    start: int = 0
    end: int = 0
    text: str = ""  # the words of an entity, the sentence of a claim, the number of an exchange
    wanted: str = ""  # id, holder or value after gold
    given: str = ""  # … and as it was given
    rule: str | None = None
    cue: str | None = None
    paper: str = ""
    sentence: str = ""


def count(outcomes: Iterable[Outcome]) -> Counts:
    """Return how many outcomes were found, false and missed."""
    verdicts = [outcome.verdict for outcome in outcomes]
    return Counts(verdicts.count("found"), verdicts.count("false"), verdicts.count("missed"))


def by_name(outcomes: Iterable[Outcome], part: Part) -> dict[str, Counts]:
    """Return the counts of one part per label, relation or status, in alphabetical order."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.part == part:
            groups.setdefault(outcome.name, []).append(outcome)
    return {name: count(groups[name]) for name in sorted(groups)}


def micro(counts: Iterable[Counts]) -> Counts:
    """Return the sum."""
    return reduce(Counts.__add__, counts, Counts())


def macro(counts: Sequence[Counts]) -> float:
    """Return the mean F1."""
    return sum(each.f1 for each in counts) / len(counts) if counts else 1.0


def figure(part: Part, counts: Counts) -> float:
    """Return the one number that says how good a part is."""
    return counts.precision if part in SHARES else counts.f1


def score(gold: Record, given: Record) -> Iterator[Outcome]:
    """Yield the outcomes of entities, linking, claims and their targets.

    What was given outside the annotated spans is left out; so is what lands on something optional.
    """
    zones = gold.annotated
    entities = [entity for entity in given.entities if entity.label in LABELS and _within(entity.start, entity.end, zones)]
    claims = [claim for claim in given.claims if _within(claim.start, claim.start, zones)]
    yield from _score_entities(gold.entities, entities)
    yield from _score_claims(gold.claims, claims)


def _within(start: int, end: int, zones: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a span lies in an annotated one; a full stop more or less at its end does not matter."""
    return not zones or any(first <= start and end <= last + 1 for first, last in zones)


def _overlap(one: Spanned, other: Spanned) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _score_entities(gold: Sequence[EntityRecord], given: Sequence[EntityRecord]) -> Iterator[Outcome]:
    pairs = _pair_entities(gold, given)
    for index, entity in enumerate(gold):
        if optional(entity.label):
            continue
        name = min(options(entity.label))
        if index not in pairs:
            yield Outcome("entities", name, "missed", entity.start, entity.end, entity.text, wanted=entity.id or "")
            continue
        match = given[pairs[index]]
        yield Outcome("entities", name, "found", match.start, match.end, match.text, entity.id or "", match.id or "", match.rule)
        if entity.id:
            verdict: Verdict = "found" if match.id in options(entity.id) else "false"
            yield Outcome("linking", name, verdict, match.start, match.end, match.text, entity.id, match.id or "", match.rule)
    taken = set(pairs.values())
    for index, entity in enumerate(given):
        if index not in taken and not _excused(entity, gold):
            yield Outcome("entities", entity.label, "false", entity.start, entity.end, entity.text, given=entity.id or "", rule=entity.rule)


def _pair_entities(gold: Sequence[EntityRecord], given: Sequence[EntityRecord]) -> dict[int, int]:
    """Return which given entity answers which gold one: the largest overlaps first, each used once."""
    candidates = sorted(
        (
            (_overlap(wanted, entity), left, right)
            for left, wanted in enumerate(gold)
            for right, entity in enumerate(given)
            if _overlap(wanted, entity) > 0 and entity.label in options(wanted.label)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, left, right in candidates:
        if left not in pairs and right not in taken:
            pairs[left] = right
            taken.add(right)
    return pairs


def _excused(entity: EntityRecord, gold: Sequence[EntityRecord]) -> bool:
    """Tell whether an unpaired entity lands on something optional, or is a piece of one that was found already."""
    return any(_overlap(wanted, entity) > 0 and (optional(wanted.label) or entity.label in options(wanted.label)) for wanted in gold)


def _score_claims(gold: Sequence[ClaimRecord], given: Sequence[ClaimRecord]) -> Iterator[Outcome]:
    used: set[int] = set()
    for wanted in gold:
        index = next((index for index, claim in enumerate(given) if index not in used and _same_claim(wanted, claim)), None)
        if index is not None:
            used.add(index)
        if optional(wanted.relation):
            continue
        name = min(options(wanted.relation))
        if index is None:
            yield Outcome("claims", name, "missed", wanted.start, wanted.end, wanted.text, wanted=wanted.holder)
            continue
        claim = given[index]
        yield _given(claim, "claims", name, "found", wanted=wanted.holder, given=claim.holder)
        yield from _score_about(wanted, claim, name)
    for index, claim in enumerate(given):
        if index not in used:
            yield _given(claim, "claims", claim.relation, "false", given=claim.holder)


def _same_claim(wanted: ClaimRecord, claim: ClaimRecord) -> bool:
    if claim.relation not in options(wanted.relation) or claim.holder not in options(wanted.holder):
        return False
    return _overlap(wanted, claim) >= SENTENCE_OVERLAP * min(wanted.end - wanted.start, claim.end - claim.start)


def _score_about(wanted: ClaimRecord, claim: ClaimRecord, name: str) -> Iterator[Outcome]:
    required = {target for target in wanted.about if not optional(target)}
    free = {target.rstrip("?") for target in wanted.about if optional(target)}
    targets = {target for target in claim.about if not target.startswith(NOT_SCORED_ABOUT)} - free
    for target in sorted(required | targets):
        verdict: Verdict = "found" if target in required & targets else "missed" if target in required else "false"
        yield _given(claim, "about", name, verdict, wanted=target if target in required else "", given=target if target in targets else "")


def _given(claim: ClaimRecord, part: Part, name: str, verdict: Verdict, *, wanted: str = "", given: str = "") -> Outcome:
    return Outcome(part, name, verdict, claim.start, claim.end, claim.text, wanted, given, claim.rule, claim.cue)
