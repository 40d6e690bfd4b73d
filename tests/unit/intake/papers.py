"""Small real files, and ways to break them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pillow_heif
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

pillow_heif.register_heif_opener()


def picture(form: str = "JPEG", size: tuple[int, int] = (320, 240), seed: int = 0, **options: Any) -> bytes:
    """A picture with something on it; another seed, other bytes."""
    image = Image.linear_gradient("L").resize(size).rotate(seed).convert("RGB")
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def frames(form: str, count: int) -> bytes:
    """A picture file of several different frames."""
    images = [Image.linear_gradient("L").resize((64, 64)).rotate(7 * number) for number in range(count)]
    buffer = io.BytesIO()
    images[0].save(buffer, form, save_all=True, append_images=images[1:])
    return buffer.getvalue()


def pdf(pages: int = 1, size: tuple[float, float] = (595, 842), **encryption: Any) -> bytes:
    """A PDF with text; `encryption` as reportlab's."""
    buffer = io.BytesIO()
    locked = StandardEncryption(**encryption) if encryption else None
    canvas = Canvas(buffer, pagesize=size, encrypt=locked, invariant=1)
    for number in range(pages):
        canvas.drawString(10, 10, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def raw_pdf(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects (1 is the catalogue), with a right cross-reference table."""
    body = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
    for number in range(1, max(objects) + 1):
        body += b"%010d 00000 n \n" % places.get(number, 0)
    body += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, trailer, start)
    return bytes(body)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A PDF stream object, deflated."""
    packed = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), extra, packed)


def page_of(contents: dict[int, bytes], resources: bytes = b"<< >>") -> bytes:
    """A one-page PDF whose page shows object 4, with more objects."""
    return raw_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % resources,
        }
        | contents
    )


def png(width: int, height: int, data: bytes = b"\0" * 64, depth: int = 1, colour: int = 0) -> bytes:
    """A PNG that claims this size, whatever data it holds."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
