"""One suite for every store: what holds for the embedded one holds for a server, and the other way round."""

from __future__ import annotations

import os
import resource
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Final

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from standpunt import iri
from standpunt.errors import QueryError, QueryStopped, StoreBusy, StoreError
from standpunt.store import Dataset, GraphDirectory, RemoteStore, Rows, Store, Triples, open_store, sorted_nquads
from standpunt.store.base import Term
from standpunt.store.children import Caller, asked_by
from standpunt.store.directory import LockedStore

PAPER = iri.resource("kst-28676-384")
OTHER = iri.resource("kst-28676-396")
VVD = NamedNode(iri.resource("faction/VVD"))
PVV = NamedNode(iri.resource("faction/PVV"))
UKRAINE = NamedNode(iri.resource("country/UA"))
RUSSIA = NamedNode(iri.resource("country/RU"))
PAPERS = (NamedNode(PAPER), NamedNode(OTHER))
ASKS = NamedNode(iri.term("asksAbout"))

#: Sorts more rows than any machine does in the seconds that tests allow it.
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { VALUES ?a { 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 } "
    + " ".join(f"{{ SELECT ?a{n} {{ VALUES ?a{n} {{ {' '.join(map(str, range(40)))} }} }} }}" for n in range(9))
    + " }"
)


#: What Virtuoso is set to give at most.
MOST_ROWS: Final = 20_000
#: The servers that the suite runs against: Virtuoso where it is installed, as it is in CI (`conftest.py` says when it is not).
SERVERS: Final = ("oxigraph", *(("virtuoso",) if shutil.which("virtuoso-t") else ()))


def asks(holder: NamedNode, *about: NamedNode | Literal) -> list[Quad]:
    return [Quad(holder, ASKS, thing) for thing in about]


def rows(store: Store, text: str, bindings: dict[str, Term | tuple[Term, ...]] | None = None) -> list[tuple[Term | None, ...]]:
    answer = store.query(text, bindings)
    assert isinstance(answer, Rows)
    return sorted(answer.rows, key=str)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(command: list[str], address: str) -> Iterator[None]:
    """Run a server until it is no longer needed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def oxigraph() -> Iterator[str]:
    """A real SPARQL server: the Oxigraph binary of the wheel, with nothing in it."""
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    assert binary is not None, "the wheel `oxigraph` is one of the locked dependencies"
    host = f"127.0.0.1:{free_port()}"
    with serving([binary, "serve", "-b", host, "--timeout-s", "60"], f"http://{host}/"):
        yield f"http://{host}"


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Another real server: Virtuoso, with nothing in it but graphs of its own; writing takes a user and a password."""
    folder = tmp_path_factory.mktemp("virtuoso")
    host = f"127.0.0.1:{free_port()}"
    settings = folder / "virtuoso.ini"
    settings.write_text(
        f"""[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{free_port()}
DirsAllowed = {folder}
[HTTPServer]
ServerPort = {host}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = {MOST_ROWS}
"""
    )
    with serving(["virtuoso-t", "-f", "-c", str(settings)], f"http://{host}/sparql"):
        yield f"virtuoso+http://dba:dba@{host}"


Reopen = Callable[[], Store]


@pytest.fixture(params=["embedded", *SERVERS])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Store, Reopen]]:
    """An empty store for writing, and how a reader opens it once it is published."""
    readers: list[Store] = []

    def reopen(location: Path | str) -> Store:
        readers.append(open_store(location))
        return readers[-1]

    if request.param == "embedded":
        store = open_store(tmp_path, write=True)
        yield store, lambda: reopen(tmp_path)
    else:
        address = request.getfixturevalue(request.param)
        store = open_store(address, write=True)
        for graph in list(store.graphs()):
            store.remove_graph(graph)
        yield store, lambda: reopen(address)
    for reader in readers:
        reader.close()
    store.close()


@pytest.fixture
def store(opened: tuple[Store, Reopen]) -> Store:
    return opened[0]


def test_a_new_store_is_empty(store: Store) -> None:
    assert list(store.graphs()) == []
    assert list(store.dump()) == []
    assert store.query("ASK { ?s ?p ?o }") is False


