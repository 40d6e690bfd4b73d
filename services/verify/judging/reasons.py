"""The words of every reason, in Korean and English: what differs, with both values, and what happens next."""

from __future__ import annotations

from datetime import date

from services.verify.judging.verdict import Reason, ReasonCode
from services.verify.words import invariant_name, label, paper_name

_STAFF_KO, _STAFF_EN = "담당자가 확인합니다.", "Staff will look at it."


def mismatch(field: str, declared: str, read: str) -> Reason:
    """`field` was declared as `declared`; the paper says `read`."""
    ko, en = label(field)
    return Reason(
        ReasonCode.FIELD_MISMATCH,
        field,
        f"{ko}: 신고한 값은 “{declared}”이나 서류에는 “{read}”(으)로 되어 있습니다.",
        f"{en}: “{declared}” was declared, the paper says “{read}”.",
    )


def missing(field: str) -> Reason:
    """The required `field` was left empty."""
    ko, en = label(field)
    return Reason(
        ReasonCode.FIELD_MISSING,
        field,
        f"{ko}: 필수 항목이 입력되지 않았습니다(입력 누락).",
        f"{en}: required, but left empty in the declaration.",
    )


def unreadable(field: str, read: str | None) -> Reason:
    """The readings of `field` decide nothing; `read` is the most frequent one."""
    ko, en = label(field)
    seen_ko = f" 가장 많이 읽힌 값: “{read}”." if read else ""
    seen_en = f" Most often read: “{read}”." if read else ""
    return Reason(
        ReasonCode.FIELD_UNREADABLE,
        field,
        f"{ko}: 서류에서 확실하게 읽지 못했습니다.{seen_ko} {_STAFF_KO}",
        f"{en}: could not be read with certainty.{seen_en} {_STAFF_EN}",
    )


def lookalike(field: str, declared: str, read: str) -> Reason:
    """Declared and read differ only by characters that readers confuse."""
    ko, en = label(field)
    return Reason(
        ReasonCode.FIELD_LOOKALIKE,
        field,
        f"{ko}: 신고한 값 “{declared}”과(와) 읽은 값 “{read}”이(가) 혼동하기 쉬운 글자만 다릅니다. {_STAFF_KO}",
        f"{en}: “{declared}” declared and “{read}” read differ only by easily confused characters. {_STAFF_EN}",
    )


def handwritten(field: str) -> Reason:
    """`field` is handwritten."""
    ko, en = label(field)
    return Reason(
        ReasonCode.HANDWRITTEN,
        field,
        f"{ko}: 손으로 쓴 글씨는 자동으로 판정하지 않습니다. {_STAFF_KO}",
        f"{en}: handwriting is never decided by machine. {_STAFF_EN}",
    )


def unsupported(field: str, declared: str) -> Reason:
    """No reader knows a character of `declared`."""
    ko, en = label(field)
    return Reason(
        ReasonCode.UNSUPPORTED_SYLLABLE,
        field,
        f"{ko}: “{declared}”에는 자동 판독기가 알지 못하는 글자가 있습니다. {_STAFF_KO}",
        f"{en}: “{declared}” holds a character that the readers do not know. {_STAFF_EN}",
    )


def broken(invariant: str, field: str | None) -> Reason:
    """The paper breaks `invariant`, at `field` or as a whole."""
    ko, en = label(field) if field else ("서류", "paper")
    rule_ko, rule_en = invariant_name(invariant)
    return Reason(
        ReasonCode.INVARIANT_BROKEN,
        field,
        f"{ko}: {rule_ko}({invariant}). {_STAFF_KO}",
        f"{en}: {rule_en} ({invariant}). {_STAFF_EN}",
    )


def required_not_printed(field: str) -> Reason:
    """`field` is required, and this kind of paper does not print it."""
    ko, en = label(field)
    return Reason(
        ReasonCode.REQUIRED_NOT_PRINTED,
        field,
        f"{ko}: 필수 항목이나 이 서류에는 인쇄되지 않습니다. {_STAFF_KO}",
        f"{en}: required, but this kind of paper does not print it. {_STAFF_EN}",
    )


def no_matching_row(field: str | None) -> Reason:
    """No row of the table agrees with the claim (`field` None) or with the record `field`."""
    ko, en = label(field) if field else ("취득 내역", "certificates listed")
    return Reason(
        ReasonCode.NO_MATCHING_ROW,
        field,
        f"{ko}: 신고한 내용과 일치하는 행이 서류에 없습니다.",
        f"{en}: no row of the paper agrees with what was declared.",
    )


