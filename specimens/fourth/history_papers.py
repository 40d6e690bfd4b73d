"""한국사능력검정 (KHISTORY) in the fourth series: a print with the marks by age, and a diploma in sentences."""

from __future__ import annotations

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour
from specimens.third import certificate_frames as frames

_RED: Colour = (142, 40, 44)
_AGES = ("선사", "고대", "고려", "조선 전기", "조선 후기", "근대", "현대")


@layout("KHISTORY", "result-sheet-with-ages")
def result_sheet_with_ages(pad: Pad) -> None:
    """시험 결과 확인 printed from the portal: merged cells at the top, upright bars for each age, a long note."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "nanum-gothic", "nanum-barun", "baekmuk-gulim")))
    frames.browser(
        pad, sheet, "한국사능력검정시험 | 성적 조회", "www.historyexam.go.kr/pageLink.do?link=examResult",
        frames.printed_later(pad, "issued_on", 0, 0),
    )  # fmt: skip
    pad.put(18, 27, "title", size=17, bold=True)
    sheet.text(192, 27, "성적 및 인증 확인", size=11, align="right", colour=draw.GREY)
    sheet.line(18, 32, 192, 32, pen=1.0, colour=_RED)
    style = rng.choice((dates.dotted, dates.dashed, words.spaced_dots))
    sitting = f"제{pad.get('sitting')}회"
    cells: list[words.Cell] = [
        (0, 0, 2, 1, "응시자"),
        (0, 1, 1, 1, "성명"),
        (0, 2, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 3, 1, 1, "시험"),
        (0, 4, 1, 1, Entry("", f"{sitting} {pad.get('exam_kind')}")),
        (1, 1, 1, 1, "생년월일"),
        (1, 2, 1, 1, entry(pad, "", "birth_date", style)),
        (1, 3, 1, 1, "총점"),
        (1, 4, 1, 1, Entry("", f"{pad.get('raw_score')} / 100")),
        (2, 0, 2, 1, "인  증"),
        (2, 1, 1, 1, "등급"),
        (2, 2, 1, 1, entry(pad, "", "grade", bold=True)),
        (2, 3, 1, 1, "번호"),
        (2, 4, 1, 1, entry(pad, "", "number")),
        (3, 1, 1, 1, "합격일"),
        (3, 2, 1, 1, entry(pad, "", "acquired_on", style)),
        (3, 3, 1, 1, "발급일"),
        (3, 4, 1, 1, entry(pad, "", "issued_on", style)),
    ]
    y = words.mosaic(
        sheet, 18, 40, (22, 26, 54, 22, 50), (11,) * 4, cells, size=11, label_size=9.5, shade=(246, 240, 238),
        colour=(150, 130, 126),
    )  # fmt: skip
    sheet.text(18, y + 12, "시대별 정답률 (%)", size=11, bold=True)
    score = int(pad.get("raw_score") or 70)
    shares = [min(100, max(20, score + rng.randint(-18, 18))) for _ in _AGES]
    rows = [(age, share / 100, str(share)) for age, share in zip(_AGES, shares, strict=True)]
    words.bars(sheet, 24, y + 72, rows, step=23, height=46, colour=(196, 120, 112))
    sheet.text(18, y + 92, "등급 인증 기준", size=11, bold=True)
    scale = (("고급", "70점 이상  1급", "60점 ~ 69점  2급"), ("중급", "70점 이상  3급", "60점 ~ 69점  4급"))
    y = forms.table(
        sheet, 18, y + 96, (34, 70, 70), ("시험 종류", "합격 점수", "합격 점수"), scale, height=8.5, size=9,
        header=(246, 240, 238), open_sides=True,
    )  # fmt: skip
    y = words.footnotes(
        sheet,
        18,
        y + 8,
        (
            "위 인증 등급은 제46회 이전 체제(고급·중급·초급)에 따른 것입니다.",
            "인증서는 유효기간을 따로 두지 않으나, 이를 활용하는 기관에서 정한 기간이 있을 수 있으므로 제출 전에 해당 "
            "기관의 공고를 확인하시기 바랍니다.",
            "성적 및 인증 사항이 사실과 다르게 고쳐진 경우 시험을 무효로 하며 3년간 응시할 수 없습니다.",
        ),
        width=174,
        size=8,
    )
    pad.put(100, y + 22, "issuer", after="장", size=19, bold=True, align="center")
    sheet.picture(130, y + 9, 20, 20, seals.square("국사편찬위원회위원장인", 20, rng))
    ornaments.specimen_note(sheet)


@layout("KHISTORY", "sentences-across")
def sentences_across(pad: Pad) -> None:
    """A diploma across that says everything in sentences, the number under the title, roofs' colours at both ends."""
    rng = pad.rng
    sheet = pad.sheet(
        A4_LANDSCAPE, face=rng.choice(("un-batang", "nanum-myeongjo", "noto-serif", "baekmuk-batang")),
        paper=(254, 252, 246),
    )  # fmt: skip
    for x in (0.0, 285.0):
        for number, tint in enumerate(((156, 44, 40), (38, 96, 84), (214, 168, 74), (38, 70, 120))):
            sheet.frame(x + number * 3, 0, 3, 210, pen=0, fill=tint)
    adornments.taegeuk(sheet, 148.5, 108, 48, (240, 233, 218))
    sheet.text(148.5, 38, "認  證  書", size=13, face="noto-serif", align="center", colour=draw.GREY)
    sheet.text(148.5, 54, "한국사 인증서", size=34, face="un-gungseo", align="center")
    pad.put(148.5, 64, "number", before="(인증번호 ", after=")", size=11, align="center")
    style = rng.choice((dates.korean_short, frames.unspaced))
    words_of_award = (
        sentences.run(pad, "birth_date", style),
        "생 ",
        sentences.run(pad, "name", bold=True),
        "은(는) 국사편찬위원회가 시행한 ",
        f"제{pad.get('sitting')}회 ",
        sentences.run(pad, "title"),
        f" {pad.get('exam_kind')} 시험에 응시하여 ",
        sentences.run(pad, "acquired_on", style),
        " ",
        sentences.run(pad, "grade", bold=True),
        "에 합격하였으므로 이 증서를 드립니다.",
    )
    sentences.write(sheet, 46, 92, words_of_award, width=205, leading=14, size=18)
    pad.put(148.5, 152, "issued_on", style, size=15, align="center")
    pad.put(140, 178, "issuer", draw.wide, after=" 위 원 장", size=21, bold=True, align="center")
    sheet.picture(212, 161, 25, 25, seals.square("국사편찬위원장의인", 25, rng))
    sheet.text(
        148.5, 197, "누리집의 '인증서 진위 확인'에서 확인할 수 있습니다.", size=8, align="center", colour=draw.GREY
    )
    ornaments.specimen_note(sheet, x=280, y=206)
