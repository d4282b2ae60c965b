"""Motions across spellings and papers are one entity, and two motions of one member stay two."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path

import pytest

import standpunt
from standpunt.model import (
    CABINET,
    Analysis,
    Block,
    Claim,
    Commitment,
    Label,
    Mention,
    OffsetMap,
    Paper,
    PaperKind,
    Sentence,
    Signatory,
    Source,
)
from standpunt.relate.motions import citations, merge, resolved


def analysis(
    ident: str,
    text: str,
    *mentions: tuple[str, Label, str | None],
    notes: dict[int, tuple[str, str]] | None = None,
    claims: tuple[int, ...] = (),
) -> Analysis:
    """Return what was found in a letter with one sentence a line.

    A mention is given by its words (the first that are not taken yet), `notes` by the line that cites the footnote.
    """
    notes = notes or {}
    offsets = OffsetMap((0,), (0,))
    blocks, sentences, found = [], [], []
    at = 0
    for index, line in enumerate(text.split("\n")):
        cited = (1 + list(notes).index(index),) if index in notes else ()
        sentences.append(Sentence(index, 0, at, at + len(line), at, at + len(line), line, cited))
        at += len(line) + 1
    blocks.append(Block(0, "body", CABINET, text, offsets, 0, len(text), tuple(sentences)))
    taken = 0
    for words, label, entity in mentions:
        at = text.index(words, taken)
        found.append(Mention(at, at + len(words), words, label, entity, "", 0, at, at + len(words)))
        taken = at + 1
    for number, (note, cites) in enumerate(notes.values(), start=1):
        blocks.append(Block(number, "footnote", CABINET, note, offsets, 5000 * number, 5000 * number + len(note), ()))
        found.append(Mention(5000 * number, 5000 * number + 9, note, "DOCUMENT", cites, "", number, 0, len(note)))
    paper = Paper(ident, "letter", Source(ident, text, "", "text/plain"), tuple(blocks), date=Date(2022, 1, 13))
    return Analysis(paper, tuple(found), tuple(_claim(ident, sentences[index]) for index in claims))


def _claim(ident: str, sentence: Sentence) -> Claim:
    return Claim(
        id=f"{ident}/claim/{sentence.index}",
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        holder=CABINET,
        relation="commits_to",
        about=(),
        topics=(),
        proposition=None,
        rule="",
        cue="",
        confidence=None,
        block=0,
        sentence=sentence.index,
        commitment=Commitment("ongoing_effort", motion="motion/Brekelmans"),
    )


CONSULTATION = analysis(
    "kst-28676-384",
    "Conform de motie van het lid Brekelmans c.s. zet Nederland zich in voor maatregelen.\nConform de motie Brekelmans c.s. blijft dat zo.",
    ("motie van het lid Brekelmans c.s.", "MOTION", "motion/Brekelmans"),
    ("motie Brekelmans c.s.", "MOTION", "motion/Brekelmans"),
    notes={0: ("Kamerstuk 21 501-02, nr. 2433.", "kst-21501-02-2433")},
    claims=(0, 1),
)
REPORT = analysis(
    "kst-28676-431",
    "De motie van het lid Brekelmans c.s. over de aanbevelingen van de reflectiegroep (Kamerstuk 28 676, nr. 365) is uitgevoerd.\n"
    "De motie Brekelmans c.s. over de aanbevelingen van de reflectiegroep inzake China is daarmee afgedaan.",
    ("motie van het lid Brekelmans c.s.", "MOTION", None),
    ("Kamerstuk 28 676, nr. 365", "DOCUMENT", "kst-28676-365"),
    ("motie Brekelmans c.s.", "MOTION", None),
)


def merged(*analyses: Analysis) -> dict[str, list[str]]:
    """Return the words by which each motion is cited."""
    motions = merge(citation for one in analyses for citation in citations(one))
    return {ident: [citation.text for citation in cited] for ident, cited in motions.cited.items()}


def test_a_footnote_elsewhere_in_the_paper_gives_the_kamerstuk() -> None:
    assert merged(CONSULTATION) == {"kst-21501-02-2433": ["motie van het lid Brekelmans c.s.", "motie Brekelmans c.s."]}


def test_two_motions_of_one_member_stay_two() -> None:
    assert {ident: len(cited) for ident, cited in merged(CONSULTATION, REPORT).items()} == {"kst-21501-02-2433": 2, "kst-28676-365": 2}


def test_what_the_motion_is_about_finds_it_in_another_paper() -> None:
    later = analysis(
        "kst-28676-440",
        "Aan de motie-Brekelmans over de aanbevelingen van de reflectiegroep is voldaan.",
        ("motie-Brekelmans", "MOTION", "motion/Brekelmans"),
    )
    assert merged(CONSULTATION, REPORT, later)["kst-28676-365"][-1] == "motie-Brekelmans"


def test_a_name_alone_is_not_enough_in_another_paper() -> None:
    later = analysis("kst-28676-440", "De motie-Brekelmans is uitgevoerd.", ("motie-Brekelmans", "MOTION", "motion/Brekelmans"))
    assert merged(CONSULTATION, later)["motion/Brekelmans-kst-28676-440"] == ["motie-Brekelmans"]


def test_motions_without_kamerstuk_are_told_apart_by_member_and_subject() -> None:
    letter = analysis(
        "kst-27830-318",
        "De motie van het lid Bosgraaf over munitievoorraden en de motie van het lid Kerkstra c.s. over de maakindustrie zijn aangenomen.\n"
        "De motie van het lid Bosgraaf vergt 900 miljoen euro.",
        ("motie van het lid Bosgraaf", "MOTION", None),
        ("motie van het lid Kerkstra c.s.", "MOTION", None),
        ("motie van het lid Bosgraaf", "MOTION", None),
    )
    assert {ident: len(cited) for ident, cited in merged(letter).items()} == {
        "motion/Bosgraaf-munitievoorraden": 2,
        "motion/Kerkstra-de-maakindustrie": 1,
    }


def test_a_footnote_of_a_sentence_with_two_motions_belongs_to_neither() -> None:
    letter = analysis(
        "kst-1-1",
        "De motie van het lid Bosgraaf over munitie en de motie van het lid Kerkstra over schepen zijn aangenomen.",
        ("motie van het lid Bosgraaf", "MOTION", None),
        ("motie van het lid Kerkstra", "MOTION", None),
        notes={0: ("Kamerstuk 27 830, nr. 309.", "kst-27830-309")},
    )
    assert all(citation.kst is None for citation in citations(letter))


@pytest.mark.parametrize(
    ("words", "proposers"),
    [
        ("motie van het lid Van Houwelingen c.s.", ["person/VanHouwelingen"]),
        ("motie van de leden Verhulst en Ter Beek", ["person/Verhulst", "person/TerBeek"]),
        ("motie-Ten Brinke/Verkaik", ["person/TenBrinke", "person/Verkaik"]),
        ("motie van de leden Piri, Van der Lee en Dassen", ["person/Piri", "person/VanDerLee", "person/Dassen"]),
        ("MOTIE VAN DE LEDEN DASSEN EN PIRI", ["person/Dassen", "person/Piri"]),
        ("Motie Ruijgrok c.s.", ["person/Ruijgrok"]),
    ],
)
def test_who_moved_it(words: str, proposers: list[str]) -> None:
    [citation] = citations(analysis("kst-1-1", f"De {words} is uitgevoerd.", (words, "MOTION", None)))
    assert list(citation.proposers) == proposers


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        (
            "De motie van het lid Kerkstra verzoekt de regering om vooraf een vast aandeel te bepalen.",
            "om vooraf een vast aandeel te bepalen",
        ),
        (
            "De motie van het lid Kerkstra, waarin het kabinet werd verzocht een Europees leger uit te sluiten, is aangenomen.",
            "een Europees leger uit te sluiten",
        ),
        ("De motie van het lid Kerkstra over munitievoorraden ligt voor.", "over munitievoorraden"),
        ("De motie van het lid Kerkstra ligt voor.", None),
    ],
)
def test_what_it_asks_as_told_by_who_cites_it(sentence: str, asks: str | None) -> None:
    motions = merge(citations(analysis("kst-1-1", sentence, ("motie van het lid Kerkstra", "MOTION", None)))).motions
    assert [motion.asks for motion in motions] == [asks]


def printed(kind: PaperKind, text: str, *, told: str = "", heading: str = "", signed: tuple[str, ...] = ()) -> Analysis:
    """Return a paper that prints a motion: its title, the motion, what the chair says about it, who signed it."""
    whole = "\n".join([heading, text, told, *signed])
    offsets = OffsetMap((0,), (0,))
    start = len(heading) + 1
    blocks = (
        Block(0, "heading", None, heading, offsets, 0, len(heading), ()),
        Block(1, "motion", "person/Kröger", text, offsets, start, start + len(text), ()),
        Block(2, "speech", None, told, offsets, start + len(text) + 1, start + len(text) + 1 + len(told), ()),
    )
    signatories = []
    at = start + len(text) + len(told) + 2
    for name in signed:
        signatories.append(Signatory(name, None, at, at + len(name)))
        at += len(name) + 1
    source = Source("x", whole, "", "text/plain")
    return Analysis(Paper("kst-29684-52", kind, source, blocks, signatories=tuple(signatories)), (), ())


TEXT = (
    "De Kamer,\ngehoord de beraadslaging,\noverwegende dat de bodem daalt;\nverzoekt de regering geen besluit te nemen;\n"
    "verzoekt de regering voorts de Kamer te berichten,\nen gaat over tot de orde van de dag."
)


def test_a_motion_paper_tells_who_moved_it_and_what_it_asks() -> None:
    paper = printed("motion", TEXT, heading="GEWIJZIGDE MOTIE VAN HET LID VAN DER WIELEN C.S.", signed=("El Idrissi", "Van der Wielen"))
    [motion] = merge(citations(paper)).motions
    assert (motion.id, motion.paper) == ("kst-29684-52", "kst-29684-52")
    assert (motion.proposer, motion.cosigners) == ("person/VanDerWielen", ("person/ElIdrissi",))
    assert motion.asks == "verzoekt de regering geen besluit te nemen; verzoekt de regering voorts de Kamer te berichten"


def test_a_motion_moved_in_a_debate_gets_the_number_that_the_chair_reads_out() -> None:
    told = "Deze motie is voorgesteld door de leden Kröger en Grashoff.\nZij krijgt nr. 346 (32847)."
    [motion] = merge(citations(printed("debate", TEXT, told=told))).motions
    assert (motion.id, motion.proposer, motion.cosigners) == ("kst-32847-346", "person/Kröger", ("person/Grashoff",))


def test_a_citation_in_another_paper_joins_the_motion_itself() -> None:
    own = printed("motion", TEXT, heading="MOTIE VAN HET LID BOERSMA", signed=("Boersma",))
    letter = analysis(
        "kst-1-1",
        "De motie van het lid Boersma (Kamerstuk 29 684, nr. 52) voer ik uit.",
        ("motie van het lid Boersma", "MOTION", "kst-29684-52"),
        claims=(0,),
    )
    motions = merge([*citations(own), *citations(letter)])
    assert [motion.id for motion in motions.motions] == ["kst-29684-52"]
    assert motions.motions[0].asks == "verzoekt de regering geen besluit te nemen; verzoekt de regering voorts de Kamer te berichten"
    assert motions.said("kst-29684-52") == ("kst-1-1/claim/0",)


def test_mentions_and_commitments_get_the_merged_id() -> None:
    found = resolved(CONSULTATION)
    assert [m.id for m in found.mentions if m.label == "MOTION"] == ["kst-21501-02-2433"] * 2
    assert [claim.commitment.motion for claim in found.claims if claim.commitment] == ["kst-21501-02-2433"] * 2
    assert merge(citations(CONSULTATION)).ids == {("kst-28676-384", m.start): m.id for m in found.mentions if m.label == "MOTION"}


MOTION_BY_VAN_DER_LEE = """28 676 NAVO

