"""Plays one applicant: what a portal does for a person, in the order in which the person does it.

early papers → declaration → papers → verdicts → correction → verdicts again → staff → score
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from demo.casting import Applicant, Paper
from demo.ending import Ending, PaperEnding, Reason, ended, refused
from demo.papers import file_name
from demo.portal import Portal, Refused
from demo.staff import Staff

Tell = Callable[[str, str], None]
"""Told of every step: the paper's name (empty: the applicant) and where it stands."""
Files = Callable[[Paper], bytes]
"""The bytes of a paper; waits until it is drawn."""

SCORE_SECONDS = 20.0


class Story:
    """One applicant at the portal. Used by one thread."""

    def __init__(self, applicant: Applicant, portal: Portal, staff: Staff, files: Files, tell: Tell) -> None:
        self._applicant = applicant
        self._portal = portal
        self._staff = staff
        self._files = files
        self._tell = tell
        self._documents: dict[str, str] = {}
        self._refused: dict[str, PaperEnding] = {}
        self._earlier: dict[str, tuple[str, ...]] = {}

    def play(self) -> Ending:
        """The whole story. Raises httpx.TransportError where the server goes away, Refused where a declaration is."""
        applicant = self._applicant
        for paper in applicant.papers:
            if paper.before_declaration:
                self._upload(paper)
                self._wait(paper, None)
        version = self._portal.declare(applicant.applicant_id, applicant.declaration)
        self._tell("", f"declared v{version}")
        first = self.score() if applicant.ask_score_first else None
        for paper in applicant.papers:
            if not paper.before_declaration:
                self._upload(paper)
        answers = self._verdicts(version)
        if applicant.correction is not None:
            version = self._portal.declare(applicant.applicant_id, applicant.correction)
            self._tell("", f"declared v{version}")
            answers = self._verdicts(version)
        for paper in applicant.papers:
            if paper.again:
                self._upload(paper)
            if paper.decision is not None:
                answers[paper.name] = self._decided(paper, answers[paper.name], version)
        return Ending(self._endings(answers), first, self.score())

    def score(self) -> Mapping[str, Any] | None:
        """The newest score; waits a while for the first."""
        deadline = time.monotonic() + SCORE_SECONDS
        while True:
            score: Mapping[str, Any] | None = self._portal.applicant(self._applicant.applicant_id)["score"]
            if score is not None or time.monotonic() > deadline:
                return score
            time.sleep(0.2)

    def _upload(self, paper: Paper) -> None:
        applicant = self._applicant
        content = self._files(paper)
        self._tell(paper.name, "uploading")
        try:
            receipt = self._portal.upload(
                applicant.applicant_id,
                applicant.declaration["announcement"],
                paper.claim,
                applicant.kind(paper),
                file_name(paper),
                content,
            )
        except Refused as error:
            self._refused[paper.name] = refused(Reason(error.code, None, error.ko, error.en))
            self._tell(paper.name, f"{error.status} {error.code}")
            return
        self._documents[paper.name] = receipt["document_id"]
        self._tell(paper.name, receipt["status"])

    def _verdicts(self, version: int) -> dict[str, Mapping[str, Any]]:
        """The answers of all papers, once each was judged against declaration `version`."""
        papers = {paper.name: paper for paper in self._applicant.papers}
        return {name: self._wait(papers[name], version) for name in self._documents}

    def _wait(self, paper: Paper, version: int | None) -> Mapping[str, Any]:
        answer = self._portal.judged(self._documents[paper.name], version)
        self._earlier[paper.name] = (*self._earlier.get(paper.name, ()), answer["status"])
        self._tell(paper.name, answer["status"])
        return answer

    def _decided(self, paper: Paper, answer: Mapping[str, Any], version: int) -> Mapping[str, Any]:
        """The answer after staff decided what `paper` says."""
        assert paper.decision is not None
        document = self._documents[paper.name]
        self._staff.decide(document, paper.decision.decision, paper.decision.reason)
        self._tell(paper.name, f"staff: {paper.decision.decision}")
        deadline = time.monotonic() + SCORE_SECONDS
        while answer["decided_by"] != "staff" and time.monotonic() < deadline:
            time.sleep(0.2)
            answer = self._portal.judged(document, version)
        return answer

    def _endings(self, answers: Mapping[str, Mapping[str, Any]]) -> dict[str, PaperEnding]:
        documents = self._portal.documents(self._applicant.applicant_id)
        endings = dict(self._refused)
        for paper in self._applicant.papers:
            if paper.name in answers:
                count = sum(document["claim_id"] == paper.claim for document in documents)
                endings[paper.name] = ended(answers[paper.name], self._earlier[paper.name][:-1], count)
        return {paper.name: endings[paper.name] for paper in self._applicant.papers}
