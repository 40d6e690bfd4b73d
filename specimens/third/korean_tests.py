"""Tests of Korean (KBS_KOREAN, TOKL) once more: a print-out, a letter to an office, a notice by post, descriptions."""

from __future__ import annotations

from random import Random

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts import kbs, tokl
from specimens.registry import Pad, layout
from specimens.second import sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE
from specimens.third import certificate_frames as frames

_BLUE = (20, 70, 150)
_OLIVE = (84, 96, 44)


@layout("KBS_KOREAN", "account-print-out")
def account_print_out(pad: Pad) -> None:
    """시험 결과 조회: a browser's print with the account's person above and a table whose heads stand on top."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "nanum-gothic", "un-dotum")))
    frames.browser(
        pad,
        sheet,
        "KBS한국어능력시험 - 성적 및 자격 조회",
        "www.klt.example/mypage/result_print.html",
        frames.printed_later(pad, "issued_on"),
    )
    sheet.text(16, 26, "KBS", size=19, face="sans-bold", colour=_BLUE)
    sheet.text(36, 26, "한국어능력시험", size=14, bold=True)
    sheet.line(16, 31, 194, 31, pen=0.8, colour=_BLUE)
    sheet.text(16, 43, "자격 취득 내역", size=14.5, bold=True)
    style = rng.choice((dates.dashed, dates.dotted))
    sheet.frame(16, 49, 178, 18, pen=0, fill=(243, 246, 251))
    for x, item in (
        (22, entry(pad, "회원명", "name", bold=True)),
        (84, entry(pad, "생년월일", "birth_date", style)),
        (142, Entry("수험번호", pad.get("exam_no"))),
    ):
        draw.card(sheet, x, 55, item, size=12, label_size=8, gap=6.5, width=48)
    rows = (
        ("시험명", "회차", "응시일", "등급", "취득일", "자격증 번호"),
        (
            entry(pad, "", "title"),
            Entry("", f"{pad.get('sitting')}회"),
            Entry("", pad.date("taken_on", style)),
            entry(pad, "", "grade", bold=True),
            entry(pad, "", "acquired_on", style),
            entry(pad, "", "number"),
        ),
    )
    y = draw.table(
        sheet, 16, 74, (44, 16, 30, 22, 30, 36), (9, 12), rows, size=10.5, label_size=9,
        shade=(228, 236, 248), shade_rows=(0,), colour=(176, 186, 202), open_sides=True,
    )  # fmt: skip
    validity = (
        ("자격 유효 만료일", entry(pad, "", "valid_until", style), "인증서 발급일", entry(pad, "", "issued_on", style)),
        ("총점 / 만점", Entry("", f"{pad.get('raw_score')} / 990"), "발급 기관", entry(pad, "", "issuer")),
    )
    y = draw.table(
        sheet, 16, y + 6, (38, 51, 38, 51), (11, 11), validity, size=10.5, label_size=9,
        shade=(243, 246, 251), shade_columns=(0, 2), colour=(176, 186, 202), open_sides=True,
    )  # fmt: skip
    sheet.text(16, y + 13, "등급 체계", size=11, bold=True)
    scale = [(grade, f"{least} ~ {most}", _KBS_WORDS[grade[0]]) for grade, (least, most) in kbs.GRADES.items()]
    y = forms.table(
        sheet, 16, y + 17, (22, 36, 120), ("등급", "점수대", "검정 기준"), scale, height=8, size=8.5,
        header=(243, 246, 251), open_sides=True,
    )  # fmt: skip
    draw.notes(
        sheet,
        16,
        y + 9,
        ("자격의 유효기간은 성적 발표일로부터 2년입니다. 유효기간이 지난 자격은 조회되지 않습니다.",),
        size=8,
        width=178,
    )
    forms.code(sheet, 172, 262, 18, f"klt {pad.get('number')}")
    ornaments.specimen_note(sheet)


_KBS_WORDS = {
    "1": "전문가 수준의 뛰어난 한국어 사용 능력을 가지고 있음",
    "2": "일반인으로서 매우 뛰어난 수준의 한국어 사용 능력을 가지고 있음",
    "3": "일반인으로서 보통 이상의 한국어 사용 능력을 가지고 있음",
    "4": "국어 교육을 정상적으로 이수한 수준의 능력을 가지고 있음",
}


@layout("KBS_KOREAN", "letter-to-an-office")
def letter_to_an_office(pad: Pad) -> None:
    """공문: 수신, 제목, numbered sentences; person and result as 가., 나., 다. lines; the institute's seal below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "un-batang", "nanum-myeongjo", "baekmuk-gulim")))
    pad.put(105, 30, "issuer", after=" 한국어진흥원", size=20, bold=True, align="center", tracking=1)
    sheet.line(22, 37, 188, 37, pen=0.6)
    sheet.text(22, 48, "수신    채용 담당 부서장", size=11.5)
    sheet.text(22, 56, "(경유)", size=11.5)
    sheet.text(22, 64, "제목    국가공인 자격 취득 사실 확인", size=11.5, bold=True)
    sheet.line(22, 70, 188, 70, pen=0.3)
    style = rng.choice((dates.dotted_wide, dates.dotted_closed, dates.korean_short))
    sentence = (
        "1. 우리 원이 주관하는 국가공인 민간자격 ",
        sentences.run(pad, "title"),
        "의 자격 취득 사실을 아래와 같이 확인합니다.",
    )
    y = sentences.write(sheet, 22, 82, sentence, width=164, leading=8, size=12)
    items = (
        entry(pad, "가. 성     명", "name"),
        entry(pad, "나. 생년월일", "birth_date", style),
        entry(pad, "다. 취득등급", "grade"),
        entry(pad, "라. 자격번호", "number"),
        entry(pad, "마. 취  득  일", "acquired_on", style),
        entry(pad, "바. 유효기한", "valid_until", style),
    )
    y = forms.inline(sheet, 32, y + 4, items, step=9, room=100, label_room=34, size=12)
    y = sheet.lines(
        22,
        y + 5,
        "2. 위 자격은 자격기본법 제19조에 따라 공인된 자격으로, 유효기한이 경과한 경우 효력이 상실됨을 알려드립니다.",
        width=164,
        leading=8,
        size=12,
    )
    sheet.text(22, y + 6, "붙임  성적표 1부.  끝.", size=12)
    sheet.text(105, 222, "한 국 어 진 흥 원 장", size=21, bold=True, align="center")
    sheet.picture(143, 209, 22, 22, seals.square("한국어진흥원장의인", 22, rng))
    sheet.line(22, 246, 188, 246, pen=0.6)
    pad.put(22, 254, "issued_on", style, before=f"시행  한국어-{rng.randint(100, 999)} (", after=")", size=9.5)
    sheet.text(120, 254, "담당 박상훈    부장 이은주", size=9.5)
    sheet.text(22, 261, "우 07235  서울특별시 영등포구 여의공원로 13    전화 02-781-0000    / 공개", size=9)
    ornaments.specimen_note(sheet)


