"""KBS한국어능력시험 (KBS_KOREAN) by KBS한국방송: 인증서 and 성적표. The sign of a grade is small and easily lost."""

from __future__ import annotations

from datetime import date, timedelta

from specimens import dates, forms, ornaments, people, seals
from specimens.filling import Filling
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

ISSUER = "KBS한국방송"
TITLE = "KBS한국어능력시험"
GRADES = {
    "1급": (830, 990), "2+급": (785, 829), "2-급": (735, 784), "3+급": (675, 734), "3-급": (625, 674),
    "4+급": (535, 624), "4-급": (465, 534),
}  # fmt: skip
"""Grade → score out of 990."""
_WEIGHTS = (3, 5, 6, 4, 3, 2, 1)
_AREAS = ("문법(어휘·어법)", "이해(듣기·읽기)", "표현(쓰기·말하기)", "창안", "국어문화")
_NAVY = (28, 52, 110)


def two_years(acquired: str) -> str:
    """The last day of two years that begin at `acquired`."""
    return (date.fromisoformat(dates.years_on(acquired, 2)) - timedelta(1)).isoformat()


@realistic("certificate", "KBS_KOREAN")
def certificate(filling: Filling) -> None:
    """인증번호 `연도-회차-일련`; sat two weeks before the grade was conferred; valid two years from then."""
    rng = filling.rng
    filling.take("name", lambda: people.name(rng))
    filling.take("birth_date", lambda: people.birth(rng))
    filling.take("title", lambda: TITLE)
    grade = filling.take("grade", lambda: rng.choices(tuple(GRADES), _WEIGHTS)[0]) or "2-급"
    acquired = filling.take("acquired_on", lambda: dates.between(rng, "2017-11-10", "2019-09-06")) or "2018-06-01"
    filling.take("issued_on", lambda: dates.later(rng, acquired, 0, 420))
    filling.take("valid_until", lambda: two_years(acquired))
    sitting = 46 + (int(acquired[:4]) - 2017) * 4 + (int(acquired[5:7]) - 1) // 3
    filling.take("sitting", lambda: str(sitting))
    filling.take("number", lambda: f"{acquired[:4]}-{sitting}-{rng.randrange(10**6):06d}")
    filling.take("issuer", lambda: ISSUER)
    filling.take("taken_on", lambda: dates.later(rng, acquired, -14, -12))
    filling.take("exam_no", lambda: f"{rng.randint(10, 39)}{rng.randrange(10**6):06d}")
    least, most = GRADES.get(grade, (465, 990))
    filling.take("raw_score", lambda: str(rng.randint(least, most)))


