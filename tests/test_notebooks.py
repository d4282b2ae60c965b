"""The notebooks run from start to end, show what they keep, and use only what `import standpunt` offers."""

from __future__ import annotations

import re
import runpy
import shutil
import tempfile
from pathlib import Path
from typing import Any

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TOOL: dict[str, Any] = runpy.run_path(str(ROOT / "tools" / "notebooks.py"))


def kept(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, corpus_graph: Path) -> Path:
    """A copy of notebooks/ in which the graph that the notebooks build stands ready, so that they find nothing left to do."""
    folder: Path = TOOL["copied"](tmp_path_factory.mktemp("notebooks"))
    shutil.copytree(corpus_graph, folder / "corpus.graph")
    return folder


def test_there_are_three() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == ["01", "02", "03"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_it_keeps(path: Path, folder: Path) -> None:
    shown, expected = TOOL["told"](TOOL["run"](path, folder)), TOOL["told"](kept(path))
    differing = [ident for ident in expected if shown[ident] != expected[ident]]
    assert not differing, f"what these cells show has changed: run `make notebooks`, and read {path.name} again"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_keeps_its_outputs_and_pictures(path: Path) -> None:
    code = [cell for cell in kept(path).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    outputs = [output for cell in code for output in cell.outputs]
    assert {output.output_type for output in outputs} <= {"stream", "display_data", "execute_result"}
    assert all(len(cell.source.splitlines()) <= 16 for cell in code)
    drawn = [cell for cell in code if "plt.show()" in cell.source]
    assert len(drawn) == {"01": 0, "02": 3, "03": 2}[path.name[:2]]
    for cell in drawn:
        assert ["image/png" in output.data for output in cell.outputs] == [True]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_names_no_place_on_the_machine_it_ran_on(path: Path) -> None:
    words = "\n".join(TOOL["told"](kept(path)).values())
    for place in (str(ROOT), str(Path.home()), tempfile.gettempdir(), "Traceback"):
        assert place not in words


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_uses_only_the_public_api(path: Path) -> None:
    code = "\n".join(cell.source for cell in kept(path).cells if cell.cell_type == "code")
    assert re.findall(r"^\s*(?:import|from) (standpunt\S*)", code, re.M) == ["standpunt"]
    assert set(re.findall(r"\bstandpunt\.(\w+)\(", code)) <= {"annotate", "build", "open"}
    assert not re.search(r"\bgraph\._|graph\.store\b", code)


def test_what_a_cell_shows_is_compared_in_words() -> None:
    cell = nbformat.v4.new_code_cell("1 + 1", id="one")
    cell.outputs = [
        nbformat.v4.new_output("stream", name="stdout", text="two\n"),
        nbformat.v4.new_output("execute_result", {"text/plain": "2", "image/png": "AAAA"}),
    ]
    assert TOOL["told"](nbformat.v4.new_notebook(cells=[cell])) == {"one": "two\n\n2"}


def test_what_a_cell_prints_is_one_output_however_often_the_kernel_sends_it(tmp_path: Path) -> None:
    cell = nbformat.v4.new_code_cell('print("one", end="", flush=True)\nprint(flush=True)\nprint("two")', id="one")
    path = tmp_path / "prints.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    assert TOOL["told"](TOOL["run"](path, tmp_path)) == {"one": "one\ntwo\n"}
