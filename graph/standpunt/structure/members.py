"""Who says the words of a block: several factions that ask together, the member who speaks for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from standpunt.model import Block, Paper
from standpunt.structure import names
from standpunt.structure.factions import factions

TITLE: Final = re.compile(r"(?i:de heer|mevrouw|het lid|dhr\.|mw\.|mevr\.)\s+")


def bare_name(block: Block) -> str:
    """Return the name of who speaks a block, as printed, without `De heer`; empty where nobody is named."""
    return TITLE.sub("", block.speaker_name or "", count=1)


def voices(paper: Paper, block: Block) -> Iterator[tuple[str, str]]:
    """Yield the members who say the words of a block, each with the faction for which they do: both as ids."""
    if paper.kind == "written_questions":
        named = paper.members.items() if block.kind == "questions" else ()
        yield from ((names.bearer(name), faction) for name, of in named for faction in of)
        return
    name = bare_name(block)
    if block.speaker and block.speaker in paper.members.get(name, ()):
        yield names.bearer(name), block.speaker


def askers(paper: Paper, block: Block) -> tuple[str, ...]:
    """Return the factions that put a block's questions together; empty where its speaker asks alone.

    In a consultation a block is one faction's unless it begins by naming several, though one answer may serve many.
    """
    if block.kind != "questions" or block.exchange is None:
        return ()
    asked_by = paper.exchanges[block.exchange].asked_by
    if paper.kind == "written_questions":
        return asked_by
    together = factions(block.heading or "")
    return together if block.speaker in together and set(together) <= set(asked_by) else ()
