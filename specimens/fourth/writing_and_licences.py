"""실용글쓰기 (PRACTICAL_WRITING) and 고급자격증 (PROFESSIONAL) in the fourth series."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour
from specimens.third import certificate_frames as frames

_ORANGE: Colour = (196, 92, 24)
_DEEP: Colour = (32, 44, 78)
_PARTS = ("직무 이해", "직무 글쓰기", "기안서", "보고서", "직업윤리")


@layout("PRACTICAL_WRITING", "statement-with-descriptors")
def statement_with_descriptors(pad: Pad) -> None:
    """성적인증서: an orange band, merged cells, sideways gauges of five parts, what each grade can do."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-gothic", "nanum-round", "noto-sans", "baekmuk-dotum")))
    sheet.picture(0, 0, 210, 20, adornments.shine(210, 20, _ORANGE, (240, 176, 96)))
    pad.put(18, 13.5, "title", after=" 성적인증서", size=15, bold=True, colour=draw.WHITE)
    sheet.text(192, 13, f"제{pad.get('sitting')}회", size=11, bold=True, colour=draw.WHITE, align="right")
    style = rng.choice((dates.dotted, words.spaced_dots, dates.dashed, words.short_dots))
    cells: list[words.Cell] = [
        (0, 0, 1, 1, "성명"),
        (0, 1, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 2, 1, 1, "생년월일"),
        (0, 3, 1, 1, entry(pad, "", "birth_date", style)),
        (1, 0, 1, 1, "자격번호"),
        (1, 1, 1, 3, entry(pad, "", "number")),
        (2, 0, 1, 1, "급수"),
        (2, 1, 1, 1, entry(pad, "", "grade", bold=True)),
        (2, 2, 1, 1, "점수"),
        (2, 3, 1, 1, Entry("", f"{pad.get('raw_score')}점 (1,000점 만점)")),
        (3, 0, 1, 1, "취득일"),
        (3, 1, 1, 1, entry(pad, "", "acquired_on", style)),
        (3, 2, 1, 1, "유효기한"),
        (3, 3, 1, 1, entry(pad, "", "valid_until", style)),
    ]
    y = words.mosaic(
        sheet, 18, 32, (28, 59, 28, 59), (12, 11, 12, 11), cells, size=12, label_size=10, shade=(253, 240, 226),
        colour=(206, 160, 116),
    )  # fmt: skip
    sheet.text(18, y + 12, "평가 영역별 도달 정도", size=11, bold=True)
    share = int(pad.get("raw_score") or 700) / 1000
    for place, part in enumerate(_PARTS):
        line = y + 22 + place * 9
        reached = min(1.0, max(0.25, share + rng.uniform(-0.14, 0.14)))
        sheet.text(24, line, part, size=9.5)
        draw.gauge(sheet, 62, line - 3.2, 100, reached, colour=(232, 150, 74), height=4)
        sheet.text(178, line, f"{round(100 * reached)}%", size=9.5, align="right")
    y += 72
    can = (
        ("1급", "모든 직무 문서를 목적에 맞게 작성하고 다른 사람의 글을 지도할 수 있음"),
        ("2급", "복잡한 직무 문서를 정확하고 효과적으로 작성할 수 있음"),
        ("준2급", "일반적인 직무 문서를 무리 없이 작성할 수 있음"),
        ("3급 이하", "정해진 양식에 따라 간단한 직무 문서를 작성할 수 있음"),
    )
    y = forms.table(sheet, 18, y, (28, 146), ("급수", "수행 능력"), can, height=8.5, size=9, header=(253, 240, 226))
    sheet.text(105, y + 20, "위와 같이 국가공인 자격을 취득하였음을 인증합니다.", size=13, align="center")
    pad.put(105, y + 33, "issued_on", style, size=12, align="center")
    pad.put(98, y + 52, "issuer", after=" 회장", size=18, bold=True, align="center")
    sheet.picture(140, y + 39, 21, 21, seals.square("한국국어능력평가협회장인", 21, rng))
    words.footnotes(
        sheet, 18, 282, ("등록 민간자격 공인번호와 유효기간은 민간자격정보서비스에서 확인할 수 있습니다.",), width=174
    )
    ornaments.specimen_note(sheet)


