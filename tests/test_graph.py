"""The graph for Python: names as in the interchange format, and one thing described."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from standpunt import iri, query
from standpunt.errors import QueryError
from standpunt.graph import Graph
from standpunt.model import CommitmentKind, PaperKind, Reason, Relation, Status
from standpunt.store import open_store, words

SP = rdflib.Namespace(iri.SP)


def test_tables_use_the_names_of_the_interchange_format(corpus: Graph) -> None:
    exchanges = corpus.exchanges()
    assert set(exchanges["status"].dropna()) <= set(get_args(Status))
    assert {"answered", "partly_declined"} <= set(exchanges["status"])
    assert {reason for reasons in exchanges["reasons"] for reason in reasons} <= set(get_args(Reason))
    assert exchanges["reasons"].map(len).sum() > 0
    assert set(corpus.claims()["relation"]) == set(get_args(Relation))
    kinds = set(corpus.commitments()["kind"].dropna())
    assert "promise_to_house" in kinds
    assert kinds <= set(get_args(CommitmentKind))
    assert set(corpus.papers()["kind"]) <= set(get_args(PaperKind))


def test_an_exchange_tells_which_it_points_at_and_why(corpus: Graph) -> None:
    exchange = corpus.exchanges(paper="kst-28676-384").set_index("number").loc[12]
    assert exchange["see"] == ("kst-28676-384/answer/28",)
    assert exchange["status"] == "deferred"
    assert exchange["reasons"] == ("refers_elsewhere",)


def test_claims_join_the_exchanges_that_they_stand_in(corpus: Graph) -> None:
    claims = corpus.claims(paper="kst-28676-384").dropna(subset="exchange")
    joined = claims.merge(corpus.exchanges(), left_on="exchange", right_on="id", suffixes=("", "_exchange"))
    assert len(joined) == len(claims) > 100
    assert (joined["answer"] == joined["number"]).all()


def test_a_thing_is_found_by_its_whole_iri_however_it_is_spelt(tmp_path: Path) -> None:
    ident = "person/Szijjártó"
    address = iri.resource(ident)
    node = NamedNode(address)
    with open_store(tmp_path, write=True) as store:
        name = Quad(node, NamedNode(iri.PREFIXES["rdfs"] + "label"), Literal("Péter Szijjártó"))
        store.replace_graph(iri.KNOWLEDGE_GRAPH, [Quad(node, NamedNode(iri.PREFIXES["rdf"] + "type"), NamedNode(iri.term("Person"))), name])
        store.publish()
    with Graph(tmp_path) as graph:
        for written in (ident, address, iri.ID + ident):
            assert query.resolve(graph.store, "person", written) == node
            assert len(graph.describe(written)) == 2
    assert [named.thing for named in words.search(next(tmp_path.rglob(words.FILE)), address, names=3, sentences=3).named] == [address]


def test_one_thing_is_described_with_our_prefixes(corpus: Graph) -> None:
    claim = corpus.claims(holder="PVV", relation="opposes").iloc[0]
    described = corpus.describe(claim["id"])
    node = rdflib.URIRef(iri.resource(claim["id"]))
    assert set(described.subjects()) == {node}
    assert described.value(node, SP.holder) == rdflib.URIRef(iri.resource("faction/PVV"))
    assert "sp:holder faction:PVV" in described.serialize(format="turtle")
    assert described.isomorphic(corpus.describe(str(node)))


def test_a_thing_that_is_not_in_the_graph_is_told(corpus: Graph) -> None:
    with pytest.raises(QueryError, match="says nothing of 'faction/NIEMAND'"):
        corpus.describe("faction/NIEMAND")
