"""Claims of one sentence: which cues count, and in which direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from standpunt.model import CABINET, HOUSES, Relation
from standpunt.relate import answers, clauses
from standpunt.relate.attribution import asking_motion, holders, subject_holders
from standpunt.relate.cues import Hit, outermost, unmark
from standpunt.relate.grammar import ARTICLES, FIRST_PERSON
from standpunt.relate.grammar import words as word_class
from standpunt.relate.holders import BEHIND_TOLD_PRONOUN
from standpunt.relate.patterns import CLAUSE_OPENERS, FINITE, START, Match
from standpunt.relate.reading import POSITIONS, REQUESTS, Reading
from standpunt.relate.sides import takes_a_side
from standpunt.relate.silencers import silencer
from standpunt.relate.verbs import PLURALS, is_participle

NEGATED: dict[str, str] = {
    "supports": "om",
    "opposes": "weg",
    "concerned_about": "weg",
    "commits_to": "weg",
    "calls_for": "blijft",
    "asks_about": "blijft",
    "opinion": "om",
}
#: Cues plain enough to bind others than the cabinet; `zal` alone is no promise of a country's.
ANYBODYS_COMMITMENT = frozenset({"toezeggen", "voornemens"})
#: Rows that say that something is secret; whether somebody withholds it, the answer tells and not the sentence.
SAYS_SECRET = frozenset({"vertrouwelijk", "geheim"})
#: The row of the verbs of promising.
PROMISING = "toezeggen"
#: Cues that bind although they look back: `heeft toegezegd`, `kondigde een bijdrage aan`, `heeft besloten te verlengen`.
ANNOUNCING = frozenset({"toezeggen", "aankondigen", "besloten"})
#: How the ids begin of those whose question a minister retells: `de heer De Wit vroeg of …`.
ASKERS = ("faction/", "person/")
#: What the cabinet does, told by its verb alone; others tell it as news.
OWN_DEEDS = "eigen-"
#: What can't be may be forbidden or impossible: `dat kan niet`.
IMPOSSIBLE = "kan-niet"
#: Modal verbs that are a demand only where nothing else explains them.
OBLIGING = frozenset({"moet", "mag-niet"})
#: `zijn` with a preposition and what somebody is for or against.
FOR_OR_AGAINST = frozenset({"voor-iets", "tegen-iets"})
#: `wil een verbod`: only without an infinitive; `wil een verbod bespreken` tells what its subject does.
WANTS_A_THING = "willen-iets"
#: Beside one of these a kind that must do something is wished for, and no rule told.
WISHED = word_class("wens-bij-moeten")
NOUN_REACH = 3  # article, noun, `dat`
SHORTEST_INFINITIVE = 3
END_OF_CLAUSE = word_class("na-deel")
DONE_HEREBY = word_class("nu-gedaan")
#: Of these what goes with a letter is known wherever they stand; `hierbij` may be `therewith`.
ENCLOSED = DONE_HEREBY - {"hierbij"}
THIS_PAPER = frozenset({"brief", "kamerbrief", "verslag", "nota", "stuk", "rapportage", "bijlage"})
PERFECT = word_class("voltooid")
OPPOSITE: dict[str, Relation] = {"supports": "opposes", "opposes": "supports"}
FAVOURING = frozenset({"supports", "calls_for"})
STANCES = frozenset({"supports", "opposes", "concerned_about", "calls_for", "opinion"})
#: How others are called behind a preposition.
OTHERS_IN_OBJECT = frozenset({"haar", "hem", "hen", "u"})
#: The rows of `van mening` and `vinden dat`.
HOLDING = frozenset({"van-mening", "vinden-dat"})
#: What the cabinet has chosen, told by others, is news and no position of its.
CHOOSING = "kiezen-voor"
#: Cues whose object is what suffers: who says that X undermines Y is against X, not against Y.
OF_ITS_SUBJECT = word_class("treft-zijn-voorwerp")
#: Questions that ask for recognition of a fact: a position only where the fact is judged.
NEEDS_JUDGEMENT = frozenset({"erkent"})
#: The row that calls something worrying by its adjective; and how far behind an opinion the `dat` of its clause stands.
WORRYING = frozenset({"is-zorgelijk"})
CLAUSE_REACH = 8
#: Denials of a part: `niet alle landen steunen dit`, `ziet geen andere rol voor kernwapens`.
PARTIAL = frozenset({("niet", "alle"), ("geen", "andere"), ("geen", "ander")})
#: A stance with conditions, for or against nothing: `steunt het voorstel niet zonder meer`.
WITH_RESERVES = ("niet", "zonder", "meer")
#: Evaluations of what is not so yet: `vinden het van belang dat Rusland van geweld afziet`.
WISHES = frozenset(
    {"van-belang", "achten-van-belang", "is-wenselijk", "vinden-wenselijk", "is-noodzakelijk", "vinden-noodzakelijk", "hard-nodig"}
)
PREVENTING = ("voorkom", "voorkóm", "vermeden", "vermijd", "verhinder", "uitgesloten")
REFUSING = ("weiger", "geweiger", "verzui", "nalaat", "nalaten")
OBLIGATION = word_class("verplichting")


@dataclass(frozen=True, slots=True)
class Found:
    """A claim within its sentence, before it gets an id, targets and topics."""

    holder: str
    relation: Relation
    rule: str
    tokens: tuple[int, ...]
    verb: int | None
    together: tuple[str, ...] = ()  # all who hold it, where the sentence names several


def find(reading: Reading) -> Iterator[Found]:
    """Yield the claims of a sentence, at most one per holder and relation; the most specific cue wins."""
    seen: dict[tuple[str, str], Found] = {}
    directions: dict[tuple[str, int], str] = {}
    for found in _candidates(reading):
        key = (found.holder, found.relation)
        if key in seen:
            continue
        clause = (found.holder, reading.starts[found.tokens[0]])
        if found.relation in OPPOSITE:
            if directions.get(clause, found.relation) != found.relation and not _apart(found, seen.values()):
                continue
            directions[clause] = found.relation
        seen[key] = found
    declines = (CABINET, "declines_to_answer") in seen
    for found in seen.values():
        if declines and (found.holder, found.relation) == (CABINET, "opposes"):
            continue  # `acht het niet opportuun om te speculeren` withholds; it opposes nothing
        if found.rule == IMPOSSIBLE and _would_want_it(found, seen.values(), reading):
            continue
        yield found


def _would_want_it(found: Found, others: Iterable[Found], reading: Reading) -> bool:
    """Tell whether its holder only regrets that it can't be: `Ik zou graag zien dat dit sneller gaat, maar dat kan niet`."""
    wanted = (other.tokens[-1] for other in others if other.holder == found.holder and other.relation in FAVOURING)
    return any("maar" in reading.words[last : found.tokens[0]] for last in wanted)


