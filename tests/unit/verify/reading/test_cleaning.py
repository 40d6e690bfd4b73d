"""Light, seals, tilt and the edge of the sheet, on drawn pages."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from services.verify.reading.cleaning.ink import clean, drop_seals
from services.verify.reading.cleaning.paper_edge import find_sheet, straighten
from services.verify.reading.cleaning.turning import quarter_turns, tilt, turn
from services.verify.reading.picture import Color


def page(width: int = 800, height: int = 1000) -> Color:
    """White paper with lines of words."""
    picture = np.full((height, width, 3), 255, np.uint8)
    for row in range(100, height - 100, 40):
        for left in range(80, width - 120, 90):
            cv2.putText(picture, "words", (left, row), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (20, 20, 20), 2)
    return picture


def test_a_red_seal_becomes_paper_and_black_text_under_it_stays() -> None:
    picture = np.full((200, 200, 3), 255, np.uint8)
    picture[50:150, 50:150] = (215, 40, 45)
    picture[90:110, 60:140] = (25, 10, 12)
    gray = drop_seals(picture)
    assert gray[70, 70] > 190
    assert gray[100, 100] < 60


def test_red_type_is_no_seal() -> None:
    picture = np.full((1000, 700, 3), 255, np.uint8)
    cv2.putText(picture, "705", (100, 300), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (200, 20, 40), 3)
    cv2.rectangle(picture, (80, 250), (300, 330), (200, 20, 40), 1)
    cv2.circle(picture, (500, 700), 45, (215, 40, 45), 3)
    gray = drop_seals(picture)
    assert gray[270:310, 95:170].min() < 100
    assert gray[640:760, 440:560].min() > 180


def test_blue_ink_is_no_seal() -> None:
    picture = np.full((100, 100, 3), 255, np.uint8)
    picture[40:60, 40:60] = (30, 40, 160)
    assert drop_seals(picture)[50, 50] < 90


def test_a_shadow_is_lifted_and_the_text_in_it_stays_dark() -> None:
    picture = page().astype(np.float32)
    shade = np.linspace(1.0, 0.45, picture.shape[1])[None, :, None]
    gray = clean((picture * shade).astype(np.uint8))
    ink = clean(page()) < 100
    assert gray[~(cv2.dilate(ink.astype(np.uint8), np.ones((9, 9))) > 0)].min() > 200
    assert np.median(gray[ink]) < 90


def test_a_dark_bar_with_light_text_is_read_like_any_other_line() -> None:
    picture = page()
    picture[:130] = 255
    picture[20:80] = (60, 30, 90)
    cv2.putText(picture, "HEADING", (100, 62), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (255, 255, 255), 3)
    bar = clean(picture)[28:72]
    assert np.median(bar) > 200
    assert bar.min() < 80


def test_white_on_a_light_colour_is_a_bar_too() -> None:
    picture = page()
    picture[:130] = 255
    shade = np.linspace(0.0, 1.0, picture.shape[1])[None, :, None]
    picture[20:80] = (np.array([200, 100, 30]) * (1 - shade) + np.array([245, 180, 100]) * shade).astype(np.uint8)
    cv2.putText(picture, "HEADING", (100, 62), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (255, 255, 255), 3)
    bar = clean(picture)[28:72]
    assert np.median(bar) > 200
    assert bar.min() < 80


def test_a_long_bar_that_lies_a_little_askew_is_turned_too() -> None:
    picture = np.full((1200, 900, 3), 250, np.uint8)
    slope = np.tan(np.radians(0.6))
    corners = [(40, 300), (860, 300 + 820 * slope), (860, 330 + 820 * slope), (40, 330)]
    cv2.fillConvexPoly(picture, np.round(corners).astype(np.int32), (40, 40, 44))
    for left in (120, 420, 700):
        cv2.putText(
            picture, "WORD", (left, 323 + round(left * slope)), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (250, 250, 250), 1
        )
    gray = clean(picture)
    assert (gray[308:328, 60:110] > 200).all()
    assert gray[308:335, 120:170].min() < 90


def test_a_bar_in_a_shadow_is_turned_too() -> None:
    picture = np.full((1200, 900, 3), 245, np.uint8)
    cv2.rectangle(picture, (60, 800), (840, 845), (50, 50, 54), cv2.FILLED)
    cv2.putText(picture, "WORD", (420, 832), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (245, 245, 245), 2)
    shadow = np.interp(np.arange(1200), (450, 620), (1.0, 0.55))
    picture = (picture * shadow[:, None, None]).astype(np.uint8)
    gray = clean(picture)
    assert (gray[808:838, 100:380] > 190).all()
    assert gray[812:836, 420:490].min() < 90


def test_a_long_bar_a_little_askew_and_half_in_the_shade_is_one_too() -> None:
    picture = page()
    picture[:130] = 255
    cv2.fillPoly(picture, [np.array([(40, 30), (760, 36), (760, 76), (40, 70)])], (150, 20, 35))
    cv2.putText(picture, "Total", (600, 68), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (255, 255, 255), 3)
    shade = np.clip(np.linspace(1.6, 0.5, 800), 0.5, 1)[None, :, None]
    bar = clean((picture * shade).astype(np.uint8))[42:66, 560:720]
    assert np.median(bar) > 200
    assert bar.min() < 100


def test_a_line_of_text_close_below_a_bar_is_no_part_of_it() -> None:
    picture = page()
    picture[:200] = 255
    picture[20:80] = (40, 40, 46)
    cv2.putText(picture, "HEADING", (100, 62), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (255, 255, 255), 3)
    cv2.putText(picture, "A ROW OF WORDS BELOW THE BAR", (30, 106), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (0, 0, 0), 2)
    cleaned = clean(picture)
    assert np.median(cleaned[28:72]) > 200
    assert cleaned[84:110].min() < 80


@pytest.mark.parametrize("degrees", [-7.0, -2.4, 0.0, 1.3, 5.0])
def test_a_tilt_is_measured_to_a_fifth_of_a_degree(degrees: float) -> None:
    tilted = turn(cv2.cvtColor(page(), cv2.COLOR_RGB2GRAY), -degrees)
    assert tilt(tilted) == pytest.approx(degrees, abs=0.2)


def test_photographs_and_codes_have_no_say_in_the_tilt() -> None:
    gray = cv2.cvtColor(page(1000, 700), cv2.COLOR_RGB2GRAY)
    corners = np.array([[620, 120], [900, 130], [890, 420], [610, 400]], np.int32)
    cv2.fillConvexPoly(gray, corners, 0)
    cv2.fillConvexPoly(gray, corners + np.array([-560, 180], np.int32), 0)
    assert tilt(gray) == 0.0


def test_a_blank_page_has_no_tilt() -> None:
    assert tilt(np.full((400, 300), 255, np.uint8)) == 0.0


def test_a_quarter_turn_is_clockwise() -> None:
    picture = np.zeros((10, 20, 3), np.uint8)
    picture[0, 0] = 255
    assert quarter_turns(picture, 1)[0, 9].tolist() == [255, 255, 255]


def on_a_desk(corners: list[tuple[int, int]]) -> Color:
    sheet = page()
    height, width = sheet.shape[:2]
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, np.array(corners, np.float32))
    return cv2.warpPerspective(sheet, matrix, (1100, 1300), borderValue=(90, 70, 50))


def test_a_sheet_on_a_desk_is_found_by_its_corners_and_seen_from_above() -> None:
    corners = [(120, 90), (960, 130), (1000, 1200), (90, 1180)]
    photo = on_a_desk(corners)
    found = find_sheet(photo)
    assert found is not None
    assert np.abs(found - np.array(corners)).max() < 12
    assert straighten(photo).shape[0] > straighten(photo).shape[1]
    assert tilt(clean(straighten(photo))) == pytest.approx(0.0, abs=0.5)


def test_a_dark_card_on_a_screen_is_no_sheet() -> None:
    screen = np.full((1300, 700, 3), 245, np.uint8)
    screen[150:850, 40:660] = (40, 50, 60)
    assert find_sheet(screen) is None


def test_a_scan_is_left_as_it_is_and_a_printed_frame_is_not_the_edge() -> None:
    scan = page()
    cv2.rectangle(scan, (30, 30), (770, 970), (0, 0, 0), 6)
    assert find_sheet(scan) is None
    assert straighten(scan) is scan


def test_light_on_the_desk_beside_a_sheet_is_no_part_of_it() -> None:
    corners = [(120, 90), (860, 130), (820, 1200), (90, 1180)]
    photo = on_a_desk(corners)
    light = np.interp(np.arange(photo.shape[1]), (300, 900), (0, 120)).astype(np.uint8)
    lit = photo + np.broadcast_to(light[None, :, None], photo.shape)
    photo = np.where((photo == (90, 70, 50)).all(axis=2)[..., None], lit, photo).astype(np.uint8)
    found = find_sheet(photo)
    assert found is not None
    assert np.abs(found - np.array(corners)).max() < 15


def test_a_dark_heading_at_the_edge_of_a_sheet_belongs_to_it_though_the_desk_is_as_dark() -> None:
    sheet = page()
    sheet[:160] = (15, 95, 105)
    grain = np.repeat(np.random.default_rng(5).normal(0, 15, (130, 1)), 10, axis=0)
    photo = np.full((1300, 1100, 3), (112, 82, 58), np.float32) * (1 + grain[:, :, None] / 100)
    photo[150:1150, 150:950] = sheet
    shade = np.linspace(1, 0.6, 1100)[None, :, None]
    corners = find_sheet(np.clip(photo * shade, 0, 255).astype(np.uint8))
    assert corners is not None
    assert np.abs(corners[:2, 1] - 150).max() < 12
