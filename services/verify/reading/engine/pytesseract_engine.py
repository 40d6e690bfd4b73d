"""The default engine: Tesseract's command line through pytesseract. The only module that knows pytesseract.

A call costs 0.04–0.12 s before the first letter, so all crops of one model go into one call: each crop is a file
written by this module, and a list of these files is what Tesseract reads, one page a crop. Nothing that was uploaded
ever reaches Tesseract as a path.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import pytesseract

from services.common.errors import Misconfigured, Retryable
from services.verify.reading.engine.port import Seen, Word
from services.verify.reading.picture import Gray

_CONFIG = "--oem 1 --psm 7 --dpi 300 -c textord_tabfind_vertical_text=0"
_PACKAGES = {
    "kor": "tesseract-ocr-kor",
    "eng": "tesseract-ocr-eng",
    "Hangul": "tesseract-ocr-script-hang",
    "chi_sim": "tesseract-ocr-chi-sim",
}
_TSV_PAGE, _TSV_LEFT, _TSV_WIDTH, _TSV_TEXT, _TSV_COLUMNS = 1, 6, 8, 11, 12
_SMALLEST = 8
_PAPER = 200
"""A crop in which nothing is darker is empty."""


class PytesseractEngine:
    """Reads crops with the installed `tesseract` command."""

    def __init__(self, *, timeout: float = 60.0, scratch: Path | None = None) -> None:
        """`timeout` in seconds for one call; `scratch` is where crops lie while it runs (the system's if None)."""
        self._timeout = timeout
        self._scratch = scratch
        os.environ["OMP_THREAD_LIMIT"] = "1"  # two processes on two cores beat two threads in each

    @cached_property
    def version(self) -> str:
        """`tesseract 5.3.0`."""
        try:
            return f"tesseract {pytesseract.get_tesseract_version()}"
        except (pytesseract.TesseractNotFoundError, SystemExit) as error:
            raise _not_found() from error

    @cached_property
    def models(self) -> frozenset[str]:
        """Models that `tesseract --list-langs` names."""
        # pytesseract.get_languages() leaves out every name with a capital, such as Hangul.
        command = [pytesseract.pytesseract.tesseract_cmd, "--list-langs"]
        try:
            listing = subprocess.run(command, capture_output=True, text=True, timeout=self._timeout, check=True).stdout  # noqa: S603 - fixed arguments
        except FileNotFoundError as error:
            raise _not_found() from error
        except subprocess.SubprocessError as error:
            raise Retryable("tesseract could not list its models") from error
        return frozenset(line.strip() for line in listing.splitlines()[1:] if line.strip())

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        """See the port."""
        if not crops:
            return []
        if missing := set(model.split("+")) - self.models:
            raise Misconfigured(_missing_model(sorted(missing)))
        inked = [index for index, crop in enumerate(crops) if crop.size and crop.min() < _PAPER]
        answers = [Seen()] * len(crops)  # Tesseract sees letters even on pure white
        if inked:
            with TemporaryDirectory(prefix="docintake-crops-", dir=self._scratch) as folder:
                table = self._run(_write_crops(Path(folder), [crops[index] for index in inked]), model)
            for index, seen in zip(inked, _by_crop(table, len(inked)), strict=True):
                answers[index] = seen
        return answers

    def _run(self, listing: Path, model: str) -> str:
        try:
            table = pytesseract.image_to_data(
                str(listing), lang=model, config=_CONFIG, timeout=self._timeout, output_type=pytesseract.Output.STRING
            )
        except pytesseract.TesseractNotFoundError as error:
            raise _not_found() from error
        except pytesseract.TesseractError as error:
            raise Retryable(f"tesseract failed with status {error.status} reading with {model}") from error
        except RuntimeError as error:
            raise Retryable(f"tesseract did not finish reading with {model} in {self._timeout} s") from error
        return str(table)


def _write_crops(folder: Path, crops: Sequence[Gray]) -> Path:
    paths = []
    for index, crop in enumerate(crops):
        height, width = crop.shape
        if height < _SMALLEST or width < _SMALLEST:
            raise ValueError(f"crop {index} is {width}x{height} pixels; at least {_SMALLEST} a side are needed")
        path = folder / f"{index:04d}.pgm"
        path.write_bytes(b"P5 %d %d 255\n" % (width, height) + crop.tobytes())
        paths.append(str(path))
    listing = folder / "crops.txt"
    listing.write_text("\n".join(paths) + "\n", encoding="utf-8")
    return listing


def _by_crop(table: str, count: int) -> list[Seen]:
    words: list[list[Word]] = [[] for _ in range(count)]
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) < _TSV_COLUMNS or not cells[_TSV_TEXT].strip():
            continue
        left = int(cells[_TSV_LEFT])
        word = Word(cells[_TSV_TEXT].strip(), left, left + int(cells[_TSV_WIDTH]))
        words[int(cells[_TSV_PAGE]) - 1].append(word)
    return [Seen(tuple(found)) for found in words]


def _not_found() -> Misconfigured:
    return Misconfigured(
        "the command `tesseract` is not installed; install the package tesseract-ocr, or run `make setup`"
    )


def _missing_model(models: Sequence[str]) -> str:
    packages = ", ".join(_PACKAGES.get(model, f"tesseract-ocr-{model}") for model in models)
    return f"Tesseract has no model {', '.join(models)}; install {packages}"
