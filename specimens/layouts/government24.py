"""Evidence papers as 정부24 prints them and as an office hands them out: veterans, disability, livelihood support."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from specimens import dates, forms, ornaments, people, seals
from specimens.forms import Entry, entry, resident
from specimens.registry import Pad, layout
from specimens.sheet import A4, Sheet

Rows = Sequence[Sequence[Entry]]


@dataclass(frozen=True, slots=True)
class Form:
    """What one official form prints besides its frame."""

    heading: str
    """The title as printed."""
    law: str
    """The small line above: which annex of which rule."""
    rows: Callable[[Pad], Rows]
    """The labelled cells."""
    sentence: str
    """What is certified."""
    numbered: str = ""
    """Label of the number above the title, empty where a cell holds it."""
    extra: Callable[[Pad, Sheet, float], float] | None = None
    """A further table that begins at a y and answers where it ends."""


def heading(pad: Pad, sheet: Sheet, y: float, printed: str, *, size: float = 22, face: str | None = None) -> None:
    """The title in the middle, with its truth."""
    sheet.text(
        sheet.width / 2, y, printed, size=size, bold=True, face=face, align="center", width=sheet.width - 50,
        field="title", value=pad.get("title"),
    )  # fmt: skip


def sealed_issuer(pad: Pad, sheet: Sheet, y: float, *, size: float = 18, side: float = 22) -> None:
    """The office in the middle, its red seal over the last sign or beside it."""
    issuer = pad.get("issuer")
    end = pad.put(sheet.width / 2 - 6, y, "issuer", size=size, bold=True, align="center", width=140)
    left = min(end + pad.rng.uniform(-4, 5), sheet.width - side - 14)
    office = issuer.split(" ")[-1] if len(issuer) > 14 else issuer.replace(" ", "")
    sheet.picture(left, y - side * 0.68, side, side, seals.square((office or "기관장") + "인", side, pad.rng))


def online(pad: Pad, form: Form, face: str | None = None) -> None:
    """A 정부24 print: 문서확인번호 and bar code above, pale marks, open table, seal, QR and notes below."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=face or rng.choice(("un-batang", "nanum-myeongjo", "baekmuk-batang", "nanum-gothic")))
    ornaments.scattered_marks(sheet, rng.choice(("정부24", "대한민국정부")), (245, 246, 249))
    ornaments.rosette(sheet, 105, 150, 34, (232, 236, 243), rng, rings=10)
    pad.put(16, 15, "document_no", before="문서확인번호 : ", size=9)
    serial = pad.get("document_no").replace("-", "")
    forms.code(sheet, 142, 8, 52, serial or "0", kind="code128", height=9)
    sheet.text(16, 28, f"■ {form.law}", size=8)
    if form.numbered:
        pad.put(16, 38, "number", before=f"{form.numbered} : 제 ", after=" 호", size=9.5)
    heading(pad, sheet, 54, form.heading)
    y = forms.ruled(sheet, 16, 64, 178, form.rows(pad), label=34, height=11.5, size=10.5, open_sides=True)
    if form.extra is not None:
        y = form.extra(pad, sheet, y + 8)
    y = max(y + 18, 150)
    sheet.text(105, y, form.sentence, size=12.5, align="center", width=176)
    pad.put(105, y + 18, "issued_on", dates.korean, size=13, align="center")
    sealed_issuer(pad, sheet, y + 40)
    sheet.line(16, 258, 194, 258, pen=0.15)
    content = f"{pad.get('document_no')}|{pad.get('title')}|{pad.get('issued_on')}"
    forms.code(sheet, 174, 261, 19, content)
    sheet.lines(
        16,
        264,
        "◆ 본 증명서는 인터넷으로 발급되었으며, 정부24(gov.kr)의 인터넷발급문서진위확인 메뉴를 통해 위·변조 "
        "여부를 확인할 수 있습니다. (발급일로부터 90일까지) 또한 문서 하단의 바코드로도 진위확인을 하실 수 있습니다.",
        width=150,
        leading=4.6,
        size=8,
    )
    ornaments.specimen_note(sheet)


