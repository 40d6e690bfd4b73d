"""Papers of those who farm or fish as official forms through 정부24."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from specimens import dates, forms, people
from specimens.forms import Entry, entry, resident
from specimens.layouts.government24 import Form, Rows, online
from specimens.registry import Pad, layout
from specimens.sheet import Sheet

_CROPS = ("벼", "콩", "마늘", "양파", "배", "사과", "고추", "보리")
_FISHERIES = (
    "복합양식어업(전복, 해삼)",
    "마을어업",
    "연안복합어업",
    "연안자망어업",
    "나잠어업",
    "맨손어업",
    "해조류양식어업(김)",
)


def plots(rng: Random, count: int) -> list[tuple[str, str, str, str]]:
    """Plots of land: place, kind, area in ㎡, crop."""
    return [
        (
            f"{rng.choice(('장산리', '화포리', '효제리', '계신리'))} {rng.randint(2, 980)}-{rng.randint(1, 9)}",
            rng.choice(("답", "전", "과")),
            f"{rng.randint(600, 4800):,}",
            rng.choice(_CROPS),
        )
        for _ in range(count)
    ]


def _farmland(pad: Pad, sheet: Sheet, y: float) -> float:
    sheet.text(16, y, "농지 및 재배품목", size=9.5)
    rows = plots(pad.rng, pad.rng.randint(2, 4))
    return forms.table(
        sheet, 16, y + 3, (70, 28, 40, 40), ("농지 소재지", "지목", "면적(㎡)", "품목"), rows, open_sides=True
    )


def _register(pad: Pad, sheet: Sheet, y: float) -> float:
    """Members of the household and the plots of a 농지원부."""
    rng = pad.rng
    rows = [
        (relation, people.name(rng), dates.dotted(people.birth(rng, *births)))
        for relation, births in (("배우자", ("1952-01-01", "1972-12-31")), ("자", ("1984-01-01", "1998-12-31")))
    ]
    y = forms.table(sheet, 16, y, (40, 70, 68), ("농업인과의 관계", "세대원 성명", "생년월일"), rows, open_sides=True)
    return _farmland(pad, sheet, y + 8)


def _farmer(pad: Pad) -> Rows:
    return (
        (entry(pad, "성명", "name"), entry(pad, "생년월일", "birth_date", dates.dotted)),
        (Entry("주소", pad.get("address")),),
        (Entry("확인 기준", pad.rng.choice(("1,000㎡ 이상의 농지 경영·경작", "1년 중 90일 이상 농업 종사"))),),
        (entry(pad, "농업종사 시작일", "acquired_on", dates.dotted), Entry("유효기간", "발급일부터 1년")),
    )


def _farm_business(pad: Pad) -> Rows:
    return (
        (entry(pad, "농업경영체 등록번호", "number"), entry(pad, "등록일", "acquired_on", dates.dashed)),
        (entry(pad, "경영주 성명", "name"), entry(pad, "생년월일", "birth_date", dates.dashed)),
        (Entry("주소", pad.get("address")),),
        (Entry("경영주 외 농업인", people.name(pad.rng)), Entry("전화번호", f"010-****-{pad.rng.randint(1000, 9999)}")),
    )


def _land_register(pad: Pad) -> Rows:
    return (
        (entry(pad, "농지원부 번호", "number"), entry(pad, "작성일", "acquired_on", dates.dotted_wide)),
        (entry(pad, "농업인 성명", "name"), resident(pad)),
        (Entry("주소", pad.get("address")),),
    )


def _fishing(number: str, day: str) -> Callable[[Pad], Rows]:
    def rows(pad: Pad) -> Rows:
        until = entry(
            pad, "유효기간", "valid_until", dates.dotted, before=f"{pad.date('acquired_on', dates.dotted)} ~ "
        )
        return (
            (entry(pad, number, "number", before="제 ", after=" 호"), entry(pad, day, "acquired_on", dates.dotted)),
            (entry(pad, "성명", "name"), resident(pad)),
            (Entry("주소", pad.get("address")),),
            (
                Entry("어업의 종류", pad.rng.choice(_FISHERIES)),
                Entry(
                    "어선명/톤수",
                    f"제{pad.rng.randint(1, 9)}해성호 / {pad.rng.randint(1, 9)}.{pad.rng.randint(10, 99)}톤",
                ),
            ),
            (until,),
        )

    return rows


def _fisher(pad: Pad) -> Rows:
    return (
        (entry(pad, "성명", "name"), entry(pad, "생년월일", "birth_date", dates.dotted)),
        (Entry("주소", pad.get("address")),),
        (
            entry(pad, "어업 종사기간", "acquired_on", dates.dotted, after=" ~ 현재"),
            Entry("어업의 종류", pad.rng.choice(_FISHERIES)),
        ),
    )


_ACT = "농어업경영체 육성 및 지원에 관한 법률 시행규칙"
ONLINE = {
    "농업인확인서": Form(
        "농업인 확인서",
        "농업인 확인서 발급규정 [별지 제5호서식]",
        _farmer,
        "위 사람은 농업인임을 확인합니다.",
        numbered="발급번호",
    ),
    "농업경영체등록확인서": Form(
        "농업경영체 등록 확인서",
        f"{_ACT} [별지 제6호서식]",
        _farm_business,
        "위와 같이 농업경영체로 등록되었음을 확인합니다.",
        extra=_farmland,
    ),
    "농업경영체증명서": Form(
        "농업경영체 증명서",
        f"{_ACT} [별지 제7호서식]",
        _farm_business,
        "위와 같이 농업경영체임을 증명합니다.",
        extra=_farmland,
    ),
    "농지원부": Form(
        "농 지 원 부",
        "농지법 시행규칙 [별지 제58호서식]",
        _land_register,
        "농지원부 원본과 같음을 증명합니다.",
        extra=_register,
    ),
    "면허어업증명서": Form(
        "면허어업 증명서",
        "수산업법 시행규칙 [별지 서식]",
        _fishing("면허번호", "면허연월일"),
        "「수산업법」 제8조에 따라 면허한 어업임을 증명합니다.",
    ),
    "허가어업증명서": Form(
        "허가어업 증명서",
        "수산업법 시행규칙 [별지 서식]",
        _fishing("허가번호", "허가연월일"),
        "「수산업법」 제41조에 따라 허가한 어업임을 증명합니다.",
    ),
    "신고어업증명서": Form(
        "신고어업 증명서",
        "수산업법 시행규칙 [별지 서식]",
        _fishing("신고번호", "신고연월일"),
        "「수산업법」 제47조에 따라 신고한 어업임을 증명합니다.",
    ),
    "어업인확인서": Form(
        "어업인 확인서",
        "어업인 확인서 발급규정 [별지 제4호서식]",
        _fisher,
        "위 사람은 어업인임을 확인합니다.",
        numbered="발급번호",
    ),
}
"""The official forms that 정부24 prints."""


def _declare_online(paper: str, form: Form) -> None:
    @layout(paper, "online")
    def draw(pad: Pad) -> None:
        online(pad, form)


for _paper, _form in ONLINE.items():
    _declare_online(_paper, _form)
