"""Records that chaos puts on the topics: exact copies of what was there, and poison."""

from __future__ import annotations

import struct
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from random import Random
from typing import Any

from kafka import KafkaProducer
from kafka.errors import KafkaError

from chaos.history import Injected, Raw, Spot
from chaos.watching import read_topics
from services.common.avro import decode_envelope
from services.common.errors import Poison, Retryable
from services.common.settings import Settings
from services.common.topics import catalogue

COPIES = 24
"""Records that one fault repeats."""
TRIES = 8
MARK = "chaos-poison"
"""Header of a poisoned record: the dead letter must still have it."""


def repeat(settings: Settings, seed: int) -> list[Injected]:
    """Send some records once more, identical to the byte: right after, and long after, the first time."""
    dice = Random(seed)
    topics = dice.sample(sorted(catalogue()), 5)
    chosen = [raw for topic in topics for raw in _copies(dice, topic, read(settings, [topic]))]
    return _send(settings, [(raw, "duplicate") for raw in chosen])


def poison(settings: Settings, kind: str, seed: int) -> list[Injected]:
    """Put one poisoned record of that kind on every topic."""
    dice = Random(seed)
    everything = [raw for raw in read(settings, sorted(catalogue())) if _is_event(raw)]
    bad = []
    for topic in sorted(catalogue()):
        there = [raw for raw in everything if raw.topic == topic] or everything
        if kind == "tampered-seal":
            there = [raw for raw in there if _sealed(raw)] or [raw for raw in everything if _sealed(raw)]
        if kind == "wrong-key":
            there = [raw for raw in everything if raw.topic == topic]
        if there:
            key, value = _spoilt(kind, dice.choice(there), dice)
            headers = ((MARK, f"{kind}-{seed}".encode()),)
            bad.append((Raw(topic, dice.randrange(settings.kafka_partitions), -1, 0.0, key, value, headers), kind))
    return _send(settings, bad)


def _spoilt(kind: str, raw: Raw, dice: Random) -> tuple[bytes | None, bytes]:
    value = raw.value or b""
    if kind == "garbage":
        return raw.key, b"\x7b" + dice.randbytes(dice.randrange(0, 300))
    if kind == "unknown-schema":
        return raw.key, b"\0" + struct.pack(">I", 900_000 + dice.randrange(1000)) + value[5:]
    if kind == "truncated":
        return raw.key, value[: len(value) // 2]
    if kind == "trailing":
        return raw.key, value + b"\0"
    if kind == "tampered-seal":
        sealed = _sealed(raw)
        place = value.index(sealed) + len(sealed) - 1 - dice.randrange(8)
        return raw.key, value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
    return f"2019-grade5/nobody-{dice.randrange(1000)}".encode(), value  # wrong-key


def _copies(dice: Random, topic: str, there: Sequence[Raw]) -> list[Raw]:
    """A compacted topic keeps the newest record of each key: only that may come again, or we would undo it."""
    if catalogue()[topic].retention == "compact":
        there = list({raw.key: raw for raw in there if _is_event(raw)}.values())
    usable = [raw for raw in there if _is_event(raw) and not any(name == MARK for name, _ in raw.headers)]
    return dice.sample(usable, min(len(usable), COPIES // 4))


def _is_event(raw: Raw) -> bool:
    if raw.value is None or any(name == MARK for name, _ in raw.headers):
        return False
    try:
        decode_envelope(raw.value)
    except Poison:
        return False
    return True


def _sealed(raw: Raw) -> bytes:
    sealed = decode_envelope(raw.value or b"")[1]["sealed"]
    return sealed or b""


def read(settings: Settings, topics: Sequence[str]) -> list[Raw]:
    """Everything on the topics, as soon as the broker gives it."""
    for attempt in range(TRIES):
        try:
            return list(read_topics(settings, topics))
        except (KafkaError, Retryable):
            if attempt == TRIES - 1:
                raise
            time.sleep(2.0)
    return []


def _send(settings: Settings, records: Sequence[tuple[Raw, str]]) -> list[Injected]:
    """Send all; each again until the broker has it: a copy too many is a copy."""
    waiting, sent = deque(records), list[Injected]()
    for _ in range(TRIES):
        with suppress(KafkaError):
            producer: Any = KafkaProducer(
                bootstrap_servers=settings.bootstrap_servers,
                acks="all",
                delivery_timeout_ms=20_000,
                request_timeout_ms=10_000,
                client_id="chaos-poison",
            )
            try:
                while waiting:
                    raw, kind = waiting[0]
                    sent.append(Injected(_sent(producer, raw), kind, time.time()))
                    waiting.popleft()
            finally:
                with suppress(KafkaError):
                    producer.close(timeout=2)
        if not waiting:
            break
        time.sleep(2.0)
    return sent


def _sent(producer: Any, raw: Raw) -> Spot:
    """Where it lies now; poison goes to the partition that it names, a copy to its key's."""
    partition = raw.partition if raw.offset < 0 else None
    headers = list(raw.headers)
    told = producer.send(raw.topic, key=raw.key, value=raw.value, headers=headers, partition=partition).get(
        timeout=25.0
    )
    return told.topic, told.partition, told.offset
