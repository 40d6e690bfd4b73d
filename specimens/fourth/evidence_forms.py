"""Evidence papers of people in the fourth series: veterans, disability, livelihood, residence, family, school."""

from __future__ import annotations

from specimens import dates, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, Colour, Sheet
from specimens.third import certificate_frames as frames

_INK: Colour = (30, 50, 100)
_RULE: Colour = (90, 96, 104)


def heading(pad: Pad, sheet: Sheet, y: float, printed: str, *, size: float = 20, tracking: float = 0.0) -> None:
    """The title in the middle, with its truth."""
    sheet.text(
        sheet.width / 2, y, printed, size=size, bold=True, align="center", width=sheet.width - 46, tracking=tracking,
        field="title", value=pad.get("title"),
    )  # fmt: skip


def issued_by(pad: Pad, sheet: Sheet, y: float, *, size: float = 18.0, side: float = 21.0, after: str = "") -> None:
    """The office in the middle and its seal behind the last sign."""
    issuer = pad.get("issuer")
    end = pad.put(sheet.width / 2 - 8, y, "issuer", after=after, size=size, bold=True, align="center", width=136)
    left = min(end + 1.5, sheet.width - side - 14)
    office = issuer.split(" ")[-1] if len(issuer) > 12 else issuer.replace(" ", "")
    sheet.picture(left, y - side * 0.66, side, side, seals.square((office or "기관장") + "인", side, pad.rng))


