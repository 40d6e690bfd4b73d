"""Invented careers in construction: employers, projects, and the words of the form's columns."""

from __future__ import annotations

from random import Random
from typing import Any

from specimens import dates

_COMPANIES = (
    "(주)대한건설",
    "한빛종합건설(주)",
    "동명기술공단",
    "(주)삼우이앤씨",
    "금강엔지니어링(주)",
    "(주)누리건설",
    "태영토건 주식회사",
    "서진건설(주)",
    "(주)유일설계기술단",
)
_PLACES = (
    "국도 제37호선",
    "국도 제77호선",
    "군산항",
    "영산강",
    "춘천",
    "안성",
    "광양",
    "행정중심복합도시",
    "평택",
    "새만금",
    "보령댐",
    "나주",
)
_WORKS = (
    "확장공사",
    "우회도로 개설공사",
    "하천정비사업",
    "배수개선사업",
    "상수도관로 설치공사",
    "교량 보수보강공사",
    "택지조성공사",
    "농업용수로 정비공사",
)
_CLIENTS = (
    "익산지방국토관리청",
    "한국농어촌공사",
    "한국도로공사",
    "전라남도",
    "부산지방해양수산청",
    "한국토지주택공사",
    "춘천시",
    "한국수자원공사",
)
_FIELDS = {
    "토목": ("도로및공항", "수자원개발", "상하수도", "토목구조", "토질·지질", "농어업토목"),
    "건축": ("건축시공", "건축구조", "건축설비"),
    "환경": ("수질관리", "폐기물처리"),
}
_KINDS = ("도로", "하천", "교량", "상하수도", "단지조성", "터널", "농업용수")
_DUTIES = ("현장시공", "현장공무", "설계", "시공", "감리", "공사관리", "품질관리", "본부공무")
_METHODS = ("NATM", "PSC BOX", "ILM", "개착", "일반", "FCM", "심층혼합처리", "PHC 말뚝")
_POSITIONS = ("사원", "주임", "대리", "과장", "차장", "부장", "현장대리인")
_ROLES = ("참여기술인", "현장대리인", "공사책임자", "분야별책임기술인", "책임기술인")


def company(rng: Random) -> str:
    """An employer, with 주식회사 before or behind as companies write themselves."""
    return rng.choice(_COMPANIES)


def records(rng: Random, joined: str, left: str) -> list[dict[str, str]]:
    """Two to five projects, in one career of eight a dozen or two, one after the other, as rows of a declaration."""
    return _projects(rng, joined, left, rng.randint(2, 5) if rng.random() > 0.12 else rng.randint(12, 22))


def _projects(rng: Random, joined: str, left: str, count: int) -> list[dict[str, str]]:
    rows = []
    cuts = sorted(dates.between(rng, joined, left) for _ in range(2 * count))
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        field = rng.choices(tuple(_FIELDS), (8, 2, 1))[0]
        rows.append(
            {
                "project": f"{rng.choice(_PLACES)} {rng.choice(_WORKS)}",
                "from": start,
                "to": end,
                "client": rng.choice(_CLIENTS),
                "job_field": field,
                "specialty": rng.choice(_FIELDS[field]),
                "work_type": rng.choice(_KINDS),
                "duty": rng.choice(_DUTIES),
                "method": rng.choice(_METHODS),
                "position": rng.choice(_POSITIONS),
                "responsibility": rng.choice(_ROLES),
            }
        )
    return rows


def other_employers(rng: Random, company: str, joined: str, left: str) -> list[dict[str, Any]]:
    """One or two employments before that at `company` and perhaps one after it, oldest first, each with its rows.

    Rows have the fields of a claim: `company`, `joined_on`, `left_on`, `records`.
    """
    names = rng.sample([name for name in _COMPANIES if name != company], 3)
    employers: list[dict[str, Any]] = []
    end = joined
    for name in names[: rng.randint(1, 2)]:
        end = dates.later(rng, end, -200, -20)
        begun = dates.later(rng, end, -1500, -400)
        employers.insert(0, _employment(rng, name, begun, end))
        end = begun
    if rng.random() < 0.4:
        begun = dates.later(rng, left, 3, 60)
        employers.append(_employment(rng, names[2], begun, dates.later(rng, begun, 200, 500)))
    return employers


def _employment(rng: Random, company: str, joined: str, left: str) -> dict[str, Any]:
    rows = _projects(rng, joined, left, rng.randint(2, 7))
    return {"company": company, "joined_on": joined, "left_on": left, "records": rows}
