"""A fresh desk a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.intake.desk import Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Intake with every window open."""
    return open_desk(tmp_path)
