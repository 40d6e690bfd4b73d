"""The page that explains a reading: complete, alone, and safe whatever stands on the paper."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

from PIL import Image

from services.verify.evidence import Family, FieldEvidence, PageEvidence, PaperEvidence, Reading, TableEvidence
from services.verify.explain.account import Standing, account
from services.verify.explain.page import explain_page
from services.verify.judging.verdict import FieldStatus, ReasonCode, Status
from tests.unit.verify.judging.papers import TOEIC, spoiled, toeic, verdict_on

HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"


def picture(size: tuple[int, int] = (400, 300)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "white").save(file, "JPEG")
    return file.getvalue()


def field(
    name: str, *texts: str | None, box: tuple[int, int, int, int] = (10, 20, 110, 44), **changes: object
) -> FieldEvidence:
    readings = tuple(Reading(f"reader{index}", text or "??", text) for index, text in enumerate(texts))
    return replace(FieldEvidence(name, readings, 1, box), **changes)  # type: ignore[arg-type]


def paper(*fields: FieldEvidence, **changes: object) -> PaperEvidence:
    pages = (PageEvidence(1, 400, 300),)
    whole = PaperEvidence("TOEIC", Family.LANGUAGE_REPORT, None, fields=fields, pages=pages, engine="tesseract 5")
    return replace(whole, **changes)  # type: ignore[arg-type]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


def test_every_reading_of_every_field_is_shown_with_its_reader_text_and_value() -> None:
    evidence = paper(field("score", "845", "845", None), field("test_date", "2018-05-13"))
    shown = parsed(explain_page(account(evidence), [picture()], title="toeic.jpg")).text
    for told in (
        "reader0",
        "reader1",
        "reader2",
        "845 ×2",
        "??",
        "2018-05-13",
        "점수",
        "score",
        "TOEIC 성적표",
        "tesseract 5",
    ):
        assert told in shown


def test_the_page_needs_nothing_from_outside() -> None:
    page = explain_page(account(paper(field("score", "845"))), [picture(), picture()], title="t")
    assert not re.search(r"""(?:src|href)=["'](?!data:)""", page)
    assert "http://" not in page.replace("http-equiv", "")
    assert "https://" not in page
    assert page.count("<figure") == 2


def test_whatever_stands_on_the_paper_or_in_the_declaration_is_only_text() -> None:
    evidence = paper(field("score", HOSTILE, HOSTILE), not_printed=(HOSTILE,), broken=(HOSTILE,), engine=HOSTILE)
    verdict = verdict_on(TOEIC, spoiled(toeic(), "score", "900", "900"))
    reason = replace(verdict.reasons[0], ko=HOSTILE, en=HOSTILE)
    verdict = replace(verdict, reasons=(reason,), fields=(replace(verdict.fields[0], declared=HOSTILE, read=HOSTILE),))
    plain = parsed(explain_page(account(paper(field("score", "1"))), [picture()], title="t"))
    hostile = parsed(explain_page(account(evidence, verdict), [picture()], title=HOSTILE))
    assert hostile.tags.count("script") == plain.tags.count("script") == 1
    assert hostile.handlers == []
    assert "49" not in hostile.text
    assert HOSTILE in hostile.text


def test_each_place_stands_on_the_picture_and_in_the_list_under_one_number() -> None:
    evidence = paper(field("score", "845", "845"), field("test_date", None, box=(0, 0, 400, 300)))
    page = explain_page(account(evidence), [picture()], title="t")
    for number in (1, 2):
        assert len(re.findall(rf'data-place="{number}"', page)) == 2
    assert page.count('class="crop"') == 2


def test_a_box_beyond_the_picture_spoils_nothing() -> None:
    evidence = paper(field("score", "845", box=(500, 400, 600, 440)), field("name", "홍길동", box=(390, 290, 600, 440)))
    assert explain_page(account(evidence), [picture()], title="t").count("<article") == 2


def test_the_colour_of_a_place_says_where_it_stands() -> None:
    places = (
        field("score", "845", "845"),
        field("sections.listening", "400", "410"),
        field("sections.reading", "415", "415", broken="SECTION_SUM"),
        FieldEvidence("test_date", (), 1, (1, 1, 2, 2)),
    )
    told = account(paper(*places))
    assert [place.standing for place in told.places] == [
        Standing.AGREED,
        Standing.UNSURE,
        Standing.WRONG,
        Standing.EMPTY,
    ]
    assert [place.number for place in told.troubles_first] == [3, 2, 1, 4]


def test_a_verdict_is_shown_at_the_place_that_it_is_about_with_its_reasons() -> None:
    evidence = spoiled(toeic(), "test_date", "2017-01-08", "2017-01-08")
    verdict = verdict_on(TOEIC, evidence)
    told = account(evidence, verdict)
    assert told.status is Status.MISMATCH
    place = next(place for place in told.places if place.field == "test_date")
    assert place.verdict is not None
    assert (place.verdict.declared, place.verdict.verdict) == ("2018-05-13", FieldStatus.MISMATCH)
    assert ReasonCode.FIELD_MISMATCH in {reason.code for reason in place.reasons}
    shown = sum(1 for place in told.places if place.verdict) + len(told.elsewhere)
    assert shown == len(verdict.fields), "every field of the verdict is shown once"


def test_a_declared_row_is_shown_where_it_stands_on_the_paper() -> None:
    rows = tuple((field("project", name, name, box=(0, top, 90, top + 20)),) for top, name in ((0, "가"), (50, "나")))
    evidence = paper(tables=(TableEvidence("records", rows, complete=False),))
    base = verdict_on(TOEIC, toeic())
    entry = replace(base.fields[0], field="records[0].project", page=1, box=(0, 50, 90, 70), declared="나")
    told = account(evidence, replace(base, fields=(entry,)))
    assert [place.verdict for place in told.places] == [None, entry]
    assert [place.ko for place in told.places] == ["기술경력 1행 참여사업명", "기술경력 2행 참여사업명"]
    assert told.tables == (("records", 2, False),)


def test_what_could_not_be_read_at_all_still_has_its_page() -> None:
    blank = PaperEvidence(None, None, None, pages=(PageEvidence(1, 400, 300),))
    shown = parsed(explain_page(account(blank), [picture()], title="t")).text
    assert "not recognised" in shown
    assert "No field was read" in shown
