"""The cast: one TOML file an applicant, strictly read. Pure apart from `load`.

A paper prints what its applicant declared, the person and the claim, except where `prints` says otherwise.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cast"
ANNOUNCEMENT = "2019-grade5"
PERSON = ("name", "name_latin", "birth_date")
UPLOAD_KINDS = {
    "certificate": "certificate",
    "language": "language-report",
    "career": "career-form",
    "status": "evidence",
}
"""Under which kind a claim's papers are uploaded."""


class CastError(Exception):
    """A file of the cast is wrong; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What staff decide on a paper once the machine has judged it."""

    decision: str
    """UPHELD, OVERTURNED or RE_UPLOAD."""
    reason: str
    """Why, in their words."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One upload."""

    claim: str
    """The claim that it is to prove."""
    file: str
    """The file's format: pdf (digital), one of `specimens.FORMATS`, or text-as-png or bomb."""
    name: str = ""
    """What the table calls it; the claim where not given."""
    draw: str | None = None
    """Kind of specimen; None for a file that is no paper."""
    layout: str | None = None
    """Its layout."""
    seed: int = 0
    """What its looks follow from."""
    wear: str = "clean"
    """What a scanner or a phone did to it: one of `specimens.DEGRADATIONS`."""
    prints: Mapping[str, Any] = field(default_factory=dict)
    """What the paper says instead of what was declared."""
    before_declaration: bool = False
    """Uploaded before the declaration is sent."""
    again: bool = False
    """Uploaded a second time once it was judged."""
    decision: Decision | None = None
    """What staff make of it."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """One applicant and their story."""

    key: str
    """The file's name without ending, as in expected.toml."""
    applicant_id: str
    """Application number."""
    story: Mapping[str, str]
    """What happens, in Korean (`ko`) and English (`en`)."""
    declaration: Mapping[str, Any]
    """The body that the portal sends."""
    correction: Mapping[str, Any] | None
    """The body that it sends once every paper was judged, or None."""
    papers: tuple[Paper, ...]
    """In the order of uploading."""
    ask_score_first: bool = False
    """Whether the portal asks for the score before it uploads."""

    @property
    def name(self) -> str:
        """Their name."""
        return str(self.declaration["name"])

    def kind(self, paper: Paper) -> str:
        """The upload kind of `paper`."""
        return UPLOAD_KINDS[self._claim(paper)["kind"]]

    def printed(self, paper: Paper) -> dict[str, Any]:
        """The values that stand on `paper`; what is absent is invented when it is drawn."""
        person = {name: self.declaration[name] for name in PERSON if name in self.declaration}
        claim = {name: value for name, value in self._claim(paper).items() if name not in ("id", "kind")}
        return {**person, **claim, **paper.prints}

    def _claim(self, paper: Paper) -> Mapping[str, Any]:
        return next(claim for claim in self.declaration["claims"] if claim["id"] == paper.claim)


def load(folder: Path = FOLDER) -> tuple[Applicant, ...]:
    """The whole cast in the order of their files' names; CastError where one is wrong."""
    return tuple(read(path.stem, tomllib.loads(path.read_text())) for path in sorted(folder.glob("*.toml")))


def read(key: str, data: Mapping[str, Any]) -> Applicant:
    """The applicant that the file `key` describes; CastError for an unknown key and a claim that is not declared."""
    _only(key, data, ("story", "applicant", "declaration", "correction", "papers", "ask_score_first"))
    declaration = {"announcement": ANNOUNCEMENT, **data["declaration"]}
    claims = {claim["id"] for claim in declaration["claims"]}
    papers = tuple(_paper(key, paper) for paper in data["papers"])
    if strange := {paper.claim for paper in papers} | set(data.get("correction", ())):
        strange -= claims
    if strange:
        raise CastError(f"cast/{key}.toml: claim {sorted(strange)[0]!r} is not declared; there are {sorted(claims)}")
    if len({paper.name for paper in papers}) < len(papers):
        raise CastError(f"cast/{key}.toml: two papers have one name; give each its own `name`")
    return Applicant(
        key=key,
        applicant_id=data["applicant"],
        story=data["story"],
        declaration=declaration,
        correction=_corrected(declaration, data["correction"]) if "correction" in data else None,
        papers=papers,
        ask_score_first=data.get("ask_score_first", False),
    )


def _paper(key: str, data: Mapping[str, Any]) -> Paper:
    _only(key, data, tuple(Paper.__dataclass_fields__))
    decision = Decision(**data["decision"]) if "decision" in data else None
    return Paper(**{"name": data["claim"], **data, "decision": decision})


def _corrected(declaration: Mapping[str, Any], corrections: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The declaration with the fields of some claims replaced."""
    body = deepcopy(dict(declaration))
    for claim in body["claims"]:
        claim.update(corrections.get(claim["id"], {}))
    return body


def _only(key: str, data: Mapping[str, Any], known: tuple[str, ...]) -> None:
    if strange := sorted(set(data) - set(known)):
        raise CastError(f"cast/{key}.toml: unknown key {strange[0]!r}; known are {', '.join(known)}")
