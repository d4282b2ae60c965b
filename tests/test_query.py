"""Saved and own queries: heads, parameters, answers, limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from standpunt import iri, query, resources
from standpunt.errors import QueryError
from standpunt.query import parse_head, resolve, run, saved
from standpunt.store import Store, open_store

PREFIXES = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in iri.PREFIXES.items())
KNOWLEDGE = """
faction:VVD a sp:Faction ; rdfs:label "VVD"@nl ; skos:altLabel "Volkspartij voor Vrijheid en Democratie"@nl ; skos:notation "VVD" .
faction:GroenLinks a sp:Faction ; rdfs:label "GroenLinks"@nl ; skos:notation "GL" .
faction:GroenLinks-PvdA a sp:Faction ; rdfs:label "GroenLinks-PvdA"@nl ; skos:altLabel "GL-PvdA"@nl .
country:UA a sp:Country ; rdfs:label "Oekraïne"@nl, "Ukraine"@en ; skos:altLabel "Oekraïense"@nl ; skos:notation "UA" .
country:CG a sp:Country ; rdfs:label "Congo-Brazzaville"@nl ; skos:altLabel "Congo"@nl .
country:CD a sp:Country ; rdfs:label "Congo-Kinshasa"@nl ; skos:altLabel "Congo"@nl .
topic:sancties a sp:Topic, skos:Concept ; rdfs:label "sancties"@nl ; skos:altLabel "strafmaatregelen"@nl .
actor:kabinet a sp:Cabinet ; rdfs:label "het kabinet"@nl .
person:Poetin a sp:Person ; rdfs:label "Poetin"@nl .
person:Merz a sp:Person ; rdfs:label "Merz"@nl .
"""
PAPER = """
id:kst-28676-384 a sp:Paper, sp:WrittenConsultation ; rdfs:label "Kamerstuk 28676, nr. 384"@nl ; dcterms:identifier "kst-28676-384" ;
  dcterms:issued "2022-01-13"^^xsd:date .
id:a1 a sp:Exchange ; dcterms:isPartOf id:kst-28676-384 ; sp:number 1 ; sp:askedBy faction:VVD .
id:a2 a sp:Exchange ; dcterms:isPartOf id:kst-28676-384 ; sp:number 2 ; sp:askedBy faction:GroenLinks, faction:VVD .
faction:VVD sp:asksAbout country:UA . faction:GroenLinks sp:asksAbout country:CD .
id:c1 sp:confidence 0.91 ; sp:x true, 'zin "met" aanhaling'@nl, <https://example.org/x> .
"""
SAVED = """# titel: Vragen over een land
# vraag: Welke fracties vroegen naar dit land?
# title: Questions about a country
# question: Which groups asked about this country?
# param: land | country | verplicht | het land waar de vraag over gaat
# param: vanaf | date | - | alleen stukken van deze dag of later | only papers of this day or later
# param: fractie | faction | VVD | wie vroeg
# kolommen: fractie, land
# trefwoorden: vragen, landen
# Geen deel van de kop.
# titel: ook niet
SELECT ?fractie ?land { VALUES ?land { UNDEF } VALUES ?fractie { UNDEF } VALUES ?vanaf { UNDEF }
  ?fractie sp:asksAbout ?land . ?stuk dcterms:issued ?datum . FILTER(!BOUND(?vanaf) || ?datum >= ?vanaf) }
