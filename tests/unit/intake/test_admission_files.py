"""Every file gets its verdict from the confined child, in bounded time, and the parent lives on."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable, Iterator

import pytest

from services.common.settings import Settings
from services.intake.admission.child import Admission
from services.intake.admission.decide import Admitted
from services.intake.admission.kinds import Kind
from services.intake.admission.limits import Limits
from services.intake.admission.refusals import Refusal
from specimens import hostile
from tests.unit.intake import papers

LIMITS = Limits.of(Settings(admission_seconds=8))


@pytest.fixture(scope="module")
def admission() -> Iterator[Admission]:
    with Admission(LIMITS, workers=1) as running:
        yield running


def nested_forms(depth: int, each: int) -> bytes:
    """Forms that show the next form several times, each of them again: each ** depth drawings."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 500 500]"
    objects = {
        number: papers.stream(b"/X Do " * each, form + b"/Resources << /XObject << /X %d 0 R >> >>" % (number + 1))
        for number in range(5, 5 + depth)
    }
    objects[5 + depth] = papers.stream(b"0 0 10 10 re f", form)
    return papers.page_of({4: papers.stream(b"/X Do")} | objects, b"<< /XObject << /X 5 0 R >> >>")


def pdf_showing_a_picture_of(width: int, height: int) -> bytes:
    picture = papers.stream(
        b"\0" * 1000,
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1"
        % (width, height),
    )
    shown = papers.stream(b"q 500 0 0 500 0 0 cm /X Do Q")
    return papers.page_of({4: shown, 5: picture}, b"<< /XObject << /X 5 0 R >> >>")


def tiff_that_names_itself_as_next() -> bytes:
    return b"II*\0\x08\0\0\0" + struct.pack("<HHHIII", 1, 256, 3, 1, 1, 8)


@pytest.mark.parametrize(
    ("data", "kind", "pages"),
    [
        (papers.picture("JPEG"), Kind.JPEG, 1),
        (papers.picture("PNG"), Kind.PNG, 1),
        (papers.picture("GIF"), Kind.GIF, 1),
        (papers.picture("TIFF"), Kind.TIFF, 1),
        (papers.picture("HEIF"), Kind.HEIC, 1),
        (papers.picture("JPEG") + b"a phone's trailer" * 20, Kind.JPEG, 1),
        (papers.frames("TIFF", 3), Kind.TIFF, 3),
        (papers.frames("GIF", 3), Kind.GIF, 3),
        (papers.frames("PNG", 3), Kind.PNG, 1),
        (papers.pdf(), Kind.PDF, 1),
        (papers.pdf(20), Kind.PDF, 20),
        (papers.pdf(userPassword="", ownerPassword="no printing", canPrint=0), Kind.PDF, 1),
    ],
)
def test_a_good_file_is_admitted_with_its_pages(admission: Admission, data: bytes, kind: Kind, pages: int) -> None:
    assert admission.admit(data) == Admitted(kind, pages)


