"""Exports: what is written can be read back by tools that nobody here wrote, and is what the graph holds."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

import networkx as nx
import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from standpunt import iri
from standpunt.cli.export import ExportFormat
from standpunt.errors import ExportError
from standpunt.export import FORMATS, export, jsonld
from standpunt.export.tables import TABLES
from standpunt.export.tabular import SEPARATOR
from standpunt.graph import Graph
from standpunt.store import open_store

RDF = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}


def cells(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rdflib_term(term: object) -> rdflib.term.Identifier:
    if isinstance(term, Literal):
        datatype = None if term.language or term.datatype.value.endswith("#string") else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, lang=term.language, datatype=datatype)  # rdflib writes numbers in their own way
    return rdflib.URIRef(str(getattr(term, "value", term)))


@pytest.mark.parametrize("form", RDF)
def test_quads_come_back_as_they_were(form: str, corpus: Graph, tmp_path: Path) -> None:
    export(corpus, form, tmp_path / "graph")
    assert set(ox.parse(path=str(tmp_path / "graph"), format=RDF[form])) == set(corpus.store.dump())


def test_turtle_holds_the_triples_of_all_graphs(corpus: Graph, tmp_path: Path) -> None:
    export(corpus, "turtle", tmp_path / "graph.ttl")
    read = {quad.triple for quad in ox.parse(path=str(tmp_path / "graph.ttl"))}
    assert read == {quad.triple for quad in corpus.store.dump()}
    assert "faction:PVV sp:opposes topic:" in (tmp_path / "graph.ttl").read_text(encoding="utf-8").replace("\n\t", " ")


@pytest.mark.parametrize(
    "value",
    [
        Literal("Bezoek aan Kiev", language="nl"),
        Literal("Visit to Kyiv", language="en"),
        Literal("gewoon"),
        Literal('aan"haling\n\u2028 \u0001é'),
        Literal("12", datatype=NamedNode(iri.PREFIXES["xsd"] + "integer")),
        Literal("012", datatype=NamedNode(iri.PREFIXES["xsd"] + "integer")),
        Literal("0.90", datatype=NamedNode(iri.PREFIXES["xsd"] + "decimal")),
        Literal("2022-01-13", datatype=NamedNode(iri.PREFIXES["xsd"] + "date")),
        Literal("true", datatype=NamedNode(iri.PREFIXES["xsd"] + "boolean")),
        NamedNode(iri.resource("person/Çavuşoğlu")),
        NamedNode(iri.resource("topic/navo")),
        NamedNode(iri.term("partlyDeclined")),
        NamedNode(iri.ID),
        NamedNode(iri.resource("answer/../claim")),
        NamedNode("https://zoek.officielebekendmakingen.nl/kst-28676-384.html"),
        NamedNode("urn:uuid:1"),
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "prop",
    ["rdfs:label", "sp:holder", "sp:confidence", "sp:deadline", "sp:number", "dcterms:issued", "dcterms:subject", "sp:new", "oa:exact"],
)
def test_json_ld_keeps_any_value_of_any_property(value: NamedNode | Literal, prop: str) -> None:
    prefix, _, local = prop.partition(":")
    subject = NamedNode(iri.resource("kst-1/claim/a"))
    quad = Quad(subject, NamedNode(iri.PREFIXES[prefix] + local), value, NamedNode(iri.resource("kst-1")))
    text = json.dumps({"@context": jsonld.context(), "@graph": json.loads("[" + "".join(jsonld.graphs([quad])) + "]")})
    assert list(ox.parse(text, format=RdfFormat.JSON_LD)) == [quad]
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format="json-ld")
    read = [(str(s), str(p), o.n3(), str(graph)) for s, p, o, graph in dataset.quads()]
    assert isinstance(quad.subject, NamedNode)
    assert isinstance(quad.graph_name, NamedNode)
    assert read == [(quad.subject.value, quad.predicate.value, rdflib_term(value).n3(), quad.graph_name.value)]


def test_json_ld_reads_well(corpus: Graph, tmp_path: Path) -> None:
    export(corpus, "jsonld", tmp_path / "graph.jsonld")
    graphs = {graph["id"]: graph["@graph"] for graph in json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))["@graph"]}
    paper = {node["id"]: node for node in graphs["kst-28676-384"]}["kst-28676-384"]
    assert set(paper["type"]) == {"Paper", "WrittenConsultation"}
    assert paper["issued"] == "2022-01-13"
    assert paper["label"] == "Kamerstuk 28676, nr. 384"
    pvv = {node["id"]: node for node in graphs["knowledge"]}["faction/PVV"]
    assert pvv["notation"] == "PVV"


def test_each_short_name_of_the_context_stands_for_one_term() -> None:
    named = [entry["@id"] for entry in jsonld.context().values() if isinstance(entry, dict)]
    assert len(named) == len(set(named)) > 50


def test_without_evidence_the_facts_remain(corpus: Graph, tmp_path: Path) -> None:
    export(corpus, "nquads", tmp_path / "facts.nq", evidence=False)
    facts = set(ox.parse(path=str(tmp_path / "facts.nq")))
    everything = set(corpus.store.dump())
    assert facts < everything
    classes = {NamedNode(iri.term(name)) for name in ("Sentence", "Mention", "Block", "Rule")}
    evidence = {quad.subject for quad in everything if quad.predicate.value.endswith("#type") and quad.object in classes}
    assert len(evidence) > 1000
    assert not evidence & {node for quad in facts for node in (quad.subject, quad.object)}
    assert not {NamedNode(iri.term(name)) for name in ("questionText", "answerText")} & {quad.predicate for quad in facts}
    ours = {iri.term(name) for name in ("rule", "cue", "question", "answer")} | {
        iri.PREFIXES["oa"] + name for name in ("exact", "start", "end")
    }
    told = {quad.predicate.value for quad in facts if "/id/" in str(quad.subject)}
    assert not told & ours
    for edge in ("supports", "holder", "proposition", "askedBy", "deadlineText"):
        kept = {quad for quad in everything if quad.predicate.value == iri.term(edge)}
        assert kept
        assert kept <= facts
    said = {quad for quad in everything if quad.predicate.value == iri.term("speaker") and "/claim/" in str(quad.subject)}
    assert said
    assert said <= facts


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
@pytest.mark.parametrize("evidence", [True, False])
def test_networkx_opens_the_network_with_typed_attributes(form: str, read: object, evidence: bool, corpus: Graph, tmp_path: Path) -> None:
    export(corpus, form, tmp_path / "network", evidence=evidence)
    opened = read(tmp_path / "network")  # type: ignore[operator]
    expected = corpus.network()
    assert opened.is_directed()
    assert opened.is_multigraph()
    assert set(opened) == set(expected)
    assert sorted(map(tuple, opened.edges(data="relation"))) == sorted(map(tuple, expected.edges(data="relation")))
    assert opened.nodes["faction/PVV"] == {"kind": "Faction", "label": "PVV"}
    confidences = [edge["confidence"] for _, _, edge in opened.edges(data=True) if "confidence" in edge]
    assert all(isinstance(confidence, float) for confidence in confidences)
    assert len(confidences) == sum("confidence" in edge for _, _, edge in expected.edges(data=True))
    assert all(("quotation" in edge) == evidence for _, _, edge in opened.edges(data=True))


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_a_quotation_may_hold_what_xml_can_not(form: str, read: Callable[[Path], nx.Graph[str]], tmp_path: Path) -> None:
    """The text of a PDF has a form feed where a page ends."""
    quotation = 'Zij "steunt" dat <niet> & \f toch\r\nwel.'
    told = SAID_TWICE.replace('"Hij steunt dat."', str(Literal(quotation)))
    graph_of(tmp_path / "graph", told.replace("sp:topic id:t ; prov", "sp:topic id:t ; sp:object id:t ; prov"))
    with Graph(tmp_path / "graph") as graph:
        assert [edge["quotation"] for _, _, edge in graph.network().edges(data=True)] == [quotation]
        export(graph, form, tmp_path / "network")
    ((holder, end, edge),) = read(tmp_path / "network").edges(data=True)
    assert (holder, end, edge["quotation"]) == ("x", "t", quotation.replace("\f", "\ufffd"))


def test_the_tables_hold_what_the_graph_holds(corpus: Graph, tmp_path: Path) -> None:
    export(corpus, "csv", tmp_path)
    for name, expected in {
        "papers": corpus.papers(),
        "exchanges": corpus.exchanges(),
        "claims": corpus.claims(),
        "positions": corpus.positions(),
        "commitments": corpus.commitments(),
    }.items():
        rows = {row["id"]: row for row in cells(tmp_path / f"{name}.csv")}
        assert set(rows) == set(expected["id"]), name
        for column in set(expected.columns) & set(next(iter(rows.values()))) - {"question", "answer"}:
            for ident, value in zip(expected["id"], expected[column], strict=True):
                told = rows[ident][column]
                if isinstance(value, tuple):
                    assert told == SEPARATOR.join(value), (name, column)
                elif column in ("date", "first", "last", "deadline"):
                    assert told == ("" if value != value or value is None else str(value)[:10]), (name, column)
                elif isinstance(value, str):
                    assert told.removeprefix("rule/") == value, (name, column)
    mentions = cells(tmp_path / "mentions.csv")
    assert len(mentions) == len({row["id"] for row in mentions}) > 1000
    ((number,),) = corpus.query("SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m a sp:Mention }").rows
    assert len(mentions) == number


SAID_TWICE = """
@prefix sp: <https://w3id.org/standpunt/ontology#> . @prefix id: <https://w3id.org/standpunt/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix oa: <http://www.w3.org/ns/oa#> .
id:kst-1 { id:kst-1 a sp:Paper . id:x a sp:Person ; rdfs:label "Knapen"@nl .
  id:kst-1-claim a sp:Claim ; dcterms:isPartOf id:kst-1 ; sp:holder id:x ; sp:relation sp:supports ; sp:rule id:r ; sp:cue "steunt"@nl ;
    sp:topic id:t ; prov:wasDerivedFrom id:s . id:s oa:exact "Hij steunt dat." ; oa:start 0 ; oa:end 15 . }
