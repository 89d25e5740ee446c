"""Who is further ahead in a group: in size, life phase or experience."""

from __future__ import annotations

from typing import Any

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.further_ahead import further_ahead


def group(**values: list[Any]) -> list[Applicant]:
    count = len(next(iter(values.values())))
    return [
        Applicant(id=ApplicantId(f"p{i}"), company=f"B{i}", **{f: v[i] for f, v in values.items()})
        for i in range(count)
    ]


@pytest.mark.parametrize(
    ("values", "ahead"),
    [
        # the median is 10: 15 is one and a half times as large, 14 is not
        ({"fte": [8.0, 10.0, 15.0]}, {"p2"}),
        ({"fte": [8.0, 10.0, 14.0]}, set()),
        # the median phase is growth
        ({"life_phase": ["start", "growth", "established"]}, {"p2"}),
        ({"life_phase": ["growth", "growth", "start"]}, set()),
        # the median is 4 years: 9 is five more, 8 is not
        ({"experience": [1.0, 4.0, 9.0]}, {"p2"}),
        ({"experience": [1.0, 4.0, 8.0]}, set()),
        # ahead in one way is ahead
        ({"fte": [10.0, 10.0, 10.0], "experience": [0.0, 0.0, 20.0]}, {"p2"}),
    ],
)
def test_further_ahead(values: dict[str, list[Any]], ahead: set[str]) -> None:
    assert {str(one) for one in further_ahead(group(**values)) or ()} == ahead


def test_of_a_group_of_which_nothing_is_known_nothing_is_said() -> None:
    assert further_ahead(group(fte=[None, None, 4.0])) is None
