"""Certificates of a rule book: what they are called, who may issue them, and what they are worth."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator

from services.announcement.strict import Name, Number, Strict, Text

_IGNORED = re.compile(r"[\s·ㆍ・‧•∙⋅]+")
_DASHES = str.maketrans("−–—‐‑", "-----")


@lru_cache(maxsize=8192)
def title_key(text: str) -> str:
    """`text` without spaces and middle dots, in one spelling of widths and dashes: equal keys are equal titles.

    No fuzzy match: 토목기사 and 토목산업기사 differ (domain rule G15).
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).translate(_DASHES)).casefold()


Identity = tuple[str, str | None]
"""A certificate as it is compared: the key of its present title, and its grade where it has grades."""


class CertificateKind(Strict):
    """What is special about one certificate; one that needs nothing special need not be listed."""

    title: Name
    """Its present name."""
    aliases: tuple[Name, ...] = ()
    """Old names and other spellings."""
    grades: tuple[Name, ...] = ()
    """Its grades, highest first; empty: it has none."""
    issuers: tuple[Name, ...] = ()
    """The only issuers whose certificate counts, in every accepted spelling; empty: any."""
    papers: tuple[Name, ...] = ()
    """Kinds of paper (evidence codes) that prove it; empty: the claim kind's own."""


def _reference(value: Any) -> Any:
    return {"title": value} if isinstance(value, str) else value


class CertificateRef(Strict):
    """One certificate of a list; a plain string in the file is a title without grade."""

    title: Name
    """Present name."""
    grade: Name | None = None
    """Grade, where the certificate has grades."""
    not_for: tuple[Name, ...] = ()
    """Fields (분야) for which it does not count in this list."""

    def __str__(self) -> str:
        return self.title if self.grade is None else f"{self.title} {self.grade}"


class Tier(Strict):
    """Certificates of one list that are worth the same."""

    name: Name
    """`1등급`."""
    points: Number
    """What one of them is worth."""
    certificates: tuple[Annotated[CertificateRef, BeforeValidator(_reference)], ...]
    """The certificates."""


class Area(Strict):
    """A list of which only the best certificate of an applicant counts."""

    name: Name
    """`한국사`, `토목일반`."""
    fields: tuple[Name, ...] = ()
    """Fields (분야) it counts for; empty: all."""
    tiers: tuple[Tier, ...]
    """Its tiers, highest first."""

    @cached_property
    def _ranks(self) -> dict[Identity, tuple[Tier, CertificateRef]]:
        ranks: dict[Identity, tuple[Tier, CertificateRef]] = {}
        for tier in self.tiers:
            for ref in tier.certificates:
                ranks.setdefault((title_key(ref.title), ref.grade), (tier, ref))
        return ranks

    def tier(self, certificate: Identity, field: str) -> Tier | None:
        """The tier in which `certificate` counts for an applicant of `field`, or None."""
        tier, ref = self._ranks.get(certificate, (None, None))
        return tier if ref is not None and field not in ref.not_for else None


class CertificateGroup(Strict):
    """Areas whose points add up to a cap."""

    id: Name
    """`common`, `own`."""
    title: Text
    """Name for people."""
    rule: Name
    """Where the rule stands."""
    cap: Number
    """Most points of the group."""
    areas: tuple[Area, ...]
    """The areas."""

    def areas_for(self, field: str) -> tuple[Area, ...]:
        """The areas that count for an applicant of `field`."""
        return tuple(area for area in self.areas if not area.fields or field in area.fields)
