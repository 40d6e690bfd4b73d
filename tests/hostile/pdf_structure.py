"""PDF files whose skeleton is wrong: cross-references, page trees, sizes, locks, lengths, endless nesting."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import partial

from tests.hostile.specimen import (
    ANY,
    DAMAGED,
    NOT_OPENED,
    REFUSED,
    TRUNCATED,
    UNREADABLE,
    WELL,
    Hostile,
    deflated_zeros,
    mutated,
    noise,
)
from tests.unit.intake import papers

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE_SIZE = frozenset({"PAGE_SIZE"})
TOO_MANY = frozenset({"TOO_MANY_PAGES"})


def page(box: bytes = b"/MediaBox [0 0 595 842]", more: bytes = b"") -> bytes:
    """A PDF of one blank page with this box."""
    return papers.raw_pdf({1: CATALOGUE, 2: PAGES, 3: b"<< /Type /Page /Parent 2 0 R %s %s >>" % (box, more)})


def tree(pages: bytes, **more: bytes) -> bytes:
    """A PDF whose page tree is `pages`, with further objects `o3`, `o4`, …"""
    objects = {int(name[1:]): content for name, content in more.items()}
    return papers.raw_pdf({1: CATALOGUE, 2: pages} | objects)


def wide(pages: int) -> bytes:
    """Many pages in one list."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + pages))
    one = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return papers.raw_pdf(
        {1: CATALOGUE, 2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages)}
        | dict.fromkeys(range(3, 3 + pages), one)
    )


def deep(levels: int) -> bytes:
    """One page at the end of a chain of page-tree nodes."""
    node = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>"
    chain = {number: node % (number + 1, number - 1) for number in range(2, 2 + levels)}
    leaf = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (1 + levels)
    return papers.raw_pdf({1: CATALOGUE} | chain | {2 + levels: leaf})


def with_tail(tail: bytes) -> bytes:
    """A good PDF body whose cross-reference and trailer are `tail`; `%START%` is where the tail begins."""
    whole = page()
    body = whole[: whole.index(b"xref\n")]
    return body + tail.replace(b"%START%", b"%d" % len(body))


def xref_stream(entries: bytes, columns: bytes, more: bytes = b"", size: int = 5) -> bytes:
    """A PDF whose cross-reference is this stream."""
    body = page()
    body = body[: body.index(b"xref\n")]
    packed = zlib.compress(entries)
    head = b"<< /Type /XRef /Size %d /Root 1 0 R /W %s /Length %d /Filter /FlateDecode %s >>" % (
        size,
        columns,
        len(packed),
        more,
    )
    return b"%s4 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (body, head, packed, len(body))


def object_stream(content: bytes, head: bytes) -> bytes:
    """A PDF whose page lies in an object stream."""
    packed = zlib.compress(content)
    body = bytearray(b"%PDF-1.7\n1 0 obj\n" + CATALOGUE + b"\nendobj\n")
    places = [0, len(b"%PDF-1.7\n"), None, None, len(body)]
    body += b"4 0 obj\n<< /Type /ObjStm %s /Length %d /Filter /FlateDecode >>\nstream\n" % (head, len(packed))
    body += packed + b"\nendstream\nendobj\n"
    start = len(body)
    rows = b"".join(
        struct.pack(">BIH", 2, 4, number - 2) if place is None else struct.pack(">BIH", 1 if place else 0, place, 0)
        for number, place in enumerate([*places, start])
    )
    body += b"5 0 obj\n<< /Type /XRef /Size 6 /Root 1 0 R /W [1 4 2] /Length %d >>\nstream\n" % len(rows)
    return bytes(body + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)


def bombed_object_stream(mebibytes: int) -> bytes:
    """An object stream that inflates to so much."""
    packed = deflated_zeros(mebibytes)
    return papers.raw_pdf(
        {
            1: CATALOGUE,
            2: PAGES,
            3: b"<< /Type /ObjStm /N 2 /First 10 /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
            % (len(packed), packed),
        }
    )


