"""GraphML and GEXF for network tools: who says what about what, with typed attributes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from standpunt.export.files import whole
from standpunt.graph import Graph

if TYPE_CHECKING:
    import networkx as nx


def write_graphml(graph: Graph, path: Path, evidence: bool) -> None:
    """Write the short edges as GraphML, for Gephi, yEd, Cytoscape, igraph."""
    import networkx as nx

    with whole(path) as part:
        nx.write_graphml(_network(graph, evidence), part, named_key_ids=True, edge_id_from_attribute="id")


def write_gexf(graph: Graph, path: Path, evidence: bool) -> None:
    """Write the short edges as GEXF, for Gephi."""
    import networkx as nx

    with whole(path) as part:
        nx.write_gexf(_network(graph, evidence), part)


def _network(graph: Graph, evidence: bool) -> nx.MultiDiGraph[str]:
    """Return the network as these formats want it: nodes with a label, edges with an id."""
    network = graph.network()
    for _, node in network.nodes(data=True):
        node["label"] = node.pop("name")
    for number, (_, _, edge) in enumerate(network.edges(data=True)):
        edge["id"] = str(number)
        if not evidence:
            del edge["quotation"]
    return network
