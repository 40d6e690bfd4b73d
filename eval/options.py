"""What a run is asked for."""

from __future__ import annotations

import argparse
import os
import secrets
from collections.abc import Sequence

import specimens
from eval.plan import Scope


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The options of `python -m eval`."""
    parser = argparse.ArgumentParser(
        prog="python -m eval", description="Measures reading and judging on papers drawn anew."
    )
    parser.add_argument("--seed", type=int, help="what everything is drawn from; a fresh one is drawn where not given")
    parser.add_argument("--quick", action="store_true", help="a small sample against the floors of eval/floors.toml")
    parser.add_argument("--kinds", type=_names, default=(), help="kinds of paper, with commas (all)")
    parser.add_argument("--wears", type=_names, default=(), help="`digital` or degradations, with commas (all)")
    parser.add_argument(
        "--layouts", choices=("seen", "sealed", "all", *specimens.LATER), default="all", help="which layouts (all)"
    )
    parser.add_argument(
        "--per-layout", type=int, default=3, help="papers a layout, wears in turn; 0: one of every wear (3)"
    )
    parser.add_argument("--papers", type=int, default=0, help="at most so many papers in all, by chance (no limit)")
    parser.add_argument("--near-misses", type=int, default=60, help="near-miss declarations a paper at most (60)")
    parser.add_argument("--no-baseline", action="store_true", help="leave whole-page pytesseract out: half the time")
    parser.add_argument("--engine", default=os.environ.get("DOCINTAKE_OCR_ENGINE") or "pytesseract", help="OCR engine")
    parser.add_argument("--workers", type=int, default=2, help="processes that read at once (2)")
    parser.add_argument(
        "--open-sealed", action="store_true", help="show failures on sealed layouts: they are spent by that"
    )
    parser.add_argument(
        "--memory", type=int, metavar="N", help="instead: read N pages in one process, print its memory"
    )
    parser.add_argument(
        "--processes", type=int, metavar="N", help="instead: N papers with one process and with two, print the ratio"
    )
    options = parser.parse_args(arguments)
    if options.seed is None:
        options.seed = secrets.randbelow(10**8)
    return options


def scope(options: argparse.Namespace) -> Scope:
    """What of all that could be drawn is wanted."""
    return Scope(options.kinds, options.layouts, options.per_layout, options.papers, options.wears)


def again(options: argparse.Namespace) -> str:
    """The arguments that repeat this very run."""
    told = [f"--seed {options.seed}"]
    told += ["--quick"] if options.quick else []
    told += [f"--{name} {','.join(getattr(options, name))}" for name in ("kinds", "wears") if getattr(options, name)]
    for name, usual in (("layouts", "all"), ("per_layout", 3), ("papers", 0), ("near_misses", 60)):
        if getattr(options, name) != usual:
            told.append(f"--{name.replace('_', '-')} {getattr(options, name)}")
    told += ["--no-baseline"] if options.no_baseline else []
    return " ".join([*told, f"--engine {options.engine}"])


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
