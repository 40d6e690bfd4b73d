"""What a run says on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table as Drawn

from eval.examining import Examined
from eval.floors import Checked
from eval.goals import Goal
from eval.tables import Table

_WIDTH = 150
_LINES = 10
"""Progress lines where nobody watches."""
_MARKS = {True: "[green]met[/]", False: "[red]not met[/]", None: "[dim]not measured[/]"}


def console() -> Console:
    """Where to print; wide where it is no terminal."""
    return Console(width=None if Console().is_terminal else _WIDTH)


def watched(out: Console, cases: Iterable[Examined], count: int) -> Iterator[Examined]:
    """`cases` as they come, with a bar on a terminal and a line now and then elsewhere."""
    if out.is_terminal:
        with _bar(out) as bar:
            task = bar.add_task("reading", total=count)
            for one in cases:
                bar.advance(task)
                yield one
        return
    for number, one in enumerate(cases, start=1):
        if number * _LINES // count > (number - 1) * _LINES // count:
            out.print(f"{number} of {count} papers")
        yield one


@contextmanager
def _bar(out: Console) -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TimeRemainingColumn(), console=out, transient=True) as progress:
        yield progress


def show_goals(out: Console, goals: Sequence[Goal]) -> None:
    """Goal beside figure."""
    drawn = Drawn("figure", "goal", "measured", "", title="Goals", title_justify="left")
    for goal in goals:
        drawn.add_row(goal.name, goal.goal, goal.figure, _MARKS[goal.met])
    out.print(drawn)


def show_tables(out: Console, tables: Sequence[Table]) -> None:
    """Those that are for a terminal."""
    for table in tables:
        if table.brief and table.rows:
            drawn = Drawn(title=table.title, title_justify="left", caption=table.note, caption_justify="left")
            for number, column in enumerate(table.columns):
                drawn.add_column(column, justify="left" if number < table.words else "right")
            for row in table.rows:
                drawn.add_row(*row)
            out.print(drawn)


def show_floors(out: Console, checked: Sequence[Checked]) -> None:
    """Each floor with what was measured."""
    drawn = Drawn("floor", "wanted", "measured", "", title="Floors (eval/floors.toml)", title_justify="left")
    for one in checked:
        drawn.add_row(one.name, one.wanted, one.measured, "[green]holds[/]" if one.holds else "[bold red]BROKEN[/]")
    out.print(drawn)
