"""Debates: speaker lines such as `De heer Segers (ChristenUnie):` say whose words follow."""

from __future__ import annotations

import re
from typing import Final

from standpunt.model import CABINET, Chamber, house_of
from standpunt.structure import factions, headings
from standpunt.structure.clean import Layout
from standpunt.structure.draft import Outline
from standpunt.structure.headings import SORTS, SPEAKER
from standpunt.structure.motion import CLOSING, OPENING

#: What the report says between the speeches.
STAGE: Final = re.compile(
    r"De (?:vergadering|(?:algemene )?beraadslaging) wordt\b.*\b(?:geschorst|hervat|heropend|gesloten|geopend|voortgezet)\."
    r"|(?:Aanvang|Schorsing|Sluiting)(?: van)? \d.*|Voorzitter: .*|Griffier: .*|\([^()]*\)",
    re.DOTALL,
)
ENDS: Final = re.compile(r"Sluiting \d.*|De voorzitter van de vaste .*commissie.*,|Volledige agenda.*", re.DOTALL)


def outline(layout: Layout, chamber: Chamber | None = None) -> Outline:
    """Return the outline of a debate."""
    made = Outline()
    house = house_of(chamber)
    speaker: str | None = house
    name: str | None = None
    floor: tuple[str | None, str | None] = None, None  # who spoke before the chair: a motion is theirs, also the second of two
    spoken = ended = False
    motion = False
    for paragraph in layout.paragraphs:
        text = str(paragraph)
        line = SPEAKER.fullmatch(text)
        if line and not ended and _is_line(line):
            spoken = True
            motion = False
            speaker, name = _who(line, made)
            floor = floor if line["chair"] else (speaker, name)
            head = paragraph.text.part(0, line.start("rest"))
            made.add("heading", speaker, head, speaker_name=name)
            made.add("speech", speaker, paragraph.text.part(line.start("rest"), len(text)), speaker_name=name)
        elif not spoken or ended:
            made.add("front", house, paragraph.text)
        elif ENDS.fullmatch(text):
            ended = True
            made.add("front", house, paragraph.text)
        elif STAGE.fullmatch(text):
            made.add("body", None, paragraph.text)
        elif OPENING.match(text) or motion:
            motion = CLOSING.match(text) is None
            made.add("motion", floor[0], paragraph.text, speaker_name=floor[1])
        elif paragraph.level or ((found := headings.match(text, sorts=SORTS["debate"])) and found.sort == "motie"):
            made.add("heading", speaker, paragraph.text, speaker_name=name)
        else:
            made.add("speech", speaker, paragraph.text, speaker_name=name)
    return made


def _is_line(line: re.Match[str]) -> bool:
    """Tell whether a match is a speaker line: its words are set apart, or the speech begins with a capital."""
    rest = line["rest"]
    return not rest or not rest[:1].islower()


def _who(line: re.Match[str], made: Outline) -> tuple[str | None, str]:
    """Return who speaks, as an id and as printed; notes the member's faction."""
    printed = re.sub(r"\s*\([^()]*\)$", "", line["who"])
    if line["faction"]:
        found = factions.certain(line["faction"])
        if found:
            made.member(line["name"].strip(), found)
        return found, printed
    if line["office"]:
        return CABINET, printed
    if line["other"]:
        of = made.members.get(line["bare"].strip(), ())
        return of[0] if len(of) == 1 else None, printed
    return None, printed
