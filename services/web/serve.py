"""Serving the web application. The only user of uvicorn."""

from __future__ import annotations

import socket

import uvicorn
from fastapi import FastAPI

from services.common.errors import Misconfigured

GRACE_SECONDS = 5


def serve(app: FastAPI, host: str, port: int) -> None:
    """Serve until SIGTERM; answers under way get some seconds. Misconfigured where the port is taken."""
    listening = _bound(host, port)
    # Without a log_config of its own uvicorn logs as the service does, which never prints a value.
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        raise Misconfigured(
            f"web port {host}:{port} cannot be used ({error.strerror}); set DOCINTAKE_PORT to a free one"
            f" / 웹 포트 {port}을(를) 쓸 수 없습니다. DOCINTAKE_PORT를 비어 있는 포트로 바꾸십시오."
        ) from error
    return listening
