"""The report as one HTML file that needs nothing beside it, and the same figures as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval import bounds, figures
from eval.examining import Examined
from eval.failures import KINDS, Failure
from eval.goals import Goal
from eval.tables import Table

MOST_PICTURED = 240
"""Failures with pictures; the worst first, the rest only counted."""
MOST_OF_A_KIND = 120
_BAD_COLUMNS = ("wrong", "wrong %", "false fail", "false fail %", "wrong passes", "taken for another")
"""Where anything but nothing stands in red."""


def write(
    folder: Path, about: Mapping[str, Any], goals: Sequence[Goal], tables: Sequence[Table], cases: Sequence[Examined]
) -> Path:
    """`report.html` and `report.json` in `folder`; answers the page."""
    folder.mkdir(parents=True, exist_ok=True)
    failures = sorted(
        (failure for one in cases for failure in one.failures),
        key=lambda failure: (KINDS.index(failure.kind), failure.case.paper, failure.case.wear, failure.field),
    )
    pictured, left = chosen(failures)
    (folder / "report.json").write_text(_json(about, goals, cases), encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    page = environment.get_template("page.html.j2").render(
        about=about,
        goals=goals,
        tables=[table for table in tables if table.rows],
        bad=_BAD_COLUMNS,
        pictured={kind: [one for one in pictured if one.kind == kind] for kind in KINDS},
        left=left,
        sealed=sum(one.case.sealed for one in cases),
    )
    path = folder / "report.html"
    path.write_text(page, encoding="utf-8")
    return path


def chosen(failures: Sequence[Failure]) -> tuple[list[Failure], Counter[str]]:
    """What is pictured, worst kinds first, and how many of each kind are left out."""
    pictured: list[Failure] = []
    left: Counter[str] = Counter()
    of_kind: Counter[str] = Counter()
    for failure in failures:
        if len(pictured) < MOST_PICTURED and of_kind[failure.kind] < MOST_OF_A_KIND:
            pictured.append(failure)
            of_kind[failure.kind] += 1
        else:
            left[failure.kind] += 1
    return pictured, left


def _json(about: Mapping[str, Any], goals: Sequence[Goal], cases: Sequence[Examined]) -> str:
    """Counts only: of a sealed layout neither its name nor a seed, by which its failures could be looked at."""
    readable = figures.readable(cases)
    report = {
        "about": dict(about),
        "bound": bounds.NAME,
        "goals": [asdict(goal) for goal in goals],
        "fields": [
            {"paper": paper, "layouts": seal, "wear": wear, "field": name, **asdict(figures.fields(part, name=name))}
            for (paper, seal, wear), part in figures.by(
                readable, lambda one: (one.case.paper, figures.seal(one), one.case.wear)
            ).items()
            for name in figures.field_names(part)
        ],
        "documents": [
            {"papers": name, "layouts": seal, "degradations": hardness, **asdict(figures.documents(part))}
            for (name, seal, hardness), part in figures.by(
                cases, lambda one: (figures.group(one), figures.seal(one), figures.hardness(one))
            ).items()
        ],
        "reasons": [
            {"status": status, "code": code, "field": field, "papers": count}
            for status in (figures.UNREADABLE, figures.MISMATCH)
            for (code, field), count in figures.reasons(readable, status).most_common()
        ],
        "near_misses": {
            "all": asdict(figures.near_misses(readable)),
            "upper_bound": figures.near_misses(readable).bound,
            "by_field": figures.near_misses_by(readable, 0),
            "by_change": figures.near_misses_by(readable, 1),
        },
        "calibration": figures.calibration(readable),
        "cpu": {
            "a4_scan": figures.steps_per_page(figures.a4_scans(cases)),
            "digital": figures.steps_per_page(figures.digital_papers(cases)),
        },
        "baseline": _baseline(readable),
        "papers": [_paper(one) for one in cases],
    }
    return json.dumps(report, ensure_ascii=False, indent=1)


def _baseline(cases: Sequence[Examined]) -> dict[str, Any] | None:
    both = [one for one in cases if one.baseline is not None]
    if not both:
        return None
    side = figures.baseline
    return {
        "fields": asdict(figures.fields(both, side)),
        "documents": asdict(figures.documents(both, side)),
        "near_misses": asdict(figures.near_misses(both, side)),
        "cpu_per_page": figures.cpu_per_page(both, side)[0],
        "our_cpu_per_page": figures.cpu_per_page(both)[0],
    }


def _paper(one: Examined) -> dict[str, Any]:
    told = {
        "paper": one.case.paper,
        "sealed": one.case.sealed,
        "wear": one.case.wear,
        "form": one.form,
        "pages": one.pages,
        "status": one.ours.status,
        "broke": one.broke,
        "cpu": round(one.ours.cpu, 3),
    }
    if one.case.sealed:
        return told
    return told | {"layout": one.case.layout, "seed": one.case.seed, "reasons": one.ours.reasons}
