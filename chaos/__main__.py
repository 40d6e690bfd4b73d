"""`python -m chaos`: see the package. Exit 0: every promise was kept; 1: one was broken, or it did not come to rest."""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from chaos import plan as plans
from chaos import table
from chaos.oracle import examine
from chaos.people import ANNOUNCEMENT
from chaos.run import run
from services.announcement.load import load_announcement

ROOT = Path(__file__).parents[1]
INSIDE = "DOCINTAKE_CHAOS_INSIDE"
SHORT_SEED = 6
SHORT_SECONDS, SHORT_APPLICANTS = 32.0, 14
SETTLE_SECONDS = 180.0


def main() -> None:
    """Plan, play, examine, tell."""
    options = _options()
    if INSIDE not in os.environ:
        _enter_a_mount_namespace()
    plan = (
        plans.short_plan(options.seed if options.seed is not None else SHORT_SEED, SHORT_SECONDS, SHORT_APPLICANTS)
        if options.short
        else plans.long_plan(
            options.seed if options.seed is not None else secrets.randbelow(10**8),
            options.minutes,
            options.faults,
            options.applicants,
        )
    )
    for line in plans.as_text(plan):
        say(line)
    if options.dry:
        return
    home = Path(tempfile.mkdtemp(prefix="docintake-chaos-"))
    install = Path(os.environ.get("DOCINTAKE_HOME", ".docintake")).absolute() / "install"
    ran = run(plan, home, install, options.settle, say)
    checks = examine(ran.history, load_announcement(ANNOUNCEMENT))
    told = table.figures(ran.history, checks) | {
        "seed": plan.seed,
        "plan": plan.digest,
        "left_out": list(ran.left_out),
        "seconds": ran.seconds,
    }
    for line in table.as_text(told):
        say(line)
    for line in ran.left_out:
        say(f"left out: {line}")
    say(f"seconds {ran.seconds} · seed {plan.seed}")
    if options.json:
        options.json.write_text(json.dumps(told, ensure_ascii=False, indent=1))
    if told["broken"]:
        say(f"promises broken: {len(told['broken'])}; logs: {home / 'logs'}")
        raise SystemExit(1)
    say(f"every promise was kept: {len(checks)} checks")
    shutil.rmtree(home, ignore_errors=True)


def say(line: str) -> None:
    """One line, at once."""
    print(line, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m chaos", description="Faults at random, and every promise checked.")
    parser.add_argument("--minutes", type=float, default=8.0, help="how long requests and faults come (8)")
    parser.add_argument("--seed", type=int, help="what the plan follows from; drawn and printed where not given")
    parser.add_argument("--faults", type=float, default=12.0, help="faults a minute (12)")
    parser.add_argument("--applicants", type=float, default=25.0, help="applicants a minute (25)")
    parser.add_argument(
        "--settle",
        type=float,
        default=SETTLE_SECONDS,
        help="seconds without progress that end the waiting for rest (180)",
    )
    parser.add_argument("--short", action="store_true", help="one of each main fault, fixed seed")
    parser.add_argument("--dry", action="store_true", help="print the plan only")
    parser.add_argument("--json", type=Path, help="write all figures there")
    return parser.parse_args()


def _enter_a_mount_namespace() -> None:
    """Begin again where small file systems can be mounted that nobody else sees, and that go with this process.

    Where neither root nor a user namespace allows that, go on as we are: faults that need them are left out, which is
    said.
    """
    os.environ[INSIDE] = "1"
    for words in (["unshare", "--mount"], ["unshare", "--mount", "--map-root-user"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0
        ):
            os.execvp(words[0], [*words, sys.executable, "-m", "chaos", *sys.argv[1:]])


if __name__ == "__main__":
    main()
