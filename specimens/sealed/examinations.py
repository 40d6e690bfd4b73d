"""Sealed: 한국사 (KHISTORY), KBS한국어 (KBS_KOREAN), ToKL (TOKL) and 실용글쓰기 (PRACTICAL_WRITING) of other years."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, above, entry
from specimens.registry import Pad, layout
from specimens.sheet import A4, A4_LANDSCAPE


@layout("KHISTORY", "landscape-diploma")
def history(pad: Pad) -> None:
    """A4 across: level and grade on one line, the person in the sentence's place, 합격 공고일."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("noto-serif", "un-shinmun", "nanum-myeongjo")), paper=(253, 251, 245)
    )
    ornaments.double_border(sheet, 10, (96, 40, 40), gap=2.4, pen=1.6)
    ornaments.wave_ground(sheet, 16, 16, 265, 178, (240, 232, 222), rng, pitch=3)
    pad.put(148.5, 46, "title", after=" 합격 인증서", size=25, face="nanum-myeongjo-extrabold", align="center")
    sheet.line(60, 51, 237, 51, pen=0.4, colour=(96, 40, 40))
    left = [
        entry(pad, "성 명", "name", bold=True),
        entry(pad, "생년월일", "birth_date", dates.dotted_wide),
        entry(pad, "등 급", "grade", before=f"{pad.get('exam_kind')} ", bold=True),
    ]
    right = [
        Entry("회 차", f"제 {pad.get('sitting')} 회"),
        entry(pad, "합격 공고일", "acquired_on", dates.dotted_wide),
        entry(pad, "인증서 번호", "number", before="제", after="호"),
    ]
    forms.inline(sheet, 36, 76, left, step=15, room=80, label_room=32, size=15, colon="|")
    forms.inline(sheet, 158, 76, right, step=15, room=70, label_room=38, size=15, colon="|")
    sheet.text(148.5, 136, "위 사람이 위 시험에 합격하였음을 인증함.", size=17, align="center")
    pad.put(148.5, 156, "issued_on", dates.korean, size=14, align="center")
    pad.put(140, 180, "issuer", after=" 위원장", size=22, bold=True, align="center", tracking=1)
    sheet.picture(196, 164, 25, 25, seals.square("국사편찬위원회위원장인", 25, rng))
    ornaments.specimen_note(sheet, y=206)


@layout("KBS_KOREAN", "landscape-cells")
def kbs(pad: Pad) -> None:
    """A4 across: labels above values in two rows of cells; the grade small among the others; decoy score line."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-round", "un-graphic", "nanum-barun-light", "noto-sans")))
    sheet.frame(12, 12, 273, 186, pen=0.6, colour=(70, 90, 130))
    sheet.text(26, 34, "KBS", size=30, face="sans-bold", colour=(30, 60, 128))
    pad.put(148.5, 40, "title", after=" 자격 인증서", size=24, bold=True, align="center")
    ornaments.photo_box(sheet, 26, 54, rng, width=33, height=43)
    shade = (240, 243, 249)
    items = (
        entry(pad, "성명 (Name)", "name", bold=True),
        entry(pad, "생년월일 (Birth)", "birth_date", dates.slashed),
        entry(pad, "인증번호 (No.)", "number"),
    )
    y = above(sheet, 68, 54, (62, 62, 76), items, size=13, label_size=9, heights=(8, 13), header=shade)
    items = (
        entry(pad, "등급 (Level)", "grade"),
        entry(pad, "자격 취득일", "acquired_on", dates.slashed),
        entry(pad, "유효기간 만료일", "valid_until", dates.slashed),
    )
    y = above(sheet, 68, y, (62, 62, 76), items, size=13, label_size=9, heights=(8, 13), header=shade)
    sheet.text(
        68,
        y + 8,
        f"제{pad.get('sitting')}회 ({dates.slashed(pad.get('taken_on'))} 시행) 수험번호 {pad.get('exam_no')}",
        size=9.5,
    )
    sheet.text(148.5, 132, "위 사람의 국어 사용 능력이 위와 같음을 인증합니다.", size=15, align="center")
    pad.put(148.5, 150, "issued_on", dates.dotted, before="발행일 ", size=12, align="center")
    pad.put(142, 176, "issuer", size=23, bold=True, align="center", tracking=1)
    sheet.picture(190, 160, 24, 24, seals.round_seal("한국방송공사", "한국어능력", 24, rng))
    forms.code(sheet, 244, 160, 24, pad.get("number") or "KBS")
    ornaments.specimen_note(sheet, y=206)


@layout("TOKL", "bilingual")
def tokl(pad: Pad) -> None:
    """Labels in Korean and English in one shaded column; dates with dashes; a table of all grades below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-round", "noto-serif", "un-graphic")))
    sheet.frame(0, 0, 210, 12, pen=0, fill=(150, 30, 44))
    sheet.frame(0, 285, 210, 12, pen=0, fill=(150, 30, 44))
    sheet.text(20, 38, "ToKL 국어능력인증서", size=26, bold=True)
    sheet.text(20, 46, "Certificate of Korean Language Proficiency", size=11, face="serif-italic")
    ornaments.photo_box(sheet, 160, 22, rng)
    rows = [
        (entry(pad, "성명 / Name", "name", bold=True),),
        (entry(pad, "생년월일 / Date of Birth", "birth_date", dates.dashed),),
        (entry(pad, "시험 / Test", "title"),),
        (entry(pad, "등급 / Grade", "grade", bold=True),),
        (entry(pad, "인증번호 / Certificate No.", "number"),),
        (entry(pad, "취득일 / Date of Acquisition", "acquired_on", dates.dashed),),
        (entry(pad, "만료일 / Expiry Date", "valid_until", dates.dashed),),
    ]
    y = forms.ruled(
        sheet, 20, 72, 170, rows, label=64, height=12, size=12, label_size=9.5, header=(248, 238, 238), open_sides=True
    )
    sheet.text(
        20,
        y + 10,
        f"시험일 {pad.get('taken_on')} (제{pad.get('sitting')}회) · 총점 {pad.get('raw_score')} / 200",
        size=10,
    )
    grades = [("185 이상", "169 ~ 184", "153 ~ 168", "137 ~ 152", "121 ~ 136")]
    y = forms.table(sheet, 20, y + 16, (34,) * 5, ("1급", "2급", "3급", "4급", "5급"), grades, header=(244, 244, 244))
    pad.put(20, y + 30, "issued_on", dates.dashed, before="발급일 / Date of Issue : ", size=11)
    pad.put(20, y + 52, "issuer", after=" 원장", size=20, bold=True)
    sheet.picture(122, y + 37, 23, 23, seals.square("한국언어문화연구원장인", 23, rng))
    ornaments.specimen_note(sheet, y=282)


