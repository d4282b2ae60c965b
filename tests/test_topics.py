"""Topics: what a sentence, a claim and an exchange are about."""

from __future__ import annotations

import json

import pytest
import spacy

from standpunt import checks, knowledge, resources
from standpunt.annotate.topics import GROUP, ancestors, claim_topics, exchange_topics, hits, topics_in
from standpunt.annotate.uncovered import uncovered
from standpunt.knowledge import PolicyCategory, Topic
from standpunt.model import Relation
from standpunt.read import read_source, source_from_text
from standpunt.structure import structure

PATTERN_SIGNS = set("*|&~")


def named(text: str) -> set[str]:
    return {topic.removeprefix("topic/") for topic in topics_in(text)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Op welke sancties zet het kabinet in?", {"sancties"}),
        ("Turkije steunt de sancties tegen Rusland niet.", {"sancties-rusland"}),
        (
            "Hoe staat de Minister tegenover het stopzetten van Nordstream 2 als sanctie tegen Rusland?",
            {"nord-stream-2", "sancties-rusland"},
        ),
        ("Deze leden zijn tegen het NAVO-lidmaatschap van Oekraïne.", {"navo-lidmaatschap-oekraine"}),
        ("Zij willen niet dat Oekraine lid wordt van de NAVO.", {"navo-lidmaatschap-oekraine"}),
        ("Elk land mag zelf bepalen of het lid wil worden van de NAVO.", {"vrije-keuze-bondgenootschap"}),
        ("Staat de regering welwillend tegenover toetreding van Zweden en Finland tot de NAVO?", {"navo-lidmaatschap-zweden-finland"}),
        ("Wordt het EU-kandidaat-lidmaatschap van Oekraïne overwogen?", {"eu-lidmaatschap-oekraine"}),
        ("Het kabinet hecht aan de territoriale integriteit van Oekraïne.", {"soevereiniteit-oekraine"}),
        ("Moeten bondgenoten zwaardere wapens aan Oekraïne leveren?", {"wapenleveranties-oekraine"}),
        ("Wij zijn voorstander van een kernwapenvrije wereld.", {"kernontwapening"}),
        ("De D66-fractie vraagt of de btw op energie omlaag kan.", {"btw-energie"}),
        ("Blijft de Spreidingswet gelden?", {"spreidingswet"}),
        ("De stikstofuitstoot van piekbelasters moet omlaag.", {"stikstof"}),
        ("Wanneer wordt het eigen risico afgeschaft?", {"eigen-risico"}),
        ("Komt er extra geld voor de jeugdzorg?", {"jeugdzorg"}),
        ("De boa's krijgen geen wapenstok.", {"boa"}),
        ("Hoeveel treinen rijden er volgens de NS?", {"spoor"}),
        ("Is het klimaatdoel voor 2040 haalbaar?", {"klimaatdoel-2040"}),
        ("Het antisemitisme op universiteiten neemt toe.", {"antisemitisme", "hoger-onderwijs"}),
        ("De excuses voor de slavernij waren terecht.", {"slavernijverleden"}),
        ("De hersteloperatie voor gedupeerde ouders duurt te lang.", {"toeslagenaffaire"}),
        ("Bent u bereid vast te leggen wat een «probleemwolf» is?", {"wolf"}),
        ("Slimme sensoren en medicijndispensers schelen handen.", set()),
        ("De leden danken de Minister voor de brief.", set()),
    ],
)
def test_sentence_names_its_topics(sentence: str, expected: set[str]) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("De Minister van Landbouw, Natuur en Voedselkwaliteit zegt dit toe.", "landbouw"),
        ("Dit komt aan de orde in de Landbouw- en Visserijraad.", "visserij"),
        ("De leden van de Partij voor de Dieren vragen om een reactie.", "dierenwelzijn"),
        ("Zoals toegezegd in het commissiedebat Politie is hierover gesproken.", "politie"),
        ("De uitkering van dividend en de winstuitkering stegen.", "sociale-zekerheid"),
        ("Er liep iemand om de hoek, en hij is weg.", "irak-isis"),
        ("Met Egypte wordt gesproken in het spoor van de Commissie.", "spoor"),
        ("De emissie komt door extern salderen van stikstof vrij.", "salderingsregeling"),
        ("China is bij deze top aanwezig.", "betrekkingen-china"),
        ("Een sanctie op fraude met een uitkering is terecht.", "sancties"),
        ("Hij doet dat op eigen risico.", "eigen-risico"),
        ("De chirurgen kregen een plastische uitleg.", "plastic"),
    ],
)
def test_words_that_only_look_like_a_topic(sentence: str, absent: str) -> None:
    assert absent not in named(sentence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De sanctiepakketten worden uitgebreid.", True),  # sanctie*
        ("Het Poolse EU-leger.", True),  # hyphens separate words
        ("Er komt een EUROPEES LEGER.", True),  # case does not count
        ("Twee Europese legers.", True),  # plural without *
        ("Een Europees legerboek.", False),  # but no compound without *
    ],
)
def test_endings_and_compounds(text: str, expected: bool) -> None:
    assert bool(named(text) & {"sancties", "europees-leger"}) is expected


