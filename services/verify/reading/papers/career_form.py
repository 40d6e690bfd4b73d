"""건설기술인 경력확인서 (별지 제12호서식): employment, project rows and the 확인란."""

from __future__ import annotations

import re

from services.verify.evidence import Family
from services.verify.reading.layout.career_labels import CAREER_LABELS
from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.career_rows import can_be_a_row
from services.verify.reading.papers.construction_words import (
    CLIENTS,
    DEPARTMENTS,
    DUTIES,
    JOB_FIELDS,
    METHODS,
    POSITIONS,
    RESPONSIBILITIES,
    SPECIALTIES,
    WORK_TYPES,
    Parser,
    closed,
    familiar,
    parse_project,
    slips,
)
from services.verify.reading.papers.invariants import in_order
from services.verify.reading.papers.paper import Blocks, Grid, Paper, Phrase, Script, Table, decoys
from services.verify.reading.papers.person_labels import BIRTH_DATE, NAME
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE
from services.verify.values import canonical
from services.verify.values.periods import parse_career_day

_RUN = re.compile(r"[가-힣](?:\s*[가-힣])+")
_HEADING = re.compile(r"\s*(?:[0-9]{1,2}|[IVX]{1,3}|[가-하])\s*[.)]\s")
_PHONE = re.compile(r"(?<![0-9])0[0-9]{1,3}[)\-. ]{1,2}[0-9]{3,4}[\-. ][0-9]{4}(?![0-9])")
_FIRM = re.compile(r"[(\[]\s*[주유합]\s*[)\]]|㈜|주식회사|대표이사")
"""What stands beside the name of a firm, and of nobody who works there."""
_WRAPPED = re.compile(r"^\s*[(\[]([^()\[\]]*)[)\]]?\s*$|^([^()\[\]]*)[)\]]\s*$")
_DASH = re.compile(r"\s*[-–—]\s*")
_LONGEST_NAME = 5
_SIGNED, _SIGNED_MISREAD = "서명", 2
"""What stands behind the name, and how many parts of it may be misread."""
_NOT_A_NAME = (_SIGNED, "날인", "직인", "사인", "확인", "담당자", "또는")


def parse_signer(text: str) -> str | None:
    """The name of who signs: beside it stand `(서명)`, a private seal, or what readers make of them."""
    if _FIRM.search(text):
        return None
    runs = [
        "".join(run[0].split())
        for run in _RUN.finditer(text)
        if not text[run.end() :].lstrip(" .").startswith((")", "]"))
    ]
    names = [run for run in runs if run not in _NOT_A_NAME]
    if len(names) > 1:
        names = [name for name in names if len(name) != len(_SIGNED) or slips(name, _SIGNED) > _SIGNED_MISREAD]
    return canonical("person", names[0]) if len(names) == 1 and len(names[0]) <= _LONGEST_NAME else None


def parse_employer(text: str) -> str | None:
    """The name of a firm; a label or a numbered heading (`2. 근무사항`) beside the label is none."""
    if _HEADING.match(text) or compound_field(text, CAREER_LABELS) or "".join(text.split()) in _OTHER_LABELS:
        return None
    return canonical("company", text)


def parse_call(text: str) -> str | None:
    """The telephone number behind its sign (`☎`, `Tel.`), beside a signature perhaps."""
    numbers = _PHONE.findall(text)
    return canonical("phone", numbers[0]) if len(numbers) == 1 else canonical("phone", text)


def parse_issue_number(text: str) -> str | None:
    """The number of the register, also where a bracket around it and its label was left on one side, or a gap in it."""
    return canonical("issue_no", _DASH.sub("-", _WRAPPED.sub(r"\1\2", text)))


def unwrapped(parse: Parser) -> Parser:
    """`parse` for a value that may stand in brackets below another (`도로` over `(NATM)`)."""
    return lambda text: parse(_WRAPPED.sub(r"\1\2", text))


def one_alone(parse: Parser) -> Parser:
    """`parse` for what holds one value only: `토목 / 도로및공항` is none of either column."""
    return lambda text: None if "/" in text else parse(text)


_OTHER_LABELS = (
    "부서", "소속부서", "근무부서", "부서/직위", "부서/직급", "소속/직위", "소속/직급", "사번", "사원번호", "재직상태",
    "재직기간", "용도", "제출처", "출력일시", "관리번호", "문서번호", "공사기간", "사업기간", "용역기간", "계약기간",
    "공사금액", "계약금액", "사업비", "사업개요", "공사개요", "인정일수", "참여일수", "일수", "참여율",
)  # fmt: skip
"""What stands beside the fields and columns that are read."""

_MONTHS = ("순", "개월", "개월수", "월수", "참여개월", "참여월수")
_TITLES = (
    "경력재직확인서", "재직경력확인서", "경력및재직확인서", "재직및경력확인서", "경력사항확인서", "경력확인증명서",
    "경력확인원", "경력사항확인원",
)  # fmt: skip
"""What the form is called besides 경력확인서; 경력증명서 are other papers too, which their columns tell apart."""

