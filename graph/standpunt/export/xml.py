"""Text as XML can hold it: XML 1.0 has no way, not even an escape, to write most control characters, such as the form feed of a page."""

from __future__ import annotations

import re
from typing import Final

_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    r"""Return a text with U+FFFD for each character that XML can't hold.

    >>> writable("bladzijde 1\x0cbladzijde 2")
    'bladzijde 1�bladzijde 2'
    """
    return _UNWRITABLE.sub("\ufffd", text)
