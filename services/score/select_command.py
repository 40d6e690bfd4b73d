"""`docintake select`: one stage after the other over files; a bad line is named, and then nothing is applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from services.announcement.model import Announcement
from services.announcement.stages import StageName
from services.score.rules.claimstate import ClaimState
from services.score.rules.points import Reason
from services.score.rules.score import NoNoticeDate, score
from services.score.stages.candidate import Candidate, Outcome
from services.score.stages.document import select_document
from services.score.stages.exam import select_exam
from services.score.stages.examined import ExamResult
from services.score.stages.final import select_final
from services.score.stages.incoming import (
    Person,
    Rows,
    going_on,
    read_candidates,
    read_checks,
    read_outcomes,
    read_papers,
    read_people,
    read_rosters,
)
from services.score.stages.lines import Format, InvalidLines, LineError, read_rows, write_rows
from services.score.stages.outcome_row import COLUMNS, to_flat, to_json
from services.score.stages.papers import Submission, paper_reasons
from services.score.stages.results import of_others, read_results
from services.score.stages.rosters import on_rosters
from services.score.stages.rulings import stages_of


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of one file."""

    lines: Iterable[str]
    """As read."""
    format: Format
    """JSONL or CSV."""

    def rows(self) -> Iterator[tuple[int, dict[str, object]]]:
        """Its rows with their line numbers."""
        return read_rows(self.lines, self.format)


def document_stage(
    candidates: Text, announcement: Announcement, notice_date: date | None, rosters: Rows = ()
) -> list[Outcome]:
    """The document stage over a file of declarations or candidates. Raises InvalidLines, NoNoticeDate."""
    stages_of(announcement)
    notice = _notice(announcement, notice_date)
    given = read_rosters(rosters, announcement)
    found = read_candidates(candidates.rows(), announcement, notice)
    return select_document(on_rosters(found, given, announcement), announcement)


def exam_stage(
    stage: StageName,
    before: Text,
    results: Text,
    announcement: Announcement,
    *,
    people: Text | None = None,
    papers: Text | None = None,
    notice_date: date | None = None,
) -> list[Outcome]:
    """The written test or the interview over the outcomes of the stage before.

    `people` (declarations, or sex and region) lets targets be met, and declarations show who could not apply;
    `papers` (with declarations) says who proved what.
    Raises InvalidLines, NoNoticeDate.
    """
    exam = stages_of(announcement).exam(stage)
    earlier = read_outcomes(
        before.rows(), "document" if stage == "written" else "written", announcement, flat=before.format == "csv"
    )
    candidates = going_on(earlier)
    known = read_people(people.rows(), announcement) if people is not None else {}
    candidates = [_with_traits(one, known.get(one.applicant_id)) for one in candidates]
    if any(person.declaration is not None for person in known.values()):
        notice = _notice(announcement, notice_date)
        candidates = [_with_eligibility(one, known.get(one.applicant_id), announcement, notice) for one in candidates]
    if papers is not None:
        handed_in = read_papers(papers.rows(), announcement)
        notice = _notice(announcement, notice_date)
        candidates = list(_with_papers(candidates, known, handed_in, announcement, notice))
    barred = {one.applicant_id for one in candidates if one.reasons}
    found: Mapping[str, ExamResult] = read_results(
        of_others(results.rows(), barred), exam, [one for one in candidates if one.applicant_id not in barred]
    )
    return select_exam(stage, candidates, found, announcement)


def final_stage(
    before: Text, checks: Rows, announcement: Announcement, appointed_on: date, people: Text | None = None
) -> list[Outcome]:
    """Who is appointed after the interview, given the rows of `checks`; `people` lets targets be met after a tie.

    Raises InvalidLines, TooManyChosen.
    """
    told = read_people(people.rows(), announcement) if people is not None else {}
    outcomes = [
        replace(one, candidate=_with_traits(one.candidate, told.get(one.candidate.applicant_id)))
        for one in read_outcomes(before.rows(), "interview", announcement, flat=before.format == "csv")
    ]
    return select_final(outcomes, read_checks(checks, outcomes, announcement), announcement, appointed_on)


def written_out(outcomes: Iterable[Outcome], kind: Format) -> Iterator[str]:
    """The lines of a file of `outcomes`."""
    rows = (to_flat(one) if kind == "csv" else to_json(one) for one in outcomes)
    return write_rows(rows, COLUMNS, kind)


def _notice(announcement: Announcement, notice_date: date | None) -> date:
    notice = notice_date or announcement.notice_date
    if notice is None:
        raise NoNoticeDate(f"announcement {announcement.id} has no notice date: give --notice-date YYYY-MM-DD")
    return notice


def _with_traits(candidate: Candidate, person: Person | None) -> Candidate:
    return candidate if person is None else replace(candidate, sex=person.sex, local=person.local)


def _with_eligibility(
    candidate: Candidate, person: Person | None, announcement: Announcement, notice: date
) -> Candidate:
    """With every reason for which they could not apply: what §8 keeps for later may show one only now."""
    if person is None or person.declaration is None:
        return candidate
    settled = {claim.id: ClaimState.PASSED for claim in person.declaration.claims}
    result = score(person.declaration, settled, announcement, notice_date=notice)
    return replace(candidate, reasons=(*candidate.reasons, *result.ineligible_reasons))


def _with_papers(
    candidates: Iterable[Candidate],
    people: Mapping[str, Person],
    handed_in: Mapping[str, list[Submission]],
    announcement: Announcement,
    notice: date,
) -> Iterator[Candidate]:
    """Candidates with a reason for every claim that their papers do not prove: the written test is failed (G23)."""
    wrong = []
    for one in candidates:
        person = people.get(one.applicant_id)
        if person is None or person.declaration is None:
            wrong.append(
                LineError(
                    0,
                    "applicant_id",
                    "NO_DECLARATION",
                    one.applicant_id,
                    "서류를 확인하려면 이 사람의 선언이 필요합니다. --declarations 파일에 넣으세요.",
                    "To check the papers this person's declaration is needed; add it to the --declarations file.",
                )
            )
            continue
        found = tuple(paper_reasons(person.declaration, handed_in.get(one.applicant_id, ()), announcement, notice))
        if found:
            rule = found[0].rule
            fail = Reason("WRITTEN_FAIL", rule, "필기시험 불합격 조치", "The written test counts as failed.")
            yield replace(one, reasons=(*one.reasons, fail, *found))
        else:
            yield one
    if wrong:
        raise InvalidLines(wrong)
