"""A multipart form as it streams in, held in memory and bounded. The only user of python-multipart.

Files never touch the disk unsealed, and their names are not even looked at.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from python_multipart import MultipartParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header

from services.announcement.refusal import FieldError
from services.common.web.problems import Problem
from services.intake import problems
from services.intake.admission import refusals
from services.intake.admission.limits import Limits
from services.intake.api.bodies import drain
from services.intake.identifiers import shown

FILE = "file"
MOST_ERRORS = 20
"""More wrong parts than this are no form, and not all of them are told."""
PREAMBLE_BYTES = 8 * 1024
"""Longest text before the first boundary."""
HEADER_BYTES = 32 * 1024
"""Longest header of a part: room for any file name, which nobody looks at."""
VALUE_BYTES = 20 * 1024
"""Longest value of a part that is no file: enough to say what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form."""

    values: dict[str, str]
    """Parts that are no file."""
    files: tuple[bytes, ...]
    """Parts named `file`, in order."""
    errors: tuple[FieldError, ...] = ()
    """Every part that is wrong in itself, in order; their values are left out."""


async def read_form(
    stream: AsyncIterator[bytes],
    content_type: str,
    names: frozenset[str],
    limits: Limits,
    request_bytes: int,
    hold: Callable[[int], None],
) -> Form:
    """The form in `stream`, with parts of `names` and files only.

    `hold` is told of every piece before it is kept, and may raise. Problem 413, 415 or 422 where the form is too large,
    none, or malformed; the rest of a refused body is read and thrown away. A part that is wrong in itself is an error
    of the form, so that all of them can be told at once.
    """
    reader = _Reader(_boundary(content_type), names, limits)
    received = 0
    try:
        async for chunk in stream:
            received += len(chunk)
            if received > request_bytes:
                raise problems.refused(refusals.request_too_large(received, request_bytes))
            hold(len(chunk))
            reader.feed(chunk)
        return reader.finish()
    except Problem:
        await drain(stream)
        raise


def _boundary(content_type: str) -> bytes:
    media_type, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if media_type != b"multipart/form-data" or not 1 <= len(boundary) <= 70:
        raise Problem(
            415,
            "UNSUPPORTED_TYPE",
            "multipart/form-data 형식으로 보내십시오. 파일은 file이라는 이름의 항목에 넣습니다.",
            "Send multipart/form-data, with the file in a part named file.",
        )
    return boundary


class _Reader:
    """Collects parts as the parser finds them."""

    def __init__(self, boundary: bytes, names: frozenset[str], limits: Limits) -> None:
        self._names = names
        self._limits = limits
        self._values: dict[str, str] = {}
        self._files: list[bytes] = []
        self._name = ""
        self._data = bytearray()
        self._header = bytearray()
        self._value = bytearray()
        self._ended = False
        self._errors: list[FieldError] = []
        self._skipped = False
        self._begun = False
        self._preamble = bytearray(b"\r\n")
        self._opening = b"\r\n--" + boundary
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": lambda data, start, end: self._header.extend(data[start:end]),
                "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
                "on_header_end": self._end_header,
                "on_headers_finished": self._check_name,
                "on_part_data": self._add,
                "on_part_end": self._end,
                "on_end": self._end_all,
            },
            max_header_size=HEADER_BYTES,
        )

    def feed(self, chunk: bytes) -> None:
        if not self._begun:
            chunk = self._without_preamble(chunk)
        try:
            self._parser.write(chunk)
        except FormParserError:
            raise _malformed() from None

    def finish(self) -> Form:
        if not self._ended:
            raise _malformed()
        return Form(self._values, tuple(self._files), tuple(self._errors))

    def _without_preamble(self, chunk: bytes) -> bytes:
        """What follows the text before the first boundary, which nobody is meant to read (RFC 2046, 5.1.1)."""
        self._preamble += chunk
        begins = self._preamble.find(self._opening)
        if begins >= 0:
            self._begun = True
            return bytes(self._preamble[begins + 2 :])
        if len(self._preamble) > PREAMBLE_BYTES:
            raise _malformed()
        return b""

    def _begin(self) -> None:
        self._name = ""
        self._skipped = False
        self._data = bytearray()

    def _end_header(self) -> None:
        if self._header.lower() == b"content-disposition":
            _, options = parse_options_header(bytes(self._value))
            self._name = options.get(b"name", b"").decode("utf-8", "replace")
        self._header.clear()
        self._value.clear()

    def _check_name(self) -> None:
        if self._name == FILE:
            if len(self._files) >= self._limits.pages:
                raise problems.refused(refusals.too_many_pages(len(self._files) + 1, self._limits.pages))
            return
        if self._name not in self._names:
            self._wrong(
                str(shown(self._name)),
                "UNKNOWN_FIELD",
                None,
                f"알 수 없는 항목입니다. 보낼 수 있는 항목: {', '.join(sorted(self._names))}, {FILE}.",
                f"Unknown part. The parts are {', '.join(sorted(self._names))} and {FILE}.",
            )
        elif self._name in self._values:
            self._wrong(
                self._name,
                "DUPLICATE",
                shown(self._values[self._name]),
                "같은 항목이 두 번 있습니다. 하나만 보내십시오.",
                "This part stands twice. Send it once.",
            )

    def _add(self, data: bytes, start: int, end: int) -> None:
        if self._skipped:
            return
        size = len(self._data) + end - start
        if self._name == FILE and size > self._limits.file_bytes:
            part = f"{FILE}[{len(self._files)}]" if self._files else None
            raise problems.refused(refusals.too_large(size, self._limits.file_bytes), part)
        if self._name != FILE and size > VALUE_BYTES:
            self._wrong(
                self._name,
                "TOO_LONG",
                shown((self._data + data[start:end])[:100].decode("utf-8", "replace")),
                f"값이 너무 깁니다({VALUE_BYTES}바이트까지). 줄여서 보내십시오.",
                f"The value is too long (at most {VALUE_BYTES} bytes). Shorten it.",
            )
            return
        self._data += data[start:end]

    def _end(self) -> None:
        if self._name == FILE:
            self._files.append(bytes(self._data))
        elif not self._skipped:
            self._keep_value()
        self._data = bytearray()

    def _keep_value(self) -> None:
        try:
            self._values[self._name] = self._data.decode("utf-8")
        except UnicodeDecodeError:
            self._wrong(
                self._name,
                "NOT_UTF8",
                shown(self._data.decode("utf-8", "replace")),
                "값이 UTF-8이 아닙니다. UTF-8로 보내십시오.",
                "The value is not UTF-8. Send it as UTF-8.",
            )

    def _wrong(self, field: str, code: str, value: str | None, ko: str, en: str) -> None:
        """Note what is wrong with the part, and pass over the rest of it."""
        self._skipped = True
        self._errors.append(FieldError(field, code, value, ko, en))
        if len(self._errors) >= MOST_ERRORS:
            raise problems.invalid(self._errors)

    def _end_all(self) -> None:
        self._ended = True


def _malformed() -> Problem:
    return problems.invalid_field(
        "body",
        "MALFORMED",
        None,
        "multipart 본문이 깨졌거나 끝 경계가 없습니다. HTTP 라이브러리의 multipart 기능으로 다시 보내십시오.",
        "The multipart body is broken, or its closing boundary is missing. Send it with your HTTP "
        "library's multipart support.",
    )
