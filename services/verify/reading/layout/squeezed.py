"""The form in which labels, titles and headings are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

DOTS = str.maketrans("", "", "ㆍᆞ")
"""Middle dots that count as old vowels."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_REMEMBERED = 4_000
"""The same labels, and the same pieces of a page, are compared again and again."""


@lru_cache(maxsize=_REMEMBERED)
def squeeze(text: str) -> str:
    """Letters and digits of `text` only, lower case, without accents: the form in which labels and titles are compared.

    Readers lose accents more often than they see them.
    """
    folded = unicodedata.normalize("NFKC", text.translate(DOTS)).lower()
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", folded)))
    return "".join(char for char in folded if char.isalnum())
