"""What the person at the terminal sees: who stands where while papers are read, then the table of endings."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from demo.casting import Applicant, Paper
from demo.ending import Ending, PaperEnding, Reason

STYLES = {
    "MATCH": "green",
    "PASS": "bold green",
    "VERIFIED": "bold green",
    "MISMATCH": "red",
    "FAIL": "bold red",
    "FAILED": "bold red",
    "UNREADABLE": "yellow",
    "PENDING": "yellow",
    "PROVISIONAL": "yellow",
    "INELIGIBLE": "yellow",
    "REFUSED": "magenta",
    "REJECTED": "magenta",
}
PAPERS = {
    "NQ_AWARD": "상장형 자격증",
    "NQ_BOOK": "수첩형 자격증",
    "NQ_RECORD": "취득사항확인서",
    "KORCHAM": "컴퓨터활용능력",
    "KHISTORY": "한국사능력검정",
    "NEW_TEPS": "New TEPS",
    "TOEFL_IBT": "TOEFL iBT",
    "OPIC": "OPIc",
    "HSK": "신HSK",
    "CAREER_FORM": "경력확인서",
}
LOOKS = {
    "pdf": "digital PDF",
    "scan-pdf": "scanned PDF",
    "encrypted-pdf": "encrypted PDF",
    "text-as-png": "text file",
    "bomb": "PNG of 900 megapixels",
}


class Progress:
    """The steps of all applicants while they are played: a live table on a terminal, else a line an applicant."""

    def __init__(self, cast: Sequence[Applicant], console: Console) -> None:
        self._cast = cast
        self._console = console
        self._steps: dict[tuple[str, str], str] = {}
        self._lock = threading.Lock()
        self._began = time.monotonic()
        self._live = Live(get_renderable=self._table, console=console, refresh_per_second=4, transient=True)

    def __enter__(self) -> Self:
        """Begins to show."""
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Takes the live table away."""
        self._live.stop()

    def tell(self, key: str, paper: str, step: str) -> None:
        """`paper` of the applicant `key` is at `step` now; from any thread."""
        with self._lock:
            self._steps[key, paper] = step
        if not self._console.is_terminal and paper:
            self._console.print(f"{time.monotonic() - self._began:6.1f} s  {key:26} {paper:10} {step}", highlight=False)

    def _table(self) -> Table:
        with self._lock:
            steps = dict(self._steps)
        seconds = time.monotonic() - self._began
        table = Table(title=f"reading · 읽는 중  {seconds:.0f} s", title_justify="left", box=None, padding=(0, 2, 0, 0))
        for column in ("applicant · 지원자", "", "papers · 서류"):
            table.add_column(column, no_wrap=True)
        for applicant in self._cast:
            line = Text()
            for paper in applicant.papers:
                step = steps.get((applicant.key, paper.name), "drawing")
                line.append(f"{paper.name} ").append(f"{step}  ", style=STYLES.get(step, "dim"))
            table.add_row(applicant.name, Text(steps.get((applicant.key, ""), ""), style="dim"), line)
        return table


def introduction(cast: Sequence[Applicant]) -> Table:
    """Who applies, and what is going to happen to them."""
    table = Table(title="The cast · 등장인물", title_justify="left", box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(no_wrap=True)
    table.add_column()
    for applicant in cast:
        table.add_row(applicant.name, Text(applicant.story["ko"]).append(f"\n{applicant.story['en']}", style="dim"))
    return table


def outcome_table(cast: Sequence[Applicant], endings: Mapping[str, Ending]) -> Table:
    """Applicant, paper, verdict, the field and reason where it is not a match, outcome, score."""
    table = Table(title="What became of everyone · 결과", title_justify="left")
    table.add_column("applicant\n지원자", no_wrap=True)
    table.add_column("paper\n서류")
    table.add_column("verdict\n판정", no_wrap=True)
    table.add_column("field and reason\n항목과 사유", ratio=1)
    table.add_column("outcome\n결과", no_wrap=True)
    table.add_column("score\n점수", no_wrap=True)
    for applicant in cast:
        ending = endings[applicant.key]
        lines = list(_lines(applicant, ending))
        for number, (paper, verdict, why, outcome) in enumerate(lines):
            first = number == 0
            who = Text(f"{applicant.name}\n").append(applicant.applicant_id, style="dim") if first else ""
            points = _score(ending) if first else ""
            table.add_row(who, paper, verdict, why, outcome, points, end_section=number == len(lines) - 1)
    return table


def differences_text(wrong: Mapping[str, Sequence[str]]) -> Group:
    """What differs from expected.toml, applicant by applicant."""
    return Group(*(Text(f"{key}: {line}", style="red") for key, lines in wrong.items() for line in lines))


def _lines(applicant: Applicant, ending: Ending) -> Iterator[tuple[Text, Text, Text, Text]]:
    if ending.failure is not None:
        yield Text(""), Text(""), Text(ending.failure, style="red"), Text("")
        return
    for paper in applicant.papers:
        one = ending.papers[paper.name]
        outcome = _styled(one.outcome)
        if one.decided_by == "staff":
            outcome.append("\nby staff", style="dim")
        yield _paper(paper), _styled(one.status), _why(one), outcome


def _paper(paper: Paper) -> Text:
    looks = [LOOKS.get(paper.file, paper.file.upper())]
    if paper.wear not in ("clean", "scan300") or paper.file not in ("scan-pdf", "pdf"):
        looks += [paper.wear] if paper.draw and paper.file != "encrypted-pdf" else []
    called = PAPERS.get(paper.draw or "", paper.draw) or paper.name
    return Text(f"{called}\n").append(", ".join(looks), style="dim")


def _why(paper: PaperEnding) -> Text:
    text = Text()
    for reason in paper.reasons:
        if text:
            text.append("\n")
        text.append(f"{reason.field} " if reason.field else "", style="bold")
        values = _values(paper, reason)
        text.append(f"{values}  " if values else "").append(reason.code, style="dim")
        if not values and reason.ko:
            text.append(f"\n{_first_sentence(reason.ko)}")
    if paper.earlier and paper.status == "MATCH":
        text.append(f"was {' → '.join(paper.earlier)}, read once, declaration v{paper.version}", style="dim")
    return text


def _values(paper: PaperEnding, reason: Reason) -> str:
    """Declared against read, where the reason is about one field that has both."""
    for field in paper.fields:
        if field["field"] == reason.field and field["declared"] and field["read"]:
            return f"{field['declared']} ≠ {field['read']}"
    return ""


def _first_sentence(text: str) -> str:
    head, dot, _ = text.partition(". ")
    return head + dot.strip()


def _score(ending: Ending) -> Text:
    score = ending.score
    if score is None:
        return Text("-")
    text = Text(f"{score['total']} ").append_text(_styled(score["state"]))
    first = ending.score_first
    basis = f"{first['basis']} → {score['basis']}" if first and first["basis"] != score["basis"] else score["basis"]
    return text.append(f"\n{basis}", style="dim")


def _styled(word: str) -> Text:
    return Text(word, style=STYLES.get(word, ""))
