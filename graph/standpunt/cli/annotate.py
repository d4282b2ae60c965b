"""`standpunt annotate`: what is found in one file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from standpunt.cli.output import AsCsv, AsJson, AsTable, Format, chosen, print_rows

EXAMPLES = ("standpunt annotate data/corpus/brief-2022-01-20-bezoek-kiev.txt --json",)


def annotate(
    file: Annotated[Path, typer.Argument(help="A paper: text or Markdown.", show_default=False)],
    json: AsJson = False,
    csv: AsCsv = False,
    table: AsTable = False,
) -> None:
    """Show what is found in one file.

    With --json that is all of it, in the interchange format; else the claims.
    """
    form = chosen(json=json, csv=csv, table=table)
    from standpunt.build import analyse
    from standpunt.interchange import dumps, record

    found = record(analyse(file))
    if form is Format.JSON:
        typer.echo(dumps(found), nl=False)
        return
    columns = ("holder", "relation", "about", "topics", "rule", "citaat")
    rows = [
        (claim.holder, claim.relation, " ".join(claim.about), " ".join(claim.topics), claim.rule, claim.text.strip())
        for claim in found.claims
    ]
    print_rows(columns, rows, form)
    if form is Format.TABLE:
        labels = Counter(entity.label for entity in found.entities)
        counted = ", ".join(f"{number} {label}" for label, number in labels.most_common())
        typer.echo(f"{found.paper['id']}: {len(found.claims)} claims, {len(found.exchanges)} exchanges, entities: {counted or 'none'}")
