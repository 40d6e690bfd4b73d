"""The reader of Hangul alone, with its committed network, on lines of type that it was not trained on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from services.common.errors import Misconfigured
from services.verify.reading.cleaning.ink import clean
from services.verify.reading.engine.jamo_cells import candidates, cell, line_of, parts
from services.verify.reading.engine.jamo_engine import MODEL, JamoEngine, best_path, sure
from services.verify.reading.layout.crops import Cleaning, cut
from services.verify.reading.picture import Gray
from specimens import fonts, people

FACES = tuple(face for face in (*fonts.GOTHIC, *fonts.MYEONGJO) if face != "noto-sans")
"""Upright body faces that share no design with a face of `training/faces.toml`; `noto-sans` does."""
SIZES = (38, 42, 46, 50, 58)
"""Pixels of an em: 9 to 14 point at 300 dpi."""
FLOOR, RARE_FLOOR = 0.81, 0.72
"""Shares read exactly: of names and titles, and of names and places with rare syllables."""
TITLES = (
    "정보처리기사",
    "토목기사",
    "건축산업기사",
    "수질환경기사",
    "전기공사기사",
    "측량및지형공간정보기사",
    "농어업토목기술사",
    "조경기능사",
    "응용지질기사",
    "건설안전산업기사",
    "콘크리트기사",
    "소방설비기사",
    "지적산업기사",
    "컴퓨터활용능력",
    "한국사능력검정시험",
    "국가기술자격증",
    "한국산업인력공단",
    "대한상공회의소",
    "국사편찬위원회",
    "경력증명서",
)
RARE = ("보령댐", "김쁑이", "황뜨란", "박꽃님", "최늘품", "이휘멉")
"""Each holds a syllable that Tesseract's Korean models cannot write."""
NOT_HANGUL = (
    "정보처리기사 1급",
    "컴퓨터활용능력 2급",
    "(주)대한건설",
    "주식회사(갑)",
    "건설[갑]",
    "국도 제37호선",
    "제12회",
    "토익 900점",
    "홍길동A",
    "전산B",
    "한국 IT협회",
    "KBS한국어능력시험",
    "2024.03.01",
    "3",
    "1",
    "HONG",
    "abc",
    "大韓民國",
    "국토교통부장관이 인정하는 건설기술인 경력증명서 발급 확인서 1",
)


@pytest.fixture(scope="module")
def engine() -> JamoEngine:
    return JamoEngine()