def _apart(found: Found, others: Iterable[Found]) -> bool:
    """Tell whether a stance lies clear of the holder's other stances in the sentence."""
    return all(
        other.holder != found.holder
        or other.relation not in OPPOSITE
        or other.tokens[-1] < found.tokens[0] - 3
        or other.tokens[0] > found.tokens[-1] + 3
        for other in others
    )


def _candidates(reading: Reading) -> Iterator[Found]:
    asker = reading.scene.speaker
    if reading.asks and asker and asker != CABINET and reading.in_question_block:
        together = reading.askers or (asker,)
        for one in together:
            yield Found(one, "asks_about", "vraagzin", (len(reading.words) - 1,), None, together)
    # a longer cue that does not count silences no shorter one
    for hit in outermost([hit for hit in reading.all_hits if _counts(hit, reading) and _binds(hit, reading)]):
        relation = _relation(hit, reading)
        if relation is None:
            continue
        held_by = holders(hit, reading)
        asked_indirectly = hit.cue.vraag == "alleen" and reading.inquiry is not None
        for holder in held_by:
            if not _can_hold(holder, relation, hit.cue.id, reading):
                continue
            if asked_indirectly and not _can_hold(holder, "asks_about", hit.cue.id, reading):
                continue
            yield Found(holder, relation, hit.cue.id, hit.match.tokens, hit.match.verb, held_by)
    if not reading.asks:
        yield from _refusals(reading)


def _refusals(reading: Reading) -> Iterator[Found]:
    """Yield the ways in which the cabinet withholds an answer; relate.answers knows them, for what an answer amounts to."""
    for found in answers.refusals([START, *reading.words], {name.first + 1 for name in reading.named}):
        match = unmark(found.match)
        if found.row.id in SAYS_SECRET or not _is_cabinets(match, reading):
            continue
        yield Found(CABINET, "declines_to_answer", found.row.rule, match.tokens, match.verb, (CABINET,))


def _is_cabinets(match: Match, reading: Reading) -> bool:
    """Tell whether the cabinet withholds: it speaks, or is the subject of the clause (`dat de Minister niet wil vooruitlopen`)."""
    clause = reading.starts[match.last]
    usable = (actor for actor in reading.actors if actor.can_be_subject and not actor.governor and reading.starts[actor.first] == clause)
    first = next(usable, None)
    if reading.scene.speaker == CABINET:
        return first is None or first.first > clause or first.id == CABINET  # not: `Hongarije heeft publiekelijk geen …`
    return first is not None and first.id == CABINET


