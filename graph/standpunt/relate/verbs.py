"""Forms of a Dutch verb: present, past, participles, joined and split separable verbs.

Rules give the regular forms, data/knowledge/verbs.csv the strong ones. The rules are generous: where spelling leaves
two possibilities (`verdeel`, *`verdel`) both come out. That costs nothing, since only one of them is ever written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from standpunt.knowledge import Verb, table
from standpunt.relate.grammar import words as word_class

VOWELS = "aeiou"
UNSTRESSED_PREFIXES = ("be", "ver", "ont", "her", "er", "ge", "om", "onder", "over", "door", "weer", "aan", "voor", "mis")
SHARPENED = {"v": "f", "z": "s"}  # geven → geef, vrezen → vrees


@dataclass(frozen=True, slots=True)
class Forms:
    """What one verb looks like in a text; all in lower case."""

    finite: frozenset[str]  # forms that can stand alone or before their particle: keurt, keuren, keurde
    joined: frozenset[str]  # forms with the particle attached or without any: afkeurt, afgekeurd, steunen
    particle: str | None  # "af" for afkeuren
    first_person: frozenset[str]  # steun, vrees, vraag: verbs only beside `ik`, nouns everywhere else
    past: frozenset[str] = frozenset()  # hield, afkeurde: the past tense, where no other form is written like it


def _stems(infinitive: str) -> set[str]:
    base = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]  # gaan, doen, zien
    if len(base) > 2 and base[-1] == base[-2] and base[-1] not in VOWELS:
        return {base[:-1]}
    stems = {base}
    if len(base) > 1 and base[-1] not in VOWELS and base[-2] in VOWELS and (len(base) == 2 or base[-3] not in VOWELS or base[:-2] == "be"):
        stems.add(base[:-1] + base[-2] + base[-1])  # mak → maak; also where it isn't so: twijfel → *twijfeel
    return {stem[:-1] + SHARPENED.get(stem[-1], stem[-1]) for stem in stems}


def _weak(infinitive: str) -> tuple[set[str], set[str], set[str]]:
    """Return the forms of the present, the participles and those of the past that the rules give."""
    stems = _stems(infinitive)
    finite = {infinitive} | stems
    participles: set[str] = set()
    past: set[str] = set()
    for stem in stems:
        finite.add(stem if stem.endswith("t") else stem + "t")
        for ending in ("t", "d"):
            past |= {stem + ending + "e", stem + ending + "en"}
            done = stem if stem[-1] in "td" else stem + ending
            participles.add("ge" + done)
            if infinitive.startswith(UNSTRESSED_PREFIXES):
                participles.add(done)
    return finite, participles, past - finite - participles


@lru_cache
def _strong() -> dict[str, Verb]:
    return {row.id: row for row in table(Verb)}


@lru_cache(maxsize=4096)
def forms(lemma: str) -> Forms:
    """Return the forms of a verb. A separable one is written with a bar: `af|keuren`.

    >>> "steunden" in forms("steunen").joined, "afgekeurd" in forms("af|keuren").joined, forms("af|keuren").particle
    (True, True, 'af')
    """
    particle, bar, infinitive = lemma.partition("|")
    if not bar:
        particle, infinitive = "", lemma
    strong = _strong().get(infinitive)
    if strong:
        finite = {infinitive, *strong.tegenwoordig, *strong.verleden}
        participles = set(strong.deelwoord)
        past = set(strong.verleden) - {infinitive, *strong.tegenwoordig} - participles
    else:
        present, participles, past = _weak(infinitive)
        finite = present | past
    first_person = {form for form in finite if form + "t" in finite}
    if not particle:
        return Forms(frozenset(finite), frozenset(finite | participles), None, frozenset(first_person), frozenset(past))
    joined = {particle + form for form in finite | participles}
    with_particle = {particle + form for form in past} - {particle + form for form in participles}
    return Forms(
        frozenset(finite),
        frozenset(joined),
        particle,
        frozenset(first_person | {particle + form for form in first_person}),
        frozenset(past | with_particle),
    )


@lru_cache
def _participles() -> frozenset[str]:
    return frozenset(form for row in table(Verb) for form in row.deelwoord)


def is_participle(word: str) -> bool:
    """Tell whether a word looks like a past participle: gesteund, afgekeurd, veroordeeld, onderschreven.

    >>> [is_participle(word) for word in ("afgekeurd", "vragen", "onderschreven")]
    [True, False, True]
    """
    if word in _participles() or (word.startswith("ge") and word.endswith(("d", "t", "en"))):
        return True
    if any(word.removeprefix(prefix) in _participles() for prefix in UNSTRESSED_PREFIXES if word.startswith(prefix)):
        return True  # aanbevolen, overgenomen
    split = word.find("ge", 2, 6)
    if split > 0 and (word[split:] in _participles() or word.endswith(("d", "t"))):
        return True
    return word.endswith("d") and word.startswith(UNSTRESSED_PREFIXES)


def is_plural(form: str) -> bool | None:
    """Tell whether a finite form is plural (steunen, steunden); None where the form can be both or isn't clear."""
    if form in PLURALS:
        return True
    if form in SINGULARS:
        return False
    return form.endswith(("en", "gaan", "staan", "slaan"))  # meegaan, voorstaan


PLURALS = word_class("meervoudsvormen")
SINGULARS = word_class("enkelvoudsvormen")
