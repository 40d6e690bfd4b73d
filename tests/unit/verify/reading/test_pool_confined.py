"""What a reading process may not do: know a secret, open state or keys, reach the network, look into its parent."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import specimens
from services.verify.evidence import Family
from services.verify.reading import pool as pool_module
from services.verify.reading import pool_scratch
from services.verify.reading.pool import PoolLimits, ReaderFailed, ReadingPool
from services.verify.reading.read import ReadPaper

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Landlock and seccomp are Linux's")
SECRET = "DOCINTAKE_MASTER_KEY"


class Told(Exception):
    """What a reading process found out."""


@pytest.fixture(scope="module")
def reading() -> Iterator[ReadingPool]:
    os.environ[SECRET] = "top secret"
    os.environ["AWS_SECRET_ACCESS_KEY"] = "top secret"
    try:
        pool = ReadingPool(PoolLimits(workers=1, seconds=30, memory_mib=2048), "pytesseract")
        pool.check()
        yield pool
    finally:
        del os.environ[SECRET], os.environ["AWS_SECRET_ACCESS_KEY"]
        pool.close()


def inside(reading: ReadingPool, work: Callable[[Sequence[bytes]], str], *given: bytes) -> str:
    """What `work` answers inside a reading process."""
    answer: str = reading._pool.run(work, given, seconds=30)
    return answer


def _environment(_given: Sequence[bytes]) -> str:
    with open("/proc/self/environ", "rb") as file:
        handed = file.read().decode().replace("\0", "")
    return handed + " ".join(f"{key}={value}" for key, value in os.environ.items())


@linux
def test_it_knows_no_secret_of_the_environment(reading: ReadingPool) -> None:
    assert "secret" not in inside(reading, _environment)


def _descriptors(_given: Sequence[bytes]) -> str:
    found = []
    for name in os.listdir("/proc/self/fd"):
        try:
            found.append(os.readlink(f"/proc/self/fd/{name}"))
        except OSError:
            continue  # the one of the listing itself
    return "\n".join(sorted(found))


@linux
def test_it_inherits_no_open_file(reading: ReadingPool, tmp_path: Path) -> None:
    with (tmp_path / "database").open("w") as held:
        os.set_inheritable(held.fileno(), True)
        opened = ReadingPool(PoolLimits(workers=1, seconds=30, memory_mib=2048), "pytesseract")
        try:
            found = inside(opened, _descriptors).splitlines()
        finally:
            opened.close()
    own = (os.devnull, "pipe:", "/proc/", "/usr/", "/dev/shm", "anon_inode:")
    assert [name for name in found if not name.startswith(own)] == []


def _open(given: Sequence[bytes]) -> str:
    try:
        Path(os.fsdecode(given[0])).read_bytes()
    except OSError as error:
        return type(error).__name__
    return "opened"


@linux
def test_it_opens_no_key_and_no_other_file(reading: ReadingPool, tmp_path: Path) -> None:
    key = tmp_path / "portal.key"
    key.write_text("key")
    assert _open([os.fsencode(key)]) == "opened"
    assert inside(reading, _open, os.fsencode(key)) == "PermissionError"
    assert inside(reading, _open, b"/etc/hosts") == "PermissionError"
    assert inside(reading, _open, os.fsencode(f"/proc/{os.getpid()}/environ")) == "PermissionError"
    assert inside(reading, _open, os.fsencode(f"/proc/{os.getpid()}/mem")) == "PermissionError"


def _write(given: Sequence[bytes]) -> str:
    try:
        with open(os.fsdecode(given[0]), "wb") as file:
            file.write(bytes(int(given[1])))
    except OSError as error:
        return type(error).__name__
    return "written"


def _write_scratch(given: Sequence[bytes]) -> str:
    path = os.path.join(tempfile.gettempdir(), "filled")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        return _write([os.fsencode(path), *given])
    finally:
        os.unlink(path)


@linux
def test_it_writes_only_small_files_and_only_in_its_scratch_folder(reading: ReadingPool, tmp_path: Path) -> None:
    assert inside(reading, _write, os.fsencode(tmp_path / "left"), b"1") == "PermissionError"
    assert inside(reading, _write_scratch, b"1000") == "written"
    assert inside(reading, _write_scratch, b"%d" % (300 * 1024 * 1024)) == "OSError"


def _call_out(given: Sequence[bytes]) -> str:
    try:
        with socket.create_connection(("127.0.0.1", int(given[0])), timeout=1):
            return "connected"
    except OSError as error:
        return type(error).__name__


@linux
def test_it_reaches_no_network(reading: ReadingPool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = b"%d" % server.getsockname()[1]
        assert _call_out([port]) == "connected"
        assert inside(reading, _call_out, port) == "PermissionError"


def _signal_parent(given: Sequence[bytes]) -> str:
    try:
        os.kill(int(given[0]), 0)
    except OSError as error:
        return type(error).__name__
    return "allowed"


def _trace_parent(given: Sequence[bytes]) -> str:
    libc = ctypes.CDLL(None, use_errno=True)
    attach = 16
    return "attached" if libc.ptrace(attach, int(given[0]), None, None) == 0 else "refused"


@linux
def test_it_neither_traces_nor_signals_its_parent(reading: ReadingPool) -> None:
    parent = b"%d" % os.getpid()
    assert inside(reading, _trace_parent, parent) == "refused"
    assert inside(reading, _signal_parent, parent) == "PermissionError"


def _limits(_given: Sequence[bytes]) -> str:
    names = ("AS", "FSIZE", "CORE", "NOFILE")
    return " ".join(f"{name}={resource.getrlimit(getattr(resource, f'RLIMIT_{name}'))[1]}" for name in names)


def test_its_limits_are_set(reading: ReadingPool) -> None:
    assert inside(reading, _limits) == f"AS={2048 << 20} FSIZE={256 << 20} CORE=0 NOFILE=256"


def _start(_given: Sequence[bytes]) -> str:
    done = subprocess.run([sys.executable, "-c", "import socket; socket.socket()"], capture_output=True, text=True)
    return done.stderr.splitlines()[-1]


@linux
def test_what_it_starts_is_confined_as_it_is(reading: ReadingPool) -> None:
    assert inside(reading, _start).startswith("PermissionError")


def _spin(files: list[bytes], _family: Family | None, seconds: float) -> ReadPaper:
    pool_module.allow_processor(min(seconds, 1))
    while True:
        pass


def _swallow(_files: list[bytes], _family: Family | None, _seconds: float) -> ReadPaper:
    hoard = [bytes(100_000_000) for _ in range(100)]
    raise AssertionError(len(hoard))


def _crash(_files: list[bytes], _family: Family | None, _seconds: float) -> ReadPaper:
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError


def _hang(_files: list[bytes], _family: Family | None, _seconds: float) -> ReadPaper:
    time.sleep(600)
    raise AssertionError


@pytest.mark.parametrize("misbehave", [_spin, _swallow, _crash, _hang])
def test_a_reader_that_goes_wrong_fails_alone_and_the_next_paper_is_read(
    misbehave: Callable[..., ReadPaper], monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = ReadingPool(PoolLimits(workers=1, seconds=8, memory_mib=2048), "pytesseract")
    try:
        with monkeypatch.context() as patched:
            patched.setattr(pool_module, "_read", misbehave)
            with pytest.raises(ReaderFailed):
                pool.read([b"any"], None)
        paper = specimens.draw("TOEIC", specimens.values("TOEIC", 7), seed=7).pdf()
        assert pool.read([paper], None).evidence.paper == "TOEIC"
    finally:
        pool.close()


def test_what_a_killed_reader_left_is_cleared_and_models_and_fresh_crops_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = pool_scratch.scratch_folder()
    for name in ("tmpold", "tmpnew", "docintake-models-0-x"):
        (folder / name).mkdir()
        (folder / name / "0000.pgm").write_bytes(b"P5")
    (folder / "tess_old.tsv").write_text("left")
    for name in ("tmpold", "docintake-models-0-x", "tess_old.tsv"):
        os.utime(folder / name, (time.time() - 1000, time.time() - 1000))
    pool_scratch.clear_scratch(older_than=180)
    assert sorted(left.name for left in folder.iterdir()) == ["docintake-models-0-x", "tmpnew"]


def test_a_scratch_folder_that_others_may_read_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pool_scratch.scratch_folder().chmod(0o755)
    with pytest.raises(PermissionError):
        pool_scratch.scratch_folder()
