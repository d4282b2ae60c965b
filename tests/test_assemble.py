from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest

from assembling import ANSWER, QUESTION, SECOND_QUESTION, claim, small_analysis, small_paper
from standpunt import assemble, iri
from standpunt.assemble import terms
from standpunt.assemble.entities import document_name, meeting_name
from standpunt.assemble.nodes import exchange_ids, sentence_ids, share, web_page
from standpunt.assemble.validate import validate
from standpunt.iri import resource
from standpunt.model import Exchange, Motion, Position, Sentence
from standpunt.relate.motions import MotionCitation, Motions

TESTS = Path(__file__).parent
RUN = assemble.Run(datetime(2026, 1, 1, 10, tzinfo=UTC), datetime(2026, 1, 1, 11, tzinfo=UTC), "0.1.0", "0f", ("kst-28676-384",))
CLAIM_ID = small_analysis().claims[0].id
POSITION = Position(
    "faction/PVV", "topic/navo", "opposes", 0, 1, 0, 0, date(2022, 1, 13), date(2022, 1, 13), (CLAIM_ID,), contradicting=(CLAIM_ID,)
)
CITED_AT, PROMISE = small_analysis().mentions[3].start, small_analysis().claims[2].id
CITATION = MotionCitation("kst-28676-384", CITED_AT, CITED_AT + 21, "", None, ("person/Zandhof",), None, None, False, (PROMISE,))
MOTION = Motion("kst-21501-02-2433", "person/Zandhof", ("person/VanDerWielen",), "de Kamer te informeren", "kst-21501-02-2433")
MOTIONS = Motions((MOTION,), {MOTION.id: (CITATION,)})


def everything() -> list[ox.Quad]:
    return [
        *assemble.quads(small_analysis()),
        *assemble.knowledge_quads(),
        *assemble.position_quads([POSITION]),
        *assemble.motion_quads(MOTIONS),
        *assemble.run_quads(RUN),
        *assemble.history_quads("kst-28676-384", [assemble.Text(small_paper().source.sha256, "kst.md"), assemble.Text("0" * 64, "oud.md")]),
    ]


def ask(quads: Iterable[ox.Quad], query: str) -> list[tuple[str, ...]]:
    store = ox.Store()
    store.bulk_extend(quads)
    prefixes = "".join(f"PREFIX {name}: <{namespace}> " for name, namespace in iri.PREFIXES.items())
    found = store.query(prefixes + query, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(str(getattr(term, "value", term)).removeprefix(iri.ID) for term in row) for row in found)


def node(ident: str) -> ox.NamedNode:
    return ox.NamedNode(resource(ident))


def triples(quads: Iterable[ox.Quad]) -> set[ox.Triple]:
    return {quad.triple for quad in quads}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_same_paper_gives_same_nquads_in_every_process(seed: str) -> None:
    script = "from assembling import small_analysis; from standpunt.assemble import quads; print(*quads(small_analysis()), sep='\\n')"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{TESTS}:{TESTS.parent / 'graph'}", "PYTHONUTF8": "1"}
    printed = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True).stdout
    assert printed.splitlines() == [str(quad) for quad in assemble.quads(small_analysis())]


def test_a_paper_has_one_graph_without_repetition() -> None:
    quads = list(assemble.quads(small_analysis()))
    assert {quad.graph_name for quad in quads} == {node("kst-28676-384")}
    assert len(quads) == len(set(quads))


def test_there_are_no_blank_nodes() -> None:
    for quad in (*everything(), *assemble.ontology_quads()):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_everything_written_is_a_valid_graph() -> None:
    assert validate(everything()) == []


def test_a_triple_that_stands_in_two_graphs_counts_once() -> None:
    assert (
        validate([*assemble.quads(small_analysis("kst-28676-384")), *assemble.quads(small_analysis("kst-28676-385"))], everything()) == []
    )


