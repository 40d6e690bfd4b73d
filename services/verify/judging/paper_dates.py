"""The dates that a paper prints of itself, against the notice: issued since, still valid, published by then.

A declaration holds none of the three of most papers, so no comparison would notice (seed 002 section 9). What does not
hold is for a person: a date may be misread, and a newer copy may be asked for (rules 6, 79, 80; G10).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from services.announcement.claims import ClaimKind
from services.announcement.model import Announcement
from services.verify.evidence import PaperEvidence
from services.verify.judging import reasons
from services.verify.judging.invariants import agreed_date
from services.verify.judging.verdict import Reason


def date_doubts(
    evidence: PaperEvidence, rules: ClaimKind, announcement: Announcement, declared: Collection[str] = ()
) -> tuple[Reason, ...]:
    """Why a person must look at the dates of a paper that came for a claim of the kind `rules`.

    `declared` are the fields that were declared: those are compared, and score weighs them. Without a notice date
    nothing is tested, nor against an assumed one (G9): no right paper is held up by a day that nobody has confirmed.
    """
    notice = announcement.notice_date
    if notice is None or announcement.notice_date_assumed:
        return ()
    found: list[Reason] = []
    if announcement.options.paper_issue == "checked":
        found += _issue(evidence, rules, notice)
    if announcement.options.certificate_expiry == "tested" and "valid_until" not in declared:
        ends = agreed_date(evidence, "valid_until")
        found += [reasons.ended_before(ends, notice)] if ends is not None and ends < notice else []
    if "announced_on" not in declared:
        published = agreed_date(evidence, "announced_on")
        found += [reasons.published_after(published, notice)] if published is not None and published > notice else []
    return tuple(found)


def _issue(evidence: PaperEvidence, rules: ClaimKind, notice: date) -> Iterator[Reason]:
    """Rule 80: a paper that is issued anew must be from the day of the notice on; one without a date is looked at."""
    paper = evidence.paper or ""
    if paper in rules.undated_papers:
        return
    issued = agreed_date(evidence, "issued_on")
    place = evidence.field("issued_on")
    printed = paper in rules.dated_papers or (place is not None and bool(place.readings))
    if issued < notice if issued is not None else printed:
        yield reasons.issued_before(issued, notice)
