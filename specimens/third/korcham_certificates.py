"""상공회의소 자격증 (KORCHAM) once more: an English letter of certification, and what the portal says of a number."""

from __future__ import annotations

from specimens import dates, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import adornments
from specimens.second import vocabulary as draw
from specimens.sheet import A4
from specimens.third import certificate_frames as frames

_NAVY = (10, 52, 110)
_ENGLISH = {
    "컴퓨터활용능력": "Computer Specialist in Spreadsheet and Database",
    "워드프로세서": "Word Processor Specialist",
}


@layout("KORCHAM", "english-letter")
def english_letter(pad: Pad) -> None:
    """CERTIFICATION: an English sentence above, the particulars as a plain list below, signed for the chairman."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-serif", "nanum-myeongjo", "baekmuk-batang")))
    sheet.picture(24, 18, 15, 15, adornments.emblem(15, _NAVY, rng))
    sheet.text(44, 25, "THE KOREA CHAMBER OF COMMERCE & INDUSTRY", size=13, face="serif-bold", colour=_NAVY)
    sheet.text(44, 31, "39, Sejong-daero, Jung-gu, Seoul 04513, Republic of Korea", size=8.5, face="serif")
    sheet.line(24, 37, 186, 37, pen=0.4, colour=_NAVY)
    style = rng.choice((dates.english_long, frames.day_month_capitals, dates.english_short))
    pad.put(186, 50, "issued_on", style, before="Date of Issue: ", size=11, align="right")
    sheet.text(105, 72, "C E R T I F I C A T I O N", size=21, face="serif-bold", align="center")
    sheet.text(105, 79, "of National Technical Qualification", size=11, face="serif-italic", align="center")
    sheet.lines(
        28,
        98,
        "We hereby certify that the following person has acquired the qualification mentioned below, which is "
        "entrusted to the Korea Chamber of Commerce and Industry under the National Technical Qualifications Act.",
        width=154,
        leading=7.4,
        size=12,
        face="serif",
    )
    labels = ("Name in full", "Date of birth", "Title of qualification", "Grade", "Registration No.", "Date acquired")
    for place, label in enumerate(labels):
        sheet.text(36, 136 + place * 11, f"{place + 1}. {label}", size=12, face="serif")
    end = pad.put(88, 136, "name_latin", size=12, width=66)
    pad.put(end + 2.5, 136, "name", before="(", after=")", size=12)
    pad.put(88, 147, "birth_date", style, size=12)
    end = pad.put(88, 158, "title", size=12)
    english = _ENGLISH.get(pad.get("title"), "")
    sheet.text(end + 2.5, 158, english, size=10.5, face="serif-italic", width=186 - end)
    pad.put(88, 169, "grade", size=12)
    pad.put(88, 180, "number", size=12)
    pad.put(88, 191, "acquired_on", style, size=12)
    pad.put(178, 232, "issuer", after=" 회장", size=14, bold=True, align="right")
    sheet.text(178, 239, "Chairman & CEO", size=10.5, face="serif-italic", align="right")
    sheet.picture(160, 222, 22, 22, seals.square("대한상공회의소회장의인", 22, rng))
    sheet.text(28, 268, "Inquiries: Qualification Testing Bureau, Tel. +82-2-6050-0000", size=8.5, face="serif")
    ornaments.specimen_note(sheet)


@layout("KORCHAM", "portal-answer")
def portal_answer(pad: Pad) -> None:
    """자격증 진위확인: a browser's print of the portal's answer, a green box, then a list flush right."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "nanum-gothic", "baekmuk-gulim")))
    asked = frames.printed_later(pad, "issued_on", 5, 300)
    frames.browser(pad, sheet, "대한상공회의소 자격평가사업단", "license.korcham.example/kor/license/verify.jsp", asked)
    sheet.frame(0, 12, 210, 15, pen=0, fill=_NAVY)
    sheet.text(20, 22, "자격평가사업단", size=13, bold=True, colour=draw.WHITE)
    for place, menu in enumerate(("원서접수", "합격자발표", "자격증신청", "고객센터")):
        sheet.text(98 + place * 25, 21.5, menu, size=9, colour=draw.WHITE)
    sheet.text(20, 42, "자격증 진위확인", size=18, bold=True)
    sheet.text(190, 42, "홈 > 자격증신청 > 진위확인", size=7.5, align="right", colour=draw.GREY)
    sheet.frame(20, 49, 170, 20, pen=0.3, colour=(120, 180, 130), fill=(238, 248, 240))
    sheet.text(105, 58, "조회하신 자격증은 정상 발급된 자격증입니다.", size=12.5, bold=True, align="center")
    sheet.text(105, 64.5, f"(조회일 : {dates.dashed(asked)})", size=8.5, align="center", colour=draw.GREY)
    style = rng.choice((dates.dashed, dates.dotted, dates.korean))
    sheet.line(20, 78, 190, 78, pen=0.6, colour=_NAVY)
    y = frames.listed(
        sheet,
        88,
        (
            entry(pad, "이름", "name", bold=True),
            entry(pad, "생일", "birth_date", style),
            entry(pad, "자격명", "title"),
            entry(pad, "급수", "grade"),
            entry(pad, "자격증번호", "number"),
            entry(pad, "최종합격일", "acquired_on", style),
            entry(pad, "교부일", "issued_on", style),
            entry(pad, "발행처", "issuer"),
            Entry("자격 상태", "유효"),
        ),
        left=24,
        right=186,
        step=12.5,
        size=11.5,
        label_size=10.5,
    )
    draw.banner(sheet, 70, y + 4, 32, 10, "다시 조회", fill=(120, 126, 134), size=10, align="center")
    draw.banner(sheet, 108, y + 4, 32, 10, "인쇄", fill=_NAVY, size=10, align="center")
    sheet.frame(20, 230, 170, 34, pen=0, fill=(246, 247, 249))
    draw.notes(
        sheet,
        25,
        238,
        (
            "· 본 화면은 진위확인 결과로서 자격증을 대신하지 않습니다.",
            "· 1996년 이전 취득자는 관할 상공회의소로 문의하시기 바랍니다.",
            "· 이용문의 : 02-2102-3600 (평일 09:00 ~ 18:00)   서울특별시 중구 세종대로 39",
        ),
        size=8.5,
        width=160,
    )
    ornaments.specimen_note(sheet)
