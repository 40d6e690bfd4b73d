"""Papers of those who farm in the fourth series: requests answered below, ledgers across, portal prints, statements."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.fourth.evidence_forms import heading, issued_by
from specimens.layouts.countryside import plots
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, A4_LANDSCAPE, Colour
from specimens.third import certificate_frames as frames

_LEAF: Colour = (52, 104, 52)
_EARTH: Colour = (120, 84, 40)


@layout("농업인확인서", "request-and-answer")
def farmer_request(pad: Pad) -> None:
    """신청서 겸용: the farmer asks in merged cells above, the office answers under a double line with its number."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "un-dotum", "nanum-myeongjo", "baekmuk-gulim")))
    sheet.text(18, 16, "[별지 제3호서식] (농업인 확인서 발급규정)", size=8)
    sheet.text(105, 32, "농업인 확인 신청서", size=17, align="center", bold=True)
    style = rng.choice((dates.dotted_wide, words.short_dots, dates.dotted, words.parted))
    cells: list[words.Cell] = [
        (0, 0, 2, 1, "신청인"),
        (0, 1, 1, 1, "성명"),
        (0, 2, 1, 1, entry(pad, "", "name")),
        (0, 3, 1, 1, "생년월일"),
        (0, 4, 1, 1, entry(pad, "", "birth_date", style)),
        (1, 1, 1, 1, "주소"),
        (1, 2, 1, 3, Entry("", pad.get("address"))),
        (2, 0, 2, 1, "농업\n종사"),
        (2, 1, 1, 1, "시작일"),
        (2, 2, 1, 1, entry(pad, "", "acquired_on", style)),
        (2, 3, 1, 1, "경작면적"),
        (2, 4, 1, 1, Entry("", f"{rng.randint(1200, 9800):,}㎡")),
        (3, 1, 1, 1, "기준"),
        (3, 2, 1, 3, Entry("", "[√] 1천㎡ 이상 경작  [ ] 90일 이상 종사  [ ] 120만원 이상 판매")),
    ]
    y = words.mosaic(sheet, 18, 40, (20, 24, 52, 26, 52), (11,) * 4, cells, size=10.5, label_size=10, open_sides=True)
    sheet.text(24, y + 10, "위와 같이 농업인임을 확인하여 주시기 바랍니다.", size=11)
    sheet.text(188, y + 20, "신청인                (서명 또는 인)", size=10.5, align="right")
    for gap in (0.0, 1.2):
        sheet.line(18, y + 28 + gap, 192, y + 28 + gap, pen=0.3)
    pad.put(20, y + 40, "number", before="발급번호: 제 ", after=" 호", size=11)
    heading(pad, sheet, y + 56, "농 업 인   확 인 서", size=21)
    sheet.text(105, y + 74, "「농업·농촌 및 식품산업 기본법」 제3조제2호에 따른", size=12.5, align="center")
    sheet.text(105, y + 82, "농업인임을 위와 같이 확인합니다.", size=12.5, align="center")
    pad.put(105, y + 100, "issued_on", style, size=12.5, align="center")
    issued_by(pad, sheet, y + 122, size=16, side=22)
    words.footnotes(
        sheet,
        18,
        268,
        ("유효기간은 발급일부터 1년으로 합니다.", "현지 조사 결과 사실과 다른 때에는 취소됩니다."),
        width=170,
    )
    ornaments.specimen_note(sheet)


