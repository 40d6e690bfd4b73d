"""The kinds of paper that docintake reads, one small file a family. Adding a paper is adding it to PAPERS."""

from services.verify.reading.papers.bct import BCT
from services.verify.reading.papers.career_form import CAREER_FORM
from services.verify.reading.papers.dele import DELE
from services.verify.reading.papers.delf import DELF
from services.verify.reading.papers.evidence_papers import EVIDENCE_PAPERS
from services.verify.reading.papers.flex import FLEX_ES, FLEX_FR, FLEX_OTHER
from services.verify.reading.papers.hsk import HSK
from services.verify.reading.papers.jpt import JPT
from services.verify.reading.papers.khistory import KHISTORY
from services.verify.reading.papers.korcham import KORCHAM
from services.verify.reading.papers.korean_language import KBS_KOREAN, PRACTICAL_WRITING, TOKL
from services.verify.reading.papers.national import NQ_AWARD, NQ_BOOK, NQ_RECORD
from services.verify.reading.papers.opic import OPIC
from services.verify.reading.papers.other_tests import OTHER_TESTS
from services.verify.reading.papers.paper import Paper
from services.verify.reading.papers.professional import PROFESSIONAL
from services.verify.reading.papers.teps import NEW_TEPS, TEPS
from services.verify.reading.papers.toefl import TOEFL_IBT
from services.verify.reading.papers.toeic import TOEIC
from services.verify.reading.papers.toeic_speaking import TOEIC_S

PAPERS: tuple[Paper, ...] = (
    NQ_RECORD,
    NQ_BOOK,
    NQ_AWARD,
    KORCHAM,
    KHISTORY,
    KBS_KOREAN,
    TOKL,
    PRACTICAL_WRITING,
    PROFESSIONAL,
    TOEIC,
    NEW_TEPS,
    TEPS,
    TOEFL_IBT,
    OPIC,
    HSK,
    TOEIC_S,
    JPT,
    BCT,
    FLEX_FR,
    FLEX_ES,
    FLEX_OTHER,
    DELF,
    DELE,
    *OTHER_TESTS,
    CAREER_FORM,
    *EVIDENCE_PAPERS,
)

__all__ = ["PAPERS", "Paper"]
