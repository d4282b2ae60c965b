"""The small language in which cue phrases are written, and the matcher that finds them.

    steunen                 the word itself, in lower case
    {steunen}  {af|keuren}  any form of a verb; a separable verb also with its particle further on
    {<noemen>/heten}        any form of the verbs of a list in data/knowledge/word_lists.csv, or of this one
    erop|er                 one of these words; single words: an alternative of several is a phrase of its own
    <onwenselijk>|slecht    one of the words of a list in data/knowledge/word_lists.csv, or this one
    zeer?                   may be missing
    zorg*  *akkoord         a word that begins or ends so
    maken ~ zorgen          at most three words between
    van … belang            at most twelve words between, in this order; a subject of the House behind its verb (`hechten de
                            leden van de SP-fractie aan`) and an adverb that joins sentences (`ook`) take up no room
    {maken} + zich + zorgen these parts in any order, in one clause
    ^ verzoekt              the beginning of the sentence, and the word that it begins with

Every pattern has an anchor: the words of which one must occur. A sentence looks its words up among the anchors and
tries only the patterns that can match, so that the cost of a sentence does not grow with the number of cues (a spaCy
Matcher tries each of its patterns at each token).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from standpunt.relate.grammar import word_lists
from standpunt.relate.grammar import words as word_class
from standpunt.relate.verbs import forms

#: Stands before the first word of a sentence, so that a pattern can say `^ verzoekt`.
START = "^"
SHORT_GAP = 3
LONG_GAP = 12
DENIALS = frozenset({"niet", "geen", "nooit", "niets"})
DENIAL_REACH = 6
REACH = 30  # furthest distance between the parts of a pattern, in tokens
PARTICLE_REACH = 28
INFINITIVE_REACH = 12  # furthest `te` behind the particle that governs it
FIRST_PERSON_REACH = 4
NOUNS = word_class("altijd-naamwoord")
#: Plural nouns that are a past tense too, behind who did it and before whom: `de lidstaten veroordeelden de aanval`.
MOSTLY_NOUNS = word_class("meestal-naamwoord")
OPENS_NOUN_PHRASE = frozenset({"de", "het", "deze", "dit", "elke", "iedere", "alle", "unaniem", "ook", "daarom"})
#: Forms of a verb that are a number too, and what is counted: `acht jaar`.
NUMERALS = frozenset({"acht"})
COUNTED = word_class("geteld")
BEFORE_UNINFLECTED = frozenset({"een", "het", "dit", "geen"})
#: Bare stems that are nouns as well.
STEM_NOUNS = word_class("stam-en-naamwoord")
#: How adjectives end that stand before a noun without -e: `een redelijk verzoek`.
UNINFLECTED = ("lijk", "ig", "baar", "isch", "end", "zaam")
#: Plural nouns that look like verbs.
HOMOGRAPHS = word_class("gelijkschrift")
#: Before one of these a form in -en, or a bare stem, is a noun.
NOUN_MARKERS = word_class("voor-naamwoord")
#: Behind one of these a preposition may stand without its noun: `waar ik voor pleit`.
STRANDING = frozenset({"waar", "daar", "hier", "er"})
#: These stand before a noun, or for one.
OBJECT_PRONOUNS = frozenset({"haar", "die", "deze"})
MODALS = word_class("modaal")
#: Words after which another clause begins; the parts of one pattern do not lie on both sides of one.
SUBORDINATORS = word_class("onderschikkers")


PERSONAL_PRONOUNS = frozenset({"ik", "wij", "we", "zij", "hij"})
#: Who may stand behind a verb, between it and the words that belong to it: `ik`, `deze leden`, `de leden van de fractie van de SP`.
ACTING_PRONOUNS = PERSONAL_PRONOUNS | {"ze", "men"}
BEFORE_SUBJECT = word_class("voor-onderwerp")
SUBJECT_NOUNS = word_class("onderwerpen-van-de-kamer")
#: Adverbs and phrases that join a sentence to the one before it and may stand behind any verb.
JOINING_ADVERBS = word_class("voegbijwoorden")
JOINING_PHRASES = (("in", "dit", "verband"), ("in", "dat", "verband"), ("dan", "ook"), ("met", "name"), ("op", "dit", "punt"))
#: Between these stand the words behind which a group is named: `de leden van de SP-fractie`; `deze leden` have been.
NAMED = frozenset({"de", "het"})
GROUP_NOUNS = frozenset({"leden", "lid", "fractie", "fracties"})
OF_A_GROUP = frozenset({"van", "de", "het", "fractie", "fracties"})
JUDGED = word_class("beoordeeld")
#: Behind one of these `dat` is a pronoun unless a subject follows it.
COPULAS = word_class("voor-dat")
FINDING = frozenset({"vindt", "vind"})
FINITE = word_class("persoonsvormen")
FINITE_REACH = 8
CLAUSE_OPENERS = word_class("na-dat")
PREPOSITIONS = word_class("voorzetsels")
#: Behind `dat` and one word these leave no room for a clause.
ENDS_AT_ONCE = frozenset({".", ",", ";", ":"})
#: Behind one of these `dat` is a pronoun: `indien dat wenselijk is`, `wie dat moet doen`.
BEFORE_PRONOUN = word_class("voorwaarde") | word_class("bijwoordelijk") | word_class("vraagwoorden")
#: What ends a main clause and no clause with `dat`.
NEVER_LAST = frozenset({"niet", "af", "toe", "ook"})
#: Particles that end a main clause behind an adverb: `neemt dat advies niet over.`
LONE_PARTICLES = frozenset({"over", "aan", "op", "in", "uit", "mee", "bij", "voor", "goed", "weg", "terug"})
JOINS = frozenset({"en", "maar", "of"})
#: Adverbs between `dat` and the last word of a sentence: with a pronoun only, since a clause would need a subject.
NO_SUBJECTS = word_class("geen-onderwerp")

#: Before a preposition and `dat` these announce what the clause behind it says.
THERE = frozenset({"er", "ervan"})


def is_conjunction(words: Sequence[str], at: int) -> bool:
    """Tell whether the `dat` at this place opens a clause; else it is a pronoun or stands before its noun.

    >>> texts = ("wij vinden dat de wet faalt", "aan dat uitgangspunt", "polen geeft aan dat landen dit willen")
    >>> [is_conjunction(text.split(), text.split().index("dat")) for text in texts]
    [True, False, True]
    """
    before = words[at - 1] if at else ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if before in BEFORE_PRONOUN or not ENDS_AT_ONCE.isdisjoint(words[at + 2 : at + 3]):
        return False  # `vind ik dat onwenselijk.`: no clause is that short
    if behind == "geen" and not JUDGED.isdisjoint(words[at + 3 : at + 4]):
        return False  # `vinden dat geen goede zaak`
    if not NO_SUBJECTS.isdisjoint(words[at + 1 : at + 3]) and not ENDS_AT_ONCE.isdisjoint(words[at + 3 : at + 4]):
        return False  # `acht ik dat niet haalbaar.`, `Ik juich dat ook toe.`, `herken dat beeld niet.`: no subject with its verb
    if ends_without_verb(words, at):
        return False
    if before in PERSONAL_PRONOUNS and at > 1 and words[at - 2] in SUBORDINATORS:
        return False  # `dat ik dat verspillend vind`
    if before in PREPOSITIONS and before != "zonder":
        if not THERE.isdisjoint(words[max(0, at - SAYING_REACH) : at - 1]) and (behind in CLAUSE_OPENERS or behind.endswith("en")):
            return True  # `heb er vertrouwen in dat gemeenten dit oppakken`, but `er in dat geval`
        return before in PARTICLES and not SPLIT_SAYING.isdisjoint(words[max(0, at - SAYING_REACH) : at - 1])
    if before == "of" and behind not in CLAUSE_OPENERS:
        return False  # `of dat toereikend is`
    if before in FINDING and not FINITE.isdisjoint(words[at + 2 : at + FINITE_REACH]) and "," not in words[at + 2 : at + FINITE_REACH]:
        return True  # `vindt dat bedrijven zelf moeten betalen`
    return not (before in COPULAS and behind and behind not in CLAUSE_OPENERS)  # `voor ons is dat onverteerbaar`


def ends_without_verb(words: Sequence[str], at: int) -> bool:
    """Tell whether no clause is behind `dat`, since that would end in a verb: `steunt dat voorstel van haar niet`."""
    end = next((i for i in range(at + 1, len(words)) if words[i] in ENDS_AT_ONCE or words[i] in SUBORDINATORS), len(words))
    if words[end : end + 1] != ["."] or not JOINS.isdisjoint(words[at:end]):
        return False
    return words[end - 1] in NEVER_LAST or (words[end - 1] in LONE_PARTICLES and words[end - 2] in NO_SUBJECTS)


def _has_plural_before_and_object_behind(words: Sequence[str], at: int) -> bool:
    before = words[at - 1] if at else ""
    return (
        before.endswith(("n", "s", "zij", "wij", "fractie"))
        and before not in FINITE
        and not OPENS_NOUN_PHRASE.isdisjoint(words[at + 1 : at + 2])
    )


def _opens_clause(words: Sequence[str], at: int) -> bool:
    return words[at] in SUBORDINATORS and (words[at] != "dat" or is_conjunction(words, at))


#: Verbs whose particle is a preposition too, and which take a clause: `geeft aan dat`, `legt uit dat`, `sputtert tegen dat`.
SPLIT_SAYING = word_class("scheidbaar-zeggen")
PARTICLES = frozenset({"aan", "op", "uit", "tegen", "voor"})
SAYING_REACH = 10


class PatternError(ValueError):
    """A pattern is not written in the language of this module."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a pattern: which words may stand there."""

    words: frozenset[str]
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    split: tuple[tuple[frozenset[str], str], ...] = ()  # finite forms and the particle that must follow them
    first_person: frozenset[str] = frozenset()  # count only beside `ik`
    past: frozenset[str] = frozenset()  # forms that look back: steunde, hield
    optional: bool = False
    gap: int = 0  # how many tokens may stand before it
    is_verb: bool = False
    openers: frozenset[str] | None = None  # the words with which it can begin; None where any may: it is optional or open

    def fits(self, words: Sequence[str], at: int) -> bool:
        """Tell whether the word at this place may stand here by itself."""
        word = words[at]
        if word in self.words:
            return self.is_verb_at(words, at)
        return bool(self.starts and word.startswith(self.starts)) or bool(self.ends and word.endswith(self.ends))

    def is_verb_at(self, words: Sequence[str], at: int) -> bool:
        """Tell whether a form is a verb here and no noun: `deze vraag`, `enkele vragen`, `het bevorderen van`.

        A form that is a verb only in the first person needs its `ik` near.
        """
        if not self.is_verb:
            return True
        if words[at] in NOUNS or (words[at] in MOSTLY_NOUNS and not _has_plural_before_and_object_behind(words, at)):
            return False
        before = words[at - 1] if at else ""
        if words[at] in NUMERALS and (before in PREPOSITIONS or before in NOUN_MARKERS or not COUNTED.isdisjoint(words[at + 1 : at + 2])):
            return False  # de termijn van acht jaar
        if words[at] in self.first_person:
            if list(words[at + 1 : at + 2]) == ["ik"]:
                return True  # die pak ik aan
            if before in {"dat", "dit"}:
                return False  # op dat verzoek zal ik …
            if before in PREPOSITIONS and words[at] in STEM_NOUNS and STRANDING.isdisjoint(words[:at]):
                return False  # ik reken op steun
            if before.endswith(UNINFLECTED) and at > 1 and words[at - 2] in BEFORE_UNINFLECTED and not _is_told_by_me(words, at):
                return False  # dat vind ik een redelijk verzoek
            if (before == "maar" or (before == "en" and words[at] not in STEM_NOUNS)) and "ik" in words[:at]:
                return True  # Ik zie vooruitgang, maar onderschrijf dat er meer nodig is
            near = words[max(0, at - FIRST_PERSON_REACH) : at + FIRST_PERSON_REACH + 1]
            return before not in NOUN_MARKERS and ("ik" in near or list(words[at + 1 : at + 2]) in (["mij"], ["me"]))
        if words[at].endswith("en") and list(words[at + 1 : at + 2]) == ["van"] and "het" in words[max(0, at - 3) : at]:
            return False  # het gericht inzetten van
        if before == "te" and not words[at].endswith("n"):
            return False  # te vroeg
        if (
            words[at] in HOMOGRAPHS
            and before.endswith("e")
            and before not in {"de", "we", "ze", "name", "slotte", "mede"}
            and not before.endswith("ie")  # a noun, often who it is that does it: fractie, commissie, ChristenUnie
        ):
            return False  # Russische voorstellen
        if words[at].endswith("en") and before in NOUN_MARKERS and not _is_object(words, at - 1):
            return before == "het" and at + 1 < len(words) and words[at + 1] != "van"
        return True


