"""What `docintake rebuild score` builds anew. Results of examinations come from files and the API, and stay."""

from __future__ import annotations

import sqlalchemy as sa

from services.common.database import upsert
from services.common.read_model import ReadModel
from services.score.handlers import TOPIC
from services.score.outcomes import TOPIC as OUTCOMES_TOPIC
from services.score.tables import APPLICANTS, DECISIONS, DOCUMENTS, OUTBOX, OUTCOMES, VERDICTS


def _seed(live: sa.Connection, fresh: sa.Connection) -> None:
    """Outcomes that were decided here and are not on their topic yet."""
    waiting = sa.select(OUTBOX.c.event_id).where(OUTBOX.c.topic == OUTCOMES_TOPIC, OUTBOX.c.sent_at.is_(None))
    for row in live.execute(sa.select(OUTCOMES).where(OUTCOMES.c.event_id.in_(waiting))).all():
        upsert(fresh, OUTCOMES, **row._mapping)


READ_MODEL = ReadModel(
    tables=(APPLICANTS, DOCUMENTS, VERDICTS, DECISIONS, OUTCOMES),
    produces=(TOPIC, OUTCOMES_TOPIC),
    kept_ko="필기·면접 결과(파일이나 API로 받은 것)는 그대로 둡니다.",
    kept_en="results of written tests and interviews, which came by file or API.",
    seed=_seed,
)
