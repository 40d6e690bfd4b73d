"""Declarations that are wrong in exactly one confusable place, made from the right one. Pure.

A value that only spells the truth otherwise is no near miss; one that the portal would refuse never reaches judging.
Only what stands on the paper is changed: no paper can disprove what it does not print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from eval.confusables import confusables, moved
from eval.declaring import Declared, changed, leaves
from eval.scoring import plain
from services.announcement.model import RuleBook
from services.verify.values import canonical, same

_CLAIM = "claims[0]."
_CLOSED = ("status", "rate")
"""Names and rates of the rule book: compared as they are."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """One wrong declaration."""

    path: str
    """What was changed: `claims[0].score`."""
    printed: str
    """Where it stands on the paper: `certificates[2].number`; empty for the test, which the kind of paper tells."""
    change: str
    """How, in words."""
    truth: str
    """What stands on the paper."""
    declared: str
    """What is declared instead."""
    body: Mapping[str, Any]
    """The whole declaration."""

    @property
    def field(self) -> str:
        """The declaration's field without claim and row: `records.from`."""
        return plain(self.path.removeprefix(_CLAIM))


def near_misses(
    declared: Declared, book: RuleBook, seed: int, most: int, declarable: Callable[[Mapping[str, Any]], bool]
) -> list[NearMiss]:
    """At most `most` of them, every printed field in turn. `declarable` says whether the portal would take a body."""
    dice = Random(f"near misses/{seed}")
    queues = []
    for path, candidates in _by_path(declared, book).items():
        candidates = list(dict.fromkeys(candidates))
        dice.shuffle(candidates)
        queues.append((path, candidates))
    dice.shuffle(queues)
    found: list[NearMiss] = []
    values = leaves(declared.body)
    while len(found) < most and any(queue for _, queue in queues):
        for path, queue in queues:
            if queue and len(found) < most:
                change, told, changes = queue.pop()
                body = changed(declared.body, dict(changes))
                if declarable(body):
                    found.append(NearMiss(path, declared.printed.get(path, ""), change, values[path], told, body))
    return found


Candidate = tuple[str, str, tuple[tuple[str, str], ...]]
"""How, what is declared, and every path that changes with its new value."""


def _by_path(declared: Declared, book: RuleBook) -> dict[str, list[Candidate]]:
    values = leaves(declared.body)
    found: dict[str, list[Candidate]] = {}
    for path in declared.printed:
        field = path.removeprefix(_CLAIM)
        changes = [*confusables(field, values[path]), *_other_rows(path, declared)]
        found[path] = [
            (change, value, ((path, value),))
            for change, value in changes
            if differs(field, values[path], value, declared.body, book)
        ]
    if "claims[0].test" in values:
        tests = [("sister test", value) for _, value in confusables("test", values["claims[0].test"])]
        found["claims[0].test"] = [(change, value, (("claims[0].test", value),)) for change, value in tests]
    for (path, one), (other_path, other) in _section_pairs(declared, values):
        for change, first, second in moved(one, other):
            told = f"{first} and {second} of {other_path.rsplit('.', 1)[-1]}"
            found.setdefault(path, []).append((change, told, ((path, first), (other_path, second))))
    return found


def differs(field: str, truth: str, value: str, body: Mapping[str, Any], book: RuleBook) -> bool:
    """Whether `value` is a value of `field`, and another one than `truth` in every legal spelling."""
    if field in _CLOSED:
        return truth != value
    if canonical(field, value) is None or same(field, truth, value):
        return False
    claim = body["claims"][0]
    if field == "title":
        kind = book.certificate_kind(truth)
        return kind is None or book.certificate_kind(value) is not kind
    if field == "level":
        test = book.test(claim.get("test", ""))
        level = test.level(truth) if test else None
        return level is None or test is None or test.level(value) is not level
    if field == "issuer" and claim.get("title"):
        kind = book.certificate_kind(claim["title"])
        return kind is None or not (truth in kind.issuers and value in kind.issuers)
    return True


def _other_rows(path: str, declared: Declared) -> Iterator[tuple[str, str]]:
    return (("value of another row, or status", value) for value in declared.others.get(path, ()))


def _section_pairs(declared: Declared, values: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    sections = [path for path in declared.printed if path.startswith(f"{_CLAIM}sections.")]
    for number, path in enumerate(sections):
        for other in sections[number + 1 :]:
            yield (path, values[path]), (other, values[other])
