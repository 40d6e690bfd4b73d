"""Why a declaration is refused: one error a field, in Korean and English, each saying what to do."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from services.common.resident_number import masked


@dataclass(frozen=True, slots=True)
class FieldError:
    """One wrong field. `value` may be personal: it belongs in the answer, never in a log."""

    field: str
    """Path in the body: `claims[0].score`, `facts.schools[1].level`."""
    code: str
    """Stable: REQUIRED, UNKNOWN_FIELD, WRONG_TYPE, UNKNOWN_VALUE, DATE, OFF_GRID, …"""
    value: Any
    """What was given, or None where that is an object or nothing."""
    ko: str
    """What is wrong and what to do, in Korean."""
    en: str
    """The same in English."""
    claim_id: str | None = None
    """The claim's own id, where the field belongs to one."""

    def to_json(self) -> dict[str, Any]:
        """The entry of `errors` in the portal's answer."""
        return {
            "field": self.field,
            "code": self.code,
            "value": self.value,
            "ko": self.ko,
            "en": self.en,
            "claim_id": self.claim_id,
        }

    def __repr__(self) -> str:
        return f"FieldError(field={self.field!r}, code={self.code!r})"  # a traceback must not show the value


class InvalidDeclaration(ValueError):
    """A declaration that is refused as a whole; its text names fields and codes, never values."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        super().__init__(", ".join(f"{error.field}: {error.code}" for error in errors))
        self.errors = errors
        """Every wrong field, in the order of the body."""


def shown(value: object) -> Any:
    """`value` as it may stand in an error: a scalar, a long text cut to 100 characters, None for anything else.

    A 주민등록번호 is masked. What JSON cannot hold (an endless number) is None, and a huge integer is cut as text.
    """
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**100:
        value = str(value)
    if isinstance(value, str):
        value = masked(value)
        return value if len(value) <= 100 else value[:100] + "…"
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if value is None or isinstance(value, (bool, int, float)) else None
