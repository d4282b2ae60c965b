"""Motions as entities: one motion over all its spellings and papers.

    motie van het lid Brekelmans c.s. (Kamerstuk 21 501-02, nr. 2433) · motie Brekelmans c.s. · motie-Brekelmans
    motie van de leden Verhulst en Ter Beek over … · motie-Ten Brinke/Verkaik · MOTIE VAN DE LEDEN DASSEN EN PIRI

Where its Kamerstuk is known, that is a motion's id. A citation without one is the motion of that proposer with one
when the same paper cites exactly one such, or when what it is about agrees; else it is an entity of its own: two
members of the same name, or two motions of one member, are better kept apart than mixed up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from standpunt.model import CABINET, Analysis, Block, Claim, Mention, Motion, Paper, Sentence, Treatment
from standpunt.relate import discussion
from standpunt.relate.moved import FUNCTION_WORDS, NUMBERS, Moved, stems
from standpunt.relate.treatments import ADVISED, hits
from standpunt.structure import names

_PARTICLE: Final = r"(?:(?i:van|de|den|der|ten|ter|te|el|al|in|op)|’t|'t)"
_WORD: Final = r"(?!EN\b|OVER\b|C\.)[A-ZÀ-Ž][\w’'-]+"
_NAME: Final = rf"(?:{_PARTICLE}\s+)*{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{0,2}}"
_JOIN: Final = r"(?:\s*,\s*|\s*/\s*|\s+(?i:en)\s+)"

#: `motie van het lid X c.s.`, `motie-X/Y`, `motie X`, also in capitals.
CITED: Final = re.compile(
    r"\b(?i:moties?)(?:\s*[-–]\s*|\s+)(?i:van\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw|lid)\s+|(?:het\s+)?lid\s+|van\s+)?"
    rf"(?P<names>{_NAME}(?:{_JOIN}{_NAME})*)"
)
#: What stands in a title behind the names.
AFTER_NAMES: Final = re.compile(r"\s*\b(?:C\.\s*S\b|TER VERVANGING|OVER\b|(?i:voorgesteld|ontvangen|plenair)\b).*", re.DOTALL)
#: `Deze motie is voorgesteld door de leden Kröger en Grashoff.` · `Zij krijgt nr. 346 (32847).`
PROPOSED_BY: Final = re.compile(rf"voorgesteld\s+door\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw)\s+(?P<names>{_NAME}(?:{_JOIN}{_NAME})*)")
NUMBERED: Final = re.compile(
    r"krijgt\s+(?:nr\.|(?:de\s+)?letter)\s*(?P<number>\d+|[A-Z]{1,3}\b)(?:,?\s*was\s+nr\.\s*\d+)?\s*\((?P<dossier>\d{5}(?:-[IVXL]+(?:-[A-Z])?|-\d{2})?)\)"
)
#: What it is about: `over munitievoorraden`, `inzake de visserij`, up to the next clause.
ABOUT: Final = re.compile(
    r"^\s*(?:c\.\s*s\.)?\s*(?:\([^)]*\))?\s*,?\s*(?P<subject>(?:over|inzake|betreffende|met\s+betrekking\s+tot|ten\s+aanzien\s+van)\s+[^,;:.?()]{4,160}?)"
    r"(?=\s*(?:[,;:.?()]|$|\s(?:die|waarin|en\s+de\s+(?:motie|wijze)|wordt|is|zijn|heeft|ligt|verzoekt|vroeg|vraagt|worden|vóór|van\s+\d|uitvoer\w*)\b))"
)
#: What it asks, told by who cites it: `verzoekt de regering om …`, `waarin het kabinet werd verzocht …`.
ASKED: Final = re.compile(
    r"(?:\b(?:verzoekt|vraagt|verzocht|oproept)\s+(?:de\s+regering|het\s+kabinet|de\s+minister)"
    r"|\bwaarin\s+(?:de\s+regering|het\s+kabinet|de\s+minister)\s+(?:opnieuw\s+)?(?:wordt|werd|is)\s+(?:verzocht|gevraagd|opgeroepen))"
    r"\s+(?P<what>[^;.]{8,400}?)(?=[;.]|,\s+(?:is|zijn|wordt|worden|heeft|was|werd|en\s+de\s+motie)\b|$)",
    re.IGNORECASE,
)
#: What it asks, in its own words; a motion can ask several things.
REQUEST: Final = re.compile(
    r"\b(?P<verb>verzoekt|vraagt|roept|spreekt\s+uit|draagt|keurt)\b(?P<what>.{8,1200}?)"
    r"(?=[;,.]\s*(?:en\s+gaat\s+over|verzoekt\b|vraagt\b|roept\b|spreekt\s+uit\b)|;|$)",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MotionCitation:
    """One place where a motion is cited, or printed; what that place tells about it."""

    paper: str
    start: int
    end: int
    text: str
    kst: str | None  # its Kamerstuk, where told here
    proposers: tuple[str, ...]  # in order
    subject: str | None  # over munitievoorraden
    asks: str | None
    printed: bool  # the motion itself stands here
    said: tuple[str, ...]  # claims of the cabinet in the same sentence: what it does with it


@dataclass(frozen=True, slots=True)
class MotionTreatment:
    """One treatment of a motion, and by what the motion is known: its Kamerstuk, or the place where it is cited."""

    paper: str
    treatment: str
    kst: str | None
    cited: int | None
    said: tuple[str, ...]  # claims of the cabinet in the same sentence


@dataclass(frozen=True, slots=True)
class Motions:
    """Motions over all papers, and where each is cited."""

    motions: tuple[Motion, ...]
    cited: Mapping[str, tuple[MotionCitation, ...]] = field(default_factory=dict)  # motion id → where
    treated: Mapping[str, tuple[MotionTreatment, ...]] = field(default_factory=dict)  # motion id → what is done with it

    @property
    def ids(self) -> dict[tuple[str, int], str]:
        """The motion id of each mention: by paper and the place where it begins."""
        return {(citation.paper, citation.start): ident for ident, citations in self.cited.items() for citation in citations}

    def said(self, ident: str) -> tuple[str, ...]:
        """Return the claims in which the cabinet says what it does with a motion."""
        places = [place.said for place in self.cited.get(ident, ())] + [place.said for place in self.treated.get(ident, ())]
        return tuple(dict.fromkeys(claim for said in places for claim in said))

    def treatments(self, ident: str) -> tuple[str, ...]:
        """Return what is done with a motion, by the ids of its treatments."""
        return tuple(dict.fromkeys(each.treatment for each in self.treated.get(ident, ())))


def citations(analysis: Analysis) -> tuple[MotionCitation, ...]:
    """Return where a paper cites or prints motions, in the order of the text."""
    printed = tuple(_printed(analysis.paper))
    found = [*printed, *_cited(analysis, _moved(analysis, printed))]
    return tuple(sorted(found, key=lambda citation: (citation.start, citation.end)))


def treated(analysis: Analysis) -> tuple[MotionTreatment, ...]:
    """Return what a paper tells is done with motions, in the order of the text."""
    return tuple(
        MotionTreatment(analysis.paper.id, each.id, each.motion if each.cited is None else None, each.cited, each.claims)
        for each in analysis.treatments
    )


def with_treatments(analysis: Analysis) -> Analysis:
    """Return an analysis that tells what is done with motions. A verdict on a motion is none on what the motion is about.

    `De motie over het prijsplafond moet ik ontraden` does not say whether the cabinet is for a price cap: the motion may ask for its end.
    """
    moved = _moved(analysis, tuple(_printed(analysis.paper)))
    discussed = discussion.treated(analysis, tuple(_cited(analysis, moved)), moved)
    known = discussed.known
    linked = frozenset(claim for treatment in discussed.treatments for claim in treatment.claims)
    mentions = (replace(m, id=known[m.start]) if m.label == "MOTION" and m.start in known else m for m in analysis.mentions)
    claims = (_without_direction(claim, linked) for claim in analysis.claims)
    return replace(
        analysis, mentions=tuple(mentions), treatments=discussed.treatments, pointed_at=discussed.pointed_at, claims=tuple(claims)
    )


def _without_direction(claim: Claim, linked: Collection[str]) -> Claim:
    """Return a claim without topics where its words are a verdict's, on a motion that is known or that its sentence speaks of."""
    if not claim.topics or claim.holder != CABINET or claim.relation not in ("supports", "opposes"):
        return claim
    given = {word for hit in hits(claim.text, "kabinet") if hit.kind in ADVISED for word in hit.cue.lower().split()}
    is_verdict = not given.isdisjoint(claim.cue.lower().split()) and (claim.id in linked or MOTION.search(claim.text) is not None)
    return replace(claim, topics=()) if is_verdict else claim


