"""Clauses, negation, condition and question: what surrounds a cue and changes what it means.

No parser: Dutch marks its clauses with words (dat, omdat, hoewel, die …) and commas, and that is what is used here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from standpunt.relate.grammar import words as word_class
from standpunt.relate.patterns import CLAUSE_OPENERS, FINITE, PREPOSITIONS, SUBORDINATORS, ends_without_verb, is_conjunction

RELATIVES = word_class("betrekkelijk")
CONDITIONALS = word_class("voorwaarde")
#: Clauses that begin with one of these end at their comma.
ADVERBIAL = word_class("bijwoordelijk")
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
    "beoorde",
    "uitwij",
    "uitgewez",
    "blijken",
    "bepalen",
    "bepaalt",
)
AFTER_WHETHER = word_class("na-of")
EMBEDDED_QUESTION = word_class("ingebedde-vraag")
STOPS = word_class("leestekens")
COORDINATORS = word_class("nevenschikkers")
MODALS = word_class("modaal")
BEING = frozenset({"is", "zijn", "was", "waren", "blijft", "blijven", "wordt", "worden"})
ENDS_OPINION = frozenset({"", ".", ";", ",", "en", "of", "voor", "om"})
NEGATIONS = word_class("ontkenning")
PLAIN_DENIALS = frozenset({"niet", "geen", "niets"})
#: What follows `niet` where it denies nothing: niet alleen … maar ook.
NOT_DENYING = word_class("niet-ontkennend")
QUESTION_WORDS = word_class("vraagwoorden")
QUESTION_OPENERS = word_class("voor-vraag")
#: Behind one of these a negation belongs to another clause: `voornemens te onderzoeken hoe … waar geen …`.
ENDS_SCOPE = SUBORDINATORS | STOPS | EMBEDDED_QUESTION | QUESTION_WORDS | {",", "om", "die", "waar"}
#: Up to so many words in brackets are a name or an abbreviation, and no clause of their own.
LONGEST_IN_BRACKETS = 3
#: Behind `als` one of these makes a condition of it, unless something is compared.
CONDITIONAL_SUBJECTS = frozenset({"er", "we", "ik", "je", "u", "men", "dat", "dit"})
COMPARING = word_class("voor-als")
#: Two words before `als` these compare: `zo lang als dat nodig is`.
AS_MUCH = frozenset({"zo", "even", "net"})
#: Verbs behind `en` that go on with the subject of before: `constateren dat … en vragen hoe`.
JOINED_VERBS = word_class("verbonden-werkwoorden")
#: Behind one of these a word may be a noun as well: `zorgen en vragen over`, but never `en pleiten voor`.
AFTER_NOUN = frozenset({".", ",", "over", "van", "om", "voor"})
PLEADING = frozenset({"pleiten", "pleit", "pleitten", "pleitte"})
#: Verbs that open a question of the House: `Deelt de Minister …`, `Kunt u …`.
FIRST_VERBS = word_class("vraagwerkwoorden")


def is_question(words: Sequence[str], *, in_questions: bool) -> bool:
    """Tell whether a sentence asks: by its question mark, or, among questions, by its opening (`Kan de Minister …`)."""
    if "?" in words[-2:]:
        return True
    k = _after_openers(words)
    if not in_questions or k + 1 >= len(words) or "dan" in words:
        return False
    if words[k] in FIRST_VERBS:
        return words[k + 1] in SUBJECT_OPENERS
    if words[k] in ("in", "op", "met") and words[k + 1] in ("hoeverre", "welke"):
        return True
    return words[k] in ("hoe", "welke", "waarom", "wat") and (
        words[k + 1] in FIRST_VERBS or (words[k] == "hoe" and words[k + 1].endswith("t"))
    )


SUBJECT_OPENERS = word_class("onderwerp-na-vraagwerkwoord")


#: Clauses that may be inserted into another: `doe ik, zoals gebruikelijk, geen uitspraken`.
INSERTED = RELATIVES | {"zoals", "als"}
SUBJECT_PRONOUNS = frozenset({"ik", "wij", "we", "zij", "deze", "het"})
#: Words that stand before the verb of a main clause: `, en daar houd ik mijn hart voor vast`.
FRONTED = word_class("aanwijzend") | {"daar", "hier", "daarom", "dus", "dan"}
#: Words that open an indirect question: `Of dat zo is, laat ik in het midden`.
QUESTIONING = EMBEDDED_QUESTION | QUESTION_WORDS | {"of"}
#: Before `als` these make a condition of it, without a comma: `alleen als dat nodig is`.
RESTRICTING = frozenset({"alleen", "slechts", "pas", "enkel", "ook", "zelfs", "behalve"})
CLOSED_BY_COMMA = ADVERBIAL | RELATIVES | CONDITIONALS | {"zoals"}


def _after_openers(words: Sequence[str]) -> int:
    """Return where a question begins behind `En`, `Maar`, `Zo ja,`. Any other word before the verb makes a statement of it."""
    k = 0
    if words[:1] and words[0] in QUESTION_OPENERS:
        k = 1
    if word_at(words, k) == "zo" and word_at(words, k + 1) in ("ja", "nee", "niet"):
        k += 2
    return k + 1 if k and word_at(words, k) == "," else k


def boundaries(words: Sequence[str], actor_starts: Sequence[int] = (), actor_ends: Sequence[int] = ()) -> list[int]:
    """Return for each token where its clause begins; behind an inserted clause that is where it began before.

    `actor_starts` and `actor_ends` are the first and last tokens of the actors: `en` before an actor begins a new
    clause (`Rusland dreigt en het kabinet steunt …`) unless another actor stands right before it (`de EU en de NAVO`).
    """
    starts: list[int] = []
    begin, opener, weighs = 0, word_at(words, 0), False
    around: int | None = None  # where the clause began into which the present one is inserted
    subjects = set(actor_starts)
    splices = {first for first, last in zip(actor_starts, actor_ends, strict=True) if word_at(words, last + 1) in FINITE}
    for i, word in enumerate(words):
        weighs = weighs or word.startswith(WEIGHING)
        asks_now = weighs and word in QUESTION_WORDS and _follows(words, i, actor_ends)
        if asks_now or _opens_clause(words, i, weighs=weighs) or (word == "maar" and word_at(words, i - 1) == ","):
            around = begin if word_at(words, i - 1) == "," and begin < i - 1 and word in INSERTED else None
            begin, opener = i + 1, word
        elif word == "," and (_ends_clause(words, i, opener, splices) or (begin <= 2 and i + 2 in subjects and _inverts(words, i, opener))):
            begin = i + 1 if around is None or i + 1 in splices else around
            opener, around = "", None
        elif word in COORDINATORS and _coordinates(words, i, subjects, actor_ends):
            begin, opener, around = i + 1, "", None
        starts.append(min(begin, i))
    return starts


def _follows(words: Sequence[str], at: int, ends: Collection[int]) -> bool:
    """Tell whether an actor, and at most a preposition, stands right before: `vragen deze leden op welke manier …`."""
    return at - 1 in ends or (at - 2 in ends and words[at - 1] in PREPOSITIONS)


def _coordinates(words: Sequence[str], at: int, subjects: Collection[int], ends: Sequence[int]) -> bool:
    """Tell whether `en` joins clauses and no nouns: a subject or a finite verb stands behind it."""
    behind = word_at(words, at + 1)
    if behind in FINITE or (at + 1 in subjects and at - 1 not in ends):
        return True
    if behind in JOINED_VERBS and (word_at(words, at + 2) not in AFTER_NOUN or behind in PLEADING):
        return True
    if word_at(words, at - 1) != ",":
        return False
    return behind in ("de", "het", "een", "deze", "dit", "die") or (
        behind in FRONTED
        and (word_at(words, at + 3) in SUBJECT_PRONOUNS or (at + 3 in subjects and word_at(words, at + 2) in FINITE | JOINED_VERBS))
    )


def _ends_clause(words: Sequence[str], comma: int, opener: str, splices: Collection[int]) -> bool:
    """Tell whether the comma ends a clause: `omdat …,`; `Dat dit niet helpt, onderschrijven wij`; `…, het kabinet kan …`."""
    behind = word_at(words, comma + 1)
    if opener in CLOSED_BY_COMMA or comma + 1 in splices or behind == "dan":
        return True
    return (opener in SUBORDINATORS or opener in QUESTIONING) and (behind in FINITE or word_at(words, comma + 2) in SUBJECT_PRONOUNS)


def _inverts(words: Sequence[str], comma: int, opener: str) -> bool:
    """Tell whether the main clause begins behind the comma, by its verb: `Waar Frankrijk dat wil, kiest Duitsland voor rust`."""
    return word_at(words, comma + 1) not in PREPOSITIONS | COORDINATORS and opener in SUBORDINATORS | QUESTIONING


def word_at(words: Sequence[str], at: int) -> str:
    """Return the word at a place; empty where there is none."""
    return words[at] if 0 <= at < len(words) else ""


def _opens_clause(words: Sequence[str], at: int, *, weighs: bool) -> bool:
    """Tell whether a subordinate clause begins behind this word; `weighs`: something before it asks or considers."""
    word, before, behind = words[at], word_at(words, at - 1), word_at(words, at + 1)
    if word == "dat":
        return is_conjunction(words, at)
    if word in SUBORDINATORS or (word in STOPS and not _brackets_a_name(words, at)):
        return True
    if word == ".":
        return bool(behind)  # Voorzitter. Ik ontraad de motie.
    if word in EMBEDDED_QUESTION:
        return at > 0
    if word in QUESTION_WORDS and (before in ("vraag", "vragen") or _opens_fronted_question(words, at)):
        return True
    if word == "zoals":
        return before == ","
    if word == "als" and before in RESTRICTING:
        return True
    if word == "als" and behind in CONDITIONAL_SUBJECTS and before not in COMPARING and word_at(words, at - 2) not in AS_MUCH:
        return True  # worden gehaald als er tekorten ontstaan
    if word in ("als", "nu"):
        return before in ("", ",") and (behind in CLAUSE_OPENERS or behind in AFTER_WHETHER or behind[:1].isdigit())
    if word == "of":
        return bool(behind) and (weighs or before == "," or behind in AFTER_WHETHER)
    return word in RELATIVES and before == ","


def _brackets_a_name(words: Sequence[str], at: int) -> bool:
    """Tell whether this is a bracket around a name or an abbreviation: `de heer Hofstede (CDA) spreekt …`."""
    if words[at] == "(":
        return ")" in words[at + 1 : at + 1 + LONGEST_IN_BRACKETS + 1]
    return words[at] == ")" and "(" in words[max(0, at - 1 - LONGEST_IN_BRACKETS) : at]


def _opens_fronted_question(words: Sequence[str], at: int) -> bool:
    """Tell whether the sentence begins with an indirect question: `In welke woorden ik mij uitlaat, hangt af van het verloop`."""
    if at > 1 or (at == 1 and words[0] not in PREPOSITIONS) or "?" in words[-2:] or "," not in words:
        return False
    return not SUBJECT_PRONOUNS.isdisjoint(words[at + 1 : at + 4]) and word_at(words, at + 1) not in FINITE


def opener(words: Sequence[str], starts: Sequence[int], at: int) -> str:
    """Return the word that opens the clause of the token at `at`: dat, of, indien …; empty for a main clause.

    >>> opener("of ratificatie haalbaar is , valt niet te zeggen".split(), [0] * 5 + [5] * 4, 2)
    'of'
    """
    start = starts[at]
    if start:
        return words[start - 1]
    return "of" if word_at(words, 0) == "of" else ""


def is_conditional(words: Sequence[str], starts: Sequence[int], at: int) -> bool:
    """Tell whether the token stands in a condition: `indien dat wenselijk is`, `mocht het nodig blijken`."""
    if opener(words, starts, at) in CONDITIONALS or opener(words, starts, at) in ("als", "wanneer"):
        return True
    return words[starts[at]] in CONDITIONALS and starts[at] == 0


def is_negated(words: Sequence[str], starts: Sequence[int], tokens: Sequence[int]) -> bool:
    """Tell whether a negation stands in the clause of these tokens (and is not one of them)."""
    first, last = tokens[0], tokens[-1]
    end = (
        last + 1
        if opener(words, starts, last) in SUBORDINATORS - {";", "?"}
        else next(
            (i for i in range(last + 1, len(words)) if words[i] in ENDS_SCOPE and not (words[i] == "dat" and ends_without_verb(words, i))),
            len(words),
        )
    )
    begin = max(
        starts[first], next((i + 1 for i in range(first - 1, starts[first] - 1, -1) if words[i] == "," and words[i + 1] in COORDINATORS), 0)
    )
    for i in range(begin, end):
        if words[i] in NEGATIONS and i not in tokens and starts[i] in (starts[first], starts[last], i):
            if (words[i] == "niet" and is_rhetorical(words, i)) or _denies_a_purpose(words, begin, i, first):
                continue
            if any(words[k] in {"maar", "en"} for k in range(min(i, last) + 1, max(i, first))) and not first < i < last:
                continue
            return True
    return False


def _denies_a_purpose(words: Sequence[str], begin: int, at: int, first: int) -> bool:
    """Tell whether a denial belongs to an `om … te` clause before the cue: `het besluit om daar niet te bouwen getuigt van moed`."""
    return "om" in words[begin:at] and "te" in words[at + 1 : first - 1]


def is_rhetorical(words: Sequence[str], at: int) -> bool:
    """Tell whether the `niet` at this place denies nothing: niet alleen … maar ook, niet in de laatste plaats, niet meer dan."""
    return word_at(words, at + 1) in NOT_DENYING or any(list(words[at + 1 : at + 1 + len(idiom)]) == idiom for idiom in IDIOMS)


IDIOMS = (["in", "de", "laatste"], ["meer", "dan"], ["voor", "niets"], ["ten", "onrechte"], ["onder", "stoelen"])


def denies(words: Sequence[str]) -> bool:
    """Tell whether a clause says that something can't or mustn't be: `mag niet`, `kan geen`."""
    words = _without_relatives(words)
    words = words[: next((i for i, word in enumerate(words) if i and word in SUBORDINATORS), len(words))]
    denied = any(word in {"niet", "geen", "nooit"} and not _contrasts(words, i) for i, word in enumerate(words))
    return denied and bool(MODALS & set(words)) and "alleen" not in words


def exceeds(words: Sequence[str]) -> bool:
    """Tell whether a clause ends in what is too much of something: `dat de lasten te hoog zijn`, but not `dat zij te helpen zijn`.

    >>> [exceeds(text.split()) for text in ("dat de lasten te hoog zijn .", "dat zij te helpen zijn .", "dat het te vroeg komt")]
    [True, False, False]
    """
    return any(
        words[i] == "te" and not words[i + 1].endswith("n") and words[i + 2] in BEING and word_at(words, i + 3) in ENDS_OPINION
        for i in range(len(words) - 2)
    )


def denies_plainly(words: Sequence[str]) -> bool:
    """Tell whether the clause of an opinion denies: `dat een student geen melkkoe is`, `dat dit hier niet thuishoort`."""
    words = _without_relatives(words)
    end = next((i for i, word in enumerate(words) if i and (word in SUBORDINATORS or word in STOPS or word == "waarom")), len(words))
    clause = words[:end]
    return "maar" not in clause and any(
        word in PLAIN_DENIALS and not is_rhetorical(clause, i) and not _contrasts(clause, i) for i, word in enumerate(clause)
    )


def _without_relatives(words: Sequence[str]) -> list[str]:
    """Return the words without clauses that say of whom one speaks: `landen die hun norm niet halen, moeten …`."""
    kept: list[str] = []
    inside = False
    for i, word in enumerate(words):
        inside = (inside and word != ",") or (word == "die" and i > 0 and "," in words[i:])
        if not inside:
            kept.append(word)
    return kept


def _contrasts(words: Sequence[str], at: int) -> bool:
    """Tell whether a denial only sets off what was said: `een bovengrens is en geen openingsbod`."""
    return at > 1 and words[at - 1] == "en" and words[at] == "geen"


def is_quoted(words: Sequence[str], at: int) -> bool:
    """Tell whether the word at this place is somebody's words, quoted with who said them: `«Dat mag niet», zei de president`.

    >>> is_quoted("« dat mag niet » , zei de president".split(), 2), is_quoted("wij vinden « dat » niet goed".split(), 2)
    (True, False)
    """
    close = next((i for i in range(at + 1, len(words)) if words[i] in CLOSING_QUOTES), None)
    if close is None or OPENING_QUOTES.isdisjoint(words[:at]):
        return False
    return not SAYING.isdisjoint(words[close + 1 : close + 4])


OPENING_QUOTES = frozenset({"«", "“", "„", "‘", '"', "'"})
CLOSING_QUOTES = frozenset({"»", "”", "’", '"', "'"})
SAYING = word_class("zeggen")
