"""국어능력인증시험 (TOKL) by 한국언어문화연구원: 인증서 and 성적 증명서."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.filling import Filling
from specimens.layouts.kbs import two_years
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

ISSUER = "한국언어문화연구원"
TITLE = "국어능력인증시험"
GRADES = {"1급": (185, 200), "2급": (169, 184), "3급": (153, 168), "4급": (137, 152), "5급": (121, 136)}
"""Grade → score out of 200."""
_AREAS = ("어휘", "어법", "어문규정", "듣기", "읽기", "쓰기")
_GREEN = (20, 96, 72)


@realistic("certificate", "TOKL")
def certificate(filling: Filling) -> None:
    """인증번호 `회차-지역-일련`; valid two years from the day of the certificate."""
    rng = filling.rng
    filling.take("name", lambda: people.name(rng))
    filling.take("birth_date", lambda: people.birth(rng))
    filling.take("title", lambda: TITLE)
    grade = filling.take("grade", lambda: rng.choices(tuple(GRADES), (3, 6, 6, 3, 1))[0]) or "2급"
    acquired = filling.take("acquired_on", lambda: dates.between(rng, "2017-11-10", "2019-09-06")) or "2018-06-01"
    filling.take("issued_on", lambda: dates.later(rng, acquired, 0, 420))
    filling.take("valid_until", lambda: two_years(acquired))
    sitting = 62 + (int(acquired[:4]) - 2017) * 6 + (int(acquired[5:7]) - 1) // 2
    filling.take("sitting", lambda: str(sitting))
    filling.take("number", lambda: f"{sitting:03d}-{rng.randint(1, 17):02d}-{rng.randrange(10**5):05d}")
    filling.take("issuer", lambda: ISSUER)
    filling.take("taken_on", lambda: dates.later(rng, acquired, -20, -18))
    least, most = GRADES.get(grade, (121, 200))
    filling.take("raw_score", lambda: str(rng.randint(least, most)))


@layout("TOKL", "award")
def award(pad: Pad) -> None:
    """인증서 with a woven green border; ToKL in Latin above; labels spaced."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "baekmuk-batang", "nanum-myeongjo")), paper=(255, 254, 249))
    ornaments.wave_ground(sheet, 18, 18, 174, 261, (238, 244, 239), rng, pitch=4.8)
    ornaments.woven_border(sheet, 9, 6, _GREEN)
    sheet.text(105, 40, "ToKL", size=26, face="serif-bold", align="center", colour=_GREEN)
    sheet.text(105, 47, "Test of Korean Language", size=10, face="serif-italic", align="center", colour=_GREEN)
    pad.put(105, 66, "title", size=22, bold=True, align="center", tracking=1.0)
    sheet.text(105, 84, "인  증  서", size=32, face="un-gungseo", align="center")
    items = (
        forms.entry(pad, "인증번호", "number", before="제 ", after=" 호"),
        forms.entry(pad, "성    명", "name", bold=True),
        forms.entry(pad, "생년월일", "birth_date", dates.korean_short),
        forms.entry(pad, "인증등급", "grade", bold=True),
        forms.entry(pad, "인증일자", "acquired_on", dates.korean_short),
        forms.entry(pad, "유효기간", "valid_until", dates.korean_short, after="까지"),
    )
    forms.inline(sheet, 44, 106, items, step=13, room=96, label_room=34, size=15)
    sheet.text(105, 194, f"위 사람은 제{pad.get('sitting')}회 국어능력인증시험에 응시하여", size=15, align="center")
    sheet.text(105, 204, "위와 같은 국어능력을 인정받았음을 증명합니다.", size=15, align="center")
    pad.put(105, 226, "issued_on", dates.korean_short, size=14, align="center")
    sheet.text(105, 240, "재단법인", size=12, align="center")
    pad.put(100, 252, "issuer", after="장", size=22, bold=True, align="center", tracking=0.8)
    sheet.picture(148, 236, 24, 24, seals.square("한국언어문화연구원장인", 24, rng))
    ornaments.specimen_note(sheet)


@layout("TOKL", "score-certificate")
def score_certificate(pad: Pad) -> None:
    """성적 증명서: photograph, a ruled table at its side, six areas below as decoys."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "baekmuk-gulim", "nanum-square", "un-dotum")))
    ornaments.scattered_marks(sheet, "ToKL", (243, 247, 245))
    pad.put(18, 22, "number", before="발급번호 : ", size=9.5)
    sheet.text(105, 42, "국어능력인증 성적 증명서", size=22, bold=True, align="center")
    sheet.line(40, 47, 170, 47, pen=0.6, colour=_GREEN)
    ornaments.photo_box(sheet, 18, 58, rng, width=33, height=44)
    shade = (232, 242, 237)
    rows = (
        (forms.entry(pad, "시험명", "title"),),
        (forms.entry(pad, "성명", "name"), forms.entry(pad, "생년월일", "birth_date", dates.dashed)),
        (
            forms.Entry("시험일", f"{pad.get('taken_on')} (제{pad.get('sitting')}회)"),
            forms.entry(pad, "인증일", "acquired_on", dates.dashed),
        ),
        (
            forms.entry(pad, "등급", "grade", bold=True),
            forms.entry(pad, "유효일", "valid_until", dates.dashed, before="~ "),
        ),
    )
    y = forms.ruled(sheet, 56, 58, 136, rows, label=22, height=11, size=10, header=shade)
    score = int(pad.get("raw_score") or 0)
    parts = [
        (area, str(max(1, min(34, score // 6 + rng.randint(-4, 4)))), "34", f"{rng.randint(35, 99)}%")
        for area in _AREAS
    ]
    y = forms.table(sheet, 18, y + 14, (60, 38, 38, 38), ("영역", "취득점수", "만점", "백분위"), parts, header=shade)
    y = forms.table(sheet, 18, y, (60, 38, 38, 38), ("합계", str(score), "200", f"{rng.randint(60, 99)}%"), ())
    sheet.text(18, y + 8, "※ 1급 185점 이상, 2급 169점 이상, 3급 153점 이상, 4급 137점 이상, 5급 121점 이상", size=8)
    sheet.text(105, y + 30, "위와 같이 시험 성적을 증명합니다.", size=13, align="center")
    pad.put(105, y + 44, "issued_on", dates.dotted_wide, before="발급일 ", size=12.5, align="center")
    pad.put(98, y + 64, "issuer", after=" 이사장", size=19, bold=True, align="center")
    sheet.picture(148, y + 51, 22, 22, seals.square("한국언어문화연구원이사장", 22, rng))
    ornaments.specimen_note(sheet)
