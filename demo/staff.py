"""A staff member at the console's pages: logs in, opens a paper, sends its form, as a browser would."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from types import TracebackType
from typing import Self

import httpx

NAME = "김담당"
"""Who decides in the demo."""
APPEAR_SECONDS = 20.0
"""How long a verdict may take to reach the console."""


class StaffError(Exception):
    """The console's pages are not as this client knows them, or refuse."""


@dataclass(slots=True)
class Form:
    """A form of a page."""

    action: str
    """Where it is sent; empty: to its own page."""
    fields: dict[str, str] = field(default_factory=dict)
    """Every field's name with the value that it has when the page is opened."""


class Staff:
    """One staff member. Logs in when first needed; may be used by several threads."""

    def __init__(self, base: str, password: str) -> None:
        """`base` is the server's address."""
        self._client = httpx.Client(base_url=base, timeout=30.0, follow_redirects=True)
        self._password = password

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes its connections."""
        self._client.close()

    def decide(self, document_id: str, decision: str, reason: str) -> None:
        """Record `decision` (UPHELD, OVERTURNED, RE-UPLOAD) on a paper; waits a while for it to appear.

        Raises StaffError where the console refuses.
        """
        page = self._paper(document_id)
        form = next((form for form in forms(page.text) if {"decision", "reason"} <= set(form.fields)), None)
        if form is None:
            raise StaffError(f"the page of {document_id} has no form for a decision")
        self._send(page, form, decision=decision, reason=reason)

    def _paper(self, document_id: str) -> httpx.Response:
        deadline = time.monotonic() + APPEAR_SECONDS
        while True:
            page = self._opened(f"/review/papers/{document_id}")
            if page.status_code != httpx.codes.NOT_FOUND or time.monotonic() > deadline:
                break
            time.sleep(0.2)
        if page.is_error:
            raise StaffError(f"the console answers {page.status_code} for {document_id}")
        return page

    def _opened(self, path: str) -> httpx.Response:
        """The page, logging in where the console asks for it."""
        page = self._client.get(path)
        login = next((form for form in forms(page.text) if "password" in form.fields), None)
        if login is None:
            return page
        self._send(page, login, password=self._password, name=NAME)
        return self._client.get(path)

    def _send(self, page: httpx.Response, form: Form, **filled: str) -> None:
        answer = self._client.post(page.url.join(form.action), data={**form.fields, **filled})
        if answer.is_error or any("password" in form.fields for form in forms(answer.text)):
            raise StaffError(f"the console answers {answer.status_code} to {form.action or page.url.path}")


def forms(html: str) -> list[Form]:
    """Every form of a page with its fields."""
    reader = _FormReader()
    reader.feed(html)
    return reader.forms


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.forms.append(Form(given.get("action") or ""))
            self._open = True
        elif self._open and tag in ("input", "textarea", "select", "button") and (name := given.get("name")):
            self.forms[-1].fields.setdefault(name, given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False
