"""What a paper contributes to what is added up over all papers, and doesn't itself say in the graph: its citations of motions."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standpunt.model import Analysis
    from standpunt.relate.motions import MotionCitation


def dumps(analysis: Analysis) -> bytes:
    """Return what a paper contributes, as JSON."""
    from standpunt.relate import motions

    cited = [dataclasses.asdict(citation) for citation in motions.citations(analysis)]
    return json.dumps({"motions": cited}, ensure_ascii=False).encode("utf-8", errors="surrogatepass")


def loads(data: bytes) -> tuple[MotionCitation, ...]:
    """Return the citations of motions that a paper contributes."""
    from standpunt.relate.motions import MotionCitation

    cells: list[dict[str, Any]] = json.loads(data.decode("utf-8", errors="surrogatepass"))["motions"]
    return tuple(MotionCitation(**{name: _tupled(cell) for name, cell in row.items()}) for row in cells)


def _tupled(cell: Any) -> Any:
    return tuple(cell) if isinstance(cell, list) else cell