def _moved(analysis: Analysis, printed: Sequence[MotionCitation]) -> Moved:
    return Moved(analysis.paper, printed, (m.id for m in analysis.mentions if m.label == "DOCUMENT" and m.id and m.id.startswith("kst-")))


def _cited(analysis: Analysis, moved: Moved) -> Iterator[MotionCitation]:
    paper = analysis.paper
    for mention in analysis.mentions:
        block = paper.blocks[mention.block]
        if mention.label != "MOTION" or (paper.kind == "motion" and block.kind == "heading"):
            continue
        sentence = next((s for s in block.sentences if s.at <= mention.at < s.to), None)
        rest = block.text[mention.to : sentence.to if sentence else mention.to + 300]
        subject, asked = ABOUT.search(rest), ASKED.search(rest)
        yield MotionCitation(
            paper=paper.id,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            kst=_kst(mention, sentence, analysis) or _by_its_number(mention, sentence, block, moved),
            proposers=_movers(mention, analysis) or _proposers(mention.text),
            subject=_plain(subject["subject"]) if subject else None,
            asks=_plain(asked["what"]) if asked else None,
            printed=False,
            said=_said(mention, sentence, analysis),
        )


def _movers(mention: Mention, analysis: Analysis) -> tuple[str, ...]:
    """Return who moved it: the persons within the mention."""
    return tuple(
        m.id for m in analysis.mentions if m.label == "PERSON" and m.id and m.block == mention.block and mention.at <= m.at < mention.to
    )


