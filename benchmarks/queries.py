"""How long every saved question takes on a graph of a million quads, beside rdflib's own engine on the same data.

    .venv/bin/python benchmarks/queries.py                       # both engines; about six minutes
    .venv/bin/python benchmarks/queries.py --save                # … and keeps the table in benchmarks/queries.md
    .venv/bin/python benchmarks/queries.py --rdflib 0            # without rdflib: under a minute
    .venv/bin/python benchmarks/queries.py --rdflib 0 --quads 200000 --only stiltes toezeggingen

The sample corpus is multiplied by giving each copy of its papers a dossier of its own and later dates, so that all copies name the same
factions, topics, countries and motions: harder than a real archive, where these spread. What finds nothing there (the sample holds no
debate) is asked of a second graph, made of the invented papers in the same way.

Every question is asked with its defaults, or with the values in `NEEDED` where it needs one; then once more for each parameter that
`GIVEN` has a value for, of which the slowest is told. Told is the median of five warm runs, rows fetched and turned into Python values:
wall clock, and time on the processor, which a busy machine inflates less. rdflib answers the same text over the same quads in memory,
parameters already bound and its rows left as they are: once to warm up and once for the clock, and stopped where the two together take
longer than the limit.

What measures holds nothing but the store, as with those who ask it: graphs are written by a process of its own, and rdflib comes when all
of ours is measured. A million quads of rdflib's in the same process slowed ours by a quarter to a half, what building leaves there by a
tenth.
"""

from __future__ import annotations

import argparse
import gc
import importlib.metadata
import os
import platform
import re
import signal
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pyoxigraph as ox
import rdflib

import standpunt
from standpunt import iri, query, resources
from standpunt.query import SavedQuery
from standpunt.store import Store, open_store, sparql
from standpunt.store.embedded import EmbeddedStore

RUNS: Final = 5
FILE, STORE = "quads.nq", "store"
TABLE: Final = Path(__file__).with_name("queries.md")
HEAD: Final = """# How long the saved questions take

Written by `benchmarks/queries.py --save`; what is measured, and how, is told at the head of that file. `*`: asked of the invented papers.
"""
#: Values for parameters that a question can't do without.
NEEDED: Final[Mapping[str, dict[str, Any]]] = {"uitspraken-in-stuk": {"bron": "kst-28676-384"}}
#: Values for parameters of a kind, each given alone.
GIVEN: Final[Mapping[str, str]] = {
    "topic": "sancties",
    "faction": "VVD",
    "member": "VVD",
    "actor": "VVD",
    "country": "Rusland",
    "paper": "kst-28676-384",
    "date": "2023-01-01",
}
# A paper and its dossier: <…/id/kst-28676-384> <…#dossier> <…/id/dossier/28676> …
DOSSIER = re.compile(rf"<{re.escape(iri.ID)}([^>/]+)> <{re.escape(iri.term('dossier'))}> <{re.escape(iri.resource('dossier/'))}([^>]+)>")
# "2022-01-13"^^<http://www.w3.org/2001/XMLSchema#date>
DATE = re.compile(r'"(\d{4}-\d\d-\d\d)"(?=\^\^<http://www\.w3\.org/2001/XMLSchema#date>)')
# A paper that was read: <…/id/kst-28676-384> <…#type> <…#Paper> …
READ = re.compile(rf"<{re.escape(iri.ID)}([^>/]+)> <\S+#type> <{re.escape(iri.term('Paper'))}>")