@pytest.mark.parametrize(
    ("make", "status", "code"),
    [
        (hostile.empty, 422, "EMPTY_FILE"),
        (lambda: b"x" * (LIMITS.file_bytes + 1), 413, "FILE_TOO_LARGE"),
        (hostile.text_named_png, 415, "UNSUPPORTED_TYPE"),
        (hostile.noise, 415, "UNSUPPORTED_TYPE"),
        (hostile.truncated_jpeg, 422, "TRUNCATED"),
        (lambda: papers.picture("PNG")[:-400], 422, "TRUNCATED"),
        (lambda: papers.frames("GIF", 3)[:-1000], 422, "TRUNCATED"),
        (lambda: papers.frames("TIFF", 3)[:-5000], 422, "TRUNCATED"),
        (lambda: papers.picture("HEIF")[:-100], 422, "TRUNCATED"),
        (lambda: hostile.truncated_pdf(papers.pdf(3)), 422, "TRUNCATED"),
        (lambda: papers.pdf(userPassword="secret"), 422, "ENCRYPTED"),
        (hostile.pdf_without_pages, 422, "NO_PAGE"),
        (hostile.pdf_with_pages, 422, "TOO_MANY_PAGES"),
        (lambda: hostile.pdf_with_pages(3000), 422, "TOO_MANY_PAGES"),
        (lambda: papers.frames("GIF", 21), 422, "TOO_MANY_PAGES"),
        (lambda: papers.frames("TIFF", 21), 422, "TOO_MANY_PAGES"),
        (hostile.bomb_png, 422, "IMAGE_TOO_LARGE"),
        (hostile.bomb_gif, 422, "IMAGE_TOO_LARGE"),
        (lambda: papers.png(9_000, 9_000), 422, "IMAGE_TOO_LARGE"),
        (lambda: papers.png(20_001, 10), 422, "IMAGE_TOO_LARGE"),
        (lambda: pdf_showing_a_picture_of(100_000, 100_000), 422, "IMAGE_TOO_LARGE"),
        (lambda: papers.pdf(size=(14_400, 14_400)), 422, "PAGE_SIZE"),
        (hostile.pdf_with_giant_page, 422, "PAGE_SIZE"),
        (lambda: papers.pdf(size=(10, 10)), 422, "PAGE_SIZE"),
        (hostile.pdf_with_two_page_counts, 422, "UNREADABLE_FILE"),
        (hostile.pdf_flate_bomb, 422, "UNREADABLE_FILE"),
        (lambda: nested_forms(12, 10), 422, "UNREADABLE_FILE"),
        (lambda: papers.png(100, 100, data=b"\0"), 422, "UNREADABLE_FILE"),
        (tiff_that_names_itself_as_next, 422, "UNREADABLE_FILE"),
        (lambda: b"\xff\xd8\xff\xe0" + b"\0" * 2000 + b"\xff\xd9", 422, "UNREADABLE_FILE"),
        (lambda: b"%PDF-1.7\nnothing\n%%EOF\n", 422, "UNREADABLE_FILE"),
        (
            lambda: papers.raw_pdf(
                {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [2 0 R] /Count 5 >>"}
            ),
            422,
            "UNREADABLE_FILE",
        ),
    ],
)
def test_a_bad_file_is_refused_with_its_code_in_bounded_time(
    admission: Admission, make: Callable[[], bytes], status: int, code: str
) -> None:
    data = make()
    began = time.monotonic()
    verdict = admission.admit(data)
    assert time.monotonic() - began < LIMITS.seconds + 5
    assert isinstance(verdict, Refusal)
    assert (verdict.status, verdict.code) == (status, code)
    assert verdict.ko
    assert verdict.en


def test_what_is_refused_is_told_with_its_value_and_a_remedy(admission: Admission) -> None:
    verdict = admission.admit(papers.png(9_000, 9_001))
    assert isinstance(verdict, Refusal)
    assert "9000×9001" in verdict.ko
    assert "9000×9001" in verdict.en
    assert "300 dpi" in verdict.en


def test_a_normal_scan_is_admitted_quickly_by_a_warm_child(admission: Admission) -> None:
    scan = papers.picture("JPEG", size=(2480, 3508))
    admission.admit(scan)
    times = []
    for _ in range(3):
        began = time.monotonic()
        assert isinstance(admission.admit(scan), Admitted)
        times.append(time.monotonic() - began)
    assert min(times) < 0.5  # 50 ms on an idle machine; a child that is not warm takes a second


def broken_in_the_middle(data: bytes, at: int) -> bytes:
    return data[:at] + bytes(100) + data[at + 100 :]


def user_unit(unit: float) -> bytes:
    return papers.raw_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /UserUnit %g >>" % unit,
        }
    )


@pytest.mark.parametrize("cut", range(1, 21))
@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_a_picture_without_its_last_bytes_is_truncated(admission: Admission, form: str, cut: int) -> None:
    verdict = admission.admit(papers.picture(form)[:-cut])
    assert isinstance(verdict, Refusal)
    assert verdict.code == "TRUNCATED"


@pytest.mark.parametrize(
    "data",
    [
        broken_in_the_middle(papers.picture("PNG"), 300),
        broken_in_the_middle(papers.picture("PNG"), 34),
        broken_in_the_middle(papers.picture("JPEG"), 40),
        broken_in_the_middle(papers.picture("HEIF"), 40),
    ],
)
def test_a_picture_of_full_length_is_damaged_and_not_cut_off(admission: Admission, data: bytes) -> None:
    verdict = admission.admit(data)
    assert isinstance(verdict, Refusal)
    assert verdict.code == "UNREADABLE_FILE"
    assert "Error" not in verdict.ko + verdict.en


def test_what_follows_a_gif_is_nobodys_business(admission: Admission) -> None:
    assert admission.admit(papers.picture("GIF") + b"trailing bytes") == Admitted(Kind.GIF, 1)


@pytest.mark.parametrize("junk", [b"X-Mailer: scanner\r\n\r\n", b"j" * 1000])
def test_a_pdf_may_begin_behind_other_bytes(admission: Admission, junk: bytes) -> None:
    assert admission.admit(junk + papers.pdf()) == Admitted(Kind.PDF, 1)


def test_a_user_unit_makes_a_page_larger(admission: Admission) -> None:
    assert admission.admit(user_unit(2)) == Admitted(Kind.PDF, 1)
    verdict = admission.admit(user_unit(100))
    assert isinstance(verdict, Refusal)
    assert verdict.code == "PAGE_SIZE"


def test_a_page_just_over_the_limit_is_never_told_to_be_at_it(admission: Admission) -> None:
    verdict = admission.admit(papers.pdf(size=(7_200.01, 842)))
    assert isinstance(verdict, Refusal)
    assert "2540.01×297.04 mm" in verdict.en
    assert "to 2540 mm" in verdict.en
