"""고급자격증 (PROFESSIONAL): a minister's sentence, a register with its changes, a certificate in two tongues."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE

_ENGLISH = {
    "변호사": "ATTORNEY AT LAW",
    "공인회계사": "CERTIFIED PUBLIC ACCOUNTANT",
    "감정평가사": "CERTIFIED APPRAISER",
    "공인노무사": "CERTIFIED PUBLIC LABOR ATTORNEY",
    "세무사": "CERTIFIED TAX ACCOUNTANT",
    "법무사": "JUDICIAL SCRIVENER",
    "건축사": "LICENSED ARCHITECT",
}
_BODIES = {
    "변호사": "대한변호사협회",
    "공인회계사": "한국공인회계사회",
    "감정평가사": "한국감정평가사협회",
    "공인노무사": "한국공인노무사회",
    "세무사": "한국세무사회",
    "법무사": "대한법무사협회",
    "건축사": "대한건축사협회",
}
_GOLD = (150, 116, 48)
_GREEN = (36, 84, 66)


@layout("PROFESSIONAL", "ministers-sentence")
def ministers_sentence(pad: Pad) -> None:
    """A licence in 궁서: 제 … 호 at the right, name and birth date right of the middle, minister below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-gungseo", "nanum-myeongjo", "baekmuk-batang")), paper=(253, 250, 240))
    adornments.taegeuk(sheet, 105, 150, 50, (234, 226, 204))
    adornments.key_border(sheet, 13, 7, _GOLD)
    pad.put(178, 46, "number", before="제 ", after=" 호", size=13, align="right")
    title = pad.get("title")
    pad.put(105, 82, "title", draw.wide, after="  자 격 증", size=31, align="center", face="un-gungseo")
    sheet.text(104, 112, rng.choice(("성    명", "성 명")), size=15)
    pad.put(132, 112, "name", draw.wide, size=19, bold=True, width=44)
    pad.put(132, 123, "birth_date", dates.korean_short, size=13, after="생")
    sentence = (
        f"위 사람은 「{pad.get('law')}」이 정하는 바에 따라 ",
        sentences.run(pad, "acquired_on", dates.korean_short),
        f" {title}의 자격을 취득하였으므로 이 자격증을 수여한다.",
    )
    sentences.write(sheet, 40, 154, sentence, width=132, leading=12, size=18)
    pad.put(105, 216, "issued_on", rng.choice((dates.korean_short, dates.korean)), size=16, align="center")
    pad.put(100, 248, "issuer", size=26, face="un-gungseo", align="center", tracking=1.4)
    sheet.picture(154, 231, 27, 27, seals.square(f"{pad.get('issuer')}인", 27, rng))
    ornaments.specimen_note(sheet)