def test_from_every_short_edge_to_its_claims() -> None:
    quads = list(assemble.quads(small_analysis()))
    edges = {quad.triple for quad in quads if quad.predicate in terms.EDGES.values()}
    asked = ask(quads, "SELECT ?s ?p ?o WHERE { ?claim sp:holder ?s ; sp:relation ?p ; sp:object ?o }")
    assert {(str(s), p, str(o)) for s, p, o in asked} == {
        (iri.ident(edge.subject.value), edge.predicate.value, iri.ident(edge.object.value))  # type: ignore[union-attr]
        for edge in edges
    }
    assert len(edges) == 8


def test_a_claim_leads_to_quotation_paper_answer_and_rule() -> None:
    query = """SELECT ?quotation ?paper ?number ?rule WHERE {
        ?claim a sp:Opposition ; prov:wasDerivedFrom/oa:exact ?quotation ; dcterms:isPartOf ?paper ; sp:inExchange/sp:number ?number ;
            sp:rule/rdfs:label ?rule }"""
    quotation = "De leden van de PVV-fractie zijn tegen toetreding van Oekraïne tot de NAVO."
    assert ask(assemble.quads(small_analysis()), query) == [(quotation, "kst-28676-384", "1", "opposes-test")]


def test_a_claim_says_who_speaks_beside_whose_it_is() -> None:
    paper = small_paper()
    told = claim(paper, "Hoe beoordeelt", "person/Poetin", "opposes", "tegen", topics=("topic/navo",))
    query = "SELECT ?holder ?speaker WHERE { ?claim a sp:Claim ; sp:holder ?holder ; sp:speaker ?speaker }"
    analysis = dataclasses.replace(small_analysis(), claims=(told,))
    assert ask(assemble.quads(analysis), query) == [("person/Poetin", "faction/PVV")]
    unknown = dataclasses.replace(paper, blocks=tuple(dataclasses.replace(block, speaker=None) for block in paper.blocks))
    assert ask(assemble.quads(dataclasses.replace(analysis, paper=unknown)), query) == []


def test_the_speaker_of_a_claim_is_that_of_its_block() -> None:
    query = """SELECT ?claim WHERE {
        ?claim a sp:Claim ; prov:wasDerivedFrom/sp:inBlock/sp:speaker ?block FILTER NOT EXISTS { ?claim sp:speaker ?block } }"""
    assert ask(assemble.quads(small_analysis()), query) == []


def test_an_exchange_has_the_whole_words_of_its_question_and_answer() -> None:
    paper = small_paper()
    joined = dataclasses.replace(paper.exchanges[0], questions=(2, 4))
    analysis = dataclasses.replace(small_analysis(), paper=dataclasses.replace(paper, exchanges=(joined, *paper.exchanges[1:])))
    query = """SELECT ?asked ?answered WHERE {
        ?it sp:number 1 ; sp:questionText ?asked ; sp:answerText ?answered ;
            sp:answer/oa:exact ?block FILTER(STR(?block) = STR(?answered)) }"""
    assert ask(assemble.quads(analysis), query) == [(f"{QUESTION}\n{SECOND_QUESTION}", ANSWER)]


@pytest.mark.parametrize("relation", ["supports", "opposes", "concerned_about", "calls_for"])
def test_a_stance_never_leads_to_an_entity(relation: str) -> None:
    paper = small_paper()
    stance = claim(paper, "De leden", "faction/PVV", relation, "tegen", ("country/UA", "org/NAVO"), topics=("topic/navo",))
    written = triples(assemble.quads(dataclasses.replace(small_analysis(), claims=(stance,))))
    edge = terms.EDGES[relation]  # type: ignore[index]
    assert {triple.object for triple in written if triple.predicate == edge} == {node("topic/navo")}


def test_two_papers_say_the_same_of_what_both_name() -> None:
    first, second = (triples(assemble.quads(small_analysis(f"kst-28676-{number}"))) for number in (384, 385))
    for entity in ("person/Zandhof", "kst-21501-02-2433", "meeting/2022-01-07"):
        said = {triple for triple in first if triple.subject == node(entity)}
        assert said
        assert said == {triple for triple in second if triple.subject == node(entity)}


def test_a_printed_motion_is_a_document_and_a_motion() -> None:
    types = ask(assemble.quads(small_analysis()), "SELECT ?type WHERE { id:kst-21501-02-2433 a ?type }")
    assert types == [(iri.term("Document"),), (iri.term("Motion"),)]


