"""The language of cue phrases, and the forms of Dutch verbs."""

import re

import pytest

from standpunt.relate.patterns import Pattern, PatternError, refuse_misread
from standpunt.relate.verbs import forms, is_plural


@pytest.mark.parametrize(
    ("pattern", "sentence", "found"),
    [
        ("{steunen}", "de leden steunden deze inzet .", "steunden"),
        ("{steunen}", "met steun van nederland .", None),  # a noun
        ("{steunen}", "deze inzet steun ik van harte .", "steun"),
        ("{af|keuren}", "de verlaging keuren deze leden ten zeerste af .", "keuren af"),
        ("{af|keuren}", "de leden hebben dit afgekeurd .", "afgekeurd"),
        ("{<beschouwen-als>} … als", "dit wordt aangemerkt als onzin", "aangemerkt als"),
        ("{aan|dringen}", "zij verzoeken daarop aan te dringen .", "aan te dringen"),
        ("{in|zetten} + zich", "nederland zet zich in vele fora in voor ontwapening .", "zet zich in"),
        ("{voor|stellen}", "dit stelt rusland in staat zich voor te bereiden .", None),  # the particle of bereiden
        ("{maken} + zich + zorgen", "over de grens maken deze leden zich grote zorgen .", "maken zich zorgen"),
        ("{maken} + zich + zorgen", "zij maken zich op , zodat de zorgen verdwijnen .", None),  # two clauses
        ("{zijn} + onwenselijk", "voor ons is dat zeer onwenselijk .", "is onwenselijk"),
        ("van … belang", "dit is van het grootste belang .", "van belang"),
        ("van ~ belang", "dit is van niet te onderschatten en daarom groot belang .", None),
        ("zeer? zorgelijk", "dat is zorgelijk .", "zorgelijk"),
        ("*akkoord + {steunen}", "wij steunen het klimaatakkoord .", "steunen klimaatakkoord"),
        ("{vragen} + of", "deze leden hebben enkele vragen of opmerkingen .", None),  # a noun
        ("{<beschouwen-als>} als <stap>", "zij zien als stap wat er volgt .", "zien als stap"),  # verbs of a list
        ("{vragen} + of", "deze leden vragen of dit klopt .", "vragen of"),
    ],
)
def test_a_pattern_finds_its_words_in_any_order_of_the_clause(pattern: str, sentence: str, found: str | None) -> None:
    words = sentence.split()
    matches = [" ".join(words[i] for i in match.tokens) for match in Pattern.compile(pattern).find(words)]
    assert matches == ([found] if found else [])


@pytest.mark.parametrize("pattern", ["{steunen", "{<onbekend>}", "a||b", "zeer?", "*", "maken + ~"])
def test_a_pattern_that_is_not_in_the_language_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        Pattern.compile(pattern)


@pytest.mark.parametrize(
    ("pattern", "read"),
    [
        ("niet|nog niet ~ overtuigd van", "(niet|nog) and then (niet), with niet in both"),
        ("{staan} + voor open|ervoor open", "(open|ervoor) and then (open), with open in both"),
        ("rauw op|rauw ~ dak", "(rauw) and then (op|rauw), with rauw in both"),
        ("^ waarom|en waarom weigert", "(waarom|en) and then (waarom), with waarom in both"),
    ],
)
def test_an_alternative_of_several_words_is_refused(pattern: str, read: str) -> None:
    Pattern.compile(pattern)  # it is in the language, and means something else
    with pytest.raises(PatternError, match=re.escape(read)):
        refuse_misread(pattern)


@pytest.mark.parametrize(
    "pattern", ["is aan het om om|.", "niet ~ overtuigd van|dat", "spreekt haar|zijn ~ spijt|afschuw uit", "zolang ~ als|zolang"]
)
def test_alternatives_that_are_single_words_are_not(pattern: str) -> None:
    refuse_misread(pattern)


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("benadrukken", {"benadruk", "benadrukt", "benadrukte", "benadrukten"}),
        ("vrezen", {"vrees", "vreest", "vreesde", "gevreesd"}),
        ("veroordelen", {"veroordeelt", "veroordeelde", "veroordeeld"}),
        ("onderschrijven", {"onderschrijft", "onderschreef", "onderschreven"}),
        ("toe|juichen", {"toejuicht", "toegejuicht", "toejuichen"}),
        ("van|mening", set()),
    ],
)
def test_verbs_are_conjugated(lemma: str, expected: set[str]) -> None:
    assert expected <= forms(lemma).joined


@pytest.mark.parametrize(
    ("form", "plural"), [("steunen", True), ("steunt", False), ("is", False), ("zijn", True), ("zal", False), ("hadden", True)]
)
def test_the_number_of_a_verb_shows(form: str, plural: bool) -> None:
    assert is_plural(form) is plural
