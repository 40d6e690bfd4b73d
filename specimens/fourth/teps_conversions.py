"""TEPS and New TEPS (TEPS, NEW_TEPS): an English transcript with merged cells, a report with other tests' scores."""

from __future__ import annotations

from specimens import dates, forms, names, ornaments, seals
from specimens.forms import Entry, entry
from specimens.layouts.teps import SECTIONS, TOPS
from specimens.registry import Pad, layout
from specimens.second import vocabulary as draw
from specimens.sheet import A4, Sheet
from specimens.third import day_styles

_NAVY = (18, 40, 92)
_GREEN = (0, 110, 90)
_KOREAN = {"listening": "청해", "vocabulary": "어휘", "grammar": "문법", "reading": "독해"}
_ENGLISH = {
    "listening": "Listening Comprehension",
    "vocabulary": "Vocabulary",
    "grammar": "Grammar",
    "reading": "Reading Comprehension",
}
_OTHERS = (
    ("526~600", "901~990", "985~990"),
    ("453~525", "801~900", "940~980"),
    ("387~452", "701~800", "860~935"),
    ("327~386", "601~700", "775~855"),
    ("268~326", "501~600", "650~770"),
    ("211~267", "401~500", "535~645"),
)
_RANKS = ("1+급", "1급", "2+급", "2급", "3+급", "3급")


