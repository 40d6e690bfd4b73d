"""Papers handed in after the written test (rules 74–85): which claims are proved, and why somebody is out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from services.announcement.declaration import Claim, Declaration, StatusClaim
from services.announcement.model import Announcement, RuleBook
from services.announcement.proof import is_proved, keeps_old_date, needs_no_paper, paper_names
from services.score.rules.claim_names import claim_name, left_empty
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
    """Whether it agrees with the declaration; only what does proves anything."""
    received_at: datetime | None = None
    """When it came, with offset; None: not known."""
    issued_on: date | None = None
    """The day printed as its day of issue; None: none is printed."""
    shows: frozenset[str] = frozenset()
    """What it shows beside the usual: `거주지 이전내역`."""
    line: int = 0
    """Its line in the file; 0: it is in none."""


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


def papers_of_others(
    declaration: Declaration, submissions: Iterable[Submission], book: RuleBook
) -> Iterator[tuple[Submission, tuple[str, ...]]]:
    """Every paper whose name is none that could prove its claim, with the names that could.

    A slip of the pen would let a right person fail, and a paper of something else prove what it does not say.
    """
    claims = {claim.id: claim for claim in declaration.claims}
    for one in submissions:
        claim = claims.get(one.claim_id)
        names = paper_names(claim, book) if claim is not None else ()
        if one.paper and names and one.paper not in names:
            yield one, names


def _claim(claim: Claim, submissions: list[Submission], announcement: Announcement, notice: date) -> Iterator[Reason]:
    book = announcement.rulebook
    rule = book.claim_kind(claim.kind).rule
    ko, en = claim_name(claim, book)
    if missing := missing_fields(claim, book):
        empty_ko, empty_en = left_empty(missing)
        yield Reason("FIELD_MISSING", rule, f"{ko}: {empty_ko}", f"{en}: {empty_en}")
    if needs_no_paper(claim, book):
        return
    if any(one.agrees is False for one in submissions):
        yield Reason(
            "MISMATCH",
            rule,
            f"{ko}: 서류가 입력한 정보와 다릅니다(유·불리와 관계없이 불합격).",
            f"{en}: the paper contradicts what was declared, which fails whomever it favours.",
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
                f"{ko}: 필요한 서류가 기한 내에 제출되지 않았습니다.",
                f"{en}: a paper that it needs was not handed in in time.",
            )


def _refusal(one: Submission, claim: Claim, announcement: Announcement, notice: date) -> Reason | None:
    """Why a paper does not count, or None."""
    book, window = announcement.rulebook, announcement.windows.upload
    kind = book.claim_kind(claim.kind)
    ko, en = claim_name(claim, book)
    if one.received_at is not None and not window.is_open(one.received_at):
        late = window.has_closed(one.received_at)
        return Reason(
            "PAPER_LATE" if late else "PAPER_TOO_EARLY",
            kind.rule,
            f"{ko}: 제출기간 {'후' if late else '전'}에 제출된 서류입니다.",
            f"{en}: the paper came {'after' if late else 'before'} the window for papers.",
        )
    checked = announcement.options.paper_issue == "checked" and not keeps_old_date(claim, one.paper, book)
    if checked and one.issued_on is not None and one.issued_on < notice:
        return Reason(
            "PAPER_ISSUED_TOO_EARLY",
            kind.rule,
            f"{ko}: 공고일 {notice.isoformat()} 이후에 발급된 서류여야 합니다(발급일 {one.issued_on.isoformat()}).",
            f"{en}: the paper must be issued on the notice date {notice.isoformat()} or later "
            f"(it was issued on {one.issued_on.isoformat()}).",
        )
    needed = _must_show(one, claim, announcement)
    if needed is not None and needed not in one.shows:
        return Reason(
            "PAPER_INCOMPLETE",
            kind.rule,
            f"{ko}: {one.paper}에 {needed}이(가) 있어야 합니다.",
            f"{en}: {one.paper} must show {needed}.",
        )
    return None


def _must_show(one: Submission, claim: Claim, announcement: Announcement) -> str | None:
    if not isinstance(claim, StatusClaim) or claim.status is None:
        return None
    status = announcement.rulebook.status(claim.status)
    for need in status.papers if status is not None else ():
        named = [choice for choice in need.one_of if one.paper in ("", choice.paper)]
        # A paper without a name may be any of them: what every one of them must show it must show as well.
        if named and all(choice.shows for choice in named):
            return named[0].shows
    return None
