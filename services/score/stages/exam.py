"""The written test and the interview (rules 52–59, 67–73): who passes, who is additional, who stands in reserve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from services.announcement.model import Announcement
from services.announcement.stages import ExamStage, StageName
from services.score.rules.points import plain
from services.score.stages.candidate import Candidate, Line, Outcome, Result, Unit
from services.score.stages.examined import Examined, ExamResult, examine
from services.score.stages.preference import posts_of
from services.score.stages.ranking import Keys, Ranking, ranked
from services.score.stages.rulings import by_unit, no_posts, stages_of
from services.score.stages.targets import extras, targeted, waits_for_tie
from services.score.stages.wording import counted, drawn, preference_lines


def select_exam(
    name: StageName, candidates: Iterable[Candidate], results: Mapping[str, ExamResult], announcement: Announcement
) -> list[Outcome]:
    """What becomes of every candidate in the written test or the interview, unit by unit, best first.

    `results` has one entry for each candidate (by applicant id) whose `reasons` are empty. Raises NothingToSelect
    where the rule book has no stages.
    """
    exam = stages_of(announcement).exam(name)
    return [
        outcome
        for unit, members in by_unit(candidates, announcement)
        for outcome in _unit(name, exam, unit, members, results, announcement)
    ]


def _unit(
    name: StageName,
    exam: ExamStage,
    unit: Unit,
    members: list[Candidate],
    results: Mapping[str, ExamResult],
    announcement: Announcement,
) -> list[Outcome]:
    posts = posts_of(unit, announcement.rulebook)
    if posts == 0:
        return [Outcome(one, name, Result.OUT, reasons=(no_posts(unit, announcement),)) for one in members]
    barred = [one for one in members if one.applicant_id not in results]
    examined = [
        examine(one, results[one.applicant_id], name, exam, announcement)
        for one in members
        if one.applicant_id in results
    ]
    fit = [one for one in examined if not one.reasons]
    places = exam.passing.places(posts)
    keys = [_keys(one, exam) for one in fit]
    ties_pass = not exam.tie_breaks or announcement.options.last_tie == "all_pass"
    ranking = ranked(keys, places, ties_pass=ties_pass)
    # Who of a tie is selected decides whether a target is met: then the final selection looks at the targets.
    more = {} if ranking.tied else extras(name, exam, unit, fit, ranking.passed, ranking.line, places, announcement)
    waiting = waits_for_tie(announcement) if ranking.tied and targeted(name, unit, announcement) else ()
    shared = _drawn(posts, places, ranking, exam)
    selected = [
        _outcome(name, exam, fit, index, ranking, more, waiting, shared, posts, places, keys)
        for index in range(len(fit))
    ]
    selected.sort(key=lambda one: (one.rank or 0, one.candidate.applicant_id))
    out = [
        replace(
            _base(name, one, posts, places, ranking.line),
            result=Result.OUT,
            reasons=one.reasons,
            explanation=() if one.result.absent else (shared, *_sum(one, exam)),
        )
        for one in examined
        if one.reasons
    ]
    return [
        *_with_reserve(selected, keys, fit),
        *out,
        *(Outcome(one, name, Result.OUT, posts=posts, places=places, reasons=one.reasons) for one in barred),
    ]


def _keys(one: Examined, exam: ExamStage) -> Keys:
    """The total, then one number a tie-break; more is better."""
    keys = [one.total]
    for tie_break in exam.tie_breaks:
        if tie_break.preference is not None:
            keys.append(Decimal(any(held.id == tie_break.preference for held in one.candidate.preferences)))
        else:
            mark = f"{tie_break.stage}.{tie_break.part}" if tie_break.part is not None else str(tie_break.stage)
            keys.append(one.candidate.marks.get(mark, Decimal(0)))
    return tuple(keys)


def _outcome(
    name: StageName,
    exam: ExamStage,
    fit: list[Examined],
    index: int,
    ranking: Ranking,
    more: Mapping[int, tuple[Line, ...]],
    waiting: tuple[Line, ...],
    shared: Line,
    posts: int,
    places: int,
    keys: list[Keys],
) -> Outcome:
    one = fit[index]
    result = (
        Result.PASSED
        if index in ranking.passed
        else Result.STAFF
        if index in ranking.tied
        else Result.EXTRA
        if index in more
        else Result.RESERVE
    )
    lines = [shared, *_sum(one, exam)]
    if exam.tie_breaks and sum(other[0] == keys[index][0] for other in keys) > 1:
        ko = ", ".join(f"{place}순위 {one.title.ko}" for place, one in enumerate(exam.tie_breaks, 1))
        en = ", then ".join(tie_break.title.en for tie_break in exam.tie_breaks)
        lines.append(Line(exam.rule, f"동점자 결정 순서: {ko}", f"equal totals are parted by: {en}"))
    if result is Result.STAFF:
        lines.append(
            Line(
                exam.rule,
                "마지막 순위까지 같습니다.",
                "Nothing parts this tie at the line.",
            )
        )
        lines.extend(waiting)
    return replace(
        _base(name, one, posts, places, ranking.line),
        result=result,
        rank=ranking.ranks[index],
        explanation=(*lines, *more.get(index, ())),
    )


def _with_reserve(outcomes: list[Outcome], keys: list[Keys], fit: list[Examined]) -> list[Outcome]:
    """Reserve ranks for all who are fit and not selected (rule 73), equal for those who tie."""
    known = {one.candidate.applicant_id: key for one, key in zip(fit, keys, strict=True)}
    numbered, before, last, reserve = [], 0, None, 0
    for one in outcomes:
        if one.result is Result.RESERVE:
            key = known[one.candidate.applicant_id]
            if key != last:
                reserve, last = before + 1, key
            before += 1
            numbered.append(replace(one, reserve=reserve))
        else:
            numbered.append(one)
    return numbered


def _base(name: StageName, one: Examined, posts: int, places: int, line: Decimal | None) -> Outcome:
    kind = one.preference.kind
    candidate = one.candidate
    if not one.result.absent:
        parts = {f"{name}.{part}": mark for part, mark in one.parts.items()}
        candidate = replace(candidate, marks={**candidate.marks, name: one.score, **parts})
    absent = one.result.absent
    return Outcome(
        candidate,
        name,
        Result.OUT,
        score=None if absent else one.score,
        preference=None if absent else one.preference.points,
        preference_kind=kind.id if kind is not None else None,
        total=None if absent else one.total,
        line=line,
        posts=posts,
        places=places,
    )


def _drawn(posts: int, places: int, ranking: Ranking, exam: ExamStage) -> Line:
    ko, en = drawn(places, len(ranking.passed), ranking.line)
    return Line(
        exam.rule,
        f"채용예정 {posts}명에 {exam.title.ko}에서 {ko}",
        f"{counted(posts, 'post')}; places of the {exam.title.en}: {en}",
    )


def _sum(one: Examined, exam: ExamStage) -> list[Line]:
    """The sum as it is read aloud."""
    field_id = one.candidate.unit.field
    terms_ko, terms_en = [], []
    for part in exam.parts:
        mark, full, elective = plain(one.parts[part.id]), plain(part.full), field_id in part.elective_fields
        terms_ko.append(f"{part.title.ko}{' 표준점수' if elective else ''} {mark}점({full}점 만점)")
        terms_en.append(f"{part.title.en}{', standard score' if elective else ''} {mark} of {full}")
    total = plain(one.score)
    line = Line(exam.rule, f"{' + '.join(terms_ko)} = {total}점", f"{' + '.join(terms_en)} = {total}")
    return [line, *preference_lines(one.preference, one.total)]
