"""Knowledge files (data/knowledge/*.csv) as typed rows; complains with file, line, column, value and what was allowed.

A row type is a frozen dataclass whose fields are the file's columns, in order. The annotation says what a cell may
hold: `str` (not empty), `str | None`, `tuple[str, ...]` (parts between semicolons), `date | None` (2023-03-22),
`int | None`, `float | None`, `bool` (ja or nee), or a `Literal`; `Annotated` adds what it looks like (`Shape`, `Filled`). Every file
starts with `id` and ends with `bron` and `toelichting`. What two rows or two files must agree on, `agreement` checks.
"""

from __future__ import annotations

import csv
import dataclasses
import re
import types
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, Protocol, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from standpunt import resources
from standpunt.errors import Fault, KnowledgeError

SEPARATOR = ";"

#: The words of a topic's term, each with a letter or digit; a `*` may stand at either end of a word, nowhere else.
_TOPIC_WORD = r"\*?(?=[^ *]*[^\W_])[\w'’%+.,-]+\*?"
_TOPIC_PHRASE = re.compile(rf"{_TOPIC_WORD}(?: {_TOPIC_WORD})*")


class Row(Protocol):
    """What every row type has."""

    @property
    def id(self) -> str:
        """Stable id, unique in its file."""
        ...


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a cell, or each part of it, looks like; `allowed` says it in words."""

    expression: str
    allowed: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell of several parts has one at least."""


_CAPITAL = "A-ZÀ-ÖØ-Þ"
FactionId: TypeAlias = Annotated[str, Shape(r"faction/[^\s/]+", "faction/ and a short name, such as faction/VVD")]
CountryId: TypeAlias = Annotated[str, Shape(r"country/[A-Z]{2}", "country/ and two capitals of ISO 3166-1, such as country/UA")]
OrganisationId: TypeAlias = Annotated[str, Shape(r"org/[^\s/]+", "org/ and a short name, such as org/NAVO")]
PersonId: TypeAlias = Annotated[str, Shape(r"person/[^\s/]+", "person/ and a surname without spaces, such as person/Poetin")]
InstrumentId: TypeAlias = Annotated[str, Shape(r"instrument/[^\s/]+", "instrument/ and a short name, such as instrument/NavoVerdrag")]
TopicId: TypeAlias = Annotated[str, Shape(r"topic/[a-z0-9-]+", "topic/ and small letters, digits and hyphens: topic/sancties-rusland")]
RuleId: TypeAlias = Annotated[str, Shape(r"[^\s/]+", "a name without spaces, such as zorgen-maken")]
#: Sentences are read in small letters, so a capital in one of these would never be found.
_SMALL = Shape(rf"[^{_CAPITAL}]+", "small letters only; sentences are compared in small letters")
Lower: TypeAlias = Annotated[str, _SMALL]
LowerWords: TypeAlias = Annotated[tuple[str, ...], _SMALL]
Phrases: TypeAlias = Annotated[tuple[str, ...], Filled(), _SMALL]
Several: TypeAlias = Annotated[tuple[str, ...], Filled()]
#: Words that become part of a longer pattern, so that they hold nothing but letters.
Capitalised: TypeAlias = Annotated[str, Shape(rf"[{_CAPITAL}][^\W\d_]*(?:-[^\W\d_]+)*", "one word that begins with a capital")]
SmallLetters: TypeAlias = Annotated[str, Shape(rf"(?:(?![{_CAPITAL}])[^\W\d_])+", "one word in small letters")]
Weight: TypeAlias = Annotated[int, Shape(r"[1-9]\d*", "a whole number of 1 or more")]
Number: TypeAlias = Annotated[str, Shape(r"\d+", "digits only, without spaces")]
Address: TypeAlias = Annotated[str, Shape(r"https?://[^\s<>\"{}|\\^`]+", "an address on the web: https://…")]
Named: TypeAlias = Annotated[str, Shape(r".*[^\W_].*", "at least one letter or digit")]


