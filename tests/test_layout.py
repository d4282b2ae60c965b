"""The layout holds: steps look back only, modules say what they are, nothing names the machine it was written on."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "graph" / "standpunt"
MODULES = sorted(PACKAGE.rglob("*.py"))

STEPS = ("read", "structure", "annotate", "relate", "assemble", "store", "query", "view")
#: Modules beside a step's own, and the step that they belong to.
PART_OF = {"explain": "query"}
SHARED = {"model", "errors", "iri", "resources", "knowledge", "agreement", "interchange", "sheet"}
SEE_SEVERAL = {"build", "graph", "review", "evaluate", "checks", "export", "cli", "web"}  # nothing in a step imports these


def step_of(path: Path) -> str:
    name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return PART_OF.get(name, name)


def imported(path: Path) -> Iterator[str]:
    """Yield the parts of our package that a module imports: `relate` for `from standpunt.relate.cues import …`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "standpunt":
            names = [f"standpunt.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [node.module or ""]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("standpunt."))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_backwards(path: Path) -> None:
    step = step_of(path)
    if step in STEPS:
        allowed = SHARED | set(STEPS[: STEPS.index(step) + 1])
    elif step in SHARED:
        allowed = SHARED
    else:
        assert step in SEE_SEVERAL | {"__init__", "__main__"}, f"{step} has no place in the flow"
        return
    assert set(imported(path)) <= allowed


def test_no_two_parts_import_each_other() -> None:
    """Not even round a corner: each part can be understood after those that it imports."""
    edges: dict[str, set[str]] = {}
    for path in MODULES:
        edges.setdefault(path.relative_to(PACKAGE).parts[0].removesuffix(".py"), set()).update(imported(path))
    TopologicalSorter({part: seen - {part} for part, seen in edges.items()}).prepare()  # raises CycleError, which tells the way round


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_importing_standpunt_loads_no_language_model() -> None:
    import sys

    code = "import sys, standpunt; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT / "graph", check=False).returncode == 0


#: Places of one machine: home folders, scratch folders and addresses of a package index have no business here.
FORBIDDEN = re.compile(r"/(?:work|farm|home|root|Users)/\w|\.\./shared|\bindex-url\s*=|/tmp/\w")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_file_names_the_machine_it_was_written_on() -> None:
    found = []
    for path in tracked():
        if path == Path(__file__) or not path.is_file():
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in FORBIDDEN.finditer(text)]
    assert found == []


def test_every_saved_file_of_data_is_described() -> None:
    """Whoever finds a folder in data/ finds it in data/README.md too."""
    readme = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    folders = {path.name for path in (ROOT / "data").iterdir() if path.is_dir()}
    assert {folder for folder in folders if f"`{folder}/`" not in readme} == set()
