"""The rules of ontology/shapes.ttl as SPARQL, so that a whole store can be checked in seconds.

A SHACL engine in Python takes minutes for a graph of 100,000 quads. Our shapes use a small part of SHACL, and each of
its constraints is one SELECT that returns what breaks it: the focus node as ?this, and the value where there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from standpunt import iri, resources
from standpunt.errors import StandpuntError

SH = iri.PREFIXES["sh"]
XSD = iri.PREFIXES["xsd"]
RDF = iri.PREFIXES["rdf"]
SUBCLASS = ox.NamedNode(iri.PREFIXES["rdfs"] + "subClassOf")
CASTS = frozenset(XSD + name for name in ("integer", "decimal", "date", "dateTime"))


class UnsupportedShape(StandpuntError):
    """A shape uses a part of SHACL that is not turned into SPARQL."""


@dataclass(frozen=True, slots=True)
class Check:
    """One rule of one shape, and the query that returns what breaks it."""

    shape: str  # local name, e.g. "ClaimShape"
    component: str  # "minCount", "class", … or "sparql"
    messages: Mapping[str, str]  # by language
    query: str


class ShapesGraph:
    """The triples of shapes.ttl, and which classes lie under which."""

    def __init__(self) -> None:
        self._store = ox.Store()
        for name in ("shapes.ttl", "standpunt.ttl", "alignments.ttl"):
            self._store.extend(ox.parse(path=resources.path("ontology", name), base_iri=f"{iri.ID}{name}"))

    def values(self, subject: ox.NamedNode | ox.BlankNode, term: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal]:
        """Return the values of a SHACL term, sorted, so that checks come in the same order every time."""
        found = self._store.quads_for_pattern(subject, ox.NamedNode(SH + term), None)
        return sorted((quad.object for quad in found), key=str)  # type: ignore[misc]

    def members(self, head: ox.NamedNode | ox.BlankNode | ox.Literal) -> Iterator[ox.NamedNode | ox.BlankNode | ox.Literal]:
        """Yield the members of a list."""
        while head != ox.NamedNode(RDF + "nil"):
            node = _resource(head)
            yield next(self._store.quads_for_pattern(node, ox.NamedNode(RDF + "first"), None)).object  # type: ignore[misc]
            head = next(self._store.quads_for_pattern(node, ox.NamedNode(RDF + "rest"), None)).object  # type: ignore[assignment]

    def classes(self, top: ox.NamedNode) -> str:
        """Return a class and all under it, as the inside of a VALUES block."""
        found = {top: None}
        for known in iter(todo := [top]):
            below = [quad.subject for quad in self._store.quads_for_pattern(None, SUBCLASS, known)]
            fresh = [child for child in below if isinstance(child, ox.NamedNode) and child not in found]
            found.update(dict.fromkeys(fresh))
            todo.extend(fresh)
        return " ".join(sorted(map(str, found)))

    def node_shapes(self) -> list[ox.NamedNode]:
        """Return the shapes that have a class as their target."""
        found = {quad.subject for quad in self._store.quads_for_pattern(None, ox.NamedNode(SH + "targetClass"), None)}
        return sorted((shape for shape in found if isinstance(shape, ox.NamedNode)), key=str)

    def terms(self, subject: ox.NamedNode | ox.BlankNode) -> list[str]:
        """Return the local names of the SHACL terms that a shape uses."""
        predicates = {quad.predicate.value for quad in self._store.quads_for_pattern(subject, None, None)}
        return sorted(predicate.removeprefix(SH) for predicate in predicates if predicate.startswith(SH))


def _resource(term: object) -> ox.NamedNode | ox.BlankNode:
    if not isinstance(term, ox.NamedNode | ox.BlankNode):
        raise UnsupportedShape(f"{term} stands where a resource is expected")
    return term


@dataclass(frozen=True, slots=True)
class Place:
    """What a constraint is about: the focus nodes, and the property whose values it limits (None: the nodes themselves)."""

    target: str  # a group pattern that binds ?this
    path: str | None

    @property
    def values(self) -> str:
        """A pattern that binds ?value."""
        return f"{self.target} ?this {self.path} ?value ." if self.path else f"{self.target} BIND(?this AS ?value)"


def _breaking(place: Place, condition: str) -> str:
    return f"SELECT DISTINCT ?this ?value WHERE {{ {place.values} FILTER({condition}) }}"


def _min_count(place: Place, limit: object, _: ShapesGraph) -> str:
    if _count(limit) != 1:
        raise UnsupportedShape(f"sh:minCount {limit}: only 1 is supported")
    return f"SELECT DISTINCT ?this WHERE {{ {place.target} FILTER NOT EXISTS {{ ?this {place.path} ?value }} }}"


def _max_count(place: Place, limit: object, _: ShapesGraph) -> str:
    return f"SELECT ?this WHERE {{ {place.values} }} GROUP BY ?this HAVING(COUNT(DISTINCT ?value) > {_count(limit)})"


def _class(place: Place, wanted: object, graph: ShapesGraph) -> str:
    assert isinstance(wanted, ox.NamedNode)  # noqa: S101  sh:class takes an IRI
    return _breaking(place, f"NOT EXISTS {{ VALUES ?class {{ {graph.classes(wanted)} }} ?value a ?class }}")


def _or(place: Place, branches: object, graph: ShapesGraph) -> str:
    classes = []
    for branch in map(_resource, graph.members(_resource(branches))):
        if graph.terms(branch) != ["class"]:
            raise UnsupportedShape(f"sh:or of sh:{', sh:'.join(graph.terms(branch))}: only sh:class is supported in its branches")
        classes += [graph.classes(wanted) for wanted in graph.values(branch, "class") if isinstance(wanted, ox.NamedNode)]
    return _breaking(place, f"NOT EXISTS {{ VALUES ?class {{ {' '.join(classes)} }} ?value a ?class }}")


def _datatype(place: Place, wanted: object, _: ShapesGraph) -> str:
    assert isinstance(wanted, ox.NamedNode)  # noqa: S101  sh:datatype takes an IRI
    malformed = f" || !COALESCE(isLiteral({wanted}(STR(?value))), false)" if wanted.value in CASTS else ""
    return _breaking(place, f"!isLiteral(?value) || DATATYPE(?value) != {wanted}{malformed}")


def _node_kind(place: Place, wanted: object, _: ShapesGraph) -> str:
    if wanted != ox.NamedNode(SH + "IRI"):
        raise UnsupportedShape(f"sh:nodeKind {wanted}: only sh:IRI is supported")
    return _breaking(place, "!isIRI(?value)")


def _pattern(place: Place, wanted: object, _: ShapesGraph) -> str:
    return _breaking(place, f"isBlank(?value) || !REGEX(STR(?value), {wanted})")


def _in(place: Place, wanted: object, graph: ShapesGraph) -> str:
    return _breaking(place, f"?value NOT IN ({', '.join(map(str, graph.members(_resource(wanted))))})")


def _has_value(place: Place, wanted: object, _: ShapesGraph) -> str:
    return f"SELECT DISTINCT ?this WHERE {{ {place.target} FILTER NOT EXISTS {{ ?this {place.path} {wanted} }} }}"


def _language_in(place: Place, wanted: object, graph: ShapesGraph) -> str:
    languages = [f"LANGMATCHES(LANG(?value), {language})" for language in graph.members(_resource(wanted))]
    return _breaking(place, f"!isLiteral(?value) || !({' || '.join(languages)})")


def _unique_lang(place: Place, _: object, __: ShapesGraph) -> str:
    return (
        f'SELECT ?this WHERE {{ {place.values} BIND(LANG(?value) AS ?language) FILTER(?language != "") }} '
        "GROUP BY ?this ?language HAVING(COUNT(DISTINCT ?value) > 1)"
    )


def _comparing(operator: str) -> Callable[[Place, object, ShapesGraph], str]:
    def compile_limit(place: Place, limit: object, _: ShapesGraph) -> str:
        return _breaking(place, f"!COALESCE(?value {operator} {limit}, false)")

    return compile_limit


def _before(operator: str) -> Callable[[Place, object, ShapesGraph], str]:
    def compile_pair(place: Place, other: object, _: ShapesGraph) -> str:
        disordered = f"FILTER(!COALESCE(?value {operator} ?other, false))"
        return f"SELECT DISTINCT ?this ?value WHERE {{ {place.values} ?this {other} ?other {disordered} }}"

    return compile_pair


def _count(limit: object) -> int:
    assert isinstance(limit, ox.Literal)  # noqa: S101  counts are literals
    return int(limit.value)


COMPONENTS: Mapping[str, Callable[[Place, object, ShapesGraph], str]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "class": _class,
    "or": _or,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "pattern": _pattern,
    "in": _in,
    "hasValue": _has_value,
    "languageIn": _language_in,
    "uniqueLang": _unique_lang,
    "minInclusive": _comparing(">="),
    "maxInclusive": _comparing("<="),
    "lessThan": _before("<"),
    "lessThanOrEquals": _before("<="),
}
NO_CONSTRAINTS = frozenset(("targetClass", "property", "sparql", "message", "path"))


@lru_cache
def checks() -> tuple[Check, ...]:
    """Return every rule of shapes.ttl as a query.

    Raises:
        UnsupportedShape: a shape uses a part of SHACL that is not turned into SPARQL.
    """
    graph = ShapesGraph()
    return tuple(check for shape in graph.node_shapes() for check in _shape_checks(shape, graph))


def _shape_checks(shape: ox.NamedNode, graph: ShapesGraph) -> Iterator[Check]:
    name = shape.value.removeprefix(iri.SP)
    classes = [graph.classes(target) for target in graph.values(shape, "targetClass") if isinstance(target, ox.NamedNode)]
    # Once each: the same person is described in the graphs of many papers.
    target = f"{{ SELECT DISTINCT ?this WHERE {{ VALUES ?target {{ {' '.join(classes)} }} ?this a ?target }} }}"
    yield from _constraint_checks(name, shape, Place(target, None), graph)
    for constraint in graph.values(shape, "property"):
        node = _resource(constraint)
        (path,) = graph.values(node, "path")
        if not isinstance(path, ox.NamedNode):
            raise UnsupportedShape(f"{name}: a path must be one property")
        yield from _constraint_checks(name, node, Place(target, str(path)), graph)
    for constraint in graph.values(shape, "sparql"):
        node = _resource(constraint)
        (select,) = graph.values(node, "select")
        assert isinstance(select, ox.Literal)  # noqa: S101  a query is a literal
        query = select.value.replace("$this", "?this").replace("WHERE {", f"WHERE {{ {target}", 1)
        yield Check(name, "sparql", _messages(node, graph), _with_prefixes(query))


def _constraint_checks(name: str, node: ox.NamedNode | ox.BlankNode, place: Place, graph: ShapesGraph) -> Iterator[Check]:
    for component in graph.terms(node):
        if component in NO_CONSTRAINTS:
            continue
        if component not in COMPONENTS:
            raise UnsupportedShape(f"{name}: sh:{component} is not supported; supported: {', '.join(COMPONENTS)}")
        for limit in graph.values(node, component):
            yield Check(name, component, _messages(node, graph), COMPONENTS[component](place, limit, graph))


def _messages(node: ox.NamedNode | ox.BlankNode, graph: ShapesGraph) -> dict[str, str]:
    return {value.language or "": value.value for value in graph.values(node, "message") if isinstance(value, ox.Literal)}


def _with_prefixes(query: str) -> str:
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in iri.PREFIXES.items()) + query
