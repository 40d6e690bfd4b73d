"""Plays the whole cast at once, as applicants come to a portal: papers are drawn while others are already read."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import httpx

from demo import papers
from demo.casting import Applicant, Paper
from demo.ending import Ending
from demo.expectation import Expected, score_differences
from demo.portal import Portal, Refused
from demo.staff import Staff, StaffError
from demo.stories import Story

Tell = Callable[[str, str, str], None]
"""Told of every step: the applicant's key, the paper's name (empty: the applicant), and where it stands."""

SETTLE_SECONDS = 20.0
"""How long scores may take to follow the last verdict."""


def play(cast: Sequence[Applicant], portal: Portal, staff: Staff, tell: Tell) -> dict[str, Ending]:
    """Every applicant's ending by key. A story that breaks off ends with its failure; nothing is raised."""
    spawn = multiprocessing.get_context("spawn")
    with (
        ProcessPoolExecutor(os.cpu_count(), mp_context=spawn) as drawing,
        ThreadPoolExecutor(max(1, len(cast))) as playing,
    ):
        drawn = {
            (applicant.key, paper.name): drawing.submit(papers.make, applicant, paper)
            for applicant in cast
            for paper in applicant.papers
        }
        stories = {
            applicant.key: playing.submit(
                _played,
                Story(applicant, portal, staff, partial(_file, drawn, applicant.key), partial(tell, applicant.key)),
            )
            for applicant in cast
        }
        return {key: story.result() for key, story in stories.items()}


def settle(
    cast: Sequence[Applicant], endings: Mapping[str, Ending], expected: Mapping[str, Expected], portal: Portal
) -> dict[str, Ending]:
    """The endings with the newest scores; scores that are not yet as expected are asked for again, for a while."""
    deadline = time.monotonic() + SETTLE_SECONDS
    settled = dict(endings)
    while True:
        for applicant in cast:
            if settled[applicant.key].failure is None:
                score = portal.applicant(applicant.applicant_id)["score"]
                settled[applicant.key] = replace(settled[applicant.key], score=score)
        wrong = any(score_differences(expected.get(key, {}), ending) for key, ending in settled.items())
        if not wrong or time.monotonic() > deadline:
            return settled
        time.sleep(0.5)


def _played(story: Story) -> Ending:
    try:
        return story.play()
    except (httpx.HTTPError, Refused, StaffError) as error:
        return Ending(failure=f"{type(error).__name__}: {error}")


def _file(drawn: Mapping[tuple[str, str], Future[bytes]], key: str, paper: Paper) -> bytes:
    return drawn[key, paper.name].result()
