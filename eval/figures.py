"""Everything examined, counted. Pure: examined cases in, numbers out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from eval.bounds import upper_bound
from eval.examining import Examined, Weighed
from eval.scoring import Outcome
from eval.wears import DIGITAL, strain

Key = TypeVar("Key", bound=Hashable)
MATCH, MISMATCH, UNREADABLE = "MATCH", "MISMATCH", "UNREADABLE"
BROKE = "BROKE"
"""The reader raised: waits for staff as well, counted apart."""
GROUP_NAMES = {
    "certificates": "certificates and language",
    "language": "certificates and language",
    "career": "career forms",
    "evidence": "evidence papers",
}


@dataclass(frozen=True, slots=True)
class Fields:
    """Printed fields by what became of them."""

    right: int = 0
    wrong: int = 0
    unsure: int = 0
    beyond: int = 0
    """With a syllable that no model can write; in no percentage."""

    @property
    def count(self) -> int:
        """What percentages are of."""
        return self.right + self.wrong + self.unsure

    def share(self, number: int) -> float | None:
        """`number` of them; None where there are none."""
        return number / self.count if self.count else None


@dataclass(frozen=True, slots=True)
class Documents:
    """Papers with their right declaration, by verdict."""

    match: int = 0
    """Straight through."""
    mismatch: int = 0
    """A false fail each."""
    unreadable: int = 0
    """To staff."""
    broke: int = 0
    """The reader raised; to staff as well."""

    @property
    def count(self) -> int:
        """All of them."""
        return self.match + self.mismatch + self.unreadable + self.broke

    def share(self, number: int) -> float | None:
        """`number` of them; None where there are none."""
        return number / self.count if self.count else None


@dataclass(frozen=True, slots=True)
class NearMisses:
    """Wrong declarations beside the right ones of the same papers."""

    tried: int = 0
    passed: int = 0
    """Wrong passes."""
    tried_where_right_passes: int = 0
    """Of `tried`, those on papers whose right declaration matched: only there a machine match is at hand."""
    papers: int = 0
    """Papers with near misses."""
    matched: int = 0
    """Those of them whose right declaration matched."""

    @property
    def bound(self) -> float:
        """Upper bound of the rate of wrong passes."""
        return upper_bound(self.passed, self.tried)

    @property
    def strict_bound(self) -> float:
        """The same over papers whose right declaration matched."""
        return upper_bound(min(self.passed, self.tried_where_right_passes), self.tried_where_right_passes)


Side = Callable[[Examined], Weighed | None]
"""Whose figures: ours, or the baseline's."""


def ours(one: Examined) -> Weighed:
    """Our reading."""
    return one.ours


def baseline(one: Examined) -> Weighed | None:
    """The baseline's."""
    return one.baseline


def seal(one: Examined) -> str:
    """`sealed` or `seen`."""
    return "sealed" if one.case.sealed else "seen"


def group(one: Examined) -> str:
    """The group that goals are given for."""
    return GROUP_NAMES[one.case.group]


def hardness(one: Examined) -> str:
    """`ordinary`, `hard` or `void`."""
    return strain(one.case.wear)


def readable(cases: Iterable[Examined]) -> list[Examined]:
    """Without those on which nothing is left to read."""
    return [one for one in cases if hardness(one) != "void"]


def by(cases: Iterable[Examined], key: Callable[[Examined], Key]) -> dict[Key, list[Examined]]:
    """The cases by `key`, in sorted order."""
    found: dict[Key, list[Examined]] = defaultdict(list)
    for one in cases:
        found[key(one)].append(one)
    return dict(sorted(found.items(), key=lambda entry: str(entry[0])))


def fields(cases: Iterable[Examined], side: Side = ours, name: str | None = None) -> Fields:
    """Printed fields of the cases; only those called `name` where given."""
    counted = Counter(
        scored.outcome
        for one in cases
        if (weighed := side(one)) is not None
        for scored in weighed.fields
        if name is None or scored.name == name
    )
    return Fields(*(counted[outcome] for outcome in Outcome))


