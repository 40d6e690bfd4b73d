"""Pictures: sizes and frames from the headers, then a real decode. The only user of Pillow and pillow-heif in intake.

Runs only in the confined child. Pillow gets an explicit format (an EPS named .jpg would start Ghostscript) and
never a path; a `verify()` is not trusted, since most damaged files pass it.
"""

from __future__ import annotations

import io
import warnings

import pillow_heif
from PIL import Image, ImageFile, UnidentifiedImageError

from services.intake.admission import decide, refusals
from services.intake.admission.decide import Admitted, Verdict
from services.intake.admission.endings import has_wrong_sum, is_cut_off, never_ends
from services.intake.admission.heic_items import has_lost_data
from services.intake.admission.jpeg import Decoded, decoded
from services.intake.admission.kinds import Kind
from services.intake.admission.limits import Limits
from services.intake.admission.refusals import Refusal

FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.GIF: "GIF", Kind.TIFF: "TIFF", Kind.HEIC: "HEIF"}
FRAMES_ARE_PAGES = {Kind.GIF, Kind.TIFF, Kind.HEIC}
"""A second frame of a JPEG or PNG is a preview or an animation, and never another page."""
ENDS_SILENTLY = {Kind.PNG, Kind.GIF, Kind.TIFF}
"""Pillow does not miss the cut-off end of these, or takes it for the last frame."""


def prepare() -> None:
    """Make the child's Pillow know HEIC, and refuse rather than repair."""
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def inspect_picture(data: bytes, kind: Kind, limits: Limits) -> Verdict:
    """The verdict on a picture: every frame measured before it is decoded, and decoded before it is admitted.

    MemoryError passes: the child has reached its limit.
    """
    Image.MAX_IMAGE_PIXELS = limits.pixels
    if kind is Kind.TIFF and never_ends(data):
        return refusals.unreadable("TIFF", "쪽 목록이 끝없이 돌고 돕니다", "its list of pages runs in a circle")
    try:
        with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as picture:
            return _frames(picture, data, kind, limits)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _bomb(data, kind, limits)
    except UnidentifiedImageError:
        return _damaged(data, kind, "첫머리를 알아볼 수 없습니다", "its header cannot be understood")
    except MemoryError:
        raise
    except Exception:  # whatever a decoder raises on a damaged file is one answer
        return _damaged(
            data, kind, "내용이 손상되어 해독할 수 없습니다", "it is damaged: its content cannot be decoded"
        )


def _frames(picture: Image.Image, data: bytes, kind: Kind, limits: Limits) -> Verdict:
    frames = 0
    while _seek(picture, frames):
        if frames == limits.pages:
            return refusals.too_many_pages(frames + 1, limits.pages)
        if refusal := decide.on_picture(*picture.size, limits):
            return refusal
        if not _decode(picture, data, kind):
            return _damaged(data, kind, "내용의 일부가 사라졌습니다", "part of its content is lost")
        frames += 1
        if kind not in FRAMES_ARE_PAGES:
            break
    if kind in ENDS_SILENTLY and is_cut_off(kind, data):
        return refusals.truncated(len(data))
    if kind is Kind.PNG and has_wrong_sum(data):
        return refusals.unreadable("PNG", "내용이 손상되었습니다", "it is damaged: a checksum is wrong")
    return Admitted(kind, frames) if frames else refusals.no_page()


def _decode(picture: Image.Image, data: bytes, kind: Kind) -> bool:
    """Decode the frame that `picture` stands at; False where a part of it is lost, whatever Pillow painted there."""
    if kind is Kind.JPEG:
        if (outcome := decoded(data)) is not Decoded.UNKNOWN:
            return outcome is Decoded.WHOLE
        picture.draft(None, (1, 1))  # every bit is decoded all the same, but an eighth of the size is computed
    picture.load()
    return kind is not Kind.HEIC or not has_lost_data(data)


def _seek(picture: Image.Image, frame: int) -> bool:
    try:
        picture.seek(frame)
    except EOFError:
        return False
    return True


def _bomb(data: bytes, kind: Kind, limits: Limits) -> Refusal:
    """The refusal of a picture that Pillow would not even open; its size is read without the guard, undecoded."""
    too_large = refusals.frame_too_large(limits.pixels, limits.side)
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as picture:
            return decide.on_picture(*picture.size, limits) or too_large
    except Exception:  # damaged beside being too large
        return too_large


def _damaged(data: bytes, kind: Kind, ko: str, en: str) -> Refusal:
    if is_cut_off(kind, data):
        return refusals.truncated(len(data))
    return refusals.unreadable(kind.name, ko, en)