def _is_told_by_me(words: Sequence[str], at: int) -> bool:
    """Tell whether `ik` is the subject of the last verb of its clause: `dat ik het onwenselijk vind`."""
    return at > 2 and words[at - 3] == "ik" and words[at - 2] in {"het", "dit"}


def _is_object(words: Sequence[str], at: int) -> bool:
    """Tell whether the pronoun at this place is the object of the infinitive behind it: `moet ik haar ontraden.`, `ik wil die steunen`."""
    if words[at] not in OBJECT_PRONOUNS or words[at + 2 : at + 3] not in ([], ["."], [","]):
        return False
    before = words[max(0, at - 2) : at]
    return not MODALS.isdisjoint(before) and not PERSONAL_PRONOUNS.isdisjoint(before)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was found: token numbers in the sentence."""

    tokens: tuple[int, ...]
    verb: int | None  # the (finite part of the) verb, if the pattern has one
    past: bool = False  # whether that verb stands in the past tense

    @property
    def first(self) -> int:
        """The first token."""
        return self.tokens[0]

    @property
    def last(self) -> int:
        """The last token."""
        return self.tokens[-1]


def _element(text: str, gap: int) -> Element:
    optional = text.endswith("?") and len(text) > 1
    text = text.removesuffix("?") if optional else text
    words: set[str] = set()
    starts: list[str] = []
    ends: list[str] = []
    split: list[tuple[frozenset[str], str]] = []
    first_person: set[str] = set()
    past: set[str] = set()
    is_verb = False
    if text.startswith("{"):
        if not text.endswith("}"):
            raise PatternError(f"{text!r}: a verb stands between {{ and }}")
        is_verb = True
        for lemma in _lemmas(text[1:-1]):
            verb = forms(lemma)
            past |= verb.past
            words |= verb.joined
            first_person |= verb.first_person
            if verb.particle:
                split.append((verb.finite, verb.particle))
    else:
        for word in text.split("|"):
            if not word or word == "*":
                raise PatternError(f"{text!r}: an empty alternative")
            if word.startswith("<") and word.endswith(">"):
                words |= _listed(word)
            elif word.endswith("*"):
                starts.append(word[:-1])
            elif word.startswith("*"):
                ends.append(word[1:])
            else:
                words.add(word)
    openers = None if optional or starts or ends else frozenset(words).union(*(finite | {particle} for finite, particle in split))
    return Element(
        frozenset(words),
        tuple(starts),
        tuple(ends),
        tuple(split),
        frozenset(first_person),
        frozenset(past),
        optional,
        gap,
        is_verb,
        openers,
    )


def refuse_misread(source: str) -> None:
    """Raise where an alternative of several words stands in a phrase: `niet|nog niet`, which is read as (niet|nog) and then niet.

    It shows in a word that two neighbouring places share, since alternatives mostly have a word in common. What is meant so is left
    alone: the word that a list begins with may stand before that list (`het om om|.`, where the first is a name).

    Raises:
        PatternError: there is one.
    """
    for piece in source.split(" + "):
        for left, right in pairwise(piece.split()):
            first, second = (place.removesuffix("?").split("|") for place in (left, right))
            if "{" in left + right or len(first) == len(second) == 1:
                continue
            if shared := set(first) & set(second if len(first) > 1 else second[1:]):
                read = " and then ".join(f"({'|'.join(place)})" for place in (first, second))
                both = " and ".join(sorted(shared))
                cure = "an alternative is one word, so write one of several as a phrase of its own"
                raise PatternError(f"'{left} {right}' is read as {read}, with {both} in both; {cure}")


def _lemmas(text: str) -> list[str]:
    """Return the verbs that are written `achten/vinden` or, in a list, `<noemen>`."""
    return [lemma for verb in text.split("/") for lemma in (sorted(_listed(verb)) if verb.startswith("<") else [verb])]


def _listed(name: str) -> frozenset[str]:
    lists = word_lists()
    if name[1:-1] not in lists:
        raise PatternError(f"{name}: no such list in word_lists.csv; there are {', '.join(sorted(lists))}")
    return lists[name[1:-1]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A cue phrase, ready to be matched."""

    source: str
    parts: tuple[tuple[Element, ...], ...]
    anchors: frozenset[str]  # exact words of which one must occur; empty when the pattern has none
    past: frozenset[str] = frozenset()  # forms of its verbs that look back
    required: tuple[frozenset[str], ...] = ()  # of each of these a word must occur

    @staticmethod
    def compile(source: str) -> Pattern:
        """Return the pattern that `source` describes.

        Raises:
            PatternError: it isn't written in the language above.
        """
        parts = []
        for piece in source.split(" + "):
            elements: list[Element] = []
            gap = 0
            for text in piece.split():
                if text in ("~", "…"):
                    gap = SHORT_GAP if text == "~" else LONG_GAP
                    continue
                elements.append(_element(text, gap))
                gap = 0
            if not elements or all(element.optional for element in elements):
                raise PatternError(f"{source!r}: a part without a word that must occur")
            parts.append(tuple(elements))
        fixed = [e for part in parts for e in part if not e.optional and not e.starts and not e.ends]
        if not fixed:
            raise PatternError(f"{source!r}: at least one whole word or verb is needed")
        anchor = max(fixed, key=_rarity)
        past = frozenset[str]().union(*(element.past for part in parts for element in part))
        required = tuple(element.words.union(particle for _, particle in element.split) for element in fixed)
        return Pattern(source, tuple(parts), anchor.words.union(*(finite for finite, _ in anchor.split)), past, required)

    def can_occur(self, present: frozenset[str]) -> bool:
        """Tell whether a sentence has the words that the pattern can't do without; quicker than looking where they stand."""
        return not any(map(present.isdisjoint, self.required))

    def find(self, words: Sequence[str]) -> Iterable[Match]:
        """Yield where the pattern lies in a sentence, given as lower-case words. Shortest reading first; no overlaps."""
        options = []
        for part in self.parts:
            places = list(_places(part, words))
            if not places:
                return
            options.append(places)
        readings = []
        for choice in product(*options):
            tokens = sorted({token for place, _ in choice for token in place})
            if len(tokens) < sum(len(place) for place, _ in choice) or tokens[-1] - tokens[0] > REACH or _denies_from_afar(words, tokens):
                continue
            if len(choice) > 1 and any(_divides(words, i, tokens) for i in range(tokens[0] + 1, tokens[-1])):
                continue
            verb = next((verb for _, verb in choice if verb is not None), None)
            readings.append(Match(tuple(tokens), verb, verb is not None and words[verb] in self.past))
        taken: set[int] = set()
        # of two as short, the one whose words stand last: the `van` of `van belang`, not that of `de leden van`
        for match in sorted(readings, key=lambda m: (m.last - m.first, m.first, -sum(m.tokens))):
            if taken.isdisjoint(match.tokens):
                taken.update(match.tokens)
                yield match

    def occurs(self, words: Sequence[str]) -> bool:
        """Tell whether the pattern lies in a sentence, given as lower-case words."""
        return any(True for _ in self.find(words))


