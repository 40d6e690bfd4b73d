"""A broker for the ten mistakes: the session's own, or the one that `make mistakes` started for all runs."""

from __future__ import annotations

import os

import pytest

from tests.integration.kafka.conftest import group, make_topic

__all__ = ["group", "make_topic"]

SERVERS = "DOCINTAKE_MISTAKES_BROKER"


@pytest.fixture(scope="session")
def kafka_bootstrap(request: pytest.FixtureRequest) -> str:
    """host:port of a real broker."""
    return os.environ.get(SERVERS) or request.getfixturevalue("broker").node.address
