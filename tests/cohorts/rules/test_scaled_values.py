"""A number of everybody, on a scale, in standard deviations of all."""

from __future__ import annotations

import math

import pytest

from cohorts.people.applicant import Applicant
from cohorts.rules.scaled_values import QUANTA, Scale, ScaledValues
from solver.quantise import MISSING
from tests.cohorts.rules.found import people, round_of

ORDER = ("start", "groei", "top")


def scaled(
    some: tuple[Applicant, ...], field: str, scale: Scale, order: tuple[str, ...] = ()
) -> ScaledValues:
    return ScaledValues(field, scale, order, round_of(some, 1))


def test_what_is_missing_lies_in_the_middle_and_has_no_spread() -> None:
    some = people(fte=[2.0, None, 6.0, 10.0])
    all_of_it = scaled(some, "fte", Scale.LINEAR)
    # deviation of 2, 6 and 10: sqrt(32 / 3) = 3.266; 4 is 1.225 of it, from the median 6
    assert all_of_it.features.tolist() == [-1225, 0, 0, 1225]
    quanta = [2 * QUANTA, MISSING, 6 * QUANTA, 10 * QUANTA]
    assert all_of_it.spread_values.tolist() == quanta
    assert [all_of_it.value(a) for a in some] == [2.0, None, 6.0, 10.0]


def test_a_loss_counts_as_the_smallest_amount_anyone_has() -> None:
    some = people(fte=[-5.0, 0.0, 2.0, 20.0])
    ratios = scaled(some, "fte", Scale.LOG)
    least, most = math.log(2), math.log(20)
    assert [ratios.value(a) for a in some] == [least, least, least, most]
    assert [ratios.shown(a) for a in some] == [-5.0, 0.0, 2.0, 20.0]  # as a person knows it


def test_an_order_counts_in_steps_and_is_shown_in_its_words() -> None:
    some = people(life_phase=["top", "start", "onbekend"])
    steps = scaled(some, "life_phase", Scale.ORDINAL, ORDER)
    assert [steps.value(a) for a in some] == [2.0, 0.0, None]
    assert [steps.shown(a) for a in some] == ["top", "start", None]
    assert [a.id for a in sorted(some[:2], key=steps.order_key)] == ["b", "a"]


@pytest.mark.parametrize(("away", "quality"), [(0.0, 1.0), (0.5e6, 0.5), (1e6, 0.0), (2e6, 0.0)])
def test_quality_is_what_is_left_of_the_variance_of_all(away: float, quality: float) -> None:
    # 0 and 2 lie one deviation of a thousand quanta from their mean: a variance of a million
    assert scaled(people(fte=[0.0, 2.0]), "fte", Scale.LINEAR).quality(away) == quality