@layout("TOKL", "notice-by-post")
def notice_by_post(pad: Pad) -> None:
    """성적 통보서 that came by post: address window above, result in a table of two rows, a slip to cut off below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-dotum", "un-dotum", "nanum-gothic", "baekmuk-gulim")))
    pad.put(20, 22, "issuer", before="(재)", size=12, bold=True, colour=_OLIVE)
    sheet.text(20, 28, "서울특별시 마포구 월드컵북로 396   02-000-1234", size=8, colour=draw.GREY)
    sheet.frame(104, 34, 84, 32, pen=0.2, colour=draw.PALE)
    sheet.text(
        110,
        43,
        f"서울특별시 {rng.choice(('은평구 통일로', '강북구 도봉로', '동작구 상도로'))} {rng.randint(10, 400)}",
        size=10,
    )
    pad.put(110, 52, "name", after="  귀하", size=12, bold=True)
    sheet.text(182, 62, f"0{rng.randint(1000, 9999)}", size=10, align="right")
    end = pad.put(20, 84, "title", size=17, bold=True)
    sheet.text(end + 3, 84, "인증 결과 통보", size=17, bold=True)
    sheet.line(20, 89, 188, 89, pen=0.8, colour=_OLIVE)
    style = rng.choice((dates.dotted, dates.dotted_wide, frames.short_year))
    long = dates.dotted if style is frames.short_year else style
    sentence = (
        f"귀하께서 {pad.date('taken_on', dates.korean_short)} 응시하신 제{pad.get('sitting')}회 시험의 인증 결과를 "
        "다음과 같이 알려 드립니다.",
    )
    sentences.write(sheet, 20, 99, sentence, width=168, leading=6.5, size=10.5)
    heads = ("생년월일", "인증번호", "인증등급", "인증일", "유효기간 만료")
    rows = (
        heads,
        (
            entry(pad, "", "birth_date", long),
            entry(pad, "", "number"),
            entry(pad, "", "grade", bold=True),
            entry(pad, "", "acquired_on", style),
            entry(pad, "", "valid_until", style),
        ),
    )
    y = draw.table(
        sheet, 20, 112, (34, 42, 24, 34, 34), (10, 13), rows, size=11.5, label_size=9.5,
        shade=(240, 243, 228), shade_rows=(0,),
    )  # fmt: skip
    score = int(pad.get("raw_score") or 0)
    parts = (("어휘", 26), ("어법", 10), ("어문규정", 10), ("듣기", 30), ("읽기", 80), ("쓰기", 44))
    got = [str(round(score * top / 200)) for _, top in parts[:-1]]
    got.append(str(score - sum(int(part) for part in got)))
    body = (
        ("배점", *(str(top) for _, top in parts), "200"),
        ("득점", *got, str(score)),
        ("백분위", *(str(_rank(rng, int(part), top)) for part, (_, top) in zip(got, parts, strict=True)), ""),
    )
    y = forms.table(
        sheet, 20, y + 8, (28, *(20.0,) * 7), ("영역", *(part for part, _ in parts), "합계"), body, height=9,
        header=(240, 243, 228),
    )  # fmt: skip
    draw.notes(
        sheet, 20, y + 7, ("※ 인증의 효력은 인증일로부터 2년이며, 재응시하여 갱신할 수 있습니다.",), size=8, width=168
    )
    pad.put(104, 212, "issued_on", dates.korean_short, size=12, align="center")
    sheet.text(100, 226, "한국언어문화연구원장", size=17, bold=True, align="center")
    sheet.picture(136, 214, 20, 20, seals.square("한국언어문화연구원장인", 20, rng))
    sheet.line(12, 246, 198, 246, pen=0.2, dash=1.4)
    sheet.text(105, 244.4, "자르는 선", size=7, align="center", colour=draw.GREY)
    sheet.text(20, 258, "반송용 : 이사 등으로 배달할 수 없는 경우 위 발신인 주소로 반송하여 주십시오.", size=8.5)
    sheet.text(
        20, 265, f"등기번호 {rng.randint(10000, 99999)}-{rng.randint(1000, 9999)}-{rng.randint(1000, 9999)}", size=8.5
    )
    ornaments.specimen_note(sheet)


def _rank(rng: Random, got: int, top: int) -> int:
    """How many of a hundred did worse than `got` of `top`: more than the points themselves say, a little by chance."""
    return min(99, max(1, round(100 * (got / top) ** 2) + rng.randint(-3, 3)))


@layout("TOKL", "report-with-descriptions")
def report_with_descriptions(pad: Pad) -> None:
    """Across: the person in a coloured column, the grade among all grades with what each can do, prose at the foot."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-square", "noto-sans", "nanum-barun", "nanum-round")))
    sheet.frame(0, 0, 80, 210, pen=0, fill=(240, 243, 230))
    sheet.frame(0, 0, 80, 8, pen=0, fill=_OLIVE)
    ornaments.photo_box(sheet, 12, 20, rng, width=26, height=34)
    style = rng.choice((dates.dotted, dates.dashed, dates.korean_short))
    cards = (
        entry(pad, "성명 Name", "name", bold=True),
        entry(pad, "생년월일 Birth", "birth_date", style),
        entry(pad, "인증번호 Cert. No.", "number"),
        entry(pad, "인증일 Certified", "acquired_on", style),
        entry(pad, "유효기한 Expiry", "valid_until", style),
        entry(pad, "발급일 Issued", "issued_on", style),
    )
    for place, item in enumerate(cards):
        draw.card(sheet, 12, 70 + place * 20, item, size=13, label_size=8, gap=7, width=62, colour=_OLIVE)
    pad.put(94, 30, "title", size=22, bold=True, colour=_OLIVE)
    sheet.text(94, 38, "Test of Korean Language · 인증서", size=10, colour=draw.GREY)
    sheet.text(226, 30, "인증 등급", size=11, colour=draw.GREY)
    pad.put(280, 32, "grade", size=28, bold=True, align="right", colour=_OLIVE)
    words = (
        "창조적 언어 사용 능력이 매우 뛰어나 전문적인 업무를 수행할 수 있는 수준",
        "언어 사용 능력이 뛰어나 일반 업무를 능숙하게 수행할 수 있는 수준",
        "언어 사용 능력이 양호하여 일상적 업무를 무리 없이 수행할 수 있는 수준",
        "기초적인 언어 사용 능력을 갖추고 있으나 보완이 필요한 수준",
        "언어 사용 능력이 부족하여 학습이 필요한 수준",
    )
    body = [
        (mark, grade, f"{least} ~ {most}", word)
        for (grade, (least, most)), word in zip(tokl.GRADES.items(), words, strict=True)
        for mark in ("●" if grade == pad.get("grade") else "",)
    ]
    y = forms.table(
        sheet, 94, 48, (12, 18, 28, 128), ("", "급", "점수", "능력 기술"), body, height=12, size=9.5,
        header=(240, 243, 230), open_sides=True,
    )  # fmt: skip
    sheet.text(94, y + 16, "위 사람은 국가공인 국어능력인증시험에 응시하여 위 등급을 받았음을 인증합니다.", size=12.5)
    sheet.text(
        94, y + 24, f"(제{pad.get('sitting')}회, 총점 {pad.get('raw_score')}점 / 200점)", size=9.5, colour=draw.GREY
    )
    pad.put(196, 184, "issuer", after="장", size=20, bold=True, align="center")
    sheet.picture(240, 171, 22, 22, seals.square("한국언어문화연구원장인", 22, rng))
    ornaments.specimen_note(sheet, y=206)
