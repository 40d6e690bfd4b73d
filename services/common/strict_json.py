"""JSON read strictly: one value a key, no NaN, no number that a float cannot hold. Pure."""

from __future__ import annotations

import json
import math
from typing import Any, Never


class DuplicateKey(ValueError):
    """The same key stands twice in one object."""

    def __init__(self, path: str) -> None:
        super().__init__("duplicate key")
        self.path = path
        """Where: `claims[0].score`; the key may be personal."""


def read_json(text: str) -> Any:
    """The value in `text`.

    Raises json.JSONDecodeError where it is not JSON, DuplicateKey, ValueError for NaN and numbers out of range,
    RecursionError where it nests too deep.
    """
    doubled = False

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        result = dict(found)
        if len(result) < len(found):
            doubled = True
            return _pairs(found)
        return result

    value = json.loads(text, object_pairs_hook=pairs, parse_float=_finite, parse_constant=_no_constant)
    if doubled and (path := _first_duplicate(value)) is not None:
        raise DuplicateKey(path)
    return value


class _Doubled(dict[str, Any]):
    """An object in which a key stood twice; the hook does not know where in the whole it is."""

    key = ""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    doubled, seen = _Doubled(result), set[str]()
    for key, _ in pairs:
        if key in seen:
            doubled.key = key
            break
        seen.add(key)
    return doubled


def _first_duplicate(value: Any) -> str | None:
    """The path of the first doubled key, in the order of the text."""
    waiting: list[tuple[str, Any]] = [("", value)]
    while waiting:
        path, item = waiting.pop()
        if isinstance(item, _Doubled):
            return f"{path}.{item.key}".lstrip(".")
        if isinstance(item, dict):
            waiting += [(f"{path}.{key}".lstrip("."), inner) for key, inner in reversed(item.items())]
        elif isinstance(item, list):
            waiting += [(f"{path}[{index}]", inner) for index, inner in reversed(list(enumerate(item)))]
    return None


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


def _no_constant(name: str) -> Never:
    raise ValueError(f"{name} is not JSON")
