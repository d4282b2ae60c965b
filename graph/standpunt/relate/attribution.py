"""Whose claim a cue makes: its subject, whoever undergoes it, or whoever the sentence names as judge; else who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from standpunt.knowledge import Perspective, table
from standpunt.model import CABINET
from standpunt.relate.clauses import OPENING_QUOTES, opener
from standpunt.relate.cues import Hit
from standpunt.relate.grammar import ARTICLES, FIRST_PERSON
from standpunt.relate.grammar import words as word_class
from standpunt.relate.holders import DETERMINERS, HEARING, QUANTITIES, Actor, Named, coordinated, subject
from standpunt.relate.patterns import PREPOSITIONS, Match, Pattern
from standpunt.relate.reading import POSITIONS, Reading
from standpunt.relate.verbs import PLURALS, is_participle, is_plural

#: Papers and bodies that ask something of a government.
ASKING_PAPERS = word_class("vragende-stukken")
PASSIVE = word_class("lijdend-hulp")
#: What may stand before the participle of an aside: `, daarin gesteund door`.
WITHIN_ASIDE = word_class("in-bijstelling")
SPEAKING_OF_ONESELF = FIRST_PERSON | {"mijn", "onze", "ons"}
#: Auxiliaries of a passive that does what it says: `De regering wordt verzocht`.
NOW = frozenset({"wordt", "worden"})
#: Auxiliaries of a passive that tells what was done: `De regering is verzocht`.
TOLD = frozenset({"is", "zijn", "werd", "werden", "was", "waren"})
#: What is asked in these words of a government is retold by it.
REQUESTED = frozenset({"gevraagd", "verzocht"})
#: Before whom one asks; some are asked without a preposition.
ASKED = (None, "aan")
#: Behind one of these another main clause begins.
MAIN = frozenset({"en", "maar", ",", ";", ":"})
HAVE = frozenset({"heeft", "hebben", "had", "hadden"})
#: What is unacceptable for a country is so in its eyes; what is dangerous for it need not be.
UNACCEPTABLE = "is-onaanvaardbaar"
#: `Voor Duitsland is het van belang dat …`, with that first, tells what it finds so.
VALUED = frozenset({"van-belang", "is-noodzakelijk", "is-wenselijk"})
#: Behind `van` these name a view, and nobody who holds it: `van mening dat`.
VIEWS = frozenset({"mening", "oordeel", "opvatting"})
#: Behind one of these stands who does the same.
TOGETHER = (("evenals",), ("net", "als"), ("net", "zoals"), ("samen", "met"), ("tezamen", "met"), ("met", "hen"))
#: Beside one of these `samen met` says with whom something is to be done.
WANTING = frozenset({"wil", "willen", "wilde", "wilden", "wenst", "wensen"})
OTHERS = frozenset({"andere", "anderen", "enkele", "sommige"})  # `net als andere bondgenoten`: not the whole of them
ASIDE_REACH = 2  # `Nederland heeft zich samen met België …`
#: Behind one of these stand some of a group, which ends so.
AMONG_WHOM = frozenset({("waaronder",), ("waaronder", "ook"), ("onder", "wie"), ("onder", "andere"), ("onder", "meer")})
GROUP_IDS = ("org/EU", "org/NAVO")
GROUPS = ("landen", "lidstaten", "staten", "bondgenoten", "ministers", "delegaties", "partijen", "organisaties")
#: Rows of what a motion asks or holds in its own voice.
DICTA = frozenset({"motie-verzoekt", "motie-waardering", "motie-van-mening", "motie-keurt-af"})
#: How those who ask in writing call themselves.
WHO_ASK = frozenset({"ondergetekenden", "ondergetekende", "vragensteller", "vragenstellers"})
#: Rows of asking whose subject may be anybody; a question is put by those who may ask.
WISHES_TO_KNOW = frozenset({"benieuwd", "vragen-bijzin"})
#: The row of the preposition behind which stands whose view it is.
ACCORDING_TO = "volgens"
#: The row of nouns that keep a view at a distance: `de bewering dat …` is nobody's.
DISTANT = "bewering"
#: Participles of asking that take whom they ask as an object.
ADDRESSING = word_class("aansprekend")
#: Finite forms of the same verbs, by one.
ADDRESSES = word_class("spreekt-aan")
#: How far behind the first word of a cue such a participle may stand: `hebben het kabinet gevraagd om`.
ADDRESSING_REACH = 5
#: Verbs before a colon behind which somebody's words stand.
SAYING = word_class("voor-dubbelepunt")
#: Before a colon and a quotation these tell that it is read from elsewhere.
CITING = word_class("citerend")
#: Openers of clauses in which asking is told, not done.
TELLING = word_class("onderschikkers") | word_class("betrekkelijk") | {"waar"}
#: What a subject that is somebody begins with; `het` may be nobody (`Het is van belang`).
BEGINS_SOMEBODY = ARTICLES - {"het"}
LONGEST_SUBJECT = 4
OWNER_REACH = 4  # `in`, article, noun, `van`
NAMING_REACH = 2  # what is called so, `te`, the verb

#: Prepositions before whoever undergoes something: `bij deze leden valt dat slecht`.
FEELING = (None, "voor", "bij", "onder")
#: Prepositions before those among whom there is support or resistance.
AMONG = ("bij", "onder", "vanuit")
AMONG_REACH = 6


def holders(hit: Hit, reading: Reading) -> tuple[str, ...]:
    """Return whose claim it is, as the cue's row says."""
    if hit.cue.id in DICTA:
        return (reading.scene.speaker,) if reading.scene.speaker else ()  # whomever it names: `verzoekt … een voor Nederland …`
    if hit.cue.vraag == "alleen" and reading.inquiry:
        return () if _is_anothers(hit, reading) else holders(reading.inquiry.asking, reading)
    said_by = _quoted(hit, reading)
    if said_by is not None:
        return said_by
    if hit.cue.vraag == "alleen":
        addressed = any(a.id == CABINET and not a.governor for a in reading.actors) or not {"mij", "ons"}.isdisjoint(reading.words)
        addressed = addressed or reading.words[1:2] in (["hij"], ["zij"])  # Deelt zij de opvatting dat …?
        asker = reading.scene.speaker
        asks = asker and asker != CABINET and (addressed or hit.cue.relatie != "opinion") and not _is_anothers(hit, reading)
        return (reading.askers or (asker,)) if asks and asker else ()
    if hit.cue.relatie == "asks_about" and hit.cue.houder != "bezitter":
        return _askers(hit, reading)
    if hit.cue.houder == "onderwerp":
        return subject_holders(hit, reading)
    if hit.cue.houder == "beide":
        return subject_holders(hit, reading) or (() if _has_unknown_subject(hit, reading) else _judge(hit, reading))
    if hit.cue.houder == "bezitter":
        return _possessor(hit, reading)
    if hit.cue.houder == "ervaarder":
        return _experiencer(hit, reading)
    if hit.cue.houder == "genoemde":
        return _among(hit, reading) or _named_judge(hit, reading) or ()
    return _judge(hit, reading)


