"""What the fields of a declaration are called, in Korean and English."""

from __future__ import annotations

_NAMES: dict[str, tuple[str, str]] = {
    "name": ("성명", "name"),
    "name_latin": ("영문 성명", "Latin name"),
    "birth_date": ("생년월일", "date of birth"),
    "title": ("종목", "title"),
    "grade": ("등급", "grade"),
    "number": ("자격번호", "certificate number"),
    "acquired_on": ("취득일(합격일)", "date of acquisition"),
    "issued_on": ("발급일", "date of issue"),
    "valid_until": ("유효기간 만료일", "valid until"),
    "issuer": ("발급기관", "issuer"),
    "status": ("자격 구분", "status"),
    "rate": ("가점비율(%)", "rate of preference (%)"),
    "test": ("시험명", "test"),
    "score": ("점수", "score"),
    "level": ("등급", "level"),
    "test_date": ("시험일", "test date"),
    "announced_on": ("성적 발표일", "date of the result"),
    "registration_no": ("수험번호", "registration number"),
    "sections.listening": ("듣기 점수", "listening score"),
    "sections.reading": ("읽기 점수", "reading score"),
    "sections.writing": ("쓰기 점수", "writing score"),
    "sections.speaking": ("말하기 점수", "speaking score"),
    "sections.grammar": ("문법 점수", "grammar score"),
    "sections.vocabulary": ("어휘 점수", "vocabulary score"),
    "company": ("업체명", "company"),
    "joined_on": ("입사일", "date of joining"),
    "left_on": ("퇴사일", "date of leaving"),
    "from": ("참여 시작일", "start of participation"),
    "to": ("참여 종료일", "end of participation"),
    "project": ("참여사업명", "project"),
    "client": ("발주자", "client"),
    "job_field": ("직무분야", "job field"),
    "specialty": ("전문분야", "specialty"),
    "work_type": ("공사종류", "type of work"),
    "duty": ("담당업무", "duty"),
    "method": ("공법", "method"),
    "position": ("직위", "position"),
    "responsibility": ("책임정도", "responsibility"),
    "confirmation.hr": ("인사부서 확인란", "confirmation by HR"),
    "confirmation.business": ("사업부서 확인란", "confirmation by the business department"),
    "department": ("부서명", "department"),
    "person": ("담당자", "person in charge"),
    "phone": ("연락처", "phone"),
    "issue_no": ("발급번호", "issue number"),
}


def label(field: str) -> tuple[str, str]:
    """Korean and English name of a field; of `records[1].from` with the row, of a 확인란 with its column."""
    if field in _NAMES:
        return _NAMES[field]
    if field.startswith("records["):
        row, _, rest = field.removeprefix("records[").partition("]")
        number = int(row) + 1
        ko, en = label(rest.removeprefix(".")) if rest else ("", "")
        return f"기술경력 {number}행 {ko}".rstrip(), f"career row {number} {en}".rstrip()
    head, _, last = field.rpartition(".")
    if head in _NAMES and last in _NAMES:
        return f"{_NAMES[head][0]} {_NAMES[last][0]}", f"{_NAMES[head][1]}, {_NAMES[last][1]}"
    return field, field
