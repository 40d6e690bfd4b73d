"""Does to the live system what the plan says, and takes it back when its time is over."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import psutil

from chaos import records
from chaos.history import Done, Injected
from chaos.live import Live, free_bytes, mounts
from chaos.plan import Fault

FOLDERS = {"blobs": "blobs", "databases": "db", "broker": "kafka"}
BALLOON = ".balloon"
PATIENCE_SECONDS = 40.0
"""A fault that cannot begin at its moment (its process is just being started) is tried so long, and then left out."""

Undo = Callable[[], None]


class NotNow(Exception):
    """The fault cannot begin at this moment; soon perhaps."""


class Injector:
    """Begins and ends faults; used by the main thread."""

    def __init__(self, live: Live, say: Callable[[str], None]) -> None:
        """`say` is told of every fault."""
        self._live = live
        self._say = say
        self._running: list[tuple[float, Fault, float, Undo]] = []
        self._senders: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._done: list[Done] = []
        self._injected: list[Injected] = []
        self.left_out: list[str] = []

    @property
    def done(self) -> tuple[Done, ...]:
        """Every fault that is over."""
        with self._lock:
            return tuple(self._done)

    @property
    def injected(self) -> tuple[Injected, ...]:
        """Every record of ours that the broker has."""
        with self._lock:
            return tuple(self._injected)

    @property
    def quiet(self) -> bool:
        """Whether nothing is going on any more."""
        return not self._running and not any(sender.is_alive() for sender in self._senders)

    def begin(self, fault: Fault, late: float) -> bool:
        """Begin; False where it must be tried again soon. `late` is how long it has been due."""
        began = time.time()
        try:
            undo = self._begin(fault)
        except (NotNow, psutil.Error, sqlite3.Error, OSError) as error:
            if late < PATIENCE_SECONDS:
                return False
            self.left_out.append(f"{fault.name}: {error}")
            self._say(f"left out: {fault.name}: {error}")
            return True
        self._say(f"{fault.number:4d} {fault.name}" + (f" for {fault.seconds:g} s" if fault.seconds else ""))
        if undo is None:
            if fault.kind not in ("duplicate", "poison"):
                self._note(Done(fault.name, began, time.time(), killed=fault.kind == "kill"))
        else:
            self._running.append((time.monotonic() + fault.seconds, fault, began, undo))
        return True

    def end_due(self, everything: bool = False) -> None:
        """Take back what has lasted long enough."""
        now = time.monotonic()
        for entry in [one for one in self._running if everything or now >= one[0]]:
            _, fault, began, undo = entry
            self._running.remove(entry)
            undo()
            self._note(Done(fault.name, began, time.time()))

    def _note(self, done: Done) -> None:
        with self._lock:
            self._done.append(done)

    def _begin(self, fault: Fault) -> Undo | None:
        if any(other.resource == fault.resource for _, other, _, _ in self._running):
            raise NotNow("another fault still holds it")
        return {
            "kill": self._kill,
            "stop": self._stop,
            "second": self._second,
            "cut": self._wire,
            "freeze": self._wire,
            "slow": self._wire,
            "full": self._fill,
            "read-only": self._read_only,
            "lock": self._lock_database,
            "duplicate": self._send,
            "poison": self._send,
        }[fault.kind](fault)

    def _kill(self, fault: Fault) -> None:
        if fault.target == "reader":
            readers = self._live.readers()
            if not readers:
                raise NotNow("no reading process")
            Random(fault.seed).choice(readers).kill()
        elif not self._live.signal(fault.target, signal.SIGKILL):
            raise NotNow("not running")

    def _stop(self, fault: Fault) -> Undo:
        if not self._live.signal(fault.target, signal.SIGSTOP):
            raise NotNow("not running")
        return lambda: (self._live.signal(fault.target, signal.SIGCONT), None)[1]

    def _second(self, fault: Fault) -> Undo:
        name = f"{fault.target}-2"
        self._live.add(name, fault.target)
        number = Random(fault.seed).choice((signal.SIGTERM, signal.SIGKILL))
        return lambda: self._live.remove(name, number)

    def _wire(self, fault: Fault) -> Undo:
        {"cut": self._live.wire.cut, "freeze": self._live.wire.freeze, "slow": self._live.wire.slow}[fault.kind]()
        return self._live.wire.mend

    def _fill(self, fault: Fault) -> Undo:
        """The last byte of the small file system is taken; whoever writes meets a full disk."""
        folder = self._folder(fault)
        balloon = folder / BALLOON
        with balloon.open("wb") as file:
            while (left := free_bytes(folder)) > 0:
                try:
                    os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), left)
                except OSError:
                    break  # somebody else took some of it meanwhile: it is full
                file.seek(0, os.SEEK_END)
        return lambda: balloon.unlink(missing_ok=True)

    def _read_only(self, fault: Fault) -> Undo:
        folder = str(self._folder(fault))
        if not mounts("-o", "remount,ro", folder):
            raise NotNow("somebody writes there at this moment")
        return lambda: _again(lambda: mounts("-o", "remount,rw", folder))

    def _folder(self, fault: Fault) -> Path:
        if not self._live.mounted:
            raise NotNow("no file system can be mounted here")
        return self._live.settings.data / FOLDERS[fault.target]

    def _lock_database(self, fault: Fault) -> Undo:
        path = self._live.settings.data / "db" / f"{fault.target}.db"
        connection = sqlite3.connect(path, timeout=0.3, isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error:
            connection.close()
            raise

        def release() -> None:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            connection.close()

        return release

    def _send(self, fault: Fault) -> None:
        """On a thread: the broker may be away for long."""

        def send() -> None:
            began = time.time()
            if fault.kind == "duplicate":
                sent = records.repeat(self._live.settings, fault.seed)
            else:
                sent = records.poison(self._live.settings, fault.target, fault.seed)
            with self._lock:
                self._injected += sent
            self._note(Done(fault.name, began, time.time()))

        sender = threading.Thread(target=send, name=fault.name, daemon=True)
        sender.start()
        self._senders.append(sender)


def _again(attempt: Callable[[], bool]) -> None:
    for _ in range(50):
        if attempt():
            return
        time.sleep(0.1)
