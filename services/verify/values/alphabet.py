"""Which Hangul syllables the Korean model can write at all.

Tesseract's `kor` and `Hangul` models know 1,076 of the 11,172 syllables. A name with another one (쁑, 멉, 댕 …) is
always read wrong, and two readers may even agree on the same wrong syllable, so it must go to a person.

`alphabet.txt` was taken once from Debian's model and is committed; to take it again from an installed model:

    combine_tessdata -u kor.traineddata kor.
    awk 'NR > 1 {print $1}' kor.lstm-unicharset | grep -P '^[가-힣]$' | LC_ALL=C sort -u | tr -d '\\n' | fold -w 180
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

_FIRST, _LAST = "가", "힣"


@cache
def known_syllables() -> frozenset[str]:
    """The Hangul syllables that the Korean models can produce."""
    text = Path(__file__).with_name("alphabet.txt").read_text(encoding="utf-8")
    return frozenset(text) - {"\n"}


def unsupported(text: str) -> set[str]:
    """The Hangul syllables of `text` that no Korean model can read; empty where every one is known."""
    syllables = {char for char in unicodedata.normalize("NFC", text) if _FIRST <= char <= _LAST}
    return syllables - known_syllables()


def supported(text: str) -> bool:
    """Whether every Hangul syllable of `text` is one that the models can read."""
    return not unsupported(text)


def can_write(reader: str, text: str) -> bool:
    """Whether the model of `reader` (`kor@40+plain`) has the script of `text`.

    `kor` and `jamo` have no Latin, `eng` and `ppocr` no Hangul.

    What such a reader says of `text` is forced into its own letters, so it is no evidence against it.
    """
    model = reader.partition("@")[0]
    if model in ("kor", "jamo"):
        return not any(char.isascii() and char.isalpha() for char in text)
    if model in ("eng", "ppocr"):
        return not any(_FIRST <= char <= _LAST for char in unicodedata.normalize("NFC", text))
    return True
