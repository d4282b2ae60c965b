"""Clauses, negation, condition and question: what surrounds a cue and changes what it means.

No parser: Dutch marks its clauses with words (dat, omdat, hoewel, die …) and commas, and that is what is used here.
"""

from __future__ import annotations

from collections.abc import Sequence

from standpunt.relate.patterns import SUBORDINATORS

RELATIVES = frozenset({"die", "wie", "wat", "hetgeen", "welke"})
CONDITIONALS = frozenset({"indien", "tenzij", "zodra", "mits", "mocht", "mochten", "zolang", "ingeval"})
#: Clauses that begin with one of these end at their comma.
ADVERBIAL = frozenset(
    "omdat aangezien terwijl hoewel ofschoon zodat opdat indien tenzij zodra zolang totdat voordat nadat wanneer doordat als nu gezien gelet".split()
)
#: `of` opens a clause once something is asked or weighed, and before those; elsewhere it joins nouns.
WEIGHING = (
    "vraag",
    "vragen",
    "vroeg",
    "gevraagd",
    "benieuwd",
    "weten",
    "horen",
    "vernemen",
    "beslui",
    "bezie",
    "bekijk",
    "nagaan",
    "onderzoek",
    "afwe",
    "toets",
)
AFTER_WHETHER = frozenset("ze zij het hij er dit dat deze wij nederland ook daar hier".split())
EMBEDDED_QUESTION = frozenset({"hoeverre", "hoe", "waarom", "hoeveel"})
#: Behind one of these `dat` is a pronoun unless a subject follows it.
COPULAS = frozenset(
    "is was zijn vind vindt vinden acht achten lijkt blijft doet doe wil zal kan moet heeft baart noemt noemde klopt wordt mag".split()
)
CLAUSE_OPENERS = frozenset("de het een er zij hij ze we wij ik deze dit die nederland hun haar zijn onze alle ook".split())
STOPS = frozenset({";", ":", "(", ")", "–", "—", "?", "!"})
COORDINATORS = frozenset({"en", "maar", "want", "dus", "doch"})
FINITE = frozenset(
    "kan kunnen zal zullen wil willen moet moeten is zijn heeft hebben wordt worden blijft acht vindt deelt steunt onderschrijft hecht ziet".split()
)
MODALS = frozenset("kan kunnen mag mogen moet moeten zou zouden hoort horen".split())
NEGATIONS = frozenset("niet geen nooit noch nergens niets niemand evenmin nauwelijks allerminst geenszins geenerlei generlei".split())
#: What follows `niet` where it denies nothing: niet alleen … maar ook.
NOT_DENYING = frozenset("alleen slechts enkel in minder zozeer meer voor".split())
QUESTION_WORDS = frozenset(
    "wie wat welke welk waar waarom wanneer hoe hoeveel hoelang waarop waarin waaraan waarmee waarvoor waardoor waartoe wiens".split()
)
QUESTION_OPENERS = frozenset("en maar zo ja nee , voorts verder tot slot ook tevens daarnaast bovendien kortom ten slotte dus".split())
#: Verbs that open a question of the House: `Deelt de Minister …`, `Kunt u …`.
FIRST_VERBS = frozenset(
    "is zijn heeft hebben kan kunt kunnen kunt wil wilt willen zal zult zullen zou zouden deelt delen gaat gaan bent hebt mag mogen moet moeten wordt worden "
    "klopt onderschrijft herkent erkent ziet zien vindt vinden acht achten verwacht vreest steunt begrijpt beseft weet kent blijft blijven komt komen krijgt "
    "staat staan ligt liggen geldt betekent bestaat bestaan verandert speelt acht houdt houden neemt spreekt zegt heerst behoort hoort vormt sluit spant "
    "overweegt overweegt beschikt denkt erkende was waren had hadden werd werden kon konden mocht groeit".split()
)


def is_question(words: Sequence[str], *, in_questions: bool) -> bool:
    """Tell whether a sentence asks: by its question mark, or, among questions, by its opening (`Kan de Minister …`)."""
    if "?" in words[-2:]:
        return True
    k = 0
    while k < len(words) and words[k] in QUESTION_OPENERS:
        k += 1
    if not in_questions or k + 1 >= len(words) or "dan" in words:
        return False
    if words[k] in FIRST_VERBS:
        return words[k + 1] in SUBJECT_OPENERS
    if words[k] in ("in", "op", "met") and words[k + 1] in ("hoeverre", "welke"):
        return True
    return words[k] in ("hoe", "welke", "waarom", "wat") and words[k + 1] in FIRST_VERBS