def files() -> Iterator[Hostile]:
    """All of them."""
    yield from _cross_references()
    yield from _object_streams()
    yield from _page_trees()
    yield from _boxes()
    yield from _locks()
    yield from _lengths_and_nesting()
    yield from _broken()


def _cross_references() -> Iterator[Hostile]:
    table = b"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000060 00000 n \n0000000120 00000 n \n"
    trailer = b"trailer\n<< /Size 4 /Root 1 0 R %s >>\nstartxref\n%s\n%%%%EOF\n"
    tails = {
        "previous is itself": table + trailer % (b"/Prev %START%", b"%START%"),
        "previous lies outside": table + trailer % (b"/Prev 99999999", b"%START%"),
        "previous is negative": table + trailer % (b"/Prev -1", b"%START%"),
        "hybrid stream is itself": table + trailer % (b"/XRefStm %START%", b"%START%"),
        "starts outside": table + trailer % (b"", b"99999999999999999999"),
        "starts before the file": table + trailer % (b"", b"-5"),
        "starts nowhere": table + trailer % (b"", b"nowhere"),
        "size of two thousand million": table + trailer % (b"/Size 2147483647", b"%START%"),
        "table of two thousand million rows": table.replace(b"0 4", b"0 2147483647") + trailer % (b"", b"%START%"),
        "table begins below zero": table.replace(b"0 4", b"-9 4") + trailer % (b"", b"%START%"),
        "every row points to the first byte": table.replace(b"0000000060", b"0000000000") + trailer % (b"", b"%START%"),
        "no trailer": table + b"startxref\n%START%\n%%EOF\n",
        "no table": b"startxref\n%START%\n%%EOF\n",
        "root is missing": table + b"trailer\n<< /Size 4 >>\nstartxref\n%START%\n%%EOF\n",
        "root is a number": table + b"trailer\n<< /Size 4 /Root 7 >>\nstartxref\n%START%\n%%EOF\n",
        "root is the page": table + b"trailer\n<< /Size 4 /Root 3 0 R >>\nstartxref\n%START%\n%%EOF\n",
        "ten thousand trailers": (table + trailer % (b"/Prev %START%", b"%START%")) * 2_000,
    }
    for name, tail in tails.items():
        yield Hostile(f"pdf/xref/{name}", partial(with_tail, tail), ANY)
    streams = {
        "columns of nothing": (bytes(40), b"[0 0 0]", b""),
        "columns of eight": (noise(240), b"[8 8 8]", b""),
        "columns of a thousand million": (noise(24), b"[1 1000000000 1000000000]", b""),
        "negative columns": (noise(24), b"[-1 -2 -3]", b""),
        "index of a thousand million": (noise(24), b"[1 2 1]", b"/Index [0 1000000000]"),
        "index that overflows": (noise(24), b"[1 2 1]", b"/Index [2147483647 2147483647]"),
        "previous is itself": (noise(24), b"[1 2 1]", b"/Prev 150"),
        "predictor of a thousand million columns": (
            noise(24),
            b"[1 2 1]",
            b"/DecodeParms << /Predictor 12 /Columns 1000000000 >>",
        ),
    }
    for name, (entries, columns, more) in streams.items():
        yield Hostile(f"pdf/xref stream/{name}", partial(xref_stream, entries, columns, more), ANY)
    yield Hostile(
        "pdf/xref stream/inflates to 300 MiB",
        lambda: xref_stream(b"", b"[1 2 1]").replace(zlib.compress(b""), deflated_zeros(300)),
        ANY,
    )


