"""Which Debian package brings which of Tesseract's models."""

from __future__ import annotations

from collections.abc import Iterable

from services.common.errors import Misconfigured

_PACKAGES = {"Hangul": "tesseract-ocr-script-hang", "chi_sim": "tesseract-ocr-chi-sim"}


def missing(models: Iterable[str]) -> Misconfigured:
    """The error that names the packages of `models`."""
    names = sorted(models)
    packages = " ".join(_PACKAGES.get(name, f"tesseract-ocr-{name}") for name in names)
    return Misconfigured(f"Tesseract has no model {', '.join(names)}; run `make install`, or install {packages}")
