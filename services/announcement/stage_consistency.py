"""What stages, preference, targets, quotas and open points of a rule book may not contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from pydantic import BaseModel

from services.announcement.model import RuleBook
from services.announcement.quota_sums import wrong_sums
from services.announcement.stages import STAGES, ExamStage, Stages


def stage_contradictions(book: RuleBook) -> Iterator[str]:
    """Every contradiction, each as `key: what is wrong`."""
    if book.quotas is not None:
        yield from wrong_sums(
            book.quotas,
            {field.id: field.family for field in book.fields},
            {track.id: track.regional for track in book.tracks},
            book.regions,
        )
    if book.stages is not None:
        if book.quotas is None:
            yield "quotas: stages select by quotas, but there are none"
        yield from _stages(book, book.stages)
    yield from _names(book)
    yield from unknown_targets(book.options, book)
    yield from _facts(book)
    yield from _open_points(book)


def unknown_targets(options: BaseModel, book: RuleBook) -> Iterator[str]:
    """Targets that `options.target_order` names and nobody defines, or leaves out."""
    order = getattr(options, "target_order", ())
    known = tuple(kind.id for kind in book.targets.kinds) if book.targets is not None else ()
    if order and sorted(order) != sorted(known):
        yield f"options.target_order: names {', '.join(order)}; it must name each of {', '.join(known) or 'none'} once"


def _stages(book: RuleBook, stages: Stages) -> Iterator[str]:
    tracks = {track.id for track in book.tracks}
    fields = {field.id for field in book.fields}
    preferences = {kind.id for kind in book.preference.kinds} if book.preference is not None else set()
    yield from _known("stages.document.without_selection", stages.document.without_selection, tracks)
    if stages.document.passing.multiple <= 0:
        yield f"stages.document.passing.multiple: {stages.document.passing.multiple} is not above 0"
    for name in ("written", "interview"):
        exam: ExamStage = getattr(stages, name)
        key = f"stages.{name}"
        if not exam.parts:
            yield f"{key}.parts: nothing is examined"
        ids = [part.id for part in exam.parts] + ([exam.suitability.id] if exam.suitability else [])
        yield from (f"{key}.parts: {one!r} is listed twice" for one in sorted(set(ids)) if ids.count(one) > 1)
        for part in exam.parts:
            if part.full <= 0:
                yield f"{key}.parts.{part.id}.full: {part.full} is not above 0"
            yield from _known(f"{key}.parts.{part.id}.elective_fields", part.elective_fields, fields)
        if exam.suitability is not None and exam.suitability.fit == exam.suitability.unfit:
            yield f"{key}.suitability: {exam.suitability.fit!r} says fit and unfit at once"
        yield from _passing(key, exam)
        for index, tie_break in enumerate(exam.tie_breaks):
            at = f"{key}.tie_breaks.{index}"
            if tie_break.preference is not None:
                yield from _known(at, (tie_break.preference,), preferences)
            if tie_break.stage is not None and STAGES.index(tie_break.stage) >= STAGES.index(name):
                yield f"{at}: the stage {tie_break.stage} does not come before {name}"
            elif tie_break.part is not None:
                earlier = stages.exam(tie_break.stage) if tie_break.stage in ("written", "interview") else None
                parts = {part.id for part in earlier.parts} if earlier is not None else set()
                yield from _known(at, (tie_break.part,), parts)


def _passing(key: str, exam: ExamStage) -> Iterator[str]:
    passing = exam.passing
    if passing.multiple <= 0:
        yield f"{key}.passing.multiple: {passing.multiple} is not above 0"
    posts = [one for one, _ in passing.instead]
    if posts != sorted(set(posts)):
        yield f"{key}.passing.instead: the numbers of posts {posts} do not rise"
    for (_, fewer), (following, more) in pairwise(passing.instead):
        if more < fewer:
            yield f"{key}.passing.instead: fewer pass for {following} posts ({more}) than for one post less ({fewer})"


def _names(book: RuleBook) -> Iterator[str]:
    statuses = {status.id for status in book.statuses}
    tracks = {track.id for track in book.tracks}
    provinces = {province.name for province in book.provinces}
    if book.preference is not None:
        ids = [kind.id for kind in book.preference.kinds]
        yield from (f"preference.kinds: {one!r} is listed twice" for one in sorted(set(ids)) if ids.count(one) > 1)
        for kind in book.preference.kinds:
            key = f"preference.kinds.{kind.id}"
            yield from _known(f"{key}.statuses", kind.statuses, statuses)
            if kind.percent is None and not any(status.rates for status in book.statuses if status.id in kind.statuses):
                yield f"{key}.percent: is not set, and none of its statuses has rates"
            if not kind.statuses and not kind.certificates:
                yield f"{key}: neither statuses nor certificates give it"
    if book.targets is not None:
        for target in book.targets.kinds:
            key = f"targets.kinds.{target.id}"
            yield from _known(f"{key}.tracks", target.tracks, tracks)
            yield from _known(f"{key}.regions", target.regions, set(book.regions))
            yield from _known(f"{key}.provinces", target.provinces, provinces)
            yield from _known(f"{key}.status", (target.status,) if target.status else (), statuses)
            if target.trait == "local" and not target.provinces:
                yield f"{key}.provinces: a local target needs at least one"


def _facts(book: RuleBook) -> Iterator[str]:
    for clause in book.facts.clauses:
        if clause.until and clause.years is not None:
            yield f"facts.clauses.{clause.id}: bars until a day, or for years after it, not both"


def _open_points(book: RuleBook) -> Iterator[str]:
    ids = [point.id for point in book.open_points]
    yield from (f"open_points: {one!r} is listed twice" for one in sorted(set(ids)) if ids.count(one) > 1)
    for point in book.open_points:
        if not resolves(book, point.key):
            yield f"open_points.{point.id}.key: there is no {point.key!r} in this rule book"


def resolves(book: RuleBook, key: str) -> bool:
    """Whether `key` (`tests.TEPS.conversion.above`) names something of `book` or of an announcement."""
    if key in ("notice_date", "windows.upload", "windows.personal_data"):
        return True
    found: object = book
    parts = key.split(".")
    for part in parts:
        if isinstance(found, tuple):
            found = next((item for item in found if part in _labels(item)), None)
        elif isinstance(found, BaseModel):
            found = getattr(found, part, None) if part in type(found).model_fields else None
        else:
            return False
        if found is None:
            return False
    return True


def _labels(item: object) -> tuple[object, ...]:
    return tuple(getattr(item, name, None) for name in ("id", "name", "kind", "title", "field", "region"))


def _known(key: str, names: Iterable[str], known: set[str]) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"{key}: {name!r} is not defined; known are {', '.join(sorted(known)) or 'none'}"
