"""Whether what was seen on a page shows that it stands upright: words that papers announce values with."""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.reading.layout.labels import DECOY, Label, find_labels
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.missing_labels import all_labels
from services.verify.reading.papers.certificate_labels import ACQUIRED, HOLDER, NUMBER
from services.verify.reading.papers.day_labels import ISSUED_ON, TEST_DATE, VALID_UNTIL
from services.verify.reading.papers.number_labels import ISSUER, REGISTRATION_NO
from services.verify.reading.papers.paper import Paper
from services.verify.reading.papers.person_labels import BIRTH_DATE, NAME_ANY
from services.verify.reading.sheets import Sheet

_LABELS = (
    *(NAME_ANY, BIRTH_DATE, ISSUED_ON, ISSUER, REGISTRATION_NO, TEST_DATE, VALID_UNTIL, HOLDER),
    Label("number", NUMBER),
    Label("acquired_on", ACQUIRED),
)
_ENOUGH, _SHORTEST = 2, 3
"""Different labels, letter for letter, that are no accident; letters of one."""


def stand_upright(sheets: Sequence[Sheet]) -> bool:
    """Whether enough labels that any paper may print were read on `sheets` letter for letter."""
    return _read(sheets, _LABELS) >= _ENOUGH


def labels_read(sheets: Sequence[Sheet], paper: Paper) -> int:
    """How many different labels of `paper` were read on `sheets` letter for letter."""
    return _read(sheets, all_labels(paper))


def _read(sheets: Sequence[Sheet], labels: Sequence[Label]) -> int:
    found = {
        anchor.field
        for anchor in find_labels(sheets, labels)
        if anchor.exact and len(squeeze(sheets[anchor.page].texts[anchor.index].text)) >= _SHORTEST
    }
    return len(found - {DECOY})
