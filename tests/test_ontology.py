from __future__ import annotations

import re
import runpy
import warnings
from pathlib import Path

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from assembling import small_analysis
from standpunt import assemble, iri, resources
from standpunt.assemble import terms

SP = rdflib.Namespace(iri.SP)
SCHEMA = rdflib.Namespace(iri.PREFIXES["schema"])
ONTOLOGY = rdflib.Graph().parse(resources.path("ontology", "standpunt.ttl"))
ALIGNMENTS = rdflib.Graph().parse(resources.path("ontology", "alignments.ttl"))
TERMS = sorted({term for term in ONTOLOGY.subjects(RDF.type) if str(term).startswith(iri.SP)}, key=str)
#: Parents and schemes, which no graph of a paper names.
UNWRITTEN = {
    SP.Passage,
    SP.edge,
    SP.statuses,
    SP.reasons,
    SP.commitmentKinds,
    SP.directions,
    SP.blockKinds,
    SP.verdicts,
    SP.mismatches,
    SP.proofs,
}


def written_terms() -> set[Node]:
    values = [*vars(terms).values(), *(node for value in vars(terms).values() if isinstance(value, dict) for node in value.values())]
    return {rdflib.URIRef(node.value) for node in values if isinstance(node, ox.NamedNode)}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: str(term).removeprefix(iri.SP))
def test_every_term_is_explained_in_dutch_and_english(term: Node) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        texts = list(ONTOLOGY.objects(term, predicate))
        assert sorted(text.language or "" for text in texts if isinstance(text, rdflib.Literal)) == ["en", "nl"]
    assert ONTOLOGY.value(term, SKOS.example)
    assert ONTOLOGY.value(term, RDFS.isDefinedBy) == rdflib.URIRef(iri.SP.rstrip("#"))


def test_the_header_says_title_version_licence_and_what_it_is() -> None:
    header = ONTOLOGY.value(predicate=RDF.type, object=OWL.Ontology)
    assert header == rdflib.URIRef(iri.SP.rstrip("#"))
    for predicate in (rdflib.DCTERMS.title, rdflib.DCTERMS.description):
        assert {text.language for text in ONTOLOGY.objects(header, predicate) if isinstance(text, rdflib.Literal)} == {"nl", "en"}
    assert ONTOLOGY.value(header, rdflib.DCTERMS.license) == rdflib.URIRef("https://creativecommons.org/publicdomain/zero/1.0/")
    assert ONTOLOGY.value(header, OWL.versionInfo)


def test_terms_that_are_written_are_those_that_are_declared() -> None:
    ours = {term for term in written_terms() if str(term).startswith(iri.SP)}
    assert ours == set(TERMS) - UNWRITTEN


def test_terms_of_others_are_declared_before_they_are_used() -> None:
    declared = {*ONTOLOGY.subjects(RDF.type), *ALIGNMENTS.subjects(RDF.type)}
    built_in = (str(RDF), str(RDFS), str(OWL), iri.PREFIXES["xsd"], iri.SP)
    used = {*written_terms(), *ALIGNMENTS.objects(None, RDFS.subClassOf), *ALIGNMENTS.objects(None, RDFS.subPropertyOf)}
    assert {term for term in used if not str(term).startswith(built_in)} - declared == set()


def test_the_readme_names_every_term() -> None:
    readme = resources.path("ontology", "README.md").read_text(encoding="utf-8")
    names = {str(term).removeprefix(iri.SP) for term in set(TERMS) - UNWRITTEN}
    assert {name for name in names if f"sp:{name}`" not in readme} == set()


ERRORS = rdflib.Namespace("http://www.daml.org/2002/03/agents/agent-ont#")  # what owlrl writes a contradiction with


def closure(data: rdflib.Graph) -> rdflib.Graph:
    """The ontology and this data with all that follows from them; a warning on the way is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", category=UserWarning)
        graph = ONTOLOGY + ALIGNMENTS + data
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def contradictions(graph: rdflib.Graph) -> list[str]:
    return [str(graph.value(error, ERRORS.error)) for error in graph.subjects(RDF.type, ERRORS.ErrorMessage)]


def test_it_is_consistent_with_a_graph_of_a_paper() -> None:
    """No reasoner finds anything that can't be: the closure holds no member of owl:Nothing and no error."""
    nt = ox.serialize((quad.triple for quad in assemble.quads(small_analysis())), format=ox.RdfFormat.N_TRIPLES)
    graph = closure(rdflib.Graph().parse(data=nt or b"", format="nt"))
    assert list(graph.subjects(RDF.type, OWL.Nothing)) == []
    assert contradictions(graph) == []
    opposition = next(graph.subjects(RDF.type, SP.Opposition))
    assert (opposition, RDF.type, rdflib.PROV.Entity) in graph


def test_a_claim_that_is_a_faction_too_is_found_to_be_a_contradiction() -> None:
    both = rdflib.Graph()
    both.add((SP.example, RDF.type, SP.Opposition))
    both.add((SP.example, RDF.type, SP.Faction))
    assert contradictions(closure(both))


def test_the_page_is_that_of_the_ontology_and_asks_nothing_of_the_network() -> None:
    """Written anew by: python tools/ontology_page.py."""
    page = resources.path("ontology", "index.html").read_text(encoding="utf-8")
    tool = Path(__file__).parent.parent / "tools" / "ontology_page.py"
    assert page == runpy.run_path(str(tool))["page"]()
    anchors = re.findall(r' id="([^"]+)"', page)
    assert {str(term).removeprefix(iri.SP) for term in TERMS} <= set(anchors)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)
    assert not re.search(r"<link|<img|<iframe|\bsrc=|@import|url\(http", page)
