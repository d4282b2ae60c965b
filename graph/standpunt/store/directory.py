"""A graph directory: what readers see, what a build works on, and the texts behind both.

    standpunt.graph/
      store/work/       where a build writes, one transaction a paper; never read by anyone else
      store/3/          what readers see: an Oxigraph checkpoint (hard links), never written to again
      store/3/words.1.sqlite   in which names and sentences are searched; made with the checkpoint, or when first searched
      store/current     the number of the published checkpoint; replaced by an atomic rename
      texts/            <paper>.<hash>.txt: the text of each version of a paper, exactly as read
      shared/           <paper>.<hash>.json: what it contributes to what is added up over all papers
      reviews.csv       what people say of claims; the only file here that can't be made again, and that people may edit
      extracted/        <paper>.<hash>.nt: the graph of a paper as the rules made it, where its reviews changed that
      lock              who is writing

RocksDB knows one writer, and calls reading beside it undefined. So nobody reads what is written to: a build that is
killed leaves `work` as it was after its last transaction, goes on from there the next time, and readers see the last
published checkpoint until the pointer moves. Readers hold a shared lock on their checkpoint; one that nobody holds and that
is older than the one before is removed.
"""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
import socket
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO
from urllib.parse import quote

import pyoxigraph as ox

from standpunt.errors import StoreBusy, StoreError
from standpunt.store import words
from standpunt.store.base import Content
from standpunt.store.embedded import ENGINE_ERRORS, EmbeddedStore, store_error

logger = logging.getLogger(__name__)


