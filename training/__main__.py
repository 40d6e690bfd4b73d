"""`python -m training`: fetches faces, draws and learns for so many minutes, writes the network. See README.md.

--minutes N   how long to learn (default 40)
--seed N      of what is drawn (default 1)
--out FILE    the network (default DOCINTAKE_HOME/training/jamo.onnx)
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from training.fetch import FetchFailed, faces


def main() -> int:
    """Fetch, learn, write; 1 where a package of faces could not be had."""
    home = Path(os.environ.get("DOCINTAKE_HOME") or ".docintake") / "training"
    asked = _options(home)
    try:
        found = faces(home / "faces")
    except FetchFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    print(f"{len(found)} faces")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    from training.export import export  # TensorFlow takes seconds and hundreds of MB: only once there is work for it
    from training.learn import learn

    export(learn(found, asked.minutes, asked.seed, lambda line: print(line, flush=True)), asked.out)
    print(f"written: {asked.out}")
    return 0


def _options(home: Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description="Trains the network of the Hangul reader.")
    parser.add_argument("--minutes", type=float, default=40.0, help="how long to learn")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn")
    parser.add_argument("--out", type=Path, default=home / "jamo.onnx", help="file of the network")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
