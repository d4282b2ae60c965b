"""Which later paper keeps which promise: the sentences that say so, each held against the promises that it may mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from standpunt import iri
from standpunt.assemble import terms
from standpunt.build.asking import rows
from standpunt.store import Store

if TYPE_CHECKING:
    from standpunt.relate.commitments import Fulfilment, Promise, Recalled

_RECALLS: Final = """SELECT ?recall ?paper ?sentence ?text ?day {
  ?recall a sp:Fulfilment ; dcterms:isPartOf ?paper ; prov:wasDerivedFrom ?sentence . ?sentence oa:exact ?text .
  OPTIONAL { ?paper dcterms:issued ?day } } ORDER BY ?recall"""
_NOTES: Final = (
    "SELECT ?text { VALUES ?sentence { UNDEF } ?sentence sp:footnote ?note . ?note oa:exact ?text ; sp:index ?place } ORDER BY ?place"
)
#: Motions that a sentence cites, by the ids that they have over all papers.
_MOTIONS: Final = """SELECT DISTINCT ?motion { VALUES ?sentence { UNDEF }
  ?mention sp:inSentence ?sentence . GRAPH id:motions { ?motion sp:citation ?mention } }"""
#: The motion that it points back at, as its paper tells: `Hiermee is de motie uitgevoerd`.
_POINTED_AT: Final = """SELECT DISTINCT ?motion { VALUES ?recall { UNDEF }
  GRAPH ?paper { ?recall sp:carriesOut ?motion } FILTER(?paper != id:fulfilments) }"""
_PAPERS: Final = """SELECT DISTINCT ?paper { VALUES ?sentence { UNDEF }
  { ?mention sp:inSentence ?sentence } UNION { ?sentence sp:footnote ?note . ?mention sp:inBlock ?note }
  ?mention sp:entityClass sp:Document ; sp:names ?paper . ?paper a sp:Paper }"""
#: Promises of the cabinet that may be meant: by a motion, by the day of a debate, by a paper.
_ABOUT: Final = """SELECT DISTINCT ?commitment { VALUES ?motion { UNDEF }
  { GRAPH id:motions { ?motion sp:citation ?mention } ?mention sp:inSentence ?sentence . ?claim prov:wasDerivedFrom ?sentence .
    ?commitment prov:wasDerivedFrom ?claim }
  UNION { ?commitment sp:carriesOut ?motion }
  ?commitment a sp:Commitment ; sp:holder actor:kabinet }"""
_SAID_ON: Final = """SELECT DISTINCT ?commitment { VALUES ?day { UNDEF }
  { ?paper sp:held ?day } UNION { ?paper dcterms:issued ?day FILTER NOT EXISTS { ?paper sp:held ?other } }
  ?commitment dcterms:isPartOf ?paper ; a sp:Commitment ; sp:holder actor:kabinet }"""
_SAID_IN: Final = """SELECT DISTINCT ?commitment { VALUES ?paper { UNDEF }
  ?commitment dcterms:isPartOf ?paper ; a sp:Commitment ; sp:holder actor:kabinet }"""
_PROMISE: Final = """SELECT ?paper ?text ?sentence ?held ?issued ?motion ?request { VALUES ?commitment { UNDEF }
  ?commitment dcterms:isPartOf ?paper ; prov:wasDerivedFrom ?claim . ?claim prov:wasDerivedFrom ?sentence . ?sentence oa:exact ?text .
  OPTIONAL { ?paper sp:held ?held } OPTIONAL { ?paper dcterms:issued ?issued } OPTIONAL { ?commitment sp:carriesOut ?motion }
  OPTIONAL { ?claim sp:inResponseTo ?asked . ?asked oa:exact ?request } }"""


def fulfilments(store: Store) -> Iterator[tuple[str, Recalled, Fulfilment]]:
    """Yield each sentence in which the cabinet says that it keeps something, by its id, with what it keeps."""
    from standpunt.relate.commitments import Recalled, fulfilment

    promises = _Promises(store)
    for ident, paper, sentence, text, day in rows(store, _RECALLS):
        place = NamedNode(sentence)
        notes = (note for (note,) in rows(store, _NOTES, sentence=place))
        cited = [*rows(store, _MOTIONS, sentence=place), *rows(store, _POINTED_AT, recall=NamedNode(ident))]
        recall = Recalled(
            paper=iri.ident(paper),
            written_on=Date.fromisoformat(day) if day else None,
            text=" ".join((text, *notes)),
            motions=frozenset(iri.ident(motion) for (motion,) in cited),
            papers=frozenset(iri.ident(cited) for (cited,) in rows(store, _PAPERS, sentence=place)),
        )
        yield iri.ident(ident), recall, fulfilment(recall, promises.that_may_be_meant(recall))


class _Promises:
    """The promises in a graph; each is looked up when a sentence may mean it, so that memory never holds them all."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def that_may_be_meant(self, recall: Recalled) -> list[Promise]:
        """Return the promises about the same motions, made in the debate that is named, or in a paper that is cited."""
        found: set[str] = set()
        for motion in recall.motions:
            found.update(one for (one,) in rows(self._store, _ABOUT, motion=NamedNode(iri.resource(motion))))
        if debate := recall.debate:
            found.update(one for (one,) in rows(self._store, _SAID_ON, day=Literal(debate.isoformat(), datatype=terms.DATE)))
        for paper in recall.papers:
            found.update(one for (one,) in rows(self._store, _SAID_IN, paper=NamedNode(iri.resource(paper))))
        return [self._promise(commitment) for commitment in sorted(found)]

    def _promise(self, commitment: str) -> Promise:
        from standpunt.relate.commitments import Promise

        paper, text, sentence, held, issued, carried_out, request = next(rows(self._store, _PROMISE, commitment=NamedNode(commitment)))
        said_on = held or issued
        cited = {iri.ident(motion) for (motion,) in rows(self._store, _MOTIONS, sentence=NamedNode(sentence))}
        own = {iri.ident(carried_out)} if carried_out else set()
        return Promise(
            commitment=iri.ident(commitment),
            paper=iri.ident(paper),
            said_on=Date.fromisoformat(said_on) if said_on else None,
            text=f"{text} {request}" if request else text,  # `Ja, dat zeg ik toe.` shares no word with what keeps it
            motions=frozenset(
                cited | {motion for motion in own if motion.startswith("kst-")}
            ),  # a proposer's name alone may say two motions
        )
