"""Component: factions, countries and organisations, by the names in the knowledge files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from standpunt import knowledge
from standpunt.annotate import extensions
from standpunt.annotate.lexicon import Hit, Lexicon, Name
from standpunt.annotate.tokens import compound_end, split_compounds
from standpunt.knowledge import Country, Faction, NoName, Organisation

#: Adherents: "VVD'er", "PvdA’ers", "D66'ers".
ADHERENT: Final = ("'er", "'ers", "’er", "’ers")
#: Names that end in these letters take 's: "China's", "Mali's".
OPEN: Final = frozenset("aiouy")


@Language.factory("standpunt_actors", assigns=["doc.spans"])
def make_actors(nlp: Language, name: str) -> Actors:
    """Return the component; makes the tokenizer split compounds."""
    extensions.declare()
    split_compounds(nlp)
    return Actors(nlp)


class Actors:
    """Adds FACTION, COUNTRY and ORG spans."""

    def __init__(self, nlp: Language) -> None:
        self._names = Lexicon(nlp, [*_no_names(), *_factions(), *_organisations(), *_countries()])

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans."""
        hits = [hit for hit in self._names.find(doc, extensions.date_of(doc)) if hit.name.label]
        starts = frozenset(hit.start for hit in hits)
        extensions.keep(doc, [*extensions.found(doc), *(_span(doc, hit, starts) for hit in hits)])
        return doc


def _span(doc: Doc, hit: Hit, starts: frozenset[int]) -> Span:
    """Return the span of a name; a faction or organisation takes the rest of its compound: `VVD-fractie`, `NAVO-bondgenoten`."""
    end = hit.end if hit.name.label == "COUNTRY" else compound_end(doc, hit.end, starts)
    return Span(doc, hit.start, end, label=hit.name.label, kb_id=hit.name.id, span_id=hit.name.rule)


def _factions() -> Iterator[Name]:
    for row in knowledge.table(Faction):
        abbreviations = (row.afkorting, *(form for form in row.vormen if len(form) <= len(row.afkorting)))
        for form in dict.fromkeys((row.afkorting, row.naam, *row.vormen, *(a + suffix for a in abbreviations for suffix in ADHERENT))):
            yield Name(form, "FACTION", row.id, "faction.name", row.geldig_van)


def _countries() -> Iterator[Name]:
    for row in knowledge.table(Country):
        kinds = {"country.name": (row.naam, *row.vormen), "country.adjective": row.bijvoeglijk, "country.people": row.inwoners}
        for rule, forms in kinds.items():
            for form in forms:
                yield Name(form, "COUNTRY", row.id, rule)
                if rule == "country.name":
                    yield from (Name(owned, "COUNTRY", row.id, rule) for owned in possessives(form))


def _organisations() -> Iterator[Name]:
    for row in knowledge.table(Organisation):
        for form in (row.naam, *row.vormen):
            yield Name(form, "ORG", row.id, "org.name")
            if form.isupper():
                yield from (Name(owned, "ORG", row.id, "org.name") for owned in possessives(form))


def _no_names() -> Iterator[Name]:
    return (Name(row.vorm, "", row.id, "no_name") for row in knowledge.table(NoName))


def possessives(name: str) -> tuple[str, ...]:
    """Return the possessive forms of a name.

    >>> possessives("Rusland"), possessives("China"), possessives("EU")
    (('Ruslands',), ("China's", 'China’s'), ("EU's", 'EU’s'))
    """
    if name[-1] in OPEN or name.isupper():
        return (name + "'s", name + "’s")
    return () if name[-1] in "sxz" else (name + "s",)
