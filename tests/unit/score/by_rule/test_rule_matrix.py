"""docs/rules.md lists the tests of each of the 98 rules: it is made from what pytest collects, and cannot rot."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.unit.score.by_rule.rule_cases import LAST, Case, rules_of

ROOT = Path(__file__).parents[4]
PAGE = ROOT / "docs" / "rules.md"
FOLDER = "tests/unit/score"
_ROW = re.compile(r"\| (\d+) \| ([^|]+) \| ([^|]*) \|\n?")

NO_CASES: Mapping[int, str] = {}
"""Rules that no machine can test, each with the reason. There is none."""


@pytest.fixture(scope="module")
def cases() -> dict[int, list[Case]]:
    """Every case by its rule, as pytest collects them."""
    collected = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-qq", "-p", "tests.unit.score.by_rule.rule_cases", FOLDER],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found: dict[int, list[Case]] = {}
    for line in collected.stdout.splitlines():
        if line.startswith("case {"):
            case = Case(**json.loads(line.removeprefix("case ")))
            found.setdefault(case.rule, []).append(case)
    return found


def shown(cases: Sequence[Case]) -> str:
    """The tests of one rule, file by file."""
    tests: dict[str, list[str]] = {}
    for case in cases:
        names = tests.setdefault(case.file.removeprefix(f"{FOLDER}/"), [])
        if case.test not in names:
            names.append(case.test)
    return "; ".join(f"{file}: {', '.join(f'`{name}`' for name in names)}" for file, names in sorted(tests.items()))


def test_the_page_says_what_pytest_collects(cases: dict[int, list[Case]]) -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines(keepends=True)
    made = []
    for line in lines:
        row = _ROW.fullmatch(line)
        made.append(f"| {row[1]} | {row[2]} | {shown(cases.get(int(row[1]), ()))} |\n" if row else line)
    if os.environ.get("DOCINTAKE_REWRITE"):
        PAGE.write_text("".join(made), encoding="utf-8")
    assert made == PAGE.read_text(encoding="utf-8").splitlines(keepends=True)


def test_the_page_has_every_rule_once_and_in_order() -> None:
    rows = [_ROW.fullmatch(line) for line in PAGE.read_text(encoding="utf-8").splitlines()]
    assert [int(row[1]) for row in rows if row] == list(range(1, LAST + 1))


def test_every_rule_has_cases_through_the_command_line(cases: dict[int, list[Case]]) -> None:
    rules = [rule for rule in range(1, LAST + 1) if rule not in NO_CASES]
    assert [rule for rule in rules if len(cases.get(rule, ())) < 2] == []
    assert [rule for rule in rules if not any(case.commands for case in cases.get(rule, ()))] == []
    assert set(cases) <= set(range(1, LAST + 1))
    assert all(NO_CASES.values())


@pytest.mark.parametrize(
    ("test", "params", "rules"),
    [
        ("test_rule_47_the_total", {}, [47]),
        ("test_rules_12_and_86_what", {}, [12, 86]),
        ("test_rules_87_to_90_on", {}, [87, 88, 89, 90]),
        ("test_rules_87_to_98_on", {"rule": 91}, [91]),
        ("test_rule", {"rule": 3}, [3]),
        ("test_rule_68_the_last", {"rule": "§3"}, [68]),
        ("test_a_rule_book", {}, []),
    ],
)
def test_a_case_says_its_rule_by_value_or_by_name(test: str, params: dict[str, object], rules: list[int]) -> None:
    assert rules_of(test, params) == rules
