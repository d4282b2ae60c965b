"""Rows of the knowledge files carry their own test: a sentence in which they fire and one in which they must not. Here they are tried.

Before that every file is read, and every phrase; what can't be read, or is read as nobody means it, is told with its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date as Date
from functools import lru_cache
from typing import Any, Final

from standpunt.annotate import extensions, make_nlp
from standpunt.errors import Fault, KnowledgeError
from standpunt.knowledge import TABLES, AnswerCue, CommitmentCue, Cue, DeadlineTerm, MotionCue, RequestCue, Silencer, placed
from standpunt.model import CABINET
from standpunt.relate import answers, commitments, deadlines, requests, treatments
from standpunt.relate.claims import Found, find
from standpunt.relate.holders import Scene, named_in, words_of
from standpunt.relate.patterns import Pattern, PatternError, refuse_misread
from standpunt.relate.reading import Reading
from standpunt.relate.silencers import silencer
from standpunt.structure import proof as of_structure

#: In the proof sentences a commitment or refusal is the cabinet's, all else this faction's; promises are made on this day.
FACTION = "faction/VVD"
OF_THE_CABINET = frozenset({"commits_to", "declines_to_answer"})
SAID_ON: Final = Date(2022, 5, 10)

SHOULD: Final = "the cue should fire in this sentence and does not"
SHOULD_NOT: Final = "the cue should not fire in this sentence and does"
Problems = Iterator[tuple[str, str]]  # column, problem


def claims_in(text: str, speaker: str, *, repeats_questions: bool = False) -> list[Found]:
    """Return the claims of one sentence, said by `speaker` (an entity id) in a block of questions or an answer; see `Reading`."""
    doc = make_nlp()(text)
    members = speaker if speaker != CABINET else FACTION
    reading = Reading(
        words=words_of(doc[:]),
        named=named_in(doc[:], extensions.found(doc)),
        scene=Scene(speaker, members, (members,), None if speaker == CABINET else CABINET),
        in_question_block=speaker != CABINET,
        repeats_questions=repeats_questions,
    )
    return list(find(reading))


def unreadable() -> Iterator[Fault]:
    """Yield a fault for each phrase or pattern by which no paper can be read, in files that agree; the build stops at these."""
    yield from of_structure.unreadable()
    yield from phrase_faults()


@lru_cache
def demand_readable() -> None:
    """Raise where papers can't be read by the phrases as they are; asked once a process.

    Raises:
        KnowledgeError: all faults are listed.
    """
    if found := tuple(unreadable()):
        raise KnowledgeError(found)


def faults() -> Iterator[Fault]:
    """Yield a fault for each row that is mute where it should fire or fires where it should not.

    Every file must be readable: see `unreadable`.
    """
    yield from of_structure.faults()
    yield from silencer_faults()
    for row_type, problems in _TRIED.items():
        for found in placed(row_type):
            yield from (found.fault(column, f"{found.row.id}: {problem}") for column, problem in problems(found.row))


def phrase_faults() -> Iterator[Fault]:
    """Yield a fault for each phrase that is not written in the language of `relate.patterns`, or not as its writer means it."""
    for row_type in dict.fromkeys(TABLES.values()):
        for found in placed(row_type):
            for phrase in getattr(found.row, "patronen", ()):  # most files have none
                try:
                    Pattern.compile(phrase)
                    refuse_misread(phrase)
                except PatternError as error:
                    yield found.fault("patronen", f"{found.row.id}: {error}", phrase)


def silencer_faults() -> Iterator[Fault]:
    """Yield a fault for each silencer that doesn't silence its own sentence."""
    for found in placed(Silencer):
        row = found.row
        speaker = CABINET if row.spreker == "kabinet" else FACTION
        words = words_of(make_nlp()(row.stil)[:])
        if not any(silenced.id == row.id for cue in row.cues if (silenced := silencer(cue, words, speaker))):
            yield found.fault("stil", f"{row.id}: none of its phrases stands in this sentence")
        for claim in claims_in(row.stil, speaker):
            if claim.rule in row.cues:
                yield found.fault("stil", f"{row.id}: the cue {claim.rule} should be silent in this sentence and fires")


def _cue(cue: Cue) -> Problems:
    speaker = CABINET if cue.relatie in OF_THE_CABINET else FACTION
    fires = {found.rule: found.relation for found in claims_in(cue.vuurt, speaker)}
    if cue.id not in fires:
        others = f"; these fire: {', '.join(sorted(fires))}" if fires else ""
        yield "vuurt", f"the cue should fire in this sentence and does not{others}"
    elif cue.relatie not in ("opinion", fires[cue.id]):
        yield "vuurt", f"the cue gives {fires[cue.id]} here, not {cue.relatie}"
    if any(found.rule == cue.id for found in claims_in(cue.vuurt_niet, speaker)):
        yield "vuurt_niet", SHOULD_NOT


def _answer_cue(cue: AnswerCue) -> Problems:
    return _fires_by_id(cue, lambda text: {found.row.id for found in answers.cues(text)})


def _commitment_cue(cue: CommitmentCue) -> Problems:
    return _fires_by_id(cue, lambda text: {found.id for found in commitments.cues(text)})


def _request_cue(cue: RequestCue) -> Problems:
    return _fires_by_id(cue, lambda text: {found.row.id for found in requests.cues(text)})


def _motion_cue(cue: MotionCue) -> Problems:
    return _fires_by_id(cue, lambda text: set(treatments.cues(text)))


def _fires_by_id(cue: AnswerCue | CommitmentCue | MotionCue | RequestCue, found: Callable[[str], set[str]]) -> Problems:
    if cue.id not in found(cue.vuurt):
        yield "vuurt", SHOULD
    if cue.id in found(cue.vuurt_niet):
        yield "vuurt_niet", SHOULD_NOT


def _deadline(term: DeadlineTerm) -> Problems:
    found = deadlines.find(term.vuurt, SAID_ON)
    if found is None or not any(form in found.text.lower() for form in term.vormen):
        told = "none is" if found is None else f"{found.text!r} is"
        yield "vuurt", f"one of its forms should be found here as the time of a promise; {told}"
    if found := deadlines.find(term.vuurt_niet, SAID_ON):
        yield "vuurt_niet", f"no time should be found here, and {found.text!r} is"


_TRIED: Final[dict[type[Any], Callable[[Any], Problems]]] = {
    AnswerCue: _answer_cue,
    CommitmentCue: _commitment_cue,
    RequestCue: _request_cue,
    DeadlineTerm: _deadline,
    MotionCue: _motion_cue,
    Cue: _cue,
}
