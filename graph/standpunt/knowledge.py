"""Knowledge files (data/knowledge/*.csv) as typed rows; complains with file, line, column, value and what was allowed.

A row type is a frozen dataclass whose fields are the file's columns, in order. The annotation says what a cell may
hold: `str` (not empty), `str | None`, `tuple[str, ...]` (parts between semicolons), `date | None` (2023-03-22),
`int | None`, `float | None`, `bool` (ja or nee), or a `Literal`. Every file starts with `id` and ends with `bron` and `toelichting`.
"""

from __future__ import annotations

import csv
import dataclasses
import re
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

from standpunt import resources
from standpunt.errors import Fault, KnowledgeError

SEPARATOR = ";"

#: The words of a topic's term: a `*` may stand at either end of a word, nowhere else.
_TOPIC_PHRASE = re.compile(r"\*?[\w'’%+.,-]+\*?(?: \*?[\w'’%+.,-]+\*?)*")


class Row(Protocol):
    """What every row type has."""

    @property
    def id(self) -> str:
        """Stable id, unique in its file."""
        ...


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Faction:
    """A parliamentary group, over one unbroken period under one name."""

    id: str  # faction/VVD
    naam: str
    naam_en: str | None
    afkorting: str
    vormen: tuple[str, ...]  # other written forms: "Partij voor de Dieren", "GL"
    geldig_van: date | None
    geldig_tot: date | None
    voorgangers: tuple[str, ...]  # ids of the factions it came out of
    kamers: tuple[str, ...]  # TK, EK
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Verb:
    """A strong or irregular verb; regular ones need no row. `id` is the infinitive without its particle."""

    id: str
    tegenwoordig: tuple[str, ...]
    verleden: tuple[str, ...]
    deelwoord: tuple[str, ...]
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of function words; `woorden` are separated by blanks, since punctuation counts among them."""

    id: str
    woorden: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that stand in one place of many cue phrases, written there as `<onwenselijk>`.

    `richting`: what the words say of what they are said of; empty for words that judge nothing (`voorstel`, `stap`).
    """

    id: str
    richting: Literal["voor", "tegen", "zorg"] | None
    woorden: tuple[str, ...]
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Cue:
    """A family of phrases that make a claim. `vuurt` and `vuurt_niet` are its test.

    `relatie` is the relation, or `opinion` where the clause that follows decides (`is van mening dat …`).
    `houder`: whose claim it is: the subject of the verb (`onderwerp`), whoever gives the judgement (`spreker`), the
    subject where there is one, else the judge (`beide`), the one whom something befalls (`ervaarder`: "baart het
    kabinet zorgen"), whose it is (`bezitter`: "de oproep van Polen"), whoever is named as feeling it, and never who
    speaks (`genoemde`: "onder de lidstaten bestaat brede steun").
    `vraag`: whether it also counts within a question (`ja`), only there (`alleen`), or not (`nee`).
    `ontkend`: what a negation makes of it; empty: what is usual for the relation.
    """

    id: str
    relatie: Literal["asks_about", "calls_for", "supports", "opposes", "concerned_about", "commits_to", "opinion"]
    patronen: tuple[str, ...]  # in the language of relate.patterns
    houder: Literal["onderwerp", "spreker", "beide", "ervaarder", "bezitter", "genoemde"]
    vraag: Literal["nee", "ja", "alleen"]
    ontkend: Literal["om", "weg", "blijft"] | None
    vuurt: str
    vuurt_niet: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Silencer:
    """Phrases beside which a cue means nothing: `op grond van artikel 5 moet …` demands nothing.

    `stil` is its test: a sentence in which each of `cues` would fire (or the one that can) and is silenced.
    """

    id: str
    cues: tuple[str, ...]  # ids of cue rows
    spreker: Literal["fractie", "kabinet"] | None  # only where they speak; empty: whoever speaks
    patronen: tuple[str, ...]  # in the language of relate.patterns
    stil: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """Words that stand for an actor without naming it: `het kabinet`, `deze leden`, `ik`, `bondgenoten`."""

    id: str
    vormen: tuple[str, ...]
    wie: str  # an entity id, or spreker (who speaks), leden (the block's faction), vorige (whom the last sentence was about), daar, …
    getal: Literal["ev", "mv", "beide"]
    rol: Literal["onderwerp", "voorwerp", "beide"]  # ik and zij are subjects, mij and hen are not
    hoofdletter: bool  # only where its last word has a capital: de Commissie, no commission of inquiry
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Perspective:
    """Words that say whose view a sentence gives: `volgens`, `in de ogen van`, `stelt dat`; `noemt … een gotspe` (`benoeming`)."""

    id: str
    soort: Literal["voorzetsel", "werkwoord", "benoeming", "naamwoord", "nieuws", "tussenzin"]
    patronen: tuple[str, ...]
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class AnswerCue:
    """A family of phrases that tell what a sentence does in an answer. `vuurt` and `vuurt_niet` are its test.

    `doet`: withholds (`weigert`), says why (`reden`; `tijd`: only where no other reason is given), points elsewhere
    (`verwijst`), promises to inform (`toezegging`), takes a stand (`standpunt`), or explains without answering
    (`achtergrond`).
    `eigen`: whether the sentence must name the one who answers (ik, het kabinet, Nederland).
    """

    id: str
    doet: Literal["weigert", "reden", "tijd", "verwijst", "toezegging", "standpunt", "achtergrond"]
    reden: Literal["confidentiality", "no_speculation", "not_ours_to_say", "premature", "refers_elsewhere"] | None
    eigen: bool
    patronen: tuple[str, ...]  # in the language of relate.patterns; ^ is the beginning of the sentence
    tenzij: tuple[str, ...]  # words beside which it does not count
    vuurt: str
    vuurt_niet: str
    bron: str | None
    toelichting: str | None

    @property
    def rule(self) -> str:
        """Return the name of the rule that finds a refusal by this row."""
        return f"{self.doet}-{self.id}"


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """A closed class of words by which the sentences of an answer are read."""

    id: Literal["eigen", "lijdend", "tweede", "vooraan", "daarom"]
    woorden: tuple[str, ...]
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class CommitmentCue:
    """A family of phrases that tell what kind of commitment a sentence makes, or that it keeps an earlier one (`fulfils`)."""

    id: str
    soort: Literal["promise_to_house", "ongoing_effort", "fulfils"]
    patronen: tuple[str, ...]  # in the language of relate.patterns
    tenzij: tuple[str, ...]  # words beside which it does not count
    vuurt: str
    vuurt_niet: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class DeadlineTerm:
    """A word for a time by which something is promised, and the days it stands for. `vuurt` and `vuurt_niet` are its test.

    `soort`: a stretch of the year (`periode`), a part of a year or month (`deel`), no last day at all (`open`), again
    and again (`herhaald`), what a promise waits for (`na afronding van …`: `afloop`). `begin` and `eind` are written
    `07-03`, or `vrijdag 07-03` for the first Friday from then on; `dag` is the last day of that part of a month.
    `benadering`: the calendar differs a little from year to year.
    """

    id: str
    vormen: tuple[str, ...]
    soort: Literal["periode", "deel", "open", "herhaald", "afloop"]
    begin: str | None
    eind: str | None
    dag: int | None
    benadering: bool
    vuurt: str
    vuurt_niet: str
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield the columns whose day of the year can't be read."""
        for column, day in (("begin", self.begin), ("eind", self.eind)):
            if day and not re.fullmatch(r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?(?:0\d|1[0-2])-[0-3]\d", day):
                yield column, "allowed: a day such as 07-03, or vrijdag 07-03 for the first Friday from then on"


@dataclass(frozen=True, slots=True)
class RuleConfidence:
    """How often a rule was right on the gold; written by `standpunt evaluate --save`, never by hand."""

    id: str  # the rule
    goed: int
    fout: int
    ondergrens: float | None  # lower end of the 95 % Wilson interval; None below five cases
    bron: str | None
    toelichting: str | None


#: What may stand in a pattern of headings.csv between braces.
PATTERN_PLACEHOLDERS = ("{fractie}", "{(fractie)}", "{lid}", "{ambt}", "{nummer}", "{nummers}", "{rest}", "{vervolg}")


def expression_problems(column: str, expression: str, example: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a regular expression, or that it does not find the row's example."""
    try:
        found = re.search(expression, example, re.MULTILINE)
    except re.error as error:
        yield column, f"is no regular expression: {error}"
    else:
        if found is None:
            yield column, f"does not find the row's example {example!r}"


@dataclass(frozen=True, slots=True)
class HeadingPattern:
    """Words by which a line or paragraph is known as a heading.

    In a pattern, round brackets hold what may be missing, `|` parts alternatives, and {fractie}, {lid}, {ambt},
    {nummer}, {nummers} and {rest} stand for a faction, a member, an office, a number, several and the words that follow.
    """

    id: str
    soort: Literal[
        "inbreng", "vragen", "antwoorden", "antwoord", "vraag", "inhoudsopgave", "overweging", "motie", "agenda", "briefhoofd", "nummer"
    ]
    patroon: str
    los: bool  # also counts where no empty line stands around it
    voorbeeld: str
    tegenvoorbeeld: str | None
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what the cell types can't say: brackets and placeholders of the pattern."""
        if self.patroon.replace("{(", "{").replace(")}", "}").count("(") != self.patroon.replace("{(", "{").replace(")}", "}").count(")"):
            yield "patroon", "every ( needs its )"
        for placeholder in re.findall(r"\{[^}]*\}", self.patroon):
            if placeholder not in PATTERN_PLACEHOLDERS:
                yield "patroon", f"{placeholder} is no placeholder; allowed: {', '.join(PATTERN_PLACEHOLDERS)}"


@dataclass(frozen=True, slots=True)
class TurnCue:
    """Words that tell a faction's questions from the cabinet's answer where layout does not."""

    id: str
    woorden: str  # a regular expression
    kant: Literal["vraag", "antwoord"]
    gewicht: int
    voorbeeld: str
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what the cell types can't say: whether the expression is one, and finds its example."""
        yield from expression_problems("woorden", self.woorden, self.voorbeeld)


@dataclass(frozen=True, slots=True)
class KindCue:
    """Words that tell which kind of paper a text is; a kind needs `2` points at least."""

    id: str
    soort: Literal["written_consultation", "letter", "motion", "debate", "written_questions"]
    woorden: str  # a regular expression, matched anywhere
    gewicht: int
    voorbeeld: str
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what the cell types can't say: whether the expression is one, and finds its example."""
        yield from expression_problems("woorden", self.woorden, self.voorbeeld)


@dataclass(frozen=True, slots=True)
class PointerPattern:
    """Words by which an answer points at another answer, or a faction joins another's questions."""

    id: str
    soort: Literal["antwoord", "fractie", "vorige", "aansluiting", "elders"]
    patroon: str  # a regular expression; {nummers} and {fractie} as in headings
    voorbeeld: str
    tegenvoorbeeld: str | None
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation with a full stop."""

    id: str
    afkorting: str
    einde: bool  # a sentence may end in it
    voorbeeld: str | None
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class SmallWord:
    """A word by which layout is understood: no text ends in it, it makes a sentence, or it is part of a surname."""

    id: str
    woord: str
    soort: Literal["open", "persoonsvorm", "voegsel"]
    voorbeeld: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class HyphenPart:
    """Part of a word that keeps its hyphen at the end of a line."""

    id: str
    deel: str
    plaats: Literal["voor", "achter", "los"]  # before the hyphen, behind a name and a hyphen, or a word of its own behind it
    voorbeeld: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166-1 (and Kosovo) with the words for it."""

    id: str  # country/UA
    naam: str
    naam_en: str
    vormen: tuple[str, ...]  # other names: "VS", "Wit-Rusland"
    bijvoeglijk: tuple[str, ...]  # "Russisch", "Russische"
    inwoners: tuple[str, ...]  # "Rus", "Russen"
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or one of its bodies."""

    id: str  # org/NAVO
    naam: str
    naam_en: str | None
    vormen: tuple[str, ...]  # other written forms, abbreviations among them
    soort: str  # internationaal, eu, eu_raad, navo, kamer, ministerie, agentschap, bedrijf, ngo, …
    onderdeel_van: str | None
    tooi: str | None  # code in the national list of government bodies, only where certain
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class NoName:
    """What looks like a name, or holds one, and names no entity: "Latijns-Amerika"."""

    id: str
    vorm: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A title or form of address before a person's name."""

    id: str
    vorm: str
    soort: Literal["ambt", "aanspreking", "lid", "graad"]
    meervoud: bool  # announces several: "de leden Verhulst en Ter Beek"
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name: with a capitalised word behind it, it names a person."""

    id: str
    naam: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class NoSurname:
    """A word that stands with a capital behind a title and is no surname: "Minister Buitenlandse Zaken"."""

    id: str
    woord: str
    portefeuille: bool  # part of an office's name, behind which the name may follow: "Minister van Financiën Dijsselbloem"
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person known by name alone."""

    id: str  # person/Poetin
    naam: str
    naam_en: str | None
    vormen: tuple[str, ...]  # other forms that name the person beyond doubt
    functie: str | None
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """A noun for a meeting."""

    id: str
    vorm: str
    soort: Literal["kamer", "raad", "top", "bijeenkomst", "bezoek"]
    zelfstandig: bool  # names one meeting without a date or place beside it: "tweeminutendebat"
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class NameHead:
    """The word that tells what a name in capitals is a name of: "Centrum voor …", "… Fund".

    `achteraan`: whether a name may end in it, as a word of its own ("Mulier Instituut", "Innovation Fund") or as the tail
    of one ("Hartstichting" too).
    """

    id: str
    woord: str
    soort: Literal["organisatie", "instrument"]
    naam_erachter: bool  # the name may follow without a preposition: "Universiteit Leiden", but not "Raad Leiden"
    achteraan: Literal["woord", "samenstelling"] | None
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class CompoundHead:
    """The second part of a compound with a name: "Ruslandbeleid"."""

    id: str
    woord: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, law, programme or strategy with a name."""

    id: str  # instrument/StrategischConcept
    naam: str
    naam_en: str | None
    vormen: tuple[str, ...]
    soort: Literal["verdrag", "eu_recht", "wet", "strategie", "programma", "fonds", "akkoord", "besluit", "systeem"]
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of policy, and the terms that name it.

    A term is a word or words in order; case, accents and hyphens don't count, and a word of five letters or more also
    matches with -s, -'s, -e, -n or -en. `*` at either end of a word stands for any letters (`sanctie*`, `*sancties`); a word
    in capitals (`OV`) matches capitals only. `a|b` is either, `a&b` is both within one sentence or clause before a
    semicolon, and `|` binds stronger: `lid|lidmaatschap&navo&oekraïne`. A term after `~` counts only where an exchange
    keeps coming back to it, never in a sentence by itself.
    """

    id: str  # topic/sancties-rusland
    naam: str
    naam_en: str
    breder: tuple[str, ...]  # ids of broader topics
    termen: tuple[str, ...]
    niet_bij: tuple[str, ...]  # a sentence with one of these terms doesn't name the topic
    misstand: bool  # nobody is for it: who "supports" it, supports what is done about it
    definitie: str
    beleidscategorie: str | None  # id of a policy category
    eurovoc: str | None  # number of the EuroVoc concept, where it is certain
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield terms that can't be read."""
        for column, terms in (("termen", self.termen), ("niet_bij", self.niet_bij)):
            for term in terms:
                if not all(_TOPIC_PHRASE.fullmatch(phrase) for phrase in term.removeprefix("~").replace("&", "|").split("|")):
                    yield column, f"{term!r}: words with spaces between, * only at the ends of a word, | and & between phrases"
                if column == "niet_bij" and term.startswith("~"):
                    yield column, f"{term!r}: ~ has no meaning here"


@dataclass(frozen=True, slots=True)
class PolicyCategory:
    """A policy category of the official publications (overheid:TaxonomieBeleidsagenda)."""

    id: str  # Internationaal | Defensie
    iri: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class TopicName:
    """A name that holds words of a topic and names none: `Landbouw- en Visserijraad`."""

    id: str
    vorm: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class CommonWord:
    """Words too common in papers to be a subject by themselves."""

    id: str
    woorden: tuple[str, ...]
    bron: str | None
    toelichting: str | None


#: Every knowledge file and the type of its rows.
TABLES: dict[str, type[Row]] = {
    "factions.csv": Faction,
    "countries.csv": Country,
    "organisations.csv": Organisation,
    "no_names.csv": NoName,
    "roles.csv": RoleWord,
    "given_names.csv": GivenName,
    "no_surnames.csv": NoSurname,
    "persons.csv": Person,
    "meetings.csv": MeetingKind,
    "instruments.csv": Instrument,
    "name_heads.csv": NameHead,
    "compound_heads.csv": CompoundHead,
    "topics.csv": Topic,
    "topic_names.csv": TopicName,
    "policy_categories.csv": PolicyCategory,
    "common_words.csv": CommonWord,
    "rule_confidence.csv": RuleConfidence,
    "verbs.csv": Verb,
    "word_classes.csv": WordClass,
    "word_lists.csv": WordList,
    "cues/asks_about.csv": Cue,
    "cues/calls_for.csv": Cue,
    "cues/supports.csv": Cue,
    "cues/opposes.csv": Cue,
    "cues/concerned_about.csv": Cue,
    "cues/commits_to.csv": Cue,
    "answer_cues.csv": AnswerCue,
    "answer_words.csv": AnswerWords,
    "deadlines.csv": DeadlineTerm,
    "commitment_cues.csv": CommitmentCue,
    "actor_phrases.csv": ActorPhrase,
    "perspectives.csv": Perspective,
    "silencers.csv": Silencer,
    "headings.csv": HeadingPattern,
    "turns.csv": TurnCue,
    "kinds.csv": KindCue,
    "pointers.csv": PointerPattern,
    "abbreviations.csv": Abbreviation,
    "hyphens.csv": HyphenPart,
    "small_words.csv": SmallWord,
}


def _cell(kind: Any, text: str) -> Any:
    """Return the value of a cell; raises ValueError that says what was allowed."""
    text = text.strip()
    if get_origin(kind) in (types.UnionType, Union):
        if not text:
            return None
        return _cell(next(option for option in get_args(kind) if option is not type(None)), text)
    if get_origin(kind) is tuple:
        return tuple(part.strip() for part in text.split(SEPARATOR) if part.strip())
    if get_origin(kind) is Literal:
        if text not in get_args(kind):
            raise ValueError(f"allowed: {', '.join(map(str, get_args(kind)))}")
        return text
    if kind is bool:
        if text not in ("ja", "nee"):
            raise ValueError("allowed: ja, nee")
        return text == "ja"
    if kind is int:
        try:
            return int(text)
        except ValueError:
            raise ValueError("allowed: a whole number") from None
    if kind is float:
        try:
            return float(text)
        except ValueError:
            raise ValueError("allowed: a number such as 0.87") from None
    if kind is date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueError("allowed: a date such as 2023-03-22") from None
    if not text:
        raise ValueError("must not be empty")
    return text


def _rows(row_type: type[R], path: Path, faults: list[Fault]) -> Iterator[R]:
    kinds = get_type_hints(row_type)
    columns = [field.name for field in dataclasses.fields(row_type)]  # type: ignore[arg-type]
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if reader.fieldnames != columns:
            faults.append(Fault(path, 1, "-", ",".join(reader.fieldnames or []), f"columns must be: {','.join(columns)}"))
            return
        seen: dict[str, int] = {}
        for cells in reader:
            line = reader.line_num
            if None in cells or None in cells.values():
                faults.append(
                    Fault(path, line, "-", str(cells.get("id")), f"a row has {len(columns)} cells; quote a cell that holds a comma")
                )
                continue
            values = {}
            for column in columns:
                try:
                    values[column] = _cell(kinds[column], cells[column])
                except ValueError as error:
                    faults.append(Fault(path, line, column, cells[column], str(error)))
            if len(values) < len(columns):
                continue
            row = row_type(**values)
            if row.id in seen:
                faults.append(Fault(path, line, "id", row.id, f"stands already on line {seen[row.id]}; ids are unique"))
                continue
            seen[row.id] = line
            faults.extend(Fault(path, line, column, str(values[column]), problem) for column, problem in getattr(row, "problems", tuple)())
            yield row


def read(row_type: type[R], path: Path) -> tuple[R, ...]:
    """Return the rows of a knowledge file.

    A row type may have a method `problems()` that yields (column, problem) pairs for what the cell types can't say.

    Raises:
        KnowledgeError: the file holds faults; all of them are listed.
    """
    faults: list[Fault] = []
    rows = tuple(_rows(row_type, path, faults))
    if faults:
        raise KnowledgeError(faults)
    return rows


@lru_cache
def table(row_type: type[R]) -> tuple[R, ...]:
    """Return the rows of the knowledge files whose rows have this type.

    Raises:
        KnowledgeError: a file holds faults; all of them are listed.
    """
    names = [name for name, kind in TABLES.items() if kind is row_type]
    return tuple(row for name in names for row in read(row_type, resources.knowledge(name)))


def check(folder: Path | None = None) -> Iterable[Fault]:
    """Yield the faults of every knowledge file, in `folder` or in our own."""
    folder = folder or resources.path("data", "knowledge")
    for name, row_type in TABLES.items():
        path = folder / name
        if not path.exists():
            yield Fault(path, 0, "-", name, "file is missing")
            continue
        try:
            read(row_type, path)
        except KnowledgeError as error:
            yield from error.faults
