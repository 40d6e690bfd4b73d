"""Domain rules 87–98, disqualification: by `docintake score` and `docintake select final`."""

from __future__ import annotations

import pytest

from tests.unit.score.applicants import body, toeic
from tests.unit.score.by_rule.rounds import interview, outcome

N = "2019-09-20"
APPOINTED = "2020-01-02"


def ground(clause, day=None, amount=None):
    return {"clause": clause, "date": day, "amount": amount}


ON_THE_NOTICE_DATE = [
    (87, ground("1"), True),
    (88, ground("2"), True),
    (89, ground("3", "2014-09-21"), True),  # 4 years 364 days
    (89, ground("3", "2014-09-20"), False),
    (89, ground("3"), True),
    (90, ground("4", "2017-09-21"), True),
    (90, ground("4", "2017-09-20"), False),
    (91, ground("5", "2019-09-20"), True),
    (91, ground("5", "2019-09-19"), False),
    (92, ground("6"), True),
    (93, ground("7", "2014-09-21"), True),
    (93, ground("7", "2014-09-20"), False),
    (93, ground("8", "2016-09-21"), True),
    (93, ground("8", "2016-09-20"), False),
    (94, ground("10"), True),
    (95, ground("11"), True),
    (96, ground("12", "2014-09-21"), True),
    (96, ground("12", "2014-09-20"), False),
    (97, ground("13"), True),
    (98, ground("14", "2016-09-21", "1000000"), True),
    (98, ground("14", "2016-09-21", "990000"), False),
    (98, ground("14", "2016-09-20", "1000000"), False),
    (98, ground("14", "2016-09-21"), True),
]


NOBODY_S = [(rule, None, False) for rule in (87, 88, 92, 94, 95, 97)]
"""The other side of a ground that no day ends: it is nobody's."""


@pytest.mark.parametrize(("rule", "found", "barred"), ON_THE_NOTICE_DATE + NOBODY_S)
def test_rules_87_to_98_on_the_notice_date(docintake, rule, found, barred):
    (answer,) = docintake.score(
        {"applicant_id": "A-1", **body(toeic(), facts={"disqualifications": [found] if found else []})}
    )
    reasons = [(reason["code"], reason["rule"]) for reason in answer["ineligible_reasons"]]
    assert reasons == ([("DISQUALIFIED", f"붙임1 {found['clause']}")] if barred else [])


def test_g12_number_9_is_reserved(docintake):
    (answer,) = docintake.score({"applicant_id": "A-1", **body(toeic(), facts={"disqualifications": [ground("9")]})})
    assert "facts.disqualifications[0]" in answer["error"]["en"]


@pytest.mark.parametrize(
    ("rule", "found", "barred"),
    [
        (87, {"clause": "1"}, True),
        (87, {}, False),
        (88, {"clause": "2"}, True),
        (92, {"clause": "6"}, True),
        (95, {"clause": "11"}, True),
        (97, {"clause": "13"}, True),
        (89, {"clause": "3", "date": "2015-01-03"}, True),
        (89, {"clause": "3", "date": "2015-01-02"}, False),
        (91, {"clause": "5", "date": "2020-01-02"}, True),
        (91, {"clause": "5", "date": "2020-01-01"}, False),
        (94, {"clause": "10"}, True),
        (98, {"clause": "14", "date": "2019-01-01", "amount": "1000000"}, True),
        (98, {"clause": "14", "date": "2019-01-01", "amount": "990000"}, False),
    ],
)
def test_rules_87_to_98_on_the_day_of_appointment(docintake, rule, found, barred):
    before = [outcome(n, "written", field="도시계획") for n in (1, 2)]
    selected = docintake.select("interview", before, results=[interview(1, "90"), interview(2, "80")])
    after = docintake.select(
        "final", selected.rows, checks=[{"applicant_id": "A-1", **found}], appointment_date=APPOINTED
    )
    assert after.results() == ({"A-2": "PASSED", "A-1": "OUT"} if barred else {"A-1": "PASSED", "A-2": "RESERVE"})
    assert after.codes("A-1") == (["DISQUALIFIED"] if barred else [])
