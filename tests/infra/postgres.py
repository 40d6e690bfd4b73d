"""A PostgreSQL of the tests' own: Debian's package, a fresh cluster in a temporary folder, on a free loopback port."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

from services.cli.ports import free_port

OWNER = "docintake"
PASSWORD = "p@ss/word:%"
"""With every sign that a URL must encode."""
FAST = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=32MB"
    " -c autovacuum=off -c unix_socket_directories= -c listen_addresses=127.0.0.1"
)
"""Nothing here must survive a power cut."""


class Postgres:
    """One server. A context manager; PostgreSQL never runs as root, so a root's test runs it as `nobody`."""

    def __init__(self) -> None:
        """Not started yet."""
        self.port = free_port()
        # Not pytest's own folder, which only its owner may enter.
        self.folder = Path(tempfile.mkdtemp(prefix="docintake-postgres-"))
        self._as_user = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.getuid() == 0 else {}

    def __enter__(self) -> Postgres:
        """Makes the cluster and starts it."""
        self.folder.chmod(0o755)
        if self._as_user:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        locale = "--locale=C.UTF-8 --encoding=UTF8"  # the databases of the tests bring a worse one: see `create`
        self._run("initdb", f"-A scram-sha-256 -U {OWNER} --pwfile={secret} --no-sync {locale} -D {self.folder}/data")
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stops it and forgets it."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._run("pg_ctl", f"-D {self.folder}/data -l {self.folder}/log -w -t 60 start", f"-p {self.port} {FAST}")

    def stop(self) -> None:
        """Stop it at once; connections are cut."""
        self._run("pg_ctl", f"-D {self.folder}/data -m fast -w stop")

    def url(self, database: str = "postgres", *, password: str = PASSWORD, user: str = OWNER) -> str:
        """What DOCINTAKE_DATABASE_URL would be."""
        encoded = "".join(f"%{ord(sign):02X}" if not sign.isalnum() else sign for sign in password)
        return f"postgresql+psycopg://{user}:{encoded}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """Make a database whose own collation is a language's, not the bytes'; answers its URL."""
        self.execute(
            f"CREATE DATABASE {database} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'ko-KR' LOCALE 'C.UTF-8'"
        )
        return self.url(database)

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run one statement as the owner, on its own; answers its rows."""
        with psycopg.connect(
            host="127.0.0.1", port=self.port, user=OWNER, password=PASSWORD, dbname=database, autocommit=True
        ) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def wait_until_holding(self, number: int, database: str, seconds: float = 10.0) -> None:
        """Until so many sessions of the database wait for a lock."""
        waiting = f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database}' AND wait_event_type = 'Lock'"
        deadline = time.monotonic() + seconds
        while self.execute(waiting) != [(number,)]:
            assert time.monotonic() < deadline, "nobody waits"
            time.sleep(0.02)

    def _run(self, program: str, arguments: str, options: str | None = None) -> None:
        command = [str(_binaries() / program), *arguments.split(), *(["-o", options] if options else [])]
        log = self.folder / f"{program}.out"
        with log.open("ab") as output:  # the server keeps its parent's output open: a pipe would never end
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/", check=False, **self._as_user
            )
        assert done.returncode == 0, log.read_text()


def _binaries() -> Path:
    """Where Debian puts the newest PostgreSQL's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    assert found, "PostgreSQL is not installed: run `make install`"
    return found[-1].parent
