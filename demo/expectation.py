"""What must become of the cast (expected.toml), and how an ending differs from it. Pure apart from `load`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from demo.ending import Ending, PaperEnding

FILE = Path(__file__).parent / "expected.toml"

Expected = Mapping[str, Any]
"""One applicant's table."""


def load(path: Path = FILE) -> dict[str, Expected]:
    """Expected tables by applicant's key."""
    return tomllib.loads(path.read_text())


def differences(expected: Expected | None, ending: Ending) -> tuple[str, ...]:
    """One line for everything that is not as expected; empty where all is."""
    if ending.failure is not None:
        return (ending.failure,)
    if expected is None:
        return ("not in expected.toml",)
    return (*_papers(expected.get("papers", {}), ending.papers), *_scores(expected, ending))


def score_differences(expected: Expected, ending: Ending) -> tuple[str, ...]:
    """Those of the newest score alone: it follows the verdicts by moments."""
    return tuple(_score("score", expected.get("score", {}), ending.score))


def _papers(expected: Mapping[str, Mapping[str, Any]], papers: Mapping[str, PaperEnding]) -> Iterator[str]:
    for name in (*expected, *(name for name in papers if name not in expected)):
        if name not in expected:
            yield f"{name}: not in expected.toml"
        elif name not in papers:
            yield f"{name}: never uploaded"
        else:
            seen = _seen(papers[name])
            for key, wanted in _wanted(expected[name]).items():
                if seen[key] != wanted:
                    yield f"{name}.{key}: expected {_shown(wanted)}, is {_shown(seen[key])}"


def _wanted(expected: Mapping[str, Any]) -> dict[str, Any]:
    if "refused" in expected:
        return {"status": "REFUSED", "reasons": [expected["refused"]]}
    return {"reasons": [], **expected}


def _seen(paper: PaperEnding) -> dict[str, Any]:
    return {
        "status": paper.status,
        "outcome": paper.outcome,
        "reasons": sorted(str(reason) for reason in paper.reasons),
        "decided_by": paper.decided_by,
        "version": paper.version,
        "readings": paper.readings,
        "documents": paper.documents,
        "earlier": list(paper.earlier),
    }


def _scores(expected: Expected, ending: Ending) -> Iterator[str]:
    if "score_first" in expected:
        yield from _score("score_first", expected["score_first"], ending.score_first)
    yield from _score("score", expected.get("score", {}), ending.score)


def _score(what: str, expected: Mapping[str, Any], score: Mapping[str, Any] | None) -> Iterator[str]:
    for key, wanted in expected.items():
        seen = (score or {}).get(key)
        if seen != wanted:
            yield f"{what}.{key}: expected {_shown(wanted)}, is {_shown(seen)}"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value) or "nothing"
    return "nothing" if value is None else str(value)
