"""Queries with a time limit: run in a child process, which is ended when the time is over.

No thread can interrupt Oxigraph, which sorts and counts without coming back to Python. A child opens a published graph
read-only, answers one query after the other over a pipe, and is kept for the next one. One whose answer nobody waits for any
more is ended too.
"""

from __future__ import annotations

import os
import pickle
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from standpunt.errors import QueryError, QueryStopped, StoreError
from standpunt.store.base import Answer, Dataset, Rows, Triples

SIZE: Final = struct.Struct(">Q")  # goes before each message
MEMORY: Final = 2 << 30  # bytes that a child may take; sorting an endless answer would otherwise fill the machine
LARGEST: Final = 256 << 20  # bytes of an answer
_START: Final = 60.0  # seconds that a child may take to open the store
_LONGEST: Final = 1_000_000.0  # seconds that can be waited for at once


@dataclass(frozen=True, slots=True)
class Request:
    """What a child is asked."""

    text: str
    seconds: float
    limit: int | None
    dataset: Dataset | None


class Caller:
    """Somebody who waits for answers, and may leave before they come."""

    def __init__(self) -> None:
        self._told, self._tells = os.pipe()

    def fileno(self) -> int:
        """Return the descriptor that can be read once the caller has left."""
        return self._told

    def leave(self) -> None:
        """Stop the query that runs for this caller, and those that would follow."""
        os.write(self._tells, b".")

    def close(self) -> None:
        """Let go of the descriptors; nothing may run for the caller any more."""
        os.close(self._told)
        os.close(self._tells)


#: For whom queries run. What makes a page asks many, through layers that know nothing of visitors.
_CALLER: ContextVar[Caller | None] = ContextVar("caller", default=None)


@contextmanager
def asked_by(caller: Caller) -> Iterator[None]:
    """Let the queries with a time limit in this block be those of a caller, also in threads that are given its context."""
    before = _CALLER.set(caller)
    try:
        yield
    finally:
        _CALLER.reset(before)


class Children:
    """Child processes that read one store; each answers one query at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[_Child] = []
        self._lock = threading.Lock()

    def query(self, request: Request) -> Answer:
        """Return the answer, or raise QueryStopped when it isn't there in time or its caller leaves."""
        with self._lock:
            child = self._idle.pop() if self._idle else None
        child = child or _Child(self._path)  # starting one doesn't count as query time
        try:
            reply = child.ask(request, _CALLER.get())
        except BaseException:
            child.end()
            raise
        with self._lock:
            self._idle.append(child)
        if isinstance(reply, QueryError):
            raise reply
        if isinstance(reply, bool):
            return reply
        columns, found = reply
        return Rows(columns, iter(found)) if columns is not None else Triples(iter(found))

    def close(self) -> None:
        """End all children."""
        with self._lock:
            children, self._idle = self._idle, []
        for child in children:
            child.end()


class _Child:
    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-m", "standpunt.store.child", str(path)]
        package_root = str(Path(__file__).resolve().parents[2])
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [package_root, os.environ.get("PYTHONPATH")]))}
        try:
            self._process = subprocess.Popen(  # noqa: S603  # our own module
                command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
            )
        except OSError as error:
            raise StoreError(f"{path}: no process can be started to query it: {error}") from error
        assert self._process.stdin is not None  # noqa: S101  # both are pipes
        assert self._process.stdout is not None  # noqa: S101
        self._requests, self._replies = self._process.stdin.fileno(), self._process.stdout.fileno()
        try:
            ready = self._receive(time.monotonic() + _START, None)
        except BaseException as error:
            self.end()
            if isinstance(error, TimeoutError | EOFError):
                why = f"it is not open after {_START:g} seconds" if isinstance(error, TimeoutError) else "the process that reads it ended"
                raise StoreError(f"{path}: can't be queried: {why}; is the graph whole? Build it again if not") from error
            raise
        if isinstance(ready, StoreError):
            self.end()
            raise ready

    def ask(self, request: Request, caller: Caller | None) -> Any:
        deadline = time.monotonic() + request.seconds
        try:
            send(self._requests, request)
            return self._receive(deadline, caller)
        except TimeoutError:
            raise QueryStopped(
                f"the query took longer than {request.seconds:g} seconds and was stopped",
                problem="too_long",
                seconds=f"{request.seconds:g}",
            ) from None
        except InterruptedError:
            raise QueryStopped("the query was stopped: who asked it has left", problem="left") from None
        except (EOFError, BrokenPipeError):
            raise QueryStopped(
                f"the query was stopped; most likely it needs more than {MEMORY >> 30} GB of memory",
                problem="too_much_memory",
                gb=MEMORY >> 30,
            ) from None

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _receive(self, deadline: float, caller: Caller | None) -> Any:
        (size,) = SIZE.unpack(_read(self._replies, SIZE.size, deadline, caller))
        return pickle.loads(_read(self._replies, size, deadline, caller))  # noqa: S301  # written by our own child


def send(descriptor: int, message: Any) -> None:
    """Write a message to a pipe; in place of one that is too large, that it is."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    if len(body) > LARGEST:
        body = pickle.dumps(
            QueryStopped(f"the answer is larger than {LARGEST >> 20} MB; ask for less of it", problem="answer_too_large", mb=LARGEST >> 20)
        )
    unsent = memoryview(SIZE.pack(len(body)) + body)
    while unsent:
        unsent = unsent[os.write(descriptor, unsent) :]


def _read(descriptor: int, size: int, deadline: float, caller: Caller | None) -> bytes:
    watched = select.poll()  # select.select takes no descriptors beyond 1024, which a busy server has
    watched.register(descriptor, select.POLLIN)
    if caller:
        watched.register(caller, select.POLLIN)
    parts = []
    while size:
        ready = {each for each, _ in watched.poll(1000 * min(max(0.0, deadline - time.monotonic()), _LONGEST))}
        if not ready:
            raise TimeoutError
        if caller and caller.fileno() in ready:
            raise InterruptedError
        part = os.read(descriptor, min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
