"""Who holds a claim: the actors of a sentence, and which of them is the subject of a verb."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Span

from standpunt.knowledge import ActorPhrase, Organisation, table
from standpunt.model import CABINET
from standpunt.relate.clauses import JOINED_VERBS
from standpunt.relate.grammar import FIRST_PERSON
from standpunt.relate.grammar import words as word_class
from standpunt.relate.patterns import FINITE, PREPOSITIONS, SUBORDINATORS
from standpunt.relate.verbs import PLURALS, is_plural

DETERMINERS = word_class("lidwoorden")
FACTION_NOUNS = word_class("fractiewoorden")
TITLES = word_class("titels")
#: Second halves of compounds that name people who act: NAVO-bondgenoten, EU-lidstaten; EU-verband does not act.
ACTING = (
    "bondgenoten",
    "landen",
    "lidstaten",
    "ministers",
    "partners",
    "leiders",
    "staten",
    "lidstaat",
    "land",
    "bondgenoot",
    "leden",
    "fractie",
    "raad",
)
#: Before the name of a country these only say what it is: `NAVO-land Turkije`.
ONE_OF = frozenset({"land", "lidstaat", "bondgenoot"})
#: The label of a word that names nothing by itself, but has the capital that its phrase asks for.
CAPITAL = "CAPITAL"
ADJECTIVE_ENDINGS = ("se", "sche", "ische")
AUXILIARIES = word_class("hulpwerkwoorden")
#: Words behind a `het` that is a subject; not `van`: `is het van belang`.
AFTER_PRONOUN = (PREPOSITIONS - {"van"}) | {
    "er",
    "zich",
    "ook",
    "niet",
    "dan",
    "daarom",
    "hier",
    "daar",
    "dit",
    "deze",
    "hierover",
    "daarover",
    "graag",
}
#: With one of these `het` is part of what is said of another: `is het daarmee eens`.
AGREEING = frozenset({"eens", "oneens"})
#: Words behind a `het` that is who told it: `meldt dat het geen voorstander is`; not `een`: `dat het een goede stap is`.
BEHIND_TOLD_PRONOUN = (DETERMINERS - {"een"}) | {"geen", "zich", "ook", "tegen"}
#: A last word of more letters than this, full stop included, is no abbreviation.
ABBREVIATION = 3
#: How far behind its verb an inverted subject may stand: `Daarom acht dan ook het kabinet …`.
INVERSION = 5
#: Before a plural these let its verb be singular: `een aantal bondgenoten steunt`.
QUANTITIES = frozenset({"aantal", "meerderheid", "merendeel", "deel", "groep", "minderheid", "handvol", "reeks"})
QUANTITY_REACH = 3
#: Verbs of telling: before `dat zij` their subject is who `zij` is.
TELLING = word_class("vertellend")
#: Verbs by which something shows what follows; `Daaruit blijkt dat zij` names nobody.
SHOWING = frozenset({"blijkt", "bleek", "blijken"})
SHORTEST_SOURCE = 2
#: Before one of those: who hears it is not who tells it.
HEARING = word_class("horend")
#: Offices that other governments have too; behind them stands a portfolio, then the country.
FOREIGN_OFFICES = frozenset({"minister", "staatssecretaris", "ministers", "bewindspersoon"})
PORTFOLIO_REACH = 6
#: The place of `In het Verenigd Koninkrijk maken ze …`: how far from the beginning, and how far before `ze`.
BEHIND_IN, PLACE_REACH = 2, 3
OWN_PLACES = frozenset({"nederland", "dit", "deze", "het", "de", "haar", "zijn", "een"})
BETWEEN_COORDINATES = word_class("tussen-nevengeschikten")


@dataclass(frozen=True, slots=True)
class Actor:
    """A noun phrase that names somebody who can hold a position; `first` and `last` are token numbers."""

    first: int
    last: int
    id: str
    plural: bool | None
    governor: str | None  # the preposition before it; such a phrase is no subject
    can_be_subject: bool = True
    also: tuple[str, ...] = ()  # who else a pronoun stands for: `zij`, behind `Polen en Italië`


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in token numbers."""

    first: int
    last: int
    label: str
    id: str
    text: str
    rule: str


