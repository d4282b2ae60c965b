"""A progress bar on standard error, for work that takes over a second, when somebody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from standpunt.cli.output import console

T = TypeVar("T")
PATIENCE = 1.0  # seconds before the bar shows


class Bar:
    """Shows how far a task got: `bar(done, total, what)`. Nothing shows on a pipe, or when the task is done within a second."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.begun = time.monotonic()
        self.progress: Progress | None = None

    def __call__(self, done: int, total: int, what: str = "") -> None:
        """Show that `done` of `total` are ready; `what` is the one that is being worked on."""
        if not sys.stderr.isatty() or (self.progress is None and time.monotonic() - self.begun < PATIENCE):
            return
        if self.progress is None:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self.progress = Progress(*columns, console=console(err=True), transient=True)
            self.progress.start()
            self.progress.add_task(self.title, total=total)
        self.progress.update(self.progress.task_ids[0], completed=done, total=total, description=f"{self.title} {what}".strip())

    def close(self) -> None:
        """Take the bar away."""
        if self.progress is not None:
            self.progress.stop()


def track(items: Sequence[T], title: str) -> Iterator[T]:
    """Yield the items while a bar shows how far it got."""
    bar = Bar(title)
    try:
        for done, item in enumerate(items):
            bar(done, len(items))
            yield item
    finally:
        bar.close()
