"""Wrong types, unknown and missing fields, dates and scores in a wrong form: what pydantic found, for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from services.announcement.refusal import FieldError, shown

_KINDS = ("language", "certificate", "career", "status")

# pydantic error type → (code, ko, en); {…} is filled from the error's context
_MESSAGES: Mapping[str, tuple[str, str, str]] = {
    "missing": ("REQUIRED", "꼭 필요한 항목입니다. 값을 넣어 주세요.", "This field is required; give a value."),
    "extra_forbidden": (
        "UNKNOWN_FIELD",
        "알 수 없는 항목입니다. 이름을 확인하거나 지워 주세요.",
        "This field is not known; check its name or remove it.",
    ),
    "string_type": (
        "WRONG_TYPE",
        '문자열이어야 합니다. 숫자도 따옴표로 감싸 주세요(예: "845").',
        'This must be a string; put numbers in quotes too, such as "845".',
    ),
    "date_text": (
        "DATE",
        "날짜는 YYYY-MM-DD 형식의 문자열이어야 합니다(예: 2018-05-13).",
        "A date is a string of the form YYYY-MM-DD, such as 2018-05-13.",
    ),
    "date_unreal": (
        "DATE",
        "달력에 없는 날짜입니다. 서류에 인쇄된 날짜를 확인해 주세요.",
        "No calendar has this date; check the date printed on the paper.",
    ),
    "date_far": (
        "DATE",
        "{earliest}년부터 {latest}년까지의 날짜여야 합니다. 연도를 확인해 주세요.",
        "The year must lie between {earliest} and {latest}; check it.",
    ),
    "score_text": (
        "SCORE_FORMAT",
        '부호와 앞자리 0이 없는 십진수 문자열이어야 합니다(예: "845").',
        'This must be a decimal string without sign or leading zeros, such as "845".',
    ),
    "won_text": (
        "AMOUNT_FORMAT",
        '금액은 원 단위의 숫자 문자열이어야 합니다(예: "1000000").',
        'An amount is a string of digits in won, such as "1000000".',
    ),
    "claim_id": (
        "CLAIM_ID",
        "영문자·숫자·. _ - 로 된 1–64자여야 합니다(예: cert-1).",
        "A claim id is 1–64 characters of A–Z, a–z, 0–9, '.', '_' and '-', such as cert-1.",
    ),
    "resident_number": (
        "RESIDENT_NUMBER",
        "주민등록번호가 들어 있습니다. 어느 항목도 묻지 않으니 지우고 다시 보내 주세요.",
        "The text holds a resident registration number, which no field asks for; remove it and send it again.",
    ),
    "control_character": (
        "CONTROL_CHARACTER",
        "보이지 않는 제어 문자나 쓸 수 없는 문자가 들어 있습니다. 지우고 다시 보내 주세요.",
        "The text holds an invisible or unassigned character; remove it and send it again.",
    ),
    "invisible_text": (
        "INVISIBLE_TEXT",
        "보이는 글자가 하나도 없습니다. 값을 넣거나 비워 주세요.",
        "The text shows nothing; give a value or leave it empty.",
    ),
    "too_long_text": (
        "TOO_LONG",
        "{maximum}자를 넘을 수 없습니다. 줄여 주세요.",
        "At most {maximum} characters; shorten it.",
    ),
    "too_long": (
        "TOO_MANY",
        "{max_length}개를 넘을 수 없습니다.",
        "At most {max_length} entries.",
    ),
    "literal_error": ("UNKNOWN_VALUE", "{expected} 중 하나여야 합니다.", "This must be one of {expected}."),
    "union_tag_not_found": (
        "REQUIRED",
        f"청구의 종류를 넣어 주세요: {' · '.join(_KINDS)}.",
        f"Give the claim's kind: {', '.join(_KINDS)}.",
    ),
    "union_tag_invalid": (
        "UNKNOWN_VALUE",
        f"청구의 종류는 {' · '.join(_KINDS)} 중 하나여야 합니다.",
        f"A claim's kind is one of {', '.join(_KINDS)}.",
    ),
}
_ARRAY = ("WRONG_TYPE", "배열이어야 합니다([ … ]).", "This must be an array, [ … ].")
_OBJECT = ("WRONG_TYPE", "객체여야 합니다({ … }).", "This must be an object, { … }.")


def shape_errors(error: ValidationError, body: Mapping[str, Any]) -> tuple[FieldError, ...]:
    """One FieldError for every error that pydantic found in `body`."""
    return tuple(_field_error(item, body) for item in error.errors(include_url=False))


def _field_error(item: Mapping[str, Any], body: Mapping[str, Any]) -> FieldError:
    kind = str(item["type"])
    loc = tuple(item["loc"])
    if loc[:1] == ("claims",) and len(loc) > 2 and loc[2] in _KINDS:
        loc = (*loc[:2], *loc[3:])  # pydantic puts the kind of the claim between
    if kind.startswith("union_tag"):
        loc = (*loc, "kind")
    code, ko, en = _message(kind)
    context = {key: value for key, value in item.get("ctx", {}).items() if isinstance(value, (str, int))}
    value = None if kind == "missing" else _given(body, loc)
    # A null or blank text that is required is an absent one.
    if kind == "string_type" and _is_null(item):
        code, ko, en = _MESSAGES["missing"]
    return FieldError(
        field=path(loc),
        code=code,
        value=shown(value),
        ko=_filled(ko, context),
        en=_filled(en, context),
        claim_id=_claim_id(body, loc),
    )


def _message(kind: str) -> tuple[str, str, str]:
    if kind in _MESSAGES:
        return _MESSAGES[kind]
    return _ARRAY if kind.startswith(("tuple", "list")) else _OBJECT


def _is_null(item: Mapping[str, Any]) -> bool:
    value = item.get("input")
    return value is None or (isinstance(value, str) and not value.strip())


def _filled(text: str, context: Mapping[str, Any]) -> str:
    for name, value in context.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def _given(body: object, loc: Sequence[str | int]) -> object:
    found: Any = body
    for part in loc:
        try:
            found = found[part]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def _claim_id(body: Mapping[str, Any], loc: Sequence[str | int]) -> str | None:
    if len(loc) < 2 or loc[0] != "claims":
        return None
    found = _given(body, (*loc[:2], "id"))
    return found if isinstance(found, str) and len(found) <= 64 else None


def path(loc: Sequence[str | int]) -> str:
    """`("claims", 0, "score")` as `claims[0].score`."""
    text = ""
    for part in loc:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