def words_of(tokens: Span) -> list[str]:
    """Return the words of a sentence in lower case; the first half of `niet-militaire` denies nothing and keeps its hyphen."""
    lowered = [token.lower_ for token in tokens]
    for i, word in enumerate(lowered[:-1]):
        if word == "niet" and lowered[i + 1] == "-" and not tokens[i].whitespace_:
            lowered[i] = "niet-"
    if lowered and lowered[-1][-1:] == "." and lowered[-1][:-1].isalpha() and len(lowered[-1]) > ABBREVIATION:
        lowered[-1] = lowered[-1][:-1]  # the tokenizer takes the last word for an abbreviation: `van de hand.`
    return lowered


def named_in(tokens: Span, spans: Iterable[Span]) -> list[Named]:
    """Return the entity spans that lie in a sentence, in its token numbers, and the words that are a name by their capital alone."""
    capitals = [
        Named(i, i, CAPITAL, "", token.text, "") for i, token in enumerate(tokens) if token.is_title and token.lower_ in _told_by_capital()
    ]
    return capitals + [
        Named(span.start - tokens.start, span.end - 1 - tokens.start, span.label_, span.kb_id_, span.text, span.id_)
        for span in spans
        if tokens.start <= span.start and span.end <= tokens.end
    ]


@dataclass(frozen=True, slots=True)
class Scene:
    """Who speaks, who is meant by `deze leden`, whom the sentence before was about."""

    speaker: str | None
    members: str | None
    previous: tuple[str, ...] = ()
    gathering: str | None = CABINET  # who `de ministers` are

    def resolve(self, who: str) -> str | None:
        """Return the id behind `wie` of an actor phrase."""
        if who == "spreker":
            return self.speaker
        if who == "leden":
            return self.members
        if who == "ministers":
            return self.gathering
        if who == "geadresseerde":
            return CABINET if self.speaker and self.speaker != CABINET else None
        if who == "derde":  # hij: in a question the minister, in an answer whoever the last sentence was about
            return CABINET if self.speaker != CABINET else next((one for one in self.previous if one.startswith("person/")), None)
        return who


@lru_cache
def _told_by_capital() -> frozenset[str]:
    return frozenset(form.split()[-1] for row in table(ActorPhrase) if row.hoofdletter for form in row.vormen)


@lru_cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], ActorPhrase], ...]]:
    by_first: dict[str, list[tuple[tuple[str, ...], ActorPhrase]]] = {}
    for row in table(ActorPhrase):
        for form in row.vormen:
            words = tuple(form.split())
            by_first.setdefault(words[0], []).append((words, row))
    return {first: tuple(sorted(options, key=lambda option: -len(option[0]))) for first, options in by_first.items()}


def actors(words: Sequence[str], named: Sequence[Named], scene: Scene) -> list[Actor]:
    """Return the actors of a sentence in the order of the text; every token belongs to one at most."""
    found: list[Actor] = []
    taken: set[int] = set()
    for name in named:
        actor = _from_name(words, name)
        if actor and taken.isdisjoint(range(actor.first, actor.last + 1)):
            found.append(actor)
            taken.update(range(actor.first, actor.last + 1))
    i = 0
    while i < len(words):
        step = 1
        for form, row in _phrases().get(words[i], ()):
            if tuple(words[i : i + len(form)]) == form and taken.isdisjoint(range(i, i + len(form))):
                ids = _meant(row, words, i, i + len(form), found, named, scene)
                if ids:
                    plural = {"ev": False, "mv": True, "beide": None}[row.getal]
                    if row.wie == "vorige" and len(ids) == 1 and ids[0].startswith("org/"):
                        plural = None  # De Commissie meldt dat zij dit steunt
                    first = _noun_phrase(words, i) if row.wie.startswith("org/") or ids[0].startswith("country/") else i
                    is_subject = row.rol != "voorwerp"
                    found.append(Actor(first, i + len(form) - 1, ids[0], plural, _governor(words, first), is_subject, ids[1:]))
                    step = len(form)
                break
        i += step
    pronouns = [i for i in range(1, len(words)) if words[i] == "het" and i not in taken]
    found += [Actor(i, i, who, False, None) for i in pronouns if (who := _pronoun(words, i, scene, found))]
    beside = {actor.first - 1 for actor in found}
    found = [actor for actor in found if not (actor.last in beside and words[actor.last].rpartition("-")[2] in ONE_OF)]
    return _with_shared_prepositions(sorted(found, key=lambda actor: actor.first), words)