@dataclass(frozen=True, slots=True)
class Faction:
    """A parliamentary group, over one unbroken period under one name."""

    id: FactionId
    naam: Named
    naam_en: str | None
    afkorting: str
    vormen: tuple[str, ...]  # other written forms: "Partij voor de Dieren", "GL"
    geldig_van: date | None
    geldig_tot: date | None
    voorgangers: tuple[str, ...]  # ids of the factions it came out of
    kamers: tuple[Literal["TK", "EK"], ...]
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what the cell types can't say: the order of the days."""
        if self.geldig_van and self.geldig_tot and self.geldig_tot <= self.geldig_van:
            yield "geldig_tot", f"lies before geldig_van, {self.geldig_van}; allowed: a later day, or nothing"


@dataclass(frozen=True, slots=True)
class Verb:
    """A strong or irregular verb; regular ones need no row. `id` is the infinitive without its particle."""

    id: SmallLetters
    tegenwoordig: LowerWords
    verleden: LowerWords
    deelwoord: LowerWords
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of function words; `woorden` are separated by blanks, since punctuation counts among them."""

    id: str
    woorden: Lower
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that stand in one place of many cue phrases, written there as `<onwenselijk>`.

    `richting`: what the words say of what they are said of; empty for words that judge nothing (`voorstel`, `stap`).
    """

    id: str
    richting: Literal["voor", "tegen", "zorg"] | None
    woorden: Annotated[
        Phrases, Shape(r"<[^<>\s]+>|[^<>\s{}*?~…/]+", "one word each (a phrase of several can't fill one place), or another list: <naam>")
    ]
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

    id: RuleId
    relatie: Literal["asks_about", "calls_for", "supports", "opposes", "concerned_about", "commits_to", "opinion"]
    patronen: Phrases  # in the language of relate.patterns
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
    cues: Several  # ids of cue rows
    spreker: Literal["fractie", "kabinet"] | None  # only where they speak; empty: whoever speaks
    patronen: Phrases  # in the language of relate.patterns
    stil: str
    bron: str | None
    toelichting: str | None


#: Who a phrase may stand for beside an entity: who speaks, the block's faction, whom the last sentence was about, those who met, whom
#: a question is put to, somebody who is neither, and the people of the place that opens the sentence.
WHO = ("spreker", "leden", "vorige", "ministers", "geadresseerde", "derde", "daar")


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """Words that stand for an actor without naming it: `het kabinet`, `deze leden`, `ik`, `bondgenoten`."""

    id: str
    vormen: Phrases
    wie: str  # an entity id, or one of WHO
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
    patronen: Phrases
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

    id: RuleId
    doet: Literal["weigert", "reden", "tijd", "verwijst", "toezegging", "standpunt", "achtergrond"]
    reden: Literal["confidentiality", "no_speculation", "not_ours_to_say", "premature", "refers_elsewhere"] | None
    eigen: bool
    patronen: Phrases  # in the language of relate.patterns; ^ is the beginning of the sentence
    tenzij: LowerWords  # words beside which it does not count
    vuurt: str
    vuurt_niet: str
    bron: str | None
    toelichting: str | None

    @property
    def rule(self) -> str:
        """Return the name of the rule that finds a refusal by this row."""
        return f"{self.doet}-{self.id}"

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield what the cell types can't say: whether a reason belongs here."""
        if self.doet in ("reden", "tijd") and self.reden is None:
            yield "reden", f"must not be empty where doet is {self.doet}"
        if self.doet in ("standpunt", "achtergrond", "toezegging") and self.reden is not None:
            yield "reden", f"means nothing where doet is {self.doet}; leave it empty"


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """A closed class of words by which the sentences of an answer are read."""

    id: Literal["eigen", "lijdend", "tweede", "vooraan", "daarom"]
    woorden: Phrases
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class CommitmentCue:
    """A family of phrases that tell what kind of commitment a sentence makes, or that it keeps an earlier one (`fulfils`)."""

    id: str
    soort: Literal["promise_to_house", "ongoing_effort", "fulfils"]
    patronen: Phrases  # in the language of relate.patterns
    tenzij: LowerWords  # words beside which it does not count
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
    vormen: Phrases
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
        """Yield the columns whose day of the year can't be read, or does not exist in every year, and what the sort asks for."""
        for column, day in (("begin", self.begin), ("eind", self.eind)):
            if day and not _is_day_of_year(day):
                allowed = "a day that every year has, such as 07-03 (month first), or vrijdag 07-03 for the first Friday from then on"
                yield column, f"allowed: {allowed}"
            if not day and self.soort == "periode":
                yield column, "must not be empty where soort is periode"
        if self.dag is not None and not 1 <= self.dag <= 31:
            yield "dag", "allowed: a day of the month, 1 to 31"


