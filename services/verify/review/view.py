"""What the templates draw: one opened paper laid out for the eye. Computes only: the console has read and opened it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from services.common.clock import SEOUL
from services.verify.review.console import Shown
from services.verify.review.drawing import Mark, Paper, marks
from services.verify.words import invariant_name, label

STATUS_KO = {
    "MATCH": "일치",
    "MISMATCH": "불일치",
    "UNREADABLE": "판독 불가",
    "NOT_PRINTED": "인쇄 안 됨",
    "MISSING": "입력 누락",
    "REJECTED": "파일 오류",
    "": "판정 전",
}
DECISION_KO = {"UPHELD": "불합격 확정", "OVERTURNED": "일치로 인정", "RE-UPLOAD": "다시 제출 요청"}
KIND_KO = {
    "certificate": "자격증",
    "language-report": "어학성적",
    "career-form": "경력확인서",
    "evidence": "증빙서류",
    "UNKNOWN": "기타",
}
REASON_KO = {
    "FIELD_MISMATCH": "값이 다름",
    "FIELD_MISSING": "입력 누락",
    "FIELD_UNREADABLE": "읽지 못한 항목",
    "FIELD_LOOKALIKE": "혼동하기 쉬운 글자",
    "HANDWRITTEN": "손글씨",
    "UNSUPPORTED_SYLLABLE": "판독기가 모르는 글자",
    "INVARIANT_BROKEN": "서류가 앞뒤가 맞지 않음",
    "REQUIRED_NOT_PRINTED": "필수 항목이 인쇄 안 됨",
    "NO_MATCHING_ROW": "일치하는 행 없음",
    "CONFIRMATION_BLANK": "확인란이 빔",
    "IDENTITY_UNPROVEN": "본인 확인 안 됨",
    "WRONG_PAPER": "다른 서류",
    "BLANK": "빈 종이",
    "UNRECOGNISED": "알 수 없는 서류",
    "READER_FAILED": "판독 실패",
    "UNKNOWN_CLAIM": "신고에 없는 항목",
    "NEEDS_PERSON": "사람이 판단할 서류",
}
REJECTION_KO = {
    "ENCRYPTED": "암호가 걸린 파일",
    "UNREADABLE_FILE": "열리지 않는 파일",
    "TOO_MANY_PAGES": "쪽이 너무 많음",
    "NO_PAGE": "쪽이 없는 파일",
}
ENDED_KO = {"WITHDRAWN": "지원자가 회수함", "SUPERSEDED": "새 파일로 대체됨"}


def reason_ko(code: str) -> str:
    """A reason's or a rejection's code in words; one that this console does not know yet is told as such."""
    return REASON_KO.get(code) or REJECTION_KO.get(code) or "그 밖의 이유"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text."""

    text: str
    """The text."""
    differs: bool
    """Whether the other side has something else here."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of the comparison."""

    number: int | None
    """Number of its box on the page, or None where it has none."""
    ko: str
    """Name."""
    en: str
    """Name in English."""
    declared: tuple[Piece, ...]
    """As declared; empty where left empty."""
    read: tuple[Piece, ...]
    """As read; empty where nothing was."""
    verdict: str
    """MATCH …"""
    reasons: tuple[Mapping[str, str], ...]
    """{ko, en}."""
    votes: tuple[str, ...]
    """`845 × 3`, most first; empty where the field stands in a table."""


@dataclass(frozen=True, slots=True)
class BoxDrawn:
    """One box on a page picture with its number, in pixels of the picture."""

    number: int
    """Number in the comparison."""
    mark: Mark
    """Where both are drawn."""
    verdict: str
    """Decides the colour."""
    title: str
    """Name of the field."""


@dataclass(frozen=True, slots=True)
class PageDrawn:
    """One page picture with its boxes."""

    number: int
    """From 1."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    has_picture: bool
    """Whether its picture is stored."""
    hides: bool
    """Whether something is blacked out on it that may be looked at with the right."""
    boxes: tuple[BoxDrawn, ...]
    """The boxes of the compared fields."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One field of the evidence with every reading."""

    ko: str
    """Name, with the table's row where it stands in one."""
    notes: tuple[str, ...]
    """Broken invariant, handwriting."""
    readings: tuple[Mapping[str, str | None], ...]
    """{reader, text, value}."""


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One thing that happened to the paper."""

    at: str
    """ISO 8601 in UTC."""
    what: str
    """In words."""
    detail: str
    """Who, why, by which rules; may be empty."""


def field_rows(shown: Shown) -> list[FieldRow]:
    """The comparison: what does not match first, then in the declaration's order."""
    numbers = _numbers(shown)
    rows = []
    for index, entry in enumerate(shown.verdict.get("fields", [])):
        ko, en = label(entry["field"])
        differs = entry["verdict"] in ("MISMATCH", "UNREADABLE")
        declared, read = compared(entry["declared"], entry["read"], mark=differs)
        rows.append(
            FieldRow(
                number=numbers.get(index),
                ko=ko,
                en=en,
                declared=declared,
                read=read,
                verdict=entry["verdict"],
                reasons=tuple(
                    reason for reason in shown.verdict.get("reasons", []) if reason["field"] == entry["field"]
                ),
                votes=_votes(shown.evidence, entry["field"]),
            )
        )
    return sorted(rows, key=lambda row: row.verdict in ("MATCH", "NOT_PRINTED"))


