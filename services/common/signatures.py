"""What a file's first bytes say where two services must agree: admission, and the reader of what was admitted. Pure."""

from __future__ import annotations

PDF_HEADER = b"%PDF-"
PDF_HEADER_WITHIN = 1024
"""Bytes in which a PDF may begin: mail gateways and scanners write lines of their own before it."""
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def is_pdf(data: bytes) -> bool:
    """Whether `data` is to be opened as a PDF: its header stands near the start, and no picture begins there."""
    return PDF_HEADER in data[:PDF_HEADER_WITHIN] and not data.startswith(_PICTURES) and data[4:8] != b"ftyp"
