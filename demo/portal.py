"""A portal's client of the public API (`/docs`): declare, upload, ask.

    Portal("http://127.0.0.1:8000", key).upload(…) → {"document_id": …} or Refused

A busy server (429, 503) is asked again after the time that it names, as any portal should, and for a while only.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import httpx

HOLD_SECONDS = 20
"""How long the server holds an answer until it is final."""
AGAIN = (429, 503)
PATIENCE_SECONDS = 120.0
"""A server that has been busy for so long is not going to answer: what it said last is raised."""


class Refused(Exception):
    """The server refuses for good; what it says is for the applicant."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        self.status = status
        """HTTP status."""
        self.code = str(problem.get("code", status))
        """Stable code of the contract."""
        self.ko = str(problem.get("detail_ko", ""))
        """What is wrong and what to do, in Korean."""
        self.en = str(problem.get("detail_en", ""))
        """The same in English."""
        super().__init__(f"{status} {self.code}: {self.en}")


class NotServing(Exception):
    """Nobody answers at the address, or not with this key."""


class Portal:
    """One portal with its key. May be used by several threads."""

    def __init__(self, base: str, key: str, patience: float = PATIENCE_SECONDS) -> None:
        """`base` is the server's address, `key` its portal key; `patience` bounds the asking of a busy server."""
        self._patience = patience
        self._client = httpx.Client(
            base_url=base,
            headers={"Authorization": f"Bearer {key}"},
            timeout=httpx.Timeout(60.0, connect=5.0),
            limits=httpx.Limits(max_connections=64),
        )

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes its connections."""
        self._client.close()

    def wait_until_serving(self, seconds: float = 30.0) -> None:
        """Return once announcements can be listed; NotServing where that does not happen in time."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                self._asked("GET", "/v1/announcements")
                return
            except (httpx.TransportError, Refused) as error:
                if time.monotonic() > deadline or (isinstance(error, Refused) and error.status < 500):
                    raise NotServing(f"{self._client.base_url} does not serve this portal: {error}") from error
                time.sleep(0.2)

    def declare(self, applicant_id: str, declaration: Mapping[str, Any]) -> int:
        """Send the whole declaration; its version. Raises Refused."""
        answer = self._asked("PUT", f"/v1/applicants/{applicant_id}/declaration", json=dict(declaration))
        return int(answer["version"])

    def upload(
        self, applicant_id: str, announcement: str, claim_id: str, kind: str, file_name: str, content: bytes
    ) -> dict[str, Any]:
        """Send one file; the receipt. Raises Refused."""
        return self._asked(
            "POST",
            "/v1/documents",
            data={"applicant_id": applicant_id, "announcement": announcement, "claim_id": claim_id, "kind": kind},
            files=[("file", (file_name, content))],
        )

    def document(self, document_id: str, wait: int = 0) -> dict[str, Any]:
        """Where a document stands; the server holds the answer up to `wait` seconds until it is final."""
        return self._asked("GET", f"/v1/documents/{document_id}", params={"wait": wait} if wait else {})

    def documents(self, applicant_id: str) -> list[dict[str, Any]]:
        """All documents of an applicant, page by page."""
        found: list[dict[str, Any]] = []
        query = {"applicant_id": applicant_id}
        while True:
            page = self._asked("GET", "/v1/documents", params=query)
            found += page["documents"]
            if not page.get("next_cursor"):
                return found
            query["cursor"] = page["next_cursor"]

    def applicant(self, applicant_id: str) -> dict[str, Any]:
        """The applicant's claims, documents and newest score."""
        return self._asked("GET", f"/v1/applicants/{applicant_id}")

    def judged(self, document_id: str, version: int | None, seconds: float = 120.0) -> dict[str, Any]:
        """The document's answer once it was judged against declaration `version`.

        With None, once it was read. What stands after `seconds` is answered as it is.
        """
        deadline = time.monotonic() + seconds
        while True:
            answer = self.document(document_id, HOLD_SECONDS if version is not None else 0)
            if _is_judged(answer, version) or time.monotonic() > deadline:
                return answer
            time.sleep(0.1)

    def _asked(self, method: str, path: str, **parts: Any) -> dict[str, Any]:
        deadline = time.monotonic() + self._patience
        while True:
            response = self._client.request(method, path, **parts)
            if response.status_code not in AGAIN or time.monotonic() > deadline:
                break
            time.sleep(min(self._patience, float(response.headers.get("Retry-After", "1"))))
        if response.is_error:
            told = response.headers.get("content-type", "")
            raise Refused(response.status_code, response.json() if "json" in told else {})
        answer: dict[str, Any] = response.json()
        return answer


def _is_judged(answer: Mapping[str, Any], version: int | None) -> bool:
    if version is None:
        return answer["status"] != "RECEIVED"
    if answer["status"] in ("RECEIVED", "READ"):
        return False
    return answer["status"] == "REJECTED" or answer["declaration_version"] == version
