"""The document stage (rules 47–51): the best 25 times the posts of each unit, everybody who ties included."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from services.announcement.model import Announcement
from services.announcement.stages import DocumentStage
from services.score.rules.points import Reason, plain
from services.score.stages.candidate import Candidate, Line, Outcome, Result, Unit
from services.score.stages.preference import document_full, posts_of, preferred
from services.score.stages.ranking import ranked
from services.score.stages.rulings import by_unit, no_posts, stages_of
from services.score.stages.wording import counted, drawn, preference_lines


def select_document(candidates: Iterable[Candidate], announcement: Announcement) -> list[Outcome]:
    """What becomes of every candidate; `marks["document"]` holds their total without preference.

    Unit by unit, best first. Raises NothingToSelect where the rule book has no stages.
    """
    stage = stages_of(announcement).document
    return [
        outcome
        for unit, members in by_unit(candidates, announcement)
        for outcome in _unit(unit, members, stage, announcement)
    ]


def _unit(unit: Unit, members: list[Candidate], stage: DocumentStage, announcement: Announcement) -> list[Outcome]:
    posts = posts_of(unit, announcement.rulebook)
    if posts == 0:
        return [Outcome(one, "document", Result.OUT, reasons=(no_posts(unit, announcement),)) for one in members]
    out = [_out(one, posts) for one in members if one.reasons]
    fit = [one for one in members if not one.reasons]
    free = [(one, reason) for one in fit if (reason := _passes_freely(one, stage, announcement)) is not None]
    compared = [one for one in fit if _passes_freely(one, stage, announcement) is None]
    outcomes = [_exempt(one, line, posts) for one, line in free]
    if compared:
        places = stage.passing.places(posts)
        if announcement.options.exempt_place == "inside":
            places = max(0, places - len(free))
        outcomes += _compared(compared, unit, posts, places, stage, announcement)
    return [*outcomes, *out]


def _compared(
    members: list[Candidate], unit: Unit, posts: int, places: int, stage: DocumentStage, announcement: Announcement
) -> list[Outcome]:
    full = document_full(unit.field, announcement)
    scores = [one.marks.get("document", Decimal(0)) for one in members]
    added = [
        preferred(one, "document", ((full, score),), announcement) for one, score in zip(members, scores, strict=True)
    ]
    totals = [score + one.points for score, one in zip(scores, added, strict=True)]
    ranking = ranked([(total,) for total in totals], places, ties_pass=True)
    shared = _drawn(posts, places, len(ranking.passed), ranking.line, stage)
    outcomes = []
    order = sorted(range(len(members)), key=lambda index: (ranking.ranks[index], members[index].applicant_id))
    for index in order:
        passed, kind = index in ranking.passed, added[index].kind
        outcomes.append(
            Outcome(
                members[index],
                "document",
                Result.PASSED if passed else Result.RESERVE,
                rank=ranking.ranks[index],
                reserve=None if passed else ranking.ranks[index] - len(ranking.passed),
                score=scores[index],
                preference=added[index].points,
                preference_kind=kind.id if kind is not None else None,
                total=totals[index],
                line=ranking.line,
                posts=posts,
                places=places,
                explanation=(shared, *preference_lines(added[index], totals[index])),
            )
        )
    return outcomes


def _passes_freely(candidate: Candidate, stage: DocumentStage, announcement: Announcement) -> Line | None:
    """Why the candidate passes without being compared, or None."""
    if candidate.unit.track in stage.without_selection:
        return Line(
            stage.rule,
            f"{candidate.unit.track}은 서류전형에서 선발하지 않습니다. 자격을 갖춘 사람은 모두 필기전형에 응시합니다.",
            f"The track {candidate.unit.track} is not selected in the document stage: everybody eligible goes on.",
        )
    rules = announcement.rulebook.preference
    held = {one.id for one in candidate.preferences}
    for kind in rules.kinds if rules is not None else ():
        if kind.id in held and "document" in kind.exempts:
            return Line(
                kind.rule, f"{kind.title.ko}: 서류심사 면제", f"{kind.title.en}: exempt from the document stage"
            )
    return None


def _drawn(posts: int, places: int, passed: int, line: Decimal | None, stage: DocumentStage) -> Line:
    multiple = plain(stage.passing.multiple)
    ko, en = drawn(places, passed, line)
    return Line(
        stage.rule,
        f"채용예정 {posts}명의 {multiple}배수인 {ko}",
        f"{counted(posts, 'post')}; {multiple} times as many pass: {en}",
    )


def _exempt(candidate: Candidate, why: Line, posts: int) -> Outcome:
    score = candidate.marks.get("document")
    return Outcome(candidate, "document", Result.EXEMPT, score=score, total=score, posts=posts, explanation=(why,))


def _out(candidate: Candidate, posts: int) -> Outcome:
    reasons: tuple[Reason, ...] = candidate.reasons
    score = candidate.marks.get("document")
    return Outcome(candidate, "document", Result.OUT, score=score, posts=posts, reasons=reasons)