@layout("취업지원대상자증명서", "letter-with-lines")
def employment_letter(pad: Pad) -> None:
    """A branch's letter: number and addressee above, 1. 2. sentences, lines of facts, preference in words, notes."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "nanum-myeongjo", "un-batang", "baekmuk-gulim")))
    sheet.picture(18, 14, 13, 13, adornments.emblem(13, _INK, rng))
    sheet.text(35, 23, "국 가 보 훈 처", size=13, bold=True, colour=_INK)
    sheet.text(192, 19, f"담당: 보훈과 {people.name(rng)}", size=8.5, align="right", colour=draw.GREY)
    sheet.text(192, 24, f"전화: {people.phone(rng)}", size=8.5, align="right", colour=draw.GREY)
    sheet.line(18, 30, 192, 30, pen=0.5, colour=_INK)
    heading(pad, sheet, 48, "취업지원대상자 증명서")
    style = rng.choice((dates.dotted_wide, words.short_dots, dates.korean_short))
    sheet.text(
        22,
        64,
        f"받는 기관 : {rng.choice(('한국농어촌공사 사장', '채용 시험 실시기관의 장', '채용기관의 장'))}",
        size=12,
    )
    y = sentences.write(
        sheet,
        22,
        76,
        ("1. 아래 사람은 「국가유공자 등 예우 및 지원에 관한 법률」 등에 따른 취업지원대상자임을 증명합니다.",),
        width=166,
        leading=7.6,
        size=12,
    )
    y = words.steps(
        sheet,
        32,
        y + 3,
        (
            (entry(pad, "성명", "name"), 8.6),
            (frames.resident_masked(pad, "주민등록번호"), 8.6),
            (entry(pad, "보훈번호", "number"), 8.6),
            (Entry("국가유공자와의 관계", f"{pad.get('veteran')}의 {rng.choice(('자녀', '배우자', '손자녀'))}"), 8.6),
            (entry(pad, "가점비율", "rate", after="퍼센트(%)"), 8.6),
            (Entry("주소", pad.get("address")), 8.6),
        ),
        size=12,
    )
    y = sentences.write(
        sheet,
        22,
        y + 4,
        (
            "2. 위 사람이 채용시험에 응시하는 경우 같은 법 제31조에 따라 만점의 ",
            f"{pad.get('rate')}퍼센트를 가점하여 주시기 바랍니다. 다만, 만점의 40퍼센트에 미달하는 과목이 있는 "
            "경우에는 그러하지 아니합니다.",
        ),
        width=166,
        leading=7.6,
        size=12,
    )
    pad.put(105, y + 22, "issued_on", style, size=13, align="center")
    issued_by(pad, sheet, y + 42, size=19)
    words.footnotes(
        sheet,
        22,
        254,
        (
            "가점을 받아 합격하는 사람은 선발예정인원의 30퍼센트를 넘을 수 없습니다. 다만, 응시자의 수가 "
            "선발예정인원과 같거나 그보다 적은 경우에는 그러하지 아니합니다.",
            "보훈특별고용 및 일반직 공무원등 특별채용에는 이 증명서를 사용할 수 없습니다.",
            "이 증명서는 발급일부터 6개월간 유효합니다.",
        ),
        width=166,
    )
    ornaments.specimen_note(sheet)


@layout("장애인증명서", "merged-cells-2019")
def disability_merged(pad: Pad) -> None:
    """The form of July 2019: number and handling time in a row of its own, merged cells, two severities to tick."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-dotum", "nanum-gothic", "baekmuk-gulim", "nanum-myeongjo")))
    sheet.text(18, 16, "■ 장애인복지법 시행규칙 [별지 제9호의5서식] <개정 2019. 6. 4.>", size=8)
    top: list[words.Cell] = [
        (0, 0, 1, 1, "발급번호"),
        (0, 1, 1, 1, entry(pad, "", "number")),
        (0, 2, 1, 1, "처리기간"),
        (0, 3, 1, 1, Entry("", "즉시")),
    ]
    words.mosaic(sheet, 18, 21, (30, 84, 30, 30), (9,), top, size=9.5, label_size=8.5, colour=_RULE, open_sides=True)
    heading(pad, sheet, 47, rng.choice(("장 애 인 증 명 서", "장애인증명서")), size=22)
    style = rng.choice((dates.dotted_closed, words.short_dots, dates.dotted_wide, words.spaced_dots))
    grave = rng.random() < 0.4
    kinds = ("지체", "뇌병변", "시각", "청각", "언어", "신장", "심장", "호흡기", "기타")
    chosen = rng.choice(kinds[:6])
    first = "  ".join(f"[{'√' if kind == chosen else ' '}]{kind}" for kind in kinds)
    degree = f"[{'√' if grave else ' '}] 장애의 정도가 심한 장애인    [{' ' if grave else '√'}] 심하지 않은 장애인"
    cells: list[words.Cell] = [
        (0, 0, 3, 1, "대상자"),
        (0, 1, 1, 1, "성명"),
        (0, 2, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 3, 1, 1, "생년월일"),
        (0, 4, 1, 1, entry(pad, "", "birth_date", style)),
        (1, 1, 1, 1, "주소"),
        (1, 2, 1, 3, Entry("", pad.get("address"))),
        (2, 1, 1, 1, "연락처"),
        (2, 2, 1, 3, Entry("", f"010-****-{rng.randint(1000, 9999)}")),
        (3, 0, 3, 1, "등록\n사항"),
        (3, 1, 1, 1, "장애유형"),
        (3, 2, 1, 3, Entry("", first)),
        (4, 1, 1, 1, "장애정도"),
        (4, 2, 1, 3, Entry("", degree)),
        (5, 1, 1, 1, "등록일"),
        (5, 2, 1, 1, entry(pad, "", "acquired_on", style)),
        (5, 3, 1, 1, "재판정"),
        (5, 4, 1, 1, Entry("", "해당 없음")),
        (6, 0, 1, 1, "용도"),
        (6, 1, 1, 4, Entry("", rng.choice(("취업", "취업(채용시험 응시)", "관공서 제출")))),
    ]
    y = words.mosaic(
        sheet, 18, 58, (20, 26, 52, 26, 50), (11, 11, 10, 11, 11, 11, 10), cells, size=10.5, label_size=10,
        colour=_RULE, open_sides=True,
    )  # fmt: skip
    sheet.text(105, y + 22, "「장애인복지법」 제32조 및 같은 법 시행규칙 제8조에 따라", size=12.5, align="center")
    sheet.text(105, y + 30, "위와 같이 장애인으로 등록되어 있음을 증명합니다.", size=12.5, align="center")
    pad.put(186, y + 48, "issued_on", words.parted, size=12.5, align="right")
    issued_by(pad, sheet, y + 70, size=20, side=24)
    words.footnotes(
        sheet,
        18,
        260,
        (
            "장애인등급제 폐지(2019년 7월 1일)에 따라 종전 1급부터 3급까지는 '장애의 정도가 심한 장애인', "
            "4급부터 6급까지는 '장애의 정도가 심하지 않은 장애인'으로 표기합니다.",
            "이 증명서를 다른 사람에게 양도하거나 다른 목적으로 사용할 수 없습니다.",
        ),
        width=172,
    )
    sheet.text(192, 288, "210mm×297mm[백상지 80g/㎡(재활용품)]", size=7, align="right")
    ornaments.specimen_note(sheet)


