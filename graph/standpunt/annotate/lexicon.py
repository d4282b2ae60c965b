"""Names in a text: one PhraseMatcher on lower case, then a check of capitals, then the longest match wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from spacy.matcher import PhraseMatcher

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Shorter names than this are written in one way only.
SHOUTED: Final = 4
#: Abbreviations that are common words where a whole line stands in capitals: "HET GAAT OM BELEID".
WORDS: Final = frozenset({"OM", "IS", "AU", "DUO", "NAM", "AP", "SER", "ROB"})


@dataclass(frozen=True, slots=True)
class Name:
    """A written form of an entity; `label` is empty for what looks like a name and is none."""

    form: str
    label: str
    id: str
    rule: str
    since: Date | None = None  # the name did not exist before


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: token offsets."""

    start: int
    end: int
    name: Name


class Lexicon:
    """Finds names in a Doc."""

    def __init__(self, nlp: Language, names: Iterable[Name]) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._names: dict[int, list[Name]] = {}
        for name in names:
            key = nlp.vocab.strings.add(name.form.lower())
            if key not in self._names:
                self._names[key] = []
                self._matcher.add(name.form.lower(), [nlp.make_doc(name.form)])
            self._names[key].append(name)

    def find(self, doc: Doc, on: Date | None = None, *, loose: bool = False) -> list[Hit]:
        """Return the names in a Doc that were in use on a day, in order, without overlap; loosely: whatever their capitals are."""
        hits = []
        for key, start, end in self._matcher(doc):
            text = doc[start].text if end == start + 1 else doc[start:end].text
            name = next((name for name in self._names[key] if (loose or fits(name.form, text)) and in_use(name, on)), None)
            if name and (loose or text not in WORDS or not shouted(doc, start, end)):
                hits.append(Hit(start, end, name))
        return longest(hits)


def fits(form: str, text: str) -> bool:
    """Tell whether a text with the letters of a name is written like one.

    An abbreviation keeps its capitals; other names begin like the form, or stand in capitals altogether.

    >>> fits("Oekraïne", "OEKRAÏNE"), fits("Oekraïne", "oekraïne"), fits("VS", "vs"), fits("Europese Commissie", "Europese commissie")
    (True, False, False, True)
    """
    if text == form:
        return True
    if not any(letter.islower() for letter in form):
        return False
    if form[0].islower():
        return text[0].lower() == form[0] and (" " in form or text[1:] == form[1:] or text.isupper())
    if text.isupper():
        return len(form) > SHOUTED
    return text[0] == form[0] and len(form) > SHOUTED


def in_use(name: Name, on: Date | None) -> bool:
    """Tell whether a name may be meant on a day; without a day every name may."""
    return on is None or name.since is None or on.year >= name.since.year


def shouted(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the words on either side stand in capitals as well, so that capitals tell nothing."""
    neighbours = [doc[at] for at in (start - 2, start - 1, end, end + 1) if 0 <= at < len(doc)]
    words = [token for token in neighbours if token.is_alpha and len(token) > 1]
    return all(token.is_upper for token in words) and any(len(token) >= SHOUTED for token in words)


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits without those that overlap a longer or, at equal length, an earlier one."""
    ordered = sorted(hits, key=lambda hit: hit.start)
    if all(before.end <= after.start for before, after in pairwise(ordered)):
        return ordered
    kept: dict[int, Hit] = {}
    for hit in sorted(ordered, key=lambda hit: (hit.start - hit.end, hit.start)):
        if not any(at in kept for at in range(hit.start, hit.end)):
            kept.update(dict.fromkeys(range(hit.start, hit.end), hit))
    return list(dict.fromkeys(kept[at] for at in sorted(kept)))
