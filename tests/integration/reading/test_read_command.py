"""`docintake read`, as a person runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from PIL import Image

import specimens
from services.verify.evidence import from_json


def docintake_read(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "services.cli.main", "read", *arguments], capture_output=True, text=True, timeout=120
    )


def test_it_shows_the_kind_and_every_reading_of_every_field(tmp_path: Path) -> None:
    paper = tmp_path / "toeic.pdf"
    paper.write_bytes(specimens.draw("TOEIC", specimens.values("TOEIC", 7), seed=7).pdf())
    shown = docintake_read(str(paper))
    assert shown.returncode == 0, shown.stderr
    assert "TOEIC (language-report)" in shown.stdout
    assert "sections.listening" in shown.stdout
    evidence = docintake_read(str(paper), "--kind", "language-report", "--json")
    assert from_json(json.loads(evidence.stdout)).paper == "TOEIC"


def test_it_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    broken, blank = tmp_path / "broken.pdf", tmp_path / "blank.png"
    broken.write_bytes(b"%PDF-1.7\n")
    Image.new("RGB", (600, 800), "white").save(blank)
    refused = docintake_read(str(broken))
    assert refused.returncode != 0
    assert "UNREADABLE_FILE" in refused.stderr
    assert "BLANK" in docintake_read(str(blank)).stdout
