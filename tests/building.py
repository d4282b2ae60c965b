"""What the tests and the benchmark of killed builds share: papers that differ in a number, and builds that can be killed at once."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from standpunt import iri
from standpunt.store import open_store, sorted_nquads

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = "file,id,kind,chamber,dossier,number,date,title,source,note"
LETTER = """Den Haag, {day} januari 2022

Geachte voorzitter,

Hierbij informeer ik uw Kamer over de gesprekken met Oekraïne, onderdeel {number}. Het kabinet steunt de sancties tegen Rusland.
Nederland zal in de NAVO pleiten voor eenheid. Het kabinet maakt zich zorgen over de Russische troepenopbouw.

De minister van Buitenlandse Zaken,

W.B. Hoekstra
"""
#: Forks a build for every line that comes in, so that the language pipeline is loaded once; tells its process id, and when it ended.
#: It never opens a store itself: a database that was open before a fork doesn't work after it.
_NEST = """
import json, os, sys
sys.path.insert(0, {root!r})
from standpunt.build import build
from standpunt.build.paper import warm_up
warm_up()
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        folder, graph, workers = json.loads(line)
        build([folder], graph, workers=workers)
        os._exit(0)
    print(child, flush=True)
    print(os.waitpid(child, 0)[1], flush=True)
"""


def write_letters(folder: Path, count: int) -> None:
    """Write letters that differ in a number, and the sources.csv that tells what they are."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [f"brief-{n:03}.txt,kst-90000-{n},letter,TK,90000,{n},2022-01-{n % 28 + 1:02},Brief {n},," for n in range(1, count + 1)]
    (folder / "sources.csv").write_text("\n".join([COLUMNS, *rows]) + "\n")
    for n in range(1, count + 1):
        (folder / f"brief-{n:03}.txt").write_text(LETTER.format(day=n % 28 + 1, number=n))


def without_runs(graph: Path) -> list[str]:
    """Return what a reader sees of a graph, sorted, but for the records of its builds, which tell the time."""
    with open_store(graph) as store:
        return [quad for quad in sorted_nquads(store) if f"<{iri.ID}run/" not in quad]


class Nest:
    """Starts builds in processes of their own, which can be killed."""

    def __init__(self) -> None:
        code = _NEST.format(root=str(ROOT / "graph"))
        self._process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Nest:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()

    def start(self, folder: Path, graph: Path, workers: int = 2) -> int:
        """Start a build and return its process id."""
        import json

        self._process.stdin.write(json.dumps([str(folder), str(graph), workers]) + "\n")  # type: ignore[union-attr]
        self._process.stdin.flush()  # type: ignore[union-attr]
        return int(self._process.stdout.readline())  # type: ignore[union-attr]

    def ended(self) -> bool:
        """Wait until the build that was started has ended; tell whether it was killed."""
        return int(self._process.stdout.readline()) == signal.SIGKILL  # type: ignore[union-attr]
