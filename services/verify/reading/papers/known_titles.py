"""Titles of 국가기술자격 that applicants bring most, so that a title one letter beside a known one is seen as misread.

Not a closed list: a title that is far from all of these is taken as it is read.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein

_RANKS = ("산업기사", "기술사", "기능사", "기능장", "기사")


@cache
def known_titles() -> frozenset[str]:
    """The titles of `known_titles.txt`, one a line."""
    return frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())


@cache
def _trades() -> frozenset[str]:
    return frozenset(trade for title in known_titles() if (trade := _trade(title)))


def _trade(title: str) -> str | None:
    """What a title is about, without its rank (`축산` of 축산기술사); None where it ends in no rank."""
    return next((title.removesuffix(rank) for rank in _RANKS if title.endswith(rank)), None)


def nearly_known(title: str) -> bool:
    """Whether `title` is no known one but differs from one in a single letter: likelier a slip than a rarity.

    A known trade in another rank (`축산기능사` beside `축산기술사`) is a title of its own: ranks lie far apart.
    """
    bare = title.split("(", 1)[0]
    if bare in known_titles() or _trade(bare) in _trades():
        return False
    return any(
        len(known) == len(bare) and Levenshtein.distance(known, bare, score_cutoff=1) == 1 for known in known_titles()
    )
