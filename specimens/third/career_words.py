"""Words of career forms of the third series: labels as firms and public bodies write them, days with short years.

Nothing here knows where a layout puts them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from specimens import dates
from specimens.registry import Pad
from specimens.second.career_vocabulary import Piece, Place, Row, dated, pieces
from specimens.sheet import Sheet

Style = Callable[[str], str]
PARTS = ("hr", "business")
_LABELS: dict[str, tuple[str, ...]] = {
    "no": ("순", "연번", "NO"),
    "project": ("용역명", "사업(용역)명", "참여사업(과업)명", "공사(용역)명", "프로젝트명"),
    "client": ("발주청(처)", "발주기관명", "발주기관", "발주처"),
    "period": ("투입기간", "참여기간", "참여 기간", "수행기간"),
    "job_field": ("직무분야", "기술분야", "직무"),
    "specialty": ("전문분야", "전문 분야", "세부전문분야"),
    "work_type": ("공사종류", "공종", "공사(사업)종류", "시설물종류"),
    "duty": ("담당업무", "담당 업무", "수행업무", "업무내용"),
    "method": ("적용공법", "공법", "주요 공법"),
    "position": ("직위(직급)", "당시 직위", "직위", "직급"),
    "responsibility": ("책임정도", "책임 정도", "역할(책임정도)", "책임구분"),
    "name": ("성명", "성    명", "성명(한글)", "기술인명"),
    "birth_date": ("생년월일", "생 년 월 일", "생년월일(양력)"),
    "company": ("근무처", "회 사 명", "상호", "업체명(상호)", "재직회사"),
    "joined_on": ("입사연월일", "근무시작일", "입 사 일", "임용일"),
    "left_on": ("퇴사연월일", "근무종료일", "퇴 사 일", "퇴직일"),
    "tenure": ("재직기간", "근무기간", "근 무 기 간"),
    "hr": ("인사담당부서", "인사·총무부서", "인사부서", "인사담당"),
    "business": ("사업담당부서", "사업·기술부서", "사업부서", "사업담당"),
    "department": ("부서명", "부 서", "확인부서"),
    "person": ("확인자", "확인자 성명", "담당자", "성명(서명)"),
    "phone": ("전화", "연락처", "전화번호"),
    "issue_no": ("발급번호", "발급대장번호", "발급 번호"),
}
_TOGETHER = {"joined_on": "left_on", "hr": "business"}


def labels(rng: Random) -> dict[str, str]:
    """One word for each column and cell; those that belong together are of one style."""
    chosen: dict[str, str] = {}
    for what, texts in _LABELS.items():
        if what not in chosen:
            number = rng.randrange(len(texts))
            chosen[what] = texts[number]
            if what in _TOGETHER:
                chosen[_TOGETHER[what]] = _LABELS[_TOGETHER[what]][number]
    return chosen


def apostrophe(iso: str) -> str:
    """'12.3.2."""
    year, month, day = iso.split("-")
    return f"'{year[2:]}.{int(month)}.{int(day)}."


def apostrophe_full(iso: str) -> str:
    """’12.03.02"""
    return "’" + iso[2:].replace("-", ".")


def short_dotted(iso: str) -> str:
    """12.03.02"""
    return iso[2:].replace("-", ".")


def wide_open(iso: str) -> str:
    """2012. 3. 2"""
    return dates.dotted_wide(iso)[:-1]


def counted(begun: object, ended: object, words: str = "개월") -> str:
    """`44개월`, or `3년 8월` where `words` is `년월`; empty where a day is missing."""
    if not begun or not ended:
        return ""
    days = (date.fromisoformat(str(ended)) - date.fromisoformat(str(begun))).days + 1
    months = max(1, round(days / 30.44))
    if words == "개월":
        return f"{months}개월"
    years, rest = divmod(months, 12)
    return " ".join(part for part in (f"{years}년" if years else "", f"{rest}월" if rest or not years else "") if part)


def tenure(pad_row: Row, name: str | None, style: Style, join: str) -> list[Piece]:
    """`2010.07.15 ~ 2013.05.11` of an employment; 현재 where it goes on. `name` is "" or None for a decoy."""
    joined, left = str(pad_row.get("joined_on") or ""), str(pad_row.get("left_on") or "")
    first = Piece(style(joined), None if name is None else f"{name}joined_on", joined) if joined else Piece("")
    last = Piece(style(left), None if name is None else f"{name}left_on", left) if left else Piece("현재")
    return [piece for piece in (first, Piece(join), last) if piece.text]


def stacked(sheet: Sheet, place: Place, lines: list[list[Piece]], *, size: float, align: str = "center") -> None:
    """Lines of pieces in the middle of a cell, one under another."""
    left, top, width, height = place
    lines = [line for line in lines if any(piece.text.strip() for piece in line)]
    if not lines:
        return
    step = min(height / len(lines), size * 0.47)
    y = top + (height - step * len(lines)) / 2
    for line in lines:
        pieces(sheet, (left, y, width, step), line, size=size, align=align)
        y += step


def from_to(row: Row, name: str | None, style: Style, join: str) -> list[Piece]:
    """`12.3.2.–'15.11.30.` of a project."""
    first, last = dated(row, "from", name, style), dated(row, "to", name, style)
    return [piece for piece in (first, Piece(join), last) if piece.text]


def named(name: str | None, row: Row, what: str) -> Piece:
    """A detail of a project."""
    return Piece(str(row.get(what) or ""), name and f"{name}{what}")


def signer(pad: Pad) -> str:
    """`대표이사 홍 길 동` with the name set apart."""
    return f"{pad.rng.choice(('대표이사', '대 표 이 사', '대표자'))}  {' '.join(pad.get('representative'))}"
