"""The child process that runs queries with a time limit: `python -m standpunt.store.child FOLDER`."""

from __future__ import annotations

import pickle
import resource
import signal
import sys
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from standpunt.errors import QueryError, StoreError
from standpunt.store.base import Rows, Triples
from standpunt.store.children import MEMORY, SIZE, Request, send
from standpunt.store.embedded import ENGINE_ERRORS, EmbeddedStore, store_error

_GRACE: Final = 2.0  # seconds over its time after which a child that lost its parent ends itself


def main(path: Path) -> None:
    """Answer queries that come in on standard input until it is closed."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    requests, replies = sys.stdin.buffer, sys.stdout.fileno()
    try:
        store = EmbeddedStore(ox.Store.read_only(str(path)), path, writable=False)
    except ENGINE_ERRORS as error:
        send(replies, store_error(error, path, "opened"))
        return
    send(replies, "ready")
    while head := requests.read(SIZE.size):
        request: Request = pickle.loads(requests.read(SIZE.unpack(head)[0]))  # noqa: S301  # written by our own parent
        signal.setitimer(signal.ITIMER_REAL, request.seconds + _GRACE)
        try:
            send(replies, _answer(store, request))
        except MemoryError:
            sys.exit(1)  # the parent takes the end of a child for what it is, also where Oxigraph ends it
        signal.setitimer(signal.ITIMER_REAL, 0)


def _answer(store: EmbeddedStore, request: Request) -> Any:
    try:
        answer = store.query(request.text, limit=request.limit, dataset=request.dataset)
        if isinstance(answer, Rows):
            return answer.columns, list(answer.rows)
        return (None, list(answer.triples)) if isinstance(answer, Triples) else answer
    except (QueryError, StoreError) as error:
        return QueryError(str(error), problem=error.problem, **error.told)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