def _quoted(hit: Hit, reading: Reading) -> tuple[str, ...] | None:
    """Return who says what the cue is in, where a colon brings it in and it names nobody else: `De PVV zegt: sluit de grenzen`."""
    words, starts = reading.words, reading.starts
    colon = next((i for i in range(hit.match.first, 0, -1) if words[i] == ":"), 0)
    if not colon or hit.cue.relatie not in POSITIONS | {"calls_for", "opinion"}:
        return None
    before = [i for i in range(colon) if starts[i] == starts[colon - 1]]
    if words[colon + 1] in OPENING_QUOTES and not CITING.isdisjoint(words[i] for i in before):
        return ()  # Ik citeer: «Wij zijn tegen deze wet»
    if SAYING.isdisjoint(words[i] for i in before):
        return None
    sayers = [a for a in reading.actors if a.first in before and a.can_be_subject and not a.governor]
    if hit.cue.houder == "onderwerp" and FIRST_PERSON.isdisjoint(words[colon : hit.match.last + 1]):
        return None
    if not sayers:
        somebody = words[before[0]] in BEGINS_SOMEBODY or (words[before[0]] == "het" and not HAVE.isdisjoint(words[i] for i in before[2:]))
        return () if somebody else None  # Het hof heeft geoordeeld: de Minister moet …
    return coordinated(sayers[0], reading.actors, words)


def _is_anothers(hit: Hit, reading: Reading) -> bool:
    """Tell whether the view that is asked about is another's: `Deelt u het standpunt van Rusland dat …?` holds nothing."""
    words, at = reading.words, hit.match.first
    if hit.cue.relatie not in POSITIONS | {"opinion"} or "dat" not in words[at:]:
        return False
    until = words.index("dat", at)
    owner = next((a for a in reading.actors if a.governor == "van" and at < a.first < until), None)
    if owner:
        return owner.id not in {reading.scene.speaker, reading.scene.members, *reading.askers}
    return any(words[i] == "van" and words[i + 1] not in VIEWS | WHO_ASK for i in range(at, until - 1))


