"""A case becomes a paper with ground truth, and the file that somebody would upload."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import specimens
from eval.plan import Case
from eval.wears import DIGITAL, file_form

_ONE_PICTURE = ("png", "jpeg", "heic")
_A4 = {210, 297}


@dataclass(frozen=True)
class Made:
    """One upload and what stands on it."""

    values: Mapping[str, Any]
    """What a person would declare from it."""
    specimen: specimens.Specimen
    """The paper with its ground truth."""
    form: str
    """`pdf` or one of `specimens.FORMATS`."""
    files: tuple[bytes, ...]
    """The upload; one file a page where the format holds one picture only."""

    @property
    def a4(self) -> bool:
        """Whether every page is a sheet of A4."""
        return all({round(sheet.width), round(sheet.height)} == _A4 for sheet in self.specimen.sheets)


def make(case: Case) -> Made:
    """Draw, wear and encode the paper of `case`."""
    values = specimens.values(case.paper, case.seed)
    specimen = specimens.draw(case.paper, values, seed=case.seed, layout=case.layout)
    form = file_form(case.wear, len(specimen.sheets), Random(f"form/{case.seed}"))
    if case.wear == DIGITAL:
        return Made(values, specimen, form, (specimen.pdf(),))
    pages = [specimens.degrade(page, case.wear, case.seed + number) for number, page in enumerate(specimen.pages)]
    parts = [[page] for page in pages] if form in _ONE_PICTURE else [pages]
    files = tuple(specimens.encode(part, form, case.seed) for part in parts)
    return Made(values, specimen, form, files)
