"""What the words of a sentence say a date or a number to be, in Korean, English, French, Spanish, Chinese and Japanese.

`obtained a total score of 895`, `à la session du 15/07/2018 (résultats du …)`, `2018-11-22 발표한 성적`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from services.verify.reading.layout.compound_labels import compound_field
from services.verify.values.dates import date_spans
from services.verify.values.text import without_accents, without_gaps

_BORN, _SAT, _RELEASED, _ENDS = "birth_date", "test_date", "announced_on", "valid_until"
_BEFORE = tuple(
    (field, re.compile(pattern + r"\W*$", re.I))
    for field, pattern in (
        (_BORN, r"\b(?:born|birth)(?:\s+in\s+[a-z ,]{2,30}?)?(?:\s+on)?"),
        (_BORN, r"\bnee?(?:\s*\(e\))?(?:\s+a\s+[a-z ,]{2,30}?)?\s+le"),
        (_BORN, r"\bnacid[oa](?:\s*/\s*[oa])?(?:\s+en\s+[a-z ,]{2,30}?)?\s+el"),
        (_SAT, r"\b(?:administered|taken|held|tested|conducted|examined)(?:\s+on)?"),
        (_SAT, r"\b(?:administered|taken|took|held|sat|tested|conducted|examined|given)\b(?:\s+[a-z]+){1,5}?\s+on"),
        (_SAT, r"\b(?:session|sitting|convocatoria|examen|examination|epreuves?)\s+(?:du|del?|of|on)"),
        (_SAT, r"\b(?:celebrad[oa]s?|realizad[oa]s?|passee?s?|presentee?s?)\s+(?:le|el)"),
        (_RELEASED, r"\b(?:released|announced|published|reported)\s+on"),
        (_RELEASED, r"\b(?:resultats?|resultados?|jury|deliberation)\s+(?:du|le|del|el|de)"),
        (_RELEASED, r"\b(?:publiee?s?|publicad[oa]s?|proclamee?s?)\s+(?:le|el)"),
        (_ENDS, r"\bvalid\s+(?:until|through|to)"),
    )
)
_AFTER = (
    (_BORN, re.compile(r"^\W*(?:출)?생(?![가-힣])")),
    (_SAT, re.compile(r"^\W*(?:에|자|자로)?\s*(?:시행|실시|응시|치러|치른)")),
    (_SAT, re.compile(r"^\s*(?:参加|应试|举行|に?実施|に?受験)")),
    (_RELEASED, re.compile(r"^\W*(?:에|자|자로)?\s*(?:발표|공개|공시|통보)")),
    (_RELEASED, re.compile(r"^\s*(?:公布|发布|に?発表)")),
    ("acquired_on", re.compile(r"^(?:[1-9]\s*급|(?!시행|실시|응시|발급)[^0-9.]){0,40}?(?:합격|취득)")),
)
_AMOUNT = r"([0-9]{1,4}(?:[.,][0-9]{1,2})?)(?![0-9])(?!\s*[-~–]\s*[0-9])"
_SCORES = tuple(
    (field, re.compile(pattern, re.I))
    for field, pattern in (
        ("score", rf"(?<!listening )(?<!reading )(?<!speaking )(?<!writing )\bscore\s+of\s+{_AMOUNT}"),
        ("score", rf"\b(?:note\s+(?:totale|globale|finale)|note|total)\s+de\s+{_AMOUNT}"),
        ("score", rf"\b(?:puntuacion|calificacion)\s+(?:total|global|final)\s+de\s+{_AMOUNT}"),
        ("score", rf"(?:총점|종합점수|합계)\s*[:은는]?\s*{_AMOUNT}\s*점"),
        ("score", rf"(?:总分|總分|合计|総合得点|総点|合計)\s*[:は]?\s*{_AMOUNT}\s*[分点]"),
        (
            "sections.listening",
            rf"(?:\blistening(?: score)? of|듣기|청해|听力|聴解)\s*{_AMOUNT}\s*(?:점|分|点|points|and|,)",
        ),
        (
            "sections.reading",
            rf"(?:\breading(?: score)? of|읽기|독해|阅读|読解)\s*{_AMOUNT}\s*(?:점|分|点|points|and|,)",
        ),
    )
)
_NOT_REACHED = re.compile(
    r"만점|이상|이하|기준|満点|满分|以上|full score|maxim|minim|at least|possible|required|requis|au moins|al menos",
    re.I,
)
"""Words of sentences that tell what can be reached, or must be, and not what was."""
_TICKET = re.compile(r"(?<![A-Z0-9-])(?=[A-Z0-9-]*[0-9]{3})[A-Z0-9][A-Z0-9-]{4,}(?![A-Za-z0-9-])")
_MOST_WORDS = 4


def said(above: str, printed: str, below: str) -> Iterator[tuple[str, int, int]]:
    """Field, start and end in `printed` of each value that a line says, which goes on from `above` and with `below`."""
    before = without_accents(above) + " "
    line, after = without_accents(printed), " " + without_accents(below)
    for start, end in date_spans(printed):
        if field := role_of_date(before + line[:start], line[end:] + after):
            yield field, start, end
    if not _NOT_REACHED.search(line):
        for field, pattern in _SCORES:
            for match in pattern.finditer(before + line):
                start, end = (place - len(before) for place in match.span(1))
                if start >= 0:
                    yield field, start, end
    for match in _TICKET.finditer(line):
        words = re.split(r"[(,;]", (before + line[: match.start()]))[-1].split()[-_MOST_WORDS:]
        if any(compound_field(" ".join(words[first:]), {"registration_no"}) for first in range(len(words))):
            yield "registration_no", *match.span()


def role_of_date(before: str, after: str) -> str | None:
    """What a date is, by the words `before` and `after` it, which are without accents; None where they do not say."""
    closed = without_gaps(after)
    for patterns, words in ((_BEFORE, before), (_AFTER, closed)):
        for field, pattern in patterns:
            if pattern.search(words):
                return field
    return None
