"""Tesseract inside the process through tesserocr: a model is loaded once, and a crop costs no start. An extra.

`pip install .[tesserocr]` and `DOCINTAKE_OCR_ENGINE=tesserocr` choose it. The wheel brings its own, newer Tesseract;
the models are those of the Debian packages. The only module that knows tesserocr.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from functools import cached_property
from glob import glob
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from services.common.errors import Misconfigured, Retryable
from services.verify.reading.engine.crops import inked
from services.verify.reading.engine.packages import missing
from services.verify.reading.engine.port import Seen
from services.verify.reading.engine.tsv import seen_by_page
from services.verify.reading.picture import Gray

_DPI = 300
_FOLDERS = ("/usr/share/tesseract-ocr/*/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata")
"""Where Debian, other systems and a built Tesseract keep models; TESSDATA_PREFIX goes before them."""
_VARIABLES = {
    "textord_tabfind_vertical_text": "0",
    "tessedit_do_invert": "0",  # crops are dark on white already
    "debug_file": os.devnull,  # the library writes about the picture to standard error otherwise
}


class TesserocrEngine:
    """Reads crops with Tesseract loaded into this process. Not for several threads at once."""

    def __init__(self, *, timeout: float = 60.0, folder: Path | None = None) -> None:
        """`timeout` in seconds for the crops of one call; `folder` holds the models (where Debian has them if None)."""
        if find_spec("tesserocr") is None:
            raise Misconfigured(
                "DOCINTAKE_OCR_ENGINE=tesserocr: the package tesserocr is not installed; run `pip install .[tesserocr]`"
            )
        self._timeout = timeout
        self._folder = folder
        self._loaded: dict[str, Any] = {}
        os.environ["OMP_THREAD_LIMIT"] = "1"  # two processes on two cores beat two threads in each

    @cached_property
    def version(self) -> str:
        """`tesseract 5.5.4 (tesserocr)`."""
        import tesserocr

        return f"{tesserocr.tesseract_version().splitlines()[0].strip()} (tesserocr)"

    @cached_property
    def models(self) -> frozenset[str]:
        """Models that lie in the folder."""
        folder = self._models_folder
        return frozenset(file.stem for file in folder.glob("*.traineddata")) if folder else frozenset()

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        """See the port."""
        if not crops:
            return []
        if unknown := set(model.split("+")) - self.models:
            raise missing(unknown)
        asked = inked(crops)
        answers = [Seen()] * len(crops)
        end = time.monotonic() + self._timeout
        for index in asked:
            answers[index] = self._read_one(crops[index], model, end)
        return answers

    def _read_one(self, crop: Gray, model: str, end: float) -> Seen:
        left = int(1000 * (end - time.monotonic()))
        if left <= 0:
            raise Retryable(f"tesseract did not finish reading with {model} in {self._timeout} s")
        height, width = crop.shape
        api = self._api(model)
        api.SetImageBytes(crop.tobytes(), width, height, 1, width)
        api.SetSourceResolution(_DPI)
        if not api.Recognize(left):
            raise Retryable(f"tesseract failed, or did not finish reading with {model} in {self._timeout} s")
        seen = seen_by_page(api.GetTSVText(0), 1)[0]
        api.Clear()
        return seen

    def _api(self, model: str) -> Any:
        if model not in self._loaded:
            import tesserocr

            try:
                self._loaded[model] = tesserocr.PyTessBaseAPI(
                    path=f"{self._models_folder}/",
                    lang=model,
                    oem=tesserocr.OEM.LSTM_ONLY,
                    psm=tesserocr.PSM.SINGLE_LINE,
                    variables=_VARIABLES,
                )
            except RuntimeError as error:
                raise Misconfigured(
                    f"Tesseract cannot load the model {model} of {self._models_folder}; install it again"
                ) from error
        return self._loaded[model]

    @cached_property
    def _models_folder(self) -> Path | None:
        if self._folder is not None:
            return self._folder
        told = [os.environ[name] for name in ("TESSDATA_PREFIX",) if os.environ.get(name)]
        found = [folder for pattern in _FOLDERS for folder in sorted(glob(pattern), reverse=True)]
        return next((Path(folder) for folder in (*told, *found) if glob(f"{folder}/*.traineddata")), None)


ENGINE = TesserocrEngine