def subject_holders(hit: Hit, reading: Reading) -> tuple[str, ...]:
    """Return who is the subject of the cue's verb, with those joined to it; of a passive whoever does it."""
    verb = hit.match.verb if hit.match.verb is not None else hit.match.first
    if motion := asking_motion(hit, reading):
        return _movers(motion, reading)
    if _was_asked_by_motion(hit, reading):
        return ()
    if is_passive(hit, reading):
        return _passive_holders(hit, reading)
    objects = hit.tokens - {verb}
    joining = _joining(reading)
    # who speaks is the subject even where a cue phrase names him: `ga ik niet doen`
    everyone = [
        a
        for a in reading.actors
        if a not in joining and (reading.words[a.first] in FIRST_PERSON or not objects & set(range(a.first, a.last + 1)))
    ]
    if hit.cue.relatie in POSITIONS:
        everyone = [a for a in everyone if not _names_a_motion(a, reading)]
    actor = subject(verb, reading.words, everyone, reading.starts, last=None if hit.match.verb is not None else hit.match.last)
    if actor and hit.cue.relatie == "calls_for" and (_is_addressed(actor, verb, reading) or _has_another_subject(actor, verb, reading)):
        return ()
    if actor is None:
        start = reading.starts[verb]
        agrees = is_plural(reading.words[verb]) is not False or not QUANTITIES.isdisjoint(reading.words[start:verb])
        return _among_whom(start, verb, reading) if agrees else ()  # veertien landen, waaronder Nederland, pleitten
    if hit.cue.relatie == "commits_to":
        return coordinated(actor, everyone, reading.words)  # nobody promises for who does so too
    some = _among_whom(actor.first, verb, reading) if actor.id in GROUP_IDS else ()
    return tuple(dict.fromkeys((*_together(actor, verb, everyone, reading), *some)))


def _among_whom(begin: int, end: int, reading: Reading) -> tuple[str, ...]:
    """Return who are named as some of a group between two places: `Meerdere lidstaten, waaronder Nederland en Zweden, pleitten …`."""
    words = reading.words
    comma = next((i for i in range(begin + 1, end) if words[i] == ","), None)
    if comma is None or comma > begin + LONGEST_SUBJECT or not words[comma - 1].endswith(GROUPS):
        return ()
    named = next((a for a in reading.actors if comma < a.first < end), None)
    if named is None or tuple(words[comma + 1 : named.first]) not in AMONG_WHOM:
        return ()
    return coordinated(named, reading.actors, words)


def _together(actor: Actor, verb: int, everyone: Sequence[Actor], reading: Reading) -> tuple[str, ...]:
    """Return who holds it with the subject of the verb: those joined to it, and those said to do so too."""
    joining = _joining(reading)
    too = [a.id for a in joining if _joins(a, actor, verb, joining, reading)]
    return tuple(dict.fromkeys((*coordinated(actor, everyone, reading.words), *too)))


def _joining(reading: Reading) -> list[Actor]:
    """Return who the sentence says do so too: `, evenals de leden van de CDA-fractie,`, `Net als Denemarken is Zweden …`."""
    found: list[Actor] = []
    for actor in reading.actors:
        before = reading.words[: actor.first]
        begin = next((len(before) - len(words) for words in TOGETHER if tuple(before[-len(words) :]) == words), None)
        goes_on = bool(found) and before[found[-1].last + 1 :] == ["en"]
        if goes_on or (begin is not None and (actor.id.startswith("faction/") or _is_set_off(actor, begin, reading))):
            found.append(actor)
    return found


def _is_set_off(actor: Actor, begin: int, reading: Reading) -> bool:
    """Tell whether a country or organisation is named as doing so too, and is no part of what is wanted or compared.

    Not: `wil samen met Duitsland …`, nor `sancties tegen Rusland, evenals Belarus`.
    """
    words = reading.words
    if not actor.id.startswith(("country/", "org/")) or words[actor.first] in OTHERS:
        return False
    if words[begin + 1] == "met" and not (actor.id.startswith("country/") and WANTING.isdisjoint(words)):
        return False
    if begin == 0:
        return True
    holder = next((a for a in reading.actors if a.can_be_subject and not a.governor), None)
    if words[begin - 1] == ",":
        return not any(a.last == begin - 2 and a is not holder for a in reading.actors)
    return holder is not None and 0 <= begin - 1 - holder.last <= ASIDE_REACH


