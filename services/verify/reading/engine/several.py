"""Several engines as one: each model is read by the engine that has it."""

from __future__ import annotations

from collections.abc import Sequence

from services.common.errors import Misconfigured
from services.verify.reading.engine.port import Engine, Seen
from services.verify.reading.picture import Gray


class SeveralEngines:
    """Engines of different kinds behind one port; where two have a model, the first reads it."""

    def __init__(self, *engines: Engine) -> None:
        self._engines = engines

    @property
    def version(self) -> str:
        """The versions of all that have a model."""
        return ", ".join(engine.version for engine in self._engines if engine.models)

    @property
    def models(self) -> frozenset[str]:
        """The models of all."""
        return frozenset().union(*(engine.models for engine in self._engines))

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        """See the port."""
        wanted = set(model.split("+"))
        for engine in self._engines:
            if wanted <= engine.models:
                return engine.read(crops, model)
        raise Misconfigured(f"no engine has the model {model!r}; installed are {', '.join(sorted(self.models))}")
