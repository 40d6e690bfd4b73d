"""What happens to a page between the office that printed it and the upload: names, and how hard each is."""

from __future__ import annotations

from random import Random

import specimens

DIGITAL = "digital"
"""The PDF as the office made it, with its text layer; all other wears are those of `specimens.DEGRADATIONS`."""
VOID = frozenset(specimens.UNREADABLE)
"""Nothing can be read any more: such a paper must wait for staff, and neither pass nor fail."""
HARD = frozenset(specimens.HARD)
"""Reported apart from all others, which are ordinary."""

_CAMERA = ("jpeg", "jpeg", "heic")
_TWO_COLOURS = ("tiff", "png", "gif", "scan-pdf")
_SCANNER = ("jpeg", "jpeg", "png", "tiff", "gif", "scan-pdf", "scan-pdf")
_SEVERAL_PAGES = ("scan-pdf", "tiff", "jpeg")


def all_wears() -> tuple[str, ...]:
    """Every wear, the digital PDF first."""
    return (DIGITAL, *specimens.DEGRADATIONS)


def strain(wear: str) -> str:
    """`ordinary`, `hard` or `void`."""
    return "void" if wear in VOID else "hard" if wear in HARD else "ordinary"


def file_form(wear: str, pages: int, dice: Random) -> str:
    """As what kind of file a paper of so many pages is uploaded: `pdf`, or one of `specimens.FORMATS`."""
    if wear == DIGITAL:
        return "pdf"
    if pages > 1:
        return dice.choice(_SEVERAL_PAGES)
    if wear in ("phone", "lowlight"):
        return dice.choice(_CAMERA)
    return dice.choice(_TWO_COLOURS if wear == "fax" else _SCANNER)
