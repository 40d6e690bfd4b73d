"""Every hostile file (whose name holds a word) through admission, or through a reading process, and the table.

python -m tests.hostile [--reading] [word]
"""

from __future__ import annotations

import sys
import time
from collections import Counter

from services.verify.reading.pool import PoolLimits, ReadingPool
from tests.hostile.catalogue import hostile_files
from tests.hostile.reading_trial import TYPED, outcome
from tests.hostile.trial import admission, surprises, table, tried


def main(word: str) -> int:
    """0 where every verdict is honest and every limit held."""
    results = []
    with admission() as running:
        for file in hostile_files():
            if word in file.name:
                result = tried(running, file)
                results.append(result)
                print(f"{result.code:<18} {result.seconds:5.2f} s {result.memory >> 20:>5} MiB  {file.name}")
    wrong = surprises(results)
    print("\n" + table(results), *wrong, sep="\n")
    return 1 if wrong else 0


def read_all(word: str, seconds: float = 20.0) -> int:
    """0 where each ends as a typed result in time; all go to the reader, whether admission would take them or not."""
    codes: Counter[str] = Counter()
    over = 0
    reading = ReadingPool(PoolLimits(workers=1, seconds=seconds, memory_mib=2048), "pytesseract")
    try:
        reading.check()
        for file in hostile_files():
            if word in file.name:
                began = time.monotonic()
                code = outcome(reading, file.make())
                took = time.monotonic() - began
                codes[code] += 1
                over += took > seconds + 15
                print(f"{code:<18} {took:5.2f} s  {file.name}", flush=True)
    finally:
        reading.close()
    told = ", ".join(f"{code} {count}" for code, count in codes.most_common())
    untyped = sum(count for code, count in codes.items() if code not in TYPED)
    print(f"\n{codes.total()} read ({told}); {over} over limits; {untyped} untyped; 0 parent crashes")
    return 1 if over or untyped else 0


if __name__ == "__main__":
    words = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    sys.exit((read_all if "--reading" in sys.argv else main)(words[0] if words else ""))
