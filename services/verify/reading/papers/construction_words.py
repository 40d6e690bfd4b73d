"""Words of construction careers: closed lists of the law, common words of titles, and what readers make of them.

A reading that is a slip away from one listed word, and from no other, is taken for it. A slip is one part of one
syllable (토복 → 토목, 공시 → 공사); words of the lists never turn into each other.
Only 직무분야 and 전문분야 are closed by the law: in every other column anything may stand, words of one slip more too
(전문 and 전무, 사무 and 상무), so that there only long words are mended, by a single slip.
직무분야 and 전문분야 follow 건설기술 진흥법 시행령 별표 1, written down from memory and not yet held against its text;
the other lists are words common in the field, from no list of anybody's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import takewhile

from rapidfuzz.distance import Levenshtein

from services.verify.values.syllables import apart, is_syllable
from services.verify.values.text import free_text

JOB_FIELDS = ("기계", "전기·전자", "토목", "건축", "광업", "도시·교통", "조경", "안전관리", "환경", "건설지원")
SPECIALTIES = (
    "공조냉동및설비", "건설기계", "용접", "승강기", "일반기계", "철도신호", "건축전기설비", "산업계측제어",
    "토질·지질", "토목구조", "항만및해안", "도로및공항", "철도·삭도", "수자원개발", "상하수도", "농어업토목",
    "토목시공",
    "토목품질관리", "측량및지형공간정보", "지적", "건축구조", "건축기계설비", "건축설비", "건축시공", "실내건축",
    "건축품질관리", "건축계획·설계", "화약류관리", "광산보안", "도시계획", "교통", "조경계획", "조경시공관리",
    "건설안전",
    "소방", "가스", "비파괴검사", "대기관리", "수질관리", "소음진동", "폐기물처리", "자연환경", "토양환경", "해양",
    "건설금융·재무", "건설기획", "건설마케팅", "건설정보처리",
)  # fmt: skip
RESPONSIBILITIES = (
    "책임기술인", "책임기술자", "분야별책임기술인", "분야별책임기술자", "사업책임기술인", "사업책임기술자",
    "참여기술인",
    "참여기술자", "분야별참여기술인", "분야별참여기술자", "현장대리인", "공사책임자", "공사관리자", "품질관리자",
    "안전관리자",
    "책임건설사업관리기술인", "분야별건설사업관리기술인", "총괄감리원", "책임감리원", "보조감리원", "상주감리원",
    "비상주감리원",
)  # fmt: skip
WORK_TYPES = (
    "도로", "고속국도", "일반국도", "지방도로", "교량", "터널", "철도", "지하철", "도시철도", "고속철도",
    "일반철도", "공항", "항만", "하천", "댐",
    "상하수도", "상수도", "하수도", "상수도관", "하수도관", "하수처리장", "정수장", "정수처리장", "폐수처리장",
    "관로", "펌프장", "저수지", "양수장",
    "배수장", "농업용수", "공업용수", "경지정리", "간척", "매립", "간척매립", "준설", "호안", "방파제", "단지조성",
    "택지조성", "택지개발", "산업단지",
    "단지", "택지", "공원", "조경", "체육시설", "건축", "주택", "공장", "공동주택", "업무시설", "교육시설",
    "의료시설", "판매시설", "운수시설",
    "문화시설", "발전소", "송전", "변전", "통신", "전기", "기계", "소방", "토공", "옹벽", "사면", "포장",
    "도장", "방수", "철거",
    "폐기물처리시설", "소각장", "에너지시설", "플랜트", "측량", "지질조사", "안전진단",
)  # fmt: skip
DUTIES = (
    "시공", "설계", "감리", "감독", "공무", "공사", "조사", "시험", "검사", "감사", "연구", "계획", "기획", "측량",
    "관리", "견적", "자문",
    "현장시공", "현장공무", "본부공무", "본사공무", "공사관리", "공사감독", "공사감리", "시공감리", "책임감리",
    "설계감리", "시공관리", "현장관리",
    "건설사업관리", "품질관리", "안전관리", "공정관리", "공장관리", "환경관리", "원가관리", "기본설계", "실시설계",
    "타당성조사", "시험검사",
    "유지관리", "기술지원", "기술자문", "안전진단", "정밀점검", "현장소장", "사업관리", "총괄관리",
)  # fmt: skip
POSITIONS = (
    "사원", "주임", "계장", "대리", "과장", "차장", "부장", "팀장", "실장", "소장", "조장", "반장", "본부장",
    "이사", "상무", "전무", "부사장",
    "사장", "기사", "기술사", "감리원", "감리단장", "현장대리인", "현장소장", "공사과장", "공무과장", "대표이사",
    "상무이사", "전무이사", "연구원",
    "수석연구원", "책임연구원", "선임연구원", "주임기사", "인턴",
)  # fmt: skip
METHODS = (
    "일반", "개착", "굴착", "재래식", "심층혼합처리", "프리스트레스", "프리캐스트", "동다짐공법",
    "가설공법", "발파공법", "개착공법",
    "매입말뚝", "강관말뚝", "현장타설말뚝", "NATM", "TBM", "ILM", "FCM", "FSLM", "MSS", "PSM", "PSC BOX",
    "PSC BEAM", "IPC", "PHC 말뚝", "SCW",
    "CIP", "JSP", "LW", "SGR", "RCD", "SIP", "DCM", "SHIELD TBM",
)  # fmt: skip
DEPARTMENTS = (
    "인사팀", "인사부", "인사과", "인사총무팀", "인사총무부", "인사관리팀", "총무팀", "총무부", "총무과",
    "총무인사팀", "경영지원팀", "경영지원부",
    "경영지원실", "경영지원본부", "경영관리팀", "경영관리부", "경영기획팀", "관리팀", "관리부", "관리본부",
    "기획팀", "기획실", "기획조정실", "업무팀", "업무부",
    "기술팀", "기술부", "기술본부", "기술사업부", "기술지원팀", "기술연구소", "공사팀", "공사부", "공사관리팀",
    "공사관리부", "공무팀", "공무부",
    "사업팀", "사업부", "사업본부", "사업관리팀", "사업관리부", "토목팀", "토목부", "토목사업부", "토목사업본부",
    "토목설계부", "건축팀", "건축부",
    "건축사업부", "건축사업본부", "도로부", "도로공항부", "구조부", "수자원부", "상하수도부", "환경부",
    "환경사업부", "플랜트사업부", "감리사업부",
    "감리본부", "설계팀", "설계부", "시공팀", "현장관리팀", "안전관리팀", "안전품질팀", "품질관리팀",
    "엔지니어링사업부", "인프라사업본부",
)  # fmt: skip
CLIENTS = (
    "한국도로공사", "한국농어촌공사", "한국수자원공사", "한국토지주택공사", "한국철도공사", "국가철도공단",
    "한국철도시설공단",
    "한국전력공사", "한국가스공사", "한국공항공사", "한국환경공단", "인천국제공항공사", "부산항만공사",
    "인천항만공사",
    "서울주택도시공사", "경기주택도시공사", "농업기반공사", "한국토지공사", "대한주택공사", "국토교통부",
    "국토해양부", "건설교통부",
    "해양수산부", "농림축산식품부", "환경부", "국방시설본부", "행정중심복합도시건설청", "새만금개발청",
    *(f"{place}지방국토관리청" for place in ("서울", "원주", "대전", "익산", "부산")),
    *(
        f"{place}지방해양수산청"
        for place in ("부산", "인천", "여수", "마산", "울산", "동해", "군산", "목포", "포항", "평택", "대산")
    ),
    "서울특별시", "부산광역시", "대구광역시", "인천광역시", "광주광역시", "대전광역시", "울산광역시",
    "세종특별자치시",
    "경기도", "강원도", "충청북도", "충청남도", "전라북도", "전라남도", "경상북도", "경상남도", "제주특별자치도",
)  # fmt: skip
PROJECT_WORDS = (
    "우회도로", "고속도로", "고속국도", "산업단지", "지방산단", "택지조성", "택지개발", "단지조성", "부지조성",
    "하천정비",
    "하천환경", "하수관로", "하수관거", "하수처리", "상수도관", "상수관로", "농업용수", "공업용수", "용수로정비",
    "배수로정비",
    "보수보강", "유지보수", "내진보강", "성능개선", "시설개량", "확장공사", "포장공사", "신축공사", "증축공사",
    "토목공사",
    "조성공사", "정비공사", "건설공사", "도장공사", "철거공사", "방음벽설치", "재해예방", "생태하천", "도시철도",
    "고속철도",
    "복선전철", "국가산단", "항만건설", "방파제축조", "접안시설", "매립공사", "준설공사", "관로정비", "정비사업",
    "조성사업",
    "개발사업", "복합도시", "행정중심복합도시", "혁신도시", "신도시개발", "실시설계용역", "기본설계용역",
    "감리용역", "안전진단용역",
    "설계용역",
    "양배수장", "경지정리", "수리시설", "저수지정비", "농촌용수", "간척지구", "국도건설", "국토건설", "지방도확포장",
)  # fmt: skip
"""Of four syllables and more; where a slip makes another word of one (포장공사, 도장공사), both are here."""
_LAST_WORDS = ("공사", "사업", "용역")
"""What titles of projects end with."""
_DAM = "댐"
_TAKEN_FOR_DAM = frozenset("탬맴냄넴멤맵뎀")
_AMBIGUOUS_DAM = frozenset("덤램")
"""Syllables that the models write for 댐, which is not in their alphabet; the ambiguous ones begin 덤프 and 램프."""
_SHORT, _MOST_SLIPS = 3, 3
"""Open lists help with words longer than the first; closed ones mend one slip for two syllables, no more than three."""
_ABBREVIATION = 3

Parser = Callable[[str], str | None]


def closed(words: Iterable[str]) -> Parser:
    """A parser of a column in which hardly anything but `words` stands: slips in any of them are mended."""
    return lambda text: _listed(free_text(text), _bare(tuple(words)), 0)


def familiar(words: Iterable[str]) -> Parser:
    """A parser of a column in which anything may stand: slips are mended in long `words` only."""
    return lambda text: _listed(free_text(text), _bare(tuple(words)), _SHORT)


def parse_project(text: str) -> str | None:
    """A project's title, slips mended in its familiar words and at its end; 댐 restored, which no model can write."""
    value = free_text(text)
    if value is None:
        return None
    return _with_last_word(_with_words(_with_dam(value)))