def test_a_meeting_is_also_known_by_what_a_paper_calls_it() -> None:
    names = ask(assemble.quads(small_analysis()), "SELECT ?name WHERE { ?meeting a sp:Meeting ; skos:altLabel ?name }")
    assert names == [("bijeenkomst van 7 januari",)]


def test_what_the_knowledge_files_describe_is_not_described_again() -> None:
    written = triples(assemble.quads(small_analysis()))
    assert not [triple for triple in written if triple.subject == node("country/UA") and triple.predicate == terms.TYPE]


def test_pointers_to_answers_that_do_not_exist_are_left_out() -> None:
    quads = list(assemble.quads(small_analysis()))
    assert ask(quads, "SELECT ?from ?to WHERE { ?from sp:see ?to }") == [("kst-28676-384/answer/2", "kst-28676-384/answer/1")]
    assert ask(quads, "SELECT ?to WHERE { ?holder sp:refersTo ?to }") == [("kst-21501-02-2433",), ("kst-28676-384/answer/1",)]


def test_an_answer_to_several_questions_is_found_by_each_of_their_numbers() -> None:
    paper = small_paper()
    pointing = dataclasses.replace(paper.exchanges[0], see=(3,))
    analysis = dataclasses.replace(small_analysis(), paper=dataclasses.replace(paper, exchanges=(pointing, paper.exchanges[1])))
    assert ("kst-28676-384/answer/1", "kst-28676-384/answer/2") in ask(assemble.quads(analysis), "SELECT ?a ?b WHERE { ?a sp:see ?b }")


def test_signatories_are_linked_to_the_persons_named_there() -> None:
    query = "SELECT ?name ?role ?person WHERE { ?paper sp:signature ?s . ?s sp:signatoryName ?name ; sp:role ?role ; sp:signatory ?person }"
    assert ask(assemble.quads(small_analysis()), query) == [("W.B. Zandhof", "De Minister van Buitenlandse Zaken", "person/Zandhof")]


def test_a_commitment_says_to_whom_by_when_and_about_which_motion() -> None:
    query = """SELECT ?to ?kind ?day ?motion WHERE {
        actor:kabinet sp:commitsTo ?c . ?c sp:recipient ?to ; sp:commitmentKind ?kind ; sp:deadline ?day ; sp:carriesOut ?motion }"""
    expected = ("org/TweedeKamer", iri.term("promiseToHouse"), "2022-07-07", "kst-21501-02-2433")
    assert ask(assemble.quads(small_analysis()), query) == [expected]


def test_a_position_counts_its_claims_and_names_them() -> None:
    query = """SELECT ?against ?day ?claim WHERE {
        ?p sp:direction sp:against ; sp:oppositionCount ?against ; sp:lastDate ?day ; prov:wasDerivedFrom ?claim }"""
    assert ask(assemble.position_quads([POSITION]), query) == [("1", "2022-01-13", CLAIM_ID)]


def test_a_motion_says_who_asks_what_and_where_the_cabinet_answers() -> None:
    query = """SELECT ?by ?also ?asks ?paper ?quotation ?said WHERE {
        ?motion sp:proposer ?by ; sp:cosigner/rdfs:label ?also ; sp:asks ?asks ; dcterms:isReferencedBy ?paper ;
            sp:citation/oa:exact ?quotation ; sp:response/sp:cue ?said }"""
    expected = ("person/Zandhof", "Van der Wielen", "de Kamer te informeren", "kst-28676-384", "motie Brekelmans c.s.", "zal informeren")
    assert ask(everything(), query) == [expected]


def exchange(index: int, number: int | None) -> Exchange:
    return Exchange(index, number, () if number is None else (number,), (), (), ())


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2], ["p/answer/1", "p/answer/2"]),
        ([None, None], ["p/exchange/1", "p/exchange/2"]),
        ([1, 2, 1, 1], ["p/answer/1", "p/answer/2", "p/answer/1-2", "p/answer/1-3"]),
    ],
)
def test_every_exchange_has_an_id_of_its_own(numbers: list[int | None], expected: list[str]) -> None:
    exchanges = tuple(exchange(index, number) for index, number in enumerate(numbers))
    assert exchange_ids(dataclasses.replace(small_paper("p"), exchanges=exchanges)) == tuple(expected)


