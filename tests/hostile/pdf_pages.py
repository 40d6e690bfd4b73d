"""One-page PDF files of whatever a test puts on them."""

from __future__ import annotations

from tests.unit.intake import papers

FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 500 500]"
SHOW = papers.stream(b"q 500 0 0 500 0 0 cm /X Do Q")


def drawing(content: bytes, resources: bytes = b"<< >>", **more: bytes) -> bytes:
    """A page that draws `content`, with further objects `o5`, `o6`, …"""
    objects = {int(name[1:]): value for name, value in more.items()}
    return papers.page_of({4: papers.stream(content)} | objects, resources)


def image(head: bytes, data: bytes, **more: bytes) -> bytes:
    """A page that shows a picture with this dictionary and data."""
    picture = b"<< /Type /XObject /Subtype /Image %s /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)
    objects = {int(name[1:]): value for name, value in more.items()}
    return papers.page_of({4: SHOW, 5: picture} | objects, b"<< /XObject << /X 5 0 R >> >>")


def filtered(filters: bytes, data: bytes, parms: bytes = b"null") -> bytes:
    """A page whose content stream is packed by `filters`."""
    content = b"<< /Length %d /Filter %s /DecodeParms %s >>\nstream\n%s\nendstream" % (len(data), filters, parms, data)
    return papers.page_of({4: content})


def catalogue(more: bytes, **objects: bytes) -> bytes:
    """A blank page whose catalogue holds `more`."""
    extra = {int(name[1:]): value for name, value in objects.items()}
    return papers.raw_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % more,
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        }
        | extra
    )


def nested_forms(depth: int, each: int) -> bytes:
    """Forms that show the next one several times: each ** depth drawings."""
    objects = {
        number: papers.stream(b"/X Do " * each, FORM + b"/Resources << /XObject << /X %d 0 R >> >>" % (number + 1))
        for number in range(5, 5 + depth)
    }
    objects[5 + depth] = papers.stream(b"0 0 10 10 re f", FORM)
    return papers.page_of({4: papers.stream(b"/X Do")} | objects, b"<< /XObject << /X 5 0 R >> >>")


def font(head: bytes, text: bytes = b"(AAAA) Tj", **more: bytes) -> bytes:
    """A page that writes in a font of this dictionary."""
    return drawing(
        b"BT /F 40 Tf 50 400 Td %s ET" % text, b"<< /Font << /F 5 0 R >> >>", o5=b"<< /Type /Font %s >>" % head, **more
    )
