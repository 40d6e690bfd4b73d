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
from services.score.stages.beside import Person, read_checks, read_papers, read_people, read_rosters
from services.score.stages.candidate import Candidate, Outcome, Result
from services.score.stages.document import select_document
from services.score.stages.exam import select_exam
from services.score.stages.examined import ExamResult
from services.score.stages.final import select_final
from services.score.stages.incoming import going_on, read_candidates, read_outcomes
from services.score.stages.lines import Format, InvalidLines, LineError, read_rows, write_rows
from services.score.stages.named import Rows
from services.score.stages.outcome_row import COLUMNS, to_flat, to_json
from services.score.stages.papers import Submission, paper_reasons, papers_of_others
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
    before: Text,
    checks: Rows,
    announcement: Announcement,
    appointed_on: date,
    people: Text | None = None,
    notice_date: date | None = None,
) -> list[Outcome]:
    """Who is appointed after the interview, given the rows of `checks`; `people` lets targets be met after a tie.

    Raises InvalidLines, also where a declaration shows somebody who could not apply: they were in the interview's
    ranking, so that has to be done again. Raises TooManyChosen, NoNoticeDate.
    """
    told = read_people(people.rows(), announcement) if people is not None else {}
    outcomes = [
        replace(one, candidate=_with_traits(one.candidate, told.get(one.candidate.applicant_id)))
        for one in read_outcomes(before.rows(), "interview", announcement, flat=before.format == "csv")
    ]
    if any(person.declaration is not None for person in told.values()):
        _none_lapsed(outcomes, told, announcement, _notice(announcement, notice_date))
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


def _none_lapsed(
    outcomes: Iterable[Outcome], people: Mapping[str, Person], announcement: Announcement, notice: date
) -> None:
    wrong = []
    for one in outcomes:
        if one.result is Result.OUT:
            continue
        applicant_id = one.candidate.applicant_id
        candidate = _with_eligibility(
            replace(one.candidate, reasons=()), people.get(applicant_id), announcement, notice
        )
        for reason in candidate.reasons:
            ko = f"{reason.ko} --declarations를 주고 면접전형을 다시 선발하세요."
            en = f"{reason.en} Select the interview again with --declarations."
            wrong.append(LineError(0, "applicant_id", reason.code, applicant_id, ko, en))
    if wrong:
        raise InvalidLines(wrong)


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
        mine = handed_in.get(one.applicant_id, [])
        for paper, names in papers_of_others(person.declaration, mine, announcement.rulebook):
            known = ", ".join(names)
            ko, en = (
                f"이 청구의 서류가 아닙니다: {known} 중에서 쓰세요.",
                f"No paper of this claim; use one of {known}.",
            )
            wrong.append(LineError(paper.line, "paper", "UNKNOWN_VALUE", paper.paper, ko, en))
        found = tuple(paper_reasons(person.declaration, mine, announcement, notice))
        if found:
            rule = found[0].rule
            fail = Reason("WRITTEN_FAIL", rule, "필기시험 불합격 조치", "The written test counts as failed.")
            yield replace(one, reasons=(*one.reasons, fail, *found))
        else:
            yield one
    if wrong:
        raise InvalidLines(wrong)
