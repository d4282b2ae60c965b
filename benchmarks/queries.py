"""How long every saved question takes on a graph of a million quads, beside rdflib's own engine on the same data.

    .venv/bin/python benchmarks/queries.py                       # builds the sample corpus, multiplies it to a million quads
    .venv/bin/python benchmarks/queries.py --rdflib 20           # … and asks rdflib too, with a limit of 20 seconds a question
    .venv/bin/python benchmarks/queries.py --graph DIR --quads 200000 --only stiltes toezeggingen

The corpus is multiplied by giving each copy of its papers a dossier of its own and later dates, so that all copies name the same factions,
topics, countries and motions: harder than a real archive, where these spread. Every question is asked with its defaults, or with the values
in `VALUES` where it needs one. Told is the median of five warm runs, rows fetched and turned into Python values: wall clock, and time on
the processor, which a busy machine inflates less.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pyoxigraph as ox
import rdflib

import standpunt
from standpunt import iri, query
from standpunt.query import SavedQuery
from standpunt.store import Store, open_store, sparql
from standpunt.store.embedded import EmbeddedStore

RUNS: Final = 5
DOSSIER: Final = "28676"  # of the numbered papers in the sample corpus
LETTER: Final = "brief-2022-"  # its letters carry no number
#: Values for parameters that a question can't do without.
VALUES: Final[Mapping[str, dict[str, Any]]] = {"uitspraken-in-stuk": {"bron": "kst-28676-384"}}

# "2022-01-13"^^<http://www.w3.org/2001/XMLSchema#date>
DATE = re.compile(r'"(\d{4}-\d\d-\d\d)"(?=\^\^<http://www\.w3\.org/2001/XMLSchema#date>)')
# The graph of a paper, at the end of its quads.
IN_PAPER = re.compile(rf"<{re.escape(iri.ID)}(?:kst-{DOSSIER}|{LETTER})\S*> \.$")


def multiplied(quads: Iterable[str], wanted: int) -> Iterator[str]:
    """Yield N-Quads until there are about as many as wanted: the given ones, then copies of its papers."""
    lines = list(quads)
    yield from lines
    papers = [line for line in lines if DOSSIER in line or LETTER in line]
    for copy in range(1, -(-(wanted - len(lines)) // len(papers)) + 1):
        for line in papers:
            renamed = line.replace(DOSSIER, str(int(DOSSIER) + copy)).replace(LETTER, f"brief{copy}-2022-")
            yield DATE.sub(lambda found: _later(found[1], copy), renamed) if IN_PAPER.search(line) else renamed  # noqa: B023


def _later(day: str, copies: int) -> str:
    return f'"{(date.fromisoformat(day) + timedelta(days=30 * copies)).isoformat()}"'


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a question takes; without milliseconds it was stopped."""

    rows: int | None = None
    milliseconds: float | None = None  # wall clock
    processor: float | None = None  # milliseconds of it on the processor: what an idle machine would take

    def __str__(self) -> str:
        return "stopped" if self.milliseconds is None else f"{self.milliseconds:.0f}"


def timed(ask: Callable[[], int], runs: int) -> Timing:
    """Return the median time of a question, once it is warm."""
    rows = ask()
    wall, processor = [], []
    for _ in range(runs):
        started, begun = time.perf_counter(), time.process_time()
        ask()
        wall.append(time.perf_counter() - started)
        processor.append(time.process_time() - begun)
    return Timing(rows, statistics.median(wall) * 1000, statistics.median(processor) * 1000)


class TimeIsOverError(Exception):
    """A question took too long."""


def _stop(signum: int, frame: FrameType | None) -> None:
    raise TimeIsOverError


def embedded(store: Store, question: SavedQuery) -> Timing:
    """Return how long the embedded store takes, the names of parameters looked up and rows turned into Python values."""
    return timed(lambda: len(query.run(store, question, **VALUES.get(question.name, {})).rows), RUNS)


def others(dataset: rdflib.Dataset, store: Store, question: SavedQuery, seconds: int) -> Timing:
    """Return how long rdflib takes, parameters already bound: one warm run."""
    bound = sparql.bind(question.text, query.bindings(store, question, VALUES.get(question.name, {})))
    text = sparql.with_prefixes(bound)
    signal.alarm(seconds)
    try:
        return timed(lambda: len(list(dataset.query(text))), runs=1)
    except TimeIsOverError:
        return Timing()
    finally:
        signal.alarm(0)


def load(lines: Iterable[str], folder: Path) -> EmbeddedStore:
    """Return a store on disk that holds these N-Quads, open for reading."""
    file = folder / "quads.nq"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in lines)
    engine = ox.Store(str(folder / "store"))
    engine.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    engine.optimize()
    del engine
    return EmbeddedStore(ox.Store.read_only(str(folder / "store")), folder / "store", writable=False)


def main() -> None:
    """Measure, and print a row for each question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", type=Path, help="graph of the sample corpus; made when not given")
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--rdflib", type=int, metavar="SECONDS", help="ask rdflib too, and stop it after so many seconds a question")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="these questions alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        graph = options.graph or standpunt.build(graph=folder / "graph").graph
        with open_store(graph) as built:
            lines = [f"{quad} ." for quad in built.dump()]
        store = load(multiplied(lines, options.quads), folder)
        print(f"{len(store.engine):,} quads; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
        dataset = None
        if options.rdflib:
            dataset = rdflib.Dataset(default_union=True)
            dataset.parse(str(folder / "quads.nq"), format="nquads")
            signal.signal(signal.SIGALRM, _stop)
        questions = [each for each in query.saved() if not options.only or each.name in options.only]
        report(store, dataset, questions, options.rdflib)


def report(store: EmbeddedStore, dataset: rdflib.Dataset | None, questions: Sequence[SavedQuery], seconds: int | None) -> None:
    """Print the time of each question, then how many are slow."""
    print("| question | rows | embedded, ms | on the processor |" + (" rdflib, ms | rows |" if dataset is not None else ""))
    print("|---|--:|--:|--:|" + ("--:|--:|" if dataset is not None else ""))
    found = []
    for question in questions:
        ours = embedded(store, question)
        found.append(ours)
        line = f"| {question.name} | {ours.rows} | {ours} | {ours.processor:.0f} |"
        if dataset is not None and seconds:
            theirs = others(dataset, store, question, seconds)
            line += f" {theirs} | {'' if theirs.rows is None else theirs.rows} |"
        print(line, flush=True)
    for what, taken in (
        ("wall clock", [each.milliseconds or 0.0 for each in found]),
        ("processor", [each.processor or 0.0 for each in found]),
    ):
        slow = sum(each > 1000 for each in taken)
        print(f"\n{what}: median {statistics.median(taken):.0f} ms, slowest {max(taken):.0f} ms, {slow} of {len(taken)} above a second")


if __name__ == "__main__":
    main()