_RECORDS = Table(
    "records",
    (
        Label(
            "from+to", ("참여기간", "참여 기간", "기간", "사업참여기간", "참여기간(시작~종료)", "참여기간(부터~까지)")
        ),
        Label("from", ("참여시작일", "시작일", "착수일", "참여시작")),
        Label("to", ("참여종료일", "종료일", "완료일", "참여종료")),
        Label(
            "project",
            ("참여사업명", "사업명", "공사명", "참여사업", "용역명", "사업(공사)명", "공사(용역)명", "공사명(용역명)"),
        ),
        Label("client", ("발주자", "발주청", "발주처", "발주기관")),
        Label("job_field", ("직무분야", "직무 분야", "직무")),
        Label("specialty", ("전문분야", "전문 분야")),
        Label("work_type", ("공사종류", "공사의종류", "공종", "공사 종류")),
        Label("duty", ("담당업무", "담당 업무", "업무", "수행업무")),
        Label("method", ("공법", "적용공법", "주요공법")),
        Label("position", ("직위", "직급", "직책")),
        Label("responsibility", ("책임정도", "책임 정도", "책임구분")),
        Label("company", ("근무처", "업체명", "회사명", "소속회사", "소속업체")),
        decoys(
            "구분",
            "비고",
            "순번",
            "번호",
            "연번",
            "승인여부",
            "신고구분",
            "확인",
            "No",
            "NO.",
            *_MONTHS,
            *_OTHER_LABELS,
        ),
    ),
    key=("project",),
    can_be=can_be_a_row,
    cards=True,
)
_CONFIRMATION = Grid(
    "confirmation",
    groups=(
        Label("hr", ("인사부서", "인사 부서", "인사부서확인", "인사담당부서", "인사")),
        Label("business", ("사업부서", "사업 부서", "사업부서확인", "사업담당부서", "사업")),
    ),
    items=(
        Label("department", ("부서명", "부서", "소속부서")),
        Label(
            "person",
            (
                "담당자",
                "담당자(서명)",
                "담당자성명",
                "담당자(서명또는날인)",
                "담당자(서명/날인)",
                "담당자(인)",
                "담당자서명",
                "성명(서명)",
                "확인자",
                "담당자성명(서명)",
            ),
        ),
        Label("phone", ("연락처", "전화번호", "전화", "연락처(전화)", "담당자연락처")),
        Label("issue_no", ("발급번호", "발급 번호", "발급No")),
    ),
)

CAREER_FORM = Paper(
    code="CAREER_FORM",
    family=Family.CAREER_FORM,
    phrases=(
        Phrase("경력확인서", 14, forms=_TITLES),
        Phrase("건설기술인경력확인서", 4),
        Phrase("건설기술자경력확인서", 4),
        Phrase("경력증명서", 4, forms=("경력재직증명서", "재직경력증명서", "경력및재직증명서", "재직및경력증명서")),
        Phrase("참여사업명", 4),
        Phrase("책임정도", 3, forms=("책임구분", "참여구분")),
        Phrase("인사부서", 3, forms=("인사담당부서", "인사총무부서")),
        Phrase("사업부서", 2, forms=("사업담당부서", "사업공사부서")),
        Phrase("발주기관", 2, forms=("발주처", "발주청", "발주자")),
        Phrase("전문분야", 2, forms=("세부분야",)),
        Phrase("공사종류", 1, forms=("공종", "시설물종류")),
        Phrase("건설기술진흥법", 2),
        Phrase("근무처", 2),
        Phrase("취득사항확인서", -10),
    ),
    labels=(
        NAME,
        BIRTH_DATE,
        Label(
            "company",
            (
                "업체명",
                "회사명",
                "상호",
                "근무처",
                "상호(업체명)",
                "소속업체",
                "근무처명",
                "업체(기관)명",
                "소속회사",
                "업체명(상호)",
                "상호명",
                "근무처(업체명)",
            ),
        ),
        Label("joined_on", ("입사일", "입사일자", "입사연월일", "입사년월일", "입사 일자")),
        Label("left_on", ("퇴사일", "퇴사일자", "퇴사연월일", "퇴사년월일", "퇴직일", "퇴사 일자", "퇴직일자")),
        Label("joined_on+left_on", ("재직기간", "근무기간", "고용기간", "입사일~퇴사일", "입·퇴사일", "근속기간")),
        decoys(
            "주소",
            "성별",
            "전화번호",
            "연락처",
            "휴대전화",
            "이메일",
            "대표자",
            "사업자등록번호",
            "법인등록번호",
            "소재지",
            "자격종목",
            "등급",
            "근무부서",
            "최종학력",
            "확인란",
            "확인자",
            "대표이사",
            "사용자",
            "회원번호",
            *(word for word in _OTHER_LABELS if word != "재직기간"),
        ),
    ),
    unlabelled=(ISSUE_DATE_ALONE,),
    tables=(_RECORDS,),
    grids=(_CONFIRMATION,),
    blocks=Blocks("employments", ("company", "joined_on", "left_on", "joined_on+left_on"), "records"),
    not_printed=("name_latin",),
    parsers={
        "company": parse_employer,
        **dict.fromkeys(("birth_date", "joined_on", "left_on", "from", "to"), parse_career_day),
        "confirmation.hr.department": familiar(DEPARTMENTS),
        "confirmation.business.department": familiar(DEPARTMENTS),
        "confirmation.hr.person": parse_signer,
        "confirmation.business.person": parse_signer,
        "confirmation.hr.issue_no": parse_issue_number,
        "confirmation.business.issue_no": parse_issue_number,
        "confirmation.hr.phone": parse_call,
        "confirmation.business.phone": parse_call,
        "project": parse_project,
        "client": unwrapped(familiar(CLIENTS)),
        "job_field": unwrapped(one_alone(closed(JOB_FIELDS))),
        "specialty": unwrapped(one_alone(closed(SPECIALTIES))),
        "work_type": unwrapped(familiar(WORK_TYPES)),
        "duty": unwrapped(familiar(DUTIES)),
        "method": unwrapped(familiar(METHODS)),
        "position": unwrapped(familiar(POSITIONS)),
        "responsibility": unwrapped(familiar(RESPONSIBILITIES)),
    },
    scripts={"method": Script.MIXED},
    invariants=(in_order("birth_date", "joined_on", "left_on"),),
)
