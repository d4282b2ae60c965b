"""The check queries: each finds the fault that it is named after, and none finds an error in the graph of the sample corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from standpunt import assemble, checks, iri, resources
from standpunt.errors import QueryError
from standpunt.graph import Graph

PREFIXES = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in iri.PREFIXES.items())
#: One sound paper: a question with its answer, a claim, a promise, a position.
SOUND = """
id:knowledge {
  faction:PVV a sp:Faction ; rdfs:label "PVV"@nl ; schema:foundingDate "2006-02-22"^^xsd:date .
  actor:kabinet a sp:Cabinet ; rdfs:label "het kabinet"@nl .
  topic:sancties a sp:Topic ; rdfs:label "Sancties"@nl ; skos:inScheme id:topics .
  topic:sancties-rusland a sp:Topic ; rdfs:label "Sancties tegen Rusland"@nl ; skos:inScheme id:topics ; skos:broader topic:sancties .
}
id:run { id:run a sp:Run ; prov:used id:p ; prov:endedAtTime "2026-01-01T00:00:00Z"^^xsd:dateTime . }
id:positions {
  id:s a sp:Position ; sp:holder faction:PVV ; sp:topic topic:sancties ; prov:wasDerivedFrom id:c ;
    sp:supportCount 0 ; sp:oppositionCount 1 ; sp:concernCount 0 ; sp:callCount 0 .
}
id:reviews {
  id:r a sp:Review ; sp:reviews id:c ; sp:verdict sp:accepted ; prov:wasAttributedTo id:reviewer . id:reviewer rdfs:label "Anna"@nl .
}
id:motions { id:m a sp:Motion ; rdfs:label "motie"@nl ; sp:citation id:n . }
id:p {
  id:p a sp:Paper ; rdfs:label "Kamerstuk"@nl ; dcterms:issued "2022-01-13"^^xsd:date .
  id:b a sp:Block ; dcterms:isPartOf id:p ; oa:exact "De PVV is tegen sancties. Een tweede zin." ; oa:start 10 ; oa:end 60 .
  id:z a sp:Sentence ; dcterms:isPartOf id:p ; sp:inBlock id:b ; oa:exact "De PVV is tegen sancties." ; oa:start 10 ; oa:end 35 .
  id:n a sp:Mention ; sp:names topic:sancties ; oa:exact "sancties" ; oa:start 26 ; oa:end 34 .
  id:c a sp:Claim, sp:Opposition ; dcterms:isPartOf id:p ; sp:holder faction:PVV ; sp:relation sp:opposes ; sp:object topic:sancties ;
    sp:topic topic:sancties ; prov:wasDerivedFrom id:z .
  faction:PVV sp:opposes topic:sancties .
  id:w a sp:Claim, sp:Promise ; dcterms:isPartOf id:p ; sp:holder actor:kabinet ; sp:relation sp:commitsTo ; sp:object id:t ;
    prov:wasDerivedFrom id:z .
  id:t a sp:Commitment ; dcterms:isPartOf id:p ; sp:holder actor:kabinet ; prov:wasDerivedFrom id:w ; sp:deadline "2022-02-01"^^xsd:date .
  actor:kabinet sp:commitsTo id:t .
  id:f a sp:Fulfilment ; dcterms:isPartOf id:p ; prov:wasDerivedFrom id:z ; sp:fulfilsText "zoals toegezegd"@nl .
  id:e1 a sp:Exchange ; dcterms:isPartOf id:p ; sp:askedBy faction:PVV ; sp:question id:b ; sp:answer id:b ; sp:status sp:answered .
  id:e2 a sp:Exchange ; dcterms:isPartOf id:p ; sp:askedBy faction:PVV ; sp:question id:b ; sp:answer id:b ; sp:status sp:deferred ;
    sp:see id:e1 .
}
"""
#: What breaks it: for each check query, triples that are added in the graph of the paper, or a text and what stands in its place.
FAULTS: dict[str, str | tuple[str, str]] = {
    "antwoord-verwijst-nergens-heen": ("sp:status sp:answered", "sp:status sp:deferred ; sp:see id:e2"),
    "beantwoord-met-weigering": "id:x a sp:Refusal ; sp:inExchange id:e1 .",
    "beantwoord-zonder-antwoord": ("sp:answer id:b ; sp:status sp:answered", "sp:status sp:answered"),
    "beoordeling-past-niet-meer": ("sp:verdict sp:accepted", "sp:verdict sp:accepted ; sp:mismatch sp:claimGone"),
    "fractie-buiten-haar-tijd": ("2006-02-22", "2022-02-22"),
    "genoemd-zonder-naam": ("sp:names topic:sancties", "sp:names id:naamloos"),
    "houder-zonder-naam": ('"het kabinet"@nl', '"the cabinet"@en'),
    "lijn-zonder-uitspraak": "faction:PVV sp:opposes topic:sancties-rusland .",
    "motie-met-verdwenen-vindplaats": ("sp:citation id:n", "sp:citation id:verdwenen"),
    "nakoming-van-iets-later": "id:f sp:fulfils id:t .",
    "onbekend-begrip": "id:c sp:houder faction:PVV .",
    "onbekend-onderwerp": (" ; skos:inScheme id:topics .", " ."),
    "onderwerp-in-een-kring": "topic:sancties skos:broader topic:sancties-rusland .",
    "plaats-zonder-lengte": ("oa:start 26 ; oa:end 34", "oa:start 26 ; oa:end 26"),
    "standpunt-op-verdwenen-uitspraak": ("prov:wasDerivedFrom id:c ;", "prov:wasDerivedFrom id:c, id:verdwenen ;"),
    "standpunt-over-iets-anders": "faction:PVV sp:opposes faction:VVD .",
    "standpunt-telt-verkeerd": ("sp:oppositionCount 1", "sp:oppositionCount 2"),
    "stuk-uit-de-toekomst": ("2026-01-01T00", "2021-01-01T00"),
    "stuk-zonder-bouw": ("prov:used id:p", "prov:used id:q"),
    "stuk-zonder-datum": (' ; dcterms:issued "2022-01-13"^^xsd:date', ""),
    "termijn-voor-het-stuk": ("2022-02-01", "2022-01-01"),
    "toezegging-zonder-belofte": ("id:w a sp:Claim, sp:Promise", "id:w a sp:Claim"),
    "twee-soorten-tegelijk": "faction:PVV a sp:Opposition .",
    "uitspraak-in-andere-graaf": "id:x a sp:Commitment ; dcterms:isPartOf id:q ; prov:wasDerivedFrom id:w .",
    "uitspraak-uit-ander-stuk": ("id:z a sp:Sentence ; dcterms:isPartOf id:p", "id:z a sp:Sentence ; dcterms:isPartOf id:q"),
    "uitspraak-zonder-zin": ("sp:topic topic:sancties ; prov:wasDerivedFrom id:z", "sp:topic topic:sancties"),
    "verwijzing-naar-niets": ("sp:see id:e1", "sp:see id:e1, id:verdwenen"),
    "vraag-van-het-kabinet": ("sp:askedBy faction:PVV ; sp:question", "sp:askedBy actor:kabinet ; sp:question"),
    "vraag-zonder-vrager": ("sp:askedBy faction:PVV ; sp:question", "sp:question"),
    "zin-buiten-blok": ("oa:start 10 ; oa:end 35", "oa:start 10 ; oa:end 61"),
    "zin-zonder-tekst": ('oa:exact "sancties"', 'oa:exact " "'),
}


def found_in(trig: str) -> dict[str, list[str]]:
    """Return what each check query finds in a graph: the ids of the first column."""
    store = ox.Store()
    store.extend(assemble.ontology_quads())
    store.load(input=PREFIXES + trig, format=ox.RdfFormat.TRIG)
    return {check.name: list(_first(store, check.text)) for check in checks.check_queries()}


def _first(store: ox.Store, text: str) -> Iterator[str]:
    answer = store.query(text, prefixes=iri.PREFIXES, use_default_graph_as_union=True)
    assert isinstance(answer, Iterable)
    yield from (str(getattr(row[0], "value", "")).removeprefix(iri.ID) for row in answer)


def test_nothing_is_found_in_a_sound_graph() -> None:
    assert {name: rows for name, rows in found_in(SOUND).items() if rows} == {}


@pytest.mark.parametrize("name", [check.name for check in checks.check_queries()])
def test_each_check_finds_its_fault(name: str) -> None:
    fault = FAULTS[name]
    if isinstance(fault, str):
        broken = SOUND.rstrip().removesuffix("}") + fault + "\n}"
    else:
        assert fault[0] in SOUND
        broken = SOUND.replace(*fault)
    assert found_in(broken)[name]


@pytest.mark.parametrize("check", checks.check_queries(), ids=lambda check: check.name)
def test_a_check_says_what_is_wrong_in_two_languages(check: checks.CheckQuery) -> None:
    assert check.messages["nl"] != check.messages["en"]
    assert all(message.endswith(".") for message in check.messages.values())
    assert check.text.count("ORDER BY") == 1


def test_a_check_without_a_whole_head_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "half.rq").write_text("# nl: Half.\n# ernst: erg\nSELECT ?x { ?x a sp:Claim } ORDER BY ?x")
    monkeypatch.setattr(resources, "path", lambda *parts: tmp_path)
    with pytest.raises(QueryError, match=r"half\.rq: its head must say nl, en and ernst"):
        checks.check_queries()


def test_no_error_is_found_in_the_sample_corpus(corpus: Graph) -> None:
    found = {check.name: list(corpus.query(check.text)) for check in checks.check_queries() if check.severity == "error"}
    assert {name: rows[:3] for name, rows in found.items() if rows} == {}