def _binds(hit: Hit, reading: Reading) -> bool:
    """Tell whether a cue of commitments commits somebody; else it silences no other: `Mijn fractie houdt vast aan de koppeling`."""
    if hit.cue.relatie != "commits_to" or hit.cue.id.startswith(OWN_DEEDS):
        return True  # the cabinet's own deed, told by others, is none of the plainer cues either
    return any(_can_hold(holder, "commits_to", hit.cue.id, reading) for holder in holders(hit, reading))


def _can_hold(holder: str, relation: Relation, rule: str, reading: Reading) -> bool:
    """Tell whether such an actor makes such a claim: the cabinet asks nothing; where it repeats a question, see `Reading`."""
    if rule == CHOOSING and holder == CABINET != reading.scene.speaker:
        return False  # `Zij lezen dat het kabinet kiest voor een afwachtende opstelling`
    if relation == "commits_to":
        if rule.startswith(OWN_DEEDS):
            return holder == CABINET == reading.scene.speaker
        return holder == CABINET or rule in ANYBODYS_COMMITMENT
    if relation == "asks_about":
        if reading.scene.speaker == CABINET:
            return holder.startswith(ASKERS) and not reading.repeats_questions
        return holder != CABINET and (holder == reading.scene.speaker or holder.startswith("faction/"))
    return True


def _counts(hit: Hit, reading: Reading) -> bool:
    """Tell whether the cue means what it says here: not in a question, a condition, or an indirect question."""
    words, starts = reading.words, reading.starts
    if clauses.is_quoted(words, hit.match.first):
        return False
    if silencer(hit.cue.id, words, reading.scene.speaker) and not asking_motion(hit, reading):
        return False
    if hit.cue.id != "motie-verzoekt" and any(other.cue.id == "motie-verzoekt" for other in reading.hits):
        return False
    if hit.cue.id.startswith(OWN_DEEDS) and not _is_own_deed(hit, reading):
        return False
    if hit.cue.relatie == "commits_to" and not _promises(hit, reading):
        return False
    if hit.cue.relatie != "asks_about" and (hit.cue.houder == "onderwerp" or "zonder" in words) and _is_purpose(hit, reading):
        return False
    if hit.cue.relatie in POSITIONS and hit.cue.houder == "onderwerp" and _is_asked(hit, reading):
        return False  # `roepen het kabinet op de sancties te veroordelen`
    if hit.cue.houder == "spreker" and hit.cue.relatie in STANCES and _is_feared(hit, reading):
        return False
    if hit.cue.relatie in POSITIONS and reading.scene.speaker == CABINET and clauses.opener(words, starts, hit.match.first) == "of":
        return False  # `De evaluatie zal uitwijzen of de maatregel effectief is`
    if hit.cue.relatie in STANCES | {"commits_to"} and (_is_denied(hit, reading) or _denies_of_oneself(hit, reading)):
        return False
    if hit.cue.relatie in POSITIONS and hit.cue.vraag == "nee" and not _is_held(hit, reading):
        return False
    if hit.cue.id in OBLIGING and not _demands(hit, reading):
        return False
    if hit.cue.id in FOR_OR_AGAINST and not takes_a_side(hit, reading):
        return False
    if hit.cue.id == WANTS_A_THING and _governs_infinitive(hit, reading):
        return False
    if hit.cue.houder == "onderwerp" and words[hit.match.last] == "dat" and _is_what_is_wanted(hit, reading):
        return False
    if hit.cue.relatie == "opinion" and hit.cue.houder == "onderwerp" and _judges_already(hit, reading):
        return False
    if hit.cue.relatie in STANCES or hit.cue.relatie == "commits_to":
        anchor = hit.match.verb if hit.match.verb is not None else hit.match.first
        if clauses.is_conditional(words, starts, anchor):
            return False
        if hit.cue.vraag == "nee" and clauses.opener(words, starts, anchor) == "of":
            return False
        if hit.cue.vraag == "nee" and _asked_indirectly(hit, reading):
            return False
    return True


def _promises(hit: Hit, reading: Reading) -> bool:
    """Tell whether the deed is still to be done, by who says so: not asked, possible, wanted or done, nor somebody else's."""
    words, starts, at = reading.words, reading.starts, hit.match.first
    if clauses.opener(words, starts, at) in clauses.QUESTION_WORDS | clauses.EMBEDDED_QUESTION | {"of"}:
        return False
    if reading.in_view_of and reading.in_view_of.id != CABINET:
        return False  # `Wat deze leden betreft komt de Minister met een plan`
    if _is_done(reading) or _is_possible(hit, reading) or _is_asked(hit, reading) or _is_wanted(hit, reading):
        return False
    if hit.cue.houder == "spreker" and _is_others_deed(hit, reading):
        return False
    if hit.cue.id == PROMISING and _is_promised_to(hit, reading):
        return False
    if (_is_aimed_at(hit, reading) or _is_trusted(hit, reading)) and FIRST_PERSON.isdisjoint(words[starts[at] :]):
        return False  # `dringt erop aan dat Nederland met maatregelen komt`
    return hit.cue.id in ANNOUNCING or not _is_past(hit, reading)