def _meant(
    row: ActorPhrase, words: Sequence[str], first: int, end: int, found: Sequence[Actor], named: Sequence[Named], scene: Scene
) -> tuple[str, ...]:
    """Return whom a phrase stands for at this place; nobody where it is somebody we don't know."""
    if words[end : end + 1] == ["-"]:
        return ()  # de commissie-Remkes
    if row.hoofdletter and not any(name.label == CAPITAL and name.last == end - 1 for name in named):
        return ()  # the advice of de commissie
    there = _people_there(words, first, named) if row.wie == "daar" or words[first] == "ze" else None
    if there is not None or row.wie == "daar":
        return there or ()
    if row.wie in ("vorige", "derde") and words[first - 1 : first] == ["dat"] and (told := _tellers(words, first - 1, found)) is not None:
        return told  # De gemeenten gaven aan dat zij geen voorstander zijn
    if row.wie == "vorige":
        # `zij hebben`: whoever they are, they are no government, which is singular
        return () if scene.previous[:1] == (CABINET,) and _stands_by_plural(words, first) else scene.previous
    who = scene.resolve(row.wie)
    if row.wie == "ministers" and who in (CABINET, None):
        who = CABINET if _are_ours(words, first, end, scene) else None
    if who == CABINET or row.wie == "ministers":
        abroad = _foreign(words, first, end, named)
        if abroad:
            return abroad
        if words[end - 1] == "regering" and _elsewhere(words, end):
            return ()
    return (who,) if who else ()


def _people_there(words: Sequence[str], at: int, named: Sequence[Named]) -> tuple[str, ...] | None:
    """Return whom `men` or `ze` means behind the place that opens the sentence: `In Denemarken kiest men voor …`; None without one."""
    place = next((name for name in named if name.first <= BEHIND_IN and name.label == "COUNTRY"), None)
    if words[0] != "in" or place is None or place.last + PLACE_REACH < at or words[place.last].endswith(ADJECTIVE_ENDINGS):
        return None
    return () if place.id == "country/NL" else (place.id,)


def _pronoun(words: Sequence[str], at: int, scene: Scene, found: Sequence[Actor]) -> str | None:
    """Return whom the `het` at this place stands for: `Wel heeft het er op aangedrongen …`, `Polen meldt dat het geen voorstander is`."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if words[at - 1] == "dat" and behind in BEHIND_TOLD_PRONOUN:
        told = _tellers(words, at - 1, found) or ()
        return next((one for one in told if len(told) == 1 and (one == CABINET or one.startswith("country/"))), None)
    if words[at - 1] not in AUXILIARIES or behind not in AFTER_PRONOUN or not AGREEING.isdisjoint(words[at:]):
        return None  # De vorige spreker was het daar niet mee eens
    return next((one for one in scene.previous if one == CABINET or one.startswith("faction/")), None)


def _tellers(words: Sequence[str], dat: int, found: Sequence[Actor]) -> tuple[str, ...] | None:
    """Return who tell what follows `dat`, whom `zij` then means; empty where nobody knows them, None where nothing is told.

    What something shows (`Uit gesprekken met gemeenten blijkt dat zij …`) is told of whoever it names.
    """
    before = sorted((actor for actor in found if actor.last < dat), key=lambda actor: actor.first)
    heard = next((i for i in range(dat) if words[i] in HEARING), dat)
    if "van" in words[heard:dat]:  # horen van gemeenten dat zij …
        source = next((actor for actor in before if actor.governor == "van" and actor.first > heard), None)
        return coordinated(source, before, words) if source else ()
    shown = words[dat - 1] in SHOWING and dat > SHORTEST_SOURCE and not before
    if TELLING.isdisjoint(words[:dat]):
        return () if shown else None
    tellers = [actor for actor in before if actor.can_be_subject and not actor.governor]
    if heard < dat:
        tellers = [actor for actor in tellers if words[actor.first] not in FIRST_PERSON]  # Ik hoor de minister zeggen dat hij …
    if tellers:
        joined = coordinated(tellers[0], before, words)
        return joined if {actor.id for actor in tellers} <= set(joined) else ()
    if words[1] in PLURALS | TELLING and is_plural(words[1]):
        return ()  # Patiënten geven aan dat zij …
    return () if words[0] in DETERMINERS and words[0] != "het" else None


def _stands_by_plural(words: Sequence[str], at: int) -> bool:
    """Tell whether a plural verb stands beside the word at this place: `zij hebben`, `willen zij`."""
    return any(word in PLURALS for word in words[max(0, at - 1) : at + 2])


def _foreign(words: Sequence[str], first: int, end: int, named: Sequence[Named]) -> tuple[str, ...]:
    """Return the countries whose government is meant: `de Deense regering`, `de ministers van Irak en Iran`; none for our own."""
    countries = [name for name in named if name.label == "COUNTRY" and name.id != "country/NL"]
    for at, name in enumerate(countries):
        before = name.last in (first - 1, first)
        if before or (name.first == end + 1 and words[end] in {"van", "in", "uit"}):
            return _joined(words, countries[at::-1] if before else countries[at:])
        if words[end - 1] in FOREIGN_OFFICES and _behind_portfolio(words, end, name.first):
            return _joined(words, countries[at:])
    return ()


def _joined(words: Sequence[str], names: Sequence[Named]) -> tuple[str, ...]:
    """Return the ids of the first name and of those joined to it by `en`, one to the next."""
    ids = [names[0].id]
    for one, other in pairwise(names):
        left, right = (one, other) if one.first < other.first else (other, one)
        if list(words[left.last + 1 : right.first]) not in (["en"], [","]):
            break
        ids.append(other.id)
    return tuple(ids)


def _are_ours(words: Sequence[str], first: int, end: int, scene: Scene) -> bool:
    """Tell whether ministers are the cabinet's: not those of one portfolio, which are of many countries, nor `de meeste ministers`."""
    if words[first] == "ministers" and first and words[first - 1].endswith("e") and words[first - 1] != "beide":
        return False
    if words[end : end + 1] in (["van"], ["voor"]):
        behind = words[end + 1 : end + 1 + PORTFOLIO_REACH]
        return "en" in behind  # de ministers van Financiën en van Sociale Zaken
    return scene.gathering == CABINET


