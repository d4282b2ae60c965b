"""By when something is promised: the words, and the last day on which the promise can be kept."""

from __future__ import annotations

from datetime import date as Date

import pytest

from standpunt.knowledge import DeadlineTerm, table
from standpunt.relate import deadlines

SAID_ON = Date(2022, 5, 10)  # a Tuesday in spring

SENTENCES = [
    ("Uiterlijk 1 maart ontvangt uw Kamer een brief.", Date(2023, 3, 1)),
    ("Over de uitvoering ervan ontvangt uw Kamer vóór 7 juli 2023 een brief.", Date(2023, 7, 6)),
    ("Voor het zomerreces informeer ik u.", Date(2022, 7, 7)),
    ("Ik hoop u daarover nog voor de zomer te berichten.", Date(2022, 7, 7)),
    ("In het tweede kwartaal van 2024 volgt het wetsvoorstel.", Date(2024, 6, 30)),
    ("Dit najaar stuur ik de evaluatie.", Date(2022, 12, 20)),
    ("Begin 2023 kom ik hierop terug.", Date(2023, 4, 30)),
    ("De Kamer ontvangt eind dit jaar de resultaten.", Date(2022, 12, 31)),
    ("Op dat verzoek zal ik voor het einde van het jaar reageren.", Date(2022, 12, 31)),
    ("Ik stuur u binnen twee weken een feitenrelaas.", Date(2022, 5, 24)),
    ("Ik stuur u binnen een maand een feitenrelaas.", Date(2022, 6, 10)),
    ("Volgende week informeer ik de Kamer.", Date(2022, 5, 22)),
    ("Ruim voor de begrotingsbehandeling ontvangt u de cijfers.", Date(2022, 12, 22)),
    ("Bij de Voorjaarsnota van 2023 kom ik met een voorstel.", Date(2023, 6, 1)),
    ("Op Prinsjesdag presenteert het kabinet de plannen.", Date(2022, 9, 20)),
    ("Jaarlijks wordt uw Kamer geïnformeerd.", None),
    ("Uw Kamer wordt ieder halfjaar geïnformeerd.", None),
    ("Ik zal de Kamer zo spoedig mogelijk informeren.", None),
    ("Op korte termijn volgt een brief.", None),
    ("Ik ga ervoor zorgen dat er vóór 1 juli twee locaties bij komen.", Date(2022, 6, 30)),
    ("Wel zeg ik toe dat de Kamer in september een tussenstand krijgt.", Date(2022, 9, 30)),
    ("Dat zal ik tijdens de JBZ-Raad van 13 en 14 juni opnieuw aan de orde stellen.", Date(2022, 6, 14)),
    ("Dat zal uiterlijk in november gebeuren.", Date(2022, 11, 30)),
    ("De Staatssecretaris komt in het najaar terug op de gedragscode.", Date(2022, 12, 20)),
    ("Voorafgaand aan het commissiedebat van 22 juni ontvangt u de brief.", Date(2022, 6, 22)),
    ("Het eerste daarvan ontvangt uw Kamer in het eerste kwartaal van 2023.", Date(2023, 3, 31)),
    ("Na het zomerreces kom ik hierop terug.", None),
    ("Medio september volgt het advies.", Date(2022, 9, 20)),
    ("In de loop van 2023 wordt de regeling geëvalueerd.", Date(2023, 12, 31)),
    ("In de tweede helft van volgend jaar gaat de proef van start.", Date(2023, 12, 31)),
    ("Nog deze maand stuur ik de antwoorden.", Date(2022, 5, 31)),
    ("Ik zal dit per 1 januari 2023 regelen.", Date(2023, 1, 1)),
    ("Nog voor het kerstreces ontvangt u het besluit.", Date(2022, 12, 22)),
    ("Tijdens de Raad van 30 november zal Nederland dit bepleiten.", Date(2022, 11, 30)),
    ("Ik kom hier in juni op terug.", Date(2022, 6, 30)),
    ("In mei 2023 ontvangt u de monitor.", Date(2023, 5, 31)),
    ("Voor eind juni ontvangt u mijn reactie.", Date(2022, 6, 30)),
    ("De wet treedt naar verwachting in Q3 2023 in werking.", Date(2023, 9, 30)),
    ("Vóór de zomer van 2023 ontvangt u het plan.", Date(2023, 7, 6)),
    ("Komend voorjaar bericht ik u.", Date(2023, 6, 20)),
    ("Ik zal uw Kamer uiterlijk vóór 1 oktober berichten.", Date(2022, 9, 30)),
    ("Vóór het commissiedebat van 30 juni ontvangt u een brief.", Date(2022, 6, 30)),
    ("Ik stuur u binnen tien werkdagen een reactie.", Date(2022, 5, 24)),
    ("Over drie maanden is de eerste meting gereed.", Date(2022, 8, 10)),
    ("De derde dinsdag van september is het zover: op de derde dinsdag van september verschijnt het overzicht.", Date(2022, 9, 20)),
    ("Ik bericht u jaarlijks in mei.", None),
    ("Voor het reces ontvangt uw Kamer mijn reactie.", Date(2022, 7, 7)),
    ("Direct na het reces ontvangt uw Kamer mijn reactie.", None),
    ("Eind Q3 2023 volgt de evaluatie.", Date(2023, 9, 30)),
    ("Begin Q1 van 2023 volgt de evaluatie.", Date(2023, 1, 30)),
    ("In het 2e kwartaal van 2023 volgt de evaluatie.", Date(2023, 6, 30)),
    ("In het derde of vierde kwartaal van 2022 volgt de evaluatie.", Date(2022, 12, 31)),
    ("De brief volgt voor het einde van de maand.", Date(2022, 5, 31)),
    ("Dit kwartaal volgt de evaluatie.", Date(2022, 6, 30)),
    ("In de tweede helft van het jaar volgt de evaluatie.", Date(2022, 12, 31)),
    ("In de eerste jaarhelft van 2023 volgt de evaluatie.", Date(2023, 6, 30)),
    ("In de eerste helft van juni volgt de evaluatie.", Date(2022, 6, 15)),
    ("In juni of juli volgt de evaluatie.", Date(2022, 7, 31)),
    ("Najaar 2023 volgt de evaluatie.", Date(2023, 12, 20)),
    ("Aan het einde van de zomer volgt de evaluatie.", Date(2022, 9, 22)),
    ("In 2027 evalueer ik de wet.", Date(2027, 12, 31)),
    ("Binnen een half jaar kom ik hierop terug.", Date(2022, 11, 10)),
    ("Over anderhalf jaar kom ik hierop terug.", Date(2023, 11, 10)),
    ("In de week van 6 juni bericht ik u.", Date(2022, 6, 12)),
    ("Met ingang van 1 januari 2023 verhoog ik het tarief.", Date(2023, 1, 1)),
    ("Ten tijde van de Miljoenennota kom ik hierop terug.", Date(2022, 9, 20)),
    ("Voorafgaand aan het commissiedebat informeer ik u.", None),
]


