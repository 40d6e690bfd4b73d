"""Which papers prove a claim: the question that the portal's answer and the score must never answer differently."""

from __future__ import annotations

from collections.abc import Collection

from services.announcement.claims import PaperNeed
from services.announcement.declared import CertificateClaim, Claim, LanguageClaim, StatusClaim
from services.announcement.model import RuleBook


def needs_no_paper(claim: Claim, book: RuleBook) -> bool:
    """Whether an internal list proves `claim`, so that nothing is uploaded for it."""
    return _needs(claim, book) == ()


def is_proved(claim: Claim, passed: Collection[str], book: RuleBook) -> bool:
    """Whether the papers that passed are all that `claim` needs.

    `passed` holds what each was uploaded as, "" where no paper was named. A claim that needs one paper is proved by any
    paper of its own, named or not; one that needs several asks for each by name.
    """
    needs = _needs(claim, book)
    if needs is None or (len(needs) == 1 and not any(choice.also for choice in needs[0].one_of)):
        return bool(passed)
    return all(_is_met(need, passed) for need in needs)


def paper_names(claim: Claim, book: RuleBook) -> tuple[str, ...]:
    """What a paper of `claim` may be called: its name as uploaded, or its kind; empty: anything."""
    kind = book.claim_kind(claim.kind)
    match claim:
        case CertificateClaim():
            return book.certificate_papers(claim.title)
        case LanguageClaim(test=name) if name is not None and (test := book.test(name)) is not None:
            sibling = book.test(test.sibling) if test.sibling is not None else None
            return (*test.papers, *(sibling.papers if sibling is not None else ()))
        case StatusClaim():
            choices = [choice for need in _needs(claim, book) or () for choice in need.one_of]
            names = dict.fromkeys(name for choice in choices for name in (choice.paper, *choice.also))
            # One that keeps its old date has its code beside its name (고급자격증, PROFESSIONAL).
            return (*names, *(kind.undated_papers if names.keys() & {*kind.undated_papers} else ()))
        case _:
            return kind.papers


def keeps_old_date(claim: Claim, paper: str, book: RuleBook) -> bool:
    """Whether a `paper` of `claim` may have been issued before the notice (rule 80, G10).

    Where no paper was named it may be any that proves the claim, so the oldest sort decides.
    """
    undated = book.claim_kind(claim.kind).undated_papers
    if paper:
        return paper in undated
    match claim:
        case CertificateClaim():
            return not (papers := book.certificate_papers(claim.title)) or bool({*papers} & {*undated})
        case LanguageClaim(test=name) if name is not None and (test := book.test(name)) is not None:
            return bool({*test.papers} & {*undated})
        case _:
            return False


def _needs(claim: Claim, book: RuleBook) -> tuple[PaperNeed, ...] | None:
    """The named papers that a status needs; None: any one paper of the claim will do."""
    if not isinstance(claim, StatusClaim) or claim.status is None:
        return None
    status = book.status(claim.status)
    return None if status is None else status.papers


def _is_met(need: PaperNeed, passed: Collection[str]) -> bool:
    return any(choice.paper in passed and all(other in passed for other in choice.also) for choice in need.one_of)
