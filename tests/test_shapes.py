"""Every example keeps or breaks its shape, for a SHACL engine and for our queries alike. A new file in a folder is a new test."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from standpunt import iri, resources
from standpunt.assemble.shapes import checks
from standpunt.assemble.validate import Violation, validate

EXAMPLES = resources.path("ontology", "examples")
CONTEXT = EXAMPLES / "context.ttl"
GOOD = [CONTEXT, *sorted((EXAMPLES / "good").glob("*.ttl"))]
BAD = sorted((EXAMPLES / "bad").glob("*.ttl"))
SH = rdflib.Namespace(iri.PREFIXES["sh"])


def shape_of(example: Path) -> str:
    return f"{example.name.partition('.')[0].capitalize()}Shape"


def ours(example: Path) -> list[Violation]:
    graph = ox.NamedNode(f"{iri.ID}example")
    return validate(
        ox.Quad(quad.subject, quad.predicate, quad.object, graph) for path in (CONTEXT, example) for quad in ox.parse(path=path)
    )


@cache
def graph_of(*names: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in names:
        graph.parse(resources.path("ontology", name))
    return graph


def theirs(example: Path) -> set[tuple[str, str]]:
    data = rdflib.Graph().parse(CONTEXT).parse(example)
    shapes, terms = graph_of("shapes.ttl"), graph_of("standpunt.ttl", "alignments.ttl")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=terms)
    assert isinstance(report, rdflib.Graph)
    owners: dict[object, object] = {prop: shape for shape, prop in shapes.subject_objects(SH.property)}
    broken = set()
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceShape)
        shape, focus = str(owners.get(source, source)), str(report.value(result, SH.focusNode))
        broken.add((shape.removeprefix(iri.SP), focus.removeprefix(iri.ID)))
    return broken


@pytest.mark.parametrize("example", GOOD, ids=lambda path: path.stem)
def test_good_example_keeps_every_shape(example: Path) -> None:
    assert ours(example) == []
    assert theirs(example) == set()


@pytest.mark.parametrize("example", BAD, ids=lambda path: path.stem)
def test_bad_example_breaks_exactly_the_shape_it_is_named_after(example: Path) -> None:
    found = {(violation.shape, violation.focus) for violation in ours(example)}
    assert {shape for shape, _ in found} == {shape_of(example)}
    assert found == theirs(example)


def test_every_shape_has_a_good_and_a_bad_example() -> None:
    shapes = {check.shape for check in checks()}
    assert {shape_of(path) for path in GOOD[1:]} == shapes
    assert {shape_of(path) for path in BAD} == shapes


def test_every_class_has_a_shape_or_all_under_it_have() -> None:
    terms, shapes = graph_of("standpunt.ttl"), graph_of("shapes.ttl")
    shaped = set(shapes.objects(None, SH.targetClass))
    without = {name for name in terms.subjects(rdflib.RDF.type, rdflib.OWL.Class) if str(name).startswith(iri.SP) and name not in shaped}
    assert {name: set(terms.subjects(rdflib.RDFS.subClassOf, name)) - shaped for name in without} == {
        rdflib.URIRef(iri.term("Passage")): set()
    }


def test_every_rule_has_a_message_in_dutch_and_english() -> None:
    assert [check for check in checks() if set(check.messages) != {"nl", "en"}] == []


def test_a_violation_says_what_is_wrong_where() -> None:
    (violation,) = ours(EXAMPLES / "bad" / "claim.confidence-above-one.ttl")
    assert str(violation) == "it: De betrouwbaarheid van een uitspraak is een getal van 0 tot 1. (1.5)"
