"""Pages as the files that people upload."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pillow_heif
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from specimens import digital
from specimens.sheet import DPI, Sheet

FORMATS = ("png", "jpeg", "jpeg150", "tiff", "gif", "heic", "scan-pdf", "encrypted-pdf")


def encode(pages: Sequence[Image.Image], fmt: str, seed: int = 0) -> bytes:
    """`pages` as one file of `fmt` (see `FORMATS`).

    Formats of one picture (png, jpeg, jpeg150, heic) take exactly one page. `jpeg150` halves the resolution and
    saves at quality 45; a `gif` has a palette of 64 colours. PDFs show each page as one JPEG, at the size it has at
    300 dpi; the password of `encrypted-pdf` follows from `seed`. ValueError for another format or number of pages.
    """
    if fmt not in FORMATS:
        raise ValueError(f"format {fmt!r} is none of {', '.join(FORMATS)}")
    if not pages or (len(pages) > 1 and fmt in ("png", "jpeg", "jpeg150", "heic")):
        raise ValueError(f"{fmt} cannot hold {len(pages)} pages")
    if fmt == "scan-pdf":
        return _pdf(pages)
    if fmt == "encrypted-pdf":
        return _pdf(pages, f"secret-{seed}")
    return _picture(pages, fmt)


def _picture(pages: Sequence[Image.Image], fmt: str) -> bytes:
    file = io.BytesIO()
    first = pages[0]
    others = list(pages[1:])
    if fmt == "png":
        first.save(file, "PNG", dpi=(DPI, DPI), compress_level=3)
    elif fmt == "jpeg":
        first.convert("RGB").save(file, "JPEG", quality=90, dpi=(DPI, DPI))
    elif fmt == "jpeg150":
        half = first.convert("RGB").resize((first.width // 2, first.height // 2), Image.Resampling.LANCZOS)
        half.save(file, "JPEG", quality=45, dpi=(DPI // 2, DPI // 2))
    elif fmt == "tiff":
        first.save(file, "TIFF", save_all=True, append_images=others, compression="tiff_lzw", dpi=(DPI, DPI))
    elif fmt == "gif":
        flat = [page.convert("P", palette=Image.Palette.ADAPTIVE, colors=64) for page in (first, *others)]
        flat[0].save(file, "GIF", save_all=len(flat) > 1, append_images=flat[1:])
    else:
        # The quick preset: a grainy page takes one second instead of ten, for the same size.
        pillow_heif.from_pillow(first.convert("RGB")).save(file, quality=80, enc_params={"preset": "ultrafast"})
    return file.getvalue()


def mixed_pdf(pages: Sequence[Sheet | Image.Image]) -> bytes:
    """One PDF of pages with a text layer (`Specimen.sheets`) and scanned ones (pictures at 300 dpi), in this order."""
    return _pdf(pages)


def _pdf(pages: Sequence[Sheet | Image.Image], password: str | None = None) -> bytes:
    lock = StandardEncryption(password, ownerPassword=f"owner-{password}", canPrint=1) if password else None
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, encrypt=lock)
    for page in pages:
        if isinstance(page, Sheet):
            digital.page(canvas, page)
            continue
        size = (page.width * 72 / DPI, page.height * 72 / DPI)
        canvas.setPageSize(size)
        jpeg = io.BytesIO()
        page.convert("RGB").save(jpeg, "JPEG", quality=85)
        canvas.drawImage(ImageReader(jpeg), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
