"""Which format an answer takes: by `format=`, else by the Accept header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import RdfFormat

from standpunt.web.errors import Refused


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing an answer."""

    name: str
    media: str  # what it is sent as
    names: tuple[str, ...] = ()  # other names that clients know it by
    medias: tuple[str, ...] = ()  # less exact media types that it answers
    rdf: RdfFormat | None = None


HTML: Final = Format("html", "text/html", medias=("application/xhtml+xml",))
JSON: Final = Format("json", "application/sparql-results+json", ("srj",), ("application/json",))
XML: Final = Format("xml", "application/sparql-results+xml", ("srx",), ("application/xml", "text/xml"))
CSV: Final = Format("csv", "text/csv")
TSV: Final = Format("tsv", "text/tab-separated-values")
TURTLE: Final = Format("turtle", "text/turtle", ("ttl",), ("application/x-turtle",), RdfFormat.TURTLE)
NTRIPLES: Final = Format("ntriples", "application/n-triples", ("nt", "n-triples"), ("text/plain",), RdfFormat.N_TRIPLES)
JSONLD: Final = Format("jsonld", "application/ld+json", ("json-ld", "json"), ("application/json",), RdfFormat.JSON_LD)
RDFXML: Final = Format("rdfxml", "application/rdf+xml", ("rdf", "rdf+xml", "xml"), ("application/xml", "text/xml"), RdfFormat.RDF_XML)
N3: Final = Format("n3", "text/n3", (), ("text/rdf+n3",), RdfFormat.N3)

#: What rows, truth and triples are written in; the first is for those who don't mind. The W3C gives CSV and TSV no form for truth, and
#: of a lone word clients make what they like: rdflib reads `true` as a table without rows, which is false.
ROWS: Final = (JSON, XML, CSV, TSV, HTML)
TRUTH: Final = (JSON, XML, HTML)
GRAPHS: Final = (TURTLE, NTRIPLES, JSONLD, RDFXML, N3, HTML)
PAGES: Final = (HTML, TURTLE, NTRIPLES, JSONLD, RDFXML, N3)


def choose(formats: Sequence[Format], accept: str | None, wanted: str | None = None) -> Format:
    """Return the format that a client likes best.

    Args:
        formats: what can be had, best first.
        accept: the Accept header.
        wanted: the value of `format=`, a name or a media type, which wins over the header.

    Raises:
        Refused: 406, none of them will do.
    """
    if wanted:
        wanted = wanted.strip().lower().replace(" ", "+")  # the + of rdf+xml, unquoted in an address, is a space
        for found in formats:
            if wanted in (found.name, *found.names, found.media, *found.medias):
                return found
        raise _none(formats, wanted)
    ranges = list(_ranges(accept or "*/*"))
    ranked = [(_quality(ranges, found), -place, found) for place, found in enumerate(formats)]
    quality, _, best = max(ranked, key=lambda each: each[:2])
    if quality <= (0.0, 0):
        raise _none(formats, accept or "")
    return best


def _none(formats: Sequence[Format], asked: str) -> Refused:
    can = ", ".join(f"{each.media} (format={each.name})" for each in formats)
    return Refused(406, f"{asked}: can't be had here; what can: {can}", problem="no_format", asked=asked, can=can)


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """Yield the media ranges of an Accept header with their quality."""
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
        try:
            yield media, float(quality)
        except ValueError:
            yield media, 0.0


def _quality(ranges: Sequence[tuple[str, float]], found: Format) -> tuple[float, int]:
    """Return how welcome a format is, and how exactly it was asked for."""
    exactness = {found.media: 4, **dict.fromkeys(found.medias, 3), found.media.split("/")[0] + "/*": 2, "*/*": 1}
    hits = [(exactness[media], quality) for media, quality in ranges if media in exactness]
    if not hits:
        return 0.0, 0
    exact, quality = max(hits)
    return (quality, exact) if quality > 0 else (0.0, 0)
