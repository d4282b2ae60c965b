"""What a question asks for: a deed, which a yes promises, or an answer alone; and whether a reply says more than yes.

What counts as a request stands in data/knowledge/requests.csv, the words of a reply without content in word_classes.csv.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from functools import lru_cache
from typing import Final, Literal

from standpunt.knowledge import RequestCue, table
from standpunt.relate import deadlines
from standpunt.relate.grammar import words as word_class
from standpunt.relate.phrasebook import WORD, Found, Phrasebook, words_of

#: Questions that hang on the one before: `Zo nee, waarom niet?`, `Waarom wel of niet?`, `Graag een toelichting.`
FOLLOWS_UP: Final = re.compile(
    r"(?:En |Maar )?(?:Zo (?:ja|nee|neen|niet)|Waarom (?:wel|niet)|Indien (?:ja|nee|niet))\b|Graag een (?:toelichting|reactie)",
    re.IGNORECASE,
)
#: A question retold by who answers it: `De heer De Vries vroeg of …`, `Hij wil weten …`, `Er was een vraag over …`; no motion's request.
RETOLD: Final = re.compile(
    r"\b(?:[Dd]e\s+heer|[Mm]evrouw|[Hh]et\s+lid|[Dd]e\s+leden|[Hh]ij|[Zz]ij|[Uu])\b[^.;:]{0,80}?"
    r"\b(?:vroeg|vraagt|vroegen|vragen|verzoekt|verzocht|verzoeken|verzochten|wil(?:t|de|len|den)?\s+(?:(?:ook|nog|graag)\s+)*weten)\b"
    r"|\b[Ee]r\s+(?:is|was|waren|zijn)\b[^.;:]{0,40}\bvra(?:ag|gen)\s+(?:van|over|naar|of)\b"
    r"|\b[Dd]e\s+vra(?:ag|gen)\s+van\s+(?:de\s+heer|mevrouw|het\s+lid|de\s+leden)\b"
)
#: Who asks is the speaker himself: `Ik zou de heer Bouzid willen vragen de motie aan te houden.`
OWN_REQUEST: Final = re.compile(
    r"\b(?:ik|wij|we)\s+(?:zou(?:den)?|wil(?:len|de|den)?|moet(?:en)?|ga(?:an)?)\s[^,.;:]*\b(?:vragen|verzoeken)\b"
    r"|\b(?:zou(?:den)?|wil(?:len|de|den)?)\s+(?:ik|wij|we)\s[^,.;:]*\b(?:vragen|verzoeken)\b",
    re.IGNORECASE,
)
#: A question that a member puts without a question mark: `Ik vraag de Minister of …`, `Graag een toezegging.`
PUT: Final = re.compile(
    r"\b(?:ik vraag|(?:mijn|onze) vraag|wij vragen|hoor(?:t|en)? (?:ik |wij )?graag|graag (?:een|die) toezegging)\b", re.IGNORECASE
)
#: What else a reply without content may hold: signs, and numbers of a deadline that was taken out.
SIGN: Final = re.compile(r"\W+|\d+")
PRAISE: Final = re.compile(
    r"(?:ja,? )?(?:dat|dit) (?:is|lijkt (?:me|mij)|vind ik) (?:een )?(?:heel )?(?:goede?|mooie?|terechte?|prima|begrijpelijke?)"
    r" (?:idee|punt|suggestie|vraag|voorstel|verzoek)"
    r"|ik begrijp (?:de|die|uw) (?:vraag|zorg|wens)",
    re.IGNORECASE,
)
#: A longer sentence of thanks says something else too.
COURTESY: Final = 8
#: What may stand between `bereid` and the deed.
LINKING: Final = frozenset({"is", "ben", "bent", "zijn", "was", ","})
#: Who is asked for a deed, or retells that he was.
ASKED: Final = frozenset({"u", "hij", "zij", "ik", "wij"})
ASKED_OFFICES: Final = frozenset({"minister", "staatssecretaris", "kabinet", "regering", "bewindspersoon"})
#: What a proposition needs: fewer words say nothing.
ENOUGH: Final = 2
#: Words by which a reply without content still promises.
BINDING: Final = frozenset(
    {"zeg", "toe", "zal", "zullen", "doe", "doen", "doet", "bereid", "regel", "pak", "honoreer", "voldoe", "toezeggen", "toegezegd"}
)
#: Words by which it only puts off what was asked.
PUTS_OFF: Final = frozenset({"terug", "schriftelijk", "antwoord", "termijn", "later", "straks"})

Kind = Literal["yes", "promise", "put_off"]


@lru_cache
def _book() -> Phrasebook[RequestCue]:
    return Phrasebook(table(RequestCue))


def cues(sentence: str) -> tuple[Found[RequestCue], ...]:
    """Return what a question asks for, by row, in the order of the text."""
    words = words_of(sentence)
    spaced = f" {' '.join(words)} "
    return tuple(found for found in _book().find(words) if not any(f" {word} " in spaced for word in found.row.tenzij))


def is_question(sentence: str) -> bool:
    """Tell whether a sentence puts a question, or retells one."""
    return sentence.rstrip(' ”"»’').endswith("?") or bool(RETOLD.search(sentence) and not OWN_REQUEST.search(sentence))


def is_put(sentence: str) -> bool:
    """Tell whether a member puts a question by a sentence, with a question mark or without."""
    return is_question(sentence) or bool(PUT.search(sentence))


def follows_up(sentence: str) -> bool:
    """Tell whether a question only asks on about the one before."""
    return bool(FOLLOWS_UP.match(sentence.strip()))


def asks_for_promise(sentence: str) -> bool:
    """Tell whether a question asks for a promise by that name: who says yes to it promises something to the House."""
    return any(found.row.id == "toezeggen" for found in cues(sentence))


def is_courtesy(sentence: str) -> bool:
    """Tell whether a sentence only thanks or praises: `Dank voor de vraag`, `Voorzitter`, `Dat lijkt me een goed idee`."""
    words = set(words_of(sentence)[1:])
    return len(words) <= COURTESY and (not words.isdisjoint(("dank", "voorzitter")) or bool(PRAISE.match(sentence)))


@lru_cache(maxsize=1024)
def asked_deed(sentence: str, *, intended: bool = False) -> str | None:
    """Return the deed that a question asks for, in its own words; None where it asks for none, or for an answer too.

    Args:
        sentence: the question.
        intended: whether a deed counts that is only asked after: `Gaat u in gesprek met de sector?`

    >>> asked_deed("Bent u bereid de Kamer voor 1 april te informeren?")
    'de Kamer voor 1 april te informeren'
    >>> asked_deed("Kunt u bevestigen dat u de Kamer voor 1 april informeert?") is None
    True
    """
    found = cues(sentence)
    if not any(one.row.vraagt == "daad" or (intended and one.row.vraagt == "voornemen") for one in found):
        return None
    if any(one.row.vraagt == "antwoord" for one in found):
        return None
    words = words_of(sentence)
    start, end = max(_begin(one, words) for one in found), len(words)
    while start < end and words[start] in LINKING:
        start += 1
    while end > start and not words[end - 1][0].isalnum():
        end -= 1
    if end - start <= ENOUGH:
        return sentence.strip(" ?.")
    places = list(WORD.finditer(sentence))  # the sign for the beginning takes the first place of a word list
    return sentence[places[start - 1].start() : places[end - 2].end()]


def _begin(found: Found[RequestCue], words: Sequence[str]) -> int:
    """Return the place at which the deed begins: behind the cue, behind its `om`, or behind who is asked for it."""
    for at in range(found.match.first, found.match.last + 1):
        if at not in found.match.tokens:
            continue
        if words[at] == "om" or words[at] in ASKED:
            return at + 1
        if words[at] in ("de", "het") and words[at + 1] in ASKED_OFFICES:
            return at + 2
    return found.match.last + 1


def reply(sentence: str, *, said_on: Date | None = None, names: Sequence[str] = ()) -> Kind | None:
    """Return what a sentence without content of its own does; None where it has content, or a reserve.

    Args:
        sentence: what the cabinet says.
        said_on: the day on which; a deadline is no content.
        names: who is addressed in it.

    >>> reply("Ja, dat zeg ik toe."), reply("Ja."), reply("Daar kom ik voor de zomer op terug."), reply("Ja, mits de provincie instemt.")
    ('promise', 'yes', 'put_off', None)
    """
    words = _content(sentence, said_on, names)
    if not words or not _agrees().union(_empty()).issuperset(words):
        return None
    if not PUTS_OFF.isdisjoint(words):
        return "put_off"
    if not BINDING.isdisjoint(words):
        return "promise"
    return "yes" if words[0] in _agrees() and words[0] not in ("hoor", "voorzitter") else None


def repeats(sentence: str, request: str, *, said_on: Date | None = None) -> bool:
    """Tell whether a sentence says yes in the words of the request: `Jazeker, ik zal de Kamer hierover informeren`."""
    words = _content(sentence, said_on, ())
    return bool(words) and not BINDING.isdisjoint(words) and (_agrees() | _empty() | set(words_of(request))).issuperset(words)


def agrees(sentence: str) -> bool:
    """Tell whether a sentence begins with a yes and has no reserve: `Ja, ik zal met de sector spreken`."""
    words = words_of(sentence)[1:]
    return bool(words) and words[0] in _agrees() and _reserves().isdisjoint(words)


def _content(sentence: str, said_on: Date | None, names: Sequence[str]) -> list[str]:
    """Return the words of a sentence without its deadline and without whom it addresses."""
    deadline = deadlines.find(sentence, said_on)
    for text in (*((deadline.text,) if deadline else ()), *names):
        sentence = sentence.replace(text, " ")
    return [word for word in words_of(sentence)[1:] if not SIGN.fullmatch(word)]


@lru_cache
def _agrees() -> frozenset[str]:
    return word_class("instemming")


@lru_cache
def _empty() -> frozenset[str]:
    return word_class("loze-toezegging")


@lru_cache
def _reserves() -> frozenset[str]:
    return word_class("voorbehoud")
