"""상공회의소 자격증 (KORCHAM) in the fourth series: a chamber's confirmation, an electronic certificate."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour

_GREEN: Colour = (20, 92, 72)
_NIGHT: Colour = (18, 30, 62)
_CITIES = ("광주", "전주", "대구", "창원", "청주", "순천", "목포", "원주")
_SUBJECTS = {
    "1급": ("컴퓨터 일반", "스프레드시트 일반", "데이터베이스 일반", "스프레드시트 실무", "데이터베이스 실무"),
    "2급": ("컴퓨터 일반", "스프레드시트 일반", "스프레드시트 실무"),
    "3급": ("컴퓨터 일반", "스프레드시트 일반", "스프레드시트 실무"),
}
_WORD = ("워드프로세싱 용어 및 기능", "PC 운영체제", "PC 기본상식", "문서편집 기능")


@layout("KORCHAM", "regional-chamber")
def regional_chamber(pad: Pad) -> None:
    """A regional chamber confirms the pass: merged cells with the marks of each subject, who issued the certificate."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-dotum", "un-batang", "nanum-gothic", "baekmuk-gulim")))
    city = rng.choice(_CITIES)
    asked = dates.later(rng, pad.get("issued_on") or "2018-03-05", 30, 500)
    sheet.picture(20, 14, 14, 14, adornments.emblem(14, _GREEN, rng))
    sheet.text(38, 21, f"{city}상공회의소", size=17, bold=True, colour=_GREEN)
    sheet.text(38, 27, f"검정사업팀  TEL {people.phone(rng)}", size=8.5, colour=draw.GREY)
    sheet.line(20, 32, 190, 32, pen=0.8, colour=_GREEN)
    sheet.text(190, 39, f"{city}상의 제{asked[:4]}-{rng.randint(100, 4000)}호", size=9, align="right")
    sheet.text(105, 56, "자 격 취 득 확 인 서", size=23, bold=True, align="center")
    style = rng.choice((dates.dotted_wide, words.short_dots, dates.dotted, dates.korean_short))
    cells: list[words.Cell] = [
        (0, 0, 1, 1, "성    명"),
        (0, 1, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 2, 1, 1, "생년월일"),
        (0, 3, 1, 1, entry(pad, "", "birth_date", style)),
        (1, 0, 2, 1, "취득자격"),
        (1, 1, 1, 1, "종   목"),
        (2, 1, 1, 1, entry(pad, "", "title", bold=True)),
        (1, 2, 1, 1, "등   급"),
        (2, 2, 1, 1, entry(pad, "", "grade", bold=True)),
        (1, 3, 1, 1, "자격증번호"),
        (2, 3, 1, 1, entry(pad, "", "number")),
        (3, 0, 1, 1, "합격결정일"),
        (3, 1, 1, 1, entry(pad, "", "acquired_on", style)),
        (3, 2, 1, 1, "자격증발급일"),
        (3, 3, 1, 1, entry(pad, "", "issued_on", style)),
        (4, 0, 1, 1, "시행·발급"),
        (4, 1, 1, 3, entry(pad, "", "issuer")),
    ]
    y = words.mosaic(
        sheet, 20, 66, (30, 58, 32, 50), (12, 9, 12, 12, 12), cells, size=11.5, label_size=10, shade=(232, 240, 236)
    )
    subjects = _SUBJECTS.get(pad.get("grade"), _SUBJECTS["2급"]) if pad.get("title") != "워드프로세서" else _WORD
    body = [
        (
            f"{'실기' if number and subject.endswith(('실무', '기능')) else '필기'}",
            subject,
            f"{rng.randint(12, 20) * 5}",
            "합격",
        )
        for number, subject in enumerate(subjects)
    ]
    sheet.text(20, y + 9, "□ 과목별 득점 (100점 만점)", size=10)
    y = forms.table(
        sheet, 20, y + 12, (30, 76, 34, 30), ("구분", "과목", "득점", "판정"), body, height=8, size=9.5,
        header=(232, 240, 236),
    )  # fmt: skip
    sheet.text(105, y + 18, f"위 사람은 {pad.get('issuer')}가 시행한 국가기술자격 검정에", size=12.5, align="center")
    sheet.text(105, y + 26, "합격하여 위의 자격을 취득하였음을 확인합니다.", size=12.5, align="center")
    sheet.text(105, y + 42, f"확인일  {style(asked)}", size=11.5, align="center")
    sheet.text(100, y + 60, f"{city}상공회의소 회장", size=18, bold=True, align="center")
    sheet.picture(142, y + 47, 21, 21, seals.square(f"{city}상공회의소회장인", 21, rng))
    ornaments.specimen_note(sheet)


