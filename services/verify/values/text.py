"""Text as printed → the form in which two texts are compared."""

from __future__ import annotations

import re
import unicodedata

_EDGE_NOISE = " \t\n.,:;'\"`‘’“”|_~-–—·ㆍ•*=<>《》"
_HANGUL = re.compile(r"[가-힣]")
_HAN = re.compile(r"[\u3041-\u30fa\u3400-\u9fff]")
_LAST_LATIN = 0x24F
_SPACES = re.compile(r"\s+")
_BETWEEN_SYLLABLES = re.compile(r"(?<=[가-힣])\s+(?=[가-힣])")
_MIDDLE_DOTS = str.maketrans("ㆍᆞ‧∙•・･⋅", "·" * 8)
_UNSURE_SIGNS = re.compile(r"[\s·.,:;'`\"|_]")


def tidy(text: str) -> str:
    """`text` in NFC with full-width forms folded and single spaces; nothing that carries meaning is dropped."""
    dotted = text.translate(_MIDDLE_DOTS)  # first, for NFKC turns ㆍ into an old vowel
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", dotted))
    return _SPACES.sub(" ", folded.translate(_MIDDLE_DOTS)).strip()


def without_accents(text: str) -> str:
    """`text` with plain Latin letters for those with accents, sign for sign, so that places in it stay the same."""
    return "".join(unicodedata.normalize("NFD", char)[0] if ord(char) <= _LAST_LATIN else char for char in text)


def without_gaps(text: str) -> str:
    """`text` without the spaces between Hangul syllables, which readers put there."""
    return _BETWEEN_SYLLABLES.sub("", text)


def has_hangul(text: str) -> bool:
    """Whether any Hangul syllable is in `text`."""
    return _HANGUL.search(text) is not None


def has_han(text: str) -> bool:
    """Whether any Chinese character or Japanese syllable is in `text`."""
    return _HAN.search(text) is not None


def free_text(text: str) -> str | None:
    """Comparable form of free text; None where nothing but noise is there, or digits alone (a date, a telephone).

    Korean spacing and small marks (middle dot, comma, colon) are neither declared nor read reliably, so Hangul text
    is compared without any.
    """
    clean = tidy(text).strip(_EDGE_NOISE)
    if not any(char.isalpha() for char in clean):
        return None
    return _UNSURE_SIGNS.sub("", clean) if has_hangul(clean) else clean.upper()
