"""The composition root: settings in, running processes out. The only place that wires the pieces together.

`run(service, settings)` is one process. `docintake up` starts them all; on a cluster each is a deployment.

    web        /v1 · /docs · /review · /score · /ops, one address
    intake     relays intake's outbox; follows readings, verdicts, decisions and scores
    reading    uploads → readings, a pool of reading processes
    judging    declarations × readings → verdicts
    review     verdicts → the staff console's read model; relays decisions
    score      declarations, verdicts, decisions → scores; stages → outcomes
    ops        lag, ages, dead letters; Prometheus metrics

What each is made of stands in `shared` and `stateful`, how each runs in `processes` and `web`; `rounds` and `upkeep`
serve the command line.
"""

from __future__ import annotations

from services.bootstrap.processes import SERVICES, migrate, run
from services.bootstrap.rounds import rescore, selection
from services.bootstrap.shared import STATEFUL, Shared, all_announcements, announcements
from services.bootstrap.stateful import Stateful, stateful
from services.bootstrap.upkeep import (
    Erasures,
    backup,
    copy_keys,
    erasures,
    forget_key_copy,
    give_up_keys,
    key_copy_beside,
    outboxes_of,
    read_model,
    rebuild,
    restore,
    rotate_master_key,
)
from services.bootstrap.web import web_app

__all__ = [
    "SERVICES",
    "STATEFUL",
    "Erasures",
    "Shared",
    "Stateful",
    "all_announcements",
    "announcements",
    "backup",
    "copy_keys",
    "erasures",
    "forget_key_copy",
    "give_up_keys",
    "key_copy_beside",
    "migrate",
    "outboxes_of",
    "read_model",
    "rebuild",
    "rescore",
    "restore",
    "rotate_master_key",
    "run",
    "selection",
    "stateful",
    "web_app",
]
