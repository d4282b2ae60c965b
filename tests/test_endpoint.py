"""`standpunt serve`, by clients that nobody here wrote: SPARQL 1.1 protocol, every IRI a page, and nothing but reading."""

from __future__ import annotations

import asyncio
import html
import http.client
import json
import random
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import tomllib
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest
import rdflib
from markupsafe import escape
from playwright.sync_api import Page, sync_playwright
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, parse_query_results
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

import standpunt
from standpunt import iri, resources
from standpunt.graph import Graph
from standpunt.query import saved
from standpunt.store import open_store
from standpunt.web import Limits, make_app, results
from standpunt.web.errors import Refused
from standpunt.web.negotiate import CSV as AS_CSV
from standpunt.web.negotiate import GRAPHS, PAGES, ROWS, choose
from standpunt.web.negotiate import JSON as AS_JSON
from standpunt.web.negotiate import TSV as AS_TSV
from standpunt.web.negotiate import XML as AS_XML
from standpunt.web.pages import Page as Pages

SECONDS, ROWS_AT_MOST = 3.0, 100
TYPE = NamedNode(iri.PREFIXES["rdf"] + "type")
#: As the W3C's tests have them: a graph that says of itself what it is.
DATA = tuple(f"http://kasei.us/2009/09/sparql/data/data{n}.rdf" for n in range(4))
HOSTILE = iri.resource("topic/hostile")
SCRIPT = "<script>alert('standpunt')</script>"
#: Counts more combinations than any machine does in the seconds that it may take.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x }"
SORTED = ENDLESS.replace("(COUNT(*) AS ?n)", "*") + " ORDER BY ?x ?a"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        return self.headers["content-type"].partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Server:
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            reply = connection.getresponse()
            return Answer(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "*/*") -> Answer:
        return self.send("GET", path, Accept=accept)

    def ask(self, query: str, accept: str = "*/*", **parameters: str) -> Answer:
        return self.get("/sparql?" + urlencode({"query": query, **parameters}), accept)


