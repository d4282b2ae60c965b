"""Citations of parliamentary papers and the ids they lead to."""

from __future__ import annotations

import pytest

from standpunt.annotate import citations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(Kamerstuk 28 676, nr. 383)", [("Kamerstuk 28 676, nr. 383", "kst-28676-383")]),
        ("Kamerstuk 21501-28-296", [("Kamerstuk 21501-28-296", "kst-21501-28-296")]),
        ("36 200 V, nr. 73", [("36 200 V, nr. 73", "kst-36200-V-73")]),
        ("Kamerstuk 36 410-XIV, nr. 12", [("Kamerstuk 36 410-XIV, nr. 12", "kst-36410-XIV-12")]),
        ("28676 nr. 350", [("28676 nr. 350", "kst-28676-350")]),
        ("(19637-3228)", [("19637-3228", "kst-19637-3228")]),
        ("36410-V-47", [("36410-V-47", "kst-36410-V-47")]),
        ("kst-21501-02-2701", [("kst-21501-02-2701", "kst-21501-02-2701")]),
        (
            "(Kamerstukken 21 501-28, nrs. 207 en 209)",
            [("Kamerstukken 21 501-28, nrs. 207", "kst-21501-28-207"), ("209", "kst-21501-28-209")],
        ),
        ("Kamerstuk 34 000, nrs. 1 t/m 3.", [("Kamerstuk 34 000, nrs. 1", "kst-34000-1"), ("3", "kst-34000-3")]),
        ("Kamerstukken 28 676 en 36 045, nr. 395", [("Kamerstukken 28 676 en 36 045, nr. 395", "kst-28676-395")]),
        (
            "Kamerstukken II 2020/21, 35 570 VIII, nr. 82",
            [("Kamerstukken II 2020/21, 35 570 VIII, nr. 82", "kst-35570-VIII-82")],
        ),
        ("Kamerstukken I 2020/21, 33 328, AI", [("Kamerstukken I 2020/21, 33 328, AI", "kst-33328-AI")]),
        ("Handelingen II 2021/22, nr. 23, item 3", [("Handelingen II 2021/22, nr. 23, item 3", "h-tk-20212022-23-3")]),
        ("Handelingen II 1999/2000, nr. 23, item 3", [("Handelingen II 1999/2000, nr. 23, item 3", "h-tk-19992000-23-3")]),
        ("Handelingen I 2014–2015, nr. 7, item 12", [("Handelingen I 2014–2015, nr. 7, item 12", "h-ek-20142015-7-12")]),
        (
            "Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 2874",
            [("Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 2874", "ah-tk-20222023-2874")],
        ),
        ("2022Z11873 en 2025D09417", [("2022Z11873", "2022Z11873"), ("2025D09417", "2025D09417")]),
        ("ah-tk-20242025-2349", [("ah-tk-20242025-2349", "ah-tk-20242025-2349")]),
        ("de motie op stuk nr. 346 (32847)", [("346 (32847)", "kst-32847-346")]),
        ("Kamerstuk 28 676, nr. 383 en 30 landen", [("Kamerstuk 28 676, nr. 383", "kst-28676-383")]),
        (
            "Kamerstukken 28 676, nr. 383 en 21 501-02, nr. 2433",
            [("Kamerstukken 28 676, nr. 383", "kst-28676-383"), ("21 501-02, nr. 2433", "kst-21501-02-2433")],
        ),
        ("dossier 21501-28", []),
        ("28 676 euro", []),
        ("bel 06-12345678", []),
        ("36 045, EU en NAVO", []),
        ("20 000 (2022)", []),
    ],
)
def test_a_citation_leads_to_its_paper(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[citation.at : citation.to], citation.id) for citation in citations.find(text)] == found
