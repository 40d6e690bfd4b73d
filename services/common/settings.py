"""Every setting of docintake, read once from the environment (`DOCINTAKE_…`), frozen, secrets hidden.

The README's table of settings is compared with this class by a test: describe each field.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, computed_field
from pydantic_settings import BaseSettings, SettingsConfigDict

MIB = 1024 * 1024


class Settings(BaseSettings):
    """Frozen settings; a field `x` is set by the environment variable `DOCINTAKE_X`."""

    model_config = SettingsConfigDict(env_prefix="DOCINTAKE_", frozen=True, extra="ignore")

    home: Path = Field(Path(".docintake"), description="Folder of all state: data, keys, logs, installs")

    host: str = Field("127.0.0.1", description="Address that the web server listens on")
    port: int = Field(8000, ge=0, le=65535, description="Port of the web server (portal, staff, operators)")
    kafka_port: int = Field(9092, ge=0, le=65535, description="Port of the broker that `docintake up` starts")
    kafka_controller_port: int = Field(9093, ge=0, le=65535, description="Port of that broker's controller")
    metrics_port: int = Field(9464, ge=0, le=65535, description="Port of the Prometheus metrics of `ops`")

    kafka_bootstrap_servers: str = Field(
        "", description="Kafka cluster to use (host:port,…); empty: the broker that `docintake up` starts"
    )
    kafka_security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = Field(
        "PLAINTEXT", description="PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL towards the cluster"
    )
    kafka_ssl_cafile: Path | None = Field(None, description="CA certificates of the cluster, PEM; empty: the system's")
    kafka_ssl_certfile: Path | None = Field(None, description="Our certificate, PEM, where the cluster asks for one")
    kafka_ssl_keyfile: Path | None = Field(None, description="Its private key, PEM, not encrypted")
    kafka_sasl_mechanism: Literal["", "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = Field(
        "", description="PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512"
    )
    kafka_sasl_username: str = Field("", description="SASL user")
    kafka_sasl_password: SecretStr = Field(SecretStr(""), description="SASL password")
    kafka_replication_factor: int = Field(1, ge=1, description="Replicas of each topic (3 on a cluster)")
    kafka_partitions: int = Field(6, ge=1, description="Partitions of each topic when it is created")

    database_url: str = Field(
        "",
        description="Database of all services, e.g. postgresql+psycopg://…; empty: SQLite files under home",
    )
    blobs: str = Field(
        "",
        description="Where originals and page pictures are kept: a folder, or s3://bucket/prefix; empty: under home",
    )
    s3_endpoint: str = Field("", description="Address of an S3 store of your own, https://…; empty: AWS's")
    s3_region: str = Field("", description="Region of the bucket; empty: as AWS's own settings say")
    s3_access_key: str = Field(
        "", description="Access key of the bucket; empty: AWS's own settings, or the machine's role"
    )
    s3_secret_key: SecretStr = Field(SecretStr(""), description="Secret key that belongs to it")

    portal_key: SecretStr = Field(
        SecretStr(""),
        description="Bearer key of the portal; empty: the first start writes portal.key under home",
    )
    staff_password: SecretStr = Field(
        SecretStr(""),
        description="Password of /review and /ops; empty: the first start writes staff.password",
    )
    unmask_password: SecretStr = Field(
        SecretStr(""),
        description="Password to see resident numbers in /review; empty: the first start writes unmask.password",
    )
    session_key: SecretStr = Field(
        SecretStr(""),
        description="Signs staff sessions; the same for every `web`; empty: the first start writes session.key",
    )
    master_key: SecretStr = Field(
        SecretStr(""),
        description="32 bytes in base64 that seal the applicants' keys; empty: master.key under home",
    )

    announcements: Path | None = Field(
        None, description="Folder with `announcements/` and `rulebooks/` TOML files; empty: the shipped ones"
    )

    max_file_bytes: int = Field(20 * MIB, gt=0, description="Largest file of an upload")
    max_request_bytes: int = Field(60 * MIB, gt=0, description="Largest upload request")
    max_declaration_bytes: int = Field(256 * 1024, gt=0, description="Largest declaration body")
    max_pages: int = Field(20, gt=0, description="Most pages of one document")
    max_pixels: int = Field(60_000_000, gt=0, description="Most pixels of one page image")
    max_side: int = Field(20_000, gt=0, description="Longest side of a page image in pixels")
    max_pdf_points: int = Field(7_200, gt=0, description="Longest side of a PDF page in points (1/72 inch)")
    admission_seconds: float = Field(20.0, gt=0, description="Wall-clock limit of inspecting one file")
    admission_memory_mib: int = Field(1_024, gt=0, description="Address space of the inspecting child")
    admission_workers: int = Field(1, ge=1, description="Processes that inspect uploads")
    admission_queue: int = Field(16, ge=1, description="Uploads inspected or waiting at once; more get 503 BUSY")
    min_free_mib: int = Field(
        256, ge=0, description="Disk space that uploads and declarations leave free; below it they get 503 BUSY. 0: any"
    )
    outbox_limit: int = Field(
        100_000, ge=1, description="Events that may wait for Kafka before uploads and declarations get 503 BUSY"
    )
    requests_per_second: float = Field(
        100.0, gt=0, description="Requests a second of one portal key before 429, with a burst of as many"
    )

    reading_workers: Annotated[int, Field(ge=0)] = Field(0, description="Processes that read papers; 0: one a core")
    reading_seconds: float = Field(90.0, gt=0, description="Hard limit of reading one document")
    reading_attempts: int = Field(3, ge=1, description="Crashes or time-outs of one document before it is dead")
    reading_memory_mib: int = Field(2_048, gt=0, description="Address space of one reading process")
    ocr_engine: str = Field("pytesseract", description="Which OCR engine reads")

    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")

    @computed_field  # type: ignore[prop-decorator] # pydantic's documented pattern for mypy
    @property
    def bootstrap_servers(self) -> str:
        """The cluster's addresses, or those of our own broker."""
        return self.kafka_bootstrap_servers or f"127.0.0.1:{self.kafka_port}"

    @property
    def starts_broker(self) -> bool:
        """Whether `docintake up` starts a broker of its own."""
        return not self.kafka_bootstrap_servers

    @property
    def data(self) -> Path:
        """Folder of databases, blobs and broker data."""
        return self.home.absolute() / "data"