def _denies_from_afar(words: Sequence[str], tokens: Sequence[int]) -> bool:
    """Tell whether a `niet` or `geen` of the pattern stands too far from its other words to belong to them."""
    return any(
        (words[left] in DENIALS and right - left > DENIAL_REACH) or (words[right] in DENIALS and right - left > 2 * DENIAL_REACH)
        for left, right in pairwise(tokens)
    )


def _divides(words: Sequence[str], at: int, tokens: Sequence[int]) -> bool:
    """Tell whether a word separates two clauses; `dat` right behind a matched verb is a pronoun (`is dat onwenselijk`)."""
    if words[at] == "om" and at not in tokens:
        return "te" in words[at + 1 : tokens[-1] + 1]  # steunen de oproep om niet langer toe te zien
    return _opens_clause(words, at) and at not in tokens and not (words[at] == "dat" and at - 1 in tokens)


#: Words too common to look a pattern up by.
COMMON = word_class("gewoon")


def _rarity(element: Element) -> tuple[bool, bool, int]:
    return (element.words.isdisjoint(COMMON), not element.is_verb, max(map(len, element.words), default=0))


Place = tuple[tuple[int, ...], int | None]  # the tokens, and the verb among them


def _places(part: tuple[Element, ...], words: Sequence[str]) -> Iterable[Place]:
    openers = part[0].openers
    for start, word in enumerate(words):
        if openers is None or word in openers:
            yield from _follow(part, 0, words, start, (), None)


