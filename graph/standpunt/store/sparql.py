"""What happens to the text of a query before any engine sees it: parameters bound, prefixes added, SERVICE refused.

A parameter is a variable with a `VALUES` block of its own in the query:

    SELECT ?claim { VALUES ?faction { UNDEF } ?claim sp:holder ?faction }

The query runs as it stands in any SPARQL tool (`UNDEF`: any faction). Binding replaces what stands between the braces
by RDF terms, in every place where the block occurs; so it means the same in each engine, also inside subqueries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Variable
from pyoxigraph import Store as Engine

from standpunt.errors import QueryError
from standpunt.iri import PREFIXES
from standpunt.store.base import Bindings, Term

# PREFIX sp: <…>, the way a query declares it; a false hit in a comment only keeps a prefix from being added.
_DECLARED = re.compile(r"\bPREFIX\s+([A-Za-z][\w.-]*)?:\s*<", re.IGNORECASE)
# VALUES ?faction { UNDEF }: one variable, so that its terms are the only thing between the braces.
_VALUES = r"\bVALUES\s+[?$]{name}\s*\{{[^{{}}]*\}}"
_UNBOUND = re.compile(r"\bVALUES\s+[?$]\w+\s*\{\s*UNDEF\s*\}", re.IGNORECASE)
# Not as part of a variable: no keyword can stand right behind `?` or `$`, whatever is taken for a string, an IRI or a comment. In a
# prefixed name it can: of `x:SERVICE`, a parser may take `x:` for the whole name where that prefix makes no IRI with what follows. Our
# prefixes make one with any word; what stands before a name shows that it begins there, and is no variable (`?schema`), blank node, tag.
_SERVICE = re.compile(
    rf"(?P<variable>[?$][A-Za-z0-9_]+)|(?:(?<=[\s(){{}}\[\]|/^!,;])|\A)(?P<prefix>{'|'.join(PREFIXES)}):service\w*|service", re.IGNORECASE
)
_PREFIX = re.compile(r"prefix", re.IGNORECASE)
# PREFIX schema: <https://schema.org/>
_WHOLLY_DECLARED = re.compile(r"\bPREFIX\s+(?P<name>[A-Za-z][\w.-]*)?:\s*<(?P<iri>[^<>\s\\]*)>", re.IGNORECASE)
# \u0022 and the like: engines differ in whether these are read before or after strings are recognised.
_ESCAPED_ASCII = re.compile(r"\\u00[0-7][0-9A-Fa-f]|\\U000000[0-7][0-9A-Fa-f]")
# FROM as a keyword, and the graph behind it: not in an IRI, a string or a comment, and not as in ?from, from:x or x:from.
_FROM = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>
    | "{3} (?: "{0,2} (?: [^"\\] | \\. ) )* "{3}  |  '{3} (?: '{0,2} (?: [^'\\] | \\. ) )* '{3}
    | " (?: [^"\\\n\r] | \\. )* "  |  ' (?: [^'\\\n\r] | \\. )* '
    | \# [^\n\r]*
    | (?<![\w?$:.-]) (?P<choice> FROM (?![\w:.-]) (?: (?: \s+ NAMED\b )? \s* (?: <[^<>\s]*> | [\w.-]*:[^\s{]* ) )? )""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# The first keyword after the prologue: `# …`, `BASE <…>`, `PREFIX sp: <…>`.
_FORM = re.compile(r"(?:\s+|#[^\n\r]*|BASE\s*<[^>]*>|PREFIX\s+[^\s:]*:\s*<[^>]*>)*(?P<form>SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
# GRAPH <…> or GRAPH id:motions, not GRAPH ?g
_NAMED_GRAPH = re.compile(r"(?<![\w?$:.-])GRAPH\s*(?:#[^\n\r]*\s*)*[^\s?$#]", re.IGNORECASE)
# error at 1:9: expected one of DESCRIBE, [_]
_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<expected>.*)", re.DOTALL)
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\b", re.IGNORECASE)


def bind(text: str, bindings: Bindings) -> str:
    """Return the query with the terms in its `VALUES` blocks; blocks that stay open (`UNDEF`) are taken out.

    Raises:
        QueryError: the query has no `VALUES` block for a name, or no terms were given for it.
    """
    for name, value in bindings.items():
        terms: Sequence[Term] = value if isinstance(value, Sequence) else (value,)
        if not terms:
            raise QueryError(f"no value for ?{name}")
        block = f"VALUES ?{name} {{ {' '.join(map(str, terms))} }}"
        text, found = re.subn(_VALUES.format(name=re.escape(name)), lambda _: block, text, flags=re.IGNORECASE)  # noqa: B023
        if not found:
            raise QueryError(f"the query takes no parameter {name!r}: it has no `VALUES ?{name} {{ UNDEF }}`")
    # An open block means "any", as does no block at all; without it an engine plans its joins better.
    return _UNBOUND.sub(" ", text)


def with_prefixes(text: str) -> str:
    """Return the query with the prefixes of `iri.PREFIXES` that it doesn't declare, on its first line so that line numbers stay."""
    declared = set(_DECLARED.findall(text))
    return "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items() if name not in declared) + text


