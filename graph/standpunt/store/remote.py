"""Any SPARQL 1.1 server over HTTP. The only module that speaks HTTP to a store."""

from __future__ import annotations

import base64
import http.client
import io
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import IO, Final, Self, cast
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlencode, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat

from standpunt.errors import QueryError, QueryStopped, StoreError
from standpunt.store import sparql
from standpunt.store.base import Answer, Bindings, Content, Dataset, Rows, Triples, ntriples

_ACCEPT: Final = "application/sparql-results+json, application/n-triples;q=0.9"
_PATIENCE: Final = 600.0  # seconds without a byte from the server


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a kind of server has its three services, below the address that people know it by."""

    query: str
    update: str
    graphs: str
    union: Mapping[str, str]  # what to send with a query so that its default graph is the union of all


#: The kinds of server, by the first part of an address such as `fuseki+http://localhost:3030/standpunt`.
LAYOUTS: Final[Mapping[str, Layout]] = {
    "oxigraph": Layout("/query", "/update", "/store", {"union-default-graph": ""}),
    "fuseki": Layout("/query", "/update", "/data", {"default-graph-uri": "urn:x-arq:UnionGraph"}),
    "graphdb": Layout("", "/statements", "/rdf-graphs/service", {}),
    "virtuoso": Layout("/sparql", "/sparql-auth", "/sparql-graph-crud-auth", {}),
}


class RemoteStore:
    """A SPARQL 1.1 server; see `base.Store` for what it does.

    Whether a write is one transaction is up to the server: Oxigraph, Fuseki and GraphDB run an update request as one. So is
    stopping a query: after `seconds` we stop waiting, and a server that is worth its name has a limit of its own.
    """

    def __init__(self, address: str, *, headers: Mapping[str, str] | None = None) -> None:
        """Take the server's address, for instance `http://localhost:7878` or `fuseki+https://name:password@example.org/standpunt`.

        Args:
            address: a plain http address is an Oxigraph server; others begin with their kind.
            headers: sent with every request, for instance `{"Authorization": "Bearer …"}`.
        """
        kind, plus, rest = address.partition("+")
        if not plus or "/" in kind:
            kind, rest = "oxigraph", address
        if kind not in LAYOUTS:
            raise StoreError(f"{kind!r} is no kind of server that is known; known: {', '.join(LAYOUTS)}")
        parts = urlsplit(rest)
        self._headers = {"User-Agent": "standpunt", **(headers or {})}
        if parts.username is not None:
            login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            self._headers["Authorization"] = f"Basic {base64.b64encode(login.encode()).decode()}"
        # The address is used in messages, where a password must not appear.
        self.address = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", ""))
        self._layout = LAYOUTS[kind]
        self._opener = build_opener(_NoRedirect)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def query(
        self,
        text: str,
        bindings: Bindings | None = None,
        *,
        seconds: float | None = None,
        limit: int | None = None,
        dataset: Dataset | None = None,
    ) -> Answer:
        """Return the answer to a SPARQL query; after `seconds` it is no longer waited for."""
        text = sparql.with_prefixes(sparql.bind(text, bindings or {}))
        sparql.parse_for_others(text)
        path = self._layout.query + self._parameters(text, dataset)
        reply = self._send("POST", path, text.encode(), "application/sparql-query", accept=_ACCEPT, seconds=seconds)
        kind = reply.headers.get_content_type()
        body = cast(IO[bytes], _Deadline(reply, seconds))
        if kind == "application/n-triples":
            return Triples(islice((quad.triple for quad in ox.parse(body, format=RdfFormat.N_TRIPLES)), limit))
        if kind != "application/sparql-results+json":
            raise StoreError(f"{self.address}: answered a query with {kind}")
        answer = ox.parse_query_results(body, format=QueryResultsFormat.JSON)
        if isinstance(answer, ox.QuerySolutions):
            return Rows(tuple(variable.value for variable in answer.variables), (tuple(row) for row in islice(answer, limit)))
        return bool(answer)

    def _parameters(self, text: str, dataset: Dataset | None) -> str:
        """Return what is sent beside a query; graphs that the protocol names would win over `FROM`."""
        if dataset is not None:
            graphs = {"default-graph-uri": dataset.default, "named-graph-uri": dataset.named}
            return "?" + urlencode(graphs, doseq=True)
        return "" if sparql.chooses_graphs(text) or not self._layout.union else "?" + urlencode(self._layout.union)

    def write(self, replaced: Mapping[str, Content], added: Mapping[str, Content] | None = None) -> None:
        """Replace some graphs and add to others in one update; a replacement without content removes the graph."""
        replacing = {NamedNode(iri): ntriples(content) for iri, content in replaced.items()}
        adding = {NamedNode(iri): ntriples(content) for iri, content in (added or {}).items()}
        update = " ; ".join([*sparql.removals(replacing), *sparql.insertions(replacing), *sparql.insertions(adding)])
        self._send("POST", self._layout.update, update.encode(), "application/sparql-update").close()

    def replace_graph(self, iri: str, content: Content) -> None:
        """Let one graph hold exactly this, by the Graph Store Protocol."""
        body = ntriples(content)
        if not body:
            self.remove_graph(iri)
            return
        self._send("PUT", self._graph(iri), body, "application/n-triples").close()

    def remove_graph(self, iri: str) -> None:
        """Remove a graph; nothing happens when there is none."""
        self._send("DELETE", self._graph(iri), missing_is_fine=True).close()

    def graphs(self) -> Iterator[str]:
        """Yield the IRIs of all named graphs."""
        answer = self.query("SELECT DISTINCT ?graph { GRAPH ?graph { ?s ?p ?o } }")
        rows = answer.rows if isinstance(answer, Rows) else iter(())
        return (graph.value for (graph,) in rows if isinstance(graph, NamedNode))

    def dump(self) -> Iterator[Quad]:
        """Yield all quads of all named graphs, a graph after the other."""
        for iri in self.graphs():
            reply = self._send("GET", self._graph(iri), accept="application/n-triples")
            graph = NamedNode(iri)
            for quad in ox.parse(cast(IO[bytes], reply), format=RdfFormat.N_TRIPLES):
                yield Quad(quad.subject, quad.predicate, quad.object, graph)

    def publish(self) -> None:
        """Do nothing: a server shows every write at once."""

    def close(self) -> None:
        """Do nothing: every request has a connection of its own."""

    def _graph(self, iri: str) -> str:
        return f"{self._layout.graphs}?{urlencode({'graph': iri})}"

    def _send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        content_type: str | None = None,
        *,
        accept: str = "*/*",
        seconds: float | None = None,
        missing_is_fine: bool = False,
    ) -> http.client.HTTPResponse:
        headers = {**self._headers, "Accept": accept} | ({"Content-Type": content_type} if content_type else {})
        request = Request(self.address + path, data=body, headers=headers, method=method)  # noqa: S310  # the user's own server, by an address that the user gave
        try:
            reply = self._opener.open(request, timeout=seconds or _PATIENCE)
        except HTTPError as error:
            if error.code == 404 and missing_is_fine:
                return cast(http.client.HTTPResponse, error)
            told = error.read(2_000).decode(errors="replace").strip()
            if error.code == 400 and content_type == "application/sparql-query":
                raise QueryError(f"{self.address} does not accept the query: {told}") from error
            raise StoreError(f"{self.address}{path.partition('?')[0]}: {error.code} {error.reason} {told}".rstrip()) from error
        except (URLError, TimeoutError, http.client.HTTPException) as error:
            if seconds is not None and _timed_out(error):
                raise QueryStopped(f"the query took longer than {seconds:g} seconds; it is no longer waited for") from error
            raise StoreError(f"{self.address}: no answer: {getattr(error, 'reason', error)}") from error
        return cast(http.client.HTTPResponse, reply)


def _timed_out(error: Exception) -> bool:
    return isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError)


class _NoRedirect(HTTPRedirectHandler):
    """A redirect would carry the password elsewhere: it is reported as the error that it is."""

    def redirect_request(self, *_: object) -> None:
        return None


class _Deadline(io.RawIOBase):
    """The body of a reply, as long as time is left."""

    def __init__(self, reply: http.client.HTTPResponse, seconds: float | None) -> None:
        self._reply = reply
        self._seconds = seconds
        self._until = None if seconds is None else time.monotonic() + seconds

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            if self._until is not None and time.monotonic() > self._until:
                raise TimeoutError
            return self._reply.read1(size)
        except TimeoutError:
            raise QueryStopped(f"the answer took longer than {self._seconds:g} seconds; it is no longer waited for") from None
