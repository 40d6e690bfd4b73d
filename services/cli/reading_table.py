"""An account of a reading on the terminal: fields, votes, readings, and the verdict with its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.cli.terminal import console

if TYPE_CHECKING:
    from rich.text import Text

    from services.verify.explain.account import Account, Place

_COLOURS = {"match": "green", "agreed": "blue", "unsure": "yellow", "wrong": "red", "empty": "bright_black"}


def draw(account: Account) -> None:
    """The whole account."""
    from rich.table import Table
    from rich.text import Text

    out = console()
    kind = (
        f"{account.paper[0]} ({account.family}) {account.paper[1]}" if account.paper else "not recognised · 알 수 없음"
    )
    unread = f" ({account.unread})" if account.unread else ""
    out.print(f"paper · 서류: {kind}{unread}", markup=False)
    judged = account.status is not None
    columns = ["#", "field · 항목", *(["declared · 신고"] if judged else []), "agreed · 합의", "votes · 표"]
    table = Table(*columns, "readings · 판독 (reader: text)", "page, box · 위치")
    for place in account.places:
        colour = _COLOURS[place.standing]
        table.add_row(
            Text(str(place.number), style=colour),
            _named(place),
            *([Text(place.verdict.declared or "–" if place.verdict else "")] if judged else []),
            Text(place.agreed if place.agreed is not None else "?", style=f"bold {colour}"),
            Text("\n".join(f"{vote.value} ×{len(vote.readers)}" for vote in place.votes)),
            Text("\n".join(f"{voice.reader}: {voice.text}" for voice in place.voices)),
            Text(f"p{place.page} {','.join(map(str, place.box))}", style="bright_black"),
        )
    if account.places:
        out.print(table)
    for name, rows, complete in account.tables:
        out.print(f"table · 표: {name}, {rows} row(s) · 행{'' if complete else ', perhaps not all · 일부일 수 있음'}")
    for told, entries in (("never printed · 인쇄되지 않음", account.not_printed), ("broken · 모순", account.broken)):
        if entries:
            out.print(f"{told}: {', '.join(f'{ko} ({code})' for code, ko, _ in entries)}", markup=False)
    _conclude(account)
    out.print(f"engine · 엔진: {account.engine}", markup=False)


def _named(place: Place) -> Text:
    from rich.text import Text

    text = Text.assemble(place.field, "\n", (place.ko, "bright_black"))
    if place.broken:
        text.append(f"\n{place.broken[0]}", style="red")
    if place.handwritten:
        text.append("\n손글씨 · handwritten", style="yellow")
    return text


def _conclude(account: Account) -> None:
    from rich.text import Text

    if account.status is None:
        return
    out = console()
    colour = {"MATCH": "green", "MISMATCH": "red", "UNREADABLE": "yellow"}[account.status]
    out.print(Text.assemble("verdict · 판정: ", (str(account.status), f"bold {colour}")))
    for field in account.elsewhere:
        out.print(Text(f"  {field.field}: {field.declared or '–'} → {field.read or '–'} {field.verdict}"))
    for reason in account.reasons:
        out.print(Text(f"  {reason.code}  {reason.ko}\n  {' ' * len(reason.code)}  {reason.en}"))