def test_queries_see_all_named_graphs_as_one(store: Store) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    store.replace_graph(OTHER, asks(PVV, UKRAINE))
    assert rows(store, "SELECT ?holder { ?holder sp:asksAbout country:UA }") == [(PVV,), (VVD,)]
    assert rows(store, "SELECT ?g { GRAPH ?g { faction:VVD ?p ?o } }") == [(NamedNode(PAPER),)]
    assert sorted(store.graphs()) == [PAPER, OTHER]


def test_a_replaced_graph_holds_what_is_new_and_nothing_else(store: Store) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    store.replace_graph(OTHER, asks(VVD, UKRAINE))
    store.replace_graph(PAPER, asks(PVV, UKRAINE))
    assert sorted_nquads(store) == sorted([f"{PVV} {ASKS} {UKRAINE} {NamedNode(PAPER)} .", f"{VVD} {ASKS} {UKRAINE} {NamedNode(OTHER)} ."])


def test_several_graphs_are_replaced_and_others_added_to_in_one_go(store: Store) -> None:
    store.replace_graph(OTHER, asks(VVD, UKRAINE))
    store.write({PAPER: asks(VVD, UKRAINE)}, {OTHER: asks(PVV, UKRAINE)})
    assert len(rows(store, "SELECT * { GRAPH ?g { ?s ?p ?o } }")) == 3
    store.write({PAPER: b"", iri.resource("new"): asks(PVV, UKRAINE)}, {OTHER: asks(PVV, VVD)})
    assert len(rows(store, "SELECT * { GRAPH ?g { ?s ?p ?o } }")) == 4
    assert PAPER not in set(store.graphs())


def test_a_large_graph_is_written_whole(store: Store) -> None:
    many = asks(VVD, *(Literal(f"vraag {n}", language="nl") for n in range(12_000)))
    store.replace_graph(PAPER, many)
    store.write({OTHER: many[:6_000]}, {PAPER: asks(PVV, UKRAINE)})
    assert len(list(store.dump())) == 18_001


def test_a_removed_graph_is_gone_and_removing_it_again_is_fine(store: Store) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    store.remove_graph(PAPER)
    store.remove_graph(PAPER)
    store.replace_graph(OTHER, asks(VVD, UKRAINE))
    store.replace_graph(OTHER, [])
    assert list(store.graphs()) == []


@pytest.mark.parametrize(
    "literal",
    [
        Literal('«Çavuşoğlu» zei: "nee",\nen \\ ging\t.\r\n', language="nl"),
        Literal("2022-01-13", datatype=NamedNode(iri.PREFIXES["xsd"] + "date")),
        Literal("einde .\n"),
        Literal("𝄞 SERVICE <http://127.0.0.1/> { }"),
    ],
)
def test_every_text_comes_back_as_it_went_in(store: Store, literal: Literal) -> None:
    store.replace_graph(PAPER, asks(VVD, literal))
    assert rows(store, "SELECT ?o { ?s ?p ?o }") == [(literal,)]
    store.replace_graph(PAPER, asks(PVV, literal))
    assert [quad.object for quad in store.dump()] == [literal]
    assert rows(store, "SELECT ?s { VALUES ?o { UNDEF } ?s ?p ?o }", {"o": literal}) == [(PVV,)]


def test_construct_gives_triples_and_ask_gives_a_bool(store: Store) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    answer = store.query("CONSTRUCT { ?o sp:askedBy ?s } WHERE { ?s sp:asksAbout ?o }")
    assert isinstance(answer, Triples)
    assert [(t.subject, t.object) for t in answer.triples] == [(UKRAINE, VVD)]
    assert store.query("ASK { faction:VVD sp:asksAbout country:UA }") is True


ASKERS = "SELECT ?holder ?about { VALUES ?holder { UNDEF } ?holder sp:asksAbout ?about }"


@pytest.mark.parametrize(
    ("bindings", "holders"),
    [({}, [PVV, VVD]), ({"holder": VVD}, [VVD]), ({"holder": (VVD, PVV)}, [PVV, VVD]), ({"holder": UKRAINE}, [])],
)
def test_a_parameter_is_bound_or_left_open(store: Store, bindings: dict[str, Term | tuple[Term, ...]], holders: list[NamedNode]) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE) + asks(PVV, UKRAINE))
    assert [row[0] for row in rows(store, ASKERS, bindings)] == holders