def _joins(other: Actor, holder: Actor, verb: int, joining: Sequence[Actor], reading: Reading) -> bool:
    """Tell whether one of those joining joins the holder, of its own kind, in what the verb says, and nobody named nearer to it."""
    if holder.id.startswith("faction/") != other.id.startswith("faction/") or holder.id == other.id or holder.id.startswith("person/"):
        return False
    if not other.id.startswith("faction/") and reading.starts[other.first] != reading.starts[verb]:
        return False  # heeft aangedrongen op toegang en heeft zich, evenals Zweden, bereid verklaard
    nearer = (a for a in reading.actors if a.can_be_subject and not a.governor and holder.last < a.first < other.first)
    return all(a in joining for a in nearer)


def _names_a_motion(actor: Actor, reading: Reading) -> bool:
    """Tell whether a motion is called after the actor: it asks in that name (`De motie-Bikker verzoekt …`), but holds nothing more."""
    return any(name.label == "MOTION" and name.first < actor.last <= name.last for name in reading.named)


def asking_motion(hit: Hit, reading: Reading) -> Named | None:
    """Return the motion, named by its movers, that asks what the cue tells: `De motie van het lid Bikker (36 410, nr. 3) verzoekt …`."""
    if hit.cue.relatie != "calls_for":
        return None
    verb = hit.match.verb if hit.match.verb is not None else hit.match.first
    motions = (
        name for name in reading.named if name.label == "MOTION" and _movers(name, reading) and not _is_governed(name, reading.words)
    )
    return next((name for name in motions if _behind_brackets(reading.words, name.last + 1) == verb), None)


def _is_governed(motion: Named, words: Sequence[str]) -> bool:
    """Tell whether a preposition stands before a motion: `Conform de motie van het lid Bikker vroeg Nederland …`."""
    before = motion.first - 1 if words[motion.first - 1 : motion.first] and words[motion.first - 1] in DETERMINERS else motion.first
    return bool(before) and words[before - 1] in PREPOSITIONS | {"conform"}


def _behind_brackets(words: Sequence[str], at: int) -> int:
    """Return where the sentence goes on behind what stands in brackets at this place."""
    if words[at : at + 1] != ["("] or ")" not in words[at:]:
        return at
    return words.index(")", at) + 1


def _movers(motion: Named, reading: Reading) -> tuple[str, ...]:
    """Return the ids of the members by whom a motion is named."""
    return tuple(
        name.id for name in reading.named if name.label == "PERSON" and name.id and motion.first <= name.first and name.last <= motion.last
    )


def _was_asked_by_motion(hit: Hit, reading: Reading) -> bool:
    """Tell whether it is told what a motion asked: `Met de motie van het lid Bikker is de regering verzocht …` is no call of hers."""
    verb = hit.match.verb if hit.match.verb is not None else hit.match.last
    asked = hit.cue.relatie == "calls_for" and not REQUESTED.isdisjoint(reading.words[i] for i in hit.match.tokens)
    clause = (word for i, word in enumerate(reading.words) if reading.starts[i] == reading.starts[verb])
    return asked and not TOLD.isdisjoint(clause) and any(name.label == "MOTION" and name.first < verb for name in reading.named)


def _has_unknown_subject(hit: Hit, reading: Reading) -> bool:
    """Tell whether the clause begins with somebody nobody knows: `De provincie is van mening dat …`, `De ouders willen weten …`."""
    words, start = reading.words, reading.starts[hit.match.first]
    verb = hit.match.verb if hit.match.verb is not None else hit.match.first
    told = next((i for i in range(start + 1, verb) if words[i] in HAVE), verb)
    if not {"aangegeven", "gemeld", "verklaard", "gesteld", "weten"}.isdisjoint(words[told:verb]):
        verb = told  # De branche heeft aangegeven positief te staan tegenover de proef
    return (
        words[start] in BEGINS_SOMEBODY
        and start + 1 < verb <= start + LONGEST_SUBJECT
        and PREPOSITIONS.isdisjoint(words[start + 1 : start + 2])
        and not any(start <= actor.first <= verb + 1 for actor in reading.actors)
    )


