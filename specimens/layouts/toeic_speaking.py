"""TOEIC Speaking score report (TOEIC_S) by YBM 한국TOEIC위원회: scaled score, and the level of before 2022-06."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.filling import Filling
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout, realistic
from specimens.sheet import A4

BANDS = (
    ("8", "190-200"), ("7", "160-180"), ("6", "130-150"), ("5", "110-120"), ("4", "80-100"), ("3", "60-70"),
    ("2", "40-50"), ("1", "0-30"),
)  # fmt: skip
_TEAL = (16, 96, 128)
_GREY = (104, 110, 120)


@realistic("language", "TOEIC_S")
def report(filling: Filling) -> None:
    """A scaled score of 0–200 in steps of 10; the level follows from it; valid for two years."""
    rng = filling.rng
    filling.take("test", lambda: "TOEIC_S")
    name = filling.take("name", lambda: people.name(rng))
    filling.take("name_latin", lambda: people.latin(name or "홍길동"))
    filling.take("birth_date", lambda: people.birth(rng, "1980-01-01", "1998-12-31"))
    taken = filling.take("test_date", lambda: dates.between(rng, "2017-11-05", "2019-08-25")) or "2018-05-13"
    filling.take("valid_until", lambda: dates.years_on(taken, 2))
    filling.take("registration_no", lambda: f"{rng.randint(10000, 999999):06d}")
    filling.take("score", lambda: str(10 * min(20, max(5, round(rng.gauss(13.5, 2.4))))))
    filling.take("rank", lambda: level(int(filling.values["score"] or 0)))
    filling.take("pronunciation", lambda: rng.choices(("HIGH", "MEDIUM", "LOW"), (5, 8, 1))[0])
    filling.take("intonation", lambda: rng.choices(("HIGH", "MEDIUM", "LOW"), (5, 8, 1))[0])
    serial = f"{rng.randrange(10**10):010d}"
    filling.take("serial_no", lambda: f"{filling.values['registration_no'] or '000000'}-{serial}")
    filling.take("issued_on", lambda: dates.since_notice(rng, taken, 6, 500))


def level(score: int) -> str:
    """The level that a scaled score had before 2022-06-04."""
    return next(rank for rank, span in BANDS if score >= int(span.partition("-")[0]))


@layout("TOEIC_S", "official-report")
def official(pad: Pad) -> None:
    """English labels at the left, scaled score and level in two boxes, the bands of all levels below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-square", "un-dotum", "nanum-barun-light")))
    ornaments.scattered_marks(sheet, "TOEIC Speaking", (240, 246, 249), size=18, step=60)
    sheet.text(18, 28, "TOEIC Speaking", size=26, face="sans-bold", colour=_TEAL)
    sheet.text(192, 28, "OFFICIAL SCORE REPORT", size=12, face="sans-bold", align="right", colour=_GREY)
    sheet.frame(18, 33, 174, 1.6, pen=0, fill=_TEAL)
    ornaments.photo_box(sheet, 162, 40, rng)
    items = (
        entry(pad, "Name", "name_latin"),
        entry(pad, "성명", "name"),
        entry(pad, "Registration number", "registration_no"),
        entry(pad, "Date of birth", "birth_date", dates.slashed),
        entry(pad, "Test date", "test_date", dates.slashed),
        entry(pad, "Valid until", "valid_until", dates.slashed),
    )
    forms.inline(sheet, 18, 47, items, step=8, room=88, label_room=46, size=11)
    for x, label, field, note, room in (
        (18, "SCALED SCORE", "score", "0 - 200", 88),
        (110, "LEVEL", "rank", "1 - 8", 82),
    ):
        sheet.frame(x, 100, room, 40, pen=0.5, colour=_TEAL)
        sheet.frame(x, 100, room, 9, pen=0, fill=_TEAL)
        sheet.text(x + 4, 106.2, label, size=10.5, face="sans-bold", colour=(255, 255, 255))
        pad.put(x + room / 2, 129, field, size=40, face="sans-bold", align="center")
        sheet.text(x + room / 2, 137, note, size=8.5, face="sans", align="center", colour=_GREY)
    sheet.text(18, 154, "Pronunciation", size=11, face="sans")
    sheet.text(84, 154, pad.get("pronunciation"), size=11, face="sans-bold")
    sheet.text(18, 162, "Intonation and stress", size=11, face="sans")
    sheet.text(84, 162, pad.get("intonation"), size=11, face="sans-bold")
    rows = [(rank, span, "일상적인 의견과 정보를 말로 전달하는 정도" if rank > "4" else "-") for rank, span in BANDS]
    forms.table(
        sheet, 18, 172, (26, 40, 108), ("Level", "Scaled Score", "레벨별 능력"), rows, height=6.6, size=8.5,
        header=(226, 240, 245),
    )  # fmt: skip
    pad.put(18, 244, "serial_no", before="발급번호 : ", size=9.5)
    pad.put(18, 251, "issued_on", dates.slashed, before="발급일 : ", size=9.5)
    sheet.text(124, 258, "한국TOEIC위원회", size=16, bold=True, align="center")
    sheet.picture(148, 245, 20, 20, seals.square("한국토익위원회의인", 20, rng))
    sheet.text(18, 276, "* 성적의 유효기간은 시험 시행일로부터 2년입니다.", size=7.5, colour=_GREY)
    ornaments.specimen_note(sheet)


