"""A small paper with everything in it, made by hand, for the tests of assembling, storing and asking."""

from __future__ import annotations

from datetime import date

from standpunt.iri import content_hash
from standpunt.model import Analysis, Block, BlockKind, Claim, Commitment, Exchange, Mention, OffsetMap, Paper, Sentence, Signatory, Source

FRONT = "28 676 NAVO Nr. 384 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG"
HEADING = "Vragen en opmerkingen van de leden van de PVV-fractie"
QUESTION = "De leden van de PVV-fractie zijn tegen toetreding van Oekraïne tot de NAVO. Deelt de Minister deze mening?"
ANSWER = "Het kabinet zal de Kamer voor het zomerreces informeren, conform de motie Brekelmans c.s. (Kamerstuk 21 501-02, nr. 2433)."
SECOND_QUESTION = "Hoe beoordeelt president Poetin dit?"
SECOND_ANSWER = "Het kabinet kan niet vooruitlopen op de bijeenkomst van 7 januari. Zie ook het antwoord op vraag 1."
PARAGRAPHS: tuple[tuple[BlockKind, str | None, str, int | None], ...] = (
    ("front", None, FRONT, None),
    ("heading", None, HEADING, None),
    ("questions", "faction/PVV", QUESTION, 0),
    ("answer", "actor/kabinet", ANSWER, 0),
    ("questions", "faction/PVV", SECOND_QUESTION, 1),
    ("answer", "actor/kabinet", SECOND_ANSWER, 1),
    ("body", "actor/kabinet", "W.B. Zandhof", None),
)
TEXT = "\n".join(text for _, _, text, _ in PARAGRAPHS)


def small_paper(ident: str = "kst-28676-384") -> Paper:
    blocks: list[Block] = []
    count = 0
    start = 0
    for index, (kind, speaker, text, exchange) in enumerate(PARAGRAPHS):
        sentences = []
        at = 0
        for part in text.replace("? ", "?|").replace("NAVO. ", "NAVO.|").replace("januari. ", "januari.|").split("|"):
            to = at + len(part)
            sentences.append(Sentence(count, index, at, to, start + at, start + to, part))
            count += 1
            at = to + 1
        offsets = OffsetMap((0,), (start,))
        blocks.append(Block(index, kind, speaker, text, offsets, start, start + len(text), tuple(sentences), HEADING, exchange))
        start += len(text) + 1
    name_at = TEXT.index("W.B. Zandhof")
    return Paper(
        id=ident,
        kind="written_consultation",
        source=Source(f"{ident}.md", TEXT, content_hash(TEXT) * 5 + "0f0f", "text/markdown"),
        blocks=tuple(blocks),
        exchanges=(
            Exchange(0, 1, (1,), ("faction/PVV",), (2,), (3,), joined_by=("faction/SGP",), status="answered"),
            Exchange(1, 2, (2, 3), ("faction/PVV",), (4,), (5,), see=(1, 99), status="partly_declined", reasons=("premature",)),
        ),
        date=date(2022, 1, 13),
        dossier="28676",
        dossier_title="NAVO",
        number="384",
        chamber="TK",
        session_year="2021-2022",
        title="Verslag van een schriftelijk overleg",
        committee="vaste commissie voor Buitenlandse Zaken",
        url=f"https://zoek.officielebekendmakingen.nl/{ident}.html",
        signatories=(Signatory("W.B. Zandhof", "De Minister van Buitenlandse Zaken", name_at, name_at + 13),),
        members={"Wilders": ("faction/PVV",)},
    )


def mention(paper: Paper, text: str, label: str, ident: str | None) -> Mention:
    block = next(block for block in paper.blocks if text in block.text and block.kind not in ("front", "heading"))
    at = block.text.index(text)
    return Mention(block.start + at, block.start + at + len(text), text, label, ident, f"{label.lower()}s", block.index, at, at + len(text))  # type: ignore[arg-type]


def claim(paper: Paper, sentence: str, holder: str, relation: str, cue: str, about: tuple[str, ...] = (), **more: object) -> Claim:
    found = next(candidate for candidate in paper.sentences if candidate.text.startswith(sentence))
    return Claim(
        id=f"{paper.id}/claim/{content_hash(found.text, holder, relation)}",
        start=found.start,
        end=found.end,
        text=found.text,
        holder=holder,
        relation=relation,  # type: ignore[arg-type]
        about=about,
        topics=more.pop("topics", ()),  # type: ignore[arg-type]
        proposition=more.pop("proposition", None),  # type: ignore[arg-type]
        rule=more.pop("rule", f"{relation}-test"),  # type: ignore[arg-type]
        cue=cue,
        confidence=more.pop("confidence", None),  # type: ignore[arg-type]
        block=found.block,
        sentence=found.index,
        commitment=more.pop("commitment", None),  # type: ignore[arg-type]
    )


def small_analysis(ident: str = "kst-28676-384") -> Analysis:
    paper = small_paper(ident)
    promise = Commitment("promise_to_house", "org/TweedeKamer", "voor het zomerreces", date(2022, 7, 7), "kst-21501-02-2433")
    mentions = (
        mention(paper, "PVV-fractie", "FACTION", "faction/PVV"),
        mention(paper, "Oekraïne", "COUNTRY", "country/UA"),
        mention(paper, "NAVO", "ORG", "org/NAVO"),
        mention(paper, "motie Brekelmans c.s.", "MOTION", "kst-21501-02-2433"),
        mention(paper, "Kamerstuk 21 501-02, nr. 2433", "DOCUMENT", "kst-21501-02-2433"),
        mention(paper, "Poetin", "PERSON", "person/Poetin"),
        mention(paper, "bijeenkomst van 7 januari", "MEETING", "meeting/2022-01-07"),
        mention(paper, "W.B. Zandhof", "PERSON", "person/Zandhof"),
    )
    against = {"topics": ("topic/navo",), "proposition": "toetreding van Oekraïne tot de NAVO", "confidence": 0.91}
    claims = (
        claim(paper, "De leden van", "faction/PVV", "opposes", "zijn tegen", ("country/UA", "org/NAVO"), **against),
        claim(paper, "Deelt de", "faction/PVV", "asks_about", "?", ("country/UA",), topics=("topic/navo",)),
        claim(paper, "Het kabinet zal", "actor/kabinet", "commits_to", "zal informeren", ("org/TweedeKamer",), commitment=promise),
        claim(paper, "Het kabinet zal", "actor/kabinet", "refers_to", "conform", ("kst-21501-02-2433",)),
        claim(paper, "Hoe beoordeelt", "faction/PVV", "asks_about", "Hoe", ("person/Poetin",)),
        claim(paper, "Het kabinet kan", "actor/kabinet", "declines_to_answer", "kan niet vooruitlopen", ("meeting/2022-01-07",)),
        claim(paper, "Zie ook", "actor/kabinet", "refers_to", "Zie", ("answer/1", "answer/99")),
    )
    return Analysis(paper, mentions, claims, {0: ("topic/navo",)})
