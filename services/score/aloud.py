"""A result as sentences that can be read aloud to the person it is about: what was added up, and why. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.score.rules.points import plain
from services.score.stages.candidate import Outcome, Result
from services.score.summary import STAGE_KO

STAGE_EN = {"document": "document stage", "written": "written test", "interview": "interview", "final": "selection"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in both languages."""

    ko: str
    """Korean, polite."""
    en: str
    """English."""


def score_aloud(score: Mapping[str, Any]) -> list[Sentence]:
    """The score of the document stage (portal-api section 4), point by point, each with its rule."""
    sentences = []
    for line in score["explanation"]:
        sentences.append(_ruled(_spoken(line["ko"], "{}점입니다"), _spoken(line["en"], "{} points"), line["rule"]))
    sentences.append(
        Sentence(
            f"어학 {score['language']}점, 자격증 {score['certificates']}점, 가산점 {score['bonus']}점을 더하여 "
            f"합계 {score['total']}점입니다.",
            f"Language {score['language']}, certificates {score['certificates']} and bonus {score['bonus']} add up "
            f"to {score['total']} points.",
        )
    )
    for reason in score["ineligible_reasons"]:
        sentences.append(
            _ruled(f"응시자격이 없는 사유: {reason['ko']}", f"Not eligible: {reason['en']}", reason["rule"])
        )
    return sentences


def outcome_aloud(one: Outcome) -> list[Sentence]:
    """What became of somebody in a stage, and why."""
    stage_ko, stage_en = STAGE_KO[one.stage], STAGE_EN[one.stage]
    sentences = [Sentence(f"{one.candidate.unit} 단위의 {stage_ko}입니다.", f"The {stage_en} of {one.candidate.unit}.")]
    sentences += [_ruled(line.ko, line.en, line.rule) for line in one.explanation]
    if one.total is not None and one.line is not None:
        sentences.append(_against_the_line(one))
    sentences += [_ruled(reason.ko, reason.en, reason.rule) for reason in one.reasons]
    sentences.append(_result(one, stage_ko, stage_en))
    return sentences


def _against_the_line(one: Outcome) -> Sentence:
    total, line = one.total, one.line
    if total is None or line is None:
        raise ValueError("there is no line to compare with")
    rank_ko = f" 순위는 {one.rank}위입니다." if one.rank is not None else ""
    rank_en = f" The rank is {one.rank}." if one.rank is not None else ""
    if total == line:
        ko, en = "합격선과 같습니다", "which is on the line"
    elif total > line:
        ko, en = (
            f"합격선 {plain(line)}점보다 {plain(total - line)}점 높습니다",
            f"{plain(total - line)} above the line of {plain(line)}",
        )
    else:
        ko, en = (
            f"합격선 {plain(line)}점보다 {plain(line - total)}점 낮습니다",
            f"{plain(line - total)} below the line of {plain(line)}",
        )
    return Sentence(f"총점은 {plain(total)}점으로, {ko}.{rank_ko}", f"The total is {plain(total)}, {en}.{rank_en}")


def _spoken(text: str, points: str) -> str:
    """A line of an explanation without arrows; what stands behind the last of them are points."""
    steps = text.split(" → ")
    return ", ".join((*steps[:-1], points.format(steps[-1]))) if len(steps) > 1 else text


def _ruled(ko: str, en: str, rule: str) -> Sentence:
    """A statement that ends with one full stop, and the rule it rests on."""
    return Sentence(f"{ko.rstrip('.')}. 근거는 {rule}입니다.", f"{en.rstrip('.')}. The rule is {rule}.")


def _result(one: Outcome, stage_ko: str, stage_en: str) -> Sentence:
    match one.result:
        case Result.PASSED | Result.EXEMPT:
            return Sentence(f"따라서 {stage_ko}에 합격하셨습니다.", f"So the {stage_en} is passed.")
        case Result.EXTRA:
            return Sentence(f"따라서 {stage_ko}에 추가합격하셨습니다.", f"So the {stage_en} is passed, additionally.")
        case Result.STAFF:
            return Sentence(
                "아직 정해지지 않았습니다. 동점자 가운데 누구를 선발할지 담당자가 결정합니다.",
                "This is not settled yet: staff decide whom of those who tie to select.",
            )
        case Result.RESERVE:
            return Sentence(
                f"따라서 {stage_ko}에서 선발되지 않으셨고, 예비 순번은 {one.reserve}번입니다.",
                f"So the {stage_en} is not passed; the place in reserve is number {one.reserve}.",
            )
        case Result.OUT:
            return Sentence(f"따라서 {stage_ko} 불합격입니다.", f"So the {stage_en} is failed.")
