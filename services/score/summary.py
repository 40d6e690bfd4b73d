"""What a stage came to, unit by unit: line, ties, extras, reserve. Pure; for the report and the pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from services.announcement.model import Announcement
from services.score.stages.candidate import Outcome, Result, Unit
from services.score.stages.preference import unit_of
from services.score.stages.rulings import by_unit

RESULT_KO = {
    Result.PASSED: "합격",
    Result.EXEMPT: "면제 합격",
    Result.EXTRA: "추가합격",
    Result.STAFF: "동점(담당자 결정)",
    Result.RESERVE: "예비",
    Result.OUT: "불합격",
}
STAGE_KO = {"document": "서류전형", "written": "필기전형", "interview": "면접전형", "final": "최종선발"}


@dataclass(frozen=True, slots=True)
class UnitSummary:
    """One unit's selection in numbers."""

    unit: Unit
    """Field, track, region."""
    posts: int
    """Planned posts."""
    places: int
    """Places of the stage; 0 where nobody was compared."""
    people: int
    """Everybody who took part."""
    counts: dict[Result, int]
    """People by result."""
    line: Decimal | None
    """The line."""
    tied: int
    """How many stand exactly on the line."""
    by_preference: int
    """How many passed who without preference would lie under the line (G22)."""
    allowed_by_preference: int | None
    """How many the reported share would allow; None: the rule book reports none."""


def summaries(outcomes: Iterable[Outcome], announcement: Announcement) -> list[UnitSummary]:
    """One summary a unit, in the order in which the units come."""
    units: dict[Unit, list[Outcome]] = {}
    for one in outcomes:
        units.setdefault(unit_of(one.candidate, announcement.options.selection_unit), []).append(one)
    return [_summary(unit, members, announcement) for unit, members in units.items()]


def in_order(outcomes: Iterable[Outcome], announcement: Announcement) -> list[Outcome]:
    """Best first within the rule book's order of units; who is out comes last."""
    ranks = {result: place for place, result in enumerate(RESULT_KO)}
    ordered = list(outcomes)
    option = announcement.options.selection_unit
    units = {unit: place for place, (unit, _) in enumerate(by_unit((one.candidate for one in ordered), announcement))}
    return sorted(
        ordered,
        key=lambda one: (
            units[unit_of(one.candidate, option)],
            one.result is Result.OUT,
            one.rank or 0,
            ranks[one.result],
            one.candidate.applicant_id,
        ),
    )


def through_preference(one: Outcome) -> bool:
    """Whether somebody passed who without preference would lie under the line."""
    return one.result is Result.PASSED and one.line is not None and one.score is not None and one.score < one.line


def _summary(unit: Unit, members: list[Outcome], announcement: Announcement) -> UnitSummary:
    first = next((one for one in members if one.places), members[0])
    line = first.line
    rules = announcement.rulebook.preference
    reported = rules.reported_share if rules is not None else None
    if announcement.options.preference_share == "ignored":
        reported = None
    return UnitSummary(
        unit=unit,
        posts=first.posts,
        places=first.places,
        people=len(members),
        counts={result: sum(one.result is result for one in members) for result in Result},
        line=line,
        tied=sum(line is not None and one.total == line and one.result is not Result.OUT for one in members),
        by_preference=sum(map(through_preference, members)),
        allowed_by_preference=None
        if reported is None
        else int((first.places * reported / 100).to_integral_value(ROUND_FLOOR)),
    )
