"""A round of selection and scoring again, for the command line and the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.bootstrap.shared import Shared, announcements, migrated
from services.common.outbox import Outbox
from services.common.settings import Settings

if TYPE_CHECKING:
    from services.score.outcomes import Outcomes
    from services.score.rescore import Rescore
    from services.score.rounds import Round
    from services.score.web.desk import Desk


def selection(settings: Settings) -> tuple[Round, Outcomes]:
    """The selection of the score service, for the command line."""
    desk = score_desk(Shared.open(settings))
    return desk.round, desk.outcomes


def rescore(settings: Settings) -> Rescore:
    """Scoring again under the rule books as they are now."""
    from services.score.handlers import Scorer
    from services.score.rescore import Rescore
    from services.score.tables import OUTBOX

    shared = Shared.open(settings)
    database = migrated(settings, "score")
    found = announcements(settings)
    scorer = Scorer(Outbox(OUTBOX, shared.codec, "score", shared.clock), shared.sealer, shared.clock, found)
    return Rescore(database, scorer, shared.sealer, shared.codec, shared.clock, found)


def score_desk(shared: Shared) -> Desk:
    """What the web and the command line see of the score service."""
    from services.score.outcomes import Outcomes
    from services.score.rounds import Round
    from services.score.tables import OUTBOX
    from services.score.web.desk import Desk

    database = migrated(shared.settings, "score")
    outcomes = Outcomes(database, Outbox(OUTBOX, shared.codec, "score", shared.clock), shared.sealer, shared.clock)
    found = announcements(shared.settings)
    round_ = Round(database, outcomes, shared.sealer, shared.clock, found)
    return Desk(database, outcomes, round_, shared.codec, found)
