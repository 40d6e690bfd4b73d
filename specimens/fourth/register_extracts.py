"""주민등록초본 and 가족관계증명서 in the fourth series: extracts of registers as the 2020s print them."""

from __future__ import annotations

from specimens import dates, forms, ornaments
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.fourth.evidence_forms import heading, issued_by
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4, Colour
from specimens.third import certificate_frames as frames

_RULE: Colour = (90, 96, 104)


@layout("주민등록초본", "numbered-rows-2020")
def resident_numbered(pad: Pad) -> None:
    """The form of the 2020s: a person's row with hanja, numbered addresses whose days stand under them, 이하 여백."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "un-batang", "baekmuk-gulim", "nanum-gothic")))
    pad.put(14, 14, "number", before="문서확인번호: ", size=9)
    sheet.text(196, 14, "1 / 1", size=9, align="right")
    sheet.frame(14, 20, 182, 22, pen=0.3, colour=_RULE)
    heading(pad, sheet, 34, "주 민 등 록 표   (초  본)", size=19)
    sheet.text(192, 30, "이 초본은 개인별 주민등록표의", size=7.5, align="right")
    sheet.text(192, 34, "원본 내용과 틀림없음을 증명합니다.", size=7.5, align="right")
    pad.put(192, 39, "issued_on", dates.korean_short, size=8.5, align="right")
    cells: list[words.Cell] = [
        (0, 0, 1, 1, "성명(한자)"),
        (0, 1, 1, 1, entry(pad, "", "name", after="  (    )", bold=True)),
        (0, 2, 1, 1, "주민등록번호"),
        (0, 3, 1, 1, frames.resident_masked(pad, "")),
        (1, 0, 1, 1, "세대주"),
        (1, 1, 1, 1, Entry("", f"{pad.get('householder')} 의 {rng.choice(('자녀', '본인', '배우자'))}")),
        (1, 2, 1, 1, "발급신청인"),
        (1, 3, 1, 1, Entry("", "본인 (전자민원)")),
    ]
    y = words.mosaic(sheet, 14, 46, (28, 68, 30, 56), (10, 9), cells, size=10.5, label_size=9, shade=(240, 240, 240))
    moves = list(pad.values.get("moves") or ())
    lines: list[words.Cell] = [
        (0, 0, 1, 1, "번호"),
        (0, 1, 1, 2, "주    소   [ 전입일 / 변동일 ]"),
        (0, 3, 1, 1, "변 동 사 유"),
    ]
    heights = [8.0]
    style = rng.choice((dates.dashed, dates.dotted))
    for number, (address, moved, noticed) in enumerate(moves):
        row = 1 + 2 * number
        heights += [8.0, 6.5]
        lines += [
            (row, 0, 2, 1, Entry("", str(number + 1))),
            (row, 1, 1, 2, Entry("", address)),
            (row, 3, 2, 1, Entry("", "출생등록" if number == 0 else "전입")),
            (row + 1, 1, 1, 1, Entry("", f"전입 {style(moved)}")),
            (row + 1, 2, 1, 1, Entry("", f"신고 {style(noticed)}")),
        ]
    y = words.mosaic(sheet, 14, y + 4, (14, 66, 66, 36), heights, lines, size=9.5, label_size=9, shade=(240, 240, 240))
    sheet.text(105, y + 7, "=== 이 하 여 백 ===", size=9.5, align="center")
    sheet.text(16, y + 14, "과거 주소 변동 사항: 전체 포함    병역 사항: 미포함    외국인등록번호: 미포함", size=8.5)
    issued_by(pad, sheet, max(y + 46, 226), size=18, side=22)
    sheet.line(14, 254, 196, 254, pen=0.3, colour=_RULE)
    forms.code(sheet, 16, 258, 40, pad.get("document_no").replace("-", "") or "0", kind="code128", height=11)
    words.footnotes(
        sheet,
        62,
        261,
        (
            "이 문서는 전자정부법에 따라 발급된 것으로, 문서확인번호로 90일간 진위를 확인할 수 있습니다.",
            "수수료: 무료(인터넷). 정보의 오류는 관할 읍·면·동에 문의하시기 바랍니다.",
        ),
        width=134,
    )
    ornaments.specimen_note(sheet)


@layout("가족관계증명서", "heads-across")
def family_heads(pad: Pad) -> None:
    """일반: 등록기준지 above, one table whose heads stand on top, the person's row first, 자녀 left empty."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "baekmuk-batang", "nanum-myeongjo", "noto-serif")))
    ornaments.rosette(sheet, 105, 150, 44, (232, 238, 232), rng, rings=12)
    pad.put(190, 18, "number", before="발행번호 ", size=9, align="right")
    heading(pad, sheet, 38, rng.choice(("가 족 관 계 증 명 서 (일반)", "가족관계증명서(일반)")), size=20)
    sheet.line(20, 46, 190, 46, pen=0.6)
    sheet.text(22, 56, f"등록기준지    {pad.get('address')}", size=11.5)
    style = rng.choice((dates.korean, dates.korean_short))
    tail = pad.get("resident_tail")
    masked = f"{tail[:2]}******" if tail else ""
    birth = pad.get("birth_date")
    number = Entry("", birth.replace("-", "")[2:], None, None, after=masked) if birth else Entry("", "")
    heads = ("구분", "성    명", "출생연월일", "주민등록번호", "성별")
    sex = "남" if tail[1:2] in "13" else "여"
    body: list[tuple[str | Entry, ...]] = [
        heads,
        (
            Entry("", "본인"),
            entry(pad, "", "name", bold=True),
            entry(pad, "", "birth_date", style),
            number,
            Entry("", sex),
        ),
    ]
    for relation, name, born, their in pad.values.get("relatives") or ():
        private = f"{born.replace('-', '')[2:]}-{'1' if their == '남' else '2'}******"
        body.append(tuple(Entry("", text) for text in (relation, name, style(born), private, their)))
    body.append((Entry("", "자녀"), *(Entry("", "") for _ in range(4))))
    y = draw.table(
        sheet, 20, 64, (24, 42, 48, 40, 16), (10, *(12.0,) * (len(body) - 1)), body, size=11, label_size=10,
        shade=(238, 240, 236), shade_rows=(0,),
    )  # fmt: skip
    sheet.text(
        105,
        y + 20,
        "위 가족관계증명서(일반)는 가족관계등록부의 기록사항과 틀림없음을 증명합니다.",
        size=12,
        align="center",
    )
    pad.put(105, y + 40, "issued_on", style, size=12.5, align="center")
    issued_by(pad, sheet, y + 62, size=14, side=22)
    words.footnotes(
        sheet,
        20,
        256,
        (
            "위 증명서는 「가족관계의 등록 등에 관한 법률」 제15조제2항에 따른 등록사항을 현출한 일반증명서입니다.",
            "전자가족관계등록시스템에서 발행번호로 3개월간 발급 사실을 확인할 수 있습니다. 사용자지원센터 1899-2732",
        ),
        width=170,
    )
    ornaments.specimen_note(sheet)
