"""What is answered to each kind of request; nothing here knows of HTTP but its status and headers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from standpunt import iri, query, resources
from standpunt.errors import QueryError, QueryStopped, ResourceMissing
from standpunt.query import SavedQuery
from standpunt.store import Rows, Triples
from standpunt.store.directory import PublishedStore
from standpunt.web import results
from standpunt.web.current import Current
from standpunt.web.describe import PAGE, Asker, describe, names_in, quoted
from standpunt.web.errors import Refused
from standpunt.web.limits import Limits
from standpunt.web.negotiate import GRAPHS, HTML, ROWS, TRUTH, TURTLE, Format, choose
from standpunt.web.pages import Page
from standpunt.web.protocol import Asked

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
#: The names that the W3C gives to the formats of results and of RDF.
_DESCRIBED: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "N3"),
)
_FOUND: Final = 50  # things that a search shows
_QUOTED: Final = 20  # sentences that it shows
_SHOWN: Final = 50  # triples that the page of a named graph shows

_COUNTS: Final = """
SELECT ?kind (COUNT(DISTINCT ?thing) AS ?n) {
  VALUES ?kind { sp:Paper sp:Exchange sp:Claim sp:Commitment } ?thing a ?kind } GROUP BY ?kind"""
_HOLDERS: Final = """
SELECT ?thing (COUNT(?claim) AS ?n) { ?claim a sp:Claim ; sp:holder ?thing } GROUP BY ?thing ORDER BY DESC(?n) ?thing LIMIT 16"""
_TOPICS: Final = """
SELECT ?thing (COUNT(?claim) AS ?n) { ?claim a sp:Claim ; sp:topic ?thing } GROUP BY ?thing ORDER BY DESC(?n) ?thing LIMIT 16"""
_PAPERS: Final = """
SELECT ?thing (SAMPLE(?issued) AS ?date) {
  ?thing a sp:Paper ; dcterms:issued ?issued } GROUP BY ?thing ORDER BY DESC(?date) ?thing LIMIT 8"""
_DATELESS: Final = """
SELECT ?thing { ?thing a sp:Paper FILTER NOT EXISTS { ?thing dcterms:issued ?date } } ORDER BY ?thing LIMIT 9"""

#: What the start page lists.
_LISTS: Final = {"papers": _PAPERS, "dateless": _DATELESS, "holders": _HOLDERS, "topics": _TOPICS}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, ready to be sent."""

    content: bytes
    media: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    truncated: int | None = None  # the number after which it was cut off
    own_script: bool = False  # the page brings a script of its own


