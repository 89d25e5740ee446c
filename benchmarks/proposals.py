"""How many moves a search prices a second and core, for rounds of different kinds.

    python -m benchmarks.proposals [--seconds 3] [--out FILE] [--json]

*Middle*: at the temperature of the middle of a search, in a state that was cooled to there;
*whole*: over a whole search by one worker, its beginning and its descents included. In million a
second of the processor, so that others may use the machine. *Times slower*: how many times fewer in
the middle than the round of eleven rules makes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

import numpy as np

from benchmarks.ledger import Ledger, parser
from benchmarks.peak import in_own_process
from benchmarks.speeds.made_round import made
from benchmarks.table import Table
from cohorts.composing.compose import demands_of
from cohorts.composing.prepare import prepare
from cohorts.people.applicant import Status
from solver.places import Places
from solver.search.local import measured
from solver.search.one_copy import Start
from solver.search.schedule import STEPS
from solver.search.stopwatch import Clock
from solver.search.warm import warm
from solver.solve import solve
from solver.task import Task
from solver.terms import Likeness, PairCost, Term

SECONDS, SEED = 3.0, 0
COOLED_PER_ROW, MIDDLE = 2_000, 0.5
"""Proposals a row on the way to the middle of the work, spread over its temperatures."""
CHUNK = 200_000
PEOPLE, PINNED = 1_000, 50
MILLION = 1e6
WIDTHS = {"round": 34, "middle": 8, "whole": 8, "target": 8, "times_slower": 13, "at_most": 8}


def of(n: int, low: int, high: int, groups: int, term: Term) -> Task:
    """One wish, everybody placed."""
    return Task(
        n=n,
        low=np.full(groups, low),
        high=np.full(groups, high),
        terms=(term,),
        places=Places.everyone(n),
        lot=np.arange(n),
    )


def matrix() -> Task:
    """240 in twelve groups of twenty, a random cost for each pair, summed: as MDGPLIB's RanReal."""
    above = np.triu(np.random.default_rng(SEED).uniform(-100, 0, size=(240, 240)).round(3), 1)
    return of(240, 20, 20, 12, PairCost.of_matrix("pairs", above + above.T, 1, per="sum"))


def likeness() -> Task:
    """100 in ten groups of 9 to 11, alike in eight columns of noise."""
    noise = np.random.default_rng(SEED).normal(size=(100, 8))
    return of(100, 9, 11, 10, Likeness.of("alike", noise, np.ones(8), 1))


def eleven_rules(*, pins: int = 0, fair: bool = False) -> Task:
    """A thousand made people under eleven rules; so many of them pinned, each in a group."""
    programme, round_ = made(PEOPLE, count_from=Status.APPROACHED)
    plan = programme.groups.model_copy(update={"fairness": fair})
    programme = programme.model_copy(update={"groups": plan})
    pinned = [a.id for a in round_.applicants if str(a.id) != "1"][:pins]
    places = {who: 2 + number for number, who in enumerate(pinned)}
    round_ = prepare(
        round_.applicants,
        programme,
        relations=round_.relations,
        pins=places,
        count_from=Status.APPROACHED,
    )
    asked, _ = demands_of(programme, round_)
    return asked.task


Made = Callable[[], Task]
BASE = "eleven rules, 1,000 people"
ROUNDS: dict[str, tuple[Made, float | None, float | None]] = {
    "costs of pairs, 240 people": (matrix, 60.0, None),
    "likeness in 8 columns, 100 people": (likeness, 30.0, None),
    BASE: (eleven_rules, 8.0, None),
    "eleven rules, 50 pins": (partial(eleven_rules, pins=PINNED), None, 1.2),
    "eleven rules, fairness": (partial(eleven_rules, fair=True), None, 1.2),
}
"""What it is called → the task, the million a second that are aimed at, and how many times slower
than the eleven rules it may be."""


def in_the_middle(task: Task, seconds: float) -> float:
    """Proposals a second at the temperature of the middle of its window, on one core.

    The state is cooled to there by so many proposals a row; a first run compiles and warms.
    """
    start, clock = Start(task, SEED, 0), Clock(Event(), None)
    window = measured(start, COOLED_PER_ROW * task.n, clock)
    steps = round(MIDDLE * STEPS)
    for step in range(steps):
        cooled = COOLED_PER_ROW * task.n // steps
        start.anneal(window.temperature(step / STEPS), cooled, window.shares)
    middle, made_so_far = window.temperature(MIDDLE), 0
    began = time.process_time()
    while time.process_time() - began < seconds:
        start.anneal(middle, CHUNK, window.shares)
        made_so_far += CHUNK
    return made_so_far / (time.process_time() - began)


def measure(name: str, seconds: float) -> dict[str, Any]:
    """Both rates of one round, in million a second."""
    task = ROUNDS[name][0]()
    warm()
    in_the_middle(task, 0.01)
    middle = in_the_middle(task, seconds)
    began = time.process_time()
    whole = solve(task, seed=SEED, time_limit=seconds, workers=1).story
    spent = time.process_time() - began
    return {
        "middle": round(middle / MILLION, 2),
        "whole": round(whole.proposals / spent / MILLION, 2),
    }


def main() -> None:
    options = parser(__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--seconds", type=float, default=SECONDS)
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    table = Table(WIDTHS)
    in_own_process(warm)
    if not given.json:
        print(table.head(), flush=True)
    found: dict[str, float] = {}
    for name, (_, target, at_most) in ROUNDS.items():
        run = partial(in_own_process, measure, name, given.seconds)
        record = ledger.kept(f"{name}, {given.seconds:g} s", run)
        found[name] = record["middle"]
        slower = None if at_most is None else round(found[BASE] / record["middle"], 2)
        told = {"target": target, "times_slower": slower, "at_most": at_most}
        ledger.show(
            {"round": name, "middle": record["middle"], "whole": record["whole"], **told}, table
        )


if __name__ == "__main__":
    main()