@pytest.mark.parametrize(
    "graph", [f"GRAPH {PAPERS[1]} {{", f"VALUES ?g {{ {PAPERS[1]} }} GRAPH ?g {{", f"FILTER(?g = {PAPERS[1]}) GRAPH ?g {{"]
)
def test_a_graph_that_is_not_there_holds_nothing(store: Store, graph: str) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    assert store.query(f"ASK {{ {graph} ?s ?p ?o }} }}") is False
    assert [str(n.value) for (n,) in rows(store, f"SELECT (COUNT(*) AS ?n) {{ {graph} ?s ?p ?o }} }}") if isinstance(n, Literal)] == ["0"]
    store.replace_graph(OTHER, asks(VVD, UKRAINE))
    assert store.query(f"ASK {{ {graph} ?s ?p ?o }} }}") is True


def test_a_parameter_reaches_into_subqueries_and_unions(store: Store) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE) + asks(PVV, UKRAINE))
    text = """SELECT ?holder ?n { { SELECT ?holder (COUNT(*) AS ?n) { VALUES ?holder { UNDEF } ?holder ?p ?o } GROUP BY ?holder }
              UNION { VALUES ?holder { UNDEF } BIND(?holder AS ?n) } }"""
    assert len(rows(store, text, {"holder": VVD})) == 2


@pytest.mark.parametrize(
    ("text", "dataset", "seen"),
    [
        ("SELECT ?o { ?s ?p ?o }", None, [UKRAINE, RUSSIA]),
        (f"SELECT ?o FROM {PAPERS[0]} {{ ?s ?p ?o }}", None, [UKRAINE]),
        (f"SELECT ?o FROM {PAPERS[0]} FROM {PAPERS[1]} {{ ?s ?p ?o }}", None, [UKRAINE, RUSSIA]),
        (f"SELECT ?o FROM NAMED {PAPERS[1]} {{ GRAPH ?g {{ ?s ?p ?o }} }}", None, [RUSSIA]),
        ('SELECT ?o { ?s ?p ?o FILTER(?o != "from") } # FROM <urn:x>', None, [UKRAINE, RUSSIA]),
        ("SELECT ?o { ?s ?p ?o }", Dataset((PAPERS[1].value,)), [RUSSIA]),
        (f"SELECT ?o FROM {PAPERS[0]} {{ ?s ?p ?o }}", Dataset((PAPERS[1].value,)), [RUSSIA]),
        ("SELECT ?o { GRAPH ?g { ?s ?p ?o } }", Dataset((), (PAPERS[0].value,)), [UKRAINE]),
        ("SELECT ?o { ?s ?p ?o }", Dataset((), (PAPERS[0].value,)), []),
        ("SELECT ?o { GRAPH ?g { ?s ?p ?o } }", Dataset((PAPERS[0].value,)), []),
    ],
)
def test_a_query_sees_the_graphs_it_chooses_and_those_it_is_given_win(
    store: Store, text: str, dataset: Dataset | None, seen: list[NamedNode]
) -> None:
    store.write({PAPERS[0].value: asks(VVD, UKRAINE), PAPERS[1].value: asks(VVD, RUSSIA)})
    answer = store.query(text, dataset=dataset)
    assert isinstance(answer, Rows)
    assert sorted(answer.rows, key=str) == sorted([(thing,) for thing in seen], key=str)


def test_no_more_is_given_than_the_limit(store: Store) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE, RUSSIA))
    selected, constructed = store.query("SELECT ?o { ?s ?p ?o }", limit=1), store.query("CONSTRUCT WHERE { ?s ?p ?o }", limit=1)
    assert isinstance(selected, Rows)
    assert isinstance(constructed, Triples)
    assert (len(list(selected.rows)), len(list(constructed.triples))) == (1, 1)


def test_a_parameter_that_the_query_does_not_take_is_an_error(store: Store) -> None:
    with pytest.raises(QueryError, match="no parameter 'faction'"):
        store.query(ASKERS, {"faction": VVD})
    with pytest.raises(QueryError, match="no value"):
        store.query(ASKERS, {"holder": ()})


