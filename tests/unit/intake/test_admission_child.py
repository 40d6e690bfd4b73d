"""What the inspecting child may not do, and what its death means."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from services.common.settings import Settings
from services.intake.admission import child
from services.intake.admission.child import Admission
from services.intake.admission.decide import Admitted, Verdict
from services.intake.admission.kinds import Kind
from services.intake.admission.limits import Limits
from services.intake.admission.refusals import Refusal
from tests.unit.intake import papers

LIMITS = Limits.of(Settings(admission_seconds=1, admission_memory_mib=600))


def _crash(_data: bytes, _limits: Limits) -> Verdict:
    os.kill(os.getpid(), 11)
    raise AssertionError


def _hang(_data: bytes, _limits: Limits) -> Verdict:
    time.sleep(60)
    raise AssertionError


def _spin(_data: bytes, limits: Limits) -> Verdict:
    child.allow_processor(limits.seconds)
    while True:
        pass


def _swallow(_data: bytes, _limits: Limits) -> Verdict:
    hoard = [bytes(50_000_000) for _ in range(100)]
    raise AssertionError(len(hoard))


@pytest.mark.parametrize("misbehave", [_crash, _hang, _spin, _swallow])
def test_the_child_dies_of_it_and_the_next_file_is_admitted(
    misbehave: Callable[[bytes, Limits], Verdict], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Admission(LIMITS, workers=1) as admission:
        with monkeypatch.context() as patched:
            patched.setattr(child, "_inspect", misbehave)
            verdict = admission.admit(papers.picture())
        assert isinstance(verdict, Refusal)
        assert verdict.code == "UNREADABLE_FILE"
        assert admission.admit(papers.picture()) == Admitted(Kind.JPEG, 1)


def _environment(_data: bytes, _limits: Limits) -> Verdict:
    with open("/proc/self/environ", "rb") as file:
        leftover = file.read().replace(b"\0", b"") + b"".join(key.encode() for key in os.environ)
    return Refusal(0, leftover.decode(), "", "")


def test_the_child_knows_no_secret_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCINTAKE_MASTER_KEY", "top secret")
    with Admission(LIMITS, workers=1) as admission:
        monkeypatch.setattr(child, "_inspect", _environment)
        verdict = admission.admit(papers.picture())
    assert isinstance(verdict, Refusal)
    assert verdict.code == ""


def _write_file(_data: bytes, _limits: Limits) -> Verdict:
    try:
        with open("written-by-the-child", "wb") as file:
            file.write(b"x" * 10)
    except OSError as error:
        return Refusal(0, type(error).__name__, "", "")
    finally:
        Path("written-by-the-child").unlink(missing_ok=True)
    return Refusal(0, "written", "", "")


def test_the_child_cannot_write_files(monkeypatch: pytest.MonkeyPatch) -> None:
    with Admission(LIMITS, workers=1) as admission:
        monkeypatch.setattr(child, "_inspect", _write_file)
        verdict = admission.admit(papers.picture())
    assert isinstance(verdict, Refusal)
    assert verdict.code == "PermissionError"


def _call_out(_data: bytes, _limits: Limits) -> Verdict:
    try:
        with socket.create_connection(("127.0.0.1", int(_data[-5:])), timeout=1):
            return Refusal(0, "connected", "", "")
    except OSError:
        return Refusal(0, "no network", "", "")


@pytest.mark.skipif(os.geteuid() != 0, reason="leaving the network needs root, or user namespaces")
def test_the_child_reaches_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, Admission(LIMITS, workers=1) as admission:
        port = b"%05d" % server.getsockname()[1]
        assert _call_out(port, LIMITS) == Refusal(0, "connected", "", "")
        monkeypatch.setattr(child, "_inspect", _call_out)
        verdict = admission.admit(papers.picture() + port)
    assert verdict == Refusal(0, "no network", "", "")
