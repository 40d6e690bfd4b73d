"""One declared claim × one paper's evidence → the verdict. Pure: no clock, no state, the same input the same verdict.

A wrong value that passes is the worst that can happen, a right paper that fails the second, one that waits for a person
costs a minute. So MATCH must be earned by every compared field, MISMATCH by positive agreement on something else, and
everything between is UNREADABLE.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.announcement.declaration import Claim, Declaration
from services.announcement.model import Announcement, LanguageTest
from services.verify.evidence import Family, PaperEvidence
from services.verify.judging import reasons
from services.verify.judging.comparison import Compared, compare, left_empty
from services.verify.judging.confirmation import confirm
from services.verify.judging.expectation import Expectation, declared_fields, expect
from services.verify.judging.identity import identify
from services.verify.judging.invariants import Broken, contradictions, marked
from services.verify.judging.paper_dates import date_doubts
from services.verify.judging.paper_kind import another, is_the_named, kind_is_certain, test_of, unread
from services.verify.judging.records import judge_records, of_employer
from services.verify.judging.rows import Row, columns, judge_rows, softened
from services.verify.judging.status import identity_of, judge_status, read_only
from services.verify.judging.verdict import FieldStatus, FieldVerdict, Reason, ReasonCode, Status, Verdict
from services.verify.values.titles import split_grade

VERSION = "5"
"""Raised with every change that could change a verdict."""


_ROWS = {"certificate": "certificates", "career": "employments"}
"""Kind of claim → the table of which one row proves it, on papers that print several."""


def judge(
    claim: Claim | None,
    declaration: Declaration,
    evidence: PaperEvidence,
    announcement: Announcement,
    uploaded_as: Family | None = None,
    named: str | None = None,
) -> Verdict:
    """The verdict on a paper that was uploaded to prove `claim` of `declaration`.

    `uploaded_as` is the kind under which it came, `named` the name of the paper where one was given. `claim` is None
    where the declaration has no such claim. Raises nothing: what cannot be weighed is UNREADABLE.
    """
    if claim is None:
        return Verdict(Status.UNREADABLE, (), (reasons.whole(ReasonCode.UNKNOWN_CLAIM),))
    expected = expect(claim, declaration, announcement.rulebook)
    if (reason := unread(evidence)) is not None:
        return Verdict(Status.UNREADABLE, declared_fields(expected), (reason,))
    test = test_of(evidence, announcement.rulebook)
    certain = kind_is_certain(evidence, test)
    wrong = another(evidence, expected, uploaded_as, named)
    if wrong is not None and (certain or not _siblings(expected.test, test)):
        by_kind = _by_kind(expected, evidence, FieldStatus.MISMATCH)
        uncompared = tuple(entry for entry in declared_fields(expected) if not (by_kind and entry.field == "test"))
        return Verdict(Status.MISMATCH, (*by_kind, *uncompared), (wrong,))
    broken = contradictions(evidence, test, expected.grades)
    evidence = marked(evidence, broken)
    if expected.kind == "status":
        return _status(expected, evidence, broken, announcement, is_the_named(evidence, named))
    identity = identify(expected.person, evidence)
    proof = _proof(expected, evidence)
    if expected.kind == "language" and not (certain and wrong is None):
        proof = _Proof((_test_unsure(expected, evidence), *proof.compared), proof.reasons)
    compared = (*identity.compared, *proof.compared)
    extra = [*([identity.reason] if identity.reason else []), *proof.reasons]
    extra += _breaks(broken, compared) + _demanded(expected, evidence, compared)
    extra += date_doubts(evidence, announcement.rulebook.claim_kind(expected.kind), announcement, _declared(expected))
    if not any(entry.status is FieldStatus.MATCH for entry in proof.compared):
        extra.append(reasons.whole(ReasonCode.NEEDS_PERSON))
    by_kind = () if not certain or wrong else _by_kind(expected, evidence, FieldStatus.MATCH)
    return _conclude(by_kind, softened(compared) if broken.whole else compared, extra)


@dataclass(frozen=True, slots=True)
class _Proof:
    """The claim's own fields, judged."""

    compared: tuple[Compared, ...]
    reasons: tuple[Reason, ...] = ()