@layout("농업경영체등록확인서", "portal-tiles")
def holding_portal(pad: Pad) -> None:
    """A browser's print of the farm portal: number in a wide tile, facts in small tiles, plots with a sum."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("noto-sans", "nanum-gothic", "nanum-square")))
    issued = pad.get("issued_on") or "2019-11-20"
    frames.browser(
        pad, sheet, "농업경영체 등록 온라인서비스 - 확인서", "uni.agrix.go.kr/docs7/biOlap/report.do", issued
    )
    sheet.frame(14, 14, 182, 18, pen=0, fill=_LEAF)
    sheet.text(20, 25.5, "국립농산물품질관리원", size=12.5, bold=True, colour=draw.WHITE)
    sheet.text(190, 25.5, "농업경영체 등록정보 > 확인서 발급", size=8.5, align="right", colour=(214, 232, 214))
    heading(pad, sheet, 48, "농업경영체 등록 확인서", size=19)
    style = rng.choice((dates.dashed, dates.dotted, words.spaced_dots))
    sheet.frame(14, 56, 182, 18, pen=0.3, colour=_LEAF, fill=(242, 248, 240))
    sheet.text(20, 67, "경영체 등록번호", size=10.5, colour=_LEAF)
    pad.put(190, 68, "number", size=17, bold=True, align="right")
    tiles = (
        (entry(pad, "경영주", "name", bold=True), entry(pad, "생년월일", "birth_date", style)),
        (entry(pad, "최초 등록일", "acquired_on", style), entry(pad, "확인서 출력일", "issued_on", style)),
        (
            Entry("경영 형태", rng.choice(("전업", "겸업"))),
            Entry("주 재배품목", rng.choice(("논벼", "마늘", "사과", "양파"))),
        ),
    )
    for row, pair in enumerate(tiles):
        for column, item in enumerate(pair):
            left, top = 14 + 92 * column, 78 + 19 * row
            sheet.frame(left, top, 90, 17, pen=0.15, colour=(200, 210, 200))
            draw.card(sheet, left + 4, top + 5.5, item, size=12.5, label_size=8, gap=7, width=80)
    sheet.text(14, 144, f"주소  {pad.get('address')}", size=10)
    land = plots(rng, rng.randint(3, 6))
    total = sum(int(area.replace(",", "")) for _, _, area, _ in land)
    rows = [*land, ("합    계", f"{len(land)}필지", f"{total:,}", "")]
    y = forms.table(
        sheet,
        14,
        150,
        (78, 26, 38, 40),
        ("농지 소재", "지목", "면적(㎡)", "재배품목"),
        rows,
        height=7.5,
        header=(236, 244, 234),
    )
    sheet.text(105, y + 18, "위와 같이 농업경영체로 등록되어 있음을 확인합니다.", size=12, align="center")
    issued_by(pad, sheet, y + 38, size=14, side=20)
    ornaments.specimen_note(sheet)


@layout("농업경영체증명서", "two-rows-of-heads")
def holding_heads(pad: Pad) -> None:
    """Labels above values in two rows, members of the holding below, a round stamp of the clerk beside the seal."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-myeongjo", "baekmuk-batang", "un-dotum", "noto-serif")))
    sheet.picture(97, 12, 16, 16, adornments.emblem(16, _LEAF, rng))
    heading(pad, sheet, 44, rng.choice(("농업경영체 증명서", "농 업 경 영 체 증 명 서")), size=22)
    style = rng.choice((dates.dotted_wide, words.short_dots, dates.korean_short))
    rows: tuple[tuple[str | Entry, ...], ...] = (
        ("등록번호", "경영주(농업인)", "생년월일"),
        (entry(pad, "", "number", bold=True), entry(pad, "", "name", bold=True), entry(pad, "", "birth_date", style)),
        ("등록연월일", "발급 용도", "발급 방법"),
        (entry(pad, "", "acquired_on", style), Entry("", "자녀 채용 제출용"), Entry("", rng.choice(("방문", "우편")))),
    )
    y = draw.table(
        sheet, 18, 54, (58, 58, 58), (8, 13, 8, 13), rows, size=12, label_size=9.5, shade=(234, 242, 230),
        shade_rows=(0, 2), open_sides=True,
    )  # fmt: skip
    sheet.text(20, y + 9, f"소재지 : {pad.get('address')}", size=11)
    members = [
        (relation, people.name(rng), dates.dotted(people.birth(rng, *births)), "○")
        for relation, births in (("배우자", ("1952-01-01", "1972-12-31")), ("자녀", ("1984-01-01", "1998-12-31")))
    ]
    y = forms.table(
        sheet, 18, y + 15, (40, 54, 50, 30), ("경영주와의 관계", "성명", "생년월일", "농업종사"), members, size=10
    )
    sheet.text(105, y + 24, "「농어업경영체 육성 및 지원에 관한 법률」 제4조에 따라", size=12.5, align="center")
    sheet.text(105, y + 32, "등록한 농업경영체임을 증명합니다.", size=12.5, align="center")
    pad.put(105, y + 52, "issued_on", style, size=13, align="center")
    issued_by(pad, sheet, y + 74, size=15, side=22)
    stamp = seals.office_stamp("민원담당", dates.dotted_wide(pad.get("issued_on") or "2019-11-20")[2:], 24, rng)
    sheet.picture(22, y + 82, 24, 24, stamp)
    words.footnotes(sheet, 18, 276, (f"문의: {people.phone(rng)} (콜센터 1644-8778)",), width=170)
    ornaments.specimen_note(sheet)


