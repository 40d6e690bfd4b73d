"""Files that an uploader must refuse: small here, dangerous or useless when opened carelessly.

Every function answers the bytes of one file. None of them is large; what they claim to unfold to is.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image
from reportlab.pdfgen.canvas import Canvas


def bomb_png(side: int = 30_000) -> bytes:
    """A PNG of `side` × `side` black points (900 megapixels by default) in some hundred kilobytes."""
    row = b"\0" * (1 + (side + 7) // 8)
    packer = zlib.compressobj(1)
    body = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def bomb_gif() -> bytes:
    """A GIF whose second frame claims 65,535 × 65,535 points (4.3 gigapixels) in some hundred bytes."""
    frame = bytes((2, 2, 0x44, 0x01, 0))
    tiny = b"," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + frame
    huge = b"," + struct.pack("<HHHHB", 0, 0, 65_535, 65_535, 0) + frame
    return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + tiny + huge + b";"


def truncated_jpeg(page: Image.Image | None = None, share: float = 0.4) -> bytes:
    """A JPEG (of `page`, or of a grey gradient) of which only the first `share` arrived."""
    picture = page or Image.linear_gradient("L").resize((1200, 1700))
    file = io.BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=85)
    whole = file.getvalue()
    return whole[: max(200, int(len(whole) * share))]


def truncated_pdf(pdf: bytes, share: float = 0.6) -> bytes:
    """The first `share` of a PDF."""
    return pdf[: int(len(pdf) * share)]


def text_named_png(line: str = "other-page.tif") -> bytes:
    """A text file that somebody named .png; a careless OCR program opens the file that its first line names."""
    return f"{line}\n".encode()


def postscript_named_jpg() -> bytes:
    """An EPS program that somebody named .jpg; a careless imaging library starts Ghostscript on it."""
    head = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n"
    return head + b"newpath 0 0 moveto 100 100 lineto stroke\nshowpage\n%%EOF\n"


def docx() -> bytes:
    """A Word document: a ZIP archive with the parts of an office file."""
    return _archive(
        {
            "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "word/document.xml": '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        }
    )


def plain_zip() -> bytes:
    """A ZIP archive with a picture's name in it."""
    return _archive({"증빙서류.png": "not a picture"})


def hwp() -> bytes:
    """A 한글 5.0 document: the header of a compound file and the stream that names it."""
    sector = bytearray(1024)
    sector[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    sector[24:30] = struct.pack("<HHH", 0x3E, 3, 0xFFFE)
    name = b"HWP Document File"
    sector[512 : 512 + len(name)] = name
    return bytes(sector)


def hwp3() -> bytes:
    """A 한글 3.0 document: its text header."""
    return b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05" + bytes(200)


def empty() -> bytes:
    """Nothing at all."""
    return b""


def noise(size: int = 4096) -> bytes:
    """Bytes of no format."""
    return zlib.compress(bytes(range(256)) * 64, 9)[2:] * (size // 300 + 1)


def pdf_without_pages() -> bytes:
    """A well-formed PDF whose page tree is empty."""
    return _raw_pdf((b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"))


def pdf_with_pages(count: int = 25) -> bytes:
    """A PDF of `count` pages, one line on each."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    for number in range(1, count + 1):
        canvas.drawString(72, 720, f"page {number} of {count}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def pdf_with_giant_page(points: int = 200_000) -> bytes:
    """A PDF whose one page is `points` × `points` (70 metres by default)."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, pagesize=(points, points))
    canvas.drawString(72, 72, "giant")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def pdf_with_two_page_counts() -> bytes:
    """A PDF whose page tree claims 20 pages and holds one: parsers disagree."""
    return _raw_pdf(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 20 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        )
    )


def pdf_flate_bomb(megabytes: int = 512) -> bytes:
    """A PDF whose one content stream unfolds to `megabytes` of spaces."""
    packer = zlib.compressobj(9)
    block = b" " * 2**20
    body = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(body), body)
    return _raw_pdf(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            stream,
        )
    )


def _raw_pdf(objects: tuple[bytes, ...]) -> bytes:
    file = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(file)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _archive(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2019, 9, 20, 9, 0, 0)), content)
    return file.getvalue()
