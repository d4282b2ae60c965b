"""What the saved questions answer where no sample paper shows it: papers made up in Turtle, a few lines for each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph as ox

from standpunt import iri, query, resources
from standpunt.query import Cell
from standpunt.store.embedded import EmbeddedStore

PREFIXES = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in iri.PREFIXES.items())
EXCHANGE = """
id:{paper}-a{n} a sp:Exchange ; dcterms:isPartOf id:{paper} ; sp:number {n} ; sp:askedBy faction:{asked_by} ; sp:status sp:{status} ;
  sp:question id:{paper}-v{n} ; sp:questionText "Vraag {n}?"@nl ; sp:answer id:{paper}-b{n} ; sp:answerText "Antwoord {n}."@nl ; {more} .
id:{paper}-v{n} oa:exact "Vraag {n}?" ; sp:index {n} .
id:{paper}-b{n} oa:exact "Antwoord {n}." ; sp:index {n} ."""
CLAIM = """
id:{paper}-c{n} a sp:Claim, sp:{kind} ; dcterms:isPartOf id:{paper} ; sp:holder {holder} ; sp:relation sp:{relation} ;
  sp:topic topic:gas ; sp:object topic:gas ; prov:wasDerivedFrom id:{paper}-z{n} ; {more} .
{holder} sp:{relation} topic:gas .
id:{paper}-z{n} oa:exact "Zin {n} van {paper}." ; oa:start {n} ."""
PROMISE = """
id:{paper}-t{n} a sp:Commitment ; dcterms:isPartOf id:{paper} ; sp:holder actor:kabinet ; sp:commitmentKind sp:promiseToHouse ;
  prov:wasDerivedFrom id:{paper}-c{n} ; {more} ."""
POSITION = """
id:s-{name} a sp:Position ; sp:holder {holder} ; sp:topic topic:gas ; sp:supportCount {supports} ; sp:oppositionCount {opposes} ;
  sp:concernCount 0 ; sp:callCount 0 ; prov:wasDerivedFrom {claims} ."""


class Papers:
    """A graph of made-up papers about gas."""

    def __init__(self) -> None:
        self._store = EmbeddedStore(ox.Store(), Path("made-up"), writable=True)
        self.add("ontology", resources.path("ontology", "standpunt.ttl").read_text(encoding="utf-8"))
        self.add("knowledge", 'actor:kabinet a sp:Cabinet ; rdfs:label "het kabinet"@nl . topic:gas a sp:Topic ; rdfs:label "Gas"@nl .')
        for faction in ("CDA", "D66", "SP", "VVD"):
            self.add("knowledge", f'faction:{faction} a sp:Faction ; rdfs:label "{faction}"@nl .')

    def add(self, graph: str, turtle: str) -> None:
        self._store.engine.load(input=PREFIXES + turtle, format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(iri.resource(graph)))

    def paper(self, ident: str, day: str, signed: str = "") -> None:
        self.add(ident, f'id:{ident} a sp:Paper ; rdfs:label "stuk {ident}"@nl ; dcterms:issued "{day}"^^xsd:date .')
        if signed:
            self.add(ident, f'id:{ident} sp:signature id:h . id:h sp:signatoryName "{signed}" ; sp:role "De Minister van Gas"@nl .')

    def exchange(self, paper: str, n: int, asked_by: str, status: str = "answered", more: str = "sp:topic topic:gas") -> None:
        self.add(paper, EXCHANGE.format(paper=paper, n=n, asked_by=asked_by, status=status, more=more))

    def claim(self, paper: str, n: int, holder: str, relation: str, kind: str, more: str = 'sp:cue ""@nl') -> None:
        self.add(paper, CLAIM.format(paper=paper, n=n, holder=holder, relation=relation, kind=kind, more=more))

    def promise(self, paper: str, n: int, more: str) -> None:
        self.claim(paper, n, "actor:kabinet", "commitsTo", "Promise")
        self.add(paper, PROMISE.format(paper=paper, n=n, more=more))

    def position(self, holder: str, supports: int, opposes: int, claims: str) -> None:
        name = holder.partition(":")[2]
        self.add("positions", POSITION.format(name=name, holder=holder, supports=supports, opposes=opposes, claims=claims))

    def rows(self, name: str, *columns: str, **params: Any) -> list[tuple[Cell, ...]]:
        result = query.run(self._store, name, **params)
        return [tuple(row[result.columns.index(column)] for column in columns) for row in result.rows]


def test_a_position_has_changed_where_all_earlier_claims_go_one_way_and_all_later_ones_the_other() -> None:
    papers = Papers()
    for number, (day, relation, kind) in enumerate(
        [("2020-01-01", "supports", "Support"), ("2021-01-01", "supports", "Support"), ("2022-01-01", "opposes", "Opposition")]
    ):
        papers.paper(f"p{number}", day)
        papers.claim(f"p{number}", 1, "actor:kabinet", relation, kind)
    papers.claim("p0", 2, "faction:VVD", "opposes", "Opposition")  # against, for, against: no change
    papers.claim("p1", 2, "faction:VVD", "supports", "Support")
    papers.claim("p2", 2, "faction:VVD", "opposes", "Opposition")
    papers.position("actor:kabinet", 2, 1, "id:p0-c1, id:p1-c1, id:p2-c1")
    papers.position("faction:VVD", 1, 2, "id:p0-c2, id:p1-c2, id:p2-c2")
    assert papers.rows("standpunt-gewijzigd", "houder", "datum", "kant", "citaat") == [
        ("het kabinet", "2020-01-01", "voor", "Zin 1 van p0."),
        ("het kabinet", "2021-01-01", "voor", "Zin 1 van p1."),
        ("het kabinet", "2022-01-01", "tegen", "Zin 1 van p2."),
    ]
    assert papers.rows("eens-en-oneens", "oordeel", "thema", "eerste_is", "tweede", "tweede_is", een="VVD") == [
        ("oneens", "Gas", "tegen", "het kabinet", "voor")
    ]


def test_a_chain_of_pointers_ends_at_the_first_answer_that_says_more() -> None:
    papers = Papers()
    papers.paper("p", "2022-01-01")
    papers.exchange("p", 1, "SP", "deferred", "sp:see id:p-a2")
    papers.exchange("p", 2, "CDA", "deferred", "sp:see id:p-a3")
    papers.exchange("p", 3, "D66", "answered", "sp:see id:p-a4")  # an answer that also points on: the chain ends here
    papers.exchange("p", 4, "VVD")
    papers.exchange("p", 5, "SP", "deferred")  # points nowhere
    papers.exchange("p", 6, "SP", "deferred", "sp:see id:p-a7")  # round in a circle
    papers.exchange("p", 7, "SP", "deferred", "sp:see id:p-a6")
    assert papers.rows("verwijzende-antwoorden", "vragers", "nummer", "eindigt_bij", "gevraagd_door", "citaat") == [
        ("SP", 1, 3, "D66", "Antwoord 3."),
        ("CDA", 2, 3, "D66", "Antwoord 3."),
        ("SP", 5, None, "", None),
        ("SP", 6, None, "", None),
        ("SP", 7, None, "", None),
    ]


def test_a_promise_is_open_until_a_later_paper_keeps_it() -> None:
    papers = Papers()
    papers.paper("p", "2022-01-01")
    papers.paper("q", "2023-01-01")
    papers.promise("p", 1, 'sp:deadlineText "voor 1 maart"@nl ; sp:deadline "2022-02-28"^^xsd:date')
    papers.promise("p", 2, 'sp:deadlineText "voor 1 februari"@nl ; sp:deadline "2022-01-31"^^xsd:date')
    papers.promise("p", 3, 'sp:deadlineText "binnenkort"@nl')
    papers.promise("p", 4, 'sp:deadlineText "voor de zomer"@nl ; sp:carriesOut id:kst-1-2')
    papers.promise("p", 5, "sp:recipient id:org\\/TweedeKamer")  # no deadline
    papers.promise("q", 1, 'sp:deadlineText "hierbij"@nl ; sp:carriesOut id:kst-1-2 ; sp:fulfilsText "conform de motie"@nl')
    papers.add("q", 'id:f a sp:Fulfilment ; dcterms:isPartOf id:q ; prov:wasDerivedFrom id:q-z1 ; sp:fulfilsText "conform de motie"@nl .')
    papers.add("q", 'id:g a sp:Fulfilment ; dcterms:isPartOf id:q ; prov:wasDerivedFrom id:q-z1 ; sp:fulfilsText "zoals toegezegd"@nl .')
    papers.add("fulfilments", "id:f sp:fulfils id:p-t4 ; sp:shownBy sp:sameMotion .")
    columns = ("uiterlijk", "termijn", "te_laat", "citaat")
    first, second, third = ("Zin 2 van p.", "Zin 1 van p.", "Zin 3 van p.")
    assert [row[3] for row in papers.rows("toezeggingen-open", *columns)] == [first, second, third]
    assert papers.rows("toezeggingen-open", *columns, op="2022-02-15") == [
        ("2022-01-31", "voor 1 februari", "te laat", first),
        ("2022-02-28", "voor 1 maart", "", second),
        (None, "binnenkort", None, third),
    ]
    kept = papers.rows("toezeggingen-in-stuk", "citaat", "later_stuk", "citaat_ander", bron="p")
    assert kept == [(f"Zin {n} van p.", *(("stuk q", "Zin 1 van q.") if n == 4 else (None, None))) for n in range(1, 6)]
    assert papers.rows("nakoming", "herinnert_aan", "citaat_ander", "eerder_stuk", "blijkt_uit") == [
        ("conform de motie", "Zin 4 van p.", "stuk p", "dezelfde motie"),
        ("zoals toegezegd", None, None, None),
    ]


def test_refusals_are_counted_by_reason_and_minister() -> None:
    papers = Papers()
    papers.paper("p", "2022-01-01", signed="K.L. Meerburg")
    papers.paper("q", "2022-02-01")
    for paper, number, asker, reasons in (
        ("p", 1, "SP", "sp:confidentiality"),
        ("p", 2, "CDA", "sp:confidentiality, sp:premature"),
        ("q", 1, "SP", "sp:premature"),
    ):
        papers.exchange(paper, number, asker, "declined", f"sp:reason {reasons}")
        papers.claim(paper, number, "actor:kabinet", "declinesToAnswer", "Refusal", f"sp:inExchange id:{paper}-a{number}")
    assert papers.rows("weigeringen-per-reden", "reden", "bewindspersoon", "aantal", "fracties", "citaat") == [
        ("vertrouwelijkheid", "K.L. Meerburg", 2, "CDA, SP", "Zin 1 van p."),
        ("te vroeg", "K.L. Meerburg", 1, "CDA", "Zin 2 van p."),
        ("te vroeg", "het kabinet", 1, "SP", "Zin 1 van q."),
    ]
    assert papers.rows("beantwoording-per-fractie", "fractie", "vragen", "niet", "percentage_beantwoord") == [
        ("SP", 2, 2, 0),
        ("CDA", 1, 1, 0),
    ]


def test_a_faction_is_silent_that_asks_other_things_and_says_nothing_about_it() -> None:
    papers = Papers()
    papers.paper("p", "2022-01-01")
    papers.add("knowledge", 'topic:vis a sp:Topic ; rdfs:label "Vis"@nl .')
    papers.exchange("p", 1, "VVD")
    papers.exchange("p", 2, "CDA")
    papers.exchange("p", 3, "SP", more="sp:topic topic:vis")
    papers.exchange("p", 4, "D66", more="sp:topic topic:vis")
    papers.claim("p", 1, "faction:D66", "supports", "Support")  # says something about gas, in a question about fish
    columns = ("fractie", "thema", "andere_fracties", "anderen")
    assert papers.rows("stiltes", *columns, minstens=2) == [
        ("CDA", "Vis", 2, "D66, SP"),
        ("SP", "Gas", 2, "CDA, VVD"),
        ("VVD", "Vis", 2, "D66, SP"),
    ]
    assert papers.rows("stiltes", *columns) == []
