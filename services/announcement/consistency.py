"""What a rule book may not contradict: names that nobody defines, tables with gaps, thresholds that do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from services.announcement.declared import CareerClaim, CertificateClaim, LanguageClaim, Record, StatusClaim
from services.announcement.language_consistency import language_contradictions
from services.announcement.model import RuleBook, title_key
from services.announcement.stage_consistency import stage_contradictions

_CLAIMS: dict[str, type[BaseModel]] = {
    "certificate": CertificateClaim,
    "language": LanguageClaim,
    "career": CareerClaim,
    "status": StatusClaim,
}


def contradictions(book: RuleBook) -> tuple[str, ...]:
    """Every contradiction of `book`, each as `key: what is wrong`; empty where it is consistent."""
    return (
        *_duplicates(book),
        *_unknown_names(book),
        *_claim_kinds(book),
        *language_contradictions(book),
        *_certificates(book),
        *stage_contradictions(book),
    )


def _duplicates(book: RuleBook) -> Iterator[str]:
    lists: dict[str, Iterable[str]] = {
        "fields": (field.id for field in book.fields),
        "tracks": (track.id for track in book.tracks),
        "regions": book.regions,
        "claims": (claim.kind for claim in book.claims),
        "statuses": (status.id for status in book.statuses),
        "rosters": (roster.id for roster in book.rosters),
        "tests": (test.id for test in book.tests),
        "bonuses": (bonus.id for bonus in book.bonuses),
        "certificate_groups": (group.id for group in book.certificate_groups),
        **{
            f"certificate_groups.{group.id}.areas": (one.name for one in group.areas)
            for group in book.certificate_groups
        },
        "facts.clauses": (clause.id for clause in book.facts.clauses),
        "targets.kinds": (kind.id for kind in (book.targets.kinds if book.targets is not None else ())),
        "provinces": (name for item in book.provinces for name in (item.name, *item.aliases)),
        "certificate_kinds": (
            title_key(name) for kind in book.certificate_kinds for name in (kind.title, *kind.aliases)
        ),
    }
    for key, names in lists.items():
        seen: set[str] = set()
        for name in names:
            if name in seen:
                yield f"{key}: {name!r} is listed twice"
            seen.add(name)


def _unknown_names(book: RuleBook) -> Iterator[str]:
    fields = {field.id for field in book.fields}
    groups = {group.id for group in book.certificate_groups}
    statuses = {status.id for status in book.statuses}
    tests = {test.id for test in book.tests}
    rosters = {roster.id for roster in book.rosters}
    used: list[tuple[str, Iterable[str], set[str]]] = [
        *((f"tracks.{one.id}.roster", (one.roster,) if one.roster else (), rosters) for one in book.tracks),
        *((f"statuses.{one.id}.roster", (one.roster,) if one.roster else (), rosters) for one in book.statuses),
        *((f"tracks.{track.id}.statuses", track.statuses, statuses) for track in book.tracks),
        *((f"bonuses.{bonus.id}.statuses", bonus.statuses, statuses) for bonus in book.bonuses),
        *((f"bonuses.{bonus.id}.fields", bonus.fields, fields) for bonus in book.bonuses),
        *((f"bonuses.{bonus.id}.tests", (item.test for item in bonus.tests), tests) for bonus in book.bonuses),
        *(
            (f"certificate_groups.{group.id}.{area.name}.fields", area.fields, fields)
            for group in book.certificate_groups
            for area in group.areas
        ),
        *(
            (f"certificate_groups.{group.id}.{area.name}.{entry}.not_for", entry.not_for, fields)
            for group in book.certificate_groups
            for area in group.areas
            for tier in area.tiers
            for entry in tier.certificates
        ),
        *((f"tests.{test.id}.sibling", (test.sibling,) if test.sibling else (), tests) for test in book.tests),
        *(
            (f"provinces.{item.name}.region", (item.region,) if item.region else (), set(book.regions))
            for item in book.provinces
        ),
        *(
            (
                f"fields.{field.id}.needs_certificate_of",
                (field.needs_certificate_of,) if field.needs_certificate_of else (),
                groups,
            )
            for field in book.fields
        ),
        ("facts.military_refused", book.facts.military_refused, set(book.facts.military)),
        ("facts.schools_counting", book.facts.schools_counting, set(book.facts.school_levels)),
        ("facts.states_counting", book.facts.states_counting, set(book.facts.school_states)),
    ]
    if book.facts.residence is not None:
        used.append(("facts.residence.status", (book.facts.residence.status,), statuses))
        used.append(("facts.residence.areas", book.facts.residence.areas, set(book.facts.areas)))
    for key, names, known in used:
        for name in names:
            if name not in known:
                yield f"{key}: {name!r} is not defined; known are {', '.join(sorted(known)) or 'none'}"
    if any(track.regional for track in book.tracks) and not book.regions:
        yield "regions: a regional track needs at least one region"


def _claim_kinds(book: RuleBook) -> Iterator[str]:
    present = {claim.kind for claim in book.claims}
    for kind in ("certificate", "language", "career", "status"):
        if kind not in present:
            yield f"claims: the kind {kind!r} is missing"
    for claim in book.claims:
        yield from _fields_of(f"claims.{claim.kind}.required_fields", claim.required_fields, _CLAIMS[claim.kind])
        yield from _fields_of(f"claims.{claim.kind}.required_record_fields", claim.required_record_fields, Record)
    for status in book.statuses:
        if any(not need.one_of for need in status.papers):
            yield f"statuses.{status.id}.papers: one_of is empty, so that nothing could prove it"


def _fields_of(key: str, names: Iterable[str], part: type[BaseModel]) -> Iterator[str]:
    """Only what a declaration has can be left empty in it."""
    known = {item.alias or name for name, item in part.model_fields.items() if item.default is None}
    for name in names:
        if name not in known:
            yield f"{key}: {name!r} is no field of it; known are {', '.join(sorted(known))}"


def _certificates(book: RuleBook) -> Iterator[str]:
    lists = {group.id: group for group in book.certificate_groups}
    for field in book.fields:
        group = lists.get(field.needs_certificate_of or "")
        if group is not None and not group.areas_for(field.id):
            yield f"fields.{field.id}.needs_certificate_of: no list of {group.id!r} counts for it"
    for group in book.certificate_groups:
        for area in group.areas:
            key = f"certificate_groups.{group.id}.{area.name}"
            if not area.tiers or not all(tier.certificates for tier in area.tiers):
                yield f"{key}: a list without certificates"
            points = [tier.points for tier in area.tiers]
            if points != sorted(points, reverse=True):
                yield f"{key}: the tiers are not in descending order of points"
            seen: set[str] = set()
            for entry in (entry for tier in area.tiers for entry in tier.certificates):
                kind = book.certificate_kind(entry.title)
                if kind is not None and kind.title != entry.title:
                    yield f"{key}: write {kind.title!r}, not its alias {entry.title!r}"
                grades = kind.grades if kind is not None else ()
                if entry.grade is not None and entry.grade not in grades:
                    yield f"{key}: {entry} has a grade that certificate_kinds does not list"
                if entry.grade is None and grades:
                    yield f"{key}: {entry} needs one of the grades {', '.join(grades)}"
                if str(entry) in seen:
                    yield f"{key}: {entry} is listed twice"
                seen.add(str(entry))
    for bonus in book.bonuses:
        for title in bonus.certificates:
            kind = book.certificate_kind(title)
            if kind is not None and kind.title != title:
                yield f"bonuses.{bonus.id}.certificates: write {kind.title!r}, not its alias {title!r}"
        for item in bonus.tests:
            test = book.test(item.test)
            if test is not None and item.level is not None and test.level(item.level) is None:
                yield f"bonuses.{bonus.id}.tests: {item.test} has no level {item.level!r}"
            grid = test.score if test is not None else None
            if item.score is not None and (grid is None or (grid.step > 0 and not grid.holds(item.score))):
                yield f"bonuses.{bonus.id}.tests: {item.test} never gives {item.score}"