def _conclude(by_kind: tuple[FieldVerdict, ...], compared: Sequence[Compared], extra: Sequence[Reason]) -> Verdict:
    """The whole from its parts: any contradiction fails, anything undecided waits, and only the rest matches."""
    fields = (*by_kind, *(entry.verdict for entry in compared))
    found = tuple(entry.reason for entry in compared if entry.reason) + tuple(extra)
    statuses = {entry.status for entry in compared}
    if statuses & {FieldStatus.MISMATCH, FieldStatus.MISSING}:
        stays = tuple(reason for reason in found if not _says_nothing(reason))
        return Verdict(Status.MISMATCH, fields, stays)
    if found or FieldStatus.UNREADABLE in statuses:
        telling = tuple(reason for reason in found if not _says_nothing(reason))
        stays = telling or found
        return Verdict(Status.UNREADABLE, fields, stays)
    return Verdict(Status.MATCH, fields, ())


def _says_nothing(reason: Reason) -> bool:
    """Whether a reason only says that a person decides, which any other reason says better."""
    return reason.code is ReasonCode.NEEDS_PERSON and reason.field is None


def _proof(expected: Expectation, evidence: PaperEvidence) -> _Proof:
    declared = {field: value for field, value in expected.fields.items() if value}
    missing = _missing(expected)
    found: tuple[Reason, ...] = ()
    rows: tuple[Compared, ...] = ()
    chosen: tuple[Row, ...] = ()
    table = evidence.table(_ROWS.get(expected.kind, ""))
    if table is not None and table.rows:
        in_table = {field: value for field, value in declared.items() if field in columns(table)}
        if in_table:
            judged = judge_rows(in_table, table, expected.spellings)
            rows, found = judged.compared, (judged.reason,) if judged.reason else ()
            chosen = judged.rows
        declared = {field: value for field, value in declared.items() if field not in in_table}
    plain = tuple(
        compare(
            field,
            value,
            evidence.field(field),
            prints=field not in evidence.not_printed,
            spellings=expected.spellings.get(field, ()),
        )
        for field, value in declared.items()
        if field != "test"
    )
    if table is not None and expected.kind == "certificate":
        plain = _of_the_list(plain)
    if expected.kind == "career":
        rows = (*rows, *_career(expected, evidence, chosen))
    return _Proof((*missing, *plain, *rows), found)


def _of_the_list(compared: Sequence[Compared]) -> tuple[Compared, ...]:
    """What no row of a list of certificates says, contradicted by the list: its own day of issue is none of theirs."""
    dated = {entry.verdict.field for entry in compared if entry.verdict.field.endswith(("_on", "_until"))}
    return tuple(softened([entry])[0] if entry.verdict.field in dated else entry for entry in compared)


def _declared(expected: Expectation) -> frozenset[str]:
    return frozenset(field for field, value in expected.fields.items() if value)


def _missing(expected: Expectation) -> tuple[Compared, ...]:
    return tuple(
        left_empty(field) for field, value in expected.fields.items() if field in expected.required and not value
    )


