"""What comes beside the candidates of a stage, checked line by line: people, papers, rosters, checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from services.announcement.declaration import Declaration
from services.announcement.model import Announcement
from services.score.rules.disqualification import Ground
from services.score.stages.candidate import Outcome, Result
from services.score.stages.cells import Cells
from services.score.stages.entry import traits_of
from services.score.stages.final import Check
from services.score.stages.lines import InvalidLines, LineError
from services.score.stages.named import Rows, applicant_of, declaration_of, is_declaration
from services.score.stages.papers import Submission
from services.score.stages.rosters import Rosters

ROSTER = ("roster", "applicant_id")
PERSON = ("applicant_id", "sex", "local")
PAPER = ("applicant_id", "claim_id", "paper", "agrees", "received_at", "issued_on", "shows")
CHECK = ("applicant_id", "decision", "declined", "clause", "date", "amount")


@dataclass(frozen=True, slots=True)
class Person:
    """What may be known of somebody once the document result is out (§8)."""

    sex: str | None
    """F or M."""
    local: bool | None
    """Whether the local target's trait holds."""
    declaration: Declaration | None
    """Their declaration, where the line was one."""


def read_people(rows: Rows, announcement: Announcement) -> dict[str, Person]:
    """People by applicant id: each line a declaration or a row of `PERSON` columns. Raises InvalidLines."""
    wrong: list[LineError] = []
    found: dict[str, Person] = {}
    for number, row in rows:
        cells = Cells(number, row)
        applicant_id = applicant_of(cells, found)
        if is_declaration(row):
            declaration = declaration_of(cells, announcement)
            if declaration is not None:
                found.setdefault(applicant_id, Person(*traits_of(declaration, announcement), declaration))
        else:
            cells.known(PERSON)
            person = Person(cells.text("sex", among=("F", "M")), cells.truth("local"), None)
            found.setdefault(applicant_id, person)
        wrong += cells.errors
    if wrong:
        raise InvalidLines(wrong)
    return found


def read_papers(rows: Rows, announcement: Announcement) -> dict[str, list[Submission]]:
    """Papers by applicant id, of `PAPER` columns. Raises InvalidLines.

    Where there is a window for papers every line says when it came: one without would never be late (rule 76).
    """
    window = announcement.windows.upload
    dated = window.opens is not None or window.closes is not None
    wrong: list[LineError] = []
    found: dict[str, list[Submission]] = {}
    for number, row in rows:
        cells = Cells(number, row)
        cells.known(PAPER)
        applicant_id = applicant_of(cells)
        if dated and not cells.given("received_at"):
            cells.text("received_at", required=True)
        submission = Submission(
            claim_id=cells.text("claim_id", required=True) or "",
            paper=cells.text("paper") or "",
            agrees=cells.truth("agrees", required=True),
            received_at=cells.moment("received_at"),
            issued_on=cells.day("issued_on"),
            shows=frozenset(part.strip() for part in (cells.text("shows") or "").split("|") if part.strip()),
            line=number,
        )
        found.setdefault(applicant_id, []).append(submission)
        wrong += cells.errors
    if wrong:
        raise InvalidLines(wrong)
    return found


def read_rosters(rows: Rows, announcement: Announcement) -> Rosters:
    """Rosters of `ROSTER` columns; who is on one and never applied is passed over. Raises InvalidLines."""
    names = [roster.id for roster in announcement.rulebook.rosters]
    wrong: list[LineError] = []
    found: dict[str, set[str]] = {}
    for number, row in rows:
        cells = Cells(number, row)
        cells.known(ROSTER)
        roster = cells.text("roster", required=True, among=names)
        found.setdefault(roster or "", set()).add(applicant_of(cells))
        wrong += cells.errors
    if wrong:
        raise InvalidLines(wrong)
    return found


def read_checks(rows: Rows, outcomes: Iterable[Outcome], announcement: Announcement) -> dict[str, Check]:
    """Checks before appointment by applicant id, of `CHECK` columns; several lines of one person add up."""
    known = {one.candidate.applicant_id: one for one in outcomes}
    clauses = tuple(clause.id for clause in announcement.rulebook.facts.clauses)
    wrong: list[LineError] = []
    found: dict[str, Check] = {}
    for number, row in rows:
        cells = Cells(number, row)
        cells.known(CHECK)
        applicant_id = applicant_of(cells)
        if applicant_id and applicant_id not in known:
            cells.wrong("applicant_id", "NOT_IN_STAGE", "면접 결과에 없는 사람입니다.", "Nobody of the interview.")
        decision = cells.text("decision", among=("SELECT", "REJECT"))
        if decision is not None and applicant_id in known and not _may_tie(known[applicant_id], known.values()):
            cells.wrong("decision", "NOT_TIED", "동점으로 결정을 기다리는 사람이 아닙니다.", "This person is not tied.")
        clause, day, amount = cells.text("clause", among=clauses), cells.day("date"), cells.number_of("amount")
        if clause is None and not cells.errors and (day is not None or amount is not None):
            cells.wrong(
                "clause", "REQUIRED", "날짜와 금액에는 호 번호가 필요합니다.", "A date or amount needs a clause."
            )
        before = found.get(applicant_id, Check())
        if decision is not None and before.decision not in (None, decision):
            cells.wrong(
                "decision",
                "TWICE",
                f"같은 사람을 {before.decision}(으)로도 결정했습니다. 하나만 남기세요.",
                f"The same person is also decided as {before.decision}; keep one.",
            )
        found[applicant_id] = Check(
            decision=cast(Any, decision) or before.decision,
            declined=bool(cells.truth("declined")) or before.declined,
            grounds=(*before.grounds, *((Ground(clause, day, amount),) if clause is not None else ())),
        )
        wrong += cells.errors
    if wrong:
        raise InvalidLines(wrong)
    return found


def _may_tie(one: Outcome, outcomes: Iterable[Outcome]) -> bool:
    """Whether staff may be asked: tied at the line, or sharing a number of the reserve with somebody of the unit."""
    if one.result is not Result.RESERVE:
        return one.result is Result.STAFF
    place = (one.candidate.unit, one.reserve)
    alike = [other for other in outcomes if (other.candidate.unit, other.reserve) == place]
    return sum(other.result is Result.RESERVE for other in alike) > 1