def _is_day_of_year(day: str) -> bool:
    found = re.fullmatch(r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?(\d\d)-(\d\d)", day)
    try:
        return found is not None and bool(date(2001, int(found[1]), int(found[2])))  # no leap year
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class RuleConfidence:
    """How often a rule was right on the gold; written by `standpunt evaluate --save`, never by hand."""

    id: str  # the rule
    goed: int
    fout: int
    ondergrens: float | None  # lower end of the 95 % Wilson interval; None below five cases
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield numbers that count or measure nothing."""
        for column, count in (("goed", self.goed), ("fout", self.fout)):
            if count < 0:
                yield column, "allowed: 0 or more; `make quality` writes this file"
        if self.ondergrens is not None and not 0 <= self.ondergrens <= 1:
            yield "ondergrens", "allowed: a number between 0 and 1; `make quality` writes this file"


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
        elif re.search(expression, "", re.MULTILINE):
            yield column, "finds nothing at all too, and so everything; is an alternative empty?"


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
        """Yield what the cell types can't say: brackets, alternatives and placeholders of the pattern."""
        bare = self.patroon.replace("{(", "{").replace(")}", "}")
        for opens, closes in ("()", "{}"):
            if bare.count(opens) != bare.count(closes):
                yield "patroon", f"every {opens} needs its {closes}"
        if re.search(r"(?<![^\s(])\||\|(?![^\s|)])", bare):
            yield "patroon", "an empty alternative: on both sides of | stands a word, without spaces"
        for placeholder in re.findall(r"\{[^}]*\}", self.patroon):
            if placeholder not in PATTERN_PLACEHOLDERS:
                yield "patroon", f"{placeholder} is no placeholder; allowed: {', '.join(PATTERN_PLACEHOLDERS)}"


@dataclass(frozen=True, slots=True)
class TurnCue:
    """Words that tell a faction's questions from the cabinet's answer where layout does not."""

    id: str
    woorden: str  # a regular expression
    kant: Literal["vraag", "antwoord"]
    gewicht: Weight
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
    gewicht: Weight
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

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield the placeholders that the sort needs and the pattern lacks."""
        needed = {"antwoord": ("{nummers}",), "fractie": ("{fractie}",), "aansluiting": ("{fractie}", "(?P<over>")}
        for part in needed.get(self.soort, ()):
            if part not in self.patroon:
                yield "patroon", f"needs {part} where soort is {self.soort}"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation with a full stop."""

    id: str
    afkorting: Annotated[str, Shape(r"\S+\.", "a word that ends in a full stop")]
    einde: bool  # a sentence may end in it
    voorbeeld: str  # one sentence; with `einde` two, of which the first ends in it
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

    id: CountryId
    naam: str
    naam_en: str
    vormen: tuple[str, ...]  # other names: "VS", "Wit-Rusland"
    bijvoeglijk: tuple[str, ...]  # "Russisch", "Russische"
    inwoners: tuple[str, ...]  # "Rus", "Russen"
    bron: str | None
    toelichting: str | None


OrganisationSort: TypeAlias = Literal[
    "adviesraad",
    "agentschap",
    "bank",
    "bedrijf",
    "beraad",
    "eu",
    "eu_agentschap",
    "eu_raad",
    "gewapende_groep",
    "hoog_college",
    "inspectie",
    "internationaal",
    "kamer",
    "kennisinstelling",
    "koepel",
    "krijgsmacht",
    "media",
    "ministerie",
    "missie",
    "museum",
    "navo",
    "ngo",
    "overheid",
    "pensioenfonds",
    "planbureau",
    "programma",
    "rechterlijk",
    "staatsdeelneming",
    "vakbond",
    "zelfstandig",
    "ziekenhuis",
]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation or one of its bodies."""

    id: OrganisationId
    naam: str
    naam_en: str | None
    vormen: tuple[str, ...]  # other written forms, abbreviations among them
    soort: OrganisationSort
    onderdeel_van: str | None
    tooi: Annotated[str, Shape(r"[a-z]+\d+", "a code such as mnre1010")] | None  # in the national list of government bodies, where certain
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
    naam: Capitalised
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class NoSurname:
    """A word that stands with a capital behind a title and is no surname: "Minister Buitenlandse Zaken"."""

    id: str
    woord: Capitalised
    portefeuille: bool  # part of an office's name, behind which the name may follow: "Minister van Financiën Dijsselbloem"
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person known by name alone."""

    id: PersonId
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
    woord: Capitalised
    soort: Literal["organisatie", "instrument"]
    naam_erachter: bool  # the name may follow without a preposition: "Universiteit Leiden", but not "Raad Leiden"
    achteraan: Literal["woord", "samenstelling"] | None
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield a word that can't be the tail of another."""
        if self.achteraan == "samenstelling" and self.woord != self.woord.capitalize():
            yield "woord", "allowed where achteraan is samenstelling: a capital and then small letters only"


@dataclass(frozen=True, slots=True)
class CompoundHead:
    """The second part of a compound with a name: "Ruslandbeleid"."""

    id: str
    woord: SmallLetters
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, law, programme or strategy with a name."""

    id: InstrumentId
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

    id: TopicId
    naam: str
    naam_en: str
    breder: tuple[str, ...]  # ids of broader topics
    termen: Several
    niet_bij: tuple[str, ...]  # a sentence with one of these terms doesn't name the topic
    misstand: bool  # nobody is for it: who "supports" it, supports what is done about it
    definitie: str
    beleidscategorie: str | None  # id of a policy category
    eurovoc: Number | None  # number of the EuroVoc concept, where it is certain
    bron: str | None
    toelichting: str | None

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield terms that can't be read."""
        for column, terms in (("termen", self.termen), ("niet_bij", self.niet_bij)):
            for term in terms:
                if not all(_TOPIC_PHRASE.fullmatch(phrase) for phrase in term.removeprefix("~").replace("&", "|").split("|")):
                    yield column, f"{term!r}: words with one space between, * only at the ends of a word, | and & between phrases"
                if column == "niet_bij" and term.startswith("~"):
                    yield column, f"{term!r}: ~ has no meaning here"


@dataclass(frozen=True, slots=True)
class PolicyCategory:
    """A policy category of the official publications (overheid:TaxonomieBeleidsagenda)."""

    id: str  # Internationaal | Defensie
    iri: Address
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class TopicName:
    """A name that holds words of a topic and names none: `Landbouw- en Visserijraad`."""

    id: str
    vorm: Named
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class CommonWord:
    """Words too common in papers to be a subject by themselves."""

    id: str
    woorden: Phrases
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


@dataclass(frozen=True, slots=True)
class Placed(Generic[R]):
    """A row and where it stands."""

    path: Path
    line: int
    row: R

    def fault(self, column: str, problem: str, value: str | None = None) -> Fault:
        """Return a fault of this row, in one of its cells or (`value`) in part of it."""
        cell = getattr(self.row, column)
        told = SEPARATOR.join(cell) if isinstance(cell, tuple) else "" if cell is None else str(cell)
        return Fault(self.path, self.line, column, told if value is None else value, problem)


class _Refused(ValueError):
    """A cell, or a part of it, can't be taken; the message says what is allowed."""

    def __init__(self, value: str, allowed: str) -> None:
        super().__init__(allowed)
        self.value = value


#: Signs that nobody sees or means, by what they are. Each makes a word that is found in no paper.
_STRAY = (
    (
        re.compile("\ufffd|\u00c3[\u00a0-\u00bf]|\u00e2\u20ac"),
        "letters were lost on the way (é became Ã©, or a question mark); open the file as UTF-8 and type them again",
    ),
    (re.compile(r"[\r\n\t\v\f]"), "a line break or tab within the cell; type a space instead"),
    (re.compile("[\u00a0\u2007\u202f]"), "a space that does not break the line, as word processors and web pages have; type a plain space"),
    (
        re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]"),
        "a sign that can't be seen, as word processors and web pages have; type the cell again",
    ),
)
#: Columns for people, not for rules.
REMARKS = ("bron", "toelichting")


