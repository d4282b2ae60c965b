"""The whole flow: papers in, a graph directory out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from standpunt import resources, sheet
from standpunt.build import derived, files, reviews, state
from standpunt.build.crew import Crew
from standpunt.build.files import Input
from standpunt.build.paper import Built, Failed, analyse, analyse_paper, analyse_source, build_paper, current_stamp, warm_up
from standpunt.build.report import Outcome, Report
from standpunt.build.state import Known, rule_set_hash, software_version
from standpunt.build.writer import Writer
from standpunt.store import GraphDirectory
from standpunt.store.directory import write_atomically

__all__ = ["Outcome", "Progress", "Report", "analyse", "analyse_paper", "analyse_source", "build"]

#: Told how many of how many files are done, and which was the last.
Progress: TypeAlias = Callable[[int, int, str], None]


def build(
    paths: Iterable[Path | str] | None = None,
    graph: Path | str = Path("standpunt.graph"),
    *,
    prune: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Report:
    """Build a graph directory from papers, or bring it up to date.

    A paper whose file, row in `sources.csv` and rules are as they were is skipped; a changed one is replaced. The build can be
    ended at any moment and run again; who reads the graph sees the old one until the new one is whole.

    Args:
        paths: files, folders and globs; None for the sample corpus.
        graph: the graph directory; it is made when it doesn't exist.
        prune: remove papers from the graph that the paths no longer hold.
        workers: processes; None for as many as there are processors, when there are enough papers.
        progress: called after each file.

    Raises:
        NothingToRead: none of the paths leads to a file; the graph stays as it was, and none is made.
        StoreBusy: another build writes to the directory.
        StoreError: the directory can't be written, for instance because the disk is full.
        KnowledgeError: knowledge files hold faults; the graph stays as it was.
        ReviewError: `reviews.csv` holds faults; the graph stays as it was.
    """
    started, began = datetime.now(UTC), time.monotonic()
    directory = GraphDirectory(Path(graph))
    paths = [resources.path("data", "corpus")] if paths is None else list(paths)
    inputs = files.find(paths, outside=directory.path)
    with directory.lock() as lock:
        said = sheet.kept(directory.reviews)
        with directory.writer(lock) as store:
            known = state.known(store)
        todo = list(_with_known(inputs, known, directory))
        things = sum(paper is None for _, paper in todo)
        with Crew[Input, Built | Failed, Known](build_paper, warm_up, things, workers, lock) as crew, directory.writer(lock) as store:
            writer = Writer(directory, store, inputs, known)
            for done, outcome in enumerate(writer.take(crew.results(todo)), start=1):
                if progress:
                    progress(done, len(inputs), outcome.file)
            if prune:
                writer.prune()
            writer.write_knowledge()
            reviews.apply(directory, store, said)
            writer.write_derived()
            writer.publish(started)
            report = Report(
                graph=directory.path,
                papers=tuple(writer.outcomes),
                totals=derived.totals(store),
                started=started,
                seconds=time.monotonic() - began,
                software_version=software_version(),
                rule_set_hash=rule_set_hash(),
                reviews=reviews.summary(store),
                passed_over=tuple(map(str, files.passed_over(paths, outside=directory.path))),
            )
            write_atomically(directory.report, report.as_json().encode())
    return report


def _with_known(inputs: Iterable[Input], papers: Mapping[str, Known], directory: GraphDirectory) -> Iterator[tuple[Input, Known | None]]:
    """Yield each file with the paper that the graph already holds, whole, from it, as it is now, by these rules."""
    by_stamp = {paper.stamp: paper for paper in papers.values() if _is_whole(paper, directory)}
    for given in inputs:
        yield given, by_stamp.get(current_stamp(given) or "")


def _is_whole(paper: Known, directory: GraphDirectory) -> bool:
    """Tell whether all files that belong to a paper are there."""
    changed = paper.reviews is not None
    return directory.holds(paper.paper, paper.sha256, paper.stamp) and (
        not changed or directory.extraction(paper.paper, paper.stamp).exists()
    )
