"""`python -m tests.mutants` in a folder where mutmut ran: how many mutants a test noticed, and which none did."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

GOAL = 0.9
NOTICED = {"killed", "timeout", "suspicious", "segfault", "caught by type check"}
COUNTED = {*NOTICED, "survived", "no tests"}


def main() -> int:
    """Print the counts and the survivors; 0 where enough were noticed."""
    told = subprocess.run(
        [sys.executable, "-m", "mutmut", "results", "--all", "true"], capture_output=True, text=True, check=True
    ).stdout
    found = [line.strip().rpartition(": ") for line in told.splitlines() if ": " in line]
    results = {name: status for name, _, status in found}
    counts = Counter(results.values())
    for name, status in sorted(results.items()):
        if status in COUNTED - NOTICED:
            print(f"{status}: {name}")
    total = sum(counts[status] for status in COUNTED)
    noticed = sum(counts[status] for status in NOTICED)
    share = noticed / total if total else 0.0
    print(f"{noticed} of {total} noticed ({share:.1%}); {dict(counts)}")
    return 0 if share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
