"""Nodes and literals: how the things of a paper get their IRIs, and how values are written."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from standpunt import iri
from standpunt.assemble import terms
from standpunt.model import Block, Claim, Exchange, Mention, Paper, Recall, Sentence

ANSWER_POINTER = "answer/"  # "answer/28" among a claim's targets is an answer of the same paper


@lru_cache(maxsize=100_000)
def node(ident: str) -> NamedNode:
    """Return the node of an id such as `faction/VVD`."""
    return NamedNode(iri.resource(ident))


def dutch(text: str) -> Literal:
    """Return a text in Dutch."""
    return Literal(text, language="nl")


def english(text: str) -> Literal:
    """Return a text in English."""
    return Literal(text, language="en")


def day(value: date) -> Literal:
    """Return a date."""
    return Literal(value.isoformat(), datatype=terms.DATE)


def moment(value: datetime) -> Literal:
    """Return a moment, in UTC and to the second."""
    return Literal(value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"), datatype=terms.DATE_TIME)


def number(value: int) -> Literal:
    """Return a whole number."""
    return Literal(str(value), datatype=terms.INTEGER)


def share(value: float) -> Literal:
    """Return a number between 0 and 1, to four decimals and never in exponents, so that it is written the same everywhere."""
    return Literal(f"{value:.4f}".rstrip("0").rstrip(".") or "0", datatype=terms.DECIMAL)


def web_page(url: str) -> NamedNode | None:
    """Return the node of an address on the web, None for what is no address; characters that an IRI can't hold are escaped."""
    if not url.startswith(("https://", "http://")):
        return None
    try:
        return NamedNode(quote(url, safe="%/:?#[]@!$&'()*+,;=~"))
    except ValueError:  # only the parser of IRIs knows every way in which an address can be malformed
        return None


def rule_node(rule: str) -> NamedNode:
    """Return the node of a rule."""
    return node(f"rule/{rule}")


def position_id(holder: str, topic: str, member_of: str | None = None) -> str:
    """Return the id of a holder's position on a topic; of a member who is known to speak as one, with his faction.

    >>> position_id("faction/VVD", "topic/sancties"), position_id("person/Omtzigt", "topic/sancties", "faction/CDA")
    ('position/faction/VVD/sancties', 'position/person/Omtzigt/CDA/sancties')
    """
    capacity = f"/{member_of.removeprefix('faction/')}" if member_of else ""
    return f"position/{holder}{capacity}/{topic.removeprefix('topic/')}"


def mention_id(paper: str, start: int, label: str) -> str:
    """Return the id of a mention by where it begins, so that what is merged over papers can point at it.

    >>> mention_id("kst-28676-384", 1012, "COUNTRY")
    'kst-28676-384/mention/1012-country'
    """
    return f"{paper}/mention/{start}-{label.lower()}"


def exchange_ids(paper: Paper) -> tuple[str, ...]:
    """Return the ids of a paper's exchanges: `…/answer/12`, or `…/exchange/3` where answers carry no number.

    A number that occurs a second time (numbering that starts anew, a misread digit) is told apart: `…/answer/12-2`.
    """
    seen: Counter[int] = Counter()
    ids = []
    for exchange in paper.exchanges:
        if exchange.number is None:
            ids.append(f"{paper.id}/exchange/{exchange.index + 1}")
            continue
        seen[exchange.number] += 1
        again = f"-{seen[exchange.number]}" if seen[exchange.number] > 1 else ""
        ids.append(f"{paper.id}/answer/{exchange.number}{again}")
    return tuple(ids)


def sentence_ids(paper: Paper) -> dict[int, str]:
    """Return the id of every sentence by its index: a hash of its text and of how often the paper said it before.

    Offsets are no part of it: a correction elsewhere in the paper leaves the id as it is.
    """
    seen: Counter[str] = Counter()
    ids = {}
    for sentence in paper.sentences:
        seen[sentence.text] += 1
        ids[sentence.index] = f"{paper.id}/sentence/{iri.content_hash(sentence.text, str(seen[sentence.text]))}"
    return ids


class PaperNodes:
    """The nodes of one paper and of what is in it."""

    def __init__(self, paper: Paper) -> None:
        self.paper = node(paper.id)
        self._id = paper.id
        exchanges = exchange_ids(paper)
        self._exchanges = [node(ident) for ident in exchanges]
        self._sentence_ids = sentence_ids(paper)
        self._by_number: dict[int, NamedNode] = {}
        for exchange, found in zip(paper.exchanges, self._exchanges, strict=True):
            for answered in exchange.numbers or ([] if exchange.number is None else [exchange.number]):
                self._by_number.setdefault(answered, found)
        self._mentions: Counter[str] = Counter()

    def block(self, index: int) -> NamedNode:
        """Return the node of a block."""
        return node(f"{self._id}/block/{index + 1}")

    def exchange(self, exchange: Exchange) -> NamedNode:
        """Return the node of an exchange."""
        return self._exchanges[exchange.index]

    def exchange_of(self, block: Block) -> NamedNode | None:
        """Return the exchange that a block belongs to."""
        return None if block.exchange is None else self._exchanges[block.exchange]

    def answer(self, answered: int) -> NamedNode | None:
        """Return the exchange that answers a question, None where the paper has no such answer."""
        return self._by_number.get(answered)

    def sentence(self, index: int) -> NamedNode:
        """Return the node of a sentence."""
        return node(self._sentence_ids[index])

    def fulfilment(self, recall: Recall) -> NamedNode:
        """Return the node of a sentence's word that it keeps something."""
        return node(self._sentence_ids[recall.sentence].replace("/sentence/", "/fulfilment/"))

    def sentence_at(self, block: Block, at: int) -> Sentence | None:
        """Return the sentence of a block in which a character stands."""
        found = bisect_right(block.sentences, at, key=lambda sentence: sentence.at) - 1
        return block.sentences[found] if found >= 0 and at < block.sentences[found].to else None

    def mention(self, mention: Mention) -> NamedNode:
        """Return a node for a mention; called once for each, in the order of the text."""
        ident = mention_id(self._id, mention.start, mention.label)
        self._mentions[ident] += 1
        return node(ident if self._mentions[ident] == 1 else f"{ident}-{self._mentions[ident]}")

    def commitment(self, claim: Claim) -> NamedNode:
        """Return the node of what a claim promises."""
        return node(f"{self._id}/commitment/{claim.id.rpartition('/')[2]}")

    def target(self, ident: str) -> NamedNode | None:
        """Return the node of something that a claim is about; None for an answer number that the paper does not have."""
        if ident.startswith(ANSWER_POINTER):
            digits = ident.removeprefix(ANSWER_POINTER)
            return self.answer(int(digits)) if digits.isdecimal() else None
        return node(ident)
