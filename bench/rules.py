"""`python -m bench.rules`: how quick scoring and selection are, on one core, without broker or web.

--million    also scores 1,000,000 declarations (minutes), to show that cost grows in step
--small      a tenth of everything, for a look
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from rich.console import Console
from rich.table import Table

from services.announcement.load import load_announcement
from services.announcement.model import Announcement
from services.common.avro import EventCodec
from services.common.blobs import SealedBlobs, open_blobs
from services.common.clock import FixedClock
from services.common.database import Database
from services.common.events import ClaimRef, Declared, Judged, UploadKind, VerdictStatus
from services.common.inbox import first_time
from services.common.outbox import Outbox
from services.common.sealing import Sealer
from services.common.settings import Settings
from services.score.handlers import Scorer, handlers
from services.score.outcomes import Outcomes
from services.score.stages.candidate import Candidate, Held, Unit
from services.score.stages.document import select_document
from services.score.tables import INBOX, OUTBOX

ANNOUNCEMENT = "2019-grade5"
NOW = datetime(2019, 9, 25, 9, tzinfo=UTC)
OWN = {"토목일반": "토목기사", "기계": "일반기계기사", "전기": "전기기사", "환경": "수질환경기사"}
FIELDS = ("경상", "법정", *OWN)
RECORDS_A_BATCH = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure."""

    name: str
    """What was done."""
    result: str
    """What came out."""
    goal: str
    """What it should be."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.rules", description="Measures scoring and selection.")
    parser.add_argument("--million", action="store_true", help="also score 1,000,000 declarations")
    parser.add_argument("--small", action="store_true", help="a tenth of everything")
    options = parser.parse_args()
    show(Console(width=None if Console().is_terminal else 110), million=options.million, small=options.small)


def show(console: Console, *, million: bool = False, small: bool = False) -> None:
    """Measure on one core, and print the table."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    table = Table("measure", "result", "goal", title="Rules, one core", title_justify="left")
    try:
        with tempfile.TemporaryDirectory(prefix="docintake-bench-") as folder:
            for figure in figures(Path(folder), million=million, scale=10 if small else 1):
                table.add_row(figure.name, figure.result, figure.goal)
    finally:
        os.sched_setaffinity(0, cores)
    console.print(table)