def test_a_sentence_keeps_its_id_when_text_is_put_before_it_and_repeats_are_told_apart() -> None:
    paper = small_paper()

    def ids(texts: list[str]) -> list[str]:
        sentences = tuple(Sentence(i, 0, 0, len(text), 100 * i, 100 * i + len(text), text) for i, text in enumerate(texts))
        block = dataclasses.replace(paper.blocks[0], sentences=sentences)
        return list(sentence_ids(dataclasses.replace(paper, blocks=(block,))).values())

    before = ids(["Zie vraag 1.", "Zie vraag 1.", "Nee."])
    assert len(set(before)) == 3
    assert ids(["Inleiding.", "Zie vraag 1.", "Zie vraag 1.", "Nee."])[1:] == before


@pytest.mark.parametrize(
    ("ident", "name"),
    [
        ("kst-28676-384", "Kamerstuk 28676, nr. 384"),
        ("kst-21501-02-2433", "Kamerstuk 21501-02, nr. 2433"),
        ("kst-36200-V-73", "Kamerstuk 36200 V, nr. 73"),
        ("kst-36200-XVI-73", "Kamerstuk 36200 XVI, nr. 73"),
        ("kst-33328-AI", "Kamerstuk 33328, nr. AI"),
        ("h-tk-20212022-23-3", "Handelingen II 2021/22, nr. 23, item 3"),
        ("h-ek-19992000-5", "Handelingen I 1999/00, nr. 5"),
        ("ah-tk-20242025-2349", "Aanhangsel Handelingen II 2024/25, nr. 2349"),
        ("2022Z11873", "2022Z11873"),
    ],
)
def test_documents_are_called_what_the_house_calls_them(ident: str, name: str) -> None:
    assert document_name(ident) == name


@pytest.mark.parametrize(
    ("ident", "name"),
    [
        ("2022-01-07", "bijeenkomst, 7 januari 2022"),
        ("2022-01-07-NAVO", "bijeenkomst NAVO, 7 januari 2022"),
        ("2022-02-30", "bijeenkomst 2022 02 30"),
        ("NAVO-top-Vilnius", "bijeenkomst NAVO top Vilnius"),
    ],
)
def test_meetings_are_called_by_what_their_id_tells(ident: str, name: str) -> None:
    assert meeting_name(ident) == name


@pytest.mark.parametrize(("value", "written"), [(0.91, "0.91"), (1.0, "1"), (0.0, "0"), (0.00001, "0"), (0.123456, "0.1235")])
def test_a_share_is_written_plainly(value: float, written: str) -> None:
    assert share(value).value == written


@pytest.mark.parametrize(
    ("url", "written"),
    [("https://a.nl/x y", "https://a.nl/x%20y"), ("zie brief", None), ("http://[::1", None), ("javascript:alert(1)", None)],
)
def test_a_publication_that_is_no_address_is_left_out(url: str, written: str | None) -> None:
    page = web_page(url)
    assert (page.value if page else None) == written


def test_factions_and_organisations_are_called_what_the_house_calls_them() -> None:
    query = "SELECT ?x ?name WHERE { VALUES ?x { faction:VVD id:org\\/NAVO country:US } ?x rdfs:label ?name FILTER(LANG(?name) = 'nl') }"
    expected = [("country/US", "Verenigde Staten"), ("faction/VVD", "VVD"), ("org/NAVO", "NAVO")]
    assert ask(assemble.knowledge_quads(), query) == expected


def test_every_entity_has_exactly_one_name_in_dutch() -> None:
    query = "SELECT ?x WHERE { ?x rdfs:label ?name FILTER(LANG(?name) = 'nl') } GROUP BY ?x HAVING(COUNT(DISTINCT ?name) > 1)"
    assert ask(everything(), query) == []


def test_two_builds_at_the_same_second_have_records_of_their_own() -> None:
    assert RUN.id != dataclasses.replace(RUN, papers=("kst-28676-396",)).id
    assert {quad.graph_name for quad in assemble.run_quads(RUN)} == {node(RUN.id)}