@layout("PRACTICAL_WRITING", "folder-with-two-leaves")
def folder_with_two_leaves(pad: Pad) -> None:
    """A folder opened flat: emblem and title on the left leaf, the sentence of award on the right one."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("un-batang", "nanum-myeongjo", "baekmuk-batang", "noto-serif")))
    sheet.frame(4, 4, 289, 202, pen=0, fill=(64, 32, 40))
    for left in (10.0, 151.0):
        sheet.frame(left, 10, 136, 190, pen=0.2, colour=(170, 150, 120), fill=(255, 253, 246))
        sheet.frame(left + 6, 16, 124, 178, pen=0.5, colour=(170, 140, 80))
    sheet.picture(58, 34, 40, 40, adornments.emblem(40, (150, 110, 50), rng))
    pad.put(78, 96, "title", size=20, bold=True, align="center", width=112)
    pad.put(78, 116, "grade", size=32, face="un-gungseo", align="center")
    sheet.text(78, 136, "자  격  증", size=24, face="un-gungseo", align="center")
    style = rng.choice((dates.korean_short, dates.korean, frames.unspaced))
    sheet.line(38, 146, 118, 146, pen=0.2, colour=(170, 140, 80))
    pad.put(78, 156, "number", before="자격번호 제 ", after=" 호", size=11.5, align="center")
    sheet.text(78, 180, "국가공인 민간자격", size=10, align="center", colour=draw.GREY)
    pad.put(268, 40, "name", before="성   명   ", size=15, align="right")
    pad.put(268, 50, "birth_date", style, before="생년월일   ", size=12, align="right")
    runs = (
        "위 사람은 ",
        sentences.run(pad, "acquired_on", style),
        f" 제{pad.get('sitting')}회 자격검정에 합격하여 직무에 필요한 글쓰기 능력을 갖추었음이 인정되므로 이 증서를 "
        "수여합니다. 이 자격은 ",
        sentences.run(pad, "valid_until", style),
        "까지 유효합니다.",
    )
    sentences.write(sheet, 164, 76, runs, width=110, leading=12, size=15)
    pad.put(219, 150, "issued_on", style, size=14, align="center")
    sheet.text(219, 166, "사단법인", size=11, align="center")
    pad.put(212, 178, "issuer", after="장", size=17, bold=True, align="center", width=84)
    sheet.picture(252, 165, 20, 20, seals.square("한국국어능력평가협회장인", 20, rng))
    ornaments.specimen_note(sheet, x=284, y=204.6)


@layout("PROFESSIONAL", "ministry-form-with-history")
def ministry_form_with_history(pad: Pad) -> None:
    """A ministry's confirmation form: merged cells, masked resident number, history of registration, purpose, notes."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "nanum-myeongjo", "baekmuk-gulim", "un-dotum")))
    title, issuer = pad.get("title"), pad.get("issuer")
    sheet.text(18, 16, f"■ {pad.get('law')} 시행규칙 [별지 서식] <개정 2016. 12. 30.>", size=8)
    sheet.text(105, 36, f"{title} 자격 확인서", size=21, bold=True, align="center")
    style = rng.choice((dates.dotted_wide, words.short_dots, dates.dotted, words.parted))
    issued = pad.get("issued_on") or "2018-03-02"
    cells: list[words.Cell] = [
        (0, 0, 2, 1, "자격자"),
        (0, 1, 1, 1, "성명"),
        (0, 2, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 3, 1, 1, "주민등록번호"),
        (0, 4, 1, 1, frames.resident_masked(pad, "")),
        (1, 1, 1, 1, "주소"),
        (1, 2, 1, 3, Entry("", rng.choice(("서울특별시 서초구 서초대로 219", "광주광역시 동구 지산로 78")))),
        (2, 0, 3, 1, "자  격"),
        (2, 1, 1, 1, "종류"),
        (2, 2, 1, 1, entry(pad, "", "title", bold=True)),
        (2, 3, 1, 1, "자격번호"),
        (2, 4, 1, 1, entry(pad, "", "number", before="제 ", after=" 호")),
        (3, 1, 1, 1, "취득일"),
        (3, 2, 1, 1, entry(pad, "", "acquired_on", style)),
        (3, 3, 1, 1, "자격증 발급일"),
        (3, 4, 1, 1, entry(pad, "", "issued_on", style)),
        (4, 1, 1, 1, "구분"),
        (4, 2, 1, 3, Entry("", "[√] 시험 합격    [  ] 자격 인정    [  ] 외국 자격")),
        (5, 0, 1, 1, "용도"),
        (5, 1, 1, 4, Entry("", rng.choice(("채용 응시 제출용 (1부)", "공공기관 제출용 (1부)")))),
    ]
    y = words.mosaic(
        sheet, 18, 48, (22, 24, 50, 30, 48), (12, 11, 12, 12, 11, 11), cells, size=11, label_size=10, open_sides=True
    )
    later = dates.later(rng, issued, 20, 120)
    history = ((style(later), "등록(개업 신고 포함)", "-"), ("이하 여백", "", ""))
    sheet.text(18, y + 10, "등록 및 처분 이력", size=10.5, bold=True)
    y = forms.table(
        sheet, 18, y + 13, (46, 90, 38), ("연월일", "내용", "비고"), history, height=9, size=10, open_sides=True
    )
    sheet.text(
        105, y + 22, f"「{pad.get('law')}」에 따라 위와 같이 자격이 있음을 확인합니다.", size=12.5, align="center"
    )
    asked = dates.since_notice(rng, later, 10, 300)
    sheet.text(105, y + 38, style(asked), size=12, align="center")
    end = pad.put(102, y + 58, "issuer", size=21, bold=True, align="center", tracking=0.6)
    sheet.picture(min(end + 2, 172), y + 43, 23, 23, seals.square(f"{issuer}인", 23, rng))
    words.footnotes(
        sheet,
        18,
        266,
        (
            "이 확인서의 기재사항은 등록부를 근거로 하며, 처분 이력은 최근 5년간의 것만 적습니다.",
            f"처리 부서: 자격관리 담당 (전화 {people.phone(rng)}), 처리기간 3일, 수수료 없음",
        ),
        width=172,
    )
    sheet.text(192, 288, "210mm×297mm[백상지(80g/㎡)]", size=7, align="right")
    ornaments.specimen_note(sheet)


