"""The points that the source leaves open: each a named option, or a key of the rule book that holds the choice."""

from __future__ import annotations

from typing import Literal

from services.announcement.strict import Name, Strict

Unit = Literal["field_track_region", "field_track"]


class Options(Strict):
    """Choices that the source leaves to the institution; an announcement may choose otherwise than its rule book."""

    confirm_fail: Literal["machine", "staff"] = "machine"
    """G26: whether a machine's mismatch fails at once, or a person confirms each."""
    paper_issue: Literal["checked", "ignored"] = "checked"
    """G10: whether a dated paper must be issued on the notice date or later."""
    preference_unit: Unit = "field_track_region"
    """G16: the unit whose posts decide whether preference and targets apply (4명 이상)."""
    selection_unit: Unit = "field_track_region"
    """G34: the unit in which the best are selected."""
    document_full: Literal["without_bonus", "with_bonus"] = "without_bonus"
    """G17: the full mark of the document stage of which preference is a part."""
    document_preference: Literal["applied", "none"] = "applied"
    """G33: whether preference joins the selection of the document stage."""
    preference_choice: Literal["per_stage", "per_process"] = "per_stage"
    """G18: whether the best single preference is chosen anew at each stage, or once."""
    preference_share: Literal["reported", "ignored"] = "reported"
    """G22: whether the report counts who passes through preference (the law's 30 %); nothing enforces it."""
    exempt_place: Literal["outside", "inside"] = "outside"
    """G19: whether those exempt from the document stage pass outside its number, or take up places."""
    thresholds: Literal["raw", "with_preference"] = "raw"
    """G35: what the 40 % and 60 % tests look at."""
    target_rounding: Literal["up", "practice"] = "up"
    """G20: how a target's number is rounded; practice: 5–9 down, from 10 on to the nearest."""
    margin_scale: Literal["hundred", "stage"] = "hundred"
    """G21: whether the targets' margin (7 points) is of the total rescaled to 100, or of the stage's own total."""
    target_order: tuple[Name, ...] = ()
    """G36: the order in which targets are met; empty: as listed."""
    extra_serves: Literal["every_target", "one_target"] = "every_target"
    """G36: whether somebody who passes additionally for one target counts for the next one too."""
    last_tie: Literal["staff", "all_pass"] = "staff"
    """G24: what becomes of a tie at the line that no tie-break parts."""
    residence_moves: Literal["unbroken", "one_place"] = "unbroken"
    """G28: whether moving between two counting places keeps a residence unbroken."""
    certificate_expiry: Literal["tested", "ignored"] = "tested"
    """G39: whether a certificate that expired before the notice date counts for nothing."""


class OpenPoint(Strict):
    """One open point of the source, and where its answer stands."""

    id: Name
    """`G16`."""
    ko: Name
    """The question and the chosen default, in Korean."""
    en: Name
    """The same in English."""
    key: Name
    """The option (`options.preference_unit`) or the key that holds the answer (`tests.TEPS.conversion.above`)."""