@pytest.mark.parametrize(
    "text",
    ["SELECT ?s WHERE ?s ?p ?o }", "zomaar wat", "", "SELECT * { ?s nietbekend:p ?o }"],
)
def test_a_query_with_a_fault_is_an_error_that_says_so(store: Store, text: str) -> None:
    with pytest.raises(QueryError):
        store.query(text)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { faction:VVD sp:asksAbout country:UA }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP ALL",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
        "LOAD <http://127.0.0.1:9/x.ttl>",
    ],
)
def test_a_query_never_changes_the_store(store: Store, text: str) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    with pytest.raises(QueryError, match=r"Only SELECT|SPARQL"):
        store.query(text)
    assert len(list(store.dump())) == 1


@pytest.fixture
def third_party() -> Iterator[tuple[str, list[str]]]:
    """A web server that notes who asks it anything."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # SERVICE asks by GET or POST
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    web = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{web.server_port}/", asked
    web.shutdown()
    web.server_close()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { service silent <URL> { ?s ?p ?o } }",
        "SELECT * { SeRvIcE SILENT ?where { ?s ?p ?o } VALUES ?where { <URL> } }",
        "SELECT * { ?s ?p 'x'SERVICE SILENT <URL> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE SILENT <URL> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } } } }",
        "ASK { FILTER NOT EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE SILENT <URL> { ?s ?p ?o } }",
        # `<` as less-than: a scanner that takes `<:y#>` for an IRI thinks the keyword stands in a string
        'PREFIX : <a:> SELECT * { BIND(1 AS ?x) FILTER(?x<:y#>"""\n) SERVICE SILENT <URL> { ?s ?p ?o } #"""\n }',
        # the beginning of a name with our prefix is something else: a variable, a blank node, another name, a tag
        "PREFIX : <a:b c> SELECT * { ?s ?schema:SERVICE SILENT <URL> { ?s ?p ?o } }",
        "SELECT * { ?s ?p _:schema:SERVICE SILENT <URL> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'x'@schema:SERVICE SILENT <URL> { ?s ?p ?o } }",
        "PREFIX schema: <a: b> SELECT * { ?s ?p schema:SERVICE SILENT <URL> { ?s ?p ?o } }",
        "PREFIX # \n schema: <a: b> SELECT * { ?s ?p schema:SERVICE SILENT <URL> { ?s ?p ?o } }",
        "PREFIX Schema: <a:> SELECT * { ?s ?p Schema:SERVICE SILENT <URL> { ?s ?p ?o } }",
        "SELECT * { ?s ?p schema:SERVICE SILENT <URL> { ?s ?p ?o } }",
        "SELECT * { ?s ?p schema:a . schema: SERVICE SILENT <URL> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "\\u0022 . SERVICE SILENT <URL> { ?s ?p ?o } #" }',
    ],
)
def test_no_way_of_writing_it_makes_a_query_ask_a_third_party(store: Store, third_party: tuple[str, list[str]], text: str) -> None:
    address, asked = third_party
    try:
        answer = store.query(text.replace("URL", address))
        list(answer.rows if isinstance(answer, Rows) else [])
        refused = False
    except QueryError:
        refused = True
    assert asked == []
    assert refused or "\\u0022" in text


def test_the_word_itself_may_stand_in_strings_iris_and_comments(store: Store) -> None:
    store.replace_graph(PAPER, asks(VVD, Literal("de Service Desk")))
    text = """# over service
    PREFIX s: <http://example.org/service#>
    SELECT ?holder { ?holder ?p ?o FILTER(CONTAINS(LCASE(?o), "service")) FILTER(?p != s:x && ?p != <http://example.org/Service>) }"""
    assert rows(store, text) == [(VVD,)]


def test_a_variable_may_be_called_after_a_service(store: Store) -> None:
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    assert rows(store, "SELECT ?serviceType { ?serviceType ?my_service $SERVICE }") == [(VVD,)]


@pytest.mark.parametrize("declared", ["", "PREFIX schema: <https://schema.org/> ", "prefix x: <http://x/> "])
def test_a_term_of_others_may_be_called_so(store: Store, declared: str) -> None:
    term = NamedNode("https://schema.org/serviceType")
    store.replace_graph(PAPER, [Quad(VVD, term, Literal("x"))])
    assert rows(store, f"{declared}SELECT ?s {{ ?s schema:serviceType|schema:service 'x' }}") == [(VVD,)]


