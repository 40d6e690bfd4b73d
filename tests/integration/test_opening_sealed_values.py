"""docs/topics.md tells a consumer how to open sealed values: its example is run against the real web application."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
import uvicorn
from fastapi import FastAPI

from services import bootstrap
from services.common.avro import decode_envelope
from services.common.clock import SystemClock
from services.common.database import open_database
from services.common.keys.grants import Grants
from services.common.settings import Settings
from tests.unit.common.examples import EVENTS, NAME, declared

PAGE = (Path(__file__).parents[2] / "docs" / "topics.md").read_text()
SEALED = [event for event in EVENTS if event.personal]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def shared(settings: Settings) -> bootstrap.Shared:
    return bootstrap.Shared.open(settings, makes_keys=True)


@pytest.fixture(scope="module")
def grants(settings: Settings, shared: bootstrap.Shared) -> Grants:
    return Grants(open_database(settings, "keys"), SystemClock())


@pytest.fixture(scope="module")
def web(settings: Settings) -> Iterator[str]:
    """The address of the whole web application, without the processes that inspect uploads."""
    with served(bootstrap.web_app(settings)) as address:
        yield address


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", log_config=None, ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def personal_values(web: str, grants: Grants, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """The function of the page's example, with a grant of its own."""
    token = grants.grant("reporting")
    yield example(web, token, monkeypatch)["personal_values"]
    grants.revoke("reporting")


def example(web: str, token: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    section = PAGE[PAGE.index("## Opening sealed values") :]
    (code,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    monkeypatch.setenv("DOCINTAKE_WEB", web)
    monkeypatch.setenv("DOCINTAKE_GRANT", token)
    names: dict[str, Any] = {}
    exec(code, names)
    return names


@pytest.mark.parametrize("event", SEALED, ids=lambda event: event.schema)
def test_the_page_s_example_opens_every_event(
    event: Any, shared: bootstrap.Shared, personal_values: Callable[..., Any]
) -> None:
    name, envelope = decode_envelope(shared.codec.encode(event))
    assert NAME.encode() not in envelope["sealed"]
    assert personal_values(name, envelope) == event.personal


def test_an_erasure_ends_what_the_consumer_can_open(
    shared: bootstrap.Shared, personal_values: Callable[..., Any]
) -> None:
    leaver, other = declared("d-7", "leaver"), declared("d-8", "other")
    opened = [decode_envelope(shared.codec.encode(event)) for event in (leaver, other)]
    assert [personal_values(*one) for one in opened] == [leaver.personal, other.personal]
    shared.sealer.destroy(leaver.subject)
    assert [personal_values(*one) for one in opened] == [None, other.personal]


def test_a_value_moved_to_another_event_does_not_open(
    shared: bootstrap.Shared, personal_values: Callable[..., Any]
) -> None:
    from cryptography.exceptions import InvalidTag

    name, envelope = decode_envelope(shared.codec.encode(declared("d-1")))
    with pytest.raises(InvalidTag):
        personal_values(name, envelope | {"event_id": "d-2"})


def test_a_revoked_grant_opens_nothing(
    web: str, shared: bootstrap.Shared, grants: Grants, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = grants.grant("archive")
    opening = example(web, token, monkeypatch)["personal_values"]
    opened = decode_envelope(shared.codec.encode(declared()))
    assert opening(*opened) == declared().personal
    grants.revoke("archive")
    with pytest.raises(HTTPError) as refused:
        opening(*opened)
    refused.value.close()
    assert refused.value.code == 403
