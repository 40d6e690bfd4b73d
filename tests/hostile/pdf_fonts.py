"""PDF files whose patterns, shadings, functions and fonts loop, explode or are noise."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.hostile.pdf_pages import drawing, font
from tests.hostile.specimen import ANY, Hostile, deflated_zeros, noise
from tests.unit.intake import papers


def files() -> Iterator[Hostile]:
    """All of them."""
    yield from _patterns()
    yield from _fonts()


def _patterns() -> Iterator[Hostile]:
    tile = b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] "
    painted = b"/Pattern cs /P scn 0 0 500 500 re f"
    steps = {
        "of a hair": b"/XStep 0.0001 /YStep 0.0001",
        "of nothing": b"/XStep 0 /YStep 0",
        "of 1e30": b"/XStep 1%s /YStep 1" % (b"0" * 30),
        "backwards": b"/XStep -0.01 /YStep -0.01",
    }
    resources = b"<< /Pattern << /P 5 0 R >> /Shading << /S 5 0 R >> >>"
    for name, step in steps.items():
        pattern = papers.stream(b"0 0 5 5 re f", tile + step + b" /Resources << >>")
        yield Hostile(f"pdf/pattern/steps {name}", partial(drawing, painted, resources, o5=pattern), ANY)
    itself = papers.stream(painted, tile + b"/XStep 9 /YStep 9 /Resources " + resources)
    yield Hostile("pdf/pattern/painted with itself", partial(drawing, painted, resources, o5=itself), ANY)
    functions = {
        "of itself": b"<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>",
        "sampled 65,535 ways": b"<< /FunctionType 0 /Domain [0 1 0 1 0 1 0 1] /Range [0 1] "
        b"/Size [65535 65535 65535 65535] /BitsPerSample 32 /Length 4 >>\nstream\nabcd\nendstream",
        "to the power of 1e30": b"<< /FunctionType 2 /Domain [0 1] /N 1%s /C0 [0 0 0] /C1 [1 1 1] >>" % (b"0" * 30),
        "of 100,000 braces": papers.stream(b"{" * 100_000, b"/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]"),
        "that only doubles": papers.stream(
            b"{" + b"dup " * 5_000 + b"}", b"/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]"
        ),
        "missing": b"null",
    }
    axial = b"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 500 500] /Function 6 0 R /Extend [true true] >>"
    for name, function in functions.items():
        yield Hostile(f"pdf/shading/function {name}", partial(drawing, b"/S sh", resources, o5=axial, o6=function), ANY)
    for kind in range(1, 8):
        mesh = papers.stream(
            noise(100_000, kind),
            b"/ShadingType %d /ColorSpace /DeviceRGB /BitsPerCoordinate 32 /BitsPerComponent 16 /BitsPerFlag 8 "
            b"/VerticesPerRow 2 /Decode [-1e9 1e9 -1e9 1e9 0 1 0 1 0 1] /Domain [-1e9 1e9 -1e9 1e9] "
            b"/Coords [0 0 1e9 9 9 1e9] /Function << /FunctionType 2 /Domain [0 1] /N 1 >>" % kind,
        )
        yield Hostile(f"pdf/shading/kind {kind} of noise", partial(drawing, b"/S sh", resources, o5=mesh), ANY)
    spaces = {
        "itself": b"6 0 R",
        "a separation of itself": b"[/Separation /A 6 0 R 6 0 R]",
        "a pattern": b"[/Pattern 6 0 R]",
    }
    for name, space in spaces.items():
        yield Hostile(
            f"pdf/colours/{name}",
            partial(drawing, b"/C cs 0.5 scn 0 0 9 9 re f", b"<< /ColorSpace << /C 6 0 R >> >>", o6=space),
            ANY,
        )


def _fonts() -> Iterator[Hostile]:
    described = b"/Subtype /%s /BaseFont /Evil /FirstChar 0 /LastChar 255 /Widths 8 0 R /FontDescriptor 6 0 R"
    widths = b"[%s]" % (b"500 " * 256)
    for kind, key in (("Type1", "FontFile"), ("TrueType", "FontFile2"), ("Type1", "FontFile3")):
        for number, data in enumerate(
            (noise(20_000, 20), b"", b"\0\x01\0\0" + b"\xff" * 2_000, b"%!PS-AdobeFont" * 500)
        ):
            yield Hostile(
                f"pdf/font/{key} {number} of a {kind}",
                partial(
                    font,
                    described % kind.encode(),
                    o6=b"<< /Type /FontDescriptor /FontName /Evil /Flags 4 /%s 7 0 R >>" % key.encode(),
                    o7=papers.stream(data, b"/Length1 %d /Subtype /Type1C" % len(data)),
                    o8=widths,
                ),
                ANY,
            )
    yield Hostile(
        "pdf/font/file inflates to 900 MiB",
        lambda: font(
            described % b"TrueType",
            o6=b"<< /Type /FontDescriptor /FontName /Evil /Flags 4 /FontFile2 7 0 R >>",
            o7=b"<< /Filter /FlateDecode /Length1 9 /Length %d >>\nstream\n%s\nendstream"
            % (len(deflated_zeros(900)), deflated_zeros(900)),
            o8=widths,
        ),
        ANY,
    )
    type3 = (
        b"/Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 7 0 R >> /FirstChar 65 "
        b"/LastChar 65 /Widths [1] /Encoding << /Differences [65 /a] >> /Resources << /Font << /F 5 0 R >> >>"
    )
    again = b"1 0 d0 BT /F 1 Tf (AA) Tj ET"
    yield Hostile("pdf/font/a sign that writes itself", partial(font, type3, o7=papers.stream(again)), ANY)
    maps = {
        "uses itself": b"/CIDInit /ProcSet findresource begin /Evil usecmap endcmap",
        "of a thousand million signs": b"1 begincidrange <00000000> <ffffffff> 0 endcidrange endcmap",
        "of 500,000 rows": b"500000 beginbfchar " + b"<01> <0041> " * 500_000 + b"endbfchar",
        "from one sign to a million letters": b"1 beginbfchar <41> <" + b"0041" * 500_000 + b"> endbfchar",
        "of ranges over ranges": b"100 beginbfrange " + b"<0000> <ffff> <0041> " * 300 + b"endbfrange",
        "of noise": noise(50_000, 21),
    }
    for name, table in maps.items():
        yield Hostile(
            f"pdf/font/map {name}",
            partial(font, b"/Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R", o6=papers.stream(table)),
            ANY,
        )
    composite = b"/Subtype /Type0 /BaseFont /Evil /Encoding %s /DescendantFonts [%s]"
    composites = {
        "descends from itself": composite % (b"/Identity-H", b"5 0 R"),
        "descends from nothing": composite % (b"/Identity-H", b""),
        "encoded by itself": composite % (b"5 0 R", b"6 0 R"),
        "encoded by a path": composite % (b"/..#2F..#2F..#2F..#2Fetc#2Fpasswd", b"6 0 R"),
        "with a hundred thousand widths": composite % (b"/Identity-H", b"6 0 R"),
    }
    descendant = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Evil /W [%s] >>" % (b"0 60000 500 " * 100_000)
    for name, head in composites.items():
        yield Hostile(f"pdf/font/{name}", partial(font, head, b"<00410042> Tj", o6=descendant), ANY)
    yield Hostile(
        "pdf/font/text of a million letters",
        lambda: font(b"/Subtype /Type1 /BaseFont /Helvetica", b"[" + b"(AAAAAAAAAA) -1000000 " * 100_000 + b"] TJ"),
        ANY,
    )
    yield Hostile(
        "pdf/font/letters larger than the world",
        lambda: font(b"/Subtype /Type1 /BaseFont /Helvetica", b"1000000 0 0 1000000 0 0 Tm 9e9 Tz (AB) Tj"),
        ANY,
    )
