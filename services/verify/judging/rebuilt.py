"""What `docintake rebuild judging` builds anew: everything, for judging knows nothing but its topics."""

from __future__ import annotations

from services.common.read_model import ReadModel
from services.verify.judging.handlers import TOPIC
from services.verify.judging.tables import APPLICANTS, PAPERS

READ_MODEL = ReadModel(
    tables=(APPLICANTS, PAPERS),
    produces=(TOPIC,),
    kept_ko="남기는 것 없음: 모두 토픽에서 다시 만듭니다.",
    kept_en="nothing: all of it follows from topics.",
)
