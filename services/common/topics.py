"""The topic catalogue: `schemas/topics.toml` as values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SCHEMAS = Path(__file__).parents[2] / "schemas"
DEAD_LETTER = ".dlq"
MAX_MESSAGE_BYTES = 8 * 1024 * 1024
"""Largest batch on a dead-letter topic; other topics keep the broker's limit of 1 MiB."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic."""

    name: str
    """`intake.uploads.certificate` …"""
    schema: str
    """Name of the Avro schema of its records."""
    producer: str
    """The service that writes it."""
    consumers: tuple[str, ...]
    """The consumer groups that read it."""
    retention: str
    """`forever`, or `compact`: the newest record of each key."""

    @property
    def is_dead_letter(self) -> bool:
        """Whether it takes what a group can never handle."""
        return self.name.endswith(DEAD_LETTER)

    @property
    def config(self) -> dict[str, str]:
        """Kafka's topic settings."""
        if self.retention == "compact":
            return {"cleanup.policy": "compact"}
        forever = {"cleanup.policy": "delete", "retention.ms": "-1", "retention.bytes": "-1"}
        # A dead letter is the record with its story in the headers: larger than what the record's own topic takes.
        return forever | {"max.message.bytes": str(MAX_MESSAGE_BYTES)} if self.is_dead_letter else forever


@cache
def catalogue() -> dict[str, Topic]:
    """Every topic by name, dead-letter topics not included."""
    with (SCHEMAS / "topics.toml").open("rb") as file:
        declared = tomllib.load(file)["topics"]
    return {
        name: Topic(
            name=name,
            schema=entry["schema"],
            producer=entry["producer"],
            consumers=tuple(entry["consumers"]),
            retention=entry["retention"],
        )
        for name, entry in declared.items()
    }


def read_by(group: str) -> list[str]:
    """The topics that a consumer group reads."""
    return [topic.name for topic in catalogue().values() if group in topic.consumers]


def dead_letter_topic(topic: str, group: str) -> str:
    """Where a group puts what it can never handle."""
    return f"{topic}.{group}{DEAD_LETTER}"


def dead_letter_topics() -> list[Topic]:
    """Every dead-letter topic of the catalogue; bytes untouched, so without a schema."""
    return [
        Topic(dead_letter_topic(topic.name, group), "", group, (), "forever")
        for topic in catalogue().values()
        for group in topic.consumers
    ]


UPLOAD_TOPIC = {
    "certificate": "intake.uploads.certificate",
    "language-report": "intake.uploads.language-report",
    "career-form": "intake.uploads.career-form",
    "evidence": "intake.uploads.evidence",
}
"""Topic of an upload kind."""