def serve(graph: Path, *options: str) -> Iterator[Server]:
    """Run the real command at a free port until the tests are done."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "standpunt", "serve", "--graph", str(graph), "--port", str(port), *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=child_environment())
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/static/standpunt.css", timeout=1).close()
                break
            except OSError:
                assert process.poll() is None, (process.stderr.read() if process.stderr else b"").decode()
                time.sleep(0.1)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def child_environment() -> dict[str, str]:
    import os

    return os.environ | {"PYTHONPATH": str(Path(standpunt.__file__).parents[1])}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("small")
    label = NamedNode(iri.PREFIXES["rdfs"] + "label")
    numbered = [Quad(NamedNode(iri.resource(f"topic/{n}")), label, Literal(f"onderwerp {n}", language="nl")) for n in range(150)]
    hostile = [
        Quad(NamedNode(HOSTILE), TYPE, NamedNode(iri.term("Topic"))),
        Quad(NamedNode(HOSTILE), label, Literal(SCRIPT, language="nl")),
        Quad(NamedNode(HOSTILE), NamedNode(iri.PREFIXES["schema"] + "sameAs"), NamedNode("javascript:alert(1)")),
    ]
    with open_store(directory, write=True) as store:
        for graph in DATA:
            store.replace_graph(graph, [Quad(NamedNode(graph), TYPE, NamedNode("http://xmlns.com/foaf/0.1/Document"))])
        store.replace_graph(iri.resource("test"), [*numbered, *hostile])
        store.publish()
    return directory


@pytest.fixture(scope="module")
def server(small: Path) -> Iterator[Server]:
    yield from serve(small, "--seconds", str(SECONDS), "--rows", str(ROWS_AT_MOST))


@pytest.fixture(scope="module")
def site(corpus_graph: Path) -> Iterator[Server]:
    """The graph of the sample corpus, served."""
    yield from serve(corpus_graph)


# The W3C's tests of the protocol (sparql11/protocol/manifest), by their names; those of updates are all refused here.

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
D0, D1, D2, D3 = (quote(graph, safe="") for graph in DATA)
BOTH = f"ASK {{ <{DATA[1]}> a ?type . <{DATA[2]}> a ?type }}"
NAMED = f"ASK {{ GRAPH ?g1 {{ <{DATA[1]}> a ?type }} GRAPH ?g2 {{ <{DATA[2]}> a ?type }} }}"
FULL = f"ASK {{ <{DATA[3]}> a ?type GRAPH ?g1 {{ <{DATA[1]}> a ?type }} GRAPH ?g2 {{ <{DATA[2]}> a ?type }} }}"
#: The query chooses one graph, the protocol another: the protocol wins.
MULTIPLE = f"ASK FROM <{DATA[0]}> {{ <{DATA[1]}> a ?type . <{DATA[2]}> a ?type }}"
INSERT = "CLEAR ALL ; INSERT DATA { <urn:s> <urn:p> <urn:o> }"


def form(**fields: str) -> bytes:
    return urlencode(fields).encode()


@pytest.mark.parametrize(
    ("method", "path", "content_type", "body"),
    [
        pytest.param("POST", f"/sparql/?default-graph-uri={D0}", FORM, b"query=ASK%20%7B%7D", id="query_post_form"),
        pytest.param(
            "GET",
            f"/sparql/?query={quote(BOTH)}&default-graph-uri={D1}&default-graph-uri={D2}",
            None,
            None,
            id="query_dataset_default_graphs_get",
        ),
        pytest.param(
            "POST", f"/sparql/?default-graph-uri={D1}&default-graph-uri={D2}", QUERY, BOTH.encode(), id="query_dataset_default_graphs_post"
        ),
        pytest.param(
            "POST", f"/sparql/?named-graph-uri={D1}&named-graph-uri={D2}", QUERY, NAMED.encode(), id="query_dataset_named_graphs_post"
        ),
        pytest.param(
            "GET",
            f"/sparql/?query={quote(NAMED)}&named-graph-uri={D1}&named-graph-uri={D2}",
            None,
            None,
            id="query_dataset_named_graphs_get",
        ),
        pytest.param(
            "POST",
            f"/sparql/?default-graph-uri={D3}&named-graph-uri={D1}&named-graph-uri={D2}",
            QUERY,
            FULL.encode(),
            id="query_dataset_full",
        ),
        pytest.param(
            "POST", f"/sparql/?default-graph-uri={D1}&default-graph-uri={D2}", QUERY, MULTIPLE.encode(), id="query_multiple_dataset"
        ),
        pytest.param("GET", "/sparql?query=ASK%20%7B%7D", None, None, id="query_get"),
        pytest.param("POST", "/sparql", QUERY, b"ASK {}", id="query_post_direct"),
    ],
)
def test_w3c_protocol_queries_are_answered_with_true(
    server: Server, method: str, path: str, content_type: str | None, body: bytes | None
) -> None:
    answer = server.send(method, path, body, **({"Content-Type": content_type} if content_type else {}))
    assert (answer.status, answer.kind) == (200, "application/sparql-results+json"), answer.text
    assert json.loads(answer.body)["boolean"] is True


def test_a_graph_that_is_not_chosen_is_not_seen(server: Server) -> None:
    assert json.loads(server.ask(BOTH, **{"default-graph-uri": DATA[1]}).body)["boolean"] is False
    assert json.loads(server.ask(f"ASK FROM <{DATA[1]}> {{ <{DATA[2]}> a ?type }}").body)["boolean"] is False
    assert json.loads(server.ask(BOTH).body)["boolean"] is True


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        pytest.param("SELECT (1 AS ?n) {}", "*/*", "application/sparql-results+json", id="query_content_type_select"),
        pytest.param("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml", id="query_content_type_ask"),
        pytest.param(f"DESCRIBE <{DATA[0]}>", "*/*", "text/turtle", id="query_content_type_describe"),
        pytest.param("CONSTRUCT { <urn:s> <urn:p> 1 } {}", "*/*", "text/turtle", id="query_content_type_construct"),
        ("SELECT (1 AS ?n) {}", "text/csv, */*;q=0.1", "text/csv"),
        ("SELECT (1 AS ?n) {}", "text/tab-separated-values", "text/tab-separated-values"),
        ("SELECT (1 AS ?n) {}", "application/xml", "application/sparql-results+xml"),
        ("SELECT (1 AS ?n) {}", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("CONSTRUCT { <urn:s> <urn:p> 1 } {}", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT { <urn:s> <urn:p> 1 } {}", "application/ld+json", "application/ld+json"),
        ("CONSTRUCT { <urn:s> <urn:p> 1 } {}", "application/n-triples;q=0.9, text/turtle;q=0.2", "application/n-triples"),
    ],
)
def test_the_format_is_the_one_that_is_asked_for(server: Server, query: str, accept: str, kind: str) -> None:
    answer = server.ask(query, accept)
    assert (answer.status, answer.kind) == (200, kind)


@pytest.mark.parametrize(
    ("method", "path", "content_type", "body", "status", "reason"),
    [
        pytest.param(
            "PUT",
            "/sparql?query=ASK%20%7B%7D",
            None,
            None,
            405,
            "PUT: this is for reading only; it takes GET, HEAD, POST",
            id="bad_query_method",
        ),
        pytest.param(
            "GET", "/sparql?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", None, None, 400, "more than one", id="bad_multiple_queries"
        ),
        pytest.param("POST", "/sparql", "text/plain", b"ASK {}", 415, "text/plain", id="bad_query_wrong_media_type"),
        pytest.param("POST", "/sparql", None, b"query=ASK%20%7B%7D", 415, "Content-Type", id="bad_query_missing_form_type"),
        pytest.param("POST", "/sparql", None, b"ASK {}", 415, "Content-Type", id="bad_query_missing_direct_type"),
        pytest.param("POST", "/sparql", f"{QUERY}; charset=UTF-16", "ASK {}".encode("utf-16"), 415, "UTF-8", id="bad_query_non_utf8"),
        pytest.param("GET", "/sparql?query=SELECT%20%7B", None, None, 400, "SPARQL", id="bad_query_syntax"),
        pytest.param("GET", f"/sparql?update={quote(INSERT)}", None, None, 400, "reading only", id="bad_update_get"),
        pytest.param("POST", "/sparql", FORM, b"update=CLEAR+ALL&update=CLEAR+ALL", 400, "reading only", id="bad_multiple_updates"),
        pytest.param("POST", "/sparql", "text/plain", INSERT.encode(), 415, "text/plain", id="bad_update_wrong_media_type"),
        pytest.param("POST", "/sparql", None, form(update=INSERT), 415, "Content-Type", id="bad_update_missing_form_type"),
        pytest.param("POST", "/sparql", f"{UPDATE}; charset=UTF-16", INSERT.encode("utf-16"), 415, "UTF-8", id="bad_update_non_utf8"),
        pytest.param("POST", "/sparql", UPDATE, b"CLEAR", 400, "reading only", id="bad_update_syntax"),
        pytest.param(
            "POST", f"/sparql?using-named-graph-uri={D1}", FORM, form(update=INSERT), 400, "reading", id="bad_update_dataset_conflict"
        ),
        pytest.param("POST", "/sparql", FORM, form(update=INSERT), 400, "reading only", id="update_post_form"),
        pytest.param("POST", "/sparql", UPDATE, INSERT.encode(), 400, "reading only", id="update_post_direct"),
        pytest.param(
            "POST", f"/sparql?using-graph-uri={D1}", UPDATE, INSERT.encode(), 400, "reading only", id="update_dataset_default_graph"
        ),
        ("POST", "/sparql", QUERY, INSERT.encode(), 400, "Only SELECT"),
        ("GET", f"/sparql?query={quote('LOAD <http://127.0.0.1:1/x>')}", None, None, 400, "Only SELECT"),
        ("GET", f"/sparql?query={quote('ASK { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } }')}", None, None, 400, "SERVICE is refused"),
        (
            "GET",
            f"/sparql?query={quote('ASK { SERVICE SILENT <http://127.0.0.1:1/x> { ?s ?p ?o } }')}",
            None,
            None,
            400,
            "SERVICE is refused",
        ),
        ("POST", "/sparql", FORM, b"query=ASK%20%7B%FF%7D", 400, "UTF-8"),
        ("POST", "/sparql", QUERY, b"ASK { \xff }", 400, "UTF-8"),
        ("POST", "/sparql", FORM, b"", 400, "no query"),
        ("POST", "/sparql?query=ASK%20%7B%7D", QUERY, b"ASK {}", 400, "send one"),
        ("GET", "/sparql?query=ASK%20%7B%7D&default-graph-uri=not%20an%20iri", None, None, 400, "IRI"),
        ("GET", "/sparql?query=ASK%20%7B%7D&format=pdf", None, None, 406, "application/sparql-results\\+json"),
        ("GET", "/sparql?query=SELECT%20(1%20AS%20%3Fn)%20%7B%7D&format=turtle", None, None, 406, "application/sparql-results\\+json"),
        ("POST", "/sparql", QUERY, b"ASK {} #" + b"x" * 1_000_001, 413, "1000000 bytes"),
    ],
)
def test_what_is_refused_is_refused_with_the_reason(
    server: Server, method: str, path: str, content_type: str | None, body: bytes | None, status: int, reason: str
) -> None:
    answer = server.send(method, path, body, **({"Content-Type": content_type} if content_type else {}))
    assert answer.status == status, answer.text
    assert re.search(reason, answer.text), answer.text
    assert json.loads(server.ask("ASK { <urn:s> <urn:p> <urn:o> }").body)["boolean"] is False
    assert json.loads(server.ask(BOTH).body)["boolean"] is True


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ('SELECT ("a\\u0001\\u000cb"@nl AS ?x) {}', "xml"),
        ('CONSTRUCT { <a:s> <a:p/q> "a\\u0001\\u000cb", "1"^^<http://www.w3.org/2001/XMLSchema#integer> } {}', "rdfxml"),
    ],
)
def test_what_xml_has_no_way_to_write_is_replaced_in_it(server: Server, query: str, kind: str) -> None:
    answer = server.ask(query, format=kind)
    assert answer.status == 200
    assert "a\ufffd\ufffdb" in "".join(ElementTree.fromstring(answer.text).itertext())


def test_an_unwelcome_media_type_is_406(server: Server) -> None:
    assert server.ask("ASK {}", "image/png").status == 406
    assert server.ask("ASK {}", "text/turtle").status == 406  # for triples only
    assert server.ask("ASK {}", "text/csv").status == 406  # for rows only
    assert server.ask("ASK {}", "text/csv, */*;q=0.1").kind == "application/sparql-results+json"
    assert server.get(f"/id/{HOSTILE.removeprefix(iri.ID)}", "image/png").status == 406


# Limits


@pytest.mark.parametrize("query", [ENDLESS, SORTED], ids=["counts", "sorts"])
def test_a_runaway_query_is_stopped_and_the_server_goes_on(server: Server, query: str) -> None:
    stopped = server.ask(query)
    assert stopped.status == 503
    assert re.search("took longer than 3 seconds|more than 2 GB of memory", stopped.text)
    assert server.ask("ASK {}").status == 200


def test_pages_do_not_wait_behind_runaway_queries(server: Server) -> None:
    threads = crowd(9, lambda: server.ask(ENDLESS))  # thrice what runs at once
    time.sleep(0.5)
    assert server.get("/zoek?q=onderwerp", "text/html").status == 200
    assert any(thread.is_alive() for thread in threads)
    for thread in threads:
        thread.join()


def crowd(count: int, ask: Callable[[], object]) -> list[threading.Thread]:
    threads = [threading.Thread(target=ask) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads


def test_two_hundred_clients_at_once_are_all_answered(server: Server) -> None:
    told: list[int] = []
    for thread in crowd(200, lambda: told.append(server.ask("SELECT ?s { ?s rdfs:label ?o } LIMIT 5").status)):
        thread.join()
    assert told == [200] * 200


@pytest.mark.parametrize("path", ["/sparql?query={}", "/sparql?query={}&format=csv", "POST /sparql"])
def test_nothing_is_run_for_clients_that_have_left(small: Path, path: str) -> None:
    """These sixty may take an hour each, in four turns: the next one would wait in vain for a turn if one of them went on."""
    if path.startswith("POST"):
        request = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {QUERY}\r\nContent-Length: {len(ENDLESS)}\r\n\r\n{ENDLESS}"
    else:
        request = f"GET {path.format(quote(ENDLESS))} HTTP/1.1\r\nHost: localhost\r\n\r\n"

    for server in serve(small, "--seconds", "3600"):

        def leave(port: int = server.port) -> None:
            with socket.create_connection(("127.0.0.1", port)) as connection:
                connection.sendall(request.encode())
                time.sleep(0.5)

        for thread in crowd(60, leave):
            thread.join()
        assert server.ask("ASK {}").status == 200


def test_who_waits_too_long_for_a_turn_is_told(small: Path) -> None:
    app = make_app(small, Limits(seconds=2.0, queries=1, patience=0.2))
    told: list[dict[str, Any]] = []

    async def ask() -> None:
        asked = {"type": "http", "method": "GET", "path": "/sparql", "query_string": urlencode({"query": ENDLESS}).encode()}
        sent = asyncio.Queue[dict[str, Any]]()
        sent.put_nowait({"type": "http.request", "body": b"", "more_body": False})

        async def send(message: Any) -> None:
            told.append(message)

        await app({**asked, "headers": [], "scheme": "http", "server": ("localhost", 80)}, sent.get, send)

    async def both() -> None:
        async with app.router.lifespan_context(app):
            await asyncio.gather(ask(), ask())

    asyncio.run(both())
    assert [message["status"] for message in told if "status" in message] == [503, 503]
    waiting, stopped = (message["body"].decode() for message in told if message.get("body"))
    assert "too many queries are waiting" in waiting
    assert "longer than 2 seconds" in stopped


@pytest.mark.parametrize(
    ("query", "lines"),
    [("SELECT ?s { ?s rdfs:label ?o }", ROWS_AT_MOST + 1), ("CONSTRUCT WHERE { ?s rdfs:label ?o }", ROWS_AT_MOST)],
)
def test_an_answer_that_is_cut_off_says_so(server: Server, query: str, lines: int) -> None:
    answer = server.ask(query, "text/csv, application/n-triples;q=0.9")
    assert answer.headers["x-standpunt-truncated"] == str(ROWS_AT_MOST)
    assert len(answer.text.splitlines()) == lines
    assert "Er zijn meer dan 100 rijen" in server.ask(query, "text/html").text
    whole = server.ask(query + " LIMIT 100", "text/csv, application/n-triples;q=0.9")
    assert "x-standpunt-truncated" not in whole.headers


def test_a_build_beside_the_server_is_seen_when_it_is_published(tmp_path: Path) -> None:
    one, other = ([Quad(NamedNode(f"urn:{name}"), TYPE, NamedNode("urn:t"))] for name in ("one", "other"))
    with open_store(tmp_path, write=True) as store:
        store.replace_graph("urn:g", one)
        store.publish()
    for server in serve(tmp_path):
        assert b"urn:one" in server.ask("SELECT * { ?s ?p ?o }").body
        with open_store(tmp_path, write=True) as store:
            store.replace_graph("urn:g", other)
            assert b"urn:one" in server.ask("SELECT * { ?s ?p ?o }").body
            store.publish()
        assert b"urn:other" in server.ask("SELECT * { ?s ?p ?o }").body


def test_the_page_of_a_promise_shows_the_request_beside_it(tmp_path: Path) -> None:
    debate = (
        "Handelingen II 2024-2025, nr. 41, item 6\n\nAan de orde is het debat over wonen.\n\n"
        "De heer Jansen (SP):\nWilt u de Kamer voor het zomerreces informeren over <de> huurtoeslag?\n\nMinister Oldenburg:\nJa.\n"
    )
    (tmp_path / "debat.txt").write_text(debate, encoding="utf-8")
    standpunt.build([tmp_path / "debat.txt"], graph=tmp_path / "graph")
    with standpunt.open(tmp_path / "graph") as graph:
        [commitment], [claim] = graph.commitments()["id"], graph.claims(relation="commits_to")["id"]
    for server in serve(tmp_path / "graph"):
        for ident in (commitment, claim):
            shown = server.get(f"/id/{ident}", "text/html").body.decode()
            assert "in antwoord op SP:" in shown
            assert "<q>Wilt u de Kamer voor het zomerreces informeren over &lt;de&gt; huurtoeslag?</q>" in shown


# Clients that nobody here wrote


def test_rdflib_reads_from_it(site: Server, corpus: Graph) -> None:
    store = rdflib.Graph(SPARQLStore(f"{site.address}/sparql"))
    papers = {str(row[0]) for row in store.query(f"SELECT ?paper {{ ?paper a <{iri.term('Paper')}> }}")}  # type: ignore[index]
    assert papers == {iri.resource(str(paper)) for (paper,) in corpus.query("SELECT ?paper { ?paper a sp:Paper }").rows}
    kabinet = rdflib.URIRef(iri.resource("actor/kabinet"))
    assert (kabinet, rdflib.RDF.type, rdflib.URIRef(iri.term("Cabinet"))) in store
    assert str(store.value(kabinet, rdflib.RDFS.label))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_rdflib_sends_long_and_accented_queries(site: Server, method: str) -> None:
    store = SPARQLStore(f"{site.address}/sparql", method=method)
    found = list(store.query('SELECT ?c { ?c <http://www.w3.org/2000/01/rdf-schema#label> "Oekraïne"@nl } # ' + "é" * 500))
    assert [str(row[0]) for row in found] == [iri.resource("country/UA")]  # type: ignore[index]


@pytest.mark.parametrize("returned", ["json", "xml", "csv", "tsv"])
def test_rdflib_gets_the_truth_or_an_error(site: Server, returned: str) -> None:
    store = SPARQLStore(f"{site.address}/sparql", returnFormat=returned)
    for asked, true in (("ASK { ?s ?p ?o }", True), ("ASK { <urn:s> <urn:p> <urn:o> }", False)):
        if returned in ("json", "xml"):
            assert bool(store.query(asked)) is true
        else:
            with pytest.raises(ValueError, match="SPARQL query"):  # what it makes of a 406
                store.query(asked)


@pytest.mark.parametrize("how", ["GET", "POST urlencoded", "POST directly"])
@pytest.mark.parametrize("returned", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_selects(site: Server, how: str, returned: str) -> None:
    client = SPARQLWrapper(f"{site.address}/sparql", returnFormat=returned)
    client.setMethod(POST if how.startswith("POST") else "GET")
    if how == "POST directly":
        client.setRequestMethod(POSTDIRECTLY)
    client.setQuery(f"SELECT ?name {{ <{iri.resource('country/UA')}> rdfs:label ?name }}")
    reply = client.query()
    answer: Any = reply.convert()
    text = answer.toxml() if returned == XML else answer.decode() if isinstance(answer, bytes) else json.dumps(answer, ensure_ascii=False)
    assert "Oekraïne" in text


@pytest.mark.parametrize("returned", [TURTLE, N3, RDFXML, JSONLD])
def test_sparqlwrapper_constructs(site: Server, returned: str) -> None:
    client = SPARQLWrapper(f"{site.address}/sparql", returnFormat=returned)
    client.setQuery(f"CONSTRUCT {{ ?s ?p ?o }} {{ VALUES ?s {{ <{iri.resource('country/UA')}> }} ?s ?p ?o }}")
    reply = client.query()
    converted: Any = reply.convert()
    graph = converted if isinstance(converted, rdflib.Graph) else rdflib.Graph().parse(data=converted)
    assert (rdflib.URIRef(iri.resource("country/UA")), rdflib.RDFS.label, rdflib.Literal("Oekraïne", lang="nl")) in graph


def test_sparqlwrapper_is_told_what_is_wrong(site: Server) -> None:
    client = SPARQLWrapper(f"{site.address}/sparql")
    client.setQuery("SELECT ?x WHERE {")
    with pytest.raises(QueryBadFormed, match="be read as SPARQL: error at 1:18"):
        client.query()


def test_curl_asks_and_follows(site: Server) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")

    def run(*arguments: str) -> str:
        return subprocess.run([curl, "--silent", "--show-error", "--fail", *arguments], capture_output=True, check=True, text=True).stdout

    query = "query=SELECT (COUNT(?p) AS ?n) { ?p a sp:Paper }"
    count = len(list((resources.path("data", "corpus")).glob("*.md"))) + len(list((resources.path("data", "corpus")).glob("*.txt")))
    for method in ("--get", "--compressed"):
        assert run(method, "--data-urlencode", query, "-H", "Accept: text/csv", f"{site.address}/sparql").split() == ["n", str(count)]
    turtle = run("--location", "-H", "Accept: text/turtle", f"{site.address}/ontology")
    assert "sp:Claim a owl:Class" in turtle


def test_rdflib_follows_our_iris(site: Server) -> None:
    graph = rdflib.Graph().parse(f"{site.address}/id/kst-28676-384")
    paper = rdflib.URIRef(iri.resource("kst-28676-384"))
    assert (paper, rdflib.RDF.type, rdflib.URIRef(iri.term("Paper"))) in graph
    assert any(graph.subjects(rdflib.DCTERMS.isPartOf, paper))


# Result formats

TERMS = (
    NamedNode("urn:a&b"),
    Literal('a\tb\n"c" & <d>, é\r', language="nl"),
    Literal("1", datatype=NamedNode(iri.PREFIXES["xsd"] + "integer")),
    Literal(""),
    None,
)


@pytest.mark.parametrize(
    ("form", "read"), [(AS_JSON, QueryResultsFormat.JSON), (AS_XML, QueryResultsFormat.XML), (AS_TSV, QueryResultsFormat.TSV)]
)
def test_rows_come_back_as_they_went(form: Any, read: QueryResultsFormat) -> None:
    columns = ["iri", "text", "number", "empty", "none"]
    answer: Any = parse_query_results(results.rows(columns, [TERMS, TERMS], form), format=read)
    assert [variable.value for variable in answer.variables] == columns
    assert [tuple(row) for row in answer] == [TERMS, TERMS]


def test_csv_is_plain_text() -> None:
    assert results.rows(["a", "b"], [(TERMS[0], Literal('x "y", z')), (None, TERMS[2])], AS_CSV) == b'a,b\r\nurn:a&b,"x ""y"", z"\r\n,1\r\n'


@pytest.mark.parametrize("form", [AS_JSON, AS_XML])
def test_truth_comes_back(form: Any) -> None:
    read = QueryResultsFormat.JSON if form is AS_JSON else QueryResultsFormat.XML
    assert bool(parse_query_results(results.truth(False, form), format=read)) is False
    assert bool(parse_query_results(results.truth(True, form), format=read)) is True


@pytest.mark.parametrize(
    ("formats", "accept", "wanted", "chosen"),
    [
        (ROWS, None, None, "json"),
        (ROWS, "", None, "json"),
        (ROWS, "*/*", "csv", "csv"),
        (ROWS, "text/csv", "application/sparql-results+xml", "xml"),
        (ROWS, "text/*", None, "csv"),
        (ROWS, "text/csv;q=0.3, text/tab-separated-values;q=0.4", None, "tsv"),
        (ROWS, "application/sparql-results+json;q=0, */*", None, "xml"),
        (GRAPHS, "application/json", None, "jsonld"),
        (GRAPHS, "text/html;q=0.5, application/rdf+xml", "rdf xml", "rdfxml"),
        (PAGES, "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", None, "html"),
        (PAGES, "*/*", None, "html"),
        (PAGES, "text/turtle, text/html;q=0.1", None, "turtle"),
        (PAGES, "text/turtle;q=nonsense", None, None),
        (ROWS, "image/png", None, None),
        (ROWS, "*/*", "turtle", None),
    ],
)
def test_the_best_of_what_can_be_had(formats: Any, accept: str | None, wanted: str | None, chosen: str | None) -> None:
    if chosen is not None:
        assert choose(formats, accept, wanted).name == chosen
        return
    with pytest.raises(Refused) as refused:
        choose(formats, accept, wanted)
    assert refused.value.status == 406


# The endpoint describes itself, the ontology and every thing have an address


def test_the_service_describes_itself(server: Server) -> None:
    graph = rdflib.Graph().parse(data=server.get("/sparql", "text/turtle").text)
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    service = rdflib.URIRef(f"{server.address}/sparql")
    assert (service, rdflib.RDF.type, sd.Service) in graph
    assert (service, sd.endpoint, service) in graph
    assert (service, sd.feature, sd.UnionDefaultGraph) in graph
    assert rdflib.URIRef("http://www.w3.org/ns/formats/SPARQL_Results_JSON") in set(graph.objects(service, sd.resultFormat))
    assert "<form" in server.get("/sparql", "text/html").text


@pytest.mark.parametrize(
    ("path", "accept", "kind", "holds"),
    [
        ("/id/faction/PVV", "text/html", "text/html", "Partij voor de Vrijheid"),
        ("/id/faction/PVV", "text/turtle", "text/turtle", "foaf:name"),
        ("/id/faction/PVV", "application/ld+json", "application/ld+json", '"@graph"|"@id"'),
        ("/id/faction/PVV", "application/rdf+xml", "application/rdf+xml", "rdf:RDF"),
        ("/id/faction/PVV?format=nt", "text/html", "application/n-triples", "<https://w3id.org/standpunt/id/faction/PVV>"),
        ("/id/kst-28676-384", "text/html", "text/html", "https://zoek.officielebekendmakingen.nl/kst-28676-384.html"),
        ("/id/kst-28676-384/answer/12", "text/html", "text/html", "Antwoord"),
        ("/id/country/UA", "text/html", "text/html", "Oekraïne"),
        ("/id/topic/sancties", "text/html", "text/html", "Uitspraken"),
        ("/id/country/UA?lang=en", "text/html", "text/html", "Ukraine"),
        ("/ontology", "text/turtle", "text/turtle", "sp:Claim a owl:Class"),
        ("/ontology", "application/n-triples", "application/n-triples", "<https://w3id.org/standpunt/ontology#Claim>"),
        ("/ontology/", "text/html", "text/html", "sp:Claim"),
        ("/ontology/shapes.ttl", "*/*", "text/turtle", "sh:NodeShape"),
        ("/", "text/html", "text/html", "Wie vroeg wat"),
        ("/?lang=en", "text/html", "text/html", "Who asked what"),
        ("/zoek?q=oekra%C3%AF", "text/html", "text/html", "/id/country/UA"),
        ("/vragen/toezeggingen", "text/html", "text/html", "<table "),
        ("/vragen/standpunten-over-onderwerp?onderwerp=sancties", "text/html", "text/html", "sancties"),
    ],
)
def test_everything_has_an_address(site: Server, path: str, accept: str, kind: str, holds: str) -> None:
    answer = site.get(path, accept)
    assert (answer.status, answer.kind) == (200, kind), answer.text[:500]
    assert re.search(holds, answer.text)
    assert site.send("HEAD", path, Accept=accept).status == 200


def test_every_iri_of_ours_has_a_page_and_the_same_triples_in_every_format(site: Server, corpus: Graph) -> None:
    """Two hundred at random; and all the named graphs, whose names nothing else may be said of."""
    terms = {term for quad in corpus.store.dump() for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
    ours = sorted(term.value for term in terms if term.value.startswith(iri.ID))
    graphs = sorted(graph for graph in corpus.store.graphs() if graph.startswith(iri.ID))
    assert iri.resource("positions") in graphs
    for address in [*random.Random(20220113).sample(ours, 200), *graphs]:
        path = "/id/" + quote(address.removeprefix(iri.ID), safe="/%-._~")
        page = site.get(path, "text/html")
        assert (page.status, page.kind) == (200, "text/html"), address
        assert f"<code>{escape(address)}</code>" in page.text
        read = []
        for media in ("text/turtle", "application/ld+json", "application/n-triples"):
            answer = site.get(path, media)
            assert (answer.status, answer.kind) == (200, media), address
            read.append(set(rdflib.Graph().parse(data=answer.text, format=media)))
        assert read[0] == read[1] == read[2] != set(), address


def test_a_named_graph_gives_what_stands_in_it(site: Server, corpus: Graph) -> None:
    positions = iri.resource("positions")
    told = set(rdflib.Graph().parse(data=site.get("/id/positions", "application/n-triples").text, format="nt"))
    assert len(told) == sum(quad.graph_name == NamedNode(positions) for quad in corpus.store.dump())
    page = site.get("/id/positions", "text/html").text
    assert "Benoemde graaf" in page
    assert "Er is meer dan hier getoond wordt" in page


def test_the_version_of_the_ontology_has_an_address(site: Server) -> None:
    ontology = rdflib.Graph().parse(data=site.get("/ontology", "text/turtle").text, format="turtle")
    version = str(next(ontology.objects(None, rdflib.OWL.versionIRI)))
    path = version.removeprefix("https://w3id.org/standpunt")
    assert rdflib.Graph().parse(data=site.get(path, "text/turtle").text, format="turtle").isomorphic(ontology)
    page = site.get(path, "text/html")
    assert (page.status, page.headers["location"]) == (303, "/ontology/")


@pytest.mark.parametrize(
    "path",
    [
        "/id/country/ZZ",
        "/id/",
        "/id/..%2f..%2fetc%2fpasswd",
        "/ontology/LICENSE",
        "/ontology/..%2fLICENSE",
        "/vragen/nonsens",
        "/static/../app.py",
    ],
)
def test_what_is_not_there_is_404(site: Server, path: str) -> None:
    assert site.get(path, "text/html").status == 404
    assert site.get(path, "*/*").status == 404


def test_every_claim_page_shows_its_sentence_and_where_it_stands(site: Server, corpus: Graph) -> None:
    claims = corpus.claims().head(200).iloc[::20]
    for claim in claims.to_dict("records"):
        text = site.get("/id/" + quote(str(claim["id"])), "text/html").text
        shown = " ".join(re.sub(r"<[^>]*>", "", text).split())
        assert " ".join(str(claim["quotation"]).split()) in shown.replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&")
        assert f'href="/id/{claim["paper"]}"' in text
        if claim["url"]:
            assert f'href="{claim["url"]}"' in text


def test_the_page_of_a_claim_tells_who_says_so_where_it_is_not_the_holder(site: Server, corpus: Graph) -> None:
    claims = corpus.claims(relation="opposes")
    told, own = claims[claims["told_by"] == "actor/kabinet"].iloc[0], claims[claims["told_by"].isna()].iloc[0]
    page = site.get("/id/" + quote(str(told["id"])), "text/html").text
    assert re.search(r'verteld door <a[^>]*href="/id/actor/kabinet"', page)
    assert re.search(r'told by <a[^>]*href="/id/actor/kabinet', site.get("/id/" + quote(str(told["id"])) + "?lang=en", "text/html").text)
    assert "verteld door" not in site.get("/id/" + quote(str(own["id"])), "text/html").text.partition('<dl class="facts">')[0]


@pytest.mark.parametrize("kind", ["Position", "Commitment", "Fulfilment", "Mention", "Sentence", "Meeting", "Signature", "Run", "Version"])
def test_what_has_no_label_is_called_by_its_words(site: Server, corpus: Graph, kind: str) -> None:
    things = corpus.query(f"SELECT DISTINCT ?x {{ ?x a sp:{kind} }} ORDER BY ?x").to_pandas()["x"]
    for thing in things.iloc[:: max(1, len(things) // 3)]:
        text = site.get("/id/" + quote(str(thing)), "text/html").text
        head = re.search(r"<h1>(.*?)</h1>", text, re.DOTALL)
        assert head is not None
        assert "/" not in head[1].replace("</", "").replace("en/en", ""), head[1]
        shown = re.sub(r'href="[^"]*"|<code>.*?</code>|title="[^"]*"|<details class="technical">.*', "", text, flags=re.DOTALL)
        assert not re.findall(r">[^<]*/(?:mention|claim|commitment|sentence|block|position)/[^<]*<", shown)


def test_a_fulfilment_shows_its_whole_sentence(site: Server, corpus: Graph) -> None:
    fulfilments = corpus.query("SELECT ?x ?said { ?x a sp:Fulfilment ; prov:wasDerivedFrom/oa:exact ?said } ORDER BY ?x").rows
    thing, said = max(fulfilments, key=lambda row: len(str(row[1])))
    text = site.get(f"/id/{thing}", "text/html").text
    assert f'<blockquote class="big">{escape(str(said).strip())}</blockquote>' in text


def test_the_list_of_questions_in_a_paper_tells_their_topics(site: Server, corpus: Graph) -> None:
    asked = (
        "SELECT ?x ?name { ?x dcterms:isPartOf id:kst-28676-384 ; a sp:Exchange ; sp:topic/rdfs:label ?name FILTER(LANG(?name) = 'nl') }"
    )
    rows = dict(re.findall(r'<tr><td[^>]*><a href="/id/([^"]*)">[^<]*</a></td>(.*?)</tr>', site.get("/id/kst-28676-384", "text/html").text))
    found = corpus.query(asked).rows
    assert len(found) > 20
    assert all(str(escape(name)) in rows[str(exchange)] for exchange, name in found)


def test_a_promise_is_shown_with_its_kind_and_deadline(site: Server, corpus: Graph) -> None:
    promises = corpus.commitments()
    promise = promises[(promises["kind"] == "promise_to_house") & promises["deadline_text"].notna()].iloc[0]
    card = site.get(f"/id/{promise['id']}", "text/html").text.partition('<article class="said')[2]
    assert f'<a class="chip" href="/id/{promise["id"]}">toezegging aan de Kamer</a>' in card
    assert f"termijn: {escape(promise['deadline_text'])}" in card


def test_the_title_of_a_page_says_what_is_claimed(site: Server, corpus: Graph) -> None:
    claim = next(each for each in corpus.claims(relation="opposes").to_dict("records") if each["topics"])
    text = site.get(f"/id/{claim['id']}", "text/html").text
    heading = re.search(r"<h1>(.*?)</h1>", text, re.DOTALL)
    title = re.search(r"<title>(.*) · standpunt</title>", text)
    assert heading is not None
    assert title is not None
    assert title[1].lower() == " ".join(re.sub(r"<[^>]*>", "", heading[1]).split()).lower()


def test_no_link_of_a_page_is_dead(site: Server) -> None:
    pages = [
        *("/", "/?lang=en", "/zoek?q=navo", "/vragen/niet-beantwoorde-vragen?wie=SP", "/sparql", "/vragen/nonsens"),
        *(
            "/id/kst-28676-384",
            "/id/kst-28676-384/answer/12",
            "/id/faction/PVV",
            "/id/topic/sancties",
            "/id/org/NAVO",
            "/id/meeting/2022-01-07",
        ),
    ]
    links = {unescape(href) for page in pages for href in re.findall(r'href="(/[^"]*)"', site.get(page, "text/html").text)}
    assert len(links) > 200
    places = set(re.findall(r'id="([^"]*)"', site.get("/ontology/", "text/html").text))
    assert {link.partition("#")[2] for link in links if link.startswith("/ontology/#")} <= places
    dead = {
        link: site.get(link.partition("#")[0], "text/html").status for link in sorted(links) if "lang=en" not in link or "vragen" in link
    }
    assert {link: status for link, status in dead.items() if status != 200} == {"/vragen/nonsens?lang=en": 404}


def test_a_meeting_goes_by_its_name_rather_than_its_day(site: Server) -> None:
    text = site.get("/id/meeting/2022-01-07", "text/html").text
    assert "<h1>NAVO ministeriële bijeenkomst van 7 januari 2022</h1>" in text


def test_terms_of_the_government_are_named_and_not_spelt_out(site: Server) -> None:
    text = site.get("/id/topic/sancties", "text/html").text
    assert ">EuroVoc 3483</a>" in text
    assert ">Internationale samenwerking (thema)</a>" in text


def test_the_table_of_a_question_links_without_ids(site: Server) -> None:
    text = site.get("/vragen/niet-beantwoorde-vragen?wie=SP", "text/html").text
    assert re.search(r'<a href="/id/kst-28676-396/answer/36">antwoord 36</a>', text)
    text = site.get("/vragen/toezeggingen", "text/html").text
    assert re.search(r'<a href="/id/[^"]*/commitment/[^"]*">Onderbouwing</a>', text)
    text = site.get("/vragen/regels", "text/html").text
    assert '<a href="/id/rule/van-belang">van-belang</a>' in text
    assert "Het is van belang dat" in site.get("/id/rule/van-belang", "text/html").text


def test_papers_without_a_date_are_told_of_and_listed(site: Server) -> None:
    link = 'href="/id/kst-28676-396">'
    assert "Weggelaten, omdat er geen datum van bekend is:" in site.get("/vragen/toezeggingen?vanaf=2020-01-01", "text/html").text
    assert "Weggelaten" not in site.get("/vragen/toezeggingen", "text/html").text
    start = site.get("/", "text/html").text
    assert link in start.partition("Zonder datum:")[2].partition("</section>")[0]
    assert '<a href="/vragen/stukken">Alle stukken (5)</a>' in start


def test_an_answer_is_called_in_the_language_of_the_page(site: Server) -> None:
    path = "/id/kst-28676-384/answer/12"
    assert "nr. 384, antwoord 12" in site.get(path, "text/html").text
    english = site.get(f"{path}?lang=en", "text/html").text
    assert "nr. 384, answer 12" in english
    assert "antwoord 12" not in english


def test_a_search_without_result_says_what_was_searched(site: Server) -> None:
    assert "niet in de hele tekst van de stukken" in site.get("/zoek?q=xyzzy", "text/html").text


def test_membership_is_named_in_words(site: Server) -> None:
    for lang in ("nl", "en"):
        assert "rg:memberOf" not in site.get(f"/id/faction/PVV?lang={lang}", "text/html").text


def test_a_parameter_that_means_nothing_is_told(site: Server) -> None:
    answer = site.get("/vragen/standpunten-over-onderwerp?onderwerp=kernfusie", "text/html")
    assert answer.status == 400
    assert "kernfusie" in answer.text


#: What can go wrong on a page, and the words for it.
WRONG = [
    (
        "/vragen/niet-beantwoorde-vragen?wie=Vlot",
        "geen fractie of persoon met de naam “Vlot”. Het meest lijken hierop: Volt",
        "no group or person called “Vlot”",
    ),
    ("/vragen/standpunten-over-onderwerp?onderwerp=sancties&vanaf=gisteren", "“gisteren” is geen dag", "is no day"),
    ("/vragen/onderwerpen-samen?minstens=veel", "“veel” is geen heel getal", "is no whole number"),
    ("/vragen/nonsens", "Er is geen vraag “nonsens”", "There is no question “nonsens”"),
    ("/id/country/ZZ", "Over “country/ZZ” staat niets in deze graaf", "says nothing of “country/ZZ”"),
    ("/nergens?path=a&self=b", "Op dit adres is geen bladzijde", "There is no page"),
    ("/ontology/LICENSE", "geen bestand LICENSE", "no file LICENSE"),
    ("/sparql?query=SELECT+%7B", "in regel 1, bij teken 9", "in line 1, at character 9"),
    ("/sparql?query=CLEAR+ALL", "Hier kan alleen gelezen worden", "for reading only"),
    ("/sparql?update=CLEAR+ALL", "Hier kan alleen gelezen worden", "for reading only"),
]


@pytest.mark.parametrize(("path", "dutch", "english"), WRONG, ids=[path for path, _, _ in WRONG])
def test_what_went_wrong_is_told_in_the_language_of_the_page(site: Server, path: str, dutch: str, english: str) -> None:
    answer = site.get(path, "text/html")
    assert answer.status in (400, 404)
    assert dutch in answer.text
    shown = re.sub(r"<textarea.*?</textarea>|<[^>]*>|“[^”]*”", " ", answer.text.split("<main")[1], flags=re.DOTALL)
    assert not re.search(r"\b(?:the|this|there|query|called|nearest)\b", shown)
    other = re.search(r'<a href="([^"]*)">English</a>', answer.text)
    assert other is not None
    switched = site.get(other[1].replace("&amp;", "&"), "text/html")
    assert switched.status == answer.status
    assert english in switched.text
    assert ">Nederlands</a>" in switched.text


def test_every_problem_has_words_in_both_languages() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(standpunt.__file__).parent.rglob("*.py"))
    named = set(re.findall(r'problem="(\w+)"', source)) | {"no_page", "no_method", "service", "read_only", "none_called"}
    words = tomllib.loads((Path(standpunt.__file__).parent / "web" / "words.toml").read_text(encoding="utf-8"))
    assert named == set(words["problem"])
    assert all(dutch != english for dutch, english in words["problem"].values())


def test_a_program_is_told_what_went_wrong_on_a_line(site: Server) -> None:
    assert site.get("/id/country/ZZ").text == "https://w3id.org/standpunt/id/country/ZZ: this graph says nothing of it\n"


def test_questions_are_asked_in_english_on_english_pages(site: Server) -> None:
    start = site.get("/?lang=en", "text/html").text
    page = site.get("/vragen/niet-beantwoorde-vragen?wie=SP&lang=en", "text/html").text
    for text in (start, page):
        assert "Which questions were left unanswered, in whole or in part" in text
        assert "Welke vragen bleven" not in re.sub(r"<textarea.*?</textarea>", "", text, flags=re.DOTALL)
    assert "only questions of this group" in page
    heads = re.findall(r"<th[^>]*>([^<]*)</th>", page)
    assert heads[:4] == ["asked by", "outcome", "reason", "quotation"]
    assert '<a href="/vragen/niet-beantwoorde-vragen?wie=SP">Nederlands</a>' in page  # and keeps what was asked


def table_of(page: str) -> list[dict[str, str]]:
    """Return the rows of the table on a page, by the head of the column; of a paper its name, without what is told beside it."""
    heads = re.findall(r"<th[^>]*>([^<]*)</th>", page)
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in page.split("<tbody>")[1].split("</tr>")[:-1]]
    return [dict(zip(heads, (html.unescape(re.sub(r"<[^>]*>", "", cell.split("<span>")[0])) for cell in row), strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("question", "dutch", "english"),
    [
        ("eens-en-oneens?een=PVV", {"eerste is": {"voor", "tegen"}}, {"the first is": {"for", "against"}}),
        ("eens-en-oneens?een=PVV", {"oordeel": {"eens", "oneens"}}, {"verdict": {"agree", "differ"}}),
        ("niet-beantwoorde-vragen", {"reden": {"geen speculatie, vertrouwelijkheid"}}, {"reason": {"no speculation, confidentiality"}}),
        ("niet-beantwoorde-vragen", {"uitkomst": {"deels niet beantwoord"}}, {"outcome": {"partly declined"}}),
        ("weigeringen-per-reden", {"reden": {"geen reden gegeven"}}, {"reason": {"no reason given"}}),
        ("toezeggingen", {"soort": {"toezegging aan de Kamer"}}, {"kind": {"promise to the House"}}),
        ("standpunten-over-onderwerp?onderwerp=Sancties", {"houder": {"het kabinet"}}, {"holder": {"the cabinet"}}),
        ("onderwerpen", {"valt onder": {"Defensie, Europese Unie"}}, {"under": {"Defence, European Union"}}),
    ],
)
def test_words_of_ours_are_english_in_the_tables_of_english_pages_and_quotations_are_not(
    site: Server, question: str, dutch: dict[str, set[str]], english: dict[str, set[str]]
) -> None:
    path = f"/vragen/{question}"
    in_dutch = table_of(site.get(path, "text/html").text)
    in_english = table_of(site.get(f"{path}{'&' if '?' in path else '?'}lang=en", "text/html").text)
    ((column, words),), ((head, translated),) = dutch.items(), english.items()
    assert words <= {row[column] for row in in_dutch}
    assert translated <= {row[head] for row in in_english}
    assert not words & {row[head] for row in in_english}
    assert [row.get("citaat") for row in in_dutch] == [row.get("quotation") for row in in_english]
    assert [row.get("stuk") for row in in_dutch] == [row.get("paper") for row in in_english]


def test_every_fixed_word_of_a_question_has_english_words() -> None:
    words = tomllib.loads((Path(standpunt.__file__).parent / "web" / "words.toml").read_text(encoding="utf-8"))["cell"]
    assert set(words["columns"]) <= {column for question in saved() for column in question.columns}
    shown = [
        (question.name, column, word)
        for question in saved()
        for bound, column in re.findall(r"BIND\(((?:(?!BIND).)*?) AS \?(\w+)\)", question.text, re.DOTALL)
        if column in question.columns
        for word in re.findall(r'"([a-z][a-z ]+)"(?![@^])', bound)
    ]
    assert len(shown) > 20
    assert [each for each in shown if each[1] not in words["columns"] or each[2] not in words["words"]] == []


def test_every_column_and_parameter_of_a_question_has_an_english_name() -> None:
    names = {name for question in saved() for name in (*question.columns, *(parameter.name for parameter in question.parameters))}
    words = tomllib.loads((Path(standpunt.__file__).parent / "web" / "words.toml").read_text(encoding="utf-8"))["column"]
    assert names == set(words)


@pytest.mark.parametrize(
    ("quotation", "cue", "shown"),
    [
        ("Of het duidelijk niet in het belang is", "niet in het belang", "Of het duidelijk [niet] [in] [het] [belang] is"),
        ("Ook in een lidmaatschap ziet zij geen waarde", "in ziet waarde", "Ook [in] een lidmaatschap [ziet] zij geen [waarde]"),
        ("Dat Zij het steunen", "steunen Zij", "Dat [Zij] het [steunen]"),
        ("De Kamer & <b>steunt</b>", "steunt", "De Kamer &amp; &lt;b&gt;[steunt]&lt;/b&gt;"),
        ("Niets hiervan", "steunt", "Niets hiervan"),
    ],
)
def test_the_words_that_a_rule_went_by_are_marked(quotation: str, cue: str, shown: str) -> None:
    assert str(Pages("nl").marked(quotation, cue)).replace("<mark>", "[").replace("</mark>", "]") == shown


def test_a_stance_is_not_shown_towards_what_a_sentence_merely_names(site: Server, corpus: Graph) -> None:
    """Who opposes Ukraine's joining NATO does not oppose Ukraine."""
    claims = corpus.claims(relation="opposes")
    named = next(claim for claim in claims.to_dict("records") if claim["about"])
    head = re.search(r"<h1>(.*?)</h1>", site.get(f"/id/{named['id']}", "text/html").text, re.DOTALL)
    assert head is not None
    assert not [thing for thing in named["about"] if f'"/id/{thing}"' in head[1]]


