"""What stands on the evidence papers (claim kind `status`); their drawings are in the files of each family.

`title` is always the paper's name as the rule book writes it, however the heading sets it. Resident numbers are
decoys: their first six digits are the truth of the birth date.
"""

from __future__ import annotations

from specimens import dates, offices, people
from specimens.filling import Filling
from specimens.registry import realistic

PARENT = ("1950-01-01", "1971-12-31")
"""Births of those who farm or fish: parents of applicants."""
APPLICANT = ("1982-01-01", "1998-12-31")


def person(filling: Filling, births: tuple[str, str], *, hidden: float = 0.5) -> None:
    """Who the paper is about; the resident number is masked in the share `hidden` of papers."""
    rng = filling.rng
    filling.take("title", lambda: filling.paper)
    filling.take("name", lambda: people.name(rng))
    birth = filling.take("birth_date", lambda: people.birth(rng, *births)) or births[0]
    filling.take("resident_tail", lambda: people.resident_tail(rng, birth, hidden=rng.random() < hidden))
    issued = filling.take("issued_on", lambda: dates.between(rng, "2019-09-20", "2019-12-27")) or "2019-11-20"
    filling.take("document_no", lambda: offices.document_no(rng, issued))


def _year(filling: Filling) -> str:
    return str(filling.values.get("issued_on") or "2019-11-20")[:4]


@realistic("status", "취업지원대상자증명서")
def employment_support(filling: Filling) -> None:
    """보훈번호 `NN-NNNNNN`; the rate of preference is 5 or 10 per cent."""
    rng = filling.rng
    person(filling, APPLICANT)
    filling.take("number", lambda: f"{rng.randint(10, 69)}-{rng.randrange(10**6):06d}")
    filling.take("rate", lambda: rng.choice(("5", "10")))
    filling.take("issuer", lambda: rng.choice(offices.VETERANS))
    filling.take("address", lambda: offices.urban_address(rng))
    filling.take("veteran", lambda: people.name(rng))


@realistic("status", "장애인증명서", "국민기초생활수급자증명서")
def welfare(filling: Filling) -> None:
    """발급번호 of sixteen to twenty-two digits; a district office issues it."""
    rng = filling.rng
    person(filling, APPLICANT)
    filling.take("number", lambda: offices.serial(rng, _year(filling), rng.choice((16, 18, 20, 22))))
    if rng.random() < 0.5:
        province, district, *_ = rng.choice(offices.URBAN)
        filling.take("issuer", lambda: f"{province} {district}청장")
    else:
        province, county, *_ = rng.choice(offices.RURAL)
        filling.take("issuer", lambda: f"{province} {county}{'장' if county.endswith('시') else '수'}")
    filling.take("address", lambda: offices.urban_address(rng))
    if filling.paper == "장애인증명서":
        filling.take("acquired_on", lambda: dates.between(rng, "2003-01-10", "2019-08-30"))


@realistic("status", "주민등록초본")
def resident_record(filling: Filling) -> None:
    """The number is the 문서확인번호; the history of addresses begins at birth."""
    rng = filling.rng
    person(filling, APPLICANT)
    issued = str(filling.values["issued_on"] or "2019-11-20")
    filling.take("number", lambda: filling.values["document_no"])
    filling.take("moves", lambda: offices.moves(rng, filling.values["birth_date"] or "1990-01-01", issued))
    filling.take("householder", lambda: people.name(rng))
    province, county, town, _ = rng.choice(offices.RURAL)
    filling.take("issuer", lambda: f"{province} {county} {town}장")


@realistic("status", "졸업증명서", "졸업예정증명서")
def graduation(filling: Filling) -> None:
    """증명서 번호 `연도-일련`; graduates have a day of it, the others `expected_on`, which is on paper only."""
    rng = filling.rng
    person(filling, APPLICANT if filling.paper == "졸업증명서" else ("1993-01-01", "1998-12-31"))
    school, college, department, degree = offices.university(rng)
    done = filling.paper == "졸업증명서"
    if done and rng.random() < 0.3:
        school, college, department, degree = offices.high_school(rng), "", "", ""
    filling.take("school", lambda: school)
    filling.take("college", lambda: college)
    filling.take("department", lambda: department)
    filling.take("degree", lambda: degree)
    filling.take("number", lambda: f"{_year(filling)}-{rng.randrange(10**6):06d}")
    filling.take("issuer", lambda: f"{school}{'총장' if degree else '장'}")
    birth = int(str(filling.values["birth_date"] or "1995-01-01")[:4])
    end = min(birth + (25 if degree else 19), 2019)
    if done:
        day = filling.take("acquired_on", lambda: f"{end}-02-{rng.randint(12, 26)}") or f"{end}-02-20"
        filling.take("entered_on", lambda: f"{int(day[:4]) - (6 if degree else 3)}-03-02")
    else:
        filling.take("expected_on", lambda: f"2020-02-{rng.randint(14, 26)}")
        filling.take("entered_on", lambda: f"{rng.choice((2013, 2014, 2015, 2016))}-03-02")