@layout("PROFESSIONAL", "register-with-changes")
def register_with_changes(pad: Pad) -> None:
    """등록증 as an ordinance prints it: numbered labels, a table of changes with other dates."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "nanum-gothic", "un-batang")))
    sheet.text(18, 18, f"[{pad.get('law')} 시행규칙 별지 제2호서식]", size=8.5)
    pad.put(18, 30, "number", before="등록번호 제 ", after=" 호", size=11)
    pad.put(105, 46, "title", after=rng.choice((" 등록증", " 자격등록증")), size=25, bold=True, align="center")
    style = rng.choice((dates.dotted_wide, dates.korean, dates.dotted_closed))
    rows = (
        ("① 성      명", entry(pad, "", "name")),
        ("② 생년월일", entry(pad, "", "birth_date", style)),
        ("③ 자격의 종류", entry(pad, "", "title")),
        ("④ 자격취득일", entry(pad, "", "acquired_on", style)),
        ("⑤ 등 록 일\n(발급일)", entry(pad, "", "issued_on", style)),
    )
    y = draw.table(sheet, 18, 56, (38, 98), (12.5,) * 5, rows, size=12, label_size=10.5, open_sides=True, align="left")
    sheet.frame(158, 58, 34, 45, pen=0.2, colour=draw.PALE)
    ornaments.photo_box(sheet, 159, 59, rng, width=32, height=43)
    sheet.text(105, y + 12, "등 록 사 항 의  변 경", size=11, bold=True, align="center")
    issued = pad.get("issued_on") or "2018-01-01"
    changes = (
        (
            dates.dotted_wide(dates.later(rng, issued, 30, 200)),
            rng.choice(("사무소 소재지 변경", "사무소 명칭 변경")),
            "(인)",
        ),
        ("", "", ""),
        ("", "", ""),
    )
    forms.table(sheet, 18, y + 16, (40, 100, 34), ("변경 연월일", "변경 내용", "확인"), changes, height=10, size=10)
    sheet.text(
        105,
        210,
        f"「{pad.get('law')}」에 따라 위와 같이 등록되었음을 증명합니다.",
        size=13.5,
        align="center",
        width=170,
    )
    sheet.text(105, 226, _BODIES.get(pad.get("title"), ""), size=11, align="center", colour=draw.GREY)
    pad.put(102, 246, "issuer", size=22, bold=True, align="center", tracking=0.8)
    sheet.picture(150, 232, 23, 23, seals.square(f"{pad.get('issuer')}인", 23, rng))
    sheet.text(192, 284, "210㎜×297㎜ [보존용지(1종) 120g/㎡]", size=7, align="right")
    ornaments.specimen_note(sheet)


@layout("PROFESSIONAL", "certificate-in-two-tongues")
def two_tongues(pad: Pad) -> None:
    """Across: title in Korean over English capitals; values on rules over labels of both tongues; a medal."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("nanum-myeongjo", "noto-serif", "nanum-barun")), paper=(254, 254, 250)
    )
    ornaments.woven_border(sheet, 8, 6, _GREEN)
    ornaments.rosette(sheet, 148, 100, 56, (222, 232, 226), rng, rings=18)
    pad.put(148.5, 42, "title", after=" 자격증명서", size=28, bold=True, align="center", tracking=1)
    english = f"CERTIFICATE OF {_ENGLISH.get(pad.get('title'), 'QUALIFICATION')}"
    sheet.text(148.5, 52, english, size=12, face="serif-bold", align="center", colour=_GREEN)
    ornaments.photo_box(sheet, 28, 62, rng, width=33, height=44)
    style = rng.choice((dates.dotted, dates.dashed, dates.korean))
    fields = (
        (110, 82, entry(pad, "자격번호 License No.", "number")),
        (200, 82, entry(pad, "성명 Full Name", "name", bold=True)),
        (110, 104, entry(pad, "생년월일 Date of Birth", "birth_date", style)),
        (200, 104, entry(pad, "자격취득일 Date of Qualification", "acquired_on", style)),
    )
    for middle, y, item in fields:
        draw.below(sheet, middle, y, item, width=76, size=15, label_size=8.5, colour=_GREEN)
    sheet.text(
        148.5, 128, f"위 사람이 {pad.get('law')}에 의한 자격을 보유하고 있음을 증명합니다.", size=13.5, align="center"
    )
    sheet.text(
        148.5,
        136,
        "This is to certify that the above-named person is duly qualified under the laws of the Republic of Korea.",
        size=9.5,
        face="serif-italic",
        align="center",
    )
    pad.put(148.5, 156, "issued_on", style, before="발급일(Date of Issue) : ", size=11.5, align="center")
    pad.put(146, 178, "issuer", size=24, bold=True, align="center", tracking=1)
    sheet.picture(196, 163, 23, 23, seals.square(f"{pad.get('issuer')}인", 23, rng))
    sheet.picture(34, 146, 24, 33, adornments.medal(24, (186, 150, 76)))
    ornaments.specimen_note(sheet, y=206)


@layout("PROFESSIONAL", "confirmation-of-licence")
def confirmation_of_licence(pad: Pad) -> None:
    """자격 확인서 for an employer: application table above, answer below, kind of licence after a tick."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "noto-sans", "un-dotum", "baekmuk-batang")))
    sheet.text(105, 34, "전문자격 취득 확인서", size=22, bold=True, align="center")
    sheet.text(190, 44, f"(접수번호 {rng.randrange(1000, 9999)})", size=8.5, align="right")
    style = rng.choice((dates.dotted, dates.dotted_wide, dates.dashed))
    applied = pad.get("issued_on") or "2018-01-02"
    rows = (
        ("신청인", "성 명", entry(pad, "", "name"), "생년월일", entry(pad, "", "birth_date", style)),
        (
            "신청\n내용",
            "용 도",
            Entry("", "채용 서류 제출"),
            "신청일자",
            Entry("", style(dates.later(rng, applied, -3, 0))),
        ),
    )
    y = draw.table(
        sheet,
        20,
        48,
        (20, 26, 52, 26, 46),
        (13, 13),
        rows,
        size=11,
        label_size=10,
        shade=(242, 242, 236),
        shade_columns=(0, 1, 3),
    )
    y = draw.table(
        sheet,
        20,
        y + 6,
        (46, 124),
        (12,) * 4,
        (
            ("자격의 종류", entry(pad, "", "title", bold=True)),
            ("자격증 번호", entry(pad, "", "number", before="제", after="호")),
            ("합격(취득)일자", entry(pad, "", "acquired_on", style)),
            ("근거 법령", Entry("", pad.get("law"))),
        ),
        size=11.5,
        label_size=10.5,
        shade=(242, 242, 236),
        shade_columns=(0,),
        align="left",
    )
    sheet.text(24, y + 12, "결격사유 등 :  ■ 해당 없음    □ 자격정지    □ 자격취소", size=10.5)
    sheet.text(105, y + 36, "위 사람의 자격 취득 사실을 확인합니다.", size=14, align="center")
    pad.put(105, y + 54, "issued_on", dates.korean, size=14, align="center")
    pad.put(102, y + 80, "issuer", size=23, bold=True, align="center")
    sheet.picture(150, y + 65, 23, 23, seals.square(f"{pad.get('issuer')}인", 23, rng))
    sheet.line(20, 262, 190, 262, pen=0.15)
    sheet.text(20, 268, "담당부서 : 자격관리과   전화 044-000-0000   팩스 044-000-0001", size=8)
    ornaments.specimen_note(sheet)