# Safety


@pytest.mark.parametrize(
    "path",
    [
        f"/id/{HOSTILE.removeprefix(iri.ID)}",
        f"/zoek?q={quote(SCRIPT)}",
        "/zoek?q=script",
        f"/sparql?query={quote('SELECT * { ?s rdfs:label ?o FILTER(CONTAINS(?o, ' + chr(34) + 'script' + chr(34) + ')) } # ' + SCRIPT)}",
        f"/sparql?query={quote(SCRIPT)}",
        f"/id/{quote(SCRIPT)}",
        f"/?lang={quote(SCRIPT)}",
    ],
)
def test_what_others_wrote_is_text(server: Server, path: str) -> None:
    answer = server.get(path, "text/html")
    assert answer.kind == "text/html"
    assert "<script" not in answer.text
    assert 'href="javascript:' not in answer.text
    assert "script-src 'none'" in answer.headers["content-security-policy"]


def test_headers_protect_and_let_others_read(server: Server) -> None:
    answer = server.send("GET", "/sparql?query=ASK%7B%7D", Origin="https://example.org")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "x-standpunt-truncated" in answer.headers["access-control-expose-headers"].lower()
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "accept" in answer.headers["vary"].lower()
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    assert server.send("OPTIONS", "/sparql", None, **asked).status == 200
    for path, allowed in (("/sparql", "GET, HEAD, POST, OPTIONS"), ("/id/topic/1", "GET, HEAD, OPTIONS")):
        plain = server.send("OPTIONS", path)
        assert (plain.status, plain.headers["allow"], plain.body) == (204, allowed, b"")


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    binary = shutil.which("chromium")
    if binary is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=binary, args=["--no-sandbox"])
        yield started.new_page(viewport={"width": 1280, "height": 900})
        started.close()


