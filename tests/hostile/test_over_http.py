"""Hostile files, hostile names of files and resident numbers over the portal's HTTP API."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from services.intake.admission.child import Admission
from tests.hostile import trial
from tests.hostile.catalogue import hostile_files
from tests.hostile.jpeg_heic import photo
from tests.hostile.specimen import ADMITTED, Hostile
from tests.unit.intake.desk import CAREER, CERTIFICATE, KEY, LANGUAGE, Desk, open_desk
from tests.unit.intake.test_hang_up import serving

RESIDENT = "900101-1234567"
SECRET = "1234567"
GOOD = photo()


@pytest.fixture(scope="module")
def shared_admission() -> Iterator[Admission]:
    with trial.admission() as running:
        yield running


@pytest.fixture(scope="module")
def shared(shared_admission: Admission, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    opened = open_desk(tmp_path_factory.mktemp("desk"), admission=shared_admission)
    opened.declare()
    return opened


def chosen() -> list[Hostile]:
    """Every twelfth file that no limit ends: a few of each family."""
    return [file for place, file in enumerate(hostile_files()) if place % 12 == 5 and "inflate" not in file.name]


@pytest.fixture(scope="module")
def client(shared: Desk) -> Iterator[httpx.Client]:
    with (
        serving(shared) as port,
        httpx.Client(
            base_url=f"http://127.0.0.1:{port}", headers={"Authorization": f"Bearer {KEY}"}, timeout=60
        ) as portal,
    ):
        yield portal


def post(client: httpx.Client, data: bytes, name: bytes = b"paper.jpg", claim: str = "cert-1") -> httpx.Response:
    """An upload whose file has exactly this name on the wire."""
    parts = {"applicant_id": "A-1", "claim_id": claim, "kind": "certificate"}
    body = b"".join(
        b'--xyz\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (key.encode(), value.encode())
        for key, value in parts.items()
    )
    body += b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n' % name
    body += b"Content-Type: image/jpeg\r\n\r\n" + data + b"\r\n--xyz--\r\n"
    return client.post("/v1/documents", content=body, headers={"Content-Type": "multipart/form-data; boundary=xyz"})


@pytest.mark.parametrize("file", chosen(), ids=lambda file: file.name)
def test_a_hostile_file_is_answered_with_its_code(client: httpx.Client, file: Hostile) -> None:
    answer = post(client, file.make())
    if answer.status_code == 202:
        assert ADMITTED in file.allowed
        return
    problem = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert 400 <= answer.status_code < 500
    assert problem["code"] in file.allowed
    assert problem["detail_ko"]
    assert problem["detail_en"]


def test_what_was_refused_left_nothing(shared: Desk, client: httpx.Client) -> None:
    before = (len(shared.stored()), len(shared.events()))
    assert post(client, b"%!PS\n(x) run\n").status_code == 415
    assert post(client, GOOD[:-9]).status_code == 422
    assert (len(shared.stored()), len(shared.events())) == before


NAMES = {
    "path above": b"../../../../etc/passwd",
    "path of Windows": b"C:\\\\windows\\\\system32\\\\x.jpg",
    "root": b"/etc/shadow",
    "control characters": bytes(range(1, 9)) + b"\x0b\x0c" + bytes(range(14, 32)) + b".jpg",
    "zero": b"a\0b.jpg",
    "escape": b"\x1b]0;evil\x07\x1b[2J.jpg",
    "right to left": "사진‮gpj.exe".encode(),
    "marks of direction": "‪‫‭⁦⁧⁨.jpg".encode(),
    "ten thousand letters": b"x" * 10_000,
    "lone surrogates": b"\xed\xa0\x80\xed\xbf\xbf.jpg",
    "no UTF-8": b"\xff\xfe\xfd.jpg",
    "CP949": "자격증.jpg".encode("cp949"),
    "emoji": "📄🔥👩‍👩‍👧.jpg".encode(),
    "decomposed Hangul": "자격증.jpg".encode(),
    "resident number": f"주민등록증_{RESIDENT}.jpg".encode(),
    "glued resident number": b"9001011234567.jpg",
    "percent signs": b"%2e%2e%2f%00%n%s.jpg",
    "a shell's signs": b"$(id)`id`;id|id&.jpg",
    "SQL": b"'; DROP TABLE documents; --.jpg",
    "HTML": b"<img src=x onerror=alert(1)>.jpg",
    "template": b"{{7*7}}${7*7}.jpg",
    "log line": b'x.jpg", "level": "error',
    "device": b"CON",
    "stream": b"a.jpg:evil.exe",
    "two endings": b"a.pdf.exe",
    "dots": b"....",
    "spaces": b"   ",
    "empty": b"",
    "star form": b"\"; filename*=UTF-8''%2e%2e%2fevil; x=\"",
    "quotes": b"a\\\"b.jpg",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_file_matters_or_is_kept(
    shared_admission: Admission, tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    desk = open_desk(tmp_path, admission=shared_admission)
    desk.declare()
    content = GOOD + name.encode()  # what follows a JPEG's end is nobody's business
    with capture_logs() as lines, caplog.at_level(logging.DEBUG), serving(desk) as port:
        base = httpx.Client(base_url=f"http://127.0.0.1:{port}", headers={"Authorization": f"Bearer {KEY}"}, timeout=60)
        with base as client:
            answer = post(client, content, NAMES[name])
            assert answer.status_code in (202, 400, 422), answer.text
    told = f"{lines}{[record.getMessage() for record in caplog.records]}{answer.text}".encode()
    mark = next((part for part in (b"evil", b"passwd", b"shadow", b"DROP", b"onerror", SECRET.encode())
                 if part in NAMES[name]), None)  # fmt: skip
    if mark is not None:
        assert mark not in told
        assert mark not in everything_kept(tmp_path)
    if answer.status_code == 202:
        assert len(desk.stored()) == 1
        assert all(len(path.name) <= 64 for path in desk.stored())


def everything_kept(folder: Path) -> bytes:
    """Every byte that intake wrote, and the names of its files."""
    for database in folder.glob("*.db"):
        with sqlite3.connect(database) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.name.encode() + path.read_bytes() for path in files)


FORMS = (RESIDENT, "900101 1234567", "900101–1234567", "９００１０１-１２３４５６７", "주민번호 900101-1234567 입니다")


@pytest.mark.parametrize("text", FORMS)
@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("name", lambda text: {"name": text}),
        ("name_latin", lambda text: {"name_latin": text}),
        ("claims[0].title", lambda text: {"claims": [CERTIFICATE | {"title": text}]}),
        ("claims[0].number", lambda text: {"claims": [CERTIFICATE | {"number": text}]}),
        ("claims[0].registration_no", lambda text: {"claims": [LANGUAGE | {"registration_no": text}]}),
        ("claims[0].company", lambda text: {"claims": [CAREER | {"company": text}]}),
        ("claims[0].records[0].project", lambda text: {"claims": [CAREER | {"records": [{"project": text}]}]}),
        (
            "claims[0].confirmation.hr.person",
            lambda text: {"claims": [CAREER | {"confirmation": {"hr": {"person": text}}}]},
        ),
    ],
)
def test_a_resident_number_in_a_declaration_is_refused_and_neither_repeated_nor_kept(
    tmp_path: Path, desk: Desk, field: str, change: object, text: str
) -> None:
    with capture_logs() as lines:
        answer = desk.declare(**change(text))  # type: ignore[operator]
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert (error["field"], error["code"]) == (field, "RESIDENT_NUMBER")
    assert "주민등록번호" in error["ko"]
    assert SECRET not in answer.text.translate({ord("０") + digit: str(digit) for digit in range(10)})
    assert SECRET not in str(lines)
    assert SECRET.encode() not in everything_kept(tmp_path)
    assert desk.events() == []


@pytest.mark.parametrize("number", ["9001011234567", "18201234567A", "1234567890123", "2019-01-001", "H41902123456789"])
def test_a_number_of_a_paper_that_only_looks_like_one_is_taken(desk: Desk, number: str) -> None:
    assert desk.declare(claims=[CERTIFICATE | {"number": number}]).status_code == 200


@pytest.mark.parametrize("text", [RESIDENT, "9001011234567", "x-900101-1234567", "900101_1234567", "홍900101-1234567"])
def test_a_resident_number_is_no_id_and_no_part_of_one(desk: Desk, text: str) -> None:
    with capture_logs() as lines:
        answers = [
            desk.declare(text),
            desk.declare(claims=[CERTIFICATE | {"id": text}]),
            desk.upload(GOOD, text, announcement="2019-grade5"),
            desk.upload(GOOD, "A-1", announcement="2019-grade5", claim_id=text),
        ]
    assert [answer.status_code for answer in answers] == [422] * 4
    assert SECRET not in str(lines)
    assert desk.events() == []
    assert desk.stored() == []


@pytest.mark.parametrize("text", [RESIDENT, f"초본 {RESIDENT}", "9001011234567"])
def test_a_resident_number_is_no_name_of_a_paper(desk: Desk, text: str) -> None:
    answer = desk.upload(GOOD, announcement="2019-grade5", paper=text)
    assert answer.status_code == 422
    assert SECRET not in answer.text
    assert desk.stored() == []
