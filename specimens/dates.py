"""How papers print a date. Input is always YYYY-MM-DD, None stays None."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_FRENCH = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_SPANISH = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
Style = Callable[[str], str]


def korean(iso: str) -> str:
    """2018년 08월 17일"""
    year, month, day = iso.split("-")
    return f"{year}년 {month}월 {day}일"


def korean_short(iso: str) -> str:
    """2018년 8월 17일"""
    year, month, day = iso.split("-")
    return f"{year}년 {int(month)}월 {int(day)}일"


def dotted(iso: str) -> str:
    """2018.08.17"""
    return iso.replace("-", ".")


def dotted_closed(iso: str) -> str:
    """2018.08.17."""
    return iso.replace("-", ".") + "."


def dotted_wide(iso: str) -> str:
    """2018. 8. 17."""
    year, month, day = iso.split("-")
    return f"{year}. {int(month)}. {int(day)}."


def slashed(iso: str) -> str:
    """2018/08/17"""
    return iso.replace("-", "/")


def dashed(iso: str) -> str:
    """2018-08-17"""
    return iso


def english(iso: str) -> str:
    """Aug 17, 2018"""
    year, month, day = iso.split("-")
    return f"{MONTHS[int(month) - 1]} {int(day)}, {year}"


def english_short(iso: str) -> str:
    """17 Aug 2018"""
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def chinese(iso: str) -> str:
    """2018年08月17日"""
    year, month, day = iso.split("-")
    return f"{year}年{month}月{day}日"


def chinese_short(iso: str) -> str:
    """2018年8月17日"""
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def english_long(iso: str) -> str:
    """August 17, 2018"""
    year, month, day = iso.split("-")
    return f"{_LONG[int(month) - 1]} {int(day)}, {year}"


def capital_month(iso: str) -> str:
    """17-AUG-2018"""
    year, month, day = iso.split("-")
    return f"{day}-{MONTHS[int(month) - 1].upper()}-{year}"


def day_first(iso: str) -> str:
    """17/08/2018"""
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def french(iso: str) -> str:
    """17 août 2018, 1er août 2018"""
    year, month, day = iso.split("-")
    return f"{'1er' if day == '01' else int(day)} {_FRENCH[int(month) - 1]} {year}"


def spanish(iso: str) -> str:
    """17 de agosto de 2018"""
    year, month, day = iso.split("-")
    return f"{int(day)} de {_SPANISH[int(month) - 1]} de {year}"


def between(rng: Random, first: str, last: str) -> str:
    """A day from `first` to `last`, both possible."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return (start + timedelta(rng.randint(0, max(0, (end - start).days)))).isoformat()


def later(rng: Random, iso: str, least: int, most: int) -> str:
    """`iso` and `least` to `most` days."""
    return (date.fromisoformat(iso) + timedelta(rng.randint(least, most))).isoformat()


NOTICE = "2019-09-20"
"""The day from which papers that are issued anew must be (seed 002 section 9)."""


def since_notice(rng: Random, iso: str, least: int, most: int) -> str:
    """As `later`; what lies before the notice is moved behind it, for only such a paper is a right one."""
    day, notice = date.fromisoformat(later(rng, iso, least, most)), date.fromisoformat(NOTICE)
    return (day if day >= notice else notice + timedelta((notice - day).days % 90)).isoformat()


def years_on(iso: str, years: int) -> str:
    """The same day `years` later (28 February for the 29th)."""
    day = date.fromisoformat(iso)
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + years).isoformat()
