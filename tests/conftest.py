"""What several test files need: the graph of the sample corpus, built once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import standpunt
from standpunt.graph import Graph


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden rows of the saved questions anew")


def pytest_report_header() -> str:
    """Say which engine the suite of the stores leaves out."""
    if shutil.which("virtuoso-t"):
        return "stores: embedded, Oxigraph server, Virtuoso"
    return "stores: embedded, Oxigraph server; not Virtuoso, which is not installed (apt-get install virtuoso-opensource-7-bin)"


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def corpus_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of a graph of data/corpus; tests only read it."""
    directory = tmp_path_factory.mktemp("graph") / "standpunt.graph"
    standpunt.build(graph=directory)
    return directory


@pytest.fixture(scope="session")
def corpus(corpus_graph: Path) -> Iterator[Graph]:
    """The graph of data/corpus, open for reading."""
    with standpunt.open(corpus_graph) as graph:
        yield graph
