"""Staff sessions."""

from datetime import timedelta

from services.common.clock import FixedClock
from services.verify.review.sessions import FAILURES, LIFETIME, Sessions, Staff
from tests.unit.verify.world import START


def sessions(key: str = "key") -> Sessions:
    return Sessions("secret", key, FixedClock(START))


def test_the_right_password_opens_a_session_in_ones_name() -> None:
    made = sessions()
    cookie = made.log_in("김심사", "secret")
    found = made.staff(cookie)
    assert found is not None
    assert found.name == "김심사"


def test_a_wrong_password_opens_none() -> None:
    assert sessions().log_in("김심사", "Secret") is None


def test_a_forged_cookie_is_nobody() -> None:
    made = sessions()
    cookie = made.log_in("김심사", "secret")
    assert cookie is not None
    payload, signature = cookie.split(".")
    for forged in (f"{payload[:-4]}AAA=.{signature}", f"{payload}.{signature[:-1]}0x", payload, "", ".", "é.é", None):
        assert made.staff(forged) is None
    assert sessions("another key").staff(cookie) is None


def test_a_session_ends() -> None:
    clock = FixedClock(START)
    made = Sessions("secret", "key", clock)
    cookie = made.log_in("김심사", "secret")
    clock.advance(LIFETIME - timedelta(seconds=1))
    assert made.staff(cookie) is not None
    clock.advance(timedelta(seconds=1))
    assert made.staff(cookie) is None


def test_the_token_of_a_form_belongs_to_one_session() -> None:
    made = sessions()
    one, other = made.staff(made.log_in("a", "secret")), made.staff(made.log_in("a", "secret"))
    assert isinstance(one, Staff)
    assert isinstance(other, Staff)
    assert made.is_own(one, one.token)
    assert not made.is_own(one, other.token)
    assert not made.is_own(one, "")


def test_too_many_wrong_passwords_close_the_door_for_a_minute() -> None:
    clock = FixedClock(START)
    made = Sessions("secret", "key", clock)
    for _ in range(FAILURES):
        assert not made.must_wait()
        made.log_in("a", "wrong")
    assert made.must_wait()
    clock.advance(timedelta(minutes=1))
    assert not made.must_wait()
