"""What the line of an outcome may not contradict: whoever edits a list by hand moves somebody without a trace. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from services.announcement.model import Announcement
from services.announcement.stages import STAGES, ExamStage, StageName, Stages
from services.score.rules.points import plain
from services.score.stages.candidate import Outcome, Result
from services.score.stages.preference import most_of_document
from services.score.stages.rulings import stages_of

Wrong = tuple[str, str, str]
"""(column, what is wrong in Korean, in English)."""

_ITEMS = ("document.language", "document.certificates", "document.bonus")


def contradictions(one: Outcome, announcement: Announcement) -> Iterator[Wrong]:
    """What in `one` cannot have been written by a selection under `announcement`."""
    yield from _region(one, announcement)
    yield from _marks(one, announcement)
    yield from _sums(one, stages_of(announcement))


def _region(one: Outcome, announcement: Announcement) -> Iterator[Wrong]:
    """A regional track has a region (who gave none is out), any other has none."""
    unit = one.candidate.unit
    track = announcement.rulebook.track(unit.track)
    if track is None or (one.result is Result.OUT and unit.region is None):
        return
    if track.regional and unit.region is None:
        yield "region", f"{track.id}에는 권역이 있어야 합니다.", f"The track {track.id} needs a region."
    if not track.regional and unit.region is not None:
        yield "region", f"{track.id}에는 권역이 없습니다.", f"The track {track.id} has no region."


def _marks(one: Outcome, announcement: Announcement) -> Iterator[Wrong]:
    """Every mark is one of the rule book's and no higher than its full mark; what parts ties later on is there."""
    stages, marks = stages_of(announcement), one.candidate.marks
    most = _most(one.candidate.unit.field, announcement)
    for name, mark in marks.items():
        if name not in most:
            known = ", ".join(most)
            yield "marks", f"{name}: 없는 항목입니다({known}).", f"{name}: there is no such mark; known are {known}."
        elif mark > most[name]:
            full = plain(most[name])
            yield "marks", f"{name}: 만점 {full}점을 넘습니다.", f"{name}: more than the full mark {full}."
    for name in _parting(one, stages) if one.goes_on else ():
        if name not in marks:
            yield "marks", f"{name}이(가) 없습니다.", f"{name} is missing."


def _sums(one: Outcome, stages: Stages) -> Iterator[Wrong]:
    """Parts add up to their stage's mark, and score and preference to the total that ranks."""
    marks = one.candidate.marks
    parts = {"document": _ITEMS} | {
        name: tuple(f"{name}.{part.id}" for part in exam.parts) for name, exam in _exams(stages).items()
    }
    for name, items in parts.items():
        if name in marks and all(item in marks for item in items):
            total = sum((marks[item] for item in items), Decimal(0))
            if total != marks[name]:
                yield "marks", f"{name}: 항목의 합은 {plain(total)}입니다.", f"{name}: its parts make {plain(total)}."
    if one.score is not None and one.total is not None:
        total = one.score + (one.preference or Decimal(0))
        if total != one.total:
            yield "total", f"점수와 가점의 합은 {plain(total)}입니다.", f"Score and preference make {plain(total)}."


def _most(field_id: str, announcement: Announcement) -> dict[str, Decimal]:
    """Mark → the highest that there can be."""
    most = dict.fromkeys(("document", *_ITEMS), most_of_document(field_id, announcement))
    for name, exam in _exams(stages_of(announcement)).items():
        most |= {name: exam.full} | {f"{name}.{part.id}": part.full for part in exam.parts}
    return most


def _parting(one: Outcome, stages: Stages) -> Iterator[str]:
    """Marks up to this outcome's stage that part ties in a later one: without them somebody would stand as with 0."""
    for name, exam in _exams(stages).items():
        if one.stage not in STAGES or STAGES.index(name) <= STAGES.index(one.stage):
            continue
        for tie_break in exam.tie_breaks:
            if tie_break.stage is not None and STAGES.index(tie_break.stage) <= STAGES.index(one.stage):
                yield f"{tie_break.stage}.{tie_break.part}" if tie_break.part is not None else tie_break.stage


def _exams(stages: Stages) -> dict[StageName, ExamStage]:
    return {"written": stages.written, "interview": stages.interview}
