"""Every cue row carries its own test: a sentence in which it fires and one in which it must not. Here they are tried.

Before that every phrase of every file is read; one that can't be, or that is read as nobody means it, is told with its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from standpunt import resources
from standpunt.annotate import extensions, make_nlp
from standpunt.errors import Fault
from standpunt.knowledge import TABLES, Cue, Silencer, read, table
from standpunt.model import CABINET
from standpunt.relate.claims import Found, find
from standpunt.relate.holders import Scene, named_in, words_of
from standpunt.relate.patterns import Pattern, PatternError, refuse_misread
from standpunt.relate.reading import Reading
from standpunt.relate.silencers import silencer

#: In the proof sentences a commitment or refusal is the cabinet's, all else this faction's.
FACTION = "faction/VVD"
OF_THE_CABINET = frozenset({"commits_to", "declines_to_answer"})


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


def faults() -> Iterator[Fault]:
    """Yield a fault for each cue that is mute where it should fire or fires where it should not, and for each silencer that doesn't.

    Where phrases can't be read, only those are told: no sentence can be tried then.
    """
    unreadable = list(phrase_faults())
    yield from unreadable
    if unreadable:
        return
    yield from silencer_faults()
    for name, row_type in TABLES.items():
        if row_type is not Cue:
            continue
        path = resources.knowledge(name)
        for line, cue in enumerate(read(Cue, path), start=2):
            for column, problem in _problems(cue):
                yield Fault(path, line, column, getattr(cue, column), f"{cue.id}: {problem}")


def phrase_faults() -> Iterator[Fault]:
    """Yield a fault for each phrase that is not written in the language of `relate.patterns`, or not as its writer means it."""
    for name, row_type in TABLES.items():
        path = resources.knowledge(name)
        for line, row in enumerate(read(row_type, path), start=2):
            for phrase in getattr(row, "patronen", ()):  # most files have none
                try:
                    Pattern.compile(phrase)
                    refuse_misread(phrase)
                except PatternError as error:
                    yield Fault(path, line, "patronen", phrase, f"{row.id}: {error}")


def silencer_faults() -> Iterator[Fault]:
    """Yield a fault for each silencer that names no cue, or doesn't silence its own sentence."""
    path = resources.knowledge("silencers.csv")
    known = {cue.id for cue in table(Cue)}
    for line, row in enumerate(read(Silencer, path), start=2):
        for cue in row.cues:
            if cue not in known:
                yield Fault(path, line, "cues", cue, "no cue has this id")
        speaker = CABINET if row.spreker == "kabinet" else FACTION
        words = words_of(make_nlp()(row.stil)[:])
        if not any(silenced == row for cue in row.cues if (silenced := silencer(cue, words, speaker))):
            yield Fault(path, line, "stil", row.stil, f"{row.id}: none of its phrases stands in this sentence")
        for found in claims_in(row.stil, speaker):
            if found.rule in row.cues:
                yield Fault(path, line, "stil", row.stil, f"{row.id}: the cue {found.rule} should be silent in this sentence and fires")


def _problems(cue: Cue) -> Iterator[tuple[str, str]]:
    speaker = CABINET if cue.relatie in OF_THE_CABINET else FACTION
    fires = {found.rule: found.relation for found in claims_in(cue.vuurt, speaker)}
    if cue.id not in fires:
        others = f"; these fire: {', '.join(sorted(fires))}" if fires else ""
        yield "vuurt", f"the cue should fire in this sentence and does not{others}"
    elif cue.relatie not in ("opinion", fires[cue.id]):
        yield "vuurt", f"the cue gives {fires[cue.id]} here, not {cue.relatie}"
    if any(found.rule == cue.id for found in claims_in(cue.vuurt_niet, speaker)):
        yield "vuurt_niet", "the cue should not fire in this sentence and does"
