"""Bytes of admitted files → pages in memory: a colour picture each, and the text layer of a digital PDF."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import cv2
import numpy as np
from PIL import ExifTags, Image, ImageOps, ImageSequence, UnidentifiedImageError

from services.common.errors import Rejected
from services.common.signatures import is_pdf
from services.verify.reading.picture import Color, byte_picture

FORMATS = ("JPEG", "MPO", "PNG", "GIF", "TIFF", "HEIF")
"""The only decoders that may start; Pillow's own choice would start Ghostscript for an EPS."""
LONGEST_SIDE = 3508
"""Pixels; A4 at 300 dpi. Larger pictures are reduced: more detail is no more legible, only slower."""
MOST_PAGES = 20
_MOST_PIXELS = 60_000_000
_PAGED = frozenset({"GIF", "TIFF", "HEIF"})
"""A second frame of any other format (MPO, APNG) is a preview or an animation; admission counts the same way."""
_TURNED = range(2, 9)
"""Values of the Exif orientation that are not upright."""
_SHORTEST_SIDE = 64
"""Pixels; a smaller picture is laid on white, since no step of reading can work on a line of a few pixels."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character of a text layer."""

    char: str
    """The character that the layer claims; not necessarily the one that is drawn."""
    left: float
    """Pixels of the page picture."""
    top: float
    """Pixels of the page picture."""
    right: float
    """Pixels of the page picture."""
    bottom: float
    """Pixels of the page picture."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was handed in."""

    picture: Color
    """Its pixels, turned as the camera said, on white."""
    glyphs: tuple[Glyph, ...] = ()
    """The text layer of a digital PDF page; empty for scans and photos."""


def open_pages(files: Sequence[bytes]) -> list[Page]:
    """All pages of `files`, in order. Raises Rejected where a file cannot be decoded, NO_PAGE, TOO_MANY_PAGES."""
    pages: list[Page] = []
    for data in files:
        pages += _pages_of_pdf(data) if is_pdf(data) else _pages_of_picture(data)
        if len(pages) > MOST_PAGES:
            raise Rejected(
                "TOO_MANY_PAGES",
                f"쪽수가 {MOST_PAGES}쪽을 넘습니다. 필요한 쪽만 올려 주십시오.",
                f"more than {MOST_PAGES} pages; upload only the pages that are needed",
            )
    if not pages:
        raise Rejected(
            "NO_PAGE", "파일에 쪽이 없습니다. 다시 저장하여 올려 주십시오.", "the file has no page; save it again"
        )
    return pages


def _pages_of_pdf(data: bytes) -> list[Page]:
    from services.verify.reading.pdf import pages_of_pdf  # imported late: two PDF libraries are 50 MB

    return pages_of_pdf(data, LONGEST_SIDE)


def _pages_of_picture(data: bytes) -> list[Page]:
    return [Page(frame) for frame in decode_picture(data)]


def decode_picture(data: bytes) -> list[Color]:
    """Every page of an image file, each at most LONGEST_SIDE a side. Raises Rejected UNREADABLE_FILE."""
    _register_heif(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_installed_formats()) as image:
                frames = MOST_PAGES + 1 if image.format in _PAGED else 1
                return [_frame(frame) for frame in islice(ImageSequence.Iterator(image), frames)]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        raise _undecodable() from error
    except (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, RuntimeError) as error:
        raise _undecodable() from error  # what Pillow's decoders raise on broken data


def _frame(frame: Image.Image) -> Color:
    if frame.width * frame.height > _MOST_PIXELS:
        raise _too_many_pixels()
    if frame.format == "JPEG":
        frame.draft("RGB", (LONGEST_SIDE // 2, LONGEST_SIDE // 2))  # decodes oversize JPEGs at a reduced scale
    return _enlarged(_reduced(byte_picture(np.array(_on_white(_turned(frame))))))


def _turned(frame: Image.Image) -> Image.Image:
    """`frame` as the camera held it; itself where it stands upright, since Pillow would copy it."""
    frame.load()  # some formats say only behind the pixels how they are turned
    if frame.getexif().get(ExifTags.Base.Orientation, 1) in _TURNED:
        return ImageOps.exif_transpose(frame)
    return frame


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I") or image.mode == "F":
        image = _eight_bit(image)
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, image).convert("RGB")
    return image if image.mode == "RGB" else image.convert("RGB")


def _eight_bit(image: Image.Image) -> Image.Image:
    values = np.asarray(image, dtype=np.float64)
    top = 65535.0 if image.mode.startswith("I") and values.max(initial=0) > 255 else 255.0
    if image.mode == "F" and values.max(initial=0) <= 1:
        top = 1.0
    return Image.fromarray(np.clip(values * (255.0 / top), 0, 255).astype(np.uint8))


def _reduced(picture: Color) -> Color:
    height, width = picture.shape[:2]
    scale = LONGEST_SIDE / max(height, width)
    if scale >= 1:
        return picture
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return byte_picture(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))


def _enlarged(picture: Color) -> Color:
    """A picture too small to hold a line of text, on white."""
    height, width = (max(0, _SHORTEST_SIDE - side) for side in picture.shape[:2])
    if not height and not width:
        return picture
    white = (255, 255, 255)
    return byte_picture(cv2.copyMakeBorder(picture, 0, height, 0, width, cv2.BORDER_CONSTANT, value=white))


def _register_heif(data: bytes) -> None:
    if data[4:8] == b"ftyp":
        import pillow_heif  # imported late: only phones send HEIC

        pillow_heif.register_heif_opener()


def _installed_formats() -> list[str]:
    Image.init()
    return [name for name in FORMATS if name in Image.OPEN]


def _undecodable() -> Rejected:
    return Rejected(
        "UNREADABLE_FILE",
        "파일이 손상되어 열 수 없습니다. 다시 스캔하거나 저장하여 올려 주십시오.",
        "the file is damaged and cannot be decoded; scan or save it again",
    )


def _too_many_pixels() -> Rejected:
    return Rejected(
        "UNREADABLE_FILE",
        f"사진이 너무 큽니다(최대 {_MOST_PIXELS // 1_000_000}백만 화소). 300 dpi로 다시 스캔하여 올려 주십시오.",
        f"the picture is larger than {_MOST_PIXELS // 1_000_000} megapixels; scan it again at 300 dpi",
    )
