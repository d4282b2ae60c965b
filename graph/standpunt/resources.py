"""Where ontology/ and data/ lie: beside the source root in a checkout, inside the package in a wheel."""

from __future__ import annotations

from pathlib import Path

from standpunt.errors import ResourceMissing

PACKAGE = Path(__file__).resolve().parent
ROOTS = (PACKAGE.parent.parent, PACKAGE / "_files")


def root() -> Path:
    """Return the folder that holds `ontology/` and `data/`.

    Raises:
        ResourceMissing: neither the checkout nor the installed package has them.
    """
    for folder in ROOTS:
        if (folder / "ontology").is_dir() and (folder / "data" / "knowledge").is_dir():
            return folder
    raise ResourceMissing(f"ontology/ and data/knowledge/ not found; looked in {', '.join(map(str, ROOTS))}. Install standpunt again.")


def path(*parts: str) -> Path:
    """Return the path of a file or folder below `ontology/` or `data/`, e.g. `path("data", "corpus")`.

    Raises:
        ResourceMissing: there is no such file or folder.
    """
    found = root().joinpath(*parts)
    if not found.exists():
        raise ResourceMissing(f"{'/'.join(parts)} not found in {root()}. Install standpunt again.")
    return found


def knowledge(name: str) -> Path:
    """Return the path of a knowledge file, e.g. `knowledge("topics.csv")`."""
    return path("data", "knowledge", name)