def test_a_query_that_takes_too_long_is_stopped_and_the_next_one_is_answered(opened: tuple[Store, Reopen]) -> None:
    store, reopen = opened
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    store.publish()
    reader = reopen()
    with pytest.raises(QueryError, match="took longer than 1 seconds"):
        reader.query(ENDLESS, seconds=1)
    for _ in range(3):
        answer = reader.query(ASKERS, {"holder": VVD}, seconds=20)
        assert isinstance(answer, Rows)
        assert list(answer.rows) == [(VVD, UKRAINE)]
    with pytest.raises(QueryError):
        reader.query("SELECT", seconds=20)
    assert reader.query("ASK { ?s ?p ?o }", seconds=20) is True


def test_a_query_ends_when_its_caller_leaves(tmp_path: Path) -> None:
    with open_store(tmp_path, write=True) as store:
        store.replace_graph(PAPER, asks(VVD, UKRAINE))
        store.publish()
    with open_store(tmp_path) as reader, closing(Caller()) as caller, asked_by(caller):
        assert reader.query("ASK { ?s ?p ?o }", seconds=20) is True
        threading.Timer(0.5, caller.leave).start()
        with pytest.raises(QueryStopped, match="has left"):
            reader.query(ENDLESS, seconds=3600)


def test_a_store_that_is_gone_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with open_store(tmp_path, write=True) as store:
        store.replace_graph(PAPER, asks(VVD, UKRAINE))
        store.publish()
    with open_store(tmp_path) as reader:
        for file in sorted(tmp_path.rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
        with pytest.raises(StoreError, match="can't be opened"):
            reader.query("ASK { ?s ?p ?o }", seconds=20)
        before = len(os.listdir("/dev/fd"))
        for _ in range(2):
            with pytest.raises(StoreError, match="can't be opened"):
                reader.query("ASK { ?s ?p ?o }", seconds=20)
        assert len(os.listdir("/dev/fd")) == before


def test_a_process_with_many_descriptors_can_ask(tmp_path: Path) -> None:
    with open_store(tmp_path, write=True) as store:
        store.replace_graph(PAPER, asks(VVD, UKRAINE))
        store.publish()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2048), hard))
    taken = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    try:
        with open_store(tmp_path) as reader:
            assert reader.query("ASK { ?s ?p ?o }", seconds=20) is True
    finally:
        for descriptor in taken:
            os.close(descriptor)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_readers_see_what_was_published(opened: tuple[Store, Reopen]) -> None:
    store, reopen = opened
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    store.publish()
    assert rows(reopen(), ASKERS) == [(VVD, UKRAINE)]
    store.replace_graph(PAPER, asks(PVV, UKRAINE))
    store.publish()
    assert rows(reopen(), ASKERS) == [(PVV, UKRAINE)]


# What only a graph directory does


def test_a_reader_goes_on_seeing_what_it_opened(tmp_path: Path) -> None:
    store = open_store(tmp_path, write=True)
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    store.publish()
    reader = open_store(tmp_path)
    for _ in range(4):
        store.replace_graph(PAPER, asks(PVV, UKRAINE))
        assert rows(reader, ASKERS) == [(VVD, UKRAINE)]
        store.publish()
    assert rows(reader, ASKERS) == [(VVD, UKRAINE)]
    assert rows(open_store(tmp_path), ASKERS) == [(PVV, UKRAINE)]
    reader.close()
    store.publish()
    store.publish()
    checkpoints = [path for path in (tmp_path / "store").iterdir() if path.name.isdigit()]
    assert len(checkpoints) == 2


def test_what_was_written_but_not_published_stays_for_the_next_writer(tmp_path: Path) -> None:
    store = open_store(tmp_path, write=True)
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    store.publish()
    store.replace_graph(OTHER, asks(PVV, UKRAINE))
    store.close()
    assert rows(open_store(tmp_path), ASKERS) == [(VVD, UKRAINE)]
    directory = GraphDirectory(tmp_path)
    again = LockedStore(directory)
    assert again.unpublished == {OTHER}
    assert rows(again, ASKERS) == [(PVV, UKRAINE), (VVD, UKRAINE)]
    again.publish()
    assert again.unpublished == frozenset()


def test_a_second_writer_is_told_who_writes_and_stops(tmp_path: Path) -> None:
    store = open_store(tmp_path, write=True)
    with pytest.raises(StoreBusy, match=r"process [0-9]+ on "):
        open_store(tmp_path, write=True)
    store.close()
    open_store(tmp_path, write=True).close()


