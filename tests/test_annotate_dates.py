"""Dutch dates, resolved against the paper's date."""

from __future__ import annotations

from datetime import date

import pytest

from standpunt.annotate import dates

REFERENCE = date(2022, 1, 13)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tijdens de bijeenkomst van 6 en 7 april", [("6 en 7 april", "2022-04-06", "2022-04-07")]),
        ("het overleg van 9 en 10 januari a.s. in Genève", [("9 en 10 januari a.s.", "2022-01-09", "2022-01-10")]),
        ("van 12 tot 26 maart", [("12 tot 26 maart", "2022-03-12", "2022-03-26")]),
        ("Op 7 januari jl. vond", [("7 januari jl.", "2022-01-07", "2022-01-07")]),
        ("van 16 december jongstleden", [("16 december jongstleden", "2021-12-16", "2021-12-16")]),
        ("van 30 november en 1 december 2021", [("30 november en 1 december 2021", "2021-11-30", "2021-12-01")]),
        ("van 30 december en 2 januari 2022", [("30 december en 2 januari 2022", "2021-12-30", "2022-01-02")]),
        ("op 4–5 april 2023", [("4–5 april 2023", "2023-04-04", "2023-04-05")]),
        ("14, 15 en 16 november 2024", [("14, 15 en 16 november 2024", "2024-11-14", "2024-11-16")]),
        ("van 1 t/m 3 juni 2020", [("1 t/m 3 juni 2020", "2020-06-01", "2020-06-03")]),
        ("op 15 april 2020 en 20 mei 2021", [("15 april 2020", "2020-04-15", "2020-04-15"), ("20 mei 2021", "2021-05-20", "2021-05-20")]),
        ("van maandag 10 januari en dinsdag 11 januari", [("10 januari en dinsdag 11 januari", "2022-01-10", "2022-01-11")]),
        ("op 27-01-2022 en 2022-02-03", [("27-01-2022", "2022-01-27", "2022-01-27"), ("2022-02-03", "2022-02-03", "2022-02-03")]),
        ("DEN HAAG, 5 MAART 2024", [("5 MAART 2024", "2024-03-05", "2024-03-05")]),
        ("Brussels 24 March 2022", [("24 March 2022", "2022-03-24", "2022-03-24")]),
        ("op 12 mei van dit jaar", [("12 mei van dit jaar", "2022-05-12", "2022-05-12")]),
        ("op 12 mei van vorig jaar", [("12 mei van vorig jaar", "2021-05-12", "2021-05-12")]),
        ("op 31 februari 2022", [("31 februari 2022", None, None)]),
        ("Kamerstuk 28 676, nr. 383 en 7 landen", []),
        ("in 5 van de 12 maatregelen", []),
    ],
)
def test_a_date_is_found_and_resolved(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    spans = dates.find(text, REFERENCE)
    assert [
        (text[span.at : span.to], span.first and span.first.isoformat(), span.last and span.last.isoformat()) for span in spans
    ] == found


def test_a_month_is_a_span_of_days() -> None:
    (span,) = dates.find("de Europese Raad van december 2023")
    assert (span.first, span.last, span.exact) == (date(2023, 12, 1), date(2023, 12, 31), False)


def test_without_reference_a_day_without_year_stays_open() -> None:
    (span,) = dates.find("op 7 april")
    assert (span.first, span.last) == (None, None)
