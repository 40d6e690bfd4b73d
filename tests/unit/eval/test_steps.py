"""CPU seconds by step: they add up, and nobody pays where nobody listens."""

import subprocess
import sys

import pytest

from services.verify.reading.steps import cpu_seconds, listen, step


def burn(seconds: float) -> None:
    end = cpu_seconds() + seconds
    while cpu_seconds() < end:
        pass


def test_steps_within_steps_add_up() -> None:
    before = cpu_seconds()
    with listen() as ledger:
        with step("outer"):
            burn(0.02)
            with step("inner"):
                burn(0.04)
            burn(0.02)
        with step("inner"):
            burn(0.02)
    whole = cpu_seconds() - before
    assert ledger.seconds["outer"] == pytest.approx(0.04, abs=0.015)
    assert ledger.seconds["inner"] == pytest.approx(0.06, abs=0.015)
    assert sum(ledger.seconds.values()) <= whole


def test_children_that_were_waited_for_count() -> None:
    with listen() as ledger, step("child"):
        subprocess.run([sys.executable, "-c", "sum(range(3_000_000))"], check=True)
    own = ledger.seconds["child"]
    assert own > 0.02


def test_a_step_that_fails_ends_all_the_same() -> None:
    with listen() as ledger:
        with pytest.raises(ValueError, match="broken"), step("failing"):
            raise ValueError("broken")
        with step("next"):
            burn(0.01)
    assert set(ledger.seconds) == {"failing", "next"}
    assert ledger.seconds["failing"] < 0.01


def test_nobody_hears_what_happens_outside() -> None:
    with listen() as ledger:
        pass
    with step("unheard"):
        burn(0.001)
    assert ledger.seconds == {}