def window(pad: Pad, form: Form, receiver: str) -> None:
    """Handed out at a counter: gothic, full ruling with shaded labels, revenue stamp and the clerk as decoys."""
    rng = pad.rng
    sheet = pad.sheet(A4, face=rng.choice(("baekmuk-gulim", "un-dotum", "nanum-barun", "noto-sans")))
    sheet.text(18, 20, form.law, size=8)
    if form.numbered:
        pad.put(192, 34, "number", before=f"{form.numbered} ", size=10, align="right")
    heading(pad, sheet, 50, forms.spaced(form.heading), size=21)
    y = forms.ruled(sheet, 18, 62, 174, form.rows(pad), label=32, height=12, size=11, header=(238, 238, 238))
    rows = (
        (
            Entry("용도", rng.choice(("취업용", "채용 제출", "공공기관 제출"))),
            Entry("제출처", rng.choice(("공사", "회사", "기관"))),
        ),
    )
    y = forms.ruled(sheet, 18, y, 174, rows, label=32, height=10, size=10, header=(238, 238, 238))
    if form.extra is not None:
        y = form.extra(pad, sheet, y + 8)
    sheet.text(105, y + 24, form.sentence, size=12.5, align="center", width=170)
    pad.put(105, y + 44, "issued_on", dates.dotted_wide, size=13, align="center")
    sealed_issuer(pad, sheet, y + 68, size=20, side=25)
    clerk = f"발급담당자 : {people.name(rng)}   (☎ {people.phone(rng)})"
    sheet.text(18, 268, clerk, size=8.5)
    sheet.text(18, 275, receiver, size=8.5)
    sheet.frame(160, 262, 30, 18, pen=0.2, colour=(120, 120, 120))
    sheet.text(175, 272.5, "수입증지 면제", size=8, align="center", colour=(110, 110, 110))
    ornaments.specimen_note(sheet)


def _employment_rows(pad: Pad) -> Rows:
    relation = pad.rng.choice(("본인", "자녀", "배우자"))
    return (
        (entry(pad, "성명", "name"), resident(pad)),
        (Entry("주소", pad.get("address")),),
        (
            entry(pad, "보훈번호", "number"),
            Entry("대상구분", pad.rng.choice(("국가유공자", "보훈보상대상자", "독립유공자"))),
        ),
        (Entry("국가유공자등과의 관계", relation), Entry("국가유공자등 성명", pad.get("veteran"))),
        (entry(pad, "가점비율", "rate", after=" %"), Entry("제출기관", pad.rng.choice(("한국농어촌공사", "공공기관")))),
    )


def _employment_plain(pad: Pad) -> Rows:
    return (
        (entry(pad, "보 훈 번 호", "number"),),
        (entry(pad, "성 명", "name"), entry(pad, "생년월일", "birth_date", dates.dotted_wide)),
        (Entry("관 계", pad.rng.choice(("본인", "자", "배우자"))), entry(pad, "가점비율", "rate", after="%")),
    )


EMPLOYMENT = Form(
    "취업지원 대상자 증명서",
    "국가유공자 등 예우 및 지원에 관한 법률 시행규칙 [별지 제11호서식]",
    _employment_rows,
    "위 사람은 취업지원 대상자임을 증명합니다.",
)
EMPLOYMENT_PLAIN = Form(
    "취업지원대상자증명서",
    "「국가유공자 등 예우 및 지원에 관한 법률」 제31조",
    _employment_plain,
    "위 사람은 채용시험 가점 대상자임을 증명합니다.",
)


def _kind_of_disability(rng: Random) -> str:
    return rng.choice(("지체", "청각", "시각", "신장", "뇌병변", "언어"))


def _disability_rows(pad: Pad) -> Rows:
    rng = pad.rng
    return (
        (entry(pad, "성명", "name"), resident(pad)),
        (Entry("주소", pad.get("address")),),
        (
            Entry("장애유형", _kind_of_disability(rng)),
            Entry("장애 정도", rng.choice(("심한 장애", "심하지 않은 장애"))),
        ),
        (entry(pad, "장애 등록일", "acquired_on", dates.dotted), Entry("용도", "취업용")),
    )