@realistic("status", "가족관계증명서")
def family(filling: Filling) -> None:
    """발행번호 of four times four digits; parents and perhaps a spouse are decoys with dates of their own."""
    rng = filling.rng
    person(filling, APPLICANT)
    filling.take("number", lambda: "-".join(f"{rng.randrange(10**4):04d}" for _ in range(4)))
    filling.take("issuer", lambda: "법원행정처 전산정보중앙관리소 전산운영책임관")
    name = str(filling.values["name"] or "김하나")
    father = name[:1] + people.name(rng)[1:]
    rows = [
        ("부", father, people.birth(rng, *PARENT), "남"),
        ("모", people.name(rng), people.birth(rng, *PARENT), "여"),
    ]
    if rng.random() < 0.3:
        rows.append(("배우자", people.name(rng), people.birth(rng, *APPLICANT), rng.choice("남여")))
    filling.take("relatives", lambda: rows)
    filling.take("address", lambda: offices.rural_address(rng))


_QUALITY_OFFICES = (
    "국립농산물품질관리원 전남지원 나주사무소장",
    "국립농산물품질관리원 경북지원장",
    "국립농산물품질관리원 충남지원 서산태안사무소장",
)
_SEA_OFFICES = ("국립수산물품질관리원 완도지원장", "국립수산물품질관리원 통영지원장", "국립수산물품질관리원 목포지원장")
_FORESTS = ("영주국유림관리소장", "함양국유림관리소장", "정읍국유림관리소장")
_FARM_BRANCHES = ("한국농어촌공사 나주지사장", "한국농어촌공사 동진지사장", "한국농어촌공사 의성군위지사장")


@realistic(
    "status", "농업인확인서", "농업경영체등록확인서", "농업경영체증명서", "조합원증명서", "농지원부", "경작사실확인서",
    "쌀전업농육성대상자확인서", "후계자및독립가증명서", "신지식임업인인증서", "영림단원확인서", "면허어업증명서",
    "허가어업증명서", "신고어업증명서", "어업인확인서",
)  # fmt: skip
def countryside(filling: Filling) -> None:
    """A parent's paper; who issues it and how it is numbered depends on the kind, fishing rights end after years."""
    rng, paper = filling.rng, filling.paper
    person(filling, PARENT, hidden=0.4)
    place = rng.choice(offices.RURAL)
    filling.take("address", lambda: f"{' '.join(place)} {rng.randint(2, 980)}")
    county = f"{place[0]} {place[1]}{'장' if place[1].endswith('시') else '수'}"
    year = _year(filling)
    begun = filling.take("acquired_on", lambda: dates.between(rng, "2008-02-01", "2018-11-30")) or "2012-05-01"
    number, issuer = {
        "농업인확인서": (f"{year}-{rng.randrange(10**5):05d}", rng.choice(_QUALITY_OFFICES)),
        "농업경영체등록확인서": (_farm_no(filling), rng.choice(_QUALITY_OFFICES)),
        "농업경영체증명서": (_farm_no(filling), rng.choice(_QUALITY_OFFICES)),
        "조합원증명서": (f"{rng.randrange(10**6):06d}", f"{offices.cooperative(rng)} 조합장"),
        "농지원부": (offices.serial(rng, begun[:4], 12), f"{place[0]} {place[1]} {place[2]}장"),
        "경작사실확인서": (f"{year}-{rng.randint(1, 999):03d}", f"{place[2]} {place[3]} 이장"),
        "쌀전업농육성대상자확인서": (f"{begun[:4]}-{rng.randrange(10**4):04d}", rng.choice(_FARM_BRANCHES)),
        "후계자및독립가증명서": (f"{begun[:4]}-{rng.randint(1, 320)}", county),
        "신지식임업인인증서": (f"{begun[:4]}-{rng.randint(1, 40):02d}", "산림청장"),
        "영림단원확인서": (f"{year}-{rng.randint(1, 400):03d}", rng.choice(_FORESTS)),
        "면허어업증명서": (f"{begun[:4]}-{rng.randint(10, 999):03d}", county),
        "허가어업증명서": (f"{begun[:4]}-{rng.randint(10, 9999)}", county),
        "신고어업증명서": (f"{begun[:4]}-{rng.randint(10, 9999)}", county),
        "어업인확인서": (f"{year}-{rng.randrange(10**5):05d}", rng.choice(_SEA_OFFICES)),
    }[paper]
    filling.take("number", lambda: number)
    filling.take("issuer", lambda: issuer)
    if paper in ("면허어업증명서", "허가어업증명서", "신고어업증명서"):
        filling.take("valid_until", lambda: dates.years_on(begun, 5 if begun >= "2015-01-01" else 12))


def _farm_no(filling: Filling) -> str:
    digits = f"{filling.rng.randrange(10**10):010d}"
    return f"{digits[0]}-{digits[1:4]}-{digits[4:7]}-{digits[7:]}"
