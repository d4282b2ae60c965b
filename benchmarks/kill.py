"""Kill builds at random moments, build again, and compare with a build that nobody disturbed.

    python benchmarks/kill.py --papers 200 --kills 20

The papers are variants of a letter and of the sample corpus with other numbers. Each kill begins from a graph of the first five
papers: `kill -9` at a moment drawn evenly from the time that an undisturbed build takes; a reader must then see those five papers
and nothing else; the build that follows must give the same sorted N-Quads as the undisturbed one.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "graph"), str(ROOT / "tests")]

from building import COLUMNS, LETTER, Nest, without_runs  # noqa: E402
from standpunt.store.directory import GraphDirectory, LockedStore  # noqa: E402

CORPUS = ROOT / "data" / "corpus"
#: Of so many papers one is a variant of a paper of the corpus, each in turn; the others are short letters.
CORPUS_SHARE = 20
FIRST = 5
# A Kamerstuk of the dossier, as papers cite it: 28 676, nr. 384
CITED = re.compile(r"28 ?676, nr\. \d+")


@dataclass(frozen=True, slots=True)
class Kill:
    """One build that was killed, and the one after it."""

    after: float  # seconds
    transactions: int  # papers that were in the working copy when it died
    rebuilt: int  # papers that the next build had to build
    seconds: float  # of the next build


def write_papers(folder: Path, count: int) -> None:
    """Write papers that differ in the numbers in them, and their sources.csv."""
    folder.mkdir()
    models = sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".md"))
    rows = [COLUMNS]
    for n in range(1, count + 1):
        text, suffix, kind = LETTER.format(day=n % 28 + 1, number=n), ".txt", "letter"
        if n % CORPUS_SHARE == 0:
            model = models[n // CORPUS_SHARE % len(models)]
            text, suffix, kind = f"{CITED.sub(f'90 000, nr. {n}', model.read_bytes().decode())}\nBijlage {n}.\n", model.suffix, ""
        (folder / f"stuk-{n:04}{suffix}").write_bytes(text.encode())
        rows.append(f"stuk-{n:04}{suffix},kst-90000-{n},{kind},TK,90000,{n},2022-01-{n % 28 + 1:02},Stuk {n},,")
    (folder / "sources.csv").write_text("\n".join(rows) + "\n")


def build(nest: Nest, folder: Path, graph: Path) -> float:
    """Build undisturbed; return how many seconds it took."""
    began = time.monotonic()
    nest.start(folder, graph)
    if nest.ended():
        raise SystemExit("an undisturbed build was killed")
    return time.monotonic() - began


def papers_in_work(graph: Path) -> int:
    """Return how many papers the working copy holds."""
    with LockedStore(GraphDirectory(graph)) as store:
        return sum("/state/kst-" in name for name in store.graphs())


def kills(nest: Nest, folder: Path, begin: Path, whole: list[str], moments: list[float], scratch: Path) -> Iterator[Kill]:
    """Kill a build at each moment and yield what came of it; end the program when anything was lost or half."""
    seen_before = without_runs(begin)
    for moment in moments:
        graph = scratch / "graph"
        while not killed(nest, folder, begin, graph, moment):
            moment /= 2  # the build was quicker than the one that was timed
        if without_runs(graph) != seen_before:
            raise SystemExit(f"killed after {moment:.2f} s: a reader saw something else than before")
        held = papers_in_work(graph)
        seconds = build(nest, folder, graph)
        if without_runs(graph) != whole:
            raise SystemExit(f"killed after {moment:.2f} s: the rebuilt graph differs")
        yield Kill(moment, held, len(whole_papers(folder)) - held, seconds)


def killed(nest: Nest, folder: Path, begin: Path, graph: Path, moment: float) -> bool:
    """Build from the beginning and kill that at a moment; tell whether it was still going."""
    shutil.rmtree(graph, ignore_errors=True)
    shutil.copytree(begin, graph)
    process = nest.start(folder, graph)
    time.sleep(moment)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    return nest.ended()


def whole_papers(folder: Path) -> list[Path]:
    """Return the papers in a folder."""
    return sorted(folder.glob("stuk-*"))


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=200)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=20220107)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Nest() as nest:
        scratch = Path(folder)
        papers, first = scratch / "papers", scratch / "first"
        write_papers(papers, given.papers)
        shutil.copytree(papers, first)
        for path in whole_papers(first)[FIRST:]:
            path.unlink()
        build(nest, first, scratch / "begin")
        shutil.copytree(scratch / "begin", scratch / "calm")
        took = build(nest, papers, scratch / "calm")
        whole = without_runs(scratch / "calm")
        print(f"undisturbed: {given.papers} papers, {len(whole):,} quads, {took:.1f} s", flush=True)
        moments = random.Random(given.seed)
        drawn = sorted(moments.uniform(0, took * 0.9) for _ in range(given.kills))
        for number, kill in enumerate(kills(nest, papers, scratch / "begin", whole, drawn, scratch), start=1):
            print(
                f"{number:2}. killed after {kill.after:6.2f} s with {kill.transactions:3} papers in the working copy; "
                f"the next build made the other {kill.rebuilt:3} in {kill.seconds:5.1f} s: same graph",
                flush=True,
            )
        print(f"{given.kills} kills: readers saw the old graph each time, and each rebuilt graph was the same")


if __name__ == "__main__":
    main()
