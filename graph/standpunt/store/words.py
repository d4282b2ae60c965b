"""The index of a published graph: things by their names, and sentences by their words.

SPARQL can only walk all names, and all sentences, for a part of a word; on a million quads that takes seconds. So a
publication brings an SQLite file beside its quads, in which both are found at once. It holds nothing that the graph doesn't.
A file that is missing, because an earlier version published the graph, is made when somebody first searches.

Texts are compared without case, accents and punctuation. A name is found by any part of it, as Dutch writes compounds in one
word: `sanctie` finds "handelssancties". A sentence is found by its words, of which the last may be a beginning.
"""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from standpunt import iri
from standpunt.errors import StoreError
from standpunt.store.embedded import store_error

#: The number is that of the layout: an index of another layout is passed over and made anew.
FILE: Final = "words.1.sqlite"
#: Which of the classes of a thing tells best what it is, and what comes first among things that fit as well.
KINDS: Final = (
    *("Faction", "Cabinet", "Ministry", "Country", "Organisation", "Person", "Topic", "Meeting"),
    *("WrittenConsultation", "Letter", "MotionPaper", "DebateReport", "WrittenQuestions", "Paper", "Motion", "Dossier", "Instrument"),
    *("Document", "Exchange"),
)
_LAYOUT: Final = """
CREATE TABLE name (thing TEXT, kind TEXT, place INTEGER, hidden INTEGER, text TEXT, folded TEXT);
CREATE TABLE sentence (thing TEXT);
CREATE VIRTUAL TABLE word USING fts5(folded, content='');"""
_CLASSES: Final = f"""
SELECT ?thing ?class {{
  {{ SELECT DISTINCT ?thing {{ ?thing rdfs:label|skos:altLabel|skos:notation|foaf:name|dcterms:title ?name }} }}
  ?thing a ?class FILTER(STRSTARTS(STR(?class), "{iri.SP}") && STRSTARTS(STR(?thing), "{iri.ID}"))
}}"""
_NAMES: Final = """
SELECT DISTINCT ?thing ?name ?hidden {
  { ?thing rdfs:label|skos:altLabel|skos:notation|foaf:name|dcterms:title ?name BIND(false AS ?hidden) }
  UNION { ?thing skos:hiddenLabel ?name BIND(true AS ?hidden) }
}"""
_SENTENCES: Final = """
SELECT DISTINCT ?thing ?paper ?start ?text { ?thing a sp:Sentence ; dcterms:isPartOf ?paper ; oa:start ?start ; oa:exact ?text }"""
_DATES: Final = "SELECT DISTINCT ?paper ?date { ?paper a sp:Paper ; dcterms:issued ?date }"
_SPEAKING: Final = "SELECT DISTINCT ?sentence { ?claim a sp:Claim ; prov:wasDerivedFrom ?sentence }"
#: How well a name fits: it is what was asked for, begins with it, has it as a word, as the beginning of a word, or within one;
#: or it has all the words somewhere. What a thing is recognised by, but not called, comes behind its like.
_FOUND: Final = """
SELECT thing, kind, text, MIN(5 * hidden + CASE
    WHEN folded = :words THEN 0
    WHEN substr(folded, 1, length(:words)) = :words THEN 2
    WHEN instr(folded, :words) THEN 4
    WHEN instr(folded, rtrim(:words)) THEN 6
    WHEN instr(folded, trim(:words)) THEN 8
    ELSE 10 END) AS fit
FROM name WHERE {every} GROUP BY thing ORDER BY fit, place, length(folded), folded, thing LIMIT :most"""
#: Words that stand side by side, as asked for, come first; then sentences that say something of somebody, the latest paper before others.
_SAID: Final = """
SELECT sentence.thing FROM word JOIN sentence ON sentence.rowid = word.rowid WHERE word MATCH :every
ORDER BY {nearness} word.rowid LIMIT :most"""
_SIDE_BY_SIDE: Final = "word.rowid NOT IN (SELECT rowid FROM word WHERE word MATCH :phrase),"
_WORD = re.compile(r"[^\W_]+")
_ACCENTS = dict.fromkeys(range(0x300, 0x370))
_MOST_WORDS: Final = 20  # of a search; nobody's name has more


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that is called so."""

    thing: str
    kind: str
    text: str | None  # the name that was found; None where it is the id


@dataclass(frozen=True, slots=True)
class Found:
    """What a search finds, the best first."""

    named: tuple[Named, ...] = ()
    sentences: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return a text in small letters without accents.

    >>> plain("Oekraïne")
    'oekraine'
    """
    return unicodedata.normalize("NFKD", text).casefold().translate(_ACCENTS)


