"""Targets (rules 67–72): where a share is short, more pass; nobody who passed is displaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from services.announcement.model import Announcement
from services.announcement.stages import ExamStage, StageName, Target, Targets
from services.score.rules.points import EXACT, plain
from services.score.stages.candidate import Candidate, Line, Unit
from services.score.stages.examined import Examined, failed_parts, tested_total
from services.score.stages.preference import posts_of

SEXES = ("F", "M")


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
    if targets is None or line is None or not targeted(stage, unit, announcement):
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
            why = _why(target, ko, en, needed, short, line, exam, targets, announcement)
            for index in _best(eligible, members, short):
                added.setdefault(index, []).append(why)
    return {index: tuple(lines) for index, lines in added.items()}


def unknown_traits(stage: StageName, candidates: Iterable[Candidate], announcement: Announcement) -> list[str]:
    """Ids of those whose sex or region a target of their unit asks for and nobody told: they count for no target."""
    targets = announcement.rulebook.targets
    found = []
    for one in candidates:
        if targets is None or not targeted(stage, one.unit, announcement):
            continue
        asked = {target.trait for target in targets.kinds if target.applies(one.unit.track, one.unit.region)}
        if ("each_sex" in asked and one.sex is None) or ("local" in asked and one.local is None):
            found.append(one.applicant_id)
    return found


def targeted(stage: StageName, unit: Unit, announcement: Announcement) -> bool:
    """Whether any target is to be met in `stage` by the people of `unit` (rules 69, 70)."""
    targets = announcement.rulebook.targets
    return (
        targets is not None
        and stage in targets.stages
        and _posts(unit, announcement) >= targets.unit_minimum
        and any(target.applies(unit.track, unit.region) for target in targets.kinds)
    )


def waits_for_tie(announcement: Announcement) -> tuple[Line, ...]:
    """Why nobody of a unit passes additionally while staff have a tie to decide."""
    targets = announcement.rulebook.targets
    if targets is None:
        return ()
    return (
        Line(
            targets.rule,
            "채용목표제 추가합격은 동점자 결정 뒤에 정합니다.",
            "Whether anybody passes additionally for a target is settled once staff have decided the tie.",
        ),
    )


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

    # Which of the two is short is not said: nobody's sex stands in a result (§8).
    return [(of(sex), "한쪽 성", "of either sex") for sex in SEXES]


def _near(one: Examined, line: Decimal, exam: ExamStage, targets: Targets, announcement: Announcement) -> bool:
    """Whether somebody lies within the margin of the line and fails neither the total's nor a part's share (71)."""
    return (
        one.total >= line - _margin(exam, targets, announcement)
        and tested_total(one, announcement) * 100 >= exam.full * targets.total_minimum
        and not any(failed_parts(one, exam, targets.part_minimum, announcement))
    )


def _why(
    target: Target,
    ko: str,
    en: str,
    needed: int,
    short: int,
    line: Decimal,
    exam: ExamStage,
    targets: Targets,
    announcement: Announcement,
) -> Line:
    margin, at = plain(_margin(exam, targets, announcement)), plain(line)
    scaled = announcement.options.margin_scale == "hundred" and exam.full != 100
    scale_ko = f"(100점 만점 환산 {plain(targets.margin)}점)" if scaled else ""
    scale_en = f" ({plain(targets.margin)} of 100)" if scaled else ""
    return Line(
        targets.rule,
        f"{target.title.ko}: {ko} 목표 {needed}명에 {short}명이 모자라 추가합격"
        f"(합격선 {at}점에서 {margin}점{scale_ko} 이내)",
        f"{target.title.en}: {short} short of the {needed} ({en}), so passed additionally, within {margin}{scale_en} "
        f"of the line {at}",
    )


def _margin(exam: ExamStage, targets: Targets, announcement: Announcement) -> Decimal:
    """The margin in points of the stage's total (G21)."""
    if announcement.options.margin_scale == "hundred":
        return EXACT.divide(targets.margin * exam.full, Decimal(100))
    return targets.margin


def _best(eligible: Sequence[int], members: Sequence[Examined], short: int) -> list[int]:
    """The best `short` of `eligible` by total; who ties with the last of them passes too."""
    order = sorted(eligible, key=lambda index: members[index].total, reverse=True)
    if len(order) <= short:
        return order
    last = members[order[short - 1]].total
    return [index for index in order if members[index].total >= last]
