"""Refreshes the names in data/knowledge/countries.csv from the locale data of babel (CLDR); run it by hand after a new release.

It adds a row for every territory that CLDR knows under a code of ISO 3166-1, and Kosovo (XK), and rewrites `naam` and `naam_en` where they
are empty. What people wrote in the other columns stays as it is.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale

COUNTRIES = Path(__file__).resolve().parent.parent / "data" / "knowledge" / "countries.csv"
COLUMNS = ("id", "naam", "naam_en", "vormen", "bijvoeglijk", "inwoners", "bron", "toelichting")

#: Two-letter codes in CLDR that are no country or territory of ISO 3166-1.
NOT_ISO = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})


def main() -> None:
    """Write the file anew, sorted by id."""
    dutch, english = Locale("nl").territories, Locale("en").territories
    rows: dict[str, dict[str, str]] = {}
    if COUNTRIES.exists():
        with COUNTRIES.open(encoding="utf-8", newline="") as file:
            rows = {row["id"]: row for row in csv.DictReader(file)}
    for code in dutch:
        if len(code) != 2 or code in NOT_ISO:
            continue
        row = rows.setdefault(f"country/{code}", dict.fromkeys(COLUMNS, ""))
        row["id"] = f"country/{code}"
        row["naam"] = row["naam"] or dutch[code].replace("’", "'")
        row["naam_en"] = row["naam_en"] or english[code].replace("’", "'")
        row["bron"] = row["bron"] or "Unicode CLDR"
    with COUNTRIES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[key] for key in sorted(rows))


if __name__ == "__main__":
    main()
