"""Whether a Latin name may be the romanisation of a Hangul one: by consonants, for vowels are spelt in every way."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

_FIRST, _SYLLABLES, _LAST = 0xAC00, 11172, 28
_INITIALS = ("k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "j", "j", "j", "k", "t", "p", "h")
_FINALS = (
    *("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "p", "l", "l", "p", "l", "m", "p"),
    *("p", "t", "t", "nk", "t", "t", "k", "t", "p", "t"),
)
"""Of `ng` nobody can say whether it ends one syllable or parts two (찬경, 창영): it is `nk` in both."""
_LATIN = (("ch", "j"), ("sh", "s"), ("ph", "p"), ("th", "t"), ("kh", "k"), ("ck", "k"))
_SINGLE = str.maketrans({"g": "k", "c": "k", "q": "k", "d": "t", "r": "l", "b": "p", "v": "p", "f": "p", "z": "j"})
_SILENT = "aeiouyw"
_VOWELS = re.compile(f"[{_SILENT}]+")
_RUN_TOGETHER = 2
"""Syllables that may share a run of vowels with the one before (서아 is SEOAH)."""
_SLIPS = 1
"""Consonants that may differ: 이 is written Lee, 임 Lim, and 량 loses its first sound."""


def sounds_like(hangul: str, latin: str) -> bool:
    """Whether `latin` (words in any case and order) may spell the name `hangul`: all of its consonants but one."""
    syllables = [_sound(char) for char in hangul]
    words = latin.lower().replace("-", "").split()
    if not words or any(sound is None for sound in syllables):
        return False
    if not _vowels(latin) - 1 <= len(syllables) <= _vowels(latin) + _RUN_TOGETHER:
        return False
    wanted = _run_together("".join(sound for sound in syllables if sound is not None))
    turned = (words[turn:] + words[:turn] for turn in range(len(words)))
    return any(
        Levenshtein.distance(_run_together("".join(map(_skeleton, order))), wanted) <= _SLIPS for order in turned
    )


def _vowels(latin: str) -> int:
    """How many runs of vowels, `y` and `w` among them, the words have: a syllable each, or more."""
    return sum(len(_VOWELS.findall(word)) for word in latin.lower().replace("-", "").split())


def _sound(char: str) -> str | None:
    place = ord(char) - _FIRST
    if not 0 <= place < _SYLLABLES:
        return None
    return _INITIALS[place // (21 * _LAST)] + _FINALS[place % _LAST]


def _skeleton(letters: str) -> str:
    for spelt, sound in _LATIN:
        letters = letters.replace(spelt, sound)
    letters = letters.translate(_SINGLE)
    return _run_together("".join(char for char in letters if char not in _SILENT and char.isalpha()))


def _run_together(sounds: str) -> str:
    """Double consonants as one: 금 and 김미 are spelt with one letter or two."""
    return "".join(char for place, char in enumerate(sounds) if place == 0 or sounds[place - 1] != char)