def _is_addressed(actor: Actor, verb: int, reading: Reading) -> bool:
    """Tell whether somebody nobody knows asks it of the actor: `De burgemeester heeft de regering gevraagd …`, `Gemeenten hebben …`."""
    words, start = reading.words, reading.starts[verb]
    auxiliary = next((i for i in range(actor.first - 1, start - 1, -1) if words[i] in HAVE), -1)
    asked = ADDRESSING.intersection(words[actor.last + 1 : max(verb, actor.last) + ADDRESSING_REACH])
    between = words[auxiliary + 1 : actor.first]
    if not asked or auxiliary < start or len(between) > LONGEST_SUBJECT:
        return False
    if any(start <= other.first < actor.first and not other.governor for other in reading.actors):
        return False
    if between:
        return between[0] in BEGINS_SOMEBODY and PREPOSITIONS.isdisjoint(between)  # Eerder heeft de sector de Minister gevraagd …
    one_of_many = actor.plural is False and words[auxiliary] in PLURALS and words[actor.last + 1] != "en"
    return (words[start] in DETERMINERS and start + 1 < auxiliary) or one_of_many


def _has_another_subject(actor: Actor, verb: int, reading: Reading) -> bool:
    """Tell whether what stands before the verb asks it of the actor: `De motie verzoekt de regering`, `Zij vraagt de Minister`."""
    if actor.first < verb:
        return False
    words, start = reading.words, reading.starts[verb]
    opening = words[start:verb]
    if not opening or opening[-1] in ("zij", "hij"):
        return bool(opening)
    if opening[0] in ARTICLES | {"deze", "die", "dit"} and not ASKING_PAPERS.isdisjoint(opening[1:2]):
        return True
    return (
        words[verb] in ADDRESSES
        and actor.first == verb + 1
        and opening[0] in DETERMINERS
        and len(opening) > 1
        and not {"te", "om"}.isdisjoint(words[actor.last + 1 :])
        and not any(start <= other.first < verb and not other.governor for other in reading.actors)
    )  # `De inspectie beveelt de minister aan om …`


def is_passive(hit: Hit, reading: Reading) -> bool:
    """Tell whether the cue's verb is passive, so that its subject undergoes it: `Rusland wordt opgeroepen`."""
    verb = hit.match.verb
    if verb is None or not is_participle(reading.words[verb]):
        return False
    return _is_aside(verb, reading) or any(
        reading.words[i] in PASSIVE and i not in hit.tokens and reading.starts[i] == reading.starts[verb] for i in range(len(reading.words))
    )


def _is_aside(participle: int, reading: Reading) -> bool:
    """Tell whether a participle only adds who else does it: `Spanje, daarin gesteund door Portugal, pleit voor …`."""
    words, before = reading.words, participle - 1
    while before >= 0 and words[before] in WITHIN_ASIDE:
        before -= 1
    return words[participle + 1 : participle + 2] == ["door"] and (before < 0 or words[before] in (",", "en"))


def _passive_holders(hit: Hit, reading: Reading) -> tuple[str, ...]:
    """Return the agent behind `door`; without one only a call is plainly the speaker's."""
    verb = hit.match.verb or 0
    agents = [a for a in reading.actors if a.governor == "door"]
    if _is_aside(verb, reading):
        agents = [a for a in agents if a.first == verb + 2]  # gesteund door de sector: nobody we know
        return coordinated(agents[0], reading.actors, reading.words) if agents else ()
    if agents:
        return coordinated(agents[0], reading.actors, reading.words)
    if hit.cue.relatie != "calls_for":
        return ()
    asked = any(a.id == CABINET and a.first < hit.match.last and a.governor in ASKED for a in reading.actors)
    if asked and not _is_asked_hereby(hit, reading):
        return ()  # `waarin het kabinet werd verzocht`: who asked is not told
    if reading.scene.speaker == CABINET and not REQUESTED.isdisjoint(reading.words[i] for i in hit.match.tokens):
        return ()  # `Ook wordt gevraagd om een langere termijn`: others ask, and the cabinet tells it
    if _stands_in_a_paper(hit, reading):
        start = reading.starts[hit.match.first]
        owner = next((a for a in reading.actors if a.governor == "van" and start < a.first <= start + OWNER_REACH), None)
        return coordinated(owner, reading.actors, reading.words) if owner else ()  # in het advies van de SER wordt gepleit …
    if opener(reading.words, reading.starts, hit.match.last).startswith("waar"):
        return ()  # `conclusies waarin Rusland wordt opgeroepen …`: a text does
    return _judge(hit, reading)


