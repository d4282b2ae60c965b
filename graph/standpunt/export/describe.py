"""What a data set holds, in the words of VoID and DCAT: for a catalogue, and for who meets the file years later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from standpunt import iri
from standpunt.export.files import whole
from standpunt.graph import Graph
from standpunt.store import Term, select

TITLE_NL: Final = "Standpunt: wie wat vraagt, belooft en vindt in Nederlandse parlementaire stukken"
TITLE_EN: Final = "Standpunt: who asks, promises and holds what in Dutch parliamentary papers"
DESCRIPTION_NL: Final = (
    "Vragen, antwoorden, uitspraken, toezeggingen en standpunten, door een programma met regels gelezen uit Kamerstukken."
)
DESCRIPTION_EN: Final = "Questions, answers, claims, commitments and positions, read from parliamentary papers by a program with rules."

_DATASET: Final = iri.resource("dataset")
_MEDIA: Final = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
_THINGS: Final = "SELECT (COUNT(DISTINCT ?thing) AS ?number) { ?thing ?property ?value }"
_CLASSES: Final = "SELECT ?class (COUNT(DISTINCT ?thing) AS ?number) { ?thing a ?class } GROUP BY ?class ORDER BY ?class"
# Put into order here: Oxigraph would sort all triples before it looks for what differs.
_PROPERTIES: Final = "SELECT DISTINCT ?property { ?thing ?property ?value }"
# Two graphs may hold the same triple; the union of them holds it once. One property at a time, since to tell triples apart they are
# all kept in memory; and by its name in the pattern itself, since Oxigraph would join VALUES with all triples.
_TRIPLES: Final = "SELECT (COUNT(*) AS ?number) {{ SELECT DISTINCT ?thing ?value {{ ?thing {property} ?value }} }}"
_PERIOD: Final = "SELECT (MIN(?date) AS ?first) (MAX(?date) AS ?last) { ?paper a sp:Paper ; dcterms:issued ?date }"
_MODIFIED: Final = "SELECT (MAX(?when) AS ?modified) { ?run a sp:Run ; prov:endedAtTime ?when }"


def write(graph: Graph, path: Path, evidence: bool) -> None:
    """Write the description as Turtle. It tells of the graph itself, which has the evidence."""
    with whole(path) as part:
        write_with(graph, part, {})


def write_with(graph: Graph, path: Path, files: Mapping[str, str]) -> None:
    """Write the description, with the files that lie beside it and what each holds."""
    ox.serialize((quad.triple for quad in _described(graph, files)), str(path), RdfFormat.TURTLE, prefixes=iri.PREFIXES)


def _described(graph: Graph, files: Mapping[str, str]) -> Iterator[Quad]:
    for kind in ("dcat:Dataset", "void:Dataset"):
        yield _quad(_DATASET, "rdf:type", _term(kind))
    for prop, dutch, english in (("title", TITLE_NL, TITLE_EN), ("description", DESCRIPTION_NL, DESCRIPTION_EN)):
        yield _quad(_DATASET, f"dcterms:{prop}", Literal(dutch, language="nl"))
        yield _quad(_DATASET, f"dcterms:{prop}", Literal(english, language="en"))
    yield _quad(_DATASET, "void:uriSpace", Literal(iri.ID))
    for name in ("sp", "skos", "prov", "dcterms", "foaf", "org", "schema", "oa"):
        yield _quad(_DATASET, "void:vocabulary", NamedNode(iri.PREFIXES[name]))
    yield from _counted(graph)
    yield from _period(graph)
    for name, what in files.items():
        yield from _distribution(name, what)


def _counted(graph: Graph) -> Iterator[Quad]:
    ((things,),) = _rows(graph, _THINGS)
    classes = [(member, number) for member, number in _rows(graph, _CLASSES) if member is not None and number is not None]
    names = sorted((member for (member,) in _rows(graph, _PROPERTIES) if member is not None), key=str)
    properties = [(member, _triples(graph, member)) for member in names]
    yield _quad(_DATASET, "void:triples", _number(sum(int(number.value) for _, number in properties)))
    yield from _known(_DATASET, "void:distinctSubjects", things)
    yield _quad(_DATASET, "void:properties", _number(len(properties)))
    for name, members, counted in (("class", classes, "entities"), ("property", properties, "triples")):
        for member, number in members:
            part = f"{_DATASET}/{name}/{iri.content_hash(str(member))}"
            yield _quad(_DATASET, f"void:{name}Partition", NamedNode(part))
            yield _quad(part, f"void:{name}", member)
            yield _quad(part, f"void:{counted}", number)


def _triples(graph: Graph, member: Term) -> Literal:
    """Return how many triples of the union have a property."""
    ((number,),) = _rows(graph, _TRIPLES.format(property=member))
    return number if isinstance(number, Literal) else _number(0)


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(iri.PREFIXES["xsd"] + "integer"))


def _period(graph: Graph) -> Iterator[Quad]:
    ((first, last),) = _rows(graph, _PERIOD)
    if first is not None:
        period = f"{_DATASET}/period"
        yield _quad(_DATASET, "dcterms:temporal", NamedNode(period))
        yield _quad(period, "rdf:type", _term("dcterms:PeriodOfTime"))
        yield from _known(period, "dcat:startDate", first)
        yield from _known(period, "dcat:endDate", last)
    ((modified,),) = _rows(graph, _MODIFIED)
    yield from _known(_DATASET, "dcterms:modified", modified)


def _distribution(name: str, what: str) -> Iterator[Quad]:
    node = f"{_DATASET}/{name}"
    yield _quad(_DATASET, "dcat:distribution", NamedNode(node))
    yield _quad(node, "rdf:type", _term("dcat:Distribution"))
    yield _quad(node, "dcterms:title", Literal(name))
    yield _quad(node, "dcterms:description", Literal(what, language="en"))
    yield _quad(node, "dcat:mediaType", NamedNode(f"https://www.iana.org/assignments/media-types/{_MEDIA[name.rpartition('.')[2]]}"))


def _known(subject: str, prop: str, value: Term | None) -> Iterator[Quad]:
    if value is not None:
        yield _quad(subject, prop, value)


def _quad(subject: str, prop: str, value: Term) -> Quad:
    return Quad(NamedNode(subject), _term(prop), value)


def _term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(iri.PREFIXES[prefix] + local)


def _rows(graph: Graph, text: str) -> list[tuple[Term | None, ...]]:
    return list(select(graph.store, text).rows)