class GraphDirectory:
    """The places in a graph directory, and who may use them when."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.texts = path / "texts"
        self.shared = path / "shared"
        self.extracted = path / "extracted"
        self.reviews = path / "reviews.csv"
        self.report = path / "report.json"
        self._store = path / "store"
        self.work = self._store / "work"
        self._unpublished = self._store / "unpublished"  # the graphs written since the last publication, one a line
        self._current = self._store / "current"

    @property
    def published(self) -> Path | None:
        """The folder that holds the published checkpoint; None before the first build has ended."""
        try:
            return self._store / self._current.read_text().strip()
        except FileNotFoundError:
            return None

    def text(self, paper: str, version: str) -> Path:
        """Return where the text of a version of a paper is kept; the version is its checksum."""
        return self.texts / f"{_file_name(paper)}.{version[:12]}.txt"

    def texts_of(self, paper: str) -> list[Path]:
        """Return the texts of all versions of a paper."""
        start = f"{_file_name(paper)}."
        return [path for path in self.texts.glob(f"{start}*.txt") if "." not in path.name[len(start) : -len(".txt")]]

    def contribution(self, paper: str, stamp: str) -> Path:
        """Return where is kept what a paper contributes to what is added up; its stamp tells what it was made from."""
        return self.shared / f"{_file_name(paper)}.{stamp[:12]}.json"

    def contributions_of(self, paper: str) -> list[Path]:
        """Return all that is kept of what a paper contributes, also what is outdated."""
        start = f"{_file_name(paper)}."
        return [path for path in self.shared.glob(f"{start}*.json") if "." not in path.name[len(start) : -len(".json")]]

    def extraction(self, paper: str, stamp: str) -> Path:
        """Return where the graph of a paper is kept as the rules made it; its stamp tells what it was made from."""
        return self.extracted / f"{_file_name(paper)}.{stamp[:12]}.nt"

    def extractions_of(self, paper: str) -> list[Path]:
        """Return all that is kept of a paper as the rules made it, also what is outdated."""
        start = f"{_file_name(paper)}."
        return [path for path in self.extracted.glob(f"{start}*.nt") if "." not in path.name[len(start) : -len(".nt")]]

    def holds(self, paper: str, version: str, stamp: str) -> bool:
        """Tell whether the text and the contribution of a paper are there, as they should be."""
        return self.text(paper, version).exists() and self.contribution(paper, stamp).exists()

    def reader(self) -> PublishedStore:
        """Open what is published.

        Raises:
            StoreError: no build has ended here yet.
        """
        while folder := self.published:
            held = _hold(folder / "readers", fcntl.LOCK_SH)
            if held is not None:
                try:
                    return PublishedStore(ox.Store.read_only(str(folder / "data")), folder / "data", held)
                except ENGINE_ERRORS as error:
                    raise store_error(error, self.path, "read") from error
        raise StoreError(f"{self.path} holds no finished graph; make one with: standpunt build --graph {self.path}")

    def lock(self) -> IO[str]:
        """Return the lock of the only process that may write here. It goes when it is closed, or when the process ends, however it ends.

        Raises:
            StoreBusy: another process writes here.
            StoreError: nothing can be written here.
        """
        path = self.path / "lock"
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = _hold(path, fcntl.LOCK_EX, create=True)
            if lock is None:
                who = path.read_text().strip() or "another process"
                raise StoreBusy(f"{self.path} is being written by {who}; wait until it is done, or end it")
            lock.truncate(0)
            lock.write(f"process {os.getpid()} on {socket.gethostname()}\n")
            lock.flush()
        except OSError as error:
            raise store_error(error, self.path, "written") from error
        return lock

    def writer(self, lock: IO[str]) -> WorkingStore:
        """Open the working copy; `lock` is proof that nobody else does.

        It begins as a copy of what is published when there is none, or when it is damaged.

        Raises:
            StoreError: it can't be opened, for instance because the disk is full.
        """
        self._store.mkdir(exist_ok=True)
        for part in self._store.glob("*.part"):
            shutil.rmtree(part)
        for log in self.work.glob("LOG.old.*"):  # of the database's own doings; it keeps a thousand of them
            log.unlink()
        if not self.work.exists():
            self._begin_work()
        try:
            engine = ox.Store(str(self.work))
        except OSError as error:
            raise store_error(error, self.work, "opened") from error
        except RuntimeError as error:
            logger.warning("%s is damaged (%s); starting again from what is published", self.work, error)
            shutil.rmtree(self.work)
            self._begin_work()
            engine = ox.Store(str(self.work))
        return WorkingStore(engine, self)

    def _begin_work(self) -> None:
        self._unpublished.unlink(missing_ok=True)
        if published := self.published:
            part = self._store / "work.part"
            ox.Store.read_only(str(published / "data")).backup(str(part))
            part.rename(self.work)

    def note_unpublished(self, graphs: Iterable[str]) -> None:
        """Remember that these graphs are about to change in the working copy."""
        try:
            with self._unpublished.open("a") as file:
                file.writelines(f"{graph}\n" for graph in graphs)
        except OSError as error:
            raise store_error(error, self.path, "written") from error

    def unpublished(self) -> frozenset[str]:
        """Return the graphs that changed, or were about to, since the last publication."""
        return frozenset(self._unpublished.read_text().split()) if self._unpublished.exists() else frozenset()

    def publish(self, engine: ox.Store) -> None:
        """Make a checkpoint of the working copy and let readers see it from now on."""
        numbers = sorted(int(path.name) for path in self._store.iterdir() if path.name.isdigit())
        number = str(numbers[-1] + 1 if numbers else 1)
        part = self._store / f"{number}.part"
        try:
            part.mkdir()
            engine.backup(str(part / "data"))
            words.write_index(engine, part / words.FILE)
            (part / "readers").touch()
        except ENGINE_ERRORS as error:
            raise store_error(error, self.path, "published; readers go on seeing the graph as it was") from error
        part.rename(self._store / number)
        write_atomically(self._current, number.encode())
        self._unpublished.unlink(missing_ok=True)
        for old in numbers[:-1]:
            self._remove_unread(self._store / str(old))

    def _remove_unread(self, folder: Path) -> None:
        held = _hold(folder / "readers", fcntl.LOCK_EX)
        if held is not None:
            shutil.rmtree(folder)
            held.close()


class PublishedStore(EmbeddedStore):
    """A published checkpoint, open for reading: it stays as it is while builds go on."""

    def __init__(self, engine: ox.Store, path: Path, held: IO[str]) -> None:
        super().__init__(engine, path, writable=False)
        self._held = held
        self._indexing = threading.Lock()

    def search(self, text: str, *, names: int, sentences: int) -> words.Found:
        """Return the things that are called so, and the sentences that have these words; so many at most."""
        index = self.path.with_name(words.FILE)
        with self._indexing:
            if not index.exists():  # published by an earlier version
                words.write_index(self.engine, index)
        return words.search(index, text, names=names, sentences=sentences)

    def close(self) -> None:
        """Let go of the checkpoint, so that it can be removed when there are newer ones."""
        super().close()
        self._held.close()


class WorkingStore(EmbeddedStore):
    """The working copy of a graph directory, open for writing."""

    def __init__(self, engine: ox.Store, directory: GraphDirectory) -> None:
        super().__init__(engine, directory.work, writable=True)
        self._directory = directory

    def write(self, replaced: Mapping[str, Content], added: Mapping[str, Content] | None = None) -> None:
        """Replace some graphs and add to others, all in one transaction; remembered as not yet published."""
        self._directory.note_unpublished(replaced)
        super().write(replaced, added)

    @property
    def unpublished(self) -> frozenset[str]:
        """The graphs that were written since the last publication, also by a build that was killed."""
        return self._directory.unpublished()

    def publish(self) -> None:
        """Show what was written to those who open the graph from now on."""
        self._directory.publish(self.engine)


class LockedStore(WorkingStore):
    """A working copy that lets others write when it is closed; what wasn't published stays in it."""

    def __init__(self, directory: GraphDirectory) -> None:
        self._lock = directory.lock()
        try:
            super().__init__(directory.writer(self._lock).engine, directory)
        except BaseException:
            self._lock.close()
            raise

    def close(self) -> None:
        """Let others write."""
        super().close()
        self._lock.close()


def write_atomically(path: Path, content: bytes) -> None:
    """Let a file hold this, or what it held before; never a part, and never nothing."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise store_error(error, path, "written") from error


def _file_name(paper: str) -> str:
    # An id may come from somebody's sources.csv: nothing in it may lead out of the folder.
    return quote(paper, safe="-_~")


def _hold(path: Path, kind: int, *, create: bool = False) -> IO[str] | None:
    """Return the file with a lock on it; None when another process has it, or when it is gone."""
    try:
        file = path.open("a+" if create else "r+")
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file
