"""Mentions and blocks become claims, commitments and the status of answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc, Span

from standpunt import iri, resources
from standpunt.annotate import Annotated, extensions
from standpunt.annotate.topics import claim_topics, exchange_topics, topics_in
from standpunt.knowledge import RuleConfidence, table
from standpunt.model import CABINET, Analysis, Block, Claim, Commitment, Exchange, Paper, Relation, Sentence, house_of
from standpunt.relate import claims, references, targets
from standpunt.relate.answers import knows_nothing, reasons, status
from standpunt.relate.claims import Found
from standpunt.relate.commitments import commitment, listed, recalls
from standpunt.relate.holders import Scene, named_in, words_of
from standpunt.relate.motions import with_treatments
from standpunt.relate.reading import Reading
from standpunt.relate.replies import YES, Asked, Replies
from standpunt.structure.members import askers

__all__ = ["relate"]

#: Kinds of block in which somebody says something; headings and front matter only name things.
SPOKEN = frozenset({"questions", "answer", "body", "speech", "motion"})
ASKING = frozenset({"questions", "speech"})
#: A council of the EU's ministers in a title; no council of ours, such as the Raad van State or the Hoge Raad.
COUNCIL = re.compile(r"(?<!Hoge )\bRaad\b(?! van (?:State|Europa|Toezicht|Bestuur)| voor (?:de |het |Cultuur))|\b(?:Ecofin|Eurogroep|EU)")
#: Rows that say nothing plain of what their clause names: a motion left to the House, who is the victim (`Boeren zijn de dupe`).
WITHOUT_DIRECTION = frozenset({"oordeel-kamer", "slachtoffer-van"})
#: What stands before an item of a list.
BULLET = re.compile(r"^(?:[–—•·*-]|\d{1,2}[.)]|[a-z]\))\s+")


def relate(annotated: Annotated) -> Analysis:
    """Return all that was found in a paper.

    Each sentence of a spoken block gives at most one claim per holder and relation. The claims of an answer then say
    whether it answers (`Exchange.status`).
    """
    paper = annotated.paper
    found: list[Claim] = []
    seen: Counter[str] = Counter()
    promised = frozenset(sentence.index for sentence in listed(paper))
    for block, doc in zip(paper.blocks, annotated.docs, strict=True):
        if block.kind in SPOKEN:
            found.extend(_block_claims(paper, block, doc, annotated, promised, seen))
    found = _with_replies(paper, found, annotated, seen)
    analysis = Analysis(
        paper=_with_status(paper, found),
        mentions=annotated.mentions,
        claims=tuple(found),
        topics={exchange.index: _topics_of(paper, exchange) for exchange in paper.exchanges},
        recalls=recalls(paper),
        warnings=paper.source.warnings,
    )
    return with_treatments(analysis)


def _block_claims(
    paper: Paper, block: Block, doc: Doc, annotated: Annotated, promised: frozenset[int], seen: Counter[str]
) -> Iterator[Claim]:
    members = _members(paper, block)
    previous: tuple[str, ...] = (members,) if members and block.kind in ASKING else ()
    gathering = _gathering(paper) or (None if block.speaker == CABINET else CABINET)
    repeats_questions = any(other.kind in ASKING for other in paper.blocks)
    before = ""  # the sentence before, which `dat is onwenselijk` points back at
    for sentence in block.sentences:
        tokens = doc.char_span(sentence.at, sentence.to, alignment_mode="expand")
        if tokens is None:
            continue
        reading = Reading(
            words=words_of(tokens),
            named=named_in(tokens, extensions.found(doc)),
            scene=Scene(block.speaker, members, previous, gathering),
            in_question_block=block.kind in ASKING,
            askers=askers(paper, block),
            repeats_questions=repeats_questions,
        )
        is_promise = sentence.index in promised
        for found in claims.find(reading):
            is_promise = is_promise and (found.holder, found.relation) != (CABINET, "commits_to")
            claim = _claim(paper, sentence, found, reading, tokens, seen)
            if not claim.topics and before and _may_point_back(found, claim.proposition, reading):
                claim = replace(claim, topics=claim_topics(found.relation, _without_people(before, found), None))
            yield claim
        if is_promise:
            yield _listed_promise(paper, sentence, reading, seen)
        before = sentence.text
        cited = references.cited(paper, sentence, annotated)
        if cited is not None and block.speaker:
            yield _reference(paper, block.speaker, sentence, cited, seen)
        for index in sentence.footnotes:
            yield from _footnote_references(paper, block.speaker, paper.blocks[index], annotated, seen)
        if block.kind not in ASKING:
            previous = reading.main_subjects or previous


def _with_replies(paper: Paper, found: Sequence[Claim], annotated: Annotated, seen: Counter[str]) -> list[Claim]:
    """Return the claims with what they take from the questions that they answer, and the promises that lie in a bare yes."""
    replies = Replies(paper, found, annotated.mentions)
    linked = [replies.linked(claim) for claim in found]
    for sentence, asked, promised in replies.yeses():
        behind = next((i for i, claim in enumerate(linked) if claim.sentence > sentence.index), len(linked))
        linked.insert(behind, _promise_by_reply(paper, sentence, asked, promised, seen))
    return linked


def _promise_by_reply(paper: Paper, sentence: Sentence, asked: Asked, promised: Commitment, seen: Counter[str]) -> Claim:
    return _claim_in(
        paper,
        sentence,
        CABINET,
        "commits_to",
        YES,
        seen,
        about=asked.about,
        topics=asked.topics,
        proposition=asked.content,
        cue=" ".join(sentence.text.split()).rstrip(".!"),
        commitment=promised,
        responds_to=asked.sentence.index,
    )


def _gathering(paper: Paper) -> str | None:
    """Return who `de ministers` are where a paper is about a meeting: those of NATO or of the EU."""
    title = paper.title or ""
    if "NAVO" in title:
        return "org/NAVO"
    return "org/EU" if COUNCIL.search(title) else None


def _members(paper: Paper, block: Block) -> str | None:
    """Return who `deze leden` are: the block's faction, in an answer the faction that asked."""
    if block.speaker and block.speaker.startswith("faction/"):
        return block.speaker
    if block.exchange is not None:
        asked_by = paper.exchanges[block.exchange].asked_by
        return asked_by[0] if asked_by else None
    return None


