"""What `docintake rebuild review` builds anew: papers and verdicts; what staff did stays."""

from __future__ import annotations

import sqlalchemy as sa

from services.common.database import insert_ignore
from services.common.read_model import ReadModel
from services.verify.review.tables import DECISIONS, ERASURES, PAPERS, VERDICTS


def _seed(live: sa.Connection, fresh: sa.Connection) -> None:
    """Decisions settle what verdicts leave open; they are here before they are on their topic."""
    for row in live.execute(sa.select(DECISIONS)):
        insert_ignore(fresh, DECISIONS, **row._mapping)


READ_MODEL = ReadModel(
    tables=(PAPERS, VERDICTS, ERASURES),
    produces=(),
    kept_ko="담당자의 결정, 가림 해제 기록(감사 기록)은 그대로 둡니다.",
    kept_en="staff decisions and the record of unmaskings (audit trail).",
    seed=_seed,
)