@pytest.mark.parametrize(
    "path", ["/", "/id/faction/PVV", "/id/kst-28676-384", "/vragen/toezeggingen", "/sparql", "/ontology/", "/zoek?q=navo"]
)
@pytest.mark.parametrize("width", [1280, 380])
def test_pages_fetch_nothing_from_elsewhere_and_fit_the_screen(site: Server, browser: Page, path: str, width: int) -> None:
    fetched: list[str] = []
    said: list[str] = []
    browser.on("request", lambda request: fetched.append(request.url))
    browser.on("console", lambda message: said.append(message.text))
    browser.set_viewport_size({"width": width, "height": 900})
    browser.goto(site.address + path)
    assert all(address.startswith((site.address, "data:")) for address in fetched)
    assert not said  # the policy forbids nothing that a page needs
    assert browser.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["/vragen/toezeggingen", "/vragen/eens-en-oneens?een=PVV&lang=en", "/id/kst-28676-384"])
def test_a_row_of_a_table_is_a_card_on_a_telephone(site: Server, browser: Page, path: str) -> None:
    """Each cell beside its head, within the screen; on a desk it is a table, and empty cells keep their place."""
    browser.set_viewport_size({"width": 390, "height": 900})
    browser.goto(site.address + path)
    assert browser.evaluate("[...document.querySelectorAll('.scroll')].every(box => box.scrollWidth <= box.clientWidth)")
    head = browser.locator("th").last.text_content() or ""
    shown = browser.evaluate("getComputedStyle([...document.querySelectorAll('tr')][1].lastElementChild, '::before').content")
    assert shown.strip('"').lower() == head.lower()
    assert not browser.locator("td:empty").first.is_visible()
    browser.set_viewport_size({"width": 1280, "height": 900})
    assert browser.locator("th").last.is_visible()
    assert browser.evaluate("getComputedStyle(document.querySelector('td')).display") == "table-cell"


