"""Reports of tests that a rule book does not name and that look like one that it does: known so as to be told apart.

Each is recognised by its own heading only; nothing on it is read.
"""

from __future__ import annotations

from services.verify.evidence import Family
from services.verify.reading.papers.paper import Paper, Phrase


def _test(code: str, *headings: str) -> Paper:
    phrases = tuple(
        Phrase(heading, 30, exact=True, alone=True, heading=True, word=heading.isascii() and heading.isalpha())
        for heading in headings
    )
    return Paper(code=code, family=Family.LANGUAGE_REPORT, phrases=phrases, labels=())


OTHER_TESTS = (
    _test("TOEIC_BRIDGE", "TOEIC Bridge"),
    _test("TOEIC_WRITING", "TOEIC Writing Test", "토익라이팅"),
    _test("TOEFL_ITP", "TOEFL ITP"),
    _test("TEPS_SPEAKING_WRITING", "TEPS Speaking & Writing", "TEPS Speaking", "TEPS Writing"),
    _test("JLPT", "JLPT", "Japanese-Language Proficiency Test"),
    _test("SJPT", "SJPT"),
    _test("HSK_SPEAKING", "HSKK", "HSK口试"),
)
