"""What a claim is about: the entities in it, and the clause that is asked, wanted, held or promised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest

from spacy.tokens import Span

from standpunt.annotate.topics import hits
from standpunt.model import CABINET, HOUSES
from standpunt.relate.claims import Found
from standpunt.relate.clauses import NEGATIONS, is_rhetorical, word_at
from standpunt.relate.grammar import words as word_class
from standpunt.relate.patterns import SUBORDINATORS
from standpunt.relate.reading import Reading

#: Labels whose ids count as targets; papers are targets of refers_to alone.
TARGETS = frozenset({"COUNTRY", "ORG", "PERSON", "MEETING", "MOTION"})
NETHERLANDS = "country/NL"
#: Behind these another main clause begins.
PARTING = frozenset({";", "terwijl", "maar", "en", "want", "doch", "–"})
DEMONSTRATIVE = word_class("aanwijzend")
OF_PEOPLE = word_class("fractiewoorden")
COMPLEMENT = frozenset({"dat", "of", "om"})
COMPLEMENT_REACH = 12
ENOUGH_WORDS = 2
SMALL = word_class("kleine-woorden")
#: Beginnings of words that take away, hold up, lessen or harm what they are said of.
TURNING = tuple(sorted(word_class("keert-de-richting")))
BAN = "verbod"
SIDES = frozenset({"voor", "tegen"})
WORD = re.compile(r"\w+")
PEOPLE = word_class("mensen")
#: Behind one of these it is told what befalls somebody.
TELLING = frozenset({"dat", "als", "hoe", "om", "wanneer", "waar", "dit"})


def about(found: Found, reading: Reading) -> tuple[str, ...]:
    """Return the ids of the entities that the claim is about: those of its main clause, but for its holders.

    Who proposed a motion that the sentence names is no target, the motion itself is; nor is the House, to which
    everything in these papers is said.
    """
    first, end = _reach(found, reading)
    motions = [name for name in reading.named if name.label == "MOTION"]
    subject_tokens = {i for actor in reading.actors if actor.id in found.together for i in range(actor.first, actor.last + 1)}
    ids = []
    for name in reading.named:
        if (
            name.label not in TARGETS
            or not name.id
            or name.id in found.together
            or name.id in HOUSES.values()
            or not first <= name.first < end
        ):
            continue
        if name.label == "PERSON" and any(motion.first <= name.first <= motion.last for motion in motions):
            continue
        if name.label == "MOTION" and not name.id.startswith("kst-"):
            continue
        if name.id == NETHERLANDS and CABINET in found.together and name.first in subject_tokens:
            continue
        ids.append(name.id)
    return tuple(dict.fromkeys(ids))


def _reach(found: Found, reading: Reading) -> tuple[int, int]:
    """Return the tokens `[first, end)` of the main clause with its subordinate ones; all of them for a question."""
    words, starts = reading.words, reading.starts
    if found.relation == "asks_about":
        return 0, len(words)
    begin = starts[found.tokens[0]]
    if begin and words[begin - 1] == "die":
        return begin, next((i for i in range(found.tokens[-1] + 1, len(words)) if words[i] == ","), len(words))
    cuts = sorted({start for i, start in enumerate(starts) if start and (words[start - 1] in PARTING)})
    first = max((cut for cut in cuts if cut <= found.tokens[0]), default=0)
    return first, min((cut for cut in cuts if cut > found.tokens[-1]), default=len(words))


def points_back(reading: Reading, found: Found) -> bool:
    """Tell whether a sentence points back at the one before: `wat deze leden betreft is dat onwenselijk`."""
    words, starts = reading.words, reading.starts
    if NEGATIONS & {word for i, word in enumerate(words) if i > found.tokens[-1]}:
        return False  # what is denied behind the cue turns the direction
    return any(
        word in DEMONSTRATIVE
        and (i + 1 == len(words) or starts[i + 1] != i + 1)  # no conjunction, no relative pronoun
        and not (word in ("deze", "die") and word_at(words, i + 1) in OF_PEOPLE)
        for i, word in enumerate(words)
    )


def proposition(found: Found, reading: Reading, tokens: Span) -> str | None:
    """Return what is asked, wanted, judged or promised, as it stands in the sentence; None where that is the whole sentence.

    It stands between the parts of the cue (`acht de voorstellen niet realistisch`), or behind `dat`, `of`, `om`
    (`acht het essentieel om …`), or behind the cue, or before it (`De voorstellen zijn onacceptabel`).
    """
    words = reading.words
    first, last = found.tokens[0], found.tokens[-1]
    start, end = _reach(found, reading)
    while end > last + 1 and not words[end - 1].isalnum():
        end -= 1
    inside = _between(found, reading)
    if len(inside) > ENOUGH_WORDS:
        return tokens[inside[0] : inside[-1] + 1].text
    for i in range(first, min(end, last + COMPLEMENT_REACH)):
        if i not in found.tokens and words[i] in COMPLEMENT and end - i > ENOUGH_WORDS:
            return tokens[i + 1 : end].text if words[i] != "om" else tokens[i:end].text
    behind = next((i for i in range(last + 1, end) if words[i] in SUBORDINATORS), end)
    if behind - last > ENOUGH_WORDS:
        return tokens[last + 1 : end].text
    start = max(start, reading.starts[first])
    return tokens[start:first].text if first - start > ENOUGH_WORDS else None


def _between(found: Found, reading: Reading) -> list[int]:
    """Return the tokens between the first and the last word of the cue, without its holders and small words at the edges."""
    held = {i for actor in reading.actors if actor.id in found.together for i in range(actor.first, actor.last + 1)}
    inside = [i for i in range(found.tokens[0] + 1, found.tokens[-1]) if i not in found.tokens and i not in held]
    while inside and (reading.words[inside[0]] in SMALL or not reading.words[inside[0]].isalnum()):
        del inside[0]
    while inside and reading.words[inside[-1]] in SMALL:
        del inside[-1]
    return inside


def clause_text(found: Found, reading: Reading, tokens: Span) -> str:
    """Return the main clause of a claim with what depends on it."""
    first, end = _reach(found, reading)
    return tokens[first:end].text


def is_turned(text: str) -> bool:
    """Tell whether the text takes away, holds up or finds too much of what it speaks of, so that its direction is another's.

    Who is for `het afschaffen van de huurtoeslag`, against `de ondermijning van het verdrag`, or finds
    `dat kernenergie te duur is`, is not for or against the thing named there. A word that is part of the subject's own
    name turns nothing, but for a ban: `een vuurwerkverbod` is the reverse of fireworks.
    """
    named = hits(text)
    words = list(WORD.finditer(text))
    return any(
        (_turns(word.group()) or (behind is not None and word.group() == "te" and _is_adjective(behind.group())))
        and not any(hit.at <= word.start() < hit.to and (BAN not in word.group() or BAN in hit.topic) for hit in named)
        for word, behind in zip_longest(words, words[1:])
    )


def is_turned_in_cue(words: Iterable[str]) -> bool:
    """Tell whether the cue itself is for or against the end of something: `zal … niet afschaffen`, `ben tegen afschaffing`."""
    parts = set(words)
    return any(_turns(word) for word in parts) and not parts.isdisjoint(NEGATIONS | SIDES)


def without_people(text: str, *, everywhere: bool = False) -> str:
    """Return a text of the same length without the people whom its clauses tell something of, or `everywhere` without any.

    Who finds it wrong `dat boeren met de schade blijven zitten` is not against farming, and who finds it good `dat
    huurders meer gaan betalen` is not for it.

    >>> without_people("wij zijn voor huurders en vinden het mooi dat studenten meedoen")
    'wij zijn voor huurders en vinden het mooi dat ……………………… meedoen'
    """
    words = list(WORD.finditer(text))
    told = 0 if everywhere else next((word.end() for word in words if word.group().lower() in TELLING), len(text))
    return text[:told] + WORD.sub(lambda word: "…" * len(word.group()) if word.group().lower() in PEOPLE else word.group(), text[told:])


def _turns(word: str) -> bool:
    return word.lower().startswith(TURNING) or word.lower().endswith(BAN)


def _is_adjective(word: str) -> bool:
    """Tell whether a word behind `te` is an adjective (`te duur`), not a verb (`te gaan`) or a town (`te Gent`)."""
    return word.islower() and not word.endswith("n")


def is_denied(text: str) -> bool:
    """Tell whether a proposition itself denies something, so that being for or against it says nothing plain about its subject."""
    words = text.lower().split()
    return any(word in NEGATIONS and not is_rhetorical(words, i) for i, word in enumerate(words))


def judged_subject(found: Found, reading: Reading, tokens: Span) -> str:
    """Return the text before the cue in its clause: what `staat haaks op` is said of."""
    start = reading.starts[found.tokens[0]]
    return tokens[start : found.tokens[0]].text if found.tokens[0] > start else ""