def _status(
    expected: Expectation, evidence: PaperEvidence, broken: Broken, announcement: Announcement, is_named: bool
) -> Verdict:
    """A status: MATCH where the paper alone proves it for the applicant, MISMATCH where it is somebody else's for sure.

    In between everything that was read is shown to staff.
    """
    identity = identify(expected.person, evidence)
    person = identity_of(identity.compared, evidence)
    proven = is_named and any(
        entry.verdict.field == "name" and entry.status is FieldStatus.MATCH for entry in identity.compared
    )
    doubts = date_doubts(evidence, announcement.rulebook.claim_kind(expected.kind), announcement)
    proof = judge_status(expected, evidence, proven and not doubts)
    compared = (*person, *_missing(expected), *proof)
    extra = [*doubts, *_breaks(broken, compared)]
    if any(entry.verdict.field == "status" and entry.status is FieldStatus.UNREADABLE for entry in proof):
        extra.append(reasons.whole(ReasonCode.NEEDS_PERSON))
    compared = softened(compared) if broken.whole else compared
    verdict = _conclude((), compared, extra)
    if verdict.status is not Status.UNREADABLE:
        return verdict
    seen = read_only(evidence, {entry.verdict.field for entry in compared})
    return replace(verdict, fields=(*verdict.fields, *(entry.verdict for entry in seen)))


def _career(expected: Expectation, evidence: PaperEvidence, employments: Sequence[Row]) -> tuple[Compared, ...]:
    table = evidence.table("records")
    if table is not None:
        printed = evidence.table(_ROWS["career"])
        table = of_employer(table, expected.fields.get("company"), employments, printed.rows if printed else ())
    with_records = bool(expected.records or (table and table.rows))
    records = judge_records(expected.records, table, expected.required_in_record, evidence.not_printed)
    return (*records, *confirm(evidence, with_records=with_records))


def _by_kind(expected: Expectation, evidence: PaperEvidence, status: FieldStatus) -> tuple[FieldVerdict, ...]:
    """The test's own verdict: the kind of paper says which test it is."""
    declared = expected.fields.get("test")
    if expected.kind != "language" or not declared:
        return ()
    place = evidence.field("test")
    page, box = (place.page, place.box) if place else (None, None)
    return (FieldVerdict("test", declared, evidence.paper, status, page, box),)


def _test_unsure(expected: Expectation, evidence: PaperEvidence) -> Compared:
    declared = expected.fields.get("test")
    verdict = FieldVerdict("test", declared, evidence.paper, FieldStatus.UNREADABLE, None, None)
    return Compared(verdict, reasons.unreadable("test", evidence.paper))


def _siblings(claimed: LanguageTest | None, printed: LanguageTest | None) -> bool:
    """Whether the two tests go by one name, so that only the date tells them apart (TEPS and New TEPS)."""
    return claimed is not None and printed is not None and claimed.sibling == printed.id


def _breaks(broken: Broken, compared: Sequence[Compared]) -> list[Reason]:
    told = {
        entry.verdict.field for entry in compared if entry.reason and entry.reason.code is ReasonCode.INVARIANT_BROKEN
    }
    fields = [reasons.broken(invariant, field) for field, invariant in broken.fields.items() if field not in told]
    return fields + [reasons.broken(invariant, None) for invariant in broken.whole]


def _demanded(expected: Expectation, evidence: PaperEvidence, compared: Sequence[Compared]) -> list[Reason]:
    """What the rule book demands and this paper does not print; a title may be told by the kind of paper alone."""
    unprinted = [entry.verdict.field for entry in compared if entry.status is FieldStatus.NOT_PRINTED]
    excused = {"title"} if evidence.paper in expected.telling_papers else set()
    found = [reasons.required_not_printed(field) for field in unprinted if field in expected.required - excused]
    if "grade" in unprinted and _grade_counts(expected) and not _told_with_grade(compared):
        found.append(reasons.required_not_printed("grade"))
    return found


def _grade_counts(expected: Expectation) -> bool:
    """Whether the grade declared is part of the certificate: it has grades, or its title was declared with one."""
    return bool(expected.grades) or split_grade(expected.fields.get("title") or "")[1] is not None


def _told_with_grade(compared: Sequence[Compared]) -> bool:
    """Whether the title on the paper has its grade behind it, so that the grade was compared with the title."""
    return any(
        entry.verdict.field == "title" and entry.verdict.read is not None and split_grade(entry.verdict.read)[1]
        for entry in compared
    )
