"""One `docintake up` a home folder, and word of it for `down` and `status`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from services.cli.running import Process, alone, find, leave_word
from services.common.errors import Misconfigured

ROOT = Path(__file__).parents[3]


def test_word_left_is_found_again(tmp_path: Path) -> None:
    with alone(tmp_path):
        leave_word(tmp_path, tmp_path / "demo", {"port": 8000}, (Process("web", 7, 2),))
        running = find(tmp_path)
    assert running
    assert running.pid == os.getpid()
    assert running.home == str(tmp_path / "demo")
    assert running.ports == {"port": 8000}
    assert running.processes == (Process("web", 7, 2),)


def test_word_goes_with_the_process(tmp_path: Path) -> None:
    with alone(tmp_path):
        leave_word(tmp_path, tmp_path, {}, ())
    assert find(tmp_path) is None


def test_word_of_one_that_was_killed_is_no_word(tmp_path: Path) -> None:
    killed = (
        "import os, signal\nfrom pathlib import Path\nfrom services.cli.running import alone, leave_word\n"
        f"home = Path({str(tmp_path)!r})\n"
        "with alone(home):\n    leave_word(home, home, {}, ())\n    os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", killed], cwd=ROOT, check=False)
    assert (tmp_path / "run" / "up.json").exists()
    assert find(tmp_path) is None
    with alone(tmp_path):
        assert find(tmp_path) is None, "the old word must not be taken for that of the new one"


def test_broken_word_is_no_word(tmp_path: Path) -> None:
    with alone(tmp_path):
        (tmp_path / "run" / "up.json").write_text("{")
        assert find(tmp_path) is None


def test_a_second_one_on_the_same_home_is_refused_and_told_how_to_stop_the_first(tmp_path: Path) -> None:
    second = (
        f"from pathlib import Path\nfrom services.cli.running import alone\nwith alone(Path({str(tmp_path)!r})): pass"
    )
    with alone(tmp_path):
        refused = subprocess.run([sys.executable, "-c", second], cwd=ROOT, capture_output=True, text=True, check=False)
        with pytest.raises(Misconfigured, match="docintake down"), alone(tmp_path):
            pass
    assert "docintake down" in refused.stderr
    assert "실행 중" in refused.stderr
    with alone(tmp_path):
        pass
