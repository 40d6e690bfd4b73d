"""What these tests share: one PostgreSQL, one S3 server, one cluster of three, each started at its first use."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from services.common.settings import Settings
from tests.e2e import system
from tests.infra.cluster import Cluster
from tests.infra.postgres import Postgres
from tests.infra.s3 import S3

NUMBERS = count(1)
START_SECONDS = 240.0
"""With three brokers, PostgreSQL and an S3 server on two cores; 15 s where nothing else runs."""


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """A whole system starts more slowly beside so many servers."""
    system.START_SECONDS = START_SECONDS


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A private PostgreSQL."""
    with Postgres() as running:
        yield running


@pytest.fixture
def database_url(postgres: Postgres) -> str:
    """A fresh database of it; its own collation is Korean, not the bytes'."""
    return postgres.create(f"docintake_{next(NUMBERS)}")


@pytest.fixture(scope="session")
def s3(install: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3]:
    """A private S3 server."""
    with S3(tmp_path_factory.mktemp("s3"), install) as running:
        yield running


@pytest.fixture
def bucket(s3: S3) -> str:
    """A fresh bucket of it, as DOCINTAKE_BLOBS."""
    return s3.create(f"papers-{next(NUMBERS)}")


@pytest.fixture(scope="session")
def cluster(install: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Three brokers, each of which may be killed; whoever kills one starts it again."""
    with Cluster(tmp_path_factory.mktemp("cluster"), install, 3) as running:
        yield running


@pytest.fixture
def cluster_settings(cluster: Cluster, tmp_path: Path) -> Settings:
    """Settings that use the three brokers."""
    return Settings(
        home=tmp_path / "home",
        kafka_bootstrap_servers=cluster.bootstrap,
        kafka_replication_factor=3,
        kafka_partitions=6,
    )
