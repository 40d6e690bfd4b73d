"""Evidence papers: what proves a status (취업지원, 장애, 수급), a family, an address, a school, a parent's farm.

One shared definition, one line a paper: the code is the paper's name in the rule books, by which it is uploaded too.
Only the heading, standing alone, tells the kind: every such paper mentions others in its sentences and notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.papers import certificate_labels as common
from services.verify.reading.papers.day_labels import ISSUED_ON, VALID_UNTIL
from services.verify.reading.papers.invariants import in_order
from services.verify.reading.papers.offices import OFFICE, office
from services.verify.reading.papers.paper import Paper, Phrase, Script, Unlabelled, decoys
from services.verify.reading.papers.person_labels import BIRTH_DATE, NAME
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE
from services.verify.reading.papers.wordings import also
from services.verify.values.dates import parse_date
from services.verify.values.names import parse_name
from services.verify.values.rates import parse_rate
from services.verify.values.text import has_hangul

_RESIDENT_FRONT = re.compile(r"(?<![0-9])([0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])\s*[-–—~]\s*[^0-9\s]")
_ADULTS_SINCE = 30
"""Two digits of a year of birth from which it can only be one of 19…."""
_LONGEST_NUMBER, _LONGEST_IN_PARTS, _LONGEST_NAME = 30, 9, 6
_NO_NAME = re.compile(r"변경|내용|사항|증명|확인|주소|관계|번호|등록|성명|본인|해당|없음")


@dataclass(frozen=True, slots=True)
class Kind:
    """What one evidence paper prints otherwise than the rest; words are parted by spaces."""

    code: str
    """Its name in the rule books, and its heading."""
    headings: str = ""
    """Other printed headings, and what readers make of one."""
    number: str = ""
    """Labels of its number; where none is given, 발급번호 and its like."""
    name: str = ""
    """Labels of the name of the person it is about, besides 성명."""
    begun: str = ""
    """Labels of the day from which it holds (장애 등록일, 가입일)."""
    behind: bool = False
    """Whether the heading may stand behind other words in its line (the name of a school)."""
    parts: str = ""
    """The lines of a heading set in two (`주민등록표` above `(초본)`); only the last tells this paper from others."""
    columns: str = ""
    """Heads of columns that hardly another paper has."""
    never: str = ""
    """Headings of papers that are nearly this one."""
    ends: bool = False
    """Whether it prints the day on which it ends; others print no date behind 유효기간."""
    rated: bool = False
    """Whether it prints a rate of preference (5 %, 10 %)."""


_OF_SCHOOL = "증명서번호 발급번호 증명번호 문서번호 제증명번호"
_OF_FARM = "농업경영체등록번호 경영체등록번호 등록번호"
_OWNER = "경영주 경영주성명 경영주인농업인성명"
_REGISTERED = "등록일 등록일자 최초등록일 등록연월일"
_CHOSEN = "선정일 선정일자 선정연월일 선정(인정)일 선정(인정)일자"
KINDS = (
    Kind(
        "취업지원대상자증명서",
        headings="취업지원대상자(가점)증명서 채용시험가점대상자증명서",
        number="보훈번호 국가보훈번호",
        name="대상자성명 취업지원대상자 취업지원대상자성명",
        ends=True,
        rated=True,
    ),
    Kind(
        "장애인증명서",
        headings="장애인등록증명서",
        begun=f"{_REGISTERED} 장애등록일 장애인등록일 장애인등록일자",
        ends=True,
    ),
    Kind(
        "국민기초생활수급자증명서",
        headings="수급자증명서 기초생활수급자증명서 국민기초생활보장수급자증명서",
        name="수급자성명 수급자 대상자성명",
    ),
    Kind(
        "주민등록초본",
        headings="주민등록표(초본) 주민등록표초본 주민등록표(초본)교부 주민등록포초본 주민등록프초본 주민등록효초본",
        number="문서확인번호 발급번호",
        parts="주민등록표 초본",
        columns="세대주및관계",
        never="등본 주민등록표등본 주민등록등본",
    ),
    Kind(
        "졸업증명서",
        headings="졸업증명",
        number=_OF_SCHOOL,
        begun="졸업일 졸업일자 졸업연월일 졸업년월일 학위수여일 학위취득일",
        behind=True,
    ),
    Kind("졸업예정증명서", headings="졸업예정증명", number=_OF_SCHOOL, behind=True),
    Kind(
        "가족관계증명서",
        headings="가족관계증명서(상세) 가족관계증명서(일반) 가족관계증명서(특정)",
        number="발행번호 발급번호",
    ),
    Kind("농업인확인서", begun="시작일 종사시작일 농업종사시작일 영농시작일 영농개시일 농업시작일"),
    Kind(
        "농업경영체등록확인서",
        headings="농업경영체등록(변경등록)확인서 농업경영체등록확인서(농업인) 농업경영체등록확인서(경영주)",
        number=_OF_FARM,
        name=_OWNER,
        begun=_REGISTERED,
    ),
    Kind("농업경영체증명서", number=_OF_FARM, name=_OWNER, begun=_REGISTERED),
    Kind(
        "쌀전업농육성대상자확인서",
        headings="쌀전업농확인서 쌀전업농육성대상자선정확인서",
        number="관리번호 선정번호",
        begun=_CHOSEN,
    ),
    Kind(
        "조합원증명서",
        headings="조합원확인서 조합원가입증명서 조합원가입확인서",
        number="조합원번호",
        name="조합원명 조합원성명",
        begun="가입일 가입일자 조합원가입일 가입연월일",
    ),
    Kind(
        "농지원부",
        number="농지원부번호 원부번호 고유번호",
        name="농업인성명 농업인 농가주성명 농업인(농가주)성명",
        begun="작성일 작성일자 최초작성일 작성연월일",
    ),
    Kind(
        "경작사실확인서",
        headings="경작사실확인원",
        number="확인번호",
        name="경작자 경작자성명 실경작자 실경작자성명",
        begun="경작시작일 경작개시일",
    ),
    Kind(
        "후계자및독립가증명서",
        headings="임업후계자증명서 독립가증명서 임업후계자및독립가증명서 후계자및독립가확인서",
        number="증명번호 선정번호",
        begun=_CHOSEN,
    ),
    Kind(
        "신지식임업인인증서",
        headings="신지식임업인선정증 신지식임업인증서",
        number="인증번호 선정번호",
        begun=f"{_CHOSEN} 인증일 인증일자",
    ),
    Kind(
        "영림단원확인서",
        headings="국유림영림단원확인서",
        number="확인번호",
        name="영림단원성명 단원성명",
        begun="입단일 입단일자 입단연월일 가입일 가입일자",
    ),
    Kind(
        "면허어업증명서",
        headings="어업면허증 어업면허증명서",
        number="면허번호 어업면허번호",
        name="어업권자 어업권자성명",
        ends=True,
        begun="면허연월일 면허일 면허일자 면허년월일",
    ),
    Kind(
        "허가어업증명서",
        headings="어업허가증 어업허가증명서",
        number="허가번호 어업허가번호",
        name="허가받은자",
        ends=True,
        begun="허가연월일 허가일 허가일자 허가년월일",
    ),
    Kind(
        "신고어업증명서",
        headings="어업신고증명서 어업신고필증",
        number="신고번호 어업신고번호",
        ends=True,
        begun="신고연월일 신고일 신고일자 신고년월일 신고수리일 신고수리일자 수리일",
    ),
    Kind("어업인확인서", begun="시작일 종사시작일 어업종사시작일 어업종사기간 어업시작일"),
)
"""Every evidence paper that the rule books name."""

_NEARLY_NAME = "성령 성멍 섬명 싱명 성맹"
"""What readers make of 성명: too short to be put right by its letters, and no label of anything else."""
_NUMBER = "발급번호 증명서번호 증명번호 확인번호 문서번호 번호 연번 발행번호 관리번호"
_RATE = "가점비율 가점률 가점 가점비율(%) 취업지원가점 가점구분 채용시험가점비율 부여가점 가점(%)"
_ENDS = "유효기간 유효기한 유효일자 만료일 존속기간"
_OTHERS = """
    세대주 세대주성명 세대주및관계 세대주와의관계 세대원 배우자 배우자성명 신청인 신청인성명 신청자 신고인 신고자 부
    모 자녀 자 보호자 보호자성명 대리인 법정대리인 국가유공자등성명 국가유공자성명 유공자성명 국가유공자등과의관계
    국가유공자와의관계 관계 대상구분 유공자와의관계 보훈대상자 대표자 토지소유자 소유자 입회인 확인자 단장
    경영주외농업인 공동경영주 조합장 이장 학교장 총장 담당자 발급담당자 주소 현주소 등록기준지 등록기준지주소 본
    성별 구분 용도 제출처 제출기관 비고 전화 전화번호 연락처 장애유형 장애명 장애정도 장애등급 장애명및등급 주장애
    부장애 급여종류 급여의종류 수급자구분 보장기관 세대원수 학과 전공 대학 학부 학위 학위명 학위종류 과정 학번
    입학일 입학일자 입학연월일 입학년월일 졸업예정일 졸업예정연월일 졸업예정일자 학위등록번호 수업연한 농지소재지
    소재지 지목 면적 품목 재배품목 확인기준 어업의종류 어선명 어선명톤수 어업종류 조업구역 출자좌수 출자금 경영규모
    소속영림단 소속 분야 전입일 발생일 신고일 변동일 변동사유 발생일신고일 문서확인번호 인터넷발급번호 발급일부터
    발급일로부터 발행일부터 발행일로부터 증명서발급일로부터 재판정시기 발급시각 발행시각 발급시간 처리기관
