"""A wrong value that passes is the worst defect: hunted here with near-miss declarations and thinned evidence."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from services.verify.evidence import FieldEvidence, PaperEvidence, from_json, to_json
from services.verify.judging.verdict import FieldStatus, Status
from services.verify.values import same
from tests.unit.verify.judging.papers import CAREER, CERTIFICATE, TOEIC, award, career_form, toeic, verdict_on

CASES: dict[str, tuple[Mapping[str, Any], PaperEvidence]] = {
    "certificate": (CERTIFICATE | {"grade": None, "issued_on": "2018-09-03"}, award()),
    "language": (TOEIC, toeic()),
    "career": (CAREER, career_form()),
}
SWAPS = {
    **dict(zip("0O1I8B2Z5S7T6G", "O0I1B8Z2S5T7G6", strict=True)),
    **dict(zip("34905", "89658", strict=True)),
    **dict(zip("을율은온천전녀너기산길", "율을온은전천너녀가신김", strict=True)),
    **dict(zip("홍동토목대한건설국장공현", "흥둥도묵데힌견절극징곰헌", strict=True)),
}


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every declared text of a claim with its place."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("id", "kind", "test", "announced_on"):  # the last is not printed, so not compared
                yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    elif isinstance(value, str):
        yield path, value


def put(claim: Mapping[str, Any], path: tuple[Any, ...], text: str) -> dict[str, Any]:
    """`claim` with another text at `path`."""
    changed: Any = copy.deepcopy(dict(claim))
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = text
    return dict(changed)


def near_misses() -> Iterator[Any]:
    """Every declaration that differs from the right one in a single confusable character."""
    for case, (claim, _) in CASES.items():
        for path, text in leaves(claim):
            for place, character in enumerate(text):
                if character in SWAPS:
                    miss = text[:place] + SWAPS[character] + text[place + 1 :]
                    if same(field_name(path), text, miss):
                        continue  # the same value in another spelling
                    yield pytest.param(case, path, miss, id=f"{case}-{'.'.join(map(str, path))}-{miss}")


def field_name(path: tuple[Any, ...]) -> str:
    return ".".join(str(part) for part in path if not isinstance(part, int))


@pytest.mark.parametrize("case", CASES)
def test_the_untouched_declaration_matches(case: str) -> None:
    claim, evidence = CASES[case]
    assert verdict_on(claim, evidence).status is Status.MATCH


@pytest.mark.parametrize(("case", "path", "miss"), list(near_misses()))
def test_one_confusable_character_never_stays_a_match(case: str, path: tuple[Any, ...], miss: str) -> None:
    claim, evidence = CASES[case]
    try:
        verdict = verdict_on(put(claim, path, miss), evidence)
    except ValidationError:
        return  # refused when declared: it never reaches a judge
    assert verdict.status is not Status.MATCH


@pytest.mark.parametrize("name", ["흥길동", "홍긷동", "홍길둥", "홍길", "홍길동동", "홍동길"])
def test_a_near_name_never_stays_a_match(name: str) -> None:
    assert verdict_on(CERTIFICATE, award(), name=name).status is not Status.MATCH


@pytest.mark.parametrize("name", ["HONG GILDUNG", "HONG GILD0NG", "KONG GILDONG", "HONG GIL", "HONG GILDONGG"])
def test_a_near_latin_name_never_stays_a_match(name: str) -> None:
    assert verdict_on(TOEIC, toeic(), name_latin=name).status is not Status.MATCH


@given(case=st.sampled_from(sorted(CASES)), data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_match_needs_two_equal_readings_in_every_compared_field(case: str, data: st.DataObject) -> None:
    claim, evidence = CASES[case]
    thinned = replace(evidence, fields=tuple(_thinned(entry, data) for entry in evidence.fields))
    verdict = verdict_on(claim, thinned)
    if verdict.status is Status.MATCH:
        for entry in verdict.fields:
            found = thinned.field(entry.field)
            if entry.verdict is FieldStatus.MATCH and found is not None and entry.field != "test":
                assert len({reading.reader for reading in found.readings}) >= 2
    assert verdict.status is not Status.MISMATCH, "less evidence of a right paper never fails anybody"


@given(case=st.sampled_from(sorted(CASES)), data=st.data())
@settings(max_examples=150, deadline=None)
def test_taking_readings_from_a_contradicting_paper_never_makes_a_match(case: str, data: st.DataObject) -> None:
    claim, evidence = CASES[case]
    changed = {
        "certificate": ("number", "77777777777Z"),
        "language": ("score", "500"),
        "career": ("company", "다른회사"),
    }
    wrong = put(claim, (changed[case][0],), changed[case][1])
    assert verdict_on(wrong, evidence).status is Status.MISMATCH
    thinned = replace(evidence, fields=tuple(_thinned(entry, data) for entry in evidence.fields))
    assert verdict_on(wrong, thinned).status is not Status.MATCH


@given(case=st.sampled_from(sorted(CASES)), noise=st.text(max_size=12), data=st.data())
@settings(max_examples=150, deadline=None)
def test_one_stray_reading_never_turns_a_mismatch_into_a_match(case: str, noise: str, data: st.DataObject) -> None:
    claim, evidence = CASES[case]
    target = data.draw(st.sampled_from([entry.field for entry in evidence.fields]))
    stray = to_json(evidence)
    for entry in stray["fields"]:
        if entry["field"] == target:
            entry["readings"] = [{"reader": f"r{n}", "text": noise, "value": noise or None} for n in range(3)]
    verdict = verdict_on(claim, from_json(stray))
    declared = {entry.field: entry for entry in verdict.fields}
    if target in declared and not same(target, declared[target].declared or "", noise):
        assert verdict.status is not Status.MATCH


def _thinned(entry: FieldEvidence, data: st.DataObject) -> FieldEvidence:
    least = 1 if entry.field.startswith("confirmation.") else 0  # none at all says that the cell is empty
    kept = data.draw(st.integers(least, len(entry.readings)), label=entry.field)
    return replace(entry, readings=entry.readings[:kept])
