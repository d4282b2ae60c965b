"""`standpunt explain`: the sentence, the place, the rule and the words behind a fact."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from standpunt.cli.output import AsCsv, AsJson, AsTable, Format, GraphLocation, chosen, console, print_json, print_rows

if TYPE_CHECKING:
    from standpunt.explain import Explanation

#: What an explanation has several of; a cell of a table holds them with spaces between.
_LISTS = ("targets", "named", "voiced_by", "coholders", "held_for")
EXAMPLES = ("standpunt explain kst-28676-384/answer/12", "standpunt explain faction/SP opposes topic/navo-lidmaatschap-oekraine")


def explain(
    fact: Annotated[
        list[str], typer.Argument(metavar="IRI", help="A claim, exchange, commitment, position or sentence; or an edge in three words.")
    ],
    graph: GraphLocation = "standpunt.graph",
    json: AsJson = False,
    csv: AsCsv = False,
    table: AsTable = False,
) -> None:
    """Show the sentence, source, rule and cue words behind a fact."""
    form = chosen(json=json, csv=csv, table=table)
    from standpunt.explain import Explanation
    from standpunt.explain import explain as find
    from standpunt.store import open_store

    store = open_store(graph)
    try:
        found = find(store, " ".join(fact))
    finally:
        store.close()
    if form is Format.JSON:
        print_json([dataclasses.asdict(each) for each in found])
    elif form is Format.CSV or table:
        columns = [field.name for field in dataclasses.fields(Explanation)]
        cells = [
            dataclasses.asdict(each) | {name: " ".join(getattr(each, name)) for name in _LISTS} | {"review": _review(each)}
            for each in found
        ]
        print_rows(columns, [[row[column] for column in columns] for row in cells], form)
    else:
        for each in found:
            _print(each)


def _joined(found: Explanation) -> dict[str, str]:
    return {name: " ".join(getattr(found, name)) for name in _LISTS}


def _print(found: Explanation) -> None:
    out = console()
    out.print(Text.assemble((found.holder, "bold"), f" {found.relation} ", (", ".join(found.targets) or "–", "bold")))
    quotation = Text(f"  «{found.quotation.strip()}»")
    quotation.highlight_regex(rf"\b({'|'.join(map(re.escape, found.cue.split()))})\b", style="bold underline")
    out.print(quotation)
    if found.told_by:
        out.print(Text(f"  told by {found.told_by}"))
    if found.voiced_by:
        out.print(Text(f"  voiced by {', '.join(found.voiced_by)}"))
    if found.coholders:
        out.print(Text(f"  also signed by {', '.join(found.coholders)}"))
    if found.held_for:
        out.print(Text(f"  held by a member of {', '.join(found.held_for)}"))
    if found.in_response_to:
        out.print(Text(f"  in response to «{found.in_response_to.strip()}»"))
    if found.named:
        out.print(Text(f"  {'also names' if found.targets else 'names'} {', '.join(found.named)}"))
    if found.commitment_kind:
        out.print(Text(f"  {found.commitment_kind}, {_deadline(found)}"))
    place = [found.paper_name, found.date, f"answer {found.answer}" if found.answer else None]
    out.print(Text("  " + ", ".join(part for part in place if part)), style="dim")
    out.print(
        Text(f"  {found.file}, characters {found.start}–{found.end}{f'; {found.url}' if found.url else ''}"), style="dim", soft_wrap=True
    )
    if found.older_texts:
        out.print(Text(f"  from its present text; {found.older_texts} older one{'s' * (found.older_texts > 1)} came before", style="dim"))
    out.print(Text(f"  rule {found.rule}, by the words '{found.cue}'; confidence {_confidence(found)}"), style="dim")
    if found.review:
        out.print(Text(f"  {_review(found)}", style="bold"))
    out.print(Text(f"  {found.id}\n"), style="dim")


def _deadline(found: Explanation) -> str:
    """Return by when a promise is to be kept, as printed and as a day."""
    told = " = ".join(part for part in (found.deadline_text and f"'{found.deadline_text}'", found.deadline) if part)
    return f"deadline {told}" if told else "without a deadline"


def _confidence(found: Explanation) -> str:
    if found.confidence is not None:
        return f"{found.confidence:.2f}"
    return "not that of a rule any more" if found.review and found.review.verdict == "corrected" else "unknown: too few cases measured"


def _review(found: Explanation) -> str:
    """Return what was said of a claim, on one line; nothing where nobody said anything."""
    review = found.review
    if review is None:
        return ""
    told = f"{review.verdict} by {review.reviewer} on {review.reviewed[:10]}"
    if review.verdict == "corrected":
        told += f"; the rules had read: {review.holder} {review.relation}, naming {', '.join(review.named) or 'nothing'}"
    if review.mismatch:
        told += f"; no longer fits the claim ({review.mismatch})"
    return f"{told}; {review.note}" if review.note else told
