"""What stands on a drawn line: syllables as often as in Korean text, rare ones too, and signs that are no syllable."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from services.verify.values.syllables import is_syllable

_ROOT = Path(__file__).parent.parent
_TEXTS = ("README.md", "docs/*.md", "services/announcement/files/**/*.toml")
"""Korean prose of the project: only how often its syllables occur is taken from it."""
_OTHERS = (
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "0123456789().,·-/:~%&|[]{}<>\"'+*#@!?「」『』〔〕【】※○□㈜年月日中文字工事技術士大學校"
)
_FIRST, _LAST = 0xAC00, 0xD7A3


def signs(rng: Random) -> list[str]:
    """Between 3 and 11 signs; each is drawn from one of the stocks below, whatever its neighbours are."""
    return [_sign(rng) for _ in range(rng.randint(3, 11))]


def _sign(rng: Random) -> str:
    dice = rng.random()
    if dice < 0.52:
        return rng.choice(_common())
    if dice < 0.80:
        return rng.choice(_listed())
    if dice < 0.85:
        return chr(rng.randint(_FIRST, _LAST))
    return rng.choice(_OTHERS) if dice < 0.95 else " "


@cache
def _common() -> str:
    text = "".join(path.read_text("utf-8") for pattern in _TEXTS for path in sorted(_ROOT.glob(pattern)))
    return "".join(filter(is_syllable, text))


@cache
def _listed() -> tuple[str, ...]:
    """The 2,350 syllables of KS X 1001."""
    codes = (bytes((row, column)) for row in range(0xB0, 0xC9) for column in range(0xA1, 0xFF))
    return tuple(code.decode("euc-kr") for code in codes)
