"""Fuzz for longer: so many cases over all targets, or until the minutes are over; then a table.

    python -m tests.fuzz [--cases 100000] [--minutes 15] [--seed N] [--only NAME] [--no-files]

Every hostile file goes through admission first. Exit status 1 where anything untyped was found; the smallest case that
provokes it is printed.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import time
import traceback
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.targets import HELD, TARGETS, Target
from tests.hostile.__main__ import main as hostile_main

BATCH = 500


class _TimeIsOver(BaseException):
    """No error of what is fuzzed."""


def main() -> int:
    """0 where nothing untyped was found."""
    options = _options()
    print(f"seed {options.seed}")
    failed = 0 if options.no_files else hostile_main("")
    ends = time.monotonic() + 60 * options.minutes
    rows = []
    chosen = [target for target in TARGETS if options.only in (None, target.name)]
    for place, target in enumerate(chosen):
        share = target.share / sum(one.share for one in chosen)
        began = time.monotonic()
        until = began + (ends - began) / (len(chosen) - place)  # none takes the time of those that follow
        tried, found = _fuzz(target, int(options.cases * share), options.seed, until)
        rows.append((target.name, tried, len(found), time.monotonic() - began))
        print(f"{target.name:<16} {tried:>8} cases {len(found):>3} untyped {rows[-1][3]:7.1f} s", flush=True)
        print(*found, sep="\n")
    HELD.close()
    untyped = sum(row[2] for row in rows)
    print(f"\n{sum(row[1] for row in rows)} cases, {untyped} untyped errors")
    return 1 if untyped or failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**9))
    parser.add_argument("--only", choices=[target.name for target in TARGETS])
    parser.add_argument("--no-files", action="store_true")
    return parser.parse_args()


def _fuzz(target: Target, cases: int, start: int, ends: float) -> tuple[int, list[str]]:
    """How many cases were thrown, and what was found: one text a kind of error."""
    tried = 0
    found: dict[str, str] = {}
    for number in range(-(-cases // BATCH)):

        @seed(start + number)
        @settings(
            max_examples=min(BATCH, cases - number * BATCH),
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
            report_multiple_bugs=False,
        )
        @given(target.cases)
        def throw(case: Any) -> None:
            nonlocal tried
            tried += 1
            if time.monotonic() > ends:
                raise _TimeIsOver
            target.run(case)

        try:
            throw()
        except _TimeIsOver:
            break
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            where = f"{type(error).__name__} at {frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}"
            found.setdefault(where, f"{where}\n{''.join(traceback.format_exception(error))[-1500:]}")
    return tried, list(found.values())


if __name__ == "__main__":
    sys.exit(main())
