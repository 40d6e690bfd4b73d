"""The default engine: Tesseract's command line through pytesseract. The only module that knows pytesseract.

A call costs 0.04–0.12 s before the first letter, so all crops of one model go into one call: each crop is a file
written by this module, and a list of these files is what Tesseract reads, one page a crop. Nothing that was uploaded
ever reaches Tesseract as a path.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import pytesseract

from services.common.errors import Misconfigured, Retryable
from services.verify.reading.engine.crops import inked
from services.verify.reading.engine.packages import missing
from services.verify.reading.engine.port import Seen
from services.verify.reading.engine.renamed_letters import rename, renamed_folder, with_letters
from services.verify.reading.engine.tsv import seen_by_page
from services.verify.reading.picture import Gray

_CONFIG = "--oem 1 --psm 7 --dpi 300 -c textord_tabfind_vertical_text=0 -c tessedit_do_invert=0"
"""Crops are dark on white already: without inverting, a doubtful word is not read a second time."""
_TUNABLES, _LARGE_PAGES = "GLIBC_TUNABLES", "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=8388608"
"""Memory in pages of 2 MiB, 8 at a time: a call lasts so short that most of its system time is new pages of 4 KiB."""


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
        return frozenset(line.strip() for line in self._listing[1:] if line.strip())

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        """See the port."""
        if not crops:
            return []
        if unknown := set(model.split("+")) - self.models:
            raise missing(unknown)
        asked = inked(crops)
        answers = [Seen()] * len(crops)
        if asked:
            with TemporaryDirectory(prefix="docintake-crops-", dir=self._scratch) as folder:
                table = self._run(_write_crops(Path(folder), [crops[index] for index in asked]), model)
            for index, seen in zip(asked, seen_by_page(with_letters(table), len(asked)), strict=True):
                answers[index] = seen
        return answers

    def _run(self, listing: Path, model: str) -> str:
        folder = self._renamed(model)
        config = f"{_CONFIG} --tessdata-dir {folder}" if folder else _CONFIG
        try:
            with _large_pages():
                table = pytesseract.image_to_data(
                    str(listing),
                    lang=model,
                    config=config,
                    timeout=self._timeout,
                    output_type=pytesseract.Output.STRING,
                )
        except pytesseract.TesseractNotFoundError as error:
            raise _not_found() from error
        except pytesseract.TesseractError as error:
            raise Retryable(f"tesseract failed with status {error.status} reading with {model}") from error
        except RuntimeError as error:
            raise Retryable(f"tesseract did not finish reading with {model} in {self._timeout} s") from error
        return str(table)

    def _renamed(self, model: str) -> Path | None:
        """The folder with renamed copies of all parts of `model`; None where Tesseract's own must do."""
        if self._copies is None:
            return None
        source, folder = self._copies
        try:
            for part in model.split("+"):
                copy = folder / f"{part}.traineddata"
                if not copy.is_file() and not rename(source / copy.name, copy):
                    return None
        except OSError:
            return None
        return folder

    @cached_property
    def _copies(self) -> tuple[Path, Path] | None:
        """Tesseract's own folder of models, and that of the renamed copies."""
        told = re.search(r'"(.+)"', self._listing[0]) if self._listing else None
        try:
            source = Path(told[1]) if told else None
            folder = renamed_folder(source) if source else None
        except OSError:
            return None
        return (source, folder) if source and folder and " " not in str(folder) else None

    @cached_property
    def _listing(self) -> list[str]:
        # pytesseract.get_languages() leaves out every name with a capital, such as Hangul.
        command = [pytesseract.pytesseract.tesseract_cmd, "--list-langs"]
        try:
            told = subprocess.run(command, capture_output=True, text=True, timeout=self._timeout, check=True).stdout  # noqa: S603 - fixed arguments
        except FileNotFoundError as error:
            raise _not_found() from error
        except subprocess.SubprocessError as error:
            raise Retryable("tesseract could not list its models") from error
        return told.splitlines()


ENGINE = PytesseractEngine


@contextmanager
def _large_pages() -> Iterator[None]:
    """What starts within has large pages, unless somebody tuned memory otherwise; this process goes on without."""
    if _TUNABLES in os.environ:
        yield
        return
    os.environ[_TUNABLES] = _LARGE_PAGES
    try:
        yield
    finally:
        os.environ.pop(_TUNABLES, None)


def _write_crops(folder: Path, crops: Sequence[Gray]) -> Path:
    paths = []
    for index, crop in enumerate(crops):
        height, width = crop.shape
        path = folder / f"{index:04d}.pgm"
        path.write_bytes(b"P5 %d %d 255\n" % (width, height) + crop.tobytes())
        paths.append(str(path))
    listing = folder / "crops.txt"
    listing.write_text("\n".join(paths) + "\n", encoding="utf-8")
    return listing


def _not_found() -> Misconfigured:
    return Misconfigured("the command `tesseract` is not installed; run `make install`, or install tesseract-ocr")
