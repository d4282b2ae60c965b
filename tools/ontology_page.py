"""Writes ontology/index.html, the page that documents the vocabulary, from the ontology, the alignments and the shapes.

python tools/ontology_page.py
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Term:
    """One class, property, scheme or concept, as the page shows it."""

    name: str
    iri: str
    label: Texts
    definition: Texts
    example: str | None
    above: tuple[str, ...]  # names of our own terms that it specialises
    below: tuple[str, ...]
    elsewhere: tuple[str, ...]  # terms of others that it specialises, as schema:Event
    subjects: tuple[str, ...]  # a property's domain; for a class, the properties that lead from it
    objects: tuple[str, ...]  # a property's range; for a class, the properties that lead to it
    rules: tuple[Texts, ...]  # what must hold, from the shapes


def page() -> str:
    """Return the page."""
    graph = rdflib.Graph()
    for name in ("standpunt.ttl", "alignments.ttl", "shapes.ttl"):
        graph.parse(ONTOLOGY / name)
    header = rdflib.URIRef(str(SP).rstrip("#"))
    classes = _terms(graph, OWL.Class)
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
        version=graph.value(header, OWL.versionInfo),
        issued=graph.value(header, DCTERMS.issued),
        sections=[
            ("classes", {"nl": "Klassen", "en": "Classes"}, classes),
            ("edges", {"nl": "Korte verbanden", "en": "Short edges"}, edges),
            ("properties", {"nl": "Eigenschappen", "en": "Properties"}, sorted((t for t in properties if t not in edges), key=_by_name)),
        ],
        schemes=[(scheme, _members(graph, scheme)) for scheme in _terms(graph, SKOS.ConceptScheme)],
    )


def _terms(graph: rdflib.Graph, kind: Node) -> list[Term]:
    found = [term for term in graph.subjects(RDF.type, kind) if str(term).startswith(SP)]
    return sorted((_term(graph, term) for term in found), key=_by_name)


def _members(graph: rdflib.Graph, scheme: Term) -> list[Term]:
    return [_term(graph, concept) for concept in graph.subjects(SKOS.inScheme, rdflib.URIRef(scheme.iri))]


def _term(graph: rdflib.Graph, term: Node) -> Term:
    parents = [*graph.objects(term, RDFS.subClassOf), *graph.objects(term, RDFS.subPropertyOf)]
    children = [*graph.subjects(RDFS.subClassOf, term), *graph.subjects(RDFS.subPropertyOf, term)]
    is_class = (term, RDF.type, OWL.Class) in graph
    subjects = (
        graph.subjects(RDFS.domain | SCHEMA.domainIncludes, term) if is_class else graph.objects(term, RDFS.domain | SCHEMA.domainIncludes)
    )
    objects = graph.subjects(RDFS.range, term) if is_class else graph.objects(term, RDFS.range)
    return Term(
        name=str(term).removeprefix(SP),
        iri=str(term),
        label=_texts(graph, term, RDFS.label),
        definition=_texts(graph, term, SKOS.definition),
        example=str(example) if (example := graph.value(term, SKOS.example)) else None,
        above=_names(parent for parent in parents if str(parent).startswith(SP)),
        below=_names(children),
        elsewhere=tuple(sorted(graph.qname(str(parent)) for parent in parents if not str(parent).startswith(SP))),
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
    return tuple(sorted({str(term).removeprefix(SP) for term in terms if str(term).startswith(SP)}, key=str.lower))


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
