"""The figures that the issue asks for, each beside what was measured. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval import bounds, figures
from eval.examining import Examined
from eval.figures import baseline

GOAL_NEAR_MISSES = 10_000
_ELSEWHERE = (
    ("memory of one reader process over 1,000 pages", "≤ 400 MiB, flat", "--memory 1000"),
    ("two processes ÷ one, pages a second", "≥ 1.9 ×", "--processes 100"),
)
"""Measured by runs of their own: name, goal, options."""
CPU_GOALS = {"pytesseract": (1.0, 3.0), "tesserocr": (0.6, 5.0)}
"""Engine → CPU seconds a scanned A4 page at most, and how many times less than the baseline at least."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One figure of the issue's table."""

    name: str
    """What is measured, and on what."""
    goal: str
    """What is wanted."""
    figure: str
    """What came out."""
    met: bool | None
    """None where this run could not measure it."""


def goals(cases: Sequence[Examined], engine: str) -> list[Goal]:
    """Every goal that reading and judging a sample can show: on sealed layouts where the run has some."""
    readable = figures.readable(cases)
    sealed = [one for one in readable if one.case.sealed]
    chosen, where = (sealed, "sealed layouts") if sealed else (readable, "seen layouts (none sealed in this run)")
    ordinary = [one for one in chosen if figures.hardness(one) == "ordinary"]
    found = figures.fields(ordinary)
    listed = [
        Goal(
            f"fields read right and with agreement; {where}, ordinary",
            "≥ 99 %",
            f"{percent(found.share(found.right))} of {found.count:,}",
            _least(found.share(found.right), 0.99),
        )
    ]
    for name, whole, worn in (("certificates and language", 0.95, 0.85), ("career forms", 0.85, 0.70)):
        for papers, least, which in ((ordinary, whole, "ordinary"), (chosen, worn, "all degradations")):
            ended = figures.documents([one for one in papers if figures.group(one) == name])
            share = ended.share(ended.match)
            listed.append(
                Goal(
                    f"right paper → MATCH; {name}, {where}, {which}",
                    f"≥ {least * 100:.0f} %",
                    f"{percent(share)} of {ended.count:,}",
                    _least(share, least),
                )
            )
    ended = figures.documents(readable)
    share = ended.share(ended.mismatch)
    listed.append(
        Goal(
            "right paper → MISMATCH; all layouts and degradations",
            "≤ 0.1 %",
            f"{percent(share, 2)} ({ended.mismatch} of {ended.count:,})",
            None if share is None else share <= 0.001,
        )
    )
    return [
        *listed,
        near_miss_goal(readable),
        *_cpu(cases, engine),
        *(Goal(name, goal, f"run with {how}", None) for name, goal, how in _ELSEWHERE),
    ]


def near_miss_goal(cases: Sequence[Examined]) -> Goal:
    """Wrong passes, with their bound and the match rate of the same papers."""
    near = figures.near_misses(cases)
    told = (
        f"{near.passed} in {near.tried:,}, rate ≤ {near.bound * 100:.3f} % ({bounds.NAME}); "
        f"right declarations of the same papers: {near.matched} of {near.papers} MATCH; "
        f"on those alone {near.tried_where_right_passes:,} near misses, rate ≤ {near.strict_bound * 100:.3f} %"
    )
    met = False if near.passed else (True if near.tried >= GOAL_NEAR_MISSES else None)
    return Goal("near-miss declaration → MATCH", f"0 in ≥ {GOAL_NEAR_MISSES:,}", told, met)


def _cpu(cases: Sequence[Examined], engine: str) -> list[Goal]:
    most, times = CPU_GOALS.get(engine, CPU_GOALS["pytesseract"])
    scans, digital = figures.a4_scans(cases), figures.digital_papers(cases)
    scan, pages = figures.cpu_per_page(scans)
    other, _ = figures.cpu_per_page(scans, baseline)
    pdf, pdf_pages = figures.cpu_per_page(digital)
    ratio = other / scan if scan and other else None
    return [
        Goal(
            f"CPU seconds a scanned A4 page, {engine}",
            f"≤ {most} s",
            "–" if scan is None else f"{scan:.2f} s over {pages} pages",
            None if scan is None else scan <= most,
        ),
        Goal(
            "whole-page pytesseract's CPU seconds ÷ ours, the same scanned pages",
            f"≥ {times:.0f} ×",
            "–" if ratio is None else f"{ratio:.1f} × ({other:.2f} s)",
            None if ratio is None else ratio >= times,
        ),
        Goal(
            "CPU seconds a digital PDF page",
            "≤ 0.5 s",
            "–" if pdf is None else f"{pdf:.2f} s over {pdf_pages} pages",
            None if pdf is None else pdf <= 0.5,
        ),
    ]


def percent(share: float | None, digits: int = 1) -> str:
    """`98.4 %`, `–` for nothing."""
    return "–" if share is None else f"{share * 100:.{digits}f} %"


def _least(share: float | None, least: float) -> bool | None:
    return None if share is None else share >= least
