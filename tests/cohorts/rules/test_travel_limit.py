"""How far anybody may travel."""

from __future__ import annotations

import pytest

from cohorts.rules.travel_limit import EVERYWHERE, TravelLimit
from cohorts.words import Language


@pytest.mark.parametrize(("minutes", "hectometres"), [(14.4, 110), (14.43, 111)])
def test_the_limit_in_minutes_is_never_rounded_up(minutes: float, hectometres: int) -> None:
    # 111 hundred metres take 11.1 x 1.3 = 14.43 minutes; in 14.4 one gets 110.8 far
    assert TravelLimit(minutes=minutes).hectometres == hectometres


@pytest.mark.parametrize(
    ("limit", "hectometres", "is_of_time"),
    [
        (TravelLimit(), EVERYWHERE, False),
        (TravelLimit(km=5), 50, False),
        (TravelLimit(minutes=60), 461, True),  # 60 / 1.3 = 46.15 km
        (TravelLimit(km=5, minutes=60), 50, False),
        (TravelLimit(km=50, minutes=60), 461, True),
        (TravelLimit(km=20_000, minutes=None), 200_000, False),
    ],
)
def test_of_both_the_narrowest_holds(
    limit: TravelLimit, hectometres: int, is_of_time: bool
) -> None:
    assert limit.hectometres == hectometres
    assert limit.is_of_time == is_of_time


def test_a_limit_of_nothing_is_one() -> None:
    assert TravelLimit(km=0).is_set
    assert TravelLimit(minutes=0).is_set
    assert not TravelLimit().is_set


def test_both_are_said() -> None:
    assert TravelLimit(km=5, minutes=1).said(Language.NL) == "5 km en naar schatting 1 minuut"
    assert TravelLimit(minutes=60).said(Language.EN) == "an estimated 60 minutes"
