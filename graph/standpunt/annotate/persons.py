"""Component: persons, by title, initials, given name, the faction in brackets behind them, or because everybody knows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from standpunt import knowledge
from standpunt.annotate import extensions
from standpunt.annotate.lexicon import SHOUTED, Hit, Lexicon
from standpunt.annotate.lexicon import Name as Form
from standpunt.knowledge import GivenName, Person, RoleWord
from standpunt.structure import names

# between two names of a list: "de leden Brekelmans (VVD), Piri en Van der Lee"
_NEXT: Final = re.compile(r"(?:\s*\([^()]{1,30}\))?\s*(?:,\s*(?:en\s+)?|\s(?:en|c\.s\.\s+en)\s+|/)(?:(?:de\s+heer|mevrouw|het\s+lid)\s+)?")
# W.B. Hoekstra, D. Yeşilgöz-Zegerius: two initials or more make a name without further evidence
_INITIALLED: Final = re.compile(r"(?<![\w.])(?!C\.S\.)(?:[A-ZÀ-Þ]\.|(?:Th|Ch|IJ|Ph)\.)(?:[ -]?(?:[A-ZÀ-Þ]|Th|Ch|IJ|Ph)\.)+(?=\s?[\w’'])")
_SIGNED: Final = re.compile(r"\s*(?:$|\n|\.(?:\s|$))")
_SUFFIX: Final = 60
_BEFORE_BRACKET: Final = re.compile(r"\s*\((?:\w+:\s*|beiden\s+|allen\s+|lid\s+)?$")
#: Words skipped between an office and the name: "Minister van Buitenlandse Zaken Hoekstra", "SG van de NAVO Stoltenberg".
_LINKS: Final = frozenset({"van", "voor", "de", "het", "der", "en", ",", "-", "a.i.", "commissie"})
_LONGEST_OFFICE: Final = 12


@Language.factory("standpunt_persons", assigns=["doc.spans"], requires=["doc.spans"])
def make_persons(nlp: Language, name: str) -> Persons:
    """Return the component; it looks at the factions, countries and organisations found before it."""
    extensions.declare()
    return Persons(nlp)


class Persons:
    """Adds PERSON spans."""

    def __init__(self, nlp: Language) -> None:
        self._known = Lexicon(
            nlp, [Form(form, "PERSON", row.id, "person.known") for row in knowledge.table(Person) for form in (row.naam, *row.vormen)]
        )
        roles = {row.vorm.lower(): row for row in knowledge.table(RoleWord)}
        self._plural = frozenset(row.vorm.lower() for row in roles.values() if row.meervoud)
        self._offices = frozenset(row.vorm.lower() for row in roles.values() if row.soort in ("ambt", "lid"))
        self._announcing = Lexicon(
            nlp,
            [
                *(Form(row.vorm, "ROLE", row.id, row.soort) for row in knowledge.table(RoleWord)),
                *(Form(row.naam, "GIVEN", row.id, "given") for row in knowledge.table(GivenName)),
            ],
        )

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans."""
        found = extensions.found(doc)
        reader = _Reader(doc, found)
        spans = [Span(doc, hit.start, hit.end, label="PERSON", kb_id=hit.name.id, span_id=hit.name.rule) for hit in self._known.find(doc)]
        for hit in self._announcing.find(doc, loose=True):
            spans += reader.at_given(hit) if hit.name.label == "GIVEN" else self._titled(reader, hit)
        spans += reader.initialled()
        spans += reader.before_factions()
        if spans:
            extensions.keep(doc, merge(found, spans))
        return doc

    def _titled(self, reader: _Reader, hit: Hit) -> Iterator[Span]:
        word = reader.doc[hit.start : hit.end].text.lower()
        start = reader.behind_office(hit.end) if word in self._offices else hit.end
        return reader.list_at(start, several=word in self._plural, rule="person.title")


