"""Saved and own SPARQL queries: by name, with parameters bound as RDF terms, rows out.

A saved query is a file in `ontology/queries/questions/`, named after what it asks (`wie-vroeg-naar-land.rq`). Comment lines at
its head say what it is, in this order; the first line that is no such comment ends the head:

    # titel: Vragen over een land
    # vraag: Welke fracties vroegen naar dit land, en wat was het antwoord?
    # title: Questions about a country
    # question: Which groups asked about this country, and what was the answer?
    # param: land | country | verplicht | het land waar de vraag over gaat | the country that the question is about
    # param: vanaf | date | - | alleen stukken van deze dag of later | only papers of this day or later
    # param: aantal | int | 20 | hoeveel rijen ten hoogste | how many rows at most
    # kolommen: fractie, vraag, antwoord, stuk
    # trefwoorden: vragen, landen
    SELECT ?fractie ?vraag ?antwoord ?stuk {
      VALUES ?land { UNDEF }
      VALUES ?vanaf { UNDEF }
      …  FILTER(!BOUND(?vanaf) || ?datum >= ?vanaf)
    }
    ORDER BY ?fractie

- `titel`, `vraag`, `title`, `question` and `kolommen` occur once; `param` as often as there are parameters; `trefwoorden` may be left out.
- A parameter is `name | kind | need | explanation | explanation in English`; the last may be left out. Kind: one of `KINDS` or
  `LITERALS` below. Need: `verplicht`; `-` where it may be left out; or the value it has when it is left out, written as a user would
  write it (`Oekraïne`, `2022-01-01`, `20`).
- Each parameter has a block `VALUES ?name { UNDEF }` wherever its value is needed (so also in a subquery that needs it). The block is
  filled with the value or, when there is none, taken out; the variable is then unbound. So the file runs as it stands in any tool.
  A parameter can't stand behind `LIMIT`.
- `kolommen` are the variables of SELECT, in its order. The prefixes of `iri.PREFIXES` need no declaration. Always `ORDER BY`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from standpunt import iri, resources
from standpunt.errors import QueryError
from standpunt.store import Store, Term, Triples, select
from standpunt.store.words import plain

if TYPE_CHECKING:
    import pandas as pd

#: What a user may give for a parameter, and what a cell of a result is in Python.
Value: TypeAlias = str | int | float | bool | date | Sequence[str | int | date]
Cell: TypeAlias = str | int | float | bool | None

#: Kinds of parameter that name a thing in the graph: its classes, and how its ids begin.
KINDS: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "faction": (("Faction",), "faction/"),
    "country": (("Country",), "country/"),
    "topic": (("Topic",), "topic/"),
    "org": (("Organisation", "Ministry"), "org/"),
    "person": (("Person",), "person/"),
    "member": (("Faction", "Person"), ""),
    "meeting": (("Meeting",), "meeting/"),
    "motion": (("Motion",), "motion/"),
    "actor": (("Faction", "Cabinet", "Person", "Country", "Organisation", "Ministry", "Actor"), ""),
    "paper": (("Paper",), ""),
}
#: The saved question that lists what there is of a kind.
LISTED_BY: Final[Mapping[str, str]] = {
    "topic": "onderwerpen",
    "paper": "stukken",
    "person": "personen",
    "meeting": "bijeenkomsten",
    "motion": "moties-aangehaald",
}
#: What a kind is called where that is not its own name.
_CALLED: Final[Mapping[str, str]] = {"member": "faction or person"}
#: Kinds of which a thing of another may be meant: who asks for a faction by the name of a member.
_ACTORS: Final = ("faction", "country", "org", "person", "member")
#: Kinds of parameter that are plain values.
LITERALS: Final = ("text", "date", "int")

_XSD: Final = iri.PREFIXES["xsd"]
_INTEGER: Final = NamedNode(_XSD + "integer")
_DATE: Final = NamedNode(_XSD + "date")
_NUMBERS: Final[Mapping[str, type[int] | type[float]]] = {
    **dict.fromkeys((_XSD + "integer", _XSD + "int", _XSD + "long", _XSD + "nonNegativeInteger"), int),
    **dict.fromkeys((_XSD + "decimal", _XSD + "double", _XSD + "float"), float),
}
_NAMES: Final = """SELECT DISTINCT ?thing ?name {
  VALUES ?class { UNDEF }
  VALUES ?name { UNDEF }
  ?thing a ?class ; rdfs:label|skos:prefLabel|skos:altLabel|skos:notation|foaf:name|dcterms:identifier ?name }"""
#: Persons and countries that no paper speaks of stand in the knowledge all the same.
_SPOKEN_OF: Final = f"""ASK {{ VALUES ?thing {{ UNDEF }}
  {{ GRAPH ?graph {{ ?one ?link ?thing }} }} UNION {{ GRAPH ?graph {{ ?thing ?is ?other }} }}
  FILTER(?graph != <{iri.KNOWLEDGE_GRAPH}>) }}"""
#: So many names that are spelt alike are looked up, the nearest first.
MOST_ALIKE: Final = 30
#: By a day of a paper nothing is known of papers without one.
_UNDATED: Final = """SELECT ?paper { ?paper a sp:Paper FILTER NOT EXISTS { ?paper dcterms:issued ?day } } ORDER BY ?paper"""
#: Who signed may be a member of this faction, for all that papers tell.
_UNPLACED: Final = """SELECT DISTINCT ?paper {
  VALUES ?faction { UNDEF } VALUES ?paper { UNDEF } ?faction a sp:Faction .
  ?membership sp:factionUnknown ?why ; org:member ?person ; dcterms:isPartOf ?paper .
  FILTER(EXISTS { ?person org:memberOf ?faction } || NOT EXISTS { ?person org:memberOf ?other }) } ORDER BY ?paper"""
# "# titel: Vragen over een land"
_HEAD_LINE = re.compile(r"#\s*(?P<key>titel|vraag|title|question|param|kolommen|trefwoorden):\s*(?P<text>.*\S)\s*")
#: What the head of a saved query must say, by the field that holds it.
_WANTED: Final[Mapping[str, str]] = {"titel": "title", "vraag": "question", "title": "title_en", "question": "question_en"}
_REQUIRED, _OPTIONAL = "verplicht", "-"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a saved query wants to know before it can run."""

    name: str
    kind: str
    required: bool
    default: str | None
    explanation: str  # in Dutch
    explanation_en: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query with a name, a question in Dutch, and typed parameters."""

    name: str
    title: str  # in Dutch
    question: str  # in Dutch
    title_en: str
    question_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    keywords: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of an answer. ASK gives one cell; CONSTRUCT and DESCRIBE give a row a triple."""

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    truncated: bool = False  # there were more rows than the limit

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows as Python values: our IRIs as ids (`faction/VVD`), terms of known vocabularies with their prefix, dates as text."""
        known: dict[Term | None, Cell] = {}  # a paper, its date and its holder come back row after row

        def value(term: Term | None) -> Cell:
            if term not in known:
                known[term] = cell(term)
            return known[term]

        return tuple(tuple(value(term) for term in row) for row in self.terms)

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a data frame."""
        import pandas as pd

        return pd.DataFrame(self.rows, columns=list(self.columns))

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.terms)


