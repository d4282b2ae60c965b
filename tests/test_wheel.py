"""The wheel holds all that is needed: installed outside the checkout, without a network, it runs the demo."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")}
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel; its dependencies are those of this environment, without the checkout."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    # A folder named in a .pth file is searched, but .pth files within it are not read: so no editable install comes along.
    site_packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", "--force-reinstall", wheel, cwd=folder)
    return folder


def test_wheel_holds_package_knowledge_ontology_and_samples(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for part in ("py.typed", "_files/ontology/shapes.ttl", "_files/data/knowledge/factions.csv", "_files/data/corpus/sources.csv"):
        assert f"standpunt/{part}" in names
    ours = {path.relative_to(ROOT / "graph").as_posix() for path in (ROOT / "graph").rglob("*.py")}
    assert {name for name in names if name.startswith("standpunt/") and name.endswith(".py")} == ours


def test_the_package_is_found_in_the_wheel_not_in_the_checkout(installed: Path) -> None:
    code = "import standpunt; from standpunt import resources; print(standpunt.__file__); print(resources.root())"
    package, files = run(installed / "venv" / "bin" / "python", "-c", code, cwd=installed).split()
    assert Path(package).is_relative_to(installed)
    assert Path(files).is_relative_to(installed)


def test_the_demo_runs_elsewhere(installed: Path) -> None:
    shown = run(installed / "venv" / "bin" / "standpunt", "demo", cwd=installed)
    assert "5 papers read" in shown
    assert (installed / "standpunt.graph" / "report.json").is_file()
    again = run(installed / "venv" / "bin" / "python", "-m", "standpunt", "query", "toezeggingen", "--csv", cwd=installed)
    assert len(again.splitlines()) > 5


def test_the_checks_run_elsewhere(installed: Path) -> None:
    assert run(installed / "venv" / "bin" / "standpunt", "check", cwd=installed) == "All is well.\n"


def test_every_component_is_known_to_spacy_by_its_name(installed: Path) -> None:
    """Nothing of ours is imported before."""
    code = """
import sys, spacy
from importlib.metadata import entry_points
for component in sorted(entry_points(group="spacy_factories").names):
    if component.startswith("standpunt_"):
        spacy.blank("nl").add_pipe(component)
        print(component)
"""
    added = run(installed / "venv" / "bin" / "python", "-c", code, cwd=installed).split()
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "graph" / "standpunt" / "annotate").glob("*.py")]
    assert added == sorted(name for source in sources for name in re.findall(r'Language\.factory\("(\w+)"', source))
