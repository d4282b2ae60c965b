"""The members who say what stands under the name of their faction: the speaker of a debate, those who ask Kamervragen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from standpunt.model import Block, Paper
from standpunt.structure import names

TITLE: Final = re.compile(r"(?i:de heer|mevrouw|het lid|dhr\.|mw\.|mevr\.)\s+")


def voices(paper: Paper, block: Block) -> Iterator[tuple[str, str]]:
    """Yield the members who say the words of a block, each with the faction for which they do: both as ids."""
    if paper.kind == "written_questions":
        named = paper.members.items() if block.kind == "questions" else ()
        yield from ((names.bearer(name), faction) for name, factions in named for faction in factions)
        return
    name = TITLE.sub("", block.speaker_name or "", count=1)
    if block.speaker and block.speaker in paper.members.get(name, ()):
        yield names.bearer(name), block.speaker
