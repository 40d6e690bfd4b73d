"""What each kind of wear does, measured on a page."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image

import specimens

PAGE = specimens.draw("NQ_AWARD", specimens.values("NQ_AWARD", 2), seed=2, layout="qnet-portrait").pages[0]


def _grey(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("L")).astype(np.int16)


def _sharpness(image: Image.Image) -> float:
    """Edges that are wider than the grain."""
    return float(cv2.Laplacian(_quarter(image), cv2.CV_64F).var())


def _quarter(image: Image.Image) -> np.ndarray:
    """Grey, at a quarter of the resolution."""
    return np.asarray(image.convert("L").resize((image.width // 4, image.height // 4), Image.Resampling.BOX))


def _red(image: Image.Image) -> int:
    page = np.asarray(image.convert("RGB")).astype(int)
    return int(((page[..., 0] - page[..., 1] > 70) & (page[..., 0] - page[..., 2] > 60)).sum())


@pytest.mark.parametrize("kind", specimens.DEGRADATIONS)
def test_wear_follows_from_its_seed_and_leaves_the_page_itself_alone(kind: str) -> None:
    before = PAGE.tobytes()
    first, again, other = (specimens.degrade(PAGE, kind, seed) for seed in (1, 1, 2))
    assert first.tobytes() == again.tobytes()
    assert first.mode in ("RGB", "L")
    assert kind == "clean" or first.tobytes() != other.tobytes()
    assert PAGE.tobytes() == before


def test_clean_changes_nothing() -> None:
    assert specimens.degrade(PAGE, "clean", 1).tobytes() == PAGE.tobytes()


@pytest.mark.parametrize(
    ("kind", "size", "mode"),
    [
        ("scan300", (2480, 3508), "L"),
        ("scan150", (1240, 1754), "L"),
        ("scan200", (1653, 2338), "L"),
        ("scan600", (4960, 7016), "L"),
        ("tilt", (2480, 3508), "L"),
        ("copy", (2480, 3508), "L"),
        ("jpeg150", (1240, 1754), "RGB"),
        ("rotate90", (3508, 2480), "L"),
        ("rotate180", (2480, 3508), "L"),
        ("rotate270", (3508, 2480), "L"),
    ],
)
def test_scans_have_the_size_and_colours_of_their_scanner(kind: str, size: tuple[int, int], mode: str) -> None:
    worn = specimens.degrade(PAGE, kind, 3)
    assert (worn.size, worn.mode) == (size, mode)


def test_every_kind_is_either_ordinary_or_hard_or_unreadable() -> None:
    assert sorted((*specimens.ORDINARY, *specimens.HARD, *specimens.UNREADABLE)) == sorted(specimens.DEGRADATIONS)


@pytest.mark.parametrize("kind", sorted({*specimens.DEGRADATIONS} - {*specimens.UNREADABLE}))
def test_the_places_of_a_page_follow_it_through_its_wear(kind: str) -> None:
    """A dark block is found in the box that its own box maps to, and what surrounds the box is light."""
    blocks = [(300, 400, 420, 460), (1900, 500, 2060, 560), (1200, 1700, 1330, 1790), (400, 3000, 520, 3080)]
    page = Image.new("RGB", (2480, 3508), "white")
    for block in blocks:
        page.paste((20, 20, 20), block)
    for seed in (1, 2):
        worn = specimens.wear(page, kind, seed)
        assert worn.image.tobytes() == specimens.degrade(page, kind, seed).tobytes()
        grey = _grey(worn.image)
        for block in blocks:
            left, top, right, bottom = worn.place(block)
            assert 0 <= left < right <= worn.image.width
            assert 0 <= top < bottom <= worn.image.height
            reach = round(max(worn.image.size) / 140)
            about = grey[top - reach : bottom + reach, left - reach : right + reach]
            paper, ink = np.percentile(about, 90), np.percentile(grey[top:bottom, left:right], 40)
            assert paper - ink > 60, (kind, block)
            ys, xs = np.nonzero(about < (paper + ink) / 2)
            for found, wanted in ((np.median(xs), (right - left) / 2), (np.median(ys), (bottom - top) / 2)):
                assert abs(found - reach - wanted) < reach / 3, (kind, block)


def test_a_tilted_page_leans_between_one_and_three_degrees_either_way() -> None:
    angles = []
    for seed in range(8):
        matrix = specimens.wear(Image.new("L", (600, 800), 255), "tilt", seed).matrix
        angles.append(np.degrees(np.arctan2(matrix[0, 1], matrix[0, 0])))
    assert all(1 <= abs(angle) <= 3 for angle in angles)
    assert min(angles) < 0 < max(angles)


def test_a_copy_keeps_soft_edges_and_a_fax_has_none() -> None:
    copy = np.asarray(specimens.degrade(PAGE, "copy", 1))
    assert len(np.unique(copy)) > 100
    assert (copy > 200).mean() > 0.7, "paper stays white"


def test_a_security_ground_colours_the_paper_and_leaves_the_strokes_dark() -> None:
    plain, ground = _grey(PAGE), _grey(specimens.degrade(PAGE, "guilloche", 1))
    assert (ground[plain > 250] < 235).mean() > 0.05
    assert np.median(ground[plain < 60]) < 90


def test_turned_scans_are_the_page_turned() -> None:
    upright = _grey(specimens.degrade(PAGE, "rotate90", 3).transpose(Image.Transpose.ROTATE_270).resize((620, 877)))
    head_over = _grey(specimens.degrade(PAGE, "rotate180", 3).transpose(Image.Transpose.ROTATE_180).resize((620, 877)))
    page = _grey(PAGE.resize((620, 877)))
    assert np.abs(upright - page).mean() < 14
    assert np.abs(head_over - page).mean() < 14


def test_a_phone_photograph_shows_the_desk_a_tilt_and_uneven_light() -> None:
    for seed in range(3):
        photo = _quarter(specimens.degrade(PAGE, "phone", seed))
        corners = [photo[:15, :15], photo[:15, -15:], photo[-15:, :15], photo[-15:, -15:]]
        assert all(corner.mean() < 180 for corner in corners), "the desk shows in the corners"
        paper = cv2.GaussianBlur(photo, (0, 0), 10)[150:-150:50, 150:-150:50]
        assert int(paper.max()) - int(paper.min()) > 25, "the light is uneven"


def test_the_red_seal_adds_red_ink_over_writing_and_the_stamp_does_not() -> None:
    added = [_red(specimens.degrade(PAGE, "seal", seed)) - _red(PAGE) for seed in range(3)]
    assert min(added) > 3000
    assert _red(specimens.degrade(PAGE, "stamp", 1)) < _red(PAGE) * 1.2


def test_stamps_cover_writing() -> None:
    """Some dark pixels of the page lie below the new ink."""
    written = (_quarter(PAGE) < 130).astype(np.uint8)
    about_writing = cv2.dilate(written, np.ones((7, 7), np.uint8))
    for kind in ("seal", "stamp"):
        for seed in range(3):
            dark = _quarter(specimens.degrade(PAGE, kind, seed)) < 170
            new_ink = (dark & (about_writing == 0)).astype(np.uint8)
            assert (cv2.dilate(new_ink, np.ones((15, 15), np.uint8)) & written).sum() > 30, (kind, seed)


def test_a_fax_is_black_and_white_at_200_dpi() -> None:
    fax = specimens.degrade(PAGE, "fax", 1)
    assert fax.size == (1686, 2292)
    assert set(np.unique(np.asarray(fax))) == {0, 255}


def test_a_blank_page_has_no_writing_and_a_smear_no_edges() -> None:
    blank = _grey(specimens.degrade(PAGE, "blank", 1))
    assert blank[:, 40:].min() > 225
    smear = specimens.degrade(PAGE, "smear", 1)
    assert _sharpness(smear) < _sharpness(PAGE) / 20
    assert _grey(smear).min() < 200, "something was there"


def test_low_light_is_dark() -> None:
    assert 30 < _grey(specimens.degrade(PAGE, "lowlight", 1)).mean() < 140


def test_every_kind_takes_a_card_and_a_grey_page_too() -> None:
    card = specimens.draw("KORCHAM", {}, seed=1, layout="card").pages[0].convert("L")
    for kind in specimens.DEGRADATIONS:
        worn = specimens.degrade(card, kind, 1)
        assert min(worn.size) >= 300


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="degradation 'coffee' is none of clean, scan300"):
        specimens.degrade(PAGE, "coffee", 1)