def saved() -> list[SavedQuery]:
    """Return the saved queries, by name.

    Raises:
        QueryError: the head of a query is malformed; file and line are told.
    """
    folder = resources.path("ontology", "queries", "questions")
    return [_read(path, path.stat().st_mtime_ns) for path in sorted(folder.glob("*.rq"))]


def find(name: str) -> SavedQuery:
    """Return the saved query of this name.

    Raises:
        QueryError: there is none; the nearest names are told.
    """
    queries = {query.name: query for query in saved()}
    if name not in queries:
        near = difflib.get_close_matches(name, queries, n=3, cutoff=0.4) or sorted(queries)
        raise QueryError(
            f"no saved query is called {name!r}; nearest: {', '.join(near)}. All of them: standpunt query --list",
            problem="no_question",
            name=name,
        )
    return queries[name]


def run(
    store: Store, query: str | SavedQuery, /, *, seconds: float | None = None, limit: int | None = None, **params: Value | None
) -> Result:
    """Return the rows that a query gives.

    Args:
        store: what to ask.
        query: a saved query, its name, or the text of an own query (which may have a head of its own).
        seconds: how long it may take; None for no limit.
        limit: how many rows are taken at most; None for all.
        params: values for its parameters; several in a list where any may match. None is as good as left out.

    Raises:
        QueryError: no such query, a parameter that is missing, unknown or malformed, a fault in the text, or the time is over.

    >>> run(store, "wie-vroeg-naar-land", land="Oekraïne")  # doctest: +SKIP
    """
    if isinstance(query, str):
        query = parse_head(query, "query") if "{" in query else find(query)
    answer = store.query(query.text, bindings(store, query, params), seconds=seconds, limit=None if limit is None else limit + 1)
    if isinstance(answer, bool):
        return Result(("antwoord",), ((Literal(answer),),))
    if isinstance(answer, Triples):
        columns: tuple[str, ...] = ("subject", "predicate", "object")
        found: Iterator[tuple[Term | None, ...]] = ((t.subject, t.predicate, t.object) for t in answer.triples)  # type: ignore[misc]
    else:
        columns, found = answer.columns, answer.rows
    if limit is None:
        return Result(columns, tuple(found))
    terms = tuple(islice(found, limit + 1))
    return Result(columns, terms[:limit], truncated=len(terms) > limit)