@cache
def _bare(words: tuple[str, ...]) -> dict[str, str]:
    """Letters of each word → its canonical form."""
    return {_letters(word): free_text(word) or word for word in words}


def _listed(value: str | None, words: dict[str, str], longer_than: int) -> str | None:
    if value is None:
        return None
    letters = _letters(value)
    if letters in words:
        return words[letters]
    lost = [word for word in words if _lost_a_letter(letters, word)]
    if len(lost) == 1:
        return words[lost[0]]
    near = sorted((slips(letters, word), word) for word in words if len(word) == len(letters) > longer_than)
    if not near or near[0][0] > _allowed(near[0][1], longer_than):
        return value
    clear = 1 if len(letters) > _SHORT and near[0][0] == 1 else 2
    if len(near) > 1 and near[1][0] < near[0][0] + clear:
        return value
    return words[near[0][1]]


def _lost_a_letter(letters: str, word: str) -> bool:
    """Whether `letters` are `word` but for one Latin letter: a thin one of `ILM`, any of `PHC말뚝`."""
    if letters.isascii():
        return word in (f"I{letters}", f"{letters}I")
    latin, rest = _latin(word), word.removeprefix(_latin(word))
    seen = letters.removesuffix(rest)
    return (
        len(latin) >= _ABBREVIATION and bool(rest) and letters.endswith(rest) and Levenshtein.distance(seen, latin) == 1
    )


