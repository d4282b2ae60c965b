"""The pages: what is to be shown goes into a template, which escapes it."""

from __future__ import annotations

import base64
import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote, urlencode, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from standpunt import iri
from standpunt.errors import StandpuntError
from standpunt.iri import short
from standpunt.query import Result
from standpunt.store import Term
from standpunt.store.words import folded
from standpunt.web.describe import PUBLISHER, Names, Said, Thing, all_values
from standpunt.web.members import Spell

HERE: Final = Path(__file__).parent
LANGUAGES: Final = ("nl", "en")
#: Relations that have a colour, by the name of the class in the style sheet.
TONES: Final = {"supports": "for", "opposes": "against", "concernedAbout": "worry", "callsFor": "call"}
#: Other lists of terms, and what one of theirs is called after the end of its address.
VOCABULARIES: Final = {"http://eurovoc.europa.eu/": "EuroVoc {}", "http://standaarden.overheid.nl/owms/terms/": "{}"}
# kst-28676-384/claim/9f31c0d2a7e4, kst-28676-384/answer/12, position/faction/PVV/sancties
_PART = re.compile(
    r"[^/]+/(?:(?:claim|commitment|fulfilment|treatment)/[0-9a-f-]+|answer/(?P<number>\d+)(?:-\d+)?|exchange/(?P<place>\d+))|position/.+"
)
#: Columns of a saved question that tell where in a paper, of when, and where it is published: they go with the paper, into its cell.
_OF_PAPER: Final = ("nummer", "datum", "link")
CELL_ROOM: Final = 500  # characters of a text in a table that is shown whole
NAME_ROOM: Final = 90  # characters of a name that is made of what somebody said
_WORDS = re.compile(r"([^\W_]+)")
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY: Final = "default-src 'none'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of a saved question, and those that are told in its cells."""

    place: int
    head: str
    beside: tuple[int, ...]
    css: str


