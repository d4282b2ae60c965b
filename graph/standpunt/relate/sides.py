"""Who is for or against something: `wij zijn tegen bezuinigingen`, but `wij zijn tegen een muur gelopen`, `wij zijn voor 1 juli klaar`.

`zijn` with `voor` or `tegen` takes a side where what follows is one noun phrase that reaches the end of the clause. Where a participle
or an adjective stands behind it, `zijn` is an auxiliary (`gelopen`) or says something else (`verzekerd`, `klaar`, `afhankelijk`).
"""

from __future__ import annotations

from typing import Final

from standpunt.relate.clauses import RELATIVES, opener
from standpunt.relate.cues import Hit
from standpunt.relate.grammar import word_lists
from standpunt.relate.grammar import words as word_class
from standpunt.relate.holders import DETERMINERS
from standpunt.relate.patterns import COUNTED, END_OF_CLAUSE, JOINING_ADVERBS, PREPOSITIONS, SUBORDINATORS, UNINFLECTED
from standpunt.relate.reading import Reading
from standpunt.relate.verbs import is_participle

FOR: Final = frozenset({"voor", "vóór"})
SIDES: Final = FOR | {"tegen"}
#: Behind one of these the noun phrase has ended.
ENDS: Final = END_OF_CLAUSE | SUBORDINATORS | {"zoals", "waar", "om", "toen", "terwijl"}
#: Times, prices and obstacles: `tegen elven`, `tegen een lage prijs`, `tegen een muur`, `voor de zomer`.
NO_SIDE: Final = word_class("geen-kant")
#: Where one of these begins the phrase, a time behind it makes a time of it: `tegen het einde van het jaar`.
EDGES: Final = frozenset({"eind", "einde", "begin"})
TIMES: Final = word_class("tijdvakken")
#: A noun stands behind one of these although they are no determiners: `dit soort voorstellen`.
MEASURES: Final = frozenset({"soort", "type", "meer", "minder", "extra", "en", "of"})
#: How nouns end that look like participles.
NOUNS: Final = ("beleid", "verbod", "gebied", "geld", "bod", "heid", "stand", "verband", "gezag")
#: How adjectives end that stand before a noun without -e: `een Europees leger`, `openbaar vervoer`.
ADJECTIVES: Final = (*UNINFLECTED, "ees", "aal", "eel", "ief", "aar")
#: The list of what one is with `voor` or `tegen` beside a side: responsible, insured, ready.
SAYS_ELSE: Final = "voor-of-tegen-iets"
HEAD_REACH: Final = 3


def takes_a_side(hit: Hit, reading: Reading) -> bool:
    """Tell whether somebody is for or against what the phrase behind the preposition names."""
    words = reading.words
    side = max(i for i in hit.tokens if words[i] in SIDES)
    verb = hit.match.verb if hit.match.verb is not None else hit.match.first
    if not _belongs_to(side, verb, reading):
        return False
    end = verb if verb > side else next((i for i in range(side + 1, len(words)) if words[i] in ENDS), len(words))
    while end > side + 1 and not words[end - 1][:1].isalnum():
        end -= 1
    phrase = words[side + 1 : end]
    if not phrase or phrase[0][0].isdigit() or not NO_SIDE.isdisjoint(phrase[:HEAD_REACH]):
        return False
    if not EDGES.isdisjoint(phrase[:2]) and not TIMES.isdisjoint(phrase):
        return False
    if not word_lists()[SAYS_ELSE].isdisjoint(phrase):
        return False  # Nederland is voor energie afhankelijk van Rusland
    if words[side] in FOR and any(actor.first in (side + 1, side + 2) for actor in reading.actors):
        return False  # Nederland is voor Duitsland een belangrijke handelspartner
    return _ends_in_noun(side + 1, end - 1, reading)


def _belongs_to(side: int, verb: int, reading: Reading) -> bool:
    """Tell whether nothing but the preposition's phrase belongs to the verb, by the order of the clause.

    In a main clause the verb stands before it; at the end of a subordinate one, right behind the subject, the preposition:
    `dat wij tegen dit plan zijn`, but `die uitgenodigd is voor het gesprek`, `tot er een plan voor het platteland is`.
    """
    words = reading.words
    if verb < side:
        return opener(words, reading.starts, verb) not in SUBORDINATORS | RELATIVES
    before = side - 1
    while before > 0 and words[before] in JOINING_ADVERBS:
        before -= 1
    return any(actor.last == before and not actor.governor for actor in reading.actors)


def _ends_in_noun(first: int, last: int, reading: Reading) -> bool:
    """Tell whether the last word of a phrase can be its noun: it stands alone, behind a determiner, a preposition or an adjective."""
    words = reading.words
    before = words[last - 1]
    if last == first or before in DETERMINERS | PREPOSITIONS | MEASURES or any(name.last == last for name in reading.named):
        return True
    if before.endswith(ADJECTIVES) or words[last] in COUNTED:
        return True
    return before.endswith("e") and (not is_participle(words[last]) or words[last].endswith(NOUNS))
