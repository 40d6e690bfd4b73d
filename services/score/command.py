"""`docintake score`: the same arithmetic offline, one declaration a line in, one score a line out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TextIO

from services.announcement.declaration import InvalidDeclaration, parse_declaration
from services.announcement.model import Announcement
from services.common.applicant_ids import RULE_EN, RULE_KO, is_applicant_id
from services.common.strict_json import DuplicateKey, read_json
from services.score.rules.claimstate import ClaimState
from services.score.rules.score import NoNoticeDate, score, to_json

BYTE_ORDER_MARK = "\ufeff"
"""What some editors write before the first line."""


def score_file(lines: Iterable[str], announcement: Announcement, notice_date: date | None, out: TextIO) -> int:
    """Writes one JSON object to `out` for every declaration in `lines` (JSONL), in input order.

    A declaration is the body of portal-api section 1 plus `applicant_id`. Windows and today's date are ignored, and
    every claim is taken as verified. A line that is refused gives `{"applicant_id", "error": {"code", "ko", "en"}}`;
    blank lines are passed over. `notice_date` overrides the announcement's. Returns the exit status: 1 where a line
    was refused, else 0. Raises NoNoticeDate before anything is written where there is no date at all.
    """
    if notice_date is None and announcement.notice_date is None:
        raise NoNoticeDate(f"announcement {announcement.id} has no notice date: give --notice-date YYYY-MM-DD")
    refused = False
    for number, line in enumerate(lines):
        text = line.removeprefix(BYTE_ORDER_MARK) if number == 0 else line
        if not text.strip():
            continue
        answer = _answer(text, announcement, notice_date)
        refused = refused or "error" in answer
        out.write(_encodable(json.dumps(answer, ensure_ascii=False)) + "\n")
    return 1 if refused else 0


def _answer(line: str, announcement: Announcement, notice_date: date | None) -> dict[str, Any]:
    try:
        body = read_json(line)
    except DuplicateKey as error:
        return _error(
            None,
            "INVALID_JSON",
            f"{error.path}: 같은 이름의 항목이 두 번 있습니다. 하나만 남겨 주세요.",
            f"{error.path}: the same key stands twice in one object; keep one.",
        )
    except (ValueError, RecursionError):
        return _error(
            None,
            "INVALID_JSON",
            "JSON으로 읽을 수 없는 줄입니다. 한 줄에 선언 하나를 JSON 객체로 써 주세요.",
            "This line is not JSON; write one declaration a line, as a JSON object.",
        )
    if not isinstance(body, dict):
        return _error(
            None,
            "INVALID_JSON",
            "JSON 객체가 아닙니다. 한 줄에 선언 하나를 JSON 객체로 써 주세요.",
            "This line is not a JSON object; write one declaration a line.",
        )
    applicant_id = body.pop("applicant_id", None)
    if not isinstance(applicant_id, str) or not is_applicant_id(applicant_id):
        return _error(None, "INVALID_FIELD", f"applicant_id: {RULE_KO}", f"applicant_id: {RULE_EN}")
    return _scored(applicant_id, body, announcement, notice_date)


def _scored(
    applicant_id: str, body: Mapping[str, Any], announcement: Announcement, notice_date: date | None
) -> dict[str, Any]:
    try:
        declaration = parse_declaration(body, announcement, now=None)
    except InvalidDeclaration as error:
        return _error(
            applicant_id,
            "INVALID_FIELD",
            " / ".join(f"{wrong.field}{_value(wrong.value)}: {wrong.ko}" for wrong in error.errors),
            " / ".join(f"{wrong.field}{_value(wrong.value)}: {wrong.en}" for wrong in error.errors),
        )
    passed = {claim.id: ClaimState.PASSED for claim in declaration.claims}
    result = score(declaration, passed, announcement, notice_date=notice_date)
    return {"applicant_id": applicant_id, **to_json(result)}


def _encodable(text: str) -> str:
    """JSON `text` with half characters (lone surrogates) as JSON escapes, so that every stream can write it."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _value(value: object) -> str:
    return "" if value is None else f" ({value})"


def _error(applicant_id: str | None, code: str, ko: str, en: str) -> dict[str, Any]:
    return {"applicant_id": applicant_id, "error": {"code": code, "ko": ko, "en": en}}
