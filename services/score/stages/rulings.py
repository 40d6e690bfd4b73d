"""What all stages share: units, and the reasons that do not depend on marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from services.announcement.model import Announcement
from services.announcement.stages import Stages
from services.common.errors import Misconfigured
from services.score.rules.points import Reason
from services.score.stages.candidate import Candidate, Unit
from services.score.stages.preference import unit_of


class NothingToSelect(Misconfigured):
    """The rule book has no quotas or no stages: scores can be computed, but nobody can be selected."""


def stages_of(announcement: Announcement) -> Stages:
    """The stages of the announcement's rule book. Raises NothingToSelect where it has none."""
    book = announcement.rulebook
    if book.stages is None or book.quotas is None:
        raise NothingToSelect(
            f"rule book {book.name} has no [quotas] and [stages]: add both to its file, then select again"
        )
    return book.stages


def by_unit(candidates: Iterable[Candidate], announcement: Announcement) -> Iterator[tuple[Unit, list[Candidate]]]:
    """Candidates by the unit in which they are selected (G34), units in the rule book's order."""
    units: dict[Unit, list[Candidate]] = {}
    for candidate in candidates:
        units.setdefault(unit_of(candidate, announcement.options.selection_unit), []).append(candidate)
    book = announcement.rulebook
    places = [
        {name: index for index, name in enumerate(names)}
        for names in ([one.id for one in book.fields], [one.id for one in book.tracks], book.regions)
    ]

    def order(unit: Unit) -> tuple[int, ...]:
        return tuple(
            -1 if name is None else known.get(name, len(known)) for name, known in zip(unit, places, strict=True)
        )

    for unit in sorted(units, key=order):
        yield unit, sorted(units[unit], key=lambda one: one.applicant_id)


def no_posts(unit: Unit, announcement: Announcement) -> Reason:
    """Nobody is recruited in this unit."""
    quotas = announcement.rulebook.quotas
    if quotas is None:
        raise NothingToSelect(f"rule book {announcement.rulebook.name} has no [quotas]")
    return Reason(
        "NO_POSTS",
        quotas.rule,
        f"{unit}: 모집하지 않는 단위입니다. 모집인원 표를 확인하십시오.",
        f"{unit}: nobody is recruited here; look at the table of posts.",
    )
