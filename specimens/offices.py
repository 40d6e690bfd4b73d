"""Invented places, offices, schools and the numbers that they print on papers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from specimens import dates

RURAL = (
    ("전라남도", "나주시", "왕곡면", "장산리"), ("전라북도", "김제시", "만경읍", "화포리"),
    ("충청남도", "서산시", "부석면", "취평리"), ("경상북도", "의성군", "단북면", "효제리"),
    ("강원도", "횡성군", "둔내면", "자포곡리"), ("경기도", "여주시", "흥천면", "계신리"),
    ("경상남도", "고성군", "하이면", "덕호리"), ("충청북도", "괴산군", "감물면", "오성리"),
    ("전라남도", "완도군", "노화읍", "이목리"), ("경상남도", "거제시", "둔덕면", "술역리"),
    ("제주특별자치도", "서귀포시", "대정읍", "하모리"), ("충청남도", "태안군", "이원면", "포지리"),
)  # fmt: skip
"""(도, 시·군, 읍·면, 리)."""
URBAN = (
    ("서울특별시", "노원구", "상계6.7동", "노해로"), ("서울특별시", "관악구", "신림동", "남부순환로"),
    ("부산광역시", "사하구", "하단1동", "낙동남로"), ("대구광역시", "수성구", "만촌3동", "달구벌대로"),
    ("광주광역시", "북구", "운암2동", "북문대로"), ("대전광역시", "유성구", "노은1동", "은구비로"),
    ("인천광역시", "부평구", "십정2동", "백범로"), ("경기도 수원시", "영통구", "매탄4동", "인계로"),
)  # fmt: skip
"""(시·도, 구, 동, 도로)."""
_COOPERATIVES = (
    "왕곡농업협동조합",
    "만경농업협동조합",
    "의성중부농협",
    "남해군산림조합",
    "완도군수협",
    "괴산증평산림조합",
)
_UNIVERSITIES = ("새한대학교", "동강대학교", "국립한밭과학대학교", "남도대학교", "서해공과대학교", "백록대학교")
_SCHOOLS = ("나래고등학교", "금성농업고등학교", "한솔공업고등학교", "월출고등학교")
_DEPARTMENTS = (
    ("공과대학", "토목공학과", "공학사"),
    ("농업생명과학대학", "지역건설공학과", "농학사"),
    ("경상대학", "경제학과", "경제학사"),
    ("공과대학", "전기공학과", "공학사"),
    ("자연과학대학", "환경학과", "이학사"),
    ("법정대학", "행정학과", "행정학사"),
)
VETERANS = (
    "서울지방보훈청장",
    "광주지방보훈청장",
    "전주보훈지청장",
    "익산보훈지청장",
    "강릉보훈지청장",
    "경북남부보훈지청장",
)
"""Who issues 취업지원대상자증명서."""


def rural_address(rng: Random) -> str:
    """An address in a 읍 or 면."""
    return f"{' '.join(rng.choice(RURAL))} {rng.randint(2, 980)}"


def urban_address(rng: Random) -> str:
    """A street address in a city, the 동 in brackets."""
    province, district, quarter, street = rng.choice(URBAN)
    return (
        f"{province} {district} {street} {rng.randint(3, 480)}, {rng.randint(1, 24)}0{rng.randint(1, 9)}호 ({quarter})"
    )


def cooperative(rng: Random) -> str:
    """An agricultural, forestry or fishery cooperative."""
    return rng.choice(_COOPERATIVES)


def university(rng: Random) -> tuple[str, str, str, str]:
    """School, college, department and degree."""
    return (rng.choice(_UNIVERSITIES), *rng.choice(_DEPARTMENTS))


def high_school(rng: Random) -> str:
    """A high school."""
    return rng.choice(_SCHOOLS)


def document_no(rng: Random, issued: str) -> str:
    """문서확인번호 of 정부24: sixteen digits, of which thirteen are the moment of issue in milliseconds."""
    moment = datetime.fromisoformat(issued).replace(tzinfo=UTC) + timedelta(seconds=rng.randint(0, 30_000))
    digits = f"{int(moment.timestamp() * 1000) + rng.randrange(1000)}{rng.randrange(1000):03d}"
    return "-".join(digits[start : start + 4] for start in range(0, 16, 4))


def serial(rng: Random, year: str, digits: int) -> str:
    """`year` and further digits, `digits` in all."""
    return year + f"{rng.randrange(10 ** (digits - 4)):0{digits - 4}d}"


def moves(rng: Random, birth: str, issued: str) -> list[tuple[str, str, str]]:
    """(address, day of the move, day of its notice) from birth to the newest, in order."""
    count = rng.randint(3, 6)
    days = sorted(dates.between(rng, birth, dates.later(rng, issued, -200, -60)) for _ in range(count - 1))
    rows = []
    for day in [birth, *days]:
        address = rural_address(rng) if rng.random() < 0.6 else urban_address(rng)
        rows.append((address, day, dates.later(rng, day, 0, 13)))
    return rows
