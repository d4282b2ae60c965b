"""The Dutch tokenizer, made to split compounds at their hyphens and slashes: `NAVO-bondgenoten`, `Nederlands-Duitse`, `PvdA/SP`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

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
    """Let a pipeline's tokenizer split compounds; calling it again changes nothing."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), BRACKET, COMPOUND]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), HANGING, CLOSING]).search
    tokenizer.rules = {text: rule for text, rule in (tokenizer.rules or {}).items() if not ABBREVIATION.fullmatch(text)}


def compound_end(doc: Doc, end: int, stops: frozenset[int] = frozenset()) -> int:
    """Return where the compound ends in which a part ends at `end`: `NAVO` + `-bondgenoten`; not beyond a token in `stops`."""
    while end + 1 < len(doc) and glued(doc, end) and end + 1 not in stops:
        end += 2
    return end


def glued(doc: Doc, at: int) -> bool:
    """Tell whether the token at `at` is a hyphen with a word before and behind it."""
    return doc[at].text in HYPHENS and at > 0 and not doc[at - 1].whitespace_ and not doc[at].whitespace_ and doc[at + 1].is_alpha
