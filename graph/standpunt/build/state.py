"""What a graph already holds, and with which rules it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from standpunt import iri, resources
from standpunt.assemble import Text, terms
from standpunt.store import Store, select

#: The modules whose code decides what is found in a paper.
STEPS: Final = ("model.py", "iri.py", "knowledge", "read", "structure", "annotate", "relate", "assemble")
_KNOWN: Final = """SELECT ?paper ?stamp ?file ?sha256 ?reviews {
  ?paper sp:inputHash ?stamp ; sp:version ?version . ?version sp:fileName ?file ; schema:sha256 ?sha256 .
  OPTIONAL { ?paper sp:reviewHash ?reviews } }"""
#: Older texts, nearest first: how many of them lie between each and the one that the paper has now.
_TEXTS: Final = """SELECT ?old ?sha256 ?file {
  { SELECT ?old (COUNT(DISTINCT ?between) AS ?steps) {
    VALUES ?paper { UNDEF }
    ?paper sp:version ?new . ?new prov:wasRevisionOf+ ?old . ?new prov:wasRevisionOf* ?between . ?between prov:wasRevisionOf+ ?old
  } GROUP BY ?old }
  ?old schema:sha256 ?sha256 ; sp:fileName ?file .
} ORDER BY ?steps"""


@dataclass(frozen=True, slots=True)
class Known:
    """A paper that is in the graph."""

    paper: str
    stamp: str
    file: str
    sha256: str
    reviews: str | None = None  # checksum of the reviews that its graph was changed by


def known(store: Store) -> dict[str, Known]:
    """Return the papers in the graph, by id."""
    found = {}
    for row in select(store, _KNOWN).rows:
        paper, stamp, file, sha256, reviews = (term.value if isinstance(term, NamedNode | Literal) else "" for term in row)
        ident = iri.ident(paper)
        found[ident] = Known(ident, stamp, file, sha256, reviews or None)
    return found


def texts_of(store: Store, paper: Known) -> list[Text]:
    """Return the texts that a paper had, the newest first; the one that it has now is the first."""
    rows = select(store, _TEXTS, {"paper": NamedNode(iri.resource(paper.paper))}).rows
    older = {old.value: Text(sha256.value, file.value) for old, sha256, file in rows}  # type: ignore[union-attr]
    return [Text(paper.sha256, paper.file), *older.values()]


def state_graph(ident: str) -> str:
    """Return the graph that holds the stamp of a paper, or of another graph of ours."""
    return iri.resource(f"state/{ident}")


def stamp_quads(ident: str, stamp: str, reviews: str | None = None) -> list[Quad]:
    """Return the record of what a paper was made from, and of the reviews that changed it."""
    it = NamedNode(iri.resource(ident))
    changed = [Quad(it, terms.REVIEW_HASH, Literal(reviews))] if reviews else []
    return [Quad(it, terms.INPUT_HASH, Literal(stamp)), *changed]


def software_version() -> str:
    """Return the version of standpunt; a checkout that isn't installed has none."""
    try:
        return version("standpunt")
    except PackageNotFoundError:
        return "checkout"


@lru_cache
def rule_set_hash() -> str:
    """Return a hash of everything that decides what is found in a paper: knowledge files, ontology, and our own code."""
    digest = hashlib.sha256()
    for path in _rule_files():
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _rule_files() -> Iterator[Path]:
    yield from sorted(resources.path("data", "knowledge").rglob("*.csv"))
    yield from sorted(resources.path("ontology").glob("*.ttl"))
    for step in STEPS:
        path = resources.PACKAGE / step
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]