def test_parts_of_a_term_stand_in_one_sentence() -> None:
    assert "sancties-rusland" in named("De sancties treffen Rusland.")
    assert "sancties-rusland" not in named("De sancties werken. Rusland is groot.")


def test_acronyms_in_capitals_match_capitals_only() -> None:
    assert "openbaar-vervoer" in named("Het OV wordt duurder.")
    assert "openbaar-vervoer" not in named("De ov en de es.")


def test_most_specific_comes_first_and_broader_stands_aside() -> None:
    found = topics_in("Kernwapens op Volkel en ook de landbouw: het kernwapenverbod.")
    assert found[0] == "topic/kernwapenverbod"
    assert "topic/kernwapens" not in found
    assert found.index("topic/landbouw") == len(found) - 1


def test_hits_tell_where() -> None:
    text = "Dank. Wij zijn tegen een Europees leger."
    assert [text[hit.at : hit.to] for hit in hits(text)] == ["Europees leger"]


@pytest.mark.parametrize(
    ("relation", "sentence", "proposition", "expected"),
    [
        (
            "supports",
            "Deze leden onderschrijven dat staten zelf kiezen en keuren de Russische inval in Oekraïne af.",
            None,
            (),
        ),
        ("opposes", "Deze leden veroordelen de Russische inval in Oekraïne.", None, ("topic/russische-agressie-oekraine",)),
        (
            "supports",
            "De leden steunen het kabinet in de boodschap aan Rusland dat agressie tot sancties zal leiden.",
            "agressie tot sancties zal leiden",
            ("topic/sancties-rusland",),
        ),
        (
            "opposes",
            "Deze leden vinden dit niet acceptabel, aangezien elk land zelf bepaalt of het lid van de NAVO wordt.",
            None,
            (),
        ),
        ("opposes", "Het kabinet veroordeelt deze schending van het internationaal recht.", None, ("topic/mensenrechtenschendingen",)),
        ("calls_for", "De fractie roept op om armoede aan te pakken.", None, ("topic/armoede",)),
        (
            "opposes",
            "Uit oogpunt van de-escalatie met Rusland is het niet verstandig om NAVO-lidmaatschap van Oekraïne te bevorderen.",
            "om NAVO-lidmaatschap van Oekraïne te bevorderen",
            ("topic/navo-lidmaatschap-oekraine",),
        ),
    ],
)
def test_a_claim_is_about_what_its_holder_is_for_or_against(
    relation: Relation, sentence: str, proposition: str | None, expected: tuple[str, ...]
) -> None:
    assert claim_topics(relation, sentence, proposition) == expected


def test_exchange_is_about_what_it_keeps_coming_back_to() -> None:
    questions = [
        "De leden van de D66-fractie maken zich zorgen over de jeugdzorg.",
        "Wat doet de Minister aan de jeugdzorg? Hoeveel kinderen wachten op jeugdhulp? Raakt dit ook het onderwijs op basisscholen?",
    ]
    answers = ["De jeugdzorg krijgt extra middelen. De inflatie is hoog. De sancties tegen Rusland blijven van kracht."]
    assert exchange_topics(questions, answers)[0] == "topic/jeugdzorg"
    assert "topic/sancties-rusland" not in exchange_topics(questions, answers)


