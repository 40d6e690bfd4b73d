"""A portal that keeps the contract: a request without an answer is sent again, with the same key and the same bytes."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx

from chaos import people
from chaos.history import Ack
from chaos.people import CLAIM_OF_FORM, KIND_OF_CLAIM, Person
from chaos.stories import Step, Story

ASK_SECONDS = 15.0
"""After so long without an answer the client takes it that none will come."""
PAUSE_SECONDS = 0.5
LONGEST_PAUSE = 4.0
AGAIN = (429, 500, 502, 503, 504)


class Honest:
    """The portal's side of all stories; used by many threads."""

    def __init__(self, address: str, key: str, give_up: threading.Event) -> None:
        """`give_up` ends all trying: what has no answer then is noted with status 0."""
        self._give_up = give_up
        self._client = httpx.Client(
            base_url=address,
            headers={"Authorization": f"Bearer {key}"},
            timeout=httpx.Timeout(ASK_SECONDS, connect=3.0),
            limits=httpx.Limits(max_connections=64, max_keepalive_connections=16),
        )
        self._lock = threading.Lock()
        self._acks: list[Ack] = []

    @property
    def acks(self) -> tuple[Ack, ...]:
        """Every request so far."""
        with self._lock:
            return tuple(self._acks)

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()

    def get(self, path: str) -> dict[str, Any]:
        """A plain question; {} where it is refused."""
        response, _ = self._asked(lambda: self._client.get(path))
        return response.json() if response is not None and response.is_success else {}

    def play(self, story: Story, person: Person) -> None:
        """One applicant's requests, one after the other, each until it is answered."""
        _Applicant(self, story, person).play()

    def pause(self, seconds: float) -> bool:
        """Wait; whether to go on."""
        return not self._give_up.wait(seconds)

    def note(self, ack: Ack) -> None:
        """Remember what was answered."""
        with self._lock:
            self._acks.append(ack)

    def send(self, method: str, path: str, **parts: Any) -> tuple[httpx.Response | None, int]:
        """The last answer, or None where there was none; and how often it was asked."""
        return self._asked(lambda: self._client.request(method, path, **parts))

    def _asked(self, ask: Callable[[], httpx.Response]) -> tuple[httpx.Response | None, int]:
        tries, pause = 0, PAUSE_SECONDS
        while True:
            tries += 1
            try:
                response = ask()
                if response.status_code not in AGAIN:
                    return response, tries
                pause = float(response.headers.get("Retry-After", pause))
            except httpx.TransportError:
                pass
            if not self.pause(min(pause, LONGEST_PAUSE)):
                return None, tries
            pause = min(LONGEST_PAUSE, pause * 1.5)


class _Applicant:
    """One story as it is played."""

    def __init__(self, portal: Honest, story: Story, person: Person) -> None:
        self._portal = portal
        self._story = story
        self._person = person
        self._uploads = 0
        self._newest: tuple[str, str, bytes, str] | None = None
        """Form, key, bytes and document id of the newest upload."""

    def play(self) -> None:
        for number, step in enumerate(self._story.steps, 1):
            if not self._portal.pause(step.wait):
                return
            mark = f"{self._story.applicant_id}-{number}"
            if step.act in ("declare", "refused-declaration"):
                self._declare(step)
            elif step.act == "withdraw":
                self._withdraw(step)
            else:
                self._upload(step, mark)

    def _declare(self, step: Step) -> None:
        body = self._person.declared(step.what)
        if step.act == "refused-declaration":
            body["claims"][0]["test_date"] = "2018-02-30"
        path = f"/v1/applicants/{self._story.applicant_id}/declaration"
        self._send(step, "PUT", path, {}, json=body)

    def _withdraw(self, step: Step) -> None:
        if self._newest is not None and self._newest[3]:
            self._send(step, "DELETE", f"/v1/documents/{self._newest[3]}", {"document_id": self._newest[3]})

    def _upload(self, step: Step, mark: str) -> None:
        form, key, content = step.what, f"key-{mark}", b""
        if step.act == "upload":
            content = self._person.file(form, mark)
        elif step.act == "refused":
            content = people.refused_file(form, self._person, mark)
        elif self._newest is not None:
            form, key, content, _ = self._newest
            content = people.marked(content, mark) if step.act == "conflict" else content
        claim = CLAIM_OF_FORM.get(form, "lang-1")
        told = {"claim_id": claim, "sha256": hashlib.sha256(content).hexdigest()}
        data = {
            "applicant_id": self._story.applicant_id,
            "announcement": people.ANNOUNCEMENT,
            "claim_id": claim,
            "kind": KIND_OF_CLAIM[claim],
        }
        ack = self._send(
            step,
            "POST",
            "/v1/documents",
            told,
            data=data,
            files=[("file", ("paper", content))],
            headers={"Idempotency-Key": key},
        )
        if step.act == "upload":
            self._newest = (form, key, content, ack.document_id)

    def _send(self, step: Step, method: str, path: str, told: dict[str, str], **parts: Any) -> Ack:
        asked_at = time.time()
        response, tries = self._portal.send(method, path, **parts)
        body = _body(response)
        ack = Ack(
            act=step.act,
            applicant_id=self._story.applicant_id,
            asked_at=asked_at,
            answered_at=time.time(),
            status=response.status_code if response is not None else 0,
            code=str(body.get("code", "")),
            tries=tries,
            what=step.what,
            claim_id=told.get("claim_id", ""),
            document_id=str(body.get("document_id", told.get("document_id", ""))),
            sha256=told.get("sha256", ""),
            version=int(body.get("version", 0)),
        )
        self._portal.note(ack)
        return ack


def _body(response: httpx.Response | None) -> dict[str, Any]:
    if response is None or "json" not in response.headers.get("content-type", ""):
        return {}
    body: dict[str, Any] = response.json()
    return body
