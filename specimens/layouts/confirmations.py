"""Papers of those who farm or plant woods as plain confirmations of offices, and one award."""

from __future__ import annotations

from collections.abc import Callable

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry
from specimens.layouts.countryside import plots
from specimens.layouts.government24 import heading, sealed_issuer
from specimens.registry import Pad, layout
from specimens.sheet import A4

PLAIN: dict[str, tuple[str, Callable[[Pad], list[Entry]], str]] = {
    "조합원증명서": (
        "조합원 증명서",
        lambda pad: [
            entry(pad, "조합원번호", "number"),
            entry(pad, "성      명", "name"),
            entry(pad, "생 년 월 일", "birth_date", dates.korean),
            Entry("주      소", pad.get("address")),
            entry(pad, "가  입  일", "acquired_on", dates.korean),
            Entry(
                "출 자 좌 수",
                f"{pad.rng.randint(20, 900)}좌 ({pad.rng.randint(1, 9)},{pad.rng.randint(100, 999)},000원)",
            ),
        ],
        "위 사람은 우리 조합의 조합원임을 증명합니다.",
    ),
    "경작사실확인서": (
        "경작사실 확인서",
        lambda pad: [
            entry(pad, "경작자 성명", "name"),
            entry(pad, "생년월일", "birth_date", dates.dotted_wide),
            Entry("주      소", pad.get("address")),
            entry(pad, "경작 시작일", "acquired_on", dates.dotted_wide),
            Entry("농지 소재지", " ".join(plots(pad.rng, 1)[0][:2])),
            Entry("토지 소유자", people.name(pad.rng)),
            entry(pad, "확인번호", "number"),
        ],
        "위 사람이 위 농지를 실제로 경작하고 있음을 확인합니다.",
    ),
    "쌀전업농육성대상자확인서": (
        "쌀전업농 육성대상자 확인서",
        lambda pad: [
            entry(pad, "관리번호", "number"),
            entry(pad, "성      명", "name"),
            entry(pad, "생년월일", "birth_date", dates.dotted),
            Entry("주      소", pad.get("address")),
            entry(pad, "선 정 일", "acquired_on", dates.dotted),
            Entry("경영규모", f"{pad.rng.randint(2, 12)}.{pad.rng.randint(1, 9)} ha"),
        ],
        "위 사람은 쌀전업농 육성대상자로 선정되었음을 확인합니다.",
    ),
    "후계자및독립가증명서": (
        "후계자 및 독립가 증명서",
        lambda pad: [
            entry(pad, "증명번호", "number", before="제 ", after=" 호"),
            Entry("구      분", pad.rng.choice(("임업후계자", "독립가(모범)", "독립가(자영)"))),
            entry(pad, "성      명", "name"),
            entry(pad, "생년월일", "birth_date", dates.korean_short),
            Entry("주      소", pad.get("address")),
            entry(pad, "선정일자", "acquired_on", dates.korean_short),
        ],
        "「임업 및 산촌 진흥촉진에 관한 법률」에 따라 선정된 사람임을 증명합니다.",
    ),
    "영림단원확인서": (
        "영림단원 확인서",
        lambda pad: [
            entry(pad, "성      명", "name"),
            entry(pad, "생년월일", "birth_date", dates.dotted),
            Entry("주      소", pad.get("address")),
            Entry("소속 영림단", pad.rng.choice(("백두영림단", "소백영림단", "지리영림단"))),
            Entry("단      장", people.name(pad.rng)),
            entry(pad, "입단일자", "acquired_on", dates.dotted),
            entry(pad, "확인번호", "number"),
        ],
        "위 사람은 국유림영림단의 단원임을 확인합니다.",
    ),
    "농업인확인서": (
        "농업인확인서",
        lambda pad: [
            entry(pad, "발급번호", "number"),
            entry(pad, "성      명", "name"),
            entry(pad, "생년월일", "birth_date", dates.korean_short),
            Entry("주      소", pad.get("address")),
            entry(pad, "영농시작일", "acquired_on", dates.korean_short),
        ],
        "위 사람은 「농업·농촌 및 식품산업 기본법」에 따른 농업인임을 확인합니다.",
    ),
}
"""Paper → heading, the lines, what is confirmed."""


def _declare_plain(paper: str) -> None:
    title, lines, sentence = PLAIN[paper]

    @layout(paper, "plain")
    def draw(pad: Pad) -> None:
        rng = pad.rng
        sheet = pad.sheet(A4, face=rng.choice(("baekmuk-batang", "un-batang", "nanum-gothic", "baekmuk-gulim")))
        heading(pad, sheet, 46, forms.spaced(title), size=23)
        items = lines(pad)
        y = forms.inline(sheet, 34, 78, items, step=13, room=112, label_room=38, size=13)
        sheet.lines(34, y + 16, sentence, width=146, leading=9, size=13.5)
        pad.put(105, y + 50, "issued_on", dates.korean_short, size=13.5, align="center")
        sealed_issuer(pad, sheet, y + 74, size=18, side=23)
        if paper == "경작사실확인서":
            sheet.text(34, y + 94, f"입회인(마을 주민) : {people.name(rng)} (인)", size=11)
        ornaments.specimen_note(sheet)


for _paper in PLAIN:
    _declare_plain(_paper)


@layout("신지식임업인인증서", "award")
def forester_award(pad: Pad) -> None:
    """An award with a woven border: number above, person on four lines, the minister's seal."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("un-batang", "nanum-myeongjo")), paper=(253, 254, 249))
    ornaments.woven_border(sheet, 11, 7, (52, 110, 60))
    pad.put(28, 42, "number", before="제 ", after=" 호", size=13)
    heading(pad, sheet, 74, "신지식임업인 인증서", size=30, face="un-gungseo")
    items = (
        entry(pad, "성       명", "name", bold=True),
        entry(pad, "생년월일", "birth_date", dates.korean),
        Entry("주       소", pad.get("address")),
        Entry("분       야", rng.choice(("산양삼 재배", "표고버섯 재배", "조경수 생산", "목공예"))),
        entry(pad, "선정일자", "acquired_on", dates.korean),
    )
    forms.inline(sheet, 42, 104, items, step=14, room=100, label_room=34, size=15)
    sheet.lines(
        38,
        188,
        "위 사람은 임업 발전에 이바지한 신지식임업인으로 선정되었음을 인증합니다.",
        width=136,
        leading=10,
        size=16,
    )
    pad.put(105, 224, "issued_on", dates.korean, size=15, align="center")
    pad.put(100, 254, "issuer", size=26, bold=True, align="center", tracking=2.0)
    sheet.picture(140, 237, 26, 26, seals.square("산림청장의인", 26, rng))
    ornaments.specimen_note(sheet)