def _follow(part: tuple[Element, ...], k: int, words: Sequence[str], at: int, tokens: tuple[int, ...], verb: int | None) -> Iterable[Place]:
    if k == len(part):
        if tokens:
            yield tokens, verb
        return
    element = part[k]
    if element.optional:
        if at < len(words) and element.fits(words, at):
            yield from _follow(part, k + 1, words, at + 1, (*tokens, at), verb)
            return
        yield from _follow(part, k + 1, words, at, tokens, verb)
        return
    until = at + (element.gap if tokens else 0)
    for i in range(at, len(words)):
        if i > until:
            return
        if tokens and (element.gap or part[k - 1].is_verb):
            until += _filler_length(words, i)  # `rekenen deze leden erop dat`, `vinden ook dat`
        if element.fits(words, i):
            yield from _follow(part, k + 1, words, i + 1, (*tokens, i), i if element.is_verb else verb)
            return
        for finite, particle in element.split:
            if words[i] == particle and list(words[i + 1 : i + 2]) == ["te"] and i + 2 < len(words) and words[i + 2] in finite:
                yield from _follow(part, k + 1, words, i + 3, (*tokens, i, i + 1, i + 2), i + 2)  # erop aan te dringen
                return
            if words[i] in finite and element.is_verb_at(words, i) and (far := _particle(words, i, particle)):
                for more, _ in _follow(part, k + 1, words, i + 1, (i,), None) if k + 1 < len(part) else [((), None)]:
                    yield tuple(sorted({*tokens, i, far, *more})), i
                return
        if i < len(words) and element.gap and _opens_clause(words, i):
            return


