"""What intake answers when it cannot do what was asked: one function a code of portal-api, section 5."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from services.announcement.model import Window
from services.announcement.refusal import FieldError
from services.common.clock import SEOUL
from services.common.web.problems import Problem
from services.intake.admission.refusals import Refusal
from services.intake.identifiers import shown


def refused(refusal: Refusal, part: str | None = None, headers: Mapping[str, str] = MappingProxyType({})) -> Problem:
    """A file that is not admitted; `part` says which (`file[1]`, from 0) where several came."""
    if part is None:
        return Problem(refusal.status, refusal.code, refusal.ko, refusal.en, headers=headers)
    error = FieldError(part, refusal.code, None, refusal.ko, refusal.en)
    named = (f"{part}: {refusal.ko}", f"{part}: {refusal.en}")
    return Problem(refusal.status, refusal.code, *named, errors=[error.to_json()])


def not_json(content_type: str) -> Problem:
    """415: a declaration of another media type or encoding."""
    return Problem(
        415,
        "UNSUPPORTED_TYPE",
        f"Content-Type이 {shown(content_type)}입니다. 신고서는 application/json(UTF-8)으로 보내십시오.",
        f"The Content-Type is {shown(content_type)}. Send the declaration as application/json (UTF-8).",
    )


def invalid(errors: Sequence[FieldError]) -> Problem:
    """422 INVALID_FIELD, with each field."""
    names = ", ".join(dict.fromkeys(str(shown(error.field)) for error in errors))
    return Problem(
        422,
        "INVALID_FIELD",
        f"값이 잘못된 항목이 {len(errors)}개 있습니다({names[:300]}). errors의 항목을 고쳐 다시 보내십시오.",
        f"{len(errors)} invalid field(s) ({names[:300]}). Correct those under errors and send again.",
        errors=[error.to_json() for error in errors],
    )


def invalid_field(field: str, code: str, value: str | None, ko: str, en: str) -> Problem:
    """422 INVALID_FIELD of a single field."""
    return invalid([FieldError(field, code, shown(value), ko, en)])


def not_found(what_ko: str, what_en: str) -> Problem:
    """404; `what_ko` with its particle (서류가)."""
    return Problem(
        404,
        "NOT_FOUND",
        f"그런 {what_ko} 없습니다. 번호를 확인하십시오.",
        f"There is no such {what_en}. Check its id.",
    )


def announcement_fixed(applicant_id: str, fixed: str, asked: str) -> Problem:
    """409: one application belongs to one announcement."""
    return Problem(
        409,
        "ANNOUNCEMENT_FIXED",
        f"지원번호 {applicant_id}은(는) 공고 {fixed}의 것입니다. 공고 {shown(asked)}에는 다른 지원번호를 쓰십시오.",
        f"Application {applicant_id} belongs to announcement {fixed}. Use another application number for "
        f"{shown(asked)}.",
    )


def closed(what: str, window: Window, now: datetime) -> Problem:
    """409 DECLARATION_CLOSED or UPLOAD_CLOSED (`what` is DECLARATION or UPLOAD), with the dates."""
    subject_ko = "신고서 접수" if what == "DECLARATION" else "증빙서류 제출"
    subject_en = "declarations" if what == "DECLARATION" else "uploads"
    early = window.opens is not None and now < window.opens
    remedy_ko = "접수가 시작된 뒤에 다시 보내십시오" if early else "담당자에게 문의하십시오"
    remedy_en = "Send it again once they have opened" if early else "Ask the staff"
    return Problem(
        409,
        f"{what}_CLOSED",
        f"지금({_seoul(now)})은 {subject_ko} 기간이 아닙니다(시작 {_seoul(window.opens)}, 마감 "
        f"{_seoul(window.closes)}). {remedy_ko}.",
        f"The window for {subject_en} is not open at {_seoul(now)} (opens {_seoul(window.opens)}, "
        f"closes {_seoul(window.closes)}). {remedy_en}.",
    )


def unknown_claim(claim_id: str, declared: Iterable[str]) -> Problem:
    """422: there is a declaration, but not with this claim."""
    listed = ", ".join(declared) or "-"
    return Problem(
        422,
        "UNKNOWN_CLAIM",
        f"신고서에 claim_id {claim_id}이(가) 없습니다(신고된 것: {listed[:300]}). 신고서를 먼저 고치거나 "
        "번호를 확인하십시오.",
        f"The declaration has no claim {claim_id} (it has: {listed[:300]}). Correct the declaration first, or the id.",
    )


def idempotency_conflict() -> Problem:
    """409: the key was used for another upload."""
    return Problem(
        409,
        "IDEMPOTENCY_CONFLICT",
        "같은 Idempotency-Key로 다른 내용이 이미 올라와 있습니다. 새 파일에는 새 키를 쓰십시오.",
        "This Idempotency-Key was used for another upload. Use a new key for a new file.",
    )


def already_decided(status: str, outcome: str, decided_by: str) -> Problem:
    """409: what is decided cannot be taken back."""
    by_ko = "담당자" if decided_by == "staff" else "자동 판정"
    return Problem(
        409,
        "ALREADY_DECIDED",
        f"이미 결정된 서류라 철회할 수 없습니다(상태 {status}, 결과 {outcome}, 결정 {by_ko}). 담당자에게 문의하십시오.",
        f"The document is decided and cannot be withdrawn (status {status}, outcome {outcome}, by "
        f"{decided_by}). Ask the staff.",
    )


def superseded(newer: str) -> Problem:
    """409: a newer file has taken the document's place, so that there is nothing left to take back."""
    return Problem(
        409,
        "ALREADY_DECIDED",
        f"새 파일(document_id {newer})로 이미 바뀐 서류라 철회할 것이 없습니다. 새 서류를 철회하려면 그 번호로 "
        "요청하십시오.",
        f"The document was superseded by {newer}, so there is nothing to withdraw. To withdraw the newer one, ask with "
        "its id.",
    )


def body_too_large(limit: int, headers: Mapping[str, str] = MappingProxyType({})) -> Problem:
    """413: a declaration over its limit."""
    return Problem(
        413,
        "BODY_TOO_LARGE",
        f"신고서 본문이 {limit // 1024} KiB를 넘습니다. 필요 없는 내용을 줄여 다시 보내십시오.",
        f"The declaration is larger than {limit // 1024} KiB. Shorten it and send it again.",
        headers=headers,
    )


def too_many_requests(seconds: int) -> Problem:
    """429: more requests a second than one key may send."""
    return Problem(
        429,
        "TOO_MANY_REQUESTS",
        f"요청이 너무 잦습니다. {seconds}초 뒤에 다시 보내십시오.",
        f"Too many requests. Send the request again in {seconds} second(s).",
        headers={"Retry-After": str(seconds)},
    )


def _seoul(moment: datetime | None) -> str:
    return "-" if moment is None else moment.astimezone(SEOUL).isoformat(timespec="seconds")