def _kst(mention: Mention, sentence: Sentence | None, analysis: Analysis) -> str | None:
    """Return the motion's Kamerstuk: its own id, or the paper cited in brackets right behind it, or in the only footnote."""
    if mention.id and mention.id.startswith("kst-"):
        return mention.id
    papers = [m for m in analysis.mentions if m.label == "DOCUMENT" and m.id and m.id.startswith("kst-")]
    text = analysis.paper.blocks[mention.block].text
    behind = [m.id for m in papers if m.block == mention.block and BRACKET.fullmatch(text[mention.to : m.at])]
    if not behind and sentence and len(sentence.footnotes) == 1 and len(_motions_in(sentence, analysis)) == 1:
        behind = [m.id for m in papers if m.block in sentence.footnotes]
    return behind[0] if len(behind) == 1 else None


def _by_its_number(mention: Mention, sentence: Sentence | None, block: Block, moved: Moved) -> str | None:
    """Return the Kamerstuk of a motion that is named by its number, before or behind who moved it."""
    if sentence is None:
        return None
    found = NUMBERS.search(block.text, mention.at, sentence.to)
    if found is None or (found.start() > mention.to and not BEFORE_NUMBER.fullmatch(block.text[mention.to : found.start()])):
        return None
    known = moved.by_numbers(found)
    return known[0] if len(known) == 1 else None


#: The word in running text.
MOTION: Final = re.compile(r"\bmoties?\b", re.IGNORECASE)
#: Between who moved a motion and its number: ` c.s. `.
BEFORE_NUMBER: Final = re.compile(r"(?:\s+(?:c\.\s?s\.|cum\s+suis))?\s*,?\s*")


def _motions_in(sentence: Sentence, analysis: Analysis) -> list[Mention]:
    return [m for m in analysis.mentions if m.label == "MOTION" and m.block == sentence.block and sentence.at <= m.at < sentence.to]


#: Between a motion and its Kamerstuk: `(`, `(Kamerstuk`, ` over munitie (`.
BRACKET: Final = re.compile(r"[^.;()]{0,160}\(\s*")


def _said(mention: Mention, sentence: Sentence | None, analysis: Analysis) -> tuple[str, ...]:
    if sentence is None:
        return ()
    return tuple(c.id for c in analysis.claims if c.holder == CABINET and c.sentence == sentence.index and c.relation != "refers_to")