def _is_done(reading: Reading) -> bool:
    """Tell whether the sentence does what it says: `Hierbij zend ik u`, `In deze brief informeer ik u`."""
    words = reading.words
    return (
        not DONE_HEREBY.isdisjoint(words[:3])
        or not ENCLOSED.isdisjoint(words)
        or any(word in ("deze", "dit") and clauses.word_at(words, i + 1) in THIS_PAPER for i, word in enumerate(words))
    )


def _is_past(hit: Hit, reading: Reading) -> bool:
    """Tell whether the clause looks back: `heeft uitvoering gegeven`, `werd de Kamer geïnformeerd`."""
    if hit.match.past:
        return True
    clause = _clause(hit, reading)
    participle = any(is_participle(reading.words[i]) for i in hit.match.tokens if i)
    verb = hit.match.verb
    if verb is None:
        return participle and bool(PERFECT & clause)
    if is_participle(reading.words[verb]) and BE & clause and not clause & NOT_YET:
        return True  # `is het kabinet gestart met`
    infinitive = reading.words[verb] in REPLACES_PARTICIPLE
    if reading.words[verb].endswith("n") and WANTED & clause:
        return True  # `wilde de huurtoeslag afschaffen`
    return (participle and bool(PERFECT & clause)) or (infinitive and bool(HAVE & clause))  # `heb ik laten doorrekenen`


def _is_possible(hit: Hit, reading: Reading) -> bool:
    """Tell whether the deed only can, may or must be done: `kan ik de regeling verlengen`, `zou het kabinet verhogen`."""
    verb = hit.match.verb
    if verb is None and any(is_participle(reading.words[i]) for i in hit.match.tokens):
        verb = hit.match.last  # `Een aankoop moet aan de Kamer worden gemeld`
    if verb is None or not (reading.words[verb].endswith("n") or is_participle(reading.words[verb])):
        return False
    named = {reading.words[i] for i in hit.match.tokens}  # `verwacht te kunnen berichten`
    return bool((OPEN_MODALS - named) & _clause(hit, reading, max(verb, hit.match.last) + 3))


def _is_asked(hit: Hit, reading: Reading) -> bool:
    """Tell whether a request governs the deed: `de motie verzoekt de regering de norm te verlagen`."""
    verb = hit.match.verb
    return verb is not None and reading.words[verb - 1] == "te" and not REQUESTS.isdisjoint(reading.words[:verb])


def _is_others_deed(hit: Hit, reading: Reading) -> bool:
    """Tell whether the clause begins with somebody else, who then does it: `De Commissie zal in het voorjaar met een voorstel komen`.

    The House receives what the cabinet sends.
    """
    words, start = reading.words, reading.starts[hit.match.first]
    clause = _clause(hit, reading)
    if PROMISED & clause and HAVE & clause and not OWN_VOICE & clause:
        return True  # `De sector heeft toegezegd met een plan te komen`
    others = (a for a in reading.actors if a.can_be_subject and not a.governor and a.id != CABINET and a.id not in HOUSES.values())
    return any(a.first == start or (start < a.first <= start + INVERTED_REACH and words[a.first - 1] in FUTURE) for a in others)


def _is_promised_to(hit: Hit, reading: Reading) -> bool:
    """Tell whether only who was promised something is told: `Aan het lid Vos (D66) is toegezegd`, not `is door Duitsland toegezegd`."""
    verb, clause = hit.match.verb, _clause(hit, reading)
    if verb is None or reading.words[verb] not in PROMISED or HAVE & clause or not clause & IN_PASSIVE:
        return False
    return not any(actor.governor == "door" and reading.starts[actor.first] == reading.starts[verb] for actor in reading.actors)


def _is_own_deed(hit: Hit, reading: Reading) -> bool:
    """Tell whether the cabinet itself does it now or shortly: `verleng ik`, no `verzoekt de regering te verlengen`, no `is verlengd`.

    `De Minister` may be any minister, in what a law says.
    """
    verb = hit.match.verb
    if verb is not None and is_participle(reading.words[verb]):
        return False
    return not OWN_VOICE.isdisjoint(_clause(hit, reading))


def _clause(hit: Hit, reading: Reading, until: int | None = None) -> set[str]:
    """Return the words of the clause in which a cue ends, without a clause inserted into it; `until`: only those before that place."""
    start = reading.starts[hit.match.last]
    return {word for i, word in enumerate(reading.words[:until]) if i >= start and reading.starts[i] in (start, i)}


