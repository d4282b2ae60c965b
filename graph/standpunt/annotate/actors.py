"""Component: factions, countries and organisations, by the names in the knowledge files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.attrs import ORTH  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc, Span

from standpunt import knowledge
from standpunt.annotate import bodies, extensions
from standpunt.annotate.lexicon import Hit, Lexicon, Name
from standpunt.annotate.tokens import compound_end, split_compounds
from standpunt.knowledge import CompoundHead, Country, Faction, NoName, Organisation

#: Adherents: "VVD'er", "PvdA’ers", "D66'ers".
ADHERENT: Final = ("'er", "'ers", "’er", "’ers")
#: Names that end in these letters take 's: "China's", "Mali's".
OPEN: Final = frozenset("aiouy")
#: Different words remembered; a paper has a few thousand.
REMEMBERED: Final = 200_000


@Language.factory("standpunt_actors", assigns=["doc.spans"])
def make_actors(nlp: Language, name: str) -> Actors:
    """Return the component; makes the tokenizer split compounds."""
    extensions.declare()
    split_compounds(nlp)
    return Actors(nlp)


class Actors:
    """Adds FACTION, COUNTRY and ORG spans."""

    def __init__(self, nlp: Language) -> None:
        names = (*_no_names(), *_factions(), *_organisations(), *_countries())
        self._names = Lexicon(nlp, (spelling for name in names for spelling in _spellings(name)))
        glueable = (name for name in names if name.rule in ("country.name", "org.name") and " " not in name.form and len(name.form) > 3)
        self._glueable = {name.form: name for name in glueable}
        heads = "|".join(row.woord for row in knowledge.table(CompoundHead))
        self._heads_of_compounds = re.compile(rf"(?P<name>[^\W\d_]+?)(?:{heads})")
        self._compounds: dict[int, Name | None] = {}
        self._heads = Lexicon(nlp, [Name(word, "HEAD", "", "head") for word in bodies.heads()])

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans."""
        found = self._names.find(doc, extensions.date_of(doc))
        hits = [hit for hit in found if hit.name.label and not _heading_of_motion(doc, hit)]
        starts = frozenset(hit.start for hit in hits)
        spans = [_span(doc, hit, starts) for hit in hits]
        spans += self._glued(doc)
        spans += self._unlisted(doc, spans, frozenset(hit.start for hit in found if not hit.name.label))
        extensions.keep(doc, [*extensions.found(doc), *map(_abroad, spans)])
        return doc

    def _glued(self, doc: Doc) -> list[Span]:
        """Return the names that are glued to what follows: "Ruslandbeleid", "NAVOgrondgebied"."""
        spans = []
        for at, word in enumerate(doc.to_array(ORTH).tolist()):
            name = self._compounds[word] if word in self._compounds else self._split(word, doc[at].text)
            if name is not None:
                spans.append(Span(doc, at, at + 1, label=name.label, kb_id=name.id, span_id=f"{name.label.lower()}.compound"))
        return spans

    def _split(self, word: int, text: str) -> Name | None:
        """Return the name in a word that is a compound with one, and remember it by spaCy's number of the word."""
        if len(self._compounds) >= REMEMBERED:
            self._compounds.clear()
        match = self._heads_of_compounds.fullmatch(text) if text[:1].isupper() else None
        name = self._compounds[word] = self._glueable.get(match["name"]) if match else None
        return name

    def _unlisted(self, doc: Doc, listed: list[Span], barred: frozenset[int]) -> list[Span]:
        """Return the organisations that stand in no list; they give way to what does, unless they hold it."""
        text = extensions.text_of(doc)
        spans = [extensions.span(doc, at, to, "ORG", ident, "org.committee") for at, to, ident in bodies.committees(text)]
        for begin, end, at, to, label in bodies.abbreviated(text):
            spans += [
                extensions.span(doc, begin, end, label, "", "org.abbreviated"),
                extensions.span(doc, at, to, label, "", "org.abbreviated"),
            ]
        spans += [extensions.span(doc, at, to, label, "", f"{label.lower()}.closed") for at, to, label in bodies.closed(text)]
        for hit in self._heads.find(doc):
            first = doc[hit.start : hit.end]
            headed = bodies.headed(text, first.start_char, first.end_char)
            if headed and hit.start not in barred:
                spans.append(extensions.span(doc, first.start_char, headed[0], headed[1], "", f"{headed[1].lower()}.headed"))
        kept: list[Span] = []
        for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
            rivals = [other for other in (*listed, *kept) if other.start < span.end and span.start < other.end]
            if all(rival in listed and _gives_way(rival, span) for rival in rivals):
                kept.append(span)
                for rival in rivals:
                    listed.remove(rival)
        return kept


def _span(doc: Doc, hit: Hit, starts: frozenset[int]) -> Span:
    """Return the span of a name; a faction or organisation takes the rest of its compound: `VVD-fractie`, `NAVO-bondgenoten`."""
    end = hit.end if hit.name.label == "COUNTRY" else compound_end(doc, hit.end, starts)
    return Span(doc, hit.start, end, label=hit.name.label, kb_id=hit.name.id, span_id=hit.name.rule)


def _heading_of_motion(doc: Doc, hit: Hit) -> bool:
    """Tell whether a faction of one is only the member in a heading: "MOTIE VAN HET LID OMTZIGT"."""
    return hit.name.label == "FACTION" and doc[hit.start].text == "LID"


def _gives_way(listed: Span, span: Span) -> bool:
    """Tell whether a name from a list is only part of a longer one: `Nederlandse` in "Nederlandse Vereniging voor …"."""
    inside = span.start <= listed.start and listed.end <= span.end and len(listed) < len(span)
    return inside and (listed.label_ == "COUNTRY" or (listed.label_ == "ORG" and listed.start > span.start))


def _abroad(span: Span) -> Span:
    """Return a ministry without the id of our own where it is another country's: "het Oekraïense Ministerie van Defensie"."""
    if span.kb_id_.startswith("org/Ministerie-") and span.start > 0:
        before = span.doc[span.start - 1].text
        if before[:1].isupper() and before.endswith("e") and before != "Nederlandse":
            return Span(span.doc, span.start, span.end, label=span.label_, span_id=span.id_)
    return span


def _factions() -> Iterator[Name]:
    for row in knowledge.table(Faction):
        for form in (row.naam, *row.vormen):
            if form.startswith(("Fractie", "Groep")):
                yield Name(form[0].lower() + form[1:], "FACTION", row.id, "faction.name", row.geldig_van)
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


def _spellings(name: Name) -> Iterator[Name]:
    """Yield a name, and its spellings without accents and with accents as characters of their own."""
    yield name
    if not name.form.isascii():
        apart = unicodedata.normalize("NFD", name.form)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
        yield from (replace(name, form=form) for form in dict.fromkeys((apart, plain)) if form != name.form)


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
