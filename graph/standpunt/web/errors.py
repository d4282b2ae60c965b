"""What a request is refused with: a status of HTTP, and the reason for the one who asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from standpunt.errors import StandpuntError


class Refused(StandpuntError):
    """A request can't be answered; `status` is that of HTTP."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None, *, problem: str, **told: Any) -> None:
        super().__init__(reason, problem=problem, **told)
        self.status = status
        self.headers = dict(headers or {})
