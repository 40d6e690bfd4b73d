"""Candidates and the outcomes of the stage before, as they come in files, checked line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar, cast

from services.announcement.model import Announcement
from services.score.rules.claimstate import ClaimState
from services.score.rules.points import Reason, plain
from services.score.rules.score import score
from services.score.stages.candidate import GOES_ON, Candidate, Held, Outcome, OutcomeStage, Unit
from services.score.stages.cells import Cells
from services.score.stages.entry import candidate_of
from services.score.stages.lines import InvalidLines, LineError
from services.score.stages.named import Rows, applicant_of, declaration_of, is_declaration
from services.score.stages.outcome_checks import contradictions
from services.score.stages.outcome_row import from_flat, from_json
from services.score.stages.preference import most_of_document

T = TypeVar("T")

CANDIDATE = ("applicant_id", "person", "field", "track", "region", "eligible", "document", "preferences")


def read_candidates(rows: Rows, announcement: Announcement, notice: date) -> list[Candidate]:
    """Candidates of the document stage: each line a declaration (scored, every claim taken as verified) or a row of
    `CANDIDATE` columns. Raises InvalidLines."""
    wrong: list[LineError] = []
    found: dict[str, Candidate] = {}
    persons: dict[str, Candidate] = {}
    for number, row in rows:
        cells = Cells(number, row)
        applicant_id = applicant_of(cells, found)
        whole = is_declaration(row)
        declaration = declaration_of(cells, announcement) if whole else None
        candidate = None
        if declaration is not None:
            settled = {claim.id: ClaimState.PASSED for claim in declaration.claims}
            result = score(declaration, settled, announcement, notice_date=notice)
            candidate = candidate_of(applicant_id, declaration, settled, result, announcement, notice)
        elif not whole:
            candidate = _candidate(cells, applicant_id, announcement)
        _once(cells, candidate, persons, announcement)
        wrong += cells.errors
        if candidate is not None:
            found.setdefault(applicant_id, candidate)
    return _whole(list(found.values()), wrong)


def read_outcomes(rows: Rows, stage: OutcomeStage, announcement: Announcement, *, flat: bool) -> list[Outcome]:
    """The outcomes that `docintake select STAGE` wrote. Raises InvalidLines."""
    wrong: list[LineError] = []
    found: dict[str, Outcome] = {}
    held = {kind.id for kind in announcement.rulebook.preference.kinds} if announcement.rulebook.preference else set()
    for number, row in rows:
        cells = Cells(number, row)
        applicant_id = applicant_of(cells, found)
        try:
            outcome = from_flat(cast(Mapping[str, str], row)) if flat else from_json(row)
        except (KeyError, ValueError, TypeError, AttributeError, ArithmeticError) as error:
            missing = isinstance(error, KeyError)
            cells.wrong(
                "",
                "NO_OUTCOME",
                f"docintake select {stage}의 결과 줄이 아닙니다({f'{error} 없음' if missing else error}).",
                f"This is no line that docintake select {stage} wrote ({f'no {error}' if missing else error}).",
            )
        else:
            if outcome.stage != stage:
                cells.wrong("stage", "UNKNOWN_VALUE", f"{stage} 전형의 결과여야 합니다.", f"It must be {stage}.")
            _known_unit(cells, announcement)
            if unknown := sorted({one.id for one in outcome.candidate.preferences} - held):
                known = ", ".join(sorted(held))
                cells.wrong("preferences", "UNKNOWN_VALUE", f"{unknown[0]}: 없는 우대입니다.", f"Known are {known}.")
            else:
                list(_held(cells, announcement))  # for what is wrong with a rate
            for wrong_field, ko, en in contradictions(outcome, announcement) if not cells.errors else ():
                cells.wrong(wrong_field, "CONTRADICTION", ko, en)
            found.setdefault(applicant_id, outcome)
        wrong += cells.errors
    return _whole(list(found.values()), wrong)


def _known_unit(cells: Cells, announcement: Announcement) -> None:
    """Field, track and region of an outcome are the rule book's."""
    book = announcement.rulebook
    cells.text("field", required=True, among=[one.id for one in book.fields])
    cells.text("track", required=True, among=[one.id for one in book.tracks])
    cells.text("region", among=book.regions)