@layout("국민기초생활수급자증명서", "ticked-benefits")
def livelihood_ticked(pad: Pad) -> None:
    """A district's form with a colour band: kinds of benefit ticked in merged cells, household counted, long notes."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-barun", "noto-sans", "baekmuk-dotum", "un-batang")))
    sheet.frame(0, 0, 210, 7, pen=0, fill=(60, 130, 110))
    pad.put(20, 20, "number", before="발급번호 제", after="호", size=9.5)
    sheet.text(190, 20, "(사회보장정보시스템 출력)", size=8.5, align="right", colour=draw.GREY)
    heading(pad, sheet, 42, rng.choice(("국민기초생활 수급자증명서", "국민기초생활보장 수급자 증명서")), size=20)
    style = rng.choice((dates.dotted, dates.dashed, dates.korean_short, words.spaced_dots))
    ticks = [rng.random() < 0.5 for _ in range(3)]
    benefits = [
        f"{'■' if given else '□'} {kind}급여" for kind, given in zip(("생계", "의료", "주거"), ticks, strict=True)
    ] + ["□ 교육급여" if any(ticks) else "■ 교육급여"]
    cells: list[words.Cell] = [
        (0, 0, 2, 1, "신청인\n(수급자)"),
        (0, 1, 1, 1, "성  명"),
        (0, 2, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 3, 1, 1, "생년월일"),
        (0, 4, 1, 1, entry(pad, "", "birth_date", style)),
        (1, 1, 1, 1, "주  소"),
        (1, 2, 1, 3, Entry("", pad.get("address"))),
        (2, 0, 2, 1, "보장\n내용"),
        (2, 1, 1, 1, "급여종류"),
        (2, 2, 1, 3, Entry("", "   ".join(benefits))),
        (3, 1, 1, 1, "보장가구"),
        (3, 2, 1, 1, Entry("", f"{rng.randint(1, 5)}인 가구")),
        (3, 3, 1, 1, "수급자 구분"),
        (3, 4, 1, 1, Entry("", rng.choice(("일반 수급자", "조건부 수급자")))),
        (4, 0, 1, 1, "제출처"),
        (4, 1, 1, 4, Entry("", rng.choice(("한국농어촌공사", "채용기관", "공공기관 채용 담당")))),
    ]
    y = words.mosaic(
        sheet, 20, 54, (22, 26, 48, 28, 46), (12, 12, 13, 12, 11), cells, size=11, label_size=10, shade=(232, 243, 238)
    )
    sheet.text(105, y + 24, "위 사람은 「국민기초생활 보장법」 제2조제2호에 따른", size=13, align="center")
    sheet.text(105, y + 32, "수급자임을 증명합니다.", size=13, align="center")
    pad.put(105, y + 50, "issued_on", style, size=13, align="center")
    issued_by(pad, sheet, y + 72, size=20)
    y = words.footnotes(
        sheet,
        20,
        248,
        (
            "이 증명서는 발급일 현재의 수급 자격을 증명하는 것으로, 이후 자격이 변동될 수 있습니다.",
            "급여종류 중 해당되지 않는 것은 빈칸으로 표시됩니다.",
            "거짓이나 그 밖의 부정한 방법으로 급여를 받은 사람은 「국민기초생활 보장법」 제49조에 따라 1년 이하의 징역 "
            "또는 1천만원 이하의 벌금에 처해질 수 있습니다.",
        ),
        width=170,
    )
    sheet.text(20, y + 4, f"발급 담당: 복지정책과 {people.name(rng)} (☎ {people.phone(rng)})", size=8.5)
    ornaments.specimen_note(sheet)
