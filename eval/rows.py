"""Which printed row was read as which: in order, so that one row missed does not make all that follow wrong. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Printed = TypeVar("Printed")
Read = TypeVar("Read")


def align(
    printed: Sequence[Printed], read: Sequence[Read], alike: Callable[[Printed, Read], int]
) -> list[tuple[int, int]]:
    """Pairs (printed, read) of positions, both rising, with the most likeness in all; of equals the most pairs.

    Rows that have nothing in common are paired only where no row has to go without a better partner for it.
    """
    best: list[list[tuple[int, int]]] = [[(0, 0)] * (len(read) + 1) for _ in range(len(printed) + 1)]
    likeness = [[alike(one, other) for other in read] for one in printed]
    for row in range(len(printed) - 1, -1, -1):
        for column in range(len(read) - 1, -1, -1):
            best[row][column] = max(
                _with(best[row + 1][column + 1], likeness[row][column]), best[row + 1][column], best[row][column + 1]
            )
    pairs, row, column = [], 0, 0
    while row < len(printed) and column < len(read):
        if best[row][column] == _with(best[row + 1][column + 1], likeness[row][column]):
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _with(rest: tuple[int, int], likeness: int) -> tuple[int, int]:
    return rest[0] + likeness, rest[1] + 1
