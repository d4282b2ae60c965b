"""Our components in somebody else's spaCy pipeline: they work alone, leave what they find there, and can be sent and saved."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.lang.nl import Dutch
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import compile_infix_regex, compile_suffix_regex
from spacy.vocab import Vocab

from standpunt.annotate import COMPONENTS, make_nlp

Seen = list[tuple[str, str, str]]

TEXT = (
    "De NAVO-bondgenoten, het Ruslandbeleid en de motie-Omtzigt (Kamerstuk 28 676, nr. 5) in de NAVO-top van 7 januari jl. volgens de PvdA."
)
SEEN: Seen = [
    ("NAVO-bondgenoten", "ORG", "org/NAVO"),
    ("Ruslandbeleid", "COUNTRY", "country/RU"),
    ("motie-Omtzigt", "MOTION", "motion/Omtzigt"),
    ("Omtzigt", "PERSON", "person/Omtzigt"),
    ("Kamerstuk 28 676, nr. 5", "DOCUMENT", "kst-28676-5"),
    ("NAVO-top van 7 januari jl.", "MEETING", "meeting/2022-01-07"),
    ("NAVO-top", "ORG", "org/NAVO"),
    ("PvdA", "FACTION", "faction/PvdA"),
]


def seen(doc: Doc) -> Seen:
    return [(span.text, span.label_, span.kb_id_) for span in doc.spans["standpunt"]]


def dated(nlp: Language) -> Doc:
    doc = nlp.make_doc(TEXT)
    doc._.standpunt_date = "2022-01-13"
    return doc


def test_a_component_works_alone() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("standpunt_actors")
    assert seen(nlp("De NAVO-bondgenoten en de VVD-fractie")) == [
        ("NAVO-bondgenoten", "ORG", "org/NAVO"),
        ("VVD-fractie", "FACTION", "faction/VVD"),
    ]


def test_a_doc_survives_being_written_to_bytes() -> None:
    doc = make_nlp()(dated(make_nlp()))
    doc._.standpunt_sentences = [(0, len(TEXT))]
    bin_ = DocBin(store_user_data=True)
    bin_.add(doc)
    [binned] = DocBin().from_bytes(bin_.to_bytes()).get_docs(Vocab())
    for read in (Doc(Vocab()).from_bytes(doc.to_bytes()), binned):
        assert seen(read) == seen(doc) == SEEN
        assert read._.standpunt_date == "2022-01-13"
        assert [tuple(span) for span in read._.standpunt_sentences] == [(0, len(TEXT))]


def test_docs_may_be_annotated_by_several_processes() -> None:
    docs = make_nlp().pipe([dated(make_nlp()), dated(make_nlp())], n_process=2)
    assert [seen(doc) for doc in docs] == [SEEN, SEEN]


def test_a_pipeline_can_be_pickled_for_processes_that_start_afresh() -> None:
    """So does `n_process` where processes are spawned, as on macOS and Windows."""
    nlp = pickle.loads(pickle.dumps(make_nlp()))
    assert seen(nlp(dated(nlp))) == SEEN


def test_a_pipeline_can_be_saved_and_loaded(tmp_path: Path) -> None:
    make_nlp().to_disk(tmp_path)
    nlp = spacy.load(tmp_path)
    assert seen(nlp(dated(nlp))) == SEEN


@pytest.mark.parametrize("date", ["13 januari 2022", 2022])
def test_a_date_that_is_none_is_refused(date: object) -> None:
    doc = make_nlp().make_doc(TEXT)
    doc._.standpunt_date = date
    with pytest.raises(ValueError, match=r"Doc\._\.standpunt_date is .*2022.*; allowed: a date as text, such as '2022-01-13', or None"):
        make_nlp()(doc)


def test_attributes_of_somebody_else_stay_theirs() -> None:
    code = (
        "import spacy; from spacy.tokens import Doc; Doc.set_extension('date', default='theirs');"
        "from standpunt.annotate import make_nlp; print(make_nlp()('De VVD')._.date)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "theirs\n"


def test_a_vocabulary_may_serve_any_number_of_pipelines() -> None:
    """A flag of the vocabulary is one of 46, and never given back."""
    vocab: Any = spacy.blank("nl").vocab
    before = set(vocab.lex_attr_getters)
    for _ in range(2):
        nlp = spacy.blank("nl", vocab=vocab)
        for name in COMPONENTS:
            nlp.add_pipe(name)
    assert set(vocab.lex_attr_getters) == before


class TestTokenizer:
    """Compounds are split, and whatever the pipeline split or kept together before, it does still."""

    @staticmethod
    def pipeline(**searches: Any) -> Any:
        """Return a Dutch pipeline whose tokenizer searches like this."""
        nlp = spacy.blank("nl")
        for name, search in searches.items():
            setattr(nlp.tokenizer, name, search)
        return nlp

    @staticmethod
    def tokens(nlp: Language, text: str) -> list[str]:
        return [token.text for token in nlp(text)]

    def test_own_rules_of_a_pipeline_stay(self) -> None:
        nlp = self.pipeline(
            infix_finditer=compile_infix_regex([*Dutch.Defaults.infixes, r"(?<=\d)x(?=\d)"]).finditer,
            suffix_search=compile_suffix_regex([*Dutch.Defaults.suffixes, "%%"]).search,
        )
        nlp.tokenizer.add_special_case("ABC.", [{"ORTH": "ABC."}])
        nlp.add_pipe("standpunt_actors")
        assert self.tokens(nlp, "3x4 10%% ABC. NAVO-leden IND.") == ["3", "x", "4", "10", "%%", "ABC.", "NAVO", "-", "leden", "IND", "."]

    def test_several_components_extend_it_once(self) -> None:
        once, twice = self.pipeline(), self.pipeline()
        once.add_pipe("standpunt_actors")
        twice.add_pipe("standpunt_actors")
        twice.add_pipe("standpunt_meetings")
        assert once.tokenizer.to_bytes(exclude=["vocab"]) == twice.tokenizer.to_bytes(exclude=["vocab"])

    def test_a_tokenizer_without_searches_gets_them(self) -> None:
        nlp = self.pipeline(infix_finditer=None, suffix_search=None)
        nlp.add_pipe("standpunt_actors")
        assert self.tokens(nlp, "De NAVO-leden.") == ["De", "NAVO", "-", "leden."]

    def test_a_search_that_is_no_regular_expression_is_left_alone(self) -> None:
        nlp = self.pipeline(infix_finditer=lambda text: iter(()))
        nlp.add_pipe("standpunt_actors")
        assert self.tokens(nlp, "De NAVO-leden.") == ["De", "NAVO-leden", "."]

    def test_a_tokenizer_of_another_make_is_left_alone(self) -> None:
        nlp = spacy.blank("nl")
        nlp.tokenizer = _Words(nlp.vocab)
        nlp.add_pipe("standpunt_actors")
        assert seen(nlp("De NAVO-leden en de VVD vragen")) == [("VVD", "FACTION", "faction/VVD")]


class _Words:
    """Words are what stands between spaces."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=text.split(" "))
