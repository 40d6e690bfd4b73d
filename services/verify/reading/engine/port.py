"""The port of an OCR engine: read these line pictures with this model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from services.verify.reading.picture import Gray


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the engine saw it."""

    text: str
    """Its characters, without spaces."""
    left: int
    """Left edge in pixels of the crop that was given."""
    right: int
    """Right edge in pixels of the crop."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one model saw in one crop; empty where it saw nothing."""

    words: tuple[Word, ...] = ()
    """Left to right."""

    @property
    def text(self) -> str:
        """The words with single spaces between."""
        return " ".join(word.text for word in self.words)


class Engine(Protocol):
    """Reads crops that each hold one line of dark text on white."""

    @property
    def version(self) -> str:
        """Engine and version, for lineage."""
        ...

    @property
    def models(self) -> frozenset[str]:
        """Names of the installed models, such as `kor`, `eng`, `Hangul`, `chi_sim`."""
        ...

    def read(self, crops: Sequence[Gray], model: str) -> list[Seen]:
        """One `Seen` for each crop, in order. `model` is a name of `models`, or several joined by `+`.

        Raises Retryable where the engine fails or runs out of time, Misconfigured where it or the model is missing.
        """
        ...