def _is_asked_hereby(hit: Hit, reading: Reading) -> bool:
    """Tell whether who speaks asks it of the cabinet by saying so: `Daarom wordt de Minister gevraagd de termijn te verlengen`.

    Not what is told in a clause with `dat` or `waarin`, of the past, of others (`door de sector`), or of the country among others.
    """
    words, verb = reading.words, hit.match.verb or 0
    start = reading.starts[verb]
    if reading.scene.speaker == CABINET or (start and words[start - 1] not in MAIN):
        return False
    clause = words[start:verb]
    return not NOW.isdisjoint(clause) and {"door", "nederland"}.isdisjoint(clause)


def _stands_in_a_paper(hit: Hit, reading: Reading) -> bool:
    """Tell whether the clause begins with the text that says it: `In het advies wordt gepleit voor …`."""
    words, start = reading.words, reading.starts[hit.match.first]
    return words[start] == "in" and not ASKING_PAPERS.isdisjoint(words[start + 1 : start + 5])


def _askers(hit: Hit, reading: Reading) -> tuple[str, ...]:
    """Return who asks: the faction or person that is the subject, else who speaks (`Het vraagt zich af of …`)."""
    everyone = subject_holders(hit, reading)
    if reading.scene.speaker != CABINET and reading.scene.speaker in everyone and _asked_before(hit, reading):
        return ()
    subjects = tuple(one for one in everyone if one.startswith(("faction/", "person/")))
    if subjects or not reading.scene.speaker or _asks_elsewhere(hit, reading):
        return subjects
    if hit.cue.id in WISHES_TO_KNOW and ((everyone and reading.scene.speaker not in everyone) or _has_unknown_subject(hit, reading)):
        return ()  # `Duitsland wil graag weten welke landen meedoen`
    return (reading.scene.speaker,)


def _asked_before(hit: Hit, reading: Reading) -> bool:
    """Tell whether who speaks recalls what he asked at another time: `In juni vroeg ik al om een overzicht`, `Wij hebben gevraagd of …`."""
    verb = hit.match.verb
    if verb is None or hit.match.past:
        return hit.match.past
    clause = {word for i, word in enumerate(reading.words) if reading.starts[i] == reading.starts[verb]}
    return reading.words[verb] in REQUESTED and not HAVE.isdisjoint(clause)


def _asks_elsewhere(hit: Hit, reading: Reading) -> bool:
    """Tell whether the asking is told of somebody unnamed: `de motie waarin is gevraagd …`, `waar de sector om vroeg`."""
    verb = hit.match.verb
    if verb is None or reading.words[verb - 1] in ("en", "maar"):
        return False
    clause = {word for i, word in enumerate(reading.words) if reading.starts[i] == reading.starts[verb]}
    asked = is_participle(reading.words[verb]) and not clause.isdisjoint(("is", "zijn", "werd", "werden", "was", "waren"))
    return asked or hit.match.past or opener(reading.words, reading.starts, verb) in TELLING


def _possessor(hit: Hit, reading: Reading) -> tuple[str, ...]:
    """Return whose it is: `de oproep van Polen en Italië om …`. The speaker's own does not count again."""
    actor = next((a for a in reading.actors if a.governor == "van" and hit.match.last < a.first <= hit.match.last + 2), None)
    holders = coordinated(actor, reading.actors, reading.words) if actor else ()
    return tuple(holder for holder in holders if holder != reading.scene.speaker)


def _experiencer(hit: Hit, reading: Reading) -> tuple[str, ...]:
    view = reading.in_view_of
    if view and hit.match.first < view.first <= hit.match.last:
        return coordinated(view, reading.actors, reading.words)  # `wat deze leden betreft gaat de regering …`
    start = reading.starts[hit.match.first]
    near = [a for a in reading.actors if a.governor in FEELING and start <= a.first <= hit.match.last + 4]
    within = next((a for a in near if not a.can_be_subject and a.first in hit.tokens), None)
    if within:
        return coordinated(within, reading.actors, reading.words)  # `spreekt mij aan`
    whose = next((a for a in reading.actors if a.governor == "van" and hit.match.last < a.first <= hit.match.last + 2), None)
    if whose and reading.words[hit.match.last] == "van":
        return coordinated(whose, reading.actors, reading.words)  # `tot ongenoegen van de Commissie`
    outside = [a for a in near if not set(range(a.first, a.last + 1)) & hit.tokens]
    if outside:
        nearest = min(outside, key=lambda a: min(abs(a.first - i) for i in hit.match.tokens))
        felt = next((a for a in outside if a.governor), nearest)  # `valt bij deze leden slecht`
        return coordinated(felt, reading.actors, reading.words)
    placed = _place(hit, reading)
    if placed is not None:
        return placed
    return () if _befalls_others(hit, reading) else _judge(hit, reading)