@layout("TOEIC_S", "korean-table")
def korean_table(pad: Pad) -> None:
    """토익스피킹 성적확인서: Korean labels in ruled pairs, the result in one row of a table."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-dotum", "nanum-myeongjo", "noto-sans", "nanum-round")))
    ornaments.double_border(sheet, 11, _TEAL)
    ornaments.rosette(sheet, 105, 165, 52, (230, 241, 246), rng)
    sheet.text(105, 36, "토익스피킹 성적확인서", size=24, bold=True, align="center")
    sheet.text(105, 45, "TOEIC Speaking Test Score Certificate", size=11, face="serif-italic", align="center")
    end = forms.ruled(
        sheet, 22, 56, 166,
        (
            (entry(pad, "성명", "name"), entry(pad, "영문성명", "name_latin")),
            (entry(pad, "생년월일", "birth_date", dates.korean), entry(pad, "수험번호", "registration_no")),
            (entry(pad, "시험일자", "test_date", dates.korean), entry(pad, "유효기간", "valid_until", dates.korean)),
        ),
        label=27, height=11, header=(234, 243, 247),
    )  # fmt: skip
    end = forms.above(
        sheet, 22, end + 12, (42, 42, 41, 41),
        (
            entry(pad, "환산점수", "score", bold=True),
            entry(pad, "레벨", "rank", lambda rank: f"Level {rank}"),
            Entry("발음", pad.get("pronunciation")),
            Entry("억양과 강세", pad.get("intonation")),
        ),
        size=14, label_size=10, heights=(10, 16), header=(234, 243, 247),
    )  # fmt: skip
    sheet.text(22, end + 8, "환산점수 범위 0~200점(10점 단위), 레벨 1~8", size=9, colour=_GREY)
    heads = [f"Lv.{rank}" for rank, _ in BANDS]
    forms.table(sheet, 22, end + 14, (20.75,) * 8, heads, [[span for _, span in BANDS]], height=8, size=8.5)
    sheet.text(105, 178, "위와 같이 TOEIC Speaking 성적을 확인합니다.", size=13, align="center")
    pad.put(105, 204, "issued_on", dates.korean_short, size=13, align="center")
    sheet.text(100, 228, "YBM 한국TOEIC위원회", size=18, bold=True, align="center")
    sheet.picture(142, 215, 21, 21, seals.square("한국토익위원회의인", 21, rng))
    pad.put(22, 262, "serial_no", before="발급번호  ", size=9.5)
    sheet.picture(168, 246, 20, 20, ornaments.qr(pad.get("serial_no") or "0"))
    ornaments.specimen_note(sheet)
