"""Groups of a 확인란 that a sentence names: `1. 인사담당부서에서 위 재직 사실을 확인함.` over what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.layout.label_forms import Forms
from services.verify.reading.layout.labels import Anchor, Label
from services.verify.reading.layout.parting import without_enumerator
from services.verify.reading.layout.squeezed import squeeze
from services.verify.reading.sheets import Sheet

_SENTENCE = re.compile(
    r"^\W*([가-힣·:.,/()]{2,12}?)(?:에서는|에서|에서의|의|은|는|이|가)(?=위|아래|다음|상기|해당|재직|참여|사실|확인)"
)
_CONFIRMS = "확인"


def find_group_headings(sheets: Sequence[Sheet], labels: Sequence[Label]) -> list[Anchor]:
    """An anchor of a group for each line that begins with one of its `labels` and says that it confirms."""
    forms = Forms.of(labels)
    found = []
    for page, sheet in enumerate(sheets):
        for index, text in enumerate(sheet.texts):
            closed = "".join(without_enumerator(text).text.split())
            named = _SENTENCE.match(closed) if _CONFIRMS in closed else None
            field = named and (forms.first(squeeze(named[1])) or compound_field(named[1], forms.fields))
            if field:
                found.append(Anchor(field, page, index, True, text.box, None))
    return found
