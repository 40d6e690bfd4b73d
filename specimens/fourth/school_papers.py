"""졸업증명서 and 졸업예정증명서 in the fourth series: a sentence printed at home, and merged cells from an office."""

from __future__ import annotations

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.fourth import certificate_words as words
from specimens.fourth.evidence_forms import heading, issued_by
from specimens.registry import Pad, layout
from specimens.second import adornments, sentences
from specimens.second import vocabulary as draw
from specimens.sheet import A4, Colour
from specimens.third import certificate_frames as frames

_CRIMSON: Colour = (126, 26, 44)


@layout("졸업증명서", "home-print-in-a-sentence")
def home_print(pad: Pad) -> None:
    """인터넷 증명발급: 사본 marks in the ground, name and days in one sentence, a dense band of codes at the foot."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "nanum-myeongjo", "noto-serif", "baekmuk-batang")))
    ornaments.wave_ground(sheet, 12, 12, 186, 226, (244, 236, 238), rng, pitch=5)
    sheet.picture(92, 70, 26, 26, adornments.emblem(26, _CRIMSON, rng))
    sheet.line(16, 26, 194, 26, pen=0.8, colour=_CRIMSON)
    pad.put(18, 22, "number", before="제 ", after=" 호", size=10.5)
    sheet.text(192, 22, pad.get("school"), size=10.5, align="right", colour=_CRIMSON)
    heading(pad, sheet, 54, rng.choice(("졸  업  증  명  서", "졸업증명서")), size=26)
    style = rng.choice((dates.korean_short, dates.korean, frames.unspaced))
    course = " ".join(part for part in (pad.get("college"), pad.get("department")) if part) or "전 과정"
    degree = f" {pad.get('degree')} 학위를 받고" if pad.get("degree") else ""
    runs = (
        "성명 ",
        sentences.run(pad, "name", bold=True),
        " (",
        sentences.run(pad, "birth_date", style),
        f" 출생)은 {style(pad.get('entered_on'))} {pad.get('school')} {course}에 입학하여 소정의 교육과정을 마치고"
        f"{degree} ",
        sentences.run(pad, "acquired_on", style),
        " 졸업하였음을 증명합니다.",
    )
    y = sentences.write(sheet, 34, 118, runs, width=142, leading=12.5, size=16)
    pad.put(105, y + 20, "issued_on", style, size=14, align="center")
    issued_by(pad, sheet, y + 46, size=22, side=24)
    sheet.frame(14, 246, 182, 40, pen=0.2, colour=draw.GREY)
    forms.code(
        sheet, 17, 250, 78, f"{pad.get('number')}|{pad.get('school')}|{rng.randrange(10**12)}", kind="pdf417", height=20
    )
    words.footnotes(
        sheet,
        102,
        254,
        (
            "이 증명서는 인터넷으로 발급되었으며 복사하면 '사본' 글자가 나타납니다.",
            f"원본 확인: 대학 누리집 > 증명서 진위확인 (확인코드 {rng.randrange(10**8):08d})",
            "발급일부터 90일간 확인할 수 있습니다.",
        ),
        width=88,
    )
    sheet.text(17, 282, f"출력 {rng.randint(9, 18):02d}:{rng.randint(0, 59):02d}  1회차", size=7.5, colour=draw.GREY)
    ornaments.specimen_note(sheet)


@layout("졸업예정증명서", "office-merged-cells")
def office_merged(pad: Pad) -> None:
    """From a faculty's office: merged cells of person and studies, credits so far, the clerk's name, a round seal."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "nanum-gothic", "un-dotum", "nanum-barun")))
    sheet.text(20, 22, pad.get("school"), size=13, bold=True, colour=_CRIMSON)
    pad.put(190, 22, "number", before="문서 제", after="호", size=9.5, align="right")
    sheet.line(20, 26, 190, 26, pen=0.3, colour=_CRIMSON)
    heading(pad, sheet, 48, rng.choice(("졸업예정증명서", "졸업(예정)증명서")), size=23)
    style = rng.choice((dates.dotted, words.short_dots, dates.dotted_wide, dates.dashed))
    earned = rng.randint(118, 138)
    cells: list[words.Cell] = [
        (0, 0, 2, 1, "인적사항"),
        (0, 1, 1, 1, "성   명"),
        (0, 2, 1, 1, entry(pad, "", "name", bold=True)),
        (0, 3, 1, 1, "학   번"),
        (0, 4, 1, 1, Entry("", f"{pad.get('entered_on')[:4]}{rng.randrange(10**4):04d}")),
        (1, 1, 1, 1, "생년월일"),
        (1, 2, 1, 3, entry(pad, "", "birth_date", style)),
        (2, 0, 3, 1, "학적사항"),
        (2, 1, 1, 1, "소   속"),
        (2, 2, 1, 3, Entry("", f"{pad.get('college')} {pad.get('department')} 4학년")),
        (3, 1, 1, 1, "입 학 일"),
        (3, 2, 1, 1, Entry("", style(pad.get("entered_on")))),
        (3, 3, 1, 1, "졸업예정일"),
        (3, 4, 1, 1, Entry("", style(pad.get("expected_on")) if pad.get("expected_on") else "")),
        (4, 1, 1, 1, "취득학점"),
        (4, 2, 1, 1, Entry("", f"{earned} / 140 학점")),
        (4, 3, 1, 1, "학위(예정)"),
        (4, 4, 1, 1, Entry("", pad.get("degree"))),
    ]
    y = words.mosaic(
        sheet, 20, 62, (26, 26, 48, 28, 42), (12,) * 5, cells, size=11, label_size=10, shade=(246, 238, 240)
    )
    sheet.text(105, y + 26, "위 학생은 위 졸업예정일에 졸업할 예정임을 증명함.", size=14, align="center")
    pad.put(105, y + 46, "issued_on", style, size=13, align="center")
    issued_by(pad, sheet, y + 74, size=21, side=23)
    sheet.text(20, 262, f"학사지원과 담당 {people.name(rng)}  ☎ {people.phone(rng)}", size=9)
    words.footnotes(
        sheet, 20, 268, ("졸업 사정 결과에 따라 졸업예정일이 바뀔 수 있습니다.", "복사본은 효력이 없습니다."), width=170
    )
    sheet.picture(
        160,
        252,
        22,
        22,
        seals.office_stamp("학사지원과", dates.dotted_wide(pad.get("issued_on") or "2019-11-20")[2:], 22, rng),
    )
    ornaments.specimen_note(sheet)
