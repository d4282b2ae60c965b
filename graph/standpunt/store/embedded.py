"""Oxigraph on disk, in this process."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Self, TypeVar

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from standpunt.errors import QueryError, StoreError
from standpunt.iri import PREFIXES
from standpunt.store import sparql
from standpunt.store.base import Answer, Bindings, Content, Dataset, Rows, Triples, ntriples
from standpunt.store.children import Children, Request

T = TypeVar("T")

#: What Oxigraph raises when files fail it: OSError by the system, RuntimeError when they are damaged.
ENGINE_ERRORS = (OSError, RuntimeError)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FULL_WORDS = (*map(os.strerror, _FULL), "disk is full")  # the last is SQLite's


class EmbeddedStore:
    """An Oxigraph database in a folder; see `base.Store` for what it does.

    Only one process may write to a folder, and none may read it meanwhile: `directory.GraphDirectory` sees to that by letting
    readers open a published copy.
    """

    def __init__(self, engine: ox.Store, path: Path, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self._engine: ox.Store | None = engine
        self._children = Children(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def engine(self) -> ox.Store:
        """The Oxigraph store itself."""
        if self._engine is None:
            raise StoreError(f"{self.path}: the store is closed")
        return self._engine

    def query(
        self,
        text: str,
        bindings: Bindings | None = None,
        *,
        seconds: float | None = None,
        limit: int | None = None,
        dataset: Dataset | None = None,
    ) -> Answer:
        """Return the answer to a SPARQL query; with `seconds`, it runs in a child process that is ended when time is over."""
        text = sparql.bind(text, bindings or {})
        if seconds is not None:
            if self.writable:
                raise StoreError("a time limit needs a store that is open for reading only")
            return self._children.query(Request(text, seconds, limit, dataset))
        try:
            answer = self.engine.query(sparql.without_service(text), prefixes=PREFIXES, **_graphs(text, dataset))
        except SyntaxError as error:
            raise sparql.refusal(text, error) from error
        except (RuntimeError, ValueError) as error:
            raise QueryError(str(error)) from error
        except OSError as error:
            raise store_error(error, self.path, "read") from error
        if isinstance(answer, ox.QuerySolutions):
            rows = (tuple(row) for row in islice(answer, limit))
            return Rows(tuple(variable.value for variable in answer.variables), self._walk(rows))
        return Triples(self._walk(islice(answer, limit))) if isinstance(answer, ox.QueryTriples) else bool(answer)

    def _walk(self, answers: Iterable[T]) -> Iterator[T]:
        try:
            yield from answers
        except OSError as error:
            raise store_error(error, self.path, "read") from error
        except RuntimeError as error:
            raise QueryError(str(error)) from error

    def write(self, replaced: Mapping[str, Content], added: Mapping[str, Content] | None = None) -> None:
        """Replace some graphs and add to others, all in one transaction; a replacement without content removes the graph."""
        replacing = {NamedNode(iri): ntriples(content) for iri, content in replaced.items()}
        adding = {NamedNode(iri): ntriples(content) for iri, content in (added or {}).items()}
        try:
            if any(self.engine.contains_named_graph(graph) for graph in replacing):
                if text := " ; ".join([*self._replacements(replacing), *sparql.insertions(adding)]):
                    self.engine.update(text)
            else:  # nothing to remove: loading is one transaction too, and half as fast again
                lines = (body.replace(b" .\n", f" {graph} .\n".encode()) for graph, body in [*replacing.items(), *adding.items()])
                self.engine.load(input=b"".join(lines), format=RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise StoreError(f"content that is no RDF: {error}") from error
        except ENGINE_ERRORS as error:
            raise store_error(error, self.path, "written") from error

    def _replacements(self, graphs: Mapping[NamedNode, bytes]) -> Iterator[str]:
        """Yield the updates that turn graphs into new ones by what differs: most of a paper stays as it was when a rule changes."""
        for graph, body in graphs.items():
            if not body:
                yield from sparql.removals([graph])
                continue
            old = {f"{quad.triple} .".encode() for quad in self.engine.quads_for_pattern(None, None, None, graph)}
            new = set(body.splitlines())
            yield from sparql.deletions({graph: b"\n".join(sorted(old - new))})
            yield from sparql.insertions({graph: b"\n".join(sorted(new - old))})

    def replace_graph(self, iri: str, content: Content) -> None:
        """Let one graph hold exactly this, in one transaction."""
        self.write({iri: content})

    def remove_graph(self, iri: str) -> None:
        """Remove a graph; nothing happens when there is none."""
        self.write({iri: b""})

    def graphs(self) -> Iterator[str]:
        """Yield the IRIs of all named graphs."""
        return (graph.value for graph in self.engine.named_graphs() if isinstance(graph, NamedNode))

    def dump(self) -> Iterator[Quad]:
        """Yield all quads, in no particular order."""
        return iter(self.engine)

    def publish(self) -> None:
        """Do nothing: who opens the folder sees what is in it."""

    def close(self) -> None:
        """Let go of the folder."""
        self._children.close()
        self._engine = None  # Oxigraph closes a store when nothing refers to it any more


def _graphs(text: str, dataset: Dataset | None) -> dict[str, Any]:
    """Return what Oxigraph is told of the graphs that a query sees; it would let the union win over `FROM`."""
    if dataset is not None:
        return {"default_graph": [*map(NamedNode, dataset.default)], "named_graphs": [*map(NamedNode, dataset.named)]}
    return {"use_default_graph_as_union": not sparql.chooses_graphs(text)}


def store_error(error: Exception, path: Path, verb: str) -> StoreError:
    """Return the error that says what can't be done with a store, and what to do about it where that is clear."""
    # RocksDB and SQLite hand their errors on as text, without a number.
    if getattr(error, "errno", None) in _FULL or any(words in str(error) for words in _FULL_WORDS):
        return StoreError(f"{path}: the disk is full. Readers go on seeing the graph as it was; make room and run it again. ({error})")
    return StoreError(f"{path}: the store can't be {verb}: {error}")
