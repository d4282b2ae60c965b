"""Who holds what a motion says besides its first mover: all who signed it."""

from __future__ import annotations

from dataclasses import replace

from standpunt.model import Analysis, Claim
from standpunt.relate import motions
from standpunt.structure.members import voices


def with_cosigners(analysis: Analysis) -> Analysis:
    """Return an analysis in which the claims of a motion that the paper prints tell who signed it along.

    Only what the motion says itself: what it tells of others (`overwegende dat het kabinet voornemens is …`) is theirs alone.
    """
    blocks = analysis.paper.blocks
    if not any(block.kind == "motion" for block in blocks):
        return analysis
    movers = {citation.start: citation.proposers for citation in motions.citations(analysis) if citation.printed}

    def cosigned(claim: Claim) -> Claim:
        block = blocks[claim.block]
        signed = movers.get(block.start, ()) if block.kind == "motion" and claim.holder == block.speaker else ()
        saying = {claim.holder, *signed[:1], *(person for person, _ in voices(analysis.paper, block))}
        along = tuple(person for person in signed if person not in saying)
        return replace(claim, coholders=along) if along else claim

    return replace(analysis, claims=tuple(map(cosigned, analysis.claims)))