def bindings(store: Store, query: SavedQuery, params: Mapping[str, Value | None]) -> dict[str, list[Term]]:
    """Return the terms for the parameters of a query, given or by default.

    Raises:
        QueryError: a parameter is missing, unknown or malformed.
    """
    given = {name: value for name, value in params.items() if value is not None}
    return {name: _terms(store, parameter, value) for name, parameter, value in _values(query, given)}


def undated(store: Store, query: SavedQuery, given: Mapping[str, Value | None]) -> list[str]:
    """Return the papers that this asking leaves out since they have no date: none where no day of papers was asked for.

    A saved query calls the day of a paper `?datum`; those of meetings have other names.
    """
    days = [each.name for each in query.parameters if each.kind == "date" and given.get(each.name)]
    if not any(re.search(rf"\?datum [<>]= \?{name}\b", query.text) for name in days):
        return []
    return [str(cell(row[0])) for row in select(store, _UNDATED).rows]


def unplaced(store: Store, query: SavedQuery, given: Mapping[str, Value | None]) -> list[str]:
    """Return the motions that this asking may leave out since no paper tells of which faction who signed them is a member.

    Only where it is asked what a faction's members hold or sign; and of members whom papers give with other factions alone, none.
    """
    asked = [each for each in query.parameters if each.kind in ("actor", "member") and given.get(each.name)]
    if not asked or not re.search(r"sp:(?:heldFor|asMemberOf|Membership|signedFor)\b|org:organization\b", query.text):
        return []
    papers = [each for each in query.parameters if each.kind == "paper" and given.get(each.name)]
    bound = {
        name: [term for each in parameters for term in _terms(store, each, given[each.name] or "")]
        for name, parameters in (("faction", asked), ("paper", papers))
        if parameters
    }
    return [str(cell(row[0])) for row in select(store, _UNPLACED, bound).rows]


