"""Who signs and who speaks for whom, as pages show it: the members behind a claim, the signers of a motion, the motions of a faction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pyoxigraph import NamedNode

from standpunt import iri
from standpunt.store import Term

if TYPE_CHECKING:
    from standpunt.web.describe import Asker

Role: TypeAlias = Literal["voice", "mover", "cosigner"]
#: So many motions are listed on the page of a faction or a person; the saved question has all.
MOTIONS: Final = 20

_BEHIND: Final = """
SELECT DISTINCT ?claim ?role ?person ?faction ?why {
  VALUES ?claim { UNDEF }
  { ?claim sp:voicedBy ?person BIND("voice" AS ?role) }
  UNION { ?claim sp:coHolder ?person BIND("cosigner" AS ?role) }
  UNION { ?claim sp:holder ?person ; sp:speaker ?person . ?person a sp:Person BIND("mover" AS ?role) }
  OPTIONAL {
    FILTER(?role != "voice")
    ?claim dcterms:isPartOf ?paper . ?membership a sp:Membership ; org:member ?person ; dcterms:isPartOf ?paper .
    OPTIONAL { ?membership org:organization ?faction } OPTIONAL { ?membership sp:factionUnknown ?why } }
} ORDER BY ?claim DESC(?role) ?person"""
#: A motion stands in its own paper, or in the report of the debate in which it was moved.
_SIGNED: Final = """
SELECT DISTINCT ?role ?person ?faction ?why ?says {
  VALUES ?thing { UNDEF }
  { ?thing sp:proposer ?person BIND("mover" AS ?role) } UNION { ?thing sp:cosigner ?person BIND("cosigner" AS ?role) }
  OPTIONAL {
    ?membership a sp:Membership ; org:member ?person ; dcterms:isPartOf ?paper .
    FILTER(?paper = ?thing || EXISTS { GRAPH id:motions { ?thing dcterms:isPartOf ?paper } })
    OPTIONAL { ?membership org:organization ?faction } OPTIONAL { ?membership sp:factionUnknown ?why }
    OPTIONAL { ?membership prov:wasDerivedFrom ?says } }
} ORDER BY DESC(?role) ?person ?faction ?says"""
_MOTIONS: Final = """
SELECT DISTINCT ?motion ?asks ?date {
  VALUES ?thing { UNDEF }
  { SELECT DISTINCT ?motion { VALUES ?thing { UNDEF } ?motion a sp:Motion ; sp:signedFor|sp:proposer|sp:cosigner ?thing } }
  OPTIONAL { GRAPH id:motions { ?motion sp:asks ?asks } }
  OPTIONAL { ?motion dcterms:issued ?own }
  OPTIONAL { GRAPH id:motions { ?motion dcterms:isPartOf ?debate } ?debate dcterms:issued ?moved }
  BIND(COALESCE(?own, ?moved) AS ?date)
} ORDER BY DESC(?date) ?motion"""
_SIGNERS: Final = """
SELECT DISTINCT ?motion ?role ?person {
  VALUES ?motion { UNDEF }
  { ?motion sp:proposer ?person BIND("mover" AS ?role) } UNION { ?motion sp:cosigner ?person BIND("cosigner" AS ?role) }
} ORDER BY ?motion DESC(?role) ?person"""
_SPELLS: Final = """
SELECT ?faction (MIN(?day) AS ?first) (MAX(?day) AS ?last) (COUNT(DISTINCT ?paper) AS ?papers) {
  VALUES ?thing { UNDEF }
  GRAPH ?paper { ?thing org:memberOf ?faction }
  OPTIONAL { ?paper dcterms:issued ?issued } OPTIONAL { ?paper sp:held ?held } BIND(COALESCE(?held, ?issued) AS ?day)
} GROUP BY ?faction ORDER BY ?first ?faction"""


@dataclass(frozen=True, slots=True)
class Signer:
    """A member who says something for a faction, or signs it."""

    person: str
    role: Role
    faction: str | None = None
    why: str | None = None  # why the faction isn't known
    says: tuple[str, ...] = ()  # the papers that tell it


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion, in the list of those that a faction or a person signed."""

    iri: str
    asks: str | None
    date: str | None
    signers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spell:
    """A faction of which papers say that a person is a member, and from which day to which they say so."""

    faction: str
    first: str | None
    last: str | None
    papers: int


def behind(ask: Asker, claims: Sequence[Term]) -> dict[str, tuple[Signer, ...]]:
    """Return the members behind claims, by the IRI of the claim: who voices it, who signed it."""
    found: dict[str, list[Signer]] = {}
    for row in ask.rows(_BEHIND, {"claim": claims}, limit=None) if claims else ():
        found.setdefault(row["claim"].value, []).append(_signer(row))
    return {claim: tuple(signers) for claim, signers in found.items()}


def signers(ask: Asker, motion: str) -> tuple[Signer, ...]:
    """Return who signed a motion, the mover first, each with the papers that tell of which faction he was."""
    found: dict[Signer, list[str]] = {}
    for row in ask.rows(_SIGNED, {"thing": NamedNode(motion)}, limit=None):
        found.setdefault(_signer(row), []).extend([row["says"].value] if "says" in row else [])
    return tuple(Signer(each.person, each.role, each.faction, each.why, tuple(dict.fromkeys(says))) for each, says in found.items())


def motions(ask: Asker, thing: str) -> tuple[Motion, ...]:
    """Return the motions that a person, or members of a faction, signed: the latest first."""
    rows = {row["motion"].value: row for row in ask.rows(_MOTIONS, {"thing": NamedNode(thing)}, limit=None)}
    signed: dict[str, list[str]] = {}
    shown = [NamedNode(motion) for motion in list(rows)[:MOTIONS]]
    for row in ask.rows(_SIGNERS, {"motion": shown}, limit=None) if shown else ():
        signed.setdefault(row["motion"].value, []).append(row["person"].value)

    def motion(address: str, row: Mapping[str, Term]) -> Motion:
        return Motion(address, _text(row, "asks"), _text(row, "date"), tuple(signed.get(address, ())))

    return tuple(motion(address, row) for address, row in rows.items())


def spells(ask: Asker, person: str) -> tuple[Spell, ...]:
    """Return the factions of which papers say that a person is a member, in the order of time."""
    rows = ask.rows(_SPELLS, {"thing": NamedNode(person)}, limit=None)
    return tuple(Spell(row["faction"].value, _text(row, "first"), _text(row, "last"), int(row["papers"].value)) for row in rows)


def mentioned(found: Iterable[Signer | Motion | Spell]) -> set[str]:
    """Return the things that these name."""
    things: set[str | None] = set()
    for each in found:
        match each:
            case Signer():
                things |= {each.person, each.faction, each.why, *each.says}
            case Motion():
                things |= {each.iri, *each.signers}
            case Spell():
                things.add(each.faction)
    return {thing for thing in things if thing is not None}


def _signer(row: Mapping[str, Term]) -> Signer:
    role: Role = "voice" if row["role"].value == "voice" else "mover" if row["role"].value == "mover" else "cosigner"
    return Signer(row["person"].value, role, _text(row, "faction"), _text(row, "why"))


def _text(row: Mapping[str, Term], name: str) -> str | None:
    return row[name].value if name in row else None


#: Kinds of thing that sign motions.
SIGNING: Final = frozenset({iri.term("Faction"), iri.term("Person")})
