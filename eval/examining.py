"""One case from values to verdict, in a worker process: what was read, what was judged, what it cost."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval import baseline, failures
from eval.declaring import Declared, declare, parse, refusals
from eval.failures import Failure
from eval.making import Made, make
from eval.near_misses import NearMiss, near_misses
from eval.plan import Case
from eval.scoring import Scored, score
from eval.timed_engine import TimedEngine
from eval.wears import VOID
from services.announcement.model import Announcement
from services.common.errors import Misconfigured, Rejected
from services.verify.evidence import Family, PaperEvidence, Unread
from services.verify.judging.judge import judge
from services.verify.judging.verdict import Status, Verdict
from services.verify.reading.engine.port import Engine
from services.verify.reading.read import ReadPaper, read_paper
from services.verify.reading.steps import cpu_seconds, listen
from specimens import claim_of

UPLOADED_AS = {
    "certificate": Family.CERTIFICATE,
    "language": Family.LANGUAGE_REPORT,
    "career": Family.CAREER_FORM,
    "status": Family.EVIDENCE,
}
_NOTHING = ReadPaper(PaperEvidence(None, None, Unread.READER_FAILED), ())
Try = tuple[str, str]
"""A near miss in two words: the field, and how it was changed."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a worker beside reading."""

    near_misses: int
    """Most near-miss declarations of one paper."""
    baseline: bool
    """Whether the same file is read by the baseline too."""
    open_sealed: bool
    """Whether failures on sealed layouts may be shown."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one way of reading made of one paper."""

    recognised: str | None
    """The kind that it took the paper for."""
    fields: tuple[Scored, ...]
    """Every printed field."""
    status: str | None
    """Verdict on the right declaration; None where none can be made."""
    reasons: tuple[tuple[str, str], ...]
    """(code, field without row) of why it is no MATCH."""
    tried: Mapping[Try, int]
    """Near misses that were judged."""
    passed: Mapping[Try, int]
    """Those of them that matched: each a wrong pass."""
    cpu: float
    """CPU seconds of reading."""
    steps: Mapping[str, float]
    """CPU seconds by step; what is in no step is `rest`."""


@dataclass(frozen=True, slots=True)
class Examined:
    """One case with everything that is counted."""

    case: Case
    form: str
    """The upload's format."""
    pages: int
    """Pages of the paper."""
    a4: bool
    """Whether they are all A4."""
    ours: Weighed
    """Where the reader broke down, of a paper that nobody could read."""
    baseline: Weighed | None
    """None where not asked for."""
    broke: str | None = None
    """The error for which there is no reading: its type and where it was raised; or None."""
    failures: tuple[Failure, ...] = field(default=(), repr=False)
    """What may be shown of what went wrong."""


def examine(case: Case, wish: Wish, engine: Engine, notice: Announcement) -> Examined:
    """Draw, wear, read, judge and count `case`; whatever the reader raises is counted, not raised."""
    made = make(case)
    declared = declare(case.paper, claim_of(case.paper), made.values, made.specimen.truth, notice.rulebook, case.seed)
    attempts = _attempts(case, declared, wish, notice)
    other = _baseline(case, made, declared, attempts, notice) if wish.baseline else None
    family = UPLOADED_AS[claim_of(case.paper)]
    before, broke = cpu_seconds(), None
    with listen() as ledger:
        try:
            read = read_paper(list(made.files), TimedEngine(engine), hint=family)
        except Rejected as error:
            read, broke = _NOTHING, f"Rejected {error.code}"
        except Misconfigured:
            raise
        except Exception as error:
            read, broke = _NOTHING, _told(error)
    cpu = cpu_seconds() - before
    steps = {**ledger.seconds, "rest": max(0.0, cpu - sum(ledger.seconds.values()))}
    ours, verdict, passed = _weigh(made, declared, attempts, read.evidence, family, notice, cpu, steps)
    shown = _failures(case, made, read, ours, verdict, passed) if wish.open_sealed or not case.sealed else ()
    return Examined(case, made.form, len(made.specimen.sheets), made.a4, ours, other, broke, shown)


def _told(error: Exception) -> str:
    """Type and place of `error`; not its words, which may quote a paper."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno} in {last.name}"


def _attempts(case: Case, declared: Declared | None, wish: Wish, notice: Announcement) -> list[NearMiss]:
    """Near misses that the portal would take; only where it would take the right declaration as it is."""
    right = parse(declared.body) if declared else None
    if declared is None or right is None:
        return []
    refused = refusals(right, notice)

    def declarable(body: Mapping[str, Any]) -> bool:
        declaration = parse(body)
        return declaration is not None and refusals(declaration, notice) <= refused

    return near_misses(declared, notice.rulebook, case.seed, wish.near_misses, declarable)


def _weigh(
    made: Made,
    declared: Declared | None,
    attempts: Sequence[NearMiss],
    evidence: PaperEvidence,
    family: Family,
    notice: Announcement,
    cpu: float,
    steps: Mapping[str, float],
) -> tuple[Weighed, Verdict | None, list[NearMiss]]:
    scored = tuple(score(made.specimen.truth, evidence))
    verdict = _verdict(declared.body, evidence, family, notice) if declared else None
    passed = [one for one in attempts if _passes(one.body, evidence, family, notice)]
    weighed = Weighed(
        recognised=evidence.paper,
        fields=scored,
        status=verdict.status.value if verdict else None,
        reasons=failures.reasons_of(verdict) if verdict else (),
        tried=Counter((one.field, one.change) for one in attempts),
        passed=Counter((one.field, one.change) for one in passed),
        cpu=cpu,
        steps=steps,
    )
    return weighed, verdict, passed


def _passes(body: Mapping[str, Any], evidence: PaperEvidence, family: Family, notice: Announcement) -> bool:
    verdict = _verdict(body, evidence, family, notice)
    return verdict is not None and verdict.status is Status.MATCH


def _verdict(body: Mapping[str, Any], evidence: PaperEvidence, family: Family, notice: Announcement) -> Verdict | None:
    declaration = parse(body)
    if declaration is None:
        return None
    return judge(declaration.claims[0], declaration, evidence, notice, uploaded_as=family)


def _baseline(
    case: Case, made: Made, declared: Declared | None, attempts: Sequence[NearMiss], notice: Announcement
) -> Weighed | None:
    family = UPLOADED_AS[claim_of(case.paper)]
    before = cpu_seconds()
    try:
        texts = baseline.texts_of(made.files)
    except Exception:  # whatever it cannot open, it has not read
        texts = []
    evidence = baseline.evidence_of(texts, case.paper, family, (truth.field for truth in made.specimen.truth))
    cpu = cpu_seconds() - before
    return _weigh(made, declared, attempts, evidence, family, notice, cpu, {})[0]


def _failures(
    case: Case, made: Made, read: ReadPaper, ours: Weighed, verdict: Verdict | None, passed: Sequence[NearMiss]
) -> tuple[Failure, ...]:
    if case.wear in VOID:
        return ()
    return failures.collect(case, made.specimen, read, ours.fields, verdict, passed)