#: Infinitives that stand for a participle: `heb laten doorrekenen`.
REPLACES_PARTICIPLE = frozenset({"laten", "doen"})
HAVE = frozenset({"heb", "heeft", "hebben", "had", "hadden"})
BE = frozenset({"is", "ben", "zijn"})
#: Beside one of these a participle is still to come true, and `zijn` may be `his`.
NOT_YET = frozenset({"zal", "zullen", "wordt", "worden"})
#: With a participle these make what happened to somebody.
IN_PASSIVE = BE | {"was", "waren", "werd", "werden", "wordt", "worden"}
#: What is promised is done by who promised it.
PROMISED = frozenset({"toegezegd", "beloofd", "aangekondigd", "aangegeven"})
#: Behind one of these, near the beginning, stands who will do it: `Naar verwachting zal de Commissie …`.
FUTURE = frozenset({"zal", "zullen", "komt", "komen"})
INVERTED_REACH = 6
#: How the cabinet names itself where it tells what it does.
OWN_VOICE = word_class("eigen-stem")
#: Who wanted to do it may have thought better of it.
WANTED = frozenset({"wilde", "wilden", "wou"})
#: Modal verbs beside which a deed is only thought of.
OPEN_MODALS = word_class("mogelijk")


def _is_held(hit: Hit, reading: Reading) -> bool:
    """Tell whether somebody holds the position: not what they ought to hold, nor what `niet alle` hold, nor `waar we …`."""
    words, starts, at = reading.words, reading.starts, hit.match.first
    if clauses.opener(words, starts, at) in clauses.EMBEDDED_QUESTION and not _comments(hit, reading):
        return False
    clause = [i for i in range(len(words)) if starts[i] == starts[at]]
    if any((words[i], clauses.word_at(words, i + 1)) in PARTIAL or tuple(words[i : i + 3]) == WITH_RESERVES for i in clause):
        return False
    if hit.match.verb and words[hit.match.verb - 1] == "te" and any(words[i].startswith(REFUSING) for i in clause):
        return False  # `weigert de invasie te veroordelen`
    if _is_prevented(hit, reading) or _is_hearsay(hit, reading):
        return False
    obliged = any(words[i] in OBLIGATION and i not in hit.tokens for i in clause) or _is_aimed_at(hit, reading)
    return not (obliged and hit.cue.houder == "onderwerp" and reading.scene.speaker not in subject_holders(hit, reading))


def _comments(hit: Hit, reading: Reading) -> bool:
    """Tell whether the clause adds what somebody thinks of it: `Zij vroegen om uitstel, waar Nederland geen voorstander van is`."""
    start = reading.starts[hit.match.first]
    return hit.cue.houder == "onderwerp" and reading.words[start - 2 : start] == [",", "waar"]


def _is_prevented(hit: Hit, reading: Reading) -> bool:
    """Tell whether the clause says what is to be kept from happening: `voorkomen moet worden dat dit een papieren tijger wordt`."""
    words, start = reading.words, reading.starts[hit.match.first]
    return clauses.opener(words, reading.starts, hit.match.first) == "dat" and any(word.startswith(PREVENTING) for word in words[:start])


def _is_hearsay(hit: Hit, reading: Reading) -> bool:
    """Tell whether `zou` tells what others say: `een instrument dat onmisbaar zou zijn`, `Rusland zou dit voorstel steunen`."""
    words, starts, at = reading.words, reading.starts, hit.match.first
    clause = {word for i, word in enumerate(words) if starts[i] == starts[at]}
    if clause.isdisjoint(("zou", "zouden")):
        return False
    if hit.cue.houder == "spreker":
        return clauses.opener(words, starts, at) == "die" or _completes_noun(reading, at)
    return hit.cue.houder == "onderwerp" and not set(subject_holders(hit, reading)) <= {reading.scene.speaker, reading.scene.members}


def _is_aimed_at(hit: Hit, reading: Reading) -> bool:
    """Tell whether the clause says what is to be brought about: `moeten eraan bijdragen dat Rusland van geweld afziet`."""
    words, start = reading.words, reading.starts[hit.match.first]
    if clauses.opener(words, reading.starts, hit.match.first) != "dat":
        return False
    return (
        "bijdragen" in words[:start]
        or "ertoe" in words[:start]
        or any((other.cue.relatie == "calls_for" or other.cue.id in WISHES) and other.match.first < start - 1 for other in reading.hits)
    )


def _is_wanted(hit: Hit, reading: Reading) -> bool:
    """Tell whether somebody else wants the deed: `ze wil dat ik dit betrek bij de brief`."""
    start = reading.starts[hit.match.first]
    return clauses.opener(reading.words, reading.starts, hit.match.first) == "dat" and reading.words[start - 2] in WANTING


