"""An engine whose every model is a step of its own."""

from __future__ import annotations

from collections.abc import Sequence

from services.verify.reading.engine.port import Engine, Seen
from services.verify.reading.picture import Gray
from services.verify.reading.steps import step


class TimedEngine:
    """`engine`, its readings counted as `model kor`, `model eng` …"""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def version(self) -> str:
        """See the port."""
        return self._engine.version

    @property
    def models(self) -> frozenset[str]:
        """See the port."""
        return self._engine.models

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        """See the port."""
        with step(f"model {model}"):
            return self._engine.read(crops, model)
