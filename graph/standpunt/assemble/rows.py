"""What the knowledge files say of actors, instruments and rules, as triples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Triple

from standpunt.assemble import terms
from standpunt.assemble.nodes import day, dutch, english, node, rule_node, share
from standpunt.knowledge import AnswerCue, Country, Cue, Faction, Instrument, Organisation, Person, RuleConfidence, Topic, table
from standpunt.model import CABINET, HOUSES, Relation

Entity = Faction | Country | Organisation | Person | Instrument
CLASSES: Final[Mapping[type[Entity], NamedNode]] = {
    Faction: terms.FACTION,
    Country: terms.COUNTRY,
    Organisation: terms.ORGANISATION,
    Person: terms.PERSON,
    Instrument: terms.INSTRUMENT,
}
MINISTRY_KIND = "ministerie"
TOOI = "https://identifier.overheid.nl/tooi/id/ministerie/"

#: Columns mean the same in every file that has them: which property they fill, and how a value is written.
COLUMNS: Final[Mapping[str, tuple[NamedNode, Callable[[Any], NamedNode | Literal]]]] = {
    "naam": (terms.FULL_NAME, dutch),
    "naam_en": (terms.FULL_NAME, english),
    "vormen": (terms.ALT_LABEL, dutch),
    "afkorting": (terms.NOTATION, Literal),
    "geldig_van": (terms.FOUNDED, day),
    "geldig_tot": (terms.DISSOLVED, day),
    "voorgangers": (terms.PREDECESSOR, node),
    "kamers": (terms.CHAMBER, lambda chamber: node(HOUSES[chamber])),
    "functie": (terms.DESCRIPTION, dutch),
    "onderdeel_van": (terms.SUB_ORGANISATION_OF, node),
    "tooi": (terms.SAME_AS, lambda code: NamedNode(TOOI + code)),
    "toelichting": (terms.COMMENT, dutch),
}


def knowledge_triples() -> Iterator[Triple]:
    """Yield what the knowledge files say of actors, instruments and rules."""
    yield from _cabinet_triples()
    for row in _entities():
        yield from _entity_triples(row)
    for cue in table(Cue):
        yield from _cue_triples(cue)
    for refusal in _refusals():
        yield from _rule_triples(refusal.rule, "declines_to_answer", refusal.patronen, refusal.vuurt)
    for measured in table(RuleConfidence):
        yield from _confidence_triples(measured)


def _entities() -> Iterator[Entity]:
    yield from (*table(Faction), *table(Country), *table(Organisation), *table(Person), *table(Instrument))


@lru_cache
def known() -> frozenset[str]:
    """Return the ids of all that the knowledge files describe; papers need not describe these."""
    rules = {*(row.id for row in (*table(Cue), *table(RuleConfidence))), *(row.rule for row in _refusals())}
    return frozenset([CABINET, *(f"rule/{rule}" for rule in rules), *(row.id for row in _entities()), *(row.id for row in table(Topic))])


def _cabinet_triples() -> Iterator[Triple]:
    it = node(CABINET)
    yield Triple(it, terms.TYPE, terms.CABINET)
    yield Triple(it, terms.LABEL, dutch("het kabinet"))
    yield Triple(it, terms.LABEL, english("the cabinet"))


def _entity_triples(row: Entity) -> Iterator[Triple]:
    it = node(row.id)
    is_ministry = isinstance(row, Organisation) and row.soort == MINISTRY_KIND
    yield Triple(it, terms.TYPE, terms.MINISTRY if is_ministry else CLASSES[type(row)])
    yield from _label_triples(it, row)
    for column, (predicate, value) in COLUMNS.items():
        yield from (Triple(it, predicate, value(cell)) for cell in _cells(row, column))
    if isinstance(row, Country):
        yield Triple(it, terms.NOTATION, Literal(row.id.removeprefix("country/")))


def _label_triples(it: NamedNode, row: Entity) -> Iterator[Triple]:
    """Yield the name by which the House knows an entity: VVD and NAVO, where that is its id, rather than what the letters stand for."""
    short = row.id.partition("/")[2]
    if isinstance(row, Faction | Organisation) and short in (*row.vormen, *_cells(row, "afkorting")):
        yield Triple(it, terms.LABEL, dutch(short))
        return
    yield Triple(it, terms.LABEL, dutch(row.naam))
    if row.naam_en:
        yield Triple(it, terms.LABEL, english(row.naam_en))


def _cells(row: Entity, column: str) -> tuple[Any, ...]:
    cell = getattr(row, column, None)
    if cell is None:
        return ()
    return cell if isinstance(cell, tuple) else (cell,)


def _refusals() -> Iterator[AnswerCue]:
    return (row for row in table(AnswerCue) if row.doet == "weigert")


def _cue_triples(cue: Cue) -> Iterator[Triple]:
    relation = None if cue.relatie == "opinion" else cue.relatie  # what an opinion holds, its clause says
    return _rule_triples(cue.id, relation, cue.patronen, cue.vuurt)


def _rule_triples(rule: str, relation: Relation | None, patterns: Iterable[str], example: str) -> Iterator[Triple]:
    it = rule_node(rule)
    yield Triple(it, terms.TYPE, terms.RULE)
    yield Triple(it, terms.LABEL, dutch(rule))
    if relation:
        yield Triple(it, terms.RELATION, terms.EDGES[relation])
    yield from (Triple(it, terms.PATTERN, Literal(pattern)) for pattern in patterns)
    yield Triple(it, terms.EXAMPLE, dutch(example))


def _confidence_triples(measured: RuleConfidence) -> Iterator[Triple]:
    it = rule_node(measured.id)
    yield Triple(it, terms.TYPE, terms.RULE)
    yield Triple(it, terms.LABEL, dutch(measured.id))
    if measured.ondergrens is not None:
        yield Triple(it, terms.CONFIDENCE, share(measured.ondergrens))
