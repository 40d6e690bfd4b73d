"""Seeing what is blacked out (주민등록번호): who may, and the page as it was. Every look is recorded first."""

from __future__ import annotations

import base64
import hmac
import io
import json
import threading
from collections import deque
from datetime import datetime

from PIL import Image

from services.common.clock import Clock
from services.verify.review.sessions import FAILURES, WITHIN


class UnmaskRight:
    """A password of its own: whoever may decide on papers may not yet see resident numbers."""

    def __init__(self, password: str, clock: Clock) -> None:
        """`password` is given to those who have the right."""
        self._password = password.encode()
        self._clock = clock
        self._failures: deque[datetime] = deque(maxlen=FAILURES)
        self._lock = threading.Lock()

    def has(self, password: str) -> bool:
        """Whether the password is right; never after too many wrong ones of late."""
        with self._lock:
            now = self._clock.now()
            if len(self._failures) == FAILURES and now - self._failures[0] < WITHIN:
                return False
            right = hmac.compare_digest(password.encode(), self._password)
            if not right:
                self._failures.append(now)
            return right


def uncovered(picture: bytes, beneath: bytes) -> bytes:
    """The page picture with what lies beneath its black parts, as PNG.

    `beneath` is {"patches": [{"box": [left, top, right, bottom], "png": base64}]}, as the reader stored it.
    """
    with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG")) as page:
        whole = page.convert("RGB")
    for patch in json.loads(beneath)["patches"]:
        left, top, _, _ = patch["box"]
        with Image.open(io.BytesIO(base64.b64decode(patch["png"])), formats=("PNG",)) as part:
            whole.paste(part.convert("RGB"), (left, top))
    png = io.BytesIO()
    whole.save(png, "PNG", compress_level=1)
    return png.getvalue()