def _filler_length(words: Sequence[str], at: int) -> int:
    """Return how many words from here on take up no gap: a subject behind its verb, or an adverb that only joins sentences."""
    if words[at] in JOINING_ADVERBS:
        return 1
    return next((len(phrase) for phrase in JOINING_PHRASES if tuple(words[at : at + len(phrase)]) == phrase), _subject_length(words, at))


def _subject_length(words: Sequence[str], at: int) -> int:
    """Return how many words from here on say who acts, where these are of the House; 0 where it is nobody or somebody else.

    >>> [_subject_length(text.split(), 1) for text in ("hecht ik aan", "hecht het kabinet aan", "hecht het besluit aan")]
    [1, 2, 0]
    >>> _subject_length("hechten de leden van de fractie van het cda aan een evaluatie".split(), 1)
    8
    """
    word, behind = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in ACTING_PRONOUNS:
        return 1
    if word not in BEFORE_SUBJECT or behind not in SUBJECT_NOUNS or words[at - 1] in PREPOSITIONS:
        return 0
    return 2 + (_name_length(words, at + 2) if word in NAMED and behind in GROUP_NOUNS else 0)  # `zien deze leden van het plan af`


def _name_length(words: Sequence[str], at: int) -> int:
    """Return how many words say of which group somebody is: `van de fractie van het CDA`, `van de SP-fractie`."""
    end = at
    while words[end : end + 1] and words[end] in OF_A_GROUP:
        end += 1
    if end < at + 2 or words[at] != "van":
        return 0  # `naar het oordeel van deze leden van een gebrek …`
    end += 3 if list(words[end + 1 : end + 3]) == ["-", "fractie"] else 1
    return min(end, len(words)) - at


