"""The Korean, Latin and Chinese faces that papers are printed in, and which of them can print a given text.

Faces are found through fontconfig, never by a fixed path. A face that is missing is an error that names the Debian
package to install. Several Korean fonts map all 11,172 syllables but draw most of the rare ones as nothing: `covers`
looks at the glyph itself, so that no empty place or tofu box is ever printed.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont


class FontMissing(RuntimeError):
    """A font that the specimens print with is not installed."""

    def __init__(self, what: str, package: str) -> None:
        super().__init__(
            f"{what} is not installed: apt-get install {package} / {what}이(가) 없습니다: apt-get install {package}"
        )
        self.package = package


@dataclass(frozen=True, slots=True)
class Face:
    """One font face."""

    name: str
    """How layouts call it."""
    file: str
    """File name as installed."""
    package: str
    """Debian package that brings it."""
    index: int = 0
    """Face number within a collection."""
    embeds: bool = True
    """Whether the digital PDF can embed it (TrueType outlines, not CFF)."""


def _faces(package: str, *rows: tuple[str, str]) -> list[Face]:
    return [Face(name, file, package) for name, file in rows]


_CORE, _EXTRA = "fonts-nanum", "fonts-nanum-extra"
FACES: dict[str, Face] = {
    face.name: face
    for face in (
        *_faces(
            _CORE,
            ("nanum-gothic", "NanumGothic.ttf"),
            ("nanum-gothic-bold", "NanumGothicBold.ttf"),
            ("nanum-barun", "NanumBarunGothic.ttf"),
            ("nanum-barun-bold", "NanumBarunGothicBold.ttf"),
            ("nanum-myeongjo", "NanumMyeongjo.ttf"),
            ("nanum-myeongjo-bold", "NanumMyeongjoBold.ttf"),
            ("nanum-square", "NanumSquareR.ttf"),
            ("nanum-square-bold", "NanumSquareB.ttf"),
            ("nanum-round", "NanumSquareRoundR.ttf"),
            ("nanum-round-bold", "NanumSquareRoundB.ttf"),
        ),
        *_faces(
            _EXTRA,
            ("nanum-extrabold", "NanumGothicExtraBold.ttf"),
            ("nanum-myeongjo-extrabold", "NanumMyeongjoExtraBold.ttf"),
            ("nanum-barun-light", "NanumBarunGothicLight.ttf"),
            ("nanum-square-extrabold", "NanumSquareEB.ttf"),
            ("nanum-barunpen", "NanumBarunpenR.ttf"),
            ("nanum-pen", "NanumPen.ttf"),
            ("nanum-brush", "NanumBrush.ttf"),
        ),
        *_faces(
            "fonts-nanum-coding",
            ("nanum-coding", "NanumGothicCoding.ttf"),
        ),
        *_faces(
            "fonts-unfonts-core",
            ("un-batang", "UnBatang.ttf"),
            ("un-batang-bold", "UnBatangBold.ttf"),
            ("un-dotum", "UnDotum.ttf"),
            ("un-dotum-bold", "UnDotumBold.ttf"),
            ("un-gungseo", "UnGungseo.ttf"),
            ("un-graphic", "UnGraphic.ttf"),
            ("un-pilgi", "UnPilgi.ttf"),
        ),
        *_faces(
            "fonts-unfonts-extra",
            ("un-shinmun", "UnShinmun.ttf"),
            ("un-taza", "UnTaza.ttf"),
            ("un-yetgul", "UnYetgul.ttf"),
            ("un-pen", "UnPen.ttf"),
            ("un-penheulim", "UnPenheulim.ttf"),
        ),
        *_faces(
            "fonts-baekmuk",
            ("baekmuk-batang", "batang.ttf"),
            ("baekmuk-dotum", "dotum.ttf"),
            ("baekmuk-gulim", "gulim.ttf"),
            ("baekmuk-headline", "hline.ttf"),
        ),
        *_faces(
            "fonts-liberation",
            ("sans", "LiberationSans-Regular.ttf"),
            ("sans-bold", "LiberationSans-Bold.ttf"),
            ("narrow", "LiberationSansNarrow-Regular.ttf"),
            ("serif", "LiberationSerif-Regular.ttf"),
            ("serif-bold", "LiberationSerif-Bold.ttf"),
            ("serif-italic", "LiberationSerif-Italic.ttf"),
            ("mono", "LiberationMono-Regular.ttf"),
        ),
        # Collections with CFF outlines: number 1 is Korean, 2 simplified Chinese, 0 Japanese.
        Face("noto-sans", "NotoSansCJK-Regular.ttc", "fonts-noto-cjk", 1, False),
        Face("noto-sans-bold", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk", 1, False),
        Face("noto-serif", "NotoSerifCJK-Regular.ttc", "fonts-noto-cjk", 1, False),
        Face("noto-serif-bold", "NotoSerifCJK-Bold.ttc", "fonts-noto-cjk", 1, False),
        Face("noto-sans-sc", "NotoSansCJK-Regular.ttc", "fonts-noto-cjk", 2, False),
        Face("noto-serif-sc", "NotoSerifCJK-Regular.ttc", "fonts-noto-cjk", 2, False),
        Face("noto-serif-sc-bold", "NotoSerifCJK-Bold.ttc", "fonts-noto-cjk", 2, False),
    )
}

GOTHIC = ("nanum-gothic", "nanum-barun", "nanum-square", "un-dotum", "baekmuk-dotum", "baekmuk-gulim", "noto-sans")
"""Upright body faces without serifs, as office programs and certificates use."""
MYEONGJO = ("nanum-myeongjo", "un-batang", "baekmuk-batang", "noto-serif", "un-shinmun")
"""Body faces with serifs, as awards and government forms use."""
PENS = ("nanum-pen", "nanum-brush", "nanum-barunpen", "un-pen", "un-penheulim", "un-pilgi")
"""Faces drawn after handwriting."""
_BOLD = {
    "nanum-gothic": "nanum-gothic-bold",
    "nanum-barun": "nanum-barun-bold",
    "nanum-barun-light": "nanum-barun-bold",
    "nanum-myeongjo": "nanum-myeongjo-bold",
    "nanum-square": "nanum-square-bold",
    "nanum-round": "nanum-round-bold",
    "un-batang": "un-batang-bold",
    "un-dotum": "un-dotum-bold",
    "baekmuk-batang": "un-batang-bold",
    "baekmuk-dotum": "baekmuk-headline",
    "baekmuk-gulim": "un-dotum-bold",
    "noto-sans": "noto-sans-bold",
    "noto-serif": "noto-serif-bold",
    "noto-serif-sc": "noto-serif-sc-bold",
    "sans": "sans-bold",
    "serif": "serif-bold",
}
_LAST_RESORT = ("nanum-gothic", "un-batang", "noto-sans", "noto-sans-sc")


def bold(name: str) -> str:
    """The bold companion of face `name`, or `name` itself where the family has none."""
    return _BOLD.get(name, name)


def choose(text: str, wanted: str) -> Face:
    """`wanted` if it can print every sign of `text`, else the first face that can; FontMissing if none can."""
    for name in (wanted, *_LAST_RESORT):
        if covers(name, text):
            return FACES[name]
    raise FontMissing(f"a font with every sign of {text!r}", "fonts-noto-cjk fonts-nanum fonts-unfonts-core")


def covers(name: str, text: Iterable[str]) -> bool:
    """Whether face `name` draws something for every visible sign of `text`."""
    return all(_draws(name, sign) for sign in text if not sign.isspace())


@lru_cache(maxsize=20_000)
def _draws(name: str, sign: str) -> bool:
    face = FACES[name]
    _, charset = _installed(face)
    if not any(first <= ord(sign) <= last for first, last in charset):
        return False
    return load(name, 24).getmask(sign).getbbox() is not None


@lru_cache(maxsize=16)
def body(name: str) -> tuple[float, float]:
    """Height of a syllable of face `name`, and its middle above the baseline, both as shares of the em."""
    _, top, _, bottom = load(name, 200).getbbox("한", anchor="ls")
    return (bottom - top) / 200, -(top + bottom) / 400


@lru_cache(maxsize=96)
def load(name: str, pixels: int) -> ImageFont.FreeTypeFont:
    """Face `name` at `pixels` an em, laid out sign by sign as a PDF does."""
    face = FACES[name]
    return ImageFont.truetype(str(path(name)), pixels, index=face.index, layout_engine=ImageFont.Layout.BASIC)


def path(name: str) -> Path:
    """Where face `name` is installed; FontMissing names the package that brings it."""
    return _installed(FACES[name])[0]


def _installed(face: Face) -> tuple[Path, tuple[tuple[int, int], ...]]:
    found = _catalogue().get((face.file, face.index))
    if found is None:
        raise FontMissing(f"font {face.file}", face.package)
    return found


@lru_cache(maxsize=1)
def _catalogue() -> dict[tuple[str, int], tuple[Path, tuple[tuple[int, int], ...]]]:
    try:
        listing = subprocess.run(
            ["fc-list", "--format", "%{file}|%{index}|%{charset}\n"],
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        ).stdout
    except FileNotFoundError as missing:
        raise FontMissing("fc-list", "fontconfig") from missing
    wanted = {face.file for face in FACES.values()}
    catalogue = {}
    for line in listing.splitlines():
        file, index, charset = line.split("|")
        if Path(file).name in wanted and index.isdecimal():
            catalogue[Path(file).name, int(index)] = (Path(file), _ranges(charset))
    return catalogue


def _ranges(charset: str) -> tuple[tuple[int, int], ...]:
    pairs = (part.partition("-") for part in charset.split())
    return tuple((int(first, 16), int(last or first, 16)) for first, _, last in pairs)
