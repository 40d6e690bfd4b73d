"""What of a service's database follows from topics, and what does not: so that it can be built anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa


def _nothing(_live: sa.Connection, _fresh: sa.Connection) -> None:
    """Handlers that need none of the live state."""


def _no_more(_live: sa.Connection, _fresh: sa.Connection, _dry: bool) -> int:
    """No table of which only a part follows from topics."""
    return 0


@dataclass(frozen=True, slots=True)
class ReadModel:
    """A service's read model. `live` is its database, `fresh` the empty one beside it that events are replayed into."""

    tables: tuple[sa.Table, ...]
    """Tables whose every row follows from topics."""
    produces: tuple[str, ...]
    """Topics that its handlers write to: what is on them already is never published again."""
    kept_ko: str
    """What is in no topic, and therefore kept as it is."""
    kept_en: str
    """The same in English."""
    seed: Callable[[sa.Connection, sa.Connection], None] = _nothing
    """Bring what is kept, as far as handlers need it, from live to fresh; called again and again."""
    take_over: Callable[[sa.Connection, sa.Connection, bool], int] = _no_more
    """Bring the parts of other tables that follow from topics from fresh to live; answers how many rows differed.

    The last argument is true where nothing may be changed.
    """
