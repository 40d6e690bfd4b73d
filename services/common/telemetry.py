"""Logs: one structured line a unit of work, with ids and codes only, never a document's content or a person's data."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog

from services.common.settings import Settings


def configure_logging(settings: Settings, service: str) -> None:
    """JSON lines on standard error, bound to the service's name; other libraries from WARNING on."""
    level = logging.getLevelNamesMapping().get(settings.log_level.upper(), logging.INFO)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    structlog.contextvars.bind_contextvars(service=service)
    logging.basicConfig(
        level=max(level, logging.WARNING), stream=sys.stderr, format="%(levelname)s %(name)s %(message)s"
    )
    logging.getLogger("kafka").setLevel(logging.CRITICAL)


def logger(name: str) -> Any:
    """A logger for one part of a service."""
    return structlog.get_logger(part=name)
