"""A paper and its structure as triples: identity, blocks, exchanges, signatures, the version of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from standpunt.assemble import entities, terms
from standpunt.assemble.nodes import PaperNodes, day, dutch, node, number, web_page
from standpunt.assemble.provenance import version_triples
from standpunt.model import HOUSES, Block, Exchange, Mention, Paper, Sentence
from standpunt.structure import members, names


def paper_triples(paper: Paper, nodes: PaperNodes, persons: Iterable[Mention]) -> Iterator[Triple]:
    """Yield what is known of the paper itself. `persons` are the mentions of persons in it, by which its signatories are known."""
    it = nodes.paper
    yield Triple(it, terms.TYPE, terms.PAPER)
    yield Triple(it, terms.TYPE, terms.PAPER_CLASSES[paper.kind])
    yield Triple(it, terms.LABEL, dutch(paper_label(paper)))
    yield Triple(it, terms.IDENTIFIER, Literal(paper.id))
    if paper.title:
        yield Triple(it, terms.TITLE, dutch(paper.title))
    if paper.date:
        yield Triple(it, terms.ISSUED, day(paper.date))
    if paper.held:
        yield Triple(it, terms.HELD, day(paper.held))
    if paper.url and (page := web_page(paper.url)):
        yield Triple(it, terms.SOURCE, page)
    if paper.dossier:
        yield from _dossier_triples(paper, paper.dossier, it)
    if paper.number:
        yield Triple(it, terms.PAPER_NUMBER, Literal(paper.number))
    if paper.chamber:
        yield Triple(it, terms.CHAMBER, node(HOUSES[paper.chamber]))
    if paper.session_year:
        yield Triple(it, terms.SESSION_YEAR, Literal(paper.session_year))
    if paper.committee:
        yield Triple(it, terms.COMMITTEE, dutch(paper.committee))
    for name, factions in sorted(paper.members.items()):
        for faction in factions:
            yield Triple(node(names.bearer(name)), terms.MEMBER_OF, node(faction))
    yield from version_triples(paper.id, paper.source)
    yield from _signature_triples(paper, it, tuple(persons))


def paper_label(paper: Paper) -> str:
    """Return what a paper is called: `Kamerstuk 28676, nr. 384`; a letter without a number by its title, else by its file."""
    name = entities.document_name(paper.id)
    return name if name != paper.id else paper.title or paper.source.name


def _dossier_triples(paper: Paper, dossier: str, it: NamedNode) -> Iterator[Triple]:
    ident = f"dossier/{dossier}"
    yield Triple(it, terms.IN_DOSSIER, node(ident))
    yield Triple(node(ident), terms.TYPE, terms.DOSSIER)
    yield Triple(node(ident), terms.LABEL, dutch(f"dossier {entities.dossier_name(dossier)}"))
    if paper.dossier_title:
        yield Triple(node(ident), terms.TITLE, dutch(paper.dossier_title))


def _signature_triples(paper: Paper, it: NamedNode, persons: tuple[Mention, ...]) -> Iterator[Triple]:
    for count, signatory in enumerate(paper.signatories, start=1):
        signature = node(f"{paper.id}/signature/{count}")
        yield Triple(it, terms.SIGNED, signature)
        yield Triple(signature, terms.TYPE, terms.SIGNATURE)
        yield Triple(signature, terms.SIGNATORY_NAME, Literal(signatory.name))
        if signatory.role:
            yield Triple(signature, terms.ROLE, dutch(signatory.role))
        named = (mention.id for mention in persons if mention.id and mention.start < signatory.end and signatory.start < mention.end)
        if person := next(named, None):
            yield Triple(signature, terms.SIGNATORY, node(person))
            yield Triple(it, terms.CREATOR, node(person))


def block_triples(block: Block, paper: Paper, nodes: PaperNodes) -> Iterator[Triple]:
    """Yield a block with its text, its speaker, and who says it for that speaker."""
    it = nodes.block(block.index)
    yield Triple(it, terms.TYPE, terms.BLOCK)
    yield Triple(it, terms.PART_OF, nodes.paper)
    yield Triple(it, terms.BLOCK_KIND, terms.BLOCK_KINDS[block.kind])
    yield Triple(it, terms.INDEX, number(block.index + 1))
    yield from span_triples(it, block_text(block), block.start, block.end)
    if block.speaker:
        yield Triple(it, terms.SPEAKER, node(block.speaker))
    for person, _ in members.voices(paper, block):
        yield Triple(it, terms.VOICED_BY, node(person))
    if block.speaker_name:
        yield Triple(it, terms.SPEAKER_NAME, dutch(block.speaker_name))
    if block.heading:
        yield Triple(it, terms.HEADING, dutch(block.heading))
    if exchange := nodes.exchange_of(block):
        yield Triple(it, terms.IN_EXCHANGE, exchange)


def block_text(block: Block) -> str:
    """Return the text of a block as a reader sees it."""
    return block.text.strip("\n")


def sentence_triples(sentence: Sentence, nodes: PaperNodes) -> Iterator[Triple]:
    """Yield a sentence: the quotation, where it stands, the footnotes it cites."""
    it = nodes.sentence(sentence.index)
    yield Triple(it, terms.TYPE, terms.SENTENCE)
    yield Triple(it, terms.PART_OF, nodes.paper)
    yield Triple(it, terms.IN_BLOCK, nodes.block(sentence.block))
    yield from span_triples(it, sentence.text, sentence.start, sentence.end)
    for footnote in sentence.footnotes:
        yield Triple(it, terms.FOOTNOTE, nodes.block(footnote))


def span_triples(it: NamedNode, text: str, start: int, end: int) -> Iterator[Triple]:
    """Yield a text and where it stands in the source."""
    yield Triple(it, terms.EXACT, Literal(text))
    yield Triple(it, terms.START, number(start))
    yield Triple(it, terms.END, number(end))


def exchange_triples(exchange: Exchange, paper: Paper, nodes: PaperNodes, topics: Mapping[int, tuple[str, ...]]) -> Iterator[Triple]:
    """Yield who asked what and what came of it. A pointer to an answer that the paper does not have leads nowhere and is left out."""
    it = nodes.exchange(exchange)
    yield Triple(it, terms.TYPE, terms.EXCHANGE)
    yield Triple(it, terms.LABEL, dutch(f"{paper_label(paper)}, {_exchange_name(exchange)}"))
    yield Triple(it, terms.PART_OF, nodes.paper)
    if exchange.number is not None:
        yield Triple(it, terms.NUMBER, number(exchange.number))
    for answered in exchange.numbers:
        yield Triple(it, terms.ANSWERS_NUMBER, number(answered))
    for asker in exchange.asked_by:
        yield Triple(it, terms.ASKED_BY, node(asker))
    for joiner in exchange.joined_by:
        yield Triple(it, terms.JOINED_BY, node(joiner))
    for block in exchange.questions:
        yield Triple(it, terms.QUESTION, nodes.block(block))
    if exchange.questions:
        yield Triple(it, terms.QUESTION_TEXT, _whole_text(paper, exchange.questions))
    for block in exchange.answers:
        yield Triple(it, terms.ANSWER, nodes.block(block))
    if exchange.answers:
        yield Triple(it, terms.ANSWER_TEXT, _whole_text(paper, exchange.answers))
    for answered in exchange.see:
        if (pointed := nodes.answer(answered)) and pointed != it:
            yield Triple(it, terms.SEE, pointed)
    if exchange.status:
        yield Triple(it, terms.STATUS, terms.STATUSES[exchange.status])
    for reason in exchange.reasons:
        yield Triple(it, terms.REASON, terms.REASONS[reason])
    for topic in topics.get(exchange.index, ()):
        yield Triple(it, terms.ON_TOPIC, node(topic))


def _whole_text(paper: Paper, blocks: Sequence[int]) -> Literal:
    """Return the text of some blocks, a line break between two. Of one block it is its own text, which a store then keeps once."""
    return dutch("\n".join(block_text(paper.blocks[block]) for block in blocks))


def _exchange_name(exchange: Exchange) -> str:
    return f"vraag en antwoord {exchange.index + 1}" if exchange.number is None else f"antwoord {exchange.number}"
