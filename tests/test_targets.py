"""Targets: a stance has a topic only where its direction towards it is plain."""

from __future__ import annotations

import pytest

import standpunt


def topics_of_stance(sentence: str, before: str = "") -> tuple[str, ...]:
    """Return the topics of the one stance in what a member says in a debate."""
    text = f"Debat over van alles\n\nMevrouw Dobbe (SP):\n{before} {sentence}\n"
    (stance,) = [claim for claim in standpunt.annotate(text).claims if claim.text == sentence and claim.relation in ("supports", "opposes")]
    return stance.topics


@pytest.mark.parametrize(
    "sentence",
    [
        "Deze leden keren zich tegen kernenergie.",
        "Wij steunen kernenergie.",
        "Vindt u ook dat kernenergie onmisbaar is?",
    ],
)
def test_a_plain_stance_is_on_what_it_names(sentence: str) -> None:
    assert topics_of_stance(sentence) == ("topic/kernenergie",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vindt u ook dat kernenergie te duur is?",
        "Bent u het met ons eens dat de zorgverzekeraars te veel macht hebben?",
        "Ik ben tegen afschaffing van de huurtoeslag.",
        "Wij zijn tegen het verbod op vuurwerk.",
        "Wij steunen een vuurwerkverbod.",
        "Deze leden zijn ontstemd over het voorstel om de wolf minder streng te beschermen.",
        "Wij vinden het onwenselijk dat dit de energietransitie onnodig vertraagt.",
    ],
)
def test_a_stance_on_the_end_the_delay_or_the_excess_of_a_thing_is_none_on_the_thing(sentence: str) -> None:
    assert topics_of_stance(sentence) == ()
    assert topics_of_stance(sentence, before="Dan kom ik bij de hypotheekrenteaftrek.") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Onze fractie vindt het onverteerbaar dat boeren met de schade blijven zitten.",
        "Deze leden begrijpen niet dat gepensioneerden opnieuw de rekening betalen.",
        "Wij vinden het goed dat huurders voortaan eerder aan de beurt zijn.",
        "Boeren, bouwers en natuur zijn de dupe.",
        "Dan is de huurtoeslag het kind van de rekening.",
        "Studenten ondermijnen daarmee het gezag van de wet.",
    ],
)
def test_what_befalls_people_is_no_stance_on_the_topic_that_they_name(sentence: str) -> None:
    assert topics_of_stance(sentence) == ()


def test_who_stands_by_people_takes_a_stance_on_their_topic() -> None:
    assert topics_of_stance("Wij steunen de boeren.") == ("topic/landbouw",)
