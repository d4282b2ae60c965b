"""Results → graph directory: what is taken in, what is refused, what is removed, and what others get to see."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TypeAlias

from pyoxigraph import Quad

from standpunt import iri
from standpunt.assemble import Run, Text, history_quads, knowledge_quads, ontology_quads, run_quads
from standpunt.build import derived
from standpunt.build.files import Input
from standpunt.build.paper import Built, Failed
from standpunt.build.report import Outcome
from standpunt.build.state import Known, known, rule_set_hash, software_version, stamp_quads, state_graph, texts_of
from standpunt.store.directory import GraphDirectory, WorkingStore, write_atomically

Result: TypeAlias = Built | Failed | Known


class Writer:
    """The only one that writes to a graph directory during a build."""

    def __init__(self, directory: GraphDirectory, store: WorkingStore, inputs: Iterable[Input], papers: Mapping[str, Known]) -> None:
        self.directory = directory
        self.store = store
        self.known = papers
        self.by_file = {paper.file: paper for paper in self.known.values()}
        self.outcomes: list[Outcome] = []
        self._taken: dict[str, tuple[str, str]] = {}  # paper → its file and checksum, in this build
        self._to_come = {given.name for given in inputs}
        self._earlier = _earlier(directory)
        self._removed: list[str] = []

    def take(self, results: Iterable[tuple[Input, Result]]) -> Iterator[Outcome]:
        """Take in the results of files, and yield what became of each.

        Two files may yield the same paper. The one that the graph already has it from keeps it, else the first; the other is refused.
        A file that can't be built any more loses its paper to another that can, so it waits for them all.
        """
        contested: list[tuple[Input, Built]] = []
        failed: list[tuple[Input, Failed]] = []
        for given, result in results:
            self._to_come.discard(given.name)
            if isinstance(result, Failed):
                failed.append((given, result))
            elif isinstance(result, Built) and self._may_belong_to_another(given, result):
                contested.append((given, result))
            else:
                yield self._told(self._take(given, result))
        for given, built in contested:
            yield self._told(self._take(given, built))
        for given, failure in failed:
            yield self._told(self._fail(given, failure))

    def _may_belong_to_another(self, given: Input, result: Built) -> bool:
        owner = self.known.get(result.paper)
        return owner is not None and owner.file != given.name and owner.file in self._to_come

    def _told(self, outcome: Outcome) -> Outcome:
        self.outcomes.append(outcome)
        return outcome

    def _fail(self, given: Input, failure: Failed) -> Outcome:
        file = str(given.path)
        earlier = self.by_file.get(given.name)
        if earlier is None:
            return Outcome(file, "failed", reason=failure.reason)
        if other := self._taken.get(earlier.paper):
            told = f"The graph has {earlier.paper}, which it held before, from {other[0]}."
        else:
            self._taken[earlier.paper] = file, earlier.sha256
            told = f"The graph keeps {earlier.paper} as it was built from it before."
        return Outcome(file, "failed", earlier.paper, reason=f"{failure.reason} {told}")

    def _take(self, given: Input, result: Built | Known) -> Outcome:
        file = str(given.path)
        if result.paper in self._taken:
            return self._refuse(file, result)
        self._taken[result.paper] = (file, result.sha256)
        if isinstance(result, Known):
            earlier_outcome = self._earlier.get(result.paper, Outcome(file, "skipped"))
            return Outcome(
                file, "skipped", result.paper, earlier_outcome.kind, "unchanged", earlier_outcome.counts, earlier_outcome.warnings
            )
        self._write(result)
        return Outcome(file, "built", result.paper, result.kind, None, result.counts, result.warnings)

    def _refuse(self, file: str, result: Built | Known) -> Outcome:
        other, sha256 = self._taken[result.paper]
        if result.sha256 == sha256:
            return Outcome(file, "skipped", result.paper, reason=f"holds the same text as {other}")
        return Outcome(
            file,
            "failed",
            result.paper,
            reason=f"{file}: is the same paper as {other} ({result.paper}) with another text; that file was taken. "
            "Remove one of them, or give each its own id in sources.csv.",
        )

    def _write(self, built: Built) -> None:
        write_atomically(self.directory.text(built.paper, built.sha256), built.text)
        contribution = self.directory.contribution(built.paper, built.stamp)
        write_atomically(contribution, built.shared)
        self.store.write(
            {
                iri.resource(built.paper): built.triples,
                state_graph(built.paper): stamp_quads(built.paper, built.stamp),
                **self._history(built),
            }
        )
        for outdated in self.directory.contributions_of(built.paper):
            if outdated != contribution:
                outdated.unlink()

    def _history(self, built: Built) -> dict[str, list[Quad]]:
        """Return the graph of the texts that a paper had, where this one is new. One that comes back stands there once, as the newest."""
        earlier = self.known.get(built.paper)
        if earlier is None or earlier.sha256 == built.sha256:
            return {}
        older = [text for text in texts_of(self.store, earlier) if text.sha256 != built.sha256]
        return {iri.history_graph(built.paper): list(history_quads(built.paper, [Text(built.sha256, built.file), *older]))}

    def prune(self) -> None:
        """Remove the papers that no file of this build holds."""
        for paper in sorted(self.known.keys() - self._taken.keys()):
            self.store.write({iri.resource(paper): b"", state_graph(paper): b"", iri.history_graph(paper): b""})
            self._removed.append(paper)
            self._told(Outcome(self.known[paper].file, "removed", paper, reason="no file holds it any more"))

    def write_knowledge(self) -> None:
        """Bring the graphs of knowledge and ontology up to date."""
        stamp = stamp_quads("knowledge", rule_set_hash())
        if not any(self.store.engine.quads_for_pattern(stamp[0].subject, stamp[0].predicate, stamp[0].object)):
            self.store.write(
                {
                    iri.KNOWLEDGE_GRAPH: knowledge_quads(),
                    iri.ONTOLOGY_GRAPH: ontology_quads(),
                    state_graph("knowledge"): stamp,
                }
            )

    def write_derived(self) -> None:
        """Add up over all papers what papers can't say each by itself."""
        if self.store.unpublished:
            for graphs in derived.stages(self.directory, self.store):
                self.store.write(graphs)

    def publish(self, started: datetime) -> None:
        """Record the build and let readers see what it wrote; nothing happens when it wrote nothing."""
        written = self.store.unpublished
        if not written and self.directory.published:
            return
        papers = tuple(sorted(paper for paper in known(self.store) if iri.resource(paper) in written))
        run = Run(started, datetime.now(UTC), software_version(), rule_set_hash(), papers)
        self.store.write({iri.resource(run.id): run_quads(run)})
        self.store.publish()
        for paper in self._removed:
            for path in (*self.directory.texts_of(paper), *self.directory.contributions_of(paper), *self.directory.extractions_of(paper)):
                path.unlink()


def _earlier(directory: GraphDirectory) -> dict[str, Outcome]:
    """Return what the report of the last build says about each paper that was in it."""
    try:
        cells = json.loads(directory.report.read_text(encoding="utf-8"))["papers"]
        outcomes = [Outcome(**(cell | {"warnings": tuple(cell["warnings"])})) for cell in cells]
    except (OSError, ValueError, KeyError, TypeError):  # none, or of another version: then counts aren't told again
        return {}
    return {outcome.paper: outcome for outcome in outcomes if outcome.paper and outcome.status in ("built", "skipped") and outcome.counts}
