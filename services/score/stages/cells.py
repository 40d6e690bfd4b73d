"""Single cells of a row, read strictly: each helper answers a value, or adds what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from services.score.stages.lines import LineError, short

_NUMBER = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,4})?", re.ASCII)


@dataclass(slots=True)
class Cells:
    """One row, and the errors found in it so far."""

    number: int
    """Line number."""
    row: Mapping[str, Any]
    """Column → cell; None and empty text are absent."""
    errors: list[LineError] = field(default_factory=list)
    """What is wrong."""

    def known(self, columns: Collection[str]) -> None:
        """Every column must be one of `columns`."""
        for name in self.row:
            if name not in columns:
                allowed = ", ".join(columns)
                self.wrong(name, "UNKNOWN_COLUMN", f"없는 열입니다: {allowed} 중에서 쓰세요.", f"Known are {allowed}.")

    def given(self, name: str) -> bool:
        """Whether the cell holds anything."""
        return self.row.get(name) not in (None, "")

    def text(self, name: str, *, required: bool = False, among: Collection[str] | None = None) -> str | None:
        """Text, one of `among` where that is given."""
        value = self.row.get(name)
        if value in (None, ""):
            if required:
                self.wrong(name, "REQUIRED", "값을 넣으세요.", "Give a value.")
            return None
        if not isinstance(value, str):
            self.wrong(name, "WRONG_TYPE", "문자열로 쓰세요.", "Write a string.")
            return None
        if among is not None and value not in among:
            choices = ", ".join(among)
            self.wrong(name, "UNKNOWN_VALUE", f"{choices} 중 하나를 쓰세요.", f"Use one of {choices}.")
            return None
        return value

    def number_of(self, name: str, *, required: bool = False) -> Decimal | None:
        """A decimal without sign."""
        value = self.text(name, required=required)
        if value is None:
            return None
        if not _NUMBER.fullmatch(value):
            self.wrong(name, "SCORE_FORMAT", '십진수 문자열로 쓰세요(예: "84.25").', 'Write a decimal such as "84.25".')
            return None
        return Decimal(value)

    def truth(self, name: str, *, required: bool = False) -> bool | None:
        """true or false; None where the cell is empty."""
        value = self.row.get(name)
        if value in (None, "") or isinstance(value, bool):
            if required and not isinstance(value, bool):
                self.wrong(name, "REQUIRED", "true 또는 false로 쓰세요.", "Write true or false.")
            return value if isinstance(value, bool) else None
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
        self.wrong(name, "UNKNOWN_VALUE", "true 또는 false로 쓰세요.", "Write true or false.")
        return None

    def day(self, name: str) -> date | None:
        """A calendar day YYYY-MM-DD."""
        value = self.text(name)
        if value is None:
            return None
        try:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.wrong(name, "DATE", "달력에 있는 날짜를 YYYY-MM-DD로 쓰세요.", "Write a real day as YYYY-MM-DD.")
        return None

    def moment(self, name: str) -> datetime | None:
        """A moment with offset, ISO 8601."""
        value = self.text(name)
        if value is None:
            return None
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            found = None
        if found is None or found.tzinfo is None:
            example = "2019-10-30T17:59:00+09:00"
            self.wrong(name, "TIME", f"시차를 포함해 쓰세요(예: {example}).", f"Write it with offset: {example}.")
            return None
        return found

    def pairs(self, name: str) -> dict[str, str]:
        """`a=1 | b=2`, or an object of strings."""
        value = self.row.get(name)
        if value in (None, ""):
            return {}
        if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
            return dict(value)
        if isinstance(value, str):
            parts = [part.strip().rpartition("=") for part in value.split("|")]
            names = [key.strip() for key, _, _ in parts]
            if len(set(names)) < len(names):
                twice = next(key for key in names if names.count(key) > 1)
                self.wrong(
                    name, "TWICE", f"{twice}이(가) 두 번 있습니다. 하나만 남기세요.", f"{twice} stands twice; keep one."
                )
                return {}
            if all(sign for _, sign, _ in parts):
                return {key.strip(): content.strip() for key, _, content in parts}
        self.wrong(name, "WRONG_TYPE", "이름=값 | 이름=값 형식으로 쓰세요.", "Write name=value | name=value.")
        return {}

    def wrong(self, name: str, code: str, ko: str, en: str) -> None:
        """Add an error about the cell `name`."""
        value = self.row.get(name)
        shown = "" if value in (None, "") else short(value)
        self.errors.append(LineError(self.number, short(name), code, shown, ko, en))
