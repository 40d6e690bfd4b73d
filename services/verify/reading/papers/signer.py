"""Who signs a paper, and when: lines without labels at its foot."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz.distance import Levenshtein

from services.verify.reading.layout.labels import squeeze
from services.verify.reading.papers.paper import Unlabelled
from services.verify.values.dates import looks_like_date, parse_date

_OFFICE = 6
"""Letters that the signer's line may hold beside the institution's name (이사장, 위원장, 직인)."""
_FEWEST_DIGITS, _MOST_DIGITS = 5, 9
_AROUND = re.compile(r"[\s0-9.,년월일年月日/\-]")


def date_alone(text: str) -> str | None:
    """The date of a line that holds nothing else, or None."""
    return None if _AROUND.sub("", text) else parse_date(text)


def _nearly_date(text: str) -> bool:
    digits = sum(char.isdigit() for char in text)
    return not _AROUND.sub("", text) and _FEWEST_DIGITS <= digits <= _MOST_DIGITS and looks_like_date(text)


def signer(institution: str) -> Callable[[str], str | None]:
    """A parser that finds `institution` as the signer (`한국산업인력공단 이사장`), one letter misread at most, or None.

    No other institution signs such a paper and has nearly that name, so a slip is put right.
    """

    def find(text: str) -> str | None:
        letters = squeeze(text)
        name, office = letters[: len(institution)], letters[len(institution) :]
        slips = Levenshtein.distance(name, institution, score_cutoff=1)
        return institution if slips <= 1 and len(office) <= _OFFICE else None

    return find


def signed_by(institution: str) -> Unlabelled:
    """The line in which `institution` signs."""
    longest = len(institution) + _OFFICE
    return Unlabelled(
        "issuer", signer(institution), among=institution, last=True, like=lambda text: len(squeeze(text)) <= longest
    )


ISSUE_DATE_ALONE = Unlabelled("issued_on", date_alone, last=True, alone=True, like=_nearly_date)
"""The date above the seal, which most Korean papers print without a label."""