def figures(folder: Path, *, million: bool, scale: int) -> Iterator[Figure]:
    """Every figure, one after the other; counts are divided by `scale`."""
    announcement = load_announcement(ANNOUNCEMENT)
    costs = []
    for count in (10_000 // scale, 100_000 // scale, *((1_000_000 // scale,) if million else ())):
        took = offline(folder, count)
        costs.append(took.cpu / count)
        goal = f"≤ {30 / scale:g} s, ≤ 500 MiB" if count == 100_000 // scale else ""
        told = f"{took.wall:.1f} s (CPU {took.cpu:.1f} s), {took.mib:.0f} MiB"
        yield Figure(f"{count:,} declarations scored offline", told, goal)
    shown = ", ".join(f"{cost * 1e6:.0f} µs" for cost in costs)
    yield Figure("cost a declaration, as they become more", shown, "the same")
    count = 100_000 // scale
    people, began = crowd(count), Spent.now()
    select_document(people, announcement)
    spent = began.until_now()
    told = f"{spent.wall:.1f} s (CPU {spent.cpu:.1f} s)"
    yield Figure(f"document stage over {count:,} applicants", told, f"≤ {5 / scale:g} s")
    count = 3_000 // scale
    spent = verdicts(folder, announcement, count)
    told = f"{count / spent.wall:.0f} verdicts/s ({count / spent.cpu:.0f} a second of CPU)"
    yield Figure("score consumer", told, "≥ 500/s")


@dataclass(frozen=True, slots=True)
class Spent:
    """Time of this process; other work on the machine shows in the difference of the two."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor."""

    @classmethod
    def now(cls) -> Spent:
        """Both clocks."""
        return cls(time.perf_counter(), time.process_time())

    def until_now(self) -> Spent:
        """What went by since."""
        return Spent(time.perf_counter() - self.wall, time.process_time() - self.cpu)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor."""
    mib: float
    """Memory at its highest."""


def offline(folder: Path, count: int) -> Run:
    """`docintake score` over `count` declarations, in a process of its own."""
    path = folder / "declarations.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(declaration(n), ensure_ascii=False) + "\n" for n in range(count))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    command = [sys.executable, "-m", "services.cli.main", "score", str(path), "--announcement", ANNOUNCEMENT]
    with (folder / "scores.jsonl").open("w") as out:
        subprocess.run(command, stdout=out, check=True)  # noqa: S603 # our own command
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, after.ru_maxrss / 1024)


def verdicts(folder: Path, announcement: Announcement, count: int) -> Spent:
    """`count` verdicts that the consumer's handlers take in, decode and score, in batches as from the broker."""
    settings, clock = Settings(home=folder), FixedClock(NOW)
    keys, database = Database(f"sqlite:///{folder}/keys.db", "keys"), Database(f"sqlite:///{folder}/score.db", "score")
    keys.migrate()
    database.migrate()
    sealer = Sealer(keys, b"k" * 32, clock, makes_keys=True)
    codec = EventCodec(sealer, SealedBlobs(open_blobs(settings), sealer))
    outbox = Outbox(OUTBOX, codec, "score", clock)
    known = handlers(Scorer(outbox, sealer, clock, lambda _: announcement), Outcomes(database, outbox, sealer, clock))
    people = count // 2
    declared = [codec.encode(declared_of(n)) for n in range(people)]
    judged = [codec.encode(judged_of(n, claim)) for claim in ("l", "c") for n in range(people)]

    def take(values: list[bytes]) -> Spent:
        began = Spent.now()
        for start in range(0, len(values), RECORDS_A_BATCH):
            events = [codec.decode(value) for value in values[start : start + RECORDS_A_BATCH]]
            with database.begin() as connection:
                for event in events:
                    if first_time(connection, INBOX, event, NOW.isoformat()):
                        known[type(event)](connection, event)
        return began.until_now()

    take(declared)
    spent = take(judged)
    database.close()
    keys.close()
    return spent


def declaration(number: int) -> dict[str, object]:
    """A declaration as the portal sends it, its applicant's number beside."""
    field = FIELDS[number % len(FIELDS)]
    claims = [
        {"id": "l", "kind": "language", "test": "TOEIC", "score": str(600 + 5 * (number % 79)),
         "test_date": "2018-05-13", "announced_on": "2018-05-29"},
        {"id": "c", "kind": "certificate", "title": OWN.get(field, "한국사능력검정시험"),
         "grade": None if field in OWN else "1급", "number": "18201234567A", "acquired_on": "2018-08-17"},
        {"id": "i", "kind": "certificate", "title": "컴퓨터활용능력", "grade": "1급", "number": "18-K9-012345",
         "acquired_on": "2018-08-17", "issuer": "대한상공회의소"},
    ]  # fmt: skip
    if number % 5 == 0:
        claims.append({"id": "s", "kind": "status", "status": "취업지원대상자", "rate": "5"})
    return {
        "applicant_id": f"A-{number:07d}",
        "announcement": ANNOUNCEMENT,
        "name": "홍길동",
        "field": field,
        "track": "전국일반",
        "claims": claims,
    }


def crowd(count: int) -> list[Candidate]:
    """Candidates of the document stage."""
    held = (Held("취업지원대상자", Decimal(5)),)
    return [
        Candidate(
            f"A-{number:07d}",
            Unit(FIELDS[number % len(FIELDS)], "전국일반", None),
            (),
            {"document": Decimal(6411 + number * 7919 % 3990) / 100},
            held if number % 9 == 0 else (),
        )
        for number in range(count)
    ]


def declared_of(number: int) -> Declared:
    """Its event."""
    body = declaration(number)
    applicant_id = str(body.pop("applicant_id"))
    return Declared(
        event_id=f"declared-{number}",
        announcement=ANNOUNCEMENT,
        applicant_id=applicant_id,
        occurred_at=NOW,
        version=1,
        claims=(ClaimRef("l", "language"), ClaimRef("c", "certificate")),
        personal={"declaration": body},
    )


def judged_of(number: int, claim: str) -> Judged:
    """A verdict on one of its claims."""
    return Judged(
        event_id=f"judged-{number}-{claim}",
        announcement=ANNOUNCEMENT,
        applicant_id=f"A-{number:07d}",
        occurred_at=NOW,
        document_id=f"doc-{number}-{claim}",
        claim_id=claim,
        paper=None,
        kind=UploadKind.CERTIFICATE,
        declaration_version=1,
        declaration_id=f"declared-{number}",
        reading_id="read",
        status=VerdictStatus.MATCH,
        basis="basis",
        fields=(),
        reasons=(),
        recognised=None,
        judge="1",
        rulebook="krc-2019/1",
        personal={"fields": [], "reasons": [], "pages": []},
    )


if __name__ == "__main__":
    main()