def _text(column: str, text: str) -> str:
    """Return the text of a cell with accents as one sign with their letter, as papers have them."""
    for signs, problem in _STRAY[: 1 if column in REMARKS else None]:
        if found := signs.search(text.strip()):
            raise _Refused(text.strip(), f"{problem}: {found[0]!r}")
    return unicodedata.normalize("NFC", text.strip())


def _cell(kind: Any, text: str) -> Any:
    """Return the value of a cell; raises `_Refused`, which says what was allowed."""
    if get_origin(kind) is Annotated:
        inner, *demands = get_args(kind)
        value = _cell(inner, text)
        for demand in demands:
            _meet(demand, value, text)
        return value
    if get_origin(kind) in (types.UnionType, Union):
        if not text:
            return None
        return _cell(next(option for option in get_args(kind) if option is not type(None)), text)
    if get_origin(kind) is tuple:
        parts = (" ".join(part.split()) for part in text.split(SEPARATOR))
        return tuple(_cell(get_args(kind)[0], part) for part in parts if part)
    if get_origin(kind) is Literal:
        if text not in get_args(kind):
            raise _Refused(text, f"allowed: {', '.join(map(str, get_args(kind)))}")
        return text
    if kind is bool:
        if text not in ("ja", "nee"):
            raise _Refused(text, "allowed: ja, nee")
        return text == "ja"
    if kind in _READ:
        read_value, allowed = _READ[kind]
        try:
            return read_value(text)
        except ValueError:
            raise _Refused(text, f"allowed: {allowed}") from None
    if not text:
        raise _Refused(text, "must not be empty")
    return text


