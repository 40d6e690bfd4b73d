"""The form of a 국가기술자격 number as an invariant."""

from __future__ import annotations

from services.verify.reading.papers.paper import Broken, Invariant, Values
from services.verify.values.numbers import is_licence_number


def licence_number(name: str) -> Invariant:
    """Eleven digits and a letter; anything else on such a paper was misread."""

    def check(values: Values) -> Broken | None:
        return Broken("NUMBER_FORM", (name,)) if name in values and not is_licence_number(values[name]) else None

    return check
