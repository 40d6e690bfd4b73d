"""Logs: one structured line a unit of work, with ids and codes only, never a document's content or a person's data.

An exception is told by its type and the lines of code it came through. The message is told of our own errors only:
other people's quote what they choked on (`invalid literal for int(): '910101-…'`).
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

from services.common.errors import DocintakeError
from services.common.settings import Settings


def configure_logging(settings: Settings, service: str) -> None:
    """JSON lines on standard error, bound to the service's name; other libraries from WARNING on."""
    level = logging.getLevelNamesMapping().get(settings.log_level.upper(), logging.INFO)
    _configure(service, level)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(DiscreetFormatter("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=max(level, logging.WARNING), handlers=[handler], force=True)


def logger(name: str) -> Any:
    """A logger for one part of a service; discreet even where `configure_logging` is never called."""
    if not structlog.is_configured():  # structlog's own defaults print the values of local variables
        _configure("docintake", logging.INFO)
    return structlog.get_logger(part=name)


def told(error: BaseException) -> str:
    """`error` and what caused it, as types and lines of code; messages of our own errors only."""
    seen: set[int] = set()
    parts: list[str] = []
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        frames = "".join(traceback.format_tb(cause.__traceback__))
        parts.append(f"{frames}{_title(cause)}")
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\ncaused by\n".join(parts)


class DiscreetFormatter(logging.Formatter):
    """The formatter for other libraries' log lines: their exceptions without messages."""

    def formatException(  # noqa: N802 # logging's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """See `told`."""
        return told(ei[1]) if ei[1] is not None else ""


def _title(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name}: {error}" if isinstance(error, DocintakeError) else name


def _configure(service: str, level: int) -> None:
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            _named(service),
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _exception_told,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )


def _named(service: str) -> Any:
    """Every line, of whatever thread, names the service."""

    def processor(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        line.setdefault("service", service)
        return line

    return processor


def _exception_told(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    wanted = line.pop("exc_info", None)
    error = sys.exc_info()[1] if wanted is True else wanted
    if isinstance(error, BaseException):
        line["exception"] = told(error)
    return line
