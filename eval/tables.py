"""The figures as tables of text, the same for terminal and page. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval import bounds, figures
from eval.examining import Examined
from eval.figures import Documents, Fields, baseline, ours
from eval.goals import percent

FIELD_COLUMNS = ("right", "right %", "wrong", "wrong %", "unsure", "unsure %", "beyond the alphabet")
DOCUMENT_COLUMNS = ("papers", "MATCH", "MATCH %", "false fail", "false fail %", "to staff", "to staff %")
_MOST_REASONS = 14


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    title: str
    columns: tuple[str, ...]
    """The first is what a row is about."""
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    """What must be known to read it."""
    brief: bool = True
    """Whether it is shown on a terminal, and unfolded on the page."""
    words: int = 1
    """So many columns, from the first, hold words; all others numbers."""


def tables(cases: Sequence[Examined]) -> list[Table]:
    """All of them, the most telling first."""
    readable = figures.readable(cases)
    return [
        _documents(readable),
        _broken(cases),
        _void(cases),
        *_reasons(readable),
        _near_misses(readable),
        _near_miss_parts("Near misses by field", readable, 0),
        _near_miss_parts("Near misses by change", readable, 1),
        _fields("Fields by group", readable, "papers · layouts · degradations", _group_key),
        _fields("Fields by degradation", readable, "degradation · layouts", _wear_key),
        _fields("Fields by kind of paper", readable, "kind · layouts · degradations", _kind_key, brief=False),
        _field_names(readable),
        _recognised(readable),
        _calibration(readable),
        *_cpu(cases),
        *_beside_baseline(readable),
        _everything(readable),
    ]


def _group_key(one: Examined) -> str:
    return f"{figures.group(one)} · {figures.seal(one)} · {figures.hardness(one)}"


def _kind_key(one: Examined) -> str:
    return f"{one.case.paper} · {figures.seal(one)} · {figures.hardness(one)}"


def _wear_key(one: Examined) -> str:
    return f"{figures.hardness(one)}: {one.case.wear} · {figures.seal(one)}"


def _field_cells(found: Fields) -> tuple[str, ...]:
    shares = (percent(found.share(number)) for number in (found.right, found.wrong, found.unsure))
    counts = (f"{number:,}" for number in (found.right, found.wrong, found.unsure))
    pairs = zip(counts, shares, strict=True)
    return (*(cell for pair in pairs for cell in pair), str(found.beyond or ""))


def _document_cells(ended: Documents) -> tuple[str, ...]:
    staff = ended.unreadable + ended.broke
    counts = (ended.match, ended.mismatch, staff)
    cells = (cell for number in counts for cell in (f"{number:,}", percent(ended.share(number))))
    return (f"{ended.count:,}", *cells)


def _documents(cases: Sequence[Examined]) -> Table:
    rows = [
        (f"{name} · {seal} · {hardness}", *_document_cells(figures.documents(part)))
        for (name, seal, hardness), part in figures.by(
            cases, lambda one: (figures.group(one), figures.seal(one), figures.hardness(one))
        ).items()
    ]
    rows.append(("all", *_document_cells(figures.documents(cases))))
    note = "The right declaration of each paper, judged. Evidence papers count where a status can be claimed from them."
    return Table("Papers with their right declaration", ("papers", *DOCUMENT_COLUMNS), tuple(rows), note)


def _void(cases: Sequence[Examined]) -> Table:
    void = [one for one in cases if figures.hardness(one) == "void"]
    rows = tuple(
        (wear, *_document_cells(figures.documents(part)))
        for wear, part in figures.by(void, lambda one: one.case.wear).items()
    )
    note = "All must go to staff; they are in no other table."
    return Table("Papers on which nothing can be read", ("degradation", *DOCUMENT_COLUMNS), rows, note)


def _broken(cases: Sequence[Examined]) -> Table:
    counted = Counter(one.broke for one in cases if one.broke is not None)
    rows = tuple((error, str(count)) for error, count in counted.most_common())
    note = "A mistake in the program, or a file that it refuses; each counts as a paper that goes to staff."
    return Table("Papers that broke the reader", ("error", "papers"), rows, note)


def _reasons(cases: Sequence[Examined]) -> list[Table]:
    found = []
    for status, title in ((figures.UNREADABLE, "Why right papers wait for staff"), (figures.MISMATCH, "False fails")):
        counted = figures.reasons(cases, status).most_common()
        rows = tuple((code, field or "the paper", str(count)) for (code, field), count in counted[:_MOST_REASONS])
        left = len(counted) - len(rows)
        note = f"{left} rarer reasons are in report.json." if left else ""
        found.append(Table(title, ("reason", "field", "papers"), rows, note, words=2))
    return found


def _near_misses(cases: Sequence[Examined]) -> Table:
    parts = figures.by(cases, lambda one: (figures.group(one), figures.seal(one)))
    rows = [(f"{name} · {seal}", *_near_cells(part)) for (name, seal), part in parts.items()]
    rows.append(("all", *_near_cells(cases)))
    columns = (
        "papers", "near misses", "wrong passes", "rate at most", "their right declarations MATCH",
        "near misses on those", "rate at most on those",
    )  # fmt: skip
    note = f"Bound: {bounds.NAME}. One confusable change in one printed field, everything else as on the paper."
    return Table("Near-miss declarations", columns, tuple(rows), note)


def _near_cells(cases: Sequence[Examined]) -> tuple[str, ...]:
    near = figures.near_misses(cases)
    matched = percent(near.matched / near.papers if near.papers else None)
    return (
        f"{near.tried:,}",
        f"{near.passed:,}",
        percent(near.bound if near.tried else None, 3),
        f"{near.matched} of {near.papers} ({matched})",
        f"{near.tried_where_right_passes:,}",
        percent(near.strict_bound if near.tried_where_right_passes else None, 3),
    )


def _near_miss_parts(title: str, cases: Sequence[Examined], part: int) -> Table:
    found = figures.near_misses_by(cases, part)
    rows = tuple((name, f"{tried:,}", str(passed)) for name, (tried, passed) in found.items())
    return Table(title, ("what", "near misses", "wrong passes"), rows, brief=False)


def _fields(
    title: str, cases: Sequence[Examined], first: str, key: Callable[[Examined], str], brief: bool = True
) -> Table:
    rows = tuple((name, *_field_cells(figures.fields(part))) for name, part in figures.by(cases, key).items())
    return Table(title, (first, *FIELD_COLUMNS), rows, brief=brief)


def _field_names(cases: Sequence[Examined]) -> Table:
    rows = []
    for name in figures.field_names(cases):
        for seal, part in figures.by(cases, figures.seal).items():
            found = figures.fields(part, name=name)
            if found.count or found.beyond:
                rows.append((f"{name} · {seal}", *_field_cells(found)))
    return Table("Fields by name", ("field · layouts", *FIELD_COLUMNS), tuple(rows), brief=False)


def _recognised(cases: Sequence[Examined]) -> Table:
    rows = []
    for (paper, seal), part in figures.by(cases, lambda one: (one.case.paper, figures.seal(one))).items():
        right, other, none = figures.recognised(part)
        rows.append((f"{paper} · {seal}", str(len(part)), str(right), str(other), str(none)))
    columns = ("kind · layouts", "papers", "recognised", "taken for another", "not recognised")
    return Table("Kinds of paper", columns, tuple(rows), brief=False)


def _calibration(cases: Sequence[Examined]) -> Table:
    rows = []
    for readers, (count, right) in figures.calibration(cases).items():
        rows.append((str(readers), f"{count:,}", f"{right:,}", percent(right / count, 2)))
    note = "Of fields in which one value leads: by how many readers said it, how often it is the truth."
    return Table("Calibration of agreement", ("agreeing readers", "fields", "right", "right %"), tuple(rows), note)


def _cpu(cases: Sequence[Examined]) -> list[Table]:
    rows = []
    for wear, part in figures.by(cases, lambda one: one.case.wear).items():
        mine, pages = figures.cpu_per_page(part)
        other, _ = figures.cpu_per_page(part, baseline)
        ratio = f"{other / mine:.1f} ×" if mine and other else "–"
        rows.append((wear, str(pages), _seconds(mine), _seconds(other), ratio))
    columns = ("degradation", "pages", "ours", "whole-page pytesseract", "ratio")
    scans, digital = figures.a4_scans(cases), figures.digital_papers(cases)
    on_scans, on_digital = figures.steps_per_page(scans), figures.steps_per_page(digital)
    steps = tuple(
        (step, _seconds(on_scans.get(step)), _seconds(on_digital.get(step)))
        for step in dict.fromkeys([*on_scans, *on_digital])
    )
    return [
        Table("CPU seconds a page", columns, tuple(rows), "Reading alone, this process and its children.", brief=False),
        Table("CPU seconds a page by step", ("step", "A4 scan, 300 dpi", "digital PDF"), steps),
    ]


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _beside_baseline(cases: Sequence[Examined]) -> list[Table]:
    both = [one for one in cases if one.baseline is not None]
    if not both:
        return []
    rows = []
    sides = (("ours", ours), ("whole-page pytesseract + label patterns", baseline))
    for seal, part in figures.by(both, figures.seal).items():
        for name, side in sides:
            found, ended = figures.fields(part, side), figures.documents(part, side)
            near = figures.near_misses(part, side)
            cpu, _ = figures.cpu_per_page(part, side)
            rows.append(
                (
                    f"{name} · {seal}",
                    percent(found.share(found.right)),
                    percent(found.share(found.wrong)),
                    percent(ended.share(ended.match)),
                    percent(ended.share(ended.mismatch)),
                    percent(ended.share(ended.unreadable + ended.broke)),
                    f"{near.passed} of {near.tried:,}",
                    _seconds(cpu),
                )
            )
    columns = (
        "way of reading", "fields right", "fields wrong", "MATCH", "false fail", "to staff", "wrong passes",
        "CPU s a page",
    )  # fmt: skip
    note = (
        "The same files in the same run. The baseline is told the kind of paper and which fields it prints; "
        "a single reading counts as agreed."
    )
    return [Table("Beside the baseline", columns, tuple(rows), note)]


def _everything(cases: Sequence[Examined]) -> Table:
    rows = []
    for (paper, wear, seal), part in figures.by(
        cases, lambda one: (one.case.paper, one.case.wear, figures.seal(one))
    ).items():
        for name in sorted(figures.field_names(part)):
            found = figures.fields(part, name=name)
            rows.append((f"{paper} · {wear} · {seal} · {name}", *_field_cells(found)))
    columns = ("kind · degradation · layouts · field", *FIELD_COLUMNS)
    return Table("Every kind, degradation and field", columns, tuple(rows), brief=False)