@lru_cache
def _confidences() -> dict[str, float | None]:
    if not (resources.root() / "data" / "knowledge" / "rule_confidence.csv").exists():
        return {}
    return {row.id: row.ondergrens for row in table(RuleConfidence)}


def _claim_id(paper: Paper, sentence: Sentence, holder: str, relation: str, seen: Counter[str]) -> str:
    """Return an id that depends on what is said, not where: it survives a new layout of the same paper."""
    key = f"{paper.id}/claim/{iri.content_hash(sentence.text, holder, relation)}"
    seen[key] += 1
    return key if seen[key] == 1 else f"{key}-{seen[key]}"


def _claim_in(paper: Paper, sentence: Sentence, holder: str, relation: Relation, rule: str, seen: Counter[str], **read: Any) -> Claim:
    """Return a claim of a sentence with its id, its place and the confidence of its rule; `read` are the other fields of a claim."""
    return Claim(
        id=_claim_id(paper, sentence, holder, relation, seen),
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        holder=holder,
        relation=relation,
        rule=rule,
        confidence=_confidences().get(rule),
        block=sentence.block,
        sentence=sentence.index,
        **read,
    )


def _claim(paper: Paper, sentence: Sentence, found: Found, reading: Reading, tokens: Span, seen: Counter[str]) -> Claim:
    proposition = targets.proposition(found, reading, tokens)
    return _claim_in(
        paper,
        sentence,
        found.holder,
        found.relation,
        found.rule,
        seen,
        about=targets.about(found, reading),
        topics=_claim_topics(found, proposition, reading, tokens),
        proposition=proposition,
        cue=" ".join(tokens[i].text for i in found.tokens),
        commitment=_commitment(paper, found, reading, sentence),
        reasons=reasons(sentence.text) if found.relation == "declines_to_answer" else (),
    )


