"""No tofu: whatever is printed, its face has a glyph for it."""

from __future__ import annotations

import re

import numpy as np
import pytest

import specimens
from specimens import Specimen, fonts
from specimens.fonts import FACES, FontMissing
from specimens.sheet import TextMark

RARE = "쁑뷁멉댕햏뜨훤윰갂"


def _ink(face: str, sign: str) -> bytes:
    return bytes(fonts.load(face, 40).getmask(sign))


@pytest.mark.parametrize("name", sorted(FACES))
def test_every_face_is_installed_and_draws_digits(name: str) -> None:
    assert fonts.path(name).is_file()
    assert fonts.covers(name, "0123456789")


def test_no_sign_on_any_paper_is_printed_as_an_empty_box(specimen: Specimen) -> None:
    for sheet in specimen.sheets:
        for mark in sheet.marks:
            if isinstance(mark, TextMark):
                for sign in set(mark.text) - {" ", "\u00a0"}:
                    drawn = _ink(mark.face.name, sign)
                    assert np.frombuffer(drawn, np.uint8).any(), (sign, mark.face.name)
                    assert drawn != _ink(mark.face.name, "\uffff"), (sign, mark.face.name)


@pytest.mark.parametrize("paper", specimens.papers())
def test_rare_syllables_and_hanja_are_printed_in_a_face_that_has_them(paper: str) -> None:
    for seed in range(2):
        for layout in specimens.layouts_of(paper):
            drawn = specimens.draw(paper, {"name": f"김{RARE}", "company": "(주)뷁댕건설"}, seed=seed, layout=layout)
            for mark in drawn.sheets[0].marks:
                if isinstance(mark, TextMark):
                    assert fonts.covers(mark.face.name, mark.text), mark


def test_at_least_twenty_korean_faces_print_the_papers() -> None:
    """Faces that print Korean on at least two layouts, the note in the margin aside."""
    layouts: dict[str, set[str]] = {}
    for paper in specimens.papers():
        for layout in specimens.layouts_of(paper):
            for mark in specimens.draw(paper, {}, seed=len(layout), layout=layout).sheets[0].marks:
                if isinstance(mark, TextMark) and re.search("[가-힣]", mark.text) and "견본" not in mark.text:
                    layouts.setdefault(mark.face.name, set()).add(f"{paper}/{layout}")
    assert len([face for face, where in layouts.items() if len(where) >= 2]) >= 20


def test_there_are_forty_layouts_and_a_third_of_them_is_sealed() -> None:
    layouts = [(paper, layout) for paper in specimens.papers() for layout in specimens.layouts_of(paper)]
    sealed = [one for one in layouts if specimens.is_sealed(*one)]
    assert len(layouts) >= 40
    assert len(sealed) * 3 >= len(layouts)


def test_a_face_that_maps_a_syllable_to_an_empty_glyph_does_not_count_as_covering_it() -> None:
    assert fonts.load("nanum-square", 40).getmask("갂").getbbox() is None
    assert not fonts.covers("nanum-square", "갂")
    assert fonts.choose("갂", "nanum-square").name != "nanum-square"


def test_a_wanted_face_is_kept_where_it_can_print_the_text() -> None:
    assert fonts.choose("토목기사 18201234567A", "un-gungseo").name == "un-gungseo"
    assert fonts.choose("听力阅读", "nanum-gothic").package == "fonts-noto-cjk"


def test_a_missing_font_is_an_error_that_names_its_debian_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_catalogue", dict)
    with pytest.raises(FontMissing, match=r"UnGungseo\.ttf.*apt-get install fonts-unfonts-core"):
        fonts.path("un-gungseo")


def test_a_missing_fc_list_is_an_error_that_names_its_debian_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    fonts._catalogue.cache_clear()
    try:
        with pytest.raises(FontMissing, match="apt-get install fontconfig"):
            fonts.path("sans")
    finally:
        fonts._catalogue.cache_clear()
