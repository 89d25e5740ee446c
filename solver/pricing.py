"""Weights mean something: a wish of weight 1 costs about one point per person on a random grouping.

A graded wish (likeness, distance, affinity) is multiplied by n / abs(mean), its mean amount over
200 random size-feasible groupings; a wish that is a breach costs one point per person involved,
as it is. Then comes the rule's weight. One point is POINT units, so that the product stays an
integer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from solver.choices import with_cheapest_choices
from solver.errors import InvalidTaskError
from solver.quantise import IntArray
from solver.sizes import even_seats
from solver.task import Task
from solver.terms import Term

POINT = 1_000_000_000
"""Units per point."""

SAMPLES = 200
SEED = 20190101
"""A seed of its own: the factors must not change with the seed of a composition."""


def graded_price(task: Task, term: Term, weight: float) -> int:
    """The price of ``term`` (given with price 1) in ``task``, for a wish of ``weight``.

    ``task`` gives n, sizes and places; its terms are not looked at. Raises
    InvalidTaskError ``no_difference`` where the mean is 0 (all the same) and ``weight_zero``
    where the price rounds to 0.
    """
    mean = mean_amount(task, term)
    if mean == 0:
        raise InvalidTaskError("no_difference", term=term.name)
    price = round(POINT * weight * task.n / abs(mean))
    if price == 0:
        raise InvalidTaskError("weight_zero", term=term.name, weight=weight)
    return price


def breach_price(weight: float, people: float = 1) -> int:
    """The price of one unit of a breach that involves ``people``. Raises ``weight_zero``."""
    price = round(POINT * weight * people)
    if price == 0:
        raise InvalidTaskError("weight_zero", weight=weight)
    return price


def mean_amount(task: Task, term: Term) -> float:
    """Mean amount of ``term`` (price 1) over SAMPLES random size-feasible groupings."""
    unit = replace(term, price=1)
    total = 0
    for seats in random_assignments(task):
        total += int(unit.charge(with_cheapest_choices((unit,), seats, task)).points.sum())
    return total / SAMPLES


def mean_charges(task: Task) -> dict[str, tuple[float, float]]:
    """Term name → (whole points, breaches), each its mean over SAMPLES random groupings."""
    points = {term.name: 0 for term in task.terms}
    breaches = dict(points)
    for seats in random_assignments(task):
        grouping = with_cheapest_choices(task.terms, seats, task)
        for term in task.terms:
            charge = term.charge(grouping)
            points[term.name] += int(charge.points.sum())
            breaches[term.name] += int(charge.breaches.sum())
    return {name: (points[name] / POINT / SAMPLES, breaches[name] / SAMPLES) for name in points}


def random_assignments(task: Task) -> Iterator[IntArray]:
    """The SAMPLES random assignments by which wishes are priced: always the same ones."""
    draw = np.random.Generator(np.random.PCG64(SEED))
    even = even_seats(task)
    for _ in range(SAMPLES):
        yield shuffled(even, draw)


def shuffled(seats: IntArray, draw: np.random.Generator) -> IntArray:
    """``seats`` (n,) in a random order."""
    return seats[np.argsort(draw.random(seats.size), kind="stable")]
