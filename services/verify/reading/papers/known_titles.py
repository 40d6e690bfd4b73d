"""Titles of 국가기술자격 that applicants bring most, so that a title one letter beside a known one is seen as misread.

Not a closed list: a title that is far from all of these is taken as it is read.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein


@cache
def known_titles() -> frozenset[str]:
    """The titles of `known_titles.txt`, one a line."""
    return frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())


def nearly_known(title: str) -> bool:
    """Whether `title` is no known one but differs from one in a single letter: likelier a slip than a rarity."""
    bare = title.split("(", 1)[0]
    if bare in known_titles():
        return False
    return any(
        len(known) == len(bare) and Levenshtein.distance(known, bare, score_cutoff=1) == 1 for known in known_titles()
    )
