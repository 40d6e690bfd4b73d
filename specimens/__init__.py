"""The papers that docintake reads, drawn with ground truth, and what scanners, phones and years do to them.

`draw` a paper, `degrade` its pages, `encode` them as a file; `values` invents what stands on it. Everything follows
from its seed. For tests, evaluation and the demo only: services never import this package, and it imports no service.
"""

from __future__ import annotations

from specimens.degradation import HARD, ORDINARY, UNREADABLE, Worn, degrade, wear
from specimens.degradation import KINDS as DEGRADATIONS
from specimens.encoding import FORMATS, encode, mixed_pdf
from specimens.registry import LATER, claim_of, draw, is_sealed, layouts_of, papers, series_of, values
from specimens.sheet import Truth
from specimens.specimen import Specimen

__all__ = [
    "DEGRADATIONS",
    "FORMATS",
    "HARD",
    "LATER",
    "ORDINARY",
    "UNREADABLE",
    "Specimen",
    "Truth",
    "Worn",
    "claim_of",
    "degrade",
    "draw",
    "encode",
    "is_sealed",
    "layouts_of",
    "mixed_pdf",
    "papers",
    "series_of",
    "values",
    "wear",
]
