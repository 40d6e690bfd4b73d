"""Declarations for the tests, each a valid one that a test changes in one place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any
from zlib import crc32

from services.announcement.declaration import Declaration, parse_declaration
from services.announcement.load import load_announcement
from services.announcement.model import Announcement
from services.score.rules.claimstate import ClaimState
from services.score.rules.score import Score, score

NOTICE = date(2019, 9, 20)

Body = dict[str, Any]


@cache
def announcement() -> Announcement:
    return load_announcement("2019-grade5")


def toeic(points: str = "845", **changes: Any) -> Body:
    return language("TOEIC", points, **changes)


def language(test: str, points: str | None = None, **changes: Any) -> Body:
    claim = {"id": "lang-1", "kind": "language", "test": test, "score": points, "test_date": "2018-07-08"}
    return claim | changes


def certificate(title: str, grade: str | None = None, **changes: Any) -> Body:
    claim = {
        "id": f"cert-{crc32((title + str(grade)).encode())}",
        "kind": "certificate",
        "title": title,
        "grade": grade,
        "number": "18201234567A",
        "acquired_on": "2018-08-17",
    }
    if title.startswith("컴퓨터활용능력"):
        claim["issuer"] = "대한상공회의소"
    return claim | changes


def status(name: str, **changes: Any) -> Body:
    return {"id": f"st-{crc32(name.encode())}", "kind": "status", "status": name} | changes


def body(*claims: Body, field: str = "경상", track: str = "전국일반", **changes: Any) -> Body:
    whole = {"announcement": "2019-grade5", "name": "홍길동", "field": field, "track": track, "claims": list(claims)}
    return whole | changes


def declare(*claims: Body, **changes: Any) -> Declaration:
    return parse_declaration(body(*claims, **changes), announcement(), now=None)


def scored(
    *claims: Body, settled: Mapping[str, ClaimState] | None = None, notice: date = NOTICE, **changes: Any
) -> Score:
    """The score of these claims; every claim is taken as passed unless `settled` says otherwise."""
    declaration = declare(*claims, **changes)
    if settled is None:
        settled = {claim.id: ClaimState.PASSED for claim in declaration.claims}
    return score(declaration, settled, announcement(), notice_date=notice)


def codes(result: Score) -> set[str]:
    return {reason.code for reason in result.ineligible_reasons}
