"""Files of rows, JSONL or CSV: every wrong line is named, and then nothing of the file counts."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from services.common.errors import DocintakeError
from services.common.strict_json import DuplicateKey, read_json

Format = Literal["jsonl", "csv"]
BYTE_ORDER_MARK = "\ufeff"
MOST_SHOWN = 20
"""Wrong lines that one message names."""


@dataclass(frozen=True, slots=True)
class LineError:
    """What is wrong with one line."""

    line: int
    """Its number in the file, from 1; 0: the file as a whole."""
    field: str
    """The column, or empty."""
    code: str
    """Stable: `NOT_IN_STAGE`, `OFF_GRID`, …"""
    value: str
    """What was given, cut short; may be personal: it belongs in the answer, never in a log."""
    ko: str
    """What is wrong and what to do, in Korean."""
    en: str
    """The same in English."""

    def to_json(self) -> dict[str, Any]:
        """As the API answers it."""
        return {
            "line": self.line,
            "field": self.field,
            "code": self.code,
            "value": self.value,
            "ko": self.ko,
            "en": self.en,
        }

    def __str__(self) -> str:
        at = " ".join(part for part in (f"line {self.line}" if self.line else "", self.field) if part) or "file"
        value = f" ({self.value})" if self.value else ""
        return f"{at}{value}: {self.code}: {self.ko} / {self.en}"

    def __repr__(self) -> str:
        return f"LineError(line={self.line}, field={self.field!r}, code={self.code!r})"


class InvalidLines(DocintakeError):
    """A file of which nothing is applied, because of at least one wrong line; the message names each."""

    def __init__(self, errors: Iterable[LineError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: (error.line == 0, error.line, error.field)))
        """Every wrong line, in the order of the file, then what is wrong with it as a whole: who is missing from it is
        often only a consequence."""
        more = len(self.errors) - MOST_SHOWN
        lines = [str(error) for error in self.errors[:MOST_SHOWN]] + ([f"… and {more} more"] if more > 0 else [])
        super().__init__("nothing was applied · 아무것도 적용하지 않았습니다:\n  " + "\n  ".join(lines))


def short(value: object) -> str:
    """`value` as an error may show it."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else text[:80] + "…"


def format_of(name: str) -> Format:
    """CSV where the file's name ends in `.csv`, else JSONL."""
    return "csv" if name.lower().endswith(".csv") else "jsonl"


def read_rows(text: Iterable[str], kind: Format) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line number, row) of every row of a file; blank lines and rows of empty cells are passed over.

    A CSV row has text cells, its header names the columns; its byte order mark must be gone already.
    Text that was saved in parts of letters (NFD) is put together, so that names of columns are known.
    Raises InvalidLines at the first line that is no row.
    """
    whole = (line if line.isascii() else unicodedata.normalize("NFC", line) for line in text)
    yield from _csv(whole) if kind == "csv" else _jsonl(whole)


def _jsonl(text: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text, 1):
        body = line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line
        if not body.strip():
            continue
        try:
            row = read_json(body)
        except DuplicateKey as error:
            ko, en = "같은 이름의 항목이 두 번 있습니다. 하나만 남기세요.", "The same key stands twice; keep one."
            raise InvalidLines([LineError(number, short(error.path), "INVALID_JSON", "", ko, en)]) from None
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            raise InvalidLines(
                [
                    LineError(
                        number,
                        "",
                        "INVALID_JSON",
                        "",
                        "JSON 객체가 아닙니다. 한 줄에 JSON 객체 하나를 쓰세요.",
                        "This is no JSON object; write one object a line.",
                    )
                ]
            )
        yield number, row


def _csv(text: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(text, strict=True)
    try:
        names = [name.strip() for name in reader.fieldnames or ()]
    except csv.Error as error:
        raise InvalidLines([_no_csv(1, error)]) from error
    if not names:
        return
    if len(names) == 1 and (other := next((sign for sign in ";\t|" if sign in names[0]), None)):
        shown = "tab" if other == "\t" else other
        ko = f"열이 쉼표가 아니라 {shown}(으)로 나뉘어 있습니다. 'CSV UTF-8(쉼표로 분리)'로 저장하세요."
        en = f"Columns are parted by {shown}, not by commas; save the file as “CSV UTF-8 (comma delimited)”."
        raise InvalidLines([LineError(1, "", "HEADER", short(names[0]), ko, en)])
    if "" in names or len(set(names)) < len(names):
        raise InvalidLines(
            [
                LineError(
                    1,
                    "",
                    "HEADER",
                    short(",".join(names)),
                    "머리글의 열 이름이 비었거나 겹칩니다.",
                    "A column of the header has no name, or a name stands twice.",
                )
            ]
        )
    reader.fieldnames = names
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InvalidLines([_no_csv(reader.line_num, error)]) from error
        if None in row or None in row.values():
            raise InvalidLines(
                [
                    LineError(
                        reader.line_num,
                        "",
                        "COLUMNS",
                        "",
                        f"열의 수가 머리글({len(names)}개)과 다릅니다.",
                        f"The number of cells differs from the header's {len(names)}.",
                    )
                ]
            )
        cells = {name: cell.strip() for name, cell in row.items()}
        if any(cells.values()):  # a spreadsheet writes rows of commas for what was emptied
            yield reader.line_num, cells


def _no_csv(line: int, error: csv.Error) -> LineError:
    return LineError(line, "", "CSV", "", f"CSV로 읽을 수 없습니다({error}).", f"No CSV: {error}.")


def write_rows(rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...], kind: Format) -> Iterator[str]:
    """The lines of a file of `rows`, each with its line feed; a CSV has the header `columns`."""
    if kind == "jsonl":
        for row in rows:
            yield json.dumps(row, ensure_ascii=False) + "\n"
        return
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
