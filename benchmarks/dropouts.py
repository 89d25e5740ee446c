"""Random rounds that people leave, and newcomers join, one step after the other.

Every step is repaired from the groups of the one before. Each must is kept afterwards, by
``solver.check`` and by what each rule measures in plain Python; or it is proven that there is no
grouping, and the demands that are said to clash do.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.random_rounds import Dice, Made, made
from cohorts.composing.compose import demands_of
from cohorts.composing.demands import Asked
from cohorts.composing.prepare import prepare
from cohorts.composing.who_sits import as_composition
from cohorts.errors import InputError, NoCompositionError
from cohorts.people.applicant import ApplicantId
from cohorts.round.round import Round
from solver.check import check
from solver.conflict import Conflict, InfeasibleError, only
from solver.exact.feasible import is_feasible
from solver.grouping import Grouping
from solver.repair import Before, Option, repair
from solver.solution import Effort, Solution
from solver.solve import NothingFoundError, solve
from solver.task import Task

STEPS = 4
"""How often people leave, or join."""
MOST_LEAVE = 3
LEAST, MOST = 20, 100
GROUP = 10
"""People in a group, about."""
FIXED, RATHER_NOT = 0.1, 0.2
"""Share of those who may not be moved, and of those who would rather not be."""
OTHER = 7_000_003
"""Added to the number of a round, so that who leaves is not what made the round."""
LIMIT = 20.0
"""Deterministic seconds for whether a clash is one."""


@dataclass(frozen=True)
class Step:
    """What became of one step.

    ``said``: kept, clash, or what no answer was found for; ``faults``: what is not as it is said.
    """

    said: str
    faults: tuple[str, ...]
    seconds: float
    moves: int | None = None
    proven: bool = False


def sequence(number: int, most: int = MOST) -> Iterator[Step]:
    """The steps of one round of up to ``most``; none where it cannot be composed to begin with."""
    dice = Dice(number + OTHER)
    n = dice.randint(LEAST, most)
    counts = range(max(n // (GROUP + 2), 1), n // (GROUP - 2) + 1)
    whole = made(number, n, n, counts)
    ids = [person.id for person in whole.people]
    there = set(dice.sample(ids, n - dice.randint(1, max(n // 10, 1))))
    begun = _asked(whole, there)
    if begun is None:
        return
    try:
        found = solve(begun[0].task, effort=Effort.QUICK, seed=number)
    except (InfeasibleError, NothingFoundError):
        return
    seats = _seats(begun[1], found.grouping)
    for _ in range(STEPS):
        there -= _leave(there, seats, dice)
        new = sorted(set(ids) - there - set(seats))
        there |= set(dice.sample(new, min(len(new), dice.randint(0, 2))))
        asked = _asked(whole, there)
        if asked is None:
            return
        before = _before(asked[1], asked[0].task.groups, seats, dice)
        step, solution = _repaired(*asked, before, number)
        yield step
        if solution is not None:
            seats = _seats(asked[1], solution.grouping)


def _leave(
    there: set[ApplicantId], seats: Mapping[ApplicantId, int | None], dice: Dice
) -> set[ApplicantId]:
    """One to three people, every second time all of one group."""
    one = dice.choice(sorted({group for group in seats.values() if group is not None} or {0}))
    mates = sorted(who for who in there if seats.get(who) == one)
    among = mates if len(mates) >= MOST_LEAVE and dice.random() < 0.5 else sorted(there)
    return set(dice.sample(among, dice.randint(1, MOST_LEAVE)))


def _repaired(
    asked: Asked, round_: Round, before: Before, seed: int
) -> tuple[Step, Solution | None]:
    """One repair, and everything that is not as it says."""
    began = time.monotonic()
    try:
        found = repair(asked.task, before, seed=seed, effort=Effort.QUICK, count=2)
    except InfeasibleError as error:
        seconds = time.monotonic() - began
        return Step("clash", _no_clash(asked.task, before, error.conflict), seconds), None
    except NothingFoundError:
        seconds = time.monotonic() - began
        return Step("nothing", ("neither groups nor a clash",), seconds), None
    seconds = time.monotonic() - began
    faults = [fault for one in found.options for fault in _faults(asked, round_, before, one)]
    said = Step("kept", tuple(faults), seconds, found.fewest, found.proven)
    return said, found.options[0].solution


def _no_clash(task: Task, before: Before, conflict: Conflict) -> tuple[str, ...]:
    """What is wrong with a clash: the demands that it names can be met."""
    stays = before.stays(task.groups)
    whole = replace(task, terms=(*task.terms, stays) if stays.pieces else task.terms)
    numbers = {term.name: number for number, term in enumerate(whole.terms)}
    named = [(numbers[piece.term], piece.piece) for piece in conflict.pieces]
    met = is_feasible(only(whole, named), deterministic_limit=LIMIT)
    return ("the demands that clash can be met",) if met else ()


def _faults(asked: Asked, round_: Round, before: Before, option: Option) -> Iterator[str]:
    """By the definitions of the terms, and then of the rules."""
    if check(asked.task, option.solution).hard > 0:
        yield "a term is broken"
    composition = as_composition(option.solution.grouping, round_)
    for rule in asked.rules:
        if rule.measure(composition, round_).broken:
            yield f"{rule.key} is broken"
    if before.fixed[option.moved].any():
        yield "somebody moved who may not"


def _asked(whole: Made, there: set[ApplicantId]) -> tuple[Asked, Round] | None:
    """The round of those who are there; None where the counts cannot work."""
    given = whole.given.copy()
    given["relations"] = [r for r in given["relations"] or () if {r.a, r.b} <= there]
    if merit := given.get("merit"):
        given["merit"] = {who: votes for who, votes in merit.items() if who in there}
    if previous := given.get("previous"):
        given["previous"] = {who: group for who, group in previous.items() if who in there}
    # a pin of somebody who left asks nothing
    rules = [
        rule for rule in whole.programme.rules if getattr(rule, "person", None) in {None, *there}
    ]
    programme = whole.programme.model_copy(update={"rules": tuple(rules)})
    people = [person for person in whole.people if person.id in there]
    try:
        round_ = prepare(people, programme, **given)
        return demands_of(programme, round_)[0], round_
    except (InputError, NoCompositionError):
        return None


def _seats(round_: Round, grouping: Grouping) -> dict[ApplicantId, int | None]:
    """Who sat in which group, None: in none."""
    ids = [person.id for person in round_.applicants]
    rows = zip(ids, grouping.assignment.tolist(), strict=True)
    return {who: None if group == grouping.outside else group for who, group in rows}


def _before(
    round_: Round, groups: int, seats: Mapping[ApplicantId, int | None], dice: Dice
) -> Before:
    """As the step before left it; some may not be moved, and some would rather not.

    Whose group is no more has none.
    """
    at = [seats.get(person.id, -1) for person in round_.applicants]
    now = [groups if group is None or group >= groups else group for group in at]
    return Before(
        seats=np.array(now, dtype=np.int64),
        fixed=np.array([dice.random() < FIXED for _ in at]),
        rather_not=np.array([dice.random() < RATHER_NOT for _ in at]),
    )
