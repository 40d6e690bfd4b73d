"""Claims of a rule book: what each kind requires, which papers prove it, and which statuses there are."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from services.announcement.certificates import title_key
from services.announcement.strict import Name, Number, Percent, Strict, Text

ClaimKindName = Literal["certificate", "language", "career", "status"]
UploadKind = Literal["certificate", "language-report", "career-form", "evidence"]


class ClaimKind(Strict):
    """One kind of claim."""

    kind: ClaimKindName
    """Its name in the declaration."""
    upload: UploadKind
    """The kind under which its papers are uploaded."""
    required_fields: tuple[Name, ...]
    """Fields that may be left empty when declaring, and then are a mismatch (입력 누락) and earn nothing."""
    required_record_fields: tuple[Name, ...] = ()
    """The same for each of its records (career)."""
    papers: tuple[Name, ...] = ()
    """Kinds of paper (evidence codes) that prove it unless a special rule says more; empty: any of the upload kind."""
    undated_papers: tuple[Name, ...] = ()
    """Kinds of paper that keep an old date (자격증 사본), so that their day of issue is not tested (G10)."""
    dated_papers: tuple[Name, ...] = ()
    """Kinds of paper that always print their day of issue: where none could be read, a person looks (G10)."""
    rule: Name
    """Where the requirement stands."""


class PaperChoice(Strict):
    """One paper, and what must come with it."""

    paper: Name
    """Name of the paper as uploaded: `농지원부`."""
    also: tuple[Name, ...] = ()
    """Papers that must accompany it: `경작사실확인서`."""
    shows: Name | None = None
    """What must be printed on it beside the usual: `거주지 이전내역`; without it the paper counts as missing."""


class PaperNeed(Strict):
    """One of several papers is needed."""

    one_of: tuple[PaperChoice, ...]
    """The accepted papers."""


class Roster(Strict):
    """A list of the institution's own that decides who belongs (추천자, 수료생); it comes with the selection."""

    id: Name
    """`보훈추천`."""
    title: Text
    """Name for people."""
    rule: Name
    """Where it stands that one must be on it."""


class StatusKind(Strict):
    """A status that may be claimed."""

    id: Name
    """As declared: `장애인`."""
    title: Text
    """Name for people."""
    rates: tuple[Percent, ...] = ()
    """The rates in percent that it can have; empty: it has none."""
    papers: tuple[PaperNeed, ...] = ()
    """Papers that prove it, every need of them; empty: an internal list proves it, nothing is uploaded."""
    roster: Name | None = None
    """The institution's own roster on which its holders stand; None: no roster tells."""
    personal: bool = False
    """Whether it may be collected only while the announcement's window for personal data is open."""


class BonusTest(Strict):
    """A language result that earns a bonus: at least this score or level."""

    test: Name
    """Test id."""
    score: Number | None = None
    """Smallest total score."""
    level: Name | None = None
    """Lowest level, by the order of the test's levels."""


class Bonus(Strict):
    """One bonus; earned once, whoever many claims support it."""

    id: Name
    """`저소득층`."""
    title: Text
    """Name for people."""
    rule: Name
    """Where the rule stands."""
    points: Number
    """What it is worth."""
    fields: tuple[Name, ...] = ()
    """Fields (분야) that may earn it; empty: all."""
    statuses: tuple[Name, ...] = ()
    """Statuses any of which earns it."""
    certificates: tuple[Name, ...] = ()
    """Certificate titles any of which earns it."""
    tests: tuple[BonusTest, ...] = ()
    """Language results any of which earns it."""

    @cached_property
    def certificate_keys(self) -> frozenset[str]:
        """The keys of its certificate titles."""
        return frozenset(map(title_key, self.certificates))

    @cached_property
    def test_ids(self) -> frozenset[str]:
        """Its language tests."""
        return frozenset(item.test for item in self.tests)
