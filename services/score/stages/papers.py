"""Papers handed in after the written test (rules 74–85): which claims are proved, and why somebody is out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from services.announcement.declaration import Claim, Declaration, StatusClaim
from services.announcement.model import Announcement
from services.announcement.proof import is_proved, needs_no_paper
from services.score.rules.claimstate import missing_fields
from services.score.rules.points import Reason


@dataclass(frozen=True, slots=True)
class Submission:
    """One paper that was handed in."""

    claim_id: str
    """The claim it proves."""
    paper: str = ""
    """What it is: a paper's name (`농지원부`) or kind (`NQ_RECORD`); empty where it was not named."""
    agrees: bool | None = True
    """Whether it agrees with the declaration; None: staff have yet to decide."""
    received_at: datetime | None = None
    """When it came, with offset; None: not known."""
    issued_on: date | None = None
    """The day printed as its day of issue; None: none is printed."""
    shows: frozenset[str] = frozenset()
    """What it shows beside the usual: `거주지 이전내역`."""


def paper_reasons(
    declaration: Declaration, submissions: Iterable[Submission], announcement: Announcement, notice: date
) -> Iterator[Reason]:
    """Why the papers of `declaration` make its declarant fail; nothing where every claim is proved.

    A paper of a claim that nobody made is passed over (G25).
    """
    by_claim: dict[str, list[Submission]] = {}
    for submission in submissions:
        by_claim.setdefault(submission.claim_id, []).append(submission)
    for claim in declaration.claims:
        yield from _claim(claim, by_claim.get(claim.id, []), announcement, notice)


def _claim(claim: Claim, submissions: list[Submission], announcement: Announcement, notice: date) -> Iterator[Reason]:
    book = announcement.rulebook
    rule = book.claim_kind(claim.kind).rule
    if missing := missing_fields(claim, book):
        names = ", ".join(missing)
        yield Reason("FIELD_MISSING", rule, f"{claim.id}: 입력 누락({names})", f"{claim.id}: left empty: {names}")
    if needs_no_paper(claim, book):
        return
    if any(one.agrees is False for one in submissions):
        yield Reason(
            "MISMATCH",
            rule,
            f"{claim.id}: 서류가 입력한 정보와 다릅니다(유·불리와 관계없음).",
            f"{claim.id}: the paper contradicts what was declared, whoever that favours.",
        )
        return
    usable, refused = set(), []
    for one in submissions:
        reason = _refusal(one, claim, announcement, notice)
        if reason is None:
            usable.add(one.paper)
        else:
            refused.append(reason)
    if not is_proved(claim, usable, book):
        yield from refused
        if not refused:
            yield Reason(
                "PAPER_MISSING",
                rule,
                f"{claim.id}: 필요한 서류가 기한 내에 제출되지 않았습니다.",
                f"{claim.id}: a paper that it needs was not handed in in time.",
            )


def _refusal(one: Submission, claim: Claim, announcement: Announcement, notice: date) -> Reason | None:
    """Why a paper does not count, or None."""
    book, window = announcement.rulebook, announcement.windows.upload
    kind = book.claim_kind(claim.kind)
    if one.received_at is not None and not window.is_open(one.received_at):
        late = window.has_closed(one.received_at)
        return Reason(
            "PAPER_LATE" if late else "PAPER_TOO_EARLY",
            kind.rule,
            f"{claim.id}: 제출기간 {'후' if late else '전'}에 제출된 서류입니다.",
            f"{claim.id}: the paper came {'after' if late else 'before'} the window for papers.",
        )
    if announcement.options.paper_issue == "checked" and one.issued_on is not None and one.issued_on < notice:
        undated = claim.kind == "certificate" and (not one.paper or one.paper in kind.undated_papers)
        if not undated:
            return Reason(
                "PAPER_ISSUED_TOO_EARLY",
                kind.rule,
                f"{claim.id}: 공고일 {notice.isoformat()} 이후에 발급된 서류여야 합니다({one.issued_on.isoformat()}).",
                f"{claim.id}: the paper must be issued on the notice date {notice.isoformat()} or later "
                f"({one.issued_on.isoformat()}).",
            )
    needed = _must_show(one, claim, announcement)
    if needed is not None and needed not in one.shows:
        return Reason(
            "PAPER_INCOMPLETE",
            kind.rule,
            f"{claim.id}: {one.paper}에 {needed}이(가) 있어야 합니다.",
            f"{claim.id}: {one.paper} must show {needed}.",
        )
    return None


def _must_show(one: Submission, claim: Claim, announcement: Announcement) -> str | None:
    if not isinstance(claim, StatusClaim) or claim.status is None:
        return None
    status = announcement.rulebook.status(claim.status)
    for need in status.papers if status is not None else ():
        for choice in need.one_of:
            if choice.paper == one.paper:
                return choice.shows
    return None
