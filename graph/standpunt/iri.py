"""Namespaces, and the way an id becomes an IRI: same input, same IRI. No other module spells a namespace."""

from __future__ import annotations

import hashlib
from typing import Final
from urllib.parse import quote, unquote

SP: Final = "https://w3id.org/standpunt/ontology#"
ID: Final = "https://w3id.org/standpunt/id/"

#: Prefixes for queries, Turtle and JSON-LD; the order is the order in which they are written.
PREFIXES: Final = {
    "sp": SP,
    "id": ID,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "faction": ID + "faction/",
    "country": ID + "country/",
    "topic": ID + "topic/",
    "actor": ID + "actor/",
    "person": ID + "person/",
    "rule": ID + "rule/",
}

KNOWLEDGE_GRAPH: Final = ID + "knowledge"
ONTOLOGY_GRAPH: Final = ID + "ontology"
POSITIONS_GRAPH: Final = ID + "positions"
MOTIONS_GRAPH: Final = ID + "motions"
MEETINGS_GRAPH: Final = ID + "meetings"
FULFILMENTS_GRAPH: Final = ID + "fulfilments"
MEMBERS_GRAPH: Final = ID + "members"
REVIEWS_GRAPH: Final = ID + "reviews"

#: Ids of graphs of our own, which no paper may bear: a paper's graph has the paper's id.
RESERVED: Final = frozenset(
    graph.removeprefix(ID)
    for graph in (
        *(KNOWLEDGE_GRAPH, ONTOLOGY_GRAPH, POSITIONS_GRAPH, MOTIONS_GRAPH, MEETINGS_GRAPH),
        *(FULFILMENTS_GRAPH, MEMBERS_GRAPH, REVIEWS_GRAPH),
    )
)


def history_graph(paper: str) -> str:
    """Return the graph that tells which text of a paper replaced which."""
    return resource(f"history/{paper}")


def resource(ident: str) -> str:
    """Return the IRI of an id such as `faction/VVD`, `country/UA` or `kst-28676-384/answer/12`.

    >>> resource("person/Çavuşoğlu")
    'https://w3id.org/standpunt/id/person/%C3%87avu%C5%9Fo%C4%9Flu'
    """
    return ID + quote(ident, safe="/-._~")


def ident(iri: str) -> str:
    """Return the id behind one of our IRIs; the inverse of `resource`.

    Raises:
        ValueError: the IRI is not ours.
    """
    if not iri.startswith(ID):
        raise ValueError(f"{iri!r} is no resource of ours; ours begin with {ID}")
    return unquote(iri[len(ID) :])


def named(text: str) -> str:
    """Return the id that somebody writes as such, or as the whole IRI.

    >>> named("person/Çavuşoğlu"), named("https://w3id.org/standpunt/id/person/%C3%87avu%C5%9Fo%C4%9Flu")
    ('person/Çavuşoğlu', 'person/Çavuşoğlu')
    """
    return ident(text) if text.startswith(ID) else text


def short(address: str) -> str:
    """Return an IRI as people write it: `faction/VVD`, `sp:Claim`, else as it is."""
    if address.startswith(ID):
        return ident(address)
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace):
            return f"{prefix}:{address[len(namespace) :]}"
    return address


def term(name: str) -> str:
    """Return the IRI of a term of our ontology, e.g. `term("asksAbout")`."""
    return SP + name


def content_hash(*parts: str) -> str:
    """Return twelve hexadecimal digits that depend on the parts alone; used for ids of claims and sentences."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