@layout("KORCHAM", "electronic-certificate")
def electronic_certificate(pad: Pad) -> None:
    """전자자격증 across: a dark third with title, grade and code; beside it plain lines under thin labels."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-square", "noto-sans", "nanum-round", "nanum-barun")))
    sheet.frame(12, 12, 273, 186, pen=0.3, colour=(190, 196, 206))
    sheet.picture(12, 12, 96, 186, adornments.shine(96, 186, _NIGHT, (44, 78, 148)))
    pale: Colour = (190, 206, 236)
    sheet.text(22, 30, "전자 자격증  E-CERTIFICATE", size=9, colour=pale)
    pad.put(22, 62, "title", size=24, bold=True, colour=draw.WHITE, width=80)
    pad.put(22, 86, "grade", size=40, bold=True, colour=draw.WHITE)
    sheet.text(
        22,
        96,
        "Computer Proficiency" if pad.get("title") != "워드프로세서" else "Word Processor",
        size=10,
        face="sans",
        colour=pale,
    )
    forms.code(sheet, 22, 138, 34, f"korcham:{pad.get('number')}")
    sheet.text(60, 160, "QR로 진위를", size=8.5, colour=pale)
    sheet.text(60, 165, "확인하십시오", size=8.5, colour=pale)
    sheet.text(22, 186, "국가기술자격", size=12, bold=True, colour=draw.WHITE)
    ornaments.photo_box(sheet, 236, 26, rng, width=33, height=44)
    style = rng.choice((dates.dashed, words.spaced_dots, dates.dotted, dates.slashed))
    end = pad.put(122, 44, "name", size=25, bold=True)
    sheet.text(end + 3, 44, "님", size=13)
    pad.put(122, 53, "name_latin", size=10.5, colour=draw.GREY, width=100)
    facts = (
        entry(pad, "Date of Birth  생년월일", "birth_date", style),
        entry(pad, "Certificate No.  자격증 번호", "number"),
        entry(pad, "Passed on  합격일", "acquired_on", style),
        entry(pad, "Issued on  발급일", "issued_on", style),
    )
    for place, item in enumerate(facts):
        y = 82 + place * 14
        sheet.text(122, y, item.label, size=9.5, colour=draw.GREY)
        forms.put(sheet, 190, y, item, size=13.5)
        sheet.line(122, y + 4.2, 270, y + 4.2, pen=0.12, colour=draw.PALE)
    sheet.text(122, 148, "위 사람은 국가기술자격법에 따라 위 자격을 취득하였습니다.", size=12)
    pad.put(234, 178, "issuer", after=" 회장", size=17, bold=True, align="right")
    sheet.picture(238, 164, 22, 22, seals.square("대한상공회의소회장의인", 22, rng))
    sheet.text(
        122, 193, "이 전자문서는 출력하여 제출할 수 있으며 원본과 같은 효력이 있습니다.", size=7.5, colour=draw.GREY
    )
    ornaments.specimen_note(sheet, y=206)


@layout("KORCHAM", "issue-ledger-line")
def issue_ledger_line(pad: Pad) -> None:
    """발급대장 사본: one line of a ledger among others struck out, with the office's 원본대조필 below."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("baekmuk-batang", "nanum-coding", "un-dotum")), paper=(252, 251, 247)
    )
    sheet.text(148.5, 30, "자격증 발급 및 교부 확인 (개인별 출력)", size=18, bold=True, align="center")
    style = rng.choice((dates.dotted, words.short_dots, dates.dashed))
    sheet.text(24, 46, f"출력 구분 : 개인    출력 사유 : {rng.choice(('본인 청구', '취업 제출'))}", size=10)
    heads = ("자격증번호", "종목명", "급수", "성   명", "생년월일", "합격일자", "발급일자", "발급기관")
    row = (
        entry(pad, "", "number"),
        entry(pad, "", "title"),
        entry(pad, "", "grade"),
        entry(pad, "", "name"),
        entry(pad, "", "birth_date", style),
        entry(pad, "", "acquired_on", style),
        entry(pad, "", "issued_on", style),
        entry(pad, "", "issuer"),
    )
    blank = tuple(Entry("", "") for _ in heads)
    y = draw.table(
        sheet, 22, 52, (38, 38, 18, 32, 32, 32, 32, 33), (12, 14, 10, 10), (heads, row, blank, blank), size=11,
        label_size=10, open_sides=True,
    )  # fmt: skip
    sheet.text(24, y + 12, "* 이 출력물은 자격관리 전산원장에서 출력한 것으로 자격증 사본으로 갈음할 수 있음.", size=10)
    sheet.text(24, y + 20, "* 접수 및 문의 : 관할 상공회의소 검정부서", size=10)
    sheet.frame(196, 150, 76, 32, pen=0.5, colour=(60, 70, 150))
    sheet.text(234, 160, "원 본 대 조 필", size=13, align="center", colour=(60, 70, 150), bold=True)
    sheet.text(234, 169, f"담당 {people.name(rng)} (인)", size=10.5, align="center", colour=(60, 70, 150))
    sheet.text(234, 177, f"{rng.choice(_CITIES)}상공회의소", size=10.5, align="center", colour=(60, 70, 150))
    ornaments.specimen_note(sheet, y=206)
