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
from urllib.request import (
    AbstractDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    Request,
    build_opener,
    parse_http_list,
    parse_keqv_list,
)

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat

from standpunt.errors import QueryError, QueryStopped, StoreError
from standpunt.store import sparql
from standpunt.store.base import Answer, Bindings, Content, Dataset, Rows, Triples, ntriples

_ACCEPT: Final = "application/sparql-results+json, application/n-triples;q=0.9"
_QUERY: Final = "application/sparql-query"
_FORM: Final = "application/x-www-form-urlencoded"
_NTRIPLES: Final = "application/n-triples"
_NOWHERE: Final = "urn:standpunt:nowhere"
_PATIENCE: Final = 600.0  # seconds without a byte from the server


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a kind of server has its three services, below the address that people know it by."""

    query: str
    update: str
    graphs: str
    union: Mapping[str, str]  # what to send with a query so that its default graph is the union of all
    own: tuple[str, ...] = ()  # graphs that are the server's own, and no part of ours
    is_virtuoso: bool = False  # see `_ask_virtuoso` and `docs/servers.md` for what is different there


#: The kinds of server, by the first part of an address such as `fuseki+http://localhost:3030/standpunt`.
LAYOUTS: Final[Mapping[str, Layout]] = {
    "oxigraph": Layout("/query", "/update", "/store", {"union-default-graph": ""}),
    "fuseki": Layout("/query", "/update", "/data", {"default-graph-uri": "urn:x-arq:UnionGraph"}),
    "graphdb": Layout("", "/statements", "/rdf-graphs/service", {}),
    "virtuoso": Layout(
        "/sparql",
        "/sparql-auth",
        "/sparql-graph-crud-auth",
        {},
        own=("http://www.openlinksw.com/schemas/virtrdf#", "http://www.w3.org/ns/ldp#", "http://localuriqaserver/sparql"),
        is_virtuoso=True,
    ),
}


class RemoteStore:
    """A SPARQL 1.1 server; see `base.Store` for what it does.

    Whether a write is one transaction is up to the server: Oxigraph, Fuseki and GraphDB run an update request as one, Virtuoso gets
    a request for each graph. So is stopping a query: after `seconds` we stop waiting, and a server that is worth its name has a limit
    of its own. `docs/servers.md` tells which servers were tried.
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
        self._layout = LAYOUTS[kind]
        self._login: tuple[str, str] | None = None
        if parts.username is not None:
            self._login = (unquote(parts.username), unquote(parts.password or ""))
        # The address is used in messages, where a password must not appear.
        self.address = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", ""))
        self._opener = build_opener(_NoRedirect)
        if self._login is not None and not self._layout.is_virtuoso:
            self._headers["Authorization"] = f"Basic {base64.b64encode(':'.join(self._login).encode()).decode()}"

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
        ask = self._ask_virtuoso if self._layout.is_virtuoso else self._ask
        reply = ask(text, dataset, seconds)
        kind = reply.headers.get_content_type()
        body = cast(IO[bytes], _Deadline(reply, seconds))
        if kind == "application/n-triples":
            return Triples(islice((quad.triple for quad in ox.parse(body, format=RdfFormat.N_TRIPLES)), limit))
        if kind != "application/sparql-results+json":
            raise StoreError(f"{self.address}: answered a query with {kind}")
        answer = ox.parse_query_results(body, format=QueryResultsFormat.JSON)
        if isinstance(answer, ox.QuerySolutions):
            if sparql.form(text) == "ASK":  # of Virtuoso, see below
                return any(True for _ in answer)
            return Rows(tuple(variable.value for variable in answer.variables), (tuple(row) for row in islice(answer, limit)))
        return bool(answer)

    def _ask(self, text: str, dataset: Dataset | None, seconds: float | None) -> http.client.HTTPResponse:
        path = self._layout.query + self._parameters(text, dataset)
        return self._send("POST", path, text.encode(), _QUERY, accept=_ACCEPT, seconds=seconds)

    def _ask_virtuoso(self, text: str, dataset: Dataset | None, seconds: float | None) -> http.client.HTTPResponse:
        """Send a query as a form: a query as the body of a request lets Virtuoso 7.2 run in circles without ever answering."""
        # Where a graph is named outright, these pragmas make ASK hold and COUNT give 1 of a graph that isn't there.
        own = () if sparql.names_a_graph(text) else self._layout.own
        hidden = "".join(f"define input:{which}-graph-exclude <{graph}> " for which in ("default", "named") for graph in own)
        fields: dict[str, str | tuple[str, ...]] = {"query": hidden + (text if dataset is None else sparql.without_choice(text))}
        if dataset is not None:  # without any, it would take all graphs
            fields |= {"default-graph-uri": dataset.default or (_NOWHERE,), "named-graph-uri": dataset.named or (_NOWHERE,)}
        if seconds is not None:
            # Virtuoso answers with what it has by then, as if that were all; we are gone a second before.
            fields["timeout"] = str(round((seconds + 1) * 1000))
        rows = sparql.form(text) in ("SELECT", "ASK")  # offered both, it would give triples as rows
        accept = "application/sparql-results+json" if rows else "application/n-triples"
        reply = self._send("POST", self._layout.query, urlencode(fields, doseq=True).encode(), _FORM, accept=accept, seconds=seconds)
        if (most := reply.headers.get("X-SPARQL-MaxRows")) and sparql.form(text) != "ASK":
            reply.close()
            raise StoreError(f"{self.address}: gave the first {most} rows and left out the rest; raise ResultSetMaxRows in its settings")
        return reply

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
        if self._layout.is_virtuoso:  # its updates may not be longer than some thousands of triples
            for graph, body in replacing.items():
                self.replace_graph(graph.value, body)
            for graph, body in adding.items():
                self._send("POST", self._graph(graph.value), body, _NTRIPLES).close()
            return
        update = " ; ".join([*sparql.removals(replacing), *sparql.insertions(replacing), *sparql.insertions(adding)])
        self._send("POST", self._layout.update, update.encode(), "application/sparql-update").close()

    def replace_graph(self, iri: str, content: Content) -> None:
        """Let one graph hold exactly this, by the Graph Store Protocol."""
        body = ntriples(content)
        if not body:
            self.remove_graph(iri)
            return
        self._send("PUT", self._graph(iri), body, _NTRIPLES).close()

    def remove_graph(self, iri: str) -> None:
        """Remove a graph; nothing happens when there is none."""
        self._send("DELETE", self._graph(iri), missing_is_fine=True).close()

    def graphs(self) -> Iterator[str]:
        """Yield the IRIs of all named graphs but the server's own."""
        answer = self.query("SELECT DISTINCT ?graph { GRAPH ?graph { ?s ?p ?o } }")
        rows = answer.rows if isinstance(answer, Rows) else iter(())
        return (graph.value for (graph,) in rows if isinstance(graph, NamedNode) and graph.value not in self._layout.own)

    def dump(self) -> Iterator[Quad]:
        """Yield all quads of all named graphs, a graph after the other."""
        for iri in self.graphs():
            reply = self._send("GET", self._graph(iri), accept=_NTRIPLES)
            graph = NamedNode(iri)
            given = 0
            for quad in ox.parse(cast(IO[bytes], reply), format=RdfFormat.N_TRIPLES):
                yield Quad(quad.subject, quad.predicate, quad.object, graph)
                given += 1
            if self._layout.is_virtuoso and given < (whole := self._size(graph)):  # it cuts graphs short without a word
                raise StoreError(f"{self.address}: gave {given} of the {whole} triples of {iri}; raise ResultSetMaxRows in its settings")

    def _size(self, graph: NamedNode) -> int:
        answer = self.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        return next((int(n.value) for (n,) in answer.rows if isinstance(n, ox.Literal)), 0) if isinstance(answer, Rows) else 0

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
        if self._login is not None and self._layout.is_virtuoso and content_type != _FORM:
            request.add_header("Authorization", self._digest(request))
        try:
            reply = self._opener.open(request, timeout=seconds or _PATIENCE)
        except HTTPError as error:
            if error.code == 404 and missing_is_fine:
                return cast(http.client.HTTPResponse, error)
            told = error.read(2_000).decode(errors="replace").strip()
            if error.code == 400 and content_type in (_QUERY, _FORM):
                raise QueryError(f"{self.address} does not accept the query: {told}") from error
            raise StoreError(f"{self.address}{path.partition('?')[0]}: {error.code} {error.reason} {told}".rstrip()) from error
        except (URLError, TimeoutError, http.client.HTTPException) as error:
            if seconds is not None and _timed_out(error):
                raise QueryStopped(f"the query took longer than {seconds:g} seconds; it is no longer waited for") from error
            raise StoreError(f"{self.address}: no answer: {getattr(error, 'reason', error)}") from error
        return cast(http.client.HTTPResponse, reply)

    def _digest(self, request: Request) -> str:
        """Return the header that proves we know the password; Virtuoso takes no other proof.

        It is asked for its challenge before anything is sent: it hangs up on a long body that comes without proof.
        """
        try:
            self._opener.open(Request(request.full_url, headers=self._headers, method="GET"), timeout=_PATIENCE).close()  # noqa: S310  # as above
            return ""
        except HTTPError as error:
            challenge = error.headers.get("WWW-Authenticate", "")
            error.close()
        except (URLError, TimeoutError, http.client.HTTPException) as error:
            raise StoreError(f"{self.address}: no answer: {getattr(error, 'reason', error)}") from error
        scheme, _, rest = challenge.partition(" ")
        if scheme.lower() != "digest":
            return ""
        passwords = HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, self.address, *(self._login or ("", "")))
        proof = AbstractDigestAuthHandler(passwords).get_authorization(request, parse_keqv_list(parse_http_list(rest)))
        return f"Digest {proof}" if proof else ""


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
