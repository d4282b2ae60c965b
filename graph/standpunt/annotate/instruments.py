"""Component: treaties, laws, strategies, programmes and funds, by name and by the way Dutch builds such names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from standpunt import knowledge
from standpunt.annotate import extensions
from standpunt.annotate.lexicon import Lexicon, Name
from standpunt.annotate.tokens import split_compounds
from standpunt.knowledge import Instrument

_CAPITAL = "A-ZÀ-Þ"
# Gasopslagverordening, Bodemmonitoringsrichtlijn, Mijnbouwwet, Kabeljauwherstelplan: a capital within a sentence makes it a name
_BUILT: Final = re.compile(
    rf"[{_CAPITAL}][\w-]{{2,}}(?:verordening|richtlijn|wet|verdrag|akkoord|akkoorden|pact|protocol|conventie|convenant|"
    r"herstelplan|actieplan|deltaplan|masterplan|fonds|nota|taxonomie|strategie|faciliteit)(?!\w)"
)
# Verdrag van Lissabon, Akkoord van Parijs, Verklaring van Boekarest, Protocol van Kyoto, Verdrag inzake biologische diversiteit
_TREATIES: Final = (
    "Verdrag",
    "Akkoord",
    "Conventie",
    "Protocol",
    "Verklaring",
    "Handvest",
    "Slotakte",
    "Overeenkomst",
    "Statuut",
    "Pact",
    "Charter",
)
_OF_PLACE: Final = re.compile(
    rf"(?:{'|'.join(_TREATIES)})(?:en|s)?\s+"
    r"(?:van|voor|inzake|betreffende|tegen|tot)\s+(?:de\s+|het\s+)?"
    rf"(?:[{_CAPITAL}][\w-]+(?:\s+(?:en\s+|van\s+)?[{_CAPITAL}][\w-]+)*|(?<=inzake )\w+(?:\s\w+){{0,3}})"
)
# Wet open overheid, Wet op de inlichtingen- en veiligheidsdiensten 2017, Besluit kwaliteit leefomgeving
_ACT: Final = re.compile(
    r"(?:Wet|Kaderwet|Rijkswet|Besluit|Regeling|Wetboek)\s+"
    r"(?!en\s+regelgeving)(?:van\s+|op\s+(?:de\s+|het\s+)?|tot\s+|inzake\s+|ter\s+)?[a-zà-þ][\w-]+"
    r"(?:,?\s+(?:(?:en|van|op|in|voor|der|aan|tegen|met|bij|ter)\s+(?:de\s+|het\s+)?)?[a-zà-þ][\w-]{3,}){0,4}(?:\s+(?:19|20)\d\d)?"
)
_ACT_ENDS: Final = re.compile(
    r",?\s+(?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|had|zal|zullen|kan|kunnen|moet|moeten|biedt|regelt|treedt|geldt|dat|die|niet|nog|wel|ook|"
    r"te|om|door|in\s+verband|mede|waarin|waarmee|gaat|leidt|maakt|ziet|zorgt|stelt|bevat|vormt|blijft|voorziet|zou|dient|mag)\b.*"
)
# Wet Inburgering 2013, Wet DBA
_ACT_NAMED: Final = re.compile(rf"Wet\s+[{_CAPITAL}][\w-]+(?:\s+(?:19|20)\d\d)?")
# Verordening (EU) 2016/679, Richtlijn 2011/95/EU, Besluit (GBVB) 2022/266
_EU_ACT: Final = re.compile(
    r"(?:[Rr]ichtlijn|[Vv]erordening|[Bb]esluit)\s+(?:\((?:EU|EG|EEG|GBVB|EU, Euratom)\)\s*)?(?:nr\.\s*)?"
    r"\d{1,4}/\d{1,4}(?:/(?:EU|EG|EEG|GBVB))?"
)
# artikel 5, artikel 7-procedure, artikel 346 van het Werkingsverdrag
_ARTICLE: Final = re.compile(
    r"[Aa]rtikel(?:en)?\s+(?:\d{1,3}[a-z]?|[IVX]{1,4})(?:\s+en\s+\d{1,3})?"
    r"(?:(?P<treaty>[,\s]+(?:(?:eerste|tweede|derde|vierde|vijfde)\s+lid,?\s+|lid\s+\d+,?\s+)?(?:van\s+(?:het|de)\s+)?"
    r"(?:NAVO-[Vv]erdrag|Noord-Atlantisch\s+Verdrag|EU-[Vv]erdrag|Werkingsverdrag|Verdrag\s\w+\s\w+|VWEU|VEU|EVRM|IVRK|UVRM|Handvest|Grondwet|Statuut|Awb|Gw)\b)"
    r"|(?P<use>-(?:procedure|taken?|operaties?|verplichting(?:en)?|garanties?|situatie|scenario)))?"
)
# of some law that the sentence names: "artikel 5, tweede lid", "artikel 5 van de Gemeentewet"
_PARAGRAPH: Final = re.compile(r"\s*(?:,|lid|van\s)")
#: Articles that stand for what they say without their treaty.
_FAMOUS: Final = frozenset({"5", "V", "7", "100"})


@Language.factory("standpunt_instruments", assigns=["doc.spans"], requires=["doc.spans"])
def make_instruments(nlp: Language, name: str) -> Instruments:
    """Return the component."""
    extensions.declare()
    split_compounds(nlp)
    return Instruments(nlp)


class Instruments:
    """Adds INSTRUMENT spans."""

    def __init__(self, nlp: Language) -> None:
        rows = knowledge.table(Instrument)
        self._names = Lexicon(
            nlp, [Name(form, "INSTRUMENT", row.id, "instrument.name") for row in rows for form in (row.naam, *row.vormen)]
        )

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans."""
        named = [
            Span(doc, hit.start, hit.end, label="INSTRUMENT", kb_id=hit.name.id, span_id=hit.name.rule)
            for hit in self._names.find(doc, extensions.date_of(doc))
        ]
        spans = _longest(doc, [*named, *_patterns(doc)])
        if spans:
            extensions.keep(doc, [*_apart(doc, spans), *spans])
        return doc


