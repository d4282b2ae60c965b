"""How a question was answered: in full, in part, not, or by pointing elsewhere; and the reasons given for withholding.

Only what the answer says counts. An answer that talks past its question without saying so passes as answered: who
judges that reads the exchange, not the words of refusal.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final, get_args

from standpunt.knowledge import AnswerCue, AnswerWords, table
from standpunt.model import Reason, Status
from standpunt.relate.grammar import FIRST_PERSON
from standpunt.relate.phrasebook import WORD, Found, Phrasebook, words_of

#: After these a negation denies less than it seems: `niet alleen ingaan op`, `niets anders zeggen dan`.
LIMITED: Final = re.compile(r"\b(?:niet|geen) (?:alleen|slechts|enkel|uitsluitend|langer dan|anders)\b")
#: Clauses of one sentence that may do different things: `Ik deel die zorg, maar loop niet vooruit op het besluit.`
CONTRAST: Final = re.compile(r"(?:[,;] (?=maar\b|doch\b|echter\b)|; |, (?=het kabinet (?:kan|wil)\b)|, (?=waarbij aangetekend\b))")
#: A refusal that begins so speaks of the sentence before, which therefore only led up to it.
BACKWARD: Final = re.compile(r"(?:daarop|daarover|hierop|hierover|tot (?:dat|die)|om die reden|in afwachting daarvan)\b", re.IGNORECASE)
#: A no that says no more: `Nee. Die gegevens worden niet bijgehouden.`
NO: Final = re.compile(r"nee\W*$", re.IGNORECASE)
#: A pointer that begins later than this many words into its sentence comes after something else was said.
POINTS_EARLY: Final = 20
#: How far before a cue the `ik` may stand that withholds.
SUBJECT_REACH: Final = 6


@lru_cache
def _book() -> Phrasebook[AnswerCue]:
    return Phrasebook(table(AnswerCue))


@lru_cache
def _words(kind: str) -> frozenset[str]:
    return next(frozenset(row.woorden) for row in table(AnswerWords) if row.id == kind)


def _third_party(words: Sequence[str], names: Collection[int], cue: Collection[int]) -> bool:
    """Tell whether somebody else is the subject: `De Commissie wil daar niet op vooruitlopen`.

    Not where the verb belongs to the cue, given as places in `words`: `De tarieven zijn vertrouwelijk`; nor where the cue says who:
    `KLM heeft de staat gedagvaard, daarom zwijg ik`.
    """
    if not _words("eigen").isdisjoint(words[i] for i in cue):
        return False
    if not FIRST_PERSON.isdisjoint(words[max(0, min(cue) - SUBJECT_REACH) : max(cue)]):
        return False  # `De aanbesteding loopt, daarom kan ik over de gunning geen mededelingen doen`
    if words[1:2] == [] or words[1] in _words("vooraan") or not _words("lijdend").isdisjoint(words):
        return False
    verb = next((i for i, word in enumerate(words[:8]) if word in _words("tweede")), None)
    if verb is None or (words[verb] == "is" and (verb != 2 or verb in cue)) or not _words("eigen").isdisjoint(words[: verb + 4]):
        return False
    return verb == 2 or words[1] in ("de", "het", "een") or any(1 < i < verb for i in names)


def cues(sentence: str) -> tuple[Found[AnswerCue], ...]:
    """Return what the words of one sentence of an answer do there, in the order of the text.

    >>> [(found.row.id, found.row.reden) for found in cues("Op de uitkomst wil ik niet vooruitlopen.")]
    [('vooruitlopen', 'premature')]
    """
    return _cues(words_of(sentence), {i for i, word in enumerate(WORD.findall(sentence), start=1) if word[:1].isupper()})


def refusals(words: Sequence[str], names: Collection[int]) -> tuple[Found[AnswerCue], ...]:
    """Return how a sentence of the cabinet withholds an answer.

    Args:
        words: its words in lower case, after `patterns.START`.
        names: places in `words` at which something is named.
    """
    return tuple(found for found in _cues(words, names) if found.row.doet == "weigert")


def reasons(sentence: str) -> tuple[Reason, ...]:
    """Return the reasons that a sentence gives for withholding an answer.

    >>> reasons("Op de uitkomst wil ik niet vooruitlopen.")
    ('premature',)
    """
    return _reasons([cues(sentence)])


def _cues(words: Sequence[str], names: Collection[int]) -> tuple[Found[AnswerCue], ...]:
    own = not _words("eigen").isdisjoint(words)
    lowered = f" {' '.join(words)} "
    return tuple(
        found
        for found in _book().find(words)
        if (own or not found.row.eigen)
        and not any(f" {word} " in lowered for word in found.row.tenzij)
        and not (found.row.doet == "weigert" and (LIMITED.search(lowered) or _third_party(words, names, found.match.tokens)))
    )


def _clauses(sentence: str) -> list[str]:
    return [clause for clause in CONTRAST.split(sentence) if clause.strip()]


def _does(sentence: str, found: Sequence[Found[AnswerCue]], declines: Collection[str]) -> str:
    """Return what a clause of an answer does: weigert, standpunt, verwijst, toezegging, weet-niet, achtergrond, or else feit."""
    acts = {f.row.doet for f in found}
    if "weigert" in acts or sentence in declines:
        return "weigert"
    if "standpunt" in acts:
        return "standpunt"
    if "verwijst" in acts and _points_only(found):
        return "verwijst"
    if "toezegging" in acts:
        return "toezegging"
    if "weet-niet" in acts:
        return "weet-niet"
    return "achtergrond" if acts & {"achtergrond", "reden"} else "feit"


def _points_only(found: Sequence[Found[AnswerCue]]) -> bool:
    """Tell whether the pointer is what the sentence says, not an afterthought: `…, zie ook de brief van 3 mei`."""
    return any(f.row.doet == "verwijst" and f.match.first <= POINTS_EARLY for f in found)


def status(answer: Sequence[str], *, declines: Collection[str] = ()) -> tuple[Status, tuple[Reason, ...]]:
    """Return how a question was answered, and the reasons given for what was withheld.

    Args:
        answer: sentences of the answer, cleaned, in order; empty when nobody answered.
        declines: those of its sentences that are known to withhold something, beside what the cues here find.

    >>> status(["De prijzen zijn bedrijfsvertrouwelijk."])
    ('declined', ('confidentiality',))
    """
    if not any(re.search(r"\w", sentence) for sentence in answer):
        return "unanswered", ()
    clauses = [(clause, cues(clause)) for sentence in answer for clause in _clauses(sentence)]
    known = frozenset(declines)
    acts = [_does(clause, found, known) for clause, found in clauses]
    if "weigert" not in acts:
        points = not {"verwijst", "toezegging"}.isdisjoint(acts) and {"verwijst", "toezegging", "weet-niet", "achtergrond"}.issuperset(acts)
        return ("deferred", ("refers_elsewhere",)) if points else ("answered", ())
    near = [k for k, act in enumerate(acts) if act == "weigert" or (act == "achtergrond" and "weigert" in acts[max(0, k - 1) : k + 2])]
    reasons = _reasons([clauses[k][1] for k in near])
    return ("partly_declined" if _answers_something(clauses, acts) else "declined"), reasons


def knows_nothing(answer: Sequence[str], questions: Sequence[str]) -> bool:
    """Tell whether an answer says no more than that its giver does not know, to questions that a yes or no would not answer.

    That withholds nothing, so the questions count as answered; but what was asked stays unknown.

    >>> knows_nothing(["Het aantal klachten wordt niet centraal bijgehouden."], ["Hoeveel klachten zijn ingediend?"])
    True
    >>> knows_nothing(["Dat wordt niet centraal bijgehouden."], ["Wordt dat bijgehouden?"])
    False
    """
    if not any(not _words("open").isdisjoint(words_of(question)) for question in questions):
        return False
    does = [{found.row.doet for found in cues(clause)} for sentence in answer for clause in _clauses(sentence) if not NO.match(clause)]
    unknown = ["weet-niet" in acts and "weigert" not in acts for acts in does]
    return any(unknown) and all(known or acts == {"achtergrond"} for known, acts in zip(unknown, does, strict=True))


def _answers_something(clauses: Sequence[tuple[str, Sequence[Found[AnswerCue]]]], acts: Sequence[str]) -> bool:
    """Tell whether an answer that withholds something gives something too.

    A fact that only leads up to the refusal doesn't count: `Het werkprogramma is er nog niet. Het is daarom te vroeg …`
    """
    for k, act in enumerate(acts):
        leads_up = acts[k + 1 : k + 2] == ["weigert"] and _leans_back(clauses[k + 1][0])
        if act == "standpunt" or (act in ("feit", "weet-niet") and not leads_up):
            return True
    return False


def _leans_back(clause: str) -> bool:
    return bool(BACKWARD.match(clause)) or not _words("daarom").isdisjoint(words_of(clause)[:6])


def _reasons(found: Sequence[Sequence[Found[AnswerCue]]]) -> tuple[Reason, ...]:
    rows = [one.row for sentence in found for one in sentence]
    given = {row.reden for row in rows if row.doet in ("weigert", "reden")} - {None} or {row.reden for row in rows if row.doet == "tijd"}
    return tuple(reason for reason in get_args(Reason) if reason in given)
