"""A graph for Python: tables for pandas, a network for networkx, a dataset for rdflib, rows for any query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from pyoxigraph import Literal, NamedNode

from standpunt import iri, query
from standpunt.assemble import terms
from standpunt.assemble.kinds import KINDS, kind_of
from standpunt.errors import QueryError, StoreError
from standpunt.query import Cell, Result, SavedQuery, Value
from standpunt.store import GraphDirectory, Rows, Store, Term, open_store, select

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib

_CLAIMS: Final = """
SELECT ?id ?holder ?told_by ?relation ?proposition ?quotation ?paper ?exchange ?answer ?date ?url ?start ?end ?rule ?cue ?confidence {
  VALUES ?holder { UNDEF } VALUES ?relation { UNDEF } VALUES ?topic { UNDEF } VALUES ?paper { UNDEF }
  ?id a sp:Claim ; sp:holder ?holder ; sp:relation ?relation ; dcterms:isPartOf ?paper ;
      prov:wasDerivedFrom ?sentence ; sp:rule ?rule ; sp:cue ?cue .
  ?sentence oa:exact ?quotation ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?paper dcterms:issued ?date }
  OPTIONAL { ?paper dcterms:source ?url }
  OPTIONAL { ?id sp:speaker ?told_by FILTER(?told_by != ?holder) }
  OPTIONAL { ?id sp:proposition ?proposition }
  OPTIONAL { ?id sp:confidence ?confidence }
  OPTIONAL { ?id sp:inExchange ?exchange OPTIONAL { ?exchange sp:number ?answer } }
  #TOPIC
}
ORDER BY ?date ?paper ?start ?holder ?relation"""
_VERDICTS: Final = (
    "SELECT ?claim ?verdict { ?review sp:reviews ?claim ; sp:verdict ?verdict FILTER NOT EXISTS { ?review sp:mismatch ?why } }"
)
_POSITIONS: Final = """
SELECT ?holder ?member_of ?topic ?direction ?supports ?opposes ?concerned ?calls ?first ?last ?id {
  VALUES ?holder { UNDEF } VALUES ?topic { UNDEF }
  ?id a sp:Position ; sp:holder ?holder ; sp:topic ?topic ; sp:supportCount ?supports ; sp:oppositionCount ?opposes ;
      sp:concernCount ?concerned ; sp:callCount ?calls .
  OPTIONAL { ?id sp:asMemberOf ?member_of }
  OPTIONAL { ?id sp:direction ?direction }
  OPTIONAL { ?id sp:firstDate ?first }
  OPTIONAL { ?id sp:lastDate ?last }
}
ORDER BY ?topic ?holder ?member_of"""
_EXCHANGES: Final = """
SELECT ?id ?paper ?number ?status ?question ?answer ?date ?url {
  VALUES ?paper { UNDEF }
  ?id a sp:Exchange ; sp:questionText ?question ; dcterms:isPartOf ?paper .
  OPTIONAL { ?id sp:answerText ?answer }
  OPTIONAL { ?id sp:number ?number }
  OPTIONAL { ?id sp:status ?status }
  OPTIONAL { ?paper dcterms:issued ?date }
  OPTIONAL { ?paper dcterms:source ?url }
}
ORDER BY ?date ?paper ?number ?id"""
_PAPERS: Final = """
SELECT ?id ?kind ?title ?date ?dossier ?number ?chamber ?url {
  ?id a sp:Paper .
  OPTIONAL { ?id a ?kind FILTER(?kind IN (sp:WrittenConsultation, sp:Letter, sp:MotionPaper, sp:DebateReport, sp:WrittenQuestions)) }
  OPTIONAL { ?id dcterms:title ?title }
  OPTIONAL { ?id dcterms:issued ?date }
  OPTIONAL { ?id sp:dossier ?dossier }
  OPTIONAL { ?id sp:paperNumber ?number }
  OPTIONAL { ?id sp:chamber ?chamber }
  OPTIONAL { ?id dcterms:source ?url }
}
ORDER BY ?date ?id"""
_COMMITMENTS: Final = """
SELECT ?id ?holder ?kind ?recipient ?proposition ?deadline ?deadline_text ?motion ?fulfils ?quotation ?in_response_to
  ?paper ?date ?url ?claim {
  ?id a sp:Commitment ; sp:holder ?holder ; dcterms:isPartOf ?paper ; prov:wasDerivedFrom ?claim .
  ?claim a sp:Claim ; prov:wasDerivedFrom ?sentence .
  ?sentence oa:exact ?quotation ; oa:start ?start .
  OPTIONAL { ?id sp:commitmentKind ?kind }
  OPTIONAL { ?id sp:recipient ?recipient }
  OPTIONAL { ?id sp:proposition ?proposition }
  OPTIONAL { ?id sp:deadline ?deadline }
  OPTIONAL { ?id sp:deadlineText ?deadline_text }
  OPTIONAL { ?id sp:carriesOut ?motion }
  OPTIONAL { ?id sp:fulfilsText ?fulfils }
  OPTIONAL { ?claim sp:inResponseTo ?asked OPTIONAL { ?asked oa:exact ?in_response_to } }
  OPTIONAL { ?paper dcterms:issued ?date }
  OPTIONAL { ?paper dcterms:source ?url }
}
ORDER BY ?date ?paper ?start"""
_NAMES: Final = 'SELECT ?thing ?name { ?thing rdfs:label ?name FILTER(LANG(?name) = "nl") }'
_CLASSES: Final = f"SELECT ?thing ?class {{ ?thing a ?class FILTER(?class IN ({', '.join(f'sp:{kind}' for kind in KINDS)})) }}"
_STRING: Final = iri.PREFIXES["xsd"] + "string"
_RdflibGraph = TypeVar("_RdflibGraph", bound="rdflib.Graph")
#: Of so few things each is looked up; of more, all are read.
_FEW: Final = 2_000
_DATES: Final = ("date", "first", "last", "deadline")
#: Columns of claims that hold several ids, and the properties that lead to these.
_CLAIM_LISTS: Final = {"voiced_by": "voicedBy", "coholders": "coHolder", "held_for": "heldFor", "about": "about", "topics": "topic"}
#: The names that the Python API uses for members of the small schemes, by those of the ontology: partlyDeclined → partly_declined.
_RELATIONS, _DIRECTIONS, _STATUSES, _REASONS, _COMMITMENT_KINDS, _PAPER_KINDS = (
    {iri.short(node.value).removeprefix("sp:"): str(name) for name, node in table.items()}
    for table in (terms.EDGES, terms.DIRECTIONS, terms.STATUSES, terms.REASONS, terms.COMMITMENT_KINDS, terms.PAPER_CLASSES)
)


class Graph:
    """A finished graph, open for reading. Use it in a `with` block, or `close()` it.

    >>> graph = standpunt.open("standpunt.graph")  # doctest: +SKIP
    >>> graph.claims(holder="PVV", relation="opposes")[["topics", "quotation"]]  # doctest: +SKIP
    """

    def __init__(self, location: Path | str) -> None:
        self.location = location
        self.store: Store = open_store(location)
        self._names: dict[str, str] | None = None

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the graph."""
        self.store.close()

    def query(self, text: str | SavedQuery, /, *, seconds: float | None = None, limit: int | None = None, **params: Value | None) -> Result:
        """Return the rows of a saved query, by name, or of an own one, by its text; see `standpunt.query.run`."""
        return query.run(self.store, text, seconds=seconds, limit=limit, **params)

    def papers(self) -> pd.DataFrame:
        """Return the papers: id, kind, title, date, dossier, number, chamber, url."""
        frame = self._frame(_PAPERS)
        frame["kind"] = frame["kind"].map(_PAPER_KINDS)
        return frame

    def exchanges(self, *, paper: str | None = None) -> pd.DataFrame:
        """Return questions with their answers.

        Columns: id, paper, number, asked_by, joined_by, status (`answered`, `partly_declined`, `declined`, `deferred`, `unanswered`),
        reasons for not answering, see (the exchanges that the answer points at), topics, question, answer, date, url. What there can be
        more than one of is a tuple.

        >>> graph.exchanges(paper="kst-28676-384").groupby("status").size()  # doctest: +SKIP
        """
        frame = self._frame(_EXCHANGES, paper=self._meant("paper", paper))
        frame["status"] = frame["status"].map(_STATUSES)
        for column, edge in {"asked_by": "askedBy", "joined_by": "joinedBy", "see": "see", "topics": "topic"}.items():
            frame[column] = frame["id"].map(self._ends("Exchange", iri.term(edge), list(frame["id"])))
        reasons = self._ends("Exchange", iri.term("reason"))
        frame["reasons"] = [tuple(_REASONS[reason.removeprefix("sp:")] for reason in reasons[ident]) for ident in frame["id"]]
        order = ["id", "paper", "number", "asked_by", "joined_by", "status", "reasons", "see", "topics", "question", "answer"]
        return frame[[*order, "date", "url"]]

    def claims(
        self, *, holder: str | None = None, relation: str | None = None, topic: str | None = None, paper: str | None = None
    ) -> pd.DataFrame:
        """Return the claims with the sentence that each was read from.

        Columns: id, holder, holder_name, told_by, voiced_by, coholders, held_for, relation, about, topics, proposition, quotation, paper,
        exchange, answer, date, url, start, end, rule, cue, confidence, review. `told_by` is who says so, where that is not the holder;
        `voiced_by` (the members who say it for their faction), `coholders` (who signed it along), `held_for` (the factions of members who
        hold it), `about` and `topics` are tuples of ids; `answer` is the number of the exchange, where it has one; `review` is `accepted`
        or `corrected` where somebody has reviewed the claim.

        >>> graph.claims(holder="D66", topic="sancties tegen Rusland")[["relation", "quotation"]]  # doctest: +SKIP

        Args:
            holder: id, name or abbreviation of who holds them: `VVD`, `faction/VVD`, `actor/kabinet`.
            relation: `asks_about`, `supports` and so on.
            topic: id or name of a topic.
            paper: id of a paper.

        Raises:
            QueryError: nothing in the graph is called so.
        """
        text = _CLAIMS.replace("#TOPIC", "?id sp:topic ?topic ." if topic else "")
        frame = self._frame(
            text,
            holder=self._meant("actor", holder),
            relation=_relation(relation),
            topic=self._meant("topic", topic),
            paper=self._meant("paper", paper),
        )
        frame["relation"] = frame["relation"].map(_RELATIONS)
        frame["rule"] = frame["rule"].str.removeprefix("rule/")
        for column, edge in _CLAIM_LISTS.items():
            frame[column] = frame["id"].map(self._ends("Claim", iri.term(edge), list(frame["id"])))
        frame["holder_name"] = frame["holder"].map(self.name)
        verdicts = {str(claim): str(verdict).removeprefix("sp:") for claim, verdict in self._rows(_VERDICTS)}
        frame["review"] = [verdicts.get(ident) for ident in frame["id"]]
        order = ["id", "holder", "holder_name", "told_by", "voiced_by", "coholders", "held_for", "relation", "about", "topics"]
        evidence = ["proposition", "quotation", "paper", "exchange", "answer", "date", "url", "start", "end", "rule", "cue", "confidence"]
        return frame[[*order, *evidence, "review"]]

    def positions(self, *, holder: str | None = None, topic: str | None = None) -> pd.DataFrame:
        """Return what each holder's claims on each topic add up to.

        What members of a faction signed themselves is not added up with what it said: `member_of` tells which rows are theirs.

        Columns: id, holder, holder_name, member_of, topic, topic_name, direction (`supports`, `opposes`, `mixed` or missing), the numbers
        of claims that supports, opposes, concerned, calls; first and last date; claims and contradicting as tuples of ids.

        >>> graph.positions(topic="NAVO-lidmaatschap van Oekraïne")[["holder_name", "direction", "opposes"]]  # doctest: +SKIP
        """
        frame = self._frame(_POSITIONS, holder=self._meant("actor", holder), topic=self._meant("topic", topic))
        frame["direction"] = frame["direction"].map(_DIRECTIONS)
        frame["holder_name"] = frame["holder"].map(self.name)
        frame["topic_name"] = frame["topic"].map(self.name)
        frame["claims"] = frame["id"].map(self._ends("Position", iri.PREFIXES["prov"] + "wasDerivedFrom", list(frame["id"])))
        frame["contradicting"] = frame["id"].map(self._ends("Position", iri.term("contradictedBy"), list(frame["id"])))
        order = ["id", "holder", "holder_name", "member_of", "topic", "topic_name", "direction"]
        return frame[[*order, "supports", "opposes", "concerned", "calls", "first", "last", "claims", "contradicting"]]

    def commitments(self) -> pd.DataFrame:
        """Return what was promised.

        Columns: id, holder, kind (`promise_to_house`, `policy_intention`, `ongoing_effort`), recipient, proposition, deadline (the last
        day, where the words give one), deadline_text, motion (that it carries out), fulfils, topics, quotation,
        in_response_to (the question that the promise answers), paper, date, url, claim.

        >>> graph.commitments().query("kind == 'promise_to_house'")[["deadline_text", "quotation"]]  # doctest: +SKIP
        """
        frame = self._frame(_COMMITMENTS)
        frame["kind"] = frame["kind"].map(_COMMITMENT_KINDS)
        frame["topics"] = frame["id"].map(self._ends("Commitment", iri.term("topic"), list(frame["id"])))
        order = ["id", "holder", "kind", "recipient", "proposition", "deadline", "deadline_text", "motion", "fulfils", "topics"]
        return frame[[*order, "quotation", "in_response_to", "paper", "date", "url", "claim"]]

    def network(self) -> nx.MultiDiGraph[str]:
        """Return who says what about what: an edge for each claim and each end it leads to.

        Nodes are ids with `kind` and `name`; edges carry relation, claim, quotation, paper, date, confidence. All attributes are text or
        numbers, so that the network can be written as GraphML.

        >>> network = graph.network()  # doctest: +SKIP
        >>> [end for _, end, relation in network.out_edges("faction/PVV", data="relation") if relation == "opposes"]  # doctest: +SKIP
        """
        import networkx as nx

        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        ends = self._ends("Claim", iri.term("object"))
        kinds = self._kinds()
        answer = self._answer(_CLAIMS, {})
        for row in answer.rows:
            claim = {name: value for name, value in zip(answer.columns, map(_plain, row), strict=True) if value is not None}
            told = {name: claim[name] for name in ("paper", "date", "confidence", "quotation") if name in claim}
            holder, relation = str(claim["holder"]), _RELATIONS[str(claim["relation"])]
            for end in ends[str(claim["id"])]:
                for node in (holder, end):
                    if node not in network:
                        network.add_node(node, kind=kinds.get(node, "Thing"), name=self.name(node))
                network.add_edge(holder, end, claim=claim["id"], relation=relation, **told)
        return network

    def describe(self, ident: str) -> rdflib.Graph:
        """Return what the graph says of one thing, as an rdflib graph with our prefixes.

        >>> print(graph.describe("faction/VVD").serialize(format="turtle"))  # doctest: +SKIP

        Raises:
            QueryError: the graph says nothing of it.
        """
        import rdflib

        thing = NamedNode(iri.resource(iri.named(ident)))
        answer = self._answer("SELECT ?property ?value { VALUES ?thing { UNDEF } ?thing ?property ?value }", {"thing": thing})
        described = _with_prefixes(rdflib.Graph())
        for prop, value in answer.rows:
            described.add((_for_rdflib(thing), _for_rdflib(prop), _for_rdflib(value)))
        if not described:
            raise QueryError(f"the graph says nothing of {ident!r}")
        return described

    def rdflib(self) -> rdflib.Dataset:
        """Return a copy of the graph in memory as an rdflib dataset, whose default graph is the union of all."""
        import rdflib

        dataset = _with_prefixes(rdflib.Dataset(default_union=True))
        graphs: dict[str, rdflib.Graph] = {}
        for quad in self.store.dump():
            name = str(getattr(quad.graph_name, "value", ""))
            if name not in graphs:
                graphs[name] = dataset.graph(rdflib.URIRef(name))
            graphs[name].add((_for_rdflib(quad.subject), _for_rdflib(quad.predicate), _for_rdflib(quad.object)))
        return dataset

    def text(self, paper: str) -> str:
        """Return the text of a paper exactly as it was read: what `start` and `end` count in.

        Raises:
            QueryError: the graph has no such paper.
            StoreError: the graph is not a directory, or the text is missing from it.
        """
        node = query.resolve(self.store, "paper", paper)
        rows = self._rows("SELECT ?sha256 { VALUES ?paper { UNDEF } ?paper sp:version/schema:sha256 ?sha256 }", paper=node)
        if "://" in str(self.location) or not rows:
            raise StoreError(f"{self.location}: holds no texts; open the graph directory that it was loaded from")
        path = GraphDirectory(Path(self.location)).text(iri.ident(node.value), str(rows[0][0]))
        try:
            return path.read_bytes().decode()
        except FileNotFoundError:
            raise StoreError(f"{path} is missing; build the graph again") from None

    def name(self, ident: str) -> str:
        """Return what something is called in Dutch; its id where it has no name."""
        if self._names is None:
            self._names = {str(thing): str(name) for thing, name in self._rows(_NAMES)}
        return self._names.get(ident, ident)

    def _meant(self, kind: str, value: str | None) -> Term | None:
        return None if value is None else query.resolve(self.store, kind, value)

    def _kinds(self) -> dict[str, str]:
        """Return what kind of thing each is that is of one."""
        classes: defaultdict[str, list[str]] = defaultdict(list)
        for thing, name in self._rows(_CLASSES):
            classes[str(thing)].append(str(name).removeprefix("sp:"))
        return {thing: kind for thing, names in classes.items() if (kind := kind_of(names))}

    def _ends(self, kind: str, edge: str, starts: Collection[str] | None = None) -> defaultdict[str, tuple[str, ...]]:
        """Return where an edge leads from each thing of a class, or from each of a few things."""
        bindings: dict[str, list[Term]] = {}
        if starts is not None and len(starts) <= _FEW:
            bindings["start"] = [NamedNode(iri.resource(start)) for start in starts]
        ends: dict[str, list[str]] = defaultdict(list)
        text = f"SELECT ?start ?end {{ VALUES ?start {{ UNDEF }} ?start a sp:{kind} ; <{edge}> ?end }} ORDER BY ?start ?end"
        for start, end in self._rows(text, **bindings) if starts is None or starts else ():
            ends[str(start)].append(str(end))
        return defaultdict(tuple, {start: tuple(found) for start, found in ends.items()})

    def _frame(self, text: str, **bindings: Term | None) -> pd.DataFrame:
        import pandas as pd

        answer = self._answer(text, bindings)
        frame = pd.DataFrame([tuple(map(_plain, row)) for row in answer.rows], columns=list(answer.columns))
        for column in _DATES:
            if column in frame:
                frame[column] = pd.to_datetime(frame[column])
        for column in ("answer", "number"):
            if column in frame and pd.api.types.is_numeric_dtype(frame[column]):
                frame[column] = frame[column].astype("Int64")
        return frame

    def _rows(self, text: str, **bindings: Term | Sequence[Term] | None) -> list[tuple[Cell, ...]]:
        return [tuple(map(query.cell, row)) for row in self._answer(text, bindings).rows]

    def _answer(self, text: str, bindings: Mapping[str, Term | Sequence[Term] | None]) -> Rows:
        return select(self.store, text, {name: term for name, term in bindings.items() if term is not None})


def _with_prefixes(graph: _RdflibGraph) -> _RdflibGraph:
    for prefix, namespace in iri.PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph


def _for_rdflib(term: object) -> rdflib.URIRef | rdflib.Literal:
    import rdflib

    if not isinstance(term, Literal):
        return rdflib.URIRef(str(getattr(term, "value", term)))  # there are no blank nodes in our graphs
    datatype = None if term.language or term.datatype.value == _STRING else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)


def _plain(term: Term | None) -> Cell:
    """Return a term as a Python value, without the prefix of our own terms."""
    value = query.cell(term)
    return value.removeprefix("sp:") if isinstance(value, str) and isinstance(term, NamedNode) else value


def _relation(name: str | None) -> Term | None:
    if name is None:
        return None
    edges = {str(relation): edge for relation, edge in terms.EDGES.items()}
    if name not in edges:
        raise QueryError(f"{name!r} is no relation; relations are {', '.join(edges)}")
    return edges[name]
