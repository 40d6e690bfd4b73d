"""What is fuzzed, and what counts as an untyped error: any exception but the typed ones, any answer of 500 and up."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from services.announcement.load import load_announcement
from services.common.avro import EventCodec, decode_envelope
from services.common.blobs import FolderBlobStore, SealedBlobs
from services.common.errors import KeyDestroyed, Poison
from services.common.resident_number import holds_number, masked
from services.intake.admission import endings, heic_items, jpeg_scans
from services.intake.admission.child import Admission
from services.intake.admission.decide import Admitted
from services.intake.admission.kinds import Kind, kind_of
from services.score.command import score_file
from services.verify.reading.layout.labels import Label, find_labels
from services.verify.reading.layout.squeezed import squeeze
from services.verify.values import dates, fields, names, numbers, periods, rates, scores, text, titles
from tests.fuzz import material
from tests.hostile import trial
from tests.hostile.catalogue import quick_files
from tests.hostile.specimen import mutated
from tests.unit.common.examples import EVENTS, sealer
from tests.unit.intake.desk import Desk, open_desk
from tests.unit.verify.reading.test_labels import LABELS, sheet_of


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that must stand anything."""

    name: str
    """What it is."""
    cases: SearchStrategy[Any]
    """What is thrown at it."""
    run: Callable[[Any], None]
    """Throws one; raises where the error is untyped, or a promise broken."""
    share: int
    """Of a thousand cases of a long run."""


