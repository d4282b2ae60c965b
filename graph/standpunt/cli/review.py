"""`standpunt review export` and `import`: claims to a sheet, and back with what a reader says of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standpunt.cli.output import counted

if TYPE_CHECKING:
    from standpunt.build.reviews import Reviewed

EXAMPLES = (
    "standpunt review export claims.csv --relation opposes --sample 20",
    "standpunt review import data/reviews/example.csv",
)
Directory = Annotated[Path, typer.Option("--graph", "-g", metavar="DIR", help="The graph directory.")]
GRAPH = Path("standpunt.graph")

review = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@review.callback()
def _review() -> None:
    """Accept, reject or correct claims in a spreadsheet.

    What people say wins over the rules: queries no longer see what was rejected, and see what was corrected as it should be.

    Reviews stand in reviews.csv in the graph directory and outlive every build. Remove a row there and build again to take a review back.
    """


@review.command("export", epilog=f"Example: {EXAMPLES[0]}")
def export(
    out: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The sheet to write.")],
    graph: Directory = GRAPH,
    paper: Annotated[str | None, typer.Option("--paper", help="Only claims in this paper.", show_default=False)] = None,
    holder: Annotated[
        str | None, typer.Option("--holder", help="Only claims of this faction, country or cabinet.", show_default=False)
    ] = None,
    relation: Annotated[str | None, typer.Option("--relation", help="Only of this relation, such as opposes.", show_default=False)] = None,
    rule: Annotated[str | None, typer.Option("--rule", help="Only what this rule found.", show_default=False)] = None,
    unreviewed: Annotated[bool, typer.Option("--unreviewed", help="Leave out what has been reviewed.")] = False,
    sample: Annotated[
        int | None,
        typer.Option("--sample", min=1, metavar="N", help="Only N of them, drawn at random; the same each time.", show_default=False),
    ] = None,
    semicolons: Annotated[bool, typer.Option("--semicolons", help="Semicolons between cells, which Dutch spreadsheets expect.")] = False,
) -> None:
    """Write claims to a sheet to review them in.

    It has columns for a verdict, a correction, your name and a note. The verdict is accepted, rejected or corrected. Of a corrected
    claim, fill in what it should have been: ids or names, several between semicolons, none for nothing.
    """
    from standpunt.review.outgoing import Selection
    from standpunt.review.outgoing import export as write

    selection = Selection(paper, holder, relation, rule, unreviewed, sample)
    written = write(graph, out, selection, delimiter=";" if semicolons else ",")
    typer.echo(f"{out}: {counted(written, 'claims')}")


@review.command("import", epilog=f"Example: {EXAMPLES[1]}")
def take_in(
    sheet: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The sheet that was filled in.")],
    graph: Directory = GRAPH,
    reviewer: Annotated[
        str | None, typer.Option("--reviewer", help="Who reviewed, where the sheet doesn't say.", show_default=False)
    ] = None,
) -> None:
    """Take in the reviews of a sheet and apply them.

    A sheet with faults is not taken in; all its faults are told. A review of a claim replaces an earlier one.

    Rows without a verdict are passed over, and counted.
    """
    from standpunt.review.incoming import take_in as run
    from standpunt.sheet import VERDICTS

    taken = run(sheet, graph, reviewer=reviewer)
    typer.echo(f"{sheet}: {counted(taken.new, 'new reviews')}, {taken.changed} changed, {taken.unchanged} as they were")
    if taken.without_verdict:
        rows = counted(taken.without_verdict, "rows")
        typer.echo(f"{rows} without a verdict; the column verdict takes {', '.join(VERDICTS)}")
    tell(taken.reviews)


def tell(reviews: Reviewed) -> None:
    """Print what the reviews of a graph come to, and which no longer fit."""
    if reviews.total:
        typer.echo(f"reviews: {reviews.accepted} accepted, {reviews.rejected} rejected, {reviews.corrected} corrected")
    for misfit in reviews.misfits:
        typer.echo(f"review that no longer fits: {misfit}", err=True)
