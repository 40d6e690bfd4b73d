"""Nothing personal is logged, whatever goes wrong."""

from __future__ import annotations

import io
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
import structlog
from pydantic import BaseModel

from services.common.database import Database
from services.common.errors import Poison, Retryable
from services.common.settings import Settings
from services.common.telemetry import configure_logging, logger, told

NAME, NUMBER = "홍길동", "900102-1234567"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What a configured process writes."""
    stream = io.StringIO()
    before = structlog.get_config()
    root = logging.getLogger()
    handlers, level, kafka = root.handlers[:], root.level, logging.getLogger("kafka").level
    monkeypatch.setattr(sys, "stderr", stream)
    configure_logging(Settings(), "judging")
    yield stream
    structlog.configure(**before)
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.getLogger("kafka").setLevel(kafka)


def written(lines: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


class Person(BaseModel):
    number: int


def fail_in_python() -> None:
    int(NUMBER)


def fail_in_pydantic() -> None:
    Person.model_validate({"number": NUMBER, "name": NAME})


def fail_in_sqlalchemy() -> None:
    with Database("sqlite://", "t").begin() as connection:
        connection.execute(sa.text("INSERT INTO nowhere VALUES (:name, :number)"), {"name": NAME, "number": NUMBER})


def fail_in_a_chain() -> None:
    try:
        fail_in_python()
    except ValueError as error:
        raise Poison("a record that cannot be handled") from error


def fail_while_failing() -> None:
    try:
        fail_in_python()
    except ValueError:
        raise KeyError(NAME) from None


@pytest.mark.parametrize(
    "fail", [fail_in_python, fail_in_pydantic, fail_in_sqlalchemy, fail_in_a_chain, fail_while_failing]
)
@pytest.mark.parametrize("way", ["structlog", "logging"])
def test_an_exception_is_told_by_type_and_place_without_its_values(lines: io.StringIO, fail, way: str):
    number, name = NUMBER, NAME  # locals that a talkative traceback would show
    try:
        fail()
    except Exception as error:
        if way == "structlog":
            logger("test").error("it failed", error=type(error).__name__, exc_info=True)
        else:
            logging.getLogger("uvicorn.error").exception("it failed")
        kind = type(error).__name__
    assert kind in lines.getvalue()
    assert fail.__name__ in lines.getvalue()
    assert number not in lines.getvalue()
    assert name not in lines.getvalue()


def test_our_own_errors_say_what_they_say():
    try:
        raise Retryable("blob store: No space left on device") from OSError(NAME)
    except Retryable as error:
        text = told(error)
    assert "Retryable: blob store: No space left on device" in text
    assert text.endswith("builtins.OSError")
    assert NAME not in text


def test_a_circle_of_causes_ends():
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    assert told(first).count("ValueError") == 2


def test_every_line_names_its_service_in_every_thread(lines: io.StringIO):
    logger("a").info("main")
    thread = threading.Thread(target=lambda: logger("b").info("other"))
    thread.start()
    thread.join()
    assert [(line["event"], line["service"], line["part"], line["level"]) for line in written(lines)] == [
        ("main", "judging", "a", "info"),
        ("other", "judging", "b", "info"),
    ]


def test_a_process_that_never_configured_its_logs_is_discreet_too():
    code = f"""
from services.common.telemetry import logger
log = logger("early")
try:
    name = {NAME!r}
    int(chr(54861))
except ValueError:
    log.error("failed", exc_info=True)
"""
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root, env={"PYTHONPATH": str(root)}
    )
    line = json.loads(done.stderr)
    assert line["exception"].endswith("builtins.ValueError")
    assert NAME not in done.stderr
    assert chr(54861) not in done.stderr
    assert done.stdout == ""


def test_no_module_logs_a_message_of_somebody_elses_exception():
    """`error=str(error)` is for errors of ours; everything else is logged by its type."""
    root = Path(__file__).parents[3] / "services"
    talkative = []
    for path in root.rglob("*.py"):
        text = path.read_text()
        for number, line in enumerate(text.splitlines()):
            if "log." in line and "str(error)" in line:
                handler = next(
                    before for before in reversed(text.splitlines()[:number]) if before.lstrip().startswith("except")
                ) if "except" in "".join(text.splitlines()[:number]) else ""
                if "except Exception" in handler or "except BaseException" in handler:
                    talkative.append(f"{path.name}:{number + 1}")
    assert talkative == []
