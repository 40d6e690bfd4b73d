"""Ports: whether they are free, said clearly where they are not, and a free one where 0 was asked for."""

from __future__ import annotations

import socket

from services.common.errors import Misconfigured
from services.common.settings import Settings

LOOPBACK = "127.0.0.1"


def with_ports(settings: Settings) -> Settings:
    """`settings` with a free port wherever the port is 0, and certain that every other port can be listened on.

    Raises Misconfigured with all ports that cannot, each with the setting that changes it.
    """
    wanted = _listened_on(settings)
    problems = [
        problem
        for setting, host in wanted.items()
        if getattr(settings, setting) and (problem := _problem(setting, host, getattr(settings, setting)))
    ]
    if problems:
        raise Misconfigured("\n".join(problems))
    chosen = {setting: free_port(host) for setting, host in wanted.items() if not getattr(settings, setting)}
    return settings.model_copy(update=chosen)


def free_port(host: str = LOOPBACK) -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket(_family(host)) as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


def _listened_on(settings: Settings) -> dict[str, str]:
    """Setting of each port that `docintake up` listens on, and the address."""
    broker = {"kafka_port": LOOPBACK, "kafka_controller_port": LOOPBACK} if settings.starts_broker else {}
    return {"port": settings.host, "metrics_port": settings.host} | broker


def _problem(setting: str, host: str, port: int) -> str | None:
    try:
        with socket.socket(_family(host)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        variable = f"DOCINTAKE_{setting.upper()}"
        return (
            f"{host}:{port} cannot be used ({error.strerror}); set {variable} to a free port (0 chooses one)\n"
            f"{host}:{port} 포트를 쓸 수 없습니다. {variable}를 비어 있는 포트로 바꾸십시오(0이면 알아서 고릅니다)."
        )
    return None


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
