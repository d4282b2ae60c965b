"""What several test files need: the graph of the sample corpus, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import standpunt
from standpunt.graph import Graph


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
