"""국가기술자격 papers of 한국산업인력공단: 상장형, 수첩형 and 취득사항확인서."""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.layout.labels import Label
from services.verify.reading.papers.certificate_labels import BARE_NUMBER, HOLDER, OTHER_NUMBERS
from services.verify.reading.papers.day_labels import ISSUED_ON, VALID_UNTIL
from services.verify.reading.papers.invariants import in_order
from services.verify.reading.papers.licence import known_title, licence_number, licence_title, licence_value
from services.verify.reading.papers.number_labels import ISSUER
from services.verify.reading.papers.paper import Paper, Phrase, Script, Table, Unlabelled, decoys
from services.verify.reading.papers.person_labels import BIRTH_DATE, NAME, NAME_LATIN, PERSON_NOISE
from services.verify.reading.papers.signer import ISSUE_DATE_ALONE, LETTER_DATE, signed_by, signer
from services.verify.reading.papers.wordings import also

_IN_ENGLISH = ("Certificate No", "Certificate number", "License No", "Registration No")
_NUMBER = Label(
    "number",
    ("자격번호", "자격증번호", "자격등록번호", "자격번호(등록번호)", "등록번호", "국가기술자격번호", *_IN_ENGLISH),
)
_TITLE = Label(
    "title",
    (
        "자격종목",
        "종목",
        "종목명",
        "자격명",
        "자격종목및등급",
        "기술자격종목",
        "자격종목명",
        "자격의종목",
        "종목및등급",
        "국가기술자격종목",
        "자격종목및",
        "및등급",
        "및등릅",
        "및등금",
        "Qualification",
        "Title of qualification",
        "Technical qualification",
        "Technical field",
    ),
)
_ACQUIRED = Label(
    "acquired_on",
    (
        "합격연월일",
        "합격년월일",
        "합격일",
        "합격일자",
        "취득일",
        "취득일자",
        "취득연월일",
        "취득년월일",
        "최종합격일",
        "자격취득일",
        "최종합격일자",
        "자격취득연월일",
        "최종합격연월일",
        "Acquired on",
        "Date of acquisition",
        "Date acquired",
    ),
)
_ISSUED_IN_ROW = Label(
    "issued_on", (*ISSUED_ON.words, "등록연월일", "등록일", "등록일자", "등록년월일", "발급(등록)일")
)
_OTHERS = decoys(
    *PERSON_NOISE,
    *OTHER_NUMBERS,
    "관리번호",
    "내지번호",
    "자격관리번호",
    "주무부처",
    "주무부처(청)",
    "주무부처청",
    "문서확인번호",
    "확인번호",
    "발급번호",
    "연번",
    "순번",
    "비고",
    "재발급",
    "재교부",
    "등록연월일",
    "등록일",
    "등록년월일",
    "상태",
    "면제",
    "용도",
    "제출처",
    "대표자",
    "이사장",
    "담당자",
    "발급부서",
    "취득사항",
    "자격취득사항",
)
_RUNNING = decoys("번호")
_COLUMNS = (_TITLE, _NUMBER, _ACQUIRED, _ISSUED_IN_ROW, VALID_UNTIL, _OTHERS, _RUNNING, decoys(*ISSUER.words))
_FOOT = (signed_by("한국산업인력공단"), ISSUE_DATE_ALONE, LETTER_DATE)
_TITLE_ALONE = Unlabelled("title", known_title)
_PARSERS = {
    "issuer": signer("한국산업인력공단"),
    "title": licence_title,
    "number": licence_value,
    "bare.number": licence_value,
}
_NEVER = ("grade",)
_SCRIPTS = {"number": Script.LATIN}
_RECORD = "취득사항확인서"
_RECORDS = ("Record of National Technical Qualification", "Record of Technical Qualification")
_ENGLISH = "National Technical Qualification"
_CHAMBER = ("Chamber of Commerce and Industry", "Chamber of Commerce & Industry")

NQ_AWARD = Paper(
    code="NQ_AWARD",
    family=Family.CERTIFICATE,
    phrases=(
        Phrase("국가기술자격증", 10, exact=True),
        Phrase(_ENGLISH, 8, forms=("National Technical Qualifications",)),
        Phrase("국가기술자격법", 4),
        Phrase("한국산업인력공단", 3, forms=("Human Resources Development Service of Korea",)),
        Phrase("관리번호", 3),
        Phrase("자격종목", 2, forms=("종목및등급", "기술자격종목")),
        Phrase("자격번호", 2),
        Phrase("대한상공회의소", -12, forms=_CHAMBER),
        Phrase("컴퓨터활용능력", -12),
        Phrase("워드프로세서", -12),
        Phrase("내지번호", -8),
        Phrase("수첩", -8),
        Phrase(_RECORD, -20, forms=_RECORDS),
    ),
    labels=(
        NAME,
        HOLDER,
        NAME_LATIN,
        BIRTH_DATE,
        _NUMBER,
        BARE_NUMBER,
        _TITLE,
        _ACQUIRED,
        ISSUED_ON,
        VALID_UNTIL,
        ISSUER,
        _OTHERS,
    ),
    unlabelled=(_TITLE_ALONE, *_FOOT),
    not_printed=_NEVER,
    parsers=_PARSERS,
    invariants=(in_order("birth_date", "acquired_on", "issued_on"), licence_number("number")),
    scripts=_SCRIPTS,
)

NQ_BOOK = Paper(
    code="NQ_BOOK",
    family=Family.CERTIFICATE,
    phrases=(
        Phrase("국가기술자격증", 8, exact=True),
        Phrase("국가기술자격수첩", 12, exact=True),
        Phrase("국가기술자격법", 3),
        Phrase("한국산업인력공단", 3, forms=("Human Resources Development Service of Korea",)),
        Phrase("내지번호", 8),
        Phrase("수첩", 4),
        Phrase("자격종목", 2, forms=("종목및등급", "기술자격종목")),
        Phrase("자격번호", 2),
        Phrase("대한상공회의소", -12, forms=_CHAMBER),
        Phrase("컴퓨터활용능력", -12),
        Phrase("워드프로세서", -12),
        Phrase(_RECORD, -20, forms=_RECORDS),
    ),
    labels=NQ_AWARD.labels,
    unlabelled=(_TITLE_ALONE, *_FOOT),
    not_printed=_NEVER,
    parsers=_PARSERS,
    invariants=NQ_AWARD.invariants,
    scripts=_SCRIPTS,
)

NQ_RECORD = Paper(
    code="NQ_RECORD",
    family=Family.CERTIFICATE,
    phrases=(
        Phrase("취득사항확인서", 14, forms=("자격취득사항확인서",), unlike=("취득사실확인", "취득사실")),
        Phrase(_RECORDS[0], 12, exact=True, forms=_RECORDS[1:]),
        Phrase("자격취득확인서", -8),
        Phrase("한국어능력", -20, forms=("국어능력인증", "한국사능력", "활용능력", "실용글쓰기", "한국어진흥원")),
        Phrase("취득사항", 3),
        Phrase("한국산업인력공단", 3, forms=("Human Resources Development Service of Korea",)),
        Phrase("국가기술자격", 3),
    ),
    labels=(
        NAME,
        HOLDER,
        BIRTH_DATE,
        also(ISSUED_ON, "확인일", "확인일자", "조회일", "조회일자"),
        ISSUER,
        _OTHERS,
        _RUNNING,
    ),
    unlabelled=_FOOT,
    tables=(Table("certificates", _COLUMNS, key=("title", "number"), cards=True),),
    not_printed=_NEVER,
    parsers=_PARSERS,
    scripts=_SCRIPTS,
)