id:kst-2 { id:kst-2 a sp:Paper . id:x a sp:Person ; rdfs:label "Knapen"@nl . id:kst-1-claim sp:topic id:t . id:kst-1 a sp:Paper . }
"""


def graph_of(path: Path, trig: str) -> None:
    written: dict[str, list[Quad]] = {}
    for quad in ox.parse(trig, format=RdfFormat.TRIG):
        written.setdefault(quad.graph_name.value, []).append(quad)
    with open_store(path, write=True) as store:
        store.write(written)
        store.publish()


def test_what_two_papers_say_of_the_same_thing_is_told_once(tmp_path: Path) -> None:
    graph_of(tmp_path / "graph", SAID_TWICE)
    with Graph(tmp_path / "graph") as graph:
        export(graph, "csv", tmp_path / "tables")
    assert [row["id"] for row in cells(tmp_path / "tables" / "papers.csv")] == ["kst-1", "kst-2"]
    (claim,) = cells(tmp_path / "tables" / "claims.csv")
    assert (claim["holder_name"], claim["topics"]) == ("Knapen", "t")


def test_the_offsets_in_the_tables_find_the_quotation(corpus: Graph, tmp_path: Path) -> None:
    export(corpus, "csv", tmp_path)
    text = corpus.text("kst-28676-384")
    of_paper = [row for row in cells(tmp_path / "mentions.csv") if row["paper"] == "kst-28676-384"]
    found = [text[int(row["start"]) : int(row["end"])].split() == row["text"].split() for row in of_paper]
    assert sum(found) > 0.9 * len(found) > 100  # the others run over a line's end, with a hyphen or a page break in them


@pytest.mark.parametrize("form", ["csv", "parquet"])
@pytest.mark.parametrize("evidence", [True, False])
def test_the_data_package_describes_each_file(form: str, evidence: bool, corpus: Graph, tmp_path: Path) -> None:
    export(corpus, form, tmp_path, evidence=evidence)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    names = {table.name for table in TABLES if evidence or table.name != "mentions"}
    assert {resource["name"] for resource in package["resources"]} == names
    written = {resource["path"] for resource in package["resources"]}
    assert {path.name for path in tmp_path.iterdir()} == written | {"datapackage.json", "dataset.ttl"}
    for resource in package["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])
        if form == "csv":
            rows = cells(tmp_path / resource["path"])
            assert list(rows[0]) == fields
        else:
            table = pq.read_table(tmp_path / resource["path"])
            assert table.column_names == fields
            rows = table.to_pylist()
        assert len(rows) == resource["rowCount"] > 0
        assert len({row["id"] for row in rows}) == len(rows)
        assert evidence or not {"quotation", "start", "end", "rule", "cue", "question", "answer"} & set(fields)
        for field in resource["schema"]["fields"]:
            allowed = field.get("constraints", {}).get("enum")
            assert not allowed or {row[field["name"]] for row in rows} - {"", None} <= set(allowed)


def test_parquet_is_typed(corpus: Graph, tmp_path: Path) -> None:
    export(corpus, "parquet", tmp_path)
    claims = pq.read_table(tmp_path / "claims.parquet").to_pylist()
    assert {type(claim["start"]) for claim in claims} == {int}
    assert {type(claim["topics"]) for claim in claims} == {list}
    assert date(2022, 1, 13) in {claim["date"] for claim in claims}
    assert {type(claim["confidence"]) for claim in claims} <= {float, type(None)}


def test_parquet_without_its_library_is_told_before_anything_is_written(
    corpus: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    with pytest.raises(ExportError, match=r"standpunt\[tables\]"):
        export(corpus, "parquet", tmp_path / "tables")
    assert not (tmp_path / "tables").exists()


def test_the_description_counts_what_is_there(corpus: Graph, tmp_path: Path) -> None:
    export(corpus, "csv", tmp_path)
    described = rdflib.Graph().parse(tmp_path / "dataset.ttl")
    void, dcat = rdflib.Namespace(iri.PREFIXES["void"]), rdflib.Namespace(iri.PREFIXES["dcat"])
    dataset = rdflib.URIRef(iri.resource("dataset"))
    assert int(str(described.value(dataset, void.triples))) == len({quad.triple for quad in corpus.store.dump()})
    claims = described.value(None, void["class"], rdflib.URIRef(iri.term("Claim")))
    assert int(str(described.value(claims, void.entities))) == len(corpus.claims())
    assert len(set(described.objects(dataset, dcat.distribution))) == len(TABLES)
    assert described.value(dataset, rdflib.DCTERMS.modified) is not None


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(corpus: Graph, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match="can't be written"):
        export(corpus, "turtle", tmp_path / "taken" / "graph.ttl")
    with pytest.raises(ExportError, match="can't be written"):
        export(corpus, "turtle", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
    assert not list(tmp_path.parent.glob("*.part"))


def test_an_unknown_format_is_told(corpus: Graph, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nquads, trig"):
        export(corpus, "word", tmp_path / "graph")


def test_the_command_offers_every_format() -> None:
    assert [str(form) for form in ExportFormat] == list(FORMATS)
    assert import_module("standpunt.cli.export").EXAMPLES
