"""Writes ontology/index.html, the page that documents the vocabulary, from the ontology, the alignments and the shapes.

python tools/ontology_page.py
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import jinja2
import rdflib
from markupsafe import Markup, escape
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.term import Node

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
PAGE = ONTOLOGY / "index.html"
TEMPLATE = Path(__file__).with_suffix(".html.j2")

SP = rdflib.Namespace("https://w3id.org/standpunt/ontology#")
SCHEMA = rdflib.Namespace("https://schema.org/")
SHACL = rdflib.Namespace("http://www.w3.org/ns/shacl#")

Texts = Mapping[str, str]  # by language

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.ConceptScheme, SKOS.Concept)
#: What the vocabularies of others are called, in the order in which the page tells of them.
VOCABULARIES: Mapping[str, Texts] = {
    "dcterms": {"nl": "DCMI Metadata Terms", "en": "DCMI Metadata Terms"},
    "foaf": {"nl": "FOAF: personen en andere actoren", "en": "FOAF: persons and other agents"},
    "oa": {"nl": "Web Annotation: plaatsen in een tekst", "en": "Web Annotation: places in a text"},
    "opengov": {"nl": "Popolo: open gegevens over overheden", "en": "Popolo: open government data"},
    "org": {"nl": "ORG: organisaties", "en": "ORG: organisations"},
    "overheidop": {"nl": "Metadata van de officiële publicaties", "en": "Metadata of the Dutch official publications"},
    "prov": {"nl": "PROV-O: herkomst", "en": "PROV-O: provenance"},
    "schema": {"nl": "schema.org", "en": "schema.org"},
    "skos": {"nl": "SKOS: begrippen en hun samenhang", "en": "SKOS: concepts and how they hang together"},
    "tooi": {"nl": "TOOI: de Nederlandse overheid", "en": "TOOI: Dutch government"},
}


@dataclass(frozen=True, slots=True)
class Known:
    """A term of others: schema:Event, and where it is defined."""

    name: str
    iri: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A vocabulary of others: its terms that we use or specialise, and our own terms below them."""

    prefix: str
    namespace: str
    title: Texts
    terms: tuple[Known, ...]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One class, property, scheme or concept, as the page shows it."""

    name: str
    iri: str
    kind: str  # what OWL or SKOS calls it: owl:ObjectProperty
    label: Texts
    definition: Texts
    example: str | None
    above: tuple[str, ...]  # names of our own terms that it specialises
    below: tuple[str, ...]
    elsewhere: tuple[Known, ...]  # terms of others that it specialises
    apart: tuple[str, ...]  # classes that share no member with it
    subjects: tuple[str, ...]  # a property's domain; for a class, the properties that lead from it
    objects: tuple[str, ...]  # a property's range; for a class, the properties that lead to it
    rules: tuple[Texts, ...]  # what must hold, from the shapes
    depth: int = 0  # how many of our own classes stand above it


def page() -> str:
    """Return the page."""
    graph = rdflib.Graph()
    for name in ("standpunt.ttl", "alignments.ttl", "shapes.ttl"):
        graph.parse(ONTOLOGY / name)
    header = rdflib.URIRef(str(SP).rstrip("#"))
    classes = _below(_terms(graph, OWL.Class))
    properties = [*_terms(graph, OWL.ObjectProperty), *_terms(graph, OWL.DatatypeProperty)]
    edges = [term for term in properties if term.name == "edge" or "edge" in term.above]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATE.parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["turtle"] = _highlighted
    return environment.get_template(TEMPLATE.name).render(
        title=_texts(graph, header, DCTERMS.title),
        description=_texts(graph, header, DCTERMS.description),
        iri=str(header),
        version=graph.value(header, OWL.versionInfo),
        version_iri=graph.value(header, OWL.versionIRI),
        modified=graph.value(header, DCTERMS.modified),
        sections=[
            ("classes", {"nl": "Klassen", "en": "Classes"}, classes),
            ("edges", {"nl": "Korte verbanden", "en": "Short edges"}, edges),
            ("properties", {"nl": "Eigenschappen", "en": "Properties"}, sorted((t for t in properties if t not in edges), key=_by_name)),
        ],
        schemes=[(scheme, _members(graph, scheme)) for scheme in _terms(graph, SKOS.ConceptScheme)],
        vocabularies=[_vocabulary(graph, prefix, title) for prefix, title in VOCABULARIES.items()],
    )


def _terms(graph: rdflib.Graph, kind: Node) -> list[Term]:
    found = [term for term in graph.subjects(RDF.type, kind) if str(term).startswith(SP)]
    return sorted((_term(graph, term) for term in found), key=_by_name)


def _below(terms: Iterable[Term], above: str | None = None, depth: int = 0) -> list[Term]:
    """Return terms as a tree is read: each followed by those below it."""
    terms = list(terms)
    found = []
    for term in terms:
        if above in term.above if above else not term.above:
            found += [replace(term, depth=depth), *_below(terms, term.name, depth + 1)]
    return found


def _vocabulary(graph: rdflib.Graph, prefix: str, title: Texts) -> Vocabulary:
    namespace = dict(graph.namespaces())[prefix]
    terms = {term for term in graph.subjects(RDF.type) if str(term).startswith(namespace)}
    below = _names(child for term in terms for child in graph.subjects(RDFS.subClassOf | RDFS.subPropertyOf, term))
    return Vocabulary(prefix, str(namespace), title, _all_known(graph, terms), below)


def _all_known(graph: rdflib.Graph, terms: Iterable[Node]) -> tuple[Known, ...]:
    return tuple(sorted((Known(graph.qname(str(term)), str(term)) for term in terms), key=lambda known: known.name))


def _members(graph: rdflib.Graph, scheme: Term) -> list[Term]:
    return [_term(graph, concept) for concept in graph.subjects(SKOS.inScheme, rdflib.URIRef(scheme.iri))]


def _term(graph: rdflib.Graph, term: Node) -> Term:
    parents = [*graph.objects(term, RDFS.subClassOf), *graph.objects(term, RDFS.subPropertyOf)]
    children = [*graph.subjects(RDFS.subClassOf, term), *graph.subjects(RDFS.subPropertyOf, term)]
    is_class = (term, RDF.type, OWL.Class) in graph
    subjects = (
        graph.subjects(RDFS.domain | SCHEMA.domainIncludes, term) if is_class else graph.objects(term, RDFS.domain | SCHEMA.domainIncludes)
    )
    objects = graph.subjects(RDFS.range, term) if is_class else graph.objects(term, RDFS.range | SCHEMA.rangeIncludes)
    return Term(
        name=str(term).removeprefix(SP),
        iri=str(term),
        kind=next(graph.qname(str(kind)) for kind in KINDS if (term, RDF.type, kind) in graph),
        label=_texts(graph, term, RDFS.label),
        definition=_texts(graph, term, SKOS.definition),
        example=str(example) if (example := graph.value(term, SKOS.example)) else None,
        above=_names(parent for parent in parents if str(parent).startswith(SP)),
        below=_names(children),
        elsewhere=_all_known(graph, (parent for parent in parents if not str(parent).startswith(SP))),
        apart=_names([*graph.objects(term, OWL.disjointWith), *graph.subjects(OWL.disjointWith, term)]),
        subjects=_names(subjects),
        objects=_names(objects) if is_class else tuple(_name(graph, kind) for kind in objects),
        rules=_rules(graph, term),
    )


def _rules(graph: rdflib.Graph, term: Node) -> tuple[Texts, ...]:
    shapes = graph.subjects(SHACL.targetClass, term)
    constraints = (constraint for shape in shapes for constraint in graph.objects(shape, SHACL.property | SHACL.sparql))
    return tuple(sorted((_texts(graph, constraint, SHACL.message) for constraint in constraints), key=lambda texts: texts["nl"]))


def _texts(graph: rdflib.Graph, subject: Node, predicate: Node) -> dict[str, str]:
    return {text.language: str(text) for text in graph.objects(subject, predicate) if isinstance(text, rdflib.Literal) and text.language}


def _names(terms: Iterable[Node]) -> tuple[str, ...]:
    return tuple(sorted({str(term).removeprefix(SP) for term in terms if str(term).startswith(SP)}, key=lambda name: (name.lower(), name)))


def _name(graph: rdflib.Graph, term: Node) -> str:
    return str(term).removeprefix(SP) if str(term).startswith(SP) else graph.qname(str(term))


def _by_name(term: Term) -> str:
    return term.name.lower()


# A full IRI, a string with its language, a variable, a prefixed name: enough to colour an example by.
TOKEN = re.compile(r'(?P<iri><[^>]*>)|(?P<text>"[^"]*"(?:@\w+|\^\^\w+:\w+)?)|(?P<variable>\?\w+)|(?P<ours>\bsp:\w+)|(?P<name>\b\w+:[\w-]+)')


def _highlighted(example: str) -> Markup:
    """Return an example of Turtle with its tokens marked, and our own terms linked."""
    parts, at = [], 0
    for token in TOKEN.finditer(example):
        parts.append(escape(example[at : token.start()]))
        word = escape(token[0])
        linked = Markup('<a href="#{}">{}</a>').format(token[0].removeprefix("sp:"), word) if token["ours"] else word
        parts.append(Markup('<span class="{}">{}</span>').format(token.lastgroup, linked))
        at = token.end()
    return Markup("").join([*parts, escape(example[at:])])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
