"""The SPARQL 1.1 protocol: what a request asks, whatever way it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from standpunt.store import Dataset
from standpunt.web.errors import Refused

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
_READ_ONLY: Final = "this endpoint is for reading only; it takes SELECT, ASK, CONSTRUCT and DESCRIBE"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to the endpoint."""

    query: str | None  # None where only the service is to be described
    dataset: Dataset | None
    format: str | None
    lang: str | None


def read_request(method: str, query_string: bytes, content_type: str, body: bytes) -> Asked:
    """Return what a request asks.

    Args:
        method: GET, HEAD or POST.
        query_string: what stands behind the question mark, as sent.
        content_type: of the body, with its parameters.
        body: empty unless the method is POST.

    Raises:
        Refused: 400 or 415, with what is wrong.
    """
    given = _pairs(query_string)
    if method == "POST":
        kind, _, parameters = content_type.lower().partition(";")
        kind = kind.strip()
        if "charset" in parameters and "utf-8" not in parameters:
            raise Refused(415, f"{content_type}: only UTF-8 is read", problem="no_utf8")
        if kind == FORM:
            given += _pairs(body)
        elif kind == QUERY:
            if any(name == "query" for name, _ in given):
                raise Refused(400, "a query in the address and one in the body; send one", problem="two_queries")
            given.append(("query", _text(body)))
        elif kind == UPDATE:
            raise Refused(400, _READ_ONLY, problem="read_only")
        else:
            raise Refused(415, f"{kind or 'no Content-Type'}: a POST is {QUERY} or {FORM}", problem="no_content_type", kind=kind or "–")
    return _asked(given, must_ask=method == "POST")


def _asked(given: list[tuple[str, str]], *, must_ask: bool) -> Asked:
    def values(name: str) -> tuple[str, ...]:
        return tuple(value for each, value in given if each == name)

    if values("update") or values("using-graph-uri") or values("using-named-graph-uri"):
        raise Refused(400, _READ_ONLY, problem="read_only")
    queries = values("query")
    if len(queries) > 1:
        raise Refused(400, "more than one query; send one", problem="two_queries")
    if must_ask and not queries:
        raise Refused(400, "no query; send it as the parameter 'query'", problem="no_query")
    # An empty field of a form is no graph.
    default, named = (tuple(filter(None, values(name))) for name in ("default-graph-uri", "named-graph-uri"))
    # SPARQLWrapper sends what it wants under three names at once.
    wanted = next((value for name in ("format", "output", "results") for value in values(name) if value), None)
    dataset = Dataset(default, named) if default or named else None
    return Asked(queries[0] if queries else None, dataset, wanted, next(iter(values("lang")), None))


def _pairs(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except (UnicodeDecodeError, ValueError) as error:
        raise Refused(
            400,
            f"the parameters can't be read: they must be UTF-8, percent-encoded, and at most a hundred ({error})",
            problem="no_parameters",
        ) from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"the query is no UTF-8 ({error})", problem="no_utf8") from error