def test_exchange_whose_question_names_nothing_takes_the_topic_of_its_answer() -> None:
    assert exchange_topics(["Kan de Minister dit toelichten?"], ["De kerncentrale in Borssele blijft open."]) == ("topic/kernenergie",)


def test_weak_terms_count_where_an_exchange_keeps_coming_back_to_them() -> None:
    once = ["China is groot."]
    often = ["China is groot. Wat doet China? Wat wil de Minister met China?"]
    assert exchange_topics(once, []) == ()
    assert exchange_topics(often, []) == ("topic/betrekkingen-china",)


def test_topics_of_the_hand_labelled_exchanges_are_found() -> None:
    right = wrong = missed = 0
    for gold_file in sorted(resources.path("data", "gold").glob("*.topics.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        paper = structure(read_source(resources.path("data", "corpus", gold["source"])))
        texts = [block.text for block in paper.blocks]
        found = {
            str(exchange.number): set(exchange_topics([texts[i] for i in exchange.questions], [texts[i] for i in exchange.answers]))
            for exchange in paper.exchanges
        }
        for number, labelled in gold["exchanges"].items():
            right += len(found[number] & set(labelled))
            wrong += len(found[number] - set(labelled))
            missed += len(set(labelled) - found[number])
    assert 2 * right / (2 * right + wrong + missed) > 0.79


class TestScheme:
    """The scheme in topics.csv holds together."""

    topics = knowledge.table(Topic)

    def test_covers_policy(self) -> None:
        assert len(self.topics) >= 150

    def test_broader_topics_exist_and_make_no_circle(self) -> None:
        ids = {topic.id for topic in self.topics}
        assert {broader for topic in self.topics for broader in topic.breder} <= ids
        assert all(topic not in above for topic, above in ancestors().items())

    def test_names_are_unique(self) -> None:
        assert len({topic.naam for topic in self.topics}) == len(self.topics)
        assert len({topic.naam_en for topic in self.topics}) == len(self.topics)

    def test_policy_categories_are_those_of_the_official_publications(self) -> None:
        assert {topic.beleidscategorie for topic in self.topics} - {None} <= {row.id for row in knowledge.table(PolicyCategory)}

    @pytest.mark.parametrize("topic", topics, ids=lambda topic: topic.id)
    def test_every_plain_term_names_its_topic_or_a_narrower_one(self, topic: Topic) -> None:
        assert topic.termen
        for term in topic.termen:
            if not PATTERN_SIGNS & set(term):
                found = topics_in(f"Het gaat over {term}.")
                assert any(topic.id == other or topic.id in ancestors()[other] for other in found), term


def test_component_leaves_spans() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("standpunt_topics")
    doc = nlp("Wij zijn tegen een Europees leger. De sancties werken.")
    assert [(span.text, span.label_, span.kb_id_) for span in doc.spans[GROUP]] == [
        ("Europees leger", "TOPIC", "topic/europees-leger"),
        ("sancties", "TOPIC", "topic/sancties"),
    ]


def test_uncovered_lists_what_no_topic_names() -> None:
    text = (
        "Vragen en opmerkingen van de leden van de VVD-fractie\n\nWat vindt de Minister van de zeewierkwekerij? "
        "Wordt de zeewierkwekerij gesteund? Hoe kijkt de Minister naar de zeewierkwekerij?\n"
        "De vernieuwde kwekerswet is er. Wat doet de vernieuwde kwekerswet? Werkt de vernieuwde kwekerswet?\n"
        "Komen er sancties tegen Rusland? Werken de sancties? Blijven de sancties?\n"
        "\n1. Antwoord van het kabinet\n\nDe leden vragen naar de zeewierkwekerij. De Minister waardeert dat.\n"
    )
    paper = structure(source_from_text(text))
    assert uncovered([paper]) == [("zeewierkwekerij", 4), ("vernieuwde kwekerswet", 3)]


def test_check_tells_what_no_topic_covers_in_papers() -> None:
    phrases = dict(checks.uncovered([resources.path("data", "corpus")]))
    assert phrases["veiligheidssituatie"] > 5
    assert not {"sancties", "kernwapens", "wapenbeheersing"} & phrases.keys()
