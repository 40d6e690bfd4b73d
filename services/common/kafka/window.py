"""Which records are under way, and how far each partition may be committed. Pure."""

from __future__ import annotations

from collections import OrderedDict, defaultdict

from services.common.kafka.records import Incoming

Place = tuple[str, int]


class Window:
    """Records in the order delivered; a partition may be committed up to its contiguous finished prefix.

    Never by offset arithmetic: compaction and control records leave gaps.
    """

    def __init__(self) -> None:
        """Empty."""
        self._places: dict[Place, OrderedDict[int, tuple[Incoming, bool]]] = defaultdict(OrderedDict)

    def __len__(self) -> int:
        """How many records are under way."""
        return sum(not done for records in self._places.values() for _, done in records.values())

    @property
    def held(self) -> int:
        """How many finished records wait for an unfinished one before them."""
        return sum(done for records in self._places.values() for _, done in records.values())

    def add(self, record: Incoming) -> None:
        """`record` was delivered."""
        self._places[record.place][record.offset] = (record, False)

    def finish(self, record: Incoming) -> Incoming | None:
        """`record` is finished; answers the last record of the prefix that may now be committed, if it grew."""
        records = self._places[record.place]
        if record.offset not in records:
            return None
        records[record.offset] = (record, True)
        last = None
        while records and next(iter(records.values()))[1]:
            _, (last, _) = records.popitem(last=False)
        return last

    def drop(self, place: Place) -> None:
        """The partition was taken: forget what was under way there."""
        self._places.pop(place, None)