def _once(
    cells: Cells,
    candidate: Candidate | None,
    persons: dict[str, Candidate],
    announcement: Announcement,
) -> None:
    """Who applies to 장애인전형 or 보훈전형 applies nowhere else (rules 13, 16); `person` says who is who."""
    person = cells.text("person") if not is_declaration(cells.row) else None
    if person is None or candidate is None:
        return
    other = persons.setdefault(person, candidate)
    if other is candidate:
        return
    for one in (other, candidate):
        track = announcement.rulebook.track(one.unit.track)
        if track is not None and track.alone:
            cells.wrong(
                "person",
                "SECOND_APPLICATION",
                f"{track.id} 응시자는 다른 전형에 중복응시할 수 없습니다({other.applicant_id}). 하나만 남기세요.",
                f"Who applies to {track.id} may not apply elsewhere ({other.applicant_id}); keep one application.",
            )
            return


def _candidate(cells: Cells, applicant_id: str, announcement: Announcement) -> Candidate | None:
    book = announcement.rulebook
    cells.known(CANDIDATE)
    field = cells.text("field", required=True, among=[one.id for one in book.fields])
    track_id = cells.text("track", required=True, among=[one.id for one in book.tracks])
    track = book.track(track_id) if track_id is not None else None
    regional = track is not None and track.regional
    region = cells.text("region", required=regional, among=book.regions)
    if region is not None and track is not None and not regional:
        cells.wrong("region", "NOT_APPLICABLE", f"{track_id}은 권역이 없습니다. 비우세요.", "This track has no region.")
    total = cells.number_of("document", required=True)
    if total is not None and field is not None:
        _on_the_grid(cells, total, field, announcement)
    eligible = cells.truth("eligible") if cells.given("eligible") else True
    held = tuple(_held(cells, announcement))
    if cells.errors or field is None or track_id is None or total is None:
        return None
    reasons = () if eligible else (_ineligible(announcement),)
    rosters = (track.roster,) if track is not None and track.roster is not None else ()
    return Candidate(applicant_id, Unit(field, track_id, region), reasons, {"document": total}, held, rosters)


def _on_the_grid(cells: Cells, total: Decimal, field_id: str, announcement: Announcement) -> None:
    """The total of the document stage (rule 47): up to full marks and bonus, in steps of the last place that counts."""
    book, most = announcement.rulebook, most_of_document(field_id, announcement)
    if total > most or total % book.quantum:
        cells.wrong(
            "document",
            "OFF_GRID",
            f"{field_id} 분야의 서류 총점은 0부터 {plain(most)}까지, {book.quantum:f} 단위입니다.",
            f"The document total of {field_id} lies between 0 and {plain(most)}, in steps of {book.quantum:f}.",
        )


def _held(cells: Cells, announcement: Announcement) -> Iterable[Held]:
    rules = announcement.rulebook.preference
    kinds = {kind.id: kind for kind in rules.kinds} if rules is not None else {}
    for name, percent in cells.pairs("preferences").items():
        kind = kinds.get(name)
        if kind is None:
            known = ", ".join(kinds)
            cells.wrong("preferences", "UNKNOWN_VALUE", f"{name}: {known} 중에서 쓰세요.", f"Known are {known}.")
            continue
        allowed = [kind.percent] if kind.percent is not None else sorted(_rates(kind.statuses, announcement))
        if percent not in (shown := [f"{one:f}" for one in allowed]):
            choices = ", ".join(shown)
            cells.wrong("preferences", "UNKNOWN_VALUE", f"{name}의 비율은 {choices} 중 하나입니다.", f"Use {choices}.")
            continue
        yield Held(name, Decimal(percent))


def _rates(statuses: Iterable[str], announcement: Announcement) -> Iterable[Decimal]:
    for name in statuses:
        status = announcement.rulebook.status(name)
        yield from status.rates if status is not None else ()


def _ineligible(announcement: Announcement) -> Reason:
    return Reason(
        "INELIGIBLE", announcement.rulebook.language.window_rule, "응시자격이 없습니다.", "Not eligible to apply."
    )


def _whole(found: list[T], wrong: list[LineError]) -> list[T]:
    """`found`, unless something is wrong or the file holds nobody: a stage of nobody is a file mistaken for another."""
    if not found and not wrong:
        ko, en = (
            "파일에 아무도 없습니다. 파일을 확인하십시오.",
            "There is nobody in the file; look whether it is the right one.",
        )
        wrong = [LineError(0, "", "EMPTY", "", ko, en)]
    if wrong:
        raise InvalidLines(wrong)
    return found


def going_on(outcomes: Iterable[Outcome]) -> list[Candidate]:
    """Who of a stage takes part in the next one."""
    return [one.candidate for one in outcomes if one.result in GOES_ON]
