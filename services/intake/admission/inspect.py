"""What the child does with one file: look, measure, decode, and say what it is."""

from __future__ import annotations

from services.intake.admission import decide
from services.intake.admission.decide import Verdict
from services.intake.admission.kinds import Kind, kind_of
from services.intake.admission.limits import Limits
from services.intake.admission.pdfs import inspect_pdf
from services.intake.admission.pictures import inspect_picture
from services.intake.admission.refusals import Refusal


def inspect(data: bytes, limits: Limits) -> Verdict:
    """The verdict on the file `data`. May crash, hang or raise MemoryError: call it only in the confined child."""
    kind = decide.on_sight(len(data), kind_of(data), limits)
    if isinstance(kind, Refusal):
        return kind
    return inspect_pdf(data, limits) if kind is Kind.PDF else inspect_picture(data, kind, limits)
