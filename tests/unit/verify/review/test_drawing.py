"""Boxes and their numbers stand around what is printed, never on it."""

import io

import pytest
from PIL import Image, ImageDraw

from services.verify.review.drawing import Paper, Rectangle, marks

WIDTH, HEIGHT = 1000, 1400


def sheet(*printed: Rectangle) -> Paper:
    """A white page with print in some places."""
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    pencil = ImageDraw.Draw(image)
    for left, top, right, bottom in printed:
        for x in range(left, right, 6):
            pencil.line((x, top, x, bottom), fill=20, width=2)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return Paper(WIDTH, HEIGHT, buffer.getvalue())


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_the_outline_stands_clear_of_what_it_surrounds() -> None:
    [mark] = marks([(300, 300, 400, 330)], sheet())
    left, top, right, bottom = mark.outline
    assert left < 297
    assert top < 297
    assert right > 403
    assert bottom > 333


def test_nothing_is_drawn_off_the_page() -> None:
    for mark in marks([(0, 0, WIDTH, 20), (0, HEIGHT - 20, WIDTH, HEIGHT), (0, 0, WIDTH, HEIGHT)], sheet()):
        for left, top, right, bottom in (mark.outline, mark.badge):
            assert 0 <= left < right <= WIDTH
            assert 0 <= top < bottom <= HEIGHT


@pytest.mark.parametrize(
    "neighbour",
    [(415, 295, 600, 335), (150, 295, 290, 335), (280, 255, 600, 290), (280, 340, 600, 380)],
    ids=["right", "left", "above", "below"],
)
def test_a_number_stands_beside_its_box_and_not_on_the_print_around_it(neighbour: Rectangle) -> None:
    box = (300, 300, 400, 330)
    [mark] = marks([box], sheet(box, neighbour))
    assert not overlap(mark.badge, box)
    assert not overlap(mark.badge, neighbour)
    assert abs(mark.badge[1] - box[1]) < 60
    assert -60 < mark.badge[0] - box[0] < 160


def test_numbers_of_a_dense_table_cover_neither_boxes_nor_one_another() -> None:
    boxes = [
        (100 + 200 * column, 200 + 60 * row, 200 + 200 * column, 225 + 60 * row)
        for row in range(9)
        for column in range(4)
    ]
    drawn = marks(boxes, sheet(*boxes))
    badges = [mark.badge for mark in drawn]
    for number, badge in enumerate(badges):
        assert not any(overlap(badge, box) for box in boxes)
        assert not any(overlap(badge, other) for other in badges[:number])
