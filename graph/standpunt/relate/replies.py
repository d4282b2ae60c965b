"""Which question a sentence of the cabinet answers, and what its promise or refusal takes from there.

`Ja, dat zeg ik toe.` says nothing of what is promised: that stands in the request. The claim keeps its own sentence and says which
one it answers (`Claim.responds_to`). Where more than one sentence could be meant, none is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from typing import Final

from standpunt.annotate.topics import claim_topics
from standpunt.model import CABINET, HOUSES, Block, Claim, Commitment, Mention, Paper, Sentence, house_of
from standpunt.relate import answers, commitments, requests
from standpunt.relate.targets import TARGETS
from standpunt.structure import members

#: The rule by which a bare yes to a request is a promise.
YES: Final = "ja-op-verzoek"
#: How far before a refusal in its speech the question may stand to which it leads up.
LEAD: Final = 3
#: How a minister goes on to something else behind a reply.
MOVES_ON: Final = (
    "dan ",
    "voorzitter",
    "de heer ",
    "mevrouw ",
    "het lid ",
    "de leden ",
    "vervolgens",
    "tot slot",
    "verder ",
    "ten slotte",
    "daarnaast vroeg",
)
#: What a minister goes over to: `Dan de vraag over de NZa.`; whose it was need not be said.
RAISED: Final = re.compile(r"\b[Dd]e\s+vra(?:ag|gen)\s+(?:over|naar|of|van|hoe|wat|waarom|wanneer)\b")
#: A member in the words of another speaker, before the name.
MEMBER: Final = r"\b(?:[Dd]e\s+heer|[Mm]evrouw|[Hh]et\s+lid|[Cc]ollega|[Ll]id)\s+"
#: What a refusal and the question that it does not answer must share where nothing else ties them.
SHARED: Final = 2
#: A refusal that begins so says itself what it does not answer: `Of de stal gekeurd was, laat ik aan de politie.`
OWN_QUESTION: Final = "Of "
CHAIR: Final = "voorzitter"


@dataclass(frozen=True, slots=True)
class Asked:
    """The sentence that a reply answers, with what it asks for."""

    sentence: Sentence
    deed: str | None  # that it asks for; None where it asks for an answer
    about: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def content(self) -> str:
        """What is promised by who says yes to it, or comes back to it."""
        return self.deed or self.sentence.text.strip()


class Replies:
    """The sentences of the cabinet in one paper, and the questions that they answer."""

    def __init__(self, paper: Paper, claims: Sequence[Claim], mentions: Iterable[Mention]) -> None:
        self._paper = paper
        self._said_on: Date | None = paper.held or paper.date
        self._claims: Mapping[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._claims[claim.sentence].append(claim)
        self._mentions: Mapping[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._mentions[mention.block].append(mention)

    def linked(self, claim: Claim) -> Claim:
        """Return a claim of the cabinet with what it takes from the question that it answers, and a call with what answers it.

        As it is where that is not plain.
        """
        if claim.relation == "calls_for":
            answered = self._answer_to(claim)
            return replace(claim, answered_in=tuple(sentence.index for sentence in answered)) if answered else claim
        if claim.holder != CABINET or claim.relation not in ("commits_to", "declines_to_answer"):
            return claim
        block = self._paper.blocks[claim.block]
        if block.speaker != CABINET or block.kind not in ("answer", "speech", "body"):
            return claim
        place = next((i for i, sentence in enumerate(block.sentences) if sentence.index == claim.sentence), None)
        if place is None:
            return claim
        if claim.relation == "declines_to_answer":
            if block.exchange is not None or claim.text.startswith(OWN_QUESTION):
                return claim  # what an exchange asks is told there, whole
            asked = self._question(block, place, lead=LEAD)
            if asked is not None and not self._is_plain(block, claim.text, asked):
                asked = None
            turn = self._turn(block, place, asked)
            if asked is not None:
                claim = replace(claim, responds_to=asked.sentence.index, topics=claim.topics or asked.topics)
            return claim if turn is None else replace(claim, asked_in=turn.index)
        return self._promise(claim, block, place)

    def yeses(self) -> Iterator[tuple[Sentence, Asked, Commitment]]:
        """Yield the sentences that promise a deed by saying yes to the request for it, and that no rule found to promise anything."""
        for block in self._paper.blocks:
            if block.speaker != CABINET or block.kind not in ("answer", "speech"):
                continue
            for place, sentence in enumerate(block.sentences):
                if any(claim.relation == "commits_to" for claim in self._claims.get(sentence.index, ())):
                    continue
                kind = self._kind(block, sentence)
                if kind == "promise" or (kind == "yes" and self._ends_there(block, place)):
                    asked = self._request(block, place, alone=kind == "yes", intended=kind == "promise")
                    if asked and asked.deed:
                        yield sentence, asked, self._commitment(commitments.commitment(sentence.text, said_on=self._said_on), asked, kind)

    def _answer_to(self, claim: Claim) -> list[Sentence]:
        """Return the passage of a reply without number that shares most words with a call; nothing where two share as many.

        A passage begins where the cabinet retells a question.
        """
        exchange = self._paper.blocks[claim.block].exchange
        if self._paper.kind != "written_consultation" or exchange is None or self._paper.exchanges[exchange].number is not None:
            return []
        passages: list[list[Sentence]] = []
        for index in self._paper.exchanges[exchange].answers:
            for place, sentence in enumerate(self._paper.blocks[index].sentences):
                if place == 0 or requests.is_question(sentence.text):
                    passages.append([])
                passages[-1].append(sentence)
        shared = [max(commitments.shared(claim.text, sentence.text) for sentence in passage) for passage in passages]
        best = max(shared, default=0)
        return passages[shared.index(best)] if best >= SHARED and shared.count(best) == 1 else []

    def _promise(self, claim: Claim, block: Block, place: int) -> Claim:
        sentence = block.sentences[place]
        kind = self._kind(block, sentence)
        asked = self._request(block, place, intended=kind == "promise")
        if kind == "put_off" and (asked is None or not requests.agrees(sentence.text)):
            asked = self._question(block, place)
            asked = asked and replace(asked, deed=None)  # who comes back to a request without a yes does not promise the deed
        repeated = asked is not None and kind is None and requests.repeats(sentence.text, asked.sentence.text, said_on=self._said_on)
        if kind is not None or repeated:
            if asked is None:
                return replace(claim, proposition=None)  # `Ja, daartoe` is no content
            return replace(
                claim,
                responds_to=asked.sentence.index,
                proposition=asked.content,
                about=asked.about,  # what the reply itself names is whom it addresses
                topics=asked.topics or claim.topics,
                commitment=claim.commitment and self._commitment(claim.commitment, asked, kind),
            )
        if asked is not None and requests.agrees(sentence.text):  # it says itself what it promises, as an answer to the request
            return replace(claim, responds_to=asked.sentence.index, topics=claim.topics or asked.topics)
        return claim

    def _kind(self, block: Block, sentence: Sentence) -> requests.Kind | None:
        names = [one.text for one in self._mentions.get(block.index, ()) if one.label == "PERSON" and sentence.at <= one.at < sentence.to]
        return requests.reply(sentence.text, said_on=self._said_on, names=names)

    def _commitment(self, own: Commitment, asked: Asked, kind: requests.Kind | None) -> Commitment:
        house = house_of(self._paper.chamber)
        theirs = commitments.commitment(asked.sentence.text, said_on=self._said_on, house=house)
        to_house = kind == "put_off" or "promise_to_house" in (own.kind, theirs.kind) or requests.asks_for_promise(asked.sentence.text)
        return replace(
            own,
            kind="promise_to_house" if to_house else own.kind,
            to=(own.to or theirs.to or house) if to_house else own.to,
            deadline_text=own.deadline_text or (theirs.deadline_text if asked.deed else None),
            deadline=own.deadline if own.deadline_text or not asked.deed else theirs.deadline,
        )

    def _ends_there(self, block: Block, place: int) -> bool:
        """Tell whether a bare yes is all that is said: an explanation behind it may be of a deed already done, or take back half."""
        behind = [sentence.text for sentence in block.sentences[place + 1 :]]
        if block.kind == "answer":
            return all({found.row.doet for found in answers.cues(text)} == {"verwijst"} for text in behind)
        return not behind or behind[0].lower().startswith(MOVES_ON)

    def _request(self, block: Block, place: int, *, alone: bool = False, intended: bool = False) -> Asked | None:
        """Return the request for a deed that a sentence answers.

        Args:
            block: the answer or speech in which it stands.
            place: its place there.
            alone: only where nothing else was asked.
            intended: where no deed was asked for, one that was only asked after will do: `Gaat u …?`
        """
        told = self._told(block, place)
        if told is not None:
            return self._asked(told) if requests.asked_deed(told.text, intended=intended) else None
        if not self._begins(block, place):
            return None
        questions = self._questions(block)
        deeds = [sentence for sentence in questions if requests.asked_deed(sentence.text)]
        if intended and not deeds:
            deeds = [sentence for sentence in questions if requests.asked_deed(sentence.text, intended=True)]
        if len(deeds) != 1 or (alone and len(questions) > 1):
            return None
        return self._asked(deeds[0])

    def _question(self, block: Block, place: int, *, lead: int = 0) -> Asked | None:
        """Return the one question that a sentence answers, whatever it asks for."""
        told = self._told(block, place)
        if told is not None:
            return self._asked(told)
        before = block.sentences[:place]
        if not self._begins(block, place) and (len(before) > lead or any(_turns(one.text) for one in before)):
            return None
        questions = self._questions(block)
        return self._asked(questions[0]) if len(questions) == 1 else None

    def _turn(self, block: Block, place: int, asked: Asked | None) -> Block | None:
        """Return the turn of the member whose question in a debate a sentence of the cabinet does not answer; None where it isn't plain.

        That is where the question stands, or the last turn of the one member whom the cabinet names as it retells the question;
        where it names nobody, the turn of the only member who asked about what it says.
        """
        if self._paper.kind != "debate" or block.kind != "speech":
            return None
        if asked is not None and self._paper.blocks[asked.sentence.block].speaker != CABINET:
            return self._paper.blocks[asked.sentence.block]
        turns = self._turns(block)
        retold = asked.sentence if asked else self._raised(block, place)
        named = _named(retold.text, turns) if retold else []
        if named:
            return named[-1] if len({turn.speaker_name for turn in named}) == 1 else None
        if retold is not None and re.search(MEMBER, retold.text):
            return None  # of somebody who did not speak here
        said = block.sentences[place].text
        alike = [turn for turn in turns if _asks_about(turn, retold.text, 1)] if retold else []
        alike = alike or [turn for turn in turns if _asks_about(turn, said, SHARED)]
        return alike[-1] if len({turn.speaker_name for turn in alike}) == 1 else None

    def _turns(self, block: Block) -> list[Block]:
        """Return the turns of members before a block of a debate."""
        return [
            turn
            for turn in self._paper.blocks[: block.index]
            if turn.kind == "speech" and turn.speaker not in (None, CABINET) and CHAIR not in (turn.speaker_name or "").lower()
        ]

    def _is_plain(self, block: Block, said: str, asked: Asked) -> bool:
        """Tell whether a question is plainly the one that is meant: not where only its place tells, at the end of a round of members."""
        if self._paper.kind != "debate" or self._paper.blocks[asked.sentence.block].speaker == CABINET:
            return True
        before = self._paper.blocks[: block.index]
        spoke = max((other.index for other in before if other.kind == "speech" and other.speaker == CABINET), default=-1)
        asking = [turn for turn in self._turns(block) if turn.index > spoke and any(requests.is_put(one.text) for one in turn.sentences)]
        return len({turn.speaker_name for turn in asking}) < 2 or commitments.shared(asked.sentence.text, said) >= SHARED

    def _raised(self, block: Block, place: int) -> Sentence | None:
        """Return the sentence by which the cabinet came to the question that a sentence shortly behind it does not answer."""
        said = block.sentences[place]
        for sentence in reversed(block.sentences[max(0, place - LEAD) : place + 1]):
            if "\n" in block.text[sentence.at : said.at].rstrip(" "):
                return None
            if RAISED.search(sentence.text) or requests.is_question(sentence.text):
                return sentence
            if sentence.text.lower().startswith(MOVES_ON):
                return None
        return None

    def _told(self, block: Block, place: int) -> Sentence | None:
        """Return the question right before a sentence, which the cabinet retells: `De heer De Vries vroeg of …`."""
        for sentence in reversed(block.sentences[:place]):
            if requests.is_question(sentence.text):
                return sentence
            if not self._is_bare(block, sentence):
                return None
        return None

    def _begins(self, block: Block, place: int) -> bool:
        """Tell whether nothing with content stands before a sentence in its answer or speech."""
        if block.kind == "answer" and block.exchange is not None and block.index != self._paper.exchanges[block.exchange].answers[0]:
            return False
        return all(self._is_bare(block, sentence) for sentence in block.sentences[:place])

    def _is_bare(self, block: Block, sentence: Sentence) -> bool:
        does = {found.row.doet for found in answers.cues(sentence.text)}
        return self._kind(block, sentence) is not None or "weet-niet" in does or requests.is_courtesy(sentence.text)

    def _questions(self, block: Block) -> list[Sentence]:
        """Return the questions that a block of the cabinet answers, without those that only ask on."""
        asking = self._asking(block)
        found = [sentence for one in asking for sentence in one.sentences if requests.is_put(sentence.text)]
        return [sentence for sentence in found if not requests.follows_up(sentence.text) or requests.asked_deed(sentence.text)]

    def _asking(self, block: Block) -> list[Block]:
        """Return the blocks whose questions a block of the cabinet answers: those of its exchange, or the turn before."""
        if block.exchange is not None:
            return [self._paper.blocks[index] for index in self._paper.exchanges[block.exchange].questions]
        if self._paper.kind != "debate" or block.kind != "speech":
            return []
        turn: list[Block] = []
        for other in reversed(self._paper.blocks[: block.index]):
            if other.kind in ("heading", "footnote"):
                continue
            if turn and (other.speaker_name != turn[0].speaker_name or other.kind != "speech"):
                break
            if other.kind != "speech" or other.speaker == CABINET:
                return turn
            if CHAIR in (other.speaker_name or "").lower():
                if any(requests.is_question(sentence.text) for sentence in other.sentences):
                    return []
                continue
            turn.insert(0, other)
        return turn

    def _asked(self, sentence: Sentence) -> Asked:
        """Return what a question asks for, whole: a claim's proposition ends at the first `en`."""
        deed = requests.asked_deed(sentence.text, intended=True)
        calls = [claim for claim in self._claims.get(sentence.index, ()) if claim.relation == "calls_for"]
        block = self._paper.blocks[sentence.block]
        labels = TARGETS - {"PERSON"} if block.speaker == CABINET else TARGETS  # who asked it, where the cabinet retells it
        mentions = [m for m in self._mentions.get(block.index, ()) if m.label in labels and sentence.at <= m.at < sentence.to]
        named = (m.id for m in mentions if m.id and m.id not in HOUSES.values() and (m.label != "MOTION" or m.id.startswith("kst-")))
        topics = calls[0].topics if calls else ()
        return Asked(sentence, deed, tuple(dict.fromkeys(named)), topics or claim_topics("commits_to", sentence.text, deed))


def _named(sentence: str, turns: Sequence[Block]) -> list[Block]:
    """Return the turns of the members whom a sentence names: `De heer Jansen vroeg …`."""
    names = {turn.speaker_name: re.escape(members.TITLE.sub("", turn.speaker_name or "", count=1)) for turn in turns}
    return [turn for turn in turns if re.search(rf"{MEMBER}{names[turn.speaker_name]}(?![\w-])", sentence)]


def _asks_about(turn: Block, text: str, enough: int) -> bool:
    """Tell whether a member asks in a turn about what a sentence of the cabinet says."""
    return any(commitments.shared(one.text, text) >= enough for one in turn.sentences if requests.is_put(one.text))


def _turns(sentence: str) -> bool:
    """Tell whether a speaker goes on to another question, or repeats one."""
    return sentence.lower().startswith(MOVES_ON) or requests.is_question(sentence)
