"""Who would sit with mostly other people if the lots had fallen otherwise."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from cohorts.composing import engines
from cohorts.hands.standing import Standing
from cohorts.outlook.prices.price import LotPrice, Restless
from cohorts.outlook.prices.seatings import seating_of
from cohorts.people.applicant import ApplicantId
from cohorts.round.diff import diff
from solver.solution import Effort


def lot_price(here: Standing, effort: Effort, others: int) -> LotPrice:
    """Composed anew with the ``others`` seeds that follow, groups matched by who sits in them."""
    before = seating_of(here.grouping, here.round)
    seeds = tuple(here.round.seed + step for step in range(1, others + 1))
    times: Counter[ApplicantId] = Counter()
    for seed in seeds:
        round_ = replace(here.round, seed=seed)
        task = replace(here.asked.task, lot=np.array(round_.lot, dtype=np.int64))
        found = diff(
            before, seating_of(engines.solve(task, seed=seed, effort=effort).grouping, round_)
        )
        times.update(seat.person for seat in (*found.moved, *found.placed, *found.left))
    people = [Restless(here.round.applicants[here.round.rows[p]], t) for p, t in times.items()]
    return LotPrice(seeds, tuple(sorted(people, key=lambda r: (-r.times, r.person.id))))
