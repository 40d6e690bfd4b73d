"""`docintake`: every command, wired. A command imports what it needs when it runs, so that help is quick."""

from __future__ import annotations

import sys

import typer

from services.cli import (
    announcement,
    backup,
    demo,
    dlq,
    erase,
    keys,
    read,
    rebuild,
    report,
    rescore,
    rulebook,
    run,
    score,
    select,
    status,
    topics,
    up,
)
from services.cli.supervisor import EXIT_MISCONFIGURED

EXIT_TEMPORARY = 75
"""sysexits.h EX_TEMPFAIL: the same command may succeed later."""

app = typer.Typer(
    name="docintake",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="rich",
    help="Reads the papers that applicants upload, judges them against what they declared, and scores.\n\n"
    "지원자가 올린 서류를 읽어 신고 내용과 맞춰 보고 점수를 매깁니다.\n\n"
    "Settings are environment variables `DOCINTAKE_…`; the README lists them all.",
)
for part in (
    up,
    demo,
    status,
    topics,
    announcement,
    rulebook,
    score,
    select,
    report,
    rescore,
    read,
    dlq,
    rebuild,
    backup,
    erase,
    keys,
    run,
):
    part.register(app)


def main() -> None:
    """The console script: our own errors become one message and an exit code."""
    from services.common.errors import DocintakeError, Misconfigured, Retryable

    try:
        app()
    except Misconfigured as error:
        _end(error, EXIT_MISCONFIGURED)
    except Retryable as error:
        _end(error, EXIT_TEMPORARY)
    except DocintakeError as error:
        _end(error, 1)


def _end(error: Exception, code: int) -> None:
    print(f"docintake: {error}", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    main()
