"""Which ids, names of papers and idempotency keys are accepted. Pure.

They become part of blob names, Kafka keys and log lines: what could leave its place there never comes in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from services.announcement.refusal import FieldError
from services.common.applicant_ids import RULE_EN, RULE_KO, holds_resident_number, is_applicant_id
from services.common.events import UploadKind
from services.common.resident_number import holds_number, masked

__all__ = ["is_applicant_id"]  # the same rule as in files; intake asks for it here

CLAIM_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}")
DOCUMENT_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,200}")
MAX_PAPER = 60
SHOWN = 60
"""Characters of a foreign value that an answer repeats."""
UPLOAD_KINDS = tuple(kind.value for kind in UploadKind if kind is not UploadKind.UNKNOWN)


def is_document_id(text: str) -> bool:
    """Whether `text` can be a document's id."""
    return DOCUMENT_ID.fullmatch(text) is not None


def applicant_id_error(text: str) -> FieldError | None:
    """What is wrong with an application number, or None."""
    if is_applicant_id(text):
        return None
    return FieldError(
        "applicant_id",
        "MALFORMED",
        shown(text),
        RULE_KO,
        RULE_EN,
    )


def paper_name(text: str) -> str:
    """The name of a paper in one spelling (NFC, single spaces); empty where none is named.

    Tabs and line ends stay, to be refused with the other control characters.
    """
    spaced = "".join(" " if unicodedata.category(char) == "Zs" else char for char in unicodedata.normalize("NFC", text))
    return " ".join(part for part in spaced.split(" ") if part)


def part_errors(applicant_id: str, claim_id: str, kind: str, paper: str) -> Iterator[FieldError]:
    """What is wrong with the parts of an upload; `paper` as `paper_name` spells it."""
    if error := applicant_id_error(applicant_id):
        yield error
    if not CLAIM_ID.fullmatch(claim_id) or holds_resident_number(claim_id):
        yield FieldError(
            "claim_id",
            "MALFORMED",
            shown(claim_id),
            "claim_id는 영문, 숫자와 . _ - 로 된 64자 이하여야 합니다. 신고서의 claims[].id를 그대로 보내십시오.",
            "A claim_id is 1 to 64 letters, digits, '.', '_' or '-'. Send the id from the declaration's claims.",
        )
    if kind not in UPLOAD_KINDS:
        yield FieldError(
            "kind",
            "UNKNOWN_VALUE",
            shown(kind),
            f"kind는 {', '.join(UPLOAD_KINDS)} 가운데 하나여야 합니다.",
            f"kind must be one of {', '.join(UPLOAD_KINDS)}.",
        )
    strange = any(not character.isprintable() or character in "/\\" for character in paper)
    if len(paper) > MAX_PAPER or strange or holds_number(paper):
        yield FieldError(
            "paper",
            "MALFORMED",
            shown(paper),
            f"paper는 제어 문자, 빗금(/ \\), 주민등록번호 없이 {MAX_PAPER}자 이하인 서류 이름이어야 합니다"
            "(예: 가족관계증명서).",
            f"paper is the name of a paper: at most {MAX_PAPER} characters, no control characters, no slashes, "
            "no resident registration number (such as 가족관계증명서).",
        )


def idempotency_key_error(key: str) -> FieldError | None:
    """What is wrong with an Idempotency-Key, or None."""
    if IDEMPOTENCY_KEY.fullmatch(key):
        return None
    return FieldError(
        "Idempotency-Key",
        "MALFORMED",
        shown(key),
        "Idempotency-Key는 공백 없는 ASCII 문자 1~200자여야 합니다(예: UUID).",
        "An Idempotency-Key is 1 to 200 printable ASCII characters without spaces (such as a UUID).",
    )


def shown(value: str | None) -> str | None:
    """A foreign value, printable, cut short and without a 주민등록번호, as an answer may repeat it."""
    if value is None:
        return None
    value = masked(value[: SHOWN + 30])
    clean = "".join(character if character.isprintable() else "�" for character in value[: SHOWN + 1])
    return clean if len(clean) <= SHOWN else clean[:SHOWN] + "…"
