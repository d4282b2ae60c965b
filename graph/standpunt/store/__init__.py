"""Where the quads are kept: one Protocol, an embedded database and any SPARQL 1.1 server."""

from __future__ import annotations

import os
from pathlib import Path

from standpunt.store.base import Answer, Bindings, Dataset, Rows, Store, Term, Triples, select, sorted_nquads
from standpunt.store.directory import GraphDirectory, LockedStore
from standpunt.store.remote import RemoteStore

__all__ = [
    "Answer",
    "Bindings",
    "Dataset",
    "GraphDirectory",
    "RemoteStore",
    "Rows",
    "Store",
    "Term",
    "Triples",
    "open_store",
    "select",
    "sorted_nquads",
]

#: Holds the `Authorization` header for a remote store, for instance `Bearer …`; an address would be seen by others.
AUTHORIZATION = "STANDPUNT_AUTHORIZATION"


def open_store(location: Path | str, *, write: bool = False) -> Store:
    """Open a graph directory, or a SPARQL server by its address.

    A writer of a directory is alone until it closes, and is seen by others after `publish()`.

    Raises:
        StoreError: there is no finished graph, or it can't be read.
        StoreBusy: another process writes to the directory.
    """
    if "://" in str(location):
        authorization = os.environ.get(AUTHORIZATION)
        return RemoteStore(str(location), headers={"Authorization": authorization} if authorization else None)
    directory = GraphDirectory(Path(location))
    return LockedStore(directory) if write else directory.reader()