#: How numbers and days are read, and what to say when they can't be.
_READ: dict[Any, tuple[Any, str]] = {
    int: (int, "a whole number"),
    float: (float, "a number such as 0.87, with a full stop"),
    date: (date.fromisoformat, "a date such as 2023-03-22"),
}


def _meet(demand: Shape | Filled, value: Any, text: str) -> None:
    """Refuse a value that doesn't look as its column demands."""
    if isinstance(demand, Filled):
        if not value:
            raise _Refused(text, "must not be empty; several values stand between semicolons")
        return
    for part in value if isinstance(value, tuple) else (value,):
        if not re.fullmatch(demand.expression, str(part)):
            raise _Refused(str(part), f"allowed: {demand.allowed}")


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        value = data[max(0, error.start - 12) : error.end + 12].decode("latin-1")
        problem = "is not UTF-8; save the file again as UTF-8 (in Excel: 'CSV UTF-8', in LibreOffice: character set Unicode (UTF-8))"
        raise KnowledgeError([Fault(path, line, "-", value, problem)]) from None


def _header_problem(found: list[str], columns: list[str]) -> str:
    """Return how a first line differs from the columns that it must name."""
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if [cell.strip('" ') for cell in sign.join(found).split(sign)] == columns:
            return f"{name} stand between the cells; save the file with commas between them (LibreOffice asks for the field delimiter)"
    missing = [column for column in columns if column not in found]
    strange = [column for column in found if column not in columns]
    told = [f"missing: {', '.join(missing)}"] if missing else []
    told += [f"unknown: {', '.join(repr(column) for column in strange)}"] if strange else []
    return f"{'; '.join(told) or 'in another order'}; the first line must be: {','.join(columns)}"


