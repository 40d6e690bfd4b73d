"""The table of what became of all hostile files, at the end of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from services.intake.admission.child import Admission
from tests.hostile import trial
from tests.unit.intake.conftest import desk  # noqa: F401 # a fixture


@pytest.fixture(scope="module")
def admission() -> Iterator[Admission]:
    with trial.admission() as running:
        yield running


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tried, refused by code, admitted, over limits, parent crashes; from the reports of all processes of the run."""
    codes: Counter[str] = Counter()
    over = crashes = 0
    for outcome in ("passed", "failed", "error"):
        for report in terminalreporter.getreports(outcome):
            told = dict(getattr(report, "user_properties", ()))
            if "hostile" in told:
                codes[told["hostile"]] += 1
                over += bool(told["over"])
            crashes += "crashed" in str(getattr(report, "longrepr", "") or "") and "hostile" in report.nodeid
    if codes:
        told_codes = ", ".join(f"{code} {count}" for code, count in codes.most_common())
        terminalreporter.write_line(
            f"hostile files: {codes.total()} tried ({told_codes}); {over} over limits; {crashes} parent crashes"
        )
