"""JSON-LD that reads like JSON: short names, our ids as the Python API writes them, plain dates and labels.

Named graphs stay apart. The file is written as the quads come from the store, a thing a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final, TypeAlias

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from standpunt import iri, resources
from standpunt.export.files import whole
from standpunt.export.rdf import quads
from standpunt.graph import Graph

Json: TypeAlias = dict[str, Any]

_RDF, _RDFS, _XSD, _OWL = (iri.PREFIXES[name] for name in ("rdf", "rdfs", "xsd", "owl"))
_TYPE: Final = NamedNode(_RDF + "type")
_RANGES: Final = (_RDFS + "range", iri.PREFIXES["schema"] + "rangeIncludes")
_STRING: Final = _XSD + "string"
_NODE: Final = "@id"
_DUTCH: Final = "@nl"
#: Short names for terms that are not ours: the property, and what its values are: things (`@id`), Dutch (`@nl`), a datatype, or anything.
_BORROWED: Final[Mapping[str, tuple[str, str | None]]] = {
    "label": ("rdfs:label", _DUTCH),
    "comment": ("rdfs:comment", _DUTCH),
    "name": ("foaf:name", _DUTCH),
    "identifier": ("dcterms:identifier", None),
    "title": ("dcterms:title", _DUTCH),
    "description": ("dcterms:description", _DUTCH),
    "issued": ("dcterms:issued", "xsd:date"),
    "source": ("dcterms:source", _NODE),
    "format": ("dcterms:format", None),
    "creator": ("dcterms:creator", _NODE),
    "partOf": ("dcterms:isPartOf", _NODE),
    "references": ("dcterms:references", _NODE),
    "referencedBy": ("dcterms:isReferencedBy", _NODE),
    "mentions": ("schema:mentions", _NODE),
    "sameAs": ("schema:sameAs", _NODE),
    "subject": ("schema:about", _NODE),
    "location": ("schema:location", None),
    "startDate": ("schema:startDate", "xsd:date"),
    "endDate": ("schema:endDate", "xsd:date"),
    "foundingDate": ("schema:foundingDate", "xsd:date"),
    "dissolutionDate": ("schema:dissolutionDate", "xsd:date"),
    "sha256": ("schema:sha256", None),
    "memberOf": ("org:memberOf", _NODE),
    "member": ("org:member", _NODE),
    "organization": ("org:organization", _NODE),
    "subOrganizationOf": ("org:subOrganizationOf", _NODE),
    "exact": ("oa:exact", None),
    "start": ("oa:start", None),
    "end": ("oa:end", None),
    "derivedFrom": ("prov:wasDerivedFrom", _NODE),
    "revisionOf": ("prov:wasRevisionOf", _NODE),
    "used": ("prov:used", _NODE),
    "attributedTo": ("prov:wasAttributedTo", _NODE),
    "generatedAt": ("prov:generatedAtTime", "xsd:dateTime"),
    "startedAt": ("prov:startedAtTime", "xsd:dateTime"),
    "endedAt": ("prov:endedAtTime", "xsd:dateTime"),
    "prefLabel": ("skos:prefLabel", _DUTCH),
    "altLabel": ("skos:altLabel", _DUTCH),
    "hiddenLabel": ("skos:hiddenLabel", _DUTCH),
    "definition": ("skos:definition", _DUTCH),
    "example": ("skos:example", _DUTCH),
    "notation": ("skos:notation", None),
    "broader": ("skos:broader", _NODE),
    "inScheme": ("skos:inScheme", _NODE),
}
# What stands behind our own namespace and means the same when a reader resolves it against @base.
_RELATIVE: Final = re.compile(r"[\w%~-][\w%~.-]*(?:/[\w%~-][\w%~.-]*)*", re.ASCII)
_LOCAL: Final = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_CANONICAL_INTEGER: Final = re.compile(r"0|-?[1-9]\d{0,14}", re.ASCII)


def write(graph: Graph, path: Path, evidence: bool) -> None:
    """Write a graph as JSON-LD."""
    with whole(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {json.dumps(context(), ensure_ascii=False, indent=1)},\n"@graph": [')
        file.writelines(graphs(quads(graph, evidence)))
        file.write("\n]}\n")


@lru_cache
def context() -> Json:
    """Return the context: `@base` for our things, `@vocab` for our terms, short names for those of others."""
    ours = {iri.ID + name for name in ("", "faction/", "country/", "topic/", "actor/", "person/", "rule/")}
    prefixes = {name: namespace for name, namespace in iri.PREFIXES.items() if namespace not in ours}
    borrowed = {name: {"@id": term, **_values(kind)} for name, (term, kind) in _BORROWED.items()}
    own = {name: {"@id": f"sp:{name}", **_values(kind)} for name, kind in _own().items()}
    return {"@version": 1.1, "@base": iri.ID, "@vocab": iri.SP, **prefixes, "id": "@id", "type": "@type", **borrowed, **own}


def _values(kind: str | None) -> Json:
    if kind is None:
        return {}
    return {"@language": "nl"} if kind == _DUTCH else {"@type": kind}


def _own() -> dict[str, str | None]:
    """Return our properties with what their values are, as the ontology says it."""
    ontology = list(ox.parse(path=resources.path("ontology", "standpunt.ttl"), format=ox.RdfFormat.TURTLE))
    ranges = {quad.subject: quad.object for quad in ontology if quad.predicate.value in _RANGES}
    kinds: dict[str, str | None] = {}
    for quad in ontology:
        if quad.predicate != _TYPE or not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode):
            continue
        name = quad.subject.value.removeprefix(iri.SP)
        if quad.object.value == _OWL + "ObjectProperty" and name != quad.subject.value:
            kinds[name] = _NODE
        elif quad.object.value == _OWL + "DatatypeProperty" and name != quad.subject.value:
            kinds[name] = _literals(ranges.get(quad.subject))
    return dict(sorted(kinds.items()))


def _literals(datatype: object) -> str | None:
    """Return how literals of a datatype are told; strings, whole numbers and truth values tell it themselves."""
    name = datatype.value if isinstance(datatype, NamedNode) else ""
    if name == _RDF + "langString":
        return _DUTCH
    plain = {_STRING, _XSD + "integer", _XSD + "boolean"}
    return f"xsd:{name.removeprefix(_XSD)}" if name.startswith(_XSD) and name not in plain else None


def graphs(found: Iterable[Quad]) -> Iterator[str]:
    """Yield the text of each named graph. A graph or a thing whose quads don't come together is written again: that adds up."""
    comma = ""
    for name, of_graph in groupby(found, key=lambda quad: quad.graph_name):
        yield f'{comma}\n{{"id": {json.dumps(_thing(name))}, "@graph": ['
        comma = ""
        for subject, of_thing in groupby(of_graph, key=lambda quad: quad.subject):
            yield f"{comma}\n {json.dumps(_node(subject, of_thing), ensure_ascii=False)}"
            comma = ","
        yield "\n]}"
        comma = ","


