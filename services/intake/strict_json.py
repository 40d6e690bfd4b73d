"""A JSON body read strictly: UTF-8, one value a key, no NaN, nothing that cannot be written again."""

from __future__ import annotations

import codecs
import json
from typing import Any

from services.common.strict_json import DuplicateKey, read_json
from services.common.web.problems import Problem
from services.intake import problems
from services.intake.identifiers import shown


def read_object(body: bytes) -> dict[str, Any]:
    """The object in `body`; 422 INVALID_FIELD on the field `body` where it is anything else."""
    try:
        value = read_json(_text(body))
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except DuplicateKey as error:
        raise problems.invalid_field(
            str(shown(error.path)),
            "DUPLICATE_KEY",
            None,
            "같은 이름의 항목이 두 번 있습니다. 하나만 남기십시오.",
            "The same key stands twice in one object. Keep one.",
        ) from None
    except json.JSONDecodeError as error:
        raise _wrong(
            "MALFORMED",
            f"JSON이 아닙니다({error.lineno}행 {error.colno}열). 형식을 고쳐 다시 보내십시오.",
            f"Not JSON (line {error.lineno}, column {error.colno}). Correct it and send again.",
        ) from None
    except (ValueError, RecursionError):
        raise _wrong(
            "MALFORMED",
            "JSON에 쓸 수 없는 값(NaN, 짝 없는 서로게이트, 1e999처럼 너무 큰 수)이나 너무 깊은 구조가 있습니다. "
            "고쳐 다시 보내십시오.",
            "The JSON holds a value it cannot hold (NaN, a lone surrogate, a huge number such as 1e999) or nests too "
            "deep. Correct it and send again.",
        ) from None
    if not isinstance(value, dict):
        raise _wrong("WRONG_TYPE", "본문은 JSON 객체여야 합니다.", "The body must be a JSON object.")
    return value


def _text(body: bytes) -> str:
    if body.startswith(codecs.BOM_UTF8):
        raise _wrong(
            "BYTE_ORDER_MARK",
            "본문이 바이트 순서 표시(BOM, EF BB BF)로 시작합니다. BOM 없는 UTF-8로 보내십시오.",
            "The body begins with a byte order mark (BOM, EF BB BF). Send UTF-8 without it.",
        )
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _wrong(
            "NOT_UTF8",
            f"본문이 UTF-8이 아닙니다({error.start}번째 바이트). UTF-8로 보내십시오.",
            f"The body is not UTF-8 (at byte {error.start}). Send it as UTF-8.",
        ) from None


def _wrong(code: str, ko: str, en: str) -> Problem:
    return problems.invalid_field("body", code, None, ko, en)
