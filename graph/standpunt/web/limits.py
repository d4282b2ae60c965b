"""How much one visitor may ask of the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that hold for every request."""

    seconds: float = 30.0  # that a query may take
    rows: int = 10_000  # or triples, in an answer
    body: int = 1_000_000  # bytes in a request
    queries: int = 4  # that run at the same time
    waiting: int = 500  # queries that wait for their turn; more are sent away
    patience: float = 30.0  # seconds that one waits for its turn
