"""What one kind of paper is to a reader: how to recognise it, its labels, what it never prints, what must hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from services.verify.evidence import Family
from services.verify.reading.layout.labels import DECOY, Label

Values = Mapping[str, str]
"""Agreed canonical values by field."""


class Script(StrEnum):
    """What letters a value is made of, which decides what models read it."""

    DIGITS = "digits"
    """Digits and signs only."""
    LATIN = "latin"
    """Latin letters and digits."""
    HANGUL = "hangul"
    """Hangul, perhaps with digits."""
    MIXED = "mixed"
    """Hangul and Latin letters together."""
    HAN = "han"
    """Chinese."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An invariant of the paper that its agreed values do not keep."""

    code: str
    """`SECTION_SUM`, `STEP`, `RANGE`, `CLOSED_LIST`, `REAL_DATE`, `DATE_ORDER`."""
    fields: tuple[str, ...]
    """The fields that it touches."""


Invariant = Callable[[Values], Broken | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that only some papers print."""

    words: str
    """Compared without spaces, case and punctuation, anywhere on the first pages."""
    weight: int
    """10 alone is enough to recognise the paper; negative where it tells of another paper."""
    exact: bool = False
    """Whether it must be read letter for letter, because another paper prints nearly the same."""
    alone: bool = False
    """Whether only a line of little else counts: a heading or a label, never a sentence that mentions other papers."""
    heading: bool = False
    """Whether only large print counts: the heading of a paper, never a note or a table that mentions other papers."""
    whole: bool = False
    """Whether only a line that is nothing but these words counts, letter for letter: the heading of a form."""
    word: bool = False
    """Whether only a word of its own counts: letters of two words side by side may spell it too (`HSK (K…)`)."""
    unrivalled: tuple[str, ...] = ()
    """Where none of these is printed anywhere, the words need not stand `alone` (the other languages of a test)."""
    beside: tuple[str, ...] = ()
    """Other outcomes: where one of them stands in the same row, the form prints all for one to be ticked, and the
    words say nothing."""
    forms: tuple[str, ...] = ()
    """Other words that say the same; however many of them are printed, the weight counts once."""
    unlike: tuple[str, ...] = ()
    """Longer words in which these stand by chance (OPIc in `topics`)."""


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """A value that stands without label and is known by its own words (`HSK（四级）`, `컴퓨터활용능력 2급`)."""

    field: str
    """Field of the declaration."""
    find: Callable[[str], str | None]
    """The canonical value in a line's text, or None; the first line from the top that has one is taken."""
    among: str = ""
    """Words that the squeezed line must hold for it to be considered; empty for any line."""
    last: bool = False
    """Take the last such line of the page instead of the first (the issue date above the seal)."""
    alone: bool = False
    """Only a line with nothing beside it."""
    like: Callable[[str], bool] | None = None
    """Whether a line that the first reader misread may still be the one; None where it must be read at once."""
    after: str = ""
    """Only within a few lines below these words (`This is to certify that`)."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column labels."""

    name: str
    """`certificates` or `records`."""
    columns: tuple[Label, ...]
    """Field (`from/to` for a period) and its printed forms."""
    key: tuple[str, ...]
    """Columns that every real row fills."""
    can_be: Callable[[Values, Values], bool] | None = None
    """Whether agreed values of a row can be those of one, beside those of the paper: else the table is not complete."""
    cards: bool = False
    """Whether its rows may stand below each other, each with all labels; one of the first of `key` begins each."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Values at the crossings of row labels and column labels, either of which may be on top."""

    prefix: str
    """`confirmation`: the field is prefix.group.item."""
    groups: tuple[Label, ...]
    """`hr`, `business`."""
    items: tuple[Label, ...]
    """`department`, `person`, `phone`, `issue_no`."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Labelled fields that may stand several times, each time above rows that belong to them."""

    name: str
    """Name under which they become a table of their own, where there are several: `employments`."""
    fields: tuple[str, ...]
    """Fields among the paper's labels; each row of `table` is given the first of them."""
    table: str
    """The table whose rows belong to them."""


@dataclass(frozen=True, slots=True)
class Succession:
    """Two tests, of which one took the place of the other."""

    older: str
    """Code of its paper."""
    newer: str
    """Code of its paper."""
    first_day: str
    """On which the newer one was first sat."""
    names: tuple[str, ...]
    """How papers of the newer one call it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper."""

    code: str
    """Its code in the evidence (`TOEIC`, `NQ_AWARD`, …)."""
    family: Family
    """The upload kind it belongs to."""
    phrases: tuple[Phrase, ...]
    """How it is recognised: the sum of the weights found must reach 10."""
    labels: tuple[Label, ...]
    """Labels of its fields, and decoys."""
    unlabelled: tuple[Unlabelled, ...] = ()
    """Values without label."""
    tables: tuple[Table, ...] = ()
    """Its tables."""
    grids: tuple[Grid, ...] = ()
    """Its grids."""
    blocks: Blocks | None = None
    """Fields that it may print several times, each time above rows of a table."""
    not_printed: tuple[str, ...] = ()
    """Fields of the declaration that it never prints."""
    seldom_printed: tuple[str, ...] = ()
    """Fields that it has labels for and mostly leaves out; not found, they count as not printed."""
    invariants: tuple[Invariant, ...] = ()
    """What its agreed values must keep."""
    scripts: Mapping[str, Script] = field(default_factory=dict)
    """Where a field is written in other letters than usual."""
    twins: tuple[str, ...] = ()
    """Numbers that mix letters and digits in no fixed order, where 0 and O, 1 and I cannot be told apart by eye."""
    signed: tuple[str, ...] = ()
    """Grades with a sign between digit and syllable, small perhaps, which is read apart from the syllable."""
    model: str | None = None
    """Model that looks at this paper once more, where the usual one does not know its letters."""
    succession: Succession | None = None
    """Where another test took the place of this one, or this one the place of another."""
    months_first: bool = False
    """Whether its issuer is American and means 12 July by `07/12/2018`, unless another date shows otherwise."""
    sentences: bool = False
    """Whether values stand in sentences (`né le 24 février 1981 à Séoul`), which are not read otherwise."""
    parsers: Mapping[str, Callable[[str], str | None]] = field(default_factory=dict)
    """Parsers of this paper instead of the declaration's own, for fields that it prints in another form."""
    derived: Mapping[str, str] = field(default_factory=dict)
    """A field without a place of its own → the field in whose place it is printed too (`grade` behind the `title`)."""


def decoys(*words: str) -> Label:
    """Labels that announce nothing that is read."""
    return Label(DECOY, words)
