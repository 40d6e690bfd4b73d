"""An announcement (공고) and its rule book, as strictly validated frozen values.

All that changes from year to year is in the TOML files; here is only its shape.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal

from services.announcement.certificates import (
    Area,
    CertificateGroup,
    CertificateKind,
    CertificateRef,
    Identity,
    Tier,
    title_key,
)
from services.announcement.claims import (
    Bonus,
    BonusTest,
    ClaimKind,
    ClaimKindName,
    PaperChoice,
    PaperNeed,
    Roster,
    StatusKind,
    UploadKind,
)
from services.announcement.facts import Clause, FactRules, Province, ResidenceRule
from services.announcement.language import Grid, LanguageRule, LanguageTest, Level, Section
from services.announcement.options import OpenPoint, Options
from services.announcement.quotas import Quotas
from services.announcement.stages import PreferenceRules, Stages, Targets
from services.announcement.strict import Count, Name, Number, Strict, Text
from services.announcement.windows import Window, Windows

__all__ = [
    "Announcement",
    "Area",
    "Bonus",
    "BonusTest",
    "CertificateGroup",
    "CertificateKind",
    "CertificateRef",
    "ClaimKind",
    "ClaimKindName",
    "Clause",
    "FactRules",
    "Field",
    "Grid",
    "Identity",
    "LanguageRule",
    "LanguageTest",
    "Level",
    "OpenPoint",
    "Options",
    "PaperChoice",
    "PaperNeed",
    "PreferenceRules",
    "Province",
    "Quotas",
    "ResidenceRule",
    "Roster",
    "RuleBook",
    "Section",
    "Stages",
    "StatusKind",
    "Targets",
    "Text",
    "Tier",
    "Track",
    "UploadKind",
    "Window",
    "Windows",
    "title_key",
]


class Field(Strict):
    """A recruitment field (분야)."""

    id: Name
    """As declared: `토목일반`."""
    family: Name
    """The group it belongs to: `토목`, `기전`, `행정`."""
    certificate_cap: Number
    """Most certificate points."""
    needs_certificate_of: Name | None = None
    """Id of the certificate group of whose own list an applicant must hold one (기사 이상); None: no need."""


class Track(Strict):
    """A recruitment track (전형)."""

    id: Name
    """As declared: `전국일반`."""
    regional: bool = False
    """Whether it is recruited by region."""
    school_in_region: bool = False
    """Whether a school in the region is asked for."""
    statuses: tuple[Name, ...] = ()
    """Statuses one of which must be claimed; empty: none is needed."""
    roster: Name | None = None
    """The roster on which its applicants must stand (추천자); None: there is none."""
    alone: bool = False
    """Whether who applies here may not apply to another track as well (중복응시 불가)."""
    rule: Name
    """Where the condition stands."""


class RuleBook(Strict):
    """All that decides points and eligibility; one version of one institution's rules."""

    name: Name
    """`krc-2019`."""
    version: Name
    """Raised with every change that could change a score."""
    title: Text
    """Name for people."""
    quantum: Number
    """Smallest unit of a point; everything below is cut off, never rounded."""
    fields: tuple[Field, ...]
    """Recruitment fields."""
    tracks: tuple[Track, ...]
    """Recruitment tracks."""
    regions: tuple[Name, ...] = ()
    """Regions of the regional tracks."""
    provinces: tuple[Province, ...] = ()
    """Which region a province counts to."""
    claims: tuple[ClaimKind, ...]
    """Kinds of claim, with what they require."""
    rosters: tuple[Roster, ...] = ()
    """Lists of the institution's own that decide who belongs."""
    statuses: tuple[StatusKind, ...] = ()
    """Statuses that may be claimed."""
    language: LanguageRule
    """How a language result is scored."""
    tests: tuple[LanguageTest, ...]
    """Language tests."""
    certificate_rule: Name
    """Where the conditions of all certificates (held at the notice date, still valid) stand."""
    certificate_kinds: tuple[CertificateKind, ...] = ()
    """Certificates with grades, old names, fixed issuers or papers of their own."""
    certificate_groups: tuple[CertificateGroup, ...]
    """What certificates are worth."""
    bonuses: tuple[Bonus, ...] = ()
    """Bonus points."""
    bonus_cap: Number
    """Most bonus points."""
    application_days: Count | None = None
    """Days that the window for declarations must be open, the notice date counted; None: the book does not say."""
    application_rule: Name = "-"
    """Where that stands."""
    personal_fields: tuple[Literal["birth_date", "facts"], ...] = ()
    """Parts of a declaration that may be collected only while the window for personal data is open."""
    personal_rule: Name
    """Where that stands."""
    facts: FactRules
    """Rules about `facts`."""
    quotas: Quotas | None = None
    """Posts; None: nothing can be selected, only scored."""
    stages: Stages | None = None
    """Document stage, written test, interview; None: nothing can be selected."""
    preference: PreferenceRules | None = None
    """Preference points; None: nobody is preferred."""
    targets: Targets | None = None
    """Targets; None: there are none."""
    options: Options = Options()
    """Choices the source leaves open; an announcement may choose otherwise."""
    open_points: tuple[OpenPoint, ...] = ()
    """What the source leaves open, and where each answer stands."""

    @cached_property
    def _fields(self) -> dict[str, Field]:
        return {field.id: field for field in self.fields}

    @cached_property
    def _tracks(self) -> dict[str, Track]:
        return {track.id: track for track in self.tracks}

    @cached_property
    def _claim_kinds(self) -> dict[str, ClaimKind]:
        return {claim.kind: claim for claim in self.claims}

    @cached_property
    def _tests(self) -> dict[str, LanguageTest]:
        return {test.id: test for test in self.tests}

    @cached_property
    def _statuses(self) -> dict[str, StatusKind]:
        return {status.id: status for status in self.statuses}

    @cached_property
    def _certificate_kinds(self) -> dict[str, tuple[CertificateKind, str | None]]:
        """Every spelling of a certificate → its kind, and the grade where the spelling holds one."""
        found: dict[str, tuple[CertificateKind, str | None]] = {}
        for kind in self.certificate_kinds:
            for name in (kind.title, *kind.aliases):
                found[title_key(name)] = (kind, None)
                for grade in kind.grades:
                    found.setdefault(title_key(name + grade), (kind, grade))
        return found

    @cached_property
    def listed_certificates(self) -> frozenset[str]:
        """The keys of every title that a list of points names."""
        return frozenset(
            title_key(ref.title)
            for group in self.certificate_groups
            for area in group.areas
            for tier in area.tiers
            for ref in tier.certificates
        )

    @cached_property
    def _provinces(self) -> dict[str, Province]:
        return {name: item for item in self.provinces for name in (item.name, *item.aliases)}

    def field(self, name: str) -> Field | None:
        """The field (분야) `name`, or None."""
        return self._fields.get(name)

    def track(self, name: str) -> Track | None:
        """The track (전형) `name`, or None."""
        return self._tracks.get(name)

    def claim_kind(self, kind: str) -> ClaimKind:
        """The rules of claim kind `kind`; KeyError where the book has none."""
        return self._claim_kinds[kind]

    def test(self, name: str) -> LanguageTest | None:
        """The language test `name`, or None."""
        return self._tests.get(name)

    def test_held(self, name: str, day: date | None) -> LanguageTest | None:
        """The test that was held under the name of test `name` on `day` (TEPS or New TEPS), or None where unknown."""
        test = self.test(name)
        if test is None or day is None or test.sibling is None or test.held_on(day):
            return test
        return self.test(test.sibling)

    def status(self, name: str) -> StatusKind | None:
        """The status `name`, or None."""
        return self._statuses.get(name)

    def certificate_kind(self, title: str) -> CertificateKind | None:
        """What is special about the certificate `title` (a name or alias, its grade may follow); None: nothing is."""
        kind, _ = self._certificate_kinds.get(title_key(title), (None, None))
        return kind

    def certificate_identity(self, title: str, grade: str | None) -> Identity:
        """The certificate that a declaration or a paper means by `title` and `grade`; never a fuzzy match (G15).

        The grade may stand in its own field, at the end of the title, or in both; where the two disagree, or where it
        is not one of the certificate's grades, the identity has no grade and so stands on no list.
        """
        kind, within = self._certificate_kinds.get(title_key(title), (None, None))
        if kind is None:
            return title_key(title), None
        if grade is None:
            return title_key(kind.title), within
        named = next((known for known in kind.grades if title_key(known) == title_key(grade)), None)
        return title_key(kind.title), named if within in (None, named) else None

    def province(self, name: str) -> Province | None:
        """The province called `name`, by name or alias, or None."""
        return self._provinces.get(name)

    def certificate_papers(self, title: str | None) -> tuple[str, ...]:
        """Kinds of paper (evidence codes) that prove certificate `title`; empty: any certificate paper."""
        kind = self.certificate_kind(title) if title else None
        if kind is not None and kind.papers:
            return kind.papers
        if title is None or kind is not None or title_key(title) in self.listed_certificates:
            return self.claim_kind("certificate").papers
        return ()  # what no list names may be issued by anybody


class Announcement(Strict):
    """One announcement (공고) with its rule book."""

    id: Name
    """`2019-grade5`."""
    title: Text
    """Name for people."""
    notice_date: date | None = None
    """공고일; without it nothing is scored (G9)."""
    notice_date_assumed: bool = False
    """Whether the date is a practice value that nobody published; `check` warns."""
    windows: Windows = Windows()
    """When declarations, uploads and personal data may come."""
    options: Options = Options()
    """Choices the source leaves open: those of the rule book unless the announcement chooses otherwise."""
    rulebook: RuleBook
    """The rules; their `options` are the same as here."""
