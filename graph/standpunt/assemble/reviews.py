"""Reviews as triples, and what they make of a paper's graph: what was rejected goes, what was corrected reads as corrected.

The paper's graph stays a function of its text, the rules and the reviews of its claims. What the rules had read stands with the review,
in the graph of reviews.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from standpunt import iri
from standpunt.assemble import entities, rows, terms
from standpunt.assemble.claims import commitment_details, edge_ends
from standpunt.assemble.nodes import dutch, moment, node
from standpunt.model import CABINET, EERSTE_KAMER, TWEEDE_KAMER, Mismatch, Relation, Review

Value: TypeAlias = NamedNode | BlankNode | Literal | Triple
_RELATIONS: Final[Mapping[str, Relation]] = {edge.value: relation for relation, edge in terms.EDGES.items()}
#: What a correction writes anew, or what was said of the rule's reading alone.
_REWRITTEN: Final = frozenset({terms.TYPE, terms.HOLDER, terms.RELATION, terms.ABOUT, terms.ON_TOPIC, terms.OBJECT, terms.CONFIDENCE})
#: Who shares or says a claim does so with the holder that the rules read: with another, nobody has told.
_WITH_HOLDER: Final = frozenset({terms.COHOLDER, terms.VOICED_BY})
#: Kinds of id that only the knowledge files give out: without a row there, the thing is unknown.
_LISTED: Final = ("actor/", "country/", "faction/", "topic/")


@dataclass(frozen=True, slots=True)
class Found:
    """A claim as the rules read it, before any review."""

    holder: NamedNode
    relation: NamedNode
    about: tuple[NamedNode, ...]
    topics: tuple[NamedNode, ...]
    sentence: NamedNode
    rule: NamedNode
    cue: Literal


@dataclass(frozen=True, slots=True)
class Judged:
    """A review, held against what the rules read by now."""

    review: Review
    found: Found | None = None
    mismatch: Mismatch | None = None

    @property
    def applies(self) -> bool:
        """Whether the claim is there for it to judge; a changed one is no longer what was accepted."""
        if self.mismatch == "claim_changed":
            return self.review.verdict != "accepted"
        return self.mismatch is None


def review_id(claim: str) -> str:
    """Return the id of the review of a claim.

    >>> review_id("kst-28676-384/claim/9f31c0d2a7e4")
    'review/kst-28676-384/claim/9f31c0d2a7e4'
    """
    return f"review/{claim}"


def reviewed(paper: Iterable[Triple], reviews: Iterable[Review]) -> tuple[list[Triple], list[Judged]]:
    """Return the graph of a paper as its reviews leave it, and each review with what it met there.

    Args:
        paper: the paper's graph as the rules made it.
        reviews: those of claims in this paper.
    """
    graph = _PaperGraph(paper)
    judged = [_held_against(review, graph) for review in reviews]
    for each in judged:
        if each.found and each.applies and each.review.verdict != "accepted":
            graph.take_out(node(each.review.claim))
    for each in judged:
        if each.found and each.applies and each.review.verdict == "corrected":
            graph.put_in(node(each.review.claim), each)
    return list(graph.triples()), judged


def review_triples(judged: Judged) -> Iterator[Triple]:
    """Yield a review: of which claim, by whom, when, and what the rules had read."""
    review, found = judged.review, judged.found
    it, reviewer = node(review_id(review.claim)), node(f"reviewer/{review.reviewer}")
    yield Triple(it, terms.TYPE, terms.REVIEW)
    yield Triple(it, terms.REVIEWS, node(review.claim))
    yield Triple(it, terms.PART_OF, node(review.paper))
    yield Triple(it, terms.VERDICT, terms.VERDICTS[review.verdict])
    yield Triple(it, terms.ATTRIBUTED_TO, reviewer)
    yield Triple(it, terms.GENERATED_AT, moment(review.reviewed))
    yield Triple(reviewer, terms.TYPE, terms.REVIEWER)
    yield Triple(reviewer, terms.LABEL, dutch(review.reviewer))
    if review.note:
        yield Triple(it, terms.COMMENT, dutch(review.note))
    if judged.mismatch:
        yield Triple(it, terms.MISMATCH, terms.MISMATCHES[judged.mismatch])
    if found:
        yield Triple(it, terms.DERIVED_FROM, found.sentence)
        yield Triple(it, terms.FOUND_HOLDER, found.holder)
        yield Triple(it, terms.FOUND_RELATION, found.relation)
        yield from (Triple(it, terms.FOUND_ABOUT, about) for about in found.about)
        yield from (Triple(it, terms.FOUND_TOPIC, topic) for topic in found.topics)
        yield Triple(it, terms.BY_RULE, found.rule)
        yield Triple(it, terms.CUE, found.cue)


def _held_against(review: Review, graph: _PaperGraph) -> Judged:
    found = graph.found(node(review.claim))
    if found is None:
        is_said = review.read is not None and graph.says(review.read.sentence)
        return Judged(review, mismatch="claim_gone" if is_said else "sentence_gone")
    if any(ident.startswith(_LISTED) and ident not in rows.known() for ident in _corrected_to(review)):
        return Judged(review, found, "name_unknown")
    if review.read is not None and (_ids(found.about), _ids(found.topics)) != (set(review.read.about), set(review.read.topics)):
        return Judged(review, found, "claim_changed")
    return Judged(review, found)


def _ids(nodes: Iterable[NamedNode]) -> set[str]:
    return {iri.ident(each.value) for each in nodes}


def _corrected_to(review: Review) -> Iterator[str]:
    correction = review.correction
    yield from (*((correction.holder,) if correction.holder else ()), *(correction.about or ()), *(correction.topics or ()))


class _PaperGraph:
    """The triples of a paper by their subject, so that claims can be taken out and put in again."""

    def __init__(self, paper: Iterable[Triple]) -> None:
        self._of: dict[Value, dict[Triple, None]] = defaultdict(dict)
        for triple in paper:
            self._of[triple.subject][triple] = None
        self._out: dict[NamedNode, list[Triple]] = {}

    def triples(self) -> Iterator[Triple]:
        for about in self._of.values():
            yield from about

    def values(self, subject: Value, predicate: NamedNode) -> list[Value]:
        return [triple.object for triple in self._of.get(subject, ()) if triple.predicate == predicate]

    def nodes(self, subject: Value, predicate: NamedNode) -> tuple[NamedNode, ...]:
        return tuple(value for value in self.values(subject, predicate) if isinstance(value, NamedNode))

    def found(self, claim: NamedNode) -> Found | None:
        """Return a claim as it stands here, None where there is no such claim."""
        if terms.CLAIM not in self.values(claim, terms.TYPE):
            return None
        [holder], [relation], [sentence], [rule] = (
            self.nodes(claim, predicate) for predicate in (terms.HOLDER, terms.RELATION, terms.DERIVED_FROM, terms.BY_RULE)
        )
        [cue] = (value for value in self.values(claim, terms.CUE) if isinstance(value, Literal))
        return Found(holder, relation, self.nodes(claim, terms.ABOUT), self.nodes(claim, terms.ON_TOPIC), sentence, rule, cue)

    def says(self, sentence: str) -> bool:
        """Tell whether a sentence stands somewhere in the text of the paper."""
        texts = (triple.object for about in self._of.values() for triple in about if triple.predicate == terms.EXACT)
        return any(sentence in text.value for text in texts if isinstance(text, Literal))

    def take_out(self, claim: NamedNode) -> None:
        """Remove a claim, its short edges that no other claim spells, and what it promises."""
        found = self.found(claim)
        assert found is not None  # noqa: S101 -- only claims that were found are taken out
        ends = self.nodes(claim, terms.OBJECT)
        self._out[claim] = list(self._of.pop(claim))
        others = {end for other in self._claims(found) for end in self.nodes(other, terms.OBJECT)}
        for end in ends:
            if found.relation == terms.EDGES["commits_to"]:
                self._of.pop(end, None)
            if end not in others:
                self._of[found.holder].pop(Triple(found.holder, found.relation, end), None)

    def _claims(self, like: Found) -> list[NamedNode]:
        """Return the claims of the same holder and relation."""
        return [
            subject
            for subject in self._of
            if isinstance(subject, NamedNode)
            and like.holder in self.values(subject, terms.HOLDER)
            and like.relation in self.values(subject, terms.RELATION)
        ]

    def put_in(self, claim: NamedNode, judged: Judged) -> None:
        """Write a claim that was taken out as its correction has it."""
        for triple in (*self._corrected(claim, judged), *self._named(judged.review)):
            self._of[triple.subject][triple] = None

    def _corrected(self, claim: NamedNode, judged: Judged) -> Iterator[Triple]:
        found, correction = judged.found, judged.review.correction
        assert found is not None  # noqa: S101 -- only claims that were found are corrected
        relation = correction.relation or _RELATIONS[found.relation.value]
        holder = node(correction.holder) if correction.holder else found.holder
        rewritten = _REWRITTEN if holder == found.holder else _REWRITTEN | _WITH_HOLDER
        kept = [triple for triple in self._out[claim] if triple.predicate not in rewritten]
        about = found.about if correction.about is None else tuple(map(node, correction.about))
        topics = found.topics if correction.topics is None else tuple(map(node, correction.topics))
        yield Triple(claim, terms.TYPE, terms.CLAIM)
        yield Triple(claim, terms.TYPE, terms.CLAIM_CLASSES[relation])
        yield from kept
        yield Triple(claim, terms.HOLDER, holder)
        yield Triple(claim, terms.RELATION, terms.EDGES[relation])
        yield from (Triple(claim, terms.ABOUT, thing) for thing in about)
        yield from (Triple(claim, terms.ON_TOPIC, topic) for topic in topics)
        exchange = next((triple.object for triple in kept if triple.predicate == terms.IN_EXCHANGE), None)
        paper, _, digits = judged.review.claim.partition("/claim/")
        commitment = node(f"{paper}/commitment/{digits}")
        for end in edge_ends(relation, about, topics, commitment, exchange if isinstance(exchange, NamedNode) else None):
            yield Triple(claim, terms.OBJECT, end)
            yield Triple(holder, terms.EDGES[relation], end)
        if relation == "commits_to":
            said = [triple for triple in kept if triple.predicate == terms.PROPOSITION]
            yield from self._promised(commitment, claim, holder, topics, [triple.object for triple in said], found.sentence, node(paper))

    def _promised(
        self,
        it: NamedNode,
        claim: NamedNode,
        holder: NamedNode,
        topics: Sequence[NamedNode],
        proposition: Sequence[Value],
        sentence: NamedNode,
        paper: NamedNode,
    ) -> Iterator[Triple]:
        """Yield what a claim promises, read from its sentence as the rules would."""
        yield Triple(it, terms.TYPE, terms.COMMITMENT)
        yield Triple(it, terms.PART_OF, paper)
        yield Triple(it, terms.DERIVED_FROM, claim)
        yield Triple(it, terms.HOLDER, holder)
        yield from (Triple(it, terms.PROPOSITION, text) for text in proposition)
        yield from (Triple(it, terms.ON_TOPIC, topic) for topic in topics)
        if holder == node(CABINET):
            from standpunt.relate.commitments import commitment  # with spaCy, which a build with nothing to do never loads

            text = "".join(value.value for value in self.values(sentence, terms.EXACT) if isinstance(value, Literal))
            days = [*self.values(paper, terms.HELD), *self.values(paper, terms.ISSUED)]
            chambers = self.nodes(paper, terms.CHAMBER)
            details = commitment(
                text,
                said_on=next((date.fromisoformat(day.value) for day in days if isinstance(day, Literal)), None),
                sentence_motions=list(self._motions_in(sentence)),
                house=EERSTE_KAMER if node(EERSTE_KAMER) in chambers else TWEEDE_KAMER,
            )
            yield from commitment_details(it, details)

    def _motions_in(self, sentence: NamedNode) -> Iterator[str]:
        """Yield the motions that a sentence names, in its order."""
        places = [
            (int(start.value), named.value)
            for subject in self._of
            if sentence in self.values(subject, terms.IN_SENTENCE) and terms.MOTION in self.values(subject, terms.ENTITY_CLASS)
            for start in self.values(subject, terms.START)
            for named in self.nodes(subject, terms.NAMES)
            if isinstance(start, Literal)
        ]
        yield from (iri.ident(named) for _, named in sorted(places))

    def _named(self, review: Review) -> Iterator[Triple]:
        """Describe what a correction names and neither the knowledge files nor the paper do."""
        for ident in _corrected_to(review):
            if ident not in rows.known() and not self.values(node(ident), terms.LABEL) and entities.is_described(ident):
                yield from entities.entity_triples(ident)