def _object_streams() -> Iterator[Hostile]:
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    content = b"2 0 3 %d %s %s" % (len(PAGES) + 1, PAGES, leaf)
    first = content.index(b"<<")
    heads = {
        "as it should be": (b"/N 2 /First %d" % first, WELL),
        "of two thousand million objects": (b"/N 2147483647 /First %d" % first, ANY),
        "of fewer than no objects": (b"/N -1 /First %d" % first, ANY),
        "first object outside": (b"/N 2 /First 2147483647", ANY),
        "extends itself": (b"/N 2 /First %d /Extends 4 0 R" % first, ANY),
        "length is inside itself": (b"/N 2 /First %d /Length 3 0 R" % first, ANY),
    }
    for name, (head, allowed) in heads.items():
        yield Hostile(f"pdf/object stream/{name}", partial(object_stream, content, head), allowed)
    holding_itself = b"4 0 3 %d %s %s" % (len(PAGES) + 1, PAGES, leaf)
    yield Hostile(
        "pdf/object stream/holds itself",
        partial(object_stream, holding_itself, b"/N 2 /First %d" % holding_itself.index(b"<<")),
        ANY,
    )
    yield Hostile("pdf/object stream/inflates to 400 MiB", partial(bombed_object_stream, 400), ANY)


def _page_trees() -> Iterator[Hostile]:
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    two = b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>"
    trees = {
        "its own child": (tree(b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), REFUSED),
        "its own child ten times": (tree(b"<< /Type /Pages /Kids [%s] /Count 9 >>" % (b"2 0 R " * 10)), REFUSED),
        "two nodes that hold each other": (
            tree(
                b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                o3=b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>",
            ),
            REFUSED,
        ),
        "a child that is the catalogue": (tree(b"<< /Type /Pages /Kids [1 0 R] /Count 1 >>"), ANY),
        "one page a hundred times": (
            tree(b"<< /Type /Pages /Kids [%s] /Count 100 >>" % (b"3 0 R " * 100), o3=leaf),
            ANY,
        ),
        "claims two thousand million": (tree(b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", o3=leaf), ANY),
        "claims fewer than none": (tree(b"<< /Type /Pages /Kids [3 0 R] /Count -3 >>", o3=leaf), ANY),
        "claims none": (tree(b"<< /Type /Pages /Kids [3 0 R] /Count 0 >>", o3=leaf), ANY),
        "holds none": (tree(b"<< /Type /Pages /Kids [] /Count 0 >>"), NOT_OPENED),
        "claims one and holds none": (tree(b"<< /Type /Pages /Kids [] /Count 1 >>"), REFUSED),
        "children are a number": (tree(b"<< /Type /Pages /Kids 7 /Count 1 >>"), REFUSED),
        "children are missing objects": (tree(b"<< /Type /Pages /Kids [77 0 R 78 0 R] /Count 2 >>"), REFUSED),
        "children are nulls": (tree(b"<< /Type /Pages /Kids [null null] /Count 2 >>"), REFUSED),
        "children stand in the list itself": (tree(b"<< /Type /Pages /Kids [%s] /Count 1 >>" % leaf), ANY),
        "a leaf that is its own parent": (
            tree(PAGES, o3=b"<< /Type /Page /Parent 3 0 R /Resources 3 0 R >>"),
            ANY,
        ),
        "a node among the leaves": (tree(two, o3=leaf, o4=b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), ANY),
        "page without a type": (tree(PAGES, o3=b"<< /MediaBox [0 0 595 842] >>"), ANY),
        "no page tree": (papers.raw_pdf({1: b"<< /Type /Catalog >>"}), NOT_OPENED),
        "tree is an endless reference": (papers.raw_pdf({1: CATALOGUE, 2: b"2 0 R"}), NOT_OPENED),
    }
    for name, (data, allowed) in trees.items():
        yield Hostile(f"pdf/page tree/{name}", lambda data=data: data, allowed)
    yield Hostile("pdf/page tree/21 pages", partial(wide, 21), TOO_MANY)
    yield Hostile("pdf/page tree/10,000 pages", partial(wide, 10_000), TOO_MANY)
    for levels in (100, 1_000, 20_000):
        yield Hostile(f"pdf/page tree/{levels} levels", partial(deep, levels), ANY)


def _boxes() -> Iterator[Hostile]:
    boxes = {
        "of 10 million points": (b"/MediaBox [0 0 10000000 10000000]", PAGE_SIZE),
        "of more than floats hold": (b"/MediaBox [0 0 1%s 10]" % (b"0" * 60), ANY),
        "of the widest allowed and no height": (b"/MediaBox [0 0 7200 0]", ANY),
        "one strip": (b"/MediaBox [0 0 7201 18]", PAGE_SIZE),
        "below zero": (b"/MediaBox [-9000 -9000 0 0]", PAGE_SIZE),
        "the wrong way round": (b"/MediaBox [595 842 0 0]", ANY),
        "of no area": (b"/MediaBox [5 5 5 5]", ANY),
        "of text": (b"/MediaBox [(a) (b) (c) (d)]", ANY),
        "of three numbers": (b"/MediaBox [0 0 595]", ANY),
        "of a thousand numbers": (b"/MediaBox [%s]" % (b"9 " * 1000), ANY),
        "that is itself": (b"/MediaBox 3 0 R", ANY),
        "missing": (b"", ANY),
        "with a crop far outside": (b"/MediaBox [0 0 595 842] /CropBox [9000 9000 9900 9900]", ANY),
        "with a crop of 10 million": (b"/MediaBox [0 0 595 842] /CropBox [0 0 10000000 10000000]", ANY),
        "with a tiny crop": (b"/MediaBox [0 0 595 842] /CropBox [0 0 1 1]", PAGE_SIZE),
        "turned by 45 degrees": (b"/MediaBox [0 0 595 842] /Rotate 45", ANY),
        "turned by a thousand million": (b"/MediaBox [0 0 595 842] /Rotate 1000000000000", ANY),
        "turned by itself": (b"/MediaBox [0 0 595 842] /Rotate 3 0 R", ANY),
        "unit of a million": (b"/MediaBox [0 0 595 842] /UserUnit 1000000", PAGE_SIZE),
        "unit of 1e30": (b"/MediaBox [0 0 595 842] /UserUnit 1%s" % (b"0" * 30), PAGE_SIZE),
        "unit of 400 digits": (b"/MediaBox [0 0 595 842] /UserUnit 1%s" % (b"0" * 400), REFUSED),
        "unit below zero": (b"/MediaBox [0 0 595 842] /UserUnit -5", ANY),
        "unit of nothing": (b"/MediaBox [0 0 595 842] /UserUnit 0", ANY),
        "unit of text": (b"/MediaBox [0 0 595 842] /UserUnit (ten)", ANY),
        "unit that is itself": (b"/MediaBox [0 0 595 842] /UserUnit 3 0 R", ANY),
        "unit of a hair": (b"/MediaBox [0 0 595 842] /UserUnit 0.000001", PAGE_SIZE),
    }
    for name, (box, allowed) in boxes.items():
        yield Hostile(f"pdf/page size/{name}", partial(page, box), allowed)


def _locks() -> Iterator[Hostile]:
    locked = frozenset({"ENCRYPTED"})
    either = locked | UNREADABLE
    yield Hostile("pdf/locked/user's password", partial(papers.pdf, userPassword="열쇠", ownerPassword="x"), locked)
    for strength in (40, 128):
        yield Hostile(f"pdf/locked/{strength} bits", partial(papers.pdf, userPassword="k", strength=strength), locked)
    yield Hostile("pdf/locked/owner's password only", partial(papers.pdf, userPassword="", ownerPassword="x"), WELL)
    dictionaries = {
        "by an unknown scheme": b"<< /Filter /Unknown /V 99 /R 99 >>",
        "by nothing": b"<< >>",
        "by a missing object": b"88 0 R",
        "by itself": b"1 0 R",
        "with empty keys": b"<< /Filter /Standard /V 2 /R 3 /Length 128 /O () /U () /P -1 >>",
        "with a key of a thousand million bits": b"<< /Filter /Standard /V 2 /R 3 /Length 1000000000 "
        b"/O <%s> /U <%s> /P -1 >>" % (b"41" * 32, b"42" * 32),
        "with a million-byte key": b"<< /Filter /Standard /V 5 /R 6 /Length 256 /O <%s> /U <%s> /P -1 >>"
        % (b"41" * 1_000_000, b"42" * 48),
        "by a public key": b"<< /Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5 /Recipients [(x)] >>",
    }
    one = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    for name, dictionary in dictionaries.items():
        yield Hostile(
            f"pdf/locked/{name}",
            partial(papers.raw_pdf, {1: CATALOGUE, 2: PAGES, 3: one}, b"/Encrypt %s /ID [(a) (b)]" % dictionary),
            either | WELL | TRUNCATED | {"NO_PAGE"},
        )


def _lengths_and_nesting() -> Iterator[Hostile]:
    lengths = {
        "negative": b"-5",
        "of 2 GiB": b"2147483647",
        "of itself": b"4 0 R",
        "of text": b"(x)",
        "missing": b"null",
    }
    for name, length in lengths.items():
        content = b"<< /Length %s >>\nstream\n0 0 9 9 re f\nendstream" % length
        yield Hostile(f"pdf/length/{name}", partial(papers.page_of, {4: content}), ANY)
    more = {
        "array of 100,000 levels": b"[" * 100_000 + b"]" * 100_000,
        "array of 100,000 levels that never ends": b"[" * 100_000,
        "dictionary of 50,000 levels": b"<< /A " * 50_000 + b"1" + b" >>" * 50_000,
        "string of 100,000 brackets": b"(" * 100_000 + b")" * 100_000,
        "string that never ends": b"(" + b"x" * 100_000,
        "hexadecimal that never ends": b"<" + b"41" * 50_000,
        "name of a million letters": b"/" + b"N" * 1_000_000,
        "number of 100,000 digits": b"9" * 100_000,
        "number of 100,000 signs": b"-" * 100_000 + b"1",
        "array of a million references": b"[" + b"3 0 R " * 1_000_000 + b"]",
        "comment of 3 MiB": b"1 %" + b"x" * 3_000_000,
        "a million names": b"<< " + b"".join(b"/N%d 1 " % number for number in range(100_000)) + b">>",
    }
    for name, value in more.items():
        yield Hostile(f"pdf/nesting/{name}", partial(page, more=b"/Metadata2 %s" % value), ANY)
    chain = {number: b"%d 0 R" % (number + 1) for number in range(4, 3_000)}
    objects = {1: CATALOGUE, 2: PAGES, 3: b"<< /Type /Page /Parent 2 0 R /MediaBox 4 0 R >>"} | chain
    yield Hostile("pdf/nesting/box behind 3,000 references", partial(papers.raw_pdf, objects), ANY)


def _broken() -> Iterator[Hostile]:
    good = papers.pdf(2)
    for share in range(5, 100, 10):
        yield Hostile(f"pdf/cut/at {share} %", partial(lambda share: good[: len(good) * share // 100], share), DAMAGED)
    yield Hostile("pdf/broken/header alone", lambda: b"%PDF-1.7", NOT_OPENED)
    yield Hostile("pdf/broken/header and end", lambda: b"%PDF-1.7\n%%EOF\n", NOT_OPENED)
    yield Hostile("pdf/broken/header and noise", lambda: b"%PDF-1.7\n" + noise(50_000, 1) + b"\n%%EOF\n", NOT_OPENED)
    yield Hostile("pdf/broken/header and zeros", lambda: b"%PDF-1.7\n" + bytes(1_000_000) + b"%%EOF", NOT_OPENED)
    yield Hostile("pdf/broken/ten thousand ends", lambda: good + b"%%EOF\n" * 10_000, ANY)
    yield Hostile("pdf/broken/version 9.9", lambda: good.replace(b"%PDF-1.4", b"%PDF-9.9"), ANY)
    yield Hostile("pdf/broken/a million zeros behind", lambda: good + bytes(1_000_000), ANY)
    yield Hostile("pdf/broken/said twice", lambda: good + good, ANY)
    for number in range(40):
        yield Hostile(f"pdf/mutated/{number}", partial(mutated, good, number, 4 + number), ANY)