SUBJECT_OPENERS = frozenset("u de het zij hij er deze dit dat die nederland zijn alle".split())


def boundaries(words: Sequence[str], actor_starts: Sequence[int] = (), actor_ends: Sequence[int] = ()) -> list[int]:
    """Return for each token where its clause begins.

    `actor_starts` and `actor_ends` are the first and last tokens of the actors: `en` before an actor begins a new
    clause (`Rusland dreigt en het kabinet steunt …`) unless another actor stands right before it (`de EU en de NAVO`).
    """
    starts: list[int] = []
    begin = 0
    splices = {
        first for first, last in zip(actor_starts, actor_ends, strict=True) if words[last + 1 : last + 2] and words[last + 1] in FINITE
    }  # `…, het kabinet kan echter niet …`
    opener = ""
    weighs = False
    for i, word in enumerate(words):
        weighs = weighs or word.startswith(WEIGHING)
        if word == "dat" and i and words[i - 1] in COPULAS and words[i + 1 : i + 2] and words[i + 1] not in CLAUSE_OPENERS:
            pass  # a pronoun: `voor ons is dat onverteerbaar`
        elif word in SUBORDINATORS or word in STOPS:
            begin, opener = i + 1, word
        elif word in EMBEDDED_QUESTION and i:
            begin, opener = i + 1, word
        elif word in ("als", "nu") and (i == 0 or words[i - 1] == ","):
            begin, opener = i + 1, word
        elif word == "of" and i + 1 < len(words) and (weighs or words[i - 1] == "," or words[i + 1] in AFTER_WHETHER):
            begin, opener = i + 1, word
        elif word in RELATIVES and i and words[i - 1] == ",":
            begin, opener = i + 1, word
        elif word == "," and (opener in ADVERBIAL or opener in RELATIVES or i + 1 in splices):
            begin, opener = i + 1, ""
        elif word == "maar" and i and words[i - 1] == ",":
            begin, opener = i + 1, word
        elif word in COORDINATORS and i + 1 < len(words) and i + 1 in actor_starts and i - 1 not in actor_ends:
            begin, opener = i + 1, ""
        starts.append(min(begin, i))
    return starts


def opener(words: Sequence[str], starts: Sequence[int], at: int) -> str:
    """Return the word that opens the clause of the token at `at`: dat, of, indien …; empty for a main clause."""
    start = starts[at]
    return words[start - 1] if start else ""


def is_conditional(words: Sequence[str], starts: Sequence[int], at: int) -> bool:
    """Tell whether the token stands in a condition: `indien dat wenselijk is`, `mocht het nodig blijken`."""
    if opener(words, starts, at) in CONDITIONALS or opener(words, starts, at) == "als":
        return True
    return words[starts[at]] in CONDITIONALS and starts[at] == 0


def is_negated(words: Sequence[str], starts: Sequence[int], tokens: Sequence[int]) -> bool:
    """Tell whether a negation stands in the clause of these tokens (and is not one of them)."""
    first, last = tokens[0], tokens[-1]
    end = (
        last + 1
        if opener(words, starts, last) in SUBORDINATORS - {";", "?"}
        else next(
            (i for i in range(last + 1, len(words)) if words[i] in SUBORDINATORS or words[i] in STOPS or words[i] in {",", "om", "die"}),
            len(words),
        )
    )
    begin = max(
        starts[first], next((i + 1 for i in range(first - 1, starts[first] - 1, -1) if words[i] == "," and words[i + 1] in COORDINATORS), 0)
    )
    for i in range(begin, end):
        if words[i] in NEGATIONS and i not in tokens:
            if words[i] == "niet" and i + 1 < len(words) and words[i + 1] in NOT_DENYING:
                continue
            if any(words[k] in {"maar", "en"} for k in range(min(i, last) + 1, max(i, first))) and not first < i < last:
                continue
            return True
    return False


def denies(words: Sequence[str]) -> bool:
    """Tell whether a clause says that something can't or mustn't be: `mag niet`, `kan geen`."""
    words = words[: next((i for i, word in enumerate(words) if i and word in SUBORDINATORS), len(words))]
    return bool({"niet", "geen", "nooit"} & set(words)) and bool(MODALS & set(words)) and not {"alleen"} & set(words)