def chooses_graphs(text: str) -> bool:
    """Tell whether a query says itself which graphs it sees, by `FROM` or `FROM NAMED`."""
    return any(found["choice"] for found in _FROM.finditer(text))


def without_choice(text: str) -> str:
    """Return the query without its `FROM` and `FROM NAMED`, for an engine that would add to them what the protocol names."""
    return _FROM.sub(lambda found: " " if found["choice"] else found[0], text)


def form(text: str) -> str:
    """Return which of SELECT, ASK, CONSTRUCT and DESCRIBE a query is, that Oxigraph's parser has accepted."""
    found = _FORM.match(text)
    return found["form"].upper() if found else ""


def names_a_graph(text: str) -> bool:
    """Tell whether a query names a graph outright, as in `GRAPH <…>`; a false hit in a string or comment does no harm."""
    return _NAMED_GRAPH.search(text) is not None


def without_service(text: str) -> str:
    r"""Return the query in a form in which `SERVICE` can't be a keyword for Oxigraph.

    The first letter of every "service" becomes a `\u0053` escape, but in the name of a variable and behind a prefix of ours that the query
    doesn't declare as another. In strings and IRIs that is the same text, in comments it is nothing; anywhere else Oxigraph's own parser
    refuses it. So no way of hiding the keyword from a scanner works.
    """
    ours = _prefixes_of_ours(text)

    def without(word: re.Match[str]) -> str:
        if word["variable"] or word["prefix"] in ours:
            return word[0]
        before, keyword = word[0][: -len(word[0].rpartition(":")[2])], word[0].rpartition(":")[2]
        return f"{before}\\u{ord(keyword[0]):04X}{keyword[1:]}"

    return _SERVICE.sub(without, text)


def _prefixes_of_ours(text: str) -> frozenset[str]:
    """Return the prefixes that surely mean in a query what they mean to us; none where it may declare one in a way that isn't seen here."""
    declared = list(_WHOLLY_DECLARED.finditer(text))
    if len(_PREFIX.findall(text)) != len(declared):
        return frozenset()
    return frozenset(PREFIXES) - {found["name"] for found in declared if PREFIXES.get(found["name"]) != found["iri"]}


def parse(text: str) -> None:
    """Let Oxigraph's parser judge a query, without running any of it.

    Raises:
        QueryError: the query is no SPARQL or is forbidden.
    """
    try:
        # A value for a variable that no query has: Oxigraph parses, finds it missing, and stops.
        Engine().query(without_service(text), prefixes=PREFIXES, substitutions={Variable("standpunt_parse_only"): Literal("")})
    except SyntaxError as error:
        raise refusal(text, error) from error
    except RuntimeError:
        return


def parse_for_others(text: str) -> None:
    """Refuse a query that would change another engine's store, or make that engine ask a third party.

    Raises:
        QueryError: the query is no SPARQL or is forbidden.
    """
    if _ESCAPED_ASCII.search(text):
        raise QueryError("write the character itself instead of a \\u escape of an ASCII character")
    parse(text)


def removals(graphs: Iterable[NamedNode]) -> list[str]:
    """Return the updates that remove graphs; joined by semicolons, updates are one transaction."""
    return [f"DROP SILENT GRAPH {graph}" for graph in graphs]


def insertions(contents: Mapping[NamedNode, bytes]) -> list[str]:
    """Return the updates that add N-Triples to graphs."""
    return [f"INSERT DATA {{ GRAPH {graph} {{ {body.decode()} }} }}" for graph, body in contents.items() if body]


def deletions(contents: Mapping[NamedNode, bytes]) -> list[str]:
    """Return the updates that take N-Triples out of graphs."""
    return [f"DELETE DATA {{ GRAPH {graph} {{ {body.decode()} }} }}" for graph, body in contents.items() if body]


def refusal(text: str, error: SyntaxError) -> QueryError:
    """Return the error that says why a query was not accepted, in words that help to mend it."""
    if without_service(text) != text:
        hint, problem = (
            "SERVICE is refused: a query never leaves this store. In a name with a prefix of your own (my:service) write the whole IRI.",
            "service",
        )
    elif _UPDATE.search(text):
        hint, problem = "Only SELECT, ASK, CONSTRUCT and DESCRIBE are accepted; a query never changes the store.", "read_only"
    else:
        place = _PLACE.search(str(error))
        told = place.groupdict() if place else {"line": "?", "column": "?", "expected": str(error)}
        return QueryError(f"the query can't be read as SPARQL: {error}", problem="no_sparql", **told)
    return QueryError(f"the query is not accepted ({error}). {hint}", problem=problem)
