"""What went wrong on one paper, with pictures: for people who mend reading and judging."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval import crops
from eval.near_misses import NearMiss
from eval.plan import Case
from eval.scoring import Outcome, Scored, located, plain
from services.verify.evidence import FieldEvidence
from services.verify.judging.verdict import Status, Verdict
from services.verify.reading.read import ReadPaper
from specimens import Specimen, Truth

KINDS = ("wrong pass", "wrong", "false fail", "not recognised", "unsure")
"""Worst first."""
MOST_OF_ONE = 5
"""Pictured failures of one paper; a paper that is read badly as a whole would fill the page alone."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure as it is shown."""

    kind: str
    """One of `KINDS`."""
    case: Case
    """On which paper."""
    field: str
    """Which field, or `paper`."""
    truth: str
    """What is printed there, as it is spelled."""
    declared: str
    """What was declared: the truth's canonical value, or the near miss that passed."""
    read: str
    """The votes: `2018-05-13 ×2 | 2018-05-18 ×1`."""
    readings: tuple[tuple[str, str, str], ...]
    """(reader, text, value) of every reading."""
    told: str
    """Why: the verdict's reasons on it."""
    drawn: str
    """Data URI: the place as drawn."""
    seen: str
    """Data URI: the place as the reader had it."""


def reasons_of(verdict: Verdict) -> tuple[tuple[str, str], ...]:
    """(code, field without row) of every reason, each once."""
    return tuple(dict.fromkeys((reason.code.value, plain(reason.field or "")) for reason in verdict.reasons))


def collect(
    case: Case,
    specimen: Specimen,
    read: ReadPaper,
    scored: Sequence[Scored],
    verdict: Verdict | None,
    passed: Sequence[NearMiss],
) -> tuple[Failure, ...]:
    """The worst failures of one paper, at most `MOST_OF_ONE`, with pictures."""
    evidence = read.evidence
    if evidence.paper is None:
        reason = evidence.unread.value if evidence.unread else "UNRECOGNISED"
        picture = crops.page(read.pictures)
        return (Failure("not recognised", case, "paper", case.paper, "", reason, (), reason, "", picture),)
    truths = {truth.field: truth for truth in reversed(specimen.truth)}
    found = located(truths.values(), evidence)
    failed = bool(verdict and verdict.status is Status.MISMATCH)
    wanted: list[tuple[str, str, str]] = []
    wanted += [("wrong pass", miss.printed or miss.field, f"{miss.declared} ({miss.change})") for miss in passed]
    wanted += [("wrong", one.field, "") for one in scored if one.outcome is Outcome.WRONG]
    known = {field for _, field, _ in wanted}
    if verdict and failed:
        blamed = [entry.field for entry in verdict.fields if entry.verdict.value in ("MISMATCH", "MISSING")]
        wanted += [("false fail", field, "") for field in blamed or ["paper"] if field not in known]
    wanted += [("unsure", one.field, "") for one in scored if one.outcome is Outcome.UNSURE]
    told = {reason.field or "paper": f"{reason.code}: {reason.en}" for reason in verdict.reasons} if verdict else {}
    worst = sorted(wanted, key=lambda entry: KINDS.index(entry[0]))[:MOST_OF_ONE]
    return tuple(
        _failure(kind, case, specimen, read, field, truths.get(field), found.get(field), declared, told)
        for kind, field, declared in worst
    )


def _failure(
    kind: str,
    case: Case,
    specimen: Specimen,
    read: ReadPaper,
    field: str,
    truth: Truth | None,
    found: FieldEvidence | None,
    declared: str,
    told: dict[str, str],
) -> Failure:
    readings = found.readings if found else ()
    votes: dict[str, int] = {}
    for reading in readings:
        votes[reading.value or "–"] = votes.get(reading.value or "–", 0) + 1
    said = " | ".join(f"{value} ×{count}" for value, count in sorted(votes.items(), key=lambda vote: -vote[1]))
    marks = f" [{found.broken}]" if found and found.broken else ""
    return Failure(
        kind=kind,
        case=case,
        field=field,
        truth=truth.printed if truth else "",
        declared=declared or (truth.value if truth else ""),
        read=(said or ("found, nothing read" if found else "no place found")) + marks,
        readings=tuple((reading.reader, reading.text, reading.value or "") for reading in readings),
        told=told.get(field, told.get("paper", "")),
        drawn=crops.drawn(specimen, truth) if truth else "",
        seen=crops.seen(specimen, truth, read.pictures, found) if truth else crops.page(read.pictures),
    )
