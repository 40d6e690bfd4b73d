"""JPT score reports (JPT) by YBM: 聴解 and 読解, with the percentage of each PART (numbers that look like scores)."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, scores, seals
from specimens.filling import Filling
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

_WINE = (128, 28, 60)
_GREY = (112, 106, 110)
_PARTS = ("사진묘사", "질의응답", "회화문", "설명문", "정답찾기", "오문정정", "공란메우기", "독해")


@realistic("language", "JPT")
def report(filling: Filling) -> None:
    """Sections 5–495 in steps of 5, their sum is the total; valid for two years."""
    rng = filling.rng
    filling.take("test", lambda: "JPT")
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-19", "2019-08-18")) or "2018-05-20"
    filling.take("valid_until", lambda: dates.years_on(taken, 2))
    filling.take("registration_no", lambda: f"{rng.randrange(10**6, 10**7)}")
    scores.fill(
        filling,
        {"listening": 495, "reading": 495},
        lambda: rng.gauss(0.71, 0.12),
        step="5",
        least={"listening": 5, "reading": 5},
    )
    filling.take("sitting", lambda: str(rng.randint(318, 345)))
    filling.take("serial_no", lambda: f"J{rng.randrange(10**9):09d}")
    filling.take("issued_on", lambda: dates.since_notice(rng, taken, 14, 480))


def _shares(pad: Pad) -> list[str]:
    return [f"{pad.rng.randint(45, 96)}%" for _ in _PARTS]


@layout("JPT", "bilingual-report")
def bilingual(pad: Pad) -> None:
    """Japanese and Korean labels, three score columns, percentages of PART 1 to 8."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "noto-serif")))
    ornaments.wave_ground(sheet, 14, 88, 182, 60, (246, 230, 236), rng)
    sheet.frame(14, 14, 182, 22, pen=0, fill=_WINE)
    sheet.text(20, 28, "JPT", size=28, face="sans-bold", colour=(255, 255, 255))
    sheet.text(190, 23, "日本語能力試驗 성적표", size=13, align="right", colour=(255, 255, 255))
    sheet.text(190, 30, "Japanese Proficiency Test", size=9.5, face="sans", align="right", colour=(255, 255, 255))
    ornaments.photo_box(sheet, 162, 42, rng)
    items = (
        entry(pad, "姓名 성명", "name"),
        entry(pad, "영문성명", "name_latin"),
        entry(pad, "受験番号 수험번호", "registration_no"),
        entry(pad, "生年月日 생년월일", "birth_date", dates.dotted),
        entry(pad, "試験日 시험일", "test_date", dates.dotted),
        entry(pad, "有効期間 유효기간", "valid_until", dates.dotted),
    )
    forms.inline(sheet, 20, 48, items, step=7.4, room=88, label_room=44, size=10.5)
    end = forms.above(
        sheet, 20, 96, (56, 56, 58),
        (
            entry(pad, "聴解(청해)", "sections.listening"),
            entry(pad, "読解(독해)", "sections.reading"),
            entry(pad, "合計(총점)", "score", bold=True),
        ),
        size=22, label_size=11, heights=(10, 20), header=(250, 236, 241), colour=_WINE,
    )  # fmt: skip
    sheet.text(20, end + 6, "각 영역 5~495점, 총점 10~990점", size=8.5, colour=_GREY)
    sheet.text(20, 152, "PART별 정답률", size=10, bold=True)
    forms.table(
        sheet, 20, 155, (21.5,) * 8, [f"PART{number}" for number in range(1, 9)], [_PARTS, _shares(pad)],
        height=8, size=8.5, header=(246, 240, 242),
    )  # fmt: skip
    forms.table(
        sheet, 20, 190, (43, 43, 43, 43), (f"제{pad.get('sitting')}회 평균", "청해", "독해", "총점"),
        [("전체 응시자", str(rng.randint(270, 330)), str(rng.randint(230, 290)), str(rng.randint(520, 600)))],
        height=8, size=9,
    )  # fmt: skip
    pad.put(20, 222, "serial_no", before="발급번호 ", size=9.5)
    pad.put(20, 229, "issued_on", dates.dotted, before="발급일자 ", size=9.5)
    sheet.text(112, 246, "YBM JPT위원회", size=17, bold=True, align="center")
    sheet.picture(138, 233, 20, 20, seals.square("와이비엠제이피티위원회", 20, rng))
    sheet.text(20, 272, "이 성적표는 시험일로부터 2년간 유효합니다.", size=8, colour=_GREY)
    ornaments.specimen_note(sheet)


@layout("JPT", "certificate-table")
def certificate_table(pad: Pad) -> None:
    """JPT 성적증명서: one ruled table of Korean labels, the scores in its lower rows."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "baekmuk-gulim", "nanum-gothic", "nanum-coding")))
    ornaments.double_border(sheet, 12, _WINE)
    sheet.text(105, 42, forms.spaced("JPT성적증명서"), size=23, bold=True, align="center")
    sheet.text(28, 56, f"제 {rng.randint(18, 19)}-{rng.randint(1000, 99999):05d} 호", size=10)
    end = forms.ruled(
        sheet, 26, 62, 158,
        (
            (entry(pad, "성 명", "name"), entry(pad, "영 문 명", "name_latin")),
            (entry(pad, "생년월일", "birth_date", dates.korean), entry(pad, "수험번호", "registration_no")),
            (entry(pad, "시험일자", "test_date", dates.korean), Entry("회 차", f"제 {pad.get('sitting')} 회")),
        ),
        label=26, height=12,
    )  # fmt: skip
    end = forms.ruled(
        sheet, 26, end + 8, 158,
        (
            (entry(pad, "청 해 (聴解)", "sections.listening"), Entry("만 점", "495")),
            (entry(pad, "독 해 (読解)", "sections.reading"), Entry("만 점", "495")),
            (entry(pad, "총 점 (合計)", "score", bold=True), Entry("만 점", "990")),
        ),
        label=38, height=13, size=13, label_size=10, align="center", header=(248, 240, 243),
    )  # fmt: skip
    pad.put(26, end + 9, "valid_until", dates.korean, before="유효기간 : ", after=" 까지", size=10)
    sheet.text(105, 182, "위 사람의 JPT 성적이 위와 같음을 증명합니다.", size=13.5, align="center")
    pad.put(105, 208, "issued_on", dates.korean_short, size=13, align="center")
    sheet.text(102, 234, "JPT 위원회 위원장", size=18, bold=True, align="center")
    sheet.picture(136, 220, 22, 22, seals.square("제이피티위원회위원장인", 22, rng))
    sheet.picture(26, 256, 44, 11, ornaments.code128(pad.get("serial_no") or "J0"))
    pad.put(26, 272, "serial_no", size=9)
    ornaments.specimen_note(sheet)
