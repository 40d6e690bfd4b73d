"""경력확인서 (CAREER_FORM) with several 근무처, each with its own rows: over two or three pages as a rule.

Only one of the employers is the claimed one; the others, their days and projects are decoys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specimens import dates, ornaments
from specimens.layouts.career import (
    CLOSING,
    Look,
    closing,
    confirmation_grid,
    employer_block,
    person_block,
    project_rows,
    section,
)
from specimens.registry import Pad, layout
from specimens.sheet import A4, Sheet

_FOOT = 18.0


@layout("CAREER_FORM", "annex-12-several")
def several(pad: Pad) -> None:
    """A4 upright: every employer in a block of its own, the confirming lines on the last page."""
    rng = pad.rng
    face = rng.choice(("baekmuk-batang", "nanum-myeongjo", "nanum-gothic", "un-dotum"))
    widths = (21.0, 34.0, 22.0, 15.0, 18.0, 16.0, 16.0, 15.0, 14.0, 17.0)
    look = Look(A4, face, widths, 13.5, 8.0, dates.dotted, rng.choice((None, (238, 238, 238))))
    sheet = pad.sheet(look.page, face=face)
    left, right = look.left, look.left + sum(widths)
    sheet.text(left, 14, "■ 건설기술 진흥법 시행규칙 [별지 제12호서식]", size=8)
    confirmation_grid(pad, sheet, right, 18, look)
    sheet.text((left + right - 92) / 2, 38, "경 력 확 인 서", size=22, bold=True, align="center")
    y = person_block(pad, sheet, left, 60, right - left, look)
    for employer, claimed in employers(pad):
        sheet, y = _block(pad, sheet, y + 8, employer, look, claimed=claimed)
    if y > look.page[1] - CLOSING:
        sheet = _next_page(pad, sheet, look)
    closing(pad, sheet, look)
    ornaments.specimen_note(sheet)


def employers(pad: Pad) -> list[tuple[Mapping[str, Any], bool]]:
    """Every employment oldest first, and whether it is the claimed one."""
    others = [(employer, False) for employer in pad.rows("other_employers")]
    every = [*others, (pad.values, True)]
    return sorted(every, key=lambda pair: str(pair[0].get("joined_on") or ""))


def _block(
    pad: Pad, sheet: Sheet, y: float, employer: Mapping[str, Any], look: Look, *, claimed: bool
) -> tuple[Sheet, float]:
    """One employer and its rows, on as many pages as they need; answers the last page and where they end there."""
    left, width = look.left, sum(look.widths)
    rows = list(employer.get("records") or ())
    needed = 12.5 + 9 + 2.5 + 9 + look.row
    if y + needed > look.page[1] - _FOOT:
        sheet, y = _next_page(pad, sheet, look), 26.0
    y = employer_block(sheet, employer, left, y, width, look, claimed=claimed)
    done = 0
    while True:
        y = section(sheet, left, y + 8, "기술경력")
        room = max(1, int((look.page[1] - _FOOT - y - 9) / look.row))
        shown = project_rows(sheet, left, y, rows, done, room, look, claimed=claimed)
        done += shown
        y += 9 + look.row * max(1, shown)
        if done >= len(rows):
            return sheet, y
        sheet, y = _next_page(pad, sheet, look), 18.0


def _next_page(pad: Pad, sheet: Sheet, look: Look) -> Sheet:
    ornaments.specimen_note(sheet)
    sheet.text(look.page[0] / 2, look.page[1] - 8, f"- {sheet.number} -", size=8, align="center")
    further = pad.sheet(look.page, face=look.face)
    further.text(look.left, 14, f"(계속) 성명 : {pad.get('name')}", size=8)
    return further
