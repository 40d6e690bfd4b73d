"""The upper bound of a rate, against values of published tables."""

import pytest

from eval.bounds import upper_bound


@pytest.mark.parametrize(
    ("events", "trials", "bound"),
    [
        (0, 1, 0.95),
        (0, 10, 0.258866),
        (0, 10_000, 0.000299528),
        (1, 10, 0.394163),
        (5, 100, 0.102253),
        (10, 20, 0.698046),
        (3, 3, 1.0),
    ],
)
def test_the_bound_is_that_of_clopper_and_pearson(events: int, trials: int, bound: float) -> None:
    assert upper_bound(events, trials) == pytest.approx(bound, rel=1e-4)


def test_for_no_event_it_is_the_rule_of_three() -> None:
    assert upper_bound(0, 3_000) == pytest.approx(3 / 3_000, rel=0.002)


def test_where_nothing_was_tried_any_rate_is_possible() -> None:
    assert upper_bound(0, 0) == 1.0


def test_more_events_than_trials_are_refused() -> None:
    with pytest.raises(ValueError, match="4 events in 3 trials"):
        upper_bound(4, 3)