def crop(text: str, face: str, pixels: int, seed: int = 0) -> Gray:
    """`text` as a scan has it, cleaned and cut as the reader does."""
    font = fonts.load(face, pixels)
    paper = Image.new("RGB", (int(font.getlength(text)) + 4 * pixels, 4 * pixels), (250, 249, 246))
    ImageDraw.Draw(paper).text((2 * pixels, pixels), text, font=font, fill=(30, 28, 34))
    coarse = paper.resize((paper.width * 2 // 3, paper.height * 2 // 3), Image.Resampling.LANCZOS)
    scan = np.asarray(coarse.resize(paper.size, Image.Resampling.BICUBIC), np.float32)
    scan = scan + np.random.default_rng(seed).normal(0, 6, scan.shape)
    gray = clean(np.clip(scan, 0, 255).astype(np.uint8))
    left, top, width, height = cv2.boundingRect((gray < 150).astype(np.uint8))
    return cut(gray, (left, top, left + width, top + height), height=40, cleaning=Cleaning.PLAIN)


def printed() -> Iterator[tuple[str, str, int, int]]:
    """Sixty names and titles with the face, the size and the seed of the scan."""
    rng = random.Random(20)
    names = [people.name(rng) for _ in range(40)]
    for seed, text in enumerate((*names, *TITLES)):
        able = [face for face in FACES if fonts.covers(face, text)]
        yield text, rng.choice(able), rng.choice(SIZES), seed


def read(engine: JamoEngine, picture: Gray) -> str:
    return engine.read([picture], MODEL)[0].text.replace(" ", "")


def test_names_and_titles_in_unseen_type_are_read(engine: JamoEngine) -> None:
    lines = list(printed())
    wrong = [
        (text, seen, face)
        for text, face, pixels, seed in lines
        if (seen := read(engine, crop(text, face, pixels, seed))) != text
    ]
    assert 1 - len(wrong) / len(lines) >= FLOOR, wrong


def test_syllables_outside_the_alphabet_of_tesseract_are_read(engine: JamoEngine) -> None:
    drawn = [(text, face) for text in RARE for face in FACES if fonts.covers(face, text)]
    right = [text for text, face in drawn if read(engine, crop(text, face, 50)) == text]
    assert len(right) / len(drawn) >= RARE_FLOOR
    assert {"보령댐", "김쁑이"} <= set(right)


@pytest.mark.parametrize("face", ["nanum-gothic", "nanum-myeongjo", "un-batang", "un-dotum"])
def test_nothing_is_read_of_a_line_that_holds_more_than_hangul(engine: JamoEngine, face: str) -> None:
    lines = [text for text in NOT_HANGUL if fonts.covers(face, text)]
    seen = engine.read([crop(text, face, 46) for text in lines], MODEL)
    assert {text: found.text for text, found in zip(lines, seen, strict=True) if found.words} == {}


def test_dots_between_syllables_are_passed_over(engine: JamoEngine) -> None:
    assert read(engine, crop("정보·처리", "nanum-gothic", 46)) == "정보처리"


def test_words_lie_in_the_crop_from_left_to_right_over_their_ink(engine: JamoEngine) -> None:
    picture = crop("대한상공회의소 정보처리 기사", "nanum-gothic", 50)
    words = engine.read([picture], MODEL)[0].words
    assert [word.text for word in words] == ["대한상공회의소", "정보처리", "기사"]
    edges = [edge for word in words for edge in (word.left, word.right)]
    assert edges == sorted(edges)
    columns = np.flatnonzero((picture < 150).any(axis=0))
    assert abs(edges[0] - columns[0]) <= 3
    assert abs(edges[-1] - columns[-1]) <= 3
    for word, following in pairwise(words):
        assert (picture[:, word.right + 2 : following.left - 2] >= 150).all()


@pytest.mark.parametrize(
    "picture",
    [
        np.empty((0, 0), np.uint8),
        np.empty((0, 9), np.uint8),
        np.full((1, 1), 0, np.uint8),
        np.full((3, 4), 0, np.uint8),
        np.full((40, 1), 0, np.uint8),
        np.full((1, 4000), 0, np.uint8),
        np.full((40, 40), 0, np.uint8),
        np.full((40, 300), 0, np.uint8),
        np.full((40, 300), 255, np.uint8),
        np.full((3000, 9000), 0, np.uint8),
        np.full((3000, 9000), 255, np.uint8),
        np.random.default_rng(1).integers(0, 256, (40, 300), np.uint8),
    ],
    ids=lambda picture: f"{picture.shape[1]}x{picture.shape[0]}-{picture.max(initial=0)}",
)
def test_what_is_no_line_of_text_is_seen_as_nothing(engine: JamoEngine, picture: Gray) -> None:
    assert engine.read([picture], MODEL)[0].words == ()


def test_small_and_large_type_is_read_alike(engine: JamoEngine) -> None:
    picture = crop("정보처리기사", "nanum-gothic", 50)
    for height in (30, 60, 600):
        size = (round(picture.shape[1] * height / picture.shape[0]), height)
        assert read(engine, cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.uint8)) == "정보처리기사"


def test_every_crop_has_its_answer_in_order(engine: JamoEngine) -> None:
    pictures = [crop("토목기사", "nanum-gothic", 46), np.full((40, 90), 255, np.uint8), crop("홍길동", "un-dotum", 46)]
    assert [seen.text for seen in engine.read(pictures, MODEL)] == ["토목기사", "", "홍길동"]
    assert engine.read([], MODEL) == []


def test_another_model_is_refused(engine: JamoEngine) -> None:
    with pytest.raises(Misconfigured):
        engine.read([], "kor")


def test_a_line_is_cut_into_cells_of_one_syllable_at_most() -> None:
    line = line_of(crop("대한상공", "nanum-gothic", 50))
    assert line is not None
    assert line.picture.shape[0] == 32
    marks = parts(line.picture)
    assert marks == sorted(marks)
    cuts = candidates(marks)
    assert cuts == sorted(cuts)
    assert {cell(line.picture, one).shape for one in cuts} == {(32, 32)}
    assert all(end - start <= 37 for start, end in cuts)


def test_the_most_likely_cover_of_all_marks_is_taken() -> None:
    marks = [(0, 10), (12, 20), (22, 40)]
    cuts = [(0, 10), (0, 20), (12, 20), (22, 40)]
    assert best_path(marks, cuts, np.array([-3.0, -0.1, -3.0, -0.2])) == [1, 3]
    assert best_path(marks, cuts, np.array([-0.1, -3.0, -0.1, -0.2])) == [0, 2, 3]


def test_marks_that_no_cuts_cover_have_no_path() -> None:
    assert best_path([(0, 10), (12, 14)], [(0, 10)], np.array([-0.1])) == []


def test_one_unsure_syllable_leaves_a_long_line_unread() -> None:
    assert sure(np.full(30, -0.01))
    assert not sure(np.array([-0.01] * 29 + [-5.0]))
    assert not sure(np.full(3, -0.5))