def folded(text: str) -> str:
    """Return the words of a text as they are compared, with a space around each.

    >>> folded("Oekraïne: NAVO-lidmaatschap")
    ' oekraine navo lidmaatschap '
    """
    return f" {' '.join(_WORD.findall(plain(text)))} "


def write_index(engine: ox.Store, path: Path) -> None:
    """Write the index of what a store holds to a file that isn't there yet.

    Raises:
        StoreError: it can't be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        # A journal would serve to take back what was written; a file that isn't whole is never seen.
        with closing(sqlite3.connect(part, isolation_level=None)) as index:
            index.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_LAYOUT} BEGIN")
            index.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)", _names(engine))
            for row, (thing, text) in enumerate(_sentences(engine), start=1):
                index.execute("INSERT INTO sentence (rowid, thing) VALUES (?, ?)", (row, thing))
                index.execute("INSERT INTO word (rowid, folded) VALUES (?, ?)", (row, folded(text)))
            index.execute("COMMIT")
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise store_error(error, path, "written") from error


def search(path: Path, text: str, *, names: int, sentences: int) -> Found:
    """Return the things and sentences that an index has for a text, so many at most.

    Raises:
        StoreError: the index can't be read.
    """
    words = folded(iri.named(text.strip())).split()[:_MOST_WORDS]
    if not words:
        return Found()
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as index:
            return Found(_named(index, words, names), _said(index, words, sentences))
    except sqlite3.Error as error:
        raise StoreError(f"{path}: the index of words can't be read: {error}; remove it, and it is made anew") from error


def _named(index: sqlite3.Connection, words: list[str], most: int) -> tuple[Named, ...]:
    every = " AND ".join(f"instr(folded, :word{n})" for n in range(len(words)))
    asked = {"words": f" {' '.join(words)} ", "most": most} | {f"word{n}": word for n, word in enumerate(words)}
    rows = index.execute(_FOUND.format(every=every), asked)
    return tuple(Named(iri.ID + thing, iri.SP + kind, text) for thing, kind, text, _ in rows)


def _said(index: sqlite3.Connection, words: list[str], most: int) -> tuple[str, ...]:
    quoted = [f'"{word}"' for word in words]
    asked = {"every": f"{' '.join(quoted)}*", "phrase": f"{' + '.join(quoted)}*", "most": most}
    text = _SAID.format(nearness=_SIDE_BY_SIDE if len(words) > 1 else "")
    return tuple(iri.ID + thing for (thing,) in index.execute(text, asked))


def _rows(engine: ox.Store, text: str) -> Iterator[tuple[str, ...]]:
    found = engine.query(text, prefixes=iri.PREFIXES, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101 -- all of these are SELECT
    return (tuple(term.value for term in row) for row in found)


def _names(engine: ox.Store) -> Iterator[tuple[str, str, int, bool, str | None, str]]:
    """Yield a row for each name of a thing, and for its id: a paper is looked for by its number."""
    places = {kind: place for place, kind in enumerate(KINDS)}
    kinds: dict[str, str] = {}
    for thing, name in _rows(engine, _CLASSES):
        ident, kind = thing[len(iri.ID) :], name[len(iri.SP) :]
        before = kinds.get(ident, kind)
        kinds[ident] = min(before, kind, key=lambda each: (places.get(each, len(places)), each))
    for ident, kind in sorted(kinds.items()):
        yield ident, kind, places.get(kind, len(places)), False, None, folded(iri.ident(iri.ID + ident))
    for thing, name, hidden in sorted(_rows(engine, _NAMES)):
        if (ident := thing[len(iri.ID) :]) in kinds and thing.startswith(iri.ID):
            kind = kinds[ident]
            yield ident, kind, places.get(kind, len(places)), hidden == "true", name, folded(name)


def _sentences(engine: ox.Store) -> Iterator[tuple[str, str]]:
    """Yield the sentences as a search gives them: those with claims before others, later papers before earlier ones."""
    dates = {paper: int(date.replace("-", "")) for paper, date in _rows(engine, _DATES)}
    speaking = {sentence for (sentence,) in _rows(engine, _SPEAKING)}
    rows = sorted(_rows(engine, _SENTENCES), key=lambda row: (row[0] not in speaking, -dates.get(row[1], 0), row[1], int(row[2]), row[0]))
    return ((thing[len(iri.ID) :], text) for thing, _, _, text in rows)