def test_evidence_and_paper_of_every_saved_question_are_in_sight_on_a_desk(site: Server, browser: Page) -> None:
    """However many columns a table has: what stands behind a row is a link that can be clicked without moving the table."""
    browser.set_viewport_size({"width": 1300, "height": 900})
    seen = "each => { const box = each.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; }"
    shown = set()
    for question in saved():
        given = "?bron=kst-28676-384" if any(each.required for each in question.parameters) else ""
        browser.goto(f"{site.address}/vragen/{question.name}{given}")
        links = browser.locator("td.evidence a")
        shown |= {question.name} if links.count() else set()
        assert links.evaluate_all(f"all => all.every({seen})"), question.name
    assert {"niet-beantwoorde-vragen", "nakoming", "eens-en-oneens", "standpunten-samengevat", "toezeggingen"} <= shown


def test_what_is_told_of_a_paper_stands_with_it(site: Server) -> None:
    page = site.get("/vragen/niet-beantwoorde-vragen?wie=Volt", "text/html").text
    heads = re.findall(r"<th[^>]*>([^<]*)</th>", page)
    assert heads == ["vragers", "uitkomst", "reden", "citaat", "vraag", "stuk", "vraag en antwoord"]
    cell = re.findall(r'<td data-head="Stuk" class="paper">(.*?)</td>', page)[-1]
    told = [html.unescape(re.sub(r"<[^>]*>", "", part)) for part in cell.split("<span>")]
    assert told == ["Kamerstuk 28676, nr. 384", "antwoord 26", "13 januari 2022", "Officiële publicatie"]
    assert "position/" not in re.sub(r"<[^>]*>", "", site.get("/vragen/standpunten-samengevat", "text/html").text)