def _rows(row_type: type[R], path: Path, faults: list[Fault]) -> Iterator[Placed[R]]:
    kinds = get_type_hints(row_type, include_extras=True)
    columns = [field.name for field in dataclasses.fields(row_type)]  # type: ignore[arg-type]
    seen: dict[str, int] = {}
    for line, cells in _lines(path, columns, faults):
        values = {}
        for column, text in zip(columns, cells, strict=True):
            try:
                values[column] = _cell(kinds[column], _text(column, text))
            except _Refused as refused:
                faults.append(Fault(path, line, column, refused.value, str(refused)))
        if len(values) < len(columns):
            continue
        placed = Placed(path, line, row_type(**values))
        if placed.row.id in seen:
            faults.append(placed.fault("id", f"stands already on line {seen[placed.row.id]}; give the row an id of its own, or remove it"))
            continue
        seen[placed.row.id] = line
        faults.extend(placed.fault(column, problem) for column, problem in getattr(placed.row, "problems", tuple)())
        yield placed


def _lines(path: Path, columns: list[str], faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row, and the line on which it begins; rows without any words are passed over."""
    reader = csv.reader(_decoded(path).splitlines(keepends=True), strict=True)
    line = 0
    try:
        found = next(reader, [])
        if found != columns:
            faults.append(Fault(path, 1, "-", ",".join(found), _header_problem(found, columns)))
            return
        line = reader.line_num
        for cells in reader:
            begins, line = line + 1, reader.line_num
            if len(cells) == len(columns) and any(map(str.strip, cells)):
                yield begins, cells
            elif any(map(str.strip, cells)):
                problem = f"has {len(cells)} cells, where a row has {len(columns)}; a cell with a comma stands between double quotes"
                faults.append(Fault(path, begins, "-", cells[0], problem))
    except csv.Error as error:
        cure = "a cell with a comma or a quote stands between double quotes, and a quote in it is doubled"
        faults.append(Fault(path, line + 1, "-", "", f"can't be read from here on ({error}); {cure}"))


def read(row_type: type[R], path: Path) -> tuple[Placed[R], ...]:
    """Return the rows of a knowledge file, with their lines.

    A row type may have a method `problems()` that yields (column, problem) pairs for what the cell types can't say.

    Raises:
        KnowledgeError: the file holds faults; all of them are listed.
    """
    faults: list[Fault] = []
    rows = tuple(_rows(row_type, path, faults))
    if faults:
        raise KnowledgeError(faults)
    return rows


def placed(row_type: type[R]) -> tuple[Placed[R], ...]:
    """Return the rows of the knowledge files whose rows have this type, with their places, as the files are now.

    Raises:
        KnowledgeError: a file holds faults; all of them are listed.
    """
    names = [name for name, kind in TABLES.items() if kind is row_type]
    return tuple(row for name in names for row in read(row_type, resources.knowledge(name)))


@lru_cache
def table(row_type: type[R]) -> tuple[R, ...]:
    """Return the rows of the knowledge files whose rows have this type; each file is read once.

    Raises:
        KnowledgeError: a file holds faults; all of them are listed.
    """
    return tuple(found.row for found in placed(row_type))


def check(folder: Path | None = None) -> Iterable[Fault]:
    """Yield the faults of every knowledge file, in `folder` or in our own."""
    folder = folder or resources.path("data", "knowledge")
    for name, row_type in TABLES.items():
        path = folder / name
        if not path.exists():
            yield Fault(path, 0, "-", name, "this file is missing; put it back, with its columns if with no rows")
            continue
        try:
            read(row_type, path)
        except KnowledgeError as error:
            yield from error.faults
    for path in sorted(folder.rglob("*.csv")):
        name = path.relative_to(folder).as_posix()
        if name not in TABLES and not path.name.startswith((".", "~")):
            yield Fault(path, 0, "-", name, "no knowledge file has this name, so nothing reads it; add its rows to one that is read")
