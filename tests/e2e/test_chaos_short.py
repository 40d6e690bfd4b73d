"""The short version of `make chaos`: one of each main fault on a live system, every promise checked by the oracle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from chaos.oracle import PROMISES
from tests.e2e.system import ROOT

SECONDS = 600
"""Much more than it takes on a machine of its own: 70 s."""


def test_every_promise_holds_under_one_of_each_main_fault(install: Path, tmp_path: Path) -> None:
    figures = tmp_path / "chaos.json"
    done = subprocess.run(
        [sys.executable, "-m", "chaos", "--short", "--settle", "80", "--json", str(figures)],
        cwd=ROOT,
        env={**os.environ, "DOCINTAKE_HOME": str(install.parent), "TMPDIR": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]
    told = json.loads(figures.read_text())
    assert told["broken"] == []
    assert told["kills"] >= 5
    assert told["endings"]["MATCH"] >= 3
    assert told["endings"]["MISMATCH"] >= 1
    assert {promise for promise, cell in told["promises"].items() if cell["checked"]} == set(PROMISES)
