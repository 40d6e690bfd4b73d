"""Who confirms a career and how it is signed: 확인란 of two departments, day, firm and seal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from specimens import dates, fonts, ornaments, seals
from specimens.registry import Pad
from specimens.second.career_slots import Ruling
from specimens.second.career_vocabulary import DEPARTMENTS, GREY, Piece, Place, pieces
from specimens.sheet import Sheet, measure


def signed(
    pad: Pad,
    sheet: Sheet,
    place: Place,
    field: str,
    *,
    size: float,
    mark: str = "(인)",
    often: float = 0.65,
    align: str = "left",
) -> None:
    """The person who confirms, 인 or 서명 behind, and mostly a name seal over that."""
    person = pad.get(field)
    if not person:
        return
    left, top, width, height = place
    y = top + height / 2 + size * 0.127
    behind = measure(mark, fonts.choose(mark, sheet.face), size - 1)
    sheet.text(left + width - 1.4, y, mark, size=size - 1, align="right", colour=GREY)
    room = width - behind - 4.5
    x = left + 1.8 if align == "left" else left + 1.4 + room / 2
    sheet.text(x, y, person, size=size, align=align, width=room, field=field)
    if pad.rng.random() < often:
        tall = min(9.0, height + 1.5)
        middle = left + width - 1.4 - behind / 2
        sheet.picture(
            middle - tall * 0.36 + pad.rng.uniform(-0.8, 0.8),
            top + (height - tall) / 2 + pad.rng.uniform(-0.6, 0.6),
            tall * 0.72,
            tall,
            seals.personal(re.sub("[^가-힣]", "", person)[:3] or "인", tall, pad.rng),
        )


def issue_numbers(
    pad: Pad, sheet: Sheet, place: Place, *, size: float, before: str = "", align: str = "center"
) -> None:
    """One 발급번호 for both departments; two, should they differ."""
    fields = [f"confirmation.{department}.issue_no" for department in DEPARTMENTS]
    printed = [pad.get(field) for field in fields]
    since = len(sheet.truth)
    if printed[0] and printed[0] == printed[1]:
        pieces(
            sheet,
            place,
            [Piece(text) for text in (before,) if text] + [Piece(printed[0], fields[0])],
            size=size,
            align=align,
        )
        sheet.truth.extend(replace(truth, field=fields[1]) for truth in sheet.truth[since:])
        return
    parts = [Piece(text, field) for text, field in zip(printed, fields, strict=True) if text]
    if len(parts) == 2:
        parts.insert(1, Piece(" / "))
    pieces(sheet, place, ([Piece(before)] if before and parts else []) + parts, size=size, align=align)


def ring_seal(pad: Pad, sheet: Sheet, left: float, top: float, side: float) -> None:
    """The claimed employer's seal, round or square."""
    firm = re.sub("[^가-힣]", "", pad.get("company").replace("(주)", "").replace("주식회사", "")) or "대한건설"
    if pad.rng.random() < 0.55:
        sheet.picture(left, top, side, side, seals.round_seal(f"주식회사{firm}", "대표이사", side, pad.rng))
    else:
        sheet.picture(left, top, side, side, seals.square(f"{firm}대표이사의인", side, pad.rng))


def rank(rng: Random) -> str:
    """How the head of a firm signs."""
    return rng.choice(("대표이사", "대표이사", "사 장", "대표자"))


def confirming(rng: Random) -> str:
    """The sentence above the day."""
    return rng.choice(
        (
            "위와 같이 경력을 확인합니다.",
            "위 사람의 근무 및 참여 경력이 사실과 같음을 확인합니다.",
            "위 기술인의 경력을 위와 같이 확인합니다.",
            "위 기재사항은 사실과 다름없음을 확인하며, 다를 경우 관계 법령에 따른 책임을 지겠습니다.",
        )
    )


def signature(
    pad: Pad,
    sheet: Sheet,
    middle: float,
    y: float,
    *,
    style: Callable[[str], str] = dates.korean,
    wide: float = 150,
    sentence: float = 190,
) -> None:
    """Sentence, day, firm and seal one under another; `wide` mm for the firm, `sentence` mm for the sentence."""
    rng = pad.rng
    sheet.text(middle, y, confirming(rng), size=11, align="center", width=sentence)
    pad.put(middle, y + 9, "issued_on", style, size=11, align="center")
    head = f"{pad.get('company')}   {rank(rng)}   {pad.get('representative')}"
    end = sheet.text(middle, y + 20, head, size=14, bold=True, align="center", width=wide)
    sheet.text(end + 4, y + 20, "(인)", size=9, colour=GREY)
    ring_seal(pad, sheet, end - 4, y + 9, 19)


def departments_down(
    pad: Pad,
    sheet: Sheet,
    left: float,
    top: float,
    widths: tuple[float, float, float, float, float],
    label: dict[str, str],
    ruling: Ruling,
    *,
    height: float = 8.5,
) -> float:
    """확인란 turned round: a line for each department, its details in columns; answers where it ends."""
    cells = ornaments.grid(sheet, left, top, widths, (6.5, height, height), edge=ruling.edge, header=ruling.shade)
    heads = ("구 분", *(label[part] for part in ("department", "person", "phone", "issue_no")))
    for place, text in zip(cells[0], heads, strict=True):
        ornaments.cell(sheet, place, text, size=8.5)
    for line, department in zip(cells[1:], DEPARTMENTS, strict=True):
        ornaments.cell(sheet, line[0], label[department], size=8.5)
        for place, part in zip((line[1], line[3], line[4]), ("department", "phone", "issue_no"), strict=True):
            field = f"confirmation.{department}.{part}"
            ornaments.cell(sheet, place, pad.get(field), size=8.8, field=field)
        signed(pad, sheet, line[2], f"confirmation.{department}.person", size=9)
    return top + 6.5 + 2 * height


def department_box(
    pad: Pad, sheet: Sheet, place: Place, department: str, label: dict[str, str], ruling: Ruling
) -> None:
    """확인란 of one department as a box of its own: a head and four lines of label and value."""
    left, top, width, _ = place
    sheet.frame(left, top, width, 7, pen=ruling.pen, fill=ruling.shade, colour=ruling.colour)
    ornaments.cell(sheet, (left, top, width, 7), f"{label[department]} 확인", size=9, bold=True)
    cells = ornaments.grid(sheet, left, top + 7, (24, width - 24), (7.5,) * 4, edge=ruling.pen, colour=ruling.colour)
    for line, part in zip(cells, ("department", "person", "phone", "issue_no"), strict=True):
        ornaments.cell(sheet, line[0], label[part], size=8.5)
        field = f"confirmation.{department}.{part}"
        if part == "person":
            signed(pad, sheet, line[1], field, size=9.5, mark="(서명)")
        else:
            ornaments.cell(sheet, line[1], pad.get(field), size=9.5, align="left", field=field)
    sheet.frame(left, top, width, 37, pen=ruling.edge, colour=ruling.colour)