Nr. 412 MOTIE VAN HET LID VAN DER LEE C.S.

Voorgesteld 2 februari 2022

De Kamer,

gehoord de beraadslaging,

verzoekt de regering de sancties tegen Rusland te verscherpen,

en gaat over tot de orde van de dag.

Van der Lee
"""
DEBATE_WITH_VAN_DER_LEE = """Handelingen II 2021/22, nr. 40, item 3

Vergadering van 2 februari 2022

De heer Van der Lee (GroenLinks): Voorzitter. Wij steunen de sancties tegen Rusland. Ik vraag de Minister om een brief.

De heer Tom van der Lee (GroenLinks): Voorzitter. Ik heb nog een vraag aan de Minister.
"""


def test_a_member_with_a_tussenvoegsel_is_one_person_in_motions_and_debates(tmp_path: Path) -> None:
    (tmp_path / "motie.txt").write_text(MOTION_BY_VAN_DER_LEE, encoding="utf-8")
    (tmp_path / "debat.txt").write_text(DEBATE_WITH_VAN_DER_LEE, encoding="utf-8")
    standpunt.build([tmp_path], tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        rows = graph.query(
            "SELECT DISTINCT ?p ?person { { ?x ?p ?person } UNION { ?person ?p ?x FILTER (?p = org:memberOf) }"
            " FILTER (CONTAINS(LCASE(STR(?person)), 'van') && CONTAINS(STR(?person), '/person/')) }"
        )
        found = {(what, person) for what, person in rows.rows}
    assert {person for _, person in found} == {"person/VanDerLee"}
    assert {"sp:proposer", "sp:holder", "org:memberOf"} <= {what for what, _ in found}
