"""How large a file, a page and a document may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class LimitSettings(Protocol):
    """The settings that limits are made of (`services.common.settings`, which a pure module does not import)."""

    @property
    def max_file_bytes(self) -> int: ...
    @property
    def max_pages(self) -> int: ...
    @property
    def max_pixels(self) -> int: ...
    @property
    def max_side(self) -> int: ...
    @property
    def max_pdf_points(self) -> int: ...
    @property
    def admission_seconds(self) -> float: ...
    @property
    def admission_memory_mib(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of admission; each is a setting."""

    file_bytes: int
    """Largest file."""
    pages: int
    """Most pages of one document, over all its files."""
    pixels: int
    """Most pixels of one picture, whether it is a page or lies on a PDF page."""
    side: int
    """Longest side of a picture in pixels."""
    pdf_points: int
    """Longest side of a PDF page in points (1/72 inch)."""
    seconds: float
    """Wall-clock limit of inspecting one file; its processor time is limited to the same."""
    memory_bytes: int
    """Address space of the inspecting child."""

    @classmethod
    def of(cls, settings: LimitSettings) -> Limits:
        """The limits as set."""
        return cls(
            file_bytes=settings.max_file_bytes,
            pages=settings.max_pages,
            pixels=settings.max_pixels,
            side=settings.max_side,
            pdf_points=settings.max_pdf_points,
            seconds=settings.admission_seconds,
            memory_bytes=settings.admission_memory_mib * 1024 * 1024,
        )


MIN_PDF_POINTS = 18.0
"""Shortest side of a PDF page: a quarter of an inch holds no paper that a person could read."""
