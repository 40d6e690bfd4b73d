"""Codes: found where they stand, taken apart, and never believed alone."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from services.verify.evidence import Reading
from services.verify.judging.agreement import Stand, weigh
from services.verify.reading.codes import Code, read_codes, with_witness, witnesses
from services.verify.reading.picture import Gray
from services.verify.values import canonical

NUMBER, OTHER = "13660085157P", "13660085167P"


def page(*codes: tuple[str, zxingcpp.BarcodeFormat, int, int], size: tuple[int, int] = (3508, 2480)) -> Gray:
    sheet = np.full(size, 255, np.uint8)
    for text, kind, left, top in codes:
        image = np.asarray(zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(text, kind), scale=4))
        image = image if image.ndim == 2 else image[:, :, 0]
        sheet[top : top + image.shape[0], left : left + image.shape[1]] = image
    return sheet


def said(text: str, field: str) -> list[str | None]:
    found = witnesses([Code(text, "QR Code", (0, 0, 1, 1))], field, partial(canonical, field))
    return [reading.value for reading in found]


def pixels(*values: str | None) -> list[Reading]:
    names = ("Hangul", "eng", "ppocr", "kor")
    return [Reading(name, value or "?", value) for name, value in zip(names, values, strict=False)]


def code(value: str, field: str = "number") -> tuple[Reading, ...]:
    return witnesses([Code(value, "QR Code", (0, 0, 1, 1))], field, partial(canonical, field))


def test_square_and_bar_codes_are_found_where_they_stand() -> None:
    sheet = page(
        ("https://x.kr/?no=1", zxingcpp.BarcodeFormat.QRCode, 300, 2900),
        (NUMBER, zxingcpp.BarcodeFormat.Code128, 400, 200),
    )
    bar, square = read_codes(cv2.cvtColor(sheet, cv2.COLOR_GRAY2RGB))
    assert (bar.text, square.text) == (NUMBER, "https://x.kr/?no=1")
    assert 395 < bar.box[0] < 450
    assert 2895 < square.box[1] < 2930
    assert square.box[2] - square.box[0] == pytest.approx(square.box[3] - square.box[1], abs=4)


def test_a_page_without_codes_has_none_whatever_its_size() -> None:
    assert read_codes(np.full((64, 64), 255, np.uint8)) == ()
    assert read_codes(np.zeros((3508, 2480, 3), np.uint8)) == ()


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (NUMBER, "number", NUMBER),
        (f"https://q-net.example/v?no={NUMBER}&d=20190102", "number", NUMBER),
        (f"https://q-net.example/v?no={NUMBER}&d=20190102", "issued_on", "2019-01-02"),
        (f"https://site.example/verify/{NUMBER}/1", "number", NUMBER),
        ("name=" + quote("홍길동"), "name", "홍길동"),
        ("name=" + quote("홍길동".encode("cp949")), "name", "홍길동"),
        ("홍길동|1990-01-02|정보처리기사", "birth_date", "1990-01-02"),
        ("n:HONG+GILDONG;d:2019/01/02", "name_latin", "HONG GILDONG"),
        ('{"date":"2019.01.02"}', "test_date", "2019-01-02"),
    ],
)
def test_what_a_code_could_mean_is_found_between_its_separators(text: str, field: str, value: str) -> None:
    assert value in said(text, field)


@pytest.mark.parametrize("field", ["score", "sections.listening", "level", "grade", "title", "company", "phone"])
def test_a_code_says_nothing_about_what_could_stand_in_it_by_chance(field: str) -> None:
    assert said("845 2급 1급 AL 정보처리기사 0212345678", field) == []


def test_a_part_of_a_longer_number_is_no_witness() -> None:
    assert NUMBER not in said(f"https://x.kr/{NUMBER}9", "number")
    assert NUMBER not in said(f"A{NUMBER}", "number")


@given(st.text(max_size=300))
def test_no_text_of_a_code_upsets_it(text: str) -> None:
    for field in ("number", "issued_on", "name", "name_latin"):
        witnesses([Code(text, "QR Code", (0, 0, 1, 1))], field, partial(canonical, field))


def test_a_code_lifts_a_field_that_one_of_two_readers_could_not_make_out() -> None:
    readings = with_witness("number", pixels(NUMBER, None), code(NUMBER))
    assert weigh("number", [NUMBER], readings) is Stand.EQUAL


@pytest.mark.parametrize("values", [(), (None,), (None, None), (NUMBER,)])
def test_a_code_never_decides_alone_nor_after_one_look(values: tuple[str | None, ...]) -> None:
    readings = with_witness("number", pixels(*values), code(NUMBER))
    assert weigh("number", [NUMBER], readings) is Stand.UNDECIDED
    assert weigh("number", ["99999999999Z"], readings) is Stand.UNDECIDED


def test_a_forged_code_and_one_slip_never_pass_what_another_reader_contradicts() -> None:
    readings = with_witness("number", pixels(NUMBER, OTHER), code(NUMBER))
    assert weigh("number", [NUMBER], readings) is not Stand.EQUAL


def test_a_forged_code_does_not_keep_a_wrong_paper_from_failing() -> None:
    printed, declared = "11111111111A", "22222222222B"
    readings = with_witness("number", pixels(printed, printed), code(declared))
    assert weigh("number", [declared], readings) is weigh("number", [declared], pixels(printed, printed)) is Stand.OTHER
    assert readings[-1] == Reading("qr", declared, None)


def test_two_codes_are_one_witness() -> None:
    twice = (*code(NUMBER), *code(f"no={NUMBER}"))
    readings = with_witness("number", pixels(None, None), twice)
    assert weigh("number", [NUMBER], readings) is Stand.UNDECIDED
    assert with_witness("number", with_witness("number", pixels(NUMBER, None), twice), twice).count(twice[0]) == 1


def test_of_several_dates_in_a_code_the_printed_one_counts() -> None:
    dates = code("20180101;20190102", "issued_on")
    readings = with_witness("issued_on", pixels("2019-01-02", None), dates)
    assert weigh("issued_on", ["2019-01-02"], readings) is Stand.EQUAL


def test_a_lying_text_layer_and_a_forged_code_never_pass_what_pixels_do_not_say() -> None:
    layer = Reading("text-layer", NUMBER, NUMBER)
    for pixel in (None, OTHER):
        readings = with_witness("number", [layer, Reading("pixels", pixel or "?", pixel)], code(NUMBER))
        assert weigh("number", [NUMBER], readings) is not Stand.EQUAL
    confirmed = with_witness("number", [layer, Reading("pixels", NUMBER, NUMBER)], code(NUMBER))
    assert weigh("number", [NUMBER], confirmed) is Stand.EQUAL
