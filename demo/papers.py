"""The files that the cast uploads: papers drawn, worn and encoded, and some that are no papers at all."""

from __future__ import annotations

import specimens
from demo.casting import Applicant, Paper
from specimens import hostile

NO_PAPERS = {"text-as-png": hostile.text_named_png, "bomb": hostile.bomb_png}
ENDINGS = {
    "scan-pdf": "pdf",
    "encrypted-pdf": "pdf",
    "jpeg": "jpg",
    "jpeg150": "jpg",
    "text-as-png": "png",
    "bomb": "png",
}


def file_name(paper: Paper) -> str:
    """What the applicant called the file; nobody believes it."""
    stem, dot, _ = paper.name.partition(".")
    return paper.name if dot else f"{stem}.{ENDINGS.get(paper.file, paper.file)}"


def make(applicant: Applicant, paper: Paper) -> bytes:
    """The bytes of `paper`: the same for the same cast."""
    if paper.draw is None:
        return NO_PAPERS[paper.file]()
    specimen = specimens.draw(paper.draw, applicant.printed(paper), seed=paper.seed, layout=paper.layout)
    if paper.file == "pdf":
        return specimen.pdf()
    pages = [specimens.degrade(page, paper.wear, paper.seed) for page in specimen.pages]
    return specimens.encode(pages, paper.file, paper.seed)
