"""`make mistakes`: puts each of the ten mistakes into a copy of the tree, and shows that its test notices.

copy → all tests pass → for each patch: apply, run its test, see it fail for its reason, take the patch out again
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from services.cli.ports import free_port
from services.ops.broker import Broker, Node
from tests.mistakes.catalogue import MISTAKES, ROOT, TESTS, Mistake
from tests.mistakes.conftest import SERVERS

SECONDS = 120.0
HOME = "DOCINTAKE_HOME"


def main() -> int:
    """Print the table; 1 where a patch no longer applies, a test does not notice, or the tree fails unpatched."""
    console = Console(width=None if Console().is_terminal else 140)
    install = (ROOT / os.environ.get(HOME, ".docintake")).absolute()
    with tempfile.TemporaryDirectory(prefix="docintake-mistakes-") as folder, _broker(install, Path(folder)) as servers:
        tree = _copy(Path(folder) / "tree")
        environment = os.environ | {SERVERS: servers, HOME: str(install), "PYTHONPATH": str(tree)}
        console.print("the tree as it is · 고치지 않은 그대로")
        passed, output = _tests(tree, environment)
        if not passed:
            console.print(output, markup=False)
            console.print("[red]the tests fail without any mistake: mend them first")
            return 1
        table = Table("", "mistake", "its test", "outcome", "s", title="Ten mistakes", title_justify="left")
        good = True
        for mistake in MISTAKES:
            began = time.monotonic()
            outcome = _outcome(mistake, tree, environment)
            good = good and outcome == "noticed"
            colour = "green" if outcome == "noticed" else "red"
            seconds = f"{time.monotonic() - began:.0f}"
            table.add_row(str(mistake.number), mistake.name, mistake.test, f"[{colour}]{outcome}[/]", seconds)
            console.print(f"{mistake.number:>2} {mistake.name}: {outcome}", highlight=False)
        console.print(table)
        return 0 if good else 1


def _outcome(mistake: Mistake, tree: Path, environment: dict[str, str]) -> str:
    """`noticed`, or what is wrong with the patch or the test."""
    if not _apply(mistake, tree):
        return "the patch no longer applies: make it anew"
    try:
        passed, output = _tests(tree, environment, mistake.test)
    finally:
        _apply(mistake, tree, "--reverse")
    if passed:
        return "NOT NOTICED: the test passes"
    return "noticed" if mistake.told in output else f"failed for another reason:\n{output[-600:]}"


def _tests(tree: Path, environment: dict[str, str], test: str | None = None) -> tuple[bool, str]:
    """Whether the test (or all of them) passed in that tree, and the lines that say why not."""
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "-x"]
    command.append(f"{TESTS}::{test}" if test else TESTS)
    try:
        done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return False, f"no end within {SECONDS:g} s"
    told = [line for line in done.stdout.splitlines() if line.startswith(("E ", "FAILED", "ERROR"))]
    return done.returncode == 0, "\n".join(told) or done.stdout[-2000:] + done.stderr[-2000:]


def _apply(mistake: Mistake, tree: Path, *options: str) -> bool:
    command = ["git", "apply", "-C1", *options, str(mistake.path)]
    return subprocess.run(command, cwd=tree, capture_output=True, check=False).returncode == 0


def _copy(tree: Path) -> Path:
    """The tree as it stands, uncommitted changes too; what git ignores is left behind."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "services", "schemas", "tests"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in ["pyproject.toml", *filter(None, names)]:
        if (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_bytes((ROOT / name).read_bytes())
    (tree / "infra").symlink_to(ROOT / "infra")
    subprocess.run(["git", "init", "-q"], cwd=tree, check=True)  # git applies nothing below another repository's folder
    return tree


@contextmanager
def _broker(install: Path, folder: Path) -> Iterator[str]:
    """One broker for all runs; its address."""
    node = Node(
        folder=folder / "broker",
        log=folder / "broker.log",
        java=install / "install" / "java",
        jars=install / "install" / "kafka",
        port=free_port(),
        controller_port=free_port(),
    )
    with Broker(node) as running:
        yield running.node.address


if __name__ == "__main__":
    sys.exit(main())