def _place(hit: Hit, reading: Reading) -> tuple[str, ...] | None:
    """Return where it is felt: `er bestaat in Duitsland weerstand`; in the Netherlands that is not the cabinet's. None: no such place."""
    start = reading.starts[hit.match.first]
    placed = (a for a in reading.actors if a.governor in ("in", "binnen") and start <= a.first <= hit.match.last + 4)
    where = next((a for a in placed if a.id == CABINET or a.id.startswith(("country/", "org/"))), None)
    if where is None:
        return None
    return () if where.id == CABINET else coordinated(where, reading.actors, reading.words)


def _among(hit: Hit, reading: Reading) -> tuple[str, ...]:
    """Return among whom there is what the cue tells: `onder de lidstaten`, `bij deze leden`, `van de Kamer`, `in Duitsland`."""
    start, last = reading.starts[hit.match.first], hit.match.last
    near = (a for a in reading.actors if last < a.first <= last + 2)
    whose = next((a for a in near if a.governor == "van" or reading.words[last] in PREPOSITIONS), None)  # bijval van zeven lidstaten
    felt = (a for a in reading.actors if a.governor in AMONG and start <= a.first <= last + AMONG_REACH)
    actor = whose or next(felt, None)
    return coordinated(actor, reading.actors, reading.words) if actor else _place(hit, reading) or ()


def _befalls_others(hit: Hit, reading: Reading) -> bool:
    """Tell whether the sentence begins with whom it befalls, and that is nobody known: `Bij gemeenten leeft de vrees dat …`."""
    words, start = reading.words, reading.starts[hit.match.first]
    return (
        words[start] in ("bij", "onder")
        and start + 1 < hit.match.first
        and not any(a.first in (start + 1, start + 2) for a in reading.actors)
    )


@lru_cache
def _perspectives() -> tuple[tuple[Perspective, Pattern], ...]:
    return tuple((row, Pattern.compile(source)) for row in table(Perspective) for source in row.patronen)


def _judge(hit: Hit, reading: Reading) -> tuple[str, ...]:
    """Return who judges: whoever the sentence names as judge, else who speaks."""
    named = _named_judge(hit, reading)
    if named is not None:
        return named
    return (reading.scene.speaker,) if reading.scene.speaker else ()


def _named_judge(hit: Hit, reading: Reading) -> tuple[str, ...] | None:
    """Return whom the sentence names as judge, nobody where it leaves the view to somebody unknown; None where it names no judge."""
    words = reading.words
    present = frozenset(words)
    best: tuple[int, tuple[str, ...]] | None = None
    for row, pattern in _perspectives():
        if not pattern.can_occur(present):
            continue
        for match in pattern.find(words):
            if set(match.tokens) & hit.tokens and row.soort != "werkwoord":
                continue
            holders = _view(row, match, hit, reading)
            if holders is None:
                continue
            distance = abs(match.first - hit.match.first)
            if best is None or distance < best[0]:
                best = (distance, holders)
    return best[1] if best else None