"""
"""Words before other people's names, other dates and other numbers."""


def heading_of(kind: Kind) -> Callable[[str], str | None]:
    """The parser of the title: the code where a line is nothing but one of the headings, perhaps behind a school."""
    parts = kind.parts.split()
    forms = [squeeze(form) for form in (kind.code, *kind.headings.split(), *parts)]

    def find(text: str) -> str | None:
        letters = squeeze(text)
        ends = kind.behind and any(letters.endswith(form) for form in forms)
        closed = bool(parts) and letters.endswith(parts[-1]) and len(letters) <= _LONGEST_IN_PARTS
        return kind.code if letters in forms or ends or closed else None

    return find


def _nearly_heading(kind: Kind) -> Callable[[str], bool]:
    """Whether a line may be the heading, a letter or two misread, so that other readers must look."""
    forms = [squeeze(form) for form in (kind.code, *kind.headings.split())]

    def like(text: str) -> bool:
        letters = squeeze(text)
        return any(Levenshtein.distance(letters, form) <= len(form) // 4 for form in forms)

    return like


def birth_of(text: str) -> str | None:
    """A date, or the front of a resident number of which the rest is hidden altogether (`900101-*******`)."""
    if (plain := parse_date(text)) is not None:
        return plain
    found = _RESIDENT_FRONT.findall(text)
    if len(found) != 1 or int(found[0][0]) < _ADULTS_SINCE:
        return None
    year, month, day = found[0]
    return parse_date(f"19{year}-{month}-{day}")


def person_name(text: str) -> str | None:
    """A name and no other words of a form: six syllables at most, for a wrong name here would tell of somebody else."""
    name = parse_name(text)
    if name is None or not has_hangul(name):
        return name
    return name if len(name) <= _LONGEST_NAME and not _NO_NAME.search(name) else None


def serial(text: str) -> str | None:
    """A number of such a paper, `제 … 호` or plain; a date or a sentence is none."""
    if len(squeeze(text)) > _LONGEST_NUMBER or parse_date(text) is not None:
        return None
    return common.number_between(text)


def _labels(kind: Kind) -> tuple[Label, ...]:
    own = [
        common.label("name", NAME.words, *_NEARLY_NAME.split(), *kind.name.split()),
        BIRTH_DATE,
        common.label("number", tuple((kind.number or _NUMBER).split())),
        common.label("acquired_on", tuple(kind.begun.split())),
        common.label("rate", tuple(_RATE.split()) if kind.rated else ()),
        ISSUED_ON,
        also(VALID_UNTIL, "존속기간", "면허기간", "허가기간") if kind.ends else Label("valid_until", ()),
    ]
    taken = {squeeze(word) for label in own for word in label.words}
    others = [
        word for words in (_NUMBER, _RATE, _OTHERS, _ENDS) for word in words.split() if squeeze(word) not in taken
    ]
    return (*(label for label in own if label.words), decoys(*dict.fromkeys(others)))


def _phrases(kind: Kind) -> tuple[Phrase, ...]:
    headings = [Phrase(form, 12, whole=True) for form in (kind.code, *kind.headings.split())]
    headings += [Phrase(part, 6, whole=True) for part in kind.parts.split()]
    headings += [Phrase(column, 4, whole=True) for column in kind.columns.split()]
    headings += [Phrase(other, -12, whole=True) for other in kind.never.split()]
    if kind.behind:
        headings += [Phrase(school + kind.code, 10, exact=True, alone=True) for school in ("학교", "대학")]
    return tuple(headings)


def _paper(kind: Kind) -> Paper:
    return Paper(
        code=kind.code,
        family=Family.EVIDENCE,
        phrases=_phrases(kind),
        labels=_labels(kind),
        unlabelled=(
            Unlabelled("title", heading_of(kind), alone=True, like=_nearly_heading(kind)),
            Unlabelled("number", common.numbered, alone=True),
            Unlabelled("number", common.issue_number),
            OFFICE,
            ISSUE_DATE_ALONE,
        ),
        invariants=(in_order("birth_date", "acquired_on", "issued_on"),),
        scripts={"number": Script.LATIN, "rate": Script.DIGITS},
        parsers={
            "title": heading_of(kind),
            "name": person_name,
            "birth_date": birth_of,
            "number": serial,
            "rate": parse_rate,
            "issuer": office,
            "valid_until": common.end_of_period,
        },
    )


EVIDENCE_PAPERS: tuple[Paper, ...] = tuple(_paper(kind) for kind in KINDS)
