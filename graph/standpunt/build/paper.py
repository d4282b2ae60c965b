"""One file → all that the graph keeps of it. This is what worker processes run."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from standpunt import agreement
from standpunt.build import shared
from standpunt.build.files import Input, metadata
from standpunt.build.state import rule_set_hash
from standpunt.errors import KnowledgeError, ResourceMissing, StandpuntError
from standpunt.model import Analysis, BlockKind, Paper, Source
from standpunt.read import MAX_BYTES, read_source, source_from_text

#: Blocks in which somebody speaks.
SPOKEN: Final[frozenset[BlockKind]] = frozenset({"questions", "answer", "body", "speech", "motion"})

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Built:
    """What the graph keeps of a paper, in bytes: small to send from one process to another."""

    paper: str
    kind: str
    file: str
    sha256: str
    stamp: str
    triples: bytes  # N-Triples
    text: bytes
    shared: bytes  # what it contributes to what is added up over all papers; JSON
    counts: Mapping[str, int]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a file could not be built."""

    reason: str


def analyse(path: Path) -> Analysis:
    """Return all that is found in a file.

    Raises:
        UnreadablePaper: it can't be turned into text.
        UnknownKind: no known kind of paper fits it.
    """
    return analyse_source(read_source(path), metadata(path))


def analyse_source(source: Source, about: Mapping[str, str]) -> Analysis:
    """Return all that is found in a text; `about` is its row of `sources.csv`.

    Raises:
        UnknownKind: no known kind of paper fits it.
        KnowledgeError: knowledge files hold faults.
    """
    # Imported here, so that a build with nothing to do loads no language pipeline.
    agreement.demand()
    from standpunt.relate.proof import demand_readable
    from standpunt.structure import structure

    demand_readable()
    return analyse_paper(structure(source, about))


def analyse_paper(paper: Paper) -> Analysis:
    """Return all that is found in a paper whose structure is known."""
    from standpunt.annotate import annotate
    from standpunt.relate import relate
    from standpunt.relate.cosigners import with_cosigners
    from standpunt.relate.motions import resolved

    return resolved(with_cosigners(relate(annotate(paper))))


def warm_up() -> None:
    """Load the language pipeline and all rules, by reading a letter of one sentence."""
    analyse_source(source_from_text("Geachte voorzitter,\n\nHet kabinet steunt Oekraïne.\n"), {"kind": "letter"})


def build_paper(given: Input) -> Built | Failed:
    """Return what the graph keeps of a file, or why that can't be told. One paper never stops the others.

    Raises:
        KnowledgeError, ResourceMissing: nothing can be built at all.
    """
    try:
        return _built(given, analyse_source(replace(read_source(given.path), name=given.name), given.metadata))
    except (KnowledgeError, ResourceMissing):
        raise
    except StandpuntError as error:
        return Failed(str(error))
    except Exception as error:
        logger.exception("%s", given.path)
        return Failed(f"a fault of standpunt itself, please report it with this file: {type(error).__name__}: {error}")


def stamp(given: Input, sha256: str) -> str:
    """Return what decides whether a file is built again: its bytes and name, its row, and the rules."""
    row = (f"{column}={cell}" for column, cell in sorted(given.metadata.items()))
    return hashlib.sha256("\x1f".join([rule_set_hash(), given.name, sha256, *row]).encode()).hexdigest()


def current_stamp(given: Input) -> str | None:
    """Return the stamp of a file as it is now; None where it can't be read, for a reason that reading it will tell."""
    try:
        if not given.path.is_file() or given.path.stat().st_size > MAX_BYTES:
            return None
        return stamp(given, hashlib.sha256(given.path.read_bytes()).hexdigest())
    except OSError:
        return None


def _built(given: Input, analysis: Analysis) -> Built:
    from standpunt.assemble import quads
    from standpunt.store.base import ntriples

    paper = analysis.paper
    return Built(
        paper=paper.id,
        kind=paper.kind,
        file=paper.source.name,
        sha256=paper.source.sha256,
        stamp=stamp(given, paper.source.sha256),
        triples=ntriples(quads(analysis)),
        text=paper.source.text.encode(),
        shared=shared.dumps(analysis),
        counts=_counts(analysis),
        warnings=tuple(dict.fromkeys((*paper.source.warnings, *analysis.warnings, *_undated(paper), *_silent(analysis)))),
    )


def _undated(paper: Paper) -> tuple[str, ...]:
    """Say so where a paper has no date: it then comes last everywhere, and questions about a time leave it out."""
    told = (
        "no date was found; questions with a day (vanaf, tot) leave it out. Give it in the column 'date' of a sources.csv beside the paper."
    )
    return () if paper.date else (told,)


def _silent(analysis: Analysis) -> tuple[str, ...]:
    """Say so where nobody says anything in a paper, and how far reading it came."""
    if analysis.claims:
        return ()
    spoken = [block for block in analysis.paper.blocks if block.kind in SPOKEN and block.sentences]
    count = sum(len(block.sentences) for block in spoken)
    if not spoken:
        why = "below its head there is no text of a question, an answer, a speech, a letter or a motion"
    elif all(block.speaker is None for block in spoken):
        why = (
            "who speaks is not known: no heading names a faction, no line says who has the floor ('De heer De Roo (CDA):'), "
            "no motion names its proposers"
        )
    else:
        who = ", ".join(sorted({block.speaker for block in spoken if block.speaker}))
        why = f"in none of the {count} sentences of {who} does a rule see a question, a wish, a stance, a promise or a refusal"
    return (f"no claims were found: {why}. Its text and the names in it can be found all the same.",)


def _counts(analysis: Analysis) -> dict[str, int]:
    relations = Counter(claim.relation for claim in analysis.claims)
    labels = Counter(mention.label for mention in analysis.mentions)
    return {
        "blocks": len(analysis.paper.blocks),
        "exchanges": len(analysis.paper.exchanges),
        "entities": len(analysis.mentions),
        **dict(sorted(labels.items())),
        "claims": len(analysis.claims),
        **dict(sorted(relations.items())),
    }