class _Reader:
    """Reads names in one Doc."""

    def __init__(self, doc: Doc, found: list[Span]) -> None:
        self.doc = doc
        self.text = extensions.text_of(doc)
        self._factions = [span for span in found if span.label_ == "FACTION"]
        self._taken = {at: span for span in found for at in range(span.start, span.end)}

    def barred(self, at: int, to: int) -> bool:
        """Tell whether a word can't be part of a name: another entity, an office's word, an abbreviation."""
        word = self.text[at:to]
        if names.is_no_surname(word):
            return True
        if word.isupper() and len(word) < SHOUTED:
            return True
        span = self.doc.char_span(at, to, alignment_mode="expand")
        taken = next((self._taken[token.i] for token in span if token.i in self._taken), None) if span is not None else None
        return taken is not None and not (taken.label_ == "COUNTRY" and names.is_given(word))

    def name_at(self, at: int, rule: str) -> tuple[Span | None, int]:
        """Return the name that begins at a character, and where it ends."""
        name = names.read(self.text, at, self.barred)
        if name is None:
            return None, at
        return extensions.span(self.doc, name.at, name.to, "PERSON", name.id(self.text), rule), name.to

    def behind_office(self, at: int) -> int:
        """Return the token behind the rest of an office: "… van Buitenlandse Zaken", "… van de NAVO", "-generaal"."""
        start = at
        while at < len(self.doc) and at - start < _LONGEST_OFFICE:
            text = self.doc[at].text
            if text == "," and not self._goes_on(at, start):
                break
            if text not in _LINKS and text not in names.portfolio_words() and not self._names_body(at):
                break
            at += 1
        return at

    def _goes_on(self, comma: int, start: int) -> bool:
        """Tell whether an office's name goes on behind a comma, or who holds it signs there: "De Minister van Financiën, J. Jansen"."""
        if comma + 1 == len(self.doc):
            return False
        following = self.doc[comma + 1]
        if following.text in names.portfolio_words():
            return True
        name = names.read(self.text, following.idx, self.barred) if comma > start else None
        return name is not None and bool(_SIGNED.match(self.text, name.to))

    def _names_body(self, at: int) -> bool:
        return at in self._taken and self._taken[at].label_ in ("ORG", "COUNTRY", "FACTION")

    def list_at(self, start: int, several: bool, rule: str) -> Iterator[Span]:
        """Yield the name that begins at a token, and those that follow it in a list where several are announced."""
        if start >= len(self.doc):
            return
        span, to = self.name_at(self.doc[start].idx, rule)
        while span is not None:
            yield span
            following = _NEXT.match(self.text, to) if several else None
            if following is None:
                return
            span, to = self.name_at(following.end(), rule)

    def at_given(self, hit: Hit) -> Iterator[Span]:
        """Yield the name that begins with a given name and goes on behind it."""
        span, _ = self.name_at(self.doc[hit.start].idx, "person.given_name")
        if span is not None and span.end > hit.end:
            yield span

    def initialled(self) -> Iterator[Span]:
        """Yield the names that begin with initials."""
        for match in _INITIALLED.finditer(self.text):
            span, _ = self.name_at(match.start(), "person.initials")
            if span is not None:
                yield span

    def before_factions(self) -> Iterator[Span]:
        """Yield the names with a faction in brackets behind them: "Kröger (GroenLinks)", "Piri en Kröger (beiden PvdA)"."""
        text = self.text
        for faction in self._factions:
            bracket = _BEFORE_BRACKET.search(text, max(0, faction.start_char - 12), faction.start_char)
            if bracket is None:
                continue
            span = self._ending_at(bracket.start())
            if span is not None:
                yield span

    def _ending_at(self, to: int) -> Span | None:
        """Return the longest name that ends at a character."""
        text = self.text
        begin = max(0, to - _SUFFIX, text.rfind("\n", 0, to) + 1)
        for word in re.finditer(r"(?<![\w-])(?=[^\W\d_a-zà-þ])", text[begin:to]):
            at = begin + word.start()
            sure = text[:at].rstrip()[-1:] not in ("", ".", "?", "!", ":")  # there any word bears a capital
            name = names.read(text, at, self.barred, sure=sure)
            if name is not None and name.to == to:
                return extensions.span(self.doc, name.at, name.to, "PERSON", name.id(text), "person.faction")
        return None


def merge(found: Sequence[Span], persons: Iterable[Span]) -> list[Span]:
    """Return the spans found with PERSON spans added: of two that overlap the longer stays; part of another's name is none."""
    kept: list[Span] = []
    taken: set[int] = set()
    rival_labels = ("ORG", "FACTION", "COUNTRY", "PERSON")
    others = {at: span for span in found if span.label_ in rival_labels for at in range(span.start, span.end)}
    for span in sorted(persons, key=lambda span: (span.start - span.end, span.start)):
        if _names_cabinet(span):
            continue
        tokens = range(span.start, span.end)
        rivals = [others[at] for at in tokens if at in others]
        if taken.isdisjoint(tokens) and not any(rival.label_ != "COUNTRY" or len(rival) >= len(span) for rival in rivals):
            kept.append(span)
            taken.update(tokens)
    return [*extensions.outside(found, kept, "COUNTRY"), *kept]


def _names_cabinet(span: Span) -> bool:
    """Tell whether a surname is only part of a government's name: "kabinet-Rutte IV"."""
    before = span.doc[max(0, span.start - 2) : span.start].text
    return before.endswith(("kabinet-", "kabinet", "kabinetten", "kabinetten-"))


def alternatives(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the words, the longest first; `whole_words` finds them as words of their own."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    # no look-behind: a pattern that begins with letters is searched much faster
    return re.compile(rf"(?:{'|'.join(re.escape(word) for word in longest_first)})(?![\w-]|[’']\w\w)")


def whole_words(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `alternatives` that begin a word."""
    for match in pattern.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before != "-" and not before.isalnum():
            yield match


def repeated(doc: Doc, pattern: re.Pattern[str], known: Mapping[str, str]) -> Iterator[Span]:
    """Yield the surnames that stand alone, of persons known to occur in the paper; not where a common word may be meant."""
    text = extensions.text_of(doc)
    for match in whole_words(pattern, text):
        begins = text[: match.start()].rstrip()[-1:] in ("", ".", "?", "!", ":")
        common = begins and re.search(rf"\b{re.escape(match.group().lower())}\b", text)
        if not common:
            yield extensions.span(doc, match.start(), match.end(), "PERSON", known[match.group()], "person.repeated")


def surnames(found: Iterable[Span]) -> dict[str, str]:
    """Return the surnames that the persons found bear, with their ids."""
    known: dict[str, str] = {}
    for span in found:
        if span.label_ == "PERSON":
            text = span.text
            name = names.read(text, 0, lambda at, to: False)
            surname = text[name.surname : name.to] if name else text
            if not surname.isupper():
                known[surname] = span.kb_id_
    return known
