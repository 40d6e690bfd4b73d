"""What the words of a sentence say a date, a number, a level or a name to be.

In Korean, English, French, Spanish, Chinese and Japanese:
`obtained a total score of 895`, `à la session du 15/07/2018 (résultats du …)`, `2018-11-22 발표한 성적`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from services.verify.reading.layout.compound_labels import compound_field
from services.verify.reading.said_names import said_names
from services.verify.values.dates import date_spans
from services.verify.values.text import without_accents, without_gaps

_BORN, _SAT, _RELEASED, _ENDS = "birth_date", "test_date", "announced_on", "valid_until"
_ISSUED = "issued_on"
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
        (_ISSUED, r"\b(?:expide|expedid[oa]|emitid[oa]|delivree?|issued|printed)\b[^.;:0-9]{0,60}?\b(?:a|el|le|on)"),
        (_ENDS, r"\bvalid\s+(?:until|through|to|till|thru)"),
        (_ENDS, r"\bvalid\s+for\s+(?:\w+\s+){1,3}(?:years?|months?)[a-z ]{0,40}"),
    )
)
_AFTER = (
    (_BORN, re.compile(r"^\W*(?:출\s?)?생(?![가-힣])")),
    (_SAT, re.compile(r"^\W*(?:에|자|자로)?\s*(?:시행|실시|응시|치러|치른)")),
    (_SAT, re.compile(r"^\W*日?\W*(?:参加|应试|举行|に?実施|に?受験)")),
    (_RELEASED, re.compile(r"^\W*(?:에|자|자로)?\s*(?:발표|공개|공시|통보)")),
    (_RELEASED, re.compile(r"^\s*(?:公布|发布|に?発表)")),
    (_ENDS, re.compile(r"^\W*까지\s*(?:만\s*)?(?:유효|인정)")),
    (
        "acquired_on",
        re.compile(
            r"^(?:[1-9]\s*급|제?\s*[0-9]{1,3}\s*회|(?!시행|실시|응시|발급|입학|입사)[^0-9.]){0,40}?"
            r"(?:합격|취득|가입하|선정되|졸업(?:하|함|한))"
        ),
    ),
)
_AMOUNT = r"([0-9]{1,4}(?:[.,][0-9]{1,2})?)(?![0-9])(?!\s*[-~–]\s*[0-9])"


def _spaced(*words: str) -> str:
    """A pattern of Korean `words` in which readers may put spaces between syllables."""
    return "(?:" + "|".join(r"\s?".join(word) for word in words) + ")"


_SCORES = tuple(
    (field, re.compile(pattern, re.I))
    for field, pattern in (
        ("score", rf"(?<!listening )(?<!reading )(?<!speaking )(?<!writing )\bscore\s+of\s+{_AMOUNT}"),
        ("score", rf"\b(?:note\s+(?:totale|globale|finale)|note|total)\s+d[e']?\s+{_AMOUNT}"),
        ("score", rf"\b(?:puntuacion|calificacion)\s+(?:total|global|final)\s+de\s+{_AMOUNT}"),
        ("score", rf"{_spaced('총점', '종합점수', '합계')}\s*[:은는]?\s*{_AMOUNT}\s*점"),
        ("score", rf"(?:总分|總分|合计|総合得点|総点|合計)\s*[:は]?\s*{_AMOUNT}\s*[分点]"),
        *(
            (f"sections.{part}", rf"(?:{words})\s*[:은는이]?\s*{_AMOUNT}\s*(?:점|분|分|点|points{and_so_on})")
            for part, words, and_so_on in (
                (
                    "listening",
                    rf"\blistening(?: score)? of|{_spaced('듣기', '든기', '들기', '청해', '청취')}|听力|聴解",
                    "|and|,",
                ),
                ("reading", rf"\breading(?: score)? of|{_spaced('읽기', '독해')}|阅读|読解", "|and|,"),
                ("writing", r"\bwriting(?: score)? of|쓰기|작문|写作", "|and|,"),
                ("speaking", r"\bspeaking(?: score)? of|말하기|회화|口语", "|and|,"),
                ("grammar", "문법", ""),
                ("vocabulary", "어휘", ""),
            )
        ),
    )
)
_NOT_REACHED = re.compile(
    r"만\s?점|이상|이하|기준|満点|满分|以上|full score|maxim|minim|at least|possible|required|requis|au moins|al menos",
    re.I,
)
"""Words of sentences that tell what can be reached, or must be, and not what was."""
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_RATING = (
    r"((?:novice|intermediate|advanced)\s+(?:low|mid|high)(?:\s*[1-3]\b)?(?:\s*\([A-Z]{2}[1-3]?\))?|"
    r"(?-i:[NIA][LMH])[1-3]?(?![A-Za-z0-9])|level\s*[1-8](?![0-9]))"
)
_LEVELS = (
    re.compile(rf"\b(?:rating|level|grade)\s+(?:of|is|as)\s+{_RATING}", re.I),
    re.compile(rf"\brated\s+(?:as\s+|at\s+)?{_RATING}", re.I),
    re.compile(rf"등급\s*[:은는인]?\s*{_RATING}", re.I),
    re.compile(rf"{_RATING}\s*(?:\([^)]*\)\s*)?등급\s*(?:을|를|에|의|으로|임을)", re.I),
    re.compile(rf"{_RATING}\s*(?:\([^)]*\)\s*)?(?:을|를)\s*(?:취득|획득|받)", re.I),
)
_AND_ABOVE = re.compile(
    r"^\W*(?:이상|이하|미만|부터|까지|or above|or higher|or below|and above|to\b|through)|^\s*[~–-]", re.I
)
"""What follows on a level that names a range and not what was reached."""
_TICKET = re.compile(r"(?<![A-Z0-9-])(?=[A-Z0-9-]*[0-9]{3})[A-Z0-9][A-Z0-9-]{4,}(?![A-Za-z0-9-])")
_GOES_ON = re.compile(r"\s+(?=\S*\w)[^\s가-힣a-z.,/]+(?:\s|$)")
"""Signs behind a number that are no word, and so may be the rest of it, misread (`2A384-5 ㄷ C607`)."""
_MOST_WORDS, _LONGEST_LABEL, _SHORTEST_LABEL = 4, 5, 3
_LABELLED = frozenset((_BORN, _SAT, _RELEASED, _ENDS))
"""Days whose labels stand in sentences too."""


def said(above: str, printed: str, below: str) -> Iterator[tuple[str, int, int]]:
    """Field, start and end in `printed` of each value that a line says, which goes on from `above` and with `below`."""
    before = without_accents(above) + " "
    line, after = without_accents(printed), " " + without_accents(below)
    for start, end in date_spans(printed):
        if field := role_of_date(before + line[:start], line[end:] + after):
            yield field, start, end
    reached = _IN_BRACKETS.sub(_without_most, line)
    if not _NOT_REACHED.search(reached):
        for field, pattern in _SCORES:
            yield from ((field, *span) for span in _behind(before, reached, pattern))
    for pattern in _LEVELS:
        for start, end in _behind(before, line, pattern):
            if not _AND_ABOVE.search(re.sub(r"^\s*등급", "", line[end:])):
                yield "level", start, end
    yield from said_names(above, printed)
    for match in _TICKET.finditer(line):
        if _GOES_ON.match(line[match.end() :]):
            continue
        words = re.split(r"[(（,，;](?!e\))", (before + line[: match.start()]))[-1].split()[-_MOST_WORDS:]
        if any(compound_field(" ".join(words[first:]), {"registration_no"}) for first in range(len(words))):
            yield "registration_no", *match.span()


def _behind(before: str, line: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where in `line`, which goes on from `before`, the first group of each match of `pattern` stands."""
    for match in pattern.finditer(before + line):
        start, end = (place - len(before) for place in match.span(1))
        if start >= 0:
            yield start, end


def _without_most(brackets: re.Match[str]) -> str:
    """Nothing, as long as `brackets`, where these say what can be reached: `328점(600점 만점)을`."""
    return " " * len(brackets[0]) if _NOT_REACHED.search(brackets[0]) else brackets[0]


def role_of_date(before: str, after: str) -> str | None:
    """What a date is, by the words `before` and `after` it, which are without accents; None where they do not say."""
    for patterns, words in ((_BEFORE, before), (_AFTER, after), (_AFTER, without_gaps(after))):
        for field, pattern in patterns:
            if pattern.search(words):
                return field
    return _labelled(before)


def _labelled(before: str) -> str | None:
    """The day that the last words of `before` are a label of (`con fecha de nacimiento`), or None."""
    words = re.split(r"[,;()（），；。]", before)[-1].split()[-_LONGEST_LABEL:]
    ends = [" ".join(words[first:]) for first in range(len(words))]
    if words and not words[-1].isascii():  # no spaces part the words of Chinese
        ends += [words[-1][first:] for first in range(1, len(words[-1]) - _SHORTEST_LABEL + 1)]
    found = (compound_field(end, _LABELLED, before_value=True) for end in ends)
    return next((field for field in found if field is not None), None)
