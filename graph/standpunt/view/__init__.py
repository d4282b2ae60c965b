"""Interactive views of a graph: store → rows → network → layout → one HTML page."""

from __future__ import annotations

import os
from pathlib import Path

from standpunt.store import Store
from standpunt.view.page import page
from standpunt.view.views import DEFAULT, MOST, VIEWS, Shown, show

__all__ = ["DEFAULT", "MOST", "VIEWS", "Shown", "page", "show", "write"]


def write(store: Store, out: Path, name: str = DEFAULT, *, most: int | None = None) -> Shown:
    """Write a view as one HTML file that opens from disk, without a network; return what it shows.

    Args:
        store: the graph.
        out: the file; its folder is made when there is none.
        name: one of `VIEWS`.
        most: how many nodes are shown at most, in place of the view's own limits.

    Raises:
        QueryError: no view is called so, or the graph holds nothing that it could show.
    """
    shown = show(store, name, most=most)
    text = page(shown)
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(out)
    return shown