def resolve(store: Store, kind: str, value: str, *, unspoken: bool = False) -> NamedNode:
    """Return the thing of this kind that a user means by an id, its last part, a name or an abbreviation.

    Case and accents don't matter: `Oekraïne`, `oekraine`, `UA` and `country/UA` are one. The last part of an id is heard last where a
    kind has several beginnings: `kabinet` is `actor/kabinet`.

    Args:
        store: the graph.
        kind: one of `KINDS`.
        value: as the user wrote it.
        unspoken: whether names are near, too, of which no paper of the graph speaks.

    Raises:
        QueryError: nothing or more than one thing is called so; the nearest names are told.
    """
    classes, prefix = KINDS[kind]
    value = iri.named(value.strip())
    ident = value if not prefix or value.startswith(prefix) else prefix + value
    node = NamedNode(iri.resource(ident))
    of_kind = [NamedNode(iri.term(name)) for name in classes]
    if store.query("ASK { VALUES ?thing { UNDEF } VALUES ?class { UNDEF } ?thing a ?class }", {"thing": node, "class": of_kind}):
        return node
    written = [Literal(value), Literal(value, language="nl"), Literal(value, language="en")]
    exact = {thing for thing, _ in _named(store, {"class": of_kind, "name": written})}
    if len(exact) == 1:  # found by its index; else all names must be read
        return exact.pop()
    names: dict[str, set[NamedNode]] = {}
    spelt: dict[str, str] = {}
    for thing, name in _named(store, {"class": of_kind}):
        spelt.setdefault(plain(name), name)
        names.setdefault(plain(name), set()).add(thing)
        names.setdefault(plain(iri.ident(thing.value).removeprefix(prefix)), set()).add(thing)
    asked = plain(ident.removeprefix(prefix))
    found = names.get(asked) or {thing for things in names.values() for thing in things if plain(thing.value.rpartition("/")[2]) == asked}
    if len(found) == 1:
        return next(iter(found))
    if found:
        meant = ", ".join(sorted(iri.ident(thing.value) for thing in found))
        raise QueryError(f"{value!r} may mean {meant}; give one of these", problem="may_mean", value=value, meant=meant)
    _demand_no_other(store, kind, value)
    alike = difflib.get_close_matches(plain(value), names, n=MOST_ALIKE, cutoff=0.5)
    near = [name for name in alike if unspoken or any(_is_spoken_of(store, thing) for thing in names[name])][:3]
    hint = ", ".join(f"{name} ({', '.join(sorted(iri.ident(thing.value) for thing in names[name]))})" for name in near)
    nearest = f"; nearest: {hint}" if hint else ""
    listed = f". All that it speaks of: standpunt query {LISTED_BY[kind]}" if kind in LISTED_BY else ""
    raise QueryError(
        f"no {_CALLED.get(kind, kind)} in this graph is called {value!r}{nearest}{listed}",
        problem="none_called_near" if near else "none_called",
        kind=kind,
        value=value,
        near=", ".join(spelt.get(name, name) for name in near),
    )


def _is_spoken_of(store: Store, thing: NamedNode) -> bool:
    """Tell whether a graph says anything of a thing beside what is known before any paper is read."""
    return store.query(_SPOKEN_OF, {"thing": [thing]}) is True


def _demand_no_other(store: Store, kind: str, value: str) -> None:
    """Refuse the name of another kind of actor than is asked for, and say what it names: a member where only factions can be meant."""
    if kind not in _ACTORS:
        return
    try:
        other = iri.ident(resolve(store, "actor", value).value)
    except QueryError:
        return
    raise QueryError(
        f"{value!r} is {other}; a {_CALLED.get(kind, kind)} is needed here", problem="other_kind", kind=kind, value=value, other=other
    )


def _named(store: Store, bound: Mapping[str, Sequence[Term]]) -> Iterator[tuple[NamedNode, str]]:
    for thing, name in select(store, _NAMES, bound).rows:
        if isinstance(thing, NamedNode) and isinstance(name, Literal):
            yield thing, name.value


def cell(term: Term | None) -> Cell:
    """Return a term as a Python value: our IRIs as ids, terms of known vocabularies with their prefix, dates as text."""
    if term is None or isinstance(term, BlankNode):
        return None if term is None else str(term)
    if isinstance(term, NamedNode):
        return iri.short(term.value)
    datatype = term.datatype.value
    if datatype in _NUMBERS:
        return _NUMBERS[datatype](term.value)
    return term.value == "true" if datatype == _XSD + "boolean" else term.value


@lru_cache(maxsize=256)
def _read(path: Path, _changed: int) -> SavedQuery:
    query = parse_head(path.read_text(encoding="utf-8"), path.stem)
    missing = [key for key, value in _WANTED.items() if not getattr(query, value)]
    if missing or not query.columns:
        raise QueryError(f"{path.name}: the head lacks {', '.join(missing or ['kolommen'])}")
    return query


