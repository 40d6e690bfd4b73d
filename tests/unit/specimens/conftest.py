"""Every paper in every layout; one after the other, because a page is 26 MB."""

from __future__ import annotations

import pytest

import specimens
from specimens import Specimen

LAYOUTS = [(paper, layout) for paper in specimens.papers() for layout in specimens.layouts_of(paper, series=None)]


@pytest.fixture(scope="module", params=LAYOUTS, ids=[f"{paper}-{layout}" for paper, layout in LAYOUTS])
def specimen(request: pytest.FixtureRequest) -> Specimen:
    """One paper in one layout, with the values of seed 7. A module scope draws each once a module."""
    paper, layout = request.param
    return specimens.draw(paper, specimens.values(paper, 7), seed=7, layout=layout)
