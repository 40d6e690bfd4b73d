"""Every way to refuse a file: code, status, and what a person is told (portal-api, section 5). Pure."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from services.intake.admission.kinds import Foreign, Remedy


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file may not come in."""

    status: int
    """HTTP status."""
    code: str
    """Stable code of the contract."""
    ko: str
    """What is wrong, with which value, and what to do, in Korean."""
    en: str
    """The same in English."""


_REMEDIES = {
    Remedy.SAVE_AS_PDF: (
        "그 프로그램에서 PDF로 저장하거나 인쇄하여 올려 주십시오",
        "save or print it as PDF in its own program and upload that",
    ),
    Remedy.UNPACK: (
        "압축을 풀고 안의 사진이나 PDF를 올려 주십시오",
        "unpack it and upload the pictures or PDF inside",
    ),
    Remedy.TAKE_PHOTO: (
        "동영상이나 음성 대신 서류의 사진(JPG)이나 스캔 PDF를 올려 주십시오",
        "upload a photo (JPG) or a scanned PDF of the paper instead of a recording",
    ),
    Remedy.SAVE_AS_PICTURE: (
        "JPG나 PNG로 다시 저장하여 올려 주십시오",
        "save it again as JPG or PNG and upload that",
    ),
    Remedy.SCAN: (
        "서류를 스캔하거나 사진으로 찍어 JPG, PNG, GIF, TIFF, HEIC, PDF 가운데 하나로 올려 주십시오",
        "scan or photograph the paper and upload it as JPG, PNG, GIF, TIFF, HEIC or PDF",
    ),
}


def unsupported(foreign: Foreign) -> Refusal:
    """A kind of file that is not admitted."""
    remedy_ko, remedy_en = _REMEDIES[foreign.remedy]
    return Refusal(
        415,
        "UNSUPPORTED_TYPE",
        f"파일 내용이 {foreign.name} 형식입니다(파일 이름은 보지 않습니다). 받는 형식은 JPG, PNG, GIF, "
        f"TIFF, HEIC, PDF입니다. {remedy_ko}.",
        f"The file's content is {foreign.name} (its name does not count). "
        f"JPG, PNG, GIF, TIFF, HEIC and PDF are accepted; {remedy_en}.",
    )


def too_large(size: int, limit: int) -> Refusal:
    """A file over the byte limit; `size` is what had arrived when it was stopped."""
    return Refusal(
        413,
        "FILE_TOO_LARGE",
        f"파일이 {_mib(limit)} MiB를 넘습니다({_mib(size)} MiB까지 받음). 해상도를 300 dpi로 낮추거나 "
        "나누어 올려 주십시오.",
        f"The file is larger than {_mib(limit)} MiB (stopped at {_mib(size)} MiB). Scan at 300 dpi or "
        "split it, and upload again.",
    )


def request_too_large(size: int, limit: int) -> Refusal:
    """A request over the byte limit; `size` is what it announced, or what had arrived when it was stopped."""
    return Refusal(
        413,
        "FILE_TOO_LARGE",
        f"한 번에 올린 파일이 모두 {_mib(limit)} MiB를 넘습니다({_mib(size)} MiB 이상). 나누어 올려 주십시오.",
        f"The files of this request are larger than {_mib(limit)} MiB together ({_mib(size)} MiB or more). "
        "Send fewer or smaller files.",
    )


def empty() -> Refusal:
    """No byte at all."""
    return Refusal(
        422,
        "EMPTY_FILE",
        "파일이 비어 있습니다(0바이트). 파일을 확인하고 다시 올려 주십시오.",
        "The file is empty (0 bytes). Check the file and upload it again.",
    )


def truncated(size: int) -> Refusal:
    """The file ends before its content does."""
    return Refusal(
        422,
        "TRUNCATED",
        f"파일이 중간에서 잘렸습니다({size}바이트 뒤가 없습니다). 원본을 다시 저장하여 전체를 올려 주십시오.",
        f"The file is cut off (nothing follows byte {size}). Save it again from its source and upload the whole file.",
    )