def _disability_plain(pad: Pad) -> Rows:
    rng = pad.rng
    return (
        (entry(pad, "성 명", "name"), entry(pad, "생년월일", "birth_date", dates.dashed)),
        (Entry("장애명 및 등급", f"{_kind_of_disability(rng)}장애 {rng.randint(3, 6)}급"),),
        (entry(pad, "등록일자", "acquired_on", dates.dashed),),
        (Entry("주 소", pad.get("address")),),
    )


DISABILITY = Form(
    "장애인 증명서",
    "장애인복지법 시행규칙 [별지 제8호서식]",
    _disability_rows,
    "「장애인복지법」 제32조에 따라 위와 같이 등록되어 있음을 증명합니다.",
    numbered="발급번호",
)
DISABILITY_PLAIN = Form(
    "장애인증명서",
    "장애인복지법 시행규칙 별지 서식",
    _disability_plain,
    "위와 같이 장애인임을 증명합니다.",
    numbered="발급번호 제",
)


def _livelihood_rows(pad: Pad) -> Rows:
    return (
        (entry(pad, "성명", "name"), resident(pad)),
        (Entry("주소", pad.get("address")),),
        (Entry("용도", "취업"), Entry("제출처", "공공기관")),
    )


def _household(pad: Pad, sheet: Sheet, y: float) -> float:
    rng = pad.rng
    rows = [
        (
            relation,
            people.name(rng),
            people.birth(rng, *births).replace("-", "")[2:] + "-*******",
            rng.choice(("생계, 의료", "주거", "교육")),
        )
        for relation, births in (("모", ("1955-01-01", "1968-12-31")), ("동생", ("1990-01-01", "2004-12-31")))
    ]
    sheet.text(16, y, "급여를 받는 가구원", size=9.5)
    return forms.table(
        sheet, 16, y + 3, (30, 46, 60, 42), ("관계", "성명", "주민등록번호", "급여 종류"), rows, open_sides=True
    )


LIVELIHOOD = Form(
    "국민기초생활 수급자 증명서",
    "국민기초생활 보장법 시행규칙 [별지 제7호서식]",
    _livelihood_rows,
    "위 사람은 「국민기초생활 보장법」에 따른 수급자임을 증명합니다.",
    numbered="발급번호",
    extra=_household,
)
LIVELIHOOD_PLAIN = Form(
    "국민기초생활수급자증명서",
    "「국민기초생활 보장법」 시행규칙 제40조",
    lambda pad: (
        (entry(pad, "수급자 성명", "name"), entry(pad, "생년월일", "birth_date", dates.korean_short)),
        (
            Entry("급여종류", pad.rng.choice(("생계급여, 의료급여", "주거급여", "교육급여"))),
            Entry("세대원수", f"{pad.rng.randint(1, 5)}명"),
        ),
        (Entry("주소", pad.get("address")),),
    ),
    "위와 같이 국민기초생활보장 수급자임을 증명합니다.",
    numbered="발급번호",
)


@layout("취업지원대상자증명서", "online")
def employment_online(pad: Pad) -> None:
    """정부24; 보훈번호 and 가점비율 in cells, the veteran's name as a decoy."""
    online(pad, EMPLOYMENT)


@layout("취업지원대상자증명서", "window")
def employment_window(pad: Pad) -> None:
    """From a 보훈청's counter: birth date instead of the resident number."""
    window(pad, EMPLOYMENT_PLAIN, "※ 이 증명서는 채용시험 응시용으로만 사용할 수 있습니다.")


@layout("장애인증명서", "online")
def disability_online(pad: Pad) -> None:
    """정부24; the long 발급번호 above the title, 장애 등록일 in a cell."""
    online(pad, DISABILITY)


@layout("장애인증명서", "window")
def disability_window(pad: Pad) -> None:
    """From a counter: kind and grade of old in one cell."""
    window(pad, DISABILITY_PLAIN, "※ 타인에게 양도하거나 대여할 수 없습니다.")


@layout("국민기초생활수급자증명서", "online")
def livelihood_online(pad: Pad) -> None:
    """정부24; the household below as decoys."""
    online(pad, LIVELIHOOD)


@layout("국민기초생활수급자증명서", "window")
def livelihood_window(pad: Pad) -> None:
    """From a counter: 급여종류 and address."""
    window(pad, LIVELIHOOD_PLAIN, "※ 이 증명서는 발급일부터 3개월간 유효합니다.")
