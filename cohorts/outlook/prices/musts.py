"""What every must costs: compose on without it, from where everybody sits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cohorts.hands.change import Standing
from cohorts.outlook.prices.price import MustPrice
from cohorts.outlook.prices.seatings import seating_of
from cohorts.round.diff import diff
from cohorts.rules.rule import Level, Rule
from solver.choices import with_cheapest_choices
from solver.grouping import Grouping
from solver.pricing import POINT
from solver.solution import Effort
from solver.terms import Term


def must_prices(here: Standing, effort: Effort) -> Iterator[MustPrice]:
    """The rules with a hard demand, in the programme's order."""
    for rule in here.asked.rules:
        hard = [
            t for t in here.asked.terms_of(rule.key) if t.price is None or rule.level is Level.MUST
        ]
        if hard:
            yield _price(here, rule, hard, effort)


def _price(here: Standing, rule: Rule, hard: list[Term], effort: Effort) -> MustPrice:
    from solver.solve import solve  # noqa: PLC0415 - a second to import

    task, round_ = here.asked.task, here.round
    let_go = {term.name for term in hard}
    freer = replace(task, terms=tuple(t for t in task.terms if t.name not in let_go))
    found = solve(freer, seed=round_.seed, effort=effort, start=here.grouping)
    # what nobody asks any more is still chosen as well as can be, to count what it breaks
    chosen = with_cheapest_choices(hard, found.grouping.assignment, task)
    whole = Grouping(
        found.grouping.assignment, task.groups, {**found.grouping.choices, **chosen.choices}
    )
    before, after = seating_of(here.grouping, round_), seating_of(found.grouping, round_)
    return MustPrice(
        rule=rule.key,
        points=(here.score.points - found.score.points) / POINT,
        placed=here.score.not_placed - found.score.not_placed,
        breaches=sum(int(term.charge(whole).breaches.sum()) for term in hard),
        moved=len(diff(before, after).moved),
    )
