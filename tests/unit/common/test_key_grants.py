"""Who may be handed keys, and what they are handed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.common.clock import FixedClock
from services.common.errors import KeyDestroyed, Misconfigured
from services.common.keys.grants import Grants
from tests.unit.common.examples import NOW, keys, sealer

SUBJECT = "2019-grade5/1"


def grants(folder: Path, clock: FixedClock | None = None) -> Grants:
    return Grants(keys(folder), clock or FixedClock(NOW))


def test_a_token_is_its_grant_s_and_nobody_else_s(tmp_path: Path):
    made = grants(tmp_path)
    one, other = made.grant("reporting"), made.grant("archive")
    assert one != other
    assert [found.name for found in (made.of(one), made.of(other)) if found] == ["reporting", "archive"]
    assert made.of("dkg_guess") is None
    assert made.of("") is None


def test_the_key_store_does_not_hold_the_token(tmp_path: Path):
    token = grants(tmp_path).grant("reporting")
    assert all(token.encode() not in file.read_bytes() for file in tmp_path.glob("keys.db*"))
    assert all(token.removeprefix("dkg_").encode() not in file.read_bytes() for file in tmp_path.glob("keys.db*"))


def test_a_revoked_grant_stays_on_the_list_and_its_name_can_be_granted_anew(tmp_path: Path):
    clock = FixedClock(NOW)
    made = grants(tmp_path, clock)
    first = made.grant("reporting")
    clock.advance(timedelta(days=1))
    made.revoke("reporting")
    second = made.grant("reporting")
    old, new = made.of(first), made.of(second)
    assert old is not None
    assert old.revoked_at == (NOW + timedelta(days=1)).isoformat()
    assert new is not None
    assert new.revoked_at is None
    assert made.all() == [old, new]


def test_a_name_has_one_grant_that_holds(tmp_path: Path):
    made = grants(tmp_path)
    token = made.grant("reporting")
    with pytest.raises(Misconfigured, match="revoke it first"):
        made.grant("reporting")
    assert made.of(token) is not None
    assert len(made.all()) == 1


@pytest.mark.parametrize("name", ["", "Reporting", "-x", "홍길동", "a b", "a\n", "a" * 65, "../x"])
def test_what_cannot_stand_in_a_log_line_is_no_name(name: str, tmp_path: Path):
    with pytest.raises(Misconfigured, match="cannot name a grant"):
        grants(tmp_path).grant(name)


def test_only_a_grant_that_holds_can_be_revoked(tmp_path: Path):
    made = grants(tmp_path)
    made.grant("reporting")
    made.revoke("reporting")
    for name in ("reporting", "nobody"):
        with pytest.raises(Misconfigured, match="docintake keys list"):
            made.revoke(name)


def test_the_sealing_key_opens_what_was_sealed_and_is_not_the_applicant_s_key(tmp_path: Path):
    opened = sealer(tmp_path)
    sealed = opened.seal(SUBJECT, "Judged:1", "홍길동".encode())
    key = opened.sealing_key(sealed[1:17].hex())
    assert key is not None
    assert AESGCM(key).decrypt(sealed[17:29], sealed[29:], f"{SUBJECT}\0Judged:1".encode()).decode() == "홍길동"
    assert key != opened._key(sealed[1:17].hex())


def test_another_process_hands_out_no_key_from_memory_after_an_erasure(tmp_path: Path):
    one, other = sealer(tmp_path), sealer(tmp_path)
    key_id = one.seal(SUBJECT, "a", b"x")[1:17].hex()
    assert other.sealing_key(key_id) == one.sealing_key(key_id)
    one.destroy(SUBJECT)
    for opened in (one, other):
        with pytest.raises(KeyDestroyed):
            opened.sealing_key(key_id)


def test_there_is_no_key_of_an_unknown_id(tmp_path: Path):
    assert sealer(tmp_path).sealing_key("0" * 32) is None
