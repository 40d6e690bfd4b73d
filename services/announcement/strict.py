"""The strict, frozen base of every announcement and rule book model, and the few types they share."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints


class Strict(BaseModel):
    """A frozen value of a TOML file: exact types only, no key that the model does not name."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


def _decimal(value: object) -> Decimal:
    """TOML floats are binary, so a decimal is written as a string ("0.98") or an integer."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise ValueError('write a decimal as a string such as "0.98" or as an integer, never as a float')
    try:
        number = Decimal(value)
    except InvalidOperation as error:
        raise ValueError(f"{value!r} is not a decimal number") from error
    if not number.is_finite():
        raise ValueError(f"{value!r} is not a finite number")
    return number


Number = Annotated[Decimal, BeforeValidator(_decimal)]
"""An exact decimal: score, points, weight."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=False)]
"""An identifier or title as it is written in the file; never empty."""


class Text(Strict):
    """One message for people in both languages."""

    ko: Name
    """Korean."""
    en: Name
    """English."""


def freeze(data: Any) -> Any:
    """`data` of a TOML parser with every list turned into a tuple, as the strict models ask."""
    if isinstance(data, dict):
        return {key: freeze(value) for key, value in data.items()}
    if isinstance(data, list):
        return tuple(freeze(value) for value in data)
    return data
