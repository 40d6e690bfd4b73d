"""Several labels and values in one line: `Name: HONG GILDONG | Born: 4 May 1990, Candidate No.: 1234-56`.

Screens and letters set them side by side with nothing but a sign between; each stands in front of a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.layout.label_forms import Forms
from services.verify.reading.layout.squeezed import squeeze

_COLON = re.compile(r"\s*[:：]\s*(?![0-9]{2}(?![0-9]))")
"""No colon between the hours and minutes of a time."""
_PARTED = re.compile(r"[|,;/·•(（\[，；、]|\s[-–—]\s")
_LONGEST = 6
_END = re.compile(r"[\s|,;/·•(（\[，；、\-–—]+$")


def labelled_in_line(printed: str, forms: Forms) -> Iterator[tuple[str, int, int]]:
    """Field, start and end in `printed` of what stands behind each label and its colon, up to the next label."""
    found = [
        (start, match.end(), field)
        for match in _COLON.finditer(printed)
        if (label := _label_before(printed[: match.start()], forms)) is not None
        for start, field in [label]
    ]
    for place, (_, start, field) in enumerate(found):
        end = found[place + 1][0] if place + 1 < len(found) else len(printed)
        end = start + len(_END.sub("", printed[start:end]))
        if start < end:
            yield field, start, end


def _label_before(printed: str, forms: Forms) -> tuple[int, str] | None:
    """Where the label begins that `printed` ends in, and its field: the longest, and none that a value runs into."""
    begins = max((match.end() for match in _PARTED.finditer(printed)), default=0)
    words = [match.start() + begins for match in re.finditer(r"\S+", printed[begins:])][-_LONGEST:]
    for start in words:
        label = printed[start:]
        field = forms.first(squeeze(label)) or compound_field(label, forms.fields)
        if field is not None:
            return start, field
    return None
