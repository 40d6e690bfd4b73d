"""Preference points (rules 60–66): the best single one, on every part that is not failed, in large enough units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from services.announcement.model import Announcement, RuleBook
from services.announcement.stages import Preference, PreferenceRules, StageName
from services.score.rules.points import EXACT, cut, plain
from services.score.stages.candidate import Candidate, Held, Line, Unit

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Preferred:
    """What preference brings somebody in a stage."""

    points: Decimal
    """Points; 0 where there is none."""
    by_part: tuple[Decimal, ...]
    """The same part by part."""
    kind: Preference | None
    """The one that was applied; None: none was."""
    notes: tuple[Line, ...] = ()
    """Why somebody who is entitled to preference gets less than they may expect."""


def unit_of(candidate: Candidate, unit: str) -> Unit:
    """The unit of `candidate` under the option `unit` (G16, G34)."""
    return candidate.unit if unit == "field_track_region" else candidate.unit._replace(region=None)


def posts_of(unit: Unit, book: RuleBook) -> int:
    """Planned posts of `unit`; 0 where the rule book has no quotas."""
    return book.quotas.posts(*unit) if book.quotas is not None else 0


def preferred(
    candidate: Candidate, stage: StageName, parts: Sequence[tuple[Decimal, Decimal]], announcement: Announcement
) -> Preferred:
    """The best single preference of `candidate` in `stage`.

    `parts` are (full mark, raw mark) of what is examined; a part whose raw mark lies below the rule book's share of
    its full mark gets nothing added (rule 65).
    """
    book, options = announcement.rulebook, announcement.options
    none = Preferred(_NONE, tuple(_NONE for _ in parts), None)
    rules = book.preference
    if rules is None or not candidate.preferences or (stage == "document" and options.document_preference == "none"):
        return none
    kinds = {kind.id: kind for kind in rules.kinds}
    posts = posts_of(unit_of(candidate, options.preference_unit), book)
    if posts < rules.unit_minimum:
        meant = any(stage in kinds[one.id].stages for one in candidate.preferences)
        return replace(none, notes=(_too_small(posts, rules),)) if meant else none
    held = candidate.preferences
    if options.preference_choice == "per_process":
        held = (max(held, key=lambda one: _whole(one, kinds[one.id], candidate, announcement)),)
    best = none
    applicable = [kinds[one.id] for one in held if stage in kinds[one.id].stages]
    for one in held:
        kind = kinds[one.id]
        if kind not in applicable:
            continue
        by_part = tuple(
            cut(EXACT.divide(full * one.percent, Decimal(100)), book.quantum)
            if raw * 100 >= full * rules.raw_minimum
            else _NONE
            for full, raw in parts
        )
        points = sum(by_part, _NONE)
        if points > best.points:
            best = Preferred(points, by_part, kind)
    return replace(best, notes=tuple(_notes(stage, best, applicable, parts, rules)))


def _notes(
    stage: StageName,
    best: Preferred,
    applicable: Sequence[Preference],
    parts: Sequence[tuple[Decimal, Decimal]],
    rules: PreferenceRules,
) -> Iterator[Line]:
    if applicable and any(raw * 100 < full * rules.raw_minimum for full, raw in parts):
        share = plain(rules.raw_minimum)
        ko = {
            "document": f"서류전형 점수가 만점의 {share}%에 미달하여 가점을 더하지 않습니다",
            "written": f"원점수가 만점의 {share}%에 미달한 과목에는 가점을 더하지 않습니다",
            "interview": f"득점이 만점의 {share}%에 미달한 면접 단계에는 가점을 더하지 않습니다",
        }[stage]
        yield Line(rules.rule, ko, f"nothing is added where the raw mark lies below {share}% of the full mark")
    for other in applicable:
        if best.kind is not None and other is not best.kind:
            yield Line(
                rules.rule,
                f"우대사항은 가장 유리한 한 가지만 적용하므로 {other.title.ko} 가점은 더하지 않습니다",
                f"only the best single preference counts, so nothing is added for: {other.title.en}",
            )


def _too_small(posts: int, rules: PreferenceRules) -> Line:
    return Line(
        rules.rule,
        f"가점은 채용인원 {rules.unit_minimum}명 이상인 단위에만 적용합니다(이 단위 {posts}명)",
        f"preference applies only from {rules.unit_minimum} posts on (here {posts})",
    )


def document_full(field_id: str, announcement: Announcement) -> Decimal:
    """The document stage's full mark for a field: 100 for technical ones, 80 for 행정 (G17)."""
    book = announcement.rulebook
    field = book.field(field_id)
    if field is None:
        raise LookupError(f"rule book {book.name} has no field {field_id!r}")
    full = book.language.base + book.language.weight + field.certificate_cap
    return full + (book.bonus_cap if announcement.options.document_full == "with_bonus" else _NONE)


def most_of_document(field_id: str, announcement: Announcement) -> Decimal:
    """The highest total of the document stage without preference (rule 47): its full mark and every bonus."""
    book = announcement.rulebook
    field = book.field(field_id)
    most = book.language.base + book.language.weight + (field.certificate_cap if field is not None else 0)
    return most + book.bonus_cap


def _whole(held: Held, kind: Preference, candidate: Candidate, announcement: Announcement) -> Decimal:
    """What a preference could bring over all stages: the favourable one of several (G18, once for the process)."""
    stages = announcement.rulebook.stages
    full = _NONE
    for stage in kind.stages:
        if stage == "document":
            full += document_full(candidate.unit.field, announcement)
        elif stages is not None:
            full += stages.exam(stage).full
    return full * held.percent