@layout("조합원증명서", "shares-in-a-sentence")
def member_sentence(pad: Pad) -> None:
    """A cooperative's prose: number in brackets behind the title, shares held, the head in a line without a table."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "nanum-barun", "baekmuk-gulim", "nanum-myeongjo")))
    sheet.frame(0, 0, 210, 9, pen=0, fill=(20, 120, 70))
    sheet.frame(0, 9, 210, 2, pen=0, fill=(236, 190, 60))
    heading(pad, sheet, 46, rng.choice(("조 합 원 증 명 서", "조합원 증명서")), size=24)
    pad.put(105, 57, "number", before="(조합원번호 ", after=")", size=11, align="center")
    style = rng.choice((dates.korean_short, dates.dotted_wide, dates.korean))
    sheet.text(32, 78, f"주    소 : {pad.get('address')}", size=12.5)
    pad.put(32, 89, "name", before="성    명 : ", size=12.5)
    pad.put(32, 100, "birth_date", style, before="생년월일 : ", size=12.5)
    shares = rng.randint(80, 2400)
    runs = (
        "위 사람은 ",
        sentences.run(pad, "acquired_on", style),
        f" 우리 조합에 가입하여 이 증명서 발급일 현재 출자 {shares:,}좌(금 {shares * 5000:,}원)를 보유한 "
        f"{rng.choice(('정조합원', '조합원'))}이며, 자격 상실 사유가 없음을 증명합니다.",
    )
    y = sentences.write(sheet, 32, 124, runs, width=148, leading=11, size=14.5)
    sheet.text(32, y + 8, "1. 용   도 : 채용 응시 제출", size=11.5)
    sheet.text(32, y + 16, "2. 발급부수 : 1부", size=11.5)
    pad.put(105, y + 40, "issued_on", style, size=13, align="center")
    issued_by(pad, sheet, y + 64, size=19, side=22)
    sheet.text(
        105,
        276,
        f"조합 본점  T. {people.phone(rng)}   F. {people.phone(rng)}",
        size=8.5,
        align="center",
        colour=draw.GREY,
    )
    ornaments.specimen_note(sheet)


@layout("농지원부", "ledger-across")
def land_ledger(pad: Pad) -> None:
    """The ledger's first leaf across: person in a strip, plots in owned and leased groups with days of change."""
    rng = pad.rng
    sheet = pad.sheet(A4_LANDSCAPE, face=rng.choice(("baekmuk-batang", "baekmuk-gulim", "un-dotum", "nanum-gothic")))
    sheet.text(14, 14, "■ 농지법 시행규칙 [별지 제58호서식]  (제1쪽)", size=8)
    heading(pad, sheet, 26, "농   지   원   부", size=20)
    style = rng.choice((dates.dotted, words.short_dots, dates.dashed))
    strip: list[words.Cell] = [
        (0, 0, 1, 1, "원부번호"),
        (0, 1, 1, 1, entry(pad, "", "number")),
        (0, 2, 1, 1, "농업인"),
        (0, 3, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 4, 1, 1, "주민등록번호"),
        (0, 5, 1, 1, frames.resident_masked(pad, "")),
        (1, 0, 1, 1, "최초작성일"),
        (1, 1, 1, 1, entry(pad, "", "acquired_on", style)),
        (1, 2, 1, 1, "주소"),
        (1, 3, 1, 3, Entry("", pad.get("address"))),
    ]
    y = words.mosaic(
        sheet, 14, 34, (26, 62, 22, 54, 30, 75), (10, 10), strip, size=10.5, label_size=9.5, shade=(240, 240, 236)
    )
    owned, leased = plots(rng, rng.randint(2, 4)), plots(rng, rng.randint(1, 2))
    lines: list[words.Cell] = [
        (0, column, 1, 1, head)
        for column, head in enumerate(
            ("구분", "소재지 · 지번", "지목", "면적(㎡)", "주재배작물", "변동일자", "변동사유", "비고")
        )
    ]
    row = 1
    begun = pad.get("acquired_on") or "2012-05-01"
    for kind, group, cause in (("자경", owned, ("매매", "상속", "증여")), ("임차", leased, ("임대차",))):
        lines.append((row, 0, len(group), 1, kind))
        for place, use, area, crop in group:
            changed = dates.later(rng, begun, -2000, 900)
            texts = (place, use, area, crop, style(changed), rng.choice(cause), "")
            lines += [(row, column, 1, 1, Entry("", text)) for column, text in enumerate(texts, 1)]
            row += 1
    heights = (8.5, *(8.5,) * (row - 1))
    y = words.mosaic(
        sheet, 14, y + 5, (20, 78, 18, 34, 36, 34, 28, 21), heights, lines, size=9.5, label_size=9.5,
        shade=(240, 240, 236),
    )  # fmt: skip
    sheet.text(148.5, y + 14, "위 등본은 농지원부 원본과 같음을 증명합니다.", size=12.5, align="center")
    pad.put(148.5, y + 26, "issued_on", style, size=12, align="center")
    issued_by(pad, sheet, y + 42, size=17, side=20)
    ornaments.specimen_note(sheet, y=206)
