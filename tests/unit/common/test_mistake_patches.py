"""The patches of `make mistakes` fit the code as it is, so that a refactoring cannot leave them behind unseen."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.mistakes.catalogue import MISTAKES, PATCHES, ROOT, TESTS

PATHS = sorted({mistake.path for mistake in MISTAKES})


@pytest.mark.parametrize("patch", PATHS, ids=lambda patch: patch.stem)
def test_a_patch_applies(patch: Path):
    command = ["git", "apply", "-C1", "--check", str(patch)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"make {patch.name} anew: the code that it changes is another now\n{done.stderr}"


def test_every_patch_has_its_mistake_and_all_ten_are_there():
    assert sorted(PATCHES.glob("*.patch")) == PATHS
    assert {mistake.number for mistake in MISTAKES} == set(range(1, 11))


def test_every_mistake_has_a_test_that_says_so():
    source = (ROOT / TESTS).read_text()
    for mistake in MISTAKES:
        assert f"def {mistake.test.partition('[')[0]}(" in source
        assert mistake.told in source
