"""국가기술자격 취득사항확인서 (NQ_RECORD) once more: a column a qualification, and a browser's print of the portal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specimens import dates, forms, ornaments, seals
from specimens.forms import Entry, entry
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour
from specimens.third import certificate_frames as frames

_NAVY: Colour = (24, 44, 92)
_BLUE: Colour = (28, 88, 176)
_HEAD = "한국산업인력공단이사장인"


def _of(rows: list[Mapping[str, Any]], number: int, column: str, style: dates.Style | None = None) -> Entry:
    value = str(rows[number].get(column) or "")
    if not value:
        return Entry("", "")
    return Entry("", style(value) if style else value, f"certificates[{number}].{column}", value)


@layout("NQ_RECORD", "column-a-qualification")
def column_a_qualification(pad: Pad) -> None:
    """Across: every qualification is a column, the labels stand at the left; person in a line without a table."""
    rng, rows = pad.rng, pad.rows("certificates")
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("nanum-barun", "un-dotum", "noto-serif", "nanum-square")))
    sheet.frame(12, 12, 273, 186, pen=0.5, colour=_NAVY)
    sheet.text(24, 30, "국가기술자격 취득사항 확인", size=20, bold=True, colour=_NAVY)
    sheet.text(24, 37, "Record of National Technical Qualifications", size=9, face="serif-italic", colour=draw.GREY)
    pad.put(272, 24, "document_no", before="확인번호 ", size=8.5, align="right")
    style = rng.choice((dates.dashed, dates.dotted, dates.korean_short))
    pad.put(272, 31, "issued_on", style, before="확인일 ", size=9.5, align="right")
    sheet.line(24, 42, 272, 42, pen=0.3, colour=_NAVY)
    end = sheet.text(26, 52, "성명 ", size=10, colour=draw.GREY)
    pad.put(end + 2, 52, "name", size=13, bold=True)
    end = sheet.text(96, 52, "생년월일 ", size=10, colour=draw.GREY)
    pad.put(end + 2, 52, "birth_date", style, size=12)
    sheet.text(200, 52, f"취득 자격 {len(rows)}종목", size=10)
    count = max(3, len(rows))
    share = (248 - 32) / count
    labels = (
        ("자격종목", "title", None),
        ("자격번호", "number", None),
        ("합격 연월일", "acquired_on", style),
        ("발급 연월일", "issued_on", style),
        ("시행기관", "issuer", None),
    )
    body: list[tuple[str | Entry, ...]] = [("구  분", *(f"자격 {n + 1}" for n in range(count)))]
    for label, column, how in labels:
        body.append((label, *(_of(rows, n, column, how) if n < len(rows) else "" for n in range(count))))
    draw.table(
        sheet,
        24,
        60,
        (32, *(share,) * count),
        (9, *(13.5,) * 5),
        body,
        size=11 if count < 5 else 9.5,
        label_size=10,
        shade=(226, 232, 244),
        shade_rows=(0,),
        shade_columns=(0,),
        colour=_NAVY,
        pen=0.15,
    )
    sheet.text(148.5, 156, "상기 기재사항이 국가기술자격 취득 원부와 다름없음을 확인합니다.", size=13, align="center")
    pad.put(144, 182, "issuer", after=" 이사장", size=20, bold=True, align="center")
    sheet.picture(190, 169, 21, 21, seals.square(_HEAD, 21, rng))
    forms.code(sheet, 252, 172, 18, f"qnet {pad.get('document_no')}")
    ornaments.specimen_note(sheet, y=206)


@layout("NQ_RECORD", "portal-print-out")
def portal_print_out(pad: Pad) -> None:
    """The page of the portal as a browser prints it: newest columns first, days before numbers, states in green."""
    rng, rows = pad.rng, pad.rows("certificates")
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "nanum-gothic", "nanum-barun")))
    frames.browser(
        pad,
        sheet,
        "자격취득사항확인서 발급 - Q-Net",
        "www.q-net.or.kr/isr003.do?id=isr00301",
        frames.printed_later(pad, "issued_on", 0, 0),
    )
    sheet.text(18, 26, "Q-Net", size=20, face="sans-bold", colour=_BLUE)
    sheet.text(44, 26, "자격의 모든 것", size=8, colour=draw.GREY)
    sheet.text(192, 26, "마이페이지 > 확인서 발급 > 취득사항확인서", size=7.5, align="right", colour=draw.GREY)
    sheet.line(18, 30, 192, 30, pen=0.6, colour=_BLUE)
    sheet.text(18, 43, "자격 취득사항 확인서", size=16, bold=True)
    style = rng.choice((dates.dashed, dates.dotted, dates.slashed))
    facts = (
        (entry(pad, "신청자", "name"), entry(pad, "생년월일", "birth_date", style)),
        (entry(pad, "문서번호", "document_no"), entry(pad, "발급일자", "issued_on", style)),
        (Entry("제출처", "채용기관 제출"), Entry("매수", "1매")),
    )
    y = forms.ruled(
        sheet, 18, 50, 174, facts, label=28, height=9, size=10, header=(244, 246, 249), colour=(200, 204, 210)
    )
    sheet.text(18, y + 11, f"▪ 국가기술자격 취득내역 (총 {len(rows)}건)", size=10.5, bold=True)
    heads = ("취득일", "발급일", "자격번호", "자격명", "발급처", "상태")
    body: list[tuple[str | Entry, ...]] = [heads]
    for n in range(len(rows)):
        columns = (("acquired_on", style), ("issued_on", style), ("number", None), ("title", None), ("issuer", None))
        body.append((*(_of(rows, n, column, how) for column, how in columns), Entry("", "정상")))
    y = draw.table(
        sheet,
        18,
        y + 15,
        (26, 26, 34, 42, 32, 14),
        (9, *(10.5,) * len(rows)),
        body,
        size=9.5,
        label_size=9,
        shade=(232, 240, 250),
        shade_rows=(0,),
        colour=(190, 196, 204),
        open_sides=True,
    )
    y = draw.notes(
        sheet,
        18,
        y + 8,
        (
            "※ 개명 등으로 인적사항이 바뀐 경우 정정 신청 후 발급하시기 바랍니다.",
            "※ 진위확인은 발급일로부터 90일간 Q-Net에서 문서번호로 가능합니다. (고객센터 1644-8000)",
        ),
        size=8,
        width=174,
    )
    sheet.text(105, y + 22, "위의 사실을 확인함", size=13, align="center")
    pad.put(102, y + 42, "issuer", after="이사장", size=17, bold=True, align="center")
    sheet.picture(146, y + 30, 19, 19, seals.square(_HEAD, 19, rng))
    forms.code(sheet, 150, 262, 40, f"HRD {pad.get('document_no')}", kind="code128", height=10)
    ornaments.specimen_note(sheet)
