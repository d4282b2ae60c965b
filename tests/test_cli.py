"""Every command: help with an example, exit codes, formats, messages without a traceback."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from standpunt import resources
from standpunt.cli import COMMANDS, app
from standpunt.cli.output import Format, print_rows
from standpunt.cli.progress import track
from standpunt.graph import Graph

CORPUS = resources.path("data", "corpus")
LETTER = CORPUS / "brief-2022-01-20-bezoek-kiev.txt"
ROOT = Path(__file__).resolve().parent.parent


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="standpunt")


EXAMPLES = [(command, example) for command in COMMANDS for example in import_module(f"standpunt.cli.{command}").EXAMPLES]


@pytest.mark.parametrize(("command", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_examples_in_help_run_on_the_sample_corpus(
    command: str, example: str, corpus_graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert example in run(command, "--help").output
    (tmp_path / "data").symlink_to(resources.path("data"))
    shutil.copytree(corpus_graph, tmp_path / "standpunt.graph")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: None)  # `serve` would go on for ever
    program, *arguments = shlex.split(example)
    assert (program, arguments[0]) == ("standpunt", command)
    shown = run(*arguments)
    told = [line for line in shown.stderr.splitlines() if "no date was found" not in line]  # one of the sample papers has none
    assert (shown.exit_code, told) == (0, [])
    assert shown.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"standpunt {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_commands_without_arguments_show_what_there_is() -> None:
    assert all(command in run().output for command in COMMANDS)


HEAD = "Tweede Kamer der Staten-Generaal\n\n28 676 NAVO\n\nNr. 900 BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN\n\n"
PRINTED = f"{HEAD}Geachte voorzitter,\n\nDe NAVO is belangrijk.\n"
NOTE = "Geachte voorzitter,\n\nHet kabinet steunt België en de NAVO.\n\nDe Minister van Buitenlandse Zaken,\nW.B. Hoekstra\n"


def test_version() -> None:
    assert re.fullmatch(r"standpunt \d+\.\d+\.\d+\n", run("--version").output)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(["nonsense"], 2, "No such command", id="unknown command"),
        pytest.param(["query"], 2, "name a saved query", id="nothing asked"),
        pytest.param(["query", "toezeggingen", "--csv", "--json"], 2, "choose one of --csv, --json", id="two formats"),
        pytest.param(["query", "toezegingen"], 1, "no finished graph", id="no graph"),
        pytest.param(["query", "niets.rq"], 2, "no such file", id="no such file"),
        pytest.param(["annotate", "niets.txt"], 1, "niets.txt", id="missing paper"),
        pytest.param(["evaluate", "niets.json"], 1, "no such file or folder", id="missing gold"),
        pytest.param(["evaluate", "x.json", "--save"], 2, "--save keeps the figures of all gold", id="save a part"),
        pytest.param(["evaluate", "--rules", "--errors"], 2, "choose --errors or --rules", id="two lists"),
    ],
)
def test_wrong_use_and_failure(arguments: list[str], code: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = run(*arguments)
    assert shown.exit_code == code
    assert message in re.sub(r"[\s│]+", " ", shown.output)
    assert "Traceback" not in shown.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["query", "toezegingen"], "nearest: toezeggingen", id="misspelt query"),
        pytest.param(["query", "toezeggingen", "-p", "onderwerp"], "written NAME=VALUE", id="parameter without a value"),
        pytest.param(["query", "toezeggingen", "-p", "kleur=rood"], "takes no parameter 'kleur'", id="unknown parameter"),
        pytest.param(["query", "-q", "SELECT * { ?s ?p"], "can't be read as SPARQL", id="no SPARQL"),
        pytest.param(["query", "-q", "DROP ALL"], "never changes the store", id="an update"),
        pytest.param(["explain", "http://a<b"], "'http://a<b' is no IRI (Invalid IRI code point '<'). A fact is a claim", id="no IRI"),
        pytest.param(["explain", "faction/PVV a>b topic/navo"], "'a>b' is no IRI (Invalid IRI code point '>')", id="no relation"),
        pytest.param(["explain", "faction/PVV loves topic/navo"], "no claim stands behind", id="no such edge"),
        pytest.param(["explain", "kst-1-1/claim/0"], "nothing in this graph has that id. A fact is a claim", id="no such claim"),
        pytest.param(["explain", "faction/PVV"], "no claim stands behind 'faction/PVV'. A fact is a claim", id="no fact"),
        pytest.param(["query", "uitspraken-in-stuk"], "Give it as bron=…", id="a value is missing"),
        pytest.param(
            ["query", "standpunten-over-onderwerp", "-p", "onderwerp=qqqq"],
            "no topic in this graph is called 'qqqq'. All that it speaks of: standpunt query onderwerpen",
            id="unknown topic",
        ),
    ],
)
def test_a_question_that_can_not_be_answered(arguments: list[str], message: str, corpus_graph: Path) -> None:
    shown = run(*arguments, "--graph", corpus_graph)
    assert shown.exit_code == 2
    assert message in re.sub(r"[\s│]+", " ", shown.output)


def test_an_answer_without_rows_says_so(corpus_graph: Path) -> None:
    shown = run("query", "toezeggingen", "-p", "onderwerp=boa", "--graph", corpus_graph)
    assert (shown.exit_code, shown.stderr) == (0, "No rows: nothing in the graph fits this question.\n")


def test_papers_that_a_day_leaves_out_are_told(corpus_graph: Path) -> None:
    asked = ("query", "toezeggingen", "--csv", "--graph", corpus_graph, "-p")
    assert "Left out: kst-28676-396 has no date." in run(*asked, "vanaf=2020-01-01").stderr
    assert not run(*asked, "bron=kst-28676-384").stderr
    assert not run("query", "bijeenkomsten", "--csv", "--graph", corpus_graph, "-p", "vanaf=2020-01-01").stderr  # its days are of meetings


def test_a_faction_is_found_by_its_full_name(corpus_graph: Path) -> None:
    full, short = (
        run("query", "zorgen", "--csv", "--graph", corpus_graph, "-p", f"wie={name}") for name in ("Partij voor de Vrijheid", "PVV")
    )
    assert (full.exit_code, full.stdout) == (0, short.stdout)


@pytest.mark.parametrize(
    ("files", "asked", "told"),
    [
        (
            {"a.txt": NOTE, "a.pdf": b"%PDF", "b.docx": b"PK", "c.csv": b"x"},
            ".",
            "passed over: 2 files (.docx, .pdf); only .txt and .md are read.",
        ),
        (
            {"a.txt": NOTE, "a.json": b"{}", "README.md": NOTE},
            ".",
            "passed over: README.md (by its name no paper: name the file itself to have it read), 1 file (.json); only",
        ),
        ({"a.txt": NOTE}, ".", "a.txt: no date was found; questions with a day (vanaf, tot) leave it out."),
        ({"a.txt": PRINTED, "b.txt": PRINTED}, ".", "b.txt: holds the same text as a.txt; taken once"),
        ({"a.txt": NOTE}, ".", "graaf holds 1 paper, 0 exchanges"),
        ({"a.txt": NOTE.encode("cp1252")}, ".", "a.txt: byte 45 is no UTF-8; read as Windows-1252."),
    ],
)
def test_a_build_tells_what_it_did_not_take(
    files: dict[str, str | bytes], asked: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in files.items():
        Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    assert told in run("build", asked, "--graph", "graaf").output


@pytest.mark.parametrize(
    ("files", "asked", "told"),
    [
        ({}, ["."], "nothing to read: the folder . holds no papers. Read are files ending in .txt or .md"),
        ({"a.json": b"{}", "README.md": b"x"}, ["."], "the folder . holds no papers, though 2 other files."),
        ({}, ["weg", "*.txt"], "nothing to read: weg: there is no such file or folder; no file fits *.txt."),
    ],
)
def test_a_build_with_nothing_to_read_makes_no_graph_and_leaves_one_as_it_is(
    files: dict[str, bytes], asked: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in files.items():
        Path(name).write_bytes(content)
    shown = run("build", *asked, "--prune", "--graph", "graaf")
    assert (shown.exit_code, told in shown.output, Path("graaf").exists()) == (1, True, False)
    Path("brief.txt").write_text(NOTE)
    run("build", "brief.txt", "--graph", "graaf")
    Path("brief.txt").unlink()
    before = {path: path.stat().st_mtime_ns for path in Path("graaf").rglob("*")}
    assert told in run("build", *asked, "--prune", "--graph", "graaf").output
    assert {path: path.stat().st_mtime_ns for path in Path("graaf").rglob("*")} == before


def test_a_path_that_is_not_there_costs_the_others_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(NOTE)
    shown = run("build", "weg", "a.txt", "--graph", "graaf")
    assert shown.exit_code == 1
    assert "weg: can't be opened (there is no such file or folder). Check the path." in shown.output
    assert "1 built, 1 not built" in shown.output


def test_a_folder_is_no_paper_and_a_file_no_folder(corpus_graph: Path, tmp_path: Path) -> None:
    assert "is a folder, and one paper was asked for. Name a file ending in .txt or .md." in run("annotate", tmp_path).output
    (tmp_path / "uit.csv").touch()
    shown = run("export", "--format", "csv", "--out", tmp_path / "uit.csv", "--graph", corpus_graph)
    assert (shown.exit_code, "is a file, and csv writes several; name a folder" in shown.output) == (1, True)
    (tmp_path / "leeg").mkdir()
    shown = run("check", tmp_path / "leeg")
    assert (shown.exit_code, "holds no papers. Read are files ending in .txt or .md" in shown.output) == (1, True)


def test_rows_are_the_same_in_every_format(corpus_graph: Path) -> None:
    asked: list[str | Path] = ["query", "niet-beantwoorde-vragen", "--graph", corpus_graph]
    from_json = json.loads(run(*asked, "--json").stdout)
    from_csv = list(csv.DictReader(io.StringIO(run(*asked, "--csv").stdout)))
    assert from_json
    assert [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in from_json] == from_csv
    markdown = run(*asked, "--markdown").stdout
    assert all(f"> {row['citaat']}" in markdown for row in from_json if row["citaat"])


def test_own_query_in_a_file(corpus_graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "hoeveel.rq"
    file.write_text("SELECT (COUNT(?paper) AS ?stukken) { ?paper a sp:Paper }")
    assert run("query", file, "-g", corpus_graph, "--csv").stdout == "stukken\n5\n"


def test_a_limit_is_told(corpus_graph: Path) -> None:
    shown = run("query", "toezeggingen", "-g", corpus_graph, "--limit", "2", "--json")
    assert len(json.loads(shown.stdout)) == 2
    assert "more than 2 rows" in shown.stderr


def test_query_list_and_completion() -> None:
    names = [row["name"] for row in json.loads(run("query", "--list", "--json").stdout)]
    assert "toezeggingen" in names
    query = import_module("standpunt.cli.query")
    assert [name for name, _ in query.names("toez")] == [name for name in names if name.startswith("toez")]


def test_annotate_gives_the_interchange_format() -> None:
    data = json.loads(run("annotate", LETTER, "--json").stdout)
    text = LETTER.read_text(encoding="utf-8")
    assert data["length"] == len(text)
    assert data["paper"]["kind"] == "letter"
    assert {"FACTION", "COUNTRY", "ORG"} & {entity["label"] for entity in data["entities"]}
    assert all(0 <= claim["start"] < claim["end"] <= len(text) for claim in data["claims"])


def test_explain_leads_from_an_edge_to_its_sentence(corpus_graph: Path) -> None:
    rows = json.loads(run("query", "standpunten-over-onderwerp", "-p", "onderwerp=navo", "-g", corpus_graph, "--json").stdout)
    claim = rows[0]["uitspraak"]
    [found] = json.loads(run("explain", claim, "-g", corpus_graph, "--json").stdout)
    assert found["quotation"] == rows[0]["citaat"]
    text = (CORPUS / found["file"]).read_text(encoding="utf-8")
    assert found["quotation"][:20].split()[0] in text[found["start"] : found["end"]]
    shown = run("explain", claim, "-g", corpus_graph).stdout
    assert f"rule {found['rule']}" in shown
    topic = next(target for target in found["targets"] if target.startswith("topic/"))
    edge = run("explain", found["holder"], found["relation"], topic, "-g", corpus_graph, "--json")
    assert claim in [each["id"] for each in json.loads(edge.stdout)]


def test_explain_tells_who_says_so_where_it_is_not_the_holder(corpus: Graph, corpus_graph: Path) -> None:
    claims = corpus.claims(relation="opposes")
    told = claims[(claims["holder"] == "org/NAVO") & (claims["told_by"] == "actor/kabinet")].iloc[0]
    own = claims[claims["told_by"].isna()].iloc[0]
    [found] = json.loads(run("explain", told["id"], "-g", corpus_graph, "--json").stdout)
    assert (found["holder"], found["told_by"]) == ("org/NAVO", "actor/kabinet")
    assert "told by actor/kabinet\n" in run("explain", told["id"], "-g", corpus_graph).stdout
    assert "told by" not in run("explain", own["id"], "-g", corpus_graph).stdout


def test_every_edge_that_explain_tells_is_one_of_the_graph(corpus_graph: Path) -> None:
    found = json.loads(run("explain", "kst-28676-384/answer/12", "-g", corpus_graph, "--json").stdout)
    stances = [each for each in found if each["relation"] in ("supports", "opposes", "concernedAbout", "callsFor")]
    assert {target.split("/")[0] for each in stances for target in each["targets"]} == {"topic"}
    assert {target.split("/")[0] for each in stances for target in each["named"]} == {"country", "org"}
    for each in found:
        for target in each["targets"]:
            behind = json.loads(run("explain", each["holder"], each["relation"], target, "-g", corpus_graph, "--json").stdout)
            assert each["id"] in [other["id"] for other in behind]
    shown = run("explain", "kst-28676-384/answer/12", "-g", corpus_graph).stdout
    support = next(each for each in stances if "onderschrijven" in each["quotation"])
    assert f"faction/PVV supports {', '.join(support['targets'])}\n" in shown
    assert f"also names {', '.join(support['named'])}\n" in shown


def test_explain_leads_from_what_follows_from_a_claim_to_the_claim(corpus: Graph, corpus_graph: Path) -> None:
    promise = corpus.commitments().iloc[0]
    [found] = json.loads(run("explain", promise["id"], "-g", corpus_graph, "--json").stdout)
    assert (found["id"], found["quotation"]) == (promise["claim"], promise["quotation"])
    declined = json.loads(run("query", "niet-beantwoorde-vragen", "-g", corpus_graph, "--json").stdout)[0]
    behind = json.loads(run("explain", declined["vraag_en_antwoord"], "-g", corpus_graph, "--json").stdout)
    assert declined["citaat"] in [each["quotation"] for each in behind if each["relation"] == "declinesToAnswer"]


def test_explain_tells_what_kind_of_promise_it_is_and_its_deadline(corpus: Graph, corpus_graph: Path) -> None:
    promises = corpus.commitments()
    kinds = {"promise_to_house": "promise to the House", "policy_intention": "intention in policy", "ongoing_effort": "ongoing effort"}
    dated, undated = promises[promises["deadline_text"].notna()].iloc[0], promises[promises["deadline_text"].isna()].iloc[0]
    shown = run("explain", dated["id"], "-g", corpus_graph).stdout
    assert f"{kinds[dated['kind']]}, deadline '{dated['deadline_text']}'" in shown
    assert f"{kinds[undated['kind']]}, without a deadline" in run("explain", undated["id"], "-g", corpus_graph).stdout
    [found] = json.loads(run("explain", dated["id"], "-g", corpus_graph, "--json").stdout)
    assert (found["commitment_kind"], found["deadline_text"]) == (kinds[dated["kind"]], dated["deadline_text"])


def test_view_tells_in_words_what_it_leaves_out(corpus_graph: Path, tmp_path: Path) -> None:
    told = run("view", "vragen", "-g", corpus_graph, "--out", tmp_path / "vragen.html", "--most", "8").stdout
    assert re.search(r"left out: \d+ countries, \d+ parliamentary groups", told)


def test_build_tells_what_it_could_not_read(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text("")
    (tmp_path / "beeld.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "recept.txt").write_text("Klop de eieren los met de melk.\n" * 20)
    (tmp_path / "brief.txt").write_bytes(LETTER.read_bytes())
    graph = tmp_path / "graph"
    shown = run("build", tmp_path, "--graph", graph)
    assert shown.exit_code == 1
    assert "1 built, 3 not built" in shown.stdout
    assert all(f"{name}.txt" in shown.stderr for name in ("leeg", "beeld", "recept"))
    again = run("build", tmp_path / "brief.txt", "-g", graph, "--json")
    assert again.exit_code == 0
    assert [paper["status"] for paper in json.loads(again.stdout)["papers"]] == ["skipped"]


def test_evaluate_prints_figures_and_baselines() -> None:
    gold = resources.path("data", "gold", "brief-2022-01-20-bezoek-kiev.json")
    data = json.loads(run("evaluate", gold, "--json").stdout)["corpus"]
    assert data["papers"] == ["brief-2022-01-20-bezoek-kiev"]
    assert data["parts"]["entities"]["micro"]["f1"] == pytest.approx(data["figures"]["entities"], abs=1e-4)
    assert data["figures"]["claims"] > data["baselines"]["majority"]["claims"]
    table = run("evaluate", gold).stdout
    assert "speaker only F1" in table
    assert "commits_to" in table
    listed = json.loads(run("evaluate", gold, "--errors", "--json").stdout)
    assert {row["verdict"] for row in listed} <= {"missed", "false"}
    assert len([row for row in listed if row["part"] == "claims" and row["verdict"] == "missed"]) == data["parts"]["claims"]["micro"]["fn"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Format.CSV, 'naam,aantal,citaat\nVVD,2,"a, b"\nD66,,\n'),
        (Format.JSON, None),
        (Format.MARKDOWN, "- naam: **VVD** · aantal: **2**\n\n  > a, b\n\n- naam: **D66**\n\n"),
    ],
)
def test_rows(form: Format, expected: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    rows: Sequence[tuple[str, int | None, str | None]] = [("VVD", 2, "a, b"), ("D66", None, None)]
    print_rows(("naam", "aantal", "citaat"), rows, form)
    written = capsys.readouterr().out
    if expected is None:
        assert json.loads(written)[1] == {"naam": "D66", "aantal": None, "citaat": None}
    else:
        assert written == expected


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "patience", "shown"), [(Terminal(), 0.0, True), (Terminal(), 60.0, False), (io.StringIO(), 0.0, False)])
def test_a_bar_shows_on_a_terminal_when_work_takes_long(
    stream: io.StringIO, patience: float, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("standpunt.cli.progress.PATIENCE", patience)
    assert list(track(["a", "b"], "Measuring")) == ["a", "b"]
    assert ("Measuring" in stream.getvalue()) is shown


def test_help_loads_no_language_pipeline() -> None:
    code = "import sys; from standpunt.cli import app; sys.exit(bool({'spacy', 'pandas', 'rdflib'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT / "graph", check=False).returncode == 0


def test_errors_of_held_back_gold_are_listed_only_where_it_is_named() -> None:
    gold = Path(__file__).parent.parent / "data" / "gold"
    above = run("evaluate", gold, "--errors", "--csv").output
    assert "written," in above
    assert "heldback" not in above
    assert "heldback/a," in run("evaluate", gold / "heldback" / "a", "--errors", "--csv").output
    beside = run("evaluate", gold / "heldback" / "a", gold / "kst-28676-384.json", "--errors", "--csv").output  # as data/gold/* names it
    assert "heldback" not in beside
    assert "corpus," in beside


def test_the_shell_completes_the_names_of_saved_questions_and_views() -> None:
    """Switched on by: standpunt --install-completion."""
    for words, offered in (("standpunt query toezeggingen-", "toezeggingen-open"), ("standpunt view ove", "overzicht")):
        asked = {"_STANDPUNT_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": "2"}
        assert offered in CliRunner().invoke(app, [], env=asked, prog_name="standpunt").output.split()
