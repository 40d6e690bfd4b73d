"""Every paper in every layout, drawn once a session."""

from __future__ import annotations

import pytest

import specimens
from specimens import Specimen

LAYOUTS = [(paper, layout) for paper in specimens.papers() for layout in specimens.layouts_of(paper)]
_drawn: dict[tuple[str, str], Specimen] = {}


@pytest.fixture(params=LAYOUTS, ids=[f"{paper}-{layout}" for paper, layout in LAYOUTS])
def specimen(request: pytest.FixtureRequest) -> Specimen:
    """One paper in one layout, with the values of seed 7."""
    paper, layout = request.param
    if request.param not in _drawn:
        _drawn[request.param] = specimens.draw(paper, specimens.values(paper, 7), seed=7, layout=layout)
    return _drawn[request.param]
