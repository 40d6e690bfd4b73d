"""The strict, frozen base of every announcement and rule book model, and the few types they share."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Strict(BaseModel):
    """A frozen value of a TOML file: exact types only, no key that the model does not name."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,10})?", re.ASCII)


def _decimal(value: object) -> Decimal:
    """TOML floats are binary, so a decimal is written as a string ("0.98") or an integer."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise ValueError('write a decimal as a string such as "0.98" or as an integer, never as a float')
    if not _NUMBER.fullmatch(str(value)):
        shown = str(value)[:40]
        raise ValueError(f"{shown!r} is not a decimal number of at most 12 digits, without sign, exponent and spaces")
    return Decimal(value)


def _share(value: Decimal) -> Decimal:
    if value > 100:
        raise ValueError(f"{value} is more than 100 percent")
    return value


def _name(value: str) -> str:
    """What declarations hold is trimmed and composed (NFC): a name in another spelling would never be met."""
    if value != value.strip() or not unicodedata.is_normalized("NFC", value):
        raise ValueError(f"{value!r}: write it without spaces around it, in composed letters (NFC)")
    return value


Number = Annotated[Decimal, BeforeValidator(_decimal)]
"""An exact decimal from 0: score, points, weight."""

Percent = Annotated[Number, AfterValidator(_share)]
"""A share of 100."""

Count = Annotated[int, Field(ge=0, le=1_000_000)]
"""How many: posts, people, days."""

Years = Annotated[int, Field(ge=0, le=200)]
"""Whole years that are added to a day."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_name)]
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