def _is_trusted(hit: Hit, reading: Reading) -> bool:
    """Tell whether who speaks trusts another to do it: `vertrouwen erop dat de minister dit oppakt`, not `U kunt erop vertrouwen dat`."""
    words, start = reading.words, reading.starts[hit.match.first]
    before = words[: max(0, start - 2)]
    if clauses.opener(words, reading.starts, hit.match.first) != "dat" or not ADDRESSED.isdisjoint(before):
        return False
    return any(words[start - 2] == particle and any(word.startswith(trust) for word in before) for particle, trust in TRUSTING)


#: How trust in what `dat` opens is told: its last word, and how a word before it begins.
TRUSTING = (("in", "vertrouwen"), ("erop", "vertrouw"), ("uit", "ervan"))
#: Whom a promise is made to: `U mag ervan uitgaan dat het kabinet dit doet`.
ADDRESSED = frozenset({"u", "kamer"})


#: Verbs before `dat` that say what another wants.
WANTING = word_class("willend")


def _is_feared(hit: Hit, reading: Reading) -> bool:
    """Tell whether a fear governs the judgement: `zijn bang dat het pact een papieren tijger wordt` opposes nothing."""
    return any(
        other.cue.relatie == "concerned_about"
        and other.match.last < hit.match.first
        and "dat" in reading.words[other.match.last : hit.match.first + 1]
        for other in reading.hits
    )


def _is_denied(hit: Hit, reading: Reading) -> bool:
    """Tell whether somebody says that it is not so: `Rwanda ontkent dat het M23 steunt`, `Iran ontkent te streven naar een kernwapen`."""
    words, start = reading.words, reading.starts[hit.match.last]
    verb = hit.match.verb if hit.match.verb is not None else hit.match.last
    if clauses.opener(words, reading.starts, hit.match.last) == "dat" and start > 1:
        return _denies(words[reading.starts[start - 2] : start - 1])
    before = words[start:verb]
    return "te" in words[verb - 1 : verb + 2] and _denies(before)


def _denies(words: Sequence[str]) -> bool:
    """Tell whether these words deny what follows: `ontkent`, `spreekt tegen`; not: `ontkent niet`."""
    split = words[-1:] == ["tegen"] and not SPEAKING.isdisjoint(words)
    return (split or not DENYING.isdisjoint(words)) and clauses.NEGATIONS.isdisjoint(words)


def _denies_of_oneself(hit: Hit, reading: Reading) -> bool:
    """Tell whether the cue is the denial of what the denier is said to do: `spreekt tegen dat hij het voorstel steunt` opposes nothing."""
    words, at = reading.words, hit.match.last
    behind = next((i for i in range(at, min(at + 3, len(words))) if words[i] == "dat"), None)
    if behind is None or not _denies(words[reading.starts[hit.match.first] : behind]):
        return False
    who, what = clauses.word_at(words, behind + 1), clauses.word_at(words, behind + 2)
    return who in ONESELF or (who == "het" and what in BEHIND_TOLD_PRONOUN)


#: Verbs that say that something is not so; and one whose particle stands apart.
DENYING = word_class("ontkennende-werkwoorden")
SPEAKING = frozenset({"spreek", "spreekt", "spreken", "sprak", "spraken"})
ONESELF = frozenset({"hij", "zij", "ze", "ik", "wij", "we"})


def _is_purpose(hit: Hit, reading: Reading) -> bool:
    """Tell whether the cue stands in an `om … te` clause that belongs to another verb: `verzoeken hem om niet in te stemmen`."""
    verb = hit.match.verb
    if verb is None or reading.words[verb - 1] != "te":
        return False
    before = reading.words[reading.starts[verb] : verb]
    if "zonder" in before:
        return True  # `zonder afbreuk te doen aan`
    return "om" in before and not set(range(reading.starts[verb], reading.starts[verb] + before.index("om"))) & hit.tokens


def _demands(hit: Hit, reading: Reading) -> bool:
    """Tell whether `moet` is the speaker's demand: no part of another's view, no condition, nothing that is only due."""
    words, at = reading.words, hit.match.first
    if at and words[at - 1] == "te":
        return False  # `plannen in te dienen`
    if "nog" in words[at : at + 5] or {"had", "hadden"} & set(words[reading.starts[at] :]):
        return False
    if {"als", "waar", "die"} & set(words[reading.starts[at] : at]) and words[at - 1] != ",":
        return False  # but `Gemeenten die willen, moeten dat kunnen`: the comma closes the relative clause
    if _completes_noun(reading, at) or _is_judged(reading, at):
        return False
    if reading.scene.speaker == CABINET and _tells_a_rule(reading, at):
        return False
    if clauses.opener(words, reading.starts, at) in clauses.RELATIVES | clauses.ADVERBIAL | clauses.QUESTION_WORDS | {"waar", "waarover"}:
        return False
    return not any(
        other is not hit
        and other.cue.relatie in STANCES
        and other.match.last < at
        and reading.starts[other.match.first] != reading.starts[at]
        for other in reading.hits
    )


