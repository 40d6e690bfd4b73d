"""The content of a PDF page without the orders that draw lines and areas, so that its text is found sooner.

Guilloche is drawn by thousands of short lines, and a parser in Python looks at every number of each. None of them says
anything about text: no text is placed, written, coloured or scaled by a path.
"""

from __future__ import annotations

import re

_NUMBER = rb"[-+.0-9]++\s++"
_PATH = rb"(?:[ml]|%(n)b%(n)b(?:re|[vy]|%(n)b%(n)bc))\s++" % {b"n": _NUMBER}
_PAINT = rb"(?:[fBbW]\*?|[hSsFn])\s++"
_RUN = re.compile(rb"(?<!\S)(?>%b%b%b(?:%b)*+){8,}+" % (_NUMBER, _NUMBER, _PATH, _PAINT))
"""Steps of paths, each with its two, four or six numbers, and between them orders to close, clip and paint. So many in
a row stand in no string of text and in no picture."""


def without_paths(content: bytes) -> bytes:
    """`content` of a page without long runs of path orders; all else, and its order, stays."""
    return _RUN.sub(b"", content)
