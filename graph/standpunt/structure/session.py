"""The years of a session of the House (vergaderjaar), as the parts of a number that papers and their citations share."""

from __future__ import annotations


def years(first: str) -> str:
    """Return both years of the session that begins in September of the first; however the second is printed, it is the next.

    >>> years("2017"), years("1999")
    ('2017-2018', '1999-2000')
    """
    return f"{first}-{int(first) + 1}"