def _tells_a_rule(reading: Reading, at: int) -> bool:
    """Tell whether the cabinet says what a kind of people or things is obliged to, as rules have it: `Een verhuurder moet …`.

    A kind is told by `een` or a bare plural; a wish for it by words such as `kunnen`, `weer`, `beter` (`Mensen moeten weer …`).
    """
    words, start = reading.words, reading.starts[at]
    end = next((i for i in range(at + 1, len(words)) if words[i] in END_OF_CLAUSE), len(words))
    if not WISHED.isdisjoint(words[start:end]) or words[end - 1] == "zijn":
        return False
    if words[start] == "een" or words[at + 1 : at + 2] == ["een"]:
        return True
    bare_plural = at == start + 1 and words[at] in PLURALS and words[start].endswith(("en", "s"))
    return bare_plural and not any(actor.first == start for actor in reading.actors)


def _judges_already(hit: Hit, reading: Reading) -> bool:
    """Tell whether the verb of an opinion has its judgement before it: `geven aan het onbegrijpelijk te vinden dat …`."""
    verb = hit.match.verb
    if verb is None:
        return False
    return any(other.cue.relatie in POSITIONS and other.match.verb == verb and other.match.first < verb for other in reading.all_hits)


def _is_judged(reading: Reading, at: int) -> bool:
    """Tell whether the sentence begins with the clause, so that the rest judges it: `Dat zij moeten bijdragen, is een lichtpunt`."""
    return reading.words[0] == "dat" and reading.starts[at] == 1 < at and "," in reading.words[at:]


def _completes_noun(reading: Reading, at: int) -> bool:
    """Tell whether the clause says what a noun holds: `de regel dat een bed bezet moet zijn`, `een middel dat ingezet moet worden`."""
    words, start = reading.words, reading.starts[at]
    if clauses.word_at(words, start - 1) != "dat" or start < NOUN_REACH:
        return False
    noun = start - 2
    if not words[noun].isalpha() or any(actor.first <= noun <= actor.last for actor in reading.actors):
        return False
    return words[noun - 1] in ARTICLES or (words[noun - 2] in ARTICLES and words[noun - 1].endswith("e"))


def _governs_infinitive(hit: Hit, reading: Reading) -> bool:
    """Tell whether the clause ends in an infinitive, or in a noun that looks like one."""
    clause = [word for i, word in enumerate(reading.words) if i > hit.match.last and reading.starts[i] == reading.starts[hit.match.last]]
    ends = [word for word, behind in zip(clause, [*clause[1:], "."], strict=True) if behind in END_OF_CLAUSE]
    return any(word.endswith("n") and len(word) > SHORTEST_INFINITIVE for word in ends)


def _is_what_is_wanted(hit: Hit, reading: Reading) -> bool:
    """Tell whether the `dat` of a call opens no clause: `Ik wil dat graag regelen`, `Ik wil dat debat voeren`.

    No finite verb follows, but an infinitive at most, and no plural that might be its subject.
    """
    words, at = reading.words, hit.match.last
    if hit.cue.relatie != "calls_for":
        return False
    end = next((i for i in range(at + 1, len(words)) if words[i] in END_OF_CLAUSE), len(words))
    rest = words[at + 1 : end]
    if len(rest) == 1:
        return rest[0] in BEHIND_PRONOUN
    if not rest or not rest[-1].endswith("n") or not FINITE.isdisjoint(rest) or any(actor.first == at + 1 for actor in reading.actors):
        return False
    if rest[0] in BEHIND_PRONOUN - CLAUSE_OPENERS:
        return rest[1] != "alleen"
    return rest[0] not in CLAUSE_OPENERS and not any(word.endswith(("en", "s")) for word in rest[:-1])


#: Behind one of these `dat` is a pronoun, unless a subject follows: `wil dat graag`.
BEHIND_PRONOUN = word_class("na-voornaamwoord-dat")


def _asked_indirectly(hit: Hit, reading: Reading) -> bool:
    """Tell whether an asking verb governs the clause: `vragen hoe wenselijk de Minister dit acht`."""
    if hit.match.verb and reading.words[hit.match.verb - 1] in {"en", "maar"}:
        return False  # `vraagt naar de kosten en toont zich beducht voor`: two verbs of one subject
    subjects = {actor.first for actor in reading.actors}
    return any(
        other.cue.relatie == "asks_about"
        and other.match.last < hit.match.first
        and not other.tokens & hit.tokens
        and not any(reading.words[i] in {";", "en"} and i + 1 in subjects for i in range(other.match.last, hit.match.first))
        for other in reading.hits
    )


