"""A label where it stands on a sheet, and the part of its piece that is left for the value."""

from __future__ import annotations

from dataclasses import dataclass

from services.verify.evidence import Box
from services.verify.reading.layout.parting import parted
from services.verify.reading.sheets import Text

DECOY = "#"
"""Name of labels that announce nothing that is read: values must not run into them."""
BOTH = "/"
"""What parts two labels, and two values, that share a place."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A label found on a sheet."""

    field: str
    """What it announces."""
    page: int
    """Index of the sheet."""
    index: int
    """Index of the text on the sheet."""
    exact: bool
    """Whether it reads letter for letter as a known form."""
    box: Box
    """The label's own part of the piece, in pixels of the sheet."""
    rest: Text | None
    """The part of the piece behind the label (`성명 : 홍길동`), or None where the piece is the label alone."""


def anchored(text: Text, field: str, page: int, index: int, cut: int) -> Anchor | None:
    """`text` as a label up to character `cut`, with its value behind; None where nothing is left for either."""
    parts = parted(text, cut)
    return Anchor(field, page, index, True, *parts) if parts is not None else None