def _view(row: Perspective, match: Match, hit: Hit, reading: Reading) -> tuple[str, ...] | None:
    """Return whose view the words at `match` make of the cue; None where they don't bear on it."""
    words, everyone, starts = reading.words, reading.actors, reading.starts
    if row.soort == "voorzetsel":
        if row.id == "bezit":
            return reading.scene.previous or ((reading.scene.members,) if reading.scene.members else None)
        if row.id == "mijns-inziens":
            return (reading.scene.speaker,) if reading.scene.speaker else None
        actor = next((a for a in everyone if match.last < a.first <= match.last + 3), None)
        if actor is None and row.id == ACCORDING_TO and hit.cue.relatie != "commits_to" and starts[match.first] == starts[hit.match.first]:
            return ()  # `volgens belangenorganisaties`: somebody's, but nobody's we know
        if actor is None or any(words[i] in {",", "."} for i in range(match.last + 1, actor.first)):
            return None
        if row.id == "wat-betreft" and not (actor.last + 1 < len(words) and words[actor.last + 1] in {"betreft", "aangaat"}):
            return None
        if row.id in ("voor", "bij") and (
            starts[match.first] != starts[hit.match.first]
            or not (_can_judge(actor.id) or hit.cue.id == UNACCEPTABLE or (starts[match.first] == match.first and hit.cue.id in VALUED))
            or actor.first != match.last + 1
        ):
            return None
        return coordinated(actor, everyone, words)
    if row.soort == "naamwoord":
        return _whose_words(row, match, hit, reading)
    if row.soort == "benoeming":
        return _who_names(match, hit, reading)
    if row.soort in ("werkwoord", "nieuws"):
        verb = match.verb if match.verb is not None else match.first
        if (
            match.last >= hit.match.first
            or starts[verb] == starts[hit.match.first]
            or not {"dat"} & set(words[match.last + 1 : hit.match.first])
            or (words[0] == "dat" and starts[verb] == 1 and words[hit.match.first - 1] == ",")  # Dat hij dit stelt, is onwenselijk
        ):
            return None
        if row.soort == "nieuws":
            return ()
        if _speaks_within(hit, reading):
            return (reading.scene.speaker,) if reading.scene.speaker else ()
        if match.first == 0:
            return None  # `spreekt uit dat …` in a motion, `Vindt u ook dat …`
        joining = _joining(reading)
        everyone = [a for a in everyone if a not in joining]
        if not HEARING.isdisjoint(words[starts[verb] : verb]):
            return _heard(verb, reading)
        actor = subject(verb, words, everyone, starts)
        return _together(actor, verb, everyone, reading) if actor else ()  # somebody's, but nobody's we know
    if match.first > hit.match.last or row.id == "aldus":
        if match.first < hit.match.last and words[match.first] != "aldus" and words[match.first - 1 : match.first] != [","]:
            return None
        behind = next((a for a in everyone if match.last < a.first <= match.last + 2), None)
        if behind is None or (match.first and words[match.first - 1] not in {",", "zo", "–"} and words[match.first] != "aldus"):
            return None
        return coordinated(behind, everyone, words)
    return None


def _heard(verb: int, reading: Reading) -> tuple[str, ...]:
    """Return who is heard to say something: `Ik hoor de minister zeggen dat …`."""
    words, start = reading.words, reading.starts[verb]
    inside = (a for a in reading.actors if start <= a.first < verb and a.can_be_subject and not a.governor)
    heard = next((a for a in inside if words[a.first] not in FIRST_PERSON), None)
    return coordinated(heard, reading.actors, words) if heard else ()


def _speaks_within(hit: Hit, reading: Reading) -> bool:
    """Tell whether who speaks is the subject of the cue's own clause: `Zij weet dat mijn fractie daar nooit gelukkig mee was`."""
    start = reading.starts[hit.match.first]
    return any(
        a.can_be_subject
        and not a.governor
        and a.id == reading.scene.speaker
        and reading.words[a.first] in SPEAKING_OF_ONESELF  # not: `De indieners vinden dat de regering te weinig doet`
        and reading.starts[a.first] in (start, a.first)
        for a in reading.actors
        if start <= a.first <= hit.match.first
    )


def _whose_words(row: Perspective, match: Match, hit: Hit, reading: Reading) -> tuple[str, ...] | None:
    """Return whose view a noun names whose clause holds the cue: `het standpunt van Polen dat dit onwenselijk is`."""
    words = reading.words
    first = hit.match.first
    if match.last >= first or opener(words, reading.starts, first) != "dat" or (words[first - 1] == "," and hit.match.verb == first):
        return None  # `Het verwijt dat zij buitenspel staan, treft geen doel`
    dat = reading.starts[hit.match.first] - 1
    actor = next((a for a in reading.actors if a.governor == "van" and a.first == match.last + 2), None)
    if dat == match.last + 1:
        return () if row.id == DISTANT else None
    return coordinated(actor, reading.actors, words) if actor and dat == actor.last + 1 else None


def _who_names(match: Match, hit: Hit, reading: Reading) -> tuple[str, ...] | None:
    """Return who calls something by the cue's words, in one clause: `VNO-NCW noemt de verplichting een papieren tijger`."""
    if match.verb is None or hit.cue.relatie not in POSITIONS or reading.starts[match.verb] != reading.starts[hit.match.first]:
        return None
    if match.verb > hit.match.last + NAMING_REACH:
        return None  # at the end of its clause it stands right behind: `een papieren tijger te vinden`
    named = Hit(hit.cue, match)
    return None if is_passive(named, reading) else subject_holders(named, reading)


def _can_judge(ident: str) -> bool:
    return ident == CABINET or ident.startswith(("faction/", "person/", "actor/"))
