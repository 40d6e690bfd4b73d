"""What papers and broken invariants are called, in Korean and English; fields as everywhere."""

from __future__ import annotations

from services.common.field_names import label as label

_PAPERS: dict[str, tuple[str, str]] = {
    "NQ_AWARD": ("국가기술자격증(상장형)", "national technical qualification, award form"),
    "NQ_BOOK": ("국가기술자격증(수첩형)", "national technical qualification, booklet"),
    "NQ_RECORD": ("국가기술자격취득사항확인서", "record of national technical qualifications"),
    "KORCHAM": ("대한상공회의소 자격증", "certificate of the Korea Chamber of Commerce"),
    "KHISTORY": ("한국사능력검정시험 인증서", "Korean history proficiency certificate"),
    "KBS_KOREAN": ("KBS한국어능력시험 성적표", "KBS Korean proficiency report"),
    "TOKL": ("국어능력인증시험 성적표", "ToKL Korean proficiency report"),
    "PRACTICAL_WRITING": ("한국실용글쓰기검정 자격증", "practical Korean writing certificate"),
    "PROFESSIONAL": ("고급자격증", "higher professional licence"),
    "TOEIC": ("TOEIC 성적표", "TOEIC score report"),
    "TOEIC_S": ("TOEIC Speaking 성적표", "TOEIC Speaking score report"),
    "TEPS": ("TEPS 성적표", "TEPS score report"),
    "NEW_TEPS": ("New TEPS 성적표", "New TEPS score report"),
    "TOEFL_IBT": ("TOEFL iBT 성적표", "TOEFL iBT score report"),
    "OPIC": ("OPIc 인증서", "OPIc certificate"),
    "JPT": ("JPT 성적표", "JPT score report"),
    "HSK": ("新HSK 성적표", "HSK score report"),
    "BCT": ("BCT 성적표", "BCT score report"),
    "FLEX_FR": ("FLEX 프랑스어 성적표", "FLEX French score report"),
    "FLEX_ES": ("FLEX 스페인어 성적표", "FLEX Spanish score report"),
    "DELF": ("DELF 증서", "DELF diploma"),
    "DELE": ("DELE 증서", "DELE diploma"),
    "FLEX_OTHER": ("FLEX 다른 언어 성적표", "FLEX score report of another language"),
    "TOEIC_BRIDGE": ("TOEIC Bridge 성적표", "TOEIC Bridge score report"),
    "TOEIC_WRITING": ("TOEIC Writing 성적표", "TOEIC Writing score report"),
    "TOEFL_ITP": ("TOEFL ITP 성적표", "TOEFL ITP score report"),
    "TEPS_SPEAKING_WRITING": ("TEPS Speaking & Writing 성적표", "TEPS Speaking & Writing score report"),
    "JLPT": ("JLPT 성적표", "JLPT certificate"),
    "SJPT": ("SJPT 성적표", "SJPT score report"),
    "HSK_SPEAKING": ("HSK 말하기(HSKK) 성적표", "HSKK score report"),
    "CAREER_FORM": ("경력확인서", "career confirmation form"),
    "취업지원대상자증명서": ("취업지원대상자증명서", "certificate of entitlement to employment support"),
    "장애인증명서": ("장애인증명서", "certificate of disability"),
    "국민기초생활수급자증명서": ("국민기초생활수급자증명서", "certificate of basic livelihood support"),
    "주민등록초본": ("주민등록초본", "abstract of resident registration"),
    "졸업증명서": ("졸업증명서", "certificate of graduation"),
    "졸업예정증명서": ("졸업예정증명서", "certificate of expected graduation"),
    "가족관계증명서": ("가족관계증명서", "certificate of family relations"),
    "농업인확인서": ("농업인확인서", "confirmation as a farmer"),
    "농업경영체등록확인서": ("농업경영체등록확인서", "confirmation of farm registration"),
    "농업경영체증명서": ("농업경영체증명서", "certificate of a farm business"),
    "쌀전업농육성대상자확인서": ("쌀전업농육성대상자확인서", "confirmation as a supported rice farmer"),
    "조합원증명서": ("조합원증명서", "certificate of cooperative membership"),
    "농지원부": ("농지원부", "farmland register"),
    "경작사실확인서": ("경작사실확인서", "confirmation of cultivation"),
    "후계자및독립가증명서": ("후계자및독립가증명서", "certificate of a forestry successor or independent forester"),
    "신지식임업인인증서": ("신지식임업인인증서", "award to a forester of new knowledge"),
    "영림단원확인서": ("영림단원확인서", "confirmation of membership of a forestry crew"),
    "면허어업증명서": ("면허어업증명서", "certificate of licensed fishery"),
    "허가어업증명서": ("허가어업증명서", "certificate of permitted fishery"),
    "신고어업증명서": ("신고어업증명서", "certificate of reported fishery"),
    "어업인확인서": ("어업인확인서", "confirmation as a fisher"),
}


_INVARIANTS: dict[str, tuple[str, str]] = {
    "SECTION_SUM": ("영역 점수의 합이 총점과 다름", "the sections do not add up to the total"),
    "STEP": ("점수 단위에 맞지 않음", "not a step of the test's scale"),
    "RANGE": ("점수 범위를 벗어남", "outside the test's range"),
    "CLOSED_LIST": ("정해진 목록에 없는 값", "not in the closed list of values"),
    "REAL_DATE": ("존재하지 않는 날짜", "not a date of the calendar"),
    "DATE_ORDER": ("날짜의 앞뒤가 맞지 않음", "the dates are out of order"),
    "TEST_NAME_DATE": (
        "시험일과 TEPS/New TEPS 구분이 맞지 않음(New TEPS는 2018-05-12부터)",
        "the test date does not fit TEPS or New TEPS (New TEPS began 2018-05-12)",
    ),
    "VALIDITY": ("유효기간이 시험일과 맞지 않음", "the validity does not fit the test date"),
    "ISSUE_NUMBER": (
        "발급번호 앞자리가 수험번호와 다름",
        "the issue number does not begin with the registration number",
    ),
    "LEVEL_SCORE": ("등급과 점수가 서로 맞지 않음", "the level does not fit the score"),
    "NOT_PASSED": ("합격 점수에 미치지 못한 성적", "below the mark that passes"),
    "HIGHER_DIPLOMA": (
        "DALF(C1·C2) 증서: DELF B1 이상으로 인정되는지 확인 필요",
        "a DALF diploma (C1, C2): confirm that it counts as DELF B1 or above",
    ),
    "TEXT_LAYER": (
        "PDF에 숨은 글자가 눈에 보이는 글자와 다름",
        "the text hidden in the PDF is not what is drawn",
    ),
    "NUMBER_FORM": ("번호 형식에 맞지 않음", "not the format of such a number"),
}


def invariant_name(code: str) -> tuple[str, str]:
    """What a paper that breaks the invariant `code` does, in Korean and English."""
    return _INVARIANTS.get(code, (code, code))


def paper_name(kind: str) -> tuple[str, str]:
    """Korean and English name of a kind of paper; the code itself where nobody has named it."""
    return _PAPERS.get(kind, (kind, kind))
