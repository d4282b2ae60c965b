from __future__ import annotations

import re
import runpy
import shutil
import warnings
from collections.abc import Iterable
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
from standpunt.review.incoming import take_in
from standpunt.store import open_store

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
    SP.membershipGaps,
    SP.proofs,
    SP.treatmentKinds,
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


@pytest.mark.parametrize("term", TERMS, ids=lambda term: str(term).removeprefix(iri.SP))
def test_an_example_shows_its_term_in_a_pattern_that_can_be_asked(term: Node) -> None:
    name = str(term).removeprefix(iri.SP)
    for example in ONTOLOGY.objects(term, SKOS.example):
        assert re.search(rf"\bsp:{name}\b", str(example))
        ox.Store().query(f"SELECT * {{ {example} }}", prefixes=iri.PREFIXES)


@pytest.mark.parametrize("kind", [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme])
def test_no_two_terms_of_a_kind_have_one_label(kind: Node) -> None:
    labels = [label for term in ONTOLOGY.subjects(RDF.type, kind) for label in ONTOLOGY.objects(term, RDFS.label)]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(("file", "name"), [(ONTOLOGY, ""), (ALIGNMENTS, "/alignments")], ids=["ontology", "alignments"])
def test_the_header_says_title_version_and_licence(file: rdflib.Graph, name: str) -> None:
    header = file.value(predicate=RDF.type, object=OWL.Ontology)
    assert header == rdflib.URIRef(iri.SP.rstrip("#") + name)
    assert {text.language for text in file.objects(header, rdflib.DCTERMS.title) if isinstance(text, rdflib.Literal)} == {"nl", "en"}
    assert file.value(header, rdflib.DCTERMS.license) == rdflib.URIRef("https://creativecommons.org/publicdomain/zero/1.0/")
    assert file.value(header, OWL.versionIRI) == rdflib.URIRef(f"{header}/{file.value(header, OWL.versionInfo)}")


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


#: What OWL 2 lets a property lead to, of the datatypes that we might use: xsd:date and rdf:langString are not among them.
DATATYPES = {iri.PREFIXES["xsd"] + name for name in ("string", "boolean", "decimal", "integer", "dateTime", "anyURI")}
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
BUILT_IN = tuple(iri.PREFIXES[name] for name in ("rdf", "rdfs", "owl", "xsd"))


@pytest.mark.parametrize("file", [ONTOLOGY, ALIGNMENTS, ONTOLOGY + ALIGNMENTS], ids=["ontology", "alignments", "both"])
def test_an_owl_tool_knows_what_every_term_is(file: rdflib.Graph) -> None:
    """What OWL 2 DL asks, of each file and of both: a term is declared, as one thing, and used as that; values have datatypes of OWL."""
    kinds = {term: set(file.objects(term, RDF.type)) & KINDS for term in file.subjects(RDF.type)}
    assert {term for term, found in kinds.items() if len(found) > 1} == set()

    def declared(terms: Iterable[Node], *allowed: Node) -> set[Node]:
        return {term for term in terms if not str(term).startswith(BUILT_IN) and not kinds.get(term, set()) & set(allowed)}

    assert declared(file.predicates(), *KINDS - {OWL.Class}) == set()
    assert declared(file.objects(None, RDF.type), OWL.Class) == set()
    for relation in (RDFS.subClassOf, OWL.disjointWith):
        assert declared([*file.subjects(relation), *file.objects(None, relation)], OWL.Class) == set()
    for below, above in file.subject_objects(RDFS.subPropertyOf):
        assert kinds[below] == kinds[above]
    assert declared(file.objects(None, RDFS.domain), OWL.Class) == set()
    for term, values in file.subject_objects(RDFS.range):
        assert str(values) in DATATYPES if OWL.DatatypeProperty in kinds[term] else OWL.Class in kinds[values]


def test_domains_and_ranges_tell_nothing_that_the_graph_does_not_say(corpus_graph: Path, tmp_path: Path) -> None:
    """A domain that is too narrow makes a reasoner take reviews for claims: whoever has a property must say itself what it is."""
    copy = shutil.copytree(corpus_graph, tmp_path / "standpunt.graph")
    take_in(resources.path("data", "reviews", "example.csv"), copy)
    with open_store(copy) as store:
        written = ox.serialize((quad.triple for quad in store.dump()), format=ox.RdfFormat.N_TRIPLES)
    graph = rdflib.Graph().parse(data=written or b"", format="nt")
    types: dict[Node, set[Node | None]] = {}
    for thing, kind in graph.subject_objects(RDF.type):
        types.setdefault(thing, set()).update(ONTOLOGY.transitive_objects(kind, RDFS.subClassOf))
    literals = set(ONTOLOGY.subjects(RDF.type, OWL.DatatypeProperty))
    for end, place in ((RDFS.domain, 0), (SCHEMA.domainIncludes, 0), (RDFS.range, 2)):
        for term in set(ONTOLOGY.subjects(end)) - (literals if place else set()):
            allowed = set(ONTOLOGY.objects(term, end))
            things = {triple[place] for triple in graph.triples((None, term, None))}
            assert {thing for thing in things if not allowed & types.get(thing, set())} == set(), term


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
