"""What a paper contributes to what is added up over all papers and doesn't itself say in the graph: where it names motions and meetings."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from datetime import date as Date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standpunt.model import Analysis
    from standpunt.relate.meetings import MeetingCitation
    from standpunt.relate.motions import MotionCitation, MotionTreatment


@dataclass(frozen=True, slots=True)
class Contribution:
    """The places where one paper cites motions, tells what is done with them, and names meetings."""

    motions: tuple[MotionCitation, ...]
    treatments: tuple[MotionTreatment, ...]
    meetings: tuple[MeetingCitation, ...]


def dumps(analysis: Analysis) -> bytes:
    """Return what a paper contributes, as JSON."""
    from standpunt.relate import meetings, motions

    cited = {
        "motions": [dataclasses.asdict(citation) for citation in motions.citations(analysis)],
        "treatments": [dataclasses.asdict(treatment) for treatment in motions.treated(analysis)],
        "meetings": [dataclasses.asdict(citation) for citation in meetings.citations(analysis)],
    }
    return json.dumps(cited, ensure_ascii=False, default=Date.isoformat).encode()


def loads(data: bytes) -> Contribution:
    """Return what a paper contributes."""
    from standpunt.relate.meetings import MeetingCitation
    from standpunt.relate.motions import MotionCitation, MotionTreatment

    cited: dict[str, list[dict[str, Any]]] = json.loads(data.decode())
    return Contribution(
        motions=tuple(MotionCitation(**{name: _tupled(cell) for name, cell in row.items()}) for row in cited["motions"]),
        treatments=tuple(MotionTreatment(**{name: _tupled(cell) for name, cell in row.items()}) for row in cited["treatments"]),
        meetings=tuple(
            MeetingCitation(**row | {name: Date.fromisoformat(row[name]) for name in ("first", "last")}) for row in cited["meetings"]
        ),
    )


def _tupled(cell: Any) -> Any:
    return tuple(cell) if isinstance(cell, list) else cell
