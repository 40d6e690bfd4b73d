"""Pictures of which a part was lost still decode; they are told from pictures that are merely plain."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from services.intake.admission import heic_items, jpeg, jpeg_scans
from services.intake.admission.jpeg import Decoded, decoded
from tests.hostile.jpeg_heic import photo, photo_heic, zeroed
from tests.hostile.specimen import noise
from tests.unit.intake import papers


def saved(image: Image.Image, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", **options)
    return buffer.getvalue()


def chequered(size: int) -> Image.Image:
    rows, columns = np.indices((800, 800))
    return Image.fromarray((((rows // size + columns // size) % 2) * 255).astype(np.uint8))


PLAIN: dict[str, Callable[[], Image.Image]] = {
    "white": lambda: Image.new("RGB", (2480, 3508), "white"),
    "grey": lambda: Image.new("L", (1000, 1000), 130),
    "gradient": lambda: Image.linear_gradient("L").resize((1200, 1200)),
    "steep gradient": lambda: Image.linear_gradient("L").resize((64, 64)),
    "dots": lambda: chequered(1),
    "pairs": lambda: chequered(2),
    "fours": lambda: chequered(4),
    "sevens": lambda: chequered(7),
    "noise": lambda: Image.frombytes("L", (400, 400), noise(160_000, 200)),
    "bits": lambda: Image.frombytes("1", (800, 800), noise(80_000, 201)).convert("L"),
}
WAYS = (
    {"quality": 1},
    {"quality": 75},
    {"quality": 100},
    {"quality": 100, "subsampling": 0},
    {"quality": 60, "optimize": True},
    {"quality": 95, "optimize": True, "progressive": True},
    {"quality": 30, "progressive": True},
    {"quality": 80, "restart_marker_rows": 1},
)


@pytest.mark.parametrize("name", PLAIN)
def test_what_an_encoder_writes_is_whole(name: str) -> None:
    image = PLAIN[name]()
    for way in WAYS:
        data = saved(image, **way)
        assert decoded(data) is Decoded.WHOLE, way
        assert decoded(saved(image.convert("RGB"), **way)) is Decoded.WHOLE, way


def test_colours_of_print_are_decoded_too() -> None:
    assert decoded(saved(Image.new("CMYK", (300, 200), (10, 20, 30, 40)))) is Decoded.WHOLE


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
@pytest.mark.parametrize("length", [70, 512, 4096])
def test_a_run_of_zeros_is_lost_data(share: float, length: int) -> None:
    for options in ({}, {"quality": 95}, {"subsampling": 0}, {"restart_marker_rows": 2}):
        assert decoded(zeroed(photo(**options), share, length)) is Decoded.DAMAGED, options


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_where_zeros_are_blank_paper_what_follows_them_tells(share: float) -> None:
    page = Image.new("L", (1600, 2000), "white")
    page.paste(Image.frombytes("L", (1200, 1600), noise(1200 * 1600, 202)).resize((1200, 1600)), (200, 200))
    data = saved(page, optimize=True, quality=60)
    assert decoded(data) is Decoded.WHOLE
    assert decoded(zeroed(data, share, 4096)) is Decoded.DAMAGED


@pytest.mark.parametrize("left_over", [1, 4, 32])
def test_padding_of_a_camera_is_no_damage(left_over: int) -> None:
    whole = photo()
    assert decoded(whole[:-2] + b"\x5a" * left_over + whole[-2:]) is Decoded.WHOLE


def test_more_than_padding_is() -> None:
    whole = photo()
    assert decoded(whole[:-2] + b"\x5a" * 900 + whole[-2:]) is Decoded.DAMAGED


@pytest.mark.parametrize("last", [1, 2, 3, 10])
def test_an_end_that_is_missing_is_seen(last: int) -> None:
    for options in ({}, {"progressive": True}, {"optimize": True}):
        assert decoded(photo(**options)[:-last]) is Decoded.DAMAGED, options


def test_what_the_decoder_does_not_know_is_left_to_another() -> None:
    assert jpeg._judged("Unsupported color conversion request") is Decoded.UNKNOWN


def test_headers_that_lie_do_not_raise() -> None:
    whole = photo()
    for at in range(2, 700, 3):
        jpeg_scans.has_lost_data(whole[:at] + bytes(100) + whole[at + 100 :])
        jpeg_scans.has_lost_data(whole[:at] + b"\xff" * 100 + bytes(100) + whole[at + 100 :])


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_zeros_in_a_coded_picture_of_a_heic_are_lost_data(share: float) -> None:
    whole = photo_heic()
    assert not heic_items.has_lost_data(whole)
    assert heic_items.has_lost_data(zeroed(whole, share, 20))


def test_zeros_outside_of_the_coded_pictures_of_a_heic_are_nobodys_business() -> None:
    assert not heic_items.has_lost_data(papers.picture("HEIF"))
    assert not heic_items.has_lost_data(photo_heic() + bytes(1000))


def test_a_heic_whose_boxes_lie_does_not_raise() -> None:
    whole = photo_heic()
    for at in range(0, 600, 2):
        heic_items.has_lost_data(whole[:at] + b"\xff" * 6 + whole[at + 6 :] + bytes(100))
        heic_items.has_lost_data(whole[:at] + bytes(20) + whole[at + 20 :])