class Site:
    """Answers from the graph that is published now."""

    def __init__(self, current: Current, limits: Limits) -> None:
        self._current = current
        self._limits = limits

    @contextmanager
    def _asker(self) -> Iterator[tuple[PublishedStore, Asker]]:
        with self._current.lent() as store:
            yield store, Asker(store, self._limits.seconds)

    def sparql(self, accept: str | None, asked: Asked) -> Reply:
        """Answer a query of the visitor's own."""
        text = asked.query or ""
        choose((*ROWS, *GRAPHS), accept, asked.format)  # what can't be written in any case need not be run
        most = self._limits.rows
        with self._asker() as (store, ask):
            answer = store.query(text, seconds=self._limits.seconds, limit=most + 1, dataset=asked.dataset)
            forms = GRAPHS if isinstance(answer, Triples) else ROWS if isinstance(answer, Rows) else TRUTH
            form = choose(forms, accept, asked.format)
            if isinstance(answer, Triples):
                columns: tuple[str, ...] = ("subject", "predicate", "object")
                found: list[results.Row] = [(each.subject, each.predicate, each.object) for each in answer.triples]
            elif isinstance(answer, Rows):
                columns, found = answer.columns, list(answer.rows)
            else:
                columns, found = (), [(Literal(answer),)]
            truncated = most if len(found) > most else None
            found = found[:most]
            if form is HTML:
                page = Page(asked.lang, ask.names(_things(found)))
                shown = {"query": text, "columns": columns, "rows": found, "truncated": truncated, "limits": self._limits}
                truth = answer if isinstance(answer, bool) else None
                return Reply(page.render("sparql.html", truth=truth, formats=forms, **shown).encode(), form.media, truncated=truncated)
        if isinstance(answer, bool):
            return Reply(results.truth(answer, form), form.media)
        if isinstance(answer, Triples):
            content = results.triples((Triple(*row) for row in found), form)  # type: ignore[arg-type]
        else:
            content = results.rows(columns, found, form)
        return Reply(content, form.media, truncated=truncated)

    def service(self, address: str, accept: str | None, asked: Asked) -> Reply:
        """Describe the endpoint, as RDF or as a page with a form."""
        form = choose(GRAPHS, accept, asked.format)
        if form is HTML:
            nothing = {"query": None, "columns": (), "rows": (), "truncated": None, "truth": None, "formats": ()}
            return Reply(Page(asked.lang).render("sparql.html", limits=self._limits, **nothing).encode(), form.media)
        return Reply(results.triples(_service_description(address), form), form.media)

    def thing(self, ident: str, form: Format, parameters: Mapping[str, str]) -> Reply:
        """Tell what the graph says of a thing; of a named graph that nothing is said of, what stands in it."""
        address = iri.resource(ident)
        with self._asker() as (_, ask):
            if form is not HTML:
                most = self._limits.rows
                found = ask.triples(address, most) or ask.contents(address, most)
                if not found:
                    raise Refused(404, f"{address}: this graph says nothing of it", problem="nothing_said", thing=iri.ident(address))
                return Reply(results.triples(found[:most], form), form.media, truncated=most if len(found) > most else None)
            relation = parameters.get("relation")
            number = _page_number(parameters.get("page"))
            thing = describe(ask, address, relation=iri.term(relation) if relation and relation.isalnum() else None, page=number)
            if thing is None:
                return self._named_graph(ask, address, parameters.get("lang"))
        count = sum(thing.counts.values()) if not relation else thing.counts.get(iri.term(relation), 0)
        page = Page(parameters.get("lang"), thing.names, thing.words)
        pages = max(1, -(-count // PAGE))
        shown = {"relation": relation, "number": number, "pages": pages, "path": f"/id/{address[len(iri.ID) :]}"}
        return Reply(page.render("thing.html", thing=thing, **shown).encode(), form.media)

    def _named_graph(self, ask: Asker, address: str, lang: str | None) -> Reply:
        """Show the beginning of a named graph, which has no page as a thing."""
        found = ask.contents(address, _SHOWN)
        if not found:
            raise Refused(404, f"{address}: this graph says nothing of it", problem="nothing_said", thing=iri.ident(address))
        shown = [(each.subject, each.predicate, each.object) for each in found[:_SHOWN]]
        page = Page(lang, ask.names(_things(shown)))
        told = {"address": address, "path": f"/id/{address[len(iri.ID) :]}", "rows": shown, "more": len(found) > _SHOWN}
        return Reply(page.render("graph.html", formats=GRAPHS, **told).encode(), HTML.media)

    def start(self, parameters: Mapping[str, str]) -> Reply:
        """Show where to begin."""
        with self._asker() as (_, ask):
            counts = {row["kind"].value: int(row["n"].value) for row in ask.rows(_COUNTS, {})}
            listed = {name: ask.rows(text, {}) for name, text in _LISTS.items()}
            names = ask.names(row["thing"].value for rows in listed.values() for row in rows if isinstance(row["thing"], NamedNode))
        page = Page(parameters.get("lang"), names)
        return Reply(page.render("start.html", counts=counts, saved=query.saved(), limits=self._limits, **listed).encode(), HTML.media)

    def question(self, name: str, parameters: Mapping[str, str]) -> Reply:
        """Show a saved question with its parameters, and the answer once they are there."""
        saved = _saved(name)
        given = {each.name: parameters[each.name].strip() for each in saved.parameters if parameters.get(each.name, "").strip()}
        lacking = [each for each in saved.parameters if each.required and each.name not in given]
        page = Page(parameters.get("lang"))
        found, problem = None, None
        dateless: list[str] = []
        placeless: list[str] = []
        with self._asker() as (store, ask):
            if not lacking:
                try:
                    found = query.run(store, saved, seconds=self._limits.seconds, limit=self._limits.rows, **given)
                    dateless = [iri.resource(each) for each in query.undated(store, saved, given)]
                    placeless = [iri.resource(each) for each in query.unplaced(store, saved, given)]
                    named = ask.names({*_things(found.terms), *dateless, *placeless})
                    page = Page(page.lang, named, english=ask.english(page.dutch_in(found)))
                except QueryStopped:
                    raise
                except QueryError as error:
                    problem = error
        truncated = self._limits.rows if found is not None and found.truncated else None
        shown = {"saved": saved, "given": given, "found": found, "problem": problem, "truncated": truncated}
        shown |= {"dateless": dateless, "placeless": placeless}
        return Reply(page.render("question.html", **shown).encode(), HTML.media, 400 if problem else 200, truncated=truncated)

    def search(self, parameters: Mapping[str, str]) -> Reply:
        """Show the things that are called so, and the sentences that say so."""
        asked = parameters.get("q", "").strip()
        with self._asker() as (store, ask):
            found = store.search(asked, names=_FOUND + 1, sentences=_QUOTED + 1)
            quotations = quoted(ask, found.sentences[:_QUOTED])
            said = [claim for each in quotations for claim in each.claims]
            mentioned = {each for named in found.named for each in (named.thing, named.kind)} | {each.paper for each in quotations}
            names = ask.names(mentioned | names_in(said))
        page = Page(parameters.get("lang"), names)
        more = len(found.named) > _FOUND or len(found.sentences) > _QUOTED
        shown = {"q": asked, "named": found.named[:_FOUND], "quotations": quotations, "more": more}
        return Reply(page.render("search.html", **shown).encode(), HTML.media)


def ontology(file: str, accept: str | None, wanted: str | None, *, slash: bool) -> Reply:
    """Give the ontology: its page, its Turtle, or another form of RDF; and the files beside it."""
    if file not in ("", "index.html", _version()):
        if file not in ("standpunt.ttl", "shapes.ttl", "alignments.ttl"):
            raise Refused(404, f"{file}: there is no such file beside the ontology", problem="no_file", file=file)
        return Reply(resources.path("ontology", file).read_bytes(), TURTLE.media)
    form = choose((HTML, *GRAPHS), accept, wanted)
    if form is TURTLE:
        return Reply(resources.path("ontology", "standpunt.ttl").read_bytes(), TURTLE.media)
    if form is not HTML:
        return Reply(results.triples(_ontology(), form), form.media)
    if file == _version() or not (file or slash):  # the links of the page begin at its folder
        return Reply(b"", HTML.media, 303, {"Location": "/ontology/"})
    try:
        return Reply(resources.path("ontology", "index.html").read_bytes(), HTML.media, own_script=True)
    except ResourceMissing as error:
        raise Refused(404, str(error), problem=error.problem, **error.told) from error


@cache
def _ontology() -> tuple[Triple, ...]:
    text = resources.path("ontology", "standpunt.ttl").read_bytes()
    return tuple(quad.triple for quad in parse(text, format=RdfFormat.TURTLE))


@cache
def _version() -> str:
    """Return what the address of this version of the ontology ends in."""
    (version,) = (each.object for each in _ontology() if each.predicate.value == iri.PREFIXES["owl"] + "versionIRI")
    return str(getattr(version, "value", "")).removeprefix(iri.SP.removesuffix("#") + "/")


def _saved(name: str) -> SavedQuery:
    try:
        return query.find(name)
    except QueryError as error:
        raise Refused(404, str(error), problem=error.problem, **error.told) from error


def _page_number(given: str | None) -> int:
    return max(1, int(given)) if given and given.isdecimal() and len(given) < 6 else 1


def _things(rows: Sequence[Sequence[object]]) -> set[str]:
    """Return our things in a table; those of others are shown by their address."""
    return {cell.value for row in rows for cell in row if isinstance(cell, NamedNode) and cell.value.startswith((iri.ID, iri.SP))}


def _service_description(address: str) -> list[Triple]:
    """Return what the W3C's service description says of this endpoint."""

    def sd(name: str) -> NamedNode:
        return NamedNode(_SD + name)

    service, dataset, graph = NamedNode(address), NamedNode(f"{address}#dataset"), NamedNode(f"{address}#union")
    kind = NamedNode(iri.PREFIXES["rdf"] + "type")
    said: list[tuple[NamedNode, NamedNode, NamedNode]] = [
        (service, kind, sd("Service")),
        (service, sd("endpoint"), service),
        (service, sd("supportedLanguage"), sd("SPARQL11Query")),
        (service, sd("feature"), sd("UnionDefaultGraph")),
        (service, sd("defaultDataset"), dataset),
        (dataset, kind, sd("Dataset")),
        (dataset, sd("defaultGraph"), graph),
        (graph, kind, sd("Graph")),
    ]
    said += [(service, sd("resultFormat"), NamedNode(_FORMATS + name)) for name in _DESCRIBED]
    return [Triple(*each) for each in said]