def _behind_portfolio(words: Sequence[str], end: int, country: int) -> bool:
    """Tell whether a country stands behind what its minister is for: `de minister van Buitenlandse Zaken van Estland`."""
    between = words[end:country]
    return 1 < len(between) <= PORTFOLIO_REACH and between[0] == "van" == between[-1] and {",", "en", "is", "heeft"}.isdisjoint(between)


def _elsewhere(words: Sequence[str], end: int) -> bool:
    """Tell whether a government is named by a place that is no country of ours: `de regering in Maputo heeft …`."""
    where = words[end : end + 3]
    return len(where) == 3 and where[0] == "in" and where[1] not in OWN_PLACES and where[2] in FINITE


def _with_shared_prepositions(found: Sequence[Actor], words: Sequence[str]) -> list[Actor]:
    """Return the actors; one joined to another shares its preposition: `aan Senegal en Rwanda`."""
    done: list[Actor] = []
    for actor in found:
        left = done[-1] if done else None
        if (
            left
            and left.governor
            and not actor.governor
            and words[left.last + 1 : actor.first] in (["en"], [","], ["of"], ["en", "de"], ["als"])
        ):
            actor = replace(actor, governor=left.governor)
        done.append(actor)
    return done


def _from_name(words: Sequence[str], name: Named) -> Actor | None:
    tail = words[name.last]
    plural: bool | None = False
    ident = name.id
    first = name.first
    if name.label == "FACTION":
        while first and (words[first - 1] in FACTION_NOUNS or words[first - 1] in {"de", "het", "van", "beide", "deze"}):
            first -= 1
        passed = words[first : name.last + 1]
        while first < name.first and words[first] not in DETERMINERS and words[first] not in FACTION_NOUNS:
            first += 1
        plural = "leden" in passed or tail.endswith("leden")
        if first < name.first and words[first] == "van":
            first += 1
    elif name.label == "COUNTRY":
        if "bijvoeglijk" in name.rule or "adjective" in name.rule or tail.endswith(ADJECTIVE_ENDINGS):
            return None
        ident = CABINET if ident == "country/NL" else ident
        plural = tail in {"staten", "vs"} or None if tail in {"staten", "vs"} else tail.endswith("en") and "inwoner" in name.rule
    elif name.label == "ORG":
        if "-" in words[name.first : name.last + 1] and not tail.endswith(ACTING) and name.text.lower() not in _hyphened():
            return None
        if name.last + 2 < len(words) and words[name.last + 1] == "-":
            return None
        plural = None if tail == "naties" else tail.endswith(("bondgenoten", "landen", "lidstaten", "ministers", "partners", "leiders"))
        if not ident:
            return None
    elif name.label == "PERSON":
        if not ident:
            return None
        while first and words[first - 1] in TITLES | {"de", "het", "-"}:
            first -= 1
        titles = set(words[first : name.first])
        foreign = first and words[first - 1].endswith(ADJECTIVE_ENDINGS)
        if titles & {"minister", "staatssecretaris", "minister-president"} and not foreign:
            ident = CABINET
    else:
        return None
    if name.label in ("COUNTRY", "ORG"):
        first = _noun_phrase(words, first)
    return Actor(first, name.last, ident, plural, _governor(words, first))


