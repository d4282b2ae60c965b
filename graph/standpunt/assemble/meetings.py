"""Meetings, merged over all papers, as triples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Literal, Triple

from standpunt.assemble import terms
from standpunt.assemble.entities import entity_triples
from standpunt.assemble.nodes import day, dutch, mention_id, node

if TYPE_CHECKING:  # spaCy comes with it, and takes a second to load
    from standpunt.relate.meetings import Meeting, Meetings


def meeting_triples(merged: Meetings) -> Iterator[Triple]:
    """Yield every meeting: who met, what kind it was, when and where, where it is named, and which papers are about it."""
    for meeting in merged.meetings:
        it = node(meeting.id)
        yield from _triples(meeting)
        for citation in merged.cited.get(meeting.id, ()):
            yield Triple(it, terms.CITATION, node(mention_id(citation.paper, citation.start, "MEETING")))
            yield Triple(it, terms.REFERENCED_BY, node(citation.paper))
            yield Triple(it, terms.ALT_LABEL, dutch(citation.text))
        for paper in merged.papers_about(meeting.id):
            yield Triple(node(paper), terms.SUBJECT_OF_PAPER, it)


def _triples(meeting: Meeting) -> Iterator[Triple]:
    it = node(meeting.id)
    yield from entity_triples(meeting.id)
    yield Triple(it, terms.FULL_NAME, dutch(meeting.name))
    if meeting.body:
        yield Triple(it, terms.HELD_BY, node(meeting.body))
    if meeting.kind:
        yield Triple(it, terms.MEETING_KIND, dutch(meeting.kind))
    if meeting.last > meeting.first:
        yield Triple(it, terms.END_DATE, day(meeting.last))
    if meeting.place:
        yield Triple(it, terms.LOCATION, Literal(meeting.place))
