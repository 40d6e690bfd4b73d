"""Clients that go away, over a real socket: nothing is stored, nothing hangs, the next client is served."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import httpx
import pytest
import uvicorn

from services.intake.tables import DOCUMENTS
from tests.unit.intake import papers
from tests.unit.intake.desk import KEY, Desk

PAPER = papers.picture()


@contextlib.contextmanager
def serving(desk: Desk) -> Iterator[int]:
    """The desk on a free port."""
    server = uvicorn.Server(
        uvicorn.Config(desk.app, port=0, log_level="warning", access_log=False, lifespan="off", log_config=None)
    )
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        deadline = time.monotonic() + 10
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
    assert not thread.is_alive()


@pytest.mark.parametrize("head", [b"Content-Length: 100000\r\n", b"Transfer-Encoding: chunked\r\n"])
def test_a_client_that_hangs_up_midway_leaves_nothing(desk: Desk, head: bytes) -> None:
    desk.declare()
    body = b'--xyz\r\nContent-Disposition: form-data; name="file"\r\n\r\n' + PAPER
    with serving(desk) as port:
        for _ in range(3):
            with socket.create_connection(("127.0.0.1", port)) as client:
                client.sendall(
                    b"POST /v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + KEY.encode() + b"\r\n"
                    b"Content-Type: multipart/form-data; boundary=xyz\r\n" + head + b"\r\n"
                )
                client.sendall(b"%x\r\n%s\r\n" % (len(body), body) if b"chunked" in head else body)
                time.sleep(0.05)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers={"Authorization": f"Bearer {KEY}"}) as portal:
            listed = portal.get("/v1/documents").json()
            answer = portal.post(
                "/v1/documents",
                data={"applicant_id": "A-1", "claim_id": "cert-1", "kind": "certificate"},
                files={"file": PAPER},
            )
    assert listed["documents"] == []
    assert answer.status_code == 202
    assert desk.count(DOCUMENTS) == len(desk.stored()) == 1


def test_many_waiting_clients_do_not_hold_up_the_others(desk: Desk) -> None:
    desk.declare()
    document_id = desk.upload(PAPER).json()["document_id"]
    with serving(desk) as port:
        base, headers = f"http://127.0.0.1:{port}", {"Authorization": f"Bearer {KEY}"}

        def wait() -> None:
            httpx.get(f"{base}/v1/documents/{document_id}?wait=2", headers=headers, timeout=20)

        waiting = [threading.Thread(target=wait) for _ in range(60)]
        for thread in waiting:
            thread.start()
        time.sleep(0.5)
        began = time.monotonic()
        assert httpx.get(f"{base}/v1/announcements", headers=headers, timeout=20).status_code == 200
        took = time.monotonic() - began
        for thread in waiting:
            thread.join()
    assert took < 1.5


def test_clients_that_send_nothing_take_nobodys_place_and_a_crowd_queues(desk: Desk) -> None:
    desk.declare()
    head = (
        b"POST /v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + KEY.encode()
        + (b"\r\nContent-Type: multipart/form-data; boundary=xyz\r\nContent-Length: 100000\r\n\r\n--xyz\r\n")
    )
    with serving(desk) as port, contextlib.ExitStack() as idle:
        for _ in range(desk.portal.settings.admission_queue + 4):
            client = idle.enter_context(socket.create_connection(("127.0.0.1", port)))
            client.sendall(head)
        statuses: list[int] = []

        def send(number: int) -> None:
            answer = httpx.post(
                f"http://127.0.0.1:{port}/v1/documents",
                headers={"Authorization": f"Bearer {KEY}"},
                data={"applicant_id": "A-1", "claim_id": "cert-1", "kind": "certificate"},
                files={"file": papers.picture(size=(64, 64), seed=number)},
                timeout=30,
            )
            statuses.append(answer.status_code)

        crowd = [threading.Thread(target=send, args=(number,)) for number in range(40)]
        for thread in crowd:
            thread.start()
        for thread in crowd:
            thread.join()
    assert statuses.count(202) > 30
    assert set(statuses) <= {202, 503}
