"""One sentence as the rules read it: its words and names, its actors and clauses, and the cues in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from standpunt.model import CABINET
from standpunt.relate import clauses, cues
from standpunt.relate.cues import Hit, by_length, outermost
from standpunt.relate.grammar import words as word_class
from standpunt.relate.holders import Actor, Named, Scene, actors, coordinated

EVALUATIONS = frozenset({"supports", "opposes"})
POSITIONS = EVALUATIONS | {"concerned_about"}
REQUESTS = word_class("verzoekend")
PRONOUNS_OF_A_MINISTER = frozenset({"hij", "zij", "u"})


@dataclass(frozen=True, slots=True)
class Inquiry:
    """An indirect question to the cabinet: the cue that asks it, and the places of each `of` behind which it stands."""

    asking: Hit
    opening: frozenset[int]


@dataclass
class Reading:
    """One sentence with its words, names and scene; what can be asked of it is worked out once."""

    words: Sequence[str]  # lower case
    named: Sequence[Named]
    scene: Scene
    in_question_block: bool
    askers: tuple[str, ...] = ()  # who asks, where several ask together
    repeats_questions: bool = False  # the paper holds the questions themselves, so that an answer which names one asks nothing anew

    @cached_property
    def actors(self) -> list[Actor]:
        """Who is named, in order."""
        return actors(self.words, self.named, self.scene)

    @cached_property
    def starts(self) -> list[int]:
        """Where the clause of each token begins."""
        return clauses.boundaries(self.words, [a.first for a in self.actors], [a.last for a in self.actors])

    @cached_property
    def asks(self) -> bool:
        """Whether the sentence asks something."""
        return clauses.is_question(self.words, in_questions=self.in_question_block and self.scene.speaker != CABINET)

    @cached_property
    def hits(self) -> list[Hit]:
        """The cues in it."""
        return outermost(self.all_hits)

    @cached_property
    def all_hits(self) -> list[Hit]:
        """The cues in it, also those that lie within a longer one."""
        if self.inquiry is None:
            return self._told
        put = [hit for hit in cues.find(self.words, asked=True) if self._is_put(hit) and self._in_one_clause(hit)]
        return by_length([*self._told, *put])

    @cached_property
    def _told(self) -> list[Hit]:
        """The cues in it, without those of an indirect question."""
        found = cues.find(self.words, asked=self.asks and self.scene.speaker != CABINET)
        return [hit for hit in found if self._in_one_clause(hit)]

    @cached_property
    def inquiry(self) -> Inquiry | None:
        """What it asks the cabinet indirectly: `vragen of de Minister de mening deelt dat …`; None where it asks nothing so."""
        if self.asks or "of" not in self.words:
            return None
        for asking in self._told:
            if asking.cue.relatie == "asks_about":
                opening = [i for i in range(asking.match.first + 1, len(self.words) - 1) if self._asks_cabinet(i)]
                if opening:
                    return Inquiry(asking, frozenset(opening))
        return None

    def _asks_cabinet(self, at: int) -> bool:
        """Tell whether the word at this place is an `of` that opens a question which the cabinet is the subject of."""
        if self.words[at] != "of" or self.starts[at + 1] != at + 1:
            return False
        first = next((a for a in self.actors if a.first == at + 1), None)
        if first and first.id == CABINET:
            return first.can_be_subject
        asked = any(a.id == CABINET and not a.governor for a in self.actors if a.last < at)
        return asked and self.words[at + 1] in PRONOUNS_OF_A_MINISTER  # `vragen de Minister of zij …`

    def _is_put(self, hit: Hit) -> bool:
        """Tell whether a cue of questions stands in the indirect question."""
        opening = self.inquiry.opening if self.inquiry else frozenset()
        return hit.cue.vraag == "alleen" and (hit.match.first in opening or self.starts[hit.match.first] - 1 in opening)

    def _in_one_clause(self, hit: Hit) -> bool:
        """Tell whether the words of a cue belong to one clause; a word that itself opens a clause belongs to both, but to no third."""
        opening = {i for i in hit.match.tokens if i + 1 < len(self.words) and self.starts[i + 1] == i + 1}
        # the `vragen` of `vragen wat de Minister doet om dit te voorkomen` asks for no deed
        opening -= {i for i in opening - {hit.match.last} if self.words[i] in REQUESTS and self.words[i + 1] in clauses.QUESTION_WORDS}
        # what stands right behind the `dat` of a cue only shows that a clause begins there: `vinden wij dat die …`
        inside = {self.starts[i] for i in hit.match.tokens if i not in opening and not (i - 1 in opening and self.words[i - 1] == "dat")}
        if hit.cue.relatie in POSITIONS and self._judges_across(hit, opening):
            return False
        return len(inside) <= 1 and not any(self._lies_deeper(start, i) for start in inside for i in opening if self.words[i] == "dat")

    def _judges_across(self, hit: Hit, opening: set[int]) -> bool:
        """Tell whether a verb is joined to a judgement within the clause that its `dat` opens: `blijkt dat de aanpak onvoldoende werkt`."""
        return any(self.words[i] == "dat" and hit.match.first < i < hit.match.last - 1 and i - 1 in hit.match.tokens for i in opening)

    def _lies_deeper(self, start: int, opening: int) -> bool:
        """Tell whether a clause begins within the one that the word at `opening` opens: `dat de uitzondering waarom Polen verzocht`."""
        return start > opening + 1 and self.words[start - 1] in clauses.EMBEDDED_QUESTION | clauses.RELATIVES

    @cached_property
    def judgements(self) -> list[Hit]:
        """The evaluations in it, counted whether it asks or states: they give an opinion its direction."""
        return outermost([hit for hit in self._stated if hit.cue.relatie in EVALUATIONS])

    @cached_property
    def worries(self) -> list[Hit]:
        """The worries in it, counted whether it asks or states."""
        return [hit for hit in self._stated if hit.cue.relatie == "concerned_about"]

    @cached_property
    def _stated(self) -> list[Hit]:
        """The cues in it as if it stated."""
        return cues.find(self.words, asked=False)

    @cached_property
    def in_view_of(self) -> Actor | None:
        """Who says what ought to be, in front of it: `Wat deze leden betreft gaat …`, `Als het aan de VVD ligt, komt …`."""
        for actor in self.actors:
            opening, closing = self.words[: actor.first], self.words[actor.last + 1 : actor.last + 2]
            if (opening[-1:], closing) == (["wat"], ["betreft"]) or (opening[-2:], closing) == (["het", "aan"], ["ligt"]):
                return actor
        return None

    @cached_property
    def main_subjects(self) -> tuple[str, ...]:
        """Whom the sentence is about: its first subject, for `zij` in the next one."""
        first = next((a for a in self.actors if a.can_be_subject and not a.governor), None)
        return coordinated(first, self.actors, self.words) if first else ()
