"""The kinds of paper that docintake reads, one small file a family. Adding a paper is adding it to PAPERS."""

from services.verify.reading.papers.career_form import CAREER_FORM
from services.verify.reading.papers.hsk import HSK
from services.verify.reading.papers.khistory import KHISTORY
from services.verify.reading.papers.korcham import KORCHAM
from services.verify.reading.papers.national import NQ_AWARD, NQ_BOOK, NQ_RECORD
from services.verify.reading.papers.opic import OPIC
from services.verify.reading.papers.paper import Paper
from services.verify.reading.papers.teps import NEW_TEPS, TEPS
from services.verify.reading.papers.toefl import TOEFL_IBT
from services.verify.reading.papers.toeic import TOEIC

PAPERS: tuple[Paper, ...] = (
    NQ_RECORD,
    NQ_BOOK,
    NQ_AWARD,
    KORCHAM,
    KHISTORY,
    TOEIC,
    NEW_TEPS,
    TEPS,
    TOEFL_IBT,
    OPIC,
    HSK,
    CAREER_FORM,
)

__all__ = ["PAPERS", "Paper"]
