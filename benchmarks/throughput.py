"""How many words a second each step reads on one core, beside spaCy's bare Dutch tokenizer in the same run.

    .venv/bin/python benchmarks/throughput.py
    .venv/bin/python benchmarks/throughput.py --rounds 9

Read are the papers of the corpus and of the written gold, every paper once a round, the steps in turn, so that a busy moment slows all of
them alike. Told are medians over the rounds: words a second on the processor's clock, and the share of the tokenizer's speed. The tokenizer
is given each text of a block with its cache emptied by a new pipeline a round; a warm cache would flatter it several times over.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import spacy

from standpunt import resources
from standpunt.annotate import annotate
from standpunt.build.paper import metadata, warm_up
from standpunt.read import read_source
from standpunt.relate import relate
from standpunt.structure import structure

FOLDERS: Final = (("data", "corpus"), ("data", "gold", "written"))


def papers() -> list[Path]:
    """Return the texts that are read."""
    return sorted(
        path for parts in FOLDERS for path in resources.path(*parts).glob("*") if path.suffix in (".txt", ".md") and path.stem != "README"
    )


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds on the processor that a piece of work took, and what it returned."""
    begin = time.process_time()
    result = work()
    return time.process_time() - begin, result


def one_round(paths: list[Path]) -> tuple[int, dict[str, float]]:
    """Return the number of words and the seconds per step, summed over the papers."""
    bare = spacy.blank("nl").make_doc
    words, seconds = 0, dict.fromkeys(("tokenizer", "structure", "annotate", "relate"), 0.0)
    for path in paths:
        source, about = read_source(path), metadata(path)
        took, paper = timed(lambda source=source, about=about: structure(source, about))
        seconds["structure"] += took
        took, docs = timed(lambda paper=paper: [bare(block.text) for block in paper.blocks])
        seconds["tokenizer"] += took
        words += sum(len(doc) for doc in docs)
        took, annotated = timed(lambda paper=paper: annotate(paper))
        seconds["annotate"] += took
        took, _ = timed(lambda annotated=annotated: relate(annotated))
        seconds["relate"] += took
    return words, seconds


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    warm_up()
    results = [one_round(papers()) for _ in range(rounds)]
    words = results[0][0]
    steps = {step: [seconds[step] for _, seconds in results] for step in results[0][1]}
    steps["all of it"] = [sum(taken) for taken in zip(*(steps[step] for step in ("structure", "annotate", "relate")), strict=True)]
    floor = statistics.median(steps["tokenizer"])
    print(f"{words} words, {rounds} rounds\n\n| step | words a second | of the tokenizer's speed |\n|---|---|---|")
    for step, taken in steps.items():
        middle = statistics.median(taken)
        print(f"| {step} | {words / middle:,.0f} | {floor / middle:.3f} |")


if __name__ == "__main__":
    main()
