"""What of a graph is evidence: where the papers say it, and which rule found it there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad

from standpunt import iri
from standpunt.assemble import terms

# …/id/kst-28676-384/sentence/5c0d1e2f3a4b, …/mention/18104-country, …/block/40; …/id/rule/oppose-against
_EVIDENCE: Final = re.compile(re.escape(iri.ID) + r"(?:rule/|[^/]+/(?:sentence|mention|block)/)")
_TELLING: Final = frozenset({terms.CUE, terms.BY_RULE, terms.QUESTION_TEXT, terms.ANSWER_TEXT})


def without_evidence(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the facts alone: no blocks, sentences, mentions and rules, nor what leads to them or repeats their words."""
    return (quad for quad in quads if quad.predicate not in _TELLING and not _is_evidence(quad.subject) and not _is_evidence(quad.object))


def _is_evidence(term: object) -> bool:
    return isinstance(term, NamedNode) and _EVIDENCE.match(term.value) is not None