def test_a_search_breaks_no_word_on_a_telephone(site: Server, browser: Page) -> None:
    browser.set_viewport_size({"width": 390, "height": 900})
    browser.goto(f"{site.address}/zoek?q=oekraine")
    words = "[...document.querySelectorAll('.ranks.wide a, .ranks.wide span')].filter(each => !/\\s/.test(each.textContent.trim()))"
    lines = "each => { const range = document.createRange(); range.selectNodeContents(each); return range.getClientRects().length; }"
    counted = browser.evaluate(f"{words}.map({lines})")
    assert len(counted) > 10
    assert set(counted) == {1}


def test_no_cell_of_a_saved_question_shows_an_id(site: Server) -> None:
    for path in ("/vragen/nakoming", "/vragen/toezeggingen", "/vragen/moties-en-kabinet", "/vragen/tegenspraak"):
        cells = re.findall(r"<td[^>]*>(.*?)</td>", site.get(path, "text/html").text, re.DOTALL)
        assert cells
        assert [cell for cell in cells if re.search(r">[^<]*/(?:fulfilment|claim|commitment)/", cell)] == []


@pytest.mark.parametrize(
    ("path", "heading", "left_out"),
    [
        ("/id/position/actor/kabinet/sancties-rusland?lang=en", "The cabinet: Sanctions against Russia", ""),
        ("/id/position/faction/SP/navo-lidmaatschap-oekraine?lang=en", "SP: NATO membership of Ukraine", ""),
        ("/id/position/faction/SP/navo-lidmaatschap-oekraine", "SP: NAVO-lidmaatschap van Oekraïne", ""),
        ("/id/country/UA", "Oekraïne", "volledige naam"),
        ("/id/meeting/2021-11-30", "NAVO ministeriële bijeenkomst van 30 november en 1 december 2021", "ook wel"),
    ],
)
def test_a_heading_is_in_the_language_of_the_page_and_said_once(site: Server, path: str, heading: str, left_out: str) -> None:
    page = site.get(path, "text/html").text
    [shown] = re.findall(r"<h1>(.*?)</h1>", page)
    assert shown.lower() == heading.lower()
    assert not left_out or left_out not in re.findall(r"<dt[^>]*>(.*?)</dt>", page)


