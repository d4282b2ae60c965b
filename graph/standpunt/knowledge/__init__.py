"""Knowledge files (data/knowledge/*.csv) as typed rows; complains with file, line, column, value and what was allowed.

A row type is a frozen dataclass whose fields are the file's columns, in order; `cells` tells what a cell may hold. Every
file starts with `id` and ends with `bron` and `toelichting`. What two rows or two files must agree on, `agreement` checks.
"""

from standpunt.knowledge.cues import (
    WHO,
    ActorPhrase,
    AnswerCue,
    AnswerWords,
    CommitmentCue,
    Cue,
    DeadlineTerm,
    MotionCue,
    Perspective,
    RequestCue,
    RuleConfidence,
    Silencer,
)
from standpunt.knowledge.files import TABLES, Placed, Row, check, placed, read, table
from standpunt.knowledge.language import Abbreviation, CommonWord, HyphenPart, SmallWord, Verb, WordClass, WordList
from standpunt.knowledge.layout import PATTERN_PLACEHOLDERS, HeadingPattern, KindCue, PointerPattern, TurnCue
from standpunt.knowledge.names import (
    CompoundHead,
    Country,
    Faction,
    GivenName,
    Instrument,
    MeetingKind,
    NameHead,
    NoName,
    NoSurname,
    Organisation,
    Person,
    RoleWord,
)
from standpunt.knowledge.topics import PolicyCategory, Topic, TopicName

__all__ = [
    "PATTERN_PLACEHOLDERS",
    "TABLES",
    "WHO",
    "Abbreviation",
    "ActorPhrase",
    "AnswerCue",
    "AnswerWords",
    "CommitmentCue",
    "CommonWord",
    "CompoundHead",
    "Country",
    "Cue",
    "DeadlineTerm",
    "Faction",
    "GivenName",
    "HeadingPattern",
    "HyphenPart",
    "Instrument",
    "KindCue",
    "MeetingKind",
    "MotionCue",
    "NameHead",
    "NoName",
    "NoSurname",
    "Organisation",
    "Person",
    "Perspective",
    "Placed",
    "PointerPattern",
    "PolicyCategory",
    "RequestCue",
    "RoleWord",
    "Row",
    "RuleConfidence",
    "Silencer",
    "SmallWord",
    "Topic",
    "TopicName",
    "TurnCue",
    "Verb",
    "WordClass",
    "WordList",
    "check",
    "placed",
    "read",
    "table",
]
