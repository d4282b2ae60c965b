"""The graph that is published now: builds go on beside the server, and each request sees the newest that is whole."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from standpunt.store import GraphDirectory
from standpunt.store.directory import PublishedStore


class Current:
    """Lends the published store of a graph directory; one that is replaced is closed when its last user is done."""

    def __init__(self, path: Path) -> None:
        """Open the graph.

        Raises:
            StoreError: no build has ended there yet.
        """
        self._directory = GraphDirectory(path)
        self._lock = threading.Lock()
        self._users: dict[PublishedStore, int] = {}
        self._newest = self._open()

    @contextmanager
    def lent(self) -> Iterator[PublishedStore]:
        """Give the store for as long as the block runs."""
        store = self._take()
        try:
            yield store
        finally:
            self._return(store)

    def close(self) -> None:
        """Let go of the graph."""
        with self._lock:
            for store in self._users:
                store.close()
            self._users.clear()

    def _open(self) -> PublishedStore:
        store = self._directory.reader()
        self._users[store] = 0
        return store

    def _take(self) -> PublishedStore:
        with self._lock:
            if self._directory.published not in (None, self._newest.path.parent):
                outdated, self._newest = self._newest, self._open()
                self._close_unused(outdated)
            self._users[self._newest] += 1
            return self._newest

    def _return(self, store: PublishedStore) -> None:
        with self._lock:
            if store in self._users:
                self._users[store] -= 1
                self._close_unused(store)

    def _close_unused(self, store: PublishedStore) -> None:
        if store is not self._newest and not self._users[store]:
            del self._users[store]
            store.close()