def test_what_is_called_by_its_words_has_a_line_each_and_answers_are_in_order(site: Server, browser: Page) -> None:
    browser.set_viewport_size({"width": 1280, "height": 900})
    browser.goto(f"{site.address}/id/actor/kabinet")
    promises = browser.locator(".facts div", has_text="Belooft").first.locator(".quotes > li")
    assert promises.first.inner_text().startswith("“")
    assert [promise.is_visible() for promise in promises.all()] == [True] * 4 + [False] * 8
    declined = browser.locator(".facts div", has_text="Onthoudt antwoord op").first.locator("a").all_text_contents()
    places = [tuple(map(int, re.findall(r"\d+", name))) for name in declined]
    assert len(places) > 12
    assert places == sorted(places)


def test_a_reader_comes_from_the_start_to_the_sentence(site: Server, browser: Page) -> None:
    browser.set_viewport_size({"width": 1280, "height": 900})
    browser.goto(site.address)
    browser.get_by_role("searchbox").fill("sancties")
    browser.get_by_role("button", name="Zoeken").click()
    browser.get_by_role("link", name=re.compile("^sancties$", re.IGNORECASE)).first.click()
    assert browser.locator("h1").inner_text().lower() == "sancties"
    browser.get_by_role("link", name="Onderbouwing").first.click()
    assert browser.locator("blockquote.big").inner_text()
    assert browser.locator(f'link[rel=canonical][href^="{iri.ID}kst-"], link[rel=canonical][href^="{iri.ID}brief-"]').count() == 1


