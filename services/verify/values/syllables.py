"""Hangul syllables as strokes: initial, vowel and final, for readers err by one of them."""

from __future__ import annotations

_FIRST, _LAST = 0xAC00, 0xD7A3
_VOWELS, _FINALS = 21, 28


def is_syllable(char: str) -> bool:
    """Whether `char` is a Hangul syllable."""
    return _FIRST <= ord(char) <= _LAST


def jamo(syllable: str) -> tuple[int, int, int]:
    """Initial, vowel and final (0: none) of a Hangul syllable, as numbers."""
    index = ord(syllable) - _FIRST
    return index // (_VOWELS * _FINALS), index // _FINALS % _VOWELS, index % _FINALS


def syllable(initial: int, vowel: int, final: int) -> str:
    """The syllable of these parts: the inverse of `jamo`."""
    return chr(_FIRST + (initial * _VOWELS + vowel) * _FINALS + final)


def apart(one: str, other: str) -> int:
    """In how many of its three parts a Hangul syllable differs from another."""
    return sum(a != b for a, b in zip(jamo(one), jamo(other), strict=True))


def one_slip(one: str, other: str) -> bool:
    """Whether two words are one, or differ in a single part of a single syllable (`건측사`, `건축사`)."""
    if len(one) != len(other):
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return not different or (len(different) == 1 and all(map(is_syllable, different[0])) and apart(*different[0]) == 1)