def confirmation_blank(column: str, *, whole: bool) -> Reason:
    """The 확인란 `column` is empty, wholly or in part."""
    ko, en = label(column)
    part_ko, part_en = (
        ("비어 있습니다.", "is empty.")
        if whole
        else ("일부가 비어 있거나 읽히지 않습니다.", "is partly empty or could not be read.")
    )
    rest_ko, rest_en = ("", "") if whole else (f" {_STAFF_KO}", f" {_STAFF_EN}")
    return Reason(ReasonCode.CONFIRMATION_BLANK, column, f"{ko}이(가) {part_ko}{rest_ko}", f"{en} {part_en}{rest_en}")


def issued_before(issued: date | None, notice: date) -> Reason:
    """The day of issue was not read, or lies before the notice: a person decides (rule 80, G10)."""
    ko, en = label("issued_on")
    if issued is None:
        return Reason(
            ReasonCode.NEEDS_PERSON,
            "issued_on",
            f"{ko}: 공고일({notice.isoformat()}) 이후에 발급된 서류인지 확인하지 못했습니다. {_STAFF_KO}",
            f"{en}: it could not be read whether the paper was issued since the notice ({notice}). {_STAFF_EN}",
        )
    return Reason(
        ReasonCode.NEEDS_PERSON,
        "issued_on",
        f"{ko}: 서류의 발급일 {issued.isoformat()}이(가) 공고일({notice.isoformat()})보다 앞섭니다. {_STAFF_KO}",
        f"{en}: the paper was issued on {issued}, before the notice ({notice}). {_STAFF_EN}",
    )


def ended_before(ends: date, notice: date) -> Reason:
    """The paper's validity ended before the notice: a person decides (rule 79)."""
    ko, en = label("valid_until")
    return Reason(
        ReasonCode.NEEDS_PERSON,
        "valid_until",
        f"{ko}: 유효기간이 {ends.isoformat()}에 끝나 공고일({notice.isoformat()})에 유효하지 않습니다. {_STAFF_KO}",
        f"{en}: it was valid until {ends}, which is before the notice ({notice}). {_STAFF_EN}",
    )


def published_after(published: date, notice: date) -> Reason:
    """The paper prints that its result came out after the notice: a person decides (rule 6)."""
    ko, en = label("announced_on")
    return Reason(
        ReasonCode.NEEDS_PERSON,
        "announced_on",
        f"{ko}: 서류의 발표일 {published.isoformat()}이(가) 공고일({notice.isoformat()})보다 늦습니다. {_STAFF_KO}",
        f"{en}: the result was published on {published}, after the notice ({notice}). {_STAFF_EN}",
    )


_WHOLE: dict[ReasonCode, tuple[str, str]] = {
    ReasonCode.IDENTITY_UNPROVEN: (
        f"서류의 성명을 신고한 성명과 대조하지 못했습니다. {_STAFF_KO}",
        f"The name on the paper could not be compared with the declared one. {_STAFF_EN}",
    ),
    ReasonCode.BLANK: (
        "아무것도 인쇄되어 있지 않습니다. 서류를 다시 올려 주십시오.",
        "Nothing is printed on it. Upload the paper again.",
    ),
    ReasonCode.UNRECOGNISED: (
        f"어떤 서류인지 알아볼 수 없습니다. {_STAFF_KO}",
        f"No kind of paper that is known here. {_STAFF_EN}",
    ),
    ReasonCode.READER_FAILED: (
        f"자동 판독에 실패했습니다. {_STAFF_KO}",
        f"Automatic reading failed. {_STAFF_EN}",
    ),
    ReasonCode.UNKNOWN_CLAIM: (
        "신고하지 않은 항목의 서류입니다. 심사하지 않으며, 이 항목을 신고하면 다시 판정합니다.",
        "The declaration has no claim that this paper belongs to. Not examined; declare the claim, and it will be.",
    ),
    ReasonCode.NEEDS_PERSON: (
        f"자동으로 판정할 수 있는 근거가 없습니다. {_STAFF_KO}",
        f"Nothing on it may be decided by machine. {_STAFF_EN}",
    ),
}


def whole(code: ReasonCode) -> Reason:
    """A reason about the paper as a whole."""
    ko, en = _WHOLE[code]
    return Reason(code, None, ko, en)


def wrong_paper(recognised: str, claimed: str) -> Reason:
    """The paper is positively a `recognised`; the claim needs proof of `claimed`."""
    ko, en = paper_name(recognised)
    return Reason(
        ReasonCode.WRONG_PAPER,
        None,
        f"신고한 항목({claimed})의 서류가 아닙니다. 올린 서류: {ko}.",
        f"Not a paper for the claim ({claimed}); it is: {en}.",
    )
