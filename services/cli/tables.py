"""Files of rows that a command reads and writes: JSONL, or CSV by its name; standard input and output."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

if TYPE_CHECKING:
    from services.score.select_command import Text
    from services.score.stages.candidate import Outcome


def writable(path: Path | None) -> Path | None:
    """A file that can be written, said before anything is selected or published."""
    if path is not None and (path.is_dir() or not path.absolute().parent.is_dir()):
        raise typer.BadParameter(
            f"{path} cannot be written: name a file in a folder that is there · "
            "쓸 수 없는 곳입니다. 있는 폴더 안의 파일 이름을 지정하세요."
        )
    return path


def text_of(path: Path) -> Text:
    """The lines of a file, or of standard input for `-`, whatever encoding the terminal has."""
    from services.score.select_command import Text
    from services.score.stages.lines import format_of

    given = str(path) == "-"
    if not given and not path.is_file():
        raise typer.BadParameter(f"there is no file {path}")
    content = sys.stdin.buffer.read() if given else path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise typer.BadParameter(
            f"{path} is not UTF-8 (byte {error.start}). In a spreadsheet save it as “CSV UTF-8” and try again. · "
            "UTF-8이 아닙니다. 엑셀에서 '다른 이름으로 저장'의 'CSV UTF-8(쉼표로 분리)'로 저장해 다시 지정하세요."
        ) from error
    # By ends of lines only: a text may hold other line separators.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Text((f"{line}\n" for line in lines), "jsonl" if given else format_of(path.name))


def standard_output() -> TextIO:
    """Where results go without a file: always UTF-8 (portal-api), also on a terminal of another encoding."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout


def write_outcomes(outcomes: Iterable[Outcome], out: Path | None) -> None:
    """Write `outcomes` to `out`, or to standard output as JSON lines."""
    from services.score.select_command import written_out
    from services.score.stages.lines import format_of

    lines = written_out(outcomes, format_of(out.name) if out is not None else "jsonl")
    if out is None:
        standard_output().writelines(lines)
        return
    # A spreadsheet takes a CSV for UTF-8 only where it begins with the byte order mark.
    encoding = "utf-8-sig" if format_of(out.name) == "csv" else "utf-8"
    with out.open("w", encoding=encoding, newline="") as file:
        file.writelines(lines)
