"""JPT (JPT): a folded letter with an address window, and a confirmation printed online with labels in three scripts."""

from __future__ import annotations

from specimens import dates, forms, offices, ornaments, seals
from specimens.forms import entry
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4
from specimens.third import day_styles

_WINE = (132, 24, 52)
_INDIGO = (40, 56, 120)
_PARTS = ("사진묘사", "질의응답", "회화문", "설명문", "정답찾기", "오문정정", "공란메우기", "독해")


@layout("JPT", "letter-with-window")
def letter_with_window(pad: Pad) -> None:
    """성적표 sent by post: sender and address above the fold, scores as rows of a table, parts beside them below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "baekmuk-dotum", "nanum-gothic", "un-dotum")))
    sheet.text(14, 16, "보내는 분", size=8, colour=draw.GREY)
    sheet.text(14, 22, "JPT 일본어능력시험위원회", size=10.5, bold=True)
    sheet.text(14, 27, "서울특별시 종로구 종로 104   우편번호 03190", size=8.5)
    sheet.frame(166, 12, 30, 18, pen=0.3, colour=_WINE)
    sheet.text(181, 19, "요금후납", size=9.5, align="center", colour=_WINE)
    sheet.text(181, 25, "서울종로우체국", size=7.5, align="center", colour=_WINE)
    sheet.frame(96, 42, 96, 36, pen=0.15, colour=draw.PALE)
    sheet.text(101, 50, offices.urban_address(rng), size=9.5, width=86)
    pad.put(101, 60, "name", size=13, bold=True, after="  귀하")
    sheet.text(101, 70, f"{rng.randint(1000, 63999):05d}", size=12, tracking=1.6)
    sheet.line(0, 96, 210, 96, pen=0.15, colour=draw.PALE, dash=2)
    sheet.text(105, 112, "J P T   성 적 통 지 표", size=19, bold=True, align="center", colour=_WINE)
    sheet.text(105, 118.5, f"제 {pad.get('sitting')} 회 정기시험", size=10, align="center")
    style = rng.choice((dates.korean, day_styles.short_year, dates.dotted_closed, dates.slashed))
    born = rng.choice((dates.dotted, dates.korean))
    facts = (
        (entry(pad, "성 명", "name"), entry(pad, "영 문 명", "name_latin")),
        (entry(pad, "생년월일", "birth_date", born), entry(pad, "수험번호", "registration_no")),
        (entry(pad, "시 험 일", "test_date", style), entry(pad, "유효기한", "valid_until", style)),
    )
    shade = (247, 236, 238)
    y = forms.ruled(
        sheet, 14, 124, 182, facts, label=25, height=9, size=11, label_size=9.5, header=shade, colour=_WINE, pen=0.15
    )
    whole = draw.share(pad.get("score"), 990)
    ranks = [f"{min(99, max(3, 100 * whole**1.5 + rng.gauss(0, 4))):.0f}%" for _ in range(2)]
    rows = (
        ("구 분", "점 수", "점수 범위", "백분율"),
        ("청 해 (聽解)", entry(pad, "", "sections.listening"), "5 ~ 495", ranks[0]),
        ("독 해 (讀解)", entry(pad, "", "sections.reading"), "5 ~ 495", ranks[1]),
        ("총 점", entry(pad, "", "score", bold=True), "10 ~ 990", "-"),
    )
    end = draw.table(
        sheet, 14, y + 7, (30, 26, 26, 18), (8.5, 11, 11, 13), rows, size=14, label_size=9.5, shade=shade,
        shade_rows=(0,), shade_columns=(0,), colour=_WINE, pen=0.15,
    )  # fmt: skip
    right = [(f"PART {n + 1} {part}", f"{rng.randint(42, 97)}") for n, part in enumerate(_PARTS)]
    forms.table(sheet, 122, y + 7, (50, 24), ("파트", "정답률(%)"), right, height=4.84, size=7.5, header=shade)
    y = draw.notes(
        sheet,
        14,
        end + 8,
        (
            "1. 총점은 청해와 독해의 환산점수를 더한 것이며 10점에서 990점까지 5점 단위로 표시됩니다.",
            "2. 백분율은 최근 3개월간 응시자 중 해당 점수보다 낮은 점수를 받은 응시자의 비율입니다.",
            "3. 성적표를 분실하신 경우 유효기간 이내에 한하여 재발급을 신청하실 수 있습니다(수수료 본인 부담).",
        ),
        size=8.5,
        width=182,
    )
    pad.put(14, y + 8, "serial_no", before="발급번호 ", size=10)
    pad.put(14, y + 15, "issued_on", style, before="발급일자 ", size=10)
    sheet.text(140, y + 13, "YBM JPT위원회", size=18, bold=True, align="center")
    sheet.picture(170, y + 2, 19, 19, seals.square("제이피티위원회의인", 19, rng))
    forms.code(sheet, 14, 274, 58, f"J{pad.get('registration_no')}", kind="code128", height=8)
    ornaments.specimen_note(sheet)


@layout("JPT", "labels-in-three-scripts")
def labels_in_three_scripts(pad: Pad) -> None:
    """성적확인서 printed online: every label in Korean, English and Japanese one below the other, points in a strip."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "noto-serif")))
    ornaments.scattered_marks(sheet, "JPT", (243, 244, 249), size=26, step=60)
    sheet.frame(14, 14, 182, 9, pen=0, fill=_INDIGO)
    sheet.text(18, 20.2, "온라인 발급 문서", size=9.5, colour=draw.WHITE)
    pad.put(192, 20.2, "serial_no", before="발급번호 ", size=9.5, align="right", colour=draw.WHITE)
    sheet.text(105, 43, "JPT 성적확인서", size=25, bold=True, align="center", colour=_INDIGO)
    sheet.text(105, 51, "SCORE CONFIRMATION  /  成績確認書", size=11, align="center", colour=draw.GREY)
    style = rng.choice((dates.dashed, dates.dotted, dates.slashed))
    labels = (
        ("성명\nName\n氏名", entry(pad, "", "name", bold=True)),
        ("영문성명\nName in English\nローマ字", entry(pad, "", "name_latin")),
        ("생년월일\nDate of birth\n生年月日", entry(pad, "", "birth_date", style)),
        ("수험번호\nRegistration No.\n受験番号", entry(pad, "", "registration_no")),
        ("시험일\nTest date\n試験日", entry(pad, "", "test_date", style)),
        ("유효기간\nValid until\n有効期限", entry(pad, "", "valid_until", style)),
    )
    rows = [(*labels[place], *labels[place + 1]) for place in range(0, 6, 2)]
    y = draw.table(
        sheet, 18, 62, (32, 55, 32, 55), (17,) * 3, rows, size=12, label_size=8, shade=(236, 239, 248),
        shade_columns=(0, 2), pen=0.12, edge=0.5, colour=_INDIGO, open_sides=True,
    )  # fmt: skip
    for place, (label, field, top) in enumerate(
        (
            ("청해 Listening 聴解", "sections.listening", "495"),
            ("독해 Reading 読解", "sections.reading", "495"),
            ("총점 Total 総点", "score", "990"),
        )
    ):
        left = 18 + place * 58
        last = place == 2
        sheet.frame(left, y + 12, 58, 36, pen=0.3, colour=_INDIGO, fill=(236, 239, 248) if last else None)
        sheet.text(left + 4, y + 19, label, size=10)
        pad.put(left + 40, y + 40, field, size=28 if last else 22, bold=True, align="right")
        sheet.text(left + 42, y + 40, f"/ {top}", size=9, colour=draw.GREY)
    sheet.text(105, y + 66, "위와 같이 JPT 시험의 성적을 확인합니다.", size=13, align="center")
    pad.put(105, y + 82, "issued_on", dates.korean_short, size=13, align="center")
    sheet.text(100, y + 100, "주식회사 와이비엠  JPT위원회", size=17, bold=True, align="center")
    sheet.picture(150, y + 87, 21, 21, seals.square("제이피티위원회의인", 21, rng))
    sheet.line(14, 252, 196, 252, pen=0.2, colour=draw.PALE)
    forms.code(sheet, 16, 255, 22, f"jpt-doc {pad.get('serial_no')}")
    draw.notes(
        sheet,
        42,
        261,
        (
            "이 확인서는 인터넷으로 발급되었으며, 발급번호로 발급일부터 90일간 진위를 확인할 수 있습니다.",
            f"출력 매수 1 / 1     접수 채널 WEB-{rng.randint(100, 999)}     수수료 0원",
        ),
        size=8,
        width=150,
    )
    ornaments.specimen_note(sheet)
