"""Where a graph comes from: the text of a paper, the build that read it, the text that it replaced.

The papers' own graphs hold nothing of a build, so that they are the same from build to build; a build has a graph of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from pyoxigraph import Literal, NamedNode, Triple

from standpunt import iri
from standpunt.assemble import terms
from standpunt.assemble.nodes import moment, node
from standpunt.model import Source


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a paper had, as far as it is remembered."""

    sha256: str
    file: str


@dataclass(frozen=True, slots=True)
class Run:
    """One build: when, by which version of the software, with which rules, which papers it read."""

    started: datetime
    ended: datetime
    software_version: str
    rule_set_hash: str
    papers: tuple[str, ...]

    @property
    def id(self) -> str:
        """Id of the run, which is also its graph: `run/20220113T101500Z-<hash>`."""
        began = f"{self.started.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        return f"run/{began}-{iri.content_hash(self.started.isoformat(), self.software_version, self.rule_set_hash, *self.papers)}"


def run_triples(run: Run) -> Iterator[Triple]:
    """Yield the record of a build.

    It read the papers that it names; the same paper may be read by many builds. It did not make them, so `prov:generated` would be wrong.
    """
    it = node(run.id)
    yield Triple(it, terms.TYPE, terms.RUN)
    yield Triple(it, terms.STARTED, moment(run.started))
    yield Triple(it, terms.ENDED, moment(run.ended))
    yield Triple(it, terms.SOFTWARE_VERSION, Literal(run.software_version))
    yield Triple(it, terms.RULE_SET_HASH, Literal(run.rule_set_hash))
    for paper in run.papers:
        yield Triple(it, terms.USED, node(paper))


def version_node(paper: str, sha256: str) -> NamedNode:
    """Return the node of the text of a paper that has this checksum."""
    return node(f"{paper}/version/{sha256[:12]}")


def version_triples(paper: str, source: Source) -> Iterator[Triple]:
    """Yield which text of a paper was read."""
    it = version_node(paper, source.sha256)
    yield Triple(node(paper), terms.HAS_VERSION, it)
    yield Triple(it, terms.TYPE, terms.VERSION)
    yield Triple(it, terms.SHA256, Literal(source.sha256))
    yield Triple(it, terms.FILE_NAME, Literal(source.name))
    yield Triple(it, terms.FORMAT, Literal(source.media_type))


def history_triples(paper: str, texts: Sequence[Text]) -> Iterator[Triple]:
    """Yield which text of a paper replaced which; the newest comes first, and is described in the paper's own graph."""
    for text in texts[1:]:
        it = version_node(paper, text.sha256)
        yield Triple(it, terms.TYPE, terms.VERSION)
        yield Triple(it, terms.SHA256, Literal(text.sha256))
        yield Triple(it, terms.FILE_NAME, Literal(text.file))
    for new, old in pairwise(texts):
        yield Triple(version_node(paper, new.sha256), terms.REVISION_OF, version_node(paper, old.sha256))
