"""Source → Paper: which kind it is, who speaks where, which answer answers what, and what its sentences are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from standpunt.model import Chamber, Paper, PaperKind, Source
from standpunt.structure import clean, consultation, debate, draft, headings, kinds, letter, motion, pointers, questions
from standpunt.structure.clean import Layout
from standpunt.structure.draft import Outline
from standpunt.structure.headline import headline
from standpunt.structure.identity import identify
from standpunt.structure.lines import lines_of

__all__ = ["OUTLINES", "structure"]

#: A new kind of paper is one module with an `outline` and one entry here.
OUTLINES: Final[dict[PaperKind, Callable[[Layout, Chamber | None], Outline]]] = {
    "written_consultation": consultation.outline,
    "letter": letter.outline,
    "motion": motion.outline,
    "debate": debate.outline,
    "written_questions": questions.outline,
}


def structure(source: Source, metadata: Mapping[str, str] | None = None) -> Paper:
    """Return the paper that a source holds; `metadata` is its row of sources.csv, for what the text leaves unsaid.

    Raises:
        UnknownKind: no known kind of paper fits the text.
    """
    lines = lines_of(source.text)
    kind = kinds.recognise(source.name, [line.bare for line in lines], (metadata or {}).get("kind"))
    layout = clean.paragraphs(source.text, lines, headings.starts_line(kind))
    identity = identify(source, lines, layout, kind, metadata)
    outline = OUTLINES[kind](layout, identity.chamber)
    blocks = draft.blocks(outline, layout)
    return Paper(
        id=identity.id,
        kind=kind,
        source=source,
        blocks=blocks,
        exchanges=pointers.link(draft.exchanges(outline, blocks), blocks),
        date=identity.date,
        dossier=identity.dossier,
        dossier_title=identity.dossier_title,
        number=identity.number,
        chamber=identity.chamber,
        session_year=identity.session_year,
        title=identity.title or headline(layout.paragraphs),
        committee=identity.committee,
        url=identity.url,
        held=identity.held,
        signatories=identity.signatories,
        members=outline.members,
    )