HELD = ExitStack()
"""Folders and children that targets hold until the run is over."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ONE_TEXT: tuple[Callable[[str], object], ...] = (
    *(dates.parse_date, dates.parse_day_first, dates.parse_end_date, dates.find_dates, dates.looks_like_date),
    *(names.parse_name, names.parse_latin_name, numbers.parse_number, numbers.parse_licence_number),
    *(numbers.parse_ticket, numbers.is_licence_number, numbers.parse_phone, periods.parse_run_on_date),
    *(periods.find_period, rates.parse_rate, scores.parse_score, scores.parse_grade, scores.parse_level),
    *(scores.parse_cefr, text.tidy, text.free_text, titles.parse_title, titles.split_grade, titles.parse_issuer),
    *(titles.parse_company, squeeze, masked),
)


def _values(case: tuple[str, str, str]) -> None:
    one, other, field = case
    for parse in _ONE_TEXT:
        parse(one)
    for found in (dates.parse_date(one), *dates.find_dates(one)):
        if found is not None and _ISO.fullmatch(found):
            date.fromisoformat(found)
    for start, end in dates.date_spans(one):
        assert 0 <= start < end <= len(one)
    fields.canonical(field, one)
    fields.same(field, one, other)
    names.same_latin_name(one, other)
    titles.same_company(one, other)
    assert not holds_number(masked(one))


def _labels(lines: list[str]) -> None:
    known: tuple[Label, ...] = LABELS
    for anchor in find_labels([sheet_of(*lines)], known):
        assert anchor.field in {label.field for label in known}


@cache
def _codec() -> tuple[EventCodec, tuple[bytes, ...]]:
    folder = Path(HELD.enter_context(TemporaryDirectory()))
    keys = sealer(folder)
    codec = EventCodec(keys, SealedBlobs(FolderBlobStore(folder / "blobs"), keys))
    return codec, tuple(codec.encode(event) for event in EVENTS)


def _avro(case: tuple[int, int, int, bytes]) -> None:
    codec, good = _codec()
    which, number, changes, tail = case
    whole = good[which % len(good)]
    for data in (whole[:5] + mutated(whole[5:], number, changes), whole[:5] + tail, tail, whole[: number % len(whole)]):
        for decode in (decode_envelope, codec.decode):
            try:
                decode(data)  # type: ignore[operator]
            except (Poison, KeyDestroyed):
                continue


@cache
def desk() -> Desk:
    """Intake, with the real inspecting child."""
    return open_desk(Path(HELD.enter_context(TemporaryDirectory())), admission=_admission())


@cache
def _admission() -> Admission:
    return HELD.enter_context(trial.admission())


def _declare(case: tuple[str, bytes]) -> None:
    applicant_id, body = case
    answer = desk().request("PUT", f"/v1/applicants/{applicant_id}/declaration", content=body)
    _typed(answer.status_code, answer.headers["Content-Type"], answer.content)


def _form(case: tuple[int, int, bytes]) -> None:
    number, changes, boundary = case
    parts = {"applicant_id": "A-1", "announcement": "2019-grade5", "claim_id": "cert-1", "kind": "certificate"}
    body = b"".join(
        b'--xyz\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name.encode(), value.encode())
        for name, value in parts.items()
    )
    body += b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nGIF89a?\r\n--xyz--\r\n'
    headers = {"Content-Type": b"multipart/form-data; boundary=" + boundary}
    answer = desk().request("POST", "/v1/documents", content=mutated(body, number, changes), headers=headers)
    _typed(answer.status_code, answer.headers["Content-Type"], answer.content)


def _typed(status: int, content_type: str, content: bytes) -> None:
    assert status < 500, f"answered {status}"
    if status >= 400:
        assert content_type == "application/problem+json"
        problem = json.loads(content)
        assert problem["code"].isupper()
        assert problem["detail_ko"]
        assert problem["detail_en"]


@cache
def _announcement() -> Any:
    return load_announcement("2019-grade5")


def _score(case: tuple[list[bytes], list[str]]) -> None:
    good, other = case
    given = [line.decode("utf-8", "replace").replace("\n", " ").replace("\r", " ") for line in good]
    given = [re.sub(r"^\s*\{", '{"applicant_id": "A-1", ', line, count=1) for line in given] + [
        line.replace("\n", " ") for line in other
    ]
    out = io.StringIO()
    status = score_file(given, _announcement(), date(2019, 9, 20), out)
    answers = [json.loads(line) for line in out.getvalue().split("\n")[:-1]]
    asked = [line.removeprefix("\ufeff" if not at else "") for at, line in enumerate(given)]
    assert len(answers) == sum(bool(line.strip()) for line in asked)
    refused = [answer for answer in answers if "error" in answer]
    assert status == (1 if refused else 0)
    for answer in refused:
        assert answer["error"]["code"].isupper()
        assert answer["error"]["ko"]
        assert answer["error"]["en"]


@cache
def _seeds() -> tuple[bytes, ...]:
    return tuple(data for file in quick_files() if 16 < len(data := file.make()) < 60_000)


def _sight(case: tuple[int, int, int]) -> None:
    which, number, changes = case
    data = mutated(_seeds()[which % len(_seeds())], number, changes)
    kind = kind_of(data)
    for looks in (Kind.JPEG, Kind.PNG, Kind.GIF, Kind.TIFF, Kind.HEIC, Kind.PDF):
        endings.is_cut_off(kind if isinstance(kind, Kind) else looks, data)
    endings.has_wrong_sum(data)
    endings.never_ends(data)
    jpeg_scans.has_lost_data(data)
    heic_items.has_lost_data(data + bytes(20))


def _inspect(case: tuple[int, int, int]) -> None:
    which, number, changes = case
    verdict = _admission().admit(mutated(_seeds()[which % len(_seeds())], number, changes))
    if isinstance(verdict, Admitted):
        assert verdict.pages >= 1
    else:
        assert verdict.code.isupper()
        assert verdict.ko
        assert verdict.en


_change = st.tuples(st.integers(0, 10**6), material.numbers, st.integers(1, 30))
_lines = st.lists(material.json_bytes(), max_size=3)
_ids = st.sampled_from(("A-1", "A-2", "접수-3", "900101-1234567", "%00", "a" * 65, "..", "%2e%2e%2f", "x y"))
_boundaries = st.sampled_from((b"xyz", b'"xyz"', b"", b"x" * 71, b"xyz; charset=\xff", b"--xyz"))

TARGETS = (
    Target("values", st.tuples(material.texts, material.texts, material.fields), _values, 450),
    Target("labels", st.lists(material.texts, min_size=1, max_size=6), _labels, 120),
    Target(
        "avro", st.tuples(st.integers(0, 99), material.numbers, st.integers(1, 9), st.binary(max_size=80)), _avro, 200
    ),
    Target("files on sight", _change, _sight, 100),
    Target("offline score", st.tuples(_lines, st.lists(st.text(max_size=30), max_size=2)), _score, 60),
    Target("declaration", st.tuples(_ids, material.json_bytes()), _declare, 35),
    Target("upload form", st.tuples(material.numbers, st.integers(1, 6), _boundaries), _form, 20),
    Target("admission", _change, _inspect, 15),
)
