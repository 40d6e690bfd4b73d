"""A JSON body read strictly: UTF-8, one value a key, no NaN, nothing that cannot be written again."""

from __future__ import annotations

import json
from typing import Any, Never

from services.intake import problems
from services.intake.identifiers import shown


def read_object(body: bytes) -> dict[str, Any]:
    """The object in `body`; 422 INVALID_FIELD on the field `body` where it is anything else."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise problems.invalid_field(
            "body",
            "NOT_UTF8",
            None,
            f"본문이 UTF-8이 아닙니다({error.start}번째 바이트). UTF-8로 보내십시오.",
            f"The body is not UTF-8 (at byte {error.start}). Send it as UTF-8.",
        ) from None
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except _DuplicateKeyError as error:
        raise problems.invalid_field(
            str(shown(error.key)),
            "DUPLICATE_KEY",
            None,
            "같은 이름의 항목이 두 번 있습니다. 하나만 남기십시오.",
            "The same key stands twice in one object. Keep one.",
        ) from None
    except json.JSONDecodeError as error:
        raise problems.invalid_field(
            "body",
            "MALFORMED",
            None,
            f"JSON이 아닙니다({error.lineno}행 {error.colno}열). 형식을 고쳐 다시 보내십시오.",
            f"Not JSON (line {error.lineno}, column {error.colno}). Correct it and send again.",
        ) from None
    except (ValueError, RecursionError):
        raise problems.invalid_field(
            "body",
            "MALFORMED",
            None,
            "JSON에 쓸 수 없는 값(NaN, 짝 없는 서로게이트, 너무 긴 수)이나 너무 깊은 구조가 있습니다.",
            "The JSON holds a value it cannot hold (NaN, a lone surrogate, a huge number) or nests too deep.",
        ) from None
    if not isinstance(value, dict):
        raise problems.invalid_field(
            "body",
            "WRONG_TYPE",
            None,
            "본문은 JSON 객체여야 합니다.",
            "The body must be a JSON object.",
        )
    return value


class _DuplicateKeyError(ValueError):
    def __init__(self, key: str) -> None:
        super().__init__("duplicate key")
        self.key = key


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise _DuplicateKeyError(key)
        result[key] = value
    return result


def _no_constant(name: str) -> Never:
    raise ValueError(name)
