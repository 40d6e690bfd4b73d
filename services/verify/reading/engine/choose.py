"""Which engine reads. An engine is one file here, `<name>_engine.py`, saying `ENGINE = TheClass`; nothing lists it.

It is chosen by `DOCINTAKE_OCR_ENGINE=<name>`. A file that also says `ALONGSIDE = True` is a further witness: where it
is installed, its models are offered beside those of whichever engine was chosen.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from services.common.errors import Misconfigured
from services.verify.reading import engine as package
from services.verify.reading.engine.port import Engine
from services.verify.reading.engine.several import SeveralEngines

_ENDING = "_engine"


def names() -> tuple[str, ...]:
    """The names that may be chosen, in alphabetical order."""
    return tuple(name for name, module in _modules().items() if not _alongside(module))


def open_engine(name: str) -> Engine:
    """The engine `name` with the witnesses alongside. Raises Misconfigured where it does not exist or work."""
    if name not in names():
        raise Misconfigured(f"DOCINTAKE_OCR_ENGINE={name!r}: choose one of {', '.join(names())}")
    chosen: Engine = _modules()[name].ENGINE()
    if not chosen.models:
        raise Misconfigured(f"{name} has no models; run `make install`, or install tesseract-ocr-kor tesseract-ocr-eng")
    return SeveralEngines(chosen, *(module.ENGINE() for module in _modules().values() if _alongside(module)))


def _modules() -> dict[str, ModuleType]:
    """The modules of the engines by name; they import their libraries only when they are asked."""
    found = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if module.name.endswith(_ENDING))
    return {name.removesuffix(_ENDING): importlib.import_module(f"{package.__name__}.{name}") for name in found}


def _alongside(module: ModuleType) -> bool:
    return getattr(module, "ALONGSIDE", False) is True
