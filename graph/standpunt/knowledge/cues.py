"""Rows by which claims, answers and promises are read: cue phrases with their tests, and who they are said of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from standpunt.knowledge.cells import LowerWords, Phrases, RuleId, Several
from standpunt.model import TreatmentKind

#: Who a phrase may stand for beside an entity: who speaks, the block's faction, whom the last sentence was about, those who met, whom
#: a question is put to, somebody who is neither, and the people of the place that opens the sentence.
WHO = ("spreker", "leden", "vorige", "ministers", "geadresseerde", "derde", "daar")


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
    doet: Literal["weigert", "weet-niet", "reden", "tijd", "verwijst", "toezegging", "standpunt", "achtergrond"]
    reden: Literal["confidentiality", "no_speculation", "not_ours_to_say", "premature", "refers_elsewhere", "not_known"] | None
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
        if (self.doet == "weet-niet") != (self.reden == "not_known"):
            yield "reden", "must be not_known where doet is weet-niet, and nowhere else"
        if self.doet in ("standpunt", "achtergrond", "toezegging") and self.reden is not None:
            yield "reden", f"means nothing where doet is {self.doet}; leave it empty"


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """A closed class of words by which the sentences of an answer are read."""

    id: Literal["eigen", "lijdend", "tweede", "vooraan", "daarom", "open"]
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
class RequestCue:
    """A family of phrases by which a question asks for a deed (`daad`), so that a yes promises it, or for an answer alone (`antwoord`).

    Where it asks what somebody intends (`voornemen`), a bare yes promises nothing, and `dat ga ik doen` what the question says.
    """

    id: str
    vraagt: Literal["daad", "voornemen", "antwoord"]
    patronen: Phrases  # in the language of relate.patterns
    tenzij: LowerWords  # words beside which it does not count
    vuurt: str
    vuurt_niet: str
    bron: str | None
    toelichting: str | None


@dataclass(frozen=True, slots=True)
class MotionCue:
    """A family of phrases that tell what is done with a motion. `vuurt` and `vuurt_niet` are its test.

    `wie` is who must say so for it to count: the cabinet (or the chair who repeats its words), who moved the motion, the chair, or anybody.
    """

    id: RuleId
    soort: TreatmentKind
    wie: Literal["kabinet", "indiener", "voorzitter", "allen"]
    patronen: Phrases  # in the language of relate.patterns; ^ is the beginning of the sentence
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
