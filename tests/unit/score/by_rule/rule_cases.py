"""Which test cases belong to which of the 98 numbered rules: by a case's `rule`, else by the name of its test.

As a plugin of pytest (`-p tests.unit.score.by_rule.rule_cases --collect-only`) it prints one JSON object a case.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pytest

LAST = 98
_NAMED = re.compile(r"test_rules?_(\d+)((?:_(?:and|to)_\d+)*)")
_MORE = re.compile(r"_(and|to)_(\d+)")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of one rule."""

    rule: int
    """Number of the rule, 1 to 98."""
    file: str
    """File of the test."""
    test: str
    """Name of the test."""
    commands: bool
    """Whether it goes through the command line."""


def rules_of(test: str, params: Mapping[str, Any]) -> list[int]:
    """Rules of a case: what `params` says under `rule`, else what the name says.

    `test_rule_47_…`, `test_rules_12_and_86_…`, `test_rules_87_to_98_…`.
    """
    rule = params.get("rule")
    if isinstance(rule, int):
        return [rule]
    named = _NAMED.match(test)
    if named is None:
        return []
    rules = [int(named[1])]
    for how, number in _MORE.findall(named[2]):
        rules += range(rules[-1] + 1, int(number) + 1) if how == "to" else [int(number)]
    return rules


def pytest_collection_finish(session: pytest.Session) -> None:
    """Print the cases."""
    for item in session.items:
        if isinstance(item, pytest.Function):
            name = item.originalname
            params = item.callspec.params if hasattr(item, "callspec") else {}
            for rule in rules_of(name, params):
                case = Case(rule, item.nodeid.partition("::")[0], name, "docintake" in item.fixturenames)
                sys.stdout.write(f"case {json.dumps(asdict(case))}\n")
