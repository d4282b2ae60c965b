"""Is what we know and what we wrote sound? Knowledge files, ontology, examples, saved queries, and a graph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pyoxigraph as ox

from standpunt import agreement, iri, knowledge, resources
from standpunt.assemble.validate import Violation, validate, validate_store
from standpunt.errors import Fault, KnowledgeError, QueryError
from standpunt.query import cell
from standpunt.store import Store, open_store, select
from standpunt.store.sparql import parse

Severity: TypeAlias = Literal["error", "warning"]
SEVERITIES: Final[Mapping[str, Severity]] = {"fout": "error", "waarschuwing": "warning"}
TOLD: Final = 5  # findings of one rule or check query; a broken rule is seldom broken once

# "# nl: Een uitspraak zonder zin."
_HEAD_LINE = re.compile(r"#\s*(?P<key>nl|en|ernst):\s*(?P<text>.*\S)\s*")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, and where. A warning may be so for a reason; an error may not."""

    what: str  # knowledge, ontology, example, query, graph
    where: str
    problem: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.what}: {self.where}: {'warning: ' if self.severity == 'warning' else ''}{self.problem}"


@dataclass(frozen=True, slots=True)
class CheckQuery:
    """A query that must find nothing, and what it means when it does.

    Comment lines at the head of its file say so: `# nl: …`, `# en: …`, `# ernst: fout` or `# ernst: waarschuwing`. Each row is a
    finding: first what it is about, then what helps to see why.
    """

    name: str
    messages: Mapping[str, str]  # by language
    severity: Severity
    text: str


def check(graph: Path | None = None) -> Iterator[Finding]:
    """Yield what is wrong with knowledge, ontology, examples and saved queries, and with a graph if one is named.

    Raises:
        StoreError: the graph can't be opened.
    """
    faults = list(_knowledge())
    yield from faults
    ontology = list(_ontology())
    yield from ontology
    if not faults and not ontology:  # else what follows says the same again, in worse words
        yield from _examples()
        yield from _queries()
        if graph is not None:
            yield from _graph(graph)


def uncovered(paths: Sequence[Path]) -> list[tuple[str, int]]:
    """Return the noun phrases that papers keep using and no topic covers, with the number of sentences they stand in.

    Raises:
        StandpuntError: a paper can't be read, or there is none.
    """
    from standpunt.annotate.uncovered import uncovered as uncovered_in  # loads spaCy
    from standpunt.build.files import find
    from standpunt.read import read_source
    from standpunt.structure import structure

    papers = find(paths, outside=Path("standpunt.graph"))
    return uncovered_in(structure(read_source(paper.path), paper.metadata) for paper in papers)


def _knowledge() -> Iterator[Finding]:
    for fault in list(knowledge.check()) or list(agreement.faults()) or _tried():
        yield Finding("knowledge", fault.where, fault.what)


def _tried() -> Iterator[Fault]:
    """Yield what shows only when the files are put to use; they can be read and agree."""
    try:
        from standpunt.relate import proof  # at import already it looks words up by their class
    except KnowledgeError as error:
        yield from error.faults
        return
    yield from list(proof.unreadable()) or proof.faults()


def _ontology() -> Iterator[Finding]:
    for path in sorted(resources.path("ontology").rglob("*.ttl")):
        try:
            _triples(path)
        except SyntaxError as error:
            yield Finding("ontology", f"{_below_ontology(path)}:{error.lineno or 0}", str(error.msg))


def _examples() -> Iterator[Finding]:
    """Check that the shapes accept every good example and refuse every bad one."""
    folder = resources.path("ontology", "examples")
    context = _triples(folder / "context.ttl")
    for path in sorted(folder.glob("*/*.ttl")):
        violations = validate(_triples(path), known=context)
        if path.parent.name == "good":
            yield from (Finding("example", _below_ontology(path), f"is good, but: {violation}") for violation in violations)
        elif not violations:
            yield Finding("example", _below_ontology(path), "is bad, but no shape says so")


def _queries() -> Iterator[Finding]:
    for path in sorted(resources.path("ontology", "queries").rglob("*.rq")):
        try:
            parse(path.read_text(encoding="utf-8"))
        except QueryError as error:
            yield Finding("query", _below_ontology(path), str(error))


def _graph(location: Path) -> Iterator[Finding]:
    store = open_store(location)
    try:
        violations = sorted(validate_store(lambda text: select(store, text).rows), key=_rule)
        for (_, message), broken in groupby(violations, key=_rule):
            yield from _first([Finding("graph", one.focus, one.problem) for one in broken], message)
        for query in check_queries():
            yield from _answers(store, query)
    finally:
        store.close()


def check_queries() -> list[CheckQuery]:
    """Return the queries of `ontology/queries/checks`, by name.

    Raises:
        QueryError: the head of one is not whole.
    """
    return [_check_query(path) for path in sorted(resources.path("ontology", "queries", "checks").glob("*.rq"))]


def _check_query(path: Path) -> CheckQuery:
    text = path.read_text(encoding="utf-8")
    head = {found["key"]: found["text"] for found in map(_HEAD_LINE.fullmatch, text.splitlines()) if found}
    if head.keys() < {"nl", "en", "ernst"} or head["ernst"] not in SEVERITIES:
        raise QueryError(f"{path.name}: its head must say nl, en and ernst ({' or '.join(SEVERITIES)})")
    return CheckQuery(path.stem, {language: head[language] for language in ("nl", "en")}, SEVERITIES[head["ernst"]], text)


def _answers(store: Store, check: CheckQuery) -> Iterator[Finding]:
    """Run a check query: each row that it returns is a finding."""
    findings = []
    for row in select(store, check.text).rows:
        where, *others = ("" if term is None else str(cell(term)) for term in row)
        detail = f" ({', '.join(others)})" if others else ""
        findings.append(Finding("graph", where, check.messages["nl"] + detail, check.severity))
    yield from _first(findings, check.messages["nl"])


def _rule(violation: Violation) -> tuple[str, str]:
    return violation.shape, violation.message


def _first(findings: Sequence[Finding], message: str) -> Iterator[Finding]:
    """Yield the first few findings of one rule, then how many more break it."""
    yield from findings[:TOLD]
    if len(findings) > TOLD:
        yield Finding("graph", f"and {len(findings) - TOLD} more", message, findings[0].severity)


def _triples(path: Path) -> list[ox.Quad]:
    graph = ox.NamedNode(iri.ID + path.name)
    return [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in ox.parse(path=path)]


def _below_ontology(path: Path) -> str:
    return path.relative_to(resources.path("ontology")).as_posix()
