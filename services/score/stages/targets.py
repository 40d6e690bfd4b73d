"""Targets (rules 67–72): where a share is short, more pass; nobody who passed is displaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from services.announcement.model import Announcement
from services.announcement.stages import ExamStage, StageName, Target, Targets
from services.score.rules.points import EXACT
from services.score.stages.candidate import Candidate, Line, Unit
from services.score.stages.examined import Examined, fails_part, tested_total
from services.score.stages.preference import posts_of

SEXES = {"F": ("여성", "women"), "M": ("남성", "men")}


def extras(
    stage: StageName,
    exam: ExamStage,
    unit: Unit,
    members: Sequence[Examined],
    passed: frozenset[int],
    line: Decimal | None,
    places: int,
    announcement: Announcement,
) -> Mapping[int, tuple[Line, ...]]:
    """Who of the unit's fit `members` passes additionally, by index, and for which target.

    `passed` are the indexes of those who passed regularly, `line` their lowest total.
    """
    targets = announcement.rulebook.targets
    if targets is None or stage not in targets.stages or line is None:
        return {}
    if _posts(unit, announcement) < targets.unit_minimum:
        return {}
    added: dict[int, list[Line]] = {}
    for target in _in_order(targets, announcement):
        if not target.applies(unit.track, unit.region):
            continue
        for has, ko, en in _groups(target):
            counted = set(passed)
            if announcement.options.extra_serves == "every_target":
                counted |= added.keys()
            needed = required(places, target.percent, announcement)
            short = needed - sum(has(members[index].candidate) for index in counted)
            if short <= 0:
                continue
            eligible = [
                index
                for index in range(len(members))
                if index not in passed
                and index not in added
                and has(members[index].candidate)
                and _near(members[index], line, exam, targets, announcement)
            ]
            why = Line(
                targets.rule,
                f"{target.title.ko}: {ko} {needed}명에 {short}명 미달하여 추가합격(합격선 {line:f} "
                f"-{targets.margin:f}점 이내)",
                f"{target.title.en}: {short} short of {needed} {en}, so passed additionally (within {targets.margin:f} "
                f"of the line {line:f})",
            )
            for index in _best(eligible, members, short):
                added.setdefault(index, []).append(why)
    return {index: tuple(lines) for index, lines in added.items()}


def unknown_traits(stage: StageName, candidates: Iterable[Candidate], announcement: Announcement) -> list[str]:
    """Ids of those whose sex or region a target of their unit asks for and nobody told: they count for no target."""
    targets = announcement.rulebook.targets
    if targets is None or stage not in targets.stages:
        return []
    found = []
    for one in candidates:
        if _posts(one.unit, announcement) < targets.unit_minimum:
            continue
        asked = {target.trait for target in targets.kinds if target.applies(one.unit.track, one.unit.region)}
        if ("each_sex" in asked and one.sex is None) or ("local" in asked and one.local is None):
            found.append(one.applicant_id)
    return found


def required(places: int, percent: Decimal, announcement: Announcement) -> int:
    """How many of `places` planned passers a target asks for (G20)."""
    exact = EXACT.divide(places * percent, Decimal(100))
    if announcement.options.target_rounding == "up":
        return int(exact.to_integral_value(ROUND_CEILING))
    return int(exact.to_integral_value(ROUND_FLOOR if places < 10 else ROUND_HALF_UP))


def _posts(unit: Unit, announcement: Announcement) -> int:
    """Posts by the unit of option G16."""
    wide = announcement.options.preference_unit == "field_track"
    return posts_of(unit._replace(region=None) if wide else unit, announcement.rulebook)


def _in_order(targets: Targets, announcement: Announcement) -> list[Target]:
    order = announcement.options.target_order
    if not order:
        return list(targets.kinds)
    return sorted(targets.kinds, key=lambda target: order.index(target.id))


def _groups(target: Target) -> list[tuple[Callable[[Candidate], bool], str, str]]:
    """Whose share a target looks at: (who belongs, name in Korean, name in English)."""
    if target.trait == "local":
        return [(lambda one: one.local is True, target.id, "from the region")]

    def of(sex: str) -> Callable[[Candidate], bool]:
        return lambda one: one.sex == sex

    return [(of(sex), ko, en) for sex, (ko, en) in SEXES.items()]


def _near(one: Examined, line: Decimal, exam: ExamStage, targets: Targets, announcement: Announcement) -> bool:
    """Whether somebody lies within the margin of the line and fails neither the total's nor a part's share (71)."""
    margin = targets.margin
    if announcement.options.margin_scale == "hundred":
        margin = EXACT.divide(margin * exam.full, Decimal(100))
    return (
        one.total >= line - margin
        and tested_total(one, announcement) * 100 >= exam.full * targets.total_minimum
        and fails_part(one, exam, targets.part_minimum, announcement) is None
    )


def _best(eligible: Sequence[int], members: Sequence[Examined], short: int) -> list[int]:
    """The best `short` of `eligible` by total; who ties with the last of them passes too."""
    order = sorted(eligible, key=lambda index: members[index].total, reverse=True)
    if len(order) <= short:
        return order
    last = members[order[short - 1]].total
    return [index for index in order if members[index].total >= last]