def _relation(hit: Hit, reading: Reading) -> Relation | None:
    negated = clauses.is_negated(reading.words, reading.starts, hit.match.tokens) or _is_faint(hit, reading)
    rule = hit.cue.ontkend or NEGATED[hit.cue.relatie]
    if negated and rule == "weg":
        return None
    relation = _direction(hit, reading) if hit.cue.relatie == "opinion" else hit.cue.relatie
    if relation and negated and rule == "om":
        return OPPOSITE.get(relation, relation)
    return relation


def _is_faint(hit: Hit, reading: Reading) -> bool:
    """Tell whether `weinig` or `minder` makes a rejection of an approval: `zijn daar weinig van gecharmeerd`, `zijn minder enthousiast`."""
    span = range(max(hit.match.first - 2, reading.starts[hit.match.first]), hit.match.last)
    return hit.cue.relatie == "supports" and any(
        i not in hit.tokens and (reading.words[i] == "weinig" or (reading.words[i] == "minder" and i + 1 == hit.match.last)) for i in span
    )


def _direction(hit: Hit, reading: Reading) -> Relation | None:
    """Return what an opinion (`is van mening dat …`) amounts to, from the clause that follows it."""
    asked = [word for word in reading.words[hit.match.first :] if word not in clauses.STOPS]
    if _tells_worry(hit, reading):
        return "concerned_about"
    if hit.cue.id in HOLDING and _shares_view(hit, reading):
        return "supports"
    if hit.cue.vraag == "alleen" and "dat" not in asked[:-1]:
        return None  # `Is de Minister het hiermee eens?`, `Onderschrijft u dat?`: with what, and in which direction, stands elsewhere
    for other in reading.judgements:
        if other.match.first < hit.match.last or other.tokens & hit.tokens or _lies_behind_demand(other, hit, reading):
            continue
        if other.cue.id in FOR_OR_AGAINST and not takes_a_side(other, reading):
            continue
        negated = clauses.is_negated(reading.words, reading.starts, other.match.tokens)
        flips = negated and (other.cue.ontkend or NEGATED[other.cue.relatie]) == "om"
        return OPPOSITE[other.cue.relatie] if flips else other.cue.relatie  # type: ignore[return-value]
    if hit.cue.id in NEEDS_JUDGEMENT:
        return None
    if hit.cue.vraag == "alleen":
        return "supports"  # `Deelt u de mening dat toegankelijkheid geen sluitpost mag zijn?` is for what it says
    rest = reading.words[hit.match.last + 1 :]
    if clauses.denies(rest):
        return "opposes"
    if clauses.exceeds(rest):
        return "opposes"
    if _obliges(rest):
        return "calls_for"
    return "opposes" if clauses.denies_plainly(rest) else "supports"


def _shares_view(hit: Hit, reading: Reading) -> bool:
    """Tell whether the view is held with somebody named: `Met het lid Jansen ben ik van mening dat dit niet mag` agrees with him."""
    words, first = reading.words, {actor.first for actor in reading.actors}
    return any(
        words[i] == "met" and (i + 1 in first or words[i + 1] in OTHERS_IN_OBJECT)
        for i in range(reading.starts[hit.match.first], hit.match.last)
    )


def _tells_worry(hit: Hit, reading: Reading) -> bool:
    """Tell whether the clause that an opinion opens calls something worrying: `van mening dat dit zorgwekkend is`."""
    words, last = reading.words, hit.match.last
    opening = next((i for i in range(last, min(last + CLAUSE_REACH, len(words))) if words[i] == "dat"), None)
    if opening is None:
        return False
    return any(
        other.cue.id in WORRYING
        and other.match.first > opening
        and reading.starts[other.match.first] == opening + 1
        and not clauses.is_negated(words, reading.starts, other.match.tokens)
        for other in reading.worries
    )


def _lies_behind_demand(judging: Hit, hit: Hit, reading: Reading) -> bool:
    """Tell whether an opinion demands something before a deeper clause judges: `vinden dat dit moet, opdat er geen aanleiding is`."""
    words, starts, last = reading.words, reading.starts, hit.match.last
    begin = starts[min(last + 2, len(words) - 1)]
    demanded = [word for i, word in enumerate(words) if starts[i] == begin and i > last]
    deeper = starts[judging.match.first]
    if words[deeper - 2] == "en":
        return False  # `vinden dat dit moet en dat daaraan geen behoefte is`: an opinion of two halves
    return deeper > begin > last - 2 and hit.cue.vraag == "nee" and _obliges(demanded)


def _obliges(words: Sequence[str]) -> bool:
    """Tell whether a clause says what ought to be; `horen` does so with `te` only: `dat zij bij elkaar horen` asks nothing."""
    return any(word in OBLIGATION and (not word.startswith(("ho", "beho")) or "te" in words) for word in words)