ORDER BY ?fractie
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("graph")
    with open_store(folder, write=True) as writer:
        for name, turtle in {"knowledge": KNOWLEDGE, "kst-28676-384": PAPER}.items():
            writer.replace_graph(iri.resource(name), parse(PREFIXES + turtle, format=RdfFormat.TURTLE))
        writer.publish()
    with open_store(folder) as reader:
        yield reader


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of saved queries with one in it."""
    (tmp_path / "vragen-over-land.rq").write_text(SAVED)
    monkeypatch.setattr(resources, "path", lambda *parts: tmp_path)
    return tmp_path


def test_the_head_of_a_saved_query_says_what_it_is(folder: Path) -> None:
    (found,) = saved()
    assert found.name == "vragen-over-land"
    assert (found.title, found.title_en) == ("Vragen over een land", "Questions about a country")
    assert found.question == "Welke fracties vroegen naar dit land?"
    assert found.question_en == "Which groups asked about this country?"
    assert [p.explanation_en for p in found.parameters][1:] == ["only papers of this day or later", "wie vroeg"]
    assert [(p.name, p.kind, p.required, p.default) for p in found.parameters] == [
        ("land", "country", True, None),
        ("vanaf", "date", False, None),
        ("fractie", "faction", False, "VVD"),
    ]
    assert found.columns == ("fractie", "land")
    assert found.keywords == ("vragen", "landen")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("# param: land | country | verplicht", "x:1.*name | kind"),
        ("# titel: a\n# param: land | stad | verplicht | welk land", "x:2: 'stad' is no kind of parameter; allowed: faction, country"),
        ("# titel: a\n# titel: b", "x:2: a second 'titel'"),
    ],
)
def test_a_malformed_head_is_an_error_with_its_line(head: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        parse_head(f"{head}\nSELECT * {{}}", "x")


def test_a_saved_query_needs_its_whole_head(folder: Path) -> None:
    (folder / "half.rq").write_text("# titel: half\nSELECT * {}")
    with pytest.raises(QueryError, match=r"half\.rq: the head lacks vraag, title, question"):
        saved()


@pytest.mark.parametrize(
    ("params", "rows"),
    [
        ({"land": "Oekraïne"}, [("faction/VVD", "country/UA")]),
        ({"land": "UA", "vanaf": "2022-01-13"}, [("faction/VVD", "country/UA")]),
        ({"land": "UA", "vanaf": date(2022, 1, 14)}, []),
        ({"land": "UA", "vanaf": None}, [("faction/VVD", "country/UA")]),
        ({"land": "UA", "fractie": "GroenLinks"}, []),
        ({"land": ["UA", "country/CD"], "fractie": ["GL", "vvd"]}, [("faction/GroenLinks", "country/CD"), ("faction/VVD", "country/UA")]),
    ],
)
def test_a_saved_query_runs_with_its_parameters(folder: Path, store: Store, params: dict[str, Any], rows: list[tuple[str, str]]) -> None:
    result = run(store, "vragen-over-land", **params)
    assert result.columns == ("fractie", "land")
    assert list(result) == rows
    assert list(result.to_pandas().itertuples(index=False, name=None)) == rows


@pytest.mark.parametrize(
    ("params", "told"),
    [
        ({}, "needs a value for 'land' .country.: het land waar de vraag over gaat"),
        ({"land": "UA", "partij": "VVD"}, "takes no parameter 'partij'; it takes: land, vanaf, fractie"),
        ({"land": "Oekrainne"}, r"no country in this graph is called 'Oekrainne'; nearest: oekraine \(country/UA\)"),
        ({"land": "Congo"}, "'Congo' may mean country/CD, country/CG"),
        ({"land": "faction/VVD"}, "is faction/VVD; a country is needed here"),
        ({"land": "UA", "vanaf": "gisteren"}, "vanaf='gisteren': a date such as"),
    ],
)
def test_a_wrong_parameter_is_told_with_what_was_meant(folder: Path, store: Store, params: dict[str, Any], told: str) -> None:
    with pytest.raises(QueryError, match=told):
        run(store, "vragen-over-land", **params)


def test_only_who_is_in_the_graph_is_told_as_near(store: Store) -> None:
    """Merz stands in the knowledge, but no paper speaks of him."""
    with pytest.raises(QueryError, match=r"is called 'Mertz'(?!; nearest)"):
        resolve(store, "person", "Mertz")
    with pytest.raises(QueryError, match=r"is called 'VVDD'; nearest: vvd \(faction/VVD\)"):
        resolve(store, "faction", "VVDD")


def test_an_unknown_name_is_told_with_the_nearest(folder: Path, store: Store) -> None:
    with pytest.raises(QueryError, match="nearest: vragen-over-land"):
        run(store, "vraag-over-landen")


@pytest.mark.parametrize(
    ("kind", "value", "ident"),
    [
        ("faction", "VVD", "faction/VVD"),
        ("faction", "faction/VVD", "faction/VVD"),
        ("faction", "https://w3id.org/standpunt/id/faction/VVD", "faction/VVD"),
        ("faction", "volkspartij voor vrijheid en democratie", "faction/VVD"),
        ("faction", "GL", "faction/GroenLinks"),
        ("faction", "gl-pvda", "faction/GroenLinks-PvdA"),
        ("country", "oekraine", "country/UA"),
        ("country", "Ukraine", "country/UA"),
        ("country", " UA ", "country/UA"),
        ("topic", "sancties", "topic/sancties"),
        ("topic", "Strafmaatregelen", "topic/sancties"),
        ("actor", "het kabinet", "actor/kabinet"),
        ("actor", "actor/kabinet", "actor/kabinet"),
        ("actor", "kabinet", "actor/kabinet"),
        ("actor", "VVD", "faction/VVD"),
        ("person", "Poetin", "person/Poetin"),
        ("paper", "kst-28676-384", "kst-28676-384"),
        ("paper", "Kamerstuk 28676, nr. 384", "kst-28676-384"),
    ],
)
def test_a_thing_is_found_by_id_name_or_abbreviation(store: Store, kind: str, value: str, ident: str) -> None:
    assert resolve(store, kind, value).value == iri.resource(ident)


@pytest.mark.parametrize(
    "value", ['VVD" . } DROP ALL #', "> } INSERT DATA { <a:b> <a:b> <a:b> } #", "UA> ?x }", "' OR 1=1", "", "\n", "a\\u0022"]
)
def test_what_a_user_gives_never_becomes_part_of_the_query(folder: Path, store: Store, value: str) -> None:
    with pytest.raises(QueryError, match="no country"):
        run(store, "vragen-over-land", land=value)
    text = "SELECT ?o { VALUES ?o { UNDEF } }"
    assert list(run(store, text, o=value)) == [(value,)]


def test_own_queries_take_ids_dates_numbers_and_texts(store: Store) -> None:
    text = "SELECT ?x (DATATYPE(?x) AS ?kind) { VALUES ?x { UNDEF } }"
    for value, kind in {"faction/VVD": None, "2022-01-13": "xsd:date", "12": "xsd:integer", "VVD": "xsd:string"}.items():
        (row,) = run(store, text, x=value).rows
        assert (str(row[0]), row[1]) == (value, kind)


def test_cells_are_python_values(store: Store) -> None:
    (number,) = run(store, "SELECT ?n { id:a1 sp:number ?n }").rows[0]
    assert number == 1
    assert isinstance(number, int)
    assert run(store, "SELECT ?n { id:c1 sp:confidence ?n }").rows == ((0.91,),)
    assert set(run(store, "SELECT ?n { id:c1 sp:x ?n }").rows) == {(True,), ('zin "met" aanhaling',), ("https://example.org/x",)}
    assert run(store, "SELECT ?k { id:kst-28676-384 a ?k } ORDER BY ?k").rows == (("sp:Paper",), ("sp:WrittenConsultation",))
    assert run(store, "SELECT ?d ?nothing { id:kst-28676-384 dcterms:issued ?d }").rows == (("2022-01-13", None),)


def test_ask_and_construct_give_rows_too(store: Store) -> None:
    assert list(run(store, "ASK { faction:VVD sp:asksAbout ?x }")) == [(True,)]
    result = run(store, "CONSTRUCT { ?x sp:isAskedBy ?f } WHERE { ?f sp:asksAbout ?x }")
    assert result.columns == ("subject", "predicate", "object")
    assert ("country/UA", "sp:isAskedBy", "faction/VVD") in result.rows


def test_a_limit_takes_no_more_rows_and_says_that_there_are_more(store: Store) -> None:
    text = "SELECT ?f { ?f sp:asksAbout ?x }"
    assert (len(run(store, text, limit=1)), run(store, text, limit=1).truncated) == (1, True)
    assert (len(run(store, text, limit=2)), run(store, text, limit=2).truncated) == (2, False)


def test_a_time_limit_stops_a_query_that_counts_for_hours(store: Store) -> None:
    digits = " ".join(map(str, range(50)))
    text = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'{{ SELECT ?a{n} {{ VALUES ?a{n} {{ {digits} }} }} }}' for n in range(8))} }}"
    with pytest.raises(QueryError, match=r"took longer than 0\.5 seconds"):
        run(store, text, seconds=0.5)


@pytest.mark.parametrize("path", sorted(resources.path("ontology", "queries", "questions").glob("*.rq")), ids=lambda path: path.stem)
def test_every_saved_query_keeps_its_promises(path: Path, store: Store) -> None:
    """Its head is whole, its columns are those of its head, and every parameter has its block."""
    found = query.find(path.stem)
    result = store.query(found.text)
    assert getattr(result, "columns", None) == found.columns
    for parameter in found.parameters:
        store.query(found.text, {parameter.name: NamedNode(iri.resource("faction/VVD"))})
    assert "ORDER BY" in found.text