def encrypted() -> Refusal:
    """The PDF wants a password."""
    return Refusal(
        422,
        "ENCRYPTED",
        "PDF에 열기 암호가 있습니다. 암호를 풀어 저장하거나 인쇄한 PDF를 올려 주십시오.",
        "The PDF needs a password to open. Save or print it without the password and upload that.",
    )


def no_page() -> Refusal:
    """A document of no page."""
    return Refusal(
        422,
        "NO_PAGE",
        "PDF에 쪽이 하나도 없습니다(0쪽). 서류가 들어 있는 파일을 올려 주십시오.",
        "The PDF has no page (0 pages). Upload the file that holds the paper.",
    )


def too_many_pages(pages: int, limit: int) -> Refusal:
    """More pages than a document may have; `pages` is where counting stopped."""
    return Refusal(
        422,
        "TOO_MANY_PAGES",
        f"서류가 {limit}쪽을 넘습니다({pages}쪽 이상). 이 서류에 해당하는 쪽만 골라 올려 주십시오.",
        f"The document has more than {limit} pages ({pages} or more). Upload only the pages of this paper.",
    )


def image_too_large(width: int, height: int, pixels: int, side: int) -> Refusal:
    """A picture over the pixel or side limit."""
    return Refusal(
        422,
        "IMAGE_TOO_LARGE",
        f"사진이 너무 큽니다({width}×{height}픽셀). {pixels // 1_000_000}백만 화소, 한 변 {side}픽셀까지 "
        "받습니다. 300 dpi로 다시 스캔하여 올려 주십시오.",
        f"The picture is too large ({width}×{height} pixels); at most {pixels // 1_000_000} megapixels "
        f"and {side} pixels a side. "
        "Scan it again at 300 dpi and upload that.",
    )


def frame_too_large(pixels: int, side: int) -> Refusal:
    """A frame within a picture that claims more than the picture may have."""
    return Refusal(
        422,
        "IMAGE_TOO_LARGE",
        f"사진 안의 한 장면(프레임)이 너무 큽니다. {pixels // 1_000_000}백만 화소, 한 변 {side}픽셀까지 받습니다. "
        "300 dpi로 다시 스캔하여 올려 주십시오.",
        f"A frame inside the picture is too large; at most {pixels // 1_000_000} megapixels and {side} pixels a side. "
        "Scan it again at 300 dpi and upload that.",
    )


def page_size(page: int, width: float, height: float, low: float, high: float) -> Refusal:
    """A PDF page that is no sheet of paper; a side outside the limits is never rounded back to one."""
    sides = "×".join(
        _mm(side, math.ceil if side > high else math.floor if side < low else round) for side in (width, height)
    )
    return Refusal(
        422,
        "PAGE_SIZE",
        f"PDF {page}쪽의 크기가 {sides} mm입니다. 한 변이 {_mm(low)} mm에서 {_mm(high)} mm 사이여야 합니다. "
        "A4로 인쇄하거나 다시 스캔하여 올려 주십시오.",
        f"Page {page} of the PDF measures {sides} mm; each side must be {_mm(low)} to {_mm(high)} mm. "
        "Print it to A4 or scan it again, and upload that.",
    )


def unreadable(kind: str, what_ko: str, what_en: str) -> Refusal:
    """A file of an admitted kind that cannot be opened, decoded, or dealt with inside the limits."""
    return Refusal(
        422,
        "UNREADABLE_FILE",
        f"{kind} 파일을 읽을 수 없습니다: {what_ko}. 다른 프로그램에서 다시 저장하거나 서류를 다시 "
        "스캔하여 올려 주십시오.",
        f"The {kind} file cannot be read: {what_en}. Save it again with another program or scan the "
        "paper again, and upload that.",
    )


def _mib(size: int) -> str:
    return f"{size / 1_048_576:.4g}"


def _mm(points: float, whole: Callable[[float], int] = round) -> str:
    return f"{whole(points * 2540 / 72) / 100:g}" if math.isfinite(points) else "∞"
