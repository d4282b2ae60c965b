"""Worker processes over papers; their results come back in the order of the papers."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import IO, Final, Generic, TypeVar

from standpunt.errors import StandpuntError

T = TypeVar("T")
R = TypeVar("R")
K = TypeVar("K")

ENOUGH: Final = 8  # papers from which on starting workers pays
_AHEAD: Final = 3  # papers in flight per worker: no more results than that wait in memory


class Crew(Generic[T, R, K]):
    """Runs a function over many things, in other processes when there are enough of them.

    Workers are forked after `prepare`, so that they share what it loads, and before the store is open. They end when the process that
    started them is gone, so that its lock isn't held by orphans.
    """

    def __init__(self, work: Callable[[T], R], prepare: Callable[[], object], things: int, workers: int | None, lock: IO[str]) -> None:
        """Make a crew for so many things; `workers` is None for as many as there are processors, where that pays."""
        self._work = work
        self._workers = min(things, workers or (_processors() if things >= ENOUGH else 1))
        self._pool: ProcessPoolExecutor | None = None
        if self._workers > 1:
            prepare()
            context = multiprocessing.get_context("fork")
            self._pool = ProcessPoolExecutor(self._workers, context, _begin, (lock.fileno(), os.getpid()))
            self._pool.submit(os.getpid).result()  # with fork, the first task starts all workers

    def results(self, things: Iterable[tuple[T, K | None]]) -> Iterator[tuple[T, R | K]]:
        """Yield each thing with its result, in order; a thing that comes with a result isn't worked on.

        Raises:
            StandpuntError: a worker died, for instance because memory ran out.
        """
        if self._pool is None:
            for thing, known in things:
                yield thing, self._work(thing) if known is None else known
            return
        waiting: deque[tuple[T, K | Future[R]]] = deque()
        for thing, known in things:
            waiting.append((thing, self._pool.submit(self._work, thing) if known is None else known))
            while sum(isinstance(result, Future) for _, result in waiting) > self._workers * _AHEAD:
                yield self._ready(waiting)
        while waiting:
            yield self._ready(waiting)

    def __enter__(self) -> Crew[T, R, K]:
        return self

    def __exit__(self, *_: object) -> None:
        """End the workers; what they haven't begun is dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _ready(self, waiting: deque[tuple[T, K | Future[R]]]) -> tuple[T, R | K]:
        thing, result = waiting.popleft()
        try:
            return thing, result.result() if isinstance(result, Future) else result
        except BrokenProcessPool as error:
            raise StandpuntError(
                f"a worker process ended while it was at {thing}; was memory short? "
                "What was built so far is kept: run it again, with --workers 1 if it happens again."
            ) from error


def _processors() -> int:
    """Return how many processors this process may use; macOS only tells how many there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(lock: int, parent: int) -> None:
    os.close(lock)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started them
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