@layout("KBS_KOREAN", "award")
def award(pad: Pad) -> None:
    """인증서 upright with a navy border; the grade stands alone with its sign raised and small."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "un-batang", "noto-serif")), paper=(254, 254, 251))
    ornaments.rosette(sheet, 105, 152, 50, (226, 230, 240), rng, rings=16)
    ornaments.double_border(sheet, 11, _NAVY, gap=2.0, pen=1.2)
    pad.put(24, 30, "number", before="인증번호 제 ", after=" 호", size=11)
    pad.put(105, 58, "title", size=21, face="nanum-myeongjo-extrabold", align="center", tracking=0.8)
    sheet.text(105, 78, "인 증 서", size=36, face="un-gungseo", align="center")
    ornaments.photo_box(sheet, 150, 92, rng)
    items = [
        forms.entry(pad, "성       명", "name", bold=True),
        forms.entry(pad, "생년월일", "birth_date", dates.korean),
    ]
    y = forms.inline(sheet, 34, 104, items, step=14, room=72, label_room=32, size=15)
    sheet.text(34, y, "등       급", size=15)
    sheet.text(64, y, ":", size=15)
    forms.signed_grade(sheet, 67.5, y, pad.get("grade"), size=19, bold=True)
    items = [
        forms.Entry("시 행 일", f"{dates.korean(pad.get('taken_on'))} (제{pad.get('sitting')}회)"),
        forms.entry(pad, "취득일자", "acquired_on", dates.korean),
        forms.entry(pad, "유효기간", "valid_until", dates.korean, before=f"{pad.date('acquired_on', dates.korean)} ~ "),
    ]
    forms.inline(sheet, 34, y + 14, items, step=14, room=112, label_room=32, size=15)
    sheet.text(105, 190, "위 사람은 「국어기본법」에 따라 시행한 KBS한국어능력시험에서", size=14, align="center")
    sheet.text(105, 199, "위와 같은 등급을 받았으므로 이를 인증합니다.", size=14, align="center")
    pad.put(105, 222, "issued_on", dates.korean, size=14, align="center")
    pad.put(100, 248, "issuer", after=" 사장", size=23, bold=True, align="center", tracking=0.8)
    sheet.picture(150, 232, 24, 24, seals.square("한국방송공사사장의인", 24, rng))
    sheet.text(
        105, 270, "국가공인 민간자격 제2009-1호 · 문화체육관광부 후원", size=9, align="center", colour=(90, 90, 90)
    )
    ornaments.specimen_note(sheet)


@layout("KBS_KOREAN", "score-report")
def score_report(pad: Pad) -> None:
    """성적표: a person table, scores by area as decoys, the grade in a narrow cell."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-barun", "noto-sans", "un-dotum")))
    sheet.frame(16, 16, 178, 20, pen=0, fill=(30, 60, 128))
    sheet.text(105, 29.5, f"{pad.get('title')} 성적표", size=20, bold=True, align="center", colour=(255, 255, 255))
    shade = (235, 239, 248)
    rows = (
        (forms.entry(pad, "성명", "name"), forms.entry(pad, "생년월일", "birth_date", dates.dotted)),
        (forms.Entry("수험번호", pad.get("exam_no")), forms.Entry("응시일", dates.dotted(pad.get("taken_on")))),
        (
            forms.entry(pad, "자격번호", "number"),
            forms.entry(pad, "취득일", "acquired_on", dates.dotted),
        ),
    )
    y = forms.ruled(sheet, 16, 44, 178, rows, label=28, height=10.5, size=10.5, header=shade)
    sheet.text(16, y + 12, "◈ 시험 결과", size=11.5, bold=True)
    score = int(pad.get("raw_score") or 0)
    items = (
        forms.entry(pad, "자격종목", "title"),
        forms.entry(pad, "등급", "grade", bold=True),
        forms.Entry("총점 / 만점", f"{score} / 990"),
        forms.Entry("백분위", f"{min(99.9, score / 10.2):.1f}%"),
    )
    y = forms.above(sheet, 16, y + 15, (62, 30, 46, 40), items, size=11.5, label_size=9.5, header=shade)
    areas = [(area, str(round(score / 5 + rng.randint(-18, 18))), rng.choice("상중하")) for area in _AREAS]
    y = forms.table(sheet, 16, y + 8, (70, 54, 54), ("영역", "점수", "수준"), areas, header=shade)
    until = pad.date("valid_until", dates.dotted)
    if until:
        pad.put(
            16,
            y + 12,
            "valid_until",
            dates.dotted,
            before=f"성적 유효기간 : {pad.date('acquired_on', dates.dotted)} ~ ",
            size=11,
        )
    scale = "  ".join(f"{grade} {least}~{most}" for grade, (least, most) in GRADES.items())
    sheet.text(16, y + 21, f"※ 등급별 점수 : {scale}", size=7.5, width=178)
    sheet.text(105, y + 40, "위와 같이 성적을 증명합니다.", size=13, align="center")
    pad.put(105, y + 54, "issued_on", dates.korean_short, before="발급일자 : ", size=12, align="center")
    pad.put(100, y + 74, "issuer", after=" 한국어진흥원", size=19, bold=True, align="center")
    sheet.picture(150, y + 61, 21, 21, seals.square("한국어진흥원장의인", 21, rng))
    content = f"{pad.get('number')}|{pad.get('name')}|{pad.get('issued_on')}"
    forms.code(sheet, 172, 262, 20, content)
    sheet.text(16, 276, "※ 오른쪽 QR코드로 성적표의 진위를 확인할 수 있습니다.", size=8)
    ornaments.specimen_note(sheet)
