"""Which Kamerstuk a number, a mover, a faction or a subject stands for in a paper: that of a motion which it moves or cites.

de motie op stuk nr. 346        the motion that got this number here, else the one of the paper's own dossier
de motie van de heer Krol       the only one that he moved first
de motie van mevrouw Beckerman  two: nobody can tell which, unless more is told
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from standpunt.model import Paper
    from standpunt.relate.motions import MotionCitation

_N: Final = r"[1-9]\d{0,3}(?!\d|\s\d{3}\b|[.,]\d)"
_AND: Final = r"(?:\s*,\s*(?:en\s+)?|\s+(?:en|alsmede|t/m|tot\s+en\s+met)\s+)(?:(?:die\s+)?op\s+stuk\s+)?(?:nrs?\.?\s*|nummers?\s+)?"
_DOSSIER: Final = r"\d{2}\s?\d{3}(?:[\s-]+[IVXL]+(?:-[A-Z])?|-\d{2})?"
#: `op stuk nr. 346`, `op stukken nrs. 350 en 351`, `motie nr. 5`, at the beginning of a line `Nr. 12:`; with the dossier behind it or not.
NUMBERS: Final = re.compile(
    r"(?:\bop\s+(?:de\s+)?(?:stuk(?:ken)?|stuknummers?|stuknrs?\.?)\s*(?:nrs?\.?\s*|nummers?\s+)?|\b(?:op|bij|naar|stuk|moties?|met|onder)\s+(?:nrs?\.|nummers?)\s*"
    rf"|^\W*(?:nrs?\.|nummers?)\s*)(?P<numbers>{_N}(?:{_AND}{_N})*)(?:\s*\((?P<dossier>{_DOSSIER})\))?",
    re.IGNORECASE,
)
#: In the Eerste Kamer motions have letters: `de motie met letter F`, `de moties met de letters F en G`.
LETTERED: Final = re.compile(
    r"\b(?:motie\s+|moties\s+)?(?:met\s+)?(?:de\s+)?[Ll]etters?\s+(?P<letters>[A-Z]{1,3}(?:(?:\s*,\s*|\s+en\s+)[A-Z]{1,3})*)\b"
)
#: A number alone means a motion where one that is moved in this paper has it: `Dan nr. 672`, `673 en 674 hebben oordeel Kamer`.
BARE: Final = re.compile(
    rf"(?:(?<!\d[ ,])(?<!\d, )\bnrs?\.\s*(?P<numbers>{_N}(?:{_AND}{_N})*)"
    rf"|(?<!\d, )(?<![\w.] )(?<![\d.])\b(?P<alone>{_N}(?:{_AND}{_N})*)(?=\s*:|\s+(?:heeft|hebben|krijgt|krijgen|wordt|worden)\b))",
    re.IGNORECASE,
)
#: Words of four letters and more say what a motion is about; they agree when they begin alike.
STEM: Final = 6
#: How many motions `nrs. 12 t/m 20` may be.
MOST_IN_A_ROW: Final = 30
FUNCTION_WORDS: Final = frozenset(
    {"over", "inzake", "betreffende", "betrekking", "aanzien", "voor", "door", "naar", "deze", "tussen", "onder", "niet", "meer"}
)


class Moved:
    """The motions that a paper moves or cites with their Kamerstuk."""

    def __init__(self, paper: Paper, printed: Sequence[MotionCitation], cited: Iterable[str]) -> None:
        """Take the motions printed in a paper, and the ids of the Kamerstukken that it cites."""
        self._numbered = [(citation.kst, citation) for citation in printed if citation.kst]
        self._cited = frozenset(cited)
        dossiers = {kst.rpartition("-")[0] for kst, _ in self._numbered}
        own = f"kst-{paper.dossier}" if paper.dossier else None
        self._dossier = own if own and dossiers <= {own} else None
        starts = {block.start: block for block in paper.blocks if block.kind == "motion"}
        self._factions = {citation.start: starts[citation.start].speaker for _, citation in self._numbered if citation.start in starts}

    def __bool__(self) -> bool:
        """Tell whether the paper moves motions itself."""
        return bool(self._numbered)

    def by_number(self, number: str, dossier: str | None = None) -> str | None:
        """Return the Kamerstuk with a number; None where several have it, or none can be told for certain."""
        if dossier:
            return f"kst-{dossier}-{number}"
        here = {kst for kst, _ in self._numbered if kst.rpartition("-")[2] == number}
        cited = {kst for kst in self._cited if kst.rpartition("-")[2] == number}
        for fitting in (here, cited):
            if fitting:
                return next(iter(fitting)) if len(fitting) == 1 else None
        return f"{self._dossier}-{number}" if self._dossier else None

    def by_numbers(self, found: re.Match[str]) -> tuple[str, ...]:
        """Return the Kamerstukken of a match of `NUMBERS`; none where one of them can't be told."""
        dossier = re.sub(r"[\s-]+", "-", re.sub(r"(?<=^\d{2})\s(?=\d{3})", "", found["dossier"] or "")) or None
        listed = [int(number) for number in re.findall(r"(?<!\d)\d+", found["numbers"])]
        if re.search(r"t/m|tot\s+en\s+met", found["numbers"]) and len(listed) == 2 and 0 < listed[1] - listed[0] < MOST_IN_A_ROW:
            listed = list(range(listed[0], listed[1] + 1))
        known = [self.by_number(str(number), dossier) for number in listed]
        return tuple(kst for kst in known if kst) if all(known) else ()

    def by_letters(self, found: re.Match[str]) -> tuple[str, ...]:
        """Return the Kamerstukken of a match of `LETTERED`; none where one of them can't be told."""
        known = [self.by_number(letter) for letter in re.findall(r"[A-Z]+", found["letters"])]
        return tuple(kst for kst in known if kst) if all(known) else ()

    def by_bare_numbers(self, found: re.Match[str]) -> tuple[str, ...]:
        """Return the motions moved here that a match of `BARE` means; none where one of its numbers is no motion's."""
        numbers = re.findall(r"(?<!\d)\d+", found["numbers"] or found["alone"])
        here = [[kst for kst, _ in self._numbered if kst.rpartition("-")[2] == number] for number in numbers]
        return tuple(fitting[0] for fitting in here) if all(len(fitting) == 1 for fitting in here) else ()

    def by_movers(self, movers: Sequence[str]) -> tuple[str, ...]:
        """Return the motions that members moved, in the order of the paper: they alone; else the first of them first; else among others."""
        names = [mover.casefold() for mover in movers]
        moved = [(kst, [proposer.casefold() for proposer in citation.proposers]) for kst, citation in self._numbered]
        together = tuple(kst for kst, by in moved if len(names) > 1 and set(names) == set(by))
        first = tuple(kst for kst, by in moved if by and by[0] == names[0] and set(names) <= set(by))
        among = tuple(kst for kst, by in moved if set(names) <= set(by))
        return together or first or among

    def by_faction(self, faction: str) -> tuple[str, ...]:
        """Return the motions that a member of a faction moved."""
        return tuple(kst for kst, citation in self._numbered if self._factions.get(citation.start) == faction)

    def about(self, subject: str, among: Sequence[str] | None = None) -> str | None:
        """Return the only motion (of some) whose text has more than half of the words of a subject."""
        wanted = stems(subject)
        fitting = [
            kst
            for kst, citation in self._numbered
            if (among is None or kst in among) and wanted and 2 * len(wanted & stems(citation.text)) > len(wanted)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def movers(self, kst: str) -> tuple[str, ...]:
        """Return who moved a motion here."""
        return next((citation.proposers for ident, citation in self._numbered if ident == kst), ())


def stems(text: str) -> frozenset[str]:
    """Return how the words of a text begin that say what a motion is about."""
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d_]{4,}", text.lower()) if word not in FUNCTION_WORDS)