class Page:
    """Writes pages in one language."""

    def __init__(
        self,
        lang: str | None,
        names: Names | None = None,
        words: Mapping[str, str] | None = None,
        english: Mapping[str, str] | None = None,
    ) -> None:
        self.lang = lang if lang in LANGUAGES else LANGUAGES[0]
        self._place = LANGUAGES.index(self.lang)
        self._names = names or {}
        self._words = words or {}
        self._english = english or {}

    def render(self, template: str, **shown: Any) -> str:
        """Return a page."""
        return _environment().get_template(template).render(page=self, **shown)

    def text(self, key: str, **values: object) -> str:
        """Return what `words.toml` has for this, filled in."""
        words: str = _words()["text"][key][self._place]
        return words.format(**values) if values else words

    def problem(self, error: StandpuntError) -> str:
        """Return what went wrong, in words for the reader; what nobody foresaw, in those of the program."""
        words = _words()["problem"].get(error.problem)
        if words is None:
            return self.text("problem_other", message=str(error))
        kind = error.told.get("kind")
        kinds = {"kind": _words()["kind"][kind][self._place]} if kind in _words()["kind"] else {}
        return str(words[self._place]).format(**{**error.told, **kinds})

    def column(self, name: str) -> str:
        """Return what a column or parameter of a saved question is called; they are named in Dutch."""
        words = name.replace("_", " ")
        return str(_words()["column"].get(name, words)) if self.lang == "en" else words

    def other_language(self, path: str, /, **parameters: object) -> str:
        """Return the address of this page in the other language, with all that was chosen on it."""
        return Page(LANGUAGES[1 - self._place]).link(path, **parameters)

    def number(self, value: int) -> str:
        """Return a number as people in this language write it: 1.234 in Dutch."""
        return f"{value:,}".replace(",", "." if self.lang == "nl" else ",")

    def claims(self, count: int) -> str:
        """Return "12 uitspraken"."""
        return self.text("one_claim") if count == 1 else self.text("n_claims", n=self.number(count))

    def date(self, value: str | None) -> str:
        """Return a day as people write it: 13 januari 2022."""
        if value is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return value or ""
        year, month, day = value.split("-")
        return f"{int(day)} {_words()['months'][self.lang][int(month) - 1]} {year}"

    def name(self, address: str) -> str:
        """Return what a thing is called, in this language where it can be; what has no name is called by its words, or else by its id."""
        names = self._names.get(address) or {}
        known = _words()["term"].get(short(address))
        if known is not None:
            return str(known[self._place])
        if address.startswith(PUBLISHER):
            return self.text("official")
        for vocabulary, words in VOCABULARIES.items():
            if address.startswith(vocabulary):
                return words.format(unquote(address[len(vocabulary) :]).replace("_", " "))
        if address in self._words:
            return f"“{_cut(self._words[address])}”"
        named = next((names[lang] for lang in (self.lang, "nl", "en", "") if lang in names), None)
        if named is None:
            return next(iter(names.values()), short(address))
        return self._answer(address, named)

    def _answer(self, address: str, named: str) -> str:
        """Return the name of an exchange, which the graph has in Dutch, in this language: "Kamerstuk 28676, nr. 384, answer 12"."""
        part = _PART.fullmatch(address.removeprefix(iri.ID))
        for kind, number in (("answer_n", part["number"]), ("exchange_n", part["place"])) if part else ():
            dutch = f", {_words()['text'][kind][0].format(n=number)}"
            if number and named.endswith(dutch):
                return f"{named.removesuffix(dutch)}, {self.text(kind, n=number)}"
        return named

    def spell(self, spell: Spell) -> str:
        """Return when papers say that a member is of a faction: "volgens 3 stukken van 13 januari 2022 tot 4 oktober 2022"."""
        if spell.first is None:
            return self.text("dateless_spell")
        first, last = self.date(spell.first), self.date(spell.last)
        return (
            self.text("on_day", first=first)
            if first == last
            else self.text("from_day", n=self.number(spell.papers), first=first, last=last)
        )

    def claimed(self, said: Said) -> str:
        """Return a claim in words: "PVV is tegen iets rond NAVO-lidmaatschap van Oekraïne"."""
        relation = self.name(said.relation) if said.targets else f"· {self.name(said.kind)}"
        return " ".join([self.name(said.holder), relation, ", ".join(map(self.name, said.targets))]).strip()

    def capital(self, words: str) -> str:
        """Return words as they begin a heading."""
        return words[:1].upper() + words[1:]

    def is_long(self, term: Term | Triple | None) -> bool:
        """Tell whether a text is too long for a cell of a table, which then shows its beginning."""
        return isinstance(term, Literal) and len(term.value) > CELL_ROOM

    def cut(self, words: str) -> str:
        """Return the beginning of a long text."""
        return _cut(words, CELL_ROOM // 2)

    def is_quoted(self, term: Term | Triple) -> bool:
        """Tell whether a thing is called by what somebody said; several of those need a line each."""
        return isinstance(term, NamedNode) and term.value in self._words

    def is_cut(self, words: str) -> bool:
        """Tell whether a name made of these words leaves some off."""
        return _cut(words) != " ".join(words.split())

    def link(self, path: str, /, **parameters: object) -> str:
        """Return an address on this site that keeps the language."""
        given = {name: value for name, value in parameters.items() if value not in (None, "")} | (
            {"lang": self.lang} if self._place else {}
        )
        return f"{path}?{urlencode(given)}" if given else path

    def href(self, address: str, **parameters: object) -> str | None:
        """Return where a link to a thing leads: ours to their page here, others to where they are; None for what is no web address."""
        if address.startswith(iri.ID):
            return self.link("/id/" + quote(address[len(iri.ID) :], safe="/%-._~"), **parameters)
        if address.startswith(iri.SP):
            return self.link("/ontology/") + "#" + address[len(iri.SP) :]
        return address if urlsplit(address).scheme in ("http", "https") else None

    def thing(self, address: str, css: str = "") -> Markup:
        """Return a link to a thing, by its name."""
        href = self.href(address)
        if href is None:
            return escape(address)
        away = "" if href.startswith("/") else ' rel="noopener noreferrer" class="away"'
        kind = f' class="{css}"' if css and not away else away
        return Markup('<a href="{}"{}>{}</a>').format(href, Markup(kind), self.name(address))  # noqa: S704 -- format escapes what it fills in

    def all_of(self, thing: Thing, name: str, count: int, *, incoming: bool = False) -> Markup:
        """Return a link to all values of a property, of which the page shows the first."""
        href = self.link("/sparql", query=all_values(thing.iri, name, incoming=incoming))
        return Markup('<a class="all" rel="nofollow" href="{}">{}</a>').format(href, self.text("all_of", n=self.number(count)))

    def term(self, term: Term | Triple | None) -> Markup:
        """Return a term: things as links, days and numbers as people write them."""
        if term is None:
            return Markup("")
        if isinstance(term, NamedNode):
            return self.thing(term.value)
        if isinstance(term, BlankNode | Triple):
            return escape(str(term))
        return escape(self.literal(term))

    def dutch_in(self, found: Result) -> set[str]:
        """Return what in the cells of a saved question an English page would have the English name of: each cell, and its parts."""
        cells = {
            term.value
            for row in found.terms
            for column, term in zip(found.columns, row, strict=True)
            if self._is_ours(column) and isinstance(term, Literal)
        }
        return {part for words in cells for part in _parts(words, _words()["cell"]["separators"])}

    def laid_out(self, found: Result) -> list[Column]:
        """Return the columns of a table that hold anything: what tells of a paper is one, the last say whether they are the evidence."""
        paper = found.columns.index("stuk") if "stuk" in found.columns else len(found.columns)
        joined = [place for place, name in enumerate(found.columns) if place > paper and name in _OF_PAPER]
        evidence = [place for place in range(len(found.columns)) if place not in joined and _is_evidence(row[place] for row in found.terms)]
        return [
            Column(place, self.column(name), tuple(joined) if place == paper else (), "evidence" if place in evidence[-2:] else "")
            for place, name in enumerate(found.columns)
            if place not in joined and any(row[place] is not None for row in found.terms)
        ]

    def beside(self, term: Term | Triple, column: str) -> Markup:
        """Return what is told of a paper in its cell: the answer that is meant, its day, where it is published."""
        if column == "nummer" and isinstance(term, Literal):
            return escape(self.text("answer_n", n=term.value))
        return self.brief(term, column)

    def brief(self, term: Term | Triple | None, column: str) -> Markup:
        """Return a term in the table of a saved question: what the row quotes needs no more than a short link."""
        if self._is_ours(column) and isinstance(term, Literal):
            return escape(self._in_english(self.literal(term), _words()["cell"]["separators"]))
        part = _PART.fullmatch(term.value.removeprefix(iri.ID)) if isinstance(term, NamedNode) else None
        if part is None:
            return self.term(term)
        numbered = {"answer_n": part["number"], "exchange_n": part["place"]}
        words = next((self.text(kind, n=number) for kind, number in numbered.items() if number), self.text("evidence"))
        return Markup('<a href="{}">{}</a>').format(self.href(term.value), words)  # type: ignore[union-attr]

    def _is_ours(self, column: str) -> bool:
        """Tell whether cells of a column hold words or names of ours that are to be said in English: never those of a quotation."""
        return self.lang == "en" and column in _words()["cell"]["columns"]

    def _in_english(self, words: str, separators: Sequence[str]) -> str:
        """Return words with what has an English name called by it: as a whole where that is a name, else part by part."""
        known = _words()["cell"]["words"].get(words) or self._english.get(words)
        if known or not separators:
            return known or words
        first, *others = separators
        return first.join(self._in_english(part, others) for part in words.split(first))

    def cell_class(self, term: Term | Triple | None) -> str:
        """Return what the style sheet must know of a cell: running text needs room, a few words some, days and numbers stay on a line."""
        if not isinstance(term, Literal):
            return ""
        if short(term.datatype.value) in ("xsd:date", "xsd:integer", "xsd:decimal"):
            return "short"
        return "long" if len(term.value) > 60 else "phrase" if len(term.value) > 15 else ""

    def literal(self, term: Literal) -> str:
        """Return the text of a literal."""
        kind = short(term.datatype.value)
        if kind == "xsd:date":
            return self.date(term.value)
        if kind == "xsd:dateTime":  # 2026-11-29T08:54:42Z: to the minute
            return f"{self.date(term.value[:10])}, {term.value[11:16]}"
        return term.value.replace(".", "," if self.lang == "nl" else ".") if kind in ("xsd:decimal", "xsd:double") else term.value

    def arranged(self, properties: Mapping[str, Sequence[Term | Triple]], heading: str) -> tuple[list[str], list[str]]:
        """Return the properties that people want to read, in order, and the technical ones; none that only repeats the heading."""
        order = _words()["order"]
        shown = [
            name
            for name, terms in properties.items()
            if short(name) not in order["hidden"] and any(getattr(term, "value", "") != heading for term in self.values(terms))
        ]
        technical = [name for name in shown if short(name) in order["technical"]]
        first = {name: place for place, name in enumerate(order["first"])}
        plain = [name for name in shown if name not in technical]
        return sorted(plain, key=lambda name: (first.get(short(name), len(first)), self.name(name))), sorted(technical, key=self.name)

    def values(self, terms: Sequence[Term | Triple]) -> Sequence[Term | Triple]:
        """Return the values in this language, where a text is given in several."""
        here = [term for term in terms if not (isinstance(term, Literal) and term.language) or term.language == self.lang]
        return here or terms

    def tone(self, relation: str) -> str:
        """Return the class of the style sheet for a relation."""
        return TONES.get(relation.removeprefix(iri.SP), "plain")

    def found(self, text: str, q: str) -> Markup:
        """Return a text with the words that were searched for marked."""
        asked = folded(q).split()
        parts = (Markup("<mark>{}</mark>").format(part) if _fits(part, asked) else escape(part) for part in _WORDS.split(text))
        return Markup("").join(parts)

    def marked(self, quotation: str, cue: str) -> Markup:
        """Return a quotation with the words that the rule went by marked."""
        found = _cue_in(quotation, cue.split())
        parts, end = [], 0
        for word in found:
            parts += [escape(quotation[end : word.start()]), Markup("<mark>{}</mark>").format(word.group())]
            end = word.end()
        return Markup("").join([*parts, escape(quotation[end:])])


def _is_evidence(cells: Iterable[Term | Triple | None]) -> bool:
    """Tell whether a column leads to what stands behind its rows, and nowhere else."""
    there = [cell for cell in cells if cell is not None]
    return bool(there) and all(isinstance(cell, NamedNode) and _PART.fullmatch(cell.value.removeprefix(iri.ID)) for cell in there)


def _fits(word: str, asked: Sequence[str]) -> bool:
    """Tell whether a word is one of those that were searched for, of which the last may be a beginning."""
    plain = folded(word).strip()
    return plain in asked or (bool(asked) and plain.startswith(asked[-1]))


def _parts(words: str, separators: Sequence[str]) -> set[str]:
    """Return words, and what they fall into at each separator in turn."""
    first, *others = separators
    parts = words.split(first)
    return {words, *parts}.union(*(_parts(part, others) for part in parts if others))


def _cut(words: str, room: int = NAME_ROOM) -> str:
    """Return words that fit into a heading or a link."""
    words = " ".join(words.split())
    return words if len(words) <= room else words[:room].rsplit(" ", 1)[0].rstrip(" ,;:(") + " …"


def _cue_in(quotation: str, words: Sequence[str]) -> list[re.Match[str]]:
    """Return where the words of a cue stand, in their order and as near together as can be; each where it first stands otherwise."""
    places = [list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", quotation, re.IGNORECASE)) for word in words]
    if not places or not all(places):
        return sorted((found[0] for found in places if found), key=re.Match.start)
    rows = []
    for first in places[0]:
        row = [first]
        for found in places[1:]:
            row += [word for word in found if word.start() >= row[-1].end()][:1]
        rows.append(row)
    whole = [row for row in rows if len(row) == len(words)]
    if not whole:
        return sorted({found[0].start(): found[0] for found in places}.values(), key=re.Match.start)
    return min(whole, key=lambda row: row[-1].end() - row[0].start())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["short"] = short
    environment.filters["ident"] = iri.ident
    return environment


def policy(html: str = "") -> str:
    """Return the content security policy: styles of ours and no script; the page of the ontology brings its own, known by its hash."""
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in _SCRIPT.findall(html)]
    scripts = " ".join(f"'sha256-{each}'" for each in hashes) or "'none'"
    styles = "'unsafe-inline'" if hashes else "'self'"  # its drawings carry styles of their own, which no hash can allow
    return f"{_POLICY}; style-src {styles}; script-src {scripts}"
