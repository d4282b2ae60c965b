"""Several hundred plain sentences of the House, a claim each or none: what nobody would forgive a reader for missing."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from standpunt import resources
from standpunt.model import CABINET
from standpunt.relate.proof import claims_in

with (Path(__file__).parent / "plain_sentences.csv").open(encoding="utf-8", newline="") as file:
    ROWS = [(row["relation"], row["holder"], row["sentence"]) for row in csv.DictReader(file)]

#: Who speaks where the sentence names another holder: a faction where the holder is the cabinet or a faction.
SPEAKERS = {"kabinet": CABINET, "fractie": "faction/SP"}


@pytest.mark.parametrize(("relation", "holder", "sentence"), ROWS, ids=lambda value: value[:60])
def test_a_plain_sentence_says_what_it_says(relation: str, holder: str, sentence: str) -> None:
    speaker = SPEAKERS.get(holder) or ("faction/SP" if holder.startswith(("faction/", "actor/")) else CABINET)
    found = {(claim.holder, claim.relation) for claim in claims_in(sentence, speaker)}
    if relation == "none":
        assert found <= {(speaker, "asks_about")}
    else:
        named = {holder} if "/" in holder else {speaker, *(who for who, _ in found if who.startswith("faction/"))}
        assert any((who, relation) in found for who in named)


def test_a_paper_reads_the_same_however_python_hashes_strings() -> None:
    paper = resources.path("data", "corpus") / "kst-28676-384.md"
    command = [sys.executable, "-m", "standpunt", "annotate", str(paper), "--json"]
    read = {subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout for seed in "123"}
    assert len(read) == 1