@layout("TEPS", "english-transcript")
def english_transcript(pad: Pad) -> None:
    """All in English: the university's head, one ruled block with side heads over several rows, the director's hand."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("serif", "sans", "noto-serif", "noto-sans")))
    ornaments.rosette(sheet, 105, 160, 55, (238, 241, 247), rng)
    sheet.text(105, 26, "SEOUL NATIONAL UNIVERSITY", size=17, face="serif-bold", align="center", colour=_NAVY)
    sheet.text(105, 33, "Language Education Institute  |  TEPS Council", size=10.5, align="center")
    sheet.line(20, 38, 190, 38, pen=0.8, colour=_NAVY)
    sheet.line(20, 39.4, 190, 39.4, pen=0.2, colour=_NAVY)
    sheet.text(105, 54, "Transcript of TEPS Scores", size=19, bold=True, align="center")
    sheet.text(
        105, 61, "(Test of English Proficiency developed by Seoul National University)", size=9.5, align="center"
    )
    style = rng.choice((dates.english_long, dates.english_short, day_styles.capital_spaced))
    person = (
        entry(pad, "Name in full", "name_latin", rng.choice((None, names.comma, names.title)), bold=True),
        entry(pad, "Name in Korean", "name"),
        entry(pad, "Date of birth", "birth_date", style),
        Entry("Nationality", "Republic of Korea"),
    )
    test = (
        entry(pad, "Registration no.", "registration_no"),
        entry(pad, "Test date", "test_date", style),
        Entry("Administration", f"No. {pad.get('sitting')}"),
        entry(pad, "Valid until", "valid_until", style),
    )
    y = _block(sheet, 72, "Candidate", person)
    y = _block(sheet, y, "Test", test)
    tops = dict(zip(SECTIONS, TOPS["TEPS"], strict=True))
    rows: list[tuple[str | Entry, ...]] = [("Section", "Scaled score", "Maximum", "Items", "Minutes")]
    for (part, top), items, minutes in zip(tops.items(), (60, 50, 50, 40), (55, 15, 25, 45), strict=True):
        score = entry(pad, "", f"sections.{part}")
        rows.append((_ENGLISH[part], score, str(top), str(items), str(minutes)))
    rows.append(("Total", entry(pad, "", "score", bold=True), "990", "200", "140"))
    y = draw.table(
        sheet, 20, y + 6, (62, 34, 26, 24, 24), (9, *(8.5,) * 4, 11), rows, size=11.5, label_size=10,
        shade=(234, 238, 246), shade_rows=(0,), pen=0.12, colour=_NAVY,
    )  # fmt: skip
    sheet.text(20, y + 9, "Proficiency level attained", size=11)
    pad.put(78, y + 9, "rank", lambda text: text.removesuffix("급"), before="Level ", size=14, bold=True)
    sheet.text(104, y + 9, "(levels: 1+, 1, 2+, 2, 3+, 3, 4+, 4, 5+, 5)", size=9, colour=draw.GREY)
    pad.put(20, y + 24, "issued_on", style, before="Issued on ", size=11.5)
    sheet.text(148, y + 36, "Sung-Ho Ahn", size=21, face="nanum-pen", align="center", colour=(34, 40, 100))
    sheet.line(114, y + 40, 182, y + 40, pen=0.2)
    sheet.text(148, y + 45.5, "Director, TEPS Council", size=10.5, align="center")
    sheet.picture(164, y + 22, 20, 20, seals.square("텝스관리위원회의인", 20, rng))
    sheet.text(20, 280, "Gwanak-ro 1, Gwanak-gu, Seoul 08826, Korea     Not valid without the official seal.", size=8)
    ornaments.specimen_note(sheet)


def _block(sheet: Sheet, top: float, head: str, items: tuple[Entry, ...]) -> float:
    """A side head over all rows of `items`; answers where the block ends."""
    tall = 8.5 * len(items)
    sheet.frame(20, top, 26, tall, pen=0.25, colour=_NAVY, fill=(234, 238, 246))
    sheet.text(33, top + tall / 2 + 1.4, head, size=10.5, bold=True, align="center")
    return forms.ruled(
        sheet, 46, top, 144, [(item,) for item in items], label=42, height=8.5, size=11.5, label_size=10, pen=0.12,
        edge=0.25, colour=_NAVY,
    )  # fmt: skip


@layout("NEW_TEPS", "equivalent-scores")
def equivalent_scores(pad: Pad) -> None:
    """성적표 with a band of colour, bars from left to right, and a table of equivalents in which other tests stand."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("nanum-square", "nanum-round", "un-dotum", "nanum-gothic")))
    sheet.frame(0, 0, 210, 34, pen=0, fill=_GREEN)
    sheet.text(16, 16, "NEW TEPS", size=25, face="sans-bold", colour=draw.WHITE)
    sheet.text(16, 25, "뉴텝스 정기시험 성적표", size=13, colour=draw.WHITE)
    pad.put(194, 16, "name", size=17, bold=True, align="right", colour=draw.WHITE)
    pad.put(194, 25, "name_latin", size=11, align="right", colour=draw.WHITE)
    style = rng.choice((dates.korean_short, dates.dotted, day_styles.short_year_wide))
    born = rng.choice((dates.korean_short, dates.dotted))
    facts = (
        entry(pad, "생년월일", "birth_date", born),
        entry(pad, "수험번호", "registration_no"),
        entry(pad, "시험일", "test_date", style),
        entry(pad, "성적 유효기한", "valid_until", style),
    )
    y = forms.above(
        sheet, 16, 42, (44.5,) * 4, facts, size=11.5, label_size=9, heights=(7, 10), header=(226, 242, 238), pen=0.12,
        colour=_GREEN,
    )  # fmt: skip
    sheet.frame(16, y + 8, 52, 62, pen=0.4, colour=_GREEN)
    sheet.text(42, y + 18, "총 점", size=12, align="center")
    pad.put(42, y + 36, "score", size=36, bold=True, align="center", colour=_GREEN)
    sheet.text(42, y + 43, "만점 600", size=8.5, align="center", colour=draw.GREY)
    sheet.line(22, y + 47, 62, y + 47, pen=0.15, colour=draw.PALE)
    sheet.text(24, y + 60, "등급", size=11)
    pad.put(60, y + 61, "rank", size=20, bold=True, align="right", colour=_GREEN)
    for place, (part, top) in enumerate(zip(SECTIONS, TOPS["NEW_TEPS"], strict=True)):
        line = y + 17 + place * 14.5
        sheet.text(76, line, _KOREAN[part], size=11.5, bold=True)
        sheet.text(76, line + 4.6, _ENGLISH[part].split()[0], size=7.5, colour=draw.GREY)
        draw.gauge(
            sheet, 98, line - 3.4, 66, draw.share(pad.get(f"sections.{part}"), top), colour=(120, 190, 174), height=5
        )
        pad.put(182, line + 0.4, f"sections.{part}", size=14, bold=True, align="right")
        sheet.text(184, line + 0.4, f"/{top}", size=8.5, colour=draw.GREY)
    below = y + 84
    sheet.text(16, below, "공인영어시험 점수 환산표 (참고용)", size=11, bold=True)
    rows = [(rank, *line) for rank, line in zip(_RANKS, _OTHERS, strict=True)]
    y = forms.table(
        sheet, 16, below + 4, (30, 50, 49, 49), ("등급", "NEW TEPS", "(구) TEPS", "TOEIC"), rows, height=7.2, size=9.5,
        header=(226, 242, 238),
    )  # fmt: skip
    y = draw.notes(
        sheet,
        16,
        y + 6,
        (
            "* 환산표는 서울대학교 TEPS관리위원회가 연구 목적으로 산출한 것으로 다른 시험의 성적을 대신하지 않습니다.",
            "* 본 성적표는 시험일로부터 2년이 되는 날까지 유효합니다.",
        ),
        size=8,
        width=178,
    )
    pad.put(105, y + 15, "issued_on", style, before="발급일자  ", size=12, align="center")
    sheet.text(100, y + 30, "서울대학교 TEPS관리위원회", size=18, bold=True, align="center")
    sheet.picture(146, y + 17, 21, 21, seals.square("텝스관리위원회의인", 21, rng))
    ornaments.specimen_note(sheet)
