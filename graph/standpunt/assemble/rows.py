"""What the knowledge files say of actors and rules, as triples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from standpunt import resources
from standpunt.assemble import terms
from standpunt.assemble.entities import CLASSES
from standpunt.assemble.nodes import day, dutch, english, node, rule_node, share
from standpunt.assemble.papers import CHAMBERS
from standpunt.knowledge import TABLES, Cue, Row, RuleConfidence, table
from standpunt.model import CABINET

#: Columns mean the same in every file that has them: which property they fill, and how a value is written.
COLUMNS: Mapping[str, tuple[NamedNode, Callable[[Any], NamedNode | Literal]]] = {
    "naam": (terms.FULL_NAME, dutch),
    "naam_en": (terms.FULL_NAME, english),
    "vormen": (terms.ALT_LABEL, dutch),
    "afkorting": (terms.NOTATION, Literal),
    "geldig_van": (terms.VALID_FROM, day),
    "geldig_tot": (terms.VALID_UNTIL, day),
    "voorgangers": (terms.PREDECESSOR, node),
    "kamers": (terms.CHAMBER, lambda chamber: node(CHAMBERS[chamber])),
    "onderdeel_van": (terms.SUB_ORGANISATION_OF, node),
    "tooi": (terms.SAME_AS, lambda code: NamedNode(TOOI + code)),
    "toelichting": (terms.COMMENT, dutch),
}
TOOI = "https://identifier.overheid.nl/tooi/id/ministerie/"
MINISTRY_KIND = "ministerie"


def knowledge_triples() -> Iterator[Triple]:
    """Yield what the knowledge files say of actors and rules."""
    yield from _cabinet_triples()
    for row in _rows():
        if isinstance(row, Cue):
            yield from _cue_triples(row)
        elif isinstance(row, RuleConfidence):
            yield from _confidence_triples(row)
        elif row.id.partition("/")[0] in CLASSES and not row.id.startswith("topic/"):
            yield from _entity_triples(row)


def _rows() -> Iterator[Row]:
    for name, row_type in TABLES.items():
        if (resources.path("data", "knowledge") / name).exists():
            yield from table(row_type)


@lru_cache
def known() -> frozenset[str]:
    """Return the ids of all entities and rules that the knowledge files describe; papers need not describe these."""
    rules = (f"rule/{row.id}" for row in _rows() if isinstance(row, (Cue, RuleConfidence)))
    return frozenset([CABINET, *rules, *(row.id for row in _rows() if "/" in row.id)])


def _cabinet_triples() -> Iterator[Triple]:
    it = node(CABINET)
    yield Triple(it, terms.TYPE, terms.CABINET)
    yield Triple(it, terms.LABEL, dutch("het kabinet"))
    yield Triple(it, terms.LABEL, english("the cabinet"))


def _entity_triples(row: Row) -> Iterator[Triple]:
    it = node(row.id)
    kind, _, code = row.id.partition("/")
    yield Triple(it, terms.TYPE, _class(row, kind))
    yield from _label_triples(it, row, code)
    for column, (predicate, value) in COLUMNS.items():
        yield from (Triple(it, predicate, value(cell)) for cell in _cells(row, column))
    if kind == "country":
        yield Triple(it, terms.NOTATION, Literal(code))


def _class(row: Row, kind: str) -> NamedNode:
    return terms.MINISTRY if getattr(row, "soort", None) == MINISTRY_KIND else CLASSES[kind]


def _label_triples(it: NamedNode, row: Row, short: str) -> Iterator[Triple]:
    """Yield the name by which the House knows an actor: NAVO rather than Noord-Atlantische Verdragsorganisatie, where that is its id."""
    if short in (*_cells(row, "afkorting"), *_cells(row, "vormen")):
        yield Triple(it, terms.LABEL, dutch(short))
        return
    yield from (Triple(it, terms.LABEL, dutch(name)) for name in _cells(row, "naam"))
    yield from (Triple(it, terms.LABEL, english(name)) for name in _cells(row, "naam_en"))


def _cells(row: Row, column: str) -> tuple[Any, ...]:
    cell = getattr(row, column, None)
    if cell is None:
        return ()
    return cell if isinstance(cell, tuple) else (cell,)


def _cue_triples(cue: Cue) -> Iterator[Triple]:
    it = rule_node(cue.id)
    yield Triple(it, terms.TYPE, terms.RULE)
    yield Triple(it, terms.LABEL, dutch(cue.id))
    if cue.relatie != "opinion":  # what an opinion holds, its clause says
        yield Triple(it, terms.RELATION, terms.EDGES[cue.relatie])
    yield from (Triple(it, terms.PATTERN, Literal(pattern)) for pattern in cue.patronen)
    yield Triple(it, terms.EXAMPLE, dutch(cue.vuurt))


def _confidence_triples(row: RuleConfidence) -> Iterator[Triple]:
    it = rule_node(row.id)
    yield Triple(it, terms.TYPE, terms.RULE)
    yield Triple(it, terms.LABEL, dutch(row.id))
    if row.ondergrens is not None:
        yield Triple(it, terms.CONFIDENCE, share(row.ondergrens))
