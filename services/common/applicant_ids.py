"""Which application numbers are accepted, over HTTP and in files alike. Pure.

The number becomes part of blob names, Kafka keys and log lines: what could leave its place there never comes in.
"""

from __future__ import annotations

import re

PATTERN = "[0-9A-Za-z가-힣][0-9A-Za-z가-힣._-]{0,63}"
"""As a regular expression for the whole number."""
RULE_KO = (
    "지원번호는 영문, 숫자, 한글과 . _ - 로 된 64자 이하여야 하고 . _ - 로 시작할 수 없으며,"
    " 주민등록번호는 쓸 수 없습니다."
)
RULE_EN = (
    "An applicant_id is 1 to 64 letters (A-Z, a-z, Hangul), digits, '.', '_' or '-', starts with a letter or digit"
    " and is no resident registration number."
)
_ONE = re.compile(PATTERN)
_RESIDENT_NUMBER = re.compile(r"(?<!\d)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[-._]?[1-8]\d{6}(?!\d)")


def is_applicant_id(text: str) -> bool:
    """Whether `text` can be an application number."""
    return _ONE.fullmatch(text) is not None and not holds_resident_number(text)


def holds_resident_number(text: str) -> bool:
    """Whether a part of `text` has the form of a 주민등록번호: ids travel and are logged in the clear."""
    return _RESIDENT_NUMBER.search(text) is not None