def _printed(paper: Paper) -> Iterator[MotionCitation]:
    """Yield the motions that a paper prints: a motion paper its own, a debate those that are moved in it."""
    for block in paper.blocks:
        if block.kind == "motion":
            told = " ".join(b.text for b in paper.blocks[block.index + 1 : block.index + 4] if b.kind == "speech")
            yield MotionCitation(
                paper=paper.id,
                start=block.start,
                end=block.end,
                text=block.text,
                kst=paper.id if paper.kind == "motion" and paper.id.startswith("kst-") else _numbered(told),
                proposers=_signed(paper, block) if paper.kind == "motion" else _moved_by(told, block),
                subject=None,
                asks=_requests(block.text),
                printed=True,
                said=(),
            )


def _numbered(told: str) -> str | None:
    found = NUMBERED.search(told)
    return f"kst-{found['dossier']}-{found['number']}" if found else None


def _moved_by(told: str, block: Block) -> tuple[str, ...]:
    found = PROPOSED_BY.search(told)
    if found:
        return _names(found["names"])
    return (block.speaker,) if block.speaker and block.speaker.startswith("person/") else ()


def _signed(paper: Paper, block: Block) -> tuple[str, ...]:
    """Return who proposes a motion paper: those under it, he first whom the title names first."""
    title = next((_proposers(AFTER_NAMES.sub("", b.text)) for b in paper.blocks if b.kind == "heading" and "motie" in b.text.lower()), ())
    lines = (paper.source.text[s.start : s.end].splitlines() for s in paper.signatories)
    signed = tuple(_names(line)[0] for printed in lines for line in printed if line.strip())
    known = {ident.casefold(): ident for ident in signed}
    return tuple(dict.fromkeys([*(known.get(ident.casefold(), ident) for ident in title), *signed]))


def _proposers(text: str) -> tuple[str, ...]:
    found = CITED.search(" ".join(text.split()))
    return _names(found["names"]) if found else ()


def _names(printed: str) -> tuple[str, ...]:
    return tuple(names.bearer(name) for name in re.split(_JOIN, printed) if name.strip())


def _requests(text: str) -> str | None:
    asked = [_plain(f"{found['verb']}{found['what']}") for found in REQUEST.finditer(" ".join(text.split()))]
    return "; ".join(asked) or None


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" ,;.")


def merge(cited: Iterable[MotionCitation], treatments: Iterable[MotionTreatment] = ()) -> Motions:
    """Return the motions that the citations of all papers are about, with what is done with each.

    A motion's proposers and request come from the motion itself where it was read, else from the citation that tells most.
    """
    places = sorted(cited, key=lambda citation: (citation.paper, citation.start))
    groups: dict[str, list[MotionCitation]] = defaultdict(list)
    for citation in places:
        if citation.kst:
            groups[citation.kst].append(citation)
    numbered = {ident: tuple(group) for ident, group in groups.items()}
    alone = [citation for citation in places if not citation.kst]
    subjects = {_own_id(citation): (citation,) for citation in alone if citation.subject}
    for citation in alone:
        ident = _same(citation, numbered) or (None if citation.subject else _same(citation, subjects)) or _own_id(citation)
        groups[ident].append(citation)
    merged = {ident: tuple(sorted(group, key=lambda c: (c.paper, c.start))) for ident, group in sorted(groups.items())}
    found = Motions(tuple(_motion(ident, group) for ident, group in merged.items()), merged)
    return _with_treatments(found, treatments)


def _with_treatments(motions: Motions, treatments: Iterable[MotionTreatment]) -> Motions:
    """Return motions with what is done with each; a motion that no paper cites by name or number (`nr. 5: ontraden`) comes with them."""
    ids = motions.ids
    treated: dict[str, list[MotionTreatment]] = defaultdict(list)
    for each in sorted(treatments, key=lambda each: (each.paper, each.treatment)):
        ident = each.kst or (ids.get((each.paper, each.cited)) if each.cited is not None else None)
        if ident:
            treated[ident].append(each)
    others = tuple(_motion(ident, ()) for ident in sorted(treated.keys() - motions.cited.keys()))
    every = tuple(sorted((*motions.motions, *others), key=lambda motion: motion.id))
    return replace(motions, motions=every, treated={ident: tuple(group) for ident, group in sorted(treated.items())})


