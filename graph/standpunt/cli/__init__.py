"""The command line: one file per command, each of which parses, calls one library function and prints.

Exit codes: 0 done, 1 findings or a partial failure (told), 2 wrong use. What the library needs is imported when a command
runs, so that help and tab completion answer at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from standpunt.errors import QueryError, StandpuntError

#: The commands, in the order of the help page. Each lies in a module of that name, as a function of that name, or as a group of them.
COMMANDS = ("demo", "build", "query", "view", "serve", "explain", "review", "export", "annotate", "evaluate", "check")

WRONG_USE = (QueryError,)


class _Commands(TyperGroup):
    """Prints what standpunt raises on purpose as one message, without a traceback."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except StandpuntError as error:
            typer.echo(f"standpunt: {error}", err=True)
            raise typer.Exit(2 if isinstance(error, WRONG_USE) else 1) from error


app = typer.Typer(
    cls=_Commands,
    name="standpunt",
    help="Who asked what, who promised what, who stands where: from Dutch parliamentary papers, every fact one click from its sentence.",
    epilog="Begin with: standpunt demo",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"standpunt {version('standpunt')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")] = False,
) -> None:
    pass


def _shown(examples: tuple[str, ...]) -> str:
    """Return the end of a help page; the sign at its beginning keeps the lines as they are."""
    return "\b\n" + "\n".join(["Examples:", *(f"  {example}" for example in examples)])


for _name in COMMANDS:
    _module = import_module(f"standpunt.cli.{_name}")
    _command = getattr(_module, _name)
    if isinstance(_command, typer.Typer):
        app.add_typer(_command, name=_name, epilog=_shown(_module.EXAMPLES))
    else:
        app.command(_name, epilog=_shown(_module.EXAMPLES))(_command)


def main() -> None:
    """Run the command line."""
    app(prog_name="standpunt")
