"""The life of a process: loops that end together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def start(body: str) -> subprocess.Popen[str]:
    """A process that runs two loops."""
    code = textwrap.dedent(
        """
        import os, sys, threading, time
        from services.common.errors import Misconfigured
        from services.common.process import end_with_parent, run_until_stopped
        """
    ) + textwrap.dedent(body)
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
    )


TWO_LOOPS = """
def loop(name):
    def run(stop):
        print(name, "runs", flush=True)
        stop.wait()
        print(name, "ends", flush=True)
    return run
run_until_stopped({"a": loop("a"), "b": loop("b")})
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_every_loop_and_the_process_with_0(number: signal.Signals):
    process = start(TWO_LOOPS)
    assert {process.stdout.readline(), process.stdout.readline()} == {"a runs\n", "b runs\n"}
    time.sleep(0.2)
    process.send_signal(number)
    out, _ = process.communicate(timeout=10)
    assert sorted(out.splitlines()) == ["a ends", "b ends"]
    assert process.returncode == 0


def test_a_loop_that_fails_ends_the_others_and_the_process_with_its_error():
    process = start(
        """
        def fails(stop):
            raise Misconfigured("the port is taken")
        def waits(stop):
            stop.wait()
            print("ended", flush=True)
        run_until_stopped({"fails": fails, "waits": waits})
        """
    )
    out, err = process.communicate(timeout=10)
    assert out == "ended\n"
    assert process.returncode == 1
    assert "the port is taken" in err


@pytest.mark.parametrize("hangs", ["loop", "exit"])
def test_what_hangs_after_the_order_to_stop_is_ended_by_force(hangs: str):
    """A loop that does not come back, or a thread that keeps the interpreter from ending."""
    process = start(
        f"""
        import services.common.process as process
        process.LAST_SECONDS = 1.0
        def loop(stop):
            stop.wait()
            time.sleep({60 if hangs == "loop" else 0})
        if {hangs == "exit"}:
            threading.Thread(target=time.sleep, args=(60,)).start()
        print("runs", flush=True)
        run_until_stopped({{"loop": loop}})
        """
    )
    assert process.stdout.readline() == "runs\n"
    time.sleep(0.3)
    began = time.monotonic()
    process.terminate()
    _, told = process.communicate(timeout=20)
    assert time.monotonic() - began < 10
    assert process.returncode == 75
    assert "ended by force" in told


def test_a_child_ends_with_its_parent():
    process = start(
        """
        import multiprocessing
        def child():
            end_with_parent()
            print(os.getpid(), flush=True)
            time.sleep(60)
        multiprocessing.get_context("fork").Process(target=child).start()
        time.sleep(60)
        """
    )
    child = int(process.stdout.readline())
    process.kill()
    process.wait()
    for _ in range(100):
        if not Path(f"/proc/{child}").exists() or "State:\tZ" in Path(f"/proc/{child}/status").read_text():
            break
        time.sleep(0.05)
    else:
        os.kill(child, signal.SIGKILL)
        pytest.fail("the child outlived its parent")
    process.stdout.close()
    process.stderr.close()