def _node(subject: object, found: Iterable[Quad]) -> Json:
    """Return a thing with its properties; one value stands alone, several in a list."""
    classes: list[str] = []
    values: dict[str, list[Any]] = {}
    for quad in found:
        if quad.predicate == _TYPE:
            classes.append(_class(quad.object))
        else:
            name, kind = _property(quad.predicate.value)
            values.setdefault(name, []).append(_value(quad.object, kind))
    node: Json = {"id": _thing(subject)}
    if classes:
        node["type"] = classes if len(classes) > 1 else classes[0]
    return node | {name: several if len(several) > 1 else several[0] for name, several in sorted(values.items(), key=_place)}


@lru_cache
def _places() -> dict[str, int]:
    return {name: place for place, name in enumerate(context())}


def _place(named: tuple[str, object]) -> tuple[int, str]:
    """Return where a property stands in a thing: as in the context, so what it is called comes first."""
    return _places().get(named[0], len(_places())), named[0]


@lru_cache(maxsize=1024)
def _property(address: str) -> tuple[str, str | None]:
    """Return a property's name in the context and what its values are; of one that has no name, its prefixed form."""
    for name, (term, kind) in _BORROWED.items():
        prefix, _, local = term.partition(":")
        if address == iri.PREFIXES[prefix] + local:
            return name, kind
    local = address.removeprefix(iri.SP)
    return (local, _own_kinds()[local]) if local in _own_kinds() else (_prefixed(address), None)


@lru_cache
def _own_kinds() -> dict[str, str | None]:
    return _own()


def _value(term: object, kind: str | None) -> Any:
    if not isinstance(term, Literal):
        return _thing(term) if kind == _NODE else {"id": _thing(term)}
    if term.language:
        return term.value if kind == _DUTCH and term.language == "nl" else {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == _STRING:
        return term.value if kind is None else {"@value": term.value}
    if kind is None and datatype == _XSD + "integer" and _CANONICAL_INTEGER.fullmatch(term.value):
        return int(term.value)
    if kind is None and datatype == _XSD + "boolean" and term.value in ("true", "false"):
        return term.value == "true"
    told = _prefixed(datatype)
    return term.value if kind == told else {"@value": term.value, "@type": told}


def _thing(node: object) -> str:
    """Return how a thing is written: ours relative to `@base`, terms with their prefix, else whole."""
    if isinstance(node, BlankNode):
        return f"_:{node.value}"
    address = str(getattr(node, "value", node))
    local = address.removeprefix(iri.ID)
    return local if local != address and _RELATIVE.fullmatch(local) else _prefixed(address)


def _class(node: object) -> str:
    address = str(getattr(node, "value", node))
    local = address.removeprefix(iri.SP)
    return local if local != address and _LOCAL.fullmatch(local) else _prefixed(address)


def _prefixed(address: str) -> str:
    for name, namespace in iri.PREFIXES.items():
        local = address.removeprefix(namespace)
        if name in context() and local != address and _LOCAL.fullmatch(local):
            return f"{name}:{local}"
    return address