def multiplied(quads: Iterable[str], wanted: int) -> Iterator[str]:
    """Yield N-Quads until there are about as many as wanted: the given ones, then copies of its papers."""
    lines = list(quads)
    yield from lines
    papers = {found[1] for line in lines if (found := READ.match(line))}
    dossiers = {found[1]: found[2] for line in lines if (found := DOSSIER.match(line)) and found[1] in papers}
    # A dossier stands in the ids of its papers, read or cited; a paper without one has its own id copied.
    of_copies = {dossier if (dossier := dossiers.get(paper)) and dossier in paper else paper for paper in papers}
    names = re.compile("|".join(re.escape(name) for name in sorted(of_copies, key=len, reverse=True)))
    in_paper = re.compile(rf"<{re.escape(iri.ID)}[^>/]*(?:{names.pattern})[^>/]*> \.$")
    copied = [line for line in lines if names.search(line)]
    for copy in range(1, -(-(wanted - len(lines)) // len(copied)) + 1):
        for line in copied:
            renamed = names.sub(lambda name: f"{name[0]}x{copy}", line)  # noqa: B023
            yield DATE.sub(lambda found: _later(found[1], copy), renamed) if in_paper.search(line) else renamed  # noqa: B023


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


@dataclass(frozen=True, slots=True)
class Row:
    """One question: with its defaults, with the parameter that makes it slowest, and with its defaults in rdflib."""

    name: str
    invented: bool  # asked of the invented papers
    ours: Timing
    parameter: str
    narrowed: Timing | None
    theirs: Timing | None = None

    def __str__(self) -> str:
        narrowed = f"{self.narrowed} ({self.parameter})" if self.narrowed else "–"
        theirs = f" {self.theirs} |" if self.theirs else ""
        name = f"{self.name} *" if self.invented else self.name
        return f"| {name} | {self.ours.rows} | {self.ours} | {self.ours.processor:.0f} | {narrowed} |{theirs}"


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


def embedded(store: Store, question: SavedQuery, **params: Any) -> Timing:
    """Return how long the embedded store takes, the names of parameters looked up and rows turned into Python values."""
    return timed(lambda: len(query.run(store, question, **NEEDED.get(question.name, {}) | params).rows), RUNS)


def narrowed(store: Store, question: SavedQuery) -> tuple[str, Timing | None]:
    """Return the parameter with which a question takes longest, and how long that is."""
    times = {
        parameter.name: embedded(store, question, **{parameter.name: GIVEN[parameter.kind]})
        for parameter in question.parameters
        if parameter.kind in GIVEN and not parameter.required
    }
    return max(times.items(), key=lambda item: item[1].milliseconds or 0.0) if times else ("", None)


def of_rdflib(dataset: rdflib.Dataset, store: Store, question: SavedQuery, seconds: int) -> Timing:
    """Return how long rdflib takes, parameters already bound: one warm run."""
    bound = sparql.bind(question.text, query.bindings(store, question, NEEDED.get(question.name, {})))
    text = sparql.with_prefixes(bound)
    signal.alarm(seconds)
    try:
        return timed(lambda: len(list(dataset.query(text))), runs=1)
    except TimeIsOverError:
        return Timing()
    finally:
        signal.alarm(0)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A graph of many quads in the embedded store, and the file of N-Quads that it was loaded from."""

    store: EmbeddedStore
    file: Path
    invented: bool


def write(papers: Sequence[Path] | None, quads: int, folder: Path) -> None:
    """Build the graph of some papers (the sample corpus when none are named), multiply it, and keep it as a file and a store."""
    with open_store(standpunt.build(papers, folder / "graph").graph) as built:
        lines = [f"{quad} ." for quad in built.dump()]
    with (folder / FILE).open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in multiplied(lines, quads))
    engine = ox.Store(str(folder / STORE))
    engine.bulk_load(path=str(folder / FILE), format=ox.RdfFormat.N_QUADS)
    engine.optimize()


def load(papers: Sequence[Path] | None, quads: int, folder: Path) -> Loaded:
    """Open a graph for reading that a process of its own has written, so that nothing of building is left in the one that asks."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as writer:
        writer.submit(write, papers, quads, folder).result()
    store = EmbeddedStore(ox.Store.read_only(str(folder / STORE)), folder / STORE, writable=False)
    return Loaded(store, folder / FILE, invented=papers is not None)


def measured(questions: Sequence[SavedQuery], quads: int, folder: Path) -> Iterator[tuple[Loaded, Row]]:
    """Yield a row for each question with the graph it was asked of: the corpus, or the invented papers where that has nothing."""
    left = list(questions)
    for papers in (None, sorted(resources.path("data", "gold", "written").glob("*-*.[tm][xd][td]"))):
        if not left:
            break
        graph = load(papers, quads, Path(tempfile.mkdtemp(dir=folder)))
        asked, left = left, []
        for question in asked:
            ours = embedded(graph.store, question)
            if not graph.invented and not ours.rows:
                left.append(question)
                continue
            parameter, slowest = ("", None) if graph.invented else narrowed(graph.store, question)
            yield graph, Row(question.name, graph.invented, ours, parameter, slowest)


def beside_rdflib(found: Sequence[tuple[Loaded, Row]], seconds: int) -> Iterator[tuple[Loaded, Row]]:
    """Yield the rows again with how long rdflib takes, one graph in its memory at a time."""
    for _, group in groupby(found, key=lambda pair: pair[0].invented):
        pairs = list(group)
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(str(pairs[0][0].file), format="nquads")
        gc.freeze()  # its quads are not gone through anew whenever rows are made
        for graph, row in pairs:
            yield graph, replace(row, theirs=of_rdflib(dataset, graph.store, query.find(row.name), seconds))
        gc.unfreeze()


def machine() -> str:
    """Return what was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("pyoxigraph", "rdflib"))
    return (
        f"{platform.system()} on {os.cpu_count()} processors ({platform.machine()}) with {memory:.0f} GiB of memory; Python "
        f"{platform.python_version()}, {versions}. Load average at the start: {os.getloadavg()[0]:.1f}."
    )


def summary(rows: Sequence[Row], seconds: int) -> Iterator[str]:
    """Yield what the table adds up to."""
    for what, taken in (
        ("With defaults", [row.ours.milliseconds or 0.0 for row in rows]),
        ("With the parameter that makes it slowest", [row.narrowed.milliseconds or 0.0 for row in rows if row.narrowed]),
    ):
        if taken:
            yield (
                f"{what}: median {statistics.median(taken):.0f} ms, slowest {max(taken):.0f} ms; of {len(taken)} questions "
                f"{sum(each > 100 for each in taken)} above 100 ms, {sum(each > 1000 for each in taken)} above a second."
            )
    finished = [(row, row.theirs) for row in rows if row.theirs and row.theirs.milliseconds is not None]
    if any(row.theirs for row in rows):
        differ = [row.name for row, theirs in finished if theirs.rows != row.ours.rows]
        ratios = [(theirs.milliseconds or 0.0) / (row.ours.milliseconds or 1.0) for row, theirs in finished]
        yield (
            f"rdflib was stopped after {seconds} seconds at {len(rows) - len(finished)} of {len(rows)} questions"
            + (f"; at the others it took {statistics.median(ratios):.0f} times as long (median)" if ratios else "")
            + (f", with another number of rows at {', '.join(differ)}." if differ else ", with as many rows.")
        )


def main() -> None:
    """Measure, print a row for each question, and keep the table where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--rdflib", type=int, default=5, metavar="SECONDS", help="rdflib's limit for a question; 0: leave it out")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="these questions alone")
    parser.add_argument("--save", action="store_true", help=f"keep the table in {TABLE.name}")
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, _stop)
    about, rows, told = machine(), [], []
    questions = [each for each in query.saved() if not options.only or each.name in options.only]

    def tell(line: str) -> None:
        print(line, flush=True)
        told.append(line)

    with tempfile.TemporaryDirectory() as folder:
        found = measured(questions, options.quads, Path(folder))
        for graph, row in beside_rdflib(list(found), options.rdflib) if options.rdflib else found:
            if not told:
                tell(f"{len(graph.store.engine):,} quads. {about}\n")
                tell("| question | rows | ms | on the processor | with a parameter |" + (" rdflib |" if options.rdflib else ""))
                tell("|---|--:|--:|--:|--:|" + ("--:|" if options.rdflib else ""))
            rows.append(row)
            tell(str(row))
    for line in summary(rows, options.rdflib):
        tell(f"\n{line}")
    if options.save:
        TABLE.write_text(re.sub(r"\n{3,}", "\n\n", "\n".join([HEAD, *told, ""])), encoding="utf-8")


if __name__ == "__main__":
    main()
