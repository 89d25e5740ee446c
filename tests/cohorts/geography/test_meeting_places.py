"""The places chosen from where people come from, by their definition."""

from __future__ import annotations

import numpy as np
import pytest

from cohorts.geography.distance import Point, hectometres
from cohorts.geography.meeting_places import MOST_PLACES, best_places
from cohorts.people.applicant import Applicant, ApplicantId

Town = tuple[str, Point, int]


def by_definition(towns: list[Town]) -> list[str]:
    """One by one the town with the least distance left; of equals the first."""
    nearest = [max(hectometres(point, other) for _, other, _ in towns) for _, point, _ in towns]
    chosen: list[Town] = []
    for _ in range(MOST_PLACES):
        costs = {
            town: sum(
                count * min(hectometres(town[1], point), near)
                for (_, point, count), near in zip(towns, nearest, strict=True)
            )
            for town in towns
            if town not in chosen
        }
        best = min(costs, key=costs.__getitem__)
        chosen.append(best)
        nearest = [
            min(hectometres(best[1], point), near)
            for (_, point, _), near in zip(towns, nearest, strict=True)
        ]
    return sorted(name for name, _, _ in chosen)


@pytest.mark.parametrize("seed", range(3))
def test_those_are_chosen_that_take_most_off_the_way(seed: int) -> None:
    draw = np.random.default_rng(seed)
    spots = draw.integers(0, 6, size=(MOST_PLACES + 6, 2)) / 10  # some at one spot: equals
    counts = draw.integers(1, 4, size=len(spots)).tolist()
    towns = [
        (f"town {i:02}", (52.0 + float(north), 6.0 + float(east)), count)
        for i, ((north, east), count) in enumerate(zip(spots, counts, strict=True))
    ]
    people = [
        Applicant(id=ApplicantId(f"{name} {i}"), place=name, latitude=at[0], longitude=at[1])
        for name, at, count in towns
        for i in range(count)
    ]
    most_first = sorted(towns, key=lambda town: (-town[2], town[0]))
    rounded = [(name, (round(at[0], 4), round(at[1], 4)), count) for name, at, count in most_first]
    assert [place.name for place in best_places(people)] == by_definition(rounded)