def _claim_topics(found: Found, proposition: str | None, reading: Reading, tokens: Span) -> tuple[str, ...]:
    """Return the topics of a claim; none where its direction towards them would not be plain."""
    if found.rule in WITHOUT_DIRECTION:
        return ()
    if found.rule in claims.OF_ITS_SUBJECT:
        return topics_in(_without_people(targets.judged_subject(found, reading, tokens), found))
    if any(hit.cue.id in claims.OF_ITS_SUBJECT for hit in reading.judgements):
        return ()  # `van mening dat dit haaks staat op het verdrag` is not against the treaty
    if _is_turned(found, proposition, reading) or (found.relation in claims.OPPOSITE and proposition and targets.is_denied(proposition)):
        return ()
    clause = targets.clause_text(found, reading, tokens)
    at = clause.find(proposition) if proposition else -1
    clause = _without_people(clause, found)
    if proposition and at >= 0:
        proposition = clause[at : at + len(proposition)]
    return claim_topics(found.relation, clause, proposition)


def _without_people(text: str, found: Found) -> str:
    """Return a text without the people of whom it only says what befalls them, where a claim is for or against it."""
    return targets.without_people(text, everywhere=found.relation == "opposes") if found.relation in claims.OPPOSITE else text


def _is_turned(found: Found, proposition: str | None, reading: Reading) -> bool:
    """Tell whether a stance is on the end, the delay or the excess of what it names."""
    return found.relation in claims.OPPOSITE and (
        targets.is_turned_in_cue(reading.words[i] for i in found.tokens) or (proposition is not None and targets.is_turned(proposition))
    )


def _may_point_back(found: Found, proposition: str | None, reading: Reading) -> bool:
    return (
        found.rule not in WITHOUT_DIRECTION | claims.OF_ITS_SUBJECT
        and targets.points_back(reading, found)
        and not _is_turned(found, proposition, reading)
    )


def _commitment(paper: Paper, found: Found, reading: Reading, sentence: Sentence) -> Commitment | None:
    if found.relation != "commits_to" or found.holder != CABINET:
        return None
    return _commitment_in(paper, sentence, reading)


def _commitment_in(paper: Paper, sentence: Sentence, reading: Reading) -> Commitment:
    motions = [name.id for name in reading.named if name.label == "MOTION" and name.id]
    house = house_of(paper.chamber)
    return commitment(sentence.text, said_on=paper.held or paper.date, sentence_motions=motions, house=house)


def _listed_promise(paper: Paper, sentence: Sentence, reading: Reading, seen: Counter[str]) -> Claim:
    """Return the promise in an item of a printed list of promises, which no verb of promising need say."""
    text = BULLET.sub("", " ".join(sentence.text.split()))
    return _claim_in(
        paper,
        sentence,
        CABINET,
        "commits_to",
        "toezeggingenlijst",
        seen,
        about=tuple(dict.fromkeys(name.id for name in reading.named if name.id and name.id != CABINET)),
        topics=topics_in(text),
        proposition=text.rstrip("."),
        cue="",
        commitment=_commitment_in(paper, sentence, reading),
    )


def _footnote_references(paper: Paper, speaker: str | None, note: Block, annotated: Annotated, seen: Counter[str]) -> Iterator[Claim]:
    for sentence in note.sentences if speaker else ():
        cited = references.cited(paper, sentence, annotated)
        if cited and speaker:
            yield _reference(paper, speaker, sentence, cited, seen)


def _reference(paper: Paper, holder: str, sentence: Sentence, cited: Sequence[str], seen: Counter[str]) -> Claim:
    about, topics = tuple(cited), topics_in(sentence.text)
    return _claim_in(paper, sentence, holder, "refers_to", "verwijzing", seen, about=about, topics=topics, proposition=None, cue="")


def _with_status(paper: Paper, found: Sequence[Claim]) -> Paper:
    """Return the paper with the status of each exchange: whether its questions were answered."""
    declined = {claim.sentence for claim in found if claim.relation == "declines_to_answer"}
    exchanges = []
    for exchange in paper.exchanges:
        answer = [sentence for index in exchange.answers for sentence in paper.blocks[index].sentences]
        outcome, reasons = status([s.text for s in answer], declines={s.text for s in answer if s.index in declined})
        if outcome == "answered" and knows_nothing([s.text for s in answer], [paper.blocks[index].text for index in exchange.questions]):
            reasons = ("not_known",)
        exchanges.append(replace(exchange, status=outcome, reasons=reasons))
    return replace(paper, exchanges=tuple(exchanges))


def _topics_of(paper: Paper, exchange: Exchange) -> tuple[str, ...]:
    return exchange_topics([paper.blocks[i].text for i in exchange.questions], [paper.blocks[i].text for i in exchange.answers])