def test_a_place_that_can_not_hold_a_graph_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(StoreError, match="bestand: the store can't be written"):
        open_store(tmp_path / "bestand", write=True)


def test_an_empty_directory_says_how_to_make_a_graph(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="standpunt build"):
        open_store(tmp_path)


def test_a_damaged_working_copy_is_begun_again_from_what_is_published(tmp_path: Path) -> None:
    store = open_store(tmp_path, write=True)
    store.replace_graph(PAPER, asks(VVD, UKRAINE))
    store.publish()
    store.replace_graph(OTHER, asks(VVD, UKRAINE))
    store.close()
    for path in (tmp_path / "store" / "work").glob("MANIFEST*"):
        path.write_bytes(b"kapot")
    again = open_store(tmp_path, write=True)
    assert list(again.graphs()) == [PAPER]


def test_an_id_from_outside_can_not_leave_the_directory(tmp_path: Path) -> None:
    directory = GraphDirectory(tmp_path)
    for ident in ("../../etc/passwd", "..", "/etc/passwd", "a/b"):
        assert directory.contribution(ident, "0" * 12).parent == directory.shared
        assert directory.text(ident, "0" * 12).parent == directory.texts


# What only a server does


@pytest.mark.parametrize(
    ("address", "shown", "authorization"),
    [
        ("http://localhost:7878", "http://localhost:7878", None),
        ("fuseki+https://jan:ge%40heim@example.org/ds/", "https://example.org/ds", "Basic amFuOmdlQGhlaW0="),
    ],
)
def test_an_address_tells_the_server_and_keeps_the_password_to_itself(address: str, shown: str, authorization: str | None) -> None:
    store = RemoteStore(address)
    assert store.address == shown
    assert store._headers.get("Authorization") == authorization


def test_a_kind_of_server_that_is_not_known_is_an_error_with_the_known_ones() -> None:
    with pytest.raises(StoreError, match="oxigraph, fuseki"):
        open_store("blaze+http://localhost")


def test_a_server_that_is_not_there_is_an_error_with_its_address() -> None:
    port = free_port()
    with pytest.raises(StoreError, match=f"127.0.0.1:{port}: no answer"):
        open_store(f"http://127.0.0.1:{port}").query("ASK { ?s ?p ?o }")


def test_credentials_go_with_every_request_and_never_to_another_server(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            seen.append((self.path, self.headers.get("Authorization")))
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if self.headers.get("Authorization") != "Bearer sleutel":
                self.send_response(401)
            else:
                self.send_response(302)
                self.send_header("Location", "http://127.0.0.1:9/elders")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    web = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    address = f"http://127.0.0.1:{web.server_port}"
    with pytest.raises(StoreError, match="401"):
        open_store(address).query("ASK { ?s ?p ?o }")
    monkeypatch.setenv("STANDPUNT_AUTHORIZATION", "Bearer sleutel")
    with pytest.raises(StoreError, match="302"):
        open_store(address).query("ASK { ?s ?p ?o }")
    web.shutdown()
    web.server_close()
    assert [header for _, header in seen] == [None, "Bearer sleutel"]
    assert all(path.startswith("/query") for path, _ in seen)


if "virtuoso" in SERVERS:

    def test_a_wrong_password_is_an_error_and_nothing_is_written(virtuoso: str) -> None:
        with pytest.raises(StoreError, match="401") as refused:
            open_store(virtuoso.replace("dba:dba", "dba:fout"), write=True).replace_graph(iri.resource("fout"), asks(VVD, UKRAINE))
        assert "fout" not in str(refused.value)
        assert open_store(virtuoso).query(f"ASK {{ GRAPH <{iri.resource('fout')}> {{ ?s ?p ?o }} }}") is False

    def test_an_answer_that_a_server_cuts_short_is_an_error(virtuoso: str) -> None:
        store = open_store(virtuoso, write=True)
        store.replace_graph(PAPER, asks(VVD, *(Literal(str(n)) for n in range(MOST_ROWS + 10))))
        with pytest.raises(StoreError, match="ResultSetMaxRows"):
            store.query("SELECT ?o { ?s ?p ?o }")
        with pytest.raises(StoreError, match="ResultSetMaxRows"):
            list(store.dump())
        assert store.query("ASK { ?s ?p ?o }") is True
