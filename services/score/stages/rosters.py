"""Rosters of the institution's own (rules 16, 45): who was recommended, who finished its programme. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from services.announcement.model import Announcement, Roster
from services.score.rules.points import Reason
from services.score.stages.candidate import Candidate

Rosters = Mapping[str, Set[str]]
"""Roster → application numbers; a roster that is no key was not given, and is not tested."""


def on_rosters(candidates: Iterable[Candidate], rosters: Rosters, announcement: Announcement) -> Iterator[Candidate]:
    """`candidates` with a reason for each given roster on which they must stand and do not."""
    known = {roster.id: roster for roster in announcement.rulebook.rosters}
    for one in candidates:
        absent = [known[name] for name in one.rosters if name in rosters and one.applicant_id not in rosters[name]]
        yield replace(one, reasons=(*one.reasons, *map(_not_on, absent))) if absent else one


def not_given(candidates: Iterable[Candidate], rosters: Rosters) -> Mapping[str, int]:
    """Roster that was not given → how many fit people rest on it."""
    return Counter(name for one in candidates if not one.reasons for name in one.rosters if name not in rosters)


def _not_on(roster: Roster) -> Reason:
    return Reason(
        "NOT_ON_ROSTER",
        roster.rule,
        f"{roster.title.ko}에 없습니다.",
        f"Not on the {roster.title.en}.",
    )