def _longest(doc: Doc, spans: list[Span]) -> list[Span]:
    """Return the longest of spans that overlap; "artikel 5 van het NAVO-verdrag" has the id of the NAVO-verdrag."""
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start, not span.kb_id_)):
        tokens = range(span.start, span.end)
        if taken.isdisjoint(tokens):
            inside = (other.kb_id_ for other in spans if other.kb_id_ and span.start <= other.start and other.end <= span.end)
            ident = span.kb_id_ or next(inside, "")
            kept.append(Span(doc, span.start, span.end, label=span.label_, kb_id=ident, span_id=span.id_))
            taken.update(tokens)
    return kept


def _apart(doc: Doc, instruments: list[Span]) -> list[Span]:
    """Return what was found before, without the organisations and countries that an instrument's name holds."""
    covered = {at for span in instruments for at in range(span.start, span.end)}
    holds = ("ORG", "COUNTRY", "PERSON", "INSTRUMENT")
    return [span for span in extensions.found(doc) if span.label_ not in holds or not covered.issuperset(range(span.start, span.end))]


def _patterns(doc: Doc) -> Iterator[Span]:
    text = extensions.text_of(doc)
    bodies = frozenset(span.start_char for span in extensions.found(doc) if span.label_ in ("ORG", "COUNTRY", "FACTION"))
    for match in _words(_BUILT, text):
        if match.start() not in bodies and not _begins_sentence(text, match.start()):
            yield _span(doc, match.start(), match.end(), "instrument.built")
    # a plain look for a word costs next to nothing; most blocks hold none of these
    if any(word in text for word in ("ichtlijn", "erordening", "esluit")):
        for match in _words(_EU_ACT, text):
            yield _span(doc, match.start(), match.end(), "instrument.eu_act")
    if any(word in text for word in _TREATIES):
        for match in _words(_OF_PLACE, text):
            yield _span(doc, match.start(), match.end(), "instrument.of_place")
    if any(word in text for word in ("Wet", "Kaderwet", "Rijkswet", "Besluit", "Regeling")):
        yield from _acts(doc, text)
    if "rtikel" in text:
        for match in _words(_ARTICLE, text):
            number = match.group().split()[1].partition("-")[0]
            if match["treaty"] or match["use"] or (number in _FAMOUS and not _PARAGRAPH.match(text, match.end())):
                yield _span(doc, match.start(), match.end(), "instrument.article")


def _acts(doc: Doc, text: str) -> Iterator[Span]:
    for match in _words(_ACT_NAMED, text):
        if not _begins_sentence(text, match.start()):
            yield _span(doc, match.start(), match.end(), "instrument.act")
    for match in _words(_ACT, text):
        if not _begins_sentence(text, match.start()):
            yield _span(doc, match.start(), match.start() + len(_ACT_ENDS.sub("", match.group())), "instrument.act")


def _span(doc: Doc, at: int, to: int, rule: str) -> Span:
    return extensions.span(doc, at, to, "INSTRUMENT", "", rule)


def _words(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that begin a word; a pattern that begins with letters is searched much faster than one with a boundary."""
    for match in pattern.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before != "-" and not before.isalnum():
            yield match


def _begins_sentence(text: str, at: int) -> bool:
    """Tell whether a capital may only be there because a sentence begins."""
    return text[:at].rstrip(" «“\"'(")[-1:] in ("", ".", "?", "!", ":", "\n", "•", "–")