def _particle(words: Sequence[str], verb: int, particle: str) -> int | None:
    """Return where the particle of a split verb stands: `keuren deze leden ten zeerste af`."""
    for i in range(verb + 1, min(len(words), verb + PARTICLE_REACH)):
        if words[i] != particle and words[i] in OTHER_PARTICLES and words[i + 1 : i + 2] in (["om"], ["dat"]):
            return None  # `stel ik voor om het oordeel aan de Kamer te laten`
        if words[i] == particle and words[i + 1 : i + 2] == ["te"] and particle not in BEFORE_TE:
            continue  # `stelt in staat zich voor te bereiden`: the particle of another verb
        if words[i] == particle and (_stands_alone(words, i) or _governs_infinitive(words, i)):
            return i
        if _opens_clause(words, i):
            return None
    return None


def _stands_alone(words: Sequence[str], at: int) -> bool:
    """Tell whether nothing follows a particle that would make a preposition of it."""
    if at + 1 == len(words) or words[at] in NO_PREPOSITIONS:
        return True
    behind = words[at + 1]
    return behind in END_OF_CLAUSE or not behind.isalpha() or behind in PARTICLE_FOLLOWERS


def _governs_infinitive(words: Sequence[str], at: int) -> bool:
    """Tell whether a clause with `te` follows the particle: `roepen de regering op het besluit terug te draaien`."""
    if words[at] not in BEFORE_TE and words[at] != "voor":  # `stelde voor een fonds op te richten`
        return False
    for i in range(at + 1, min(len(words) - 1, at + INFINITIVE_REACH)):
        if words[i] == "te":
            return words[i + 1].endswith("n")
        if not words[i].isalpha() or _opens_clause(words, i):
            return False
    return False


#: Particles behind which a clause begins, so that the verb is theirs.
OTHER_PARTICLES = frozenset({"voor", "op", "aan", "toe", "af", "erop"})
#: Particles that are nothing else: `zegt de regering toe de uitkomst te delen`.
NO_PREPOSITIONS = frozenset({"toe", "terug", "mee", "weg", "neer"})
END_OF_CLAUSE = word_class("na-deel")
#: Particles that a clause with `te` may follow: `dringt erop aan te stoppen`, `roept op te stoppen`.
BEFORE_TE = word_class("deel-voor-te")
#: A particle that is a preposition too (`aan`, `op`) counts only where a noun phrase does not follow at once.
PARTICLE_FOLLOWERS = word_class("na-deel-voorzetsel")