def resolved(analysis: Analysis, motions: Motions | None = None) -> Analysis:
    """Return an analysis whose mentions and commitments bear the merged ids of their motions.

    Without `motions` the paper speaks for itself: a citation without Kamerstuk gets it from a footnote elsewhere in it.
    """
    ids = (motions or merge(citations(analysis))).ids
    places = {
        m.start: ids[analysis.paper.id, m.start] for m in analysis.mentions if m.label == "MOTION" and (analysis.paper.id, m.start) in ids
    }
    mentions = tuple(replace(m, id=places[m.start]) if m.label == "MOTION" and m.start in places else m for m in analysis.mentions)
    treatments = tuple(_on(treatment, places) for treatment in analysis.treatments)
    meant = _meant(analysis, places)
    return replace(
        analysis,
        mentions=mentions,
        claims=tuple(_carrying_out(claim, places, meant) for claim in analysis.claims),
        recalls=tuple(replace(recall, motion=meant.get(recall.sentence)) for recall in analysis.recalls),
        treatments=treatments,
    )


def _meant(analysis: Analysis, places: Mapping[int, str]) -> dict[int, str]:
    """Return the motion that `de motie` means, by sentence: where only one can be meant, and its Kamerstuk is known."""
    found = {
        sentence: {key if isinstance(key, str) else places.get(key, "") for key in keys} for sentence, keys in analysis.pointed_at.items()
    }
    return {sentence: next(iter(ids)) for sentence, ids in found.items() if len(ids) == 1 and next(iter(ids)).startswith("kst-")}


def _on(treatment: Treatment, places: Mapping[int, str]) -> Treatment:
    return treatment if treatment.cited is None else replace(treatment, motion=places.get(treatment.cited))


def _carrying_out(claim: Claim, places: Mapping[int, str], meant: Mapping[int, str]) -> Claim:
    first = next((ident for start, ident in sorted(places.items()) if claim.start <= start < claim.end), meant.get(claim.sentence))
    if claim.commitment is None or first is None:
        return claim
    return replace(claim, commitment=replace(claim.commitment, motion=first))


def _same(citation: MotionCitation, numbered: Mapping[str, Sequence[MotionCitation]]) -> str | None:
    """Return the id of the motion that a citation without Kamerstuk is about, where exactly one fits."""
    if not citation.proposers:
        return None
    by_proposer = {ident: group for ident, group in numbered.items() if any(_shares_proposer(citation, other) for other in group)}
    here = [i for i, g in by_proposer.items() if any(o.paper == citation.paper for o in g) and not any(_differs(citation, o) for o in g)]
    about = [ident for ident, group in by_proposer.items() if any(_agrees(citation, other) for other in group)]
    for fitting in (about, here):
        if len(fitting) == 1:
            return fitting[0]
    return None


def _shares_proposer(one: MotionCitation, other: MotionCitation) -> bool:
    return bool(other.proposers) and one.proposers[0].casefold() == other.proposers[0].casefold()


def _agrees(one: MotionCitation, other: MotionCitation) -> bool:
    """Tell whether two citations say that their motion is about the same: at least half of the words of the shorter one."""
    ours, theirs = stems(one.subject or one.asks or ""), stems(" ".join(filter(None, (other.subject, other.asks))))
    return bool(ours and theirs) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _differs(one: MotionCitation, other: MotionCitation) -> bool:
    return bool(one.subject and other.subject) and not _agrees(one, other)


def _own_id(citation: MotionCitation) -> str:
    """Return an id for a motion without Kamerstuk: by proposer and subject, or by proposer and paper where it has none."""
    who = citation.proposers[0].removeprefix("person/") if citation.proposers else "onbekend"
    words = [word for word in re.findall(r"[^\W\d_]+", (citation.subject or "").lower()) if word not in FUNCTION_WORDS]
    return f"motion/{who}-{'-'.join(words[:4]) or citation.paper}"


def _motion(ident: str, group: Sequence[MotionCitation]) -> Motion:
    printed = [citation for citation in group if citation.printed]
    proposers = max((citation.proposers for citation in printed or group), key=len, default=())
    asks = next((c.asks for c in [*printed, *group] if c.asks), None) or next((c.subject for c in group if c.subject), None)
    return Motion(
        id=ident,
        proposer=proposers[0] if proposers else None,
        cosigners=proposers[1:],
        asks=asks,
        paper=ident if ident.startswith("kst-") else None,
    )