def _latin(word: str) -> str:
    """The Latin letters that `word` begins with."""
    return "".join(takewhile(str.isascii, word))


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _allowed(word: str, longer_than: int) -> int:
    return min(max(1, len(word) // 2), _MOST_SLIPS) if longer_than == 0 else 1


def slips(one: str, other: str) -> int:
    """How many parts of syllables differ between two texts of one length; many where other signs do."""
    return sum(_parts_apart(a, b) for a, b in zip(one, other, strict=True))


def _parts_apart(one: str, other: str) -> int:
    if one == other:
        return 0
    return apart(one, other) if is_syllable(one) and is_syllable(other) else 9


def _with_words(value: str) -> str:
    """`value` with slips mended in familiar words; a stretch that is a familiar word already is left alone."""
    places = [(start, word) for word in PROJECT_WORDS for start in range(len(value) - len(word) + 1)]
    known = {
        place for start, word in places if value.startswith(word, start) for place in range(start, start + len(word))
    }
    meant: dict[int, set[str]] = {}
    for start, word in places:
        slip = [start + place for place, letter in enumerate(word) if value[start + place] != letter]
        if len(slip) == 1 and slip[0] not in known and _parts_apart(value[slip[0]], word[slip[0] - start]) == 1:
            meant.setdefault(slip[0], set()).add(word[slip[0] - start])
    letters = [
        next(iter(meant.get(place, {letter}))) if len(meant.get(place, ())) < 2 else letter
        for place, letter in enumerate(value)
    ]
    return "".join(letters)


def _with_last_word(value: str) -> str:
    last = value[-2:]
    if last in _LAST_WORDS or len(value) <= 4:
        return value
    near = [word for word in _LAST_WORDS if len(last) == len(word) and slips(last, word) == 1]
    return value[:-2] + near[0] if len(near) == 1 else value


def _with_dam(value: str) -> str:
    letters = list(value)
    for place, letter in enumerate(letters):
        after = letters[place + 1] if place + 1 < len(letters) else ""
        if place and (letter in _TAKEN_FOR_DAM or (letter in _AMBIGUOUS_DAM and after != "프")):
            letters[place] = _DAM
    return "".join(letters)
