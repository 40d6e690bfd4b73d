"""Nothing personal is logged, whatever goes wrong."""

from __future__ import annotations

import ast
import io
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
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


@contextmanager
def configured_process() -> Iterator[io.StringIO]:
    """What a configured process writes. (No fixture: pytest gives each phase of a test another standard error.)"""
    stream = io.StringIO()
    before = structlog.get_config()
    root = logging.getLogger()
    handlers, level, kafka = root.handlers[:], root.level, logging.getLogger("kafka").level
    with redirect_stderr(stream):
        configure_logging(Settings(), "judging")
        try:
            yield stream
        finally:
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
def test_an_exception_is_told_by_type_and_place_without_its_values(fail, way: str):
    number, name = NUMBER, NAME  # locals that a talkative traceback would show
    with configured_process() as lines:
        try:
            fail()
        except Exception as error:
            kind = type(error).__name__
            if way == "structlog":
                logger("test").error("it failed", error=kind, exc_info=True)
            else:
                logging.getLogger("uvicorn.error").exception("it failed")
    for told_of in (kind, fail.__name__, "it failed"):
        assert told_of in lines.getvalue()
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


def test_every_line_names_its_service_in_every_thread():
    with configured_process() as lines:
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
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env={"PYTHONPATH": str(root)},
    )
    line = json.loads(done.stderr)
    assert line["exception"].endswith("builtins.ValueError")
    assert NAME not in done.stderr
    assert chr(54861) not in done.stderr
    assert done.stdout == ""


def test_no_module_logs_the_message_of_just_any_exception():
    """`error=str(error)` is for errors of ours; whatever `except Exception` catches is logged by its type."""
    talkative = [
        f"{path.name}:{call.lineno}"
        for path in sorted((Path(__file__).parents[3] / "services").rglob("*.py"))
        for handler in ast.walk(ast.parse(path.read_text()))
        if isinstance(handler, ast.ExceptHandler) and _catches_anything(handler)
        for call in ast.walk(handler)
        if isinstance(call, ast.Call) and _logs(call) and _tells(call, handler.name)
    ]
    assert talkative == []


def _catches_anything(handler: ast.ExceptHandler) -> bool:
    names = (
        {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)} if handler.type else {"Exception"}
    )
    return bool(names & {"Exception", "BaseException", "ValueError", "KeyError", "SQLAlchemyError", "OSError"})


def _logs(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "log"
    )


def _tells(call: ast.Call, error: str | None) -> bool:
    told_as_text = [
        node
        for node in ast.walk(call)
        if isinstance(node, ast.FormattedValue)
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("str", "repr"))
    ]
    return any(isinstance(name, ast.Name) and name.id == error for node in told_as_text for name in ast.walk(node))
