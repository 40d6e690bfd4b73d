"""HR's pages: stages, ranking lists, and one applicant's result in sentences that can be read aloud."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from services.announcement.load import AnnouncementError
from services.common.applicant_ids import is_applicant_id
from services.common.web.pages import HEADERS, SignedIn, templates
from services.score.aloud import outcome_aloud, score_aloud
from services.score.report import write_report
from services.score.stages.candidate import OUTCOME_STAGES, Result
from services.score.summary import RESULT_KO, STAGE_KO
from services.score.web.desk import Desk

PAGE_SIZE = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEMPLATES = templates(Path(__file__).parent / "templates")
TEMPLATES.env.globals.update(
    STAGE_KO=STAGE_KO, RESULT_KO={result.value: ko for result, ko in RESULT_KO.items()}, RESULTS=[*Result]
)


def router(desk: Desk, signed_in: Callable[..., SignedIn]) -> APIRouter:
    """All pages under `/score`."""
    routes = APIRouter(include_in_schema=False)
    require = Depends(signed_in)

    @routes.get("/score")
    def front(request: Request, staff: SignedIn = require, applicant: str = "") -> Response:
        """Stages, and the search."""
        wanted = applicant.strip()
        found = desk.find(wanted) if is_applicant_id(wanted) else []
        if len(found) == 1:
            return RedirectResponse(_address(found[0]), 303)
        context = {
            "staff": staff,
            "stages": desk.stages(),
            "unscored": desk.unscored(),
            "applicant": wanted[:64],
            "found": found,
        }
        return _page(request, "stages.html", context, 404 if wanted and not found else 200)

    @routes.get("/score/{announcement}/stages/{stage}")
    def stage_page(
        request: Request, announcement: str, stage: str, staff: SignedIn = require, unit: str = "", page: str = "1"
    ) -> HTMLResponse:
        """Lines unit by unit, and a unit's ranking."""
        found = desk.stage(announcement, stage) if stage in OUTCOME_STAGES else None
        if found is None:
            return _missing(request, staff)
        chosen = next((one.unit for one in found.units if not unit or str(one.unit) == unit), None)
        if chosen is None:
            return _missing(request, staff)
        members = [one for one in found.outcomes if _in(one.candidate.unit, chosen)]
        pages = max(1, -(-len(members) // PAGE_SIZE))
        number = min(max(int(page), 1), pages) if page.isascii() and page.isdigit() and len(page) < 7 else 1
        context = {
            "staff": staff,
            "announcement": announcement,
            "stage": stage,
            "units": found.units,
            "chosen": chosen,
            "members": members[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
            "page": number,
            "pages": pages,
            "moved": desk.moved(announcement, stage),
        }
        return _page(request, "stage.html", context)

    @routes.get("/score/{announcement}/stages/{stage}/report.xlsx")
    def report(request: Request, announcement: str, stage: str, staff: SignedIn = require) -> Response:
        """The stage as a workbook."""
        found = desk.stage(announcement, stage) if stage in OUTCOME_STAGES else None
        if found is None:
            return _missing(request, staff)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report.xlsx"
            write_report(found.outcomes, desk.announcements(announcement), stage, path)
            content = path.read_bytes()
        name = quote(f"{announcement}-{stage}.xlsx")
        return Response(
            content, media_type=XLSX, headers=HEADERS | {"Content-Disposition": f"attachment; filename={name}"}
        )

    @routes.get("/score/{announcement}/applicants/{applicant_id}")
    def applicant_page(
        request: Request, announcement: str, applicant_id: str, staff: SignedIn = require
    ) -> HTMLResponse:
        """One person's score and outcomes, to be read aloud."""
        subject = f"{announcement}/{applicant_id}"
        score, outcomes = desk.score(subject), desk.outcomes_of(subject)
        if score is None and not outcomes:
            return _missing(request, staff)
        context = {
            "staff": staff,
            "announcement": announcement,
            "title": _title(desk, announcement),
            "applicant_id": applicant_id,
            "score": score,
            "score_sentences": score_aloud(score) if score is not None else [],
            "outcomes": [(dated, outcome_aloud(dated.outcome)) for dated in outcomes],
        }
        return _page(request, "applicant.html", context)

    @routes.get("/score/{path:path}")
    def nothing(request: Request, path: str, staff: SignedIn = require) -> Response:
        """Every other address."""
        return RedirectResponse("/score", 303) if not path else _missing(request, staff)

    return routes


def _in(unit: tuple[str, str, str | None], chosen: tuple[str, str, str | None]) -> bool:
    """Whether a candidate of `unit` was selected in the unit `chosen`, which may be of all regions."""
    return unit == chosen or (chosen[2] is None and unit[:2] == chosen[:2])


def _title(desk: Desk, announcement: str) -> str:
    try:
        return desk.announcements(announcement).title.ko
    except AnnouncementError:
        return announcement


def _address(subject: str) -> str:
    announcement, applicant_id = subject.split("/", 1)
    return f"/score/{quote(announcement, safe='')}/applicants/{quote(applicant_id, safe='')}"


def _missing(request: Request, staff: SignedIn) -> HTMLResponse:
    return _page(request, "missing.html", {"staff": staff}, 404)


def _page(request: Request, template: str, context: dict[str, Any], status: int = 200) -> HTMLResponse:
    return TEMPLATES.TemplateResponse(request, template, context, status_code=status, headers=HEADERS)
