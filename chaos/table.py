"""Faults × promises: what was checked while each fault was at work, and what was broken."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from chaos.history import Done, History
from chaos.oracle import PROMISES, Checked
from chaos.recovery import recoveries

AFTERMATH_SECONDS = 15.0
"""A fault may still be felt so long after it is over."""


def touched(checked: Checked, fault: Done) -> bool:
    """Whether the subject was under way while the fault was at work."""
    return checked.began <= fault.ended + AFTERMATH_SECONDS and checked.ended >= fault.began


def figures(history: History, checks: Sequence[Checked]) -> dict[str, Any]:
    """All of the table as plain values."""
    by_kind: dict[str, list[Done]] = defaultdict(list)
    for fault in history.faults:
        by_kind[fault.name].append(fault)
    found = recoveries(history)
    rows = {}
    for name, faults in sorted(by_kind.items()):
        cells: dict[str, dict[str, int]] = {promise: {"checked": 0, "broken": 0} for promise in PROMISES}
        for checked in checks:
            if any(touched(checked, fault) for fault in faults):
                cells[checked.promise]["checked"] += 1
                cells[checked.promise]["broken"] += bool(checked.broken)
        recovery = found[name]
        broken = any(cell["broken"] for cell in cells.values())
        rows[name] = {
            "injected": recovery.injected,
            "kills": recovery.kills,
            "survived": 0 if broken else recovery.injected,
            "recovery_p50": recovery.p50,
            "recovery_max": recovery.longest,
            "promises": cells,
        }
    total = {
        promise: {
            "checked": sum(one.promise == promise for one in checks),
            "broken": sum(one.promise == promise and bool(one.broken) for one in checks),
        }
        for promise in PROMISES
    }
    acts = Counter(ack.act for ack in history.acks if ack.accepted)
    return {
        "faults": rows,
        "promises": total,
        "requests": dict(acts),
        "refused": sum(ack.refused for ack in history.acks),
        "retried": sum(ack.tries > 1 for ack in history.acks),
        "endings": dict(Counter(str(answer.get("status")) for answer in history.documents.values())),
        "injected": sum(row["injected"] for row in rows.values()),
        "kills": sum(row["kills"] for row in rows.values()),
        "broken": [
            {"promise": one.promise, "subject": one.subject, "what": one.broken} for one in checks if one.broken
        ],
    }


def as_text(told: dict[str, Any]) -> Iterator[str]:
    """The table for a terminal; a cell is `checked` or `broken!checked`, the columns are numbered promises."""
    yield "promises: " + " · ".join(f"{number} {name}" for number, name in enumerate(PROMISES, 1))
    head = f"{'fault':<24}{'times':>6}{'survived':>9}{'p50 s':>7}{'max s':>7}"
    yield head + "".join(f"{number:>8}" for number in range(1, len(PROMISES) + 1))
    for name, row in told["faults"].items():
        recovery = _seconds(row["recovery_p50"]) + _seconds(row["recovery_max"])
        yield f"{name:<24}{row['injected']:>6}{row['survived']:>9}{recovery}" + "".join(
            _cell(row["promises"][promise]) for promise in PROMISES
        )
    line = f"{'all':<24}{told['injected']:>6}{'':>9}{'':>7}{'':>7}"
    yield line + "".join(_cell(told["promises"][promise]) for promise in PROMISES)
    yield f"kills {told['kills']} · accepted {told['requests']} · refused {told['refused']} · retried {told['retried']}"
    yield f"endings {told['endings']}"
    for one in told["broken"][:40]:
        yield f"BROKEN  {one['promise']}: {one['subject']}: {one['what']}"
    if len(told["broken"]) > 40:
        yield f"… and {len(told['broken']) - 40} more"


def _cell(cell: dict[str, int]) -> str:
    return f"{cell['broken']}!{cell['checked']}".rjust(8) if cell["broken"] else f"{cell['checked']:>8}"


def _seconds(value: float | None) -> str:
    return f"{'-':>7}" if value is None else f"{value:>7.1f}"