def test_answers_in_xml_are_well_formed(server: Server) -> None:
    answer = server.ask("SELECT * { ?s rdfs:label ?o }", "application/sparql-results+xml")
    assert len(ElementTree.fromstring(answer.body)[1]) == ROWS_AT_MOST


def test_the_vocabulary_opens_in_the_language_of_the_page_that_leads_there(site: Server, browser: Page) -> None:
    browser.goto(f"{site.address}/id/faction/SP")
    browser.get_by_role("link", name="Begrippen").click()
    assert browser.title() == browser.locator("h1").inner_text().replace("\n", " ")
    assert browser.title().startswith("Standpunt: wie wat vraagt")
    browser.get_by_role("button", name="English").click()
    assert browser.title().startswith("Standpunt: who asks")
    browser.goto(f"{site.address}/id/faction/SP?lang=en")
    browser.get_by_role("link", name="parliamentary group").click()
    assert browser.url.endswith("/ontology/?lang=en#Faction")
    assert browser.title().startswith("Standpunt: who asks")
    assert browser.locator("#Faction").is_visible()


def test_what_is_sought_can_be_read_in_its_field(site: Server, browser: Page) -> None:
    browser.goto(f"{site.address}/zoek?q=navo")
    assert browser.input_value("input[name=q]") == "navo"
    ink, ground = browser.eval_on_selector(
        "input[name=q]", "(field) => { const s = getComputedStyle(field); return [s.color, s.backgroundColor]; }"
    )
    assert (ink, ground) == ("rgb(29, 36, 51)", "rgb(255, 255, 255)")


# Searching, and the pages of things with many links


@pytest.mark.parametrize(
    ("q", "first", "kind"),
    [
        ("oekraine", "/id/country/UA", "land"),
        ("OEKRAÏNE", "/id/country/UA", "land"),
        ("Ukraine", "/id/country/UA", "land"),
        ("vvd", "/id/faction/VVD", "fractie"),
        ("28676-384", "/id/kst-28676-384", "schriftelijk overleg"),
        (iri.ID + "kst-28676-384", "/id/kst-28676-384", "schriftelijk overleg"),
        ("lidmaatschap navo oekraïne", "/id/topic/navo-lidmaatschap-oekraine", "onderwerp"),
    ],
)
def test_a_search_gives_what_fits_best_first_and_tells_what_it_is(site: Server, q: str, first: str, kind: str) -> None:
    text = site.get(f"/zoek?q={quote(q)}", "text/html").text
    found = re.search(r'<li><a href="([^"]*)"[^>]*>.*?</a> <span>(.*?)</span>', text)
    assert found is not None, text
    assert found[1] == first
    assert kind in found[2].casefold()


def test_a_search_finds_sentences_and_what_was_read_from_them(site: Server) -> None:
    text = site.get("/zoek?q=gewenste+de-escalatie+niet+verst", "text/html").text
    assert "<mark>verstandig</mark>" in text
    assert re.search(r'<a href="/id/kst-28676-384/sentence/[^"]*">', text)
    assert re.search(r'<a href="/id/kst-28676-384/claim/[^"]*">SP ', text)
    assert "The papers say" in site.get("/zoek?q=verstandig&lang=en", "text/html").text


@pytest.mark.parametrize("q", ["", "«»", '"', "*", "xyzzy", "a" * 5000, "OR NOT NEAR(", "' OR 1=1"])
def test_any_text_can_be_searched_for(site: Server, q: str) -> None:
    assert site.get(f"/zoek?q={quote(q)}", "text/html").status == 200


def test_a_graph_without_an_index_gets_one(small: Path, tmp_path: Path) -> None:
    shutil.copytree(small, tmp_path / "graph")
    (index,) = (tmp_path / "graph" / "store").glob("*/words.*")
    index.unlink()
    for server in serve(tmp_path / "graph"):
        assert "/id/topic/hostile" in server.get("/zoek?q=script", "text/html").text
    assert index.exists()


def test_of_many_links_a_page_has_the_first_and_a_query_for_all(tmp_path: Path) -> None:
    cabinet, commits = NamedNode(iri.resource("actor/kabinet")), NamedNode(iri.term("commitsTo"))
    promises = [NamedNode(iri.resource(f"kst-1-1/commitment/{n}")) for n in range(1500)]
    mentions = NamedNode(iri.PREFIXES["schema"] + "mentions")
    with open_store(tmp_path, write=True) as store:
        made = [Quad(cabinet, commits, each) for each in promises]
        store.replace_graph("urn:g", [*made, *(Quad(each, mentions, cabinet) for each in promises)])
        store.publish()
    for server in serve(tmp_path):
        text = server.get("/id/actor/kabinet", "text/html").text
        assert text.count('href="/id/kst-1-1/commitment/') == 24
        links = [unescape(each) for each in re.findall(r'<a class="all"[^>]* href="([^"]*)">alle 1.500</a>', text)]
        assert len(links) == 2
        for link in links:
            assert len(server.get(link, "text/csv").text.splitlines()) == 1501


@pytest.mark.parametrize("relation", [None, "supports"])
def test_pages_of_claims_hold_each_claim_once_the_latest_paper_first(site: Server, corpus_graph: Path, relation: str | None) -> None:
    chosen = f"&relation={relation}" if relation else ""
    seen: list[str] = []
    page = 1
    while more := re.findall(
        r'<a href="/id/([^"]*/claim/[^"]*)">Onderbouwing', site.get(f"/id/actor/kabinet?page={page}{chosen}", "text/html").text
    ):
        seen += more
        page += 1
    with standpunt.open(corpus_graph) as graph:
        claims = graph.claims(holder="actor/kabinet", relation=relation)
    assert sorted(seen) == sorted(claims["id"])
    dates = claims.set_index("id")["date"].map(str)
    told = [dates[each] for each in seen if re.match(r"\d{4}", str(dates[each]))]
    assert told == sorted(told, reverse=True)
