"""`python -m demo`: plays the cast against the pipeline that DOCINTAKE_HOME, DOCINTAKE_HOST and DOCINTAKE_PORT name.

`docintake demo` starts that pipeline and calls this. Exit status 0 where everyone ended as expected.toml says, else 1.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from rich.console import Console

from demo import casting, expectation, picture, show
from demo.play import play, settle
from demo.portal import NotServing, Portal
from demo.staff import Staff


def main() -> int:
    """Play, show and compare; the exit status."""
    console = Console(width=None if sys.stdout.isatty() else 132)
    cast, expected = casting.load(), expectation.load()
    began = time.monotonic()
    try:
        with Portal(address(), secret("PORTAL_KEY", "portal.key")) as portal:
            portal.wait_until_serving()
            console.print(show.introduction(cast))
            with (
                Staff(address(), secret("STAFF_PASSWORD", "staff.password")) as staff,
                show.Progress(cast, console) as progress,
            ):
                endings = play(cast, portal, staff, progress.tell)
                endings = settle(cast, endings, expected, portal)
    except NotServing as error:
        console.print(f"{error}\n`docintake demo` starts the pipeline and the demo · `docintake demo`로 실행하십시오")
        return 1
    table = show.outcome_table(cast, endings)
    console.print(table)
    if path := os.environ.get("DEMO_PICTURE"):
        picture.save(table, Path(path))
    wrong = {
        key: lines for key, ending in endings.items() if (lines := expectation.differences(expected.get(key), ending))
    }
    console.print(show.differences_text(wrong))
    absent = sorted(set(expected) - set(endings))
    console.print(
        f"{len(cast) - len(wrong)} of {len(cast)} applicants ended as expected.toml says, "
        f"after {time.monotonic() - began:.0f} s" + (f"; not in the cast: {', '.join(absent)}" if absent else "")
    )
    return 1 if wrong or absent else 0


def address() -> str:
    """Where the pipeline serves."""
    return f"http://{os.environ.get('DOCINTAKE_HOST', '127.0.0.1')}:{os.environ.get('DOCINTAKE_PORT', '8000')}"


def secret(name: str, file: str) -> str:
    """The setting DOCINTAKE_`name`, or what the first start wrote to home/`file`; NotServing where neither is there."""
    if value := os.environ.get(f"DOCINTAKE_{name}"):
        return value
    path = Path(os.environ.get("DOCINTAKE_HOME", ".docintake")) / file
    try:
        return path.read_text().strip()
    except OSError as error:
        raise NotServing(f"{path} cannot be read: nothing was started on that folder") from error


if __name__ == "__main__":
    sys.exit(main())
