"""What an honest applicant declares from a paper, and where on the paper each declared value stands."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from pydantic import ValidationError

from services.announcement.declaration import Declaration
from services.announcement.declaration_rules import rule_errors
from services.announcement.load import load_announcement
from services.announcement.model import Announcement, RuleBook
from specimens import Truth

ANNOUNCEMENT = "2019-grade5"
PERSON = ("name", "name_latin", "birth_date")
_FIELDS = {
    "language": ("test", "score", "level", "test_date", "announced_on", "registration_no", "sections"),
    "certificate": ("title", "grade", "number", "acquired_on", "issued_on", "valid_until", "issuer"),
    "career": ("company", "joined_on", "left_on", "records", "confirmation"),
}
_STEP = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")


@dataclass(frozen=True, slots=True)
class Declared:
    """A right declaration of one paper."""

    body: Mapping[str, Any]
    """As the portal sends it, with one claim."""
    printed: Mapping[str, str]
    """Declared value's path in the body (`claims[0].score`) → the truth's field; only what stands on the paper."""
    others: Mapping[str, tuple[str, ...]]
    """Path → other values that the paper does not bear out: of the table's other rows, of other statuses."""


def announcement() -> Announcement:
    """The shipped announcement."""
    return load_announcement(ANNOUNCEMENT)


def declare(
    paper: str, kind: str, values: Mapping[str, Any], truths: Iterable[Truth], book: RuleBook, seed: int
) -> Declared | None:
    """The right declaration of `paper`, a claim of `kind`; None where no claim can be made from it."""
    fields = {truth.field for truth in truths}
    person = {name: values[name] for name in PERSON if values.get(name)}
    rows: list[Mapping[str, Any]] = list(values.get("certificates") or ())
    if kind == "status":
        status = next((one for one in book.statuses if _needs(one.papers, paper)), None)
        if status is None:
            return None
        rate = {"rate": values["rate"]} if status.rates and values.get("rate") else {}
        unproven = tuple(one.id for one in book.statuses if one.papers and not _needs(one.papers, paper))
        printed = _printed(person, {"status": "title", "rate": "rate"} if rate else {"status": "title"}, fields)
        return Declared(
            _body(person, {"kind": kind, "status": status.id, **rate}), printed, {"claims[0].status": unproven}
        )
    if rows:
        number = Random(f"row/{seed}").randrange(len(rows))
        claim = {name: value for name, value in rows[number].items() if name in _FIELDS[kind] and value}
        printed = _printed(person, {name: f"certificates[{number}].{name}" for name in claim}, fields)
        others = {f"claims[0].{name}": tuple(str(row[name]) for row in rows if row.get(name)) for name in claim}
        return Declared(_body(person, {"kind": kind, **claim}), printed, others)
    claim = {name: values[name] for name in _FIELDS[kind] if values.get(name)}
    names = {path: path for path in leaves(claim)}
    return Declared(_body(person, {"kind": kind, **claim}), _printed(person, names, fields), {})


def parse(body: Mapping[str, Any]) -> Declaration | None:
    """The declaration in `body`, or None where it has no right shape."""
    try:
        return Declaration.model_validate(dict(body))
    except ValidationError:
        return None


def refusals(declaration: Declaration, notice: Announcement) -> frozenset[tuple[str, str]]:
    """(field, code) of everything for which the portal would refuse it."""
    return frozenset((error.field, error.code) for error in rule_errors(declaration, notice, None))


def leaves(tree: Any, path: str = "") -> dict[str, str]:
    """Path → text of every value in nested groups and rows."""
    if isinstance(tree, Mapping):
        parts = [leaves(value, f"{path}.{name}" if path else name) for name, value in tree.items()]
    elif isinstance(tree, (list, tuple)):
        parts = [leaves(value, f"{path}[{number}]") for number, value in enumerate(tree)]
    else:
        return {} if tree is None else {path: str(tree)}
    return {name: value for part in parts for name, value in part.items()}


def changed(body: Mapping[str, Any], changes: Mapping[str, str]) -> dict[str, Any]:
    """A copy of `body` with the values at some paths replaced."""
    copied: dict[str, Any] = copy.deepcopy(dict(body))
    for path, value in changes.items():
        *groups, last = [name or int(number) for name, number in _STEP.findall(path)]
        place: Any = copied
        for group in groups:
            place = place[group]
        place[last] = value
    return copied


def _needs(papers: Iterable[Any], paper: str) -> bool:
    return any(choice.paper == paper for need in papers for choice in need.one_of)


def _body(person: Mapping[str, Any], claim: Mapping[str, Any]) -> dict[str, Any]:
    place = {"announcement": ANNOUNCEMENT, "field": "경상", "track": "전국일반"}
    return {**place, **person, "claims": [{"id": "claim", **claim}]}


def _printed(person: Mapping[str, Any], claim: Mapping[str, str], fields: set[str]) -> dict[str, str]:
    found = {name: name for name in person if name in fields}
    return found | {f"claims[0].{path}": field for path, field in claim.items() if field in fields}