def field_names(cases: Iterable[Examined]) -> list[str]:
    """Every field that was printed, most frequent first."""
    counted = Counter(scored.name for one in cases for scored in one.ours.fields)
    return [name for name, _ in counted.most_common()]


def documents(cases: Iterable[Examined], side: Side = ours) -> Documents:
    """Verdicts on the right declarations."""
    counted: Counter[str] = Counter()
    for one in cases:
        weighed = side(one)
        if weighed is not None and weighed.status is not None:
            counted[BROKE if side is ours and one.broke else weighed.status] += 1
    return Documents(counted[MATCH], counted[MISMATCH], counted[UNREADABLE], counted[BROKE])


def reasons(cases: Iterable[Examined], status: str) -> Counter[tuple[str, str]]:
    """(code, field) of why papers with `status` did not match; a paper may have several."""
    return Counter(reason for one in cases if one.ours.status == status for reason in one.ours.reasons)


def recognised(cases: Sequence[Examined]) -> tuple[int, int, int]:
    """Papers taken for what they are, for another kind, for none."""
    kinds = [(one.case.paper, one.ours.recognised) for one in cases]
    right = sum(kind == found for kind, found in kinds)
    none = sum(found is None for _, found in kinds)
    return right, len(kinds) - right - none, none


def near_misses(cases: Iterable[Examined], side: Side = ours) -> NearMisses:
    """Wrong declarations that were judged."""
    weighed = [found for one in cases if (found := side(one)) is not None and found.tried]
    matched = [one for one in weighed if one.status == MATCH]
    return NearMisses(
        sum(sum(one.tried.values()) for one in weighed),
        sum(sum(one.passed.values()) for one in weighed),
        sum(sum(one.tried.values()) for one in matched),
        len(weighed),
        len(matched),
    )


def near_misses_by(cases: Iterable[Examined], part: int) -> dict[str, tuple[int, int]]:
    """(tried, passed) by field (`part` 0) or by kind of change (`part` 1), on our side."""
    tried: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for one in cases:
        for attempt, count in one.ours.tried.items():
            tried[attempt[part]] += count
        for attempt, count in one.ours.passed.items():
            passed[attempt[part]] += count
    return {name: (count, passed[name]) for name, count in tried.most_common()}


def calibration(cases: Iterable[Examined]) -> dict[int, tuple[int, int]]:
    """Number of readers that said the leading value → (fields, fields where it is the truth)."""
    led: dict[int, tuple[int, int]] = {}
    for one in cases:
        for scored in one.ours.fields:
            if scored.led is not None and scored.outcome is not Outcome.BEYOND:
                count, right = led.get(scored.readers, (0, 0))
                led[scored.readers] = (count + 1, right + scored.led)
    return dict(sorted(led.items()))


def cpu_per_page(cases: Iterable[Examined], side: Side = ours) -> tuple[float | None, int]:
    """CPU seconds a page, and of how many pages; without papers that broke the reader, which were not read."""
    read = (one for one in cases if one.broke is None)
    weighed = [(one.pages, found.cpu) for one in read if (found := side(one)) is not None]
    pages = sum(count for count, _ in weighed)
    return (sum(cpu for _, cpu in weighed) / pages if pages else None), pages


def steps_per_page(cases: Iterable[Examined]) -> dict[str, float]:
    """CPU seconds a page by step, dearest first; without papers that broke the reader."""
    total: dict[str, float] = defaultdict(float)
    pages = 0
    for one in (one for one in cases if one.broke is None):
        pages += one.pages
        for step, seconds in one.ours.steps.items():
            total[step] += seconds
    return {step: seconds / pages for step, seconds in sorted(total.items(), key=lambda entry: -entry[1])}


def a4_scans(cases: Iterable[Examined]) -> list[Examined]:
    """A4 papers off a scanner at 300 dpi: what the goal of CPU seconds is about."""
    return [one for one in cases if one.a4 and one.case.wear == "scan300"]


def digital_papers(cases: Iterable[Examined]) -> list[Examined]:
    """PDFs as the office made them."""
    return [one for one in cases if one.case.wear == DIGITAL]
