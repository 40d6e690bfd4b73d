"""Staff sessions: one password, a signed cookie, a token in every form. Nothing is kept on the server.

The cookie is `payload.signature`; payload is who and until when. A form's token is another signature of the same
cookie, so that no other site can send a form in a staff member's name.
"""

from __future__ import annotations

import base64
import hmac
import json
import secrets
import threading
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.common.clock import Clock

COOKIE = "docintake_staff"
LIFETIME = timedelta(hours=8)
FAILURES = 10
WITHIN = timedelta(minutes=1)
"""So many wrong passwords within so long close the door for as long."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who is logged in."""

    name: str
    """As given at login; stands beside every decision."""
    token: str
    """What a form must bring back."""


class Sessions:
    """Makes and checks staff sessions."""

    def __init__(self, password: str, key: str, clock: Clock) -> None:
        """`password` is everybody's; `key` signs, and changing it ends all sessions."""
        self._password = password.encode()
        self._key = key.encode()
        self._clock = clock
        self._failures: deque[datetime] = deque(maxlen=FAILURES)
        self._lock = threading.Lock()

    def log_in(self, name: str, password: str) -> str | None:
        """The cookie's value, or None where the password is wrong."""
        if not hmac.compare_digest(password.encode(), self._password):
            with self._lock:
                self._failures.append(self._clock.now())
            return None
        until = self._clock.now() + LIFETIME
        content = {"name": name, "until": until.isoformat(), "nonce": secrets.token_hex(8)}
        payload = base64.urlsafe_b64encode(json.dumps(content).encode()).decode()
        return f"{payload}.{self._signature('session', payload)}"

    def must_wait(self) -> bool:
        """Whether too many wrong passwords came of late."""
        with self._lock:
            return len(self._failures) == FAILURES and self._clock.now() - self._failures[0] < WITHIN

    def staff(self, cookie: str | None) -> Staff | None:
        """Who the cookie belongs to, or None where it is absent, forged or over."""
        payload, _, signature = (cookie or "").partition(".")
        if not payload or not hmac.compare_digest(signature.encode(), self._signature("session", payload).encode()):
            return None
        content = json.loads(base64.urlsafe_b64decode(payload))
        if datetime.fromisoformat(content["until"]) <= self._clock.now():
            return None
        return Staff(str(content["name"]), self._signature("form", payload))

    def is_own(self, staff: Staff, token: str) -> bool:
        """Whether a form was made for this session."""
        return hmac.compare_digest(token.encode(), staff.token.encode())

    def _signature(self, purpose: str, payload: str) -> str:
        return hmac.digest(self._key, f"{purpose}\0{payload}".encode(), "sha256").hex()
