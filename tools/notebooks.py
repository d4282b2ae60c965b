"""Runs the notebooks from the start and keeps what they show.

python tools/notebooks.py                        # all of them
python tools/notebooks.py notebooks/03*.ipynb    # this one
"""

from __future__ import annotations

import base64
import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

import nbclient
import nbformat
from nbformat import NotebookNode
from PIL import Image

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
METADATA = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
SECONDS = 300  # that one cell may take


def run(notebook: Path, folder: Path) -> NotebookNode:
    """Return a notebook as it is after running all of its cells, in a folder that is like `notebooks/`.

    What differs from run to run is left out: times, versions, and what libraries complain about on standard error.

    Raises:
        CellExecutionError: a cell fails.
    """
    ran = nbformat.read(notebook, as_version=4)
    environment = {**os.environ, "IPYTHONDIR": str(folder / ".ipython"), "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    quiet, place = ["--log-level=ERROR"], {"metadata": {"path": str(folder)}}
    # What a cell prints comes in one piece or in two, as the kernel's clock has it.
    client = nbclient.NotebookClient(ran, timeout=SECONDS, extra_arguments=quiet, resources=place, coalesce_streams=True)
    client.execute(env=environment)
    ran.metadata = METADATA
    for cell in ran.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
            for output in cell.outputs:
                if "image/png" in output.get("data", {}):
                    output.data["image/png"] = _small(output.data["image/png"])
    nbformat.validate(ran)
    return ran


def told(notebook: NotebookNode) -> dict[str, str]:
    """Return what each code cell shows in words, by its id: printed text, values, tables; a picture only by its size."""
    return {cell.id: "\n".join(map(_words, cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"}


def copied(folder: Path) -> Path:
    """Return a copy of `notebooks/` without graphs, so that a run leaves nothing behind in the checkout."""
    return Path(shutil.copytree(NOTEBOOKS, folder / "notebooks", ignore=shutil.ignore_patterns("*.graph", ".ipynb_checkpoints")))


def _small(picture: str) -> str:
    """Return a drawing, as PNG in base64, with 256 colours: half the size, and nobody sees it."""
    image = Image.open(io.BytesIO(base64.b64decode(picture))).convert("RGB").quantize(256)
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return base64.b64encode(written.getvalue()).decode()


def _words(output: NotebookNode) -> str:
    if output.output_type == "stream":
        return str(output.text)
    return "\n".join(str(output.data[kind]) for kind in ("text/plain", "text/html", "text/markdown") if kind in output.data)


def main(names: list[str]) -> None:
    """Run notebooks and keep what they show."""
    paths = [Path(name).resolve() for name in names] or sorted(NOTEBOOKS.glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as temporary:
        folder = copied(Path(temporary))
        for path in paths:
            before = nbformat.read(path, as_version=4)
            after = run(path, folder)
            changed = [ident for ident, words in told(after).items() if told(before).get(ident) != words]
            path.write_text(nbformat.writes(after, indent=1) + "\n", encoding="utf-8")
            sys.stdout.write(f"{path.name}: " + (f"shows something else in {', '.join(changed)}\n" if changed else "shows the same\n"))


if __name__ == "__main__":
    main(sys.argv[1:])
