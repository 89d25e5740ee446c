"""Staying where one was: also where one's group is gone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.room import Room
from cohorts.round.round import Round
from cohorts.rules.stay import Stay
from solver.grouping import Grouping

PEOPLE = tuple(Applicant(id=ApplicantId(f"p{i}")) for i in range(4))
STAY = Stay(rule="stay", key="stay", level="must")


def breaches(before: dict[str, int], seats: list[int]) -> int:
    """Of four people in two groups; 2 is outside."""
    round_ = Round(
        applicants=PEOPLE, groups=2, smallest=1, largest=4, target=2, places=Room.parse("at most 4")
    )
    previous = {ApplicantId(person): group for person, group in before.items()}
    (demand,) = STAY.demands(replace(round_, previous=previous))
    return int(demand.term.charge(Grouping(np.array(seats), 2)).breaches.sum())


def test_who_moved_is_counted_and_who_had_no_group_is_not() -> None:
    assert breaches({"p0": 1, "p1": 1, "p2": 2}, [0, 0, 1, 0]) == 0
    assert breaches({"p0": 1, "p1": 1, "p2": 2}, [0, 1, 2, 0]) == 2


@pytest.mark.parametrize("gone", [3, 4, 9])
@pytest.mark.parametrize("seat", [0, 1, 2])
def test_whose_group_is_gone_moves_wherever_they_go(gone: int, seat: int) -> None:
    """Outside too: the third group of before is not "no group" of now."""
    assert breaches({"p0": gone}, [seat, 0, 0, 1]) == 1
