"""The persons whose papers are uploaded, and the files: drawn once, then each made unlike every other by a comment."""

from __future__ import annotations

import io
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

import specimens
from specimens import hostile

ANNOUNCEMENT = "2019-grade5"
CLAIM_OF_FORM = {"toeic-pdf": "lang-1", "toeic-jpg": "lang-1", "cert-pdf": "cert-1"}
"""A form that is not here is uploaded for the language claim."""
KIND_OF_CLAIM = {"lang-1": "language-report", "cert-1": "certificate"}
ISSUED_ON = "2019-09-25"
"""After the announcement's notice, or a person must look at the paper."""
NAMES = (
    ("이도현", "LEE DOHYUN"),
    ("김서연", "KIM SEOYEON"),
    ("박지훈", "PARK JIHOON"),
    ("최민서", "CHOI MINSEO"),
    ("정하준", "JUNG HAJUN"),
    ("강수아", "KANG SUA"),
)
TITLES = ("토목기사", "전기기사", "건축기사", "정보처리기사", "산업안전기사", "기계설계기사")


@dataclass(frozen=True, slots=True)
class Person:
    """One person's declaration and papers."""

    declaration: Mapping[str, Any]
    """As the papers say."""
    files: Mapping[str, bytes]
    """By form."""

    def declared(self, what: str) -> dict[str, Any]:
        """The body to send: `right`, or `wrong`: a score and an acquisition date that the papers contradict."""
        body = deepcopy(dict(self.declaration))
        if what == "wrong":
            language, certificate = body["claims"]
            listening = int(language["sections"]["listening"]) - 100
            language["sections"]["listening"] = str(listening)
            language["score"] = str(listening + int(language["sections"]["reading"]))
            certificate["acquired_on"] = "2016-11-25"
        return body

    def file(self, form: str, mark: str) -> bytes:
        """The file, unlike every other by `mark`."""
        return marked(self.files[form], mark)


def draw(number: int) -> Person:
    """Person `number`, from 0; the same for the same number."""
    name, latin = NAMES[number % len(NAMES)]
    listening, reading = 400 + 5 * number, 350 + 10 * number
    toeic: dict[str, Any] = {
        "test": "TOEIC",
        "score": str(listening + reading),
        "sections": {"listening": str(listening), "reading": str(reading)},
        "test_date": "2018-10-14",
        "registration_no": str(427183 + 1111 * number),
    }
    certificate: dict[str, Any] = {
        "title": TITLES[number % len(TITLES)],
        "number": f"182012{34567 + 1234 * number}A",
        "acquired_on": "2018-08-17",
        "issuer": "한국산업인력공단",
    }
    person: dict[str, Any] = {"name": name, "name_latin": latin, "birth_date": "1991-03-14"}
    printed = person | {"issued_on": ISSUED_ON}
    report = specimens.draw("TOEIC", printed | toeic, seed=1, layout="official-report")
    layout = specimens.layouts_of("NQ_AWARD", sealed=False)[0]
    award = specimens.draw("NQ_AWARD", printed | certificate, seed=number, layout=layout)
    scan = specimens.encode([specimens.degrade(page, "scan300", 1) for page in report.pages], "jpeg150")
    declaration = {
        "announcement": ANNOUNCEMENT,
        **person,
        "field": "경상",
        "track": "전국일반",
        "claims": [
            {"id": "lang-1", "kind": "language", **toeic},
            {"id": "cert-1", "kind": "certificate", **certificate},
        ],
    }
    files = {"toeic-pdf": report.pdf(), "toeic-jpg": scan, "cert-pdf": award.pdf(), "blank": _blank()}
    return Person(declaration, files)


def refused_file(form: str, person: Person, mark: str) -> bytes:
    """A file that can never come in, unlike every other by `mark` where it is not empty."""
    if form == "text":
        return hostile.text_named_png(mark)
    if form == "truncated":
        return hostile.truncated_pdf(person.file("toeic-pdf", mark)) + mark.encode()
    return hostile.plain_zip() + mark.encode() if form == "zip" else b""


def marked(file: bytes, mark: str) -> bytes:
    """`file` with a comment of its format that no reader shows."""
    if file.startswith(b"%PDF"):
        return file + f"\n% {mark}\n".encode()
    if file.startswith(b"\xff\xd8"):
        return file[:2] + b"\xff\xfe" + (len(mark) + 2).to_bytes(2, "big") + mark.encode() + file[2:]
    info = PngInfo()
    info.add_text("Comment", mark)
    return _png(Image.open(io.BytesIO(file)), info)


def _blank() -> bytes:
    return _png(Image.new("L", (1240, 1754), 255), None)


def _png(picture: Image.Image, info: PngInfo | None) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG", pnginfo=info, dpi=(150, 150))
    return file.getvalue()
