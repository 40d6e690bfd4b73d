"""PDF files whose drawing never ends: forms in forms, states, filters and bombs of filters."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from functools import partial

from tests.hostile.pdf_pages import FORM, drawing, filtered, nested_forms
from tests.hostile.specimen import ANY, MIB, UNREADABLE, Hostile, deflated_zeros, noise
from tests.unit.intake import papers


def files() -> Iterator[Hostile]:
    """All of them."""
    yield from _forms()
    yield from _operators()
    yield from _filters()


def _forms() -> Iterator[Hostile]:
    for depth, each in ((3, 100), (6, 25), (14, 10), (30, 2), (200, 1), (3000, 1)):
        allowed = UNREADABLE if each ** min(depth, 12) > 1e9 else ANY
        yield Hostile(f"pdf/forms/{depth} deep, {each} each", partial(nested_forms, depth, each), allowed)
    form = partial(papers.stream, b"/X Do /Y Do")
    names = b"/Resources << /XObject << /X %d 0 R /Y %d 0 R >> >>"
    resources = b"<< /XObject << /X 5 0 R /Y 6 0 R >> >>"
    yield Hostile("pdf/forms/shows itself", lambda: drawing(b"/X Do", resources, o5=form(FORM + names % (5, 5))), ANY)
    yield Hostile(
        "pdf/forms/two show each other",
        lambda: drawing(b"/X Do", resources, o5=form(FORM + names % (6, 6)), o6=form(FORM + names % (5, 5))),
        ANY,
    )
    group = b"/Group << /S /Transparency /CS /DeviceRGB /I true /K true >>"
    yield Hostile(
        "pdf/forms/groups within groups",
        lambda: nested_forms(40, 1).replace(b"/Type /XObject", group + b" /Type /XObject"),
        ANY,
    )
    mask = b"<< /ExtGState << /G << /SMask << /S /Luminosity /G 5 0 R >> >> >> /XObject << /X 5 0 R >> >>"
    yield Hostile(
        "pdf/forms/soft mask that needs itself",
        lambda: drawing(
            b"/G gs 0 0 500 500 re f", mask, o5=papers.stream(b"/G gs /X Do", FORM + b"/Resources " + mask)
        ),
        ANY,
    )


def _operators() -> Iterator[Hostile]:
    contents = {
        "300,000 saved states": b"q " * 300_000,
        "300,000 restored states": b"Q " * 300_000,
        "200,000 clips": b"0 0 500 500 re W n " * 200_000,
        "100,000 marked contents": b"/A BMC " * 100_000,
        "a line of 500,000 points": b"0 0 m " + b"9 9 l 0 5 l " * 250_000 + b"S",
        "dashes of nothing": b"[0 0] 0 d 0 0 m 500 500 l S " * 100,
        "dashes of a hair": b"[0.00001] 0 d 9 w 0 0 m 50000 50000 l S " * 3,
        "a line a thousand million wide": b"1000000000 w 0 0 m 9 9 l S",
        "a matrix of nothing": b"0 0 0 0 0 0 cm 0 0 9 9 re f",
        "a matrix of the largest": b"9e37 0 0 9e37 0 0 cm 0 0 9 9 re f " * 100,
        "numbers of a thousand digits": (b"9" * 1000 + b" ") * 6 + b"cm 0 0 9 9 re f",
        "a hundred thousand operands": b"1 " * 100_000 + b"re f",
        "operators that do not exist": b"xyzzy " * 100_000,
        "text in text": b"BT " * 50_000,
        "array of 100,000 levels": b"[" * 100_000 + b" TJ",
        "dictionary of 100,000 levels": b"/A " + b"<< /B " * 100_000 + b" BDC",
        "an inline picture without end": b"BI /W 100 /H 100 /BPC 8 /CS /G ID " + noise(10_000, 3),
        "an inline picture of 4 gigapixels": b"BI /W 65535 /H 65535 /BPC 8 /CS /RGB ID xx EI",
        "inline pictures within pictures": b"BI /W 1 /H 1 ID BI " * 20_000,
        "an inline picture of twenty filters": b"BI /W 9 /H 9 /BPC 8 /CS /G /F [%s] ID xx EI" % (b"/Fl " * 20),
        "noise": noise(200_000, 4),
        "zeros": bytes(2 * MIB),
        "curves over curves": b"0 0 m " + b"1 500 500 1 9 9 c " * 100_000 + b"f*",
    }
    for name, content in contents.items():
        yield Hostile(f"pdf/drawing/{name}", partial(drawing, content), ANY)
    many = b"[%s]" % (b"4 0 R " * 200_000)
    yield Hostile(
        "pdf/drawing/one content 200,000 times",
        lambda: papers.page_of({4: papers.stream(b"0 0 9 9 re f ")}).replace(b"/Contents 4 0 R", b"/Contents " + many),
        ANY,
    )


def _filters() -> Iterator[Hostile]:
    for name in ("ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode"):
        yield Hostile(f"pdf/filter/{name} of noise", partial(filtered, b"/" + name.encode(), noise(20_000, 5)), ANY)
    for name in ("JBIG2Decode", "DCTDecode", "JPXDecode", "Crypt", "NoSuchFilter"):
        yield Hostile(f"pdf/filter/{name} of noise", partial(filtered, b"/" + name.encode(), noise(20_000, 6)), ANY)
    yield Hostile("pdf/filter/inflates to 900 MiB", lambda: filtered(b"/FlateDecode", deflated_zeros(900)), ANY)
    twice = zlib.compress(deflated_zeros(900), 9)
    yield Hostile("pdf/filter/inflates twice to 900 MiB", lambda: filtered(b"[/FlateDecode /FlateDecode]", twice), ANY)
    thrice = zlib.compress(zlib.compress(deflated_zeros(2000), 9), 9)
    yield Hostile("pdf/filter/inflates thrice to 2 GiB", lambda: filtered(b"[%s]" % (b"/Fl " * 3), thrice), ANY)
    yield Hostile("pdf/filter/run length of 100 MiB", lambda: filtered(b"/RunLengthDecode", b"\x81q" * 800_000), ANY)
    runs = zlib.compress(b"\x81 " * 3_000_000, 9)
    yield Hostile(
        "pdf/filter/inflated run length of 384 MiB",
        lambda: filtered(b"[/FlateDecode /RunLengthDecode]", runs),
        ANY,
    )
    yield Hostile("pdf/filter/LZW of ever longer runs", lambda: filtered(b"/LZWDecode", lzw_runs(3_000)), ANY)
    yield Hostile("pdf/filter/ten thousand filters", lambda: filtered(b"[%s]" % (b"/Fl " * 10_000), b"x"), ANY)
    yield Hostile(
        "pdf/filter/hexadecimal of hexadecimal", lambda: filtered(b"[%s]" % (b"/AHx " * 12), b"3" * 400_000), ANY
    )
    eighty_five = base64.a85encode(zlib.compress(bytes(50 * MIB)))
    yield Hostile("pdf/filter/85 of flate of 50 MiB", lambda: filtered(b"[/A85 /Fl]", eighty_five + b"~>"), ANY)
    predictors = {
        "a thousand million columns": b"<< /Predictor 15 /Columns 1000000000 >>",
        "a thousand million colours": b"<< /Predictor 15 /Colors 1000000000 /Columns 5 >>",
        "fewer than no columns": b"<< /Predictor 2 /Columns -1 /BitsPerComponent -8 >>",
        "99 bits": b"<< /Predictor 2 /Columns 9 /BitsPerComponent 99 >>",
        "an unknown number": b"<< /Predictor 77 >>",
        "itself": b"4 0 R",
    }
    for name, parms in predictors.items():
        packed = zlib.compress(noise(5_000, 7))
        yield Hostile(f"pdf/predictor/{name}", partial(filtered, b"/FlateDecode", packed, parms), ANY)


def lzw_runs(codes: int) -> bytes:
    """LZW codes of one byte, each standing for a longer run than the last, until the table is full, again and again."""
    bits, length, width, following = 256, 9, 9, 258
    for _ in range(codes):
        if following == 258:
            bits, length = bits << width | 65, length + width
        bits, length = bits << width | following, length + width
        following += 1
        width = 9 if following < 511 else 10 if following < 1023 else 11 if following < 2047 else 12
        if following >= 4095:
            bits, length, width, following = bits << 12 | 256, length + 12, 9, 258
    bits, length = bits << width | 257, length + width
    pad = -length % 8
    return (bits << pad).to_bytes((length + pad) // 8, "big")
