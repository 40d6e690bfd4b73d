"""`make help` tells of every target there is."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[3]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):(?!=)", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))


def help_of(*words: str) -> str:
    done = subprocess.run(["make", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def test_help_explains_every_target() -> None:
    explained = dict(re.findall(r"^  ([a-z-]+) +(\S.*)$", help_of("help"), flags=re.MULTILINE))
    assert set(explained) == targets()
    assert all(len(told.split()) >= 3 for told in explained.values())


def test_make_alone_is_help() -> None:
    assert help_of() == help_of("help")


def test_the_issue_s_targets_are_there() -> None:
    assert {"demo", "test", "check", "up", "down", "clean", "bench", "lock", "help"} <= targets()


def test_every_target_is_phony_so_that_no_file_of_its_name_can_hide_it() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), flags=re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == targets()
