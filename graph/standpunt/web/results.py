"""Answers as bytes: the result formats of SPARQL 1.1, and RDF."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, serialize

from standpunt import iri
from standpunt.export.xml import writable
from standpunt.web.negotiate import CSV, JSON, RDFXML, TSV, XML, Format

Value: TypeAlias = NamedNode | BlankNode | Literal | Triple
Row: TypeAlias = Sequence[Value | None]

_STRING: Final = iri.PREFIXES["xsd"] + "string"
_XML: Final = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
_ITS: Final = ' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'


def rows(columns: Sequence[str], found: Iterable[Row], form: Format) -> bytes:
    """Return the answer to SELECT."""
    return {JSON: _json, XML: _xml, CSV: _csv, TSV: _tsv}[form](columns, found).encode()


def truth(value: bool, form: Format) -> bytes:
    """Return the answer to ASK."""
    word = str(value).lower()
    return {JSON: f'{{"head":{{}},"boolean":{word}}}', XML: f"{_XML}<head/><boolean>{word}</boolean></sparql>"}[form].encode()


def triples(found: Iterable[Triple], form: Format) -> bytes:
    """Return RDF: sorted, each triple once, so that the same graph is the same text."""
    ordered = sorted({_writable(triple) for triple in found} if form == RDFXML else set(found), key=str)
    return serialize(ordered, format=form.rdf, prefixes=dict(iri.PREFIXES)) or b""


def _writable(triple: Triple) -> Triple:
    """Return a triple as XML can hold it."""
    value = triple.object
    if not isinstance(value, Literal) or (text := writable(value.value)) == value.value:
        return triple
    if value.language:
        return Triple(triple.subject, triple.predicate, Literal(text, language=value.language, direction=value.direction))
    return Triple(triple.subject, triple.predicate, Literal(text, datatype=value.datatype))


def _json(columns: Sequence[str], found: Iterable[Row]) -> str:
    bindings = [{name: _json_term(term) for name, term in zip(columns, row, strict=True) if term is not None} for row in found]
    return json.dumps({"head": {"vars": list(columns)}, "results": {"bindings": bindings}}, ensure_ascii=False)


def _json_term(term: Value) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    written = {"type": "literal", "value": term.value}
    if term.language:
        written["xml:lang"] = term.language
        if term.direction:
            written["its:dir"] = str(term.direction)
    elif term.datatype.value != _STRING:
        written["datatype"] = term.datatype.value
    return written


def _xml(columns: Sequence[str], found: Iterable[Row]) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in columns)
    results = "".join(f"<result>{''.join(_xml_bindings(columns, row))}</result>\n" for row in found)
    return f"{_XML}<head>{head}</head><results>\n{results}</results></sparql>"


def _xml_bindings(columns: Sequence[str], row: Row) -> Iterator[str]:
    for name, term in zip(columns, row, strict=True):
        if term is not None:
            yield f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"


def _xml_term(term: Value) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts.items())}</triple>"
    kind = ""
    if term.language:
        kind = f" xml:lang={quoteattr(term.language)}" + (f' its:dir="{term.direction}"{_ITS}' if term.direction else "")
    elif term.datatype.value != _STRING:
        kind = f" datatype={quoteattr(term.datatype.value)}"
    # A bare carriage return would be read back as a line feed.
    return f"<literal{kind}>{escape(writable(term.value), {chr(13): '&#13;'})}</literal>"


def _csv(columns: Sequence[str], found: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_plain(term) for term in row] for row in found)
    return out.getvalue()


def _plain(term: Value | None) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else "" if term is None else str(term)


def _tsv(columns: Sequence[str], found: Iterable[Row]) -> str:
    lines = ["\t".join(f"?{name}" for name in columns)]
    lines += ["\t".join("" if term is None else _escaped(term) for term in row) for row in found]
    return "\n".join(lines) + "\n"


def _escaped(term: Value) -> str:
    """Return a term as Turtle writes it on one line."""
    return str(term).replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")