@pytest.mark.parametrize(("sentence", "last"), SENTENCES)
def test_the_last_day_on_which_a_promise_can_be_kept(sentence: str, last: Date | None) -> None:
    found = deadlines.find(sentence, SAID_ON)
    assert found is not None
    assert found.last == last


@pytest.mark.parametrize(
    "sentence",
    [
        "In reactie op de brief van 3 mei jl. zeg ik toe dat ik dit uitzoek.",
        "Nederland zal voor 2023 drie miljoen euro beschikbaar stellen.",
        "In mei heb ik toegezegd dat ik dit zou uitzoeken.",
        "De subsidie loopt tot eind 2024 door.",
        "Het overleg van 12 april heeft geleid tot de toezegging dat ik hierop terugkom.",
        "Ik informeer u over de regels die in 2027 in werking treden.",
        "Zoals toegezegd tijdens het commissiedebat van 14 november informeer ik u.",
        "In het commissiedebat van 14 november heb ik toegezegd u te informeren.",
        "Na overleg met de sector kom ik met een voorstel.",
    ],
)
def test_a_time_that_dates_something_else_is_no_deadline(sentence: str) -> None:
    assert deadlines.find(sentence, SAID_ON) is None


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Over de uitkomst zal ik uw Kamer nog ruim voor de begrotingsbehandeling berichten.", "ruim voor de begrotingsbehandeling"),
        ("Dat zal uiterlijk in november gebeuren.", "uiterlijk in november"),
        ("Ik zal de Kamer zo spoedig mogelijk informeren.", "zo spoedig mogelijk"),
        ("Na het zomerreces kom ik hierop terug.", "Na het zomerreces"),
        ("Na ommekomst van het advies van de Raad van State dien ik het voorstel in.", "Na ommekomst van het advies van de Raad van State"),
        ("Direct na afronding van het lopende onderzoek informeer ik u.", "Direct na afronding van het lopende onderzoek"),
        ("Twee jaar na inwerkingtreding evalueer ik de wet.", "Twee jaar na inwerkingtreding"),
        ("Ik informeer u zodra het onderzoek is afgerond, in elk geval schriftelijk.", "zodra het onderzoek is afgerond"),
        ("Ik informeer u voorafgaand aan het commissiedebat van 15 mei.", "voorafgaand aan het commissiedebat van 15 mei"),
        ("Zo spoedig mogelijk, maar uiterlijk op 1 juni 2022, volgt het besluit.", "uiterlijk op 1 juni 2022"),
    ],
)
def test_the_words_are_kept_as_printed(sentence: str, text: str) -> None:
    found = deadlines.find(sentence, SAID_ON)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(("said_on", "last"), [(Date(2022, 7, 20), Date(2023, 7, 6)), (Date(2022, 7, 7), Date(2022, 7, 7)), (None, None)])
def test_a_recess_is_the_next_one(said_on: Date | None, last: Date | None) -> None:
    found = deadlines.find("Voor het zomerreces ontvangt u de brief.", said_on)
    assert found == deadlines.Deadline("Voor het zomerreces", last)


@pytest.mark.parametrize(("year", "begins"), [(2022, Date(2022, 7, 8)), (2023, Date(2023, 7, 7)), (2024, Date(2024, 7, 5))])
def test_the_summer_recess_begins_when_the_house_said_it_did(year: int, begins: Date) -> None:
    found = deadlines.find(f"Voor het zomerreces van {year} volgt een brief.", None)
    assert found is not None
    assert found.last == begins.replace(day=begins.day - 1)


@pytest.mark.parametrize("day", ["1 jan", "7-3", "vrydag 07-03"])
def test_a_day_that_cannot_be_read_is_a_fault_of_the_file(day: str) -> None:
    row = next(row for row in table(DeadlineTerm) if row.id == "zomerreces")
    broken = DeadlineTerm(**{name: getattr(row, name) for name in DeadlineTerm.__slots__} | {"begin": day})
    assert [column for column, _ in broken.problems()] == ["begin"]
