"""The Dutch tokenizer, made to split compounds at their hyphens and slashes: `NAVO-bondgenoten`, `Nederlands-Duitse`, `PvdA/SP`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: A hyphen, dash or slash inside a word, before a letter: `EU-27` and `21501-02` stay whole.
COMPOUND: Final = r"(?<=[\w.)])[-‑–/](?=[^\W\d_])"
#: The bracket of `International Council for the Exploration of the Sea (ICES)-adviezen`.
BRACKET: Final = r"(?<=\w)\)(?=[-‑–])"
#: The hyphen of a word that shares its second part: `EU- en NAVO-partners`.
HANGING: Final = r"(?<=\w)[-‑–]"
#: The full stop behind a name that ends in a capital: `de PvdA.`, `de UvW.`
CLOSING: Final = r"(?<=[a-z][A-Z])\."
#: Words at the end of a sentence which the tokenizer takes for abbreviations: `de IND.`, `en Volt.`
ABBREVIATION: Final = re.compile(r"[A-Z]{2,}\.|Volt\.")
HYPHENS: Final = frozenset("-‑–")


def split_compounds(nlp: Language) -> None:
    """Let a pipeline's tokenizer split compounds, beside what it splits already; calling it again changes nothing.

    A tokenizer that isn't spaCy's own, or that looks for infixes and suffixes with something else than a regular expression, is left
    as it is: then a name is found in a compound only where the two are tokens of their own.
    """
    tokenizer: Any = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    infixes, suffixes = _pattern(tokenizer.infix_finditer), _pattern(tokenizer.suffix_search)
    if infixes is not None:
        tokenizer.infix_finditer = _extended(infixes, compile_infix_regex([BRACKET, COMPOUND])).finditer
    if suffixes is not None:
        tokenizer.suffix_search = _extended(suffixes, compile_suffix_regex([HANGING, CLOSING])).search
    brought = nlp.Defaults.tokenizer_exceptions or {}  # by the language; what somebody added to it stays
    if any(_ends_sentence(text) and text in brought for text in tokenizer.rules):
        tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if not (_ends_sentence(text) and text in brought)}


def _pattern(find: Any) -> re.Pattern[str] | None:
    """Return the regular expression whose method a tokenizer searches with; one that matches nothing where it doesn't search."""
    if find is None:
        return re.compile("(?!)")
    owner = getattr(find, "__self__", None)
    return owner if isinstance(owner, re.Pattern) else None


def _extended(pattern: re.Pattern[str], further: re.Pattern[str]) -> re.Pattern[str]:
    """Return a regular expression that finds what another does and, where that finds nothing, what a further one does."""
    if pattern.pattern.endswith(further.pattern):
        return pattern
    return re.compile(f"{pattern.pattern}|{further.pattern}", pattern.flags)


def _ends_sentence(text: str) -> bool:
    return ABBREVIATION.fullmatch(text) is not None


def compound_end(doc: Doc, end: int, stops: frozenset[int] = frozenset()) -> int:
    """Return where the compound ends in which a part ends at `end`: `NAVO` + `-bondgenoten`; not beyond a token in `stops`."""
    while end + 1 < len(doc) and glued(doc, end) and end + 1 not in stops:
        end += 2
    return end


def glued(doc: Doc, at: int) -> bool:
    """Tell whether the token at `at` is a hyphen with a word before and behind it."""
    return doc[at].text in HYPHENS and at > 0 and not doc[at - 1].whitespace_ and not doc[at].whitespace_ and doc[at + 1].is_alpha
