"""Who asked what, who promised what, who stands where: Dutch parliamentary papers as a knowledge graph.

import standpunt

standpunt.build()                               # the sample corpus → standpunt.graph/
with standpunt.open("standpunt.graph") as graph:
    graph.claims(holder="PVV", relation="opposes")
standpunt.annotate("De leden van de VVD-fractie vragen …")
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standpunt.build import Report
    from standpunt.graph import Graph
    from standpunt.model import Analysis

__all__ = ["annotate", "build", "open"]


def build(
    paths: Iterable[Path | str] | None = None,
    graph: Path | str = Path("standpunt.graph"),
    *,
    prune: bool = False,
    workers: int | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> Report:
    """Build a graph directory from papers, or bring it up to date; see `standpunt.build.build` in the module of that name."""
    from standpunt.build import build as run

    return run(paths, graph, prune=prune, workers=workers, progress=progress)


def open(location: Path | str = Path("standpunt.graph")) -> Graph:
    """Open a graph directory, or a SPARQL server by its address, for reading.

    Raises:
        StoreError: there is no finished graph.
    """
    from standpunt.graph import Graph

    return Graph(location)


def annotate(text_or_path: str | Path) -> Analysis:
    """Return all that is found in a paper: mentions, claims, exchanges.

    A `Path`, and a single line of text that names an existing file, is read; anything else is taken as the text itself.

    Raises:
        UnreadablePaper: the file can't be turned into text, or the text is empty.
        UnknownKind: no known kind of paper fits it.
    """
    from standpunt.build import analyse, analyse_source
    from standpunt.read import source_from_text

    if isinstance(text_or_path, Path):
        return analyse(text_or_path)
    if "\n" not in text_or_path and len(text_or_path) < 1_000 and Path(text_or_path).is_file():
        return analyse(Path(text_or_path))
    return analyse_source(source_from_text(text_or_path), {})


class _Package(ModuleType):
    """Keeps `standpunt.build` and `standpunt.annotate` the functions above.

    Importing the step `standpunt.annotate` would otherwise put its module in place of the function of that name. The steps
    themselves are imported as ever: `from standpunt.annotate import make_nlp`.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