@layout("PROFESSIONAL", "award-with-side-vines")
def award_with_side_vines(pad: Pad) -> None:
    """자격증 across between two vines: the number far right, everything of the person in one sentence, no labels."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("un-gungseo", "un-batang", "baekmuk-batang", "nanum-myeongjo")),
        paper=(255, 254, 249),
    )  # fmt: skip
    for x in (16.0, 281.0):
        adornments.vine(sheet, x, 14, 196, 9, (146, 120, 66))
    ornaments.rosette(sheet, 148.5, 106, 48, (240, 234, 220), rng, rings=14)
    sheet.text(148.5, 26, "대 한 민 국", size=14, face="un-batang", align="center", tracking=1.0, colour=_DEEP)
    pad.put(148.5, 52, "title", draw.wide, after=" 자 격 증", size=31, face="un-gungseo", align="center", width=220)
    pad.put(262, 68, "number", before="제 ", after=" 호", size=14, face="un-batang", align="right")
    style = rng.choice((dates.korean_short, words.parted))
    runs = (
        sentences.run(pad, "name", bold=True),
        " (",
        sentences.run(pad, "birth_date", style),
        f"생)은 「{pad.get('law')}」에서 정한 시험과 요건을 갖추어 ",
        sentences.run(pad, "acquired_on", style),
        " 그 자격을 취득하였으므로 이에 자격증을 수여함.",
    )
    sentences.write(sheet, 44, 92, runs, width=209, leading=15, size=19)
    pad.put(148.5, 148, "issued_on", style, size=16, align="center")
    end = pad.put(140, 178, "issuer", draw.wide, size=26, bold=True, align="center", width=180)
    sheet.picture(min(end + 4, 244), 160, 27, 27, seals.square(f"{pad.get('issuer')}의인", 27, rng))
    ornaments.specimen_note(sheet, y=206)
