"""The decisions of admission: what was seen of a file, against the limits. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.intake.admission import refusals
from services.intake.admission.kinds import Foreign, Kind
from services.intake.admission.limits import MIN_PDF_POINTS, Limits
from services.intake.admission.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that may come in."""

    kind: Kind
    """What it is."""
    pages: int
    """How many pages (PDF) or frames (pictures) it holds."""


Verdict = Admitted | Refusal


def on_sight(size: int, kind: Kind | Foreign, limits: Limits) -> Kind | Refusal:
    """What can be said before anything is opened: the admitted kind, or why it is refused."""
    if size == 0:
        return refusals.empty()
    if size > limits.file_bytes:
        return refusals.too_large(size, limits.file_bytes)
    if isinstance(kind, Foreign):
        return refusals.unsupported(kind)
    return kind


def on_picture(width: int, height: int, limits: Limits) -> Refusal | None:
    """A picture's size in pixels, read from its header before it is decoded."""
    if width > limits.side or height > limits.side or width * height > limits.pixels:
        return refusals.image_too_large(width, height, limits.pixels, limits.side)
    return None


def on_page_counts(counts: Sequence[int], limits: Limits) -> Refusal | None:
    """The page counts of independent PDF parsers: a file that they see differently hides something."""
    if max(counts) > limits.pages:
        return refusals.too_many_pages(max(counts), limits.pages)
    if len(set(counts)) > 1:
        listed = ", ".join(str(count) for count in counts)
        return refusals.unreadable(
            "PDF",
            f"쪽수를 두 가지 방법으로 세면 서로 다릅니다({listed})",
            f"two ways of counting its pages differ ({listed})",
        )
    return refusals.no_page() if max(counts) == 0 else None


def on_document(pages: int, limits: Limits) -> Refusal | None:
    """The pages of all files of one document together."""
    return refusals.too_many_pages(pages, limits.pages) if pages > limits.pages else None


def on_page_size(page: int, width: float, height: float, limits: Limits) -> Refusal | None:
    """The size of PDF page `page` (from 1) in points."""
    inside = MIN_PDF_POINTS <= width <= limits.pdf_points and MIN_PDF_POINTS <= height <= limits.pdf_points
    return None if inside else refusals.page_size(page, width, height, MIN_PDF_POINTS, limits.pdf_points)