def parse_head(text: str, name: str) -> SavedQuery:
    """Return a query with what the comment lines at its head say.

    Raises:
        QueryError: a line of the head is malformed; the line is told.
    """
    single: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = _HEAD_LINE.fullmatch(line)
        if found is None:
            break
        key, value = found["key"], found["text"]
        if key == "param":
            parameters.append(_parameter(value, f"{name}:{number}"))
        elif key in single:
            raise QueryError(f"{name}:{number}: a second {key!r}")
        else:
            single[key] = value
    return SavedQuery(
        name=name,
        title=single.get("titel", ""),
        question=single.get("vraag", ""),
        title_en=single.get("title", ""),
        question_en=single.get("question", ""),
        parameters=tuple(parameters),
        columns=_listed(single.get("kolommen", "")),
        keywords=_listed(single.get("trefwoorden", "")),
        text=text,
    )


def _parameter(text: str, where: str) -> Parameter:
    parts = [part.strip() for part in text.split("|")]
    if len(parts) not in (4, 5) or not all(parts):
        raise QueryError(f"{where}: {text!r}: a parameter is: name | kind | verplicht, - or default | explanation | explanation in English")
    name, kind, need, explanation, explanation_en = (*parts, parts[3])[:5]
    if kind not in (*KINDS, *LITERALS):
        raise QueryError(f"{where}: {kind!r} is no kind of parameter; allowed: {', '.join((*KINDS, *LITERALS))}")
    return Parameter(name, kind, need == _REQUIRED, None if need in (_REQUIRED, _OPTIONAL) else need, explanation, explanation_en)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _values(query: SavedQuery, given: Mapping[str, Value]) -> Iterator[tuple[str, Parameter | None, Value]]:
    """Yield the parameters that have a value, given or by default."""
    known = {parameter.name: parameter for parameter in query.parameters}
    if known and (unknown := sorted(given.keys() - known)):
        raise QueryError(f"{query.name} takes no parameter {unknown[0]!r}; it takes: {', '.join(known)}")
    for name, parameter in known.items():
        if name not in given and parameter.required:
            raise QueryError(f"{query.name} needs a value for {name!r} ({parameter.kind}): {parameter.explanation}. Give it as {name}=…")
        value = given.get(name, parameter.default)
        if value is not None:
            yield name, parameter, value
    if not known:
        yield from ((name, None, value) for name, value in given.items())


def _terms(store: Store, parameter: Parameter | None, value: Value) -> list[Term]:
    each = [value] if isinstance(value, str | int | float | date) else list(value)
    return [_term(store, parameter, one) for one in each]


def _term(store: Store, parameter: Parameter | None, value: str | int | float | date) -> Term:
    text = value.isoformat() if isinstance(value, date) else str(value)
    if parameter is None:
        return _guess(text)
    if parameter.kind in KINDS:
        return resolve(store, parameter.kind, text)
    if parameter.kind == "text":
        return Literal(text)
    if parameter.kind == "int":
        if not re.fullmatch(r"[+-]?\d+", text):
            raise QueryError(f"{parameter.name}={text!r}: a whole number is needed", problem="no_number", name=parameter.name, value=text)
        return Literal(text, datatype=_INTEGER)
    try:
        return Literal(date.fromisoformat(text).isoformat(), datatype=_DATE)
    except ValueError:
        raise QueryError(
            f"{parameter.name}={text!r}: a date such as 2022-01-13 is needed", problem="no_day", name=parameter.name, value=text
        ) from None


def _guess(text: str) -> Term:
    """Return the term for a parameter that no head describes: an id or IRI, a whole number, a date, else a text."""
    if re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", text):
        return NamedNode(text)
    if text.split("/")[0] + "/" in {prefix for _, prefix in KINDS.values() if prefix} | {"actor/"}:
        return NamedNode(iri.resource(text))
    if re.fullmatch(r"[+-]?\d+", text):
        return Literal(text, datatype=_INTEGER)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return Literal(text, datatype=_DATE)
    return Literal(text)