@lru_cache
def _hyphened() -> frozenset[str]:
    """Return the names of organisations that are written with a hyphen and are no compound of another: VNO-NCW."""
    return frozenset(form.lower() for row in table(Organisation) for form in (row.naam, *row.vormen) if "-" in form)


def _noun_phrase(words: Sequence[str], first: int) -> int:
    """Return where the noun phrase begins: its article, and adjectives between article and noun."""
    k = first
    while (
        k
        and len(words[k - 1]) > 4
        and words[k - 1].endswith("e")
        and k >= 2
        and (words[k - 2] in DETERMINERS or words[k - 2].endswith("e"))
    ):
        k -= 1
    return k - 1 if k and words[k - 1] in DETERMINERS else first  # not: `Volgens Spanje pleitte Polen voor …`


def _governor(words: Sequence[str], first: int) -> str | None:
    k = first - 1
    while k >= 0 and words[k] in {"ook", "juist", "met", "name", "vooral", "alleen", "zowel", '"', "«", "‘"} and words[k] != "met":
        k -= 1
    return words[k] if k >= 0 and words[k] in PREPOSITIONS else None


def coordinated(actor: Actor, everyone: Sequence[Actor], words: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the actor and of those joined to it: `Frankrijk en Italië`, `zowel de VS als de EU`."""
    ids = [actor.id, *actor.also]
    index = everyone.index(actor)
    for step in (1, -1):
        current, k = actor, index + step
        listed: list[
            str
        ] = []  # behind a comma: one of a list only where the list goes on (not: `…, gesteund door Zweden, de Commissie gevraagd`)
        while 0 <= k < len(everyone):
            left, right = (current, everyone[k]) if step > 0 else (everyone[k], current)
            between = words[left.last + 1 : right.first]
            if not between or len(between) > 3 or not set(between) <= BETWEEN_COORDINATES | DETERMINERS or (between == [","] and step < 0):
                break
            if step < 0 and everyone[k].governor and not actor.governor:
                break
            listed += [everyone[k].id, *everyone[k].also]
            current, k = everyone[k], k + step
            if between != [","] or words[current.last + 1 : current.last + 2] in ([","], ["en"], ["of"]):
                ids += listed
                listed = []
    return tuple(dict.fromkeys(ids))


def subject(verb: int, words: Sequence[str], everyone: Sequence[Actor], starts: Sequence[int], *, last: int | None = None) -> Actor | None:
    """Return the subject of the verb at `verb`: the first actor of its clause before it, else one right behind it.

    A phrase behind a preposition is no subject, nor is one whose number does not agree with the finite verb. In a
    main clause an actor may be the object although it comes first (`De verlaging keuren deze leden af`). A cue
    without a verb reaches from `verb` to `last`.
    """
    is_verb = last is None
    last = verb if last is None else last
    plural = None if last != verb or _is_infinitive(verb, words, starts) else is_plural(words[verb])
    usable = [a for a in everyone if a.can_be_subject and (not a.governor or _opened_by_as(a, verb, starts))]
    if words[verb] in JOINED_VERBS and starts[verb] == verb and verb and words[verb - 1] == "en":
        return _borrowed(verb, words, everyone, usable, starts, is_verb=is_verb)  # spreekt China aan en roept China op
    before = [a for a in usable if starts[verb] in (starts[a.first], a.first) and a.last < verb]
    reaches = words[last] not in OPENS_OBJECT
    behind = [
        a
        for a in usable
        if reaches and last < a.first <= last + INVERSION and _close(words, last, a.first) and starts[a.first] == starts[last]
    ]
    inside = [a for a in usable if verb <= a.first and a.last < last]
    spoken = next((a for a in behind if a.first == last + 1 and words[a.first] in FIRST_PERSON), None)
    if spoken and starts[verb] < verb:
        return spoken  # daarmee ben ik het niet eens, whoever is named before
    for actor in (*before, *inside, *behind):
        if _agrees(actor, plural, words, everyone):
            return actor
    agent = next((a for a in everyone if a.governor == "door" and starts[a.first] == starts[verb]), None)
    return agent or (None if before else _borrowed(verb, words, everyone, usable, starts, is_verb=is_verb))


def _opened_by_as(actor: Actor, verb: int, starts: Sequence[int]) -> bool:
    """Tell whether `zoals` opens the verb's clause and is no preposition: `, zoals X bepleitte`, not `landen, zoals X, …`."""
    return actor.governor == "zoals" and starts[actor.first] == actor.first == starts[verb]


def _borrowed(
    verb: int, words: Sequence[str], everyone: Sequence[Actor], usable: Sequence[Actor], starts: Sequence[int], *, is_verb: bool
) -> Actor | None:
    """Return the subject that a clause without its own has from outside; without a verb too: `zijn voor A, maar kritisch over B`."""
    start = starts[verb]
    opener = words[start - 1] if start else ""
    if opener in ("die", "dat") and words[start - 2] == ",":  # Polen en Italië, die op uitstel aandringen
        return next((a for a in everyone if a.last == start - 3), None)
    if words[start] in DETERMINERS:
        return None  # its subject is somebody we don't know: `en de burgemeesters willen …`
    if opener in SHARES_SUBJECT:  # X steunt A, maar is tegen B
        plural = is_plural(words[start]) if words[start] in FINITE or (verb == start and is_verb) else None
        near = [a for a in usable if starts[max(start - 2, 0)] <= a.first < start]
        main = [a for a in usable if starts[a.first] == 0 and a.first < start]
        # a verb right behind `en` goes on with the main clause
        ordered = (*main, *near) if verb == start and opener == "en" else (*near, *main)
        fronted = [a for a in ordered if a.first - starts[a.first] <= INVERSION]
        return next((a for a in fronted if _agrees(a, plural, words, everyone)), None)
    if opener == "," and words[0] not in SUBORDINATORS:  # Polen heeft, als voorzitter, voorgesteld …
        return next((a for a in usable if starts[a.first] == 0), None)
    return None


#: A cue that ends in one of these has no subject behind it: `heeft gevraagd om de UNHCR te horen`.
OPENS_OBJECT = frozenset({"om", "dat", "of"})
SHARES_SUBJECT = word_class("deelt-onderwerp")


def _agrees(actor: Actor, plural: bool | None, words: Sequence[str], everyone: Sequence[Actor]) -> bool:
    if not QUANTITIES.isdisjoint(words[max(0, actor.first - QUANTITY_REACH) : actor.last]):
        return True  # een aantal bondgenoten steunt, een aantal bondgenoten steunen
    if plural is None or actor.plural is None or len(coordinated(actor, everyone, words)) > 1:
        return True
    if plural and words[actor.last + 1 : actor.last + 2] == ["en"]:
        return True  # Polen en de Baltische staten drongen aan: the second is nobody known
    return actor.plural == plural


def _is_infinitive(verb: int, words: Sequence[str], starts: Sequence[int]) -> bool:
    """Tell whether the form depends on another verb, so that its number says nothing: `zal … steunen`, `te steunen`."""
    if (verb and words[verb - 1] == "te") or words[verb].startswith("ge"):
        return True
    end = next((i for i in range(verb + 1, len(words)) if starts[i] > verb), len(words))
    return any(words[i] in AUXILIARIES for i in range(starts[verb], end) if i != verb)


def _close(words: Sequence[str], verb: int, first: int) -> bool:
    return not any(
        (words[i] in PREPOSITIONS and words[i] not in {"dan"}) or words[i] in {",", "dat", "de", "het"} for i in range(verb + 1, first)
    )


def ids(found: Iterable[Actor]) -> tuple[str, ...]:
    """Return the ids of actors, each once."""
    return tuple(dict.fromkeys(actor.id for actor in found))
