"""What a build did, for the command line and for `report.json`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeAlias

from standpunt.build.reviews import Reviewed

Status: TypeAlias = Literal["built", "skipped", "failed", "removed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    file: str
    status: Status
    paper: str | None = None
    kind: str | None = None
    reason: str | None = None  # why it was skipped, failed or removed
    counts: Mapping[str, int] = field(default_factory=dict)  # blocks, exchanges, mentions, claims, claims by relation
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    graph: Path
    papers: tuple[Outcome, ...]
    totals: Mapping[str, int]  # of the whole graph, with papers of earlier builds
    started: datetime
    seconds: float
    software_version: str
    rule_set_hash: str
    reviews: Reviewed
    passed_over: tuple[str, ...] = ()  # files in the folders that may be papers, by their form or name

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The files that could not be built."""
        return self.of("failed")

    def of(self, status: Status) -> tuple[Outcome, ...]:
        """Return the files that this became of."""
        return tuple(outcome for outcome in self.papers if outcome.status == status)

    def as_json(self) -> str:
        """Return the report as JSON."""
        cells: dict[str, Any] = dataclasses.asdict(self)
        cells |= {"graph": str(self.graph), "started": self.started.isoformat(timespec="seconds"), "seconds": round(self.seconds, 3)}
        return json.dumps(cells, ensure_ascii=False, indent=1) + "\n"