def paper_reasons(shown: Shown) -> list[Mapping[str, str]]:
    """The reasons that belong to no listed field: the paper as a whole, or an undeclared field that breaks a rule."""
    listed = {entry["field"] for entry in shown.verdict.get("fields", [])}
    if shown.paper.rejection and not shown.verdict:
        return [shown.paper.rejection]
    return [reason for reason in shown.verdict.get("reasons", []) if reason["field"] not in listed]


def pages(shown: Shown, picture: Callable[[int], bytes | None]) -> list[PageDrawn]:
    """The page pictures, each with the boxes of the fields that stand on it; `picture` gives the picture of a page."""
    numbers = _numbers(shown)
    drawn = []
    for page in shown.evidence.get("pages", []):
        placed = [
            (numbers[index], entry)
            for index, entry in enumerate(shown.verdict.get("fields", []))
            if index in numbers and entry["page"] == page["number"]
        ]
        paper = Paper(page["width"], page["height"], picture(page["number"]) if placed else None)
        drawn.append(
            PageDrawn(
                number=page["number"],
                width=page["width"],
                height=page["height"],
                has_picture=page["picture"] is not None,
                hides=bool(page.get("beneath")),
                boxes=tuple(
                    BoxDrawn(number, mark, entry["verdict"], label(entry["field"])[0])
                    for (number, entry), mark in zip(
                        placed, marks([tuple(entry["box"]) for _, entry in placed], paper), strict=True
                    )
                ),
            )
        )
    return drawn


def reading_rows(shown: Shown) -> list[ReadingRow]:
    """Everything that was read, declared or not."""
    rows = [_reading_row(label(entry["field"])[0], entry) for entry in shown.evidence.get("fields", [])]
    for table in shown.evidence.get("tables", []):
        for number, row in enumerate(table["rows"], start=1):
            rows += [_reading_row(f"표 {number}행 · {label(entry['field'])[0]}", entry) for entry in row]
    return rows


def trail(shown: Shown) -> list[TrailEntry]:
    """What happened to the paper, oldest first."""
    paper = shown.paper
    entries = [
        TrailEntry(
            row.occurred_at,
            f"기계 판정: {STATUS_KO.get(row.status, row.status)}",
            f"신고 버전 {row.declaration_version} · {row.lineage}",
        )
        for row in shown.verdicts
    ]
    for made in shown.decisions:
        lapsed = "" if made.holds else " (판정이나 결정이 바뀌어 효력 없음)"
        what = f"담당자 결정: {DECISION_KO.get(made.decision, made.decision)}{lapsed}"
        entries.append(TrailEntry(made.occurred_at, what, f"{made.staff}: {made.reason}"))
    for look in shown.unmaskings:
        what = f"주민등록번호 열람: {look.page}쪽"
        entries.append(TrailEntry(look.occurred_at, what, f"{look.staff}: {look.reason}"))
    if paper.read_at:
        entries.append(TrailEntry(paper.read_at, "판독 완료", paper.engine or ""))
    if paper.rejected_at:
        entries.append(TrailEntry(paper.rejected_at, "파일을 판독할 수 없음", reason_ko(paper.rejection["code"])))
    if paper.ended_at:
        entries.append(TrailEntry(paper.ended_at, ENDED_KO.get(paper.ended, paper.ended), ""))
    return sorted(entries, key=lambda entry: entry.at)


def compared(
    declared: str | None, read: str | None, *, mark: bool = True
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces; where `mark`, letters and digits that the other side lacks are marked, never spaces."""
    if not mark or not declared or not read or declared == read:
        return _whole(declared), _whole(read)
    one: list[Piece] = []
    other: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, declared, read, autojunk=False).get_opcodes():
        for pieces, text in ((one, declared[a:b]), (other, read[c:d])):
            if text:
                pieces.append(Piece(text, kind != "equal" and any(map(str.isalnum, text))))
    return tuple(one), tuple(other)


def seoul(text: str | None) -> str:
    """A stored moment as staff read it: `2019-09-25 18:00:00`, in Seoul."""
    return datetime.fromisoformat(text).astimezone(SEOUL).strftime("%Y-%m-%d %H:%M:%S") if text else ""


def _numbers(shown: Shown) -> dict[int, int]:
    """Index of a compared field → the number of its box; only fields with a box have one."""
    placed = [index for index, entry in enumerate(shown.verdict.get("fields", [])) if entry["box"]]
    return {index: number for number, index in enumerate(placed, start=1)}


def _votes(evidence: Mapping[str, Any], field: str) -> tuple[str, ...]:
    found: Sequence[Mapping[str, Any]] = next(
        (entry["readings"] for entry in evidence.get("fields", []) if entry["field"] == field), ()
    )
    counted = Counter(reading["value"] if reading["value"] is not None else "해석 안 됨" for reading in found)
    return tuple(f"{value} × {count}" for value, count in counted.most_common())


def _reading_row(name: str, entry: Mapping[str, Any]) -> ReadingRow:
    notes = [f"규칙 위반: {invariant_name(entry['broken'])[0]}"] if entry["broken"] else []
    notes += ["손글씨"] if entry["handwritten"] else []
    return ReadingRow(name, tuple(notes), tuple(entry["readings"]))


def _whole(text: str | None) -> tuple[Piece, ...]:
    return (Piece(text, False),) if text else ()