@layout("PRACTICAL_WRITING", "table")
def writing(pad: Pad) -> None:
    """합격 확인서 in a table of two columns of pairs; title with its grade in one cell; no photograph."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-shinmun", "noto-serif", "nanum-barun-light", "un-graphic")))
    ornaments.rosette(sheet, 105, 170, 40, (236, 238, 232), rng)
    sheet.text(105, 44, "국가공인", size=12, align="center", tracking=2)
    sheet.text(105, 60, "한국실용글쓰기검정 자격증", size=25, bold=True, align="center")
    sheet.line(20, 68, 190, 68, pen=1.0, colour=(60, 90, 70))
    top, left = 78.0, 20.0
    rows = (
        (entry(pad, "수험자 성명", "name"), entry(pad, "생년월일", "birth_date", dates.korean_short)),
        (entry(pad, "자격증번호", "number"), entry(pad, "취득일", "acquired_on", dates.korean_short)),
        (Entry("회차 / 점수", f"제{pad.get('sitting')}회 / {pad.get('raw_score')}점"),
         entry(pad, "유효기한", "valid_until", dates.korean_short)),
    )  # fmt: skip
    y = forms.ruled(sheet, left, top, 170, rows, label=28, height=13, size=11, label_size=10, edge=0.6)
    ornaments.cell(sheet, (left, y, 28, 15), "종목(등급)", size=10)
    sheet.frame(left, y, 170, 15, pen=0.4)
    sheet.line(left + 28, y, left + 28, y + 15)
    end = pad.put(left + 34, y + 9.3, "title", size=14, bold=True)
    pad.put(end + 2, y + 9.3, "grade", before="(", after=")", size=14, bold=True)
    sheet.lines(
        24, y + 36, "위 사람은 「자격기본법」 제19조에 따라 공인된 한국실용글쓰기검정의 위 등급을 취득하였음을 증명함.",
        width=160, leading=9, size=13.5,
    )  # fmt: skip
    pad.put(186, y + 78, "issued_on", dates.dotted, before="교부일자 ", size=12, align="right")
    pad.put(162, y + 100, "issuer", after="장", size=20, bold=True, align="right")
    sheet.picture(165, y + 85, 23, 23, seals.square("한국국어능력평가협회장인", 23, rng))
    forms.code(sheet, 22, y + 86, 22, f"{pad.get('number')}|{pad.get('name')}")
    ornaments.specimen_note(sheet)
