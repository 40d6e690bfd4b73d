"""Section scores that add up to a total, in the steps and ranges of a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

from specimens.filling import Filling


def fill(
    filling: Filling,
    tops: Mapping[str, int],
    share: Callable[[], float],
    *,
    step: str = "1",
    least: Mapping[str, int] | None = None,
    lean: float = 0.05,
) -> None:
    """Fill `sections.*` and `score`: what is given stays, the rest is invented so that the sections add up.

    `tops` and `least` are the ends of each section's range in the order of the paper, `step` the grid of all of them,
    `share` the part of all points that a plausible applicant has (0–1), `lean` how far sections differ from it.
    """
    unit = Decimal(step)
    given = {name: _points(filling.values.get(f"sections.{name}"), unit) for name in tops}
    bounds = {name: (int((least or {}).get(name, 0) / unit), int(top / unit)) for name, top in tops.items()}
    total = _points(filling.values.get("score"), unit)
    if total is None:
        whole = sum(high for _, high in bounds.values())
        total = min(whole, max(sum(low for low, _ in bounds.values()), round(whole * share())))
    known = {name: points for name, points in given.items() if points is not None}
    points = known | _divide(
        filling, {n: b for n, b in bounds.items() if n not in known}, total - sum(known.values()), lean
    )
    for name in tops:
        filling.take(f"sections.{name}", partial(plain, points[name] * unit))
    filling.take("score", lambda: plain(sum(points.values()) * unit))


def _divide(filling: Filling, bounds: Mapping[str, tuple[int, int]], total: int, lean: float) -> dict[str, int]:
    """`total` over sections, each within its bounds; as near as they allow."""
    rng = filling.rng
    whole = sum(high for _, high in bounds.values())
    points = {
        name: min(high, max(low, round(total * high / whole + rng.gauss(0, lean * high))))
        for name, (low, high) in bounds.items()
    }
    while (rest := total - sum(points.values())) != 0:
        step = 1 if rest > 0 else -1
        movable = [name for name, (low, high) in bounds.items() if low <= points[name] + step <= high]
        if not movable:
            break
        points[rng.choice(movable)] += step
    return points


def _points(given: object, unit: Decimal) -> int | None:
    return None if given is None else int(Decimal(str(given)) / unit)


def plain(points: Decimal) -> str:
    """`18.5`, `20`: without trailing zeros."""
    text = f"{points:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def comma(decimals: int) -> Callable[[str], str]:
    """Print as French and Spanish papers do: `18,50`."""
    return lambda points: f"{Decimal(points):.{decimals}f}".replace(".", ",")
